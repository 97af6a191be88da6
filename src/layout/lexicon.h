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

/* How a word is shaped: in which direction, and whether letters beside it, in another word, join its own. */
enum way { WAY_RIGHT = 0, WAY_LEFT = 1, WAY_JOINED_BEFORE = 2, WAY_JOINED_AFTER = 4 };

struct word {
    const char *text;
    unsigned length;
    enum way way; /* LEFT: the first glyph is the one at the right */
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

struct word *lexicon_get_as(struct setter *setter, const struct face *face, const char *text, size_t length, enum way way);

/* Fills in the points where the dictionary of its face's language allows a hyphen. */
void lexicon_hyphenate(struct setter *setter, struct word *word);

#endif
