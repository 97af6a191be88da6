/* Inline SVG: paths, scaled from the view box to the size that the style gives. */
#ifndef LAYOUT_DRAWING_H
#define LAYOUT_DRAWING_H

#include "layout/box.h"

struct size {
    float width, height;
};

/* The content box of an svg; `whole`: what a width in percent is a share of. */
struct size drawing_size(const struct box *box, float whole);

/* Draws the svg in the content box at x, y. */
void drawing_draw(struct setter *setter, struct box *box, float x, float y, struct size size);

#endif
