/* Styled inline content into items. */
#include <string.h>

#include "base/utf8.h"
#include "layout/decoration.h"
#include "layout/direction.h"
#include "layout/opportunity.h"
#include "layout/setter.h"

/* Baseline shifts in shares of the parent's font size, as fonts commonly ask for. */
static const float super_shift = 0.34F, sub_shift = 0.16F;

struct builder {
    struct setter *setter;
    struct box *box;
    struct text *text;
    struct span *span;   /* innermost */
    bool after_space;    /* white space that follows collapses away */
    bool after_word;     /* the item before is a word that nothing separates from the next one */
    size_t call;         /* number of the next call */
};

static void place_span(struct span *span, float font_size)
{
    if (!span->parent) return;
    span->shift = span->parent->shift;
    if (span->style == span->parent->style) return;
    if (span->style->vertical_align == VERTICAL_SUPER) span->shift -= super_shift * font_size;
    if (span->style->vertical_align == VERTICAL_SUB) span->shift += sub_shift * font_size;
}

/* The half-leading goes above and below (CSS 2.1, 10.8.1); raised and lowered text has none, so that a footnote call
 * does not push the lines apart. */
static void measure_span(struct span *span)
{
    float leading = span->style->line_height - span->ascent - span->descent;
    if (span->parent && span->shift != 0) leading = leading < 0 ? leading : 0;
    span->above = span->ascent + leading / 2 - span->shift;
    span->below = span->descent + leading / 2 + span->shift;
}

/* Lines are placed by the font of the element that asks for them, so that they stay straight through all that is in it. */
static void decorate(struct setter *setter, struct span *span)
{
    int own = span->style->decoration;
    if (!own) return;
    const struct span *parent = span->parent;
    int inherited = parent && parent->lines ? own & parent->style->decoration : 0;
    if (inherited == own && own == parent->style->decoration) {
        span->lines = parent->lines;
        return;
    }
    struct stroke_line *lines = arena_array(setter->work, LINE_COUNT, sizeof *lines);
    for (int i = 0; i < LINE_COUNT; i++) {
        if (inherited & 1 << i) lines[i] = parent->lines[i];
        else if (own & 1 << i) lines[i] = decoration_line(span, i);
    }
    span->lines = lines;
}

static struct span *span_new(struct builder *builder, const struct node *node, const struct computed *style,
                             enum origin origin)
{
    struct span *span = arena_make(builder->setter->work, struct span);
    const struct face *face = lexicon_face(builder->setter, style);
    *span = (struct span){.parent = builder->span,
                          .node = node,
                          .style = style,
                          .origin = origin,
                          .face = face,
                          .ascent = face->ascent,
                          .descent = face->descent};
    place_span(span, builder->span ? builder->span->style->font_size : 0);
    measure_span(span);
    decorate(builder->setter, span);
    return span;
}

static struct item *add(struct builder *builder, enum item_kind kind, const struct node *node)
{
    struct text *text = builder->text;
    text->items =
        arena_grow(builder->setter->work, text->items, text->count, &text->capacity, sizeof *text->items);
    struct item *item = &text->items[text->count++];
    *item = (struct item){.kind = kind, .span = builder->span, .node = node};
    if (kind != ITEM_OPEN && kind != ITEM_CLOSE && kind != ITEM_CALL) builder->after_word = false;
    return item;
}

/* ---- text ---- */

static bool wraps(const struct builder *builder)
{
    return builder->span->style->white_space == WHITE_SPACE_NORMAL;
}

/* A drawing that only decorates stays with the word that follows it. */
static bool follows_symbol(const struct text *text)
{
    if (text->count == 0) return false;
    const struct item *item = &text->items[text->count - 1];
    if (item->kind != ITEM_OBJECT || item->object->holds != HOLDS_DRAWING) return false;
    const char *hidden = node_get(item->object->node, "aria-hidden");
    return hidden && strcmp(hidden, "true") == 0;
}

static void add_space(struct builder *builder, const struct node *node)
{
    bool stays = !wraps(builder) || follows_symbol(builder->text);
    struct item *item = add(builder, ITEM_SPACE, node);
    item->word = lexicon_get(builder->setter, builder->span->face, " ", 1);
    item->width = item->word->width;
    item->after = stays ? OPPORTUNITY_NONE : OPPORTUNITY_BREAK;
    builder->after_space = true;
}

/* The part of an element's name that is joined to another without a space is not looked up in the dictionary. */
static void add_word(struct builder *builder, const struct node *node, const char *bytes, size_t length)
{
    bool glued = builder->after_word;
    if (glued) {
        struct text *text = builder->text;
        for (size_t i = text->count; i-- > 0 && text->items[i].kind != ITEM_SPACE;) {
            if (text->items[i].kind != ITEM_WORD) continue;
            if (text->items[i].after == OPPORTUNITY_NONE) text->items[i].hyphenate = false;
            else glued = false;
            break;
        }
    }
    struct item *item = add(builder, ITEM_WORD, node);
    item->word = lexicon_get(builder->setter, builder->span->face, bytes, length);
    item->width = item->word->width > 0 ? item->word->width : 0;
    item->hyphenate = !glued && wraps(builder) && builder->span->style->hyphens == HYPHENS_AUTO;
    builder->after_space = false;
    builder->after_word = true;
}

/* Ends the word before with an opportunity; one that says itself where it may be hyphenated is not looked up. */
static void end_word(struct builder *builder, enum opportunity opportunity)
{
    struct text *text = builder->text;
    if (text->count == 0 || !wraps(builder) || !builder->after_word) return;
    struct item *item = &text->items[text->count - 1];
    if (item->kind != ITEM_WORD) return;
    if (opportunity == OPPORTUNITY_SOFT_HYPHEN && builder->span->style->hyphens == HYPHENS_NONE) return;
    item->after = opportunity;
}

/* Of mail, of the web, or of a file: a hyphen in it would be taken for one of its own. */
static bool is_address(const char *bytes, size_t length)
{
    bool slash = false, point = false;
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '@' || bytes[i] == '_' || bytes[i] == '\\') return true;
        if (bytes[i] == '/' && i > 0 && bytes[i - 1] == '/') return true;
        slash |= bytes[i] == '/';
        point |= bytes[i] == '.' && i + 1 < length && bytes[i + 1] != '.';
    }
    return slash && point;
}

static bool in_code(const struct span *span)
{
    while (span && span->node && !node_is(span->node, "code") && !node_is(span->node, "pre")) span = span->parent;
    return span && span->node;
}

/* A stretch without white space or invisible characters: one word for every part between opportunities. */
static void add_stretch(struct builder *builder, const struct node *node, const char *bytes, size_t length)
{
    size_t start = 0, first = builder->text->count;
    for (size_t i = 1; wraps(builder) && i < length; i++) {
        unsigned char last = (unsigned char)bytes[i - 1];
        if (last != '-' && last != '/' && last < 0x80) continue;
        if (((unsigned char)bytes[i] & 0xC0) == 0x80 || !opportunity_before(bytes, length, i)) continue;
        add_word(builder, node, bytes + start, i - start);
        end_word(builder, OPPORTUNITY_BREAK);
        start = i;
    }
    if (start < length) add_word(builder, node, bytes + start, length - start);
    if (!in_code(builder->span) && !is_address(bytes, length)) return;
    for (size_t i = first; i < builder->text->count; i++) {
        builder->text->items[i].hyphenate = false;
        builder->text->items[i].verbatim = true;
    }
}

static void add_newline(struct builder *builder, const struct node *node)
{
    add(builder, ITEM_NEWLINE, node);
    builder->after_space = true;
}

static void add_white_space(struct builder *builder, const struct node *node, const char *at)
{
    if (builder->span->style->white_space == WHITE_SPACE_PRE) {
        if (*at == '\n') add_newline(builder, node);
        else for (int i = 0; i < (*at == '\t' ? 4 : 1); i++) add_space(builder, node);
        return;
    }
    if (!builder->after_space) add_space(builder, node);
}

static void add_invisible(struct builder *builder, enum character character)
{
    if (character == CHARACTER_SOFT_HYPHEN) end_word(builder, OPPORTUNITY_SOFT_HYPHEN);
    if (character == CHARACTER_BREAK) end_word(builder, OPPORTUNITY_BREAK);
}

static void add_text(struct builder *builder, const struct node *node, const char *bytes)
{
    builder->text->turned |= builder->span->style->direction == DIRECTION_RTL || direction_matters(bytes);
    if (builder->span->style->text_transform == TRANSFORM_UPPERCASE) bytes = utf8_upper(builder->setter->work, bytes);
    size_t start = 0, i = 0;
    for (size_t length; bytes[i]; i += length) {
        enum character character = character_at(bytes + i, &length);
        if (character == CHARACTER_PLAIN) continue;
        if (start < i) add_stretch(builder, node, bytes + start, i - start);
        start = i + length;
        if (character == CHARACTER_SPACE) add_white_space(builder, node, bytes + i);
        else add_invisible(builder, character);
    }
    if (start < i) add_stretch(builder, node, bytes + start, i - start);
}

/* ---- elements ---- */

/* Negative margins draw what follows over an inline element's end, as far as its letters go. */
static float edge_width(const struct computed *style, float width)
{
    return width > -style->font_size ? width : -style->font_size;
}

static float margin_across(const struct computed *style, enum side side)
{
    return length_resolve(style->margin[side], 0, 0);
}

/* The side at which an element's own text begins, or ends. */
static enum side side_of(const struct computed *style, bool begin)
{
    return (style->direction == DIRECTION_RTL) == begin ? SIDE_RIGHT : SIDE_LEFT;
}

static float edge_at(const struct computed *style, enum side side)
{
    return edge_width(style, margin_across(style, side) + box_edge(style, side));
}

static void open_span(struct builder *builder, struct span *span)
{
    builder->span = span;
    span->place = anchors_place(builder->setter, span->node);
    span->string = span->style->string_set;
    span->visible = box_shows(span->style);
    add(builder, ITEM_OPEN, NULL)->width = edge_at(span->style, side_of(span->style, true));
}

static void close_span(struct builder *builder)
{
    struct span *span = builder->span;
    add(builder, ITEM_CLOSE, NULL)->width = edge_at(span->style, side_of(span->style, false));
    builder->span = span->parent;
}

static void add_object(struct builder *builder, const struct styled *styled)
{
    struct setter *setter = builder->setter;
    struct box *object = box_apart(setter, styled, builder->call);
    builder->call = object->calls_to;
    builder->text->has_objects = true;
    builder->text->has_calls |= object->calls_to > object->calls_from;
    float min, max;
    box_extent(setter, object, &min, &max);
    struct item *item = add(builder, ITEM_OBJECT, styled->node);
    item->object = object;
    item->width = max + margin_across(object->style, SIDE_LEFT) + margin_across(object->style, SIDE_RIGHT);
    builder->after_space = false;
}

static void add_pieces(struct builder *builder, const struct computed *style, const struct node *node)
{
    for (size_t i = 0; i < style->content_count; i++) {
        const struct content_piece *piece = &style->content[i];
        builder->text->dynamic |= generated_is_dynamic(piece);
        if (piece->kind == CONTENT_LEADER) {
            builder->text->has_leader = true;
            struct item *item = add(builder, ITEM_LEADER, node);
            item->word = lexicon_get(builder->setter, builder->span->face, piece->text, strlen(piece->text));
            item->width = item->word->width;
            builder->after_space = true;
        } else {
            add_text(builder, node, generated_text(builder->setter, piece, node));
        }
    }
}

static void add_generated(struct builder *builder, const struct computed *style, const struct node *node,
                          enum origin origin)
{
    if (!style || style->display == DISPLAY_NONE) return;
    bool unread = style->content_count > 0 && style->content[0].unread;
    struct span *span = span_new(builder, node, style, unread ? ORIGIN_ARTIFACT : origin);
    open_span(builder, span);
    span->place = 0;
    span->string = NULL;
    add_pieces(builder, style, node);
    close_span(builder);
}

static void walk(struct builder *builder, const struct styled *first, const struct styled *end);

static void add_call(struct builder *builder, const struct node *node)
{
    if (!notes_is_call(builder->setter, node, builder->call)) return;
    builder->text->has_calls = true;
    add(builder, ITEM_CALL, NULL)->call = builder->call++;
}

static void add_element(struct builder *builder, const struct styled *styled)
{
    open_span(builder, span_new(builder, styled->node, styled->style, ORIGIN_CONTENT));
    add_generated(builder, styled->before, styled->node, ORIGIN_BEFORE);
    walk(builder, styled->first, NULL);
    add_generated(builder, styled->after, styled->node, ORIGIN_AFTER);
    add_call(builder, styled->node);
    close_span(builder);
}

/* As deep as the document, which its reader bounds. */
static void walk(struct builder *builder, const struct styled *first, const struct styled *end)
{
    for (const struct styled *styled = first; styled != end; styled = styled->next) {
        const struct node *node = styled->node;
        if (!node->name) {
            add_text(builder, node, node->text);
        } else if (styled->style->display == DISPLAY_NONE || notes_find(builder->setter, styled)) {
            continue;
        } else if (node_is(node, "br")) {
            add_newline(builder, node);
        } else if (styled->style->display == DISPLAY_INLINE_BLOCK || styled_is_drawing(styled)) {
            add_object(builder, styled);
            add_call(builder, node);
        } else {
            add_element(builder, styled);
        }
    }
}

/* ---- the whole ---- */

/* White space at the end of the paragraph and before a forced break is not set. */
static void trim(struct text *text)
{
    size_t kept = 0;
    bool ends = true; /* a space before here is the last thing on its line */
    for (size_t i = text->count; i-- > 0;) {
        struct item *item = &text->items[i];
        bool space = item->kind == ITEM_SPACE && item->span->style->white_space != WHITE_SPACE_PRE;
        if (space && ends) item->kind = ITEM_GONE;
        else if (item->kind == ITEM_NEWLINE) ends = true;
        else if (item->kind != ITEM_OPEN && item->kind != ITEM_CLOSE && item->kind != ITEM_CALL) ends = false;
    }
    for (size_t i = 0; i < text->count; i++) {
        if (text->items[i].kind != ITEM_GONE) text->items[kept++] = text->items[i];
    }
    text->count = kept;
}

static unsigned long signature_of(struct setter *setter, const struct computed *style, const struct node *node,
                                  unsigned long sum)
{
    if (!style) return sum;
    for (size_t i = 0; i < style->content_count; i++) {
        if (!generated_is_dynamic(&style->content[i])) continue;
        for (const char *text = generated_text(setter, &style->content[i], node); *text; text++)
            sum = sum * 131 + (unsigned char)*text;
        sum = sum * 131 + 1;
    }
    return sum;
}

static unsigned long signature_below(struct setter *setter, const struct styled *first, const struct styled *end,
                                     unsigned long sum)
{
    for (const struct styled *styled = first; styled != end; styled = styled->next) {
        if (!styled->node->name) continue;
        sum = signature_of(setter, styled->before, styled->node, sum);
        sum = signature_of(setter, styled->after, styled->node, sum);
        sum = signature_below(setter, styled->first, NULL, sum);
    }
    return sum;
}

/* What the dynamic pieces say now, as one number. */
static unsigned long signature(struct setter *setter, const struct box *box)
{
    const struct inline_run *run = &box->run;
    unsigned long sum = signature_of(setter, run->before, run->node, 7);
    sum = signature_of(setter, run->after, run->node, sum);
    return signature_below(setter, run->first, run->end, sum);
}

void text_sum_widths(struct text *text)
{
    double sum = 0;
    for (size_t i = 0; i < text->count; i++) text->ends[i] = sum += (double)text->items[i].width;
}

/* A box that is generated itself has no inline element inside for the same style. */
static void add_run(struct builder *builder, const struct inline_run *run)
{
    const struct computed *style = builder->box->style;
    if (run->before == style || run->after == style) {
        builder->span->origin = run->before ? ORIGIN_BEFORE : ORIGIN_AFTER;
        add_pieces(builder, style, run->node);
        return;
    }
    add_generated(builder, run->before, run->node, ORIGIN_BEFORE);
    walk(builder, run->first, run->end);
    add_generated(builder, run->after, run->node, ORIGIN_AFTER);
}

static struct text *build(struct setter *setter, struct box *box)
{
    struct builder builder = {.setter = setter, .box = box, .after_space = true, .call = box->calls_from};
    struct text *text = builder.text = arena_make(setter->work, struct text);
    text->width = -1;
    text->root = builder.span = span_new(&builder, box->node, box->style, ORIGIN_CONTENT);
    add_run(&builder, &box->run);
    trim(text);
    if (text->turned || box->style->direction == DIRECTION_RTL) direction_resolve(setter, text);
    text->ends = arena_array(setter->work, text->count, sizeof *text->ends);
    text_sum_widths(text);
    if (!text->dynamic) return text;
    text->signature = signature(setter, box);
    for (struct box *outer = box; outer && !outer->dynamic; outer = outer->parent) outer->dynamic = true;
    return text;
}

struct text *text_of(struct setter *setter, struct box *box)
{
    if (box->text && (!box->text->dynamic || signature(setter, box) == box->text->signature)) return box->text;
    return box->text = build(setter, box);
}
