/* A picture as inline SVG: shapes, texts and patterns on a plane of user units (inside compose/ only).
 *
 * All pictures are PICTURE_WIDTH units wide and are scaled by the style; a text of PICTURE_LETTER units is then as
 * large as the text around it, and still some 9 pixels high on a screen of 320. Colours are classes: shapes of a series
 * stand in a `g` of class `chart-series-N`, whose custom properties they take (styles/document.css). No fonts are known
 * here: the width of a text is an estimate that errs to the wide side. */
#ifndef COMPOSE_PICTURE_H
#define COMPOSE_PICTURE_H

#include "compose/resolve.h"
#include "report/report.h"

enum { PICTURE_WIDTH = 360, PICTURE_LETTER = 12, PICTURE_LINE = 15 };

struct picture {
    struct resolve *resolve;
    struct node *svg, *into; /* into: where shapes go: the svg or one of its groups */
    struct place place;
};

enum anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

struct point {
    double x, y;
};

struct rectangle {
    double x, y, width, height;
};

/* Broken, for what is not known or not counted. */
void picture_dash(struct picture *picture, struct node *shape, const char *dashes);

struct picture picture_new(struct resolve *resolve, struct place place);

/* Gives it its height. */
void picture_finish(struct picture *picture, double height);

/* ---- shapes: in the order of drawing ---- */

void picture_text(struct picture *picture, const char *class, enum anchor anchor, struct point at, const char *text);
struct node *picture_rectangle(struct picture *picture, const char *class, struct rectangle rectangle);
struct node *picture_line(struct picture *picture, const char *class, struct point from, struct point to);
/* A shape that has no fill of its own, only a stroke, is of a class that says so. */
struct node *picture_path(struct picture *picture, const char *class, const char *data);

/* "12.25": for path data. */
void picture_number(struct buffer *path, double number);
/* "M12.25 3": a command with a point. */
void picture_point(struct buffer *path, const char *command, struct point point);

/* ---- series: told apart by colour and by pattern (pattern.c) ---- */

/* What follows is of series `index` (from 0), until the end. */
void picture_begin_series(struct picture *picture, size_t index);
void picture_end_series(struct picture *picture);

/* An area of the series that was begun; `index` again, for its pattern. */
void picture_area(struct picture *picture, size_t index, struct rectangle area);

/* A piece of a ring; angles in turns, clockwise from the top. */
struct arc {
    struct point centre;
    double inner, outer, from, to;
};
void picture_ring(struct picture *picture, size_t index, struct arc arc);

/* A text on an area, with as much of the pattern taken away as it needs. */
void picture_figure(struct picture *picture, struct point middle, const char *text);

/* A point of a line, in the shape of the series. */
void picture_marker(struct picture *picture, size_t index, struct point at);
/* A line of the series, broken in its own way. */
void picture_curve(struct picture *picture, size_t index, const char *data);

/* Names of series, each behind an area or a piece of line: from the top `y`; gives the bottom. */
enum legend { LEGEND_AREAS, LEGEND_CURVES };
struct names {
    const char *const *items;
    size_t count;
};
double picture_legend(struct picture *picture, enum legend legend, struct names names, double y);

/* ---- texts ---- */

/* At most as wide as this it is, in any of the usual fonts. */
double picture_text_width(const char *text);

/* The text in lines of at most that width, cut after so many; each a copy. */
struct lines {
    const char **items;
    size_t count;
};
struct lines picture_wrap(struct arena *arena, const char *text, double width, size_t most);

/* `x`, or as near to it as a text of that width can have its middle in the picture. */
double picture_inside(double x, double width);

/* Lines below one another, the first with its top at `top.y`; gives the bottom. */
double picture_lines(struct picture *picture, const char *class, enum anchor anchor, struct point top,
                     struct lines lines);

#endif
