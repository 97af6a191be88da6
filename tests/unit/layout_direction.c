/* Text that runs both ways. Capital letters stand for Hebrew ones, as in UAX #9: from the order of the text to what is seen
 * from left to right, line by line. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "lay_out.h"

static const char css[] = "@page { size: 400pt 400pt; margin: 0 } * { margin: 0 } .narrow { width: 62pt }"
                          ".box { padding: 0 4pt; background: #eeeeee } p { font: 10pt; font-family: \"DejaVu Sans\" }";

enum { ALEF = 0x05D0 };

static const char *in_hebrew(const char *text)
{
    struct buffer out = buffer_new(arena);
    for (; *text; text++) {
        char bytes[5] = {0};
        if (*text < 'A' || *text > 'Z') buffer_add_char(&out, *text);
        else utf8_encode((uint32_t)(ALEF + *text - 'A'), bytes), buffer_add(&out, bytes);
    }
    return buffer_text(&out);
}

/* ---- what is seen ---- */

struct seen {
    float x, y;
    char letter;
};

static struct seen letters[1000];
static size_t letter_count;

static int by_place(const void *a, const void *b)
{
    const struct seen *one = a, *other = b;
    if (one->y < other->y || one->y > other->y) return one->y < other->y ? -1 : 1;
    return (one->x > other->x) - (one->x < other->x);
}

/* A bracket in text from right to left is seen as its other half. */
static char letter_at(const struct fragment *fragment, uint32_t cluster)
{
    size_t bytes;
    uint32_t c = utf8_decode(fragment->text + cluster, &bytes);
    if (c >= ALEF) return (char)(c - ALEF + 'A');
    if (fragment->level & 1 && strchr("()", (int)c)) return c == '(' ? ')' : '(';
    return (char)c;
}

static void see(const struct fragment *fragment)
{
    bool turned = fragment->level & 1;
    float x = turned ? fragment->x + fragment->width : fragment->x;
    for (size_t i = 0; i < fragment->glyph_count && letter_count < sizeof letters / sizeof *letters; i++) {
        const struct glyph *glyph = &fragment->glyphs[i];
        if (turned) x -= glyph->advance;
        letters[letter_count++] = (struct seen){x, fragment->y, letter_at(fragment, glyph->cluster)};
        if (!turned) x += glyph->advance;
    }
}

/* Lines are set apart by "|". */
static const char *seen_of(const struct layout *layout)
{
    struct buffer out = buffer_new(arena);
    const struct page *page = &layout->pages[0];
    letter_count = 0;
    for (size_t i = 0; i < page->fragment_count; i++) {
        if (page->fragments[i].kind == FRAGMENT_TEXT) see(&page->fragments[i]);
    }
    qsort(letters, letter_count, sizeof *letters, by_place);
    for (size_t i = 0; i < letter_count; i++) {
        if (i && letters[i].y > letters[i - 1].y) buffer_add_char(&out, '|');
        buffer_add_char(&out, letters[i].letter);
    }
    return buffer_text(&out);
}

static const struct layout *lay_out(const char *html)
{
    struct laid_out result = lay_out_text(in_hebrew(html), css);
    ck_assert_msg(result.layout, "%s: not well-formed", html);
    return result.layout;
}

/* ---- the order of letters ---- */

#define DRAWING(attributes, text)                                                                                      \
    "<svg viewBox='0 0 400 40' width='400' height='40'><text x='200' y='20' " attributes ">" text "</text></svg>"

static const struct {
    const char *html, *seen;
} cases[] = {
    {"<p>car is THE CAR in arabic</p>", "car is RAC EHT in arabic"},
    {"<p dir='rtl'>CAR IS the car IN ENGLISH</p>", "HSILGNE NI the car SI RAC"},
    {"<p>he said THE VALUES ARE 123, 456, OK</p>", "he said KO ,456 ,123 ERA SEULAV EHT"},
    {"<p dir='rtl'>HE SAID: 25%.</p>", ".25% :DIAS EH"},
    {"<p dir='rtl'>A-12 B</p>", "B 12-A"},
    {"<p>A (b) C.</p>", "A (b) C."},
    {"<p dir='rtl'>A (b) C.</p>", ".C (b) A"},
    {"<p dir='rtl'>AB (CD) EF</p>", "FE (DC) BA"},
    {"<p>a (AB) b</p>", "a (BA) b"},
    {"<p>AB, CD, ef.</p>", "DC ,BA, ef."},
    {"<p>A 3</p>", "3 A"},
    {"<p><bdi>A</bdi> 3</p>", "A 3"}, /* set apart, the number has nothing to do with it */
    {"<p>A <bdi>B</bdi> C</p>", "C B A"},
    {"<p><bdi>A</bdi>, <bdi>B</bdi></p>", "A, B"},
    {"<p dir='rtl'>A <span dir='ltr'>b C d</span> D</p>", "D b C d A"},
    {"<p>a <span dir='rtl'>b C</span> d</p>", "a C b d"},
    {"<p>a <span dir='rtl'>B <span dir='ltr'>c D</span> E</span> f</p>", "a E c D B f"},
    {"<p>a <span dir='rtl'>B.</span></p>", "a .B"},
    {"<p>A<b>B</b>C</p>", "CBA"},
    {"<p>A<b>1</b>c</p>", "1Ac"},
    {"<p dir='auto'>AB c.</p>", ".c BA"},
    {"<p dir='auto'>a B.</p>", "a B."},
    {"<p dir='rtl'>AB<br/>c D</p>", "BA|D c"},
    {"<p>a <span dir='rtl'>B c<br/>d E</span> f</p>", "a c B|E d f"},
    {"<p dir='rtl' class='narrow'>THE CAR STOPPED HERE</p>", "RAC EHT|DEPPOTS|EREH"},
    {"<p>a <span class='box'>B c</span> d</p>", "a B c d"},
    {"<p>A <span class='box'>B c</span> d</p>", "B A c d"}, /* its box is in two pieces */
    {"<ol dir='rtl'><li>AB</li></ol>", "BA.1"}, /* the marker stands at the right */
    {"<ol><li>AB</li></ol>", "1.BA"},
    {DRAWING("", "AB c (D)"), "BA c (D)"},
    {DRAWING("direction='rtl'", "AB c (D)"), "(D) c BA"},
    {DRAWING("unicode-bidi='plaintext'", "AB c."), ".c BA"},
    {DRAWING("", "AB <tspan>CD</tspan> e"), "DC BA e"},
    {DRAWING("direction='rtl'", "A <tspan dx='20'>b</tspan> C"), "C b A"},
};

START_TEST(letters_are_seen_in_order)
{
    ck_assert_str_eq(seen_of(lay_out(cases[_i].html)), cases[_i].seen);
}
END_TEST

/* The fragments say the text in its order, whatever is seen. */
START_TEST(text_is_read_in_order)
{
    const struct page *page = &lay_out("<p dir='rtl' class='narrow'>THE car (12) IS <b>here</b> NOW.</p>")->pages[0];
    struct buffer out = buffer_new(arena);
    for (size_t i = 0; i < page->fragment_count; i++) {
        if (page->fragments[i].kind == FRAGMENT_TEXT) buffer_add(&out, page->fragments[i].text);
    }
    ck_assert_str_eq(buffer_text(&out), in_hebrew("THE car (12) IS here NOW."));
}
END_TEST

/* ---- places ---- */

static const struct fragment *first_text(const struct layout *layout)
{
    const struct page *page = &layout->pages[0];
    size_t i = 0;
    while (i < page->fragment_count && page->fragments[i].kind != FRAGMENT_TEXT) i++;
    ck_assert_uint_lt(i, page->fragment_count);
    return &page->fragments[i];
}

static const struct {
    const char *style, *direction;
    float left, right; /* where the text begins or ends; < 0: not asked */
} aligned[] = {
    {"", "rtl", -1, 400},
    {"", "ltr", 0, -1},
    {"text-align: start", "rtl", -1, 400},
    {"text-align: end", "rtl", 0, -1},
    {"text-align: left", "rtl", 0, -1},
    {"text-align: right", "rtl", -1, 400},
    {"text-align: right", "ltr", -1, 400},
    {"text-align: justify", "rtl", -1, 400},
    {"text-indent: 30pt", "rtl", -1, 370},
    {"text-indent: 30pt", "ltr", 30, -1},
    {"margin-inline-start: 30pt", "rtl", -1, 370},
    {"margin-inline: 10pt 30pt; text-align: end", "rtl", 30, -1},
    {"padding-inline-end: 20pt; text-align: end", "rtl", 20, -1},
    {"margin-inline-start: 30pt; margin-right: 50pt", "rtl", -1, 350},
    {"margin-right: 50pt; margin-inline-start: 30pt", "rtl", -1, 370},
    {"border-inline-start: 5pt solid black", "rtl", -1, 395},
    {"border-inline-end: 5pt solid black; text-align: end", "ltr", -1, 395},
};

START_TEST(text_stands_at_its_side)
{
    const char *html = arena_format(arena, "<p dir='%s'>A b</p>", aligned[_i].direction);
    const char *style = arena_format(arena, "%s p { %s }", css, aligned[_i].style);
    struct laid_out result = lay_out_text(in_hebrew(html), style);
    const struct page *page = &result.layout->pages[0];
    float left = 1000, right = 0;
    for (size_t i = 0; i < page->fragment_count; i++) {
        const struct fragment *fragment = &page->fragments[i];
        if (fragment->kind != FRAGMENT_TEXT) continue;
        if (fragment->x < left) left = fragment->x;
        if (fragment->x + fragment->width > right) right = fragment->x + fragment->width;
    }
    if (aligned[_i].left >= 0) ck_assert_float_eq_tol(left, aligned[_i].left, 0.01f);
    if (aligned[_i].right >= 0) ck_assert_float_eq_tol(right, aligned[_i].right, 0.01f);
}
END_TEST

START_TEST(columns_begin_at_the_right)
{
    const struct layout *layout = lay_out("<section dir='rtl'><table><tr><td>a</td><td>b</td></tr>"
                                          "<tr><td colspan='2'>c</td></tr></table></section>");
    ck_assert_str_eq(seen_of(layout), "ba|c");
    ck_assert_float_eq_tol(first_text(layout)->x + first_text(layout)->width, 399.25f, 0.01f); /* but for the padding */
}
END_TEST

/* Where a text of a drawing starts is its right end when it runs from right to left (SVG 2, 11.10.2.1). */
static const struct {
    const char *attributes;
    float share; /* of the text that stands left of its place */
} anchored[] = {
    {"", 0},
    {"direction='rtl'", 1},
    {"direction='rtl' text-anchor='end'", 0},
    {"direction='rtl' text-anchor='middle'", 0.5f},
    {"unicode-bidi='plaintext'", 0},
    {"text-anchor='end' unicode-bidi='plaintext'", 1},
};

START_TEST(drawn_text_starts_at_its_side)
{
    const char *html = arena_format(arena, "<svg viewBox='0 0 400 40' width='400' height='40'>"
                                           "<text x='200' y='20' %s>ABC</text></svg>", anchored[_i].attributes);
    const struct fragment *text = first_text(lay_out(html));
    ck_assert_float_eq_tol(text->x + anchored[_i].share * text->width, 150, 0.01f); /* 200 px */
}
END_TEST

/* ---- absurd texts ---- */

static const char *repeated(const char *before, const char *text, size_t times, const char *after)
{
    struct buffer out = buffer_new(arena);
    buffer_add(&out, before);
    for (size_t i = 0; i < times; i++) buffer_add(&out, text);
    buffer_add(&out, after);
    return buffer_text(&out);
}

static const char *nested(size_t depth)
{
    struct buffer out = buffer_new(arena);
    buffer_add(&out, "<p>");
    for (size_t i = 0; i < depth; i++) buffer_format(&out, "a A <span dir='%s'>", i % 2 ? "ltr" : "rtl");
    for (size_t i = 0; i < depth; i++) buffer_add(&out, "</span> b<br/> B");
    buffer_add(&out, "</p>");
    return buffer_text(&out);
}

START_TEST(absurd_texts_are_set)
{
    const char *const texts[] = {
        nested(120),
        repeated("<p>", "aA", 20000, "</p>"),
        repeated("<p>", "a A(", 20000, "</p>"),
        repeated("<p>", "<span dir='rtl'>A b</span> <bdi>B</bdi> ", 10000, "</p>"),
        repeated("<p dir='rtl'>", "\u200F\u200E\u061C", 30000, "</p>"),
        repeated("<p>A", "\u2067\u2066\u202E\u202A", 20000, "b</p>"),
        repeated("<p dir='rtl'>", "<br/>", 1000, "</p>"),
        "<section><p dir='rtl'></p><p dir='rtl'><b></b></p><p><bdi></bdi></p></section>",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) lay_out(texts[i]);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, fonts_open, fonts_close);
    tcase_add_loop_test(tests, letters_are_seen_in_order, 0, sizeof cases / sizeof *cases);
    tcase_add_test(tests, text_is_read_in_order);
    tcase_add_loop_test(tests, text_stands_at_its_side, 0, sizeof aligned / sizeof *aligned);
    tcase_add_test(tests, columns_begin_at_the_right);
    tcase_add_loop_test(tests, drawn_text_starts_at_its_side, 0, sizeof anchored / sizeof *anchored);
    tcase_add_test(tests, absurd_texts_are_set);
    return suite_run("layout: direction", tests);
}
