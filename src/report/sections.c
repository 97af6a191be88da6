/* Splitting a body at its headings, footnotes and all. */
#include <stdlib.h>
#include <string.h>

#include "report/load.h"

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct note *)a)->name, ((const struct note *)b)->name);
}

static bool is_footnote(const struct node *node)
{
    return node_is(node, "aside") && node_has_class(node, "footnote");
}

struct notes notes_take(struct arena *arena, struct node *body)
{
    struct notes notes = {0};
    size_t capacity = 0;
    for (struct node *node = body->first, *next; node; node = next) {
        next = node->next;
        if (!is_footnote(node)) continue;
        node_remove(node);
        notes.items = arena_grow(arena, notes.items, notes.count, &capacity, sizeof *notes.items);
        notes.items[notes.count++] = (struct note){.name = node_get(node, "data-name"), .aside = node};
    }
    if (notes.count) qsort(notes.items, notes.count, sizeof *notes.items, by_name);
    return notes;
}

static void share_note(struct notes *notes, const char *name, struct node *piece)
{
    struct note wanted = {.name = name};
    struct note *note = notes->count ? bsearch(&wanted, notes->items, notes->count, sizeof wanted, by_name) : NULL;
    if (!note || note->given) return;
    note->given = true;
    node_append(piece, note->aside);
}

/* The notes that are added come behind what is walked; they hold no calls themselves. */
void notes_share(struct notes *notes, struct node *piece)
{
    for (const struct node *node = piece; node; node = node_next(node, piece)) {
        if (is_footnote(node)) return;
        if (node->name && node_has_class(node, "footnote-call")) share_note(notes, node_get(node, "href"), piece);
    }
}

static struct node *new_body(struct arena *arena, struct place place)
{
    return node_element(arena, "body", place);
}

struct sections sections_split(struct arena *arena, const struct node *body, int level)
{
    struct node *copy = node_copy(arena, body);
    struct notes notes = notes_take(arena, copy);
    struct sections sections = {.lead = new_body(arena, body->place)};
    struct node *target = sections.lead;
    size_t capacity = 0;
    for (struct node *node = copy->first, *next; node; node = next) {
        next = node->next;
        node_remove(node);
        if (node_heading_level(node) != level) {
            node_append(target, node);
            continue;
        }
        target = new_body(arena, node->place);
        sections.items = arena_grow(arena, sections.items, sections.count, &capacity, sizeof *sections.items);
        sections.items[sections.count++] = (struct section){.title = node, .body = target};
    }
    notes_share(&notes, sections.lead);
    for (size_t i = 0; i < sections.count; i++) notes_share(&notes, sections.items[i].body);
    return sections;
}
