/* Golden cases: tests/layout_cases/NAME.html with NAME.css gives the dump and messages in NAME.expected, and all text
 * of the document stands on the pages. With ACCEPT in the environment each difference is shown and accepted. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/utf8.h"
#include "layout_fixture.h"

static const char folder[] = "tests/layout_cases";

static struct arena *arena;
static struct messages *messages;
static struct fonts *fonts;
static const char **names; /* without ending, NULL-terminated */
static struct laid_out result;

static const struct source *read(const char *name, const char *ending)
{
    const char *file = arena_format(arena, "%s.%s", name, ending);
    return file_read(arena, file_join(arena, folder, file), file, messages);
}

static void lay_out(const char *name)
{
    messages = messages_new(arena);
    fonts = fonts_new();
    const struct source *html = read(name, "html"), *css = read(name, "css");
    ck_assert_msg(html && css, "%s: a file is missing", name);
    result = fixture_lay_out(arena, fonts, html, css, messages);
    ck_assert_msg(result.layout, "%s: not well-formed", name);
}

/* ---- dumps ---- */

static void add_messages(struct buffer *out)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    messages_print(messages, stream, false);
    fclose(stream);
    buffer_add_bytes(out, text, length);
    free(text);
}

static void write_text(const char *path, const char *text)
{
    FILE *stream = fopen(path, "w");
    ck_assert_msg(stream, "cannot write %s", path);
    fputs(text, stream);
    fclose(stream);
}

static void differs(const char *name, const char *path, const char *got)
{
    const char *kept = arena_format(arena, "build/layout_cases/%s.expected", name);
    mkdir("build", 0777);
    mkdir("build/layout_cases", 0777);
    write_text(kept, got);
    if (!getenv("ACCEPT")) ck_abort_msg("%s differs: diff %s %s", name, path, kept);
    if (system(arena_format(arena, "diff -uN %s %s", path, kept))) write_text(path, got);
}

START_TEST(golden)
{
    const char *name = names[_i], *path = arena_format(arena, "%s/%s.expected", folder, name);
    lay_out(name);
    struct buffer out = buffer_new(arena);
    layout_dump(&out, result.layout);
    add_messages(&out);
    size_t length = 0;
    const unsigned char *expected = file_exists(path) ? file_read_bytes(arena, path, &length, messages) : NULL;
    bool same = expected && length == out.length && memcmp(expected, buffer_text(&out), length) == 0;
    if (!same) differs(name, path, buffer_text(&out));
    fonts_free(fonts);
}
END_TEST

/* ---- the same words ---- */

/* White space folded, without marks that are not shown, in capitals (a style may ask for those). */
static const char *folded(const char *text)
{
    struct buffer out = buffer_new(arena);
    bool space = false;
    for (size_t length; *text; text += length) {
        uint32_t code_point = utf8_decode(text, &length);
        if (code_point == 0xAD || code_point == 0x200B || code_point == 0x2060) continue;
        if (utf8_is_space(code_point)) {
            space = out.length > 0;
            continue;
        }
        if (space) buffer_add_char(&out, ' ');
        space = false;
        buffer_add_bytes(&out, text, length);
    }
    return utf8_upper(arena, buffer_text(&out));
}

static const char *shown_text(const struct node *node)
{
    struct buffer out = buffer_new(arena);
    for (size_t i = 0; i < result.layout->page_count; i++) {
        const struct page *page = &result.layout->pages[i];
        for (size_t j = 0; j < page->fragment_count; j++) {
            const struct fragment *fragment = &page->fragments[j];
            bool content = fragment->kind == FRAGMENT_TEXT && fragment->origin == ORIGIN_CONTENT;
            if (content && fragment->node == node) buffer_add(&out, fragment->text);
        }
    }
    return folded(buffer_text(&out));
}

START_TEST(same_words)
{
    lay_out(names[_i]);
    for (const struct node *node = result.root; node; node = node_next(node, result.root)) {
        if (node->name || (node->parent && node_has_class(node->parent, "hidden"))) continue;
        ck_assert_str_eq(shown_text(node), folded(node->text));
    }
    fonts_free(fonts);
}
END_TEST

/* What every fragment promises its drawer. */
START_TEST(sound_fragments)
{
    lay_out(names[_i]);
    for (size_t i = 0; i < result.layout->page_count; i++) {
        const struct page *page = &result.layout->pages[i];
        for (size_t j = 0; j < page->fragment_count; j++) {
            const struct fragment *fragment = &page->fragments[j];
            bool read_aloud = fragment->origin != ORIGIN_ARTIFACT && fragment->origin != ORIGIN_PAGINATION;
            ck_assert(read_aloud == (fragment->node != NULL));
            ck_assert_ptr_nonnull(fragment->style);
            if (fragment->kind != FRAGMENT_TEXT) continue;
            ck_assert_ptr_nonnull(fragment->font);
            for (size_t k = 0; k < fragment->glyph_count; k++)
                ck_assert_uint_lt(fragment->glyphs[k].cluster, strlen(fragment->text));
        }
    }
    fonts_free(fonts);
}
END_TEST

static int collect(void)
{
    const char **files = file_list(arena, folder);
    int count = 0, all = 0;
    while (files[all]) all++;
    names = arena_array(arena, (size_t)all + 1, sizeof *names);
    for (int i = 0; i < all; i++) {
        size_t length = strlen(files[i]);
        if (length > 5 && strcmp(files[i] + length - 5, ".html") == 0)
            names[count++] = arena_copy(arena, files[i], length - 5);
    }
    return count;
}

int main(void)
{
    arena = arena_new();
    int count = collect();
    Suite *suite = suite_create("layout: golden cases");
    TCase *tests = tcase_create("golden");
    tcase_add_loop_test(tests, golden, 0, count);
    tcase_add_loop_test(tests, same_words, 0, count);
    tcase_add_loop_test(tests, sound_fragments, 0, count);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    arena_free(arena);
    return failed || count == 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
