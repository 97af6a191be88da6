/* Footnotes: their bodies stand at the foot of the page of their call (GCPM 2). */
#ifndef LAYOUT_FOOTNOTE_H
#define LAYOUT_FOOTNOTE_H

#include "layout/layout.h"

struct setter;
struct flow;
struct box;
struct resume;

struct note {
    const struct styled *styled;
    const struct node *call; /* the first link to it that is not in a note; NULL: it stays where it is */
    struct box *box;         /* NULL: not made yet */
};

/* A note that is set on the page, from where it was left on the page before. */
struct set_note {
    struct note *note;
    const struct resume *from;
};

struct notes {
    struct note *items; /* in document order */
    size_t count, capacity;
    struct note **calls; /* in the order of their calls */
    size_t call_count, call_capacity;

    /* the page that is being set */
    const struct computed *area;
    float width;
    float reserved; /* height that the notes of what is placed so far take */
    struct set_note *set; /* first what was left from the page before */
    size_t set_count, set_capacity, left;
};

/* Lists the notes and their calls below the styled root. */
void notes_collect(struct setter *setter, const struct styled *root);

/* The note that this styled element is, when its body goes to the foot of a page; NULL otherwise. */
const struct note *notes_find(const struct setter *setter, const struct styled *styled);

/* True when `node` is the call number `call`. */
bool notes_is_call(const struct setter *setter, const struct node *node, size_t call);

/* While looking for the cut: something with the calls `from` to before `to` ends at y: do it and the notes
 * fit? If so, or if `force`, room for the notes is reserved. */
bool notes_admit(struct flow *flow, size_t from, size_t to, float y, bool force);

/* While drawing: call number `call` was drawn. */
void notes_add(struct setter *setter, size_t call);

/* Begins a page: room for what was left. */
void notes_begin_page(struct setter *setter, const struct computed *area, float width);
void notes_begin_pass(struct setter *setter);

/* Draws the notes at the foot; `top`: where the page's content ends. What does not fit is left for the next page. */
void notes_draw(struct setter *setter, float x, float top, float bottom);

bool notes_are_left(const struct setter *setter);

#endif
