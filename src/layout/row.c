/* Rows placed below each other, their cells side by side; a row that does not fit is broken in its cells. */
#include <float.h>

#include "layout/geometry.h"
#include "layout/setter.h"
#include "layout/table.h"

/* Heads that take more of the page than this are not repeated. */
static const float largest_head = 0.4F;

/* A cell that is open in a column: begun in this row or in one above. */
struct open_cell {
    const struct cell *cell;   /* NULL: none */
    const struct resume *from; /* how far it had come on the page before */
    bool begins;               /* on this page */
    float top;                 /* of its box on this page */
    size_t fragment;           /* its box fragment, plus 1 */
};

struct walk {
    struct flow *flow;
    struct box *box;
    struct table *table;
    float x;                 /* content edge of the table */
    struct open_cell *open;  /* per column */
    bool must;               /* the next unit is set even when it does not fit */
};

/* The box has begun but nothing of its content is set yet. */
static const struct resume resume_start = {.index = 0};

static struct open_cell *open_cells(struct setter *setter, const struct table *table)
{
    return arena_array(setter->work, table->column_count + 1, sizeof(struct open_cell));
}

/* ---- one cell ---- */

static float top_edge(const struct box *box, bool begins)
{
    return begins ? box_edge(box->style, SIDE_TOP) : box_shows(box->style) ? box->style->padding[SIDE_TOP] : 0;
}

static float bottom_edge(const struct box *box, bool ends)
{
    return ends ? box_edge(box->style, SIDE_BOTTOM) : box_shows(box->style) ? box->style->padding[SIDE_BOTTOM] : 0;
}

static struct area content_of(const struct walk *walk, const struct cell *cell)
{
    const struct computed *style = cell->box->style;
    float width = cell_width(walk->table, cell) - box_edges_across(style);
    float x = walk->x + walk->table->columns[cell->column].x + box_edge(style, SIDE_LEFT);
    return (struct area){x, width > 0 ? width : 0};
}

struct filled {
    bool complete;
    struct cut cut;
    float bottom; /* of what was set, with the cell's edge */
};

/* Sets the part of a cell from `open->from` to `stop` at open->top (content lowered by `shift`). */
static struct filled fill_cell(const struct walk *walk, const struct open_cell *open, struct flow flow,
                               const struct resume *stop)
{
    struct box *box = open->cell->box;
    struct filled filled = {.complete = true, .bottom = open->top};
    if (open->from == &resume_done || stop == &resume_start) return filled;
    const struct resume *from = open->from == &resume_start ? NULL : open->from;
    struct part part = {from, stop == &resume_done ? NULL : stop};
    flow.y += top_edge(box, open->begins);
    flow.limit -= bottom_edge(box, true);
    flow.inner = true;
    flow.trim = from != NULL;
    flow.must = walk->must;
    filled.complete = place_content(&flow, box, part, content_of(walk, open->cell));
    filled.cut = flow.best;
    if (filled.complete) flow_settle(&flow), flow_clear(&flow);
    filled.bottom = flow.y + bottom_edge(box, filled.complete);
    if (!filled.complete && flow.mode == FLOW_CUT) filled.bottom = flow.best.found ? flow.best.y : open->top;
    return filled;
}

/* The height that the cell needs on this page when it ends here; of one that began on an earlier page no more than it takes
 * to see that it does not. */
static float needed_height(const struct walk *walk, const struct open_cell *open)
{
    if (!open->from && open->begins)
        return box_height(walk->flow->setter, open->cell->box, cell_width(walk->table, open->cell));
    struct open_cell at_zero = *open;
    at_zero.top = 0;
    struct setter *setter = walk->flow->setter;
    return fill_cell(walk, &at_zero, flow_new(setter, FLOW_WHOLE, 0, 2 * setter->page_room), NULL).bottom;
}

/* ---- heights ---- */

static bool is_baseline(const struct cell *cell)
{
    return cell->box->style->vertical_align == VERTICAL_BASELINE;
}

/* The lowest first baseline of the cells that stand on it (CSS 2.1, 17.5.3). */
static float row_baseline(const struct walk *walk, size_t row)
{
    float baseline = 0;
    const struct row *cells = &walk->table->rows[row];
    for (size_t i = 0; i < cells->cell_count; i++) {
        const struct cell *cell = &cells->cells[i];
        if (!is_baseline(cell)) continue;
        box_height(walk->flow->setter, cell->box, cell_width(walk->table, cell));
        if (cell->box->known_baseline > baseline) baseline = cell->box->known_baseline;
    }
    return baseline;
}

static float own_height(const struct walk *walk, size_t row)
{
    const struct box *box = walk->table->rows[row].box;
    return box ? length_resolve(box->style->height, 0, 0) : 0;
}

/* The height of row number `row`, whose top is at y; all cells that are open in it stand in walk->open. */
static float row_height(const struct walk *walk, size_t row, float y)
{
    float height = own_height(walk, row), baseline = row_baseline(walk, row);
    for (size_t i = 0; i < walk->table->column_count; i++) {
        const struct open_cell *open = &walk->open[i];
        if (!open->cell || open->cell->row + open->cell->rows > row + 1) continue; /* ends further down */
        float bottom = open->top + needed_height(walk, open) - y;
        if (open->begins && open->cell->row == row && is_baseline(open->cell) && open->cell->box->known_baseline >= 0)
            bottom += baseline - open->cell->box->known_baseline;
        if (bottom > height) height = bottom;
    }
    return height;
}

/* ---- going down the rows ---- */

static void open_row(struct walk *walk, size_t row, float y)
{
    const struct row *cells = &walk->table->rows[row];
    for (size_t i = 0; i < cells->cell_count; i++)
        walk->open[cells->cells[i].column] = (struct open_cell){.cell = &cells->cells[i], .begins = true, .top = y};
}

static void close_row(struct walk *walk, size_t row)
{
    for (size_t i = 0; i < walk->table->column_count; i++) {
        const struct cell *cell = walk->open[i].cell;
        if (cell && cell->row + cell->rows <= row + 1) walk->open[i].cell = NULL;
    }
}

/* The cell in `column` that was open at the top of `row`. */
static const struct cell *cell_above(const struct table *table, size_t row, size_t column)
{
    for (size_t i = row + 1; i-- > 0;) {
        const struct row *cells = &table->rows[i];
        for (size_t j = 0; j < cells->cell_count; j++) {
            if (cells->cells[j].column == column) return &cells->cells[j];
        }
    }
    return NULL;
}

/* Opens the cells that go on from the page before. */
static void reopen(struct walk *walk, const struct resume *from, float y)
{
    for (size_t i = 0; from && from->cells && i < walk->table->column_count; i++) {
        if (!from->cells[i]) continue;
        size_t row = from->begun ? from->index : from->index - 1;
        walk->open[i] =
            (struct open_cell){.cell = cell_above(walk->table, row, i), .from = from->cells[i], .top = y};
    }
}

static bool any_open(const struct walk *walk)
{
    for (size_t i = 0; i < walk->table->column_count; i++) {
        if (walk->open[i].cell) return true;
    }
    return false;
}

/* ---- looking for the cut ---- */

struct broken {
    const struct resume **cells;
    bool progress; /* some cell got further */
    bool complete; /* all ended */
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
    if (own_height(walk, row) > flow->setter->page_room) setter_tell_overflow(flow->setter, walk->box);
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

static bool is_begun(const struct resume *from, size_t row)
{
    return from && from->begun && from->index == row;
}

/* The way down the rows without drawing: gives the y below the row; the cells that end in it are closed. */
static float pass_row(struct walk *walk, size_t row, const struct resume *from, float y)
{
    if (!is_begun(from, row)) open_row(walk, row, y);
    float bottom = y + row_height(walk, row, y);
    close_row(walk, row);
    return bottom;
}

static bool look_at_row(struct walk *walk, size_t row, const struct resume *from)
{
    struct flow *flow = walk->flow;
    if (!is_begun(from, row)) open_row(walk, row, flow->y);
    float height = row_height(walk, row, flow->y);
    if (flow->mode == FLOW_CUT && !admit_row(walk, row, height)) return false;
    flow->y += height + walk->table->down;
    flow->placed = true;
    flow->trim = false;
    close_row(walk, row);
    return !flow_is_past(flow);
}

static bool look_at_rows(struct walk *walk, const struct resume *from)
{
    size_t first = from ? from->index : 0;
    for (size_t row = first; row < walk->table->row_count; row++) {
        if (row > first && row > walk->table->head_count && !offer_row(walk, row)) return false;
        if (!look_at_row(walk, row, from)) return false;
    }
    return true;
}

/* ---- drawing ---- */

/* The rows of one page: those before `stop` end on it, and where `cut` says so row `stop` begins on it. */
struct stretch {
    size_t first, stop;
    const struct resume *from, *cut;
    float *bottoms; /* of the rows that end here */
    float lowest;   /* bottom of what was drawn of the row that does not */
};

static float content_shift(const struct walk *walk, const struct open_cell *open, float height)
{
    struct box *box = open->cell->box;
    if (!open->begins) return 0;
    float rest = height - box_height(walk->flow->setter, box, cell_width(walk->table, open->cell));
    if (rest < 0) rest = 0;
    switch (box->style->vertical_align) {
    case VERTICAL_MIDDLE: return rest / 2;
    case VERTICAL_BOTTOM: return rest;
    case VERTICAL_BASELINE:
        return box->known_baseline < 0 ? 0 : row_baseline(walk, open->cell->row) - box->known_baseline;
    default: return 0;
    }
}

static void end_cell_box(const struct walk *walk, const struct open_cell *open, float bottom, bool ends)
{
    const struct cell *cell = open->cell;
    bool edges[4] = {open->begins && !cell->no_top, true, ends, !cell->no_left};
    setter_box_size(walk->flow->setter, open->fragment, cell_width(walk->table, cell), bottom - open->top, edges);
}

/* A cell that goes on after this page; its box is closed when it is known how far the page's last row reaches. */
static void draw_begun(struct walk *walk, struct open_cell *open, struct stretch *stretch)
{
    const struct resume *stop = stretch->cut->cells ? stretch->cut->cells[open->cell->column] : &resume_start;
    if (!stop) stop = &resume_start;
    float bottom = fill_cell(walk, open, flow_new(walk->flow->setter, FLOW_DRAW, open->top, FLT_MAX), stop).bottom;
    if (bottom > stretch->lowest) stretch->lowest = bottom;
}

static void draw_cell(struct walk *walk, struct open_cell *open, struct stretch *stretch)
{
    struct setter *setter = walk->flow->setter;
    const struct cell *cell = open->cell;
    float x = walk->x + walk->table->columns[cell->column].x;
    if (open->begins) anchors_set(setter, cell->box->place, x, open->top);
    open->fragment = setter_box(setter, cell->box->style, x, open->top);
    if (cell->row + cell->rows > stretch->stop) {
        draw_begun(walk, open, stretch);
        return;
    }
    float bottom = stretch->bottoms[cell->row + cell->rows - 1 - stretch->first];
    float shift = content_shift(walk, open, bottom - open->top);
    fill_cell(walk, open, flow_new(setter, FLOW_DRAW, open->top + shift, FLT_MAX), NULL);
    end_cell_box(walk, open, bottom, true);
}

static size_t draw_row_box(const struct walk *walk, size_t row, float y)
{
    struct setter *setter = walk->flow->setter;
    const struct row *drawn = &walk->table->rows[row];
    if (drawn->group) anchors_set(setter, drawn->group->place, walk->x, y);
    if (!drawn->box || drawn->box->style->display != DISPLAY_TABLE_ROW) return 0;
    anchors_set(setter, drawn->box->place, walk->x, y);
    return setter_box(setter, drawn->box->style, walk->x + walk->table->outside, y);
}

static float rows_width(const struct walk *walk)
{
    return walk->table->width - 2 * walk->table->outside;
}

/* Draws the cells that come to stand on the page in this row. */
static void draw_row(struct walk *walk, size_t row, struct stretch *stretch, float y)
{
    bool first = row == stretch->first, begun = is_begun(stretch->from, row);
    size_t box = draw_row_box(walk, row, y);
    if (!begun) open_row(walk, row, y);
    for (size_t i = 0; i < walk->table->column_count; i++) {
        struct open_cell *open = &walk->open[i];
        if (open->cell && (open->cell->row == row || first)) draw_cell(walk, open, stretch);
    }
    bool ends = row < stretch->stop;
    float bottom = ends ? stretch->bottoms[row - stretch->first] : stretch->lowest;
    setter_box_size(walk->flow->setter, box, rows_width(walk), bottom - y, (bool[4]){!begun, true, ends, true});
    if (ends) close_row(walk, row);
}

/* Draws the rows of a page from y; gives the y below them. */
static float draw_rows(struct walk *walk, struct stretch stretch, float y)
{
    struct setter *setter = walk->flow->setter;
    bool begins = stretch.cut && stretch.cut->begun; /* the row behind the last one */
    size_t count = stretch.stop - stretch.first;
    float top = y, down = walk->table->down;
    stretch.bottoms = arena_array(setter->work, count + 1, sizeof *stretch.bottoms);
    reopen(walk, stretch.from, y);
    for (size_t i = 0; i < count; i++, y += down) {
        y = pass_row(walk, stretch.first + i, stretch.from, y);
        stretch.bottoms[i] = y;
    }
    walk->open = open_cells(setter, walk->table);
    reopen(walk, stretch.from, top);
    stretch.lowest = count ? stretch.bottoms[count - 1] : top;
    for (size_t i = 0; i < count + begins; i++)
        draw_row(walk, stretch.first + i, &stretch, i ? stretch.bottoms[i - 1] + down : top);
    for (size_t i = 0; i < walk->table->column_count; i++) {
        if (walk->open[i].cell) end_cell_box(walk, &walk->open[i], stretch.lowest, false);
    }
    return stretch.lowest;
}

/* ---- heads ---- */

static float heads_height(struct walk *walk)
{
    float y = 0;
    for (size_t row = 0; row < walk->table->head_count; row++) y = pass_row(walk, row, NULL, y) + walk->table->down;
    return y;
}

/* On every page after the first the heads come again; they are read once. */
static void repeat_heads(struct walk *walk, const struct resume *from)
{
    struct flow *flow = walk->flow;
    struct setter *setter = flow->setter;
    size_t heads = walk->table->head_count;
    if (!from || from->index < heads || heads == 0) return;
    float height = heads_height(walk);
    if (height > largest_head * setter->page_room) return;
    if (flow->mode == FLOW_DRAW) {
        bool artifact = setter->artifact;
        setter->artifact = true;
        draw_rows(walk, (struct stretch){.first = 0, .stop = heads}, flow->y);
        setter->artifact = artifact;
        walk->open = open_cells(setter, walk->table);
    }
    flow->y += height;
}

/* ---- captions ---- */

static bool place_captions(struct flow *flow, struct box *box, enum caption_side side, struct area area)
{
    const struct table *table = box->table;
    for (size_t i = 0; i < table->caption_count; i++) {
        struct box *caption = table->captions[i];
        if (caption->style->caption_side != side) continue;
        struct geometry geometry = geometry_of(flow->setter, caption, area);
        flow->y += length_resolve(caption->style->margin[SIDE_TOP], area.width, 0);
        float bottom = flow->y + box_height(flow->setter, caption, geometry.width);
        if (!notes_admit(flow, caption->calls_from, caption->calls_to, bottom, false)) {
            if (!flow_force(flow)) return false;
            notes_admit(flow, caption->calls_from, caption->calls_to, bottom, true);
        }
        if (flow->mode == FLOW_DRAW) box_draw(flow->setter, caption, geometry.x, flow->y, geometry.width);
        flow->y = bottom + length_resolve(caption->style->margin[SIDE_BOTTOM], area.width, 0);
        flow->placed = true;
    }
    return true;
}

/* ---- the whole ---- */

static bool place_all(struct walk *walk, struct part part)
{
    struct flow *flow = walk->flow;
    repeat_heads(walk, part.from);
    if (flow->mode != FLOW_DRAW) {
        reopen(walk, part.from, flow->y);
        return look_at_rows(walk, part.from);
    }
    struct stretch stretch = {.first = part.from ? part.from->index : 0, .from = part.from, .cut = part.stop};
    stretch.stop = part.stop ? part.stop->index : walk->table->row_count;
    flow->setter->blank = false;
    flow->y = draw_rows(walk, stretch, flow->y) + walk->table->down;
    return !part.stop;
}

bool place_rows(struct flow *flow, struct box *box, struct part part, struct area area)
{
    struct level level = {.outer = flow->level, .box = box};
    level.avoid = box->style->break_inside == BREAK_AVOID || (flow->level && flow->level->avoid);
    struct walk walk = {.flow = flow, .box = box, .table = table_of(flow->setter, box), .x = area.x};
    if (!part.from || walk.table->width < 0) table_divide(flow->setter, box, area.width);
    walk.open = open_cells(flow->setter, walk.table);
    flow_settle(flow);
    flow_clear(flow);
    if (!part.from && !place_captions(flow, box, CAPTION_TOP, area)) return false;
    flow->level = &level;
    flow->y += walk.table->outside;
    bool more = place_all(&walk, part);
    flow->y += walk.table->outside - (walk.table->row_count ? walk.table->down : 0);
    flow->level = level.outer;
    return more && place_captions(flow, box, CAPTION_BOTTOM, area);
}
