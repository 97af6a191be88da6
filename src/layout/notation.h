/* Numbers, lengths and transforms as attributes of SVG write them (SVG 2, clauses 4.3 and 8.5). */
#ifndef LAYOUT_NOTATION_H
#define LAYOUT_NOTATION_H

#include "layout/layout.h"

/* Each moves `*text` behind what it read, and leaves it where there is none. Separators before it are passed over. */
void notation_skip(const char **text);
bool notation_number(const char **text, double *number);
bool notation_flag(const char **text, bool *flag); /* one digit, as in arcs */

/* What lengths with a unit of their own are measured by, in the drawing's units. */
struct measures {
    double em;    /* the size of the font */
    double whole; /* what a percentage is of */
};

/* The first length of an attribute, in the drawing's units; `otherwise` when there is none or it is none. */
double notation_length(const struct node *node, const char *name, struct measures measures, double otherwise);

/* The transform attribute of an element; the identity when it has none or a wrong one. */
struct matrix notation_transform(const struct node *node);

extern const struct matrix matrix_identity;

/* First `inner`, then `outer`. */
struct matrix matrix_join(const struct matrix *outer, const struct matrix *inner);
void matrix_apply(const struct matrix *matrix, double *x, double *y);

/* How much longer things become by it, on average. */
double matrix_scale(const struct matrix *matrix);

/* It only moves, turns, mirrors and scales, so that a circle stays one. */
bool matrix_keeps_shape(const struct matrix *matrix);

/* It only moves and scales by a positive number. */
bool matrix_is_upright(const struct matrix *matrix);

#endif
