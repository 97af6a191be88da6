#include "layout/lexicon.h"

#include <string.h>

#include "layout/setter.h"

struct face_entry {
    struct face face;
    struct face_entry *next;
};

/* Styles are shared, so the last few style pointers answer most questions. */
enum { FIRST_BUCKETS = 1024, RECENT_STYLES = 16 };

struct lexicon {
    struct word **buckets;
    size_t bucket_count, word_count;
    struct face_entry *faces;
    struct {
        const struct computed *style;
        const struct face *face;
    } recent[RECENT_STYLES];
    size_t oldest;
};

struct lexicon *lexicon_new(struct setter *setter)
{
    struct lexicon *lexicon = arena_make(setter->work, struct lexicon);
    lexicon->bucket_count = FIRST_BUCKETS;
    lexicon->buckets = arena_array(setter->work, FIRST_BUCKETS, sizeof *lexicon->buckets);
    return lexicon;
}

static bool same_shaping(const struct shaping *one, const struct shaping *other)
{
    return one->font == other->font && one->size == other->size && one->letter_spacing == other->letter_spacing &&
           one->small_caps == other->small_caps && one->tabular_numbers == other->tabular_numbers &&
           strcmp(one->language, other->language) == 0;
}

static const struct face *face_new(struct setter *setter, struct shaping shaping)
{
    struct face_entry *entry = arena_make(setter->work, struct face_entry);
    struct face *face = &entry->face;
    *face = (struct face){.shaping = shaping};
    entry->next = setter->lexicon->faces;
    setter->lexicon->faces = entry;
    if (!shaping.font) return face;
    const struct font_metrics *metrics = font_metrics(shaping.font);
    face->ascent = metrics->ascent * shaping.size / 1000;
    face->descent = metrics->descent * shaping.size / 1000;
    face->space = lexicon_get(setter, face, " ", 1)->width;
    face->hyphen = lexicon_get(setter, face, "-", 1);
    return face;
}

static const struct face *face_find(struct setter *setter, const struct computed *style)
{
    struct shaping shaping = {
        .font = font_find(setter->input->fonts, style->families, style->font_weight, style->italic, setter->messages),
        .size = style->font_size,
        .letter_spacing = style->letter_spacing,
        .small_caps = style->small_caps,
        .tabular_numbers = style->tabular_numbers,
        .language = style->language ? style->language : "",
    };
    for (struct face_entry *entry = setter->lexicon->faces; entry; entry = entry->next) {
        if (same_shaping(&entry->face.shaping, &shaping)) return &entry->face;
    }
    return face_new(setter, shaping);
}

const struct face *lexicon_face(struct setter *setter, const struct computed *style)
{
    struct lexicon *lexicon = setter->lexicon;
    for (size_t i = 0; i < RECENT_STYLES; i++) {
        if (lexicon->recent[i].style == style) return lexicon->recent[i].face;
    }
    const struct face *face = face_find(setter, style);
    lexicon->recent[lexicon->oldest].style = style;
    lexicon->recent[lexicon->oldest].face = face;
    lexicon->oldest = (lexicon->oldest + 1) % RECENT_STYLES;
    return face;
}

/* FNV-1a. The face's size and number of glyphs would add little: few words come in several faces. */
static size_t hash(const char *text, size_t length)
{
    size_t sum = 1469598103934665603u;
    for (size_t i = 0; i < length; i++) sum = (sum ^ (unsigned char)text[i]) * 1099511628211u;
    return sum ^ sum >> 29;
}

static void grow(struct setter *setter)
{
    struct lexicon *lexicon = setter->lexicon;
    size_t larger = lexicon->bucket_count * 4;
    struct word **buckets = arena_array(setter->work, larger, sizeof *buckets);
    for (size_t i = 0; i < lexicon->bucket_count; i++) {
        for (struct word *word = lexicon->buckets[i], *next; word; word = next) {
            next = word->next;
            size_t bucket = hash(word->text, word->length) % larger;
            word->next = buckets[bucket];
            buckets[bucket] = word;
        }
    }
    lexicon->buckets = buckets;
    lexicon->bucket_count = larger;
}

static void flatten(struct setter *setter, struct word *word, const struct shaped_text *shaped)
{
    for (size_t i = 0; i < shaped->run_count; i++) word->glyph_count += (unsigned)shaped->runs[i].glyph_count;
    word->font_count = (unsigned)shaped->run_count;
    word->glyphs = arena_array(setter->work, word->glyph_count, sizeof *word->glyphs);
    word->fonts = arena_array(setter->work, word->font_count, sizeof *word->fonts);
    unsigned start = 0;
    for (size_t i = 0; i < shaped->run_count; i++) {
        const struct shaped_run *run = &shaped->runs[i];
        word->fonts[i] = (struct word_font){run->font, start};
        if (run->glyph_count) memcpy(word->glyphs + start, run->glyphs, run->glyph_count * sizeof *run->glyphs);
        start += (unsigned)run->glyph_count;
    }
}

static struct word *shape(struct setter *setter, const struct face *face, const char *text, size_t length)
{
    struct word *word = arena_make(setter->work, struct word);
    *word = (struct word){.text = arena_copy(setter->work, text, length), .length = (unsigned)length, .face = face};
    if (!face->shaping.font) return word; /* no usable font at all: told by font_find */
    struct shaped_text shaped =
        font_shape(setter->work, setter->input->fonts, &face->shaping, word->text, length);
    word->width = shaped.width;
    flatten(setter, word, &shaped);
    return word;
}

struct word *lexicon_get(struct setter *setter, const struct face *face, const char *text, size_t length)
{
    struct lexicon *lexicon = setter->lexicon;
    size_t sum = hash(text, length);
    for (struct word *word = lexicon->buckets[sum % lexicon->bucket_count]; word; word = word->next) {
        if (word->face == face && word->length == length && memcmp(word->text, text, length) == 0) return word;
    }
    struct word *word = shape(setter, face, text, length);
    if (lexicon->word_count++ > lexicon->bucket_count) grow(setter);
    struct word **bucket = &lexicon->buckets[sum % lexicon->bucket_count];
    word->next = *bucket;
    *bucket = word;
    return word;
}

/* A point in the middle of a ligature is no point. */
static unsigned resolve_points(const struct word *word, const unsigned *offsets, size_t count,
                               struct hyphen_point *points)
{
    unsigned found = 0;
    size_t wanted = 0;
    float before = 0;
    for (unsigned glyph = 0; glyph < word->glyph_count && wanted < count; glyph++) {
        while (wanted < count && offsets[wanted] < word->glyphs[glyph].cluster) wanted++;
        bool first = glyph == 0 || word->glyphs[glyph - 1].cluster != word->glyphs[glyph].cluster;
        if (wanted < count && first && offsets[wanted] == word->glyphs[glyph].cluster)
            points[found++] = (struct hyphen_point){glyph, offsets[wanted++], before};
        before += word->glyphs[glyph].advance;
    }
    return found;
}

void lexicon_hyphenate(struct setter *setter, struct word *word)
{
    if (word->hyphenated) return;
    word->hyphenated = true;
    if (word->font_count != 1) return;
    unsigned offsets[HYPHEN_POINTS_MOST];
    const char *language = word->face->shaping.language;
    size_t count = hyphenator_points(setter->input->hyphenator, language, word->text, word->length, offsets);
    if (count == 0) return;
    word->points = arena_array(setter->work, count, sizeof *word->points);
    word->point_count = resolve_points(word, offsets, count, word->points);
}
