/* The inline content of one box: items in a row, the lines they are broken into. */
#ifndef LAYOUT_TEXT_H
#define LAYOUT_TEXT_H

#include "layout/box.h"
#include "layout/lexicon.h"

/* One inline element (or the block itself) that items stand in. */
struct span {
    struct span *parent;
    const struct node *node;
    const struct computed *style;
    enum origin origin;
    const struct face *face;
    float shift;        /* of its baseline from the line's, down is positive */
    float above, below; /* of its line-height box, from the line's baseline */
    float ascent, descent; /* of the font */
    size_t place;       /* of its anchor, plus 1 */
    const struct stroke_line *lines; /* [LINE_COUNT] of text-decoration, y from the line's baseline; NULL: none */
    const char *string; /* running string that it sets, or NULL */
    bool visible;       /* has a background or borders of its own */
    size_t fragment;    /* while a line is drawn: its open box fragment, plus 1 */
    struct reach *reach; /* while a line that runs both ways is drawn: where it stands there */
};

enum item_kind {
    ITEM_WORD,    /* text that belongs together: a word or the part of it between two opportunities */
    ITEM_SPACE,   /* one space, gone at a line's end */
    ITEM_NEWLINE, /* br, or a preserved newline */
    ITEM_OBJECT,  /* an inline-block or drawing */
    ITEM_OPEN,    /* an inline element begins / ends: edges, background, anchor */
    ITEM_CLOSE,
    ITEM_LEADER, /* fills the line */
    ITEM_CALL,   /* of a footnote */
    ITEM_GONE    /* white space that is not set; in no finished text */
};

enum opportunity { OPPORTUNITY_NONE, OPPORTUNITY_BREAK, OPPORTUNITY_SOFT_HYPHEN };

enum { LEVEL_NONE = 255 };

struct item {
    enum item_kind kind;
    unsigned char level;    /* of embedding (UAX #9): odd runs from right to left; 0 where nothing does */
    enum opportunity after; /* may a line end here */
    bool hyphenate;         /* WORD: by the dictionary */
    bool verbatim;          /* WORD: of an address, a file name or code, where no hyphen is ever added */
    float width;
    struct span *span;
    const struct node *node; /* the text node; the element for generated content */
    union {
        struct word *word;
        struct box *object;
        size_t call; /* number of the note */
    };
};

/* A place in the text: before glyph `glyph` (at byte `byte`) of the word, or before the item when both are 0. */
struct position {
    size_t item;
    unsigned glyph, byte;
};

struct line {
    struct position start, end;
    bool hyphen;       /* a hyphen is added */
    bool space;        /* a space ends the line and is not shown */
    bool last;         /* of the paragraph, or before a forced break */
    float width;       /* natural, with the hyphen */
    float indent, room; /* from the content box's left edge; room for the line */
    unsigned spaces;   /* that stretch when justified */
    float ascent, height;
};

struct text {
    struct item *items;
    size_t count, capacity;
    double *ends; /* natural width up to and with item i */
    struct span *root;
    struct line *lines;
    size_t line_count;
    float width;     /* for which the lines were broken; < 0: not broken yet */
    float height;    /* of all lines */
    bool inset;      /* broken beside floats */
    bool dynamic;    /* holds page numbers or running strings */
    unsigned long signature; /* of those */
    bool has_calls, has_leader, has_objects;
    bool turned;             /* something runs from right to left: items have levels */
    unsigned char level;     /* of the paragraph */
};

/* The items of a box (HOLDS_LINES), made when needed; made anew when a page number in them has changed. */
struct text *text_of(struct setter *setter, struct box *box);

/* Sets text->ends from the items' widths. */
void text_sum_widths(struct text *text);

/* What floats take of a line, left and right. */
struct inset {
    float left, right;
};

struct insets {
    const struct inset *items; /* of the first lines */
    size_t count;
};

/* Breaks the text into lines for this width, unless that is done already. */
void text_break(struct setter *setter, struct box *box, float width, const struct insets *insets);

/* Widths of CSS 2.1, 17.5.2.2: as narrow as words allow, and without any break but forced ones. */
void text_extent(struct setter *setter, struct box *box, float *min, float *max);

/* The width of the widest part that neither a space nor a hyphen breaks: what text_extent's `min` would be if its words were
 * hyphenated. */
float text_least(struct setter *setter, struct box *box);

/* Ascent and height of a line, once its start and end are known. */
void line_measure(struct setter *setter, const struct text *text, struct line *line);

/* Draws line number `index` with its top at y. */
void line_draw(struct setter *setter, struct box *box, size_t index, float x, float y);

/* The footnote calls in a line: numbers `*from` to before `*to`. */
void line_calls(const struct text *text, const struct line *line, size_t *from, size_t *to);

/* The item behind the last one that the line shows, also in part. */
size_t line_end(const struct line *line);

#endif
