/* What is drawn, as it is drawn: tests/golden/drawn/NAME.html gives the content streams in NAME.drawn, a line for each operator.
 * With NAME.css beside it that is its only sheet; without, it is resolved and styled as a report is. With PDF_CASES=FOLDER
 * the files themselves are written there, to be looked at. */
#include <string.h>

#include "compose/compose.h"
#include "content/content.h"
#include "golden.h"
#include "lay_out.h"
#include "pdf/draw.h"
#include "pdf/pdf.h"

#define FOLDER "tests/golden/drawn"

static const char **cases;

static const struct source *read(const char *name, const char *ending)
{
    const char *file = arena_format(arena, "%s.%s", name, ending);
    return file_read(arena, file_join(arena, FOLDER, file), file, messages);
}

static struct node *resolved(struct node *root)
{
    const struct source *source = file_read(arena, "templates/words/nl.yaml", "nl.yaml", messages);
    ck_assert_msg(root && compose_resolve(arena, content_read_yaml(arena, source, messages), root, messages), "%s", suite_told());
    return root;
}

static struct laid_out lay_out_as_report(const char *name)
{
    static const char *const names[] = {"styles/house.css", "styles/document.css", "styles/print.css"};
    enum { COUNT = sizeof names / sizeof *names };
    struct laid_out result = {.root = resolved(tree_read(read(name, "html")))};
    struct sheet **sheets = arena_array(arena, COUNT, sizeof *sheets);
    for (size_t i = 0; i < COUNT; i++) sheets[i] = style_read(arena, file_read(arena, names[i], names[i], messages), messages);
    result.styled = style_document(arena, result.root, sheets, COUNT, "print", messages);
    struct layout_input input = {.root = result.styled, .sheets = sheets, .sheet_count = COUNT, .fonts = fonts};
    result.layout = layout_document(arena, &input, messages);
    return result;
}

static struct laid_out lay_out(const char *name)
{
    bool own = file_exists(arena_format(arena, FOLDER "/%s.css", name));
    struct laid_out result = own ? lay_out_source(read(name, "html"), read(name, "css")) : lay_out_as_report(name);
    ck_assert_msg(result.layout, "%s: not well-formed: %s", name, suite_told());
    return result;
}

/* A string of glyphs as hexadecimal numbers; gives the place behind it. */
static const char *show_glyphs(struct buffer *out, const char *at)
{
    buffer_add_char(out, '<');
    while (*at != ')') {
        unsigned char byte = (unsigned char)*at++;
        if (byte == '\\') {
            byte = (unsigned char)*at++;
            byte = byte == 'r' ? '\r' : byte == 'n' ? '\n' : byte;
        }
        buffer_format(out, "%02x", byte);
    }
    buffer_add_char(out, '>');
    return at + 1;
}

static void show(struct buffer *out, const struct buffer *stream)
{
    for (const char *at = stream->data, *end = at + stream->length; at && at < end;) {
        if (*at == '(') at = show_glyphs(out, at + 1);
        else buffer_add_char(out, *at++);
    }
}

START_TEST(drawn_as_expected)
{
    struct laid_out result = lay_out(cases[_i]);
    struct tags *tags = tags_plan(arena, result.root, result.layout, destinations_new(arena, result.layout));
    struct drawing *drawing = draw_pages(arena, result.layout, tags, typefaces_new(arena, result.layout));
    struct buffer out = buffer_new(arena);
    for (size_t i = 0; i < result.layout->page_count; i++) {
        buffer_format(&out, "page %zu\n", i + 1);
        show(&out, &drawing->pages[i].canvas.out);
    }
    buffer_add(&out, suite_told());
    golden_check(arena_format(arena, FOLDER "/%s.drawn", cases[_i]), buffer_text(&out));
}
END_TEST

START_TEST(files_are_written)
{
    const char *folder = getenv("PDF_CASES");
    struct pdf_metadata metadata = {.title = "Getekend", .language = "nl", .producer = "oordeel", .date = "2025-03-13",
                                    .colour_profile = "/usr/share/color/icc/sRGB.icc"};
    for (const char **name = cases; folder && *name; name++) {
        struct laid_out result = lay_out(*name);
        const unsigned char *bytes;
        size_t length;
        ck_assert(pdf_write(arena, result.root, result.layout, &metadata, &bytes, &length, messages));
        folder_write(arena_format(arena, "%s/%s.pdf", folder, *name), (const char *)bytes, length);
    }
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    int count = golden_collect(&cases, FOLDER, ".html", 10);
    tcase_add_checked_fixture(tests, fonts_open, fonts_close);
    tcase_add_loop_test(tests, drawn_as_expected, 0, count);
    tcase_add_test(tests, files_are_written);
    return suite_run("pdf: what is drawn", tests);
}
