/* The parts of resolve_tables (inside compose/ only). */
#ifndef COMPOSE_TABLES_H
#define COMPOSE_TABLES_H

#include "compose/grid.h"
#include "compose/resolve.h"

/* heads.c: row heads, head cells without text; then the heads' ids at the cells where that is needed. `number`: of the
 * last id that was given in the document. */
void table_settle_heads(struct resolve *resolve, struct grid *grid);
void table_name_heads(struct resolve *resolve, struct grid *grid, size_t *number);

/* decimals.c: columns of numbers, below each other on their decimal mark. */
void table_align_numbers(struct resolve *resolve, struct grid *grid);

/* table_width.c: classes for tables that are wider than the text. */
void table_mark_wide(struct resolve *resolve, struct grid *grid);

#endif
