/* Inline SVG: paths, scaled from the view box to the size that the style gives. */
#ifndef LAYOUT_DRAWING_H
#define LAYOUT_DRAWING_H

#include "layout/box.h"

/* The width of an svg's content box; `whole`: what a width in percent is a share of. */
float drawing_width(const struct box *box, float whole);

/* Its height when it is this wide. */
float drawing_height(const struct box *box, float width);

#endif
