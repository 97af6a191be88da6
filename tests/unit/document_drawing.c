/* SVG files: what is taken over, what is dropped in silence; files that are not what they seem. (What is told: the golden
 * cases drawing-* of tests/golden/report/messages.) */
#include "tree.h"

static const char *read_drawing(const char *text)
{
    struct node *svg = document_read_drawing(arena, tree_source("a.svg", text), messages);
    struct buffer out = buffer_new(arena);
    if (!svg) return suite_told();
    document_dump(&out, svg, false);
    return buffer_text(&out);
}

START_TEST(editors_leave_traces)
{
    const char *text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!-- Created with Inkscape -->\n"
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:s=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\" "
        "version=\"1.1\" id=\"svg1\" width=\"120mm\" height=\"60mm\" viewBox=\"0 0 120 60\" s:docname=\"a.svg\">"
        "<s:namedview><s:guide/></s:namedview><title>T</title><desc>D</desc><metadata>M</metadata>"
        "<defs><linearGradient id=\"g\"><stop/></linearGradient><clipPath id=\"k\"><rect width=\"5\" height=\"5\"/></clipPath></defs>"
        "<g id=\"laag1\" s:label=\"Laag\" style=\"fill: #fff ; stroke:none;font-family:Arial;-inkscape-stroke:none;mix-blend-mode:normal\" "
        "fill=\"red\" aria-label=\"x\" data-x=\"y\" class=\"z\" xml:space=\"preserve\">\n"
        "<text x=\"1\" y=\"2\">Eén &amp; <tspan font-weight=\"bold\"><![CDATA[<twee>]]></tspan></text>weg</g></svg>\n";
    ck_assert_str_eq(read_drawing(text), "svg height=\"226.77165\" viewBox=\"0 0 120 60\" width=\"453.54331\"\n"
                                         "  defs\n"
                                         "    clipPath id=\"k\"\n"
                                         "      rect height=\"5\" width=\"5\"\n"
                                         "  g fill=\"#fff\" stroke=\"none\"\n"
                                         "    text x=\"1\" y=\"2\"\n"
                                         "      \"Eén & \"\n"
                                         "      tspan font-weight=\"bold\"\n"
                                         "        \"<twee>\"\n");
    ck_assert_str_eq(suite_told(), "");
}
END_TEST

START_TEST(sizes)
{
    static const char *const cases[][2] = {
        {"viewBox=\"0 0 30 20\"", "height=\"20\" viewBox=\"0 0 30 20\" width=\"30\""},
        {"viewBox=\"0,0,30,20\" width=\"60px\" height=\"40\"", "height=\"40\" viewBox=\"0,0,30,20\" width=\"60\""},
        {"width=\"60\" height=\"40\"", "height=\"40\" viewBox=\"0 0 60 40\" width=\"60\""},
        {"viewBox=\"0 0 30 20\" width=\"100%\"", "height=\"20\" viewBox=\"0 0 30 20\" width=\"30\""},
        {"width=\"90mm\" height=\"50mm\" viewBox=\"0 0 90 50\"", "height=\"188.97638\" viewBox=\"0 0 90 50\" width=\"340.15748\""},
        {"width=\"2in\" height=\"2.54cm\"", "height=\"96\" viewBox=\"0 0 192 96\" width=\"192\""},
        {"width=\"72pt\" height=\"6pc\"", "height=\"96\" viewBox=\"0 0 96 96\" width=\"96\""},
        {"width=\"1in\" viewBox=\"0 0 4 2\"", "height=\"48\" viewBox=\"0 0 4 2\" width=\"96\""},
        {"viewBox=\"0 0 30\"", "drawing-refused"},
        {"width=\"60\"", "drawing-refused"},
    };
    const char *got = read_drawing(arena_format(arena, "<svg %s><path d=\"M0 0\"/></svg>", cases[_i][0]));
    ck_assert_msg(strstr(got, cases[_i][1]), "%s", got);
}
END_TEST

START_TEST(lengths)
{
    static const char *const cases[][2] = {
        {"x=\"1in\"", "x=\"96\""},
        {"style=\"stroke-width:3pt\"", "stroke-width=\"4\""},
        {"stroke-dasharray=\"1pc,2px 3\"", "stroke-dasharray=\"16 2 3\""},
        {"width=\"100%\" height=\"50%\"", "height=\"20\" width=\"30\""},
        {"width=\"2em\"", "drawing-refused"},
        {"width=\"1e999\"", "drawing-refused"},
        {"width=\"nan\"", "drawing-refused"},
        {"width=\"0x10\"", "drawing-refused"},
    };
    const char *got = read_drawing(arena_format(arena, "<svg viewBox=\"0 0 30 40\"><rect %s/></svg>", cases[_i][0]));
    ck_assert_msg(strstr(got, cases[_i][1]), "%s", got);
}
END_TEST

/* Rules count wherever the sheet stands: left out in silence, a red square would be black. */
START_TEST(sheets_become_attributes)
{
    static const char *const cases[][3] = {
        {"<defs><style>.a{fill:#c00}</style></defs><rect class=\"a\"/>", "rect fill=\"#c00\"", ""},
        {"<rect class=\"b a\"/><style>/* later */ .a , path { fill : #c00; stroke:none }</style>", "fill=\"#c00\" stroke=\"none\"", ""},
        {"<style><![CDATA[*{fill:#111} rect{fill:#222} .a{fill:#333} #i{fill:#444}]]></style><rect id=\"i\" class=\"a\" fill=\"red\"/>", "fill=\"#444\"", ""},
        {"<style>.a{fill:#333} rect{fill:#222}</style><rect class=\"a\"/>", "fill=\"#333\"", ""},
        {"<style>rect{fill:#222}</style><rect style=\"fill:#555\"/>", "fill=\"#555\"", ""},
        {"<style>.plot .leeg rect{fill:#222}</style><g class=\"plot\"><g><g class=\"leeg\"><rect/></g></g></g><rect/>", "        rect fill=\"#222\"\n  rect\n", ""},
        {"<style>.plot rect{fill:#222}</style><rect/>", "  rect\n", ""},
        {"<style>rect.a.b{fill:#222}</style><rect class=\"b\"/>", "  rect\n", ""},
        {"<style>@media print{rect{fill:#222}}</style><rect/>", "drawing-refused", "1:31"},
        {"<style>.a{fill:#111}\n rect:hover{fill:#222}</style><rect/>", "drawing-refused", "2:2"},
        {"<style>a > b{fill:#222}</style><rect/>", "drawing-refused", "1:31"},
        {"<style>rect{fill:#222 !important}</style><rect/>", "drawing-refused", "`!important`"},
        {"<style>rect{fill:url(#g)}</style><rect/>", "drawing-refused", "a gradient or pattern"},
    };
    const char *got = read_drawing(arena_format(arena, "<svg viewBox=\"0 0 9 9\">%s</svg>", cases[_i][0]));
    ck_assert_msg(strstr(got, cases[_i][1]) && strstr(got, cases[_i][2]), "%s", got);
}
END_TEST

START_TEST(uses_become_copies)
{
    static const char *const cases[][3] = {
        {"<defs><rect id=\"a\" width=\"2\"/></defs><use x=\"3\" y=\"4\" xlink:href=\"#a\" fill=\"#111\"/>",
         "  g fill=\"#111\" transform=\"translate(3 4)\"\n    rect width=\"2\"\n", ""},
        {"<g id=\"a\"><rect/></g><use href=\"#a\" transform=\"scale(2)\"/>", "  g transform=\"scale(2) translate(0 0)\"\n    g\n      rect\n", ""},
        {"<symbol id=\"s\" viewBox=\"0 0 4 2\"><rect/></symbol><use href=\"#s\" width=\"8\" height=\"8\"/>",
         "  g transform=\"translate(0 0) translate(0 2) scale(2)\"\n    rect\n", ""},
        {"<defs><rect id=\"r\"/><g id=\"a\"><use href=\"#r\"/></g></defs><use href=\"#a\"/>", "    g\n      g transform=\"translate(0 0)\"\n        rect\n", ""},
        {"<g id=\"a\"><use href=\"#a\"/></g>", "drawing-refused", "in a circle"},
        {"<use href=\"#weg\"/>", "drawing-refused", "`#weg`"},
        {"<use href=\"other.svg#a\"/>", "drawing-refused", "`other.svg#a`"},
        {"<clipPath id=\"k\"><use href=\"#r\"/></clipPath><rect id=\"r\"/>", "drawing-refused", "clipPath"},
        {"<symbol id=\"s\" viewBox=\"0 0 4 2\"><rect/></symbol><use href=\"#s\"/>", "drawing-refused", "view box"},
        {"<switch><foreignObject><p>x</p></foreignObject><text>een</text><text>twee</text></switch>", "  g\n    text\n      \"een\"\n", ""},
        {"<switch><g requiredFeatures=\"x\"/><a><text>niet</text></a></switch>", "  g\n    g\n", ""},
        {"<rect fill=\"rgb(100%, 0%,50%)\" stroke=\"rgba(0,128,255,.5)\"/>", "fill=\"#ff0080\" stroke=\"#0080ff\" stroke-opacity=\"0.5\"", ""},
    };
    const char *got = read_drawing(arena_format(
        arena, "<svg viewBox=\"0 0 9 9\" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">%s</svg>", cases[_i][0]));
    ck_assert_msg(strstr(got, cases[_i][1]) && strstr(got, cases[_i][2]), "%s", got);
}
END_TEST

/* Each `use` of ten uses of ten …: it would be a billion squares. */
START_TEST(uses_do_not_grow_without_bound)
{
    struct buffer svg = buffer_new(arena);
    buffer_add(&svg, "<svg viewBox=\"0 0 9 9\"><defs><rect id=\"a0\"/>");
    for (int i = 1; i < 10; i++) {
        buffer_format(&svg, "<g id=\"a%d\">", i);
        for (int j = 0; j < 10; j++) buffer_format(&svg, "<use href=\"#a%d\"/>", i - 1);
        buffer_add(&svg, "</g>");
    }
    buffer_add(&svg, "</defs><use href=\"#a9\"/></svg>");
    const char *got = read_drawing(buffer_text(&svg));
    ck_assert_msg(strstr(got, "more than 50000 elements"), "%s", got);
}
END_TEST

START_TEST(lines_are_those_of_the_file)
{
    struct node *svg = document_read_drawing(
        arena, tree_source("a.svg", "<svg viewBox=\"0 0 9 9\">\n\n  <g\n  fill=\"red\"/></svg>"), messages);
    const struct node *group = node_by_name(svg, "g");
    ck_assert_uint_eq(group->place.line, 3);
    ck_assert_uint_eq(group->place.column, 3);
}
END_TEST

static const char sample[] =
    "<?xml version='1.0'?><!DOCTYPE svg><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><defs><clipPath id='a'>"
    "<rect width='1'/></clipPath></defs><g style='fill:#fff;stroke:url(#b)' clip-path='url(#a)'><text x='1'>a&amp;b</text>"
    "<path d='M0 0h1'/><!-- c --><?p i?><use href='#x'/></g></svg>";

START_TEST(mutilated)
{
    static const char letters[] = "<>/\"'=&;#![]-? :ax0\n";
    uint32_t random = 99;
    for (int round = 0; round < 4000; round++) {
        char *text = arena_string(arena, sample);
        for (int i = 0; i < 1 + round % 3; i++) {
            random = random * 1664525 + 1013904223;
            text[(random >> 8) % (sizeof sample - 1)] = letters[(random >> 20) % (sizeof letters - 1)];
        }
        if (round % 5 == 0) text[(random >> 4) % (sizeof sample - 1)] = '\0';
        struct messages *own = messages_new(arena);
        const struct source *source = tree_source("a.svg", text);
        ck_assert_msg(document_read_drawing(arena, source, own) || messages_total(own), "refused in silence: %s", text);
    }
}
END_TEST

START_TEST(bombs)
{
    enum { COUNT = 200000 };
    struct buffer text = buffer_new(arena);
    buffer_add(&text, "<svg viewBox='0 0 9 9'>");
    for (int i = 0; i < COUNT; i++) buffer_add(&text, "<g/>");
    buffer_add(&text, "</svg>");
    ck_assert_msg(strstr(read_drawing(buffer_text(&text)), "image-too-large"), "%s", suite_told());
    ck_assert_uint_eq(messages_total(messages), 1);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_test(tests, editors_leave_traces);
    tcase_add_loop_test(tests, sizes, 0, 10);
    tcase_add_loop_test(tests, lengths, 0, 8);
    tcase_add_loop_test(tests, sheets_become_attributes, 0, 13);
    tcase_add_loop_test(tests, uses_become_copies, 0, 12);
    tcase_add_test(tests, uses_do_not_grow_without_bound);
    tcase_add_test(tests, lines_are_those_of_the_file);
    tcase_add_test(tests, mutilated);
    tcase_add_test(tests, bombs);
    return suite_run("document: drawings", tests);
}
