/* Lines that run both ways: where each item stands, and the boxes of inline elements, which may be in several pieces
 * (CSS Writing Modes 3, 2.4.3). */
#ifndef LAYOUT_TURNED_H
#define LAYOUT_TURNED_H

#include "layout/text.h"

struct places {
    const struct text *text;
    const struct line *line;
    size_t first, count;
    const size_t *order; /* the items from left to right, counted from `first` */
    float *x, *widths; /* of item first + i: its left end, and its width as drawn */
    struct reach **reaches; /* of the elements with edges or a background on the line, the innermost first */
    size_t reach_count;
};

/* `space` is added to every space, `leader` to every leader; x is the left end of the line's text. */
struct places *turned_places(struct setter *setter, const struct text *text, const struct line *line, float x, float space,
                             float leader);

/* Draws the boxes of the inline elements on the line, before its text. */
void turned_boxes(struct setter *setter, const struct places *places, float baseline);

#endif
