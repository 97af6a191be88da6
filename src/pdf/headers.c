/* The heads that a cell names, by their ids (HTML's headers; ISO 32000-1, table 349; ISO 14289-1, 7.5): what rows and columns
 * do not say. Names of heads are counted through the document, so that each is there once whatever ids it has. */
#include <stdlib.h>
#include <string.h>

#include "pdf/tags.h"

struct head {
    const char *id;
    struct tag *tag;
};

struct heads {
    struct tags *tags;
    struct head *items; /* of one table, sorted by id */
    size_t count, capacity;
    int *number; /* of the last head that got a name */
};

static bool is_kind(const struct kid *kid, int kind)
{
    return kid->tag && kid->tag->written && kid->tag->type->kind == kind;
}

static const char *attribute_of(const struct tag *cell, const char *name)
{
    const char *value = cell->node ? node_get(cell->node, name) : NULL;
    return value && *value ? value : NULL;
}

static void add_head(struct heads *heads, struct tag *cell)
{
    const char *id = attribute_of(cell, "id");
    if (!id || strcmp(cell->type->name, "TH") != 0) return;
    heads->items = arena_grow(heads->tags->arena, heads->items, heads->count, &heads->capacity, sizeof *heads->items);
    heads->items[heads->count++] = (struct head){id, cell};
}

static int by_id(const void *one, const void *other)
{
    return strcmp(((const struct head *)one)->id, ((const struct head *)other)->id);
}

static struct tag *find_head(const struct heads *heads, const char *id)
{
    struct head key = {id, NULL};
    const struct head *found = bsearch(&key, heads->items, heads->count, sizeof *heads->items, by_id);
    return found ? found->tag : NULL;
}

static void name_head(struct heads *heads, struct tag *cell, const char *id)
{
    struct arena *arena = heads->tags->arena;
    struct tag *head = find_head(heads, id);
    if (!head || head == cell) return;
    if (!head->identifier) head->identifier = arena_format(arena, "head.%d", ++*heads->number);
    cell->headers = arena_grow(arena, cell->headers, cell->header_count, &cell->header_capacity, sizeof *cell->headers);
    cell->headers[cell->header_count++] = head;
}

static void name_heads(struct heads *heads, struct tag *cell)
{
    const char *ids = attribute_of(cell, "headers");
    for (; heads->count && ids && *ids; ids += strspn(ids, " ")) {
        size_t length = strcspn(ids, " ");
        if (length) name_head(heads, cell, arena_copy(heads->tags->arena, ids, length));
        ids += length;
    }
}

typedef void visit_cell(struct heads *heads, struct tag *cell);

static void visit_rows(struct heads *heads, const struct tag *group, visit_cell *visit)
{
    for (const struct kid *row = group->first; row; row = row->next) {
        if (!is_kind(row, KIND_ROW)) continue;
        for (const struct kid *cell = row->tag->first; cell; cell = cell->next) {
            if (is_kind(cell, KIND_CELL)) visit(heads, cell->tag);
        }
    }
}

static void visit_table(struct heads *heads, const struct tag *table, visit_cell *visit)
{
    for (const struct kid *kid = table->first; kid; kid = kid->next) {
        if (is_kind(kid, KIND_GROUP)) visit_rows(heads, kid->tag, visit);
    }
    visit_rows(heads, table, visit);
}

void tags_name_heads(struct tags *tags, struct tag *table, int *number)
{
    struct heads heads = {.tags = tags, .number = number};
    visit_table(&heads, table, add_head);
    if (heads.count) qsort(heads.items, heads.count, sizeof *heads.items, by_id);
    visit_table(&heads, table, name_heads);
}
