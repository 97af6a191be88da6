#include "layout/float.h"

#include "layout/setter.h"

/* Below this share of its width text does not stand beside a float. */
static const float least_room = 0.3F;

static struct inset inset_at(const struct flow *flow, struct area area, float top, float bottom)
{
    struct inset inset = {0, 0};
    for (const struct floated *each = flow->floats; each; each = each->next) {
        if (each->bottom <= top || each->top >= bottom) continue;
        float left = each->right - area.x, right = area.x + area.width - each->left;
        if (each->side == FLOAT_LEFT && left > inset.left) inset.left = left;
        if (each->side == FLOAT_RIGHT && right > inset.right) inset.right = right;
    }
    return inset;
}

static float lowest(const struct flow *flow)
{
    float bottom = flow->y;
    for (const struct floated *each = flow->floats; each; each = each->next) {
        if (each->bottom > bottom) bottom = each->bottom;
    }
    return bottom;
}

/* ---- the float itself ---- */

static struct floated make_floated(struct flow *flow, struct box *box, struct area area, float width)
{
    const struct computed *style = box->style;
    float before = length_resolve(style->margin[SIDE_LEFT], area.width, 0);
    float after = length_resolve(style->margin[SIDE_RIGHT], area.width, 0);
    float top = length_resolve(style->margin[SIDE_TOP], area.width, 0);
    struct floated floated = {.side = style->float_side, .top = flow->y + margin_value(flow->margin)};
    floated.bottom = floated.top + top + box_height(flow->setter, box, width) +
                     length_resolve(style->margin[SIDE_BOTTOM], area.width, 0);
    struct inset inset = inset_at(flow, area, floated.top, floated.top + 1);
    float room = area.width - inset.left - inset.right, taken = before + width + after;
    if (taken > room && room < area.width) { /* below the others */
        float down = lowest(flow) - floated.top;
        floated.top += down;
        floated.bottom += down;
        inset = (struct inset){0, 0};
    }
    floated.left = style->float_side == FLOAT_LEFT ? area.x + inset.left : area.x + area.width - inset.right - taken;
    floated.right = floated.left + taken;
    return floated;
}

static float float_width(struct flow *flow, struct box *box, struct area area)
{
    const struct computed *style = box->style;
    float edges = box_edges_across(style), margins = length_resolve(style->margin[SIDE_LEFT], area.width, 0) +
                                                     length_resolve(style->margin[SIDE_RIGHT], area.width, 0);
    if (style->width.unit != LENGTH_AUTO) return length_resolve(style->width, area.width, 0) + edges;
    return box_shrink_to_fit(flow->setter, box, area.width - margins);
}

bool float_is_block(struct flow *flow, struct box *box, struct area area)
{
    struct setter *setter = flow->setter;
    if (!box->as_block) box->as_block = box_height(setter, box, float_width(flow, box, area)) > setter->page_room;
    return box->as_block;
}

bool place_float(struct flow *flow, struct box *box, struct area area)
{
    float width = float_width(flow, box, area);
    struct floated *floated = arena_make(flow->setter->work, struct floated);
    *floated = make_floated(flow, box, area, width);
    if (!notes_admit(flow, box->calls_from, box->calls_to, floated->bottom, false)) {
        if (!flow_force(flow)) return false;
        if (floated->bottom - floated->top > flow->setter->page_room) setter_tell_overflow(flow->setter, box);
        notes_admit(flow, box->calls_from, box->calls_to, floated->bottom, true);
    }
    floated->next = flow->floats;
    flow->floats = floated;
    flow->placed = true;
    if (flow->mode != FLOW_DRAW) return true;
    float left = floated->left + length_resolve(box->style->margin[SIDE_LEFT], area.width, 0);
    float top = floated->top + length_resolve(box->style->margin[SIDE_TOP], area.width, 0);
    flow->setter->blank = false;
    box_draw(flow->setter, box, left, top, width);
    return true;
}

/* ---- lines beside it ---- */

/* There are hardly more lines than items. */
static struct insets insets_of(struct flow *flow, struct box *box, struct area area)
{
    size_t most = text_of(flow->setter, box)->count + 1;
    float bottom = lowest(flow), step = box->style->line_height;
    if (bottom <= flow->y || step <= 0) return (struct insets){NULL, 0};
    float lines = (bottom - flow->y) / step + 1;
    size_t count = lines < (float)most ? (size_t)lines : most;
    struct inset *items = arena_array(flow->setter->work, count, sizeof *items);
    for (size_t i = 0; i < count; i++) {
        float top = flow->y + (float)i * step;
        items[i] = inset_at(flow, area, top, top + step);
    }
    return (struct insets){items, count};
}

void break_beside_floats(struct flow *flow, struct box *box, struct area area)
{
    if (flow->floats) {
        struct inset first = inset_at(flow, area, flow->y, flow->y + 1);
        if (area.width - first.left - first.right < least_room * area.width) flow->y = lowest(flow);
    }
    struct insets insets = flow->floats ? insets_of(flow, box, area) : (struct insets){NULL, 0};
    text_break(flow->setter, box, area.width, &insets);
}
