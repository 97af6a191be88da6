/* The list of sources stands in the colophon, or where an author wants it. */
#include "compose/block.h"

static struct node *refuse(struct resolve *resolve, const struct block *block, const char *why)
{
    message_add(resolve->messages, BLOCK_CONTENT, block->aside->place, "%s", why);
    return NULL;
}

/* A colophon that held nothing else is none. */
static void remove_default(struct node *holder)
{
    struct node *colophon = holder->parent;
    node_remove(holder);
    const struct node *title = resolve_title(colophon);
    if (title && title == colophon->last && colophon->parent) node_remove(colophon);
}

struct node *make_sources(struct resolve *resolve, const struct block *block)
{
    struct node *list = node_by_id(resolve->root, "sources");
    if (block->title) return refuse(resolve, block, "a list of sources has no title; expected a heading above it");
    if (block->aside->first)
        return refuse(resolve, block, "the sources stand in report.yaml; expected nothing in this block");
    if (!list) return refuse(resolve, block, "report.yaml lists no sources; expected `sources:` in it");
    if (!node_has_class(list->parent, "sources-default"))
        return refuse(resolve, block, "the sources stand elsewhere in this report already; expected them once");
    struct node *holder = list->parent;
    node_remove(list);
    remove_default(holder);
    return list;
}
