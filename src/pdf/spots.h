/* What the plan knows of each node of the document: a map from nodes to spots. */
#ifndef PDF_SPOTS_H
#define PDF_SPOTS_H

#include <stdbool.h>

#include "base/arena.h"
#include "document/document.h"

struct spot {
    const struct node *node;
    bool drawn;                                  /* it or something below it is on a page */
    bool has_before, has_after, has_marker;      /* generated content is on a page */
    bool after_break;                            /* a text right after a line break */
    bool stands_apart;                           /* a block whose text goes on in an inline element: breaks around it */
    const char *numbering;                       /* of a list item's marker */
    struct tag *inside;                          /* where an element's content goes; NULL: artifacts */
    struct segment *content;                     /* of a text, or of drawing in a Figure; NULL: an artifact */
    struct segment *before, *after, *marker;
};

struct spots {
    struct arena *arena;
    struct spot **slots; /* open addressing */
    size_t count, capacity;
};

struct spots *spots_new(struct arena *arena);
struct spot *spots_find(const struct spots *spots, const struct node *node); /* NULL: not there */
struct spot *spots_add(struct spots *spots, const struct node *node);        /* found or made */

#endif
