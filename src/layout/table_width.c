/* Automatic table layout (CSS 2.1, 17.5.2.2). */
#include "layout/setter.h"
#include "layout/table.h"

static const float tolerance = 0.1F; /* points */

static float widest(float one, float other)
{
    return one > other ? one : other;
}

/* ---- what the cells ask ---- */

static void ask_cell(struct setter *setter, struct table *table, const struct cell *cell)
{
    struct column *column = &table->columns[cell->column];
    float min, max;
    box_extent(setter, cell->box, &min, &max);
    column->min = widest(column->min, min);
    column->max = widest(column->max, max);
    struct length width = cell->box->style->width;
    if (width.unit == LENGTH_PERCENT) column->percent = widest(column->percent, width.value);
}

/* What a cell over several columns needs beyond them is shared in proportion to what they have. */
static void ask_span(struct setter *setter, struct table *table, const struct cell *cell)
{
    struct column *columns = &table->columns[cell->column];
    float gaps = table->across * (float)(cell->columns - 1), min, max, sum_min = 0, sum_max = 0;
    box_extent(setter, cell->box, &min, &max);
    for (size_t i = 0; i < cell->columns; i++) {
        sum_min += columns[i].min;
        sum_max += columns[i].max;
    }
    float more_min = min - gaps - sum_min, more_max = max - gaps - sum_max;
    for (size_t i = 0; i < cell->columns; i++) {
        float share = sum_max > 0 ? columns[i].max / sum_max : 1 / (float)cell->columns;
        if (more_min > 0) columns[i].min += more_min * share;
        if (more_max > 0) columns[i].max += more_max * share;
        columns[i].max = widest(columns[i].max, columns[i].min);
    }
}

static void ask_all(struct setter *setter, struct table *table)
{
    if (table->measured) return;
    table->measured = true;
    for (int spans = 0; spans < 2; spans++) {
        for (size_t i = 0; i < table->row_count; i++) {
            const struct row *row = &table->rows[i];
            for (size_t j = 0; j < row->cell_count; j++) {
                bool one = row->cells[j].columns == 1;
                if (one && !spans) ask_cell(setter, table, &row->cells[j]);
                if (!one && spans) ask_span(setter, table, &row->cells[j]);
            }
        }
    }
}

static float gaps(const struct table *table)
{
    float between = table->column_count ? (float)(table->column_count - 1) : 0;
    return table->across * between + 2 * table->outside;
}

void table_extent(struct setter *setter, struct box *box, float *min, float *max)
{
    struct table *table = table_of(setter, box);
    ask_all(setter, table);
    *min = *max = gaps(table);
    for (size_t i = 0; i < table->column_count; i++) {
        *min += table->columns[i].min;
        *max += table->columns[i].max;
    }
    for (size_t i = 0; i < table->caption_count; i++) {
        float least, most;
        box_extent(setter, table->captions[i], &least, &most);
        *min = widest(*min, least);
    }
    *max = widest(*min, *max);
}

static bool has_percent(const struct table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].percent > 0) return true;
    }
    return false;
}

float table_used_width(struct setter *setter, struct box *box, float whole, float room)
{
    const struct computed *style = box->style;
    if (style->width.unit == LENGTH_POINTS || style->width.unit == LENGTH_PERCENT)
        return length_resolve(style->width, whole, 0);
    float min, max, edges = box_edges_across(style);
    table_extent(setter, box, &min, &max);
    return has_percent(box->table) || max + edges > room ? room : max + edges;
}

/* ---- what they cannot do without ---- */

static void ask_least(struct setter *setter, struct table *table, const struct cell *cell)
{
    struct column *columns = &table->columns[cell->column];
    float more = box_least(setter, cell->box) - table->across * (float)(cell->columns - 1), all = 0;
    for (size_t i = 0; i < cell->columns; i++) {
        more -= columns[i].least;
        all += columns[i].min - columns[i].least;
    }
    for (size_t i = 0; i < cell->columns && more > 0; i++)
        columns[i].least += all > 0 ? more * (columns[i].min - columns[i].least) / all : more / (float)cell->columns;
}

/* First of the cells in one column, then of those over several. */
static void ask_all_least(struct setter *setter, struct table *table)
{
    for (size_t i = 0; i < table->column_count; i++) table->columns[i].least = 0;
    for (int spans = 0; spans < 2; spans++) {
        for (size_t i = 0; i < table->row_count; i++) {
            const struct row *row = &table->rows[i];
            for (size_t j = 0; j < row->cell_count; j++) {
                if ((row->cells[j].columns > 1) == spans) ask_least(setter, table, &row->cells[j]);
            }
        }
    }
}

/* ---- what they get ---- */

struct sums {
    float least, min, max; /* of the columns without a percentage; least only where the room is less than min */
    float taken;    /* by the others */
    size_t count;
};

/* Columns with a percentage come first; together they leave the others at least their minimum. */
static struct sums take_percents(struct table *table, float room)
{
    struct sums sums = {.count = 0};
    float percents = 0;
    for (size_t i = 0; i < table->column_count; i++) percents += table->columns[i].percent;
    for (size_t i = 0; i < table->column_count; i++) {
        struct column *column = &table->columns[i];
        if (column->percent <= 0) {
            sums.min += column->min;
            sums.max += column->max;
            sums.count++;
            continue;
        }
        column->width = room * column->percent / (percents > 100 ? percents : 100);
        sums.taken += column->width;
    }
    return sums;
}

static float share(const struct column *column, const struct sums *sums, float room)
{
    if (room <= 0) return 0;
    if (room < sums->least) return column->least * room / sums->least;
    float more = column->min - column->least;
    if (room < sums->min) return column->least + more * (room - sums->least) / (sums->min - sums->least);
    more = column->max - column->min;
    if (room < sums->max) return column->min + more * (room - sums->min) / (sums->max - sums->min);
    if (sums->max > 0) return column->max * room / sums->max;
    return room / (float)sums->count;
}

/* Words are hyphenated before numbers break; when both are needed the table is too wide for its page. */
static void find_least(struct setter *setter, struct box *box, struct sums *sums, float room)
{
    struct table *table = box->table;
    if (!sums->count || room >= sums->min) return;
    ask_all_least(setter, table);
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].percent <= 0) sums->least += table->columns[i].least;
    }
    if (room + tolerance < sums->least) setter_tell_wide(setter, box, sums->least - room);
}

static void divide(struct setter *setter, struct box *box, float room)
{
    struct table *table = box->table;
    struct sums sums = take_percents(table, room);
    if (sums.count && room - sums.taken < sums.min && sums.taken > 0) {
        float scale = room > sums.min ? (room - sums.min) / sums.taken : 0.5F;
        for (size_t i = 0; i < table->column_count; i++) table->columns[i].width *= scale;
        sums.taken *= scale;
    }
    float scale = !sums.count && sums.taken > 0 ? room / sums.taken : 1;
    find_least(setter, box, &sums, room - sums.taken);
    for (size_t i = 0; i < table->column_count; i++) {
        struct column *column = &table->columns[i];
        if (column->percent > 0) column->width *= scale;
        else column->width = share(column, &sums, room - sums.taken);
    }
}

void table_divide(struct setter *setter, struct box *box, float width)
{
    struct table *table = table_of(setter, box);
    if (table->width == width) return;
    table->width = width;
    float room = widest(width - gaps(table), 0);
    if (box->holds == HOLDS_GRID) {
        grid_divide(table, box->style, room);
    } else {
        ask_all(setter, table);
        divide(setter, box, room);
    }
    float x = table->outside;
    for (size_t i = 0; i < table->column_count; i++) {
        struct column *column = &table->columns[table->from_right ? table->column_count - 1 - i : i];
        column->x = x;
        x += column->width + table->across;
    }
}

/* The columns at the left and right end of a cell. */
static const struct column *end_column(const struct table *table, const struct cell *cell, bool right)
{
    return &table->columns[cell->column + (right != table->from_right ? cell->columns - 1 : 0)];
}

float cell_width(const struct table *table, const struct cell *cell)
{
    const struct column *last = end_column(table, cell, true);
    return last->x + last->width - cell_x(table, cell);
}

float cell_x(const struct table *table, const struct cell *cell)
{
    return end_column(table, cell, false)->x;
}
