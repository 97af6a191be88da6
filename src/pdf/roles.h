/* Which structure type an element of the document gets, and what may stand in what. */
#ifndef PDF_ROLES_H
#define PDF_ROLES_H

#include <stdbool.h>

#include "base/arena.h"
#include "document/document.h"

/* What a structure element is to its parent (ISO 32000-1, 14.8.4). */
enum kind {
    KIND_INLINE = 1,   /* text and inline-level elements */
    KIND_BLOCK = 2,    /* block-level and grouping elements */
    KIND_CAPTION = 4,
    KIND_ITEM = 8,     /* LI */
    KIND_PART = 16,    /* Lbl, LBody */
    KIND_ENTRY = 32,   /* TOCI */
    KIND_GROUP = 64,   /* THead, TBody, TFoot */
    KIND_ROW = 128,
    KIND_CELL = 256,
    KIND_REFERENCE = 512
};

struct type {
    const char *name; /* as written; "" stands for no element: its kids belong to its parent */
    int kind;
    int holds;           /* the kinds of its kids */
    const char *wrapper; /* the type that is put between it and content that it does not hold; NULL: none */
    const char *standard; /* NULL: a standard type; otherwise what it is mapped to (RoleMap) */
};

const struct type *type_named(const char *name); /* asserts that it is in the table */

/* How an element is tagged. */
enum treatment {
    TREAT_THROUGH,  /* no element of its own: its content belongs to its parent */
    TREAT_BLOCK,    /* the same, but its content stands apart from what is around it */
    TREAT_TAG,      /* `type` */
    TREAT_REFERENCE, /* `type` inside a Reference */
    TREAT_CALL,     /* a footnote's call: the same, with a Lbl inside */
    TREAT_LABEL,    /* `type` inside a Lbl */
    TREAT_HEADING,  /* H1 to H6 */
    TREAT_LIST_ITEM, /* `type`, with a Lbl for its marker, and an LBody for the rest of an LI */
    TREAT_TERM,     /* dt: Lbl, in an LI of its own where there is none around it; terms in a row share it */
    TREAT_DETAILS,  /* dd: LBody of the term before it; details in a row share it */
    TREAT_LINE_BREAK,
    TREAT_ARTIFACT
};

struct role {
    enum treatment treatment;
    const char *type;
};

/* The role of an element (not a text), by its name, class and attributes alone. */
struct role role_of(const struct node *element);

/* Whether line breaks stand directly in it: an address, the lines of a letter, a verse. */
bool role_has_lines(const struct node *element);

/* The alternative text: aria-label, the texts that aria-labelledby names, alt, or an svg's title; NULL: none. */
const char *role_alternative(struct arena *arena, const struct node *element);

#endif
