#include "report/date.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"

int date_days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

static int number(const char *text, size_t count)
{
    int value = 0;
    for (size_t i = 0; i < count; i++) value = value * 10 + (text[i] - '0');
    return value;
}

static bool has_form(const char *text)
{
    static const char form[] = "0000-00-00";
    if (strlen(text) != sizeof form - 1) return false;
    for (size_t i = 0; form[i]; i++) {
        bool digit = text[i] >= '0' && text[i] <= '9';
        if (form[i] == '0' ? !digit : text[i] != '-') return false;
    }
    return true;
}

enum date_mistake period_read(const char *text, struct date *period)
{
    static const char whole[] = "0000-01-01";
    size_t length = strlen(text);
    if (length != 4 && length != 7) return date_read(text, period);
    char day[sizeof whole];
    memcpy(day, whole, sizeof whole);
    memcpy(day, text, length);
    enum date_mistake mistake = date_read(day, period);
    if (mistake != DATE_FINE) return mistake;
    period->day = 0;
    if (length == 4) period->month = 0;
    return DATE_FINE;
}

bool period_is_after(struct date left, struct date right)
{
    if (left.year != right.year) return left.year > right.year;
    if (left.month == 0 || right.month == 0 || left.month != right.month)
        return left.month && right.month && left.month > right.month;
    return left.day && right.day && left.day > right.day;
}

enum date_mistake date_read(const char *text, struct date *date)
{
    if (!has_form(text)) return DATE_NOT_A_DATE;
    struct date read = {.year = number(text, 4), .month = number(text + 5, 2), .day = number(text + 8, 2)};
    if (read.year < 1500 || read.year > 2999 || read.month < 1 || read.month > 12) return DATE_NOT_REAL;
    if (read.day < 1 || read.day > date_days_in_month(read.year, read.month)) return DATE_NOT_REAL;
    *date = read;
    return DATE_FINE;
}

int date_compare(struct date left, struct date right)
{
    if (left.year != right.year) return left.year - right.year;
    if (left.month != right.month) return left.month - right.month;
    return left.day - right.day;
}

char *date_iso(struct arena *arena, struct date date)
{
    if (date.month == 0) return arena_format(arena, "%04d", date.year);
    if (date.day == 0) return arena_format(arena, "%04d-%02d", date.year, date.month);
    return arena_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

char *date_text(struct arena *arena, const struct language *language, struct date date)
{
    if (date.month == 0) return arena_format(arena, "%d", date.year);
    if (date.day == 0) return arena_format(arena, "%s %d", language->months[date.month - 1], date.year);
    return date_list_text(arena, language, &date, 1);
}

/* The days of one month, then its name, then the year unless the next month's group gives the same. */
static char *month_text(struct arena *arena, const struct language *language, const struct date *dates, size_t count,
                        bool year)
{
    const char **days = arena_array(arena, count, sizeof *days);
    for (size_t i = 0; i < count; i++) days[i] = arena_format(arena, "%d", dates[i].day);
    const char *joined = language_join(arena, language, days, count), *name = language->months[dates->month - 1];
    return year ? arena_format(arena, "%s %s %d", joined, name, dates->year)
                : arena_format(arena, "%s %s", joined, name);
}

static bool same_month(struct date left, struct date right)
{
    return left.year == right.year && left.month == right.month;
}

char *date_list_text(struct arena *arena, const struct language *language, const struct date *dates, size_t count)
{
    const char **months = arena_array(arena, count, sizeof *months);
    size_t month_count = 0;
    for (size_t first = 0, after; first < count; first = after) {
        for (after = first + 1; after < count && same_month(dates[first], dates[after]);) after++;
        bool year = after == count || dates[after].year != dates[first].year;
        months[month_count++] = month_text(arena, language, dates + first, after - first, year);
    }
    return language_join(arena, language, months, month_count);
}
