/* Definition lists, as PHP Markdown Extra and Pandoc write them:
 *
 *     Term
 *     : What it means.
 *     : What else it means.
 *
 * cmark reads such lines as one paragraph; here they become a `dl`. A line between two definitions that a definition
 * follows is the next term; any other line goes on with what stands above it. */
#include <string.h>

#include "content/markdown.h"

static bool begins_line(const struct node *child)
{
    const struct node *before = child->previous;
    if (!before || node_is(before, "br")) return true;
    return before->text && *before->text && before->text[strlen(before->text) - 1] == '\n';
}

static bool begins_definition(const struct node *child)
{
    return child->text && child->text[0] == ':' && child->text[1] == ' ' && begins_line(child);
}

static const struct node *next_line(const struct node *child)
{
    do child = child->next;
    while (child && !begins_line(child));
    return child;
}

/* A first line, or one that a definition follows; several terms may share one. */
static bool begins_term(const struct node *child, bool defined)
{
    if (!begins_line(child) || begins_definition(child)) return false;
    const struct node *next = next_line(child);
    return !defined || (next && begins_definition(next));
}

static void end_line(struct markdown *markdown, struct node *element)
{
    struct node *last = element->last;
    if (last && node_is(last, "br")) node_remove(last);
    size_t length = last && last->text ? strlen(last->text) : 0;
    if (length && last->text[length - 1] == '\n') last->text = arena_copy(markdown->arena, last->text, length - 1);
}

static struct node *open(struct markdown *markdown, struct node *list, const char *name, const struct node *first)
{
    if (list->last) end_line(markdown, list->last);
    struct node *element = node_element(markdown->arena, name, first->place);
    node_append(list, element);
    return element;
}

/* The element that a child begins, by name; NULL: it goes on with what stands before it. */
static const char *begins(const struct node *child, bool defined)
{
    if (begins_definition(child)) return "dd";
    return begins_term(child, defined) ? "dt" : NULL;
}

/* Names for all children, asked before any of them moves. */
static const char **name_children(struct markdown *markdown, const struct node *paragraph)
{
    const char **names = NULL;
    size_t count = 0, capacity = 0;
    bool defined = false;
    for (const struct node *child = paragraph->first; child; child = child->next) {
        names = arena_grow(markdown->arena, names, count, &capacity, sizeof *names);
        const char *name = names[count++] = begins(child, defined);
        if (name) defined = strcmp(name, "dd") == 0;
    }
    return names;
}

static void fill(struct markdown *markdown, struct node *list, struct node *paragraph)
{
    const char **name = name_children(markdown, paragraph);
    struct node *target = NULL;
    for (struct node *child = paragraph->first, *next; child && name; child = next, name++) {
        next = child->next;
        if (*name) target = open(markdown, list, *name, child);
        if (*name && strcmp(*name, "dd") == 0) child->text += 1 + strspn(child->text + 1, " ");
        node_remove(child);
        node_append(target, child);
    }
    end_line(markdown, list->last);
}

static void tell_stray(struct markdown *markdown, const struct node *child)
{
    if (markdown_is_escaped(markdown, child->place)) return;
    message_add(
        markdown->messages, MARKDOWN_SLIP, child->place,
        "a `:` begins a definition, and no term stands right above it; expected its term there, without an empty line");
    message_hint(markdown->messages, "for the character itself, write \\:");
}

void definitions_resolve(struct markdown *markdown, struct node *paragraph)
{
    const struct node *child = paragraph->first;
    bool marker = node_is(paragraph->parent, "blockquote") && paragraph->parent->first == paragraph && child &&
                  child->text && strncmp(child->text, "[!", 2) == 0;
    if (marker || !child) return; /* the line of a block's marker is no term */
    if (begins_definition(child)) {
        tell_stray(markdown, child);
        return;
    }
    while (child && !begins_definition(child)) child = next_line(child);
    if (!child) return;
    struct node *list = paragraph->previous;
    if (!node_is(list, "dl")) {
        list = node_element(markdown->arena, "dl", paragraph->place);
        node_set(markdown->arena, list, "class", "definitions");
        node_insert_before(paragraph, list);
    }
    fill(markdown, list, paragraph);
    node_remove(paragraph);
}
