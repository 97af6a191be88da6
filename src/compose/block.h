/* What makers of boxed blocks share (inside compose/ only); the table of kinds is in blocks.c. */
#ifndef COMPOSE_BLOCK_H
#define COMPOSE_BLOCK_H

#include "compose/resolve.h"

struct block {
    struct node *aside;
    const char *title, *id;       /* NULL: not given */
    const char *variant, *source; /* several variants with a space between them */
    const char *language;
};

/* Makes what replaces the aside; NULL: already told. */
typedef struct node *make_block(struct resolve *resolve, const struct block *block);

/* sources.c: `[!SOURCES]` is where the list of sources goes, which the template put into the colophon. */
struct node *make_sources(struct resolve *resolve, const struct block *block);

/* box.c: boxes with a heading; and, when all blocks are made, numbers for those of a kind that have no title of their own, so
 * that their headings are told apart. */
make_block make_case, make_sidebar, make_norm, make_expectation, make_conclusion;
void box_number_titles(struct resolve *resolve);

/* figure.c: an image with its caption; and, when all blocks are made, images that stand elsewhere are told. */
struct node *make_figure(struct resolve *resolve, const struct block *block);
void figure_check_outside(struct resolve *resolve);

/* The kinds as an author needs to know them: [{marker, title, about, variants}]. */
struct value *block_forms(struct arena *arena);

#endif
