/* Which trees a report has (inside check/ only). */
#ifndef CHECK_TEXTS_H
#define CHECK_TEXTS_H

#include "check/passage.h"

struct text *texts_of_report(struct arena *arena, const struct report *report, size_t *count);

#endif
