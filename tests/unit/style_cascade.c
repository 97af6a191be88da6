#include <string.h>

#include "style/style.h"
#include "tree.h"

static struct styled *style_with(const char *html, const char *css, const char *medium)
{
    struct sheet *sheets[] = {style_read(arena, tree_source("test.css", css), messages)};
    return style_document(arena, tree_of(html), sheets, 1, medium, messages);
}

static struct styled *style(const char *html, const char *css)
{
    return style_with(html, css, "print");
}

static struct styled *find(struct styled *root, const char *id)
{
    struct styled *at = root;
    while (at) {
        const char *own = at->node->name ? node_get(at->node, "id") : NULL;
        if (own && strcmp(own, id) == 0) return at;
        if (at->first) {
            at = at->first;
            continue;
        }
        while (at && !at->next) at = at->parent;
        at = at ? at->next : NULL;
    }
    ck_abort_msg("no element %s", id);
    return NULL;
}

/* Whether a rule with that selector reaches the element with id x. A background is not inherited. */
static bool reaches(const char *html, const char *selector)
{
    const char *css = arena_format(arena, "%s { background: #ff0000 }", selector);
    return find(style(html, css), "x")->style->background.red == 255;
}

static const char *value_of(const char *declarations, const char *property)
{
    struct styled *root = style("<div><p id=\"x\">a</p></div>", arena_format(arena, "#x { %s }", declarations));
    struct buffer out = buffer_new(arena);
    style_dump(&out, root);
    const char *line = strstr(buffer_text(&out), "p#x");
    const char *found = line ? strstr(line, arena_format(arena, " %s: ", property)) : NULL;
    if (!found) return "";
    found += strlen(property) + 3;
    return arena_copy(arena, found, strcspn(found, ";"));
}

/* ---- selectors ---- */

static const char page[] = "<article class=\"report\" id=\"r\"><h1>t</h1><section class=\"norm a-b\">"
                           "<p>1</p><p id=\"x\" class=\"one two\" lang=\"nl-NL\" title=\"een twee\">2"
                           "<a href=\"#\">l</a></p><p>3</p></section></article>";

START_TEST(selectors_that_match)
{
    static const char *const selectors[] = {
        "p",
        "*",
        "#x",
        ".one",
        ".two.one",
        "p.one#x",
        "P",
        "section p",
        "article p",
        "section > p",
        "article > section > p",
        "p + p",
        "p ~ p",
        "h1 ~ section p",
        "h1 + section > p + p",
        "[title]",
        "[lang|=nl]",
        "[title~=twee]",
        "[title^=\"een\"]",
        "[title$=ee]",
        "[title*='n t']",
        "[title='een twee']",
        ":not(.three)",
        ":not(h1, h2)",
        ":is(h1, p)",
        ":where(p).one",
        "p:nth-child(2)",
        "p:nth-child(2n)",
        "p:nth-child(even)",
        ".a-b > :not(:first-child):not(:last-child)",
        ":root p",
        ".report .one",
        "h1, p",
        "section p:nth-child(n+2)",
        ":is(section, article) > .one",
        "p:not(:empty)",
        "article section p",
        ".report > .norm p",
    };
    for (size_t i = 0; i < sizeof selectors / sizeof *selectors; i++) {
        ck_assert_msg(reaches(page, selectors[i]), "%s", selectors[i]);
    }
    ck_assert_uint_eq(messages_total(messages), 0);
}
END_TEST

START_TEST(selectors_that_do_not)
{
    static const char *const selectors[] = {
        "h1",
        "#y",
        ".three",
        "article > p",
        "h1 > p",
        "h1 p",
        "p + p + p + p",
        "[title=een]",
        "[lang|=n]",
        "[class]:not([id])",
        ":first-child",
        ":last-child",
        ":root",
        "p:nth-child(odd)",
        ":not(p)",
        "p:empty",
        "p:hover",
        ":link",
        ":only-child",
        "p ~ h1",
        "section + p",
        "p:nth-child(-n+1)",
        ".ONE",
        "h1 + p",
        "[title='']",
        "[title*='']",
        "p::before",
        "p::selection",
        "section > section p",
    };
    for (size_t i = 0; i < sizeof selectors / sizeof *selectors; i++) {
        ck_assert_msg(!reaches(page, selectors[i]), "%s", selectors[i]);
    }
    ck_assert_uint_eq(messages_total(messages), 0);
}
END_TEST

/* A descendant that matches nowhere above the nearest candidate must still find a farther one. */
START_TEST(selectors_go_back)
{
    const char *html =
        "<div class=\"a\"><div class=\"b\"><div><div class=\"b\"><p id=\"x\">t</p></div></div></div></div>";
    ck_assert(reaches(html, ".a > .b p"));
    ck_assert(!reaches(html, ".b > .a p"));
    const char *list =
        "<ul><li class=\"a\"></li><li class=\"b\"></li><li></li><li class=\"b\"></li><li id=\"x\"></li></ul>";
    ck_assert(reaches(list, ".a + .b ~ li"));
    ck_assert(!reaches(list, ".b + .a ~ li"));
}
END_TEST

START_TEST(specificity)
{
    static const struct {
        const char *css;
        int red;
    } cases[] = {
        {"p { color: rgb(1,0,0) } p { color: rgb(2,0,0) }", 2},
        {".one { color: rgb(1,0,0) } p { color: rgb(2,0,0) }", 1},
        {"#x { color: rgb(1,0,0) } .one.two { color: rgb(2,0,0) }", 1},
        {"section p { color: rgb(1,0,0) } p { color: rgb(2,0,0) }", 1},
        {":is(#y, p) { color: rgb(1,0,0) } .one.two { color: rgb(2,0,0) }", 1},
        {":where(#x) { color: rgb(1,0,0) } p { color: rgb(2,0,0) }", 2},
        {":not(#y) { color: rgb(1,0,0) } p.one { color: rgb(2,0,0) }", 1},
        {"p { color: rgb(1,0,0) !important } #x { color: rgb(2,0,0) }", 1},
        {"p { color: rgb(1,0,0) } p, #y { color: rgb(2,0,0) }", 2},
        {"p:first-child, .one { color: rgb(1,0,0) } p { color: rgb(2,0,0) }", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_int_eq(find(style(page, cases[i].css), "x")->style->colour.red, cases[i].red);
    }
}
END_TEST

/* ---- values ---- */

START_TEST(values)
{
    static const char *const cases[][3] = {
        {"font-size: 10pt; margin-top: 2em", "margin-top", "20pt"},
        {"margin-top: 16px", "margin-top", "12pt"},
        {"margin-top: 25.4mm", "margin-top", "72pt"},
        {"margin-top: 2rem", "margin-top", "24pt"},
        {"margin: 1pt 2pt 3pt", "margin-left", "2pt"},
        {"margin: auto", "margin-left", "auto"},
        {"margin: -3pt", "margin-top", "-3pt"},
        {"width: 50%", "width", "50%"},
        {"width: calc(1in - 2 * 6pt)", "width", "60pt"},
        {"width: calc((1pt + 2pt) * 4 / 2)", "width", "6pt"},
        {"width: calc(100% / 4)", "width", "25%"},
        {"padding: calc(1pt - 5pt)", "padding-top", ""},
        {"font-size: 50%", "font-size", "6pt"},
        {"font-size: 2em; line-height: 1.5", "line-height", "36pt"},
        {"line-height: 150%", "line-height", "18pt"},
        {"border: 1pt solid #123", "border-left-color", "#112233"},
        {"border-top: 2pt dotted", "border-top-style", "dotted"},
        {"border-left: thick", "border-left-width", ""},
        {"color: rgb(1 2 3)", "color", "#010203"},
        {"color: RGB(100%, 0%, 0%)", "color", "#ff0000"},
        {"background: white", "background-color", "#ffffff"},
        {"font-family: Lato, \"DejaVu Sans\", sans-serif", "font-family", "\"Lato\", \"DejaVu Sans\", \"sans-serif\""},
        {"font-weight: bold", "font-weight", "700"},
        {"display: grid; grid-template-columns: repeat(2, 1fr 20pt)", "grid-template-columns", "1fr 20pt 1fr 20pt"},
        {"page-break-before: always", "break-before", "page"},
        {"string-set: chapter content()", "string-set", "chapter"},
        {"list-style: none", "list-style-type", "none"},
        {"text-align: RIGHT", "text-align", "right"},
        {"letter-spacing: 0.05em", "letter-spacing", "0.6pt"},
        {"float: left; display: inline", "display", "block"},
        {"color: SteelBlue", "color", "#4682b4"},
        {"fill: rebeccapurple", "fill", "#663399"},
        {"stroke-dasharray: 4, 2px", "stroke-dasharray", "4 2"},
        {"stroke-dasharray: 3", "stroke-dasharray", "3 3"},
        {"stroke-dasharray: 0 0", "stroke-dasharray", ""},
        {"stroke-dasharray: 1 2 3 4 5 6 7 8 9", "stroke-dasharray", ""},
        {"stroke-dashoffset: -2", "stroke-dashoffset", "-2"},
        {"stroke-linecap: round", "stroke-linecap", "round"},
        {"stroke-linejoin: bevel", "stroke-linejoin", "bevel"},
        {"fill-rule: evenodd", "fill-rule", "evenodd"},
        {"opacity: 30%", "opacity", "0.3"},
        {"fill-opacity: 7", "fill-opacity", ""},
        {"stroke-opacity: -1", "stroke-opacity", "0"},
        {"opacity: half", "opacity", ""},
        {"text-anchor: middle", "text-anchor", "middle"},
        {"max-height: 2in", "max-height", "144pt"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *value = value_of(cases[i][0], cases[i][1]);
        ck_assert_msg(strcmp(value, cases[i][2]) == 0, "%s gives %s: %s", cases[i][0], cases[i][1], value);
    }
}
END_TEST

START_TEST(inheritance)
{
    struct styled *root = style("<div><p id=\"x\">t<em id=\"y\">u</em></p></div>",
                                ":root { color: #ff0000; margin: 5pt; line-height: 2; font-size: 20pt }"
                                "p { font-size: 10pt; margin: inherit } em { color: initial; font-style: inherit }");
    const struct computed *p = find(root, "x")->style, *em = find(root, "y")->style;
    ck_assert_int_eq(p->colour.red, 255);
    ck_assert_float_eq_tol(p->line_height, 20, 0.001f);
    ck_assert_float_eq_tol(p->margin[SIDE_LEFT].value, 5, 0.001f);
    ck_assert_int_eq(em->colour.red, 0);
    ck_assert(!em->italic);
    ck_assert_ptr_eq(find(root, "x")->first->style, p); /* texts have the style of their parent */
}
END_TEST

START_TEST(equal_siblings_share)
{
    struct styled *root = style("<ul><li id=\"a\">1</li><li id=\"b\">2</li><li id=\"c\" class=\"k\">3</li></ul>",
                                "li { color: #ff0000 } .k { color: #00ff00 }");
    ck_assert_ptr_eq(find(root, "a")->style, find(root, "b")->style);
    ck_assert_ptr_ne(find(root, "a")->style, find(root, "c")->style);
}
END_TEST

START_TEST(variables)
{
    static const struct {
        const char *css;
        int red;
    } cases[] = {
        {":root { --c: rgb(1,0,0) } p { color: var(--c) }", 1},
        {"p { color: var(--none, rgb(2,0,0)) }", 2},
        {":root { --a: var(--b); --b: rgb(3,0,0) } p { color: var(--a) }", 3},
        {":root { --c: rgb(1,0,0) } section { --c: rgb(4,0,0) } p { color: var(--c) }", 4},
        {":root { --n: 5 } p { color: rgb(var(--n), 0, 0) }", 5},
        {":root { --c: rgb(1,0,0) } p { color: var( --c ) } :root { --c: rgb(6,0,0) }", 6},
        {"p { --c: rgb(7,0,0) !important; --c: rgb(1,0,0); color: var(--c) }", 7},
        {"p { color: var(--no, var(--none, rgb(8,0,0))) }", 8},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_int_eq(find(style(page, cases[i].css), "x")->style->colour.red, cases[i].red);
    }
    ck_assert_uint_eq(messages_total(messages), 0);
    ck_assert_str_eq(value_of("--e: 2pt solid #123456; border: var(--e)", "border-left-color"), "#123456");
    ck_assert_str_eq(value_of("--s: 1pt; margin: var(--s) calc(2 * var(--s))", "margin-left"), "2pt");
}
END_TEST

START_TEST(variables_that_fail)
{
    struct styled *root =
        style(page, ":root { --a: var(--b); --b: var(--a); color: rgb(9,0,0) } p { color: var(--a) }");
    ck_assert_int_eq(find(root, "x")->style->colour.red, 9); /* as unset: inherited */
    ck_assert_uint_eq(messages_total(messages), 1);
    ck_assert_str_eq(messages_at(messages, 0)->text, "“--a” needs itself; a value that ends was expected");
    style(page, ":root { --accent: red } p { color: var(--acent) }");
    ck_assert_uint_eq(messages_total(messages), 2);
    ck_assert_str_eq(messages_at(messages, 1)->hint, "did you mean “--accent”?");
    style(page, ":root { --a: 3pt } p { color: var(--a) }");
    ck_assert_uint_eq(messages_total(messages), 3);
}
END_TEST

START_TEST(media)
{
    const char *css = "@media screen { p { color: rgb(1,0,0); flex: 1 } } @media print { p { color: rgb(2,0,0) } }"
                      "@media (prefers-color-scheme: dark) { p { color: rgb(3,0,0) } } @supports (x: y) { p { z: 1 } }"
                      "@media screen, print { p { text-indent: 1pt } } @media not print { p { text-indent: 2pt } }";
    ck_assert_int_eq(find(style(page, css), "x")->style->colour.red, 2);
    ck_assert_float_eq(find(style(page, css), "x")->style->text_indent, 1);
    ck_assert_int_eq(find(style_with(page, css, "screen"), "x")->style->colour.red, 1);
    ck_assert_float_eq(find(style_with(page, css, "screen"), "x")->style->text_indent, 2);
    ck_assert_uint_eq(messages_total(messages), 0);
}
END_TEST

START_TEST(generated)
{
    struct styled *root = style(page, "a::after { content: leader('.') target-counter(attr(href), page); color: red }"
                                      "p::before { color: red } h1::before { content: 'a' attr(id) counter(page) }");
    struct styled *a = find(root, "x")->first->next;
    ck_assert_ptr_nonnull(a->after);
    ck_assert_uint_eq(a->after->content_count, 2);
    ck_assert_int_eq(a->after->content[0].kind, CONTENT_LEADER);
    ck_assert_int_eq(a->after->content[1].kind, CONTENT_TARGET_PAGE);
    ck_assert_int_eq(a->after->colour.red, 255);
    ck_assert_ptr_null(find(root, "x")->before);
    ck_assert_uint_eq(root->first->before->content_count, 3);
}
END_TEST

START_TEST(markers)
{
    struct styled *root = style("<ol><li id=\"x\">a</li></ol>", "li::marker { color: red }");
    ck_assert_int_eq(find(root, "x")->marker->colour.red, 255);
    ck_assert_int_eq(find(root, "x")->marker->list_style, LIST_DECIMAL);
    ck_assert_ptr_null(root->marker);
}
END_TEST

START_TEST(hints)
{
    const char *html = "<div><svg id=\"x\" width=\"24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\""
                       " data-colour=\"#123456\" data-ink=\"#ffffff\"><path d=\"M0 0\"/></svg></div>";
    struct styled *svg = find(style(html, "svg { height: 1em }"), "x");
    ck_assert_int_eq(svg->style->background.red, 0x12);
    ck_assert_int_eq(svg->style->background.blue, 0x56);
    ck_assert_int_eq(svg->first->style->stroke.green, 255);
    ck_assert_int_eq(svg->first->style->fill.alpha, 0);
    ck_assert_float_eq(svg->first->style->stroke_width, 2);
    ck_assert_float_eq_tol(svg->style->width.value, 18, 0.001f);
    svg = find(style(html, "svg { width: 1em; background: #ffffff }"), "x");
    ck_assert_float_eq_tol(svg->style->width.value, 12, 0.001f);
    ck_assert_int_eq(svg->style->background.red, 255);
}
END_TEST

/* Sizes of shapes are geometry; text in a drawing is in its units; opacity is not inherited. */
START_TEST(hints_of_shapes)
{
    const char *html = "<svg opacity=\"0.5\" font-size=\"16\"><g stroke-dasharray=\"4 2\" text-anchor=\"end\">"
                       "<rect id=\"x\" width=\"9\" height=\"9\" font-weight=\"bold\" fill=\"nonsense\"/></g></svg>";
    const struct computed *rect = find(style(html, ""), "x")->style;
    ck_assert_int_eq(rect->width.unit, LENGTH_AUTO);
    ck_assert_float_eq_tol(rect->opacity, 1, 0.001f);
    ck_assert_float_eq_tol(rect->font_size, 12, 0.001f);
    ck_assert_int_eq(rect->dash_count, 2);
    ck_assert_int_eq(rect->text_anchor, ANCHOR_END);
    ck_assert_int_eq(rect->font_weight, 700);
    ck_assert_int_eq(rect->fill.alpha, 255);
    ck_assert_uint_eq(messages_total(messages), 0);
    rect = find(style(html, "rect { stroke-dasharray: none }"), "x")->style;
    ck_assert_int_eq(rect->dash_count, 0);
}
END_TEST

START_TEST(languages)
{
    struct styled *root =
        style("<div lang=\"nl\"><p id=\"x\">a</p><p lang=\"en\" id=\"y\">b</p></div>", "p { margin: 0 }");
    ck_assert_str_eq(find(root, "x")->style->language, "nl");
    ck_assert_str_eq(find(root, "y")->style->language, "en");
}
END_TEST

START_TEST(no_sheet)
{
    struct styled *root = style_document(arena, tree_of("<p id=\"x\">a</p>"), NULL, 0, "print", messages);
    ck_assert_int_eq(root->style->display, DISPLAY_BLOCK);
}
END_TEST

/* ---- pages ---- */

static struct page_style page_of(const char *css, const char *name, bool first, bool left)
{
    struct sheet *sheets[] = {style_read(arena, tree_source("test.css", css), messages)};
    return style_page(arena, sheets, 1, name, first, left, messages);
}

static const char *content_of(const struct computed *box)
{
    return box ? box->content[0].text : "";
}

START_TEST(pages)
{
    const char *css =
        ":root { --foot: 'van' } @page { size: A4; margin: 20mm 30mm;"
        " @top-left { content: 'gewoon'; color: red } @bottom-right { content: var(--foot) counter(page) }"
        " @footnote { border-top: 0.5pt solid black; padding-top: 4pt } }"
        "@page :left { margin-left: 10mm; @top-left { content: 'links' } }"
        "@page cover { margin: 0; @bottom-right { content: none } }"
        "@page :first { @top-left { content: 'eerste' } }"
        "@page wide { size: A4 landscape }";
    struct page_style style = page_of(css, NULL, false, false);
    ck_assert_float_eq_tol(style.width, 595.276f, 0.01f);
    ck_assert_float_eq_tol(style.margin[SIDE_TOP], 56.693f, 0.01f);
    ck_assert_str_eq(content_of(style.boxes[MARGIN_TOP_LEFT]), "gewoon");
    ck_assert_int_eq(style.boxes[MARGIN_TOP_LEFT]->colour.red, 255);
    ck_assert_str_eq(content_of(style.boxes[MARGIN_BOTTOM_RIGHT]), "van");
    ck_assert_int_eq(style.boxes[MARGIN_BOTTOM_RIGHT]->text_align, ALIGN_END);
    ck_assert_ptr_null(style.boxes[MARGIN_TOP_CENTER]);
    ck_assert_float_eq_tol(style.footnote->border[SIDE_TOP].width, 0.5f, 0.001f);
    style = page_of(css, NULL, false, true);
    ck_assert_str_eq(content_of(style.boxes[MARGIN_TOP_LEFT]), "links");
    ck_assert_float_eq_tol(style.margin[SIDE_LEFT], 28.346f, 0.01f);
    style = page_of(css, "cover", true, true);
    ck_assert_str_eq(content_of(style.boxes[MARGIN_TOP_LEFT]), "eerste");
    ck_assert_ptr_null(style.boxes[MARGIN_BOTTOM_RIGHT]);
    ck_assert_float_eq(style.margin[SIDE_LEFT], 0); /* a name weighs more than :left */
    style = page_of(css, "wide", false, false);
    ck_assert_float_eq_tol(style.width, 841.89f, 0.01f);
    ck_assert_uint_eq(messages_total(messages), 0);
}
END_TEST

/* ---- hostile sheets ---- */

static const char *repeated(const char *text, size_t times)
{
    struct buffer out = buffer_new(arena);
    for (size_t i = 0; i < times; i++) buffer_add(&out, text);
    return buffer_text(&out);
}

START_TEST(hostile)
{
    const char *sheets[] = {
        "",
        "}",
        "{",
        "{{{{",
        "@",
        "@media",
        "@media {",
        "@page",
        "@page {",
        "@page { @top-left",
        "@page { @top-left {",
        "p",
        "p {",
        "p { color",
        "p { color:",
        "p { color: red",
        "p { color: ; }",
        "p { : red }",
        "p { ;;; }",
        "p:",
        "p::",
        "p[",
        "p[x",
        "p[x=",
        "p[x='",
        "p:not(",
        "p:not(:not(:not(:not(:not(p)))))",
        "p > > p {}",
        ",p {}",
        "p, {}",
        "> p {}",
        "p:nth-child(99999999999n+99999999999) {color:red}",
        "p:nth-child() {}",
        "p { margin: 1e999pt }",
        "\\",
        "p { --x }",
        "p { --x:; color: var(--x) }",
        "p { color: var( }",
        "p { color: var(--) }",
        "p { width: calc( }",
        "p { width: calc(1/0) }",
        "p { content: attr( }",
        "p { grid-template-columns: repeat(9999999, 1fr) }",
        "p { font-family: , }",
        "@page a:first:x {}",
        "p { width: calc(1pt / 0) }",
        "p{color:red}}p{color:blue}",
        "\xEF\xBF\xBD",
        "p { color: red !important !important }",
        "@page { size: 0 0; margin: -99999mm }",
        "p { font-size: -1pt }",
        "a{b{c{d{e{f:g}}}}}",
        "*{}*{}",
        "<!-- p {} -->",
    };
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        ck_assert_ptr_nonnull(style(page, sheets[i]));
        page_of(sheets[i], NULL, true, false);
    }
}
END_TEST

START_TEST(hostile_and_long)
{
    const char *sheets[] = {
        repeated("{", 300000),
        repeated("p{", 100000),
        repeated("(", 300000),
        repeated("@media print{", 50000),
        repeated("p ", 100000),
        repeated(":not(", 50000),
        repeated("p{colr:red}", 50000),
        repeated("/*", 300000),
        repeated("p,", 100000),
        repeated("[", 300000),
        repeated("'", 100000),
        repeated("url(", 100000),
        arena_format(arena, "p { width: %s", repeated("calc(", 50000)),
        arena_format(arena, "p { color: %s", repeated("var(--a,", 50000)),
        arena_format(arena, "%s { color: red }", repeated("div ", 60)),
        arena_format(arena, "%s { color: red }", repeated("* ", 60)),
        repeated("@page a { @top-left { content: 'x' } }", 5000),
    };
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) ck_assert_ptr_nonnull(style(page, sheets[i]));
}
END_TEST

/* Each property is ten of the one before: 10^20 tokens, were there no bound. */
START_TEST(billion_laughs)
{
    struct buffer css = buffer_new(arena);
    buffer_add(&css, ":root { --v0: 1pt;");
    for (int i = 1; i < 20; i++) {
        buffer_format(&css, "--v%d: ", i);
        for (int j = 0; j < 10; j++) buffer_format(&css, "var(--v%d) ", i - 1);
        buffer_add(&css, ";");
    }
    buffer_add(&css, "} p { margin: var(--v19) }");
    style(page, buffer_text(&css));
    ck_assert_uint_ge(messages_total(messages), 1);
}
END_TEST

/* A deep tree under a selector that fails late must not take time exponential in its combinators. */
START_TEST(deep_tree)
{
    enum { DEPTH = 120 };
    struct buffer html = buffer_new(arena);
    for (int i = 0; i < DEPTH; i++) buffer_add(&html, "<div><p></p>");
    for (int i = 0; i < DEPTH; i++) buffer_add(&html, "</div>");
    const char *css = arena_format(arena, "ul %s p { color: red } ul ~ %s p { color: red }", repeated("div ", 40),
                                   repeated("div > div ", 20));
    style(buffer_text(&html), css);
}
END_TEST

START_TEST(most_messages)
{
    style(page, repeated("p { colr: red }", 1000));
    ck_assert_uint_eq(messages_total(messages), 101);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_test(tests, selectors_that_match);
    tcase_add_test(tests, selectors_that_do_not);
    tcase_add_test(tests, selectors_go_back);
    tcase_add_test(tests, specificity);
    tcase_add_test(tests, values);
    tcase_add_test(tests, inheritance);
    tcase_add_test(tests, equal_siblings_share);
    tcase_add_test(tests, variables);
    tcase_add_test(tests, variables_that_fail);
    tcase_add_test(tests, media);
    tcase_add_test(tests, generated);
    tcase_add_test(tests, markers);
    tcase_add_test(tests, hints);
    tcase_add_test(tests, hints_of_shapes);
    tcase_add_test(tests, languages);
    tcase_add_test(tests, no_sheet);
    tcase_add_test(tests, pages);
    tcase_add_test(tests, hostile);
    tcase_add_test(tests, hostile_and_long);
    tcase_add_test(tests, billion_laughs);
    tcase_add_test(tests, deep_tree);
    tcase_add_test(tests, most_messages);
    return suite_run("style: cascade", tests);
}
