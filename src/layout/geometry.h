/* Widths and places across the page (CSS 2.1, 10.3). */
#ifndef LAYOUT_GEOMETRY_H
#define LAYOUT_GEOMETRY_H

#include "layout/flow.h"

struct geometry {
    float x, width; /* of the border box */
    struct area content;
};

/* A block-level box in its containing block. */
struct geometry geometry_of(struct setter *setter, struct box *box, struct area area);

/* What vertical margins in percent are a share of: the content width of a page. */
float area_basis(const struct setter *setter);

#endif
