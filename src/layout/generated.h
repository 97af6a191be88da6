/* What is not in the document but follows from it and from the pages: anchors and the pages they are on, running
 * strings, generated content. */
#ifndef LAYOUT_GENERATED_H
#define LAYOUT_GENERATED_H

#include "layout/layout.h"

struct setter;

struct anchor_entry {
    const struct node *node;
    const char *id;     /* NULL: a heading without one */
    bool found;         /* in this pass */
    size_t page;
    float x, y;
    size_t known_page;  /* in the pass before; NO_PAGE: not known */
    size_t note;        /* number plus 1 of the footnote that it is, or 0 */
    size_t next_node, next_id; /* in their buckets, plus 1 */
};

#define NO_PAGE ((size_t)-1)

struct anchors {
    struct anchor_entry *items; /* in document order */
    size_t count, capacity;
    size_t *by_node, *by_id; /* hash tables of numbers plus 1 */
    size_t bucket_count;
    bool wanted;  /* some page number stands in the text */
};

/* The styled node behind this one on a walk through `root`, or NULL; `below`: go into this one. */
const struct styled *styled_walk(const struct styled *styled, const struct styled *root, bool below);

/* Lists every heading and every element with an id below the styled root. */
void anchors_collect(struct setter *setter, const struct styled *root);

/* The number plus 1 of a node's entry; 0: it has none. */
size_t anchors_place(const struct setter *setter, const struct node *node);

/* The number plus 1 of the entry with this id, or 0. */
size_t anchors_find_id(const struct setter *setter, const char *id);

/* The element is here on the page that is being drawn; `place` is a number plus 1 or 0. The first time counts. */
void anchors_set(struct setter *setter, size_t place, float x, float y);

/* All elements below `node` that have entries are here. */
void anchors_set_below(struct setter *setter, const struct node *node, float x, float y);

/* The first anchor that stands on another page than in the pass before, or the root when there are more or fewer pages now; NULL: all
 * stand where they stood, or no text wants to know. */
const struct node *anchors_moved(const struct setter *setter);

/* Begins a pass: what was found is what is known. */
void anchors_next_pass(struct setter *setter);

/* Running strings (GCPM 1.1): who sets what, in the order of the pages. */
struct string_entry {
    const char *name, *value;
    size_t page;
    bool at_start; /* nothing stood before it on its page */
};

struct strings {
    struct string_entry *items;
    size_t count, capacity;
};

void strings_set(struct setter *setter, const char *name, const struct node *node);

/* The text of one piece for the page that is being set; "" for a leader. */
const char *generated_text(struct setter *setter, const struct content_piece *piece, const struct node *node);

/* True for pieces whose text depends on the pages. */
bool generated_is_dynamic(const struct content_piece *piece);

/* Number as a list marker or page number shows it, without punctuation. */
const char *generated_number(struct arena *arena, enum list_style style, int number);

#endif
