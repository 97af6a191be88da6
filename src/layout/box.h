/* The box tree: what the styled elements become before they are set. Made once; every pass over the pages uses it
 * again, with what it keeps of earlier work (shaped text, broken lines, heights). */
#ifndef LAYOUT_BOX_H
#define LAYOUT_BOX_H

#include "layout/layout.h"

struct setter;

/* Adjoining margins collapse to the largest positive and the most negative one (CSS 2.1, 8.3.1). */
struct margin {
    float positive, negative; /* negative <= 0 */
};

struct margin margin_of(float value);
struct margin margin_join(struct margin one, struct margin other);
float margin_value(struct margin margin);

enum holds {
    HOLDS_NOTHING,
    HOLDS_BLOCKS, /* child boxes below each other */
    HOLDS_LINES,  /* inline content */
    HOLDS_TABLE,  /* child boxes are captions and row groups; see table.h */
    HOLDS_GRID,   /* child boxes side by side */
    HOLDS_DRAWING /* an svg or img */
};

/* The inline content of a box: the styled siblings from `first` to before `end`, with generated content. */
struct inline_run {
    const struct styled *first, *end;
    const struct node *node;               /* whose ::before and ::after */
    const struct computed *before, *after; /* NULL: none here */
};

struct box {
    const struct node *node;     /* NULL: anonymous */
    const struct styled *styled; /* NULL: anonymous */
    const struct computed *style;
    struct box *parent, *first, *last, *next;
    enum holds holds;
    struct inline_run run; /* HOLDS_LINES */
    struct text *text;     /* its items and lines, made when it is first set */
    struct table *table;   /* HOLDS_TABLE, HOLDS_GRID */
    size_t calls_from, calls_to; /* numbers of the footnote calls in here: from, and before, see footnote.h */
    size_t place; /* of its anchor in setter->anchors, plus 1; 0: none */

    const char *marker; /* text of a list item's marker; NULL: none */

    /* what goes up from first and last children */
    struct margin above;
    bool collapses_through; /* neither height nor edges: its margins adjoin each other, and all are in `above` */
    enum break_rule break_before, break_after;
    bool breaks_inside; /* a break is forced between two boxes in it */
    const char *page, *first_page, *last_page; /* used page names */

    /* kept of earlier work */
    float known_width, known_height, known_baseline; /* height when set whole at known_width; width < 0: not known */
    float min_content, max_content;                  /* < 0: not known */
    bool dynamic;                                    /* holds page numbers: what is known is so for one pass */
    unsigned known_pass;
    bool told, coarse_told;                          /* LAYOUT_OVERFLOW, IMAGE_COARSE */
    bool as_block;                                   /* a float that no page holds: it is set as a block */
};

struct box *box_tree(struct setter *setter, const struct styled *root);

/* A box for inline content that only generated content fills (margin boxes, markers). */
struct box *box_generated(struct setter *setter, const struct computed *style, const struct node *node);

/* A box outside the tree: of an inline-block, an inline svg or a footnote. `call`: the number of the first footnote
 * call in it. */
struct box *box_apart(struct setter *setter, const struct styled *styled, size_t call);

/* True when the box's children are set in a flow of their own: no margin goes through its edges. */
bool box_is_formatting_root(const struct box *box);

bool box_is_float(const struct box *box);

/* The styled element stands below others, not in a line: by its style, or because it holds a block. */
bool box_is_block_level(const struct setter *setter, const struct styled *styled);

/* The styled element is replaced by a drawing or image. */
bool styled_is_drawing(const struct styled *styled);

/* A copy of the inherited part of a style, for an anonymous box. */
const struct computed *box_anonymous_style(struct arena *arena, const struct computed *style, enum display display);

/* Edges. */
float box_edge(const struct computed *style, enum side side); /* border and padding */
float box_edges_across(const struct computed *style);         /* left and right */
bool box_shows(const struct computed *style);            /* background or border */
float length_resolve(struct length length, float whole, float otherwise);

#endif
