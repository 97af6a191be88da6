/* Where words may be hyphenated. The home of libhyphen is hyphen.c. */
#ifndef LAYOUT_HYPHEN_H
#define LAYOUT_HYPHEN_H

#include "layout/layout.h"

enum { HYPHEN_POINTS_MOST = 90 };

/* The byte offsets in the word before which a hyphen may stand, in order; punctuation around the letters is left alone.
 * `language` is BCP 47; without a dictionary there are none. */
size_t hyphenator_points(struct hyphenator *hyphenator, const char *language, const char *word, size_t length,
                         unsigned points[HYPHEN_POINTS_MOST]);

#endif
