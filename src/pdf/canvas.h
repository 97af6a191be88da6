/* A page's content stream (ISO 32000-1, 8 and 9) as it is written. Places are layout's: from the top left corner,
 * y down; they are turned here. Remembers the graphics state, so that nothing is set twice. */
#ifndef PDF_CANVAS_H
#define PDF_CANVAS_H

#include <stdbool.h>

#include "base/buffer.h"
#include "pdf/typeface.h"
#include "style/style.h"

struct graphics_state {
    struct colour fill, stroke;
    bool fill_known, stroke_known;
    double line_width;
    const struct typeface *face;
    double size, rise;
};

enum { CANVAS_DEPTH = 4 };

struct canvas {
    struct buffer out;
    double height; /* of the page */
    bool in_text;
    struct graphics_state state, saved[CANVAS_DEPTH];
    int depth;
};

struct canvas canvas_new(struct arena *arena, double page_height);

void canvas_number(struct canvas *canvas, double number, int decimals); /* and a space */
void canvas_point(struct canvas *canvas, double x, double y);           /* the numbers of a place, each with a space */
void canvas_operator(struct canvas *canvas, const char *name);          /* and a new line */

void canvas_set_fill(struct canvas *canvas, struct colour colour);
void canvas_set_stroke(struct canvas *canvas, struct colour colour, double width);
void canvas_rectangle(struct canvas *canvas, double x, double y, double width, double height); /* re */

/* Text objects: opened when text comes, closed before anything else is drawn. */
void canvas_open_text(struct canvas *canvas);
void canvas_close_text(struct canvas *canvas);
void canvas_set_font(struct canvas *canvas, const struct typeface *face, double size);

/* q and Q; nested no deeper than CANVAS_DEPTH. */
void canvas_save(struct canvas *canvas);
void canvas_restore(struct canvas *canvas);

#endif
