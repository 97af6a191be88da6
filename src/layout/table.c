/* From the boxes of a table to rows, columns and cells (HTML, 4.9.12, the table model). */
#include "layout/table.h"

#include <stdlib.h>

#include "layout/setter.h"

/* Enough for any page, and what a hostile colspan cannot exceed. */
enum { MOST_COLUMNS = 200 };

struct builder {
    struct setter *setter;
    struct table *table;
    size_t row_capacity, column_capacity, caption_capacity;
    size_t busy[MOST_COLUMNS]; /* rows that a cell above still takes, in this column */
    struct cell *holders[MOST_COLUMNS]; /* that cell */
};

static size_t span_of(const struct box *box, const char *name, size_t most)
{
    const char *value = box->node ? node_get(box->node, name) : NULL;
    long number = value ? strtol(value, NULL, 10) : 1;
    if (number < 1) return 1;
    return (size_t)number < most ? (size_t)number : most;
}

static void need_columns(struct builder *builder, size_t count)
{
    struct table *table = builder->table;
    while (table->column_count < count) {
        table->columns = arena_grow(builder->setter->work, table->columns, table->column_count,
                                    &builder->column_capacity, sizeof *table->columns);
        table->columns[table->column_count++] = (struct column){.width = 0};
    }
}

static void take_place(struct builder *builder, struct cell *cell)
{
    need_columns(builder, cell->column + cell->columns);
    for (size_t i = 0; i < cell->columns; i++) {
        builder->busy[cell->column + i] = cell->rows;
        builder->holders[cell->column + i] = cell;
    }
}

static size_t free_columns(const struct builder *builder, size_t column, size_t wanted)
{
    size_t count = 0;
    while (count < wanted && column + count < MOST_COLUMNS && builder->busy[column + count] == 0) count++;
    return count;
}

static struct row *add_row(struct builder *builder, struct box *box, size_t cells)
{
    struct table *table = builder->table;
    table->rows =
        arena_grow(builder->setter->work, table->rows, table->row_count, &builder->row_capacity, sizeof *table->rows);
    struct row *row = &table->rows[table->row_count++];
    *row = (struct row){.box = box, .cells = arena_array(builder->setter->work, cells, sizeof *row->cells)};
    return row;
}

static size_t count_from(const struct box *first)
{
    size_t count = 0;
    for (const struct box *box = first; box; box = box->next) count++;
    return count;
}

/* False: no column is left. */
static bool add_cell(struct builder *builder, struct row *row, struct box *box, size_t rows_left)
{
    size_t column = 0;
    while (column < MOST_COLUMNS && builder->busy[column] > 0) column++;
    if (column == MOST_COLUMNS) return false;
    struct cell *cell = &row->cells[row->cell_count++];
    *cell = (struct cell){.box = box, .row = builder->table->row_count - 1, .column = column};
    cell->columns = free_columns(builder, column, span_of(box, "colspan", MOST_COLUMNS));
    cell->rows = span_of(box, "rowspan", rows_left);
    take_place(builder, cell);
    return true;
}

static void end_row(struct builder *builder)
{
    for (size_t i = 0; i < builder->table->column_count; i++) builder->busy[i] -= builder->busy[i] > 0;
}

/* All cells end in the last row: what comes next has every column. */
static void end_cells(struct builder *builder)
{
    for (size_t i = 0; i < MOST_COLUMNS; i++) {
        struct cell *cell = builder->busy[i] ? builder->holders[i] : NULL;
        if (cell) cell->rows = builder->table->row_count - cell->row;
        builder->busy[i] = 0;
    }
}

/* What does not fit beside the others (more columns than any sensible table has) goes below them: no text is lost. */
static void build_cells(struct builder *builder, struct box *first, struct row *row, size_t rows_left)
{
    for (struct box *cell = first; cell; cell = cell->next) {
        if (add_cell(builder, row, cell, rows_left)) continue;
        end_cells(builder);
        row = add_row(builder, row->box, count_from(cell));
        add_cell(builder, row, cell, 1);
    }
}

/* A box that is no row is a row of one cell. */
static void build_row(struct builder *builder, struct box *box, size_t rows_left)
{
    bool is_row = box->style->display == DISPLAY_TABLE_ROW && box->holds == HOLDS_BLOCKS;
    struct row *row = add_row(builder, box, is_row ? count_from(box->first) : 1);
    if (is_row) build_cells(builder, box->first, row, rows_left);
    else add_cell(builder, row, box, 1);
    end_row(builder);
}

static bool is_head(const struct table *table, const struct box *group, size_t first, size_t row)
{
    const struct box *box = table->rows[row].box;
    bool follows = row == first || table->rows[row - 1].head;
    return follows && group->style->display == DISPLAY_TABLE_ROW_GROUP && box->node && node_has_class(box->node, "head");
}

static void build_group(struct builder *builder, struct box *group)
{
    struct table *table = builder->table;
    size_t left = count_from(group->first), first = table->row_count;
    for (struct box *child = group->first; child; child = child->next) build_row(builder, child, left--);
    for (size_t row = first; row < table->row_count; row++) {
        table->rows[row].begin = first;
        table->rows[row].head = is_head(table, group, first, row);
    }
    if (table->row_count > first) table->rows[first].group = group;
}

static bool is_group(const struct box *box)
{
    enum display display = box->style->display;
    return (display == DISPLAY_TABLE_HEADER_GROUP || display == DISPLAY_TABLE_ROW_GROUP ||
            display == DISPLAY_TABLE_FOOTER_GROUP) &&
           box->holds == HOLDS_BLOCKS;
}

static void add_caption(struct builder *builder, struct box *box)
{
    struct table *table = builder->table;
    table->captions = arena_grow(builder->setter->work, table->captions, table->caption_count,
                                 &builder->caption_capacity, sizeof(struct box *));
    table->captions[table->caption_count++] = box;
}

/* Rows directly in the table count as one group for their spans. */
static void build_part(struct builder *builder, struct box *box, enum display wanted)
{
    size_t rows = count_from(box->first);
    for (struct box *child = box->first; child; child = child->next, rows--) {
        enum display display = child->style->display;
        enum display part = display == DISPLAY_TABLE_HEADER_GROUP || display == DISPLAY_TABLE_FOOTER_GROUP
                                ? display
                                : DISPLAY_TABLE_ROW_GROUP;
        if (part != wanted) continue;
        if (display == DISPLAY_TABLE_CAPTION) add_caption(builder, child);
        else if (is_group(child)) build_group(builder, child);
        else build_row(builder, child, rows);
    }
}

static void build_grid(struct builder *builder, struct box *box, size_t columns)
{
    for (struct box *child = box->first; child;) {
        struct row *row = add_row(builder, NULL, columns);
        for (size_t i = 0; i < columns && child; i++, child = child->next) add_cell(builder, row, child, 1);
        end_row(builder);
    }
    need_columns(builder, columns);
}

void table_group_heads(const struct table *table, size_t row, size_t *first, size_t *stop)
{
    *first = *stop = table->rows[row].begin;
    while (*stop < table->row_count && table->rows[*stop].begin == *first && table->rows[*stop].head) (*stop)++;
}

struct table *table_of(struct setter *setter, struct box *box)
{
    if (box->table) return box->table;
    struct table *table = arena_make(setter->work, struct table);
    struct builder builder = {.setter = setter, .table = table};
    const struct computed *style = box->style;
    table->width = -1;
    table->from_right = style->direction == DIRECTION_RTL;
    if (box->holds == HOLDS_GRID) {
        table->across = table->down = style->gap;
        build_grid(&builder, box, style->grid_column_count > 0 ? (size_t)style->grid_column_count : 1);
    } else {
        table->across = table->down = table->outside = style->border_spacing;
        build_part(&builder, box, DISPLAY_TABLE_HEADER_GROUP);
        table->head_count = table->row_count;
        build_part(&builder, box, DISPLAY_TABLE_ROW_GROUP);
        build_part(&builder, box, DISPLAY_TABLE_FOOTER_GROUP);
        table_merge_borders(setter, box, table);
    }
    return box->table = table;
}
