#include "layout/geometry.h"

#include "layout/drawing.h"
#include "layout/setter.h"
#include "layout/table.h"

float box_top_edge(const struct box *box, bool begins)
{
    if (begins) return box_edge(box->style, SIDE_TOP);
    return box_shows(box->style) ? box->style->padding[SIDE_TOP] : 0;
}

float box_bottom_edge(const struct box *box, bool ends)
{
    if (ends) return box_edge(box->style, SIDE_BOTTOM);
    return box_shows(box->style) ? box->style->padding[SIDE_BOTTOM] : 0;
}

float area_basis(const struct setter *setter)
{
    return setter->page_width;
}

float box_margins_across(const struct computed *style)
{
    return length_resolve(style->margin[SIDE_LEFT], 0, 0) + length_resolve(style->margin[SIDE_RIGHT], 0, 0);
}

static float at_least_zero(float value)
{
    return value > 0 ? value : 0;
}

static float clamp(const struct computed *style, float width, float whole)
{
    float most = length_resolve(style->max_width, whole, width), least = length_resolve(style->min_width, whole, 0);
    if (width > most) width = most;
    return width < least ? least : width;
}

/* The width of the border box; a table's own width counts with its edges. */
static float used_width(struct setter *setter, struct box *box, float whole, float room)
{
    const struct computed *style = box->style;
    float edges = box_edges_across(style);
    if (box->holds == HOLDS_DRAWING) return drawing_width(box, whole) + edges;
    if (box->holds == HOLDS_TABLE) return clamp(style, table_used_width(setter, box, whole, room), whole);
    float width = length_resolve(style->width, whole, room - edges);
    return at_least_zero(clamp(style, width, whole)) + edges;
}

struct geometry geometry_of(struct setter *setter, struct box *box, struct area area)
{
    const struct computed *style = box->style;
    struct length left = style->margin[SIDE_LEFT], right = style->margin[SIDE_RIGHT];
    float before = length_resolve(left, area.width, 0), after = length_resolve(right, area.width, 0);
    float room = at_least_zero(area.width - before - after);
    struct geometry geometry = {.width = used_width(setter, box, area.width, room)};
    float rest = at_least_zero(room - geometry.width);
    bool from_right = box->parent && box->parent->style->direction == DIRECTION_RTL && right.unit != LENGTH_AUTO;
    if (left.unit == LENGTH_AUTO) before = right.unit == LENGTH_AUTO ? rest / 2 : rest;
    else if (from_right) before += rest;
    geometry.x = area.x + before;
    geometry.content.x = geometry.x + box_edge(style, SIDE_LEFT);
    geometry.content.width = at_least_zero(geometry.width - box_edges_across(style));
    return geometry;
}
