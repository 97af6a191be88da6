/* The HTML writer: https://html.spec.whatwg.org/multipage/parsing.html#serialising-html-fragments */
#include "document/document.h"

#include <string.h>

#include "document/element.h"

static const char *escaped(const char *at)
{
    switch (*at) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return strncmp(at, "\xC2\xA0", 2) == 0 ? "&nbsp;" : NULL;
    }
}

/* A quote is escaped in attribute values only. */
static void write_escaped(struct buffer *out, const char *text, bool attribute)
{
    const char *from = text;
    for (const char *at = text; *at; at++) {
        const char *entity = escaped(at);
        if (!entity || (*at == '"' && !attribute)) continue;
        buffer_add_bytes(out, from, (size_t)(at - from));
        buffer_add(out, entity);
        at += *at == '\xC2';
        from = at + 1;
    }
    buffer_add(out, from);
}

static bool is_void(const struct node *node)
{
    return element_flags(node->name) & ELEMENT_VOID;
}

/* Line breaks stand only where white space means nothing: between blocks, outside preformatted text. */
static bool breaks_inside(const struct node *node)
{
    return node_is_block(node) && node_is_block(node->first);
}

static bool breaks_after(const struct node *node)
{
    return node_is_block(node) && (!node->next || node_is_block(node->next));
}

static void write_start(struct buffer *out, const struct node *node)
{
    buffer_add_char(out, '<');
    buffer_add(out, node->name);
    for (const struct attribute *attribute = node->attributes; attribute; attribute = attribute->next) {
        buffer_add_char(out, ' ');
        buffer_add(out, attribute->name);
        buffer_add(out, "=\"");
        write_escaped(out, attribute->value, true);
        buffer_add_char(out, '"');
    }
    bool closed = !node->first && (element_flags(node->name) & ELEMENT_SVG);
    buffer_add(out, closed ? "/>" : ">");
    /* The parser drops a line feed right after <pre>; a second one keeps the author's. */
    if (node_is(node, "pre") && node->first && node->first->text && node->first->text[0] == '\n')
        buffer_add_char(out, '\n');
    if (breaks_inside(node)) buffer_add_char(out, '\n');
}

static void write_end(struct buffer *out, const struct node *node, const struct node *root)
{
    bool closed = !node->first && (element_flags(node->name) & ELEMENT_SVG);
    if (!is_void(node) && !closed) {
        buffer_add(out, "</");
        buffer_add(out, node->name);
        buffer_add_char(out, '>');
    }
    if (node != root && breaks_after(node)) buffer_add_char(out, '\n');
}

void document_write_html(struct buffer *out, const struct node *node)
{
    const struct node *at = node;
    for (;;) {
        if (at->name) write_start(out, at);
        else write_escaped(out, at->text, false);
        if (at->first && !is_void(at)) {
            at = at->first;
            continue;
        }
        if (at->name) write_end(out, at, node);
        while (at != node && !at->next) {
            at = at->parent;
            write_end(out, at, node);
        }
        if (at == node) return;
        at = at->next;
    }
}
