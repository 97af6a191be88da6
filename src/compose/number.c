/* Numbers that come from the order of things. Those of themes, norms and annexes are data, written by the template. */
#include <string.h>

#include "compose/resolve.h"

/* The number is kept beside the text, for references. */
static void number_section(struct resolve *resolve, struct node *section, const char *number)
{
    struct node *title = resolve_title(section);
    node_set(resolve->arena, section, "data-number", number);
    if (title) resolve_prefix(resolve, title, number);
}

static void number_chapter(struct resolve *resolve, struct node *chapter, size_t number)
{
    const char *text = arena_format(resolve->arena, "%zu", number);
    if (!node_get(chapter, "id"))
        node_set(resolve->arena, chapter, "id", arena_format(resolve->arena, "chapter-%s", text));
    number_section(resolve, chapter, text);
    size_t count = 0;
    for (struct node *child = chapter->first; child; child = child->next) {
        if (node_is(child, "section") && node_has_class(child, "section"))
            number_section(resolve, child, arena_format(resolve->arena, "%zu.%zu", number, ++count));
    }
}

static void number_caption(struct resolve *resolve, struct node *element, const char *name, size_t number)
{
    struct node *caption = node_by_name(element, name);
    const char *word = strcmp(name, "caption") == 0 ? "table_number" : "figure_number";
    const char *text = arena_format(resolve->arena, "%zu", number);
    node_set(resolve->arena, element, "data-kind", NULL);
    node_set(resolve->arena, element, "data-number", text);
    if (caption) resolve_prefix(resolve, caption, resolve_phrase(resolve, word, text));
    struct node *data = node_has_class(element, "chart") ? node_by_name(element, "caption") : NULL;
    if (data) node_append(data, node_text(resolve->arena, arena_format(resolve->arena, " %s", resolve_phrase(resolve, "reference_figure", text)), data->place));
}

void resolve_numbers(struct resolve *resolve)
{
    size_t chapters = 0, tables = 0, figures = 0;
    for (struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        if (!node->name) continue;
        const char *kind = node_get(node, "data-kind");
        if (node_is(node, "section") && node_has_class(node, "chapter")) number_chapter(resolve, node, ++chapters);
        else if (kind && strcmp(kind, "table") == 0) number_caption(resolve, node, "caption", ++tables);
        else if (kind && strcmp(kind, "figure") == 0) number_caption(resolve, node, "figcaption", ++figures);
    }
}
