/* Absurd styles and pathological documents: layout always ends, gets on with every page, and loses no text. */
#include "lay_out.h"
#include "shown.h"

static const char small_page[] = "@page { size: 200pt 200pt; margin: 20pt } article { font-family: \"DejaVu Sans\" }";

static const struct layout *lay_out(const char *css, const char *html)
{
    struct laid_out result = lay_out_text(html, css);
    ck_assert_msg(result.layout, "not well-formed: %.60s", html);
    ck_assert_uint_ge(result.layout->page_count, 1);
    ck_assert_uint_eq(shown_bytes(result.layout), written_bytes(result.root));
    return result.layout;
}

static void repeat(struct buffer *out, const char *text, size_t count)
{
    while (count--) buffer_add(out, text);
}

/* ---- styles ---- */

static const char mixed[] =
    "<article lang='nl'><h1 id='a'>Verantwoordelijkheid</h1><p>Een alinea met <b>vette</b> woorden en een noot"
    "<a class='footnote-call' href='#n'><sup>1</sup></a>.</p><aside class='footnote' id='n'><p>De noot.</p></aside>"
    "<ul><li>Punt</li><li>Nog een</li></ul>"
    "<table><thead><tr><th id='head:1'>Kop</th></tr></thead><tr><td>Cel</td><td>Cel</td></tr></table>"
    "<div class='grid'><div>Links</div><div>Rechts</div></div><div class='float'>Kader</div><p>Naast het kader.</p>"
    "<p><svg viewBox='0 0 10 10' aria-hidden='true'><path d='M0 0h1'/></svg> <span class='block'>blok</span></p>"
    "</article>";

static const char *const styles[] = {
    "* { width: 0 }",
    "* { font-size: 4000pt; line-height: 5000pt }",
    "* { font-size: 0 }",
    "* { line-height: 0 }",
    "* { margin: 5000pt }",
    "* { margin: -50pt }",
    "b, a, sup { margin: 0 -900pt }",
    "* { border-collapse: collapse; border: 3pt solid #000000 }",
    "* { padding: 3000pt }",
    "* { border: 900pt solid #000000 }",
    "* { letter-spacing: -40pt }",
    "* { letter-spacing: 900pt }",
    "* { text-indent: -900pt }",
    "* { text-indent: 900pt }",
    "* { break-before: page }",
    "* { break-before: right }",
    "* { break-before: avoid; break-after: avoid; break-inside: avoid }",
    "* { orphans: 99; widows: 99 }",
    "* { display: block }",
    "* { display: inline-block }",
    "* { display: table }",
    "* { display: table-row }",
    "* { display: table-cell }",
    "* { display: grid; grid-template-columns: 1fr 1fr }",
    "* { float: left }",
    "* { float: right; width: 150% }",
    "* { display: list-item }",
    "* { white-space: nowrap }",
    "* { white-space: pre }",
    "* { height: 900pt }",
    "* { width: 900pt }",
    "* { vertical-align: super }",
    "* { page: other }",
    "* { hyphens: auto; text-align: justify; width: 10pt }",
    ".grid { display: grid; grid-template-columns: 0fr 0fr; gap: 500pt } .float { float: left } "
    ".block { display: inline-block }",
    "@page { margin: 900pt }",
    "@page { size: 1pt 1pt; margin: 0 }",
    "@page { @footnote { padding-top: 900pt } } .footnote { float: footnote }",
    ".footnote { float: footnote; font-size: 200pt }",
    "* { float: footnote }",
    "article { border: 3pt solid #000000 }",
    "p::before { content: leader(\".\") leader(\".\") target-counter(attr(href), page) }",
};

START_TEST(absurd_style)
{
    lay_out(arena_format(arena, "%s .footnote { float: footnote } %s", small_page, styles[_i]), mixed);
}
END_TEST

/* ---- long documents ---- */

START_TEST(long_paragraph)
{
    struct buffer html = buffer_new(arena);
    buffer_add(&html, "<article lang='nl'><p>");
    repeat(&html, "woorden achter elkaar gezet ", 25000);
    buffer_add(&html, "</p></article>");
    lay_out(arena_format(arena, "%s p { hyphens: auto }", small_page), buffer_text(&html));
}
END_TEST

START_TEST(long_word)
{
    struct buffer html = buffer_new(arena);
    buffer_add(&html, "<article><p>");
    repeat(&html, "woord", 20000);
    buffer_add(&html, "</p></article>");
    lay_out(small_page, buffer_text(&html));
}
END_TEST

START_TEST(many_rows)
{
    struct buffer html = buffer_new(arena);
    buffer_add(&html, "<article><table><thead><tr><th>Kop</th><th>Kop</th></tr></thead><tbody>");
    for (int i = 0; i < 5000; i++) buffer_format(&html, "<tr id='r%d'><td>rij %d</td><td>cel</td></tr>", i, i);
    buffer_add(&html, "</tbody></table></article>");
    const struct layout *layout = lay_out(small_page, buffer_text(&html));
    ck_assert_uint_eq(layout->anchor_count, 5000);
    ck_assert_uint_gt(layout->page_count, 400);
}
END_TEST

START_TEST(many_spanned_rows)
{
    struct buffer html = buffer_new(arena);
    buffer_add(&html, "<article><table><tr><td rowspan='65000'>lang</td><td>a</td></tr>");
    repeat(&html, "<tr><td>b</td></tr>", 2000);
    buffer_add(&html, "<tr><td colspan='99999'>breed</td></tr></table></article>");
    lay_out(small_page, buffer_text(&html));
}
END_TEST

/* Spans that reach over each other, over the table's end and over thousands of rows. */
START_TEST(spans_that_overlap)
{
    struct buffer html = buffer_new(arena);
    buffer_add(&html, "<article><table><tr><td>a</td><td rowspan='3000'>b</td></tr>");
    for (int i = 1; i < 700; i++)
        buffer_format(&html, "<tr><td colspan='%d' rowspan='%d'>c%d</td><td rowspan='%d'>d</td></tr>", i % 7, i % 11, i, i % 3000);
    repeat(&html, "<tr></tr>", 300);
    buffer_add(&html, "</table></article>");
    lay_out(arena_format(arena, "%s table { border-collapse: collapse } td { border: 1pt solid #000000 }", small_page), buffer_text(&html));
}
END_TEST

START_TEST(many_groups_with_heads)
{
    struct buffer html = buffer_new(arena);
    buffer_add(&html, "<article><table><thead><tr><th>a</th><th>b</th></tr></thead>");
    repeat(&html, "<tbody><tr class='head'><th>c</th><th>d</th></tr><tr><td>1</td><td>2</td></tr></tbody>", 1500);
    buffer_add(&html, "<tbody>");
    repeat(&html, "<tr class='head'><th colspan='2'>e</th></tr>", 1500);
    buffer_add(&html, "</tbody></table></article>");
    lay_out(arena_format(arena, "%s .head { break-after: avoid }", small_page), buffer_text(&html));
}
END_TEST

/* A table of 200 columns of numbers is told, and all of it stands somewhere. */
START_TEST(many_columns)
{
    struct buffer html = buffer_new(arena);
    buffer_add(&html, "<article><table>");
    for (int row = 0; row < 20; row++) {
        buffer_add(&html, "<tr>");
        repeat(&html, "<td>1.234,56</td>", 200);
        buffer_add(&html, "</tr>");
    }
    buffer_add(&html, "</table></article>");
    lay_out(small_page, buffer_text(&html));
    ck_assert_uint_eq(messages_total(messages), 1);
    ck_assert_int_eq(messages_at(messages, 0)->code, TABLE_TOO_WIDE);
}
END_TEST

START_TEST(breaks_in_cells)
{
    struct buffer html = buffer_new(arena);
    buffer_add(&html, "<article><table>");
    repeat(&html, "<tr><td><p>a</p><p class='new'>b</p></td><td rowspan='2'><p>c</p><div><p class='new'>d</p></div></td></tr><tr><td>e</td></tr>", 200);
    buffer_add(&html, "</table></article>");
    const struct layout *layout = lay_out(arena_format(arena, "%s .new { break-before: page }", small_page), buffer_text(&html));
    ck_assert_uint_ge(layout->page_count, 200);
}
END_TEST

/* Floats in floats that no page holds go on over pages, without loss. */
START_TEST(tall_floats)
{
    struct buffer html = buffer_new(arena);
    buffer_add(&html, "<article>");
    for (int i = 0; i < 20; i++) {
        buffer_add(&html, "<div class='f'><p>kop</p><div class='f'>");
        repeat(&html, "<p>woorden achter elkaar</p>", 100);
        buffer_add(&html, "</div></div><p>ernaast</p>");
    }
    buffer_add(&html, "</article>");
    lay_out(arena_format(arena, "%s .f { float: right; width: 60pt }", small_page), buffer_text(&html));
    ck_assert_uint_eq(messages_total(messages), 0);
}
END_TEST

START_TEST(long_cell)
{
    struct buffer html = buffer_new(arena);
    buffer_add(&html, "<article><table><tr><td>kort</td><td><p>");
    repeat(&html, "woorden achter elkaar ", 4000);
    buffer_add(&html, "</p></td></tr></table></article>");
    lay_out(small_page, buffer_text(&html));
}
END_TEST

START_TEST(many_notes)
{
    struct buffer html = buffer_new(arena);
    buffer_add(&html, "<article><p>");
    for (int i = 0; i < 2000; i++) buffer_format(&html, "w<a class='footnote-call' href='#n%d'>%d</a> ", i, i);
    buffer_add(&html, "</p>");
    for (int i = 0; i < 2000; i++) buffer_format(&html, "<aside class='footnote' id='n%d'>noot %d</aside>", i, i);
    buffer_add(&html, "</article>");
    lay_out(arena_format(arena, "%s .footnote { float: footnote }", small_page), buffer_text(&html));
}
END_TEST

START_TEST(long_note)
{
    struct buffer html = buffer_new(arena);
    buffer_add(&html, "<article><p>woord<a class='footnote-call' href='#n'>1</a></p><aside class='footnote' id='n'>");
    repeat(&html, "woorden achter elkaar ", 4000);
    buffer_add(&html, "</aside><p>en verder</p></article>");
    lay_out(arena_format(arena, "%s .footnote { float: footnote }", small_page), buffer_text(&html));
}
END_TEST

START_TEST(many_floats)
{
    struct buffer html = buffer_new(arena);
    buffer_add(&html, "<article>");
    repeat(&html, "<div class='f'>kader</div><p>tekst ernaast</p>", 3000);
    buffer_add(&html, "</article>");
    lay_out(arena_format(arena, "%s .f { float: left; width: 90pt; height: 50pt }", small_page), buffer_text(&html));
}
END_TEST

/* ---- deep documents: as deep as the reader lets through ---- */

static const struct {
    const char *open, *close, *css;
} nests[] = {
    {"<div>", "</div>", ""},
    {"<div>a", "b</div>", "div { padding: 1pt; background: #eeeeee }"},
    {"<span>a ", " b</span>", "span { background: #eeeeee }"},
    {"<span>", "</span>", "span { display: inline-block }"},
    {"<ul><li>a", "</li></ul>", ""},
    {"<table><tr><td>a", "</td></tr></table>", ""},
    {"<table><tr><td>a", "</td><td>b</td></tr></table>", "td { break-inside: avoid }"},
    {"<div>a", "</div>", "div { display: grid; grid-template-columns: 1fr 1fr }"},
    {"<div>a", "</div>", "div { float: left }"},
    {"<blockquote>a", "</blockquote>", "blockquote { break-inside: avoid; margin: 30pt }"},
};

START_TEST(deep)
{
    struct buffer html = buffer_new(arena);
    size_t tags = 0;
    for (const char *c = nests[_i].open; *c; c++) tags += *c == '<';
    size_t levels = (DOCUMENT_DEPTH_MAX - 1) / tags;
    buffer_add(&html, "<article>");
    repeat(&html, nests[_i].open, levels);
    buffer_add(&html, "middle");
    repeat(&html, nests[_i].close, levels);
    buffer_add(&html, "</article>");
    lay_out(arena_format(arena, "%s %s", small_page, nests[_i].css), buffer_text(&html));
}
END_TEST

/* ---- things that do not fit are told once ---- */

START_TEST(told_once)
{
    lay_out(arena_format(arena, "%s p { line-height: 500pt }", small_page), "<article><p>a<br/>b<br/>c</p></article>");
    ck_assert_uint_eq(messages_total(messages), 1);
    ck_assert_int_eq(messages_at(messages, 0)->code, LAYOUT_OVERFLOW);
}
END_TEST

/* With "9" the paragraph has two lines, which move to page 10 together; with "10" it has three, and begins on page 9. */
START_TEST(pages_that_never_settle)
{
    struct buffer html = buffer_new(arena);
    buffer_add(&html, "<article>");
    repeat(&html, "<p>x</p>", 8 * 16 + 15);
    buffer_add(&html, "\n<p class='t' id='t'>mm<br/>mmmm <a href='#t'></a></p></article>");
    lay_out(arena_format(arena, "%s p { margin: 0; font-size: 10pt; line-height: 10pt; orphans: 1; widows: 2 } .t { width: 50pt } "
                                "a::after { content: target-counter(attr(href), page) }", small_page), buffer_text(&html));
    ck_assert_uint_eq(messages_total(messages), 1);
    ck_assert_int_eq(messages_at(messages, 0)->code, PAGES_UNSETTLED);
    ck_assert_uint_eq(messages_at(messages, 0)->place.line, 2);
}
END_TEST

START_TEST(nothing_told)
{
    lay_out(arena_format(arena, "%s p { hyphens: auto }", small_page), mixed);
    ck_assert_uint_eq(messages_total(messages), 0);
}
END_TEST

START_TEST(empty_document)
{
    ck_assert_uint_eq(lay_out(small_page, "<article></article>")->page_count, 1);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, fonts_open, fonts_close);
    tcase_add_loop_test(tests, absurd_style, 0, sizeof styles / sizeof *styles);
    tcase_add_loop_test(tests, deep, 0, sizeof nests / sizeof *nests);
    tcase_add_test(tests, long_paragraph);
    tcase_add_test(tests, long_word);
    tcase_add_test(tests, many_rows);
    tcase_add_test(tests, many_spanned_rows);
    tcase_add_test(tests, spans_that_overlap);
    tcase_add_test(tests, many_groups_with_heads);
    tcase_add_test(tests, many_columns);
    tcase_add_test(tests, breaks_in_cells);
    tcase_add_test(tests, tall_floats);
    tcase_add_test(tests, long_cell);
    tcase_add_test(tests, many_notes);
    tcase_add_test(tests, long_note);
    tcase_add_test(tests, many_floats);
    tcase_add_test(tests, told_once);
    tcase_add_test(tests, pages_that_never_settle);
    tcase_add_test(tests, nothing_told);
    tcase_add_test(tests, empty_document);
    return suite_run("layout: hostile documents", tests);
}
