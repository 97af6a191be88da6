/* Blocks below each other. */
#include "layout/float.h"
#include "layout/geometry.h"
#include "layout/list.h"
#include "layout/setter.h"

/* ---- boxes without height ---- */

static void collapse_through(struct flow *flow, struct box *box, float x)
{
    if (!flow->skip_above) flow->margin = margin_join(flow->margin, box->above);
    if (flow->mode != FLOW_DRAW || !box->node) return;
    float y = flow->y + (flow->trim ? 0 : margin_value(flow->margin));
    anchors_set_below(flow->setter, box->node, x, y);
}

/* ---- one box ---- */

struct opened {
    struct geometry geometry;
    float top;       /* of the border box on this page */
    float content;   /* top of the content */
    float reserve;   /* what the box added to the flow's */
    size_t fragment; /* its box fragment */
};

static void announce(struct flow *flow, struct box *box, const struct opened *opened)
{
    struct setter *setter = flow->setter;
    anchors_set(setter, box->place, opened->geometry.x, opened->top);
    if (box->style->string_set) strings_set(setter, box->style->string_set, box->node);
}

static bool passes_margins(const struct box *box)
{
    return box->holds == HOLDS_BLOCKS && !box_is_formatting_root(box) && box_edge(box->style, SIDE_TOP) <= 0;
}

static struct opened open_box(struct flow *flow, struct box *box, struct part part, struct area area)
{
    bool begins = !part.from;
    if (begins && !flow->skip_above) flow->margin = margin_join(flow->margin, box->above);
    flow->skip_above = false;
    struct opened opened = {.geometry = geometry_of(flow->setter, box, area), .top = flow_settle(flow)};
    if (flow->mode == FLOW_DRAW) {
        if (begins) announce(flow, box, &opened);
        opened.fragment = setter_box(flow->setter, box->style, opened.geometry.x, opened.top);
    }
    flow->y += box_top_edge(box, begins);
    opened.content = flow->y;
    flow->skip_above = begins && passes_margins(box);
    opened.reserve = box_shows(box->style) ? box_edge(box->style, SIDE_BOTTOM) : 0;
    flow->reserve += opened.reserve;
    return opened;
}

/* The end of a box that ends on this page. */
static bool end_box(struct flow *flow, struct box *box, const struct opened *opened, bool begins)
{
    float edge = box_edge(box->style, SIDE_BOTTOM), height = length_resolve(box->style->height, 0, 0);
    bool sized = height > 0 && begins && box->holds != HOLDS_DRAWING;
    flow->skip_above = false;
    if (edge > 0 || sized || box_is_formatting_root(box)) flow_settle(flow);
    if (sized && flow->y < opened->content + height) flow->y = opened->content + height;
    flow->y += edge;
    flow->reserve -= opened->reserve;
    if (flow->y > opened->top) flow->placed = true, flow->trim = false;
    bool checked = sized || box->holds == HOLDS_NOTHING;
    if (checked && !flow_fits(flow, flow->y)) {
        if (!flow_force(flow)) return false;
        if (flow->y - opened->top > flow->setter->page_room) setter_tell_overflow(flow->setter, box);
    }
    return true;
}

static bool close_box(struct flow *flow, struct box *box, struct part part, const struct opened *opened, bool ended)
{
    bool more = ended;
    if (ended) {
        more = end_box(flow, box, opened, !part.from);
    } else {
        flow->y += box_bottom_edge(box, false);
        flow->reserve -= opened->reserve;
        flow->margin = (struct margin){0, 0};
    }
    bool edges[4] = {!part.from, true, ended, true};
    setter_box_size(flow->setter, opened->fragment, opened->geometry.width, flow->y - opened->top, edges);
    float below = length_resolve(box->style->margin[SIDE_BOTTOM], area_basis(flow->setter), 0);
    if (ended) flow->margin = margin_join(flow->margin, margin_of(below));
    return more;
}

/* A marker whose item has no line stands where its first line would. */
static void leave_item(struct flow *flow, struct box *box, float y)
{
    if (!flow->markers || flow->markers->item != box) return;
    const struct face *face = lexicon_face(flow->setter, box->style);
    float leading = box->style->line_height - face->ascent - face->descent;
    list_draw_markers(flow, y + leading / 2 + face->ascent);
    if (flow->y < y + box->style->line_height) flow->y = y + box->style->line_height;
}

bool place_box(struct flow *flow, struct box *box, struct part part, struct area area)
{
    if (box_is_float(box) && !float_is_block(flow, box, area)) return place_float(flow, box, area);
    if (box->collapses_through && !part.from) {
        collapse_through(flow, box, area.x);
        return true;
    }
    struct opened opened = open_box(flow, box, part, area);
    bool marked = box->marker && !part.from;
    if (marked) list_wait(flow, box, opened.geometry.content);
    bool more = place_content(flow, box, part, opened.geometry.content);
    if (marked) leave_item(flow, box, opened.content);
    return close_box(flow, box, part, &opened, more) && more;
}

/* ---- what a box holds ---- */

static struct part part_of_child(struct part part, const struct box *child)
{
    struct part inner = {NULL, NULL};
    if (part.from && part.from->child == child) inner.from = part.from->inner;
    if (part.stop && part.stop->child == child) inner.stop = part.stop->inner;
    return inner;
}

static bool place_children(struct flow *flow, struct box *box, struct part part, struct area area)
{
    struct level level = {.outer = flow->level, .box = box};
    level.avoid = box->style->break_inside == BREAK_AVOID || (flow->level && flow->level->avoid);
    flow->level = &level;
    const struct box *previous = NULL;
    bool more = true;
    for (const struct box *child = part.from ? part.from->child : box->first; child && more; child = child->next) {
        level.child = child;
        struct resume here = {.child = child};
        bool stops = part.stop && part.stop->child == child;
        if (stops && !part.stop->inner) more = false;
        else if (previous && !flow_offer_between(flow, previous, child, here, 0)) more = false;
        else more = place_box(flow, (struct box *)child, part_of_child(part, child), area);
        if (!box_is_float(child)) previous = child;
    }
    flow->level = level.outer;
    return more;
}

bool place_content(struct flow *flow, struct box *box, struct part part, struct area area)
{
    switch (box->holds) {
    case HOLDS_BLOCKS: return place_children(flow, box, part, area);
    case HOLDS_LINES: return place_lines(flow, box, part, area);
    case HOLDS_TABLE:
    case HOLDS_GRID: return place_rows(flow, box, part, area);
    case HOLDS_DRAWING: return place_drawing(flow, box, area);
    case HOLDS_NOTHING: break;
    }
    return true;
}

/* ---- lines ---- */

static float line_penalty(const struct box *box, size_t first, size_t index)
{
    const struct text *text = box->text;
    float penalty = text->lines[index - 1].hyphen ? penalty_hyphen : 0;
    if (index - first < (size_t)(box->style->orphans > 0 ? box->style->orphans : 1)) penalty += penalty_lines;
    if (text->line_count - index < (size_t)(box->style->widows > 0 ? box->style->widows : 1)) penalty += penalty_lines;
    return penalty;
}

static bool admit_line(struct flow *flow, struct box *box, const struct line *line)
{
    size_t from, to;
    line_calls(box->text, line, &from, &to);
    float y = flow->y + line->height;
    if (notes_admit(flow, from, to, y, false)) return true;
    if (!flow_force(flow)) return false;
    if (line->height > flow->setter->page_room) setter_tell_overflow(flow->setter, box);
    notes_admit(flow, from, to, y, true);
    return true;
}

static bool set_line(struct flow *flow, struct box *box, size_t index, float x)
{
    const struct line *line = &box->text->lines[index];
    if (flow->mode == FLOW_CUT && !admit_line(flow, box, line)) return false;
    float baseline = flow->y + line->ascent;
    list_draw_markers(flow, baseline);
    if (flow->mode == FLOW_DRAW) {
        flow->setter->blank = false;
        line_draw(flow->setter, box, index, x, flow->y);
    }
    if (flow->baseline < 0) flow->baseline = baseline;
    flow->last_baseline = baseline;
    flow->y += line->height;
    flow->placed = true;
    flow->trim = false;
    return !flow_is_past(flow);
}

static bool offer_line(struct flow *flow, const struct box *box, size_t first, size_t index)
{
    if (index == first || flow->mode != FLOW_CUT) return true;
    return flow_offer(flow, (struct resume){.index = index}, line_penalty(box, first, index));
}

bool place_lines(struct flow *flow, struct box *box, struct part part, struct area area)
{
    struct level level = {.outer = flow->level, .box = box};
    level.avoid = box->style->break_inside == BREAK_AVOID || (flow->level && flow->level->avoid);
    flow->level = &level;
    flow_settle(flow);
    if (!part.from) break_beside_floats(flow, box, area);
    const struct text *text = box->text;
    size_t first = part.from ? part.from->index : 0;
    size_t end = part.stop ? part.stop->index : text->line_count;
    bool more = true;
    for (size_t i = first; i < end && more; i++)
        more = offer_line(flow, box, first, i) && set_line(flow, box, i, area.x);
    flow->level = level.outer;
    return more && !part.stop;
}
