#include "pdf/roles.h"

#include <assert.h>
#include <string.h>

#include "base/buffer.h"

enum {
    FLOW = KIND_INLINE | KIND_BLOCK | KIND_CAPTION,
    BLOCKS = KIND_BLOCK | KIND_CAPTION,
    ROWS = KIND_ROW,
    PHRASE = KIND_INLINE | KIND_PART
};

/* ISO 32000-1, 14.8.4; what holds what as ISO 14289-1, 7.2 and 7.5, ask for (rules 7.2-3 to 7.2-40 of veraPDF). */
static const struct type types[] = {
    {"Document", KIND_BLOCK, BLOCKS, "P", NULL},
    {"Art", KIND_BLOCK, BLOCKS, "P", NULL},
    {"Sect", KIND_BLOCK, BLOCKS, "P", NULL},
    {"Div", KIND_BLOCK, BLOCKS, "P", NULL},
    {"", KIND_BLOCK, BLOCKS, "P", NULL},
    {"BlockQuote", KIND_BLOCK, BLOCKS, "P", NULL},
    {"Note", KIND_BLOCK, BLOCKS | KIND_PART, "P", NULL},
    {"P", KIND_BLOCK, KIND_INLINE, NULL, NULL},
    {"H1", KIND_BLOCK, KIND_INLINE, NULL, NULL},
    {"H2", KIND_BLOCK, KIND_INLINE, NULL, NULL},
    {"H3", KIND_BLOCK, KIND_INLINE, NULL, NULL},
    {"H4", KIND_BLOCK, KIND_INLINE, NULL, NULL},
    {"H5", KIND_BLOCK, KIND_INLINE, NULL, NULL},
    {"H6", KIND_BLOCK, KIND_INLINE, NULL, NULL},
    {"Caption", KIND_CAPTION, FLOW, NULL, NULL},
    {"Figure", KIND_BLOCK | KIND_INLINE, KIND_INLINE, NULL, NULL},
    {"L", KIND_BLOCK, KIND_ITEM | KIND_CAPTION, "LI", NULL},
    {"LI", KIND_ITEM, KIND_PART, "LBody", NULL},
    {"Lbl", KIND_PART, KIND_INLINE, NULL, NULL},
    {"LBody", KIND_PART, FLOW, NULL, NULL},
    {"TOC", KIND_BLOCK, KIND_ENTRY, "TOCI", NULL},
    {"TOCI", KIND_ENTRY, KIND_BLOCK | KIND_REFERENCE | KIND_PART, "P", NULL},
    {"Table", KIND_BLOCK, KIND_GROUP | KIND_ROW | KIND_CAPTION, "TR", NULL},
    {"THead", KIND_GROUP, ROWS, "TR", NULL},
    {"TBody", KIND_GROUP, ROWS, "TR", NULL},
    {"TFoot", KIND_GROUP, ROWS, "TR", NULL},
    {"TR", KIND_ROW, KIND_CELL, "TD", NULL},
    {"TH", KIND_CELL, FLOW, NULL, NULL},
    {"TD", KIND_CELL, FLOW, NULL, NULL},
    {"Span", KIND_INLINE, PHRASE, NULL, NULL},
    {"Quote", KIND_INLINE, PHRASE, NULL, NULL},
    {"Code", KIND_INLINE, PHRASE, NULL, NULL},
    {"Reference", KIND_INLINE | KIND_REFERENCE, PHRASE, NULL, NULL},
    {"Link", KIND_INLINE, PHRASE, NULL, NULL},
    {"Em", KIND_INLINE, PHRASE, NULL, "Span"},
    {"Strong", KIND_INLINE, PHRASE, NULL, "Span"},
};

const struct type *type_named(const char *name)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (strcmp(types[i].name, name) == 0) return &types[i];
    }
    assert(false && "a type that is in the table");
    return NULL;
}

struct rule {
    const char *element, *class; /* class NULL: any */
    struct role role;
};

/* The first that fits counts. An element that is not here is passed through. */
static const struct rule rules[] = {
    {"article", NULL, {TREAT_TAG, "Art"}},
    {"aside", "footnote", {TREAT_TAG, "Note"}},
    {"section", NULL, {TREAT_TAG, "Sect"}},
    {"header", NULL, {TREAT_TAG, "Sect"}},
    {"footer", NULL, {TREAT_TAG, "Sect"}},
    {"nav", NULL, {TREAT_TAG, "Sect"}},
    {"aside", NULL, {TREAT_TAG, "Sect"}},
    {"main", NULL, {TREAT_TAG, "Sect"}},
    {"h1", NULL, {TREAT_HEADING, NULL}},
    {"h2", NULL, {TREAT_HEADING, NULL}},
    {"h3", NULL, {TREAT_HEADING, NULL}},
    {"h4", NULL, {TREAT_HEADING, NULL}},
    {"h5", NULL, {TREAT_HEADING, NULL}},
    {"h6", NULL, {TREAT_HEADING, NULL}},
    {"p", NULL, {TREAT_TAG, "P"}},
    {"pre", NULL, {TREAT_BLOCK, NULL}},
    {"div", NULL, {TREAT_BLOCK, NULL}},
    {"address", NULL, {TREAT_BLOCK, NULL}},
    {"details", NULL, {TREAT_BLOCK, NULL}},
    {"summary", NULL, {TREAT_BLOCK, NULL}},
    {"blockquote", NULL, {TREAT_TAG, "BlockQuote"}},
    {"figure", "quote", {TREAT_TAG, "BlockQuote"}},
    {"figure", "cycle", {TREAT_TAG, "L"}}, /* a list with a caption (ISO 32000-1, table 336) */
    {"figure", NULL, {TREAT_TAG, "Div"}},
    {"figcaption", NULL, {TREAT_TAG, "Caption"}},
    {"ul", NULL, {TREAT_TAG, "L"}},
    {"ol", NULL, {TREAT_TAG, "L"}},
    {"dl", NULL, {TREAT_TAG, "L"}},
    {"li", NULL, {TREAT_LIST_ITEM, "LI"}},
    {"dt", NULL, {TREAT_TERM, "Lbl"}},
    {"dd", NULL, {TREAT_DETAILS, "LBody"}},
    {"table", NULL, {TREAT_TAG, "Table"}},
    {"caption", NULL, {TREAT_TAG, "Caption"}},
    {"thead", NULL, {TREAT_TAG, "THead"}},
    {"tbody", NULL, {TREAT_TAG, "TBody"}},
    {"tfoot", NULL, {TREAT_TAG, "TFoot"}},
    {"tr", NULL, {TREAT_TAG, "TR"}},
    {"th", NULL, {TREAT_TAG, "TH"}},
    {"td", NULL, {TREAT_TAG, "TD"}},
    {"a", "footnote-call", {TREAT_CALL, "Link"}},
    {"a", "footnote-back", {TREAT_LABEL, "Link"}},
    {"a", NULL, {TREAT_TAG, "Link"}},
    {"em", NULL, {TREAT_TAG, "Em"}},
    {"i", NULL, {TREAT_TAG, "Em"}},
    {"strong", NULL, {TREAT_TAG, "Strong"}},
    {"b", NULL, {TREAT_TAG, "Strong"}},
    {"q", NULL, {TREAT_TAG, "Quote"}},
    {"code", NULL, {TREAT_TAG, "Code"}},
    {"abbr", NULL, {TREAT_TAG, "Span"}},
    {"del", NULL, {TREAT_TAG, "Span"}},
    {"s", NULL, {TREAT_TAG, "Span"}},
    {"ins", NULL, {TREAT_TAG, "Span"}},
    {"u", NULL, {TREAT_TAG, "Span"}},
    {"br", NULL, {TREAT_LINE_BREAK, NULL}},
    {"hr", NULL, {TREAT_ARTIFACT, NULL}},
};

/* The nearest ancestor that is an element of that name. */
static const struct node *above(const struct node *node, const char *name)
{
    const struct node *ancestor = node->parent;
    while (ancestor && !node_is(ancestor, name)) ancestor = ancestor->parent;
    return ancestor;
}

static bool in_contents(const struct node *node)
{
    const struct node *nav = above(node, "nav");
    return nav && node_has_class(nav, "contents");
}

static bool has_value(const struct node *node, const char *name, const char *value)
{
    const char *found = node_get(node, name);
    return found && strcmp(found, value) == 0;
}

static bool is_image(const struct node *element)
{
    return node_is(element, "svg") || node_is(element, "img") || has_value(element, "role", "img");
}

static bool has_label(const struct node *element)
{
    static const char *const names[] = {"aria-label", "aria-labelledby", "alt"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = node_get(element, names[i]);
        if (value && *value) return true;
    }
    return node_is(element, "svg") && node_by_name(element, "title");
}

bool role_has_lines(const struct node *element)
{
    for (const struct node *child = element->first; child; child = child->next) {
        if (node_is(child, "br")) return true;
    }
    return false;
}

static struct role role_by_name(const struct node *element)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (!node_is(element, rules[i].element)) continue;
        if (!rules[i].class || node_has_class(element, rules[i].class)) return rules[i].role;
    }
    return (struct role){TREAT_THROUGH, NULL};
}

/* The places where the same element is another thing because of what is around it. */
static struct role role_in_place(const struct node *element)
{
    const struct node *parent = element->parent;
    struct role role = role_by_name(element);
    if (node_is(element, "ol") && in_contents(element)) return (struct role){TREAT_TAG, "TOC"};
    if (node_is(element, "li") && in_contents(element)) return (struct role){TREAT_LIST_ITEM, "TOCI"};
    if (node_is(element, "a") && in_contents(element)) return (struct role){TREAT_REFERENCE, "Link"};
    if (node_is(element, "abbr") && !node_get(element, "title")) return (struct role){TREAT_THROUGH, NULL};
    if (node_is(element, "p") && role_has_lines(element)) return (struct role){TREAT_BLOCK, NULL};
    if (!parent) return role;
    if (node_is(element, "ol") && node_has_class(parent, "cycle")) return (struct role){TREAT_THROUGH, NULL};
    if (node_is(element, "div") && node_is(parent, "dl")) return (struct role){TREAT_TAG, "LI"};
    if (!node_is(parent, "figure") || !node_has_class(parent, "quote")) return role;
    if (node_is(element, "blockquote")) return (struct role){TREAT_BLOCK, NULL};
    if (node_is(element, "figcaption")) return (struct role){TREAT_TAG, "P"};
    return role;
}

struct role role_of(const struct node *element)
{
    if (has_value(element, "aria-hidden", "true")) return (struct role){TREAT_ARTIFACT, NULL};
    if (is_image(element) && has_label(element)) return (struct role){TREAT_TAG, "Figure"};
    if (node_is(element, "svg")) return (struct role){TREAT_ARTIFACT, NULL};
    return role_in_place(element);
}

/* The texts of the elements whose ids the attribute lists. */
static const char *labelled_by(struct arena *arena, const struct node *element, const char *ids)
{
    const struct node *root = element;
    while (root->parent) root = root->parent;
    struct buffer text = buffer_new(arena);
    while (*ids) {
        size_t length = strcspn(ids, " ");
        const struct node *label = node_by_id(root, arena_copy(arena, ids, length));
        if (label && text.length) buffer_add_char(&text, ' ');
        if (label) buffer_add(&text, node_string(arena, label));
        ids += length;
        while (*ids == ' ') ids++;
    }
    return text.length ? text.data : NULL;
}

const char *role_alternative(struct arena *arena, const struct node *element)
{
    const char *label = node_get(element, "aria-label"), *ids = node_get(element, "aria-labelledby");
    if (label && *label) return label;
    if (ids && *ids) label = labelled_by(arena, element, ids);
    if (label && *label) return label;
    label = node_get(element, "alt");
    if (label && *label) return label;
    const struct node *title = node_is(element, "svg") ? node_by_name(element, "title") : NULL;
    return title ? node_string(arena, title) : NULL;
}
