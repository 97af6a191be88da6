/* What heads a table's cells: row heads where the first column names the rows or the author says so (`{.rows}`;
 * `{.columns}`: it does not), no heads without text, and, where rows and columns alone do not say it (several head
 * rows, cells that stretch), the ids of its heads at every cell (HTML, 4.9.12.2; WCAG technique H43). */
#include <string.h>

#include "compose/tables.h"

/* ---- which cells are heads ---- */

static bool is_empty(struct resolve *resolve, const struct node *cell)
{
    return !cell->first || (!node_by_name(cell, "img") && !node_by_name(cell, "svg") && !*node_string(resolve->arena, cell));
}

/* An empty cell heads nothing. */
static void settle_head(struct resolve *resolve, struct grid *grid, size_t row, size_t column)
{
    struct node *cell = grid_first(grid, row, column);
    if (!cell) return;
    struct grid_area area = grid_area(grid, row, column);
    if (is_empty(resolve, cell)) {
        cell->name = "td";
        node_set(resolve->arena, cell, "scope", NULL);
    } else if (area.columns == grid->column_count && !node_is(grid->rows[row].group, "thead")) {
        node_set(resolve->arena, cell, "scope", "rowgroup"); /* a title of the rows below it */
        node_set(resolve->arena, cell, "class", NULL);
    } else if (area.columns > 1 && node_is(cell, "th")) {
        node_set(resolve->arena, cell, "class", "centre");
    }
}

static void make_row_head(struct resolve *resolve, struct grid *grid, size_t row)
{
    struct node *cell = grid_first(grid, row, 0);
    if (!cell || !node_is(cell, "td") || is_empty(resolve, cell)) return;
    cell->name = "th";
    node_set(resolve->arena, cell, "scope", "row");
}

/* ---- does the first column name the rows ---- */

enum { LONGEST_NAME = 120 };

/* Reads the cells of the first column that could be heads, one after another. */
struct names {
    struct resolve *resolve;
    struct map *seen;
    const char *last; /* the one before */
    const struct node *cell; /* that is no name; NULL: all are */
    const char *why;
};

static bool refuse(struct names *names, const struct node *cell, const char *why)
{
    if (!names->cell) *names = (struct names){names->resolve, names->seen, names->last, cell, why};
    return false;
}

/* The same name in rows below each other names them together; one that comes back names none. */
static bool is_name(struct names *names, const struct node *cell)
{
    struct arena *arena = names->resolve->arena;
    if (is_empty(names->resolve, cell)) return refuse(names, cell, "this cell is empty");
    const char *text = node_string(arena, cell);
    if (node_has_class(cell, "number")) return refuse(names, cell, "the column is aligned as one of figures");
    if (strlen(text) > LONGEST_NAME) return refuse(names, cell, "this text is long for a name");
    bool again = !map_add(names->seen, text, names) && (!names->last || strcmp(text, names->last) != 0);
    if (again) return refuse(names, cell, arena_format(arena, "`%s` stands at two places", text));
    names->last = text;
    return true;
}

/* Rows with a head already are the work of a template or a chart. */
static bool has_row_heads(const struct grid *grid)
{
    for (size_t row = 0; row < grid->row_count; row++) {
        for (size_t column = 0; !grid->rows[row].head && column < grid->column_count; column++) {
            if (node_is(grid_at(grid, row, column), "th")) return true;
        }
    }
    return false;
}

static void tell_unnamed(const struct names *names)
{
    message_add(names->resolve->messages, TABLE_ROWS_UNNAMED, names->cell->place,
                "the first column does not name the rows of the table: %s; expected a name for each row", names->why);
    message_hint(names->resolve->messages, "`> [!TABLE] Caption {.rows}` makes it their heads all the same, and `{.columns}` "
                                           "says that there are none");
}

static bool names_rows(struct resolve *resolve, struct grid *grid)
{
    struct names names = {.resolve = resolve, .seen = map_new(resolve->arena)};
    if (node_has_class(grid->table, "rows")) return true;
    if (node_has_class(grid->table, "columns") || grid->column_count < 2 || has_row_heads(grid)) return false;
    for (size_t row = 0; row < grid->row_count; row++) {
        const struct node *cell = grid->rows[row].head ? NULL : grid_first(grid, row, 0);
        if (cell && grid_area(grid, row, 0).columns < grid->column_count && !is_name(&names, cell)) break;
    }
    if (names.cell) tell_unnamed(&names);
    else node_add_class(resolve->arena, grid->table, "named");
    return !names.cell;
}

void table_settle_heads(struct resolve *resolve, struct grid *grid)
{
    bool rows = names_rows(resolve, grid);
    for (size_t row = 0; row < grid->row_count; row++) {
        for (size_t column = 0; grid->rows[row].head && column < grid->column_count; column++)
            settle_head(resolve, grid, row, column);
        if (rows && !grid->rows[row].head) make_row_head(resolve, grid, row);
    }
}

/* ---- naming them at the cells ---- */

static bool has_scope(const struct node *cell, const char *scope)
{
    const char *value = node_is(cell, "th") ? node_get(cell, "scope") : NULL;
    return value && strcmp(value, scope) == 0;
}

/* Rows and columns say which head belongs to which cell: one row of heads, and no cell stretches. */
static bool is_simple(const struct grid *grid)
{
    size_t heads = 0;
    for (size_t row = 0; row < grid->row_count; row++) {
        heads += grid->rows[row].head;
        for (size_t column = 0; column < grid->column_count; column++) {
            const struct node *cell = grid_at(grid, row, column);
            if (cell && (node_get(cell, "colspan") || node_get(cell, "rowspan"))) return false;
        }
    }
    return heads <= 1;
}

/* More head rows above each other than this are not named: content tells them. */
enum { MOST_HEAD_ROWS = 8 };

struct naming {
    struct resolve *resolve;
    struct grid *grid;
    size_t *number;      /* of the last id, in the whole document */
    struct node *title;  /* of the rows in this group, from a row that is no head row */
    bool replaced;       /* the group has heads of its own for the columns */
    struct buffer names;
};

/* An id with a colon is the program's own: no author can write one, and nothing links to it. */
static void name(struct naming *naming, struct node *head)
{
    struct arena *arena = naming->resolve->arena;
    if (!node_get(head, "id")) node_set(arena, head, "id", arena_format(arena, "head:%zu", ++*naming->number));
    buffer_format(&naming->names, "%s%s", naming->names.length ? " " : "", node_get(head, "id"));
}

/* The head that has a place here, unless it was met in this area before: at the left, or above. */
static struct node *head_at(const struct grid *grid, size_t row, size_t column, struct grid_area area)
{
    struct node *head = grid_at(grid, row, column);
    bool left = column > area.column && grid_at(grid, row, column - 1) == head;
    bool up = row > area.row && grid_at(grid, row - 1, column) == head;
    return node_is(head, "th") && !left && !up ? head : NULL;
}

/* The heads of these columns in the head rows from `first` to before `end`. */
static void name_columns(struct naming *naming, size_t first, size_t end, struct grid_area area)
{
    const struct grid *grid = naming->grid;
    struct grid_area searched = {.row = first, .column = area.column};
    for (size_t row = first; row < end && row < first + MOST_HEAD_ROWS; row++) {
        if (!grid->rows[row].head || grid->rows[row].begin != first) break;
        for (size_t column = area.column; column < area.column + area.columns; column++) {
            struct node *head = head_at(grid, row, column, searched);
            if (head) name(naming, head);
        }
    }
}

/* Heads of the columns in the group itself take the place of those in the table's head; a title of the group does
 * not. */
static bool replaces_head(const struct grid *grid, size_t begin)
{
    for (size_t row = begin; row < grid->row_count && row < begin + MOST_HEAD_ROWS; row++) {
        if (!grid->rows[row].head || grid->rows[row].begin != begin) break;
        if (grid_area(grid, row, 0).columns < grid->column_count) return true;
    }
    return false;
}

static void name_row_heads(struct naming *naming, struct grid_area area)
{
    struct grid_area searched = {.row = area.row};
    for (size_t row = area.row; row < area.row + area.rows; row++) {
        for (size_t column = 0; column < naming->grid->column_count; column++) {
            struct node *head = head_at(naming->grid, row, column, searched);
            bool title = has_scope(head, "rowgroup") && row == area.row && head != naming->title;
            if (has_scope(head, "row") || title) name(naming, head);
        }
    }
}

static void name_all(struct naming *naming, struct grid_area area)
{
    const struct grid_row *row = &naming->grid->rows[area.row];
    if (row->head) {
        name_columns(naming, row->begin, area.row, area);
        return;
    }
    if (!naming->replaced && row->begin > 0 && node_is(naming->grid->rows[0].group, "thead"))
        name_columns(naming, 0, naming->grid->row_count, area);
    name_columns(naming, row->begin, area.row, area);
    if (naming->title) name(naming, naming->title);
    name_row_heads(naming, area);
}

/* A head names the heads above it, a cell also those beside it. */
static void name_at_cell(struct naming *naming, size_t row, size_t column)
{
    struct node *cell = grid_first(naming->grid, row, column);
    bool head = naming->grid->rows[row].head;
    if (!node_is(cell, head ? "th" : "td") || node_get(cell, "headers")) return;
    naming->names = buffer_new(naming->resolve->arena);
    name_all(naming, grid_area(naming->grid, row, column));
    if (naming->names.length) node_set(naming->resolve->arena, cell, "headers", buffer_text(&naming->names));
}

void table_name_heads(struct resolve *resolve, struct grid *grid, size_t *number)
{
    struct naming naming = {.resolve = resolve, .grid = grid, .number = number};
    if (is_simple(grid)) return;
    for (size_t row = 0; row < grid->row_count; row++) {
        if (grid->rows[row].begin == row) {
            naming.title = NULL;
            naming.replaced = replaces_head(grid, row);
        }
        for (size_t column = 0; column < grid->column_count; column++) name_at_cell(&naming, row, column);
        struct node *first = grid_first(grid, row, 0);
        if (!grid->rows[row].head && has_scope(first, "rowgroup")) naming.title = first;
    }
}
