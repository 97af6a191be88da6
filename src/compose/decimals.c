/* Numbers below each other on their decimal mark. The text of a cell stays what it is, for who hears, copies or searches it:
 * `data-pad` says what a shorter number lacks at its end (",0" beside 74,62 for 5,2: "0"), and the style gives that its room
 * without showing it. A footnote's call behind a number takes no room (`data-hang`, its digits). */
#include <string.h>

#include "base/utf8.h"
#include "compose/tables.h"

/* Of a cell; of a group of rows in one column: the strongest of its cells, but for a text, which outdoes all. */
enum reading { READ_NOTHING, READ_MISSING, READ_NUMBER, READ_TEXT };

struct figure {
    enum reading reading;
    size_t decimals;
    const char *sign; /* what follows the digits: "", "%", " %" */
    bool word;        /* it is missing, and a word says so */
};

struct column {
    struct resolve *resolve;
    const struct grid *grid;
    size_t number;
    char mark;      /* decimal */
    size_t decimals; /* the most */
    const char *sign; /* the longest */
};

/* ---- reading ---- */

/* What stands for a number that is not there. */
static bool is_missing(struct resolve *resolve, const char *text)
{
    static const char *const words[] = {"-", "\u2013", "\u2014", "\u2212", "x", "X", "?", "*", "n.v.t.", "n.b."};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(words[i], text) == 0) return true;
    }
    return strcmp(text, resolve_word(resolve, "unknown")) == 0;
}

/* Moves over one of these texts, if it stands here. */
static bool pass(const char **text, const char *const *texts)
{
    for (; *texts; texts++) {
        size_t length = strlen(*texts);
        if (strncmp(*text, *texts, length) != 0) continue;
        *text += length;
        return true;
    }
    return false;
}

static const char *const spaces[] = {" ", "\u00A0", "\u2009", "\u202F", NULL};

static size_t count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* 1234, 1.234 or 1 234. */
static bool pass_whole(const char **text, char mark)
{
    const char *const groups[] = {mark == ',' ? "." : ",", " ", "\u00A0", "\u2009", "\u202F", "'", NULL};
    size_t digits = count_digits(*text);
    if (!digits) return false;
    *text += digits;
    for (const char *at = *text; digits <= 3 && pass(&at, groups) && count_digits(at) == 3;) *text = at += 3;
    return true;
}

static struct figure read_figure(struct resolve *resolve, const char *text, char mark)
{
    static const char *const before[] = {"+", "-", "\u2212", "\u2013", "\u00B1", "<", ">", "\u2264", "\u2265", "\u20AC", " ",
                                         "\u00A0", NULL};
    struct figure figure = {.reading = READ_TEXT, .sign = ""};
    if (!*text) return (struct figure){.reading = READ_NOTHING, .sign = ""};
    if (is_missing(resolve, text)) return (struct figure){.reading = READ_MISSING, .sign = "", .word = utf8_width(text, strlen(text)) > 1};
    while (pass(&text, before)) continue;
    if (!pass_whole(&text, mark)) return figure;
    if (*text == mark && count_digits(text + 1)) figure.decimals = count_digits(text + 1), text += 1 + figure.decimals;
    const char *sign = text;
    pass(&text, spaces);
    if (!pass(&text, (const char *const[]){"%", "\u2030", NULL})) text = sign;
    if (*text) return figure;
    figure.sign = sign;
    figure.reading = READ_NUMBER;
    return figure;
}

static bool is_call(const struct node *node)
{
    return node_is(node, "a") && node_has_class(node, "footnote-call");
}

/* The text of the cell without footnote calls at its end. */
static const char *text_of(struct resolve *resolve, const struct node *cell)
{
    if (!is_call(cell->last)) return node_string(resolve->arena, cell);
    struct node *copy = node_copy(resolve->arena, cell);
    while (copy->last && is_call(copy->last)) node_remove(copy->last);
    return node_string(resolve->arena, copy);
}

static struct figure figure_of(struct column *column, const struct node *cell)
{
    return read_figure(column->resolve, text_of(column->resolve, cell), column->mark);
}

/* ---- one column ---- */

/* The cell that begins here and is a datum of this column alone. */
static struct node *datum_at(const struct column *column, size_t row)
{
    struct node *cell = grid_first(column->grid, row, column->number);
    if (!node_is(cell, "td") || column->grid->rows[row].head || node_get(cell, "colspan")) return NULL;
    return cell;
}

/* The rows of a group hold numbers in this column and nothing else, or the author aligns it so. The first column names its
 * rows, also with years. */
static enum reading read_group(struct column *column, size_t first, size_t end)
{
    enum reading strongest = READ_NOTHING;
    for (size_t row = first; row < end; row++) {
        const struct node *cell = datum_at(column, row);
        if (!cell) continue;
        if (node_has_class(cell, "number")) return READ_NUMBER;
        if (node_get(cell, "class") || column->number == 0) return READ_TEXT; /* aligned in another way; a label */
        enum reading reading = figure_of(column, cell).reading;
        if (reading > strongest) strongest = reading;
    }
    return strongest;
}

static void take_measure(struct column *column, const struct node *cell)
{
    struct figure figure = figure_of(column, cell);
    if (figure.reading != READ_NUMBER) return;
    if (figure.decimals > column->decimals) column->decimals = figure.decimals;
    if (strlen(figure.sign) > strlen(column->sign)) column->sign = figure.sign;
}

static void set_class(struct column *column, struct node *cell)
{
    if (!node_has_class(cell, "number") && !node_has_class(cell, "centre"))
        node_add_class(column->resolve->arena, cell, "number");
}

/* Gives the cells and heads of a group that holds numbers their class. */
static void take_group(struct column *column, size_t first, size_t end)
{
    for (size_t row = first; row < end; row++) {
        struct node *cell = datum_at(column, row), *head = grid_first(column->grid, row, column->number);
        if (cell) set_class(column, cell), take_measure(column, cell);
        if (column->grid->rows[row].head && head && !node_get(head, "colspan")) set_class(column, head);
    }
}

static void take_head(struct column *column)
{
    for (size_t row = 0; row < column->grid->row_count && node_is(column->grid->rows[row].group, "thead"); row++) {
        struct node *head = grid_first(column->grid, row, column->number);
        if (head && !node_get(head, "colspan")) set_class(column, head);
    }
}

/* ---- what is lacking ---- */

/* No line ends inside a number: its spaces are such as no line breaks at. */
static void join_number(struct arena *arena, const struct node *cell)
{
    for (struct node *text = cell->first; text; text = text->next) {
        if (!text->text || !strchr(text->text, ' ')) continue;
        struct buffer out = buffer_new(arena);
        for (const char *c = text->text; *c; c++) buffer_add_bytes(&out, *c == ' ' ? "\u00A0" : c, *c == ' ' ? 2 : 1);
        text->text = buffer_text(&out);
    }
}

static void set_pad(struct column *column, struct node *cell)
{
    struct arena *arena = column->resolve->arena;
    struct figure figure = figure_of(column, cell);
    if (figure.reading == READ_NUMBER) join_number(arena, cell);
    if ((figure.reading != READ_NUMBER && figure.reading != READ_MISSING) || figure.word) return;
    struct buffer pad = buffer_new(arena);
    if (figure.decimals == 0 && column->decimals > 0) buffer_add_char(&pad, column->mark);
    for (size_t i = figure.decimals; i < column->decimals; i++) buffer_add_char(&pad, '0');
    if (!*figure.sign) buffer_add(&pad, column->sign);
    if (pad.length) node_set(arena, cell, "data-pad", buffer_text(&pad));
}

/* A single call of one or two digits fits into the edge of the cell. */
static void set_hang(struct column *column, struct node *cell)
{
    const struct node *call = cell->last;
    if (!call || !is_call(call) || (call->previous && is_call(call->previous))) return;
    size_t digits = strlen(node_string(column->resolve->arena, call));
    if (digits == 1 || digits == 2) node_set(column->resolve->arena, cell, "data-hang", digits == 1 ? "1" : "2");
}

static size_t group_end(const struct grid *grid, size_t row)
{
    size_t begin = grid->rows[row].begin;
    while (row < grid->row_count && grid->rows[row].begin == begin) row++;
    return row;
}

/* Whether any group holds numbers. */
static bool read_groups(struct column *column, enum reading *readings)
{
    bool any = false;
    for (size_t row = 0, end; row < column->grid->row_count; row = end) {
        end = group_end(column->grid, row);
        bool head = node_is(column->grid->rows[row].group, "thead");
        readings[row] = head ? READ_TEXT : read_group(column, row, end);
        any |= readings[row] == READ_NUMBER;
    }
    return any;
}

static void align(struct column *column)
{
    const struct grid *grid = column->grid;
    enum reading *readings = arena_array(column->resolve->arena, grid->row_count, sizeof *readings); /* at a group's begin */
    bool first_body = true;
    if (!read_groups(column, readings)) return;
    for (size_t row = 0, end; row < grid->row_count; row = end) {
        end = group_end(grid, row);
        bool head = node_is(grid->rows[row].group, "thead");
        if (readings[row] != READ_TEXT) take_group(column, row, end);
        if (readings[row] != READ_TEXT && first_body) take_head(column);
        first_body = first_body && head;
    }
    for (size_t row = 0; row < grid->row_count; row++) {
        struct node *cell = datum_at(column, row);
        if (!cell || !node_has_class(cell, "number")) continue;
        set_pad(column, cell);
        set_hang(column, cell);
    }
}

void table_align_numbers(struct resolve *resolve, struct grid *grid)
{
    const struct value *site = value_get(resolve->words, "site"), *mark = site ? value_get(site, "decimal_mark") : NULL;
    for (size_t i = 0; i < grid->column_count; i++) {
        struct column column = {.resolve = resolve, .grid = grid, .number = i, .mark = ',', .sign = ""};
        if (mark && mark->kind == VALUE_STRING && *mark->text) column.mark = *mark->text;
        align(&column);
    }
}
