/* The pen writes words into text fragments: as few as fonts allow. */
#ifndef LAYOUT_PEN_H
#define LAYOUT_PEN_H

#include "layout/lexicon.h"

struct pen {
    struct setter *setter;
    const struct computed *style;
    const struct node *node;
    enum origin origin;
    float x, y; /* where the next glyph goes */

    /* the fragment that is being written; its text and glyphs grow in setter->scratch */
    const struct font *font; /* NULL: none */
    float start, size;
    bool soft_hyphen;
};

/* Working memory of pens, used by one at a time. */
struct scratch {
    struct buffer text;
    struct glyph *glyphs;
    size_t count, capacity;
};

struct pen pen_new(struct setter *setter, const struct computed *style, const struct node *node, enum origin origin);

/* Writes glyphs `from` to before `to`; each is `extra` wider. */
void pen_word(struct pen *pen, const struct word *word, unsigned from, unsigned to, float extra);

/* Writes the hyphen that a line break adds. */
void pen_hyphen(struct pen *pen, const struct word *hyphen);

/* Ends the fragment. */
void pen_end(struct pen *pen);

#endif
