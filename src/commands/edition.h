/* Which reports a run is about: what --drafts and --date say. */
#ifndef COMMANDS_EDITION_H
#define COMMANDS_EDITION_H

#include "commands/commands.h"

/* Leaves out of the publication what the request does not ask for, and counts it. */
void edition_choose(struct publication *publication, const struct request *request, struct outcome *outcome,
                    struct messages *messages);

/* Tells which reports are left out only because no day was told. */
void edition_tell_embargoes(const struct publication *publication, const struct request *request,
                            struct messages *messages);

#endif
