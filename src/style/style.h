/* A CSS subset: sheets in, computed style per element out. Property names, syntax and values are those of
 * CSS (Cascade 4, Selectors 4, Values 4, Text 3, Fonts 3, Paged Media 3, GCPM, Fragmentation 3); what is in the
 * subset is listed in src/style/README.md. What is not is a message, so that a style sheet never lies;
 * `@media` and `@supports` blocks for other media are skipped whole. Lengths are computed to points. */
#ifndef STYLE_STYLE_H
#define STYLE_STYLE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/message.h"
#include "base/place.h"
#include "document/document.h"

enum display {
    DISPLAY_NONE, DISPLAY_INLINE, DISPLAY_BLOCK, DISPLAY_INLINE_BLOCK, DISPLAY_LIST_ITEM, DISPLAY_TABLE,
    DISPLAY_TABLE_HEADER_GROUP, DISPLAY_TABLE_ROW_GROUP, DISPLAY_TABLE_FOOTER_GROUP, DISPLAY_TABLE_ROW,
    DISPLAY_TABLE_CELL, DISPLAY_TABLE_CAPTION, DISPLAY_GRID /* equal or fr columns in one row per filled line */
};
enum direction { DIRECTION_LTR, DIRECTION_RTL };
enum unicode_bidi { BIDI_NORMAL, BIDI_ISOLATE, BIDI_PLAINTEXT }; /* CSS Writing Modes 3, 2.2 */
enum text_align { ALIGN_START, ALIGN_END, ALIGN_CENTRE, ALIGN_JUSTIFY, ALIGN_LEFT, ALIGN_RIGHT };
enum vertical_align { VERTICAL_BASELINE, VERTICAL_SUPER, VERTICAL_SUB, VERTICAL_TOP, VERTICAL_MIDDLE, VERTICAL_BOTTOM };
enum break_rule { BREAK_AUTO, BREAK_AVOID, BREAK_PAGE, BREAK_RIGHT /* next right-hand page */ };
enum hyphens { HYPHENS_NONE, HYPHENS_MANUAL, HYPHENS_AUTO };
enum white_space { WHITE_SPACE_NORMAL, WHITE_SPACE_NOWRAP, WHITE_SPACE_PRE };
enum float_side { FLOAT_NONE, FLOAT_LEFT, FLOAT_RIGHT, FLOAT_FOOTNOTE };
enum list_style { LIST_NONE, LIST_DISC, LIST_CIRCLE, LIST_SQUARE, LIST_DECIMAL, LIST_LOWER_ALPHA, LIST_LOWER_ROMAN };
enum text_transform { TRANSFORM_NONE, TRANSFORM_UPPERCASE };
enum caption_side { CAPTION_TOP, CAPTION_BOTTOM };
enum line_cap { CAP_BUTT, CAP_ROUND, CAP_SQUARE };
enum line_join { JOIN_MITER, JOIN_ROUND, JOIN_BEVEL };
enum text_anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };
enum { DASHES_MOST = 8 };
enum side { SIDE_TOP, SIDE_RIGHT, SIDE_BOTTOM, SIDE_LEFT };

struct colour {
    unsigned char red, green, blue, alpha; /* alpha 0: transparent, 255: opaque; nothing between */
};

/* A length in points, a share of the containing block (percent: 50 = 50 %), a grid share (fr), or auto/none. */
struct length {
    enum { LENGTH_AUTO, LENGTH_POINTS, LENGTH_PERCENT, LENGTH_FRACTION } unit;
    float value;
};

struct edge {
    float width; /* 0: no border */
    struct colour colour;
    enum { EDGE_SOLID, EDGE_DASHED, EDGE_DOTTED } style;
};

/* One piece of the `content` property (CSS Generated Content, GCPM). */
struct content_piece {
    enum {
        CONTENT_TEXT,        /* text */
        CONTENT_ATTRIBUTE,   /* attr(text) */
        CONTENT_STRING,      /* string(text): set by string-set; the value at the page's start */
        CONTENT_STRING_LAST, /* string(text, last): the last value at the page's end (GCPM 3, 1.2.1) */
        CONTENT_PAGE,        /* counter(page) */
        CONTENT_PAGES,       /* counter(pages) */
        CONTENT_TARGET_PAGE, /* target-counter(attr(href), page) */
        CONTENT_LEADER       /* leader(text) */
    } kind;
    const char *text;
    bool unread; /* alternative text "": drawn, but not read aloud and no part of the text (CSS Content 3, 4) */
};

/* Lines of text-decoration; there may be several. */
enum decoration { DECORATION_UNDERLINE = 1, DECORATION_LINE_THROUGH = 2 };

struct computed {
    enum display display;
    const char *const *families; /* NULL-terminated, in order */
    float font_size;             /* points */
    int font_weight;             /* 100 to 900 */
    bool italic;
    bool small_caps, tabular_numbers;
    float line_height;    /* points, computed */
    float letter_spacing; /* points */
    struct colour colour, background;
    struct length margin[4]; /* top right bottom left; auto allowed left and right */
    float padding[4];        /* points */
    struct edge border[4];
    float border_radius;
    struct length width, min_width, max_width, height, max_height; /* max_height: of images and drawings */
    enum direction direction;
    enum unicode_bidi unicode_bidi;
    enum text_align text_align;
    enum vertical_align vertical_align;
    float text_indent;
    int decoration; /* enum decoration: of the element and of what it stands in */
    enum text_transform text_transform;
    enum hyphens hyphens;
    enum white_space white_space;
    enum list_style list_style;
    enum float_side float_side;
    enum caption_side caption_side;
    enum break_rule break_before, break_after, break_inside;
    int orphans, widows;
    bool break_word; /* overflow-wrap: anywhere */
    const char *page;       /* named page, NULL: auto */
    const char *string_set; /* name that takes this element's text, NULL: none */
    struct length grid_columns[8];
    int grid_column_count;
    float gap;             /* column and row gap, points */
    float border_spacing;  /* tables: 0 when collapsed */

    /* svg (SVG 2, clauses 11 and 13); lengths in its own units */
    struct colour fill, stroke; /* alpha 0: none */
    float stroke_width, miter_limit;
    enum line_cap line_cap;
    enum line_join line_join;
    float dashes[DASHES_MOST], dash_offset; /* an even number of dashes and gaps */
    int dash_count;                         /* 0: not dashed */
    bool even_odd;                          /* fill-rule */
    float opacity, fill_opacity, stroke_opacity; /* 0 to 1 */
    enum text_anchor text_anchor;

    const struct content_piece *content; /* of ::before, ::after, margin boxes; [content_count] */
    size_t content_count;
    const char *language; /* from the nearest lang attribute; "" when none */
    int line_numbers;     /* every so many-th line of a page is numbered; 0: none */
    float rotate;         /* of a watermark: degrees, clockwise */
};

struct sheet;

/* Parses one sheet. Never NULL; mistakes are told and left out. */
struct sheet *style_read(struct arena *arena, const struct source *source, struct messages *messages);

/* The document with its styles: mirrors it node for node (texts too: style of their parent). */
struct styled {
    const struct node *node;
    const struct computed *style;          /* equal styles may be shared */
    const struct computed *before, *after; /* NULL: no such box */
    const struct computed *marker;         /* of list items, NULL otherwise */
    struct styled *parent, *first, *next;
};

/* The sheets in cascade order; `medium` is "print", "screen" or "dark" (a screen whose reader asks for dark pages); custom properties of later sheets win, so a house's
 * own tokens go last. */
struct styled *style_document(struct arena *arena, const struct node *root, struct sheet *const *sheets,
                              size_t sheet_count, const char *medium, struct messages *messages);

/* ---- what a house sets (house.c, contrast.c) ---- */

/* The sheet is a house's own: what it sets is checked. Right after reading. */
void style_set_own(struct sheet *sheet);

/* Tells custom properties that own sheets set and no sheet uses. `sheets`: all that there are, for whatever medium. */
void style_check_variables(struct arena *arena, struct sheet *const *sheets, size_t count, struct messages *messages);

/* Tells colours of own sheets that have too little contrast with what they stand on (WCAG 2.2, 1.4.3 and 1.4.11), in the
 * medium for which the sheets are, in the order of the cascade. */
void style_check_contrast(struct arena *arena, struct sheet *const *sheets, size_t count, const char *medium,
                          struct messages *messages);

/* Calls `take` for the names of font families, and other words, that the sheet's custom properties and font-family hold. */
struct family_reader {
    void (*take)(void *context, const char *name, struct place place);
    void *context;
};
void style_each_family(struct arena *arena, const struct sheet *sheet, const struct family_reader *reader);

enum margin_box {
    MARGIN_TOP_LEFT, MARGIN_TOP_CENTER, MARGIN_TOP_RIGHT, MARGIN_BOTTOM_LEFT, MARGIN_BOTTOM_CENTER, MARGIN_BOTTOM_RIGHT,
    MARGIN_BOX_COUNT
};

struct page_style {
    float width, height;  /* points */
    float margin[4];      /* points: top right bottom left */
    const struct computed *boxes[MARGIN_BOX_COUNT]; /* NULL: empty */
    const struct computed *footnote; /* @footnote area: border-top, padding; never NULL */
    const struct computed *watermark;    /* @watermark: behind the text, in the middle of the page; NULL: none */
    const struct computed *line_numbers; /* @line-numbers: its margin on the right sets them off the text; never NULL */
    struct computed box;             /* background of the page */
};

/* The style of a page. `name` NULL: none; `first`: the first page of that name's run or the document; `left`: even. */
struct page_style style_page(struct arena *arena, struct sheet *const *sheets, size_t sheet_count, const char *name,
                             bool first, bool left, struct messages *messages);

/* The dump: every element with those computed values that are not initial; inherited ones where they differ from the
 * parent's. */
void style_dump(struct buffer *out, const struct styled *root);

#endif
