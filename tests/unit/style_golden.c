/* Cases in tests/golden/style: NAME.html with NAME.css gives NAME.dump and NAME.messages. */
#include <string.h>

#include "style/style.h"
#include "golden.h"
#include "tree.h"

#define FOLDER "tests/golden/style"

static const char **cases;

static const struct source *load(const char *name, const char *ending)
{
    const char *shown = arena_format(arena, "%s.%s", name, ending);
    const struct source *source = file_read(arena, file_join(arena, FOLDER, shown), shown, messages);
    ck_assert_msg(source != NULL, "%s cannot be read", shown);
    return source;
}

static struct node *document(const char *name)
{
    return tree_read(load(name, "html"));
}

static void write_pages(struct buffer *out, struct sheet *const *sheets)
{
    struct page_style style = style_page(arena, sheets, 1, "cover", true, false, messages);
    buffer_format(out, "page cover: %.1f x %.1f, margins", (double)style.width, (double)style.height);
    for (size_t side = 0; side < 4; side++) buffer_format(out, " %.1f", (double)style.margin[side]);
    buffer_add_char(out, '\n');
    if (style.watermark) {
        buffer_format(out, "watermark of %zu pieces, turned by %.1f degrees\n", style.watermark->content_count,
                      (double)style.watermark->rotate);
    }
    if (style.line_numbers->margin[SIDE_RIGHT].value > 0)
        buffer_format(out, "line numbers set off by %.1f\n", (double)style.line_numbers->margin[SIDE_RIGHT].value);
}

static void check_golden(const char *name, const char *ending, const char *text)
{
    golden_check(arena_format(arena, FOLDER "/%s.%s", name, ending), text);
}

START_TEST(golden)
{
    const char *name = cases[_i];
    struct sheet *sheets[] = {style_read(arena, load(name, "css"), messages)};
    struct styled *root = style_document(arena, document(name), sheets, 1, "print", messages);
    struct buffer out = buffer_new(arena);
    style_dump(&out, root);
    write_pages(&out, sheets);
    check_golden(name, "dump", buffer_text(&out));
    check_golden(name, "messages", suite_told());
}
END_TEST

/* The sheets that are shipped know only what the style room knows. */
START_TEST(shipped_sheets)
{
    static const char *const names[] = {"house.css", "document.css", "print.css"};
    struct sheet *sheets[3];
    for (size_t i = 0; i < 3; i++) {
        const char *path = file_join(arena, "styles", names[i]);
        sheets[i] = style_read(arena, file_read(arena, path, names[i], messages), messages);
    }
    style_document(arena, document("document"), sheets, 3, "print", messages);
    style_page(arena, sheets, 3, "cover", true, false, messages);
    style_page(arena, sheets, 3, NULL, false, true, messages);
    ck_assert_str_eq(suite_told(), "");
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_loop_test(tests, golden, 0, golden_collect(&cases, FOLDER, ".html", 2));
    tcase_add_test(tests, shipped_sheets);
    return suite_run("style: golden", tests);
}
