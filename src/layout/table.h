/* Tables and grids: cells in columns and rows. A grid is a table without spans whose column widths its style gives. */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "layout/flow.h"

struct cell {
    struct box *box;
    size_t row, column;    /* its first */
    size_t rows, columns;  /* how many it spans, at least 1 */
};

struct row {
    struct box *box;   /* NULL: of a grid */
    struct box *group; /* whose first row it is; NULL: none */
    size_t begin;      /* the first row of its group */
    bool head;         /* of class head, at the begin of its group: it heads the rows below it */
    struct cell *cells;
    size_t cell_count;
};

struct column {
    float min, max, percent; /* percent 0: none */
    float least;             /* with hyphens; known where the columns do not get their min */
    float width, x;          /* x: from the table's content edge */
};

struct table {
    struct row *rows; /* first the heads, last the feet */
    size_t row_count, head_count;
    struct column *columns;
    size_t column_count;
    struct box **captions; /* in document order */
    size_t caption_count;
    float across, down; /* between cells */
    float outside;      /* around them */
    bool from_right;    /* the first column is the one at the right */
    bool measured;      /* min and max of the columns are known */
    float width;        /* for which the columns' widths were found; < 0: none yet */
};

/* The rows and columns of a table or grid, made when first asked for. */
struct table *table_of(struct setter *setter, struct box *box);

/* The width of the table's border box: its own, or as wide as its cells ask within `room`. */
float table_used_width(struct setter *setter, struct box *box, float whole, float room);

/* Narrowest and widest content width. */
void table_extent(struct setter *setter, struct box *box, float *min, float *max);

/* The head rows at the begin of a row's group: from `*first` to before `*stop`. */
void table_group_heads(const struct table *table, size_t row, size_t *first, size_t *stop);

/* Gives every column its width, for a content width. */
void table_divide(struct setter *setter, struct box *box, float width);

/* The width of a cell's border box, and its left end from the table's content edge. */
float cell_width(const struct table *table, const struct cell *cell);
float cell_x(const struct table *table, const struct cell *cell);

/* table_borders.c: of two borders that lie on each other one stays; before any cell is measured. */
void table_merge_borders(struct setter *setter, struct box *box, struct table *table);

/* grid.c */
void grid_divide(struct table *table, const struct computed *style, float width);

#endif
