/* Charts beyond golden cases: those of a survey, that nothing leaves the picture, and that pictures fit on a page. */
#include <math.h>
#include <string.h>

#include "compose/chart.h"
#include "content/content.h"
#include "golden.h"
#include "report/ink.h"
#include "tree.h"

static const struct value *words(const char *language)
{
    const char *path = arena_format(arena, "templates/words/%s.yaml", language);
    const struct source *source = file_read(arena, path, path, messages);
    ck_assert_ptr_nonnull(source);
    return content_read_yaml(arena, source, messages);
}

static struct node *resolve_with(const struct report *report, const char *text)
{
    struct node *root = tree_of(text);
    struct resolve resolve = {
        .arena = arena, .root = root, .words = words("nl"), .messages = messages, .report = report};
    resolve_all(&resolve);
    return root;
}

/* ---- surveys ---- */

static const struct report *surveyed(void)
{
    const struct publication *publication = report_load(arena, "tests/golden/report/base", messages);
    ck_assert_msg(messages_total(messages) == 0, "%s", suite_told());
    ck_assert_ptr_nonnull(publication->reports[0]->survey);
    return publication->reports[0];
}

static const char *block_of(const char *question)
{
    return arena_format(arena, "<aside data-block=\"survey\" data-title=\"%s\"/>\n", question);
}

START_TEST(questions_are_drawn_and_listed)
{
    const struct report *report = surveyed();
    struct buffer text = buffer_new(arena);
    buffer_add(&text, "<article><p><a href=\"question:cijfer\"/></p>\n<aside data-block=\"survey\"/>\n");
    for (size_t i = 0; i < report->survey->question_count; i++)
        buffer_add(&text, block_of(report->survey->questions[i].id));
    buffer_add(&text, "</article>");
    struct buffer out = buffer_new(arena);
    document_dump(&out, resolve_with(report, buffer_text(&text)), false);
    if (messages_total(messages)) buffer_format(&out, "\n%s", suite_told());
    golden_check("tests/golden/compose/survey.dump", buffer_text(&out));
}
END_TEST

static void check_told(const char *part)
{
    ck_assert_msg(strstr(suite_told(), part), "`%s` is not in\n%s", part, suite_told());
}

START_TEST(questions_are_known_shown_and_once)
{
    resolve_with(surveyed(), arena_format(arena, "<article>%s%s%s</article>", block_of("contct"), block_of("groep"),
                                          block_of("groep")));
    check_told("survey.yaml has no question `contct`; expected one that it has [unknown-question]");
    check_told("did you mean `contact`?");
    check_told("no text shows the question `redenen`; expected `> [!SURVEY] redenen` in one [question-unused]");
    check_told("The id \"question-groep\" stands twice");
    ck_assert(!strstr(suite_told(), "no text shows the question `groep`"));
}
END_TEST

/* ---- nothing outside ---- */

static double number_at(const struct node *node, const char *name)
{
    const char *text = node_get(node, name);
    ck_assert_msg(text, "a %s without %s", node->name, name);
    return strtod(text, NULL);
}

static double height_of(const struct node *svg)
{
    return strtod(strchr(node_get(svg, "viewBox") + 4, ' '), NULL);
}

static void check_text(const struct node *text, double height, const char *chart)
{
    const char *anchor = node_get(text, "text-anchor"), *string = node_string(arena, text);
    double width = picture_text_width(string), x = number_at(text, "x"), y = number_at(text, "y");
    if (anchor) x -= strcmp(anchor, "end") == 0 ? width : width / 2;
    ck_assert_msg(x > -3 && x + width < PICTURE_WIDTH + 3, "%s: `%s` from %.1f to %.1f", chart, string, x, x + width);
    ck_assert_msg(y > 9 && y < height + 1, "%s: `%s` at %.1f of %.1f", chart, string, y, height);
}

static void check_area(const struct node *area, double height, const char *chart)
{
    double x = number_at(area, "x"), y = number_at(area, "y"), right = x + number_at(area, "width");
    ck_assert_msg(x > -3 && right < PICTURE_WIDTH + 1, "%s: an area from %.1f to %.1f", chart, x, right);
    ck_assert_msg(y >= 0 && y + number_at(area, "height") < height + 1, "%s: an area at %.1f of %.1f", chart, y,
                  height);
}

static void check_picture(const struct node *svg, const char *chart)
{
    double height = height_of(svg);
    ck_assert_str_eq(node_get(svg, "role"), "img");
    ck_assert_ptr_nonnull(node_get(svg, "aria-label"));
    ck_assert_msg(height > 10 && height < 660, "%s is %.1f high", chart, height);
    for (const struct node *node = svg; node; node = node_next(node, svg)) {
        if (node_is(node, "text")) check_text(node, height, chart);
        if (node_is(node, "rect")) check_area(node, height, chart);
        const char *data = node_is(node, "path") ? node_get(node, "d") : NULL;
        ck_assert_msg(!data || (*data && !strpbrk(data, "naif")), "%s: a path of `%s`", chart,
                      data); /* no nan, no inf */
    }
}

static size_t check_pictures(const struct node *root, const char *chart)
{
    size_t count = 0;
    for (const struct node *node = root; node; node = node_next(node, root)) {
        if (!node_is(node, "svg")) continue;
        check_picture(node, chart);
        count++;
    }
    return count;
}

START_TEST(golden_charts_stay_inside)
{
    static const char *const files[] = {"charts", "charts-edges"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const char *path = arena_format(arena, "tests/golden/compose/%s.html", files[i]);
        const struct source *source = file_read(arena, path, path, messages);
        ck_assert_uint_ge(check_pictures(resolve_with(NULL, source->text), files[i]), 6);
    }
}
END_TEST

/* ---- any figures ---- */

static unsigned long state;

static unsigned any(unsigned below)
{
    state = state * 6364136223846793005UL + 1442695040888963407UL;
    return (unsigned)(state >> 33) % below;
}

static const char *any_label(void)
{
    static const char *const words[] = {
        "jan. 2025", "Ja", "Gedeeltelijk", "onvoldoende", "jeugdbeschermingsmaatregelen", "W", "en", "4"};
    struct buffer label = buffer_new(arena);
    for (unsigned i = 0, count = 1 + any(any(4) ? 3 : 30); i < count; i++)
        buffer_format(&label, "%s%s", i ? " " : "", words[any(sizeof words / sizeof *words)]);
    return buffer_text(&label);
}

static const char *any_figure(const char *kind)
{
    bool line = strcmp(kind, "line") == 0;
    switch (any(7)) {
    case 0: return "onbekend";
    case 1: return "0";
    case 2: return arena_format(arena, "%u.%03u.%03u", 1 + any(900), any(1000), any(1000));
    case 3: return arena_format(arena, "%s%u,%02u", line ? "-" : "", any(100), any(100));
    default: return arena_format(arena, "%u", any(100));
    }
}

static const char *any_chart(const char *kind)
{
    bool plain = strcmp(kind, "donut") == 0 || strcmp(kind, "histogram") == 0;
    unsigned columns = plain ? 1 : 1 + any(6), rows = 1 + any(strcmp(kind, "donut") == 0 ? 6 : plain ? 20 : 60);
    struct buffer text = buffer_new(arena);
    buffer_format(
        &text, "<article><aside data-block=\"chart\" data-title=\"A\" data-variant=\"%s\"><table><thead><tr><th>A</th>",
        kind);
    for (unsigned i = 0; i < columns; i++) buffer_format(&text, "<th>%s</th>", any_label());
    buffer_add(&text, "</tr></thead><tbody>");
    for (unsigned i = 0; i < rows; i++) {
        buffer_format(&text, "<tr><td>%s</td>", any_label());
        for (unsigned j = 0; j < columns; j++) buffer_format(&text, "<td>%s</td>", any_figure(kind));
        buffer_add(&text, "</tr>");
    }
    buffer_add(&text, "</tbody></table></aside></article>");
    return buffer_text(&text);
}

START_TEST(any_figures_stay_inside)
{
    const char *kind = chart_kind_names[_i];
    for (unsigned long seed = 1; seed <= 150; seed++) {
        state = seed;
        const char *text = any_chart(kind);
        const struct node *root = resolve_with(NULL, text);
        ck_assert_msg(messages_total(messages) == 0, "%s\n%s", suite_told(), text);
        ck_assert_uint_ge(check_pictures(root, arena_format(arena, "%s %lu", kind, seed)), 1);
    }
}
END_TEST

/* ---- texts ---- */

START_TEST(texts_are_wrapped_between_words)
{
    struct lines lines = picture_wrap(arena, "  Een tamelijk lang antwoord ", 100, 5);
    ck_assert_uint_eq(lines.count, 2);
    ck_assert_str_eq(lines.items[0], "Een tamelijk");
    ck_assert_str_eq(lines.items[1], "lang antwoord");
    lines = picture_wrap(arena, "Een tamelijk lang en breed antwoord", 100, 2);
    ck_assert_uint_eq(lines.count, 2);
    ck_assert_msg(strstr(lines.items[1], "…"), "%s", lines.items[1]);
    lines = picture_wrap(arena, "jeugdbeschermingsmaatregelen", 60, 9);
    ck_assert_uint_ge(lines.count, 3);
    for (size_t i = 0; i < lines.count; i++) ck_assert_double_le(picture_text_width(lines.items[i]), 60);
    ck_assert_uint_eq(picture_wrap(arena, "", 60, 9).count, 0);
}
END_TEST

START_TEST(both_languages_have_the_words_of_charts)
{
    const struct value *dutch = value_get(words("nl"), "chart"), *english = value_get(words("en"), "chart");
    ck_assert_uint_eq(dutch->count, english->count);
    for (size_t i = 0; i < dutch->count; i++) ck_assert_ptr_nonnull(value_get(english, dutch->members[i].key));
    for (size_t i = 0; chart_kind_names[i]; i++) ck_assert_ptr_nonnull(value_get(dutch, chart_kind_names[i]));
}
END_TEST

/* ---- colours ---- */

/* The value of a custom property behind `from`, "#rrggbb". */
static const char *token(const char *from, const char *name)
{
    const char *at = strstr(from, arena_format(arena, "%s: #", name));
    ck_assert_msg(at, "no %s", name);
    return arena_copy(arena, strchr(at, '#'), 7);
}

static void check_contrast(const char *what, const char *one, const char *other, double least)
{
    ck_assert_msg(ink_contrast(one, other) >= least, "%s: %s on %s is %.2f", what, one, other,
                  ink_contrast(one, other));
}

static void check_colours(const char *sheet)
{
    const char *paper = token(sheet, "--colour-paper");
    for (int i = 1; i <= CHART_MOST_SERIES; i++) {
        const char *area = arena_format(arena, "--chart-%d", i), *fill = token(sheet, area);
        check_contrast(area, token(sheet, arena_format(arena, "%s-ink", area)), fill, 4.5); /* WCAG 2.2, 1.4.3 */
        check_contrast(area, token(sheet, arena_format(arena, "%s-line", area)), paper, 3); /* 1.4.11 */
        if (i > 1)
            check_contrast(area, fill, token(sheet, arena_format(arena, "--chart-%d", i - 1)),
                           1.25); /* told apart in grey */
    }
    check_contrast("quiet", token(sheet, "--colour-quiet"), paper, 4.5);
}

START_TEST(colours_of_charts_contrast)
{
    const struct source *house = file_read(arena, "styles/house.css", "house.css", messages);
    const struct source *screen = file_read(arena, "styles/screen.css", "screen.css", messages);
    check_colours(house->text);
    check_colours(strstr(screen->text, "prefers-color-scheme: dark"));
}
END_TEST

/* ---- shares ---- */

/* The labels of counts, one after the other; a negative one is not known. */
static const char *labels_of(const double *counts, size_t count, size_t n)
{
    struct resolve resolve = {.arena = arena, .words = words("nl"), .messages = messages};
    struct chart chart = {.kind = CHART_DONUT, .n = n};
    struct cell *cells = arena_array(arena, count, sizeof *cells);
    for (size_t i = 0; i < count; i++) cells[i] = (struct cell){.value = counts[i], .known = counts[i] >= 0, .text = "?"};
    struct shares shares = chart_shares(&resolve, &chart, cells, count);
    struct buffer out = buffer_new(arena);
    for (size_t i = 0; i < shares.count; i++)
        buffer_format(&out, "%s%s", i ? " " : "", shares.items[i].gap ? "-" : shares.items[i].text);
    return buffer_text(&out);
}

static const struct {
    double counts[6];
    size_t count, n;
    const char *labels;
} whole_percents[] = {
    {{64, 8}, 2, 0, "89% 11%"},
    {{5, 3}, 2, 0, "63% 37%"},             /* each rounded up they would make 101 */
    {{1, 1, 1}, 3, 0, "33% 33% 33%"},      /* equal counts stay equal */
    {{3, 2, 2}, 3, 0, "43% 29% 29%"},      /* likewise */
    {{17, 14, 12, 9}, 4, 0, "33% 27% 23% 17%"},
    {{1, 299}, 2, 0, "<1% >99%"},
    {{299, 1}, 2, 0, ">99% <1%"},
    {{0, 40}, 2, 0, "100%"},
    {{20, -1, 5}, 3, 40, "50% - 12%"},     /* the gap takes its part of the hundred */
    {{-1, 1}, 2, 1000, "- <1%"},
};

START_TEST(shares_make_a_hundred)
{
    const char *labels = labels_of(whole_percents[_i].counts, whole_percents[_i].count, whole_percents[_i].n);
    ck_assert_str_eq(labels, whole_percents[_i].labels);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_test(tests, questions_are_drawn_and_listed);
    tcase_add_test(tests, questions_are_known_shown_and_once);
    tcase_add_test(tests, golden_charts_stay_inside);
    tcase_add_loop_test(tests, any_figures_stay_inside, 0, CHART_KIND_COUNT);
    tcase_add_test(tests, texts_are_wrapped_between_words);
    tcase_add_test(tests, both_languages_have_the_words_of_charts);
    tcase_add_test(tests, colours_of_charts_contrast);
    tcase_add_loop_test(tests, shares_make_a_hundred, 0, sizeof whole_percents / sizeof *whole_percents);
    return suite_run("compose: charts", tests);
}
