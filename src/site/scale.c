/* The framework's colours are data; a page may hold no style attributes; so each report has a sheet of its own. */
#include "site/scale.h"

#include <string.h>

struct colouring {
    const char *class, *colour, *ink;
    const char *variant; /* NULL for the first colours of a class */
};

struct colourings {
    struct colouring *items;
    size_t count, capacity;
};

/* "#rgb" or "#rrggbb": nothing else can reach the sheet. */
static bool is_colour(const char *text)
{
    if (!text || text[0] != '#') return false;
    size_t length = strspn(text + 1, "0123456789abcdefABCDEF");
    return (length == 3 || length == 6) && text[1 + length] == '\0';
}

/* The class that says which step it is: the one besides "judgment". */
static const char *step_class(struct arena *arena, const struct node *symbol)
{
    const struct node *judgment = symbol;
    while (judgment && !node_has_class(judgment, "judgment")) judgment = judgment->parent;
    const char *at = judgment ? node_get(judgment, "class") : "";
    for (size_t length; *at; at += length) {
        at += strspn(at, " \n\t");
        length = strcspn(at, " \n\t");
        const char *class = arena_copy(arena, at, length);
        bool safe = strspn(class, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
        if (length && safe && strcmp(class, "judgment") != 0) return class;
    }
    return NULL;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* The colouring, added when it is new: frameworks have a handful of steps. */
static const struct colouring *find_colouring(struct arena *arena, struct colourings *all, struct colouring wanted)
{
    size_t variants = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct colouring *known = &all->items[i];
        if (strcmp(known->class, wanted.class) != 0) continue;
        if (same_text(known->colour, wanted.colour) && same_text(known->ink, wanted.ink)) return known;
        variants++;
    }
    if (variants > 0) wanted.variant = arena_format(arena, "variant-%zu", variants + 1);
    all->items = arena_grow(arena, all->items, all->count, &all->capacity, sizeof *all->items);
    all->items[all->count] = wanted;
    return &all->items[all->count++];
}

static void write_rule(struct buffer *out, const struct colouring *rule)
{
    const char *dot = rule->variant ? "." : "", *variant = rule->variant ? rule->variant : "";
    buffer_format(out, ".%s .symbol%s%s { background-color: %s; }\n", rule->class, dot, variant, rule->colour);
    if (!rule->ink) return;
    buffer_format(out, ".%s .symbol%s%s path { stroke: %s; }\n", rule->class, dot, variant, rule->ink);
}

void scale_write(struct arena *arena, struct buffer *out, struct node *root)
{
    struct colourings all = {0};
    for (struct node *node = root; node; node = node_next(node, root)) {
        const char *colour = node_get(node, "data-colour"), *ink = node_get(node, "data-ink");
        const char *class = is_colour(colour) ? step_class(arena, node) : NULL;
        if (!class) continue;
        struct colouring wanted = {.class = class, .colour = colour, .ink = is_colour(ink) ? ink : NULL};
        const struct colouring *found = find_colouring(arena, &all, wanted);
        if (found->variant) node_add_class(arena, node, found->variant);
    }
    for (size_t i = 0; i < all.count; i++) write_rule(out, &all.items[i]);
}
