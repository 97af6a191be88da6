/* The pen writes words into text fragments: as few as fonts allow. */
#ifndef LAYOUT_PEN_H
#define LAYOUT_PEN_H

#include "layout/lexicon.h"

struct pen {
    struct setter *setter;
    const struct computed *style;
    const struct node *node;
    enum origin origin;
    float x, y; /* where the next glyph goes: from right to left its right end */
    const struct stroke_line *lines; /* [LINE_COUNT] on the page, of text-decoration; NULL: none */
    unsigned char level; /* of embedding (UAX #9): odd writes from right to left */

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

/* Goes to where a word of this width and level begins, x being its left end; the fragment goes on when it is there already. */
void pen_go(struct pen *pen, float x, float width, unsigned char level);

/* Writes glyphs `from` to before `to`; each is `extra` wider. */
void pen_word(struct pen *pen, const struct word *word, unsigned from, unsigned to, float extra);

/* Writes the hyphen that a line break adds. */
void pen_hyphen(struct pen *pen, const struct word *hyphen);

/* Ends the fragment. */
void pen_end(struct pen *pen);

#endif
