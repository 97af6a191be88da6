/* Tables on small screens. */
#include <stdlib.h>
#include <string.h>

#include "site/pages.h"

/* So many columns of words fit 320 px, with hyphenation. */
enum { COLUMNS_THAT_FIT = 3 };

static size_t span_of(const struct node *cell)
{
    const char *span = node_get(cell, "colspan");
    long number = span ? strtol(span, NULL, 10) : 1;
    return number > 1 && number <= 1000 ? (size_t)number : 1;
}

static size_t column_count(const struct node *table)
{
    size_t count = 0;
    const struct node *row = node_by_name(table, "tr");
    for (const struct node *cell = row ? row->first : NULL; cell; cell = cell->next) {
        if (node_is(cell, "th") || node_is(cell, "td")) count += span_of(cell);
    }
    return count;
}

/* The region is named by the table's caption, which needs an id for that. */
static void name_region(struct arena *arena, struct node *region, struct node *table, const char *fallback)
{
    struct node *caption = node_by_name(table, "caption");
    if (!caption) {
        node_set(arena, region, "aria-label", fallback);
        return;
    }
    node_set(arena, region, "aria-labelledby", node_get(caption, "id"));
}

static struct node *new_region(struct arena *arena, const struct node *table)
{
    struct node *region = node_element(arena, "div", table->place);
    node_set(arena, region, "class", "scroll");
    node_set(arena, region, "role", "region");
    node_set(arena, region, "tabindex", "0"); /* WCAG 2.1.1: what scrolls can be scrolled with the keyboard */
    return region;
}

void tables_wrap(struct arena *arena, struct node *article, const char *label)
{
    size_t number = 0;
    for (struct node *node = article, *next; node; node = next) {
        next = node_next(node, article);
        if (!node_is(node, "table") || column_count(node) <= COLUMNS_THAT_FIT) continue;
        struct node *region = new_region(arena, node), *caption = node_by_name(node, "caption");
        /* A colon cannot stand in an id that the document makes. */
        if (caption && !node_get(caption, "id")) {
            node_set(arena, caption, "id", arena_format(arena, "caption:%zu", ++number));
        }
        name_region(arena, region, node, label);
        node_replace(node, region);
        node_append(region, node);
    }
}
