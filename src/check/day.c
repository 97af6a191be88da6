#include "check/day.h"

#include <math.h>
#include <string.h>

#include "check/phrase.h"

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year == 0 || (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

/* A number in digits of one of these lengths, or -1. "4e" and "4th" are days, too. */
static int digits_of(const struct passage *passage, const struct token *token, size_t least, size_t most)
{
    static const char *const endings[] = {"e", "ste", "de", "th", "st", "nd", "rd", NULL};
    if (!token || token->kind == TOKEN_MARK) return -1;
    size_t length = strspn(passage->text + token->at, "0123456789");
    if (length < least || length > most) return -1;
    bool word = length < token->length; /* and no number such as 1,5, which has no word */
    if (word && (most > 2 || !*token->word || !is_one_of(token->word + length, endings))) return -1;
    int number = 0;
    for (size_t i = 0; i < length; i++) number = number * 10 + (passage->text[token->at + i] - '0');
    return number;
}

static int year_of(const struct passage *passage, const struct token *token)
{
    int year = digits_of(passage, token, 4, 4);
    return year >= 1900 && year < 2100 ? year : -1;
}

/* English months have a capital; without one, "may" and "march" are other words. */
static int month_of(const struct passage *passage, const struct token *token)
{
    if (!token || token->kind != TOKEN_WORD) return 0;
    char first = passage->text[token->at];
    if (passage->words->capital_months && !(first >= 'A' && first <= 'Z')) return 0;
    return token->month;
}

/* The year behind a month, also behind the point of "jan." or a comma. */
static void take_year(const struct passage *passage, struct day *day)
{
    size_t at = day->after;
    const struct token *token = token_near(passage, day->first, at);
    if (token_is_mark(token, ".") || token_is_mark(token, ",")) token = token_near(passage, day->first, ++at);
    int year = year_of(passage, token);
    if (year < 0) return;
    day->year = year;
    day->after = at + 1;
}

/* "4 maart 2025", "4 maart", "4th of March 2025" */
static bool read_day_first(const struct passage *passage, size_t index, struct day *day)
{
    int number = digits_of(passage, &passage->tokens[index], 1, 2);
    size_t at = index + 1;
    const struct token *token = token_near(passage, index, at);
    if (token && strcmp(token->word, "of") == 0) token = token_near(passage, index, ++at);
    int month = month_of(passage, token);
    if (number < 0 || !month) return false;
    *day = (struct day){.month = month, .day = number ? number : 99, .first = index, .after = at + 1};
    take_year(passage, day);
    return true;
}

/* "March 4, 2025", "maart 2025". A month alone is none: "mei" and "March" are other words, too. */
static bool read_month_first(const struct passage *passage, size_t index, struct day *day)
{
    int month = month_of(passage, &passage->tokens[index]);
    if (!month) return false;
    *day = (struct day){.month = month, .first = index, .after = index + 1};
    int number = digits_of(passage, token_near(passage, index, index + 1), 1, 2);
    if (number > 0 && passage->words->capital_months) {
        day->day = number;
        day->after++;
    }
    take_year(passage, day);
    return day->year || day->day;
}

/* "04-03-2025", "4/3/2025": the marks must touch the numbers. */
static bool touches(const struct token *left, const struct token *right)
{
    return left && right && left->at + left->length == right->at;
}

static bool read_numbers(const struct passage *passage, size_t index, struct day *day)
{
    const struct token *tokens[5];
    for (size_t i = 0; i < 5; i++) {
        tokens[i] = token_near(passage, index, index + i);
        if (i > 0 && !touches(tokens[i - 1], tokens[i])) return false;
    }
    bool marks = (token_is_mark(tokens[1], "-") && token_is_mark(tokens[3], "-")) ||
                 (token_is_mark(tokens[1], "/") && token_is_mark(tokens[3], "/"));
    int month = digits_of(passage, tokens[2], 1, 2), year = year_of(passage, tokens[4]), number;
    if (year > 0) number = digits_of(passage, tokens[0], 1, 2);
    else year = year_of(passage, tokens[0]), number = digits_of(passage, tokens[4], 1, 2);
    if (!marks || year < 0 || number < 0 || month < 0) return false;
    *day = (struct day){.year = year, .month = month, .day = number ? number : 99, .first = index, .after = index + 5};
    return true;
}

bool day_at(const struct passage *passage, size_t index, struct day *day)
{
    const struct token *token = &passage->tokens[index];
    if (token->kind == TOKEN_MARK) return false;
    bool digit = passage->text[token->at] >= '0' && passage->text[token->at] <= '9';
    bool found = digit ? read_numbers(passage, index, day) || read_day_first(passage, index, day)
                       : read_month_first(passage, index, day);
    if (!found) return false;
    day->real = day->month >= 1 && day->month <= 12 && day->day <= days_in_month(day->year, day->month);
    return true;
}

int day_compare(const struct day *left, const struct day *right)
{
    if (left->year && right->year && left->year != right->year) return left->year - right->year;
    if (left->month != right->month) return left->month - right->month;
    return left->day && right->day ? left->day - right->day : 0;
}

/* Zeller's congruence (Acta Mathematica 9, 1887): 0 is Saturday. */
int day_of_week(const struct day *day)
{
    int month = day->month < 3 ? day->month + 12 : day->month, year = day->month < 3 ? day->year - 1 : day->year;
    int century = year / 100, rest = year % 100;
    int weekday = (day->day + 13 * (month + 1) / 5 + rest + rest / 4 + century / 4 + 5 * century) % 7;
    return (weekday + 5) % 7 + 1;
}
