/* The vocabulary of HTML and SVG that a document may use, and what each name means for reading and writing. */
#ifndef DOCUMENT_ELEMENT_H
#define DOCUMENT_ELEMENT_H

#include <stdbool.h>
#include <stddef.h>

enum element_flag {
    ELEMENT_VOID = 1,    /* no content and no end tag (HTML 13.1.2) */
    ELEMENT_BLOCK = 2,   /* stands on lines of its own: white space beside it means nothing */
    ELEMENT_SVG = 4,     /* written with a slash when it is empty */
    ELEMENT_REFUSED = 8, /* raw text or foreign content: cannot be escaped, or makes requests */
};

struct element {
    const char *name;
    unsigned flags;
};

/* NULL: not in the vocabulary. */
const struct element *element_find(const char *name);

/* The flags of a name; 0 when it is not in the vocabulary. */
unsigned element_flags(const char *name);

/* All names, sorted. */
size_t element_count(void);
const char *element_name(size_t index);

#endif
