/* The table of contents: a copy of the titles, nested as the document is, in the element that the template made. */
#include <string.h>

#include "compose/resolve.h"

/* What stands in the contents, and how deep. Sections only below a chapter: those of annexes and norms are
 * found on their own page. */
static int depth_of(const struct node *node)
{
    static const struct {
        const char *class;
        int depth;
    } classes[] = {{"response", 1}, {"summary", 1},    {"chapter", 1},    {"annex", 1},        {"measures", 1},
                   {"theme", 2},    {"norm", 3},       {"glossary", 1},   {"back-cover", 1}};
    if (!node_is(node, "section")) return 0;
    for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++) {
        if (node_has_class(node, classes[i].class)) return classes[i].depth;
    }
    bool below = node_has_class(node->parent, "chapter") || node_has_class(node->parent, "measures");
    return below && node_has_class(node, "section") ? 2 : 0;
}

/* Links in links are not valid, ids would stand twice, and a note is called where the title stands. */
static void clean(struct resolve *resolve, struct node *copy)
{
    for (struct node *node = copy, *next; node; node = next) {
        next = node_next(node, copy);
        node_set(resolve->arena, node, "id", NULL);
        if (!node_is(node, "a")) continue;
        if (node_has_class(node, "footnote-call")) {
            next = node_after(node, copy);
        } else {
            next = node->first ? node->first : next;
            while (node->first) {
                struct node *child = node->first;
                node_remove(child);
                node_insert_before(node, child);
            }
        }
        node_remove(node);
    }
}

static struct node *entry(struct resolve *resolve, const struct node *section, const struct node *title)
{
    struct place place = title->place;
    struct node *item = node_element(resolve->arena, "li", place);
    struct node *link = node_element(resolve->arena, "a", place);
    struct node *words = resolve_element(resolve, "span", "title", NULL, place);
    struct node *copy = node_copy(resolve->arena, title);
    clean(resolve, copy);
    node_set(resolve->arena, link, "href", arena_format(resolve->arena, "#%s", node_get(section, "id")));
    node_append(item, link);
    if (node_is(copy->first, "span") && node_has_class(copy->first, "number")) {
        struct node *number = copy->first;
        node_remove(number);
        node_append(link, number);
        node_append(link, node_text(resolve->arena, " ", place));
    }
    node_move_children(copy, words);
    if (words->first && words->first->text) words->first->text += strspn(words->first->text, " \n\t");
    node_append(link, words);
    return item;
}

/* The list that takes an entry of this depth: below the last entry that is less deep. */
static struct node *list_for(struct resolve *resolve, struct node *item, struct place place)
{
    struct node *list = node_by_name(item, "ol");
    if (list) return list;
    list = node_element(resolve->arena, "ol", place);
    node_append(item, list);
    return list;
}

static void fill(struct resolve *resolve, struct node *nav)
{
    struct node *parents[4] = {nav, NULL, NULL, NULL}; /* the last entry of each depth */
    for (struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        int depth = depth_of(node);
        const struct node *title = depth ? resolve_title(node) : NULL;
        if (!title || !node_get(node, "id")) continue;
        int above = depth - 1;
        while (!parents[above]) above--;
        struct node *item = entry(resolve, node, title);
        node_append(list_for(resolve, parents[above], nav->place), item);
        parents[depth] = item;
        for (int i = depth + 1; i < 4; i++) parents[i] = NULL;
    }
}

void resolve_contents(struct resolve *resolve)
{
    struct node *nav = node_by_class(resolve->root, "contents");
    if (!nav) return;
    fill(resolve, nav);
    if (!node_by_name(nav, "ol")) node_remove(nav);
}
