/* Markers of list items. */
#ifndef LAYOUT_LIST_H
#define LAYOUT_LIST_H

#include "layout/layout.h"

struct setter;
struct flow;

/* A marker that waits for the first line of its item. */
struct pending_marker {
    const struct box *item;
    float x; /* the item's content edge; the marker ends left of it */
    const struct pending_marker *outer;
};

/* The marker of item number `number`, NULL when it has none. */
const char *list_marker(struct setter *setter, const struct styled *item, int number);

/* The item's marker waits for its first line. */
void list_wait(struct flow *flow, const struct box *item, float x);

/* Draws the markers that wait, on this baseline, the outer ones first. */
void list_draw_markers(struct flow *flow, float baseline);

#endif
