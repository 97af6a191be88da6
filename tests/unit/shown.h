/* How much of a document is on its pages. */
#ifndef TESTS_SHOWN_H
#define TESTS_SHOWN_H

#include "layout/layout.h"

/* Bytes of content text on the pages, without spaces and added hyphens. */
static inline size_t shown_bytes(const struct layout *layout)
{
    size_t count = 0;
    for (size_t i = 0; i < layout->page_count; i++) {
        for (size_t j = 0; j < layout->pages[i].fragment_count; j++) {
            const struct fragment *fragment = &layout->pages[i].fragments[j];
            if (fragment->kind != FRAGMENT_TEXT || fragment->origin != ORIGIN_CONTENT) continue;
            for (const char *c = fragment->text; *c; c++) count += *c != ' ';
            if (fragment->soft_hyphen) count -= 2;
        }
    }
    return count;
}

/* Bytes of text of the document, likewise. */
static inline size_t written_bytes(const struct node *root)
{
    size_t count = 0;
    for (const struct node *node = root; node; node = node_next(node, root)) {
        for (const char *c = node->name ? "" : node->text; *c; c++) count += *c != ' ' && *c != '\n';
    }
    return count;
}

#endif
