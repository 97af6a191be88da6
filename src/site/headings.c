/* The headings of a page: levels, titles, numbers. */
#include "site/pages.h"

#include <string.h>

static const char *const heading_names[] = {"h1", "h2", "h3", "h4", "h5", "h6"};

/* The levels, as the document had them, of the headings around the current one; the first is the page's own. */
struct nesting {
    int levels[8]; /* rising after the first, each 1 to 6 */
    size_t depth;
};

/* Only the page's own heading is never closed, so that it stays the only h1. */
static size_t nest(struct nesting *nesting, int level)
{
    while (nesting->depth > 1 && nesting->levels[nesting->depth - 1] >= level) nesting->depth--;
    nesting->levels[nesting->depth++] = level;
    return nesting->depth;
}

void headings_level(struct node *article)
{
    struct nesting nesting = {0};
    size_t deepest = sizeof heading_names / sizeof *heading_names;
    for (struct node *node = article; node; node = node_next(node, article)) {
        int level = node_heading_level(node);
        if (level == 0) continue;
        size_t depth = nest(&nesting, level);
        node->name = heading_names[(depth < deepest ? depth : deepest) - 1];
    }
}

const struct node *heading_first(const struct node *root)
{
    for (const struct node *node = root; node; node = node_next(node, root)) {
        if (node_heading_level(node) > 0) return node;
    }
    return NULL;
}

const char *heading_number(struct arena *arena, const struct node *heading)
{
    const struct node *number = node_by_class(heading, "number");
    return number ? node_string(arena, number) : NULL;
}

static void remove_class(struct node *root, const char *class)
{
    for (struct node *node = node_next(root, root), *next; node; node = next) {
        bool goes = node->name && node_has_class(node, class);
        next = goes ? node_after(node, root) : node_next(node, root);
        if (goes) node_remove(node);
    }
}

const char *heading_title(struct arena *arena, const struct node *heading)
{
    struct node *copy = node_copy(arena, heading);
    remove_class(copy, "number");
    remove_class(copy, "footnote-call");
    return node_string(arena, copy);
}
