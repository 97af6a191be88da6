/* References to other reports (inside compose/ only): `report:ID`, `report:ID#target`, and quotations from there. */
#ifndef COMPOSE_CITATION_H
#define COMPOSE_CITATION_H

#include "compose/resolve.h"

/* Fills a link to `report:…`: text, address on the site, address for the PDF; told when it leads nowhere. */
void citation_fill(struct resolve *resolve, struct node *link);

/* Fills an element with `data-quote`, or holds the words in it against those of their source. The link to the source,
 * in the element's caption, has its text then; it is told there when it leads nowhere. */
void citation_quote(struct resolve *resolve, struct node *element);

#endif
