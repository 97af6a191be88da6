/* The house: what a content folder has of its own in `house/` and puts in the place of what the program brings. */
#ifndef COMMANDS_HOUSE_H
#define COMMANDS_HOUSE_H

#include "commands/press.h"

/* Reads `house/templates` (and the words in it) and `house/styles` of the content folder over what the press has already.
 * Tells files that nothing reads, templates, words and custom properties that nothing asks for, and colours that are too near
 * to each other. `data`: the folder with what the program brings. */
void house_load(struct arena *arena, struct press *press, const char *data, const char *content, struct messages *messages);

#endif
