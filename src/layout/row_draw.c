/* Drawing the rows of a page. */
#include <float.h>

#include "layout/row.h"
#include "layout/setter.h"

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
    bool edges[4] = {open->begins, true, ends, true};
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
    float x = walk->x + cell_x(walk->table, cell);
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
    bool first = row == stretch->first, begun = row_is_begun(stretch->from, row);
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

float draw_rows(struct walk *walk, struct stretch stretch, float y)
{
    struct setter *setter = walk->flow->setter;
    bool begins = stretch.cut && stretch.cut->begun; /* the row behind the last one */
    size_t count = stretch.stop - stretch.first;
    float top = y, down = walk->table->down;
    stretch.bottoms = arena_array(setter->work, count + 1, sizeof *stretch.bottoms);
    reopen_cells(walk, stretch.from, y);
    for (size_t i = 0; i < count; i++, y += down) {
        y = pass_row(walk, stretch.first + i, stretch.from, y);
        stretch.bottoms[i] = y;
    }
    walk->open = open_cells(setter, walk->table);
    reopen_cells(walk, stretch.from, top);
    stretch.lowest = count ? stretch.bottoms[count - 1] : top;
    for (size_t i = 0; i < count + begins; i++)
        draw_row(walk, stretch.first + i, &stretch, i ? stretch.bottoms[i - 1] + down : top);
    for (size_t i = 0; i < walk->table->column_count; i++) {
        if (walk->open[i].cell) end_cell_box(walk, &walk->open[i], stretch.lowest, false);
    }
    return stretch.lowest;
}
