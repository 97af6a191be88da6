/* From a finished document to what others may refer to in it. All that is kept is copied. */
#include "compose/passages.h"

#include <string.h>

#include "compose/compose.h"
#include "compose/reference.h"

struct taking {
    struct arena *arena;
    const struct report *report;
    const struct node *document;
    const struct printed *printed; /* those that come next */
    size_t printed_left, quoted_next;
    struct passages *passages;
};

/* ---- copies ---- */

static struct node *copy_one(struct arena *arena, const struct node *node)
{
    if (!node->name) return node_text(arena, arena_string(arena, node->text), node->place);
    struct node *copy = node_element(arena, arena_string(arena, node->name), node->place);
    for (const struct attribute *attribute = node->attributes; attribute; attribute = attribute->next) {
        if (strcmp(attribute->name, "id") != 0)
            node_set(arena, copy, arena_string(arena, attribute->name), arena_string(arena, attribute->value));
    }
    return copy;
}

/* Left out with all in it: notes and their calls, and the title of a boxed block. */
static bool is_left_out(const struct node *node)
{
    return node_has_class(node, "footnote-call") || node_has_class(node, "footnote") ||
           node_has_class(node, "block-title");
}

/* A copy of what stands in `from`, without ids, notes and links: what leads on from there does not lead on from here. Recursion
 * is as deep as the document, which its reader bounds. */
static void copy_children(struct arena *arena, const struct node *from, struct node *to)
{
    for (const struct node *child = from->first; child; child = child->next) {
        if (is_left_out(child)) continue;
        struct node *copy = node_is(child, "a") ? to : copy_one(arena, child);
        if (copy != to) node_append(to, copy);
        copy_children(arena, child, copy);
    }
}

static struct node *copy_content(struct arena *arena, const struct node *from)
{
    struct node *copy = node_element(arena, "div", from->place);
    copy_children(arena, from, copy);
    return copy;
}

/* ---- words ---- */

/* What holds the words of an element, and only those; NULL: it is made of parts, and is not shown whole. */
static const struct node *words_of(const struct node *node)
{
    static const char *const shown[] = {"li", "p", "aside", "blockquote", "td", "dd"};
    if (node_has_class(node, "quote")) return node_by_name(node, "blockquote");
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        if (node_is(node, shown[i])) return node;
    }
    return NULL;
}

static const char *language_of_node(const struct node *node)
{
    for (; node; node = node->parent) {
        const char *language = node_get(node, "lang");
        if (language) return language;
    }
    return NULL;
}

/* Ids come in the document's order, the quoted ones are sorted. */
static bool is_quoted(const struct report *report, const char *id)
{
    size_t low = 0, high = report->quoted_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(report->quoted[middle], id);
        if (order == 0) return true;
        if (order < 0) low = middle + 1;
        else high = middle;
    }
    return false;
}

static void take_words(struct taking *taking, const struct node *node, struct passage *passage)
{
    struct arena *arena = taking->arena;
    if (!is_quoted(taking->report, passage->id)) return;
    const struct node *shown = words_of(node), *caption = node_by_name(node, "figcaption");
    const struct node *content = copy_content(arena, shown ? shown : node);
    passage->words = node_string(arena, content);
    if (shown) passage->content = content;
    if (caption && node_has_class(node, "quote") && *node_string(arena, caption))
        passage->speaker = copy_content(arena, caption);
}

/* ---- places ---- */

static const char *address_of(struct arena *arena, const struct node *node, const char *id)
{
    for (; node; node = node->parent) {
        const char *page = node_get(node, "data-page");
        if (page && *page) return arena_format(arena, "%s.html#%s", page, id);
    }
    return arena_format(arena, "index.html#%s", id);
}

/* Printed places are in the document's order, as the walk is. */
static const char *page_of(struct taking *taking, const struct node *node)
{
    if (taking->printed_left == 0 || taking->printed->node != node) return NULL;
    taking->printed_left--;
    return arena_string(taking->arena, taking->printed++->page);
}

/* The nearest part around a node that is called by its number. */
static const struct passage *part_around(const struct taking *taking, const struct node *node)
{
    for (node = node->parent; node; node = node->parent) {
        const char *id = node_get(node, "id");
        const struct passage *passage = id ? map_get(taking->passages->by_id, id) : NULL;
        if (passage && passage->phrase && !passage->around) return passage;
    }
    return NULL;
}

static void take(struct taking *taking, const struct node *node, const char *id, const char *page)
{
    struct arena *arena = taking->arena;
    struct passage *passage = arena_make(arena, struct passage);
    struct naming naming = {0};
    bool named = reference_name(arena, node, &naming);
    const char *language = language_of_node(node);
    passage->id = arena_string(arena, id);
    passage->address = address_of(arena, node, id);
    passage->page = page;
    passage->language = language ? arena_string(arena, language) : NULL;
    passage->phrase = named ? naming.phrase : NULL;
    passage->number = named ? arena_string(arena, naming.number) : NULL;
    if (!named || naming.within) passage->around = part_around(taking, node);
    take_words(taking, node, passage);
    map_add(taking->passages->by_id, passage->id, passage);
}

const struct passages *compose_passages(struct arena *arena, const struct report *report, const struct node *document,
                                        const struct printed *printed, size_t printed_count)
{
    struct taking taking = {.arena = arena, .report = report, .document = document, .printed = printed,
                            .printed_left = printed_count};
    taking.passages = arena_make(arena, struct passages);
    taking.passages->by_id = map_new(arena);
    for (const struct node *node = document; node; node = node_next(node, document)) {
        const char *id = node_get(node, "id"), *page = page_of(&taking, node);
        if (id && node != document) take(&taking, node, id, page);
    }
    return taking.passages;
}
