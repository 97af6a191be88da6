/* The places of a table's cells: rows and columns, with the cells that stretch over several (HTML, 4.9.12). */
#ifndef COMPOSE_GRID_H
#define COMPOSE_GRID_H

#include "base/arena.h"
#include "document/document.h"

struct grid_row {
    struct node *row, *group; /* group: thead, tbody, tfoot, or the table itself */
    size_t begin;             /* the first row of the group */
    bool head;                /* in thead, or of class head at the begin of its group */
};

struct grid {
    struct node *table;
    struct grid_row *rows;
    size_t row_count, row_capacity, column_count;
    struct node **cells; /* [row_count * column_count]; NULL: a gap */
};

struct grid_area {
    size_t row, column, rows, columns;
};

/* false: the table has no cells, or more places than any sensible one. */
bool grid_read(struct arena *arena, struct node *table, struct grid *grid);

/* The cell at a place; NULL: none. */
struct node *grid_at(const struct grid *grid, size_t row, size_t column);

/* The cell that has its first place here; NULL: none. */
struct node *grid_first(const struct grid *grid, size_t row, size_t column);

/* The places of the cell that begins here. */
struct grid_area grid_area(const struct grid *grid, size_t row, size_t column);

bool grid_is_cell(const struct node *node);

#endif
