/* The direction of texts in other languages: `dir` on the elements that carry `lang`, so that site and PDF set them alike. */
#include <string.h>

#include "base/language_tag.h"
#include "compose/resolve.h"

/* That of the nearest element around it that says one. */
static const char *direction_around(const struct node *node)
{
    for (node = node->parent; node; node = node->parent) {
        const char *direction = node_get(node, "dir");
        if (direction) return direction;
    }
    return "ltr";
}

/* Elements come after those around them; each looks up as far as the document is deep, which its reader bounds. */
void resolve_directions(struct resolve *resolve)
{
    for (struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        const char *language = node->name ? node_get(node, "lang") : NULL;
        if (!language || node_get(node, "dir")) continue;
        const char *direction = language_tag_is_right_to_left(language) ? "rtl" : "ltr";
        if (strcmp(direction, direction_around(node)) != 0) node_set(resolve->arena, node, "dir", direction);
    }
}
