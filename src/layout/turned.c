#include "layout/turned.h"

#include "layout/direction.h"
#include "layout/setter.h"

/* An inline element on the line. */
struct reach {
    struct span *span;
    bool begins, ends;  /* on this line */
    size_t first, last; /* places of its items, from left to right; first > last: none yet */
    float left, right;  /* widths of its edges at both ends, with margins */
    float before, after; /* what elements in it take outside its first and last item */
};

struct arranging {
    struct setter *setter;
    struct places *places;
    float *before, *after; /* room for edges, per place */
    size_t capacity;
};

static const struct item *item_at(const struct places *places, size_t i)
{
    return &places->text->items[places->first + i];
}

/* ---- widths ---- */

static float word_width(const struct places *places, size_t i)
{
    const struct line *line = places->line;
    const struct item *item = item_at(places, i);
    size_t number = places->first + i;
    unsigned from = number == line->start.item ? line->start.glyph : 0;
    unsigned to = number == line->end.item && line->end.glyph ? line->end.glyph : item->word->glyph_count;
    float width = 0;
    for (unsigned glyph = from; glyph < to; glyph++) width += item->word->glyphs[glyph].advance;
    return width;
}

static float width_of(const struct places *places, size_t i, float space, float leader)
{
    const struct item *item = item_at(places, i);
    switch (item->kind) {
    case ITEM_WORD: return word_width(places, i);
    case ITEM_SPACE: return item->width + space;
    case ITEM_LEADER: return item->width + leader;
    case ITEM_OBJECT: return item->width;
    default: return 0;
    }
}

/* The hyphen that ends the line is part of its last word. */
static void add_hyphen(struct places *places)
{
    for (size_t i = places->count; places->line->hyphen && i-- > 0;) {
        const struct item *item = item_at(places, i);
        if (item->kind != ITEM_WORD) continue;
        const struct word *hyphen = item->span->face->hyphen;
        if (hyphen) places->widths[i] += hyphen->width;
        return;
    }
}

/* ---- elements on the line ---- */

static void add_reach(struct arranging *arranging, struct span *span, bool begins)
{
    struct places *places = arranging->places;
    struct reach *reach = arena_make(arranging->setter->work, struct reach);
    *reach = (struct reach){.span = span, .begins = begins, .first = 1};
    span->reach = reach;
    places->reaches = arena_grow(arranging->setter->work, places->reaches, places->reach_count, &arranging->capacity,
                                 sizeof(struct reach *));
    places->reaches[places->reach_count++] = reach;
}

static bool has_edges(const struct item *item)
{
    return item->width < 0 || item->width > 0 || item->span->visible;
}

static void reopen(struct arranging *arranging, struct span *span)
{
    if (!span || !span->parent) return;
    reopen(arranging, span->parent);
    add_reach(arranging, span, false);
}

static void note_edge(const struct item *item, struct reach *reach)
{
    bool turned = item->span->style->direction == DIRECTION_RTL, begins = item->kind == ITEM_OPEN;
    if (begins == turned) reach->right = item->width;
    else reach->left = item->width;
    if (!begins) reach->ends = true;
}

static void reverse(struct places *places)
{
    for (size_t i = 0, j = places->reach_count; i + 1 < j; i++) {
        struct reach *kept = places->reaches[i];
        places->reaches[i] = places->reaches[--j];
        places->reaches[j] = kept;
    }
}

static void find_reaches(struct arranging *arranging)
{
    struct places *places = arranging->places;
    const struct item *first = places->count ? item_at(places, 0) : NULL;
    if (first) reopen(arranging, first->kind == ITEM_OPEN ? first->span->parent : first->span);
    for (size_t i = 0; i < places->count; i++) {
        const struct item *item = item_at(places, i);
        if (item->kind == ITEM_OPEN && has_edges(item)) add_reach(arranging, item->span, true);
        bool edge = (item->kind == ITEM_OPEN || item->kind == ITEM_CLOSE) && item->span->reach;
        if (edge) note_edge(item, item->span->reach);
    }
    reverse(places);
}

static void widen(struct reach *reach, size_t place)
{
    bool none = reach->first > reach->last;
    if (none || place < reach->first) reach->first = place;
    if (none || place > reach->last) reach->last = place;
}

static void measure_reaches(struct arranging *arranging)
{
    const struct places *places = arranging->places;
    if (places->reach_count == 0) return;
    for (size_t place = 0; place < places->count; place++) {
        struct span *span = item_at(places, places->order[place])->span;
        for (; span; span = span->parent) {
            if (span->reach) widen(span->reach, place);
        }
    }
}

/* Outside its first and last item an element takes the room of its edges, and around those of the elements in it. */
static void reserve_edges(struct arranging *arranging)
{
    const struct places *places = arranging->places;
    for (size_t i = 0; i < places->reach_count; i++) {
        struct reach *reach = places->reaches[i];
        if (reach->first > reach->last) continue;
        reach->before = arranging->before[reach->first];
        reach->after = arranging->after[reach->last];
        arranging->before[reach->first] += reach->left;
        arranging->after[reach->last] += reach->right;
    }
}

/* ---- all items ---- */

static void find_order(struct arranging *arranging)
{
    const struct places *places = arranging->places;
    unsigned char *levels = arena_array(arranging->setter->work, places->count, sizeof *levels);
    for (size_t i = 0; i < places->count; i++) levels[i] = item_at(places, i)->level;
    size_t *order = arena_array(arranging->setter->work, places->count, sizeof *order);
    direction_order(levels, places->count, order);
    arranging->places->order = order;
}

struct places *turned_places(struct setter *setter, const struct text *text, const struct line *line, float x, float space,
                             float leader)
{
    struct places *places = arena_make(setter->work, struct places);
    size_t first = line->start.item, count = line_end(line) - first;
    *places = (struct places){.text = text, .line = line, .first = first, .count = count};
    struct arranging arranging = {.setter = setter, .places = places};
    places->x = arena_array(setter->work, count, sizeof *places->x);
    places->widths = arena_array(setter->work, count, sizeof *places->widths);
    arranging.before = arena_array(setter->work, count, sizeof *arranging.before);
    arranging.after = arena_array(setter->work, count, sizeof *arranging.after);
    for (size_t i = 0; i < count; i++) places->widths[i] = width_of(places, i, space, leader);
    add_hyphen(places);
    find_order(&arranging);
    find_reaches(&arranging);
    measure_reaches(&arranging);
    reserve_edges(&arranging);
    for (size_t place = 0; place < count; place++) {
        size_t i = places->order[place];
        places->x[i] = x += arranging.before[place];
        x += places->widths[i] + arranging.after[place];
    }
    for (size_t i = 0; i < places->reach_count; i++) places->reaches[i]->span->reach = NULL;
    return places;
}

/* ---- boxes ---- */

static bool is_in(const struct item *item, const struct span *element)
{
    const struct span *span = item->span;
    while (span && span != element) span = span->parent;
    return span;
}

struct piece {
    float left, right;
    bool any, first, last;
};

static void draw_piece(struct setter *setter, const struct reach *reach, struct piece piece, float baseline)
{
    const struct span *span = reach->span;
    const struct computed *style = span->style;
    bool turned = style->direction == DIRECTION_RTL;
    bool left = piece.first && (turned ? reach->ends : reach->begins);
    bool right = piece.last && (turned ? reach->begins : reach->ends);
    float top = baseline + span->shift - span->ascent - box_edge(style, SIDE_TOP);
    float height = span->ascent + span->descent + box_edge(style, SIDE_TOP) + box_edge(style, SIDE_BOTTOM);
    if (piece.first) piece.left -= reach->before;
    if (piece.last) piece.right += reach->after;
    if (left) piece.left -= box_edge(style, SIDE_LEFT);
    if (right) piece.right += box_edge(style, SIDE_RIGHT);
    size_t fragment = setter_box(setter, style, piece.left, top);
    setter_box_size(setter, fragment, piece.right - piece.left, height, (bool[4]){true, right, true, left});
}

/* From left to right: what stands between two items of the element and is not its own parts its box. */
static void draw_reach(struct setter *setter, const struct places *places, const struct reach *reach,
                       float baseline)
{
    struct piece piece = {.any = false, .first = true};
    for (size_t place = reach->first; place <= reach->last; place++) {
        size_t i = places->order[place];
        bool own = is_in(item_at(places, i), reach->span);
        if (!own && piece.any) {
            draw_piece(setter, reach, piece, baseline);
            piece = (struct piece){.any = false};
        }
        if (!own) continue;
        if (!piece.any) piece.left = places->x[i];
        piece.any = true;
        piece.right = places->x[i] + places->widths[i];
    }
    piece.last = true;
    if (piece.any) draw_piece(setter, reach, piece, baseline);
}

void turned_boxes(struct setter *setter, const struct places *places, float baseline)
{
    for (size_t i = places->reach_count; i-- > 0;) {
        const struct reach *reach = places->reaches[i];
        if (reach->span->visible && reach->first <= reach->last)
            draw_reach(setter, places, reach, baseline);
    }
}
