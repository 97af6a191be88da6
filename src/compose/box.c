/* Boxes beside the running text: cases, sidebars, norms, expectations, conclusions. Each begins with a heading, so that who goes
 * from heading to heading meets it; the level is set with those of all others (sections.c). */
#include <string.h>

#include "compose/block.h"

/* Named like its heading, so that it is found among the landmarks of a page too. A title of the interface's own is noted:
 * other boxes may have it, too. */
static struct node *make_box(struct resolve *resolve, const struct block *block, const char *class, const char *title)
{
    struct place place = block->aside->place;
    struct node *aside = resolve_element(resolve, "aside", class, NULL, place);
    struct node *heading = resolve_element(resolve, "h6", "block-title", title, place);
    node_set(resolve->arena, aside, "aria-label", title);
    const char *words = node_get(resolve->root, "lang"); /* of the words of the interface in a title */
    if (block->language && words && title != block->title) node_set(resolve->arena, heading, "lang", words);
    if (!block->title) node_set(resolve->arena, heading, "data-untitled", class);
    node_append(aside, heading);
    node_move_children(block->aside, aside);
    return aside;
}

struct node *make_case(struct resolve *resolve, const struct block *block)
{
    const char *word = resolve_word(resolve, "case");
    const char *title = block->title ? arena_format(resolve->arena, "%s: %s", word, block->title) : word;
    return make_box(resolve, block, "case", title);
}

struct node *make_sidebar(struct resolve *resolve, const struct block *block)
{
    return make_box(resolve, block, "sidebar", block->title);
}

/* The text of a norm that the report itself brings. Its id makes it what `norm:` leads to. */
struct node *make_norm(struct resolve *resolve, const struct block *block)
{
    struct node *aside = make_box(resolve, block, "norm-text", block->title);
    if (block->id) node_set(resolve->arena, aside, "id", arena_format(resolve->arena, "norm-%s", block->id));
    return aside;
}

struct node *make_expectation(struct resolve *resolve, const struct block *block)
{
    return make_box(resolve, block, "expectation", block->title ? block->title : resolve_word(resolve, "expectation"));
}

/* What it all comes down to: a landmark, for readers look for it. */
struct node *make_conclusion(struct resolve *resolve, const struct block *block)
{
    struct node *aside = make_box(resolve, block, "conclusion",
                                  block->title ? block->title : resolve_word(resolve, "conclusion"));
    node_set(resolve->arena, aside, "role", "region");
    return aside;
}

/* ---- boxes without a title ---- */

/* Of one class, so far. */
struct untitled {
    struct node *first; /* the heading of the first */
    size_t count;
};

static void number_title(struct resolve *resolve, struct node *heading, size_t number)
{
    const char *title = arena_format(resolve->arena, "%s %zu", node_string(resolve->arena, heading), number);
    while (heading->first) node_remove(heading->first);
    node_append(heading, node_text(resolve->arena, title, heading->place));
    node_set(resolve->arena, heading->parent, "aria-label", title);
}

/* The second of a class has the first numbered, too: one box alone needs no number. */
void box_number_titles(struct resolve *resolve)
{
    struct map *classes = map_new(resolve->arena);
    for (struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        const char *class = node->name ? node_get(node, "data-untitled") : NULL;
        if (!class) continue;
        struct untitled *untitled = map_get(classes, class);
        if (!untitled) {
            untitled = arena_make(resolve->arena, struct untitled);
            map_add(classes, class, untitled);
        }
        node_set(resolve->arena, node, "data-untitled", NULL);
        if (++untitled->count == 1) untitled->first = node;
        if (untitled->count == 2) number_title(resolve, untitled->first, 1);
        if (untitled->count >= 2) number_title(resolve, node, untitled->count);
    }
}
