/* Headings of authors say where a part begins; the tree says it with sections. Afterwards the level of a heading
 * is the depth of its section, whatever was written, and every section with a title has an id. */
#include <string.h>

#include "base/utf8.h"
#include "compose/resolve.h"

enum { LEVEL_COUNT = 6, SLUG_LENGTH = 60 };

static bool is_one_of(const struct node *node, const char *const *names)
{
    for (; *names; names++) {
        if (node_is(node, *names)) return true;
    }
    return false;
}

/* Where headings may stand. */
static bool holds_headings(const struct node *node)
{
    static const char *const names[] = {"section", "nav",  "article", "aside",  "div",
                                        "main",    "body", "header",  "hgroup", NULL};
    return is_one_of(node, names);
}

/* ---- sections around headings ---- */

/* Only templates write these; so they end what an author began before them. */
static bool ends_author_text(const struct node *node)
{
    static const char *const names[] = {"section", "nav", "header", "footer", "div", "article", "main", NULL};
    return is_one_of(node, names);
}

static struct node *open_section(struct resolve *resolve, struct node *heading, struct node *parent)
{
    struct node *section = resolve_element(resolve, "section", "section", NULL, heading->place);
    if (parent == heading->parent) node_insert_before(heading, section);
    else node_append(parent, section);
    node_remove(heading);
    node_append(section, heading);
    return section;
}

/* open[level]: the section that a heading of that level opened, NULL when none is open. */
static void wrap_children(struct resolve *resolve, struct node *container, struct node *child)
{
    struct node *open[LEVEL_COUNT + 1] = {0}, *innermost = NULL, *next;
    for (; child; child = next) {
        next = child->next;
        int level = node_heading_level(child);
        if (level) {
            for (int i = level; i <= LEVEL_COUNT; i++) open[i] = NULL;
            struct node *parent = container;
            for (int i = 1; i < level; i++) parent = open[i] ? open[i] : parent;
            innermost = open[level] = open_section(resolve, child, parent);
        } else if (ends_author_text(child)) {
            memset(open, 0, sizeof open);
            innermost = NULL;
        } else if (innermost) {
            node_remove(child);
            node_append(innermost, child);
        }
    }
}

/* The heading that a boxed block begins with. */
static bool is_block_title(const struct node *heading)
{
    return heading && node_is(heading->parent, "aside") && node_has_class(heading, "block-title");
}

/* The first heading of a section is its own title; of an aside only that of a boxed block. */
static struct node *title_of(const struct node *node)
{
    struct node *first = node_is(node, "div") || node_is(node, "body") ? NULL : resolve_title(node);
    return node_is(node, "aside") && !is_block_title(first) ? NULL : first;
}

static void wrap(struct resolve *resolve)
{
    for (struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        if (!holds_headings(node) || node_is(node, "header") || node_is(node, "hgroup")) continue;
        struct node *title = title_of(node);
        wrap_children(resolve, node, title ? title->next : node->first);
    }
}

/* ---- levels ---- */

/* A section counts as a level when it has a title, so that no level is skipped; a boxed block counts like one. */
static int level_of(const struct node *heading, const struct node *root)
{
    int level = 1;
    for (const struct node *node = heading->parent; node && node != root; node = node->parent) {
        bool section = node_is(node, "section") || node_is(node, "nav") || node_is(node, "article");
        if ((section || node_is(node, "aside")) && title_of(node)) level++;
    }
    return level;
}

static bool has_content(const struct node *heading)
{
    for (const struct node *node = heading; node; node = node_next(node, heading)) {
        if (node->text && node->text[strspn(node->text, " \n\t\r\f")]) return true;
        if (node_is(node, "a") && !node_has_class(node, "footnote-call")) return true; /* filled by references */
    }
    return false;
}

static void check_heading(struct resolve *resolve, const struct node *heading, int level)
{
    if (!holds_headings(heading->parent))
        message_add(resolve->messages, HEADING_NESTED, heading->place,
                    "A heading stands inside a list, a quote or a table; it belongs between paragraphs");
    else if (level > LEVEL_COUNT && !is_block_title(heading)) /* a box in the deepest section has its level */
        message_add(resolve->messages, HEADING_TOO_DEEP, heading->place,
                    "This heading is at level %d; HTML and PDF have six", level);
    if (!has_content(heading))
        message_add(resolve->messages, HEADING_EMPTY, heading->place, "this heading has no text; expected some");
}

static void set_levels(struct resolve *resolve)
{
    static const char *const names[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    for (struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        if (!node_heading_level(node)) continue;
        int level = level_of(node, resolve->root);
        check_heading(resolve, node, level);
        node->name = names[(level < LEVEL_COUNT ? level : LEVEL_COUNT) - 1];
    }
}

/* ---- ids ---- */

/* "risico’s" is one word. */
static bool is_apostrophe(const char *at)
{
    return *at == '\'' || strncmp(at, "\u2019", 3) == 0;
}

/* Letters and digits of ASCII, the rest as single hyphens; cut at a hyphen when it is long. */
static char *slug(struct arena *arena, const char *text)
{
    struct buffer out = buffer_new(arena);
    bool hyphen = false;
    for (const char *c = utf8_fold(arena, text); *c; c++) {
        if (is_apostrophe(c)) {
            c += *c == '\'' ? 0 : 2;
            continue;
        }
        bool kept = (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9');
        if (!kept) {
            hyphen = true;
            continue;
        }
        if (hyphen && out.length >= SLUG_LENGTH) break;
        if (hyphen && out.length) buffer_add_char(&out, '-');
        hyphen = false;
        if (out.length < (size_t)2 * SLUG_LENGTH) buffer_add_char(&out, *c);
    }
    return arena_string(arena, out.length ? buffer_text(&out) : "section");
}

/* Its words: a number in front may become another. */
static const char *words_of(struct resolve *resolve, const struct node *title)
{
    const struct node *first = title->first;
    if (!node_is(first, "span") || !node_has_class(first, "number")) return node_string(resolve->arena, title);
    struct node *copy = node_copy(resolve->arena, title);
    node_remove(copy->first);
    return node_string(resolve->arena, copy);
}

/* The nearest part that the template names: it keeps its name when parts are added before it. */
static const char *prefix_of(const struct node *section, const struct node *root)
{
    for (const struct node *node = section->parent; node && node != root; node = node->parent) {
        const char *id = node_get(node, "id"), *page = node_get(node, "data-page");
        if (id && !node_has_class(node, "section")) return id;
        if (page) return page;
    }
    return NULL;
}

struct pending {
    struct node *section;
    const char *id;
};

/* `counts` remembers how often an id was wanted, so that the tenth of a kind is not sought ten times. */
static const char *unique(struct resolve *resolve, struct map *taken, struct map *counts, const char *wanted)
{
    size_t *count = map_get(counts, wanted);
    if (!count) {
        count = arena_make(resolve->arena, size_t);
        map_add(counts, wanted, count);
    }
    const char *id = wanted;
    while (!map_add(taken, id, count)) {
        if (*count < 1) *count = 1;
        id = arena_format(resolve->arena, "%s-%zu", wanted, ++*count);
    }
    return id;
}

static const char *id_for(struct resolve *resolve, const struct node *section)
{
    const char *own = slug(resolve->arena, words_of(resolve, resolve_title(section)));
    const char *prefix = prefix_of(section, resolve->root);
    return prefix ? arena_format(resolve->arena, "%s-%s", prefix, own) : own;
}

/* The ids are set when all are known: a prefix must come from the template. */
static void set_ids(struct resolve *resolve)
{
    struct map *taken = resolve_ids(resolve), *counts = map_new(resolve->arena);
    struct pending *pending = NULL;
    size_t count = 0, capacity = 0;
    for (struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        /* Chapters get theirs with their number. */
        if (!node_is(node, "section") || node_get(node, "id") || node_has_class(node, "chapter")) continue;
        if (!resolve_title(node)) continue;
        pending = arena_grow(resolve->arena, pending, count, &capacity, sizeof *pending);
        pending[count++] = (struct pending){node, unique(resolve, taken, counts, id_for(resolve, node))};
    }
    for (size_t i = 0; i < count; i++) node_set(resolve->arena, pending[i].section, "id", pending[i].id);
}

void resolve_sections(struct resolve *resolve)
{
    wrap(resolve);
    set_levels(resolve);
    set_ids(resolve);
}
