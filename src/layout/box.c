#include "layout/box.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "layout/list.h"
#include "layout/setter.h"

struct margin margin_of(float value)
{
    return value < 0 ? (struct margin){0, value} : (struct margin){value, 0};
}

struct margin margin_join(struct margin one, struct margin other)
{
    return (struct margin){one.positive > other.positive ? one.positive : other.positive,
                           one.negative < other.negative ? one.negative : other.negative};
}

float margin_value(struct margin margin)
{
    return margin.positive + margin.negative;
}

float box_edge(const struct computed *style, enum side side)
{
    return style->border[side].width + style->padding[side];
}

float box_edges_across(const struct computed *style)
{
    return box_edge(style, SIDE_LEFT) + box_edge(style, SIDE_RIGHT);
}

bool box_shows(const struct computed *style)
{
    if (style->background.alpha) return true;
    for (int side = 0; side < 4; side++) {
        if (style->border[side].width > 0 && style->border[side].colour.alpha) return true;
    }
    return false;
}

float length_resolve(struct length length, float whole, float otherwise)
{
    if (length.unit == LENGTH_POINTS) return length.value;
    if (length.unit == LENGTH_PERCENT) return whole * length.value / 100;
    return otherwise;
}

const struct computed *box_anonymous_style(struct arena *arena, const struct computed *style, enum display display)
{
    struct computed *copy = arena_make(arena, struct computed);
    *copy = *style;
    static const struct length automatic = {LENGTH_AUTO, 0}, none = {LENGTH_POINTS, 0};
    copy->display = display;
    copy->background = (struct colour){0, 0, 0, 0};
    copy->border_radius = 0;
    copy->width = copy->height = copy->min_width = copy->max_width = automatic;
    for (int side = 0; side < 4; side++) {
        copy->margin[side] = none;
        copy->padding[side] = 0;
        copy->border[side] = (struct edge){.width = 0};
    }
    copy->float_side = FLOAT_NONE;
    copy->vertical_align = VERTICAL_BASELINE;
    copy->break_before = copy->break_after = copy->break_inside = BREAK_AUTO;
    copy->page = copy->string_set = NULL;
    copy->grid_column_count = 0;
    copy->gap = 0;
    copy->content = NULL;
    copy->content_count = 0;
    return copy;
}

bool styled_is_drawing(const struct styled *styled)
{
    return node_is(styled->node, "svg") || node_is(styled->node, "img");
}

bool box_is_float(const struct box *box)
{
    return box->style->float_side == FLOAT_LEFT || box->style->float_side == FLOAT_RIGHT;
}

bool box_is_formatting_root(const struct box *box)
{
    enum display display = box->style->display;
    return display == DISPLAY_TABLE_CELL || display == DISPLAY_TABLE_CAPTION || display == DISPLAY_INLINE_BLOCK ||
           box->holds == HOLDS_TABLE || box->holds == HOLDS_GRID || box_is_float(box) || !box->parent ||
           box->parent->holds == HOLDS_GRID;
}

/* ---- what stands in a line and what below each other ---- */

static bool is_skipped(const struct setter *setter, const struct styled *styled)
{
    return styled->style->display == DISPLAY_NONE || notes_find(setter, styled);
}

/* An inline element that holds a block is a block itself. The document bounds the depth. */
bool box_is_block_level(const struct setter *setter, const struct styled *styled)
{
    if (!styled->node->name || is_skipped(setter, styled)) return false;
    if (styled->style->float_side != FLOAT_NONE) return true;
    if (styled->style->display == DISPLAY_INLINE_BLOCK) return false;
    if (styled->style->display != DISPLAY_INLINE) return true;
    if (styled_is_drawing(styled)) return false;
    for (const struct styled *child = styled->first; child; child = child->next) {
        if (box_is_block_level(setter, child)) return true;
    }
    return false;
}

static bool is_blank_text(const struct styled *styled)
{
    if (styled->style->white_space == WHITE_SPACE_PRE) return *styled->node->text == '\0';
    return styled->node->text[strspn(styled->node->text, " \t\n\r\f")] == '\0';
}

/* Whether anything of a run shows; counts the calls in it. */
static bool shows(struct setter *setter, const struct styled *first, const struct styled *end, size_t *call)
{
    bool any = false;
    for (const struct styled *styled = first; styled != end; styled = styled->next) {
        if (!styled->node->name) {
            any = any || !is_blank_text(styled);
            continue;
        }
        if (is_skipped(setter, styled)) continue;
        bool below = !styled_is_drawing(styled) && shows(setter, styled->first, NULL, call);
        if (notes_is_call(setter, styled->node, *call)) (*call)++;
        any = any || below || styled->style->display == DISPLAY_INLINE_BLOCK || styled_is_drawing(styled) ||
              node_is(styled->node, "br") || styled->before || styled->after ||
              box_edges_across(styled->style) > 0;
    }
    return any;
}

/* ---- building ---- */

struct builder {
    struct setter *setter;
    size_t call; /* the number of the next call in document order */
};

static struct box *box_new(struct arena *arena, const struct styled *styled, const struct computed *style)
{
    struct box *box = arena_make(arena, struct box);
    *box = (struct box){.node = styled ? styled->node : NULL,
                        .styled = styled,
                        .style = style,
                        .known_width = -1,
                        .min_content = -1,
                        .max_content = -1};
    return box;
}

static void append(struct box *parent, struct box *child)
{
    child->parent = parent;
    if (parent->last) parent->last->next = child;
    else parent->first = child;
    parent->last = child;
}

static const char *used_page(const struct box *box)
{
    return box->style->page ? box->style->page : box->parent ? box->parent->page : NULL;
}

static bool has_height(const struct box *box)
{
    return box_edge(box->style, SIDE_TOP) + box_edge(box->style, SIDE_BOTTOM) > 0 ||
           length_resolve(box->style->height, 0, 0) > 0;
}

static enum break_rule stronger(enum break_rule one, enum break_rule other)
{
    return one > other ? one : other;
}

/* Margins and breaks of first children go up to the box (CSS 2.1, 8.3.1; CSS Fragmentation 3, 3.1). */
static void take_from_first(struct box *box, bool margins)
{
    bool adjoins = margins && box_edge(box->style, SIDE_TOP) <= 0;
    for (const struct box *child = box->first; child; child = child->next) {
        if (box_is_float(child)) continue;
        if (adjoins) box->above = margin_join(box->above, child->above);
        box->break_before = stronger(box->break_before, child->break_before);
        if (!child->collapses_through) break;
    }
}

static bool all_collapse(const struct box *box)
{
    for (const struct box *child = box->first; child; child = child->next) {
        if (!child->collapses_through) return false;
    }
    return true;
}

static void take_from_last(struct box *box)
{
    enum break_rule rule = BREAK_AUTO;
    for (const struct box *child = box->first; child; child = child->next) {
        if (!box_is_float(child)) rule = child->break_after;
    }
    box->break_after = stronger(box->break_after, rule);
}

/* Whether a break is forced between two of the box's children, or in one of them. */
static bool breaks_inside(const struct box *box)
{
    const struct box *previous = NULL;
    for (const struct box *child = box->first; child; child = child->next) {
        if (child->breaks_inside) return true;
        if (previous && stronger(previous->break_after, child->break_before) >= BREAK_PAGE) return true;
        if (!box_is_float(child)) previous = child;
    }
    return false;
}

static void finish(struct setter *setter, struct box *box)
{
    const struct computed *style = box->style;
    bool flows = box->holds == HOLDS_BLOCKS && !box_is_formatting_root(box);
    float width = setter->page_width;
    box->place = anchors_place(setter, box->node);
    box->above = margin_of(length_resolve(style->margin[SIDE_TOP], width, 0));
    box->break_before = style->break_before;
    box->break_after = style->break_after;
    box->first_page = box->last_page = box->page;
    box->breaks_inside = breaks_inside(box);
    if (box->holds == HOLDS_BLOCKS || box->holds == HOLDS_TABLE) {
        take_from_first(box, flows);
        take_from_last(box);
        if (box->first) box->first_page = box->first->first_page;
        if (box->last) box->last_page = box->last->last_page;
    }
    if (!has_height(box) && (box->holds == HOLDS_NOTHING || (flows && all_collapse(box)))) {
        box->collapses_through = true;
        box->above = margin_join(box->above, margin_of(length_resolve(style->margin[SIDE_BOTTOM], width, 0)));
    }
}

static struct box *build(struct builder *builder, const struct styled *styled, struct box *parent);

static bool has_generated(const struct computed *generated)
{
    return generated && generated->display != DISPLAY_NONE;
}

/* A ::before or ::after that is a block. */
static bool is_generated_block(const struct computed *generated)
{
    return has_generated(generated) && generated->display == DISPLAY_BLOCK;
}

static void set_run(struct builder *builder, struct box *box, struct inline_run run)
{
    box->run = run;
    bool any = shows(builder->setter, run.first, run.end, &builder->call);
    box->holds = any || run.before || run.after ? HOLDS_LINES : HOLDS_NOTHING;
}

static void add_anonymous(struct builder *builder, struct box *parent, struct inline_run run)
{
    struct setter *setter = builder->setter;
    struct box *box = box_new(setter->work, NULL, box_anonymous_style(setter->arena, parent->style, DISPLAY_BLOCK));
    box->calls_from = builder->call;
    set_run(builder, box, run);
    box->calls_to = builder->call;
    if (box->holds == HOLDS_NOTHING) return;
    append(parent, box);
    box->page = used_page(box);
    finish(builder->setter, box);
}

static void add_generated_block(struct builder *builder, struct box *parent, const struct computed *style,
                                bool before)
{
    struct box *box = box_new(builder->setter->work, NULL, style);
    box->calls_from = box->calls_to = builder->call;
    box->run.node = parent->node;
    if (before) box->run.before = style;
    else box->run.after = style;
    box->holds = style->content_count ? HOLDS_LINES : HOLDS_NOTHING;
    append(parent, box);
    box->page = used_page(box);
    finish(builder->setter, box);
}

static const struct styled *run_end(const struct setter *setter, const struct styled *styled)
{
    while (styled && !box_is_block_level(setter, styled)) styled = styled->next;
    return styled;
}

/* Numbers list items: `start` of ol, `value` of li (HTML, 4.4.5). */
static void number_item(struct builder *builder, struct box *item, int *number)
{
    const struct styled *styled = item->styled;
    if (!styled || styled->style->display != DISPLAY_LIST_ITEM) return;
    const char *value = node_get(styled->node, "value");
    if (value) *number = (int)strtol(value, NULL, 10);
    item->marker = list_marker(builder->setter, styled, *number);
    if (item->marker) item->collapses_through = false;
    *number = *number < 1000000 ? *number + 1 : 1;
}

static void build_blocks(struct builder *builder, struct box *box, struct inline_run run)
{
    const struct setter *setter = builder->setter;
    const char *start = node_is(run.node, "ol") ? node_get(run.node, "start") : NULL;
    int number = start ? (int)strtol(start, NULL, 10) : 1;
    const struct computed *before = run.before;
    for (const struct styled *styled = run.first; styled;) {
        if (box_is_block_level(setter, styled)) {
            if (before) add_anonymous(builder, box, (struct inline_run){styled, styled, run.node, before, NULL});
            struct box *child = build(builder, styled, box);
            number_item(builder, child, &number);
            styled = styled->next;
        } else {
            const struct styled *end = run_end(setter, styled);
            add_anonymous(builder, box, (struct inline_run){styled, end, run.node, before, end ? NULL : run.after});
            if (!end) run.after = NULL;
            styled = end;
        }
        before = NULL;
    }
    if (run.after) add_anonymous(builder, box, (struct inline_run){NULL, NULL, run.node, NULL, run.after});
}

/* What a block container holds: all lines, or all blocks. */
static void build_content(struct builder *builder, struct box *box, const struct styled *styled)
{
    struct inline_run run = {.first = styled->first,
                             .node = styled->node,
                             .before = has_generated(styled->before) ? styled->before : NULL,
                             .after = has_generated(styled->after) ? styled->after : NULL};
    bool block_before = is_generated_block(run.before), block_after = is_generated_block(run.after);
    bool grid = box->style->display == DISPLAY_GRID;
    if (!block_before && !block_after && !grid && !run_end(builder->setter, styled->first)) {
        set_run(builder, box, run);
        return;
    }
    box->holds = grid ? HOLDS_GRID : HOLDS_BLOCKS;
    if (block_before) add_generated_block(builder, box, run.before, true), run.before = NULL;
    const struct computed *after = run.after;
    if (block_after) run.after = NULL;
    build_blocks(builder, box, run);
    if (block_after) add_generated_block(builder, box, after, false);
}

static struct box *build(struct builder *builder, const struct styled *styled, struct box *parent)
{
    struct setter *setter = builder->setter;
    const struct computed *style = styled->style;
    if (style->display == DISPLAY_INLINE)
        style = box_anonymous_style(setter->arena, style, DISPLAY_BLOCK);
    struct box *box = box_new(setter->work, styled, style);
    if (parent) append(parent, box);
    box->page = used_page(box);
    box->calls_from = builder->call;
    if (styled_is_drawing(styled)) {
        box->holds = HOLDS_DRAWING;
    } else if (style->display == DISPLAY_TABLE) {
        box->holds = HOLDS_TABLE;
        build_blocks(builder, box, (struct inline_run){.first = styled->first, .node = styled->node});
    } else {
        build_content(builder, box, styled);
    }
    box->calls_to = builder->call;
    finish(setter, box);
    return box;
}

struct box *box_tree(struct setter *setter, const struct styled *root)
{
    struct builder builder = {setter, 0};
    struct box *box = build(&builder, root, NULL);
    struct computed *style = arena_make(setter->arena, struct computed); /* fragments point to it */
    *style = *box->style;
    style->background.alpha = 0; /* it is the page's (CSS 2.1, 14.2) */
    box->style = style;
    return box;
}

struct box *box_apart(struct setter *setter, const struct styled *styled, size_t call)
{
    struct builder builder = {setter, call};
    return build(&builder, styled, NULL);
}

struct box *box_generated(struct setter *setter, const struct computed *style, const struct node *node)
{
    struct box *box = box_new(setter->work, NULL, style);
    box->run = (struct inline_run){.node = node, .before = style};
    box->holds = HOLDS_LINES;
    finish(setter, box);
    return box;
}
