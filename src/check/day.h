/* Days as authors write them (inside check/ only). */
#ifndef CHECK_DAY_H
#define CHECK_DAY_H

#include "check/passage.h"

struct day {
    int year, month, day; /* 0: not said */
    size_t first, after;  /* the tokens that say it */
    bool real;            /* there is such a day */
};

/* A day whose first token is this one: "4 maart 2025", "4 maart", "maart 2025", "04-03-2025", "2025-03-04",
 * "March 4, 2025", "4th of March". */
bool day_at(const struct passage *passage, size_t index, struct day *day);

/* Less than, equal to or greater than 0; what one of them does not say counts as equal. */
int day_compare(const struct day *left, const struct day *right);

/* 1 for Monday to 7; of a real day with a year. */
int day_of_week(const struct day *day);

#endif
