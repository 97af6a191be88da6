/* The dump: what the golden tests of this room and of compose compare. */
#include "document/document.h"

#include <stdlib.h>
#include <string.h>

static void write_text(struct buffer *out, const char *text)
{
    buffer_add_char(out, '"');
    for (const char *at = text; *at; at++) {
        if (*at == '\n') buffer_add(out, "\\n");
        else if (*at == '\t') buffer_add(out, "\\t");
        else if (*at == '"' || *at == '\\') buffer_format(out, "\\%c", *at);
        else buffer_add_char(out, *at);
    }
    buffer_add_char(out, '"');
}

static int by_name(const void *a, const void *b)
{
    const struct attribute *const *left = a, *const *right = b;
    return strcmp((*left)->name, (*right)->name);
}

static void write_attributes(struct buffer *out, const struct node *node)
{
    size_t count = 0, i = 0;
    for (const struct attribute *at = node->attributes; at; at = at->next) count++;
    const struct attribute **sorted = arena_array(out->arena, count, sizeof *sorted);
    for (const struct attribute *at = node->attributes; at; at = at->next) sorted[i++] = at;
    qsort(sorted, count, sizeof *sorted, by_name);
    for (i = 0; i < count; i++) {
        buffer_format(out, " %s=", sorted[i]->name);
        write_text(out, sorted[i]->value);
    }
}

static void write_place(struct buffer *out, struct place place)
{
    if (place.source) buffer_format(out, "  @%s:%u:%u", place.source->path, place.line, place.column);
}

static size_t depth_below(const struct node *node, const struct node *root)
{
    size_t depth = 0;
    for (; node != root; node = node->parent) depth++;
    return depth;
}

void document_dump(struct buffer *out, const struct node *root, bool places)
{
    for (const struct node *node = root; node; node = node_next(node, root)) {
        for (size_t depth = depth_below(node, root); depth; depth--) buffer_add(out, "  ");
        if (node->name) buffer_add(out, node->name);
        else write_text(out, node->text);
        if (node->attributes) write_attributes(out, node);
        if (places) write_place(out, node->place);
        buffer_add_char(out, '\n');
    }
}
