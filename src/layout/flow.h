/* A flow: boxes set below each other, until the page ends.
 *
 * Every page is set twice, by the same functions. First the flow looks for the place to break: it walks on, draws
 * nothing, offers each place between two lines or boxes as a cut with a cost, and stops when the page is full;
 * the cheapest cut wins. Then it draws exactly up to that cut. A cut is a resume point: a chain with one link per
 * open box. */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include "layout/box.h"

/* Where a box goes on; NULL stands for its beginning. */
struct resume {
    const struct box *child;     /* HOLDS_BLOCKS: the child that comes next */
    size_t index;                /* HOLDS_LINES: the line; tables and grids: the row that comes next */
    const struct resume *inner;  /* how far the child has come; NULL: it has not begun */
    const struct resume *const *cells; /* tables, grids: per column how far its cell has come; NULL: none has begun */
    bool begun;                        /* tables, grids: row `index` itself has begun */
};

/* The cell ended before the cut; only its box goes on. */
extern const struct resume resume_done;

/* The part of a box to set: from one resume point to another; NULL: from its beginning, to its end. */
struct part {
    const struct resume *from, *stop;
};

struct area {
    float x, width;
};

struct cut {
    bool found;
    const struct resume *at;
    float cost;
    float y;               /* where what stands before it ends */
    enum break_rule rule;  /* PAGE or RIGHT: forced */
    const char *page;      /* name of the page that begins here */
};

/* One open box, for the chain of a cut. */
struct level {
    const struct level *outer;
    const struct box *box;
    const struct box *child; /* HOLDS_BLOCKS: that is being set */
    size_t index;
    bool avoid; /* break-inside: avoid, here or further out */
};

enum flow_mode {
    FLOW_CUT,   /* look for the break */
    FLOW_WHOLE, /* only measure, without breaks; what is below the limit is left out, it is far enough */
    FLOW_DRAW
};

struct floated {
    float left, right; /* the box with its margins */
    float top, bottom;
    enum float_side side;
    struct floated *next;
};

struct flow {
    struct setter *setter;
    enum flow_mode mode;
    bool inner;           /* of something that is set whole: no forced breaks */
    bool beside;          /* of a cell: others go on beside it, so that it cannot ask for a page of another name */
    bool must;            /* something must be set even when it does not fit */
    float y;              /* where the next thing begins, but for `margin` */
    struct margin margin; /* not set yet: may still collapse with what follows */
    bool trim;            /* at the top after an unforced break: margins are dropped */
    bool skip_above;      /* the next box's margin above is in `margin` already, with its parent's */
    bool placed;          /* something was set */
    float limit;          /* where the room ends */
    float reserve;        /* bottom edges of open boxes that stay at a cut */
    const struct level *level; /* innermost open box */
    struct cut best;
    bool overfull;        /* something was set that did not fit: the next cut is taken */
    float baseline;       /* of the first line; < 0: none yet */
    float last_baseline;
    const struct pending_marker *markers; /* of list items whose first line is still to come */
    struct floated *floats;
};

struct flow flow_new(struct setter *setter, enum flow_mode mode, float y, float limit);

/* The y after the pending margin, which is then used up. */
float flow_settle(struct flow *flow);

/* True when something that ends at y fits. */
bool flow_fits(const struct flow *flow, float y);

/* Measuring has come far enough. */
bool flow_is_past(const struct flow *flow);

/* The next thing stands below all floats. */
void flow_clear(struct flow *flow);

/* Called when something does not fit: true: set it all the same (nothing could be cut before it), false: stop. */
bool flow_force(struct flow *flow);

/* Offers the place `here` of the innermost open box. false: the flow ends here. The first is for a place between two
 * boxes, whose rules count; the second for one between lines or in a row. */
bool flow_offer_between(struct flow *flow, const struct box *previous, const struct box *next, struct resume here,
                        float penalty);
bool flow_offer(struct flow *flow, struct resume here, float penalty);

/* The flow ends at the place `here` of the innermost open box, for a break is forced there. */
void flow_end(struct flow *flow, struct resume here, enum break_rule rule);

/* Costs of a cut in whole pages: what stays empty of the page is added to them, from 0 to 1. A cut against a rule is
 * taken only when there is no other. */
extern const float penalty_avoid, penalty_lines, penalty_hyphen, penalty_row, penalty_span;

/* ---- what fills a flow; each gives false when the flow ends in or before the box (full, or drawn up to the cut) ---- */

bool place_box(struct flow *flow, struct box *box, struct part part, struct area area);
/* What a box holds, without its edges. */
bool place_content(struct flow *flow, struct box *box, struct part part, struct area area);
bool place_lines(struct flow *flow, struct box *box, struct part part, struct area area);
bool place_rows(struct flow *flow, struct box *box, struct part part, struct area area); /* tables and grids */
bool place_drawing(struct flow *flow, struct box *box, struct area area);
bool place_float(struct flow *flow, struct box *box, struct area area);

/* ---- boxes set whole ---- */

/* The height of the border box when set whole in `width` (of the border box), kept in the box with the baseline of
 * its first line from its top, or -1 (of its last line for an inline-block). */
float box_height(struct setter *setter, struct box *box, float width);

/* Draws the whole box (border box at x, y). */
void box_draw(struct setter *setter, struct box *box, float x, float y, float width);

/* Widths of the border box: as narrow as words allow, and as wide as the content asks (CSS 2.1, 17.5.2.2). */
void box_extent(struct setter *setter, struct box *box, float *min, float *max);

/* The least width of the border box when words are hyphenated too: below it they would break anywhere, and numbers in
 * themselves. */
float box_least(struct setter *setter, struct box *box);

/* The width of a border box that is as wide as its content asks, at most `available` (CSS 2.1, 10.3.5). */
float box_shrink_to_fit(struct setter *setter, struct box *box, float available);

#endif
