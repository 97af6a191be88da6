/* Is a quotation in the words of its source (inside compose/ only)? */
#ifndef COMPOSE_QUOTATION_H
#define COMPOSE_QUOTATION_H

#include <stdbool.h>

#include "base/arena.h"

/* The first word of a quotation that the source does not go on with, and what the source has there. */
struct departure {
    const char *quoted, *source; /* a few words from there on; source "": it ends there */
};

/* True when the quotation's words stand in the source, in its order and without gaps but for omissions marked by an
 * ellipsis. Quotation marks, white space, case and soft hyphens do not count. */
bool quotation_holds(struct arena *arena, const char *quotation, const char *source, struct departure *departure);

#endif
