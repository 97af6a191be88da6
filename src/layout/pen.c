#include "layout/pen.h"

#include <math.h>
#include <string.h>

#include "layout/setter.h"

struct pen pen_new(struct setter *setter, const struct computed *style, const struct node *node, enum origin origin)
{
    return (struct pen){.setter = setter, .style = style, .node = node, .origin = origin};
}

static void begin(struct pen *pen, const struct font *font, float size)
{
    if (pen->font == font && pen->size == size) return;
    pen_end(pen);
    pen->font = font;
    pen->size = size;
    pen->start = pen->x;
}

/* Room for more glyphs. */
static struct glyph *reserve(struct pen *pen, size_t more)
{
    struct scratch *scratch = &pen->setter->scratch;
    while (scratch->capacity < scratch->count + more) {
        scratch->glyphs = arena_grow(pen->setter->work, scratch->glyphs, scratch->capacity, &scratch->capacity,
                                     sizeof *scratch->glyphs);
    }
    struct glyph *glyphs = scratch->glyphs + scratch->count;
    scratch->count += more;
    return glyphs;
}

/* The byte where glyph number `glyph` begins. */
static unsigned byte_of(const struct word *word, unsigned glyph)
{
    if (glyph == 0) return 0;
    return glyph < word->glyph_count ? word->glyphs[glyph].cluster : word->length;
}

static void advance(struct pen *pen, float width)
{
    pen->x += pen->level & 1 ? -width : width;
}

void pen_go(struct pen *pen, float x, float width, unsigned char level)
{
    const float nearby = 0.01F;
    float begin = level & 1 ? x + width : x;
    if (level == pen->level && fabsf(begin - pen->x) < nearby) return;
    pen_end(pen);
    pen->level = level;
    pen->x = begin;
}

static void write_run(struct pen *pen, const struct word *word, unsigned from, unsigned to, float extra)
{
    struct buffer *text = &pen->setter->scratch.text;
    unsigned first = byte_of(word, from), last = byte_of(word, to);
    struct glyph *glyph = reserve(pen, to - from);
    for (unsigned i = from; i < to; i++, glyph++) {
        *glyph = word->glyphs[i];
        glyph->advance += extra;
        glyph->cluster = (unsigned)text->length + (glyph->cluster > first ? glyph->cluster - first : 0);
        advance(pen, glyph->advance);
    }
    if (last > first) buffer_add_bytes(text, word->text + first, last - first);
}

/* The part in one font to which that glyph belongs: a word that breaks anywhere is a part of each of its lines. */
static unsigned first_font(const struct word *word, unsigned glyph)
{
    unsigned low = 0, high = word->font_count;
    while (high - low > 1) {
        unsigned middle = low + (high - low) / 2;
        if (word->fonts[middle].start <= glyph) low = middle;
        else high = middle;
    }
    return low;
}

void pen_word(struct pen *pen, const struct word *word, unsigned from, unsigned to, float extra)
{
    for (unsigned i = first_font(word, from); i < word->font_count && word->fonts[i].start < to; i++) {
        unsigned start = word->fonts[i].start;
        unsigned end = i + 1 < word->font_count ? word->fonts[i + 1].start : word->glyph_count;
        if (start < from) start = from;
        if (end > to) end = to;
        if (start >= end) continue;
        begin(pen, word->fonts[i].font, word->face->shaping.size);
        write_run(pen, word, start, end, extra);
    }
}

void pen_hyphen(struct pen *pen, const struct word *hyphen)
{
    if (!hyphen || hyphen->font_count != 1) return;
    begin(pen, hyphen->fonts[0].font, hyphen->face->shaping.size);
    struct buffer *text = &pen->setter->scratch.text;
    struct glyph *glyph = reserve(pen, hyphen->glyph_count);
    for (unsigned i = 0; i < hyphen->glyph_count; i++, glyph++) {
        *glyph = hyphen->glyphs[i];
        glyph->cluster = (unsigned)text->length;
        advance(pen, glyph->advance);
    }
    buffer_add(text, "\u00AD");
    pen->soft_hyphen = true;
}

static void finish(struct pen *pen, struct fragment *fragment)
{
    const struct scratch *scratch = &pen->setter->scratch;
    struct arena *arena = pen->setter->arena;
    struct glyph *glyphs = arena_array(arena, scratch->count, sizeof *glyphs);
    memcpy(glyphs, scratch->glyphs, scratch->count * sizeof *glyphs);
    fragment->style = pen->style;
    fragment->x = pen->level & 1 ? pen->x : pen->start;
    fragment->y = pen->y;
    fragment->width = fabsf(pen->x - pen->start);
    fragment->level = pen->level;
    fragment->lines = pen->lines;
    fragment->font = pen->font;
    fragment->size = pen->size;
    fragment->text = arena_copy(arena, buffer_text(&scratch->text), scratch->text.length);
    fragment->glyphs = glyphs;
    fragment->glyph_count = scratch->count;
    fragment->soft_hyphen = pen->soft_hyphen;
}

/* What is neither seen nor read, such as the room of decimals that a number lacks. */
static bool is_nothing(const struct pen *pen)
{
    return pen->style->colour.alpha == 0 && (pen->origin == ORIGIN_ARTIFACT || pen->setter->artifact);
}

void pen_end(struct pen *pen)
{
    struct scratch *scratch = &pen->setter->scratch;
    if (pen->font && scratch->count && !is_nothing(pen)) {
        struct fragment *fragment = setter_fragment(pen->setter, FRAGMENT_TEXT, pen->node, pen->origin);
        if (fragment) finish(pen, fragment);
    }
    pen->font = NULL;
    pen->soft_hyphen = false;
    scratch->count = 0;
    scratch->text.length = 0;
    if (scratch->text.data) scratch->text.data[0] = '\0';
}
