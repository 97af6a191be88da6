/* Building a tree and asking it. No function recurses, so the depth of a tree costs no stack. */
#include "document/document.h"

#include <assert.h>
#include <string.h>

/* ---- building ---- */

struct node *node_element(struct arena *arena, const char *name, struct place place)
{
    struct node *node = arena_make(arena, struct node);
    node->name = name;
    node->place = place;
    return node;
}

struct node *node_text(struct arena *arena, const char *text, struct place place)
{
    struct node *node = arena_make(arena, struct node);
    node->text = text;
    node->place = place;
    return node;
}

void node_append(struct node *parent, struct node *child)
{
    assert(parent->name && !child->parent);
    child->parent = parent;
    child->previous = parent->last;
    child->next = NULL;
    if (parent->last) parent->last->next = child;
    else parent->first = child;
    parent->last = child;
}

void node_insert_before(struct node *sibling, struct node *inserted)
{
    assert(sibling->parent && !inserted->parent);
    inserted->parent = sibling->parent;
    inserted->previous = sibling->previous;
    inserted->next = sibling;
    if (sibling->previous) sibling->previous->next = inserted;
    else sibling->parent->first = inserted;
    sibling->previous = inserted;
}

void node_insert_after(struct node *sibling, struct node *inserted)
{
    if (sibling->next) node_insert_before(sibling->next, inserted);
    else node_append(sibling->parent, inserted);
}

void node_remove(struct node *node)
{
    if (!node->parent) return;
    if (node->previous) node->previous->next = node->next;
    else node->parent->first = node->next;
    if (node->next) node->next->previous = node->previous;
    else node->parent->last = node->previous;
    node->parent = node->previous = node->next = NULL;
}

void node_replace(struct node *old, struct node *replacement)
{
    node_insert_before(old, replacement);
    node_remove(old);
}

void node_move_children(struct node *from, struct node *to)
{
    for (struct node *child = from->first, *next; child; child = next) {
        next = child->next;
        node_remove(child);
        node_append(to, child);
    }
}

/* One node without what is around it; names and texts are shared. */
static struct node *copy_alone(struct arena *arena, const struct node *node)
{
    struct node *copy = arena_make(arena, struct node);
    copy->name = node->name;
    copy->text = node->text;
    copy->place = node->place;
    struct attribute **end = &copy->attributes;
    for (const struct attribute *attribute = node->attributes; attribute; attribute = attribute->next) {
        *end = arena_make(arena, struct attribute);
        (*end)->name = attribute->name;
        (*end)->value = attribute->value;
        end = &(*end)->next;
    }
    return copy;
}

struct node *node_copy(struct arena *arena, const struct node *node)
{
    struct node *root = copy_alone(arena, node), *copy = root;
    const struct node *at = node;
    for (;;) {
        if (at->first) {
            at = at->first;
        } else {
            while (at != node && !at->next) {
                at = at->parent;
                copy = copy->parent;
            }
            if (at == node) return root;
            at = at->next;
            copy = copy->parent;
        }
        struct node *child = copy_alone(arena, at);
        node_append(copy, child);
        copy = child;
    }
}

void node_set(struct arena *arena, struct node *node, const char *name, const char *value)
{
    struct attribute **link = &node->attributes;
    while (*link && strcmp((*link)->name, name) != 0) link = &(*link)->next;
    if (!value) {
        if (*link) *link = (*link)->next;
        return;
    }
    if (!*link) {
        *link = arena_make(arena, struct attribute);
        (*link)->name = name;
    }
    (*link)->value = value;
}

void node_add_class(struct arena *arena, struct node *node, const char *class)
{
    const char *classes = node_get(node, "class");
    if (!classes || !*classes) node_set(arena, node, "class", class);
    else if (!node_has_class(node, class)) node_set(arena, node, "class", arena_format(arena, "%s %s", classes, class));
}

/* ---- asking ---- */

const char *node_get(const struct node *node, const char *name)
{
    for (const struct attribute *attribute = node->attributes; attribute; attribute = attribute->next) {
        if (strcmp(attribute->name, name) == 0) return attribute->value;
    }
    return NULL;
}

/* Most names differ in their first letter. */
bool node_is(const struct node *node, const char *name)
{
    return node && node->name && node->name[0] == name[0] && strcmp(node->name, name) == 0;
}

/* White space of HTML: not U+00A0 and the like, which are text. */
static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool node_has_class(const struct node *node, const char *class)
{
    const char *at = node_get(node, "class");
    size_t length = strlen(class);
    while (at && *at) {
        const char *end = at;
        while (*end && !is_space(*end)) end++;
        if ((size_t)(end - at) == length && memcmp(at, class, length) == 0) return length > 0;
        while (is_space(*end)) end++;
        at = end;
    }
    return false;
}

int node_heading_level(const struct node *node)
{
    const char *name = node->name;
    if (!name || name[0] != 'h' || name[1] < '1' || name[1] > '6' || name[2]) return 0;
    return name[1] - '0';
}

struct node *node_next(const struct node *node, const struct node *root)
{
    return node->first ? node->first : node_after(node, root);
}

struct node *node_after(const struct node *node, const struct node *root)
{
    while (node && node != root && !node->next) node = node->parent;
    return node && node != root ? node->next : NULL;
}

/* The const of a question's root is a promise of the question, not of the tree it is asked about. */
static struct node *changeable(const struct node *node)
{
    union {
        const struct node *asked;
        struct node *given;
    } both = {.asked = node};
    return both.given;
}

struct node *node_by_id(const struct node *root, const char *id)
{
    for (const struct node *node = root; node; node = node_next(node, root)) {
        const char *own = node_get(node, "id");
        if (own && strcmp(own, id) == 0) return changeable(node);
    }
    return NULL;
}

struct node *node_by_name(const struct node *root, const char *name)
{
    for (const struct node *node = root; node; node = node_next(node, root)) {
        if (node_is(node, name)) return changeable(node);
    }
    return NULL;
}

struct node *node_by_class(const struct node *root, const char *class)
{
    for (const struct node *node = root; node; node = node_next(node, root)) {
        if (node_has_class(node, class)) return changeable(node);
    }
    return NULL;
}

/* Words end at the edges of blocks and at line breaks, also where no white space stands between them. */
static bool ends_a_word(const struct node *node)
{
    return node_is_block(node) || node_is_block(node->previous) || node_is(node, "br");
}

char *node_string(struct arena *arena, const struct node *node)
{
    struct buffer out = buffer_new(arena);
    bool space = false;
    for (const struct node *at = node; at; at = node_next(at, node)) {
        space |= ends_a_word(at);
        for (const char *c = at->text; c && *c; c++) {
            if (is_space(*c)) {
                space = true;
                continue;
            }
            if (space && out.length) buffer_add_char(&out, ' ');
            space = false;
            buffer_add_char(&out, *c);
        }
    }
    return arena_copy(arena, buffer_text(&out), out.length);
}

/* ---- insertions ---- */

const char *insertions_add(struct arena *arena, struct insertions *insertions, struct node *tree)
{
    insertions->items =
        arena_grow(arena, insertions->items, insertions->count, &insertions->capacity, sizeof *insertions->items);
    insertions->items[insertions->count] = tree;
    return arena_format(arena, "<?insert %zu?>", insertions->count++);
}
