/* Days of the calendar (inside report/ only): reading, checking, writing in words. */
#ifndef REPORT_DATE_H
#define REPORT_DATE_H

#include "report/language.h"
#include "report/report.h"

enum date_mistake { DATE_FINE, DATE_NOT_A_DATE, DATE_NOT_REAL };

/* Reads "2025-03-04" (ISO 8601 calendar date, years 1500 to 2999). */
enum date_mistake date_read(const char *text, struct date *date);

/* Reads also "2025-03" and "2025". */
enum date_mistake period_read(const char *text, struct date *period);

/* True when the whole of `left` lies behind `right`: "2025-03" is not after "2025-03-04", nor before it. */
bool period_is_after(struct date left, struct date right);

int date_days_in_month(int year, int month);

/* Less than, equal to or greater than 0. */
int date_compare(struct date left, struct date right);

/* "2025-03-04"; of a period "2025-03", "2025" */
char *date_iso(struct arena *arena, struct date date);

/* "4 maart 2025"; of a period "maart 2025", "2025" */
char *date_text(struct arena *arena, const struct language *language, struct date date);

/* "4, 5 en 6 maart 2025", "28 februari en 3 maart 2025": month and year once for those that share them. */
char *date_list_text(struct arena *arena, const struct language *language, const struct date *dates, size_t count);

#endif
