/* What holds on every page of a long report, whatever its text: rules of breaking, footnotes, heads, page numbers. */
#include <math.h>

#include "lay_out.h"

static struct laid_out report;

static const char css[] =
    "@page { size: 300pt 400pt; margin: 40pt; @footnote { border-top: 1pt solid #000000; padding-top: 3pt } }\n"
    "article { font-family: \"DejaVu Sans\"; font-size: 9pt; line-height: 12pt }\n"
    "article { hyphens: auto; orphans: 2; widows: 2 }\n"
    "p { margin: 0 0 6pt } .even { text-align: justify } sup { font-size: 6pt }\n"
    "h2, h3 { break-after: avoid; margin: 12pt 0 4pt; font-size: 11pt; line-height: 14pt }\n"
    "h2 { break-before: page } .footnote p { margin: 0 }\n"
    ".footnote { float: footnote; font-size: 7pt; line-height: 9pt }\n"
    "td, th { border: 0.5pt solid #000000; vertical-align: top } tr { break-inside: avoid }\n"
    "nav a::after { content: leader(\".\") target-counter(attr(href), page) }\n";

static const char *const sentences[] = {
    "De inspecties bezochten de gecertificeerde instelling in maart en april.",
    "Uit gesprekken met jeugdbeschermers blijkt dat kinderbeschermingsmaatregelen niet altijd tijdig beginnen.",
    "Ouders begrijpen de verantwoordelijkheden van hun contactpersoon beter dan vorig jaar.",
    "In 24 van de 31 dossiers was 0,2% van de afspraken niet vastgelegd; dat is een tekortkoming.",
    "Kinderen vertellen dat zij gehoord worden.",
};

/* A small generator, so that the text is the same everywhere. */
static unsigned next_number(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

static void add_sentences(struct buffer *html, unsigned *state)
{
    for (unsigned count = 1 + next_number(state) % 6; count > 0; count--)
        buffer_format(html, "%s ", sentences[next_number(state) % 5]);
}

static void add_paragraph(struct buffer *html, unsigned *state, int number)
{
    buffer_add(html, number % 3 ? "<p>" : "<p class='even'>");
    add_sentences(html, state);
    bool note = number % 4 == 0;
    if (note) buffer_format(html, "Noot<a class='footnote-call' href='#n%d'><sup>%d</sup></a>. ", number, number);
    add_sentences(html, state);
    buffer_add(html, "</p>");
    if (!note) return;
    buffer_format(html, "<aside class='footnote' id='n%d'><p>", number);
    add_sentences(html, state);
    buffer_add(html, "</p></aside>");
}

static void add_table(struct buffer *html, unsigned *state)
{
    buffer_add(html, "<table><thead><tr><th>Kop</th><th>Hoofd</th></tr></thead><tbody>");
    for (int row = 0; row < 12; row++) {
        buffer_format(html, "<tr><td>%d</td><td>", row);
        add_sentences(html, state);
        buffer_add(html, "</td></tr>");
    }
    buffer_add(html, "</tbody></table>");
}

static const char *make_report(void)
{
    struct buffer html = buffer_new(arena);
    unsigned state = 2025;
    buffer_add(&html, "<article lang='nl'><nav>");
    for (int chapter = 1; chapter <= 6; chapter++)
        buffer_format(&html, "<p><a href='#h%d'>Hoofdstuk %d</a></p>", chapter, chapter);
    buffer_add(&html, "</nav>");
    for (int chapter = 1, number = 1; chapter <= 6; chapter++) {
        buffer_format(&html, "<h2 id='h%d'>Hoofdstuk %d</h2>", chapter, chapter);
        for (int i = 0; i < 24; i++, number++) {
            if (i % 5 == 3) buffer_add(&html, "<h3>Kop in de tekst</h3>");
            add_paragraph(&html, &state, number);
        }
        add_table(&html, &state);
    }
    buffer_add(&html, "</article>");
    return buffer_text(&html);
}

static void setup(void)
{
    fonts_open();
    report = lay_out_text(make_report(), css);
    ck_assert_ptr_nonnull(report.layout);
    ck_assert_uint_eq(messages_total(messages), 0);
    ck_assert_uint_gt(report.layout->page_count, 30);
}

/* ---- asking ---- */

static const struct node *inside(const struct node *node, const char *name)
{
    while (node && !node_is(node, name)) node = node->parent;
    return node;
}

static bool is_content(const struct fragment *fragment)
{
    return fragment->kind == FRAGMENT_TEXT && fragment->origin == ORIGIN_CONTENT;
}

static bool is_body(const struct fragment *fragment)
{
    return is_content(fragment) && !inside(fragment->node, "aside");
}

static const struct fragment *last_of_body(const struct page *page)
{
    for (size_t i = page->fragment_count; i-- > 0;) {
        if (is_body(&page->fragments[i])) return &page->fragments[i];
    }
    return NULL;
}

static size_t page_of(const struct node *node)
{
    for (size_t i = 0; i < report.layout->page_count; i++) {
        const struct page *page = &report.layout->pages[i];
        for (size_t j = 0; j < page->fragment_count; j++) {
            const struct node *at = page->fragments[j].node;
            while (at && at != node) at = at->parent;
            if (at) return i;
        }
    }
    ck_abort_msg("an element is on no page");
    return 0;
}

/* ---- rules ---- */

START_TEST(headings_stay_with_text)
{
    for (size_t i = 0; i < report.layout->page_count; i++) {
        const struct fragment *last = last_of_body(&report.layout->pages[i]);
        if (last) ck_assert_msg(!node_heading_level(last->node->parent), "a heading ends page %zu", i + 1);
    }
}
END_TEST

START_TEST(pages_end_with_whole_words)
{
    for (size_t i = 0; i < report.layout->page_count; i++) {
        const struct fragment *last = last_of_body(&report.layout->pages[i]);
        if (last) ck_assert_msg(!last->soft_hyphen, "page %zu ends with a hyphen", i + 1);
    }
}
END_TEST

/* Lines of one paragraph on one page. */
static size_t lines_on(const struct page *page, const struct node *paragraph)
{
    size_t count = 0;
    float last = -1;
    for (size_t i = 0; i < page->fragment_count; i++) {
        const struct fragment *fragment = &page->fragments[i];
        bool raised = is_content(fragment) && inside(fragment->node, "sup");
        if (!is_content(fragment) || raised || inside(fragment->node, "p") != paragraph) continue;
        if (fabsf(fragment->y - last) > 1) count++;
        last = fragment->y;
    }
    return count;
}

START_TEST(no_single_lines)
{
    for (size_t i = 1; i < report.layout->page_count; i++) {
        const struct page *page = &report.layout->pages[i], *before = page - 1;
        const struct fragment *last = last_of_body(before);
        const struct node *paragraph = last ? inside(last->node, "p") : NULL;
        if (!paragraph || lines_on(page, paragraph) == 0) continue;
        ck_assert_uint_ge(lines_on(page, paragraph), 2);
        ck_assert_uint_ge(lines_on(before, paragraph), 2);
    }
}
END_TEST

START_TEST(notes_stand_with_their_calls)
{
    size_t notes = 0;
    for (const struct node *node = report.root; node; node = node_next(node, report.root)) {
        if (!node_has_class(node, "footnote-call")) continue;
        const struct node *note = node_by_id(report.root, node_get(node, "href") + 1);
        ck_assert_uint_eq(page_of(note), page_of(node));
        notes++;
    }
    ck_assert_uint_eq(notes, 36);
}
END_TEST

START_TEST(notes_stand_below_the_text)
{
    for (size_t i = 0; i < report.layout->page_count; i++) {
        const struct page *page = &report.layout->pages[i];
        float text = 0, notes = page->height;
        for (size_t j = 0; j < page->fragment_count; j++) {
            const struct fragment *fragment = &page->fragments[j];
            if (is_body(fragment) && fragment->y > text) text = fragment->y;
            if (is_content(fragment) && !is_body(fragment) && fragment->y < notes) notes = fragment->y;
        }
        ck_assert_float_lt(text, notes);
        ck_assert_float_le(text, page->height - 40);
    }
}
END_TEST

/* Every page with cells has a head; it is content once per table. */
START_TEST(heads_are_repeated)
{
    size_t read_heads = 0, repeated = 0;
    for (size_t i = 0; i < report.layout->page_count; i++) {
        const struct page *page = &report.layout->pages[i];
        bool cells = false, heads = false;
        for (size_t j = 0; j < page->fragment_count; j++) {
            const struct fragment *fragment = &page->fragments[j];
            if (fragment->kind != FRAGMENT_TEXT || fragment->origin == ORIGIN_AFTER) continue;
            bool head = strcmp(fragment->text, "Hoofd") == 0;
            heads = heads || head;
            read_heads += head && is_content(fragment);
            repeated += head && fragment->origin == ORIGIN_ARTIFACT;
            cells = cells || (is_content(fragment) && inside(fragment->node, "td"));
        }
        ck_assert(heads == cells);
    }
    ck_assert_uint_eq(read_heads, 6);
    ck_assert_uint_ge(repeated, 6);
}
END_TEST

START_TEST(page_numbers_are_right)
{
    size_t numbers = 0;
    for (size_t i = 0; i < report.layout->pages[0].fragment_count; i++) {
        const struct fragment *fragment = &report.layout->pages[0].fragments[i];
        if (fragment->kind != FRAGMENT_TEXT || fragment->origin != ORIGIN_AFTER) continue;
        const struct node *target = node_by_id(report.root, node_get(fragment->node, "href") + 1);
        ck_assert_uint_eq((size_t)atoi(fragment->text), page_of(target) + 1);
        ck_assert_float_eq_tol(fragment->x + fragment->width, 260, 0.01F);
        numbers++;
    }
    ck_assert_uint_eq(numbers, 6);
}
END_TEST

/* All lines of a justified paragraph but its last one end at the right edge. */
START_TEST(justified_lines_are_full)
{
    size_t full = 0, all = 0;
    for (size_t i = 0; i < report.layout->page_count; i++) {
        const struct page *page = &report.layout->pages[i];
        for (size_t j = 0; j < page->fragment_count; j++) {
            const struct fragment *fragment = &page->fragments[j];
            const struct node *paragraph = is_content(fragment) ? inside(fragment->node, "p") : NULL;
            if (!paragraph || !node_has_class(paragraph, "even") || fragment->node->next) continue;
            all++;
            full += fabsf(fragment->x + fragment->width - 260) < 0.05F;
        }
    }
    ck_assert_uint_gt(all, 100);
    ck_assert_uint_gt(full * 10, all * 7);
}
END_TEST

START_TEST(nothing_leaves_the_page)
{
    for (size_t i = 0; i < report.layout->page_count; i++) {
        const struct page *page = &report.layout->pages[i];
        for (size_t j = 0; j < page->fragment_count; j++) {
            const struct fragment *fragment = &page->fragments[j];
            ck_assert_float_ge(fragment->x, 39.9F);
            ck_assert_float_le(fragment->x + fragment->width, 260.1F);
            ck_assert_float_ge(fragment->y, 39.9F);
            ck_assert_float_le(fragment->y + fragment->height, 360.1F);
        }
    }
}
END_TEST

START_TEST(twice_the_same)
{
    struct fonts *first = fonts;
    fonts_open();
    struct laid_out again = lay_out_text(make_report(), css);
    struct buffer one = buffer_new(arena), other = buffer_new(arena);
    layout_dump(&one, report.layout);
    layout_dump(&other, again.layout);
    ck_assert(strcmp(buffer_text(&one), buffer_text(&other)) == 0);
    fonts_free(first);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, setup, fonts_close);
    tcase_add_test(tests, headings_stay_with_text);
    tcase_add_test(tests, pages_end_with_whole_words);
    tcase_add_test(tests, no_single_lines);
    tcase_add_test(tests, notes_stand_with_their_calls);
    tcase_add_test(tests, notes_stand_below_the_text);
    tcase_add_test(tests, heads_are_repeated);
    tcase_add_test(tests, page_numbers_are_right);
    tcase_add_test(tests, justified_lines_are_full);
    tcase_add_test(tests, nothing_leaves_the_page);
    tcase_add_test(tests, twice_the_same);
    return suite_run("layout: rules", tests);
}
