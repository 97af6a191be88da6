/* Text that runs from right to left, and both ways on one line (UAX #9; CSS Writing Modes 3, clause 2). */
#ifndef LAYOUT_DIRECTION_H
#define LAYOUT_DIRECTION_H

#include "layout/pen.h"
#include "layout/text.h"

/* Whether a text may hold anything but letters from left to right. Text of European languages is passed over quickly. */
bool direction_matters(const char *text);

/* Gives each item of the text its embedding level, and sets text->level, that of the paragraph. Words are cut where the level
 * changes, and shaped in their direction. */
void direction_resolve(struct setter *setter, struct text *text);

/* The order in which things with these levels stand on a line from left to right (rule L2): order[i] is the number of the
 * thing at place i. */
void direction_order(const unsigned char *levels, size_t count, size_t *order);

/* The side at which lines of the text begin: true for the right one. */
bool direction_begins_right(const struct text *text);

/* A text without elements, set on one line: parts that run one way each. */
struct part_of_text {
    struct word *word;
    unsigned char level;
};

struct line_of_text {
    struct part_of_text *parts; /* in the order of the text */
    size_t *order;              /* from left to right */
    size_t count;
    float width;
};

/* `style` says the direction of the paragraph, with BIDI_PLAINTEXT its first letter. */
struct line_of_text direction_line(struct setter *setter, const struct computed *style, const char *text);

/* Draws it from x, the left end, on the pen's line. */
void direction_draw(struct pen *pen, const struct line_of_text *line, float x);

#endif
