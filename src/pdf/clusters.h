/* The clusters of a text fragment: the smallest pieces in which glyphs and text belong together. */
#ifndef PDF_CLUSTERS_H
#define PDF_CLUSTERS_H

#include <stdbool.h>
#include <stddef.h>

#include "layout/layout.h"

struct cluster {
    size_t glyph, glyph_count; /* the first and how many */
    const char *text;          /* what they show; not ended by NUL */
    size_t length;
    bool soft_hyphen;          /* the hyphen that a line break added; its text is a plain hyphen */
    bool space_after;          /* a space follows that has no glyph */
};

struct cluster_walk {
    const struct fragment *fragment;
    size_t text_length, at; /* the glyph where the next cluster begins */
};

struct cluster_walk clusters_of(const struct fragment *fragment);
bool clusters_next(struct cluster_walk *walk, struct cluster *cluster); /* false: there are no more */

#endif
