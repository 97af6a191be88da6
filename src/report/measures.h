/* Measures of a plan (inside report/ only). */
#ifndef REPORT_MEASURES_H
#define REPORT_MEASURES_H

#include "report/load.h"

/* "planned" …, in the order of enum measure_status, NULL at the end: the choices of measures.yaml. */
extern const char *const measure_statuses[];

/* Tells what the measures of a linked plan say that cannot be so, and which shortcomings they leave out. */
void measures_check(struct loader *loader, const struct measures_file *plan);

#endif
