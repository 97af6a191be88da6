/* What is heard of a table: its size, its caption, its rows, and each cell with the heads that rows and columns, or
 * the cell itself, give it (ISO 32000-1, tables 348 and 349; ISO 14289-1, 7.5). */
#include <string.h>

#include "pdf/heard.h"

enum { COLUMN_MOST = 1000 };

struct area {
    const struct tag *cell;
    bool first; /* it begins here */
};

struct cells {
    struct area *areas; /* [rows * columns] */
    size_t rows, columns;
    size_t *head_rows; /* that hold a head of a column */
    size_t head_count;
};

/* Rows of a table, in groups or not. */
static void collect_rows(struct heard *heard, const struct tag *tag, const struct tag ***rows, size_t *count, size_t *capacity)
{
    for (const struct kid *kid = NULL; (kid = heard_next(tag, kid, KIND_GROUP | KIND_ROW));) {
        if (kid->tag->type->kind == KIND_GROUP) {
            collect_rows(heard, kid->tag, rows, count, capacity);
            continue;
        }
        *rows = arena_grow(heard->arena, *rows, *count, capacity, sizeof **rows);
        (*rows)[(*count)++] = kid->tag;
    }
}

static size_t span(int number)
{
    return number > 1 ? (size_t)number : 1;
}

static size_t width_of(const struct tag *row)
{
    size_t width = 0;
    for (const struct kid *kid = NULL; (kid = heard_next(row, kid, KIND_CELL));) width += span(kid->tag->column_span);
    return width;
}

static void put_cell(struct cells *cells, const struct tag *cell, size_t row, size_t column)
{
    for (size_t i = row; i < cells->rows && i < row + span(cell->row_span); i++) {
        for (size_t j = column; j < cells->columns && j < column + span(cell->column_span); j++)
            cells->areas[i * cells->columns + j] = (struct area){cell, i == row && j == column};
    }
}

static struct cells read_cells(struct heard *heard, const struct tag **rows, size_t count)
{
    struct cells cells = {.rows = count, .columns = count ? width_of(rows[0]) : 0};
    if (cells.columns > COLUMN_MOST) cells.columns = COLUMN_MOST;
    cells.areas = arena_array(heard->arena, count * cells.columns + 1, sizeof *cells.areas);
    for (size_t row = 0; row < count; row++) {
        size_t column = 0;
        for (const struct kid *kid = NULL; (kid = heard_next(rows[row], kid, KIND_CELL));) {
            while (column < cells.columns && cells.areas[row * cells.columns + column].cell) column++;
            if (column < cells.columns) put_cell(&cells, kid->tag, row, column);
        }
    }
    return cells;
}

/* ---- heads ---- */

static bool has_scope(const struct tag *cell, const char *scope)
{
    return cell && cell->scope && strcmp(cell->scope, scope) == 0;
}

static void add_head(struct heard *heard, struct buffer *words, const struct tag *head)
{
    buffer_add(words, words->length ? "; " : "");
    heard_words(heard, words, head);
}

static void note_heads(struct heard *heard, struct cells *cells)
{
    cells->head_rows = arena_array(heard->arena, cells->rows + 1, sizeof *cells->head_rows);
    for (size_t row = 0; row < cells->rows; row++) {
        size_t column = 0;
        while (column < cells->columns && !has_scope(cells->areas[row * cells->columns + column].cell, "Column")) column++;
        if (column < cells->columns) cells->head_rows[cells->head_count++] = row;
    }
}

/* Those that the cell names; else the nearest run of heads above it, and the heads before it in its row. */
static const char *heads_of(struct heard *heard, const struct cells *cells, size_t row, size_t column)
{
    const struct area *own = &cells->areas[row * cells->columns + column];
    struct buffer words = buffer_new(heard->arena);
    for (size_t i = 0; i < own->cell->header_count; i++) add_head(heard, &words, own->cell->headers[i]);
    if (own->cell->header_count || has_scope(own->cell, "Column")) return buffer_text(&words);
    const struct tag *last = NULL;
    for (size_t i = 0; i < cells->head_count && cells->head_rows[i] < row; i++) {
        const struct tag *above = cells->areas[cells->head_rows[i] * cells->columns + column].cell;
        if (has_scope(above, "Column") && above != last) add_head(heard, &words, last = above);
    }
    for (size_t i = 0; i < cells->columns && cells->columns; i++) {
        const struct area *beside = &cells->areas[row * cells->columns + i];
        if (has_scope(beside->cell, "Row") && beside->cell != own->cell && beside->cell != last)
            add_head(heard, &words, last = beside->cell);
    }
    return buffer_text(&words);
}

static const char *role_of_cell(const struct tag *cell)
{
    return has_scope(cell, "Column") ? "column head" : has_scope(cell, "Row") ? "row head" : "cell";
}

static void say_cell(struct heard *heard, const struct cells *cells, size_t row, size_t column)
{
    const struct tag *cell = cells->areas[row * cells->columns + column].cell;
    const char *heads = heads_of(heard, cells, row, column);
    heard_line(heard, "%s", role_of_cell(cell));
    if (cell->column_span > 1) buffer_format(heard->out, " over %d columns", cell->column_span);
    if (cell->row_span > 1) buffer_format(heard->out, " over %d rows", cell->row_span);
    if (*heads) buffer_format(heard->out, " (%s)", heads);
    if (cell->language_changes) buffer_format(heard->out, " [%s]", cell->language);
    if (!heard_next(cell, NULL, ~0) && !cell->first) buffer_add(heard->out, ", empty");
    heard_content(heard, cell);
}

void heard_table(struct heard *heard, const struct tag *table)
{
    const struct tag **rows = NULL;
    size_t count = 0, capacity = 0;
    collect_rows(heard, table, &rows, &count, &capacity);
    struct cells cells = read_cells(heard, rows, count);
    note_heads(heard, &cells);
    heard_line(heard, "table of %zu column%s and %zu row%s\n", cells.columns, cells.columns == 1 ? "" : "s", count,
               count == 1 ? "" : "s");
    heard->depth++;
    for (const struct kid *kid = NULL; (kid = heard_next(table, kid, KIND_CAPTION));) {
        heard_line(heard, "caption");
        heard_content(heard, kid->tag);
    }
    for (size_t row = 0; row < count; row++) {
        heard_line(heard, "row %zu\n", row + 1);
        heard->depth++;
        for (size_t column = 0; column < cells.columns; column++) {
            if (cells.areas[row * cells.columns + column].first) say_cell(heard, &cells, row, column);
        }
        heard->depth--;
    }
    heard->depth--;
}
