#include "layout/direction.h"

#include <fribidi.h>
#include <string.h>

#include "base/utf8.h"
#include "layout/opportunity.h"
#include "layout/setter.h"

enum { LEFT_TO_RIGHT_MARK = 0x200E, RIGHT_TO_LEFT_MARK = 0x200F, ARABIC_LETTER_MARK = 0x061C };
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

/* ---- what FriBidi reads ---- */

/* The characters between two forced breaks, or of an element in them that is set apart: in the text around it that is one
 * neutral character (rules BD8 and X5a to X6a). Read so, each by itself, time stays in proportion to the text. */
struct paragraph_text {
    struct setter *setter;
    struct paragraph_text *outer; /* around the element; NULL: none */
    const struct computed *style;
    FriBidiChar *characters;
    FriBidiLevel *levels;
    size_t count, capacity;
    size_t at;               /* the character that comes next, while items get their levels */
    unsigned char embedding; /* level of the whole */
    struct paragraph_text *next;
};

enum { DEEPEST_LEVEL = 125 }; /* BD2 */

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

static FriBidiParType base_of(const struct computed *style)
{
    bool turned = style->direction == DIRECTION_RTL;
    if (style->unicode_bidi == BIDI_PLAINTEXT) return turned ? FRIBIDI_PAR_WRTL : FRIBIDI_PAR_WLTR;
    return turned ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
}

/* The least level that is greater than the one around it and runs that way; too deep, that one itself (X5a). */
static unsigned char level_inside(const struct paragraph_text *outer, bool turned)
{
    if (!outer) return turned;
    unsigned level = outer->embedding + 1u;
    if ((level & 1) != turned) level++;
    return level > DEEPEST_LEVEL ? outer->embedding : (unsigned char)level;
}

/* Fills in the levels, that of the outer paragraph being known. */
static void find_levels(struct paragraph_text *paragraph)
{
    struct arena *arena = paragraph->setter->work;
    FriBidiStrIndex count = (FriBidiStrIndex)paragraph->count;
    FriBidiCharType *types = arena_array(arena, paragraph->count, sizeof *types);
    FriBidiBracketType *brackets = arena_array(arena, paragraph->count, sizeof *brackets);
    FriBidiParType base = base_of(paragraph->style);
    paragraph->levels = arena_array(arena, paragraph->count, sizeof *paragraph->levels);
    fribidi_get_bidi_types(paragraph->characters, count, types);
    fribidi_get_bracket_types(paragraph->characters, count, types, brackets);
    /* 0: no memory was left, or nothing is there; all goes one way then. */
    if (!count || !fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, paragraph->levels))
        memset(paragraph->levels, 0, paragraph->count * sizeof *paragraph->levels);
    paragraph->embedding = level_inside(paragraph->outer, FRIBIDI_IS_RTL(base));
    int more = paragraph->embedding - FRIBIDI_IS_RTL(base);
    for (size_t i = 0; i < paragraph->count; i++) paragraph->levels[i] = (FriBidiLevel)(paragraph->levels[i] + more);
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
    struct setter *setter;
    struct text *text;
    struct paragraph_text *first, *last; /* in the order in which they begin */
    struct paragraph_text *here;
    struct item *items; /* that take the place of the text's */
    size_t count, capacity;
};

static bool is_apart(const struct item *item)
{
    bool edge = item->kind == ITEM_OPEN || item->kind == ITEM_CLOSE;
    return edge && item->span->style->unicode_bidi != BIDI_NORMAL;
}

/* ---- first they are read ---- */

static void open_paragraph(struct turner *turner, const struct computed *style)
{
    struct paragraph_text *paragraph = arena_make(turner->setter->work, struct paragraph_text);
    *paragraph = (struct paragraph_text){.setter = turner->setter, .outer = turner->here, .style = style};
    if (turner->here) add(turner->here, OBJECT_REPLACEMENT);
    if (turner->last) turner->last->next = paragraph;
    else turner->first = paragraph;
    turner->last = turner->here = paragraph;
}

/* Elements that go on behind a forced break, the outermost first; as deep as the document. */
static void reopen(struct turner *turner, const struct span *span)
{
    if (!span || !span->parent) return;
    reopen(turner, span->parent);
    if (span->style->unicode_bidi != BIDI_NORMAL) open_paragraph(turner, span->style);
}

static void read_item(struct turner *turner, const struct item *item)
{
    struct paragraph_text *here = turner->here;
    switch (item->kind) {
    case ITEM_WORD: add_text(here, item->word->text, item->word->length); break;
    case ITEM_SPACE: add(here, ' '); break;
    case ITEM_OBJECT: add(here, OBJECT_REPLACEMENT); break;
    case ITEM_LEADER: add(here, '\t'); break; /* what stands behind the dots goes its own way */
    case ITEM_OPEN: if (is_apart(item)) open_paragraph(turner, item->span->style); break;
    case ITEM_CLOSE: if (is_apart(item)) turner->here = here->outer; break;
    default: break;
    }
}

/* ---- then they get their levels ---- */

static struct item *put(struct turner *turner, struct item item, unsigned char level)
{
    turner->items = arena_grow(turner->setter->work, turner->items, turner->count, &turner->capacity, sizeof *turner->items);
    item.level = level;
    turner->items[turner->count] = item;
    return &turner->items[turner->count++];
}

static unsigned char take_level(struct paragraph_text *paragraph)
{
    return (unsigned char)paragraph->levels[paragraph->at++];
}

/* The dictionary knows no letters that run to the left, nor what a word is that runs both ways. */
static void put_word(struct turner *turner, const struct item *item)
{
    struct paragraph_text *here = turner->here;
    const struct word *word = item->word;
    struct stretch stretch = {.first = here->at, .behind = here->at};
    while (next_stretch(here, word->text, word->length, &stretch)) {
        bool whole = stretch.byte == 0 && stretch.end == word->length, last = stretch.end == word->length;
        struct item *part = put(turner, *item, stretch.level);
        part->hyphenate = item->hyphenate && whole && !(stretch.level & 1);
        part->after = last ? item->after : OPPORTUNITY_NONE;
        if (whole && !(stretch.level & 1)) continue;
        part->word = shape_stretch(here, word->face, word->text, &stretch);
        part->width = part->word->width > 0 ? part->word->width : 0;
    }
    here->at = stretch.behind;
}

static void enter(struct turner *turner)
{
    turner->last = turner->here = turner->last ? turner->last->next : turner->first;
}

/* An element that is set apart stands in the text around it as its neutral character does; what has no character stands
 * beside what it opens or closes. */
static void put_item(struct turner *turner, const struct item *item)
{
    struct paragraph_text *here = turner->here;
    bool apart = is_apart(item), taken = item->kind == ITEM_SPACE || item->kind == ITEM_OBJECT || item->kind == ITEM_LEADER;
    if (item->kind == ITEM_WORD) {
        put_word(turner, item);
    } else if (apart && item->kind == ITEM_OPEN) {
        put(turner, *item, take_level(here));
        enter(turner);
    } else if (apart) {
        turner->here = here->outer;
        put(turner, *item, (unsigned char)here->outer->levels[here->outer->at - 1]);
    } else {
        put(turner, *item, taken ? take_level(here) : LEVEL_NONE);
    }
}

static void settle(struct turner *turner, size_t first, unsigned char level)
{
    const unsigned char base = level;
    for (size_t i = first; i < turner->count; i++) {
        if (turner->items[i].level != LEVEL_NONE) level = turner->items[i].level;
        else if (turner->items[i].kind != ITEM_OPEN) turner->items[i].level = level;
    }
    level = base;
    for (size_t i = turner->count; i-- > first;) {
        if (turner->items[i].level != LEVEL_NONE) level = turner->items[i].level;
        else turner->items[i].level = level;
    }
}

/* The items from `first` to before `stop`, between two forced breaks. */
static void turn_paragraph(struct turner *turner, size_t first, size_t stop)
{
    const struct text *text = turner->text;
    const struct span *around = first > 0 ? text->items[first - 1].span : NULL;
    size_t begin = turner->count;
    turner->first = turner->last = turner->here = NULL;
    open_paragraph(turner, text->root->style);
    reopen(turner, around);
    struct paragraph_text *innermost = turner->here;
    for (size_t i = first; i < stop; i++) read_item(turner, &text->items[i]);
    for (struct paragraph_text *each = turner->first; each; each = each->next) find_levels(each);
    for (struct paragraph_text *each = innermost->outer; each; each = each->outer) each->at = 1;
    turner->last = turner->here = innermost;
    for (size_t i = first; i < stop; i++) put_item(turner, &text->items[i]);
    settle(turner, begin, turner->first->embedding);
    if (first == 0) turner->text->level = turner->first->embedding;
    if (stop < text->count) put(turner, text->items[stop], turner->first->embedding);
}

void direction_resolve(struct setter *setter, struct text *text)
{
    struct turner turner = {.setter = setter, .text = text};
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
    struct liner liner = {.paragraph = {.setter = setter, .style = style}};
    bool turned = any_turned(style, runs, count);
    for (size_t i = 0; i < count && turned; i++) add_text(&liner.paragraph, runs[i].text, strlen(runs[i].text));
    if (turned) find_levels(&liner.paragraph);
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
