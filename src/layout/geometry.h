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

/* The top edge of a box that begins on this page, or that goes on from the page before: a box that can be seen keeps
 * its padding there, so that its text does not touch the edge of its background (box-decoration-break: clone, but
 * for the border). The bottom edge in the same way. */
float box_top_edge(const struct box *box, bool begins);
float box_bottom_edge(const struct box *box, bool ends);

/* What vertical margins in percent are a share of: the content width of a page. */
float area_basis(const struct setter *setter);

/* Left and right margin, where no width is known of which they could be a share. */
float box_margins_across(const struct computed *style);

#endif
