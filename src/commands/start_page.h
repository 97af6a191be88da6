/* The start page, and what all pages share: style sheets and fonts. */
#ifndef COMMANDS_START_PAGE_H
#define COMMANDS_START_PAGE_H

#include "commands/press.h"

/* Writes them to the output; NULL: only tells what writing them tells. */
void start_page_write(struct arena *arena, const struct press *press, const struct publication *publication,
                      struct output *output, struct messages *messages);

#endif
