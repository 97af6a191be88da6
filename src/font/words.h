/* Inside the room: words as shaped once, in units of the em, kept for the run of the program.
 *
 * A report has some 25,000 words but few different ones. Shaped words do not depend on the size, so that a
 * table with text, font and features as its key makes nearly all shaping a look-up. */
#ifndef FONT_WORDS_H
#define FONT_WORDS_H

#include "font/face.h"

enum { FEATURE_SMALL_CAPS = 1, FEATURE_TABULAR_NUMBERS = 2, FEATURE_NO_LIGATURES = 4 };

/* A glyph in units of its font's em. */
struct unit_glyph {
    uint32_t id, cluster; /* cluster: bytes from the begin of the word */
    int advance, x_offset, y_offset;
};

/* A part of a word in one font. */
struct piece {
    const struct font *font;
    size_t start, end; /* bytes of the word */
    struct unit_glyph *glyphs;
    size_t glyph_count;
    struct piece *next;
};

struct word {
    const struct font *font;
    unsigned features;
    hb_language_t language;
    const char *text;
    size_t length;
    struct piece *pieces;
    uint64_t hash;
    struct word *next; /* in its chain of the table */
};

/* The shaped word that has the key's font, features, language and text. `arena` is used for words too long
 * or too many to keep. */
const struct word *words_get(struct arena *arena, struct fonts *fonts, const struct word *key);

/* Shapes the key's text into a new word in the arena (shape.c). */
struct word *shape_word(struct arena *arena, struct fonts *fonts, const struct word *key);

struct shard *words_new(struct arena *arena);
void words_free(struct shard *shards);

#endif
