/* From XHTML and CSS in memory to a layout, for the tests of the layout room. */
#ifndef TESTS_LAYOUT_FIXTURE_H
#define TESTS_LAYOUT_FIXTURE_H

#include <string.h>

#include "base/file.h"
#include "layout/layout.h"

struct laid_out {
    const struct node *root;
    const struct styled *styled;
    const struct layout *layout;
};

static const char hyphenation_folder[] = "/usr/share/hyphen";

static inline struct node *fixture_read(struct arena *arena, const struct source *source, struct messages *messages)
{
    size_t count = 1;
    for (const char *c = source->text; *c; c++) count += *c == '\n';
    struct place *lines = arena_array(arena, count, sizeof *lines);
    for (size_t i = 0; i < count; i++) lines[i] = (struct place){source, (unsigned)i + 1, 1};
    struct merged_text merged = {source->text, source->length, lines, count};
    struct insertions none = {0};
    return document_read(arena, &merged, &none, messages);
}

/* `layout` NULL: the document could not be read. */
static inline struct laid_out fixture_lay_out(struct arena *arena, struct fonts *fonts, const struct source *html,
                                              const struct source *css, struct messages *messages)
{
    struct laid_out result = {.root = fixture_read(arena, html, messages)};
    if (!result.root) return result;
    struct sheet **sheets = arena_array(arena, 1, sizeof *sheets);
    sheets[0] = style_read(arena, css, messages);
    result.styled = style_document(arena, result.root, sheets, 1, "print", messages);
    struct layout_input input = {result.styled, sheets, 1, fonts, hyphenation_folder};
    result.layout = layout_document(arena, &input, messages);
    return result;
}

static inline struct source fixture_source(const char *path, const char *text)
{
    return (struct source){path, text, strlen(text)};
}

#endif
