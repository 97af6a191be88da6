/* Lines: broken, measured, drawn. */
#include <string.h>

#include "layout/decoration.h"
#include "layout/direction.h"
#include "layout/geometry.h"
#include "layout/setter.h"
#include "layout/turned.h"

/* ---- breaking ---- */

/* Inline-blocks that are wider than the line shrink as far as their words allow. */
static void fit_objects(struct setter *setter, struct text *text, float width)
{
    for (size_t i = 0; i < text->count; i++) {
        struct item *item = &text->items[i];
        if (item->kind != ITEM_OBJECT) continue;
        float margins = box_margins_across(item->object->style);
        item->width = box_shrink_to_fit(setter, item->object, width - margins) + margins;
        if (item->width < 0) item->width = 0;
    }
    text_sum_widths(text);
}

/* Of anonymous boxes only the first in its element has an indent (CSS 2.2, 16.1). */
static float indent_of(const struct box *box)
{
    bool first = box->node || (box->parent && box->parent->node && box->parent->first == box);
    return first ? box->style->text_indent : 0;
}

void text_break(struct setter *setter, struct box *box, float width, const struct insets *insets)
{
    struct text *text = text_of(setter, box);
    if (text->width == width && !insets->count && !text->inset) return;
    if (text->has_objects) fit_objects(setter, text, width);
    struct paragraph paragraph = {.text = text,
                                  .style = box->style,
                                  .width = width,
                                  .indent = indent_of(box),
                                  .balance = box->node && node_heading_level(box->node) > 0,
                                  .insets = insets->items,
                                  .inset_count = insets->count};
    text->lines = paragraph_break(setter, &paragraph, &text->line_count);
    text->width = width;
    text->inset = insets->count > 0;
    text->height = 0;
    for (size_t i = 0; i < text->line_count; i++) {
        line_measure(setter, text, &text->lines[i]);
        text->height += text->lines[i].height;
    }
}

struct extent {
    float min, max, word, line; /* word and line: of what has come since the last opportunity / forced break */
};

static void end_word(struct extent *extent)
{
    if (extent->word > extent->min) extent->min = extent->word;
    extent->word = 0;
}

static void end_line(struct extent *extent)
{
    end_word(extent);
    if (extent->line > extent->max) extent->max = extent->line;
    extent->line = 0;
}

static void extend(struct setter *setter, struct extent *extent, const struct item *item)
{
    float min = item->width, max = item->width;
    if (item->kind == ITEM_OBJECT) {
        box_extent(setter, item->object, &min, &max);
        min += box_margins_across(item->object->style);
        max += box_margins_across(item->object->style);
    }
    extent->line += max;
    if (item->kind == ITEM_SPACE && item->after != OPPORTUNITY_NONE) {
        end_word(extent);
        return;
    }
    extent->word += min;
    if (item->after == OPPORTUNITY_BREAK) end_word(extent);
    if (item->kind == ITEM_NEWLINE) end_line(extent);
}

void text_extent(struct setter *setter, struct box *box, float *min, float *max)
{
    const struct text *text = text_of(setter, box);
    struct extent extent = {.word = indent_of(box), .line = indent_of(box)};
    for (size_t i = 0; i < text->count; i++) extend(setter, &extent, &text->items[i]);
    end_line(&extent);
    *min = extent.min;
    *max = extent.max;
}

/* The parts of a word between the places where it may be hyphenated. */
static void extend_parts(struct setter *setter, struct extent *extent, const struct item *item)
{
    const struct word *hyphen = item->span->face->hyphen;
    float before = 0;
    lexicon_hyphenate(setter, item->word);
    for (unsigned i = 0; i < item->word->point_count; i++) {
        extent->word += item->word->points[i].before - before + (hyphen ? hyphen->width : 0);
        end_word(extent);
        before = item->word->points[i].before;
    }
    extent->word += item->width - before;
    if (item->after == OPPORTUNITY_BREAK) end_word(extent);
}

float text_least(struct setter *setter, struct box *box)
{
    const struct text *text = text_of(setter, box);
    struct extent extent = {.word = box->style->text_indent};
    for (size_t i = 0; i < text->count; i++) {
        const struct item *item = &text->items[i];
        if (item->kind == ITEM_WORD && item->hyphenate) extend_parts(setter, &extent, item);
        else extend(setter, &extent, item);
    }
    end_word(&extent);
    return extent.min;
}

/* ---- measuring ---- */

size_t line_end(const struct line *line)
{
    return line->end.glyph ? line->end.item + 1 : line->end.item;
}

void line_calls(const struct text *text, const struct line *line, size_t *from, size_t *to)
{
    *from = *to = 0;
    for (size_t i = line->start.item, end = line_end(line); text->has_calls && i < end; i++) {
        const struct item *item = &text->items[i];
        size_t first = 0, last = 0;
        if (item->kind == ITEM_CALL) first = item->call, last = item->call + 1;
        if (item->kind == ITEM_OBJECT) first = item->object->calls_from, last = item->object->calls_to;
        if (first == last) continue;
        if (*from == *to) *from = first;
        *to = last;
    }
}

struct object_place {
    float top, height; /* of the margin box, from the baseline */
    float width;       /* of the border box */
};

static struct object_place place_object(struct setter *setter, const struct text *text, const struct item *item)
{
    struct box *object = item->object;
    const struct computed *style = object->style;
    const struct span *span = item->span, *root = text->root;
    float above = length_resolve(style->margin[SIDE_TOP], 0, 0);
    float below = length_resolve(style->margin[SIDE_BOTTOM], 0, 0);
    struct object_place place = {.width = item->width - box_margins_across(style)};
    float height = box_height(setter, object, place.width);
    float baseline = object->known_baseline < 0 ? height + below : object->known_baseline;
    place.height = height + above + below;
    place.top = span->shift - baseline - above;
    const struct font *font = span->face->shaping.font;
    switch (style->vertical_align) {
    case VERTICAL_MIDDLE:
        place.top = -place.height / 2;
        if (font) place.top -= font_metrics(font)->x_height * span->face->shaping.size / 2000;
        break;
    case VERTICAL_TOP: place.top = -root->above; break;
    case VERTICAL_BOTTOM: place.top = root->below - place.height; break;
    case VERTICAL_SUPER: place.top -= span->style->font_size / 3; break;
    case VERTICAL_SUB: place.top += span->style->font_size / 6; break;
    case VERTICAL_BASELINE: break;
    }
    return place;
}

static float larger(float one, float other)
{
    return one > other ? one : other;
}

void line_measure(struct setter *setter, const struct text *text, struct line *line)
{
    float above = text->root->above, below = text->root->below;
    const struct span *last = text->root;
    for (size_t i = line->start.item, end = line_end(line); i < end; i++) {
        const struct item *item = &text->items[i];
        if (item->kind == ITEM_OBJECT) {
            struct object_place place = place_object(setter, text, item);
            above = larger(above, -place.top);
            below = larger(below, place.top + place.height);
        } else if (item->span != last && item->kind != ITEM_OPEN && item->kind != ITEM_CLOSE) {
            last = item->span;
            above = larger(above, last->above);
            below = larger(below, last->below);
        }
    }
    line->ascent = above;
    line->height = above + below > 0 ? above + below : 0;
}

/* ---- drawing ---- */

/* Between text and the dots of a leader, in shares of the font size. */
static const float leader_gap = 0.25F;
enum { MOST_DOTS = 2000 };

struct drawing {
    struct setter *setter;
    const struct text *text;
    const struct line *line;
    const struct places *places; /* of the items of a line that runs both ways; NULL: each follows the one before */
    struct pen pen;
    const struct span *span; /* of what the pen writes */
    float x, baseline, right;
    float space;  /* added to every space */
    float leader; /* added to every leader */
    size_t last_text; /* number plus 1 of the line's last text fragment */
};

static void lift_pen(struct drawing *drawing)
{
    if (!drawing->span) return;
    struct page *page = setter_page(drawing->setter);
    size_t before = page->fragment_count;
    pen_end(&drawing->pen);
    if (page->fragment_count > before) drawing->last_text = page->fragment_count;
    drawing->span = NULL;
}

static void begin_box(struct drawing *drawing, struct span *span, bool first)
{
    const struct computed *style = span->style;
    float top = drawing->baseline + span->shift - span->ascent - box_edge(style, SIDE_TOP);
    float height = span->ascent + span->descent + box_edge(style, SIDE_TOP) + box_edge(style, SIDE_BOTTOM);
    span->fragment = setter_box(drawing->setter, style, drawing->x, top);
    setter_box_size(drawing->setter, span->fragment, 0, height, (bool[4]){true, false, true, first});
}

static void end_box(struct drawing *drawing, struct span *span, bool last)
{
    setter_box_end(drawing->setter, span->fragment, drawing->x, last);
    span->fragment = 0;
}

/* Elements that go on from the line before; the outermost first. */
static void reopen(struct drawing *drawing, struct span *span)
{
    if (!span || !span->parent || drawing->places) return;
    reopen(drawing, span->parent);
    if (span->visible) begin_box(drawing, span, false);
}

static void close_all(struct drawing *drawing, struct span *span)
{
    for (; span && span->parent; span = span->parent) {
        if (span->fragment) end_box(drawing, span, false);
    }
}

static void open_element(struct drawing *drawing, const struct item *item)
{
    struct span *span = item->span;
    lift_pen(drawing);
    float margin = length_resolve(span->style->margin[SIDE_LEFT], 0, 0);
    if (span->visible && !drawing->places) {
        drawing->x += margin;
        begin_box(drawing, span, true);
        drawing->x -= margin;
    }
    anchors_set(drawing->setter, span->place, drawing->x, drawing->baseline - drawing->line->ascent);
    if (span->string) strings_set(drawing->setter, span->string, span->node);
    drawing->x += item->width;
}

static void close_element(struct drawing *drawing, const struct item *item)
{
    struct span *span = item->span;
    lift_pen(drawing);
    float margin = length_resolve(span->style->margin[SIDE_RIGHT], 0, 0);
    drawing->x += item->width - margin;
    if (span->fragment) end_box(drawing, span, true);
    drawing->x += margin;
}

static void take_pen(struct drawing *drawing, const struct item *item)
{
    if (drawing->span == item->span && drawing->pen.node == item->node) return;
    lift_pen(drawing);
    drawing->span = item->span;
    drawing->pen = pen_new(drawing->setter, item->span->style, item->node, item->span->origin);
    drawing->pen.x = drawing->x;
    drawing->pen.y = drawing->baseline + item->span->shift;
    drawing->pen.lines = decoration_at(drawing->setter->arena, item->span->lines, drawing->baseline);
}

static void draw_word(struct drawing *drawing, size_t number)
{
    const struct line *line = drawing->line;
    const struct item *item = &drawing->text->items[number];
    const struct word *word = item->word;
    unsigned from = number == line->start.item ? line->start.glyph : 0;
    unsigned to = number == line->end.item && line->end.glyph ? line->end.glyph : word->glyph_count;
    take_pen(drawing, item);
    if (drawing->places) pen_go(&drawing->pen, drawing->x, drawing->places->widths[number - line->start.item], item->level);
    pen_word(&drawing->pen, word, from, to, item->kind == ITEM_SPACE ? drawing->space : 0);
    drawing->x = drawing->pen.x;
}

static void draw_object(struct drawing *drawing, const struct item *item)
{
    lift_pen(drawing);
    const struct computed *style = item->object->style;
    struct object_place place = place_object(drawing->setter, drawing->text, item);
    float top = place.top + length_resolve(style->margin[SIDE_TOP], 0, 0);
    float left = length_resolve(style->margin[SIDE_LEFT], 0, 0);
    box_draw(drawing->setter, item->object, drawing->x + left, drawing->baseline + top, place.width);
    drawing->x += item->width;
}

/* The dots stand on a grid that begins at the line's right end, so that those of all lines are below each other, and a
 * little apart from the text; they are not read. */
static void draw_leader(struct drawing *drawing, const struct item *item)
{
    struct setter *setter = drawing->setter;
    lift_pen(drawing);
    const struct word *pattern = item->word;
    float step = pattern->width, gap = leader_gap * item->span->style->font_size;
    float start = drawing->x + gap, end = drawing->x + item->width + drawing->leader;
    float last = pattern->length && pattern->text[pattern->length - 1] == ' ' ? end : end - gap;
    long steps = step > 0.1F && last > start ? (long)((drawing->right - start) / step) : 0;
    struct pen pen = pen_new(setter, item->span->style, NULL, ORIGIN_ARTIFACT);
    pen.x = drawing->right - (float)steps * step;
    pen.y = drawing->baseline + item->span->shift;
    for (long i = 0; i < steps && i < MOST_DOTS && pen.x + step <= last + 0.01F; i++)
        pen_word(&pen, pattern, 0, pattern->glyph_count, 0);
    pen_end(&pen);
    drawing->x = end;
}

static void draw_item(struct drawing *drawing, size_t number)
{
    const struct item *item = &drawing->text->items[number];
    if (drawing->places) drawing->x = drawing->places->x[number - drawing->places->first];
    switch (item->kind) {
    case ITEM_WORD:
    case ITEM_SPACE: draw_word(drawing, number); break;
    case ITEM_OPEN: open_element(drawing, item); break;
    case ITEM_CLOSE: close_element(drawing, item); break;
    case ITEM_OBJECT: draw_object(drawing, item); break;
    case ITEM_LEADER: draw_leader(drawing, item); break;
    case ITEM_CALL: notes_add(drawing->setter, item->call); break;
    case ITEM_NEWLINE:
    case ITEM_GONE: break;
    }
}

/* How far the text stands from the left end of its room; what is too wide sticks out where lines end. */
static float shift_of(const struct text *text, enum text_align align, float slack)
{
    bool right = direction_begins_right(text);
    if (align == ALIGN_CENTRE) return slack > 0 ? slack / 2 : right ? slack : 0;
    if (slack > 0 && align == ALIGN_END) right = !right;
    if (slack > 0 && (align == ALIGN_LEFT || align == ALIGN_RIGHT)) right = align == ALIGN_RIGHT;
    return right ? slack : 0;
}

static void distribute(struct drawing *drawing, const struct computed *style)
{
    const struct line *line = drawing->line;
    float slack = line->room - line->width;
    size_t leaders = 0;
    for (size_t i = line->start.item; drawing->text->has_leader && i < line_end(line); i++)
        leaders += drawing->text->items[i].kind == ITEM_LEADER;
    if (leaders) {
        drawing->leader = slack > 0 ? slack / (float)leaders : 0;
        return;
    }
    bool justify = style->text_align == ALIGN_JUSTIFY && (!line->last || slack < 0);
    if (justify && line->spaces) drawing->space = slack / (float)line->spaces;
    else drawing->x += shift_of(drawing->text, style->text_align, slack);
}

/* The space at which the line ends has no width on the page but stands in the text, so that the words on both sides
 * do not run together. */
static void keep_space(struct drawing *drawing)
{
    if (!drawing->line->space || !drawing->last_text) return;
    struct setter *setter = drawing->setter;
    struct fragment *fragment = &setter_page(setter)->fragments[drawing->last_text - 1];
    fragment->text = arena_format(setter->arena, "%s ", fragment->text);
}

static struct span *span_before(const struct text *text, const struct line *line)
{
    const struct item *item = &text->items[line->start.item];
    return item->kind == ITEM_OPEN ? item->span->parent : item->span;
}

void line_draw(struct setter *setter, struct box *box, size_t index, float x, float y)
{
    const struct text *text = box->text;
    const struct line *line = &text->lines[index];
    size_t end = line_end(line);
    line_numbers_note(setter, box->style, y + line->ascent);
    struct drawing drawing = {.setter = setter, .text = text, .line = line, .baseline = y + line->ascent};
    drawing.x = x + line->indent;
    drawing.right = drawing.x + line->room;
    distribute(&drawing, box->style);
    if (text->turned) {
        drawing.places = turned_places(setter, text, line, drawing.x, drawing.space, drawing.leader);
        turned_boxes(setter, drawing.places, drawing.baseline);
    }
    if (line->start.item < text->count) reopen(&drawing, span_before(text, line));
    for (size_t i = line->start.item; i < end; i++) draw_item(&drawing, i);
    if (line->hyphen && drawing.span) pen_hyphen(&drawing.pen, drawing.span->face->hyphen), drawing.x = drawing.pen.x;
    lift_pen(&drawing);
    if (end > 0) close_all(&drawing, text->items[end - 1].span);
    keep_space(&drawing);
}
