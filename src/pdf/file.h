/* The parts of the file, each written by a file of its own; write.c puts them together. */
#ifndef PDF_FILE_H
#define PDF_FILE_H

#include "base/arena.h"
#include "base/message.h"
#include "layout/layout.h"
#include "pdf/destinations.h"
#include "pdf/draw.h"
#include "pdf/object.h"
#include "pdf/pdf.h"
#include "pdf/tags.h"

struct colour_profile {
    const struct image *image; /* the first that has it */
    struct dictionary *stream;
    struct colour_profile *next;
};

/* A file while it is written. */
struct file {
    struct arena *arena;
    struct objects *objects;
    struct dictionary *catalog;
    const struct pdf_metadata *metadata;
    const struct layout *layout;
    const struct destinations *destinations;
    const struct tags *tags;
    const struct drawing *drawing;
    struct dictionary **pages; /* [layout->page_count] */
    struct array **annotations; /* of each page; NULL: none */
    struct colour_profile *profiles; /* of images */
};

/* What a link says where its text cannot be seen (ISO 14289-1, 7.18.5). */
const char *link_contents(struct arena *arena, const struct node *link);

/* Annotations of all links; numbers them as structural parents from the number of pages on. */
void write_links(struct file *file);

/* StructTreeRoot with all elements, ParentTree, RoleMap and IDTree; MarkInfo. After the links. */
void write_structure(struct file *file);

/* Bookmarks of the headings, page labels, and a named destination for every id. */
void write_navigation(struct file *file);

/* The images that were drawn, as resources. */
void write_pictures(struct file *file, struct dictionary *resources);

/* XMP metadata and the output intent. false: already told. */
bool write_metadata(struct file *file, struct messages *messages);
struct dictionary *write_information(struct file *file);

/* An explicit destination (12.3.2.2) of the anchor. */
struct array *destination_of(struct file *file, const struct anchor *anchor);

/* A name tree ("Names") or number tree ("Nums") of rising keys (7.9.6, 7.9.7). */
struct tree {
    const char *kind;
    size_t count;
    void (*add_key)(struct array *array, size_t i, void *context); /* the key of number i */
    void (*add_value)(struct array *array, size_t i, void *context);
    void *context;
};

struct dictionary *write_tree(struct objects *objects, const struct tree *tree);

#endif
