/* Inside the room: attributes that set style, weaker than any rule of an author. */
#ifndef STYLE_HINTS_H
#define STYLE_HINTS_H

#include "style/sheet.h"

enum { HINT_COUNT = 25 };

/* The values of the attributes that are hints on this element; false: it has none. */
bool hints_of(const struct node *node, const char *values[HINT_COUNT]);

/* The values as declarations. A value that is none of its property is left out: who writes templates sees it. */
const struct declarations *hints_declarations(struct arena *arena, const char *const values[HINT_COUNT]);

#endif
