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

/* Whether a link with this href (or NULL) leads anywhere: into the document, or to an address. */
bool destinations_lead(const struct destinations *destinations, const char *href);

#endif
