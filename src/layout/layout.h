/* Elements + styles + fonts -> pages of placed fragments. Knows no PDF.
 *
 * A block, row or paragraph that breaks over pages is several fragments of one element: layout goes on at a
 * resume point (never pages by modulo on one endless column). Lengths are points; the origin is the page's
 * top left corner, y goes down. */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/message.h"
#include "document/document.h"
#include "font/font.h"
#include "image/image.h"
#include "style/style.h"

/* Why something is on the page: decides how it is tagged. */
enum origin {
    ORIGIN_CONTENT,  /* the text or drawing of `node` itself */
    ORIGIN_BEFORE,   /* generated content that belongs to element `node`, read before / after its content */
    ORIGIN_AFTER,
    ORIGIN_MARKER,   /* a list item's marker (tagged Lbl) */
    ORIGIN_ARTIFACT, /* backgrounds, rules, leaders, repeated table heads, continuation marks */
    ORIGIN_PAGINATION, /* running header and footer */
    ORIGIN_WATERMARK,  /* behind the text of the whole page */
    ORIGIN_LINE_NUMBER /* beside a line */
};
/* What is not read stands from ORIGIN_ARTIFACT on. */

/* One step of an outline: to points[0], or by a cubic Bézier curve with control points 0 and 1 to points[2]. */
enum step_kind { STEP_MOVE, STEP_LINE, STEP_CURVE, STEP_CLOSE };

struct outline_step {
    enum step_kind kind;
    float points[3][2];
};

struct outline {
    struct outline_step *steps;
    size_t count;
    float box[4]; /* around all points: left, top, right, bottom */
};

/* x' = a x + c y + e, y' = b x + d y + f, as SVG names them. */
struct matrix {
    double a, b, c, d, e, f;
};

/* What lies outside is not painted. */
struct clip {
    const struct outline *outline; /* in the page's coordinates */
    bool even_odd;
    const struct clip *outer; /* a second one that holds as well; NULL: none */
};

/* A line of text-decoration over a fragment: from its left to its right end. */
struct stroke_line {
    float y, thickness; /* of its upper edge; thickness 0: no such line */
    struct colour colour;
};

enum { LINE_UNDER, LINE_THROUGH, LINE_COUNT };

enum fragment_kind { FRAGMENT_BOX, FRAGMENT_TEXT, FRAGMENT_PATH, FRAGMENT_IMAGE };

/* One thing to draw. For TEXT `node` is the text node (CONTENT) or the element (BEFORE, AFTER, MARKER); for PATH the
 * shape's element in the svg; for IMAGE the img; NULL for artifacts. */
struct fragment {
    enum fragment_kind kind;
    enum origin origin;
    const struct node *node;
    const struct computed *style;
    float x, y, width, height; /* border box; for text: y is the baseline, height 0; for paths: around the outline */

    /* BOX: background, borders and radius from `style`; sides whose edge lies on another page or is
     * suppressed are false */
    bool edges[4];

    /* TEXT: glyphs in one font at style->font_size * scale; `text` is exactly what the glyphs show, in reading order;
     * each glyph's cluster is an offset into it. A space that ends a line is in the text of the last fragment
     * of that line although it has no width on the page, so that words never run together.
     * soft_hyphen: the last glyph is a hyphen that the line break added (read as U+00AD). */
    const struct font *font;
    float size;
    const char *text;
    const struct glyph *glyphs;
    size_t glyph_count;
    bool soft_hyphen;
    unsigned char level; /* of embedding (UAX #9). Odd: the glyphs, which stand in the order of the text, go from right to
                          * left, the first one at the right end. Neighbours in the text are not always so on the page
                          * where one of them has another level than 0. */
    const struct stroke_line *lines; /* [LINE_COUNT], those of text-decoration; NULL: none */

    /* PATH: paints come from `style`; what it says of strokes (width, dashes) is multiplied by `scale`. With a matrix
     * the outline and its stroke are in coordinates of their own, which it maps to the page; without one the
     * outline is in the page's. */
    const struct outline *outline;
    float scale;

    /* IMAGE: fills the border box. */
    const struct image *image;

    /* Of drawings and watermarks. For TEXT the matrix maps the upright text at the origin to its place (e, f = x, y). */
    const struct matrix *matrix; /* NULL: none */
    const struct clip *clip;     /* NULL: none */
    float fill_transparency, stroke_transparency; /* 0: opaque, 1: not there */
};

struct page {
    float width, height;
    const char *label; /* as printed on it and in /PageLabels: "1" … */
    struct fragment *fragments; /* in painting order; text that is content in reading order */
    size_t fragment_count, capacity;
};

/* Where an element begins: links and bookmarks go there. */
struct anchor {
    const struct node *node;
    size_t page; /* from 0 */
    float x, y;
};

struct layout {
    struct page *pages;
    size_t page_count, page_capacity;
    const struct anchor *anchors; /* every heading and every element with an id, in document order */
    size_t anchor_count;
};

/* Dictionaries for a run of the program, each read when a word first needs it; safe for several threads. */
struct hyphenator;
struct hyphenator *hyphenator_new(const char *folder); /* which holds hyph_LANG.dic */
void hyphenator_free(struct hyphenator *hyphenator);   /* NULL is allowed */

struct layout_input {
    const struct styled *root;
    struct sheet *const *sheets;
    size_t sheet_count;
    struct fonts *fonts;
    struct hyphenator *hyphenator; /* NULL: nothing is hyphenated */
    const struct images *images;   /* that `img` elements name in src; others leave their place empty. NULL: none */
};

/* Lays the document out; page numbers in references are right (laid out again until nothing moves, at most 5
 * times). Never fails on content: what is too large for a page is set anyway and told (LAYOUT_OVERFLOW). */
struct layout *layout_document(struct arena *arena, const struct layout_input *input, struct messages *messages);

/* The dump: per page every fragment with its place, size, style in short, and text. */
void layout_dump(struct buffer *out, const struct layout *layout);

#endif
