/* Tables and grids on a page: captions, repeated heads, rows. */
#include "layout/geometry.h"
#include "layout/row.h"
#include "layout/setter.h"

/* Heads that take more of the page than this are not repeated. */
static const float largest_head = 0.4F;

/* ---- heads ---- */

struct heads {
    size_t first, stop;
};

static float heads_height(struct walk *walk, struct heads heads)
{
    float y = 0;
    for (size_t row = heads.first; row < heads.stop; row++) y = pass_row(walk, row, NULL, y) + walk->table->down;
    return y;
}

/* Heads of the columns in the group itself; a title over all columns leaves those of the table in force. */
static bool replaces_heads(const struct table *table, struct heads group)
{
    for (size_t row = group.first; row < group.stop; row++) {
        const struct row *cells = &table->rows[row];
        if (cells->cell_count && cells->cells[0].columns < table->column_count) return true;
    }
    return false;
}

static void repeat(struct walk *walk, struct heads heads)
{
    struct flow *flow = walk->flow;
    struct setter *setter = flow->setter;
    float height = heads_height(walk, heads);
    if (height > largest_head * setter->page_room) return;
    if (flow->mode == FLOW_DRAW) {
        bool artifact = setter->artifact;
        setter->artifact = true;
        draw_rows(walk, (struct stretch){.first = heads.first, .stop = heads.stop}, flow->y);
        setter->artifact = artifact;
        walk->open = open_cells(setter, walk->table);
    }
    flow->y += height;
}

/* On every page after the first the heads come again, those of the table and of the group that goes on; they are read
 * once. */
static void repeat_heads(struct walk *walk, const struct resume *from)
{
    const struct table *table = walk->table;
    if (!from || from->index < table->head_count || from->index >= table->row_count) return;
    struct heads whole = {0, table->head_count}, group;
    table_group_heads(table, from->index, &group.first, &group.stop);
    if (whole.stop > 0 && !replaces_heads(table, group)) repeat(walk, whole);
    if (group.stop > group.first && from->index >= group.stop) repeat(walk, group);
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
        reopen_cells(walk, part.from, flow->y);
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
