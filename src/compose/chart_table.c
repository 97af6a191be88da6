/* A chart's figures from a table: labels in the first column, a figure in each other cell. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "compose/chart.h"

enum { ROWS_MOST = 200, POINTS_MOST = 60, TOLD_MOST = 20 };

struct table_reader {
    struct resolve *resolve;
    struct chart *chart;
    struct place *places; /* of the rows */
    char mark;
    bool any, percent; /* a figure was read; the first had a percent sign */
    bool borrowed;     /* the table stands elsewhere, and stays as it is */
    size_t told;
};

static bool may_tell(struct table_reader *reader)
{
    return reader->told++ < TOLD_MOST;
}

/* ---- cells ---- */

/* The text without white space at its ends, also of the kinds that line figures up. */
static char *trimmed(struct arena *arena, const char *text)
{
    static const char *const spaces[] = {" ", "\xc2\xa0", "\xe2\x80\x87", "\xe2\x80\x88", "\xe2\x80\xaf"};
    enum { COUNT = sizeof spaces / sizeof *spaces };
    size_t length = strlen(text);
    for (size_t i = 0; i < COUNT; i++) {
        size_t space = strlen(spaces[i]);
        if (length >= space && strncmp(text, spaces[i], space) == 0) text += space, length -= space, i = (size_t)-1;
        else if (length >= space && strncmp(text + length - space, spaces[i], space) == 0)
            length -= space, i = (size_t)-1;
    }
    return arena_copy(arena, text, length);
}

static bool is_unknown(struct resolve *resolve, const char *text)
{
    const char *const words[] = {
        "", "-", "\xe2\x80\x93", "\xe2\x80\x94", "?", "unknown", chart_word(resolve, "unknown")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i], text) == 0) return true;
    }
    return false;
}

static void tell_value(struct table_reader *reader, const struct node *cell, const char *text)
{
    struct resolve *resolve = reader->resolve;
    struct number other;
    if (!may_tell(reader)) return;
    message_add(resolve->messages, CHART_VALUE, cell->place, "`%s` is no number; expected one such as `%s`, or `%s`",
                text, chart_figure(resolve, 13.6, 1, false), chart_word(resolve, "unknown"));
    if (number_read(text, reader->mark == ',' ? '.' : ',', &other))
        message_hint(resolve->messages, "in the language of this report the decimals begin with a %s",
                     reader->mark == ',' ? "comma" : "point");
}

/* A line may go below zero; the length of a bar cannot. */
static void check_negative(struct table_reader *reader, const struct node *cell, const struct cell *figure)
{
    if (figure->value >= 0 || reader->chart->kind == CHART_LINE || !may_tell(reader)) return;
    message_add(reader->resolve->messages, CHART_VALUE, cell->place,
                "`%s` is less than nothing, which has no length; expected a number that is not negative", figure->text);
    message_hint(reader->resolve->messages, "a chart of lines, `{.line}`, shows negative numbers too");
}

static void check_percent(struct table_reader *reader, const struct node *cell, bool percent)
{
    if (!reader->any) reader->percent = percent;
    reader->any = true;
    if (percent == reader->percent || !may_tell(reader)) return;
    message_add(reader->resolve->messages, CHART_VALUE, cell->place,
                "this figure has %s percent sign, and the first of the table has %s; expected all alike",
                percent ? "a" : "no", percent ? "none" : "one");
}

static void read_cell(struct table_reader *reader, const struct node *node, struct cell *cell)
{
    struct arena *arena = reader->resolve->arena;
    char *text = trimmed(arena, node_string(arena, node));
    size_t length = strlen(text);
    bool percent = length && text[length - 1] == '%';
    struct number number;
    cell->text = chart_word(reader->resolve, "unknown");
    if (is_unknown(reader->resolve, text)) return;
    const char *digits = percent ? trimmed(arena, arena_copy(arena, text, length - 1)) : text;
    cell->text = text;
    if (!number_read(digits, reader->mark, &number)) {
        tell_value(reader, node, text);
        return;
    }
    *cell = (struct cell){number.value, number.decimals, true, text};
    check_negative(reader, node, cell);
    check_percent(reader, node, percent);
}

/* ---- rows ---- */

static struct node *next_cell(struct node *cell)
{
    while (cell && !cell->name) cell = cell->next;
    return cell;
}

static size_t count_cells(const struct node *row)
{
    size_t count = 0;
    for (struct node *cell = next_cell(row->first); cell; cell = next_cell(cell->next)) count++;
    return count;
}

/* A head that is repeated below is no row of figures. */
static bool is_head(const struct node *row)
{
    bool head = true;
    for (struct node *cell = next_cell(row->first); cell; cell = next_cell(cell->next)) head &= node_is(cell, "th");
    return head;
}

/* The label of a row is the head of its row, for who hears the table. */
static void read_row(struct table_reader *reader, struct node *row)
{
    struct chart *chart = reader->chart;
    struct resolve *resolve = reader->resolve;
    struct node *cell = next_cell(row->first);
    struct cell *cells = &chart->cells[chart->row_count * chart->series_count];
    reader->places[chart->row_count] = row->place;
    chart->rows[chart->row_count++] = node_string(resolve->arena, cell);
    if (!reader->borrowed) cell->name = "th";
    if (!reader->borrowed) node_set(resolve->arena, cell, "scope", "row");
    for (size_t i = 0; i < chart->series_count; i++) {
        cell = cell ? next_cell(cell->next) : NULL;
        if (cell) read_cell(reader, cell, &cells[i]);
        else cells[i].text = chart_word(resolve, "unknown");
    }
}

static void read_head(struct table_reader *reader, struct node *head)
{
    struct chart *chart = reader->chart;
    struct node *cell = next_cell(head->first);
    chart->series_count = count_cells(head) - 1; /* it has a first cell */
    chart->series = arena_array(reader->resolve->arena, chart->series_count, sizeof *chart->series);
    for (size_t i = 0; i < chart->series_count; i++) {
        cell = cell ? next_cell(cell->next) : NULL;
        chart->series[i] = cell ? node_string(reader->resolve->arena, cell) : "";
    }
}

/* ---- what a chart can show ---- */

static bool refuse(struct table_reader *reader, const struct node *table, const char *what)
{
    message_add(reader->resolve->messages, CHART_FORM, table->place, "%s", what);
    return false;
}

static bool check_columns(struct table_reader *reader, const struct node *table)
{
    const struct chart *chart = reader->chart;
    bool plain = chart->kind == CHART_DONUT || chart->kind == CHART_HISTOGRAM;
    struct arena *arena = reader->resolve->arena;
    if (chart->series_count == 0)
        return refuse(reader, table, "the table has one column; expected labels in the first and figures in the next");
    if (plain && chart->series_count > 1)
        return refuse(reader, table,
                      arena_format(arena,
                                   "a %s shows one figure for each row, and the table has %zu; expected two columns",
                                   chart_kind_names[chart->kind], chart->series_count));
    if (chart->series_count > (chart->kind == CHART_LINE ? POINTS_MOST : CHART_MOST_SERIES))
        return refuse(
            reader, table,
            arena_format(arena,
                         "the table has %zu columns of figures, which a chart cannot tell apart; expected at most %d",
                         chart->series_count, chart->kind == CHART_LINE ? POINTS_MOST : CHART_MOST_SERIES));
    for (const struct node *node = table; node; node = node_next(node, table)) {
        if (node_get(node, "colspan") || node_get(node, "rowspan"))
            return refuse(reader, node,
                          "a cell stretches over others, which no chart shows; expected one cell for each figure");
    }
    return true;
}

static bool check_rows(struct table_reader *reader, const struct node *table, size_t count)
{
    enum chart_kind kind = reader->chart->kind;
    bool across = kind == CHART_LINE && reader->chart->series_count > CHART_MOST_SERIES;
    size_t most = kind == CHART_DONUT || across ? CHART_MOST_SERIES
                  : kind == CHART_HISTOGRAM     ? CHART_MOST_GRADES
                                                : ROWS_MOST;
    if (count == 0) return refuse(reader, table, "the table has no rows; expected at least one with a figure");
    if (count <= most) return true;
    refuse(reader, table,
           arena_format(reader->resolve->arena,
                        "the table has %zu rows, and a chart of the kind `%s` shows %zu at most; expected no more",
                        count, chart_kind_names[kind], most));
    if (most < ROWS_MOST && !across)
        message_hint(reader->resolve->messages, "`{.bars}` shows up to %d rows", ROWS_MOST);
    return false;
}

/* ---- the whole ---- */

/* Parts in percent make 100, but for rounding. */
static void check_sum(struct table_reader *reader, const struct cell *cells, size_t count, struct place place)
{
    double sum = 0, slack = 1e-6;
    int decimals = 0;
    bool unknown = false;
    for (size_t i = 0; i < count; i++) {
        unknown |= !cells[i].known;
        sum += cells[i].value;
        slack += 0.5 * pow(10, -cells[i].decimals);
        if (cells[i].decimals > decimals) decimals = cells[i].decimals;
    }
    if ((sum <= 100 + slack && (unknown || sum >= 100 - slack)) || !may_tell(reader)) return;
    message_add(reader->resolve->messages, CHART_SUM, place,
                "these percentages add up to %s; expected 100, but for rounding",
                chart_figure(reader->resolve, sum, decimals, false));
}

static void check_sums(struct table_reader *reader, struct place place)
{
    const struct chart *chart = reader->chart;
    if (!chart->percent) return;
    if (chart->kind == CHART_DONUT || chart->kind == CHART_HISTOGRAM)
        check_sum(reader, chart->cells, chart->row_count, place);
    for (size_t i = 0; i < chart->row_count && chart->kind == CHART_STACKED; i++)
        check_sum(reader, chart_cell(chart, i, 0), chart->series_count, reader->places[i]);
}

void chart_add_mean(struct resolve *resolve, struct chart *chart)
{
    double sum = 0, total = 0;
    if (chart->mean.known || chart->kind != CHART_HISTOGRAM) return;
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct cell *cell = chart_cell(chart, i, 0);
        struct number grade;
        bool read = number_read_plain(chart->rows[i], &grade) ||
                    number_read(chart->rows[i], chart_decimal_mark(resolve), &grade);
        if (!cell->known || !read) return;
        sum += cell->value * grade.value;
        total += cell->value;
    }
    if (!(total > 0)) return;
    chart->mean = (struct cell){sum / total, 1, true, chart_figure(resolve, sum / total, 1, false)};
}

/* Time may run across: then the rows are the lines. */
static void turn(struct arena *arena, struct chart *chart)
{
    size_t rows = chart->series_count, series = chart->row_count;
    struct cell *cells = arena_array(arena, rows * series, sizeof *cells);
    for (size_t i = 0; i < rows; i++) {
        for (size_t j = 0; j < series; j++) cells[i * series + j] = *chart_cell(chart, j, i);
    }
    const char **labels = chart->series;
    chart->series = chart->rows;
    chart->rows = labels;
    chart->row_count = rows;
    chart->series_count = series;
    chart->cells = cells;
}

/* Rows of figures into the grid; what is read already is the head. */
static void read_rows(struct table_reader *reader, struct node *table, struct node *head, size_t count)
{
    struct chart *chart = reader->chart;
    struct arena *arena = reader->resolve->arena;
    chart->rows = arena_array(arena, count, sizeof *chart->rows);
    chart->cells = arena_array(arena, count * chart->series_count, sizeof *chart->cells);
    reader->places = arena_array(arena, count, sizeof *reader->places);
    for (struct node *row = node_next(head, table), *next; row; row = next) {
        next = node_next(row, table);
        if (node_is(row, "tr") && !is_head(row)) read_row(reader, row);
    }
    chart->percent = reader->percent;
}

struct chart *chart_of_table(struct resolve *resolve, struct node *table, struct chart_wish wish)
{
    struct chart *chart = arena_make(resolve->arena, struct chart);
    struct table_reader reader = {
        .resolve = resolve, .chart = chart, .mark = chart_decimal_mark(resolve), .borrowed = wish.borrowed};
    struct node *head = node_by_name(table, "tr");
    size_t count = 0;
    chart->kind = wish.kind;
    chart->title = wish.title;
    if (!head || !next_cell(head->first))
        return refuse(&reader, table, "the table is empty; expected a head and rows"), NULL;
    read_head(&reader, head);
    if (!check_columns(&reader, table)) return NULL;
    for (struct node *row = head; row; row = node_next(row, table)) count += node_is(row, "tr") && !is_head(row);
    if (!check_rows(&reader, table, count)) return NULL;
    read_rows(&reader, table, head, count);
    if (reader.told) return NULL;
    check_sums(&reader, table->place);
    chart_add_mean(resolve, chart);
    if (chart->kind == CHART_LINE && chart->series_count > CHART_MOST_SERIES) turn(resolve->arena, chart);
    return chart;
}
