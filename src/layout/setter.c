#include "layout/setter.h"

struct page *setter_page(struct setter *setter)
{
    return &setter->layout->pages[setter->page];
}

struct fragment *setter_fragment(struct setter *setter, enum fragment_kind kind, const struct node *node,
                                 enum origin origin)
{
    if (setter->silent) return NULL;
    if (setter->pagination) origin = ORIGIN_PAGINATION;
    else if (setter->artifact) origin = ORIGIN_ARTIFACT;
    struct page *page = setter_page(setter);
    page->fragments =
        arena_grow(setter->arena, page->fragments, page->fragment_count, &page->capacity, sizeof *page->fragments);
    struct fragment *fragment = &page->fragments[page->fragment_count++];
    *fragment = (struct fragment){.kind = kind, .origin = origin, .node = origin < ORIGIN_ARTIFACT ? node : NULL};
    return fragment;
}

size_t setter_box(struct setter *setter, const struct computed *style, float x, float y)
{
    if (!box_shows(style)) return 0;
    struct fragment *fragment = setter_fragment(setter, FRAGMENT_BOX, NULL, ORIGIN_ARTIFACT);
    if (!fragment) return 0;
    fragment->style = style;
    fragment->x = x;
    fragment->y = y;
    for (int side = 0; side < 4; side++) fragment->edges[side] = true;
    return setter_page(setter)->fragment_count;
}

void setter_box_size(struct setter *setter, size_t number, float width, float height, const bool *edges)
{
    if (!number) return;
    struct fragment *fragment = &setter_page(setter)->fragments[number - 1];
    fragment->width = width;
    fragment->height = height;
    for (int side = 0; edges && side < 4; side++) fragment->edges[side] = edges[side];
}

void setter_box_end(struct setter *setter, size_t number, float x, bool right)
{
    if (!number) return;
    struct fragment *fragment = &setter_page(setter)->fragments[number - 1];
    fragment->width = x - fragment->x;
    fragment->edges[SIDE_RIGHT] = right;
}

/* The element that the box belongs to; an anonymous one goes by the name of the box around it. */
static const struct node *named(const struct box *box)
{
    while (!box->node && box->parent) box = box->parent;
    return box->node;
}

static struct place place_of(const struct node *node)
{
    return node ? node->place : (struct place){NULL, 0, 0};
}

void setter_tell_overflow(struct setter *setter, struct box *box)
{
    const struct node *node = named(box);
    if (box->told) return;
    box->told = true;
    message_add(setter->messages, LAYOUT_OVERFLOW, place_of(node),
                "<%s> is taller than a page; it is cut off at the page's end", node ? node->name : "generated content");
}

void setter_tell_wide(struct setter *setter, struct box *box, float more)
{
    if (box->told) return;
    box->told = true;
    message_add(setter->messages, TABLE_TOO_WIDE, place_of(named(box)),
                "the table is %.0f mm too wide for its page, so numbers and words in it break where they should not",
                (double)more * 25.4 / 72 + 0.5);
    message_hint(setter->messages, "split it into two tables, or let rows and columns change places");
}
