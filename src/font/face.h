/* Inside the room: one opened face, and what struct fonts holds. */
#ifndef FONT_FACE_H
#define FONT_FACE_H

#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pthread.h>

#include "font/font.h"

struct font {
    hb_face_t *face;
    hb_font_t *shaper;             /* scaled to units of the em; immutable, so that threads may share it */
    unsigned units_per_em, number; /* number: in order of opening */
    const char *path, *name;
    unsigned index;     /* in a collection */
    unsigned embedding; /* OS/2 fsType */
    struct font_metrics metrics;
    uint32_t space, replacement; /* glyphs of U+0020 (0: none), and of U+FFFD or the nearest to it */
    int space_advance;
};

/* Why a file cannot serve. */
enum usability { FACE_USABLE, FACE_UNREADABLE, FACE_NOT_TRUETYPE, FACE_VARIABLE, FACE_NOT_EMBEDDABLE };

/* "has CFF outlines …": what stands behind the name of the font in a message. */
const char *usability_reason(enum usability usability);

/* Opens face `index` of the file. NULL: `*usability` says why. */
struct font *face_open(struct arena *arena, const char *path, unsigned index, enum usability *usability);
void face_close(struct font *font);

/* The words of OS/2 fsType. */
enum {
    EMBEDDING_RESTRICTED = 0x0002,
    EMBEDDING_USAGE = 0x000F, /* 0: installable, without restriction */
    EMBEDDING_NO_SUBSETTING = 0x0100,
    EMBEDDING_BITMAP_ONLY = 0x0200
};

struct choice; /* an answer of font_find */
struct shard;  /* of the shaped words */
struct fallback;
struct lack;
struct asked;

enum { SHARD_COUNT = 16 };

struct fonts {
    pthread_mutex_t lock; /* all below but the shards, which have their own */
    struct arena *arena;
    FcConfig *config; /* NULL until the first font is looked for */
    struct font **faces;
    size_t face_count, face_capacity;
    struct choice *choices;
    struct fallback *fallbacks; /* one per weight and slant */
    const char **told;          /* families and the like that a message was given for */
    size_t told_count, told_capacity;
    unsigned char *uncovered;   /* a bit for each code point that no font has; NULL: none yet */
    const struct lack *lacks;   /* those that an unusable font has */
    const struct asked *asked;  /* where families were asked for */
    struct shard *shards; /* [SHARD_COUNT] */
};

/* The face in that file, opened once. The caller holds the lock. */
struct font *fonts_open(struct fonts *fonts, const char *path, unsigned index, enum usability *usability);

/* Whether this is the first time that `what` is to be told. The caller holds the lock. */
bool fonts_first_telling(struct fonts *fonts, const char *what);

/* lack.c. The caller holds the lock. `font`: the first that has the character and cannot be used; NULL: there is none. */
void fonts_note_lack(struct fonts *fonts, uint32_t code_point, const char *font, enum usability usability);
bool fonts_know_lack(const struct fonts *fonts, uint32_t code_point);

/* The first font, as fontconfig sorts them for this face's weight and slant, that has every code point of
 * the text that shows. NULL: none; kept for font_lacking when the text is one code point. Takes the lock. */
const struct font *fallback_find(struct fonts *fonts, const struct font *font, const char *text, size_t length);
void fallback_free(struct fallback *fallback);

#endif
