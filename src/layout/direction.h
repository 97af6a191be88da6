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

/* Texts without breaks behind each other on one line: parts that run one way each. */
struct text_run {
    const struct face *face;
    const char *text;
};

struct part_of_text {
    struct word *word;
    size_t run;
    unsigned char level;
    float gap; /* left free before it, in its direction */
    float x;   /* its left end, from that of the line */
};

struct line_of_text {
    struct part_of_text *parts; /* in the order of the text */
    size_t count;
    float width;
};

/* `style` says the direction of the line, with BIDI_PLAINTEXT its first letter. `gaps`: before each run; NULL: none. */
struct line_of_text direction_line(struct setter *setter, const struct computed *style, const struct text_run *runs,
                                   size_t count, const float *gaps);

/* Draws a run, whose first part is number `first`, x being the left end of the line; gives the first part of the next. */
size_t direction_draw(struct pen *pen, const struct line_of_text *line, size_t first, float x);

#endif
