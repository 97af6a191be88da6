/* Fragments drawn into the pages' content streams, each inside the marked content of its structure element. */
#ifndef PDF_DRAW_H
#define PDF_DRAW_H

#include "base/arena.h"
#include "layout/layout.h"
#include "pdf/canvas.h"
#include "pdf/tags.h"
#include "pdf/typeface.h"

struct drawn_page {
    struct canvas canvas;
    struct tag **marked; /* the element of each marked-content sequence, by MCID */
    size_t count, capacity;
};

/* A graphics state with transparency (ISO 32000-1, 8.4.5): percentages. */
struct opacity {
    int fill, stroke, number; /* of the resource: G0 … */
    struct opacity *next;
};

/* An image that the file holds once. */
struct picture {
    const struct image *image;
    int number; /* of the resource: I0 … */
    struct picture *next;
};

enum artifact { ARTIFACT_LAYOUT, ARTIFACT_HEADER, ARTIFACT_FOOTER, ARTIFACT_WATERMARK, ARTIFACT_PAGINATION };

/* What is being drawn. */
struct drawing {
    struct arena *arena;
    const struct layout *layout;
    const struct tags *tags;
    const struct typefaces *typefaces;
    struct drawn_page *pages; /* [layout->page_count] */

    struct opacity *opacities;
    int opacity_count;
    struct picture *pictures;
    int picture_count;

    size_t page; /* the one that is being drawn */
    bool marked; /* a marked-content sequence is open: of `segment`, or an artifact when that is NULL */
    struct segment *segment;
    enum artifact artifact;
    const struct clip *clip; /* holds for what is drawn now: fragments in a row share it; NULL: none */

    const struct fragment *last;      /* the text before, and the segment it was in */
    const struct segment *last_segment;
    struct { struct stroke_line line; float x, width; } lines[LINE_COUNT]; /* wait for the end of the sequence */
};

struct drawing *draw_pages(struct arena *arena, const struct layout *layout, const struct tags *tags,
                           const struct typefaces *typefaces);

/* The tree as it is written: planned, drawn, finished. */
struct tags *tags_drawn(struct arena *arena, const struct node *document, const struct layout *layout);

/* The parts of a page, each in a file of its own. `segment` NULL: an artifact. */
void draw_text(struct drawing *drawing, const struct fragment *fragment, struct segment *segment);
void draw_box(struct canvas *canvas, const struct fragment *fragment);
bool box_is_drawn(const struct fragment *fragment);
void draw_path(struct canvas *canvas, const struct fragment *fragment);

void draw_picture(struct drawing *drawing, const struct fragment *fragment);

/* A part of a drawing that is transparent is drawn between this and canvas_restore. */
bool drawn_apart(const struct fragment *fragment);
void draw_begin_apart(struct drawing *drawing, const struct fragment *fragment);

/* Lets a clip and those around it hold. */
void draw_clip(struct canvas *canvas, const struct clip *clip);

/* Adds the box (left, top, right, bottom) of something in a link: to the line that it goes on, or as a new one. */
void note_link(struct drawing *drawing, struct tag *link, const float box[4], bool turned);

/* Draws the lines of text-decoration that wait, if any. */
void draw_lines(struct drawing *drawing);
void draw_line_of(struct drawing *drawing, int which);

#endif
