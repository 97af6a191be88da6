#include "pdf/destinations.h"

#include <stdlib.h>
#include <string.h>

enum { ID_LIMIT = 1000 }; /* bytes; a name in PDF/A is limited */

static int by_id(const void *a, const void *b)
{
    const struct destination *left = a, *right = b;
    int order = strcmp(left->id, right->id);
    if (order) return order;
    return (left->anchor > right->anchor) - (left->anchor < right->anchor); /* of one array: document order */
}

/* Of equal ids the first in the document counts, as in HTML. */
static size_t drop_doubles(struct destination *items, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || strcmp(items[kept - 1].id, items[i].id) != 0) items[kept++] = items[i];
    }
    return kept;
}

struct destinations *destinations_new(struct arena *arena, const struct layout *layout)
{
    struct destinations *destinations = arena_make(arena, struct destinations);
    destinations->items = arena_array(arena, layout->anchor_count, sizeof(struct destination));
    for (size_t i = 0; i < layout->anchor_count; i++) {
        const struct anchor *anchor = &layout->anchors[i];
        const char *id = node_get(anchor->node, "id");
        if (!id || !*id || strlen(id) > ID_LIMIT || anchor->page >= layout->page_count) continue;
        destinations->items[destinations->count++] = (struct destination){id, anchor};
    }
    qsort(destinations->items, destinations->count, sizeof(struct destination), by_id);
    destinations->count = drop_doubles(destinations->items, destinations->count);
    return destinations;
}

static int against_id(const void *key, const void *item)
{
    return strcmp(key, ((const struct destination *)item)->id);
}

const struct anchor *destinations_find(const struct destinations *destinations, const char *id)
{
    const struct destination *found =
        bsearch(id, destinations->items, destinations->count, sizeof(struct destination), against_id);
    return found ? found->anchor : NULL;
}

const struct anchor *destinations_target(const struct destinations *destinations, const char *href)
{
    return href && href[0] == '#' ? destinations_find(destinations, href + 1) : NULL;
}

bool destinations_is_path(const char *address)
{
    return *address != '#' && address[strcspn(address, ":/?#")] != ':';
}

const char *destinations_address(const struct node *link)
{
    const char *own = node_get(link, "data-pdf-href"), *href = node_get(link, "href");
    if (own) return own;
    /* A path of the site leads nowhere from a file that may lie anywhere. */
    return href && *href && !destinations_is_path(href) ? href : NULL;
}

bool destinations_lead(const struct destinations *destinations, const struct node *link)
{
    const char *address = destinations_address(link);
    if (!address) return false;
    return *address != '#' || destinations_target(destinations, address);
}
