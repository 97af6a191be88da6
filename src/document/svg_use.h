/* Inside the room: `use` elements of an SVG file, which become copies of what they show. */
#ifndef DOCUMENT_SVG_USE_H
#define DOCUMENT_SVG_USE_H

#include "document/document.h"

/* Why a `use` cannot be drawn, and where it stands. */
struct svg_use_fault {
    const char *text; /* NULL: all were drawn */
    struct place place;
};

/* Puts a group in the place of each `use` below `root` (SVG 2, 5.6): moved by its x and y, with a copy of the element that its href
 * names; of a `symbol` the content, fitted to width and height where it has a view box. Then removes what is for reference only:
 * symbols, what stands in `defs` but clipPaths, ids of everything else. `room`: so many elements may come to it. */
struct svg_use_fault svg_use_expand(struct arena *arena, struct node *root, size_t room);

#endif
