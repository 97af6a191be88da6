/* Where links and bookmarks lead: the layout's anchors by id. */
#ifndef PDF_DESTINATIONS_H
#define PDF_DESTINATIONS_H

#include <stdbool.h>

#include "base/arena.h"
#include "layout/layout.h"

struct destination {
    const char *id;
    const struct anchor *anchor;
};

struct destinations {
    struct destination *items; /* sorted by id, each once */
    size_t count;
};

struct destinations *destinations_new(struct arena *arena, const struct layout *layout);

const struct anchor *destinations_find(const struct destinations *destinations, const char *id); /* NULL: none */

/* The anchor of "#id"; NULL when it is something else or not there. */
const struct anchor *destinations_target(const struct destinations *destinations, const char *href);

/* Whether a link leads anywhere: into the document, to an address, or to another file beside this one. */
bool destinations_lead(const struct destinations *destinations, const struct node *link);

/* Where a link leads from a PDF, which may be another address than on the site: a path of the site is none here, but
 * `data-pdf-href` may hold a path to another PDF, `../ID/ID.pdf#id`. NULL: nowhere. */
const char *destinations_address(const struct node *link);

/* A path from this file to another one, and no URI (RFC 3986, 4.2). */
bool destinations_is_path(const char *address);

#endif
