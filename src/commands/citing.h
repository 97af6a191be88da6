/* Reports that refer to places in others: what those places are called, and which report comes first. */
#ifndef COMMANDS_CITING_H
#define COMMANDS_CITING_H

#include "commands/press.h"

/* The reports in an order in which each comes after those that it needs: [report_count]. */
const struct report **citing_order(struct arena *arena, const struct publication *publication);

/* What others may refer to in the document, with the pages of its layout (NULL: without). */
const struct passages *citing_passages(struct arena *arena, const struct report *report, const struct node *document,
                                       const struct layout *layout);

/* Makes and lays out all reports that this one needs, and gives what it may refer to in them: for the composer. */
const struct passages *const *citing_needed(struct arena *arena, const struct press *press,
                                            const struct publication *publication, const struct report *report,
                                            struct messages *messages);

#endif
