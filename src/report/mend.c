/* Headings that a findings file must have, where they stand as plain lines or at another level: told here, and then
 * treated as what was meant, so that nothing that follows from it is told, too. */
#include <string.h>

#include "base/utf8.h"
#include "report/load.h"

/* The text without the marks by which a plain line looks like a heading: `**Oordeel**`, `1a.2:`. */
static const char *bare_text(struct arena *arena, const struct node *node)
{
    const char *text = node_string(arena, node);
    size_t length = strlen(text);
    while (length && strchr("#*_: \n", *text)) text++, length--;
    while (length && strchr("#*_: \n", text[length - 1])) length--;
    return arena_copy(arena, text, length);
}

static bool is_norm(const struct theme *theme, const char *text)
{
    for (size_t i = 0; i < theme->norm_count; i++) {
        if (strcmp(theme->norms[i].id, text) == 0) return true;
    }
    return false;
}

/* The level that a line with this text must have, or 0 when it need not be a heading. */
static int wanted_level(const struct reading *reading, const struct theme *theme, const char *text)
{
    struct arena *arena = reading->loader->arena;
    if (is_norm(theme, text) || language_is_verdict_heading(arena, reading->language, text)) return 2;
    return language_is_shortcomings_heading(arena, reading->language, text) ? 3 : 0;
}

/* A paragraph of text, which no heading is as long as. */
static bool is_long(const struct node *node)
{
    enum { LONGEST_LINE = 200 };
    size_t length = 0;
    for (const struct node *child = node->first; child && length <= LONGEST_LINE; child = child->next)
        length += child->text ? strlen(child->text) : 0;
    return length > LONGEST_LINE;
}

static void mend_node(struct reading *reading, const struct theme *theme, struct node *node)
{
    static const char *const marks[] = {"", "#", "##", "###"}, *const names[] = {"", "h1", "h2", "h3"};
    int level = node_heading_level(node);
    if (!level && (!node_is(node, "p") || is_long(node))) return;
    const char *text = bare_text(reading->loader->arena, node);
    int wanted = wanted_level(reading, theme, text);
    if (!wanted || wanted == level) return;
    if (level)
        message_add(reading->loader->messages, HEADING_UNMARKED, node->place,
                    "`%s` is a heading of level %d here; expected `%s %s`", text, level, marks[wanted], text);
    else
        message_add(reading->loader->messages, HEADING_UNMARKED, node->place, "this line is no heading; expected `%s %s`",
                    marks[wanted], text);
    while (node->first) node_remove(node->first);
    node_append(node, node_text(reading->loader->arena, text, node->place));
    node->name = names[wanted];
}

void mend_headings(struct reading *reading, const struct theme *theme, struct node *body)
{
    for (struct node *node = theme->norm_count ? body->first : NULL; node; node = node->next)
        mend_node(reading, theme, node);
}
