/* Words, each shaped once per face and kept. */
#ifndef LAYOUT_LEXICON_H
#define LAYOUT_LEXICON_H

#include "layout/layout.h"

/* What decides how a text is shaped. */
struct face {
    struct shaping shaping;
    float space;           /* width of a space */
    float ascent, descent; /* points */
    const struct word *hyphen;
};

/* Glyphs from `start` on are in this font. */
struct word_font {
    const struct font *font;
    unsigned start;
};

struct hyphen_point {
    unsigned glyph, byte;
    float before; /* width up to here */
};

struct word {
    const char *text;
    unsigned length;
    const struct face *face;
    float width;
    unsigned glyph_count, font_count;
    struct glyph *glyphs;
    struct word_font *fonts;
    bool hyphenated; /* looked up */
    unsigned point_count;
    struct hyphen_point *points;
    struct word *next; /* in its bucket */
};

struct setter;
struct lexicon;

struct lexicon *lexicon_new(struct setter *setter);

/* The face of a style; equal ones are one. */
const struct face *lexicon_face(struct setter *setter, const struct computed *style);

/* The word of these bytes. */
struct word *lexicon_get(struct setter *setter, const struct face *face, const char *text, size_t length);

/* Fills in the points where the dictionary of its face's language allows a hyphen. */
void lexicon_hyphenate(struct setter *setter, struct word *word);

#endif
