/* Inside the room: the style sheets of an SVG file, whose rules become attributes of the elements that they match. */
#ifndef DOCUMENT_SVG_SHEET_H
#define DOCUMENT_SVG_SHEET_H

#include <stdbool.h>

#include "base/arena.h"

/* What selectors ask of an element. */
struct svg_subject {
    const char *name, *id, *classes; /* NULL: none */
};

struct svg_sheet;

/* Reads a sheet: rules of type, class, id and universal selectors, in each other (`.plot text`), with commas between them. NULL: it
 * has something else, which `*fault` names and `*at` points to. Rules come after those of `before` (NULL: none). */
struct svg_sheet *svg_sheet_read(struct arena *arena, struct svg_sheet *before, const char *text, const char **fault, const char **at);

/* The declarations of all rules that match the last of these elements, of which each stands in the one before: the weakest first (by
 * specificity, then by order: CSS Cascade 4, 6.4), as the text of a `style` attribute. "" when none does. */
const char *svg_sheet_match(struct arena *arena, const struct svg_sheet *sheet, const struct svg_subject *path, size_t depth);

#endif
