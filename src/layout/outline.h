/* Outlines of the shapes of SVG (SVG 2, clauses 9 and 10), of lines and cubic curves only. */
#ifndef LAYOUT_OUTLINE_H
#define LAYOUT_OUTLINE_H

#include "layout/notation.h"

/* An outline while it is made: each point goes through `matrix`. */
struct outliner {
    struct arena *arena;
    struct matrix matrix;
    struct outline *outline;
    size_t capacity;
};

struct outliner outliner_new(struct arena *arena, const struct matrix *matrix);

struct point {
    double x, y;
};

void outline_move(struct outliner *outliner, struct point to);
void outline_line(struct outliner *outliner, struct point to);
void outline_curve(struct outliner *outliner, struct point first, struct point second, struct point to);
void outline_close(struct outliner *outliner);

/* An elliptical arc as path data gives it (B.2). */
struct arc {
    double rx, ry, turn; /* degrees */
    bool large, clockwise;
};

void outline_arc(struct outliner *outliner, struct point from, struct arc arc, struct point to);

/* Path data (9.3): what is wrong in it ends the path there, as SVG asks. */
void outline_path(struct outliner *outliner, const char *data);

/* The size of what percentages are of: width, height, diagonal / sqrt 2 (8.9). */
struct space {
    double width, height, em;
};

/* Adds what a path, rect, line, circle, ellipse, polyline or polygon draws; nothing for other elements. */
void outline_element(struct outliner *outliner, const struct node *element, struct space space);

#endif
