/* What reports are about, in order (inside report/ only). */
#ifndef REPORT_SUBJECTS_H
#define REPORT_SUBJECTS_H

#include "report/report.h"

void subjects_begin(struct arena *arena, struct publication *publication);

/* Fills `newest`, `by_subject`, the reports of institutions and the answers of reports: whenever it is known which reports are
 * published. */
void subjects_order(struct publication *publication);

/* The other published reports on the same institution or region that a report names: the newest, the one that it answers, and the newest
 * plans that answer it; the newest first. A reader can go through no more, and if each of a thousand reports named all others, there
 * would be a million names. `*more`: how many others there are. */
enum { SUBJECTS_OTHERS_MOST = 25 };
size_t subjects_others(const struct report *report, const struct report *others[SUBJECTS_OTHERS_MOST], size_t *more);

#endif
