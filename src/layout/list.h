/* Markers of list items. */
#ifndef LAYOUT_LIST_H
#define LAYOUT_LIST_H

#include "layout/flow.h"

struct setter;
struct flow;

/* A marker that waits for the first line of its item. */
struct pending_marker {
    const struct box *item;
    struct area content; /* of the item; the marker stands before the side at which its lines begin */
    const struct pending_marker *outer;
};

/* The marker of item number `number`, NULL when it has none. */
const char *list_marker(struct setter *setter, const struct styled *item, int number);

/* The item's marker waits for its first line. */
void list_wait(struct flow *flow, const struct box *item, struct area content);

/* Draws the markers that wait, on this baseline, the outer ones first. */
void list_draw_markers(struct flow *flow, float baseline);

#endif
