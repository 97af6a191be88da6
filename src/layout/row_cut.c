/* Looking for the place to break among rows: between them, or in their cells. */
#include "layout/row.h"
#include "layout/setter.h"

static bool any_open(const struct walk *walk)
{
    for (size_t i = 0; i < walk->table->column_count; i++) {
        if (walk->open[i].cell) return true;
    }
    return false;
}

struct broken {
    const struct resume **cells;
    bool progress; /* some cell got further */
    bool complete; /* all ended */
    enum break_rule rule; /* PAGE or RIGHT: a break is forced in one of them */
    float cost, bottom;
};

/* How far each open cell comes above `limit`; `must`: every cell gets further, whether it fits or not. */
static struct broken break_cells(struct walk *walk, float limit, bool must)
{
    struct setter *setter = walk->flow->setter;
    size_t count = walk->table->column_count;
    float reserved = setter->notes.reserved;
    walk->must = must;
    struct broken broken = {.cells = arena_array(setter->work, count, sizeof(struct resume *)),
                            .complete = true};
    for (size_t i = 0; i < count; i++) {
        const struct open_cell *open = &walk->open[i];
        if (!open->cell) continue;
        struct filled filled = fill_cell(walk, open, flow_new(setter, FLOW_CUT, open->top, limit), NULL);
        const struct resume *start = open->from ? open->from : &resume_start;
        broken.cells[i] = filled.complete ? &resume_done : filled.cut.found ? filled.cut.at : start;
        if (filled.complete ? open->from != &resume_done : filled.cut.found) broken.progress = true;
        if (!filled.complete) broken.complete = false;
        if (!filled.complete && filled.cut.rule > broken.rule) broken.rule = filled.cut.rule;
        if (!filled.complete && filled.cut.found && filled.cut.cost > broken.cost) broken.cost = filled.cut.cost;
        if (filled.bottom > broken.bottom) broken.bottom = filled.bottom;
    }
    setter->notes.reserved = reserved;
    return broken;
}

static bool offer_row(struct walk *walk, size_t row)
{
    struct flow *flow = walk->flow;
    struct resume here = {.index = row};
    const struct row *rows = walk->table->rows;
    if (flow->mode != FLOW_CUT) return true;
    bool spans = any_open(walk);
    if (spans) here.cells = break_cells(walk, flow->y + flow->setter->notes.reserved, false).cells;
    if (!rows[row].box) return flow_offer(flow, here, spans ? penalty_span : 0);
    return flow_offer_between(flow, rows[row - 1].box, rows[row].box, here, spans ? penalty_span : 0);
}

static void row_calls(const struct walk *walk, size_t row, size_t *from, size_t *to)
{
    const struct row *cells = &walk->table->rows[row];
    *from = *to = 0;
    if (cells->cell_count == 0) return;
    *from = cells->cells[0].box->calls_from;
    *to = cells->cells[cells->cell_count - 1].box->calls_to;
}

/* The row does not fit: it is cut in its cells, or, when nothing can be cut before it, set all the same (what
 * is too tall in it was told when its cells were looked at). */
static bool break_row(struct walk *walk, size_t row)
{
    struct flow *flow = walk->flow;
    float y = flow->y;
    struct broken broken = break_cells(walk, flow->limit - flow->reserve, flow->must && !flow->best.found);
    if (broken.progress && !broken.complete) {
        const struct box *box = walk->table->rows[row].box;
        float penalty = penalty_row + broken.cost;
        if (box && box->style->break_inside == BREAK_AVOID) penalty += penalty_avoid;
        if (broken.bottom > flow->y) flow->y = broken.bottom;
        flow_offer(flow, (struct resume){.index = row, .cells = broken.cells, .begun = true}, penalty);
        flow->y = y;
        return false;
    }
    if (!flow_force(flow)) return false;
    if (row_own_height(walk, row) > flow->setter->page_room) setter_tell_overflow(flow->setter, walk->box);
    return true;
}

/* A break that a cell of the row forces, before the page ends, ends the page for all of them. */
static bool end_in_row(struct walk *walk, size_t row)
{
    struct flow *flow = walk->flow;
    bool any = false;
    for (size_t i = 0; i < walk->table->column_count; i++) any |= walk->open[i].cell && walk->open[i].cell->box->breaks_inside;
    if (!any || flow->inner) return false;
    struct broken broken = break_cells(walk, flow->limit - flow->reserve, false);
    if (broken.rule < BREAK_PAGE) return false;
    if (broken.bottom > flow->y) flow->y = broken.bottom;
    flow_end(flow, (struct resume){.index = row, .cells = broken.cells, .begun = true}, broken.rule);
    return true;
}

static bool admit_row(struct walk *walk, size_t row, float height)
{
    struct flow *flow = walk->flow;
    size_t from, to;
    row_calls(walk, row, &from, &to);
    if (notes_admit(flow, from, to, flow->y + height, false)) return true;
    if (!break_row(walk, row)) return false;
    notes_admit(flow, from, to, flow->y + height, true);
    return true;
}

static bool look_at_row(struct walk *walk, size_t row, const struct resume *from)
{
    struct flow *flow = walk->flow;
    if (!row_is_begun(from, row)) open_row(walk, row, flow->y);
    float height = row_height(walk, row, flow->y);
    if (flow->mode == FLOW_CUT && (end_in_row(walk, row) || !admit_row(walk, row, height))) return false;
    flow->y += height + walk->table->down;
    flow->placed = true;
    flow->trim = false;
    close_row(walk, row);
    return !flow_is_past(flow);
}

bool look_at_rows(struct walk *walk, const struct resume *from)
{
    size_t first = from ? from->index : 0;
    for (size_t row = first; row < walk->table->row_count; row++) {
        if (row > first && row > walk->table->head_count && !offer_row(walk, row)) return false;
        if (!look_at_row(walk, row, from)) return false;
    }
    return true;
}
