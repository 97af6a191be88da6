#include "layout/direction.h"

#include <fribidi.h>
#include <string.h>

#include "base/utf8.h"
#include "layout/opportunity.h"
#include "layout/setter.h"

enum { LEFT_TO_RIGHT_MARK = 0x200E, RIGHT_TO_LEFT_MARK = 0x200F, ARABIC_LETTER_MARK = 0x061C };
enum { LEFT_TO_RIGHT_ISOLATE = 0x2066, RIGHT_TO_LEFT_ISOLATE, FIRST_STRONG_ISOLATE, POP_ISOLATE };
enum { OBJECT_REPLACEMENT = 0xFFFC };

/* ---- whether there is anything to do ---- */

/* Blocks that hold letters of class R or AL, or controls of direction; roughly, for more costs only time. */
static bool may_turn(uint32_t c)
{
    return (c >= 0x590 && c <= 0x8FF) || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE) ||
           (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

bool direction_matters(const char *text)
{
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        if (*at < 0xD6) continue; /* up to U+057F, and bytes that go on */
        size_t length;
        if (may_turn(utf8_decode((const char *)at, &length))) return true;
    }
    return false;
}

bool direction_begins_right(const struct text *text)
{
    return text->level & 1;
}

/* ---- the paragraph as FriBidi reads it ---- */

/* The characters between two forced breaks, with a control for each element that is set apart. */
struct paragraph_text {
    struct setter *setter;
    FriBidiChar *characters;
    FriBidiLevel *levels;
    size_t count, capacity;
};

static void add(struct paragraph_text *paragraph, uint32_t character)
{
    paragraph->characters = arena_grow(paragraph->setter->work, paragraph->characters, paragraph->count,
                                       &paragraph->capacity, sizeof *paragraph->characters);
    paragraph->characters[paragraph->count++] = character;
}

static void add_text(struct paragraph_text *paragraph, const char *text, size_t length)
{
    for (size_t at = 0, bytes; at < length; at += bytes) add(paragraph, utf8_decode(text + at, &bytes));
}

/* 0: the element is not set apart. */
static uint32_t isolate_of(const struct computed *style)
{
    if (style->unicode_bidi == BIDI_NORMAL) return 0;
    if (style->unicode_bidi == BIDI_PLAINTEXT) return FIRST_STRONG_ISOLATE;
    return style->direction == DIRECTION_RTL ? RIGHT_TO_LEFT_ISOLATE : LEFT_TO_RIGHT_ISOLATE;
}

/* Elements that go on behind a forced break, the outermost first; as deep as the document. */
static void add_open(struct paragraph_text *paragraph, const struct span *span)
{
    if (!span || !span->parent) return;
    add_open(paragraph, span->parent);
    uint32_t isolate = isolate_of(span->style);
    if (isolate) add(paragraph, isolate);
}

static void add_item(struct paragraph_text *paragraph, const struct item *item)
{
    uint32_t isolate = item->kind == ITEM_OPEN || item->kind == ITEM_CLOSE ? isolate_of(item->span->style) : 0;
    switch (item->kind) {
    case ITEM_WORD: add_text(paragraph, item->word->text, item->word->length); break;
    case ITEM_SPACE: add(paragraph, ' '); break;
    case ITEM_OBJECT: add(paragraph, OBJECT_REPLACEMENT); break;
    case ITEM_LEADER: add(paragraph, '\t'); break; /* what stands behind the dots goes its own way */
    case ITEM_OPEN: if (isolate) add(paragraph, isolate); break;
    case ITEM_CLOSE: if (isolate) add(paragraph, POP_ISOLATE); break;
    default: break;
    }
}

static FriBidiParType base_of(const struct computed *style)
{
    if (style->unicode_bidi == BIDI_PLAINTEXT) return style->direction == DIRECTION_RTL ? FRIBIDI_PAR_WRTL : FRIBIDI_PAR_WLTR;
    return style->direction == DIRECTION_RTL ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
}

/* Fills in the levels; gives that of the paragraph. */
static unsigned char find_levels(struct paragraph_text *paragraph, const struct computed *style)
{
    struct arena *arena = paragraph->setter->work;
    FriBidiStrIndex count = (FriBidiStrIndex)paragraph->count;
    FriBidiCharType *types = arena_array(arena, paragraph->count, sizeof *types);
    FriBidiBracketType *brackets = arena_array(arena, paragraph->count, sizeof *brackets);
    FriBidiParType base = base_of(style);
    paragraph->levels = arena_array(arena, paragraph->count, sizeof *paragraph->levels);
    if (count == 0) return style->direction == DIRECTION_RTL;
    fribidi_get_bidi_types(paragraph->characters, count, types);
    fribidi_get_bracket_types(paragraph->characters, count, types, brackets);
    /* 0: no memory was left; all goes one way then. */
    if (!fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, paragraph->levels))
        memset(paragraph->levels, 0, paragraph->count * sizeof *paragraph->levels);
    return FRIBIDI_IS_RTL(base);
}

/* ---- words in their direction ---- */

static bool is_invisible(uint32_t c)
{
    return c == LEFT_TO_RIGHT_MARK || c == RIGHT_TO_LEFT_MARK || c == ARABIC_LETTER_MARK;
}

/* The letter before `at` joins the one there (UAX #44, Joining_Type): what stands on letters is passed over. */
static bool joins_at(const struct paragraph_text *paragraph, size_t at)
{
    size_t left = at, right = at;
    while (left > 0 && fribidi_get_joining_type(paragraph->characters[left - 1]) == FRIBIDI_JOINING_TYPE_T) left--;
    while (right < paragraph->count && fribidi_get_joining_type(paragraph->characters[right]) == FRIBIDI_JOINING_TYPE_T)
        right++;
    if (left == 0 || right == paragraph->count) return false;
    FriBidiJoiningType before = fribidi_get_joining_type(paragraph->characters[left - 1]);
    FriBidiJoiningType after = fribidi_get_joining_type(paragraph->characters[right]);
    bool forward = before == FRIBIDI_JOINING_TYPE_D || before == FRIBIDI_JOINING_TYPE_L || before == FRIBIDI_JOINING_TYPE_C;
    return forward && (after == FRIBIDI_JOINING_TYPE_D || after == FRIBIDI_JOINING_TYPE_R || after == FRIBIDI_JOINING_TYPE_C);
}

/* A part of a word that runs one way. */
struct stretch {
    size_t byte, end;     /* in the word */
    size_t first, behind; /* in the paragraph */
    unsigned char level;
};

/* The stretch of `text` that begins at `stretch->end`; marks of direction, which show nothing, go with what stands beside
 * them. False: there is none. */
static bool next_stretch(const struct paragraph_text *paragraph, const char *text, size_t length, struct stretch *stretch)
{
    bool begun = false;
    stretch->byte = stretch->end;
    stretch->first = stretch->behind;
    for (size_t bytes; stretch->end < length; stretch->end += bytes, stretch->behind++) {
        bool mark = is_invisible(utf8_decode(text + stretch->end, &bytes));
        unsigned char level = (unsigned char)paragraph->levels[stretch->behind];
        if (begun && !mark && level != stretch->level) break;
        if (!begun) stretch->level = level;
        begun |= !mark;
    }
    return stretch->end > stretch->byte;
}

static struct word *shape_stretch(const struct paragraph_text *paragraph, const struct face *face, const char *text,
                                  const struct stretch *stretch)
{
    enum way way = WAY_RIGHT;
    if (stretch->level & 1) {
        way = WAY_LEFT;
        if (joins_at(paragraph, stretch->first)) way |= WAY_JOINED_BEFORE;
        if (joins_at(paragraph, stretch->behind)) way |= WAY_JOINED_AFTER;
    }
    return lexicon_get_as(paragraph->setter, face, text + stretch->byte, stretch->end - stretch->byte, way);
}

/* ---- the items ---- */

struct turner {
    struct paragraph_text paragraph;
    struct text *text;
    struct item *items; /* that take the place of the text's */
    size_t count, capacity;
};

static struct item *put(struct turner *turner, struct item item, unsigned char level)
{
    struct setter *setter = turner->paragraph.setter;
    turner->items = arena_grow(setter->work, turner->items, turner->count, &turner->capacity, sizeof *turner->items);
    item.level = level;
    turner->items[turner->count] = item;
    return &turner->items[turner->count++];
}

/* The dictionary knows no letters that run to the left, nor what a word is that runs both ways. */
static size_t put_word(struct turner *turner, const struct item *item, size_t at)
{
    const struct word *word = item->word;
    struct stretch stretch = {.first = at, .behind = at};
    while (next_stretch(&turner->paragraph, word->text, word->length, &stretch)) {
        bool whole = stretch.byte == 0 && stretch.end == word->length, last = stretch.end == word->length;
        struct item *part = put(turner, *item, stretch.level);
        part->hyphenate = item->hyphenate && whole && !(stretch.level & 1);
        part->after = last ? item->after : OPPORTUNITY_NONE;
        if (whole && !(stretch.level & 1)) continue;
        part->word = shape_stretch(&turner->paragraph, word->face, word->text, &stretch);
        part->width = part->word->width > 0 ? part->word->width : 0;
    }
    return stretch.behind;
}

static bool takes_character(const struct item *item)
{
    if (item->kind == ITEM_OPEN || item->kind == ITEM_CLOSE) return isolate_of(item->span->style);
    return item->kind == ITEM_SPACE || item->kind == ITEM_OBJECT || item->kind == ITEM_LEADER;
}

/* What has no character of its own stands beside what it opens or closes. */
static void settle(struct turner *turner, size_t first, unsigned char base)
{
    unsigned char level = base;
    for (size_t i = first; i < turner->count; i++) {
        if (turner->items[i].level != LEVEL_NONE) level = turner->items[i].level;
        else if (turner->items[i].kind != ITEM_OPEN) turner->items[i].level = level;
    }
    for (size_t i = turner->count; i-- > first;) {
        if (turner->items[i].level != LEVEL_NONE) level = turner->items[i].level;
        else turner->items[i].level = level;
    }
}

/* The items from `first` to before `stop`, between two forced breaks. */
static void turn_paragraph(struct turner *turner, size_t first, size_t stop)
{
    struct paragraph_text *paragraph = &turner->paragraph;
    const struct text *text = turner->text;
    paragraph->count = 0;
    if (first < text->count && first > 0) add_open(paragraph, text->items[first - 1].span);
    size_t at = paragraph->count, begin = turner->count;
    for (size_t i = first; i < stop; i++) add_item(paragraph, &text->items[i]);
    unsigned char base = find_levels(paragraph, text->root->style);
    if (first == 0) turner->text->level = base;
    for (size_t i = first; i < stop; i++) {
        const struct item *item = &text->items[i];
        if (item->kind == ITEM_WORD) at = put_word(turner, item, at);
        else if (takes_character(item)) put(turner, *item, (unsigned char)paragraph->levels[at++]);
        else put(turner, *item, LEVEL_NONE);
    }
    settle(turner, begin, base);
    if (stop < text->count) put(turner, text->items[stop], base);
}

void direction_resolve(struct setter *setter, struct text *text)
{
    struct turner turner = {.paragraph = {.setter = setter}, .text = text};
    for (size_t first = 0, stop; first <= text->count; first = stop + 1) {
        for (stop = first; stop < text->count && text->items[stop].kind != ITEM_NEWLINE;) stop++;
        turn_paragraph(&turner, first, stop);
    }
    text->items = turner.items;
    text->count = turner.count;
    text->capacity = turner.capacity;
    text->turned = true;
}

/* ---- the order on a line ---- */

static void reverse(size_t *order, size_t first, size_t stop)
{
    for (; first + 1 < stop; first++, stop--) {
        size_t kept = order[first];
        order[first] = order[stop - 1];
        order[stop - 1] = kept;
    }
}

void direction_order(const unsigned char *levels, size_t count, size_t *order)
{
    unsigned char highest = 0, lowest_odd = 255;
    for (size_t i = 0; i < count; i++) {
        order[i] = i;
        if (levels[i] > highest) highest = levels[i];
        if (levels[i] & 1 && levels[i] < lowest_odd) lowest_odd = levels[i];
    }
    for (unsigned level = highest; level >= lowest_odd; level--) {
        for (size_t i = 0, stop; i < count; i = stop + 1) {
            for (stop = i; stop < count && levels[order[stop]] >= level;) stop++;
            reverse(order, i, stop);
        }
    }
}

/* ---- texts on one line ---- */

struct liner {
    struct paragraph_text paragraph;
    struct line_of_text line;
    size_t capacity;
};

static void add_part(struct liner *liner, struct part_of_text part)
{
    struct line_of_text *line = &liner->line;
    line->parts = arena_grow(liner->paragraph.setter->work, line->parts, line->count, &liner->capacity, sizeof *line->parts);
    line->parts[line->count++] = part;
}

/* The parts of a run whose characters begin at `at` in the paragraph; gives where they end. */
static size_t add_run(struct liner *liner, const struct text_run *run, size_t number, size_t at, float gap)
{
    struct stretch stretch = {.first = at, .behind = at};
    size_t length = strlen(run->text);
    while (next_stretch(&liner->paragraph, run->text, length, &stretch)) {
        struct word *word = shape_stretch(&liner->paragraph, run->face, run->text, &stretch);
        add_part(liner, (struct part_of_text){word, number, stretch.level, stretch.byte ? 0 : gap, 0});
    }
    return stretch.behind;
}

static void place_parts(struct setter *setter, struct line_of_text *line)
{
    unsigned char *levels = arena_array(setter->work, line->count, sizeof *levels);
    size_t *order = arena_array(setter->work, line->count, sizeof *order);
    for (size_t i = 0; i < line->count; i++) levels[i] = line->parts[i].level;
    direction_order(levels, line->count, order);
    for (size_t i = 0; i < line->count; i++) {
        struct part_of_text *part = &line->parts[order[i]];
        bool turned = part->level & 1;
        part->x = line->width + (turned ? 0 : part->gap);
        line->width += part->word->width + part->gap;
    }
}

static bool any_turned(const struct computed *style, const struct text_run *runs, size_t count)
{
    bool any = style->direction == DIRECTION_RTL;
    for (size_t i = 0; i < count && !any; i++) any = direction_matters(runs[i].text);
    return any;
}

struct line_of_text direction_line(struct setter *setter, const struct computed *style, const struct text_run *runs,
                                   size_t count, const float *gaps)
{
    struct liner liner = {.paragraph = {.setter = setter}};
    bool turned = any_turned(style, runs, count);
    for (size_t i = 0; i < count && turned; i++) add_text(&liner.paragraph, runs[i].text, strlen(runs[i].text));
    if (turned) find_levels(&liner.paragraph, style);
    for (size_t i = 0, at = 0; i < count; i++) {
        float gap = gaps ? gaps[i] : 0;
        size_t length = strlen(runs[i].text);
        if (turned) at = add_run(&liner, &runs[i], i, at, gap);
        else if (length) add_part(&liner, (struct part_of_text){lexicon_get(setter, runs[i].face, runs[i].text, length), i, 0, gap, 0});
    }
    place_parts(setter, &liner.line);
    return liner.line;
}

size_t direction_draw(struct pen *pen, const struct line_of_text *line, size_t first, float x)
{
    size_t i = first;
    for (; i < line->count && line->parts[i].run == line->parts[first].run; i++) {
        const struct part_of_text *part = &line->parts[i];
        pen_go(pen, x + part->x, part->word->width, part->level);
        pen_word(pen, part->word, 0, part->word->glyph_count, 0);
    }
    pen_end(pen);
    return i;
}
