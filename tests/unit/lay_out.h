/* From XHTML and CSS in memory to a layout, for the tests of the layout room. Needs fonts that are open. */
#ifndef TESTS_LAY_OUT_H
#define TESTS_LAY_OUT_H

#include "fonts.h"
#include "layout/layout.h"
#include "tree.h"

struct laid_out {
    const struct node *root;
    const struct styled *styled;
    const struct layout *layout;
};

/* That the document's `img` elements name; NULL: none. */
static const struct images *lay_out_images;

static const char hyphenation_folder[] = "/usr/share/hyphen";

/* `layout` NULL: the document could not be read. */
static inline struct laid_out lay_out_source(const struct source *html, const struct source *css)
{
    struct laid_out result = {.root = tree_read(html)};
    if (!result.root) return result;
    struct sheet **sheets = arena_array(arena, 1, sizeof *sheets);
    sheets[0] = style_read(arena, css, messages);
    result.styled = style_document(arena, result.root, sheets, 1, "print", messages);
    struct hyphenator *hyphenator = hyphenator_new(hyphenation_folder);
    struct layout_input input = {
        .root = result.styled, .sheets = sheets, .sheet_count = 1, .fonts = fonts, .hyphenator = hyphenator,
        .images = lay_out_images};
    result.layout = layout_document(arena, &input, messages);
    hyphenator_free(hyphenator);
    return result;
}

static inline struct laid_out lay_out_text(const char *html, const char *css)
{
    return lay_out_source(tree_source("a.html", html), tree_source("a.css", css));
}

#endif
