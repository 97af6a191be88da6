/* References between the parts of a report that are now on different pages. */
#include "site/pages.h"

#include <stdlib.h>
#include <string.h>

struct target {
    const char *id;
    size_t page; /* its number in reading order */
};

struct targets {
    struct target *items;
    size_t count, capacity;
};

/* By id; a double id (the document has none) leads to the first page, so that the order is total. */
static int compare_targets(const void *left, const void *right)
{
    const struct target *a = left, *b = right;
    int order = strcmp(a->id, b->id);
    return order ? order : (a->page > b->page) - (a->page < b->page);
}

static struct targets collect_targets(struct arena *arena, const struct pages *pages)
{
    struct targets targets = {0};
    for (size_t i = 0; i < pages->count; i++) {
        const struct node *article = pages->items[i]->article;
        /* Every page's article carries the report's own id: as a target it is the index, the first of them. */
        for (const struct node *node = article; node; node = node_next(node, article)) {
            const char *id = node_get(node, "id");
            if (!id) continue;
            targets.items =
                arena_grow(arena, targets.items, targets.count, &targets.capacity, sizeof *targets.items);
            targets.items[targets.count++] = (struct target){.id = id, .page = i};
        }
    }
    if (targets.count) qsort(targets.items, targets.count, sizeof *targets.items, compare_targets);
    return targets;
}

/* The first target with that id, or NULL. */
static const struct target *find_target(const struct targets *targets, const char *id)
{
    size_t low = 0, high = targets->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(targets->items[middle].id, id) < 0) low = middle + 1;
        else high = middle;
    }
    bool found = low < targets->count && strcmp(targets->items[low].id, id) == 0;
    return found ? &targets->items[low] : NULL;
}

static const char *address(struct arena *arena, const struct page *page, const char *id)
{
    if (page->id && strcmp(page->id, id) == 0) return page->file;
    return arena_format(arena, "%s#%s", page->file, id);
}

static void rewrite_page(struct arena *arena, const struct pages *pages, size_t number, const struct targets *targets)
{
    struct node *article = pages->items[number]->article;
    for (struct node *node = article; node; node = node_next(node, article)) {
        const char *href = node_is(node, "a") ? node_get(node, "href") : NULL;
        const struct target *target = href && href[0] == '#' ? find_target(targets, href + 1) : NULL;
        if (!target || target->page == number) continue;
        node_set(arena, node, "href", address(arena, pages->items[target->page], target->id));
    }
}

void links_rewrite(struct arena *arena, const struct pages *pages)
{
    struct targets targets = collect_targets(arena, pages);
    for (size_t i = 0; i < pages->count; i++) rewrite_page(arena, pages, i, &targets);
}
