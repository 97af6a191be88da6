/* Borders that collapse (CSS 2.1, 17.6.2): where those of two cells lie on each other the wider one stays, of equal ones that
 * of the cell above or at the left. It is drawn and takes its room in that cell; the other cell has none on this side. A
 * table's own border goes before those of its cells that are not wider. Borders of rows and groups stay what they are. */
#include "layout/setter.h"
#include "layout/table.h"

enum { KEPT_COPIES = 16 };

/* Cells of a table look alike, so that a few copies of their styles serve all of them. */
struct copy {
    const struct computed *from, *made;
    enum side side;
    struct edge edge;
};

struct merging {
    struct setter *setter;
    struct table *table;
    struct cell **above, **here; /* per column: the cell there, in the row above and in this one */
    struct copy copies[KEPT_COPIES];
    size_t next; /* that is given up */
};

static bool shows(const struct edge *edge)
{
    return edge->width > 0 && edge->colour.alpha;
}

static bool same_edge(const struct edge *one, const struct edge *other)
{
    return one->width == other->width && one->colour.red == other->colour.red && one->colour.green == other->colour.green &&
           one->colour.blue == other->colour.blue && one->colour.alpha == other->colour.alpha;
}

static void set_edge(struct merging *merging, struct cell *cell, enum side side, struct edge edge)
{
    const struct computed *style = cell->box->style;
    for (size_t i = 0; i < KEPT_COPIES; i++) {
        const struct copy *copy = &merging->copies[i];
        if (copy->from != style || copy->side != side || !same_edge(&copy->edge, &edge)) continue;
        cell->box->style = copy->made;
        return;
    }
    struct computed *made = arena_make(merging->setter->arena, struct computed);
    *made = *style;
    made->border[side] = edge;
    cell->box->style = made;
    merging->copies[merging->next++ % KEPT_COPIES] = (struct copy){style, made, side, edge};
}

static void merge(struct merging *merging, struct cell *first, enum side end, struct cell *second, enum side begin)
{
    if (!first || !second || first == second) return;
    struct edge one = first->box->style->border[end], other = second->box->style->border[begin];
    if (!shows(&one) || !shows(&other)) return;
    if (other.width > one.width) set_edge(merging, first, end, other);
    set_edge(merging, second, begin, (struct edge){.width = 0});
}

/* Goes on to row `row`: which cell is where. */
static void enter_row(struct merging *merging, size_t row)
{
    struct cell **above = merging->here;
    merging->here = merging->above;
    merging->above = above;
    for (size_t i = 0; i < merging->table->column_count; i++) {
        bool goes_on = row > 0 && above[i] && above[i]->row + above[i]->rows > row;
        merging->here[i] = goes_on ? above[i] : NULL;
    }
    struct row *cells = &merging->table->rows[row];
    for (size_t i = 0; i < cells->cell_count; i++) {
        struct cell *cell = &cells->cells[i];
        for (size_t j = 0; j < cell->columns; j++) merging->here[cell->column + j] = cell;
    }
}

static void yield_to(struct merging *merging, struct cell *cell, const struct box *table, enum side side)
{
    const struct edge *outer = &table->style->border[side];
    if (!cell || !shows(outer) || outer->width < cell->box->style->border[side].width) return;
    set_edge(merging, cell, side, (struct edge){.width = 0});
}

static void merge_row(struct merging *merging, const struct box *box, size_t row)
{
    const struct table *table = merging->table;
    size_t last = table->column_count - 1;
    enum side begin = table->from_right ? SIDE_RIGHT : SIDE_LEFT, end = table->from_right ? SIDE_LEFT : SIDE_RIGHT;
    for (size_t i = 0; i <= last; i++) {
        if (row > 0) merge(merging, merging->above[i], SIDE_BOTTOM, merging->here[i], SIDE_TOP);
        if (i > 0) merge(merging, merging->here[i - 1], end, merging->here[i], begin);
        if (row == 0) yield_to(merging, merging->here[i], box, SIDE_TOP);
        if (row + 1 == table->row_count) yield_to(merging, merging->here[i], box, SIDE_BOTTOM);
    }
    yield_to(merging, merging->here[0], box, begin);
    yield_to(merging, merging->here[last], box, end);
}

void table_merge_borders(struct setter *setter, struct box *box, struct table *table)
{
    if (table->across > 0 || table->column_count == 0) return;
    struct merging merging = {.setter = setter, .table = table};
    merging.above = arena_array(setter->work, table->column_count, sizeof *merging.above);
    merging.here = arena_array(setter->work, table->column_count, sizeof *merging.here);
    for (size_t row = 0; row < table->row_count; row++) {
        enter_row(&merging, row);
        merge_row(&merging, box, row);
    }
}
