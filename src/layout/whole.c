/* Boxes set whole: how wide they want to be, how high they become, and drawing them where they fit. */
#include <float.h>

#include "layout/drawing.h"
#include "layout/geometry.h"
#include "layout/setter.h"
#include "layout/table.h"

static bool is_known(const struct setter *setter, const struct box *box)
{
    return !box->dynamic || box->known_pass == setter->pass;
}

static struct area content_area(const struct box *box, float x, float width)
{
    float content = width - box_edges_across(box->style);
    return (struct area){x + box_edge(box->style, SIDE_LEFT), content > 0 ? content : 0};
}

/* Sets what the box holds and its edges; gives the y below it. */
static float set_whole(struct flow *flow, struct box *box, float x, float width)
{
    flow->inner = true;
    flow->y += box_edge(box->style, SIDE_TOP);
    float top = flow->y, height = length_resolve(box->style->height, 0, 0);
    place_content(flow, box, (struct part){NULL, NULL}, content_area(box, x, width));
    flow_settle(flow);
    flow_clear(flow);
    if (box->holds != HOLDS_DRAWING && flow->y < top + height) flow->y = top + height;
    return flow->y += box_edge(box->style, SIDE_BOTTOM);
}

float box_height(struct setter *setter, struct box *box, float width)
{
    if (box->known_width == width && is_known(setter, box)) return box->known_height;
    struct flow flow = flow_new(setter, FLOW_WHOLE, 0, FLT_MAX);
    box->known_height = set_whole(&flow, box, 0, width);
    box->known_baseline = box->style->display == DISPLAY_INLINE_BLOCK ? flow.last_baseline : flow.baseline;
    box->known_width = width;
    box->known_pass = setter->pass;
    return box->known_height;
}

void box_draw(struct setter *setter, struct box *box, float x, float y, float width)
{
    struct flow flow = flow_new(setter, FLOW_DRAW, y, FLT_MAX);
    anchors_set(setter, box->place, x, y);
    size_t fragment = setter_box(setter, box->style, x, y);
    float bottom = set_whole(&flow, box, x, width);
    setter_box_size(setter, fragment, width, bottom - y, NULL);
}

static void widen(float *widest, float width)
{
    if (*widest < width) *widest = width;
}

static void extent_of_children(struct setter *setter, struct box *box, float *min, float *max)
{
    for (struct box *child = box->first; child; child = child->next) {
        float least, most;
        box_extent(setter, child, &least, &most);
        float margins = box_margins_across(child->style);
        widen(min, least + margins);
        widen(max, most + margins);
    }
}

static void extent_of_content(struct setter *setter, struct box *box, float *min, float *max)
{
    *min = *max = 0;
    switch (box->holds) {
    case HOLDS_BLOCKS: extent_of_children(setter, box, min, max); break;
    case HOLDS_LINES: text_extent(setter, box, min, max); break;
    case HOLDS_TABLE:
    case HOLDS_GRID: table_extent(setter, box, min, max); break;
    case HOLDS_DRAWING: *min = *max = drawing_width(box, 0); break;
    case HOLDS_NOTHING: break;
    }
    const struct computed *style = box->style;
    if (style->width.unit == LENGTH_POINTS && box->holds != HOLDS_DRAWING) *min = *max = style->width.value;
    widen(min, length_resolve(style->min_width, 0, 0));
    widen(max, *min);
    if (style->max_width.unit == LENGTH_POINTS && *max > style->max_width.value) *max = style->max_width.value;
    if (*min > *max) *min = *max;
}

void box_extent(struct setter *setter, struct box *box, float *min, float *max)
{
    if (box->min_content < 0 || !is_known(setter, box)) {
        float edges = box_edges_across(box->style);
        extent_of_content(setter, box, min, max);
        box->min_content = *min + edges;
        box->max_content = *max + edges;
    }
    *min = box->min_content;
    *max = box->max_content;
}

static float least_of_children(struct setter *setter, struct box *box)
{
    float least = 0;
    for (struct box *child = box->first; child; child = child->next)
        widen(&least, box_least(setter, child) + box_margins_across(child->style));
    return least;
}

float box_least(struct setter *setter, struct box *box)
{
    float min, max, edges = box_edges_across(box->style), least;
    box_extent(setter, box, &min, &max);
    if (box->holds == HOLDS_LINES) least = text_least(setter, box) + edges;
    else if (box->holds == HOLDS_BLOCKS) least = least_of_children(setter, box) + edges;
    else return min;
    return least < min ? least : min;
}

float box_shrink_to_fit(struct setter *setter, struct box *box, float available)
{
    const struct computed *style = box->style;
    float edges = box_edges_across(style), min, max;
    if (box->holds == HOLDS_DRAWING) return drawing_width(box, available) + edges;
    if (style->width.unit == LENGTH_PERCENT)
        return length_resolve(style->width, available, 0) + edges;
    box_extent(setter, box, &min, &max);
    if (available > max) return max;
    return available > min ? available : min;
}
