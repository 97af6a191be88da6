/* Tables made regular: every row as wide as the widest, no cell over the end of its row group (ISO 14289-1, 7.5;
 * rules 7.2-15 and 7.2-41 to 43 of veraPDF). What authors write is regular; this guards what templates may do. */
#include <string.h>

#include "pdf/tags.h"

enum { COLUMN_LIMIT = 4000 };

struct grid {
    struct tags *tags;
    int *below; /* [COLUMN_LIMIT] of each column: the rows that a cell from above still takes */
    int width;  /* of the widest row so far */
};

static bool is_kind(const struct kid *kid, int kind)
{
    return kid->tag && kid->tag->written && kid->tag->type->kind == kind;
}

static int count_rows(const struct tag *group)
{
    int count = 0;
    for (const struct kid *kid = group->first; kid; kid = kid->next) count += is_kind(kid, KIND_ROW);
    return count;
}

/* Puts a cell at the first free column from `column` on; gives the column after it. Spans are cut where the group
 * ends or another cell stands. */
static int place_cell(struct grid *grid, struct tag *cell, int column, int rows_left)
{
    while (column < COLUMN_LIMIT && grid->below[column] > 0) column++;
    int end = column, span = cell->column_span > 1 ? cell->column_span : 1;
    if (cell->row_span > rows_left) cell->row_span = rows_left;
    while (end < COLUMN_LIMIT && end < column + span && grid->below[end] == 0) {
        grid->below[end++] = cell->row_span > 1 ? cell->row_span : 1;
    }
    cell->column_span = end - column;
    return end;
}

/* Goes on to the next row; notes how wide this one is. Cells fill a row from the left, so that beyond the widest row
 * there is no gap. */
static void end_row(struct grid *grid)
{
    for (int i = 0; i < grid->width || (i < COLUMN_LIMIT && grid->below[i] > 0); i++) {
        if (grid->below[i] == 0) continue;
        if (i >= grid->width) grid->width = i + 1;
        grid->below[i]--;
    }
}

/* An empty cell in every gap. */
static void fill_row(struct grid *grid, struct tag *row)
{
    for (int i = 0; i < grid->width; i++) {
        int start = i;
        while (i < grid->width && grid->below[i] == 0) grid->below[i++] = 1;
        if (i == start) continue;
        struct tag *cell = tags_append(grid->tags, row, type_named("TD"), NULL);
        cell->column_span = i - start;
        cell->written = true;
    }
}

/* The rows of a group: measured, or filled up once the whole width is known. */
static void visit_rows(struct grid *grid, struct tag *group, bool fill)
{
    int left = count_rows(group);
    for (struct kid *row = group->first; row; row = row->next) {
        int column = 0;
        if (!is_kind(row, KIND_ROW)) continue;
        for (struct kid *kid = row->tag->first; kid; kid = kid->next) {
            if (is_kind(kid, KIND_CELL)) column = place_cell(grid, kid->tag, column, left);
        }
        if (fill) fill_row(grid, row->tag);
        end_row(grid);
        left--;
    }
    memset(grid->below, 0, (size_t)grid->width * sizeof *grid->below);
}

static void visit(struct grid *grid, struct tag *table, bool fill)
{
    for (struct kid *kid = table->first; kid; kid = kid->next) {
        if (is_kind(kid, KIND_GROUP)) visit_rows(grid, kid->tag, fill);
    }
    visit_rows(grid, table, fill);
}

void tags_make_regular(struct tags *tags, struct tag *table)
{
    struct grid grid = {.tags = tags};
    grid.below = arena_array(tags->arena, COLUMN_LIMIT, sizeof *grid.below);
    visit(&grid, table, false);
    visit(&grid, table, true);
}
