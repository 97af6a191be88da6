/* Cutting the document into pages. */
#include "site/pages.h"

#include <string.h>

static const char index_name[] = "index";

static struct page *find_page(const struct pages *pages, const char *name)
{
    for (size_t i = 0; i < pages->count; i++) {
        if (strcmp(pages->items[i]->name, name) == 0) return pages->items[i];
    }
    return NULL;
}

static struct page *add_page(struct arena *arena, struct pages *pages, const char *name, struct node *article)
{
    struct page *page = arena_make(arena, struct page);
    page->name = name;
    page->file = arena_format(arena, "%s.html", name);
    page->article = article;
    pages->items = arena_grow(arena, pages->items, pages->count, &pages->capacity, sizeof *pages->items);
    pages->items[pages->count++] = page;
    return page;
}

/* The name of the page on which an element stands: its own or that of the nearest element around it. */
static const char *page_name(const struct node *node)
{
    for (; node; node = node->parent) {
        const char *name = node_get(node, "data-page");
        if (name && *name) return name;
    }
    return index_name;
}

/* An article like the report's own, without its content: what is around the content says its language and state. */
static struct node *empty_article(struct arena *arena, const struct node *article)
{
    struct node *empty = node_element(arena, article->name, article->place);
    for (const struct attribute *attribute = article->attributes; attribute; attribute = attribute->next) {
        node_set(arena, empty, attribute->name, attribute->value);
    }
    return empty;
}

/* An element that opens another page than the one that it stands on. */
struct cut {
    struct node *node;
    const char *name, *parent;
};

struct cuts {
    struct cut *items;
    size_t count, capacity;
};

static struct cuts find_cuts(struct arena *arena, struct node *root)
{
    struct cuts cuts = {0};
    for (struct node *node = root; node; node = node_next(node, root)) {
        const char *own = node_get(node, "data-page");
        if (node == root || !own || !*own) continue;
        const char *around = page_name(node->parent);
        if (strcmp(own, around) == 0) continue;
        cuts.items = arena_grow(arena, cuts.items, cuts.count, &cuts.capacity, sizeof *cuts.items);
        cuts.items[cuts.count++] = (struct cut){.node = node, .name = own, .parent = around};
    }
    return cuts;
}

/* A name that comes back adds to its page, so that no content is ever lost. */
static void move_to_page(struct arena *arena, struct pages *pages, const struct cut *cut)
{
    struct page *page = find_page(pages, cut->name);
    if (!page) {
        page = add_page(arena, pages, cut->name, empty_article(arena, pages->items[0]->article));
        page->parent = find_page(pages, cut->parent);
        page->id = node_get(cut->node, "id");
    }
    node_remove(cut->node);
    node_append(page->article, cut->node);
}

static void name_page(struct arena *arena, struct page *page)
{
    const struct node *heading = heading_first(page->article);
    page->number = heading ? heading_number(arena, heading) : NULL;
    page->title = heading ? heading_title(arena, heading) : page->name;
}

struct pages pages_split(struct arena *arena, struct node *document)
{
    struct pages pages = {0};
    add_page(arena, &pages, index_name, document);
    struct cuts cuts = find_cuts(arena, document);
    for (size_t i = 0; i < cuts.count; i++) move_to_page(arena, &pages, &cuts.items[i]);
    for (size_t i = 0; i < pages.count; i++) name_page(arena, pages.items[i]);
    return pages;
}

/* ---- what may not leave the program ---- */

static bool is_ours(const char *name)
{
    return strncmp(name, "data-", 5) == 0 || strcmp(name, "style") == 0;
}

void attributes_strip(struct node *article)
{
    for (struct node *node = article; node; node = node_next(node, article)) {
        struct attribute **link = &node->attributes;
        while (*link) {
            if (is_ours((*link)->name)) *link = (*link)->next;
            else link = &(*link)->next;
        }
    }
}
