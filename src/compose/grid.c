#include "compose/grid.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_COLUMNS = 200, MOST_PLACES = 1000000 };

bool grid_is_cell(const struct node *node)
{
    return node_is(node, "td") || node_is(node, "th");
}

static size_t span_of(const struct node *cell, const char *name, size_t most)
{
    const char *value = node_get(cell, name);
    long number = value ? strtol(value, NULL, 10) : 1;
    if (number < 1) return 1;
    return (size_t)number < most ? (size_t)number : most;
}

/* ---- rows ---- */

static bool is_head(const struct grid *grid, const struct node *group, const struct node *row)
{
    if (node_is(group, "thead")) return true;
    bool first = grid->row_count == 0 || grid->rows[grid->row_count - 1].group != group;
    return node_has_class(row, "head") && (first || grid->rows[grid->row_count - 1].head);
}

static void add_rows(struct arena *arena, struct grid *grid, struct node *group)
{
    size_t begin = grid->row_count;
    for (struct node *row = group->first; row; row = row->next) {
        if (!node_is(row, "tr")) continue;
        bool head = is_head(grid, group, row);
        grid->rows = arena_grow(arena, grid->rows, grid->row_count, &grid->row_capacity, sizeof *grid->rows);
        grid->rows[grid->row_count++] = (struct grid_row){row, group, begin, head};
    }
}

/* ---- cells ---- */

/* How many rows, from here on, belong to the same group. */
static size_t rows_left(const struct grid *grid, size_t row)
{
    size_t end = row + 1;
    while (end < grid->row_count && grid->rows[end].begin == grid->rows[row].begin) end++;
    return end - row;
}

/* Goes along the cells of a row; `busy` counts the rows that cells from above still take; with `cells`, fills them in.
 * Gives the columns that the row reaches. */
static size_t walk_row(struct grid *grid, size_t number, size_t left, size_t *busy)
{
    size_t column = 0;
    for (struct node *cell = grid->rows[number].row->first; cell; cell = cell->next) {
        if (!grid_is_cell(cell)) continue;
        while (column < MOST_COLUMNS && busy[column]) column++;
        size_t end = column + span_of(cell, "colspan", MOST_COLUMNS), rows = span_of(cell, "rowspan", left);
        for (; column < end && column < MOST_COLUMNS && !busy[column]; column++) {
            busy[column] = rows;
            for (size_t i = 0; grid->cells && i < rows; i++) grid->cells[(number + i) * grid->column_count + column] = cell;
        }
    }
    size_t width = 0;
    for (size_t i = 0; i < MOST_COLUMNS; i++) {
        if (busy[i]) width = i + 1, busy[i]--;
    }
    return width;
}

static size_t walk_rows(struct grid *grid)
{
    size_t busy[MOST_COLUMNS] = {0}, widest = 0, left = 0;
    for (size_t row = 0; row < grid->row_count; row++) {
        left = left > 1 ? left - 1 : rows_left(grid, row);
        size_t width = walk_row(grid, row, left, busy);
        if (width > widest) widest = width;
        if (left == 1) memset(busy, 0, sizeof busy);
    }
    return widest;
}

bool grid_read(struct arena *arena, struct node *table, struct grid *grid)
{
    *grid = (struct grid){.table = table};
    for (struct node *group = table->first; group; group = group->next) {
        if (node_is(group, "thead") || node_is(group, "tbody") || node_is(group, "tfoot")) add_rows(arena, grid, group);
    }
    add_rows(arena, grid, table);
    grid->column_count = walk_rows(grid);
    if (grid->column_count == 0 || grid->row_count > MOST_PLACES / grid->column_count) return false;
    grid->cells = arena_array(arena, grid->row_count * grid->column_count, sizeof(struct node *));
    walk_rows(grid);
    return true;
}

struct node *grid_at(const struct grid *grid, size_t row, size_t column)
{
    return grid->cells[row * grid->column_count + column];
}

struct node *grid_first(const struct grid *grid, size_t row, size_t column)
{
    struct node *cell = grid_at(grid, row, column);
    bool left = column > 0 && grid_at(grid, row, column - 1) == cell, up = row > 0 && grid_at(grid, row - 1, column) == cell;
    return left || up ? NULL : cell;
}

struct grid_area grid_area(const struct grid *grid, size_t row, size_t column)
{
    struct node *cell = grid_at(grid, row, column);
    struct grid_area area = {row, column, 1, 1};
    while (column + area.columns < grid->column_count && grid_at(grid, row, column + area.columns) == cell) area.columns++;
    while (row + area.rows < grid->row_count && grid_at(grid, row + area.rows, column) == cell) area.rows++;
    return area;
}
