/* Lines of code: each is a `code` of its own, with the line's end between two of them, so that whoever hears it
 * hears lines. */
#include <string.h>

#include "compose/resolve.h"

/* The code in a `pre` that has several lines; NULL: there is nothing to part. */
static struct node *code_of(const struct node *pre)
{
    struct node *code = node_is(pre, "pre") ? pre->first : NULL;
    bool alone = node_is(code, "code") && !code->next && code->first && !code->first->next && code->first->text;
    return alone && strchr(code->first->text, '\n') ? code : NULL;
}

static void add_line(struct resolve *resolve, struct node *pre, const char *line, size_t length)
{
    struct arena *arena = resolve->arena;
    node_append(pre, resolve_element(resolve, "code", NULL, arena_copy(arena, line, length), pre->place));
}

static void part(struct resolve *resolve, struct node *pre, struct node *code)
{
    const char *text = code->first->text;
    node_remove(code);
    while (*text) {
        size_t length = strcspn(text, "\n"), ends = strspn(text + length, "\n");
        if (length) add_line(resolve, pre, text, length);
        text += length;
        if (text[ends]) node_append(pre, node_text(resolve->arena, arena_copy(resolve->arena, text, ends), pre->place));
        text += ends;
    }
}

void resolve_lines(struct resolve *resolve)
{
    for (struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        struct node *code = code_of(node);
        if (code) part(resolve, node, code);
    }
}
