/* The lines of text-decoration: where a font has them, and how they come to stand on fragments. */
#ifndef LAYOUT_DECORATION_H
#define LAYOUT_DECORATION_H

#include "layout/text.h"

/* Line number `which` (LINE_UNDER, LINE_THROUGH) of an element, y from the line's baseline. A font that says nothing of it, or
 * what cannot be, gets one that is seen: struck text must never look as if it counts. */
struct stroke_line decoration_line(const struct span *span, int which);

/* The lines of a fragment whose line has its baseline at y; NULL: none. */
const struct stroke_line *decoration_at(struct arena *arena, const struct stroke_line *lines, float baseline);

#endif
