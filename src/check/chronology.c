/* Dates beside one another: those of report.yaml, those of a plan and the report that it answers, those of a table's
 * rows. */
#include <string.h>

#include "check/checker.h"
#include "check/day.h"
#include "check/phrase.h"

/* A text of report.yaml as a passage; false: there is none. */
static bool text_of(struct checker *checker, const struct value *map, const char *key, struct passage *passage)
{
    const struct value *value = value_get(map, key);
    if (!value || value->kind != VALUE_STRING || !checker->words) return false;
    struct run *run = arena_make(checker->arena, struct run);
    *run = (struct run){.place = value->place, .text = value->text};
    *passage = (struct passage){.kind = PASSAGE_TEXT,
                                .words = checker->words,
                                .vocabulary = checker->passages.vocabulary,
                                .text = value->text,
                                .length = strlen(value->text),
                                .runs = run,
                                .run_count = 1};
    scan_passage(checker->arena, passage);
    return true;
}

static struct day day_of(struct date date)
{
    return (struct day){.year = date.year, .month = date.month, .day = date.day, .real = true};
}

/* ---- when the inspection was, and its visits ---- */

/* The only month with a year that the words name; a period has more, or an end. */
static bool only_month(const struct passage *passage, struct day *month)
{
    size_t found = 0;
    for (size_t i = 0; i < passage->token_count;) {
        struct day day;
        if (phrase_at(passage, i, LIST_UNTIL) || phrase_at(passage, i, LIST_FROM)) return false;
        if (!day_at(passage, i, &day)) {
            i++;
            continue;
        }
        *month = day;
        found++;
        i = day.after;
    }
    return found == 1 && month->year;
}

static void check_supervision(struct checker *checker)
{
    const struct report *report = checker->report;
    const struct value *dates = value_get(checker_file(checker, "report.yaml"), "dates");
    struct passage passage;
    struct day month;
    if (!dates || !report->visit_count || !text_of(checker, dates, "supervision", &passage)) return;
    if (!only_month(&passage, &month)) return;
    for (size_t i = 0; i < report->visit_count; i++) {
        struct date visit = report->visits[i];
        if (visit.year == month.year && visit.month == month.month) continue;
        message_add(checker->messages, DATES_DISAGREE, value_get(dates, "supervision")->place,
                    "the visit on %04d-%02d-%02d lies outside `%s`; expected dates that agree", visit.year, visit.month,
                    visit.day, report->supervision);
        return;
    }
}

/* ---- visits in the text ---- */

static bool is_visit(const struct report *report, int year, int month, int day)
{
    bool same_month = false;
    for (size_t i = 0; i < report->visit_count; i++) {
        struct date visit = report->visits[i];
        if (visit.year != year || visit.month != month) continue;
        same_month = true;
        if (visit.day == day) return true;
    }
    return !same_month; /* other months are of other visits */
}

static void tell_no_visit(struct checker *checker, const struct passage *passage, size_t index)
{
    message_add(checker->messages, DATES_DISAGREE, token_place(passage, &passage->tokens[index]),
                "`visits` of report.yaml has no visit on day %s of this month; expected the same days",
                token_text(checker->arena, passage, &passage->tokens[index]));
}

/* "4, 5 en 10 maart 2025": the day itself, and the numbers before it with commas or "en" between. */
static void check_days(struct checker *checker, const struct passage *passage, const struct day *day)
{
    size_t at = day->first;
    for (;;) {
        const struct token *token = &passage->tokens[at];
        bool number = token->kind == TOKEN_NUMBER && token->number >= 1 && token->number <= 31 && !token->decimals;
        if (!number) return;
        if (!is_visit(checker->report, day->year, day->month, (int)token->number)) tell_no_visit(checker, passage, at);
        const struct token *before = at > 1 ? token_near(passage, at, at - 1) : NULL;
        if (!token_is_mark(before, ",") && !token_is_word(before, LIST_AND)) return;
        at -= 2;
    }
}

static bool has_word(const struct passage *passage, size_t begin, size_t end, const char *word)
{
    while (begin < end && strcmp(passage->tokens[begin].word, word) != 0) begin++;
    return begin < end;
}

/* A sentence in which the inspectorates visited somebody; "zij" are who stands in the sentence before. */
static bool tells_visits(const struct passage *passage, size_t before, size_t begin, size_t end)
{
    const struct words *words = passage->words;
    bool visited = false;
    for (size_t i = begin; i < end && !visited; i++) visited = token_is_word(&passage->tokens[i], LIST_VISITING);
    if (!visited) return false;
    return has_word(passage, begin, end, words->inspectorates) ||
           (has_word(passage, begin, end, words->they) && has_word(passage, before, begin, words->inspectorates));
}

static void check_visits_in(struct checker *checker, const struct passage *passage)
{
    for (size_t before = 0, begin = 0, end; begin < passage->token_count; before = begin, begin = end) {
        for (end = begin; token_near(passage, begin, end);) end++;
        if (!tells_visits(passage, before, begin, end)) continue;
        for (size_t i = begin; i < end; i++) {
            struct day day;
            if (!day_at(passage, i, &day)) continue;
            if (day.year && day.day) check_days(checker, passage, &day);
            i = day.after - 1;
        }
    }
}

static void check_visits(struct checker *checker)
{
    for (size_t i = 0; checker->report->visit_count && i < checker->passages.count; i++) {
        if (checker->passages.items[i].kind == PASSAGE_TEXT) check_visits_in(checker, &checker->passages.items[i]);
    }
}

/* ---- what follows from the report ---- */

static void check_outcome(struct checker *checker)
{
    const struct value *file = checker_file(checker, "report.yaml");
    struct day published = day_of(checker->report->published);
    struct passage passage;
    if (!published.year || !text_of(checker, file, "outcome", &passage)) return;
    for (size_t i = 0; i + 1 < passage.token_count; i++) {
        struct day day;
        if (!token_is_word(&passage.tokens[i], LIST_DEADLINE) || !day_at(&passage, i + 1, &day)) continue;
        if (!day.year || !day.real || day_compare(&day, &published) >= 0) continue;
        message_add(checker->messages, DATES_DISAGREE, token_place(&passage, &passage.tokens[day.first]),
                    "this day lies before the publication on %04d-%02d-%02d; expected a later one", published.year,
                    published.month, published.day);
    }
}

/* ---- a plan and the report that it answers ---- */

static bool read_date(const char *text, struct day *day)
{
    static const char form[] = "0000-00-00";
    for (size_t i = 0; form[i]; i++) {
        bool digit = text[i] >= '0' && text[i] <= '9';
        if (form[i] == '0' ? !digit : text[i] != form[i]) return false;
    }
    *day = (struct day){.year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0'),
                        .month = (text[5] - '0') * 10 + (text[6] - '0'),
                        .day = (text[8] - '0') * 10 + (text[9] - '0')};
    return !text[sizeof form - 1];
}

static void check_answer(struct checker *checker)
{
    const struct report *answered = checker->report->answers;
    const struct value *version = value_get(checker_file(checker, "report.yaml"), "version");
    struct day day, published = answered ? day_of(answered->published) : (struct day){0};
    if (!published.year || !version || version->kind != VALUE_STRING || !read_date(version->text, &day)) return;
    if (day_compare(&day, &published) >= 0) return;
    message_add(checker->messages, DATES_DISAGREE, version->place,
                "%s lies before the publication of the report that is answered, %04d-%02d-%02d; expected a later day",
                version->text, published.year, published.month, published.day);
}

/* ---- rows of a table ---- */

/* The date that a row begins with, and nothing else in its cell. */
static bool row_date(const struct passage *passage, struct day *day)
{
    bool first = passage->kind == PASSAGE_CELL && node_is(passage->node, "td") && !passage->node->previous;
    return first && passage->token_count && day_at(passage, 0, day) && day->after == passage->token_count &&
           day->year && day->real;
}

enum { MOST_ROWS = 200 };

struct column {
    const struct node *body; /* of the table */
    struct day days[MOST_ROWS];
    const struct passage *cells[MOST_ROWS];
    size_t rows, others; /* others: without a date, or too many */
};

/* The only row without which all others follow one another, or `rows`: there is none, or nothing is wrong. `sign` 1
 * asks for rising dates, -1 for falling ones. */
static size_t only_wrong(const struct column *column, int sign)
{
    const struct day *days = column->days;
    size_t wrong = 0, at = 0;
    for (size_t i = 1; i < column->rows; i++) {
        if (sign * day_compare(&days[i - 1], &days[i]) <= 0) continue;
        wrong++;
        at = i;
    }
    if (wrong != 1) return column->rows;
    bool without_this = at + 1 == column->rows || sign * day_compare(&days[at - 1], &days[at + 1]) <= 0;
    bool without_last = at == 1 || sign * day_compare(&days[at - 2], &days[at]) <= 0;
    return without_this ? at : without_last ? at - 1 : column->rows;
}

static void end_column(struct checker *checker, struct column *column)
{
    enum { FEWEST = 4 };
    size_t wrong = only_wrong(column, 1);
    if (wrong == column->rows) wrong = only_wrong(column, -1);
    bool tell = column->rows >= FEWEST && column->others == 0 && wrong < column->rows;
    column->rows = column->others = 0;
    if (!tell) return;
    const struct passage *passage = column->cells[wrong];
    message_add(checker->messages, ROWS_OUT_OF_ORDER, passage_place(passage, 0, passage->length),
                "this row is the only one that does not follow in time; expected rows in the order of their dates");
}

static void add_row(struct column *column, const struct passage *passage)
{
    if (column->rows < MOST_ROWS && row_date(passage, &column->days[column->rows]))
        column->cells[column->rows++] = passage;
    else column->others++;
}

static void check_rows(struct checker *checker)
{
    struct column *column = arena_make(checker->arena, struct column);
    for (size_t i = 0; i < checker->passages.count; i++) {
        const struct passage *passage = &checker->passages.items[i];
        if (!node_is(passage->node, "td") || passage->node->previous) continue;
        const struct node *body = passage->node->parent->parent;
        if (body != column->body) end_column(checker, column);
        column->body = body;
        add_row(column, passage);
    }
    end_column(checker, column);
}

void check_chronology(struct checker *checker)
{
    check_supervision(checker);
    check_visits(checker);
    check_outcome(checker);
    check_answer(checker);
    check_rows(checker);
}
