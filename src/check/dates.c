/* Dates in running text: that do not exist, that fall on another weekday, whose end comes before their begin, and what
 * is told as past although it comes after the report. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "check/checker.h"
#include "check/day.h"
#include "check/phrase.h"

/* The words of the tokens from `first` to before `after`. */
static const char *quote(struct checker *checker, const struct passage *passage, size_t first, size_t after)
{
    const struct token *begin = &passage->tokens[first], *end = &passage->tokens[after - 1];
    return passage_quote(checker->arena, passage, begin->at, end->at + end->length - begin->at);
}

static void check_real(struct checker *checker, const struct passage *passage, const struct day *day)
{
    if (day->real) return;
    message_add(checker->messages, DAY_IMPOSSIBLE, token_place(passage, &passage->tokens[day->first]),
                "`%s` is no day of the calendar; expected one that exists",
                quote(checker, passage, day->first, day->after));
}

static void check_weekday(struct checker *checker, const struct passage *passage, const struct day *day)
{
    size_t first = day->first;
    if (!first || !day->year || !day->day || !day->real) return;
    const struct token *before = token_near(passage, first, first - 1);
    if (token_is_mark(before, ",") && first > 1) before = token_near(passage, first, first - 2);
    int said = before ? before->weekday : 0;
    int real = day_of_week(day);
    if (!said || said == real) return;
    char name[16];
    snprintf(name, sizeof name, "%s", passage->words->weekdays[real - 1]);
    if (passage->words->capital_months) *name = (char)toupper((unsigned char)*name);
    message_add(checker->messages, WEEKDAY_WRONG, token_place(passage, before),
                "%s was a %s; expected that, or another day", quote(checker, passage, day->first, day->after), name);
}

/* ---- from … to … ---- */

/* A day, a month with its year, a year alone, or the number of a day whose month follows at the other end. */
static bool moment_at(const struct passage *passage, size_t index, struct day *moment)
{
    if (index >= passage->token_count) return false;
    const struct token *token = &passage->tokens[index];
    if (day_at(passage, index, moment)) return moment->real;
    if (token->kind != TOKEN_NUMBER || token->percent || token->decimals) return false;
    bool year = token->length == 4 && token->number >= 1900 && token->number < 2100;
    bool day = token->length <= 2 && token->number >= 1 && token->number <= 31;
    *moment = (struct day){
        .year = year ? (int)token->number : 0, .day = day ? (int)token->number : 0, .first = index, .after = index + 1};
    return year || day;
}

/* Only what is surely in the wrong order: the end of December may come before that of January. */
static bool is_reversed(const struct day *from, const struct day *until)
{
    if (!from->month && !until->month) return from->year && until->year && from->year > until->year;
    if (!until->month) return false;
    if (!from->month) return from->day && until->day && from->day > until->day;
    if (from->year && until->year) return day_compare(from, until) > 0;
    return from->month == until->month && !from->year && from->day && until->day && from->day > until->day;
}

/* The tokens between the two ends: "tot", "tot en met", "t/m"; "en" behind "tussen". 0: none. */
static size_t until_length(const struct passage *passage, size_t index, bool both)
{
    const struct token *token = token_near(passage, index - 1, index),
                       *slash = token_near(passage, index - 1, index + 1),
                       *with = token_near(passage, index - 1, index + 2);
    if (!both && with && token_is_mark(slash, "/") && strcmp(token->word, "t") == 0 && strcmp(with->word, "m") == 0)
        return 3;
    return phrase_at(passage, index, both ? LIST_AND : LIST_UNTIL);
}

static void check_range(struct checker *checker, const struct passage *passage, size_t index)
{
    struct day from, until;
    size_t before = phrase_at(passage, index, LIST_FROM);
    if (!before || !moment_at(passage, index + before, &from)) return;
    bool both = token_is_word(&passage->tokens[index], LIST_BETWEEN); /* "tussen … en" */
    size_t between = until_length(passage, from.after, both);
    if (!between || !moment_at(passage, from.after + between, &until) || !is_reversed(&from, &until)) return;
    message_add(checker->messages, PERIOD_REVERSED, token_place(passage, &passage->tokens[until.first]),
                "%s comes before %s; expected an end behind the begin",
                quote(checker, passage, until.first, until.after), quote(checker, passage, from.first, from.after));
}

/* "2024–2022": two years with a dash between that touches both. */
static void check_years(struct checker *checker, const struct passage *passage, size_t index)
{
    enum { LONGEST = 30 };
    const struct token *from = &passage->tokens[index], *dash = token_near(passage, index, index + 1),
                       *until = token_near(passage, index, index + 2);
    bool joined = until && (token_is_mark(dash, "-") || token_is_mark(dash, "–")) &&
                  from->at + from->length == dash->at && dash->at + dash->length == until->at;
    if (!joined || from->length != 4 || until->length != 4 || from->number < 1990 || until->number < 1990) return;
    if (from->number <= until->number || from->number > until->number + LONGEST || from->number > 2100) return;
    message_add(checker->messages, PERIOD_REVERSED, token_place(passage, until),
                "%.0f comes before %.0f; expected an end behind the begin", until->number, from->number);
}

/* ---- after the report ---- */

static bool looks_ahead(const struct passage *passage, size_t index)
{
    enum { REACH = 80 };
    unsigned sentence = passage->tokens[index].sentence;
    size_t first = index > REACH ? index - REACH : 0, last = index + REACH;
    while (index > first && passage->tokens[index - 1].sentence == sentence) index--;
    for (; index < last && index < passage->token_count && passage->tokens[index].sentence == sentence; index++) {
        if (token_is_word(&passage->tokens[index], LIST_FUTURE)) return true;
    }
    return false;
}

static void check_published(struct checker *checker, const struct passage *passage, const struct day *day)
{
    const struct date date = checker->report->published;
    struct day published = {.year = date.year, .month = date.month, .day = date.day};
    bool plan = checker->report->kind && strcmp(checker->report->kind, "plan") == 0;
    if (plan || !date.year || !day->year || !day->real || day_compare(day, &published) <= 0) return;
    if (looks_ahead(passage, day->first)) return;
    message_add(checker->messages, DATE_AFTER_PUBLICATION, token_place(passage, &passage->tokens[day->first]),
                "%s lies after the publication on %04d-%02d-%02d, and the sentence does not look ahead; expected an "
                "earlier day",
                quote(checker, passage, day->first, day->after), date.year, date.month, date.day);
}

static void check_passage(struct checker *checker, const struct passage *passage)
{
    for (size_t i = 0; i < passage->token_count;) {
        struct day day;
        check_range(checker, passage, i);
        if (passage->tokens[i].kind == TOKEN_NUMBER) check_years(checker, passage, i);
        if (!day_at(passage, i, &day)) {
            i++;
            continue;
        }
        check_real(checker, passage, &day);
        check_weekday(checker, passage, &day);
        check_published(checker, passage, &day);
        i = day.after;
    }
}

void check_dates(struct checker *checker)
{
    for (size_t i = 0; i < checker->passages.count; i++) check_passage(checker, &checker->passages.items[i]);
}
