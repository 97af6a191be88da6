/* Golden cases: tests/golden/layout/NAME.html with NAME.css gives the dump and messages in NAME.expected, and all text
 * of the document stands on the pages. */

#include "base/utf8.h"
#include "golden.h"
#include "lay_out.h"

#define FOLDER "tests/golden/layout"

static const char **cases;

static struct laid_out result;

static const struct source *read(const char *name, const char *ending)
{
    const char *file = arena_format(arena, "%s.%s", name, ending);
    return file_read(arena, file_join(arena, FOLDER, file), file, messages);
}

static void lay_out(const char *name)
{
    const struct source *html = read(name, "html"), *css = read(name, "css");
    ck_assert_msg(html && css, "%s: a file is missing", name);
    result = lay_out_source(html, css);
    ck_assert_msg(result.layout, "%s: not well-formed", name);
}

START_TEST(golden)
{
    const char *name = cases[_i];
    lay_out(name);
    struct buffer out = buffer_new(arena);
    layout_dump(&out, result.layout);
    buffer_add(&out, suite_told());
    golden_check(arena_format(arena, FOLDER "/%s.expected", name), buffer_text(&out));
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
    lay_out(cases[_i]);
    for (const struct node *node = result.root; node; node = node_next(node, result.root)) {
        if (node->name || (node->parent && node_has_class(node->parent, "hidden"))) continue;
        if (node->parent && node_is(node->parent, "title")) continue; /* of a drawing: its alternative */
        ck_assert_str_eq(shown_text(node), folded(node->text));
    }
}
END_TEST

/* What every fragment promises its drawer. */
START_TEST(sound_fragments)
{
    lay_out(cases[_i]);
    for (size_t i = 0; i < result.layout->page_count; i++) {
        const struct page *page = &result.layout->pages[i];
        for (size_t j = 0; j < page->fragment_count; j++) {
            const struct fragment *fragment = &page->fragments[j];
            bool read_aloud = fragment->origin < ORIGIN_ARTIFACT;
            ck_assert(read_aloud == (fragment->node != NULL));
            ck_assert_ptr_nonnull(fragment->style);
            if (fragment->kind != FRAGMENT_TEXT) continue;
            ck_assert_ptr_nonnull(fragment->font);
            for (size_t k = 0; k < fragment->glyph_count; k++)
                ck_assert_uint_lt(fragment->glyphs[k].cluster, strlen(fragment->text));
        }
    }
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    int count = golden_collect(&cases, FOLDER, ".html", 18);
    tcase_add_checked_fixture(tests, fonts_open, fonts_close);
    tcase_add_loop_test(tests, golden, 0, count);
    tcase_add_loop_test(tests, same_words, 0, count);
    tcase_add_loop_test(tests, sound_fragments, 0, count);
    return suite_run("layout: golden cases", tests);
}
