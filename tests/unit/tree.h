/* XHTML to a tree and back. */
#ifndef TESTS_TREE_H
#define TESTS_TREE_H

#include <string.h>

#include "document/document.h"
#include "suite.h"

/* Line N of the text is line N of its source. NULL: not well-formed, and told. */
static inline struct node *tree_read(const struct source *source)
{
    size_t count = 1;
    for (const char *c = source->text; *c; c++) count += *c == '\n';
    struct place *lines = arena_array(arena, count, sizeof *lines);
    for (size_t i = 0; i < count; i++) lines[i] = (struct place){source, (unsigned)i + 1, 1};
    struct merged_text merged = {source->text, source->length, lines, count};
    struct insertions none = {0};
    return document_read(arena, &merged, &none, messages);
}

static inline const struct source *tree_source(const char *path, const char *text)
{
    struct source *source = arena_make(arena, struct source);
    *source = (struct source){.path = path, .text = text, .length = strlen(text)};
    return source;
}

/* For text that the test knows to be well-formed. */
static inline struct node *tree_of(const char *text)
{
    struct node *root = tree_read(tree_source("test.html", text));
    ck_assert_msg(root, "%s\n%s", suite_told(), text);
    return root;
}

static inline const char *tree_html(const struct node *root)
{
    struct buffer out = buffer_new(arena);
    document_write_html(&out, root);
    return buffer_text(&out);
}

#endif
