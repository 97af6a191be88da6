/* Columns of a grid: fixed lengths first, then shares of what is left (CSS Grid 1, 7.2.4, in a simple form). */
#include "layout/setter.h"
#include "layout/table.h"

/* A column without a length is a share like 1fr. */
static struct length column_length(const struct computed *style, size_t column)
{
    struct length length = {LENGTH_FRACTION, 1};
    if (column < (size_t)style->grid_column_count && style->grid_columns[column].unit != LENGTH_AUTO)
        length = style->grid_columns[column];
    return length;
}

void grid_divide(struct table *table, const struct computed *style, float width)
{
    float fractions = 0, rest = width;
    for (size_t i = 0; i < table->column_count; i++) {
        struct length length = column_length(style, i);
        if (length.unit == LENGTH_FRACTION) fractions += length.value;
        table->columns[i].width = length_resolve(length, width, 0);
        rest -= table->columns[i].width;
    }
    if (rest < 0) rest = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        struct length length = column_length(style, i);
        if (length.unit == LENGTH_FRACTION && fractions > 0) table->columns[i].width = rest * length.value / fractions;
    }
}
