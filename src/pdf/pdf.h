/* Placed fragments -> one tagged PDF that is PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1).
 *
 * Tags come from the document, not from the drawing: one structure element per element in document order;
 * drawing reports (node, page, MCID). The home of libharu, in one file (object.c). The same input
 * gives the same bytes. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/message.h"
#include "document/document.h"
#include "layout/layout.h"

struct pdf_metadata {
    const char *title, *author, *subject, *language; /* language: BCP 47; author, subject may be NULL */
    const char *producer;                            /* "oordeel 1.0" */
    const char *date;                                /* "2025-03-13" or NULL when content knows none */
    const char *colour_profile;                      /* path of an sRGB ICC profile (version 2 or 4) */
};

/* The bytes of the file in `*bytes`, in the arena. false: already told. */
bool pdf_write(struct arena *arena, const struct node *document, const struct layout *layout,
               const struct pdf_metadata *metadata, const unsigned char **bytes, size_t *length,
               struct messages *messages);

/* The dump: the structure tree with type, attributes, pages and text (`oordeel dump tags`). */
bool pdf_dump_tags(struct arena *arena, struct buffer *out, const struct node *document, const struct layout *layout,
                   struct messages *messages);

/* What a reader of the structure says, in its order: a line for each block, with roles, languages, alternatives, heads of
 * cells and where links lead (`oordeel dump heard`). From the same tree that is written; artifacts are silent. */
bool pdf_dump_heard(struct arena *arena, struct buffer *out, const struct node *document, const struct layout *layout,
                    struct messages *messages);

#endif
