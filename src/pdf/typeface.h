/* The fonts of the file: which glyphs are used and what each is read as; the font objects. */
#ifndef PDF_TYPEFACE_H
#define PDF_TYPEFACE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/message.h"
#include "font/font.h"
#include "layout/layout.h"
#include "pdf/clusters.h"
#include "pdf/object.h"

/* A text that a glyph stands for somewhere, and how often. */
struct reading {
    const char *text;
    size_t length, count;
    struct reading *next;
};

struct used_glyph {
    double width;             /* 1/1000 of the size, as written in the file */
    struct reading *readings;
    size_t reading_count;
    const struct reading *chosen; /* what ToUnicode says; NULL: nothing of its own */
};

struct typeface {
    const struct font *font;
    char name[8]; /* of the resource: F1 … */
    struct used_glyph **glyphs; /* by glyph id; NULL: not used */
    size_t capacity;
    uint32_t *ids; /* those that are used, in order of first use */
    size_t count, id_capacity;
    uint32_t space; /* the glyph of U+0020; 0: none seen */
    struct typeface *next;
};

struct typefaces {
    struct arena *arena;
    struct typeface *first, *last;
    int count;
};

/* All that the layout uses, with what each glyph is read as. */
struct typefaces *typefaces_new(struct arena *arena, const struct layout *layout);

struct typeface *typefaces_find(const struct typefaces *typefaces, const struct font *font);

/* The used glyph, or NULL. */
const struct used_glyph *typeface_glyph(const struct typeface *typeface, uint32_t id);

/* Whether a reader gets the cluster's text from the glyph alone. */
bool typeface_reads(const struct typeface *typeface, const struct fragment *fragment, const struct cluster *cluster);

/* Writes the font objects into the /Font resources. false: already told. */
bool typefaces_write(struct typefaces *typefaces, struct objects *objects, struct dictionary *resources,
                     struct messages *messages);

#endif
