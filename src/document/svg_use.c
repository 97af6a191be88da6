#include "document/svg_use.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A `use` in what a `use` shows; a circle goes on for ever. */
enum { NESTED_MOST = 16, DEPTH_MOST = 60 };

struct named {
    const char *id;
    struct node *node;
};

struct expansion {
    struct arena *arena;
    struct named *items; /* by id */
    size_t count, capacity, room;
    struct svg_use_fault fault;
};

/* ---- what can be shown ---- */

static int by_id(const void *a, const void *b)
{
    return strcmp(((const struct named *)a)->id, ((const struct named *)b)->id);
}

static void find_ids(struct expansion *expansion, struct node *root)
{
    for (struct node *node = root; node; node = node_next(node, root)) {
        const char *id = node->name ? node_get(node, "id") : NULL;
        if (!id) continue;
        expansion->items =
            arena_grow(expansion->arena, expansion->items, expansion->count, &expansion->capacity, sizeof *expansion->items);
        expansion->items[expansion->count++] = (struct named){id, node};
    }
    if (expansion->count) qsort(expansion->items, expansion->count, sizeof *expansion->items, by_id);
}

static struct node *target_of(const struct expansion *expansion, const struct node *use)
{
    const char *href = node_get(use, "href");
    if (!href || *href != '#' || !expansion->count) return NULL;
    struct named key = {href + 1, NULL};
    struct named *found = bsearch(&key, expansion->items, expansion->count, sizeof key, by_id);
    return found ? found->node : NULL;
}

/* ---- one copy ---- */

static double number_of(const struct node *node, const char *name, double otherwise)
{
    const char *value = node_get(node, name);
    return value ? strtod(value, NULL) : otherwise;
}

/* How a symbol's view box fits the size of the use: whole, and in the middle (SVG 2, 8.6: xMidYMid meet). NULL: not known. */
static const char *fit_symbol(struct arena *arena, const struct node *use, const struct node *symbol)
{
    const char *box = node_get(symbol, "viewBox");
    if (!box) return "";
    double sides[4];
    for (int i = 0; i < 4; i++) {
        char *end;
        sides[i] = strtod(box += strspn(box, " ,\t\r\n"), &end);
        if (end == box) return NULL;
        box = end;
    }
    double width = number_of(use, "width", number_of(symbol, "width", NAN));
    double height = number_of(use, "height", number_of(symbol, "height", NAN));
    double scale = fmin(width / sides[2], height / sides[3]);
    if (!(scale > 0) || !isfinite(scale) || !isfinite(width) || !isfinite(height)) return NULL;
    return arena_format(arena, " translate(%.8g %.8g) scale(%.8g)", (width - sides[2] * scale) / 2 - sides[0] * scale,
                        (height - sides[3] * scale) / 2 - sides[1] * scale, scale);
}

/* The use's own attributes but those that say what is shown and where; `use` becomes `g`. */
static struct node *group_for(struct arena *arena, const struct node *use, const char *fit)
{
    struct node *group = node_element(arena, "g", use->place);
    for (const struct attribute *attribute = use->attributes; attribute; attribute = attribute->next) {
        static const char *const own[] = {"x", "y", "width", "height", "href", "id", "transform"};
        bool kept = true;
        for (size_t i = 0; i < sizeof own / sizeof *own; i++) kept &= strcmp(attribute->name, own[i]) != 0;
        if (kept) node_set(arena, group, attribute->name, attribute->value);
    }
    const char *transform = node_get(use, "transform");
    const char *moved = arena_format(arena, "%s translate(%.8g %.8g)%s", transform ? transform : "", number_of(use, "x", 0),
                                     number_of(use, "y", 0), fit);
    node_set(arena, group, "transform", moved + (*moved == ' '));
    return group;
}

/* In elements; long outlines and texts count as several. */
static size_t size_of(const struct node *root)
{
    enum { BYTES_OF_ONE = 200 };
    size_t size = 0, bytes = 0;
    for (const struct node *node = root; node; node = node_next(node, root)) {
        size += node->name != NULL;
        if (node->text) bytes += strlen(node->text);
        for (const struct attribute *attribute = node->attributes; attribute; attribute = attribute->next)
            bytes += strlen(attribute->value);
    }
    return size + bytes / BYTES_OF_ONE;
}

static bool fail(struct expansion *expansion, const struct node *use, const char *text)
{
    expansion->fault = (struct svg_use_fault){text, use->place};
    return false;
}

static size_t depth_of(const struct node *node, const struct node *root)
{
    size_t depth = 0;
    for (; node && node != root; node = node->parent) depth++;
    return depth;
}

/* Whether a copy of it in the place of the use would be nested too deep, or hold an id twice. */
static const char *fault_of_copy(const struct node *use, const struct node *target)
{
    size_t around = depth_of(use, NULL);
    for (const struct node *node = target; node; node = node_next(node, target)) {
        if (node_is(node, "clipPath")) return "a `use` of what has a clipPath in it";
        if (around + depth_of(node, target) > DEPTH_MOST) return "uses that show each other, in a circle or too deep";
    }
    return NULL;
}

/* How many groups around it stand in the place of a use. */
static size_t nesting_of(const struct node *use)
{
    size_t depth = 0;
    for (const struct node *node = use->parent; node; node = node->parent) depth += node_get(node, "data-use") != NULL;
    return depth;
}

static bool expand(struct expansion *expansion, struct node *use, struct node **group)
{
    struct node *target = target_of(expansion, use);
    if (node_is(use->parent, "clipPath")) return fail(expansion, use, "a `use` in a clipPath");
    if (!target || node_is(target, "clipPath") || node_is(target, "svg"))
        return fail(expansion, use, arena_format(expansion->arena, "a `use` of `%.60s`, which is no shape, group or symbol of this file",
                                                 node_get(use, "href") ? node_get(use, "href") : ""));
    if (nesting_of(use) >= NESTED_MOST) return fail(expansion, use, "uses that show each other, in a circle or more than 16 deep");
    const char *fault = fault_of_copy(use, target);
    if (fault) return fail(expansion, use, fault);
    size_t size = size_of(target);
    if (size > expansion->room) return fail(expansion, use, "uses that make more than 50000 elements together");
    expansion->room -= size;
    const char *fit = node_is(target, "symbol") ? fit_symbol(expansion->arena, use, target) : "";
    if (!fit) return fail(expansion, use, "a `use` without width and height of a symbol that has a view box");
    *group = group_for(expansion->arena, use, fit);
    node_set(expansion->arena, *group, "data-use", "");
    struct node *copy = node_copy(expansion->arena, target);
    if (node_is(target, "symbol")) node_move_children(copy, *group);
    else node_append(*group, copy);
    node_replace(use, *group);
    return true;
}

/* ---- the tree ---- */

/* Where the walk goes on behind what is for reference only. */
static bool is_reference(const struct node *node)
{
    return node_is(node, "defs") || node_is(node, "symbol");
}

static void remove_references(struct arena *arena, struct node *root)
{
    for (struct node *node = root, *next; node; node = next) {
        next = node_next(node, root);
        if (!node->name) continue;
        bool unused = node_is(node, "symbol") || (node_is(node->parent, "defs") && !node_is(node, "clipPath"));
        if (unused && node != root) {
            next = node_after(node, root);
            node_remove(node);
            continue;
        }
        if (!node_is(node, "clipPath")) node_set(arena, node, "id", NULL);
        node_set(arena, node, "data-use", NULL);
    }
}

struct svg_use_fault svg_use_expand(struct arena *arena, struct node *root, size_t room)
{
    struct expansion expansion = {.arena = arena, .room = room};
    find_ids(&expansion, root);
    for (struct node *node = root, *next; node; node = next) {
        next = node->name && is_reference(node) ? node_after(node, root) : node_next(node, root);
        if (!node_is(node, "use")) continue;
        if (!expand(&expansion, node, &next)) return expansion.fault;
    }
    remove_references(arena, root);
    return expansion.fault;
}
