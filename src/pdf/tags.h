/* The structure tree, planned from the document before anything is drawn: one element per element of the document,
 * in its order. Drawing then reports each marked-content sequence to the segment it belongs to. */
#ifndef PDF_TAGS_H
#define PDF_TAGS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "document/document.h"
#include "layout/layout.h"
#include "pdf/destinations.h"
#include "pdf/object.h"
#include "pdf/roles.h"
#include "pdf/spots.h"

/* One marked-content sequence (ISO 32000-1, 14.6). */
struct mark {
    size_t page;
    int mcid;
    struct mark *next;
};

/* Text or drawing that stands directly in an element, between two of its child elements. */
struct segment {
    struct tag *tag;
    struct mark *first, *last;
    struct buffer text; /* as it is read */
};

/* A child: exactly one of both. */
struct kid {
    struct tag *tag;
    struct segment *segment;
    struct kid *next;
};

/* The part of a link on one page. */
struct link_part {
    size_t page;
    float (*lines)[4]; /* left, top, right, bottom of each line, in layout's coordinates */
    size_t count, capacity;
    struct dictionary *annotation;
    struct link_part *next;
};

/* A layout attribute whose value is a name, such as TextDecorationType or WritingMode (ISO 32000-1, 14.8.5.4). */
struct layout_attribute {
    const char *name, *value;
    struct layout_attribute *next;
};

struct tag {
    const struct type *type;
    const struct node *node; /* NULL: made by the plan */
    struct tag *parent;
    struct kid *first, *last;
    struct tag *open;         /* the wrapper that the next inline content goes on in; NULL: none */
    struct tag *link, *block; /* the nearest Link (or NULL) and the nearest element that is not inline */
    const char *language;     /* in force here */
    bool language_changes;

    const char *alternative, *expansion, *title, *identifier; /* Alt, E, T, ID; NULL: none */
    const char *numbering, *scope;                            /* ListNumbering, Scope */
    struct layout_attribute *layout;                          /* the last that was set first */
    int column_span, row_span;
    struct tag **headers; /* that a cell names; each has an identifier */
    size_t header_count, header_capacity;
    float box[4]; /* of a Figure: left, top, right, bottom, on page box_page */
    size_t box_page;
    bool has_box;
    struct link_part *first_part, *last_part;

    struct kid *as_kid; /* of its parent */
    bool written;       /* after tags_finish: it is in the file */
    struct dictionary *object;
};

struct tags {
    struct arena *arena;
    struct tag **items; /* parents before their kids, in document order; the first is Document */
    size_t count, capacity;
    struct spots *spots;
};

/* Plans the tree for what the layout draws. */
struct tags *tags_plan(struct arena *arena, const struct node *document, const struct layout *layout,
                       const struct destinations *destinations);

/* Where a fragment belongs; NULL: it is an artifact. */
struct segment *tags_segment(const struct tags *tags, const struct fragment *fragment);

/* Whether a text fragment comes right after a line break of the document (which is read as a space). */
bool tags_after_break(const struct tags *tags, const struct fragment *fragment);

/* A new element at the end of `parent`. */
struct tag *tags_append(struct tags *tags, struct tag *parent, const struct type *type, const struct node *node);

/* Gives an element a layout attribute: written, dumped and told like all others. */
void tags_set_layout(struct tags *tags, struct tag *tag, const char *name, const char *value);

/* After drawing: elements without content are left out, those without a type give their kids to their parent,
 * tables are made regular. */
void tags_finish(struct tags *tags);

/* Gives every row of a table the same width. */
void tags_make_regular(struct tags *tags, struct tag *table);

/* headers.c: gives the cells of a table the heads that they name. `number`: of the last head that got an identifier. */
void tags_name_heads(struct tags *tags, struct tag *table, int *number);

#endif
