/* Tables beyond what GFM knows: a cell of `<` belongs to the cell at its left, one of `^` to the cell above it, and a row of
 * `===` makes the row above it a head row. What is no rectangle, or leaves its rows, is told. */
#include <string.h>

#include "base/utf8.h"
#include "content/markdown.h"

/* Rows that stand together: heads, or the rows below them. No cell reaches out of its part. */
struct line {
    struct node *row;
    bool head;
    size_t part;
};

/* A cell of the table with all places that belong to it. */
struct area {
    struct node *cell; /* NULL: this place belongs to another */
    size_t row, column, last_row, last_column, places;
};

enum { MOST_HEAD_ROWS = 8 };

struct reader {
    struct markdown *markdown;
    struct node *table;
    struct line *lines;
    size_t count, capacity, columns;
    struct area *areas; /* [count * columns] of the cell that begins at a place */
    size_t *owners;     /* [count * columns] which of them a place belongs to */
};

static void tell(struct reader *reader, enum message_code code, const struct node *at, const char *text)
{
    message_add(reader->markdown->messages, code, at->place, "%s", text);
}

/* ---- signs ---- */

/* The sign stands in the source as it is, with nothing but a bar and spaces since the cell's begin: no backslash before
 * it, and no entity. */
static bool is_written(const struct markdown *markdown, const struct node *text)
{
    const struct locator *locator = &markdown->locator;
    struct place place = text->place, begin = text->parent->place;
    if (locator->fixed) return true;
    const size_t *start = &locator->line_starts[place.line - locator->first_line]; /* place_line would count lines */
    const char *line = locator->source->text + start[0];
    size_t length = start[1] - start[0], at = utf8_offset(line, length, place.column - 1), from = 0;
    if (begin.line == place.line) from = utf8_offset(line, length, begin.column - 1);
    while (from < at && strchr(" \t|>", line[from])) from++;
    return from == at && at < length && line[at] == *text->text;
}

/* The cell holds nothing but this text. */
static const char *only_text(const struct node *cell)
{
    const struct node *text = cell->first;
    return text && !text->next && text->text ? text->text : "";
}

static bool is_sign(const struct reader *reader, const struct node *cell, const char *sign)
{
    return strcmp(only_text(cell), sign) == 0 && is_written(reader->markdown, cell->first);
}

static bool is_rule(const struct reader *reader, const struct node *cell)
{
    const char *text = only_text(cell);
    return strlen(text) >= 3 && !text[strspn(text, "=")] && is_written(reader->markdown, cell->first);
}

/* A rule with too few cells was told as such; the library fills them up with empty ones. */
static bool is_rule_row(struct reader *reader, const struct node *row)
{
    bool any = false, other = false;
    const struct node *first = NULL;
    for (const struct node *cell = row->first; cell; cell = cell->next) {
        bool rule = is_rule(reader, cell);
        if (rule && !first) first = cell;
        any |= rule;
        other |= !rule && cell->first;
    }
    if (any && other)
        tell(reader, TABLE_HEAD, first->first, "some cells of this row are `===` and others are not; expected all or none");
    return any && !other;
}

/* ---- head rows ---- */

static void make_head(struct reader *reader, struct node *row)
{
    for (struct node *cell = row->first; cell; cell = cell->next) {
        cell->name = "th";
        node_set(reader->markdown->arena, cell, "scope", "col");
    }
}

static void add_line(struct reader *reader, struct node *row, bool head)
{
    reader->lines = arena_grow(reader->markdown->arena, reader->lines, reader->count, &reader->capacity,
                               sizeof *reader->lines);
    reader->lines[reader->count++] = (struct line){.row = row, .head = head};
}

/* Head rows above the last one, without a row between them. */
static size_t heads_before(const struct reader *reader)
{
    size_t count = 0;
    while (count + 1 < reader->count && reader->lines[reader->count - 2 - count].head) count++;
    return count;
}

/* What stands first in a row that is not empty; its first cells may be. */
static const struct node *first_text(const struct node *row)
{
    const struct node *cell = row->first;
    while (!cell->first) cell = cell->next;
    return cell->first;
}

static void take_rule(struct reader *reader, const struct node *rule)
{
    struct line *above = &reader->lines[reader->count - 1];
    if (above->head) {
        tell(reader, TABLE_HEAD, first_text(rule), "the row above this line is a head row already; expected the line below another row");
        return;
    }
    if (heads_before(reader) >= MOST_HEAD_ROWS) {
        tell(reader, TABLE_HEAD, first_text(rule), "more than 8 head rows stand above each other; expected less");
        return;
    }
    above->head = true;
    make_head(reader, above->row);
}

static void list_rows(struct reader *reader)
{
    for (struct node *group = reader->table->first; group; group = group->next) {
        for (struct node *row = group->first, *next; row; row = next) {
            next = row->next;
            bool head = node_is(group, "thead");
            if (!head && is_rule_row(reader, row)) {
                take_rule(reader, row);
                node_remove(row);
            } else {
                add_line(reader, row, head);
            }
        }
    }
}

static struct node *new_group(struct reader *reader, const struct node *row)
{
    struct node *group = node_element(reader->markdown->arena, "tbody", row->place);
    node_append(reader->table, group);
    return group;
}

/* Head rows go to the head of the table, or open a group of rows of their own. */
static void group_rows(struct reader *reader)
{
    struct node *group = reader->table->first, *old = group->next;
    for (size_t i = 0; i < reader->count; i++) {
        struct line *line = &reader->lines[i];
        bool changes = i > 0 && line->head != line[-1].head;
        line->part = i > 0 ? line[-1].part + changes : 0;
        if (changes && (line->head || line->part == 1)) group = new_group(reader, line->row);
        if (line->head && line->part > 0) node_add_class(reader->markdown->arena, line->row, "head");
        if (line->row->parent == group) continue;
        node_remove(line->row);
        node_append(group, line->row);
    }
    if (old) node_remove(old);
    if (reader->lines[reader->count - 1].part > 0 && reader->lines[reader->count - 1].head)
        tell(reader, TABLE_HEAD, reader->lines[reader->count - 1].row, "below this head row stands no row; expected one");
}

/* ---- cells that stretch ---- */

static struct area *area_at(const struct reader *reader, size_t row, size_t column)
{
    return &reader->areas[reader->owners[row * reader->columns + column]];
}

/* What the cell belongs to: itself, or the area before it. */
static void own(struct reader *reader, struct node *cell, size_t row, size_t column)
{
    size_t here = row * reader->columns + column, owner = here;
    bool left = is_sign(reader, cell, "<"), up = !left && is_sign(reader, cell, "^");
    bool first = row == 0 || reader->lines[row].part != reader->lines[row - 1].part;
    if (left && column == 0)
        tell(reader, TABLE_SPAN, cell->first, "there is no cell at the left of this `<`; expected text, or `^` for the cell above");
    else if (up && first)
        tell(reader, TABLE_SPAN, cell->first,
             row == 0 ? "there is no cell above this `^`; expected text, or `<` for the cell at its left"
                      : "this `^` would join a head row and a row below it; expected it in a row below one of its own kind");
    else if (left) owner = reader->owners[here - 1];
    else if (up) owner = reader->owners[here - reader->columns];
    reader->owners[here] = owner;
    struct area *area = &reader->areas[owner];
    if (owner == here) *area = (struct area){.cell = cell, .row = row, .column = column};
    if (area->last_row < row) area->last_row = row;
    if (area->last_column < column) area->last_column = column;
    area->places++;
    if (owner != here) node_remove(cell);
}

static void own_all(struct reader *reader)
{
    for (size_t row = 0; row < reader->count; row++) {
        struct node *cell = reader->lines[row].row->first, *next;
        for (size_t column = 0; cell && column < reader->columns; column++, cell = next) {
            next = cell->next;
            own(reader, cell, row, column);
        }
    }
}

static void stretch(struct reader *reader, const struct area *area)
{
    struct arena *arena = reader->markdown->arena;
    size_t rows = area->last_row - area->row + 1, columns = area->last_column - area->column + 1;
    if (area->last_column < area->column || rows * columns != area->places) {
        tell(reader, TABLE_SPAN, area->cell, "the `<` and `^` that belong to this cell make no rectangle with it");
        return;
    }
    if (columns > 1) node_set(arena, area->cell, "colspan", arena_format(arena, "%zu", columns));
    if (rows > 1) node_set(arena, area->cell, "rowspan", arena_format(arena, "%zu", rows));
}

/* Every row and every column has a cell of its own (HTML, 4.9.12, table model errors). */
static void check_beginnings(struct reader *reader)
{
    for (size_t row = 0; row < reader->count; row++) {
        if (!reader->lines[row].row->first)
            tell(reader, TABLE_SPAN, reader->lines[row].row, "all cells of this row belong to others; expected one of its own");
    }
    for (size_t column = 0; column < reader->columns; column++) {
        bool begins = false;
        for (size_t row = 0; row < reader->count; row++) begins |= reader->areas[row * reader->columns + column].cell != NULL;
        if (!begins)
            tell(reader, TABLE_SPAN, area_at(reader, 0, column)->cell,
                 "a column right of this cell has no cell of its own; expected one column less");
    }
}

static void stretch_cells(struct reader *reader)
{
    struct arena *arena = reader->markdown->arena;
    size_t places = reader->count * reader->columns;
    reader->areas = arena_array(arena, places, sizeof *reader->areas);
    reader->owners = arena_array(arena, places, sizeof *reader->owners);
    own_all(reader);
    for (size_t i = 0; i < places; i++) {
        if (reader->areas[i].places > 1) stretch(reader, &reader->areas[i]);
    }
    check_beginnings(reader);
}

/* ---- the whole ---- */

/* Most tables have none of the signs. */
static bool has_sign(const struct reader *reader)
{
    for (const struct node *node = reader->table->first; node; node = node_next(node, reader->table)) {
        if (!node_is(node, "td") && !node_is(node, "th")) continue;
        const char *text = only_text(node);
        if (*text && strchr("<^=", *text)) return true;
    }
    return false;
}

void table_resolve(struct markdown *markdown, struct node *table)
{
    struct reader reader = {.markdown = markdown, .table = table};
    if (!has_sign(&reader)) return;
    for (const struct node *cell = node_by_name(table, "tr")->first; cell; cell = cell->next) reader.columns++;
    list_rows(&reader);
    group_rows(&reader);
    stretch_cells(&reader);
}
