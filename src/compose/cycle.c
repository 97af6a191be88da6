/* `[!CYCLE] Caption`: the steps of a cycle, numbered, with an arrow from each to the next and from the last one back
 * to the first. What an arrow shows it says, too: who hears the list hears its order, and that it closes. */
#include <string.h>

#include "base/utf8.h"
#include "compose/block.h"

enum { NAME_MOST = 60 };

static struct node *arrow(struct resolve *resolve, bool back, const char *words, struct place place)
{
    const char *const attributes[][2] = {
        {"class", "arrow"}, {"viewBox", "0 0 24 24"},   {"width", "24"},       {"height", "24"},
        {"fill", "none"},   {"stroke", "currentColor"}, {"stroke-width", "2"}, {"role", "img"},
        {"aria-label", words},
    };
    struct node *svg = node_element(resolve->arena, "svg", place);
    for (size_t i = 0; i < sizeof attributes / sizeof attributes[0]; i++)
        node_set(resolve->arena, svg, attributes[i][0], attributes[i][1]);
    struct node *path = node_element(resolve->arena, "path", place);
    node_set(resolve->arena, path, "d",
             back ? "M18 2V13C18 21 6 21 6 13V3M1 8L6 3L11 8" : "M12 3V21M5 14L12 21L19 14");
    node_append(svg, path);
    return svg;
}

static struct node *next_item(struct node *item)
{
    while (item && !node_is(item, "li")) item = item->next;
    return item;
}

/* "After step 2 comes step 3.", or of the last one "After step 3 comes step 1 again, ‘Plan’: …". */
static const char *words_of(struct resolve *resolve, size_t number, const struct node *next, const char *first)
{
    struct arena *arena = resolve->arena;
    const char *phrase = resolve_phrase(resolve, next ? "cycle_next" : "cycle_again", arena_format(arena, "%zu", number));
    if (next) return resolve_fill(arena, phrase, "{next}", arena_format(arena, "%zu", number + 1));
    return resolve_fill(arena, phrase, "{first}", first);
}

/* The words that a step begins with: its first paragraph, or what stands before a list in it; not what is struck out. */
static const char *first_words(struct resolve *resolve, const struct node *item)
{
    struct node *words = node_element(resolve->arena, "p", item->place);
    for (const struct node *child = item->first; child; child = child->next) {
        if (node_is_block(child) && words->first) break;
        node_append(words, node_copy(resolve->arena, child));
        if (node_is_block(child)) break;
    }
    for (struct node *node = words->first, *next; node; node = next) {
        bool struck = node_is(node, "del");
        next = struck ? node_after(node, words) : node_next(node, words);
        if (struck) node_remove(node);
    }
    return utf8_excerpt(resolve->arena, node_string(resolve->arena, words), NAME_MOST);
}

static void make_step(struct resolve *resolve, struct node *item, const char *words)
{
    struct node *step = resolve_element(resolve, "div", "step", NULL, item->place);
    node_move_children(item, step);
    node_append(item, step);
    node_append(item, arrow(resolve, !next_item(item->next), words, item->place));
}

struct node *make_cycle(struct resolve *resolve, const struct block *block)
{
    struct node *steps = block_only_child(resolve, block, "ol", "one numbered list");
    if (!steps) return NULL;
    struct place place = block->aside->place;
    struct node *figure = resolve_element(resolve, "figure", "cycle", NULL, place), *first = next_item(steps->first);
    node_append(figure, resolve_element(resolve, "figcaption", NULL, block->title, place));
    node_append(figure, steps);
    node_set(resolve->arena, steps, "start", NULL);
    node_set(resolve->arena, steps, "class", "steps");
    const char *name = first ? first_words(resolve, first) : "";
    size_t number = 0;
    for (struct node *item = first; item; item = next_item(item->next))
        make_step(resolve, item, words_of(resolve, ++number, next_item(item->next), name));
    block_set_target(resolve, block, figure, "figure");
    return figure;
}
