/* Golden cases: tests/golden/compose/NAME.html is resolved; its dump and messages must be tests/golden/compose/NAME.dump. */
#include <string.h>

#include "compose/compose.h"
#include "content/content.h"
#include "golden.h"
#include "tree.h"

#define FOLDER "tests/golden/compose"

static const char **cases;

static const struct value *words(void)
{
    const struct source *source = file_read(arena, "templates/words/nl.yaml", "nl.yaml", messages);
    ck_assert_ptr_nonnull(source);
    return content_read_yaml(arena, source, messages);
}

static const struct source *page(const char *name)
{
    const char *file = arena_format(arena, "%s.html", name);
    const struct source *source = file_read(arena, file_join(arena, FOLDER, file), file, messages);
    ck_assert_ptr_nonnull(source);
    return source;
}

START_TEST(golden)
{
    struct node *root = tree_read(page(cases[_i]));
    struct buffer out = buffer_new(arena);
    if (root) {
        compose_resolve(arena, words(), root, messages);
        document_dump(&out, root, false);
    }
    if (messages_total(messages)) buffer_format(&out, "\n%s", suite_told());
    golden_check(arena_format(arena, FOLDER "/%s.dump", cases[_i]), buffer_text(&out));
}
END_TEST

/* The tree must be right after its HTML was read again: nothing hangs on how it was built. */
START_TEST(html_reads_back)
{
    struct node *root = tree_read(page(cases[_i]));
    if (!root || !compose_resolve(arena, words(), root, messages)) return;
    struct buffer once = buffer_new(arena), twice = buffer_new(arena);
    const char *html = tree_html(root);
    if (strstr(html, "&nbsp;") || strstr(html, "<br>") || strstr(html, "<img")) return; /* HTML, not XML */
    document_dump(&once, root, false);
    document_dump(&twice, tree_of(html), false);
    ck_assert_str_eq(buffer_text(&once), buffer_text(&twice));
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    int count = golden_collect(&cases, FOLDER, ".html", 10);
    tcase_add_loop_test(tests, golden, 0, count);
    tcase_add_loop_test(tests, html_reads_back, 0, count);
    return suite_run("compose: golden cases", tests);
}
