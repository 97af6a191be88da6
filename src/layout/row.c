#include "layout/row.h"

#include "layout/geometry.h"
#include "layout/setter.h"

const struct resume resume_start = {.index = 0};

struct open_cell *open_cells(struct setter *setter, const struct table *table)
{
    return arena_array(setter->work, table->column_count + 1, sizeof(struct open_cell));
}

/* ---- one cell ---- */

static struct area content_of(const struct walk *walk, const struct cell *cell)
{
    const struct computed *style = cell->box->style;
    float width = cell_width(walk->table, cell) - box_edges_across(style);
    float x = walk->x + cell_x(walk->table, cell) + box_edge(style, SIDE_LEFT);
    return (struct area){x, width > 0 ? width : 0};
}

struct filled fill_cell(const struct walk *walk, const struct open_cell *open, struct flow flow,
                               const struct resume *stop)
{
    struct box *box = open->cell->box;
    struct filled filled = {.complete = true, .bottom = open->top};
    if (open->from == &resume_done || stop == &resume_start) return filled;
    const struct resume *from = open->from == &resume_start ? NULL : open->from;
    struct part part = {from, stop == &resume_done ? NULL : stop};
    flow.y += box_top_edge(box, open->begins);
    flow.limit -= box_bottom_edge(box, true);
    flow.inner = walk->flow->inner;
    flow.beside = true;
    flow.trim = from != NULL;
    flow.must = walk->must;
    filled.complete = place_content(&flow, box, part, content_of(walk, open->cell));
    filled.cut = flow.best;
    if (filled.complete) flow_settle(&flow), flow_clear(&flow);
    filled.bottom = flow.y + box_bottom_edge(box, filled.complete);
    if (!filled.complete && flow.mode == FLOW_CUT) filled.bottom = flow.best.found ? flow.best.y : open->top;
    return filled;
}

/* The height that the cell needs on this page when it ends here; of one that began on an earlier page no more than it
 * takes to see that it does not. */
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

float row_baseline(const struct walk *walk, size_t row)
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

float row_own_height(const struct walk *walk, size_t row)
{
    const struct box *box = walk->table->rows[row].box;
    return box ? length_resolve(box->style->height, 0, 0) : 0;
}

float row_height(const struct walk *walk, size_t row, float y)
{
    float height = row_own_height(walk, row), baseline = row_baseline(walk, row);
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

void open_row(struct walk *walk, size_t row, float y)
{
    const struct row *cells = &walk->table->rows[row];
    for (size_t i = 0; i < cells->cell_count; i++)
        walk->open[cells->cells[i].column] = (struct open_cell){.cell = &cells->cells[i], .begins = true, .top = y};
}

void close_row(struct walk *walk, size_t row)
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

void reopen_cells(struct walk *walk, const struct resume *from, float y)
{
    for (size_t i = 0; from && from->cells && i < walk->table->column_count; i++) {
        if (!from->cells[i]) continue;
        size_t row = from->begun ? from->index : from->index - 1;
        walk->open[i] =
            (struct open_cell){.cell = cell_above(walk->table, row, i), .from = from->cells[i], .top = y};
    }
}

bool row_is_begun(const struct resume *from, size_t row)
{
    return from && from->begun && from->index == row;
}

float pass_row(struct walk *walk, size_t row, const struct resume *from, float y)
{
    if (!row_is_begun(from, row)) open_row(walk, row, y);
    float bottom = y + row_height(walk, row, y);
    close_row(walk, row);
    return bottom;
}
