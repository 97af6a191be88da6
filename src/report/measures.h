/* Measures of a plan (inside report/ only). */
#ifndef REPORT_MEASURES_H
#define REPORT_MEASURES_H

#include "report/load.h"

/* "planned" …, in the order of enum measure_status, NULL at the end: the choices of measures.yaml. */
extern const char *const measure_statuses[];

/* Tells what the measures of a linked plan say that cannot be so, and which shortcomings they leave out. */
void measures_check(struct loader *loader, const struct measures_file *plan);

/* The plan's measures for templates (src/report/README.md); NULL: it has none. */
struct value *measures_view(struct arena *arena, const struct language *language, const struct value *words,
                            const struct report *plan);

#endif
