/* The pages of a pass, and what is printed in their margins. */
#ifndef LAYOUT_PAGE_H
#define LAYOUT_PAGE_H

#include "layout/layout.h"

struct box;
struct setter;

/* Sets all pages of the document, from the first one; without margin boxes. */
void pages_set(struct setter *setter, struct box *root);

/* Draws running headers and footers, when all pages are known. */
void pages_draw_margins(struct setter *setter);

/* One page's margin boxes. */
void margin_boxes_draw(struct setter *setter, const struct page_style *style);

/* What stands behind the text of each page; when all pages are drawn, for it says what running strings say. */
void watermarks_draw(struct setter *setter);

/* The style of a page, each kind asked once. */
const struct page_style *page_style_of(struct setter *setter, const char *name, bool first, bool left);

struct page_kind {
    const char *name;
    bool first, left;
    struct page_style style;
    struct page_kind *next;
};

#endif
