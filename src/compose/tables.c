/* Tables, of authors and of templates: what heads their cells, numbers below each other, and which are wide. */
#include "compose/tables.h"

void resolve_tables(struct resolve *resolve)
{
    size_t heads = 0;
    for (struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        struct grid grid;
        if (!node_is(node, "table") || !grid_read(resolve->arena, node, &grid)) continue;
        table_settle_heads(resolve, &grid);
        table_name_heads(resolve, &grid, &heads);
        table_align_numbers(resolve, &grid);
        table_mark_wide(resolve, &grid);
    }
}
