/* Tables that ask for more room than the text has. What they take is known only when they are set; here it is guessed from
 * their letters, so that the style can give them a wide page before that. */
#include <string.h>

#include "base/utf8.h"
#include "compose/tables.h"

/* In widths of a digit of the small type of such tables: what the shipped style has on an upright page (142 mm, 8 pt), on a
 * page on its side, and between two columns. */
enum { COLUMNS_OF_TEXT = 6, UPRIGHT = 84, ON_ITS_SIDE = 150 };
static const float between = 1.2F;

/* A word of more letters is hyphenated; a number never is. */
enum { LONGEST_PART = 11 };

static bool ends_word(const char *text)
{
    return *text == ' ' || *text == '\0';
}

/* The longest part of the text that cannot be broken. */
static size_t longest_part(const char *text)
{
    size_t longest = 0, length = 0;
    bool digits = false;
    for (;; text++) {
        if (ends_word(text)) {
            size_t part = !digits && length > LONGEST_PART ? LONGEST_PART : length;
            if (part > longest) longest = part;
            length = 0;
            digits = false;
            if (!*text) return longest;
            continue;
        }
        length += ((unsigned char)*text & 0xC0) != 0x80;
        digits |= *text >= '0' && *text <= '9';
    }
}

static size_t column_width(struct resolve *resolve, const struct grid *grid, size_t column)
{
    size_t width = 0;
    for (size_t row = 0; row < grid->row_count; row++) {
        const struct node *cell = grid_first(grid, row, column);
        if (!cell || grid_area(grid, row, column).columns > 1) continue;
        size_t part = longest_part(node_string(resolve->arena, cell));
        if (part > width) width = part;
    }
    return width;
}

void table_mark_wide(struct resolve *resolve, struct grid *grid)
{
    if (grid->column_count <= COLUMNS_OF_TEXT) return;
    float width = 0;
    for (size_t column = 0; column < grid->column_count; column++)
        width += (float)column_width(resolve, grid, column) + between;
    node_add_class(resolve->arena, grid->table, "wide");
    if (width > UPRIGHT) node_add_class(resolve->arena, grid->table, "landscape");
    if (width > ON_ITS_SIDE) node_add_class(resolve->arena, grid->table, "dense");
}
