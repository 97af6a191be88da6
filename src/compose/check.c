/* The last step: what a template (or an author's id) may have made that is not valid HTML, told with its place. */
#include <string.h>

#include "compose/resolve.h"

/* Elements that stand in certain parents only (HTML, "Contexts in which this element can be used"). */
static const struct {
    const char *name, *parents[6];
} contexts[] = {
    {"li", {"ul", "ol", "menu"}},
    {"dt", {"dl", "div"}},
    {"dd", {"dl", "div"}},
    {"tr", {"thead", "tbody", "tfoot", "table"}},
    {"td", {"tr"}},
    {"th", {"tr"}},
    {"thead", {"table"}},
    {"tbody", {"table"}},
    {"tfoot", {"table"}},
    {"caption", {"table"}},
    {"figcaption", {"figure"}},
};

/* Elements that hold nothing but these. */
static const struct {
    const char *name, *children[8];
} contents[] = {
    {"ul", {"li"}},
    {"ol", {"li"}},
    {"dl", {"dt", "dd", "div"}},
    {"table", {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"}},
    {"thead", {"tr"}},
    {"tbody", {"tr"}},
    {"tfoot", {"tr"}},
    {"tr", {"th", "td"}},
};

static bool is_one_of(const struct node *node, const char *const *names)
{
    for (; *names; names++) {
        if (node_is(node, *names)) return true;
    }
    return false;
}

static void tell(struct resolve *resolve, const struct node *node, const char *parent)
{
    message_add(resolve->messages, MARKUP_INVALID, node->place, "The element \"%s\" cannot stand in \"%s\"", node->name,
                parent);
}

static void check_text(struct resolve *resolve, const struct node *node)
{
    if (!node->text[strspn(node->text, " \n\t\r\f")]) return;
    for (size_t i = 0; i < sizeof contents / sizeof contents[0]; i++) {
        if (node_is(node->parent, contents[i].name))
            message_add(resolve->messages, MARKUP_INVALID, node->place, "Text cannot stand in \"%s\"",
                        node->parent->name);
    }
}

static void check_context(struct resolve *resolve, const struct node *node)
{
    for (size_t i = 0; i < sizeof contexts / sizeof contexts[0]; i++) {
        if (node_is(node, contexts[i].name) && !is_one_of(node->parent, contexts[i].parents))
            tell(resolve, node, node->parent->name);
    }
    for (size_t i = 0; i < sizeof contents / sizeof contents[0]; i++) {
        if (node_is(node->parent, contents[i].name) && !is_one_of(node, contents[i].children))
            tell(resolve, node, node->parent->name);
    }
}

/* Paragraphs, headings and inline elements hold no blocks; a link holds what its parent may hold. */
static void check_phrasing(struct resolve *resolve, const struct node *node)
{
    if (!node_is_block(node)) return;
    const struct node *parent = node->parent;
    while (node_is(parent, "a") || node_is(parent, "ins") || node_is(parent, "del")) parent = parent->parent;
    if (!node_is_block(parent) || node_is(parent, "p") || node_is(parent, "pre") || node_heading_level(parent))
        tell(resolve, node, parent->name);
}

static void check_links(struct resolve *resolve, const struct node *node)
{
    if (!node_is(node, "a")) return;
    for (const struct node *parent = node->parent; parent && !node_is_block(parent); parent = parent->parent) {
        if (node_is(parent, "a")) tell(resolve, node, "a");
    }
}

static void check_id(struct resolve *resolve, struct map *ids, struct node *node)
{
    const char *id = node_get(node, "id");
    if (!id) return;
    if (!*id || strpbrk(id, " \t\n\r\f")) {
        message_add(resolve->messages, MARKUP_INVALID, node->place, "An id is one word without spaces, not \"%s\"", id);
    } else if (!map_add(ids, id, node)) {
        const struct node *first = map_get(ids, id);
        const char *path = first->place.source ? first->place.source->path : "?";
        message_add(resolve->messages, ID_DUPLICATE, node->place, "The id \"%s\" stands twice; the other is at %s:%u",
                    id, path, first->place.line);
    }
}

/* Sections around headings may make a tree deeper than it was read. */
static bool is_too_deep(struct resolve *resolve)
{
    const struct node *root = resolve->root;
    for (const struct node *node = root; node; node = node_next(node, root)) {
        size_t depth = 1;
        for (const struct node *at = node; at != root; at = at->parent) depth++;
        if (!node->name || depth <= DOCUMENT_DEPTH_MAX) continue;
        message_add(resolve->messages, DOCUMENT_TOO_DEEP, node->place, "Elements are nested deeper than %d levels",
                    DOCUMENT_DEPTH_MAX);
        return true;
    }
    return false;
}

/* A page costs some ninety times its text in memory, and an element some kilobytes: a document within this bound is laid out in about
 * a gigabyte. Real reports are a tenth of it. */
static bool is_too_large(struct resolve *resolve)
{
    enum { LARGEST = 16 * 1024 * 1024, ELEMENT = 64 };
    const struct node *root = resolve->root;
    size_t size = 0;
    for (const struct node *node = root; node; node = node_next(node, root)) {
        size += node->text ? strlen(node->text) : ELEMENT;
        if (size <= LARGEST) continue;
        message_add(resolve->messages, DOCUMENT_TOO_LARGE, node->place,
                    "from here on the report is too large: expected 16 MiB at most, its text and 64 bytes for each element");
        return true;
    }
    return false;
}

void resolve_check(struct resolve *resolve)
{
    struct map *ids = map_new(resolve->arena);
    if (is_too_deep(resolve) || is_too_large(resolve)) return;
    for (struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        if (!node->name) {
            check_text(resolve, node);
            continue;
        }
        check_id(resolve, ids, node);
        if (node == resolve->root) continue;
        check_context(resolve, node);
        check_phrasing(resolve, node);
        check_links(resolve, node);
    }
}
