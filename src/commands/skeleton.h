/* What `oordeel new` writes for its author to replace. */
#ifndef COMMANDS_SKELETON_H
#define COMMANDS_SKELETON_H

#include "check/check.h"
#include "commands/press.h"

/* The texts of templates/new/, the program's and the house's: in Markdown each line that is not a heading, a comment or a tag, up
 * to its first mark; in YAML the value before each `{{! fill in }}`. */
struct skeleton skeleton_read(struct arena *arena, const struct press *press);

#endif
