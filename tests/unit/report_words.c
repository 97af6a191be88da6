/* Dates, lists, inks, forms, the words of a verdict, and the splitting of texts. */
#include <string.h>

#include "report/date.h"
#include "report/ink.h"
#include "report/load.h"
#include "report/schema.h"
#include "report/verdict_words.h"
#include "suite.h"

/* ---- dates ---- */

START_TEST(dates_are_read_and_checked)
{
    static const struct {
        const char *text;
        enum date_mistake mistake;
    } cases[] = {{"2025-03-04", DATE_FINE},        {"2024-02-29", DATE_FINE},       {"2000-02-29", DATE_FINE},
                 {"2025-02-29", DATE_NOT_REAL},    {"2100-02-29", DATE_NOT_REAL},   {"2025-02-30", DATE_NOT_REAL},
                 {"2025-13-01", DATE_NOT_REAL},    {"2025-00-01", DATE_NOT_REAL},   {"2025-04-31", DATE_NOT_REAL},
                 {"2025-01-00", DATE_NOT_REAL},    {"0000-01-01", DATE_NOT_REAL},   {"2025-3-4", DATE_NOT_A_DATE},
                 {"04-03-2025", DATE_NOT_A_DATE},  {"2025/03/04", DATE_NOT_A_DATE}, {"", DATE_NOT_A_DATE},
                 {"2025-03-04T", DATE_NOT_A_DATE}, {"2025-03-0x", DATE_NOT_A_DATE}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct date date;
        ck_assert_msg(date_read(cases[i].text, &date) == cases[i].mistake, "%s", cases[i].text);
    }
}
END_TEST

START_TEST(periods_are_read_and_compared)
{
    static const struct {
        const char *text;
        enum date_mistake mistake;
        const char *words;
    } cases[] = {{"2025-03-04", DATE_FINE, "4 maart 2025"}, {"2025-03", DATE_FINE, "maart 2025"},
                 {"2025", DATE_FINE, "2025"},               {"2025-13", DATE_NOT_REAL, NULL},
                 {"2025-1", DATE_NOT_A_DATE, NULL},         {"0012", DATE_NOT_REAL, NULL},
                 {"20-2025", DATE_NOT_A_DATE, NULL},        {"", DATE_NOT_A_DATE, NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct date period;
        ck_assert_msg(period_read(cases[i].text, &period) == cases[i].mistake, "%s", cases[i].text);
        if (!cases[i].words) continue;
        ck_assert_str_eq(date_text(arena, language_of("nl"), period), cases[i].words);
        ck_assert_str_eq(date_iso(arena, period), cases[i].text);
    }
}
END_TEST

/* Only what is certain counts: a month is neither before nor after its own days. */
START_TEST(a_period_lies_behind_another)
{
    static const struct {
        const char *left, *right;
        bool after;
    } cases[] = {{"2025-03-04", "2025-03-03", true}, {"2025-03-04", "2025-03-04", false}, {"2025-03", "2025-03-04", false},
                 {"2025-03-04", "2025-03", false},   {"2025-04", "2025-03-31", true},     {"2025", "2025-03", false},
                 {"2025-03", "2025", false},         {"2026", "2025-12-31", true},        {"2025", "2026-01-01", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct date left, right;
        ck_assert_int_eq(period_read(cases[i].left, &left), DATE_FINE);
        ck_assert_int_eq(period_read(cases[i].right, &right), DATE_FINE);
        ck_assert_msg(period_is_after(left, right) == cases[i].after, "%s %s", cases[i].left, cases[i].right);
    }
}
END_TEST

static void check_dates(const char *language, const char *const *texts, size_t count, const char *expected)
{
    struct date dates[8];
    for (size_t i = 0; i < count; i++) ck_assert_int_eq(date_read(texts[i], &dates[i]), DATE_FINE);
    ck_assert_str_eq(date_list_text(arena, language_of(language), dates, count), expected);
}

START_TEST(dates_are_written_in_words)
{
    static const char *const march[] = {"2025-03-04", "2025-03-05", "2025-03-10",
                                        "2025-03-11", "2025-03-12", "2025-03-13"};
    static const char *const months[] = {"2025-02-28", "2025-03-03"};
    static const char *const years[] = {"2024-12-30", "2025-01-02", "2025-01-03"};
    static const char *const same_month_of_two_years[] = {"2024-03-01", "2025-03-01"};
    check_dates("nl", march, 1, "4 maart 2025");
    check_dates("nl", march, 6, "4, 5, 10, 11, 12 en 13 maart 2025");
    check_dates("nl", months, 2, "28 februari en 3 maart 2025");
    check_dates("nl", years, 3, "30 december 2024 en 2 en 3 januari 2025");
    check_dates("nl", same_month_of_two_years, 2, "1 maart 2024 en 1 maart 2025");
    check_dates("en", months, 2, "28 February and 3 March 2025");
    check_dates("nl", march, 0, "");
}
END_TEST

START_TEST(names_are_joined)
{
    static const char *const names[] = {"A", "B", "C"};
    ck_assert_str_eq(language_join(arena, language_of("nl"), names, 1), "A");
    ck_assert_str_eq(language_join(arena, language_of("nl"), names, 2), "A en B");
    ck_assert_str_eq(language_join(arena, language_of("en"), names, 3), "A, B and C");
    ck_assert_str_eq(language_of("xx")->code, "nl");
}
END_TEST

/* Every language that a file may name is in the table of languages. */
START_TEST(languages_agree_with_the_schema)
{
    const struct field *whole = &schema_of(SCHEMA_SITE)->whole;
    for (size_t i = 0; i < whole->schema->field_count; i++) {
        const struct field *field = &whole->schema->fields[i];
        if (strcmp(field->key, "language") != 0) continue;
        for (size_t j = 0; field->choices[j]; j++)
            ck_assert_str_eq(language_of(field->choices[j])->code, field->choices[j]);
        return;
    }
    ck_abort_msg("the site has no language");
}
END_TEST

/* ---- inks ---- */

/* Known values: WCAG 2.1; contrast of #767676 on white is 4.54. */
START_TEST(contrast_is_that_of_wcag)
{
    ck_assert_double_eq_tol(ink_luminance("#ffffff"), 1.0, 1e-9);
    ck_assert_double_eq_tol(ink_luminance("#000000"), 0.0, 1e-9);
    ck_assert_double_eq_tol(ink_contrast("#000000", "#FFFFFF"), 21.0, 1e-9);
    ck_assert_double_eq_tol(ink_contrast("#767676", "#ffffff"), 4.54, 0.005);
    ck_assert_double_eq_tol(ink_contrast("#ff0000", "#ffffff"), 3.998, 0.005);
}
END_TEST

START_TEST(the_ink_is_the_one_that_contrasts_more)
{
    static const char *const backgrounds[] = {"#000000", "#ffffff", "#064f47", "#ffbf00", "#9be29b",
                                              "#737373", "#808080", "#ff0000", "#0000ff"};
    for (size_t i = 0; i < sizeof backgrounds / sizeof *backgrounds; i++) {
        const char *ink = ink_on(backgrounds[i]), *other = strcmp(ink, "#ffffff") == 0 ? "#1a1a1a" : "#ffffff";
        ck_assert_double_ge(ink_contrast(backgrounds[i], ink), ink_contrast(backgrounds[i], other));
    }
    ck_assert_str_eq(ink_on("#064f47"), "#ffffff");
    ck_assert_str_eq(ink_on("#ffbf00"), "#1a1a1a");
}
END_TEST

/* ---- forms ---- */

struct form_case {
    bool (*fits)(const char *text);
    const char *text;
    bool expected;
};

START_TEST(forms_of_texts)
{
    static const struct form_case cases[] = {
        {form_is_id, "1a.1", true},
        {form_is_id, "wss-2025", true},
        {form_is_id, "", false},
        {form_is_id, "-a", false},
        {form_is_id, ".a", false},
        {form_is_id, "A", false},
        {form_is_id, "a b", false},
        {form_is_id, "a/b", false},
        {form_is_id, "é", false},
        {form_is_colour, "#1a6b3c", true},
        {form_is_colour, "#1A6B3C", true},
        {form_is_colour, "#1a6b3", false},
        {form_is_colour, "#1a6b3cc", false},
        {form_is_colour, "1a6b3c", false},
        {form_is_colour, "#1a6b3g", false},
        {form_is_colour, "", false},
        {form_is_symbol, "M3 12h8M7 8v8", true},
        {form_is_symbol, "m.5-.5l1,2 3,4z", true},
        {form_is_symbol, "M4,4 C 1,2 3,4 5,6 z", true},
        {form_is_symbol, "M4 12H9.5", true},
        {form_is_symbol, "", false},
        {form_is_symbol, "L4 4", false},
        {form_is_symbol, "M4", false},
        {form_is_symbol, "M4 4 4", false},
        {form_is_symbol, "M4 4z4", false},
        {form_is_symbol, "M4 4C1 2 3 4 5", false},
        {form_is_symbol, "M1e9 4", false},
        {form_is_symbol, "M4 4A1 1 0 0 1 2 2", false},
        {form_is_symbol, "M4 4\"><x", false},
        {form_is_symbol, "M12345678 4", false},
        {form_is_symbol, "M..5 4", false},
        {form_is_symbol, "M- 4", false},
        {form_is_kvk, "01234567", true},
        {form_is_kvk, "1234567", false},
        {form_is_kvk, "123456789", false},
        {form_is_url, "https://example.nl/", true},
        {form_is_url, "ftp://example.nl/", false},
        {form_is_url, "https://a b.nl", false},
        {form_is_url, "http://", false},
        {form_is_line, "een regel\n", true},
        {form_is_line, "twee\nregels", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_msg(cases[i].fits(cases[i].text) == cases[i].expected, "%s", cases[i].text);
}
END_TEST

/* ---- words ---- */

START_TEST(a_verdict_is_named_by_words_of_its_own)
{
    struct step verdicts[] = {{.label = "Voldoende"}, {.label = "Grotendeels voldoende"}, {.label = "Onvoldoende"}};
    struct framework framework = {.verdicts = verdicts, .verdict_count = 3};
    ck_assert(verdict_is_named(arena, "Dit is VOLDOENDE.", &verdicts[0], &framework));
    ck_assert(!verdict_is_named(arena, "Dit is grotendeels voldoende.", &verdicts[0], &framework));
    ck_assert(!verdict_is_named(arena, "Dit is onvoldoende.", &verdicts[0], &framework));
    ck_assert(verdict_is_named(arena, "Niet grotendeels voldoende maar voldoende", &verdicts[0], &framework));
    ck_assert(verdict_is_named(arena, "Het is grotendeels voldoende", &verdicts[1], &framework));
    ck_assert(!verdict_is_named(arena, "", &verdicts[2], &framework));
}
END_TEST

START_TEST(headings_are_known_by_language)
{
    const struct language *dutch = language_of("nl"), *english = language_of("en");
    ck_assert(language_is_verdict_heading(arena, dutch, "oordeel"));
    ck_assert(!language_is_verdict_heading(arena, english, "oordeel"));
    ck_assert(language_is_shortcomings_heading(arena, dutch, "Tekortkoming"));
    ck_assert(language_is_shortcomings_heading(arena, dutch, "TEKORTKOMINGEN"));
    ck_assert(!language_is_shortcomings_heading(arena, dutch, "Tekortkomingen:"));
}
END_TEST

/* ---- splitting ---- */

static struct node *element(struct node *parent, const char *name, const char *text)
{
    struct node *node = node_element(arena, name, (struct place){0});
    if (text) node_append(node, node_text(arena, text, (struct place){0}));
    if (parent) node_append(parent, node);
    return node;
}

static void add_call(struct node *parent, const char *name)
{
    struct node *call = element(parent, "a", NULL);
    node_set(arena, call, "class", "footnote-call");
    node_set(arena, call, "href", name);
}

static void add_note(struct node *body, const char *name)
{
    struct node *note = element(body, "aside", name);
    node_set(arena, note, "class", "footnote");
    node_set(arena, note, "data-name", name);
}

static size_t notes_in(const struct node *body)
{
    size_t count = 0;
    for (const struct node *node = body->first; node; node = node->next) count += node_is(node, "aside");
    return count;
}

/* Each footnote goes with the first piece that calls it; the text that was split is as it was. */
START_TEST(pieces_have_their_footnotes)
{
    struct node *body = element(NULL, "body", NULL);
    add_call(element(body, "p", "lead"), "b");
    element(body, "h2", "one");
    add_call(element(body, "p", "text"), "a");
    add_call(body->last, "a");
    element(body, "h3", "deeper");
    element(body, "h2", "two");
    add_call(element(body, "p", "text"), "a");
    add_call(body->last, "b");
    element(body, "h2", "three");
    add_note(body, "b");
    add_note(body, "a");
    struct sections sections = sections_split(arena, body, 2);
    ck_assert_uint_eq(sections.count, 3);
    ck_assert_str_eq(node_string(arena, sections.lead), "lead b");
    ck_assert_str_eq(node_string(arena, sections.items[0].title), "one");
    ck_assert_str_eq(node_string(arena, sections.items[0].body), "text deeper a");
    ck_assert_uint_eq(notes_in(sections.lead), 1);
    ck_assert_uint_eq(notes_in(sections.items[0].body), 1);
    ck_assert_uint_eq(notes_in(sections.items[1].body), 0);
    ck_assert_ptr_null(sections.items[2].body->first);
    ck_assert_uint_eq(notes_in(body), 2);
}
END_TEST

static void add_all(TCase *cases)
{
    tcase_add_test(cases, dates_are_read_and_checked);
    tcase_add_test(cases, periods_are_read_and_compared);
    tcase_add_test(cases, a_period_lies_behind_another);
    tcase_add_test(cases, dates_are_written_in_words);
    tcase_add_test(cases, names_are_joined);
    tcase_add_test(cases, languages_agree_with_the_schema);
    tcase_add_test(cases, contrast_is_that_of_wcag);
    tcase_add_test(cases, the_ink_is_the_one_that_contrasts_more);
    tcase_add_test(cases, forms_of_texts);
    tcase_add_test(cases, a_verdict_is_named_by_words_of_its_own);
    tcase_add_test(cases, headings_are_known_by_language);
    tcase_add_test(cases, pieces_have_their_footnotes);
}

int main(void)
{
    TCase *tests = suite_tests();
    add_all(tests);
    return suite_run("report: words", tests);
}
