/* Optimum-fit line breaking (D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", 1981). */
#ifndef LAYOUT_PARAGRAPH_H
#define LAYOUT_PARAGRAPH_H

#include "layout/text.h"

struct paragraph {
    const struct text *text;
    const struct computed *style;
    float width, indent;         /* indent: of the first line */
    bool balance;                /* the last line is to be as long as the others, as in headings */
    const struct inset *insets;  /* of the first lines; NULL: none */
    size_t inset_count;
};

/* A place where a line may end. */
struct feasible;

/* Working memory that paragraphs use one after the other. */
struct feasibles {
    struct feasible *items;
    size_t count, capacity;
};

/* The lines, in the work arena; their heights are still to be measured. */
struct line *paragraph_break(struct setter *setter, const struct paragraph *paragraph, size_t *count);

#endif
