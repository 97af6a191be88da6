/* Cutting a document into pages: splitting, headings, links, tables, colours. */
#include <string.h>

#include "base/utf8.h"
#include "site/frame.h"
#include "site/pages.h"
#include "site/scale.h"
#include "tree.h"

static const char document[] =
    "<article class='report draft' id='r' lang='nl'>"
    "<header data-page='index'><h1>Rapport</h1></header>"
    "<p id='loose'>Los <a href='#theme-2'>thema 2</a> <a href='#norm-1'>norm 1</a> <a href='#deep'>diep</a></p>"
    "<section id='chapter-1' data-page='results'><h2><span class='number'>1</span> Resultaten</h2><p>Voor</p>"
    "<section id='theme-1' data-page='theme-1'><h3><span class='number'>1a</span> Eerste<a class='footnote-call' "
    "href='#n'><sup>1</sup></a></h3><section id='norm-1'><h4>Norm</h4><a href='#norm-1'>hier</a> "
    "<a href='#loose'>los</a> <a href='#nowhere'>nergens</a> <a href='https://example.nl/#theme-2'>weg</a></section></section>"
    "<section id='theme-2' data-page='theme-2'><h3>Tweede</h3><div data-page='theme-2'><p id='deep'>Diep</p></div></section>"
    "<p id='after'>Na</p></section>"
    "<section id='more' data-page='theme-1'><h2>Meer</h2></section>"
    "</article>";

static const struct page *named(const struct pages *pages, const char *name)
{
    for (size_t i = 0; i < pages->count; i++) {
        if (strcmp(pages->items[i]->name, name) == 0) return pages->items[i];
    }
    ck_abort_msg("no page %s", name);
}

START_TEST(pages_are_in_reading_order)
{
    struct pages pages = pages_split(arena, tree_of(document));
    static const char *const names[] = {"index", "results", "theme-1", "theme-2"};
    ck_assert_uint_eq(pages.count, 4);
    for (size_t i = 0; i < 4; i++) ck_assert_str_eq(pages.items[i]->name, names[i]);
    ck_assert_str_eq(pages.items[2]->file, "theme-1.html");
    ck_assert_ptr_null(pages.items[0]->parent);
    ck_assert_ptr_eq(pages.items[1]->parent, pages.items[0]);
    ck_assert_ptr_eq(pages.items[2]->parent, pages.items[1]);
    ck_assert_ptr_eq(pages.items[3]->parent, pages.items[1]);
}
END_TEST

START_TEST(a_page_has_its_section_without_nested_pages)
{
    struct pages pages = pages_split(arena, tree_of(document));
    const struct page *results = named(&pages, "results"), *index = named(&pages, "index");
    ck_assert_str_eq(node_string(arena, results->article), "1 Resultaten Voor Na");
    ck_assert_str_eq(node_string(arena, index->article), "Rapport Los thema 2 norm 1 diep");
    ck_assert(node_has_class(results->article, "draft"));
    ck_assert_str_eq(node_get(results->article, "lang"), "nl");
    /* The same name inside is the same page; the same name elsewhere adds to it. */
    ck_assert_str_eq(node_string(arena, named(&pages, "theme-2")->article), "Tweede Diep");
    ck_assert_ptr_nonnull(node_by_id(named(&pages, "theme-1")->article, "more"));
}
END_TEST

START_TEST(pages_are_named_by_their_heading)
{
    struct pages pages = pages_split(arena, tree_of(document));
    ck_assert_str_eq(named(&pages, "theme-1")->number, "1a");
    ck_assert_str_eq(named(&pages, "theme-1")->title, "Eerste");
    ck_assert_ptr_null(named(&pages, "theme-2")->number);
    ck_assert_str_eq(named(&pages, "index")->title, "Rapport");
}
END_TEST

static void assert_levels(const char *before, const char *after)
{
    struct node *root = tree_of(before);
    headings_level(root);
    struct buffer levels = buffer_new(arena);
    for (const struct node *node = root; node; node = node_next(node, root)) {
        if (node_heading_level(node)) buffer_add(&levels, node->name);
    }
    ck_assert_msg(strcmp(buffer_text(&levels), after) == 0, "%s gives %s", before, buffer_text(&levels));
}

START_TEST(headings_start_at_one_and_skip_none)
{
    assert_levels("<div><h3>a</h3><h4>b</h4><h5>c</h5><h4>d</h4></div>", "h1h2h3h2");
    assert_levels("<div><h2>a</h2><h4>b</h4><h6>c</h6><h3>d</h3><h4>e</h4></div>", "h1h2h3h2h3");
    assert_levels("<div><h2>a</h2><h2>b</h2><h1>c</h1><h3>d</h3></div>", "h1h2h2h3");
    assert_levels("<div><h1>a</h1><h2>b</h2></div>", "h1h2");
    assert_levels("<div><h6>a</h6><h1>b</h1><h2>c</h2><h3>d</h3><h4>e</h4><h5>f</h5><h6>g</h6></div>",
                  "h1h2h3h4h5h6h6");
    assert_levels("<div><p>geen</p></div>", "");
}
END_TEST

static void assert_link(const struct pages *pages, const char *page, const char *text, const char *href)
{
    const struct node *root = named(pages, page)->article;
    for (const struct node *node = root; node; node = node_next(node, root)) {
        if (!node_is(node, "a") || strcmp(node_string(arena, node), text) != 0) continue;
        ck_assert_str_eq(node_get(node, "href"), href);
        return;
    }
    ck_abort_msg("no link %s on %s", text, page);
}

START_TEST(links_lead_to_the_page_of_their_target)
{
    struct pages pages = pages_split(arena, tree_of(document));
    links_rewrite(arena, &pages);
    assert_link(&pages, "index", "thema 2", "theme-2.html");
    assert_link(&pages, "index", "norm 1", "theme-1.html#norm-1");
    assert_link(&pages, "index", "diep", "theme-2.html#deep");
    assert_link(&pages, "theme-1", "hier", "#norm-1");
    assert_link(&pages, "theme-1", "los", "index.html#loose");
    assert_link(&pages, "theme-1", "nergens", "#nowhere");
    assert_link(&pages, "theme-1", "weg", "https://example.nl/#theme-2");
}
END_TEST

START_TEST(wide_tables_are_regions)
{
    struct node *root = tree_of("<div><table><caption>Vier</caption><tr><td>1</td><td colspan='3'>2</td></tr></table>"
                             "<table><tr><td>1</td><td>2</td><td>3</td></tr></table>"
                             "<table><tr><td colspan='x'>1</td><td>2</td><td>3</td><td>4</td></tr></table></div>");
    tables_wrap(arena, root, "Een \"tabel\"");
    const char *written = tree_html(root);
    ck_assert_ptr_nonnull(strstr(written, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"caption:1\">"));
    ck_assert_ptr_nonnull(strstr(written, "<caption id=\"caption:1\">Vier</caption>"));
    ck_assert_ptr_nonnull(strstr(written, "tabindex=\"0\" aria-label=\"Een &quot;tabel&quot;\">"));
    size_t regions = 0;
    for (const char *at = written; (at = strstr(at, "role=\"region\"")); at++) regions++;
    ck_assert_uint_eq(regions, 2);
}
END_TEST

START_TEST(only_our_own_attributes_are_removed)
{
    struct node *root = tree_of("<p class='a' data-page='x' data-colour='#fff' id='y'><b data-z='1'>t</b></p>");
    node_set(arena, root, "style", "color: red");
    attributes_strip(root);
    ck_assert_str_eq(tree_html(root), "<p class=\"a\" id=\"y\"><b>t</b></p>");
}
END_TEST

static const char *scale(const char *text)
{
    struct buffer out = buffer_new(arena);
    scale_write(arena, &out, tree_of(text));
    return buffer_text(&out);
}

START_TEST(colours_become_rules_once)
{
    static const char one[] = "<span class='judgment scale-1'><svg class='symbol' data-colour='#064f47' data-ink='#ffffff'/></span>";
    ck_assert_str_eq(scale(arena_format(arena, "<p>%s%s</p>", one, one)),
                     ".scale-1 .symbol { background-color: #064f47; }\n.scale-1 .symbol path { stroke: #ffffff; }\n");
}
END_TEST

START_TEST(a_second_framework_has_colours_of_its_own)
{
    const char *rules = scale("<p><span class='judgment scale-1'><svg class='symbol' data-colour='#111111'/></span>"
                              "<span class='judgment scale-1'><svg class='symbol' data-colour='#222222'/></span></p>");
    ck_assert_str_eq(rules, ".scale-1 .symbol { background-color: #111111; }\n"
                            ".scale-1 .symbol.variant-2 { background-color: #222222; }\n");
}
END_TEST

START_TEST(only_colours_reach_the_sheet)
{
    ck_assert_str_eq(scale("<span class='judgment scale-1'><svg data-colour='red;} * {display: none'/></span>"), "");
    ck_assert_str_eq(scale("<span class='judgment scale-1'><svg data-colour='#12345'/></span>"), "");
    ck_assert_str_eq(scale("<span class='judgment a{}'><svg data-colour='#123456'/></span>"), "");
    ck_assert_str_eq(scale("<span class='judgment'><svg data-colour='#123456'/></span>"), "");
    ck_assert_str_eq(scale("<svg data-colour='#123456'/>"), "");
}
END_TEST

START_TEST(sizes_are_as_people_read_them)
{
    static const struct {
        size_t bytes;
        const char *shown;
    } cases[] = {{0, "0\u00a0bytes"},        {999, "999\u00a0bytes"},   {1000, "1\u00a0kB"},
                 {1499, "1\u00a0kB"},        {1500, "2\u00a0kB"},       {312400, "312\u00a0kB"},
                 {999499, "999\u00a0kB"},    {999500, "1,0\u00a0MB"},   {1440000, "1,4\u00a0MB"},
                 {1450000, "1,5\u00a0MB"},   {12345678, "12,3\u00a0MB"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_str_eq(frame_size(arena, cases[i].bytes, ","), cases[i].shown);
    }
}
END_TEST

START_TEST(excerpts_end_after_a_word)
{
    ck_assert_str_eq(utf8_excerpt(arena, "kort", 10), "kort");
    ck_assert_str_eq(utf8_excerpt(arena, "een twee drie", 10), "een twee…");
    ck_assert_str_eq(utf8_excerpt(arena, "een twee, drie", 10), "een twee…");
    ck_assert_str_eq(utf8_excerpt(arena, "éééééééééééé", 4), "éééé…");
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_test(tests, pages_are_in_reading_order);
    tcase_add_test(tests, a_page_has_its_section_without_nested_pages);
    tcase_add_test(tests, pages_are_named_by_their_heading);
    tcase_add_test(tests, headings_start_at_one_and_skip_none);
    tcase_add_test(tests, links_lead_to_the_page_of_their_target);
    tcase_add_test(tests, wide_tables_are_regions);
    tcase_add_test(tests, only_our_own_attributes_are_removed);
    tcase_add_test(tests, colours_become_rules_once);
    tcase_add_test(tests, a_second_framework_has_colours_of_its_own);
    tcase_add_test(tests, only_colours_reach_the_sheet);
    tcase_add_test(tests, sizes_are_as_people_read_them);
    tcase_add_test(tests, excerpts_end_after_a_word);
    return suite_run("site: pages", tests);
}
