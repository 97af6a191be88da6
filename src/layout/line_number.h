/* Numbers beside the lines of a page, for who checks a draft: line-numbers in the style sheets. */
#ifndef LAYOUT_LINE_NUMBER_H
#define LAYOUT_LINE_NUMBER_H

#include "layout/layout.h"

struct setter;

/* The lines that were drawn on the page, in any order. */
struct numbered_lines {
    struct numbered_line {
        float baseline, size; /* size: of its font */
        int every;            /* which numbers are shown */
    } *items;
    size_t count, capacity;
};

/* A line of content was drawn: it counts where its style says so. */
void line_numbers_note(struct setter *setter, const struct computed *style, float baseline);

/* Draws the numbers of the page to the left of `x`, where the text begins: counted from 1 on every page. Lines beside each
 * other, as in the cells of a row, are one. */
void line_numbers_draw(struct setter *setter, const struct computed *style, float x);

#endif
