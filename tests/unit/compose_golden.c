/* Golden cases: tests/compose/NAME.html is resolved; its dump and messages must be tests/compose/NAME.dump. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "compose/compose.h"
#include "compose_expected.h"
#include "content/content.h"

static const char folder[] = "tests/compose";

static struct arena *arena;
static struct messages *messages;
static const char **names; /* without ending, NULL-terminated */

static void setup(void)
{
    messages = messages_new(arena);
}

static const struct value *words(void)
{
    const struct source *source = file_read(arena, "templates/words/nl.yaml", "nl.yaml", messages);
    ck_assert_ptr_nonnull(source);
    return content_read_yaml(arena, source, messages);
}

static struct node *read(const struct source *source)
{
    size_t count = 1;
    for (const char *c = source->text; *c; c++) count += *c == '\n';
    struct place *lines = arena_array(arena, count, sizeof *lines);
    for (size_t i = 0; i < count; i++) lines[i] = (struct place){source, (unsigned)i + 1, 1};
    struct merged_text merged = {source->text, source->length, lines, count};
    struct insertions none = {0};
    return document_read(arena, &merged, &none, messages);
}

static void add_messages(struct buffer *out)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    messages_print(messages, stream, false);
    fclose(stream);
    if (length) buffer_add(out, "\n");
    buffer_add_bytes(out, text, length);
    free(text);
}

static const char *result(const char *name)
{
    const char *path = arena_format(arena, "%s/%s.html", folder, name);
    const struct source *source = file_read(arena, path, arena_format(arena, "%s.html", name), messages);
    struct node *root = source ? read(source) : NULL;
    struct buffer out = buffer_new(arena);
    if (root) {
        compose_resolve(arena, words(), root, messages);
        document_dump(&out, root, false);
    }
    add_messages(&out);
    return buffer_text(&out);
}

START_TEST(golden)
{
    expected(arena, folder, arena_format(arena, "%s.dump", names[_i]), result(names[_i]));
}
END_TEST

/* The tree must be right after its HTML was read again: nothing hangs on how it was built. */
START_TEST(html_reads_back)
{
    const char *path = arena_format(arena, "%s/%s.html", folder, names[_i]);
    const struct source *source = file_read(arena, path, names[_i], messages);
    struct node *root = source ? read(source) : NULL;
    if (!root || !compose_resolve(arena, words(), root, messages)) return;
    struct buffer html = buffer_new(arena), once = buffer_new(arena), twice = buffer_new(arena);
    document_write_html(&html, root);
    if (strstr(buffer_text(&html), "&nbsp;") || strstr(buffer_text(&html), "<br>")) return; /* HTML, not XML */
    struct source again = {"again.html", buffer_text(&html), html.length};
    document_dump(&once, root, false);
    document_dump(&twice, read(&again), false);
    ck_assert_str_eq(buffer_text(&once), buffer_text(&twice));
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
    Suite *suite = suite_create("compose: golden cases");
    TCase *tests = tcase_create("golden");
    tcase_add_checked_fixture(tests, setup, NULL);
    tcase_add_loop_test(tests, golden, 0, count);
    tcase_add_loop_test(tests, html_reads_back, 0, count);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    arena_free(arena);
    return failed || count == 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
