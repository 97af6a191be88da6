#include "layout/footnote.h"

#include <string.h>

#include "layout/geometry.h"
#include "layout/setter.h"

/* A note that does not fit is split only when it is long, and only when some lines of it stay with its call. */
static const float long_note = 0.25F;    /* of the page */
static const float most_of_page = 0.5F; /* that a split note may take, and notes of earlier pages */
static const float least_split_lines = 3.2F;

/* ---- collecting ---- */

/* Only what a link can lead to is called as a note. */
static bool is_note(const struct setter *setter, const struct styled *styled)
{
    const struct computed *style = styled->style;
    return styled->node->name && style->float_side == FLOAT_FOOTNOTE && style->display != DISPLAY_NONE &&
           anchors_place(setter, styled->node) > 0;
}

static void collect_notes(struct setter *setter, const struct styled *root)
{
    struct notes *notes = &setter->notes;
    for (const struct styled *styled = root; styled;) {
        bool shown = styled->style->display != DISPLAY_NONE, note = shown && is_note(setter, styled);
        if (note) {
            notes->items = arena_grow(setter->work, notes->items, notes->count, &notes->capacity, sizeof *notes->items);
            notes->items[notes->count++] = (struct note){.styled = styled};
            setter->anchors.items[anchors_place(setter, styled->node) - 1].note = notes->count;
        }
        styled = styled_walk(styled, root, shown && !note);
    }
}

/* Only a link that stands in a line calls its note to a page's foot. */
static void add_call(struct setter *setter, const struct styled *styled)
{
    struct notes *notes = &setter->notes;
    const struct node *node = styled->node;
    const char *href = node_is(node, "a") && node_has_class(node, "footnote-call") ? node_get(node, "href") : NULL;
    size_t place = href && *href == '#' ? anchors_find_id(setter, href + 1) : 0;
    size_t number = place ? setter->anchors.items[place - 1].note : 0;
    if (!number || notes->items[number - 1].call || box_is_block_level(setter, styled)) return;
    struct note *note = &notes->items[number - 1];
    note->call = node;
    notes->calls =
        arena_grow(setter->work, notes->calls, notes->call_count, &notes->call_capacity, sizeof(struct note *));
    notes->calls[notes->call_count++] = note;
}

void notes_collect(struct setter *setter, const struct styled *root)
{
    collect_notes(setter, root);
    for (const struct styled *styled = root; setter->notes.count && styled;) {
        bool entered = styled->style->display != DISPLAY_NONE && !is_note(setter, styled) && !styled_is_drawing(styled);
        if (entered && styled->node->name) add_call(setter, styled);
        styled = styled_walk(styled, root, entered);
    }
}

const struct note *notes_find(const struct setter *setter, const struct styled *styled)
{
    if (!is_note(setter, styled)) return NULL;
    size_t place = anchors_place(setter, styled->node);
    size_t number = place ? setter->anchors.items[place - 1].note : 0;
    return number && setter->notes.items[number - 1].call ? &setter->notes.items[number - 1] : NULL;
}

bool notes_is_call(const struct setter *setter, const struct node *node, size_t call)
{
    return call < setter->notes.call_count && setter->notes.calls[call]->call == node;
}

/* ---- room ---- */

static float overhead(const struct setter *setter)
{
    const struct computed *area = setter->notes.area;
    return length_resolve(area->margin[SIDE_TOP], 0, 0) + box_edge(area, SIDE_TOP) + box_edge(area, SIDE_BOTTOM);
}

static struct box *note_box(struct setter *setter, struct note *note)
{
    if (!note->box) note->box = box_apart(setter, note->styled, setter->notes.call_count);
    return note->box;
}

/* The height of what is still to be set of these notes; more than a page is more than a page. */
static float height_of(struct setter *setter, const struct set_note *set, size_t count)
{
    struct flow flow = flow_new(setter, FLOW_WHOLE, 0, setter->page_room);
    struct area area = {0, setter->notes.width};
    for (size_t i = 0; i < count && !flow_is_past(&flow); i++)
        place_box(&flow, note_box(setter, set[i].note), (struct part){set[i].from, NULL}, area);
    return flow.y;
}

static float height_of_calls(struct setter *setter, size_t from, size_t to)
{
    float height = 0;
    for (size_t call = from; call < to; call++) {
        struct box *box = note_box(setter, setter->notes.calls[call]);
        struct geometry geometry = geometry_of(setter, box, (struct area){0, setter->notes.width});
        height += box_height(setter, box, geometry.width) + margin_value(box->above);
        height += length_resolve(box->style->margin[SIDE_BOTTOM], 0, 0);
    }
    return height;
}

/* The least that of a split note must stay on the page of its call. */
static float least_split(const struct setter *setter, size_t call)
{
    return overhead(setter) + least_split_lines * setter->notes.calls[call]->styled->style->line_height;
}

bool notes_admit(struct flow *flow, size_t from, size_t to, float y, bool force)
{
    struct setter *setter = flow->setter;
    if (flow->mode != FLOW_CUT) return true;
    if (from >= to) return force || flow_fits(flow, y);
    struct notes *notes = &setter->notes;
    float needed = height_of_calls(setter, from, to);
    if (notes->reserved <= 0) needed += overhead(setter);
    if (flow_fits(flow, y + needed)) {
        notes->reserved += needed;
        return true;
    }
    float room = flow->limit - flow->reserve - notes->reserved - y, least = least_split(setter, from);
    bool split = needed > long_note * setter->page_room && room > least;
    if (!split && !force) return false;
    float most = most_of_page * setter->page_room, taken = most > least ? most : least;
    if (taken > room) taken = room;
    if (taken > 0) notes->reserved += taken < needed ? taken : needed;
    return true;
}

void notes_add(struct setter *setter, size_t call)
{
    struct notes *notes = &setter->notes;
    if (setter->artifact) return;
    notes->set = arena_grow(setter->work, notes->set, notes->set_count, &notes->set_capacity, sizeof *notes->set);
    notes->set[notes->set_count++] = (struct set_note){notes->calls[call], NULL};
}

/* ---- pages ---- */

void notes_begin_pass(struct setter *setter)
{
    setter->notes.set_count = 0;
    setter->notes.reserved = 0;
}

bool notes_are_left(const struct setter *setter)
{
    return setter->notes.set_count > 0;
}

void notes_begin_page(struct setter *setter, const struct computed *area, float width)
{
    struct notes *notes = &setter->notes;
    notes->area = area;
    notes->width = width;
    notes->reserved = 0;
    notes->left = notes->set_count;
    if (notes->set_count == 0) return;
    float needed = height_of(setter, notes->set, notes->set_count) + overhead(setter);
    float most = most_of_page * setter->page_room;
    notes->reserved = needed < most ? needed : most;
}

static void draw_rule(struct setter *setter, float x, float y, float height)
{
    const struct computed *area = setter->notes.area;
    float width = length_resolve(area->width, setter->notes.width, setter->notes.width);
    size_t fragment = setter_box(setter, area, x, y);
    setter_box_size(setter, fragment, width, height, NULL);
}

/* Draws one note as far as there is room; gives where it goes on, `found` false: it is complete. */
static struct cut draw_note(struct flow *flow, struct set_note set, struct area area, bool must)
{
    struct box *box = note_box(flow->setter, set.note);
    struct flow look = *flow;
    look.mode = FLOW_CUT;
    look.must = must;
    bool fits = place_box(&look, box, (struct part){set.from, NULL}, area);
    struct cut cut = {.found = false};
    if (!fits) cut = look.best;
    if (!fits && !cut.found) return (struct cut){.found = true, .at = set.from}; /* not one line fits */
    place_box(flow, box, (struct part){set.from, cut.at}, area);
    return cut;
}

/* The notes that were not finished move to the front. */
static void keep_left(struct notes *notes, size_t drawn, const struct resume *at)
{
    size_t left = notes->set_count - drawn;
    memmove(notes->set, notes->set + drawn, left * sizeof *notes->set);
    if (left) notes->set[0].from = at;
    notes->set_count = left;
}

/* What was left of an earlier page must go on here, whether it fits or not. */
static void draw_notes(struct flow *flow, struct area area)
{
    struct notes *notes = &flow->setter->notes;
    struct cut cut = {.found = false};
    size_t drawn = 0;
    for (; drawn < notes->set_count && !cut.found; drawn += !cut.found)
        cut = draw_note(flow, notes->set[drawn], area, drawn == 0 && notes->left > 0);
    keep_left(notes, drawn, cut.at);
}

void notes_draw(struct setter *setter, float x, float top, float bottom)
{
    struct notes *notes = &setter->notes;
    notes->reserved = 0;
    if (notes->set_count == 0) return;
    float height = height_of(setter, notes->set, notes->set_count), above = overhead(setter);
    float start = bottom - height - above;
    if (start < top) start = top;
    if (start > bottom - above) start = bottom - above;
    float margin = length_resolve(notes->area->margin[SIDE_TOP], 0, 0);
    draw_rule(setter, x, start + margin, bottom - start - margin);
    struct flow flow = flow_new(setter, FLOW_DRAW, start + margin + box_edge(notes->area, SIDE_TOP),
                                bottom - box_edge(notes->area, SIDE_BOTTOM));
    flow.inner = true;
    flow.trim = notes->set[0].from != NULL;
    draw_notes(&flow, (struct area){x + box_edge(notes->area, SIDE_LEFT), notes->width});
}
