/* Floats: boxes at one side, beside which lines are shorter (CSS 2.1, 9.5, in a simple form: a float is set whole, unless no
 * page holds it). */
#ifndef LAYOUT_FLOAT_H
#define LAYOUT_FLOAT_H

#include "layout/flow.h"

/* Breaks the lines of a box that begins at the flow's y, around the floats that are there; moves it below them when
 * they leave too little. */
void break_beside_floats(struct flow *flow, struct box *box, struct area area);

/* A float that is higher than a page is set as a block, which pages may break. */
bool float_is_block(struct flow *flow, struct box *box, struct area area);

#endif
