/* Rows placed below each other, their cells side by side; a row that does not fit is broken in its cells. */
#ifndef LAYOUT_ROW_H
#define LAYOUT_ROW_H

#include "layout/table.h"

/* A cell that is open in a column: begun in this row or in one above. */
struct open_cell {
    const struct cell *cell;   /* NULL: none */
    const struct resume *from; /* how far it had come on the page before */
    bool begins;               /* on this page */
    float top;                 /* of its box on this page */
    size_t fragment;           /* its box fragment, plus 1 */
};

struct walk {
    struct flow *flow;
    struct box *box;
    struct table *table;
    float x;                 /* content edge of the table */
    struct open_cell *open;  /* per column */
    bool must;               /* the next unit is set even when it does not fit */
};

struct filled {
    bool complete;
    struct cut cut;
    float bottom; /* of what was set, with the cell's edge */
};

/* The rows of one page: those before `stop` end on it, and where `cut` says so row `stop` begins on it. */
struct stretch {
    size_t first, stop;
    const struct resume *from, *cut;
    float *bottoms; /* of the rows that end here */
    float lowest;   /* bottom of what was drawn of the row that does not */
};

/* Per column; none is open yet. */
struct open_cell *open_cells(struct setter *setter, const struct table *table);

/* Sets the part of a cell from `open->from` to `stop`; the flow begins at the top of its box. */
struct filled fill_cell(const struct walk *walk, const struct open_cell *open, struct flow flow,
                        const struct resume *stop);

/* The box of a cell has begun but nothing of its content is set yet. */
extern const struct resume resume_start;

/* The lowest first baseline of the cells that stand on it (CSS 2.1, 17.5.3). */
float row_baseline(const struct walk *walk, size_t row);

/* What the row's style says, or 0. */
float row_own_height(const struct walk *walk, size_t row);

/* The height of a row whose top is at y; all cells that are open in it stand in walk->open. */
float row_height(const struct walk *walk, size_t row, float y);

/* Going down the rows: opens the cells that go on from the page before; those that begin in a row; closes those that
 * end in it. */
void reopen_cells(struct walk *walk, const struct resume *from, float y);
void open_row(struct walk *walk, size_t row, float y);
void close_row(struct walk *walk, size_t row);

/* The row itself began on the page before. */
bool row_is_begun(const struct resume *from, size_t row);

/* Opens and closes a row without drawing; gives the y below it. */
float pass_row(struct walk *walk, size_t row, const struct resume *from, float y);

/* row_cut.c: goes down the rows from `from` while they fit, and offers cuts between and in them. */
bool look_at_rows(struct walk *walk, const struct resume *from);

/* row_draw.c: draws the rows of a page from y; gives the y below them. */
float draw_rows(struct walk *walk, struct stretch stretch, float y);

#endif
