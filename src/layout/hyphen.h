/* Where words may be hyphenated. The home of libhyphen is hyphen.c. */
#ifndef LAYOUT_HYPHEN_H
#define LAYOUT_HYPHEN_H

#include "base/arena.h"

/* In letters (code points). */
struct hyphen_limits {
    unsigned word, before, after;
};

struct hyphenator;

/* `folder` holds hyph_LANG.dic; NULL: nothing is hyphenated. */
struct hyphenator *hyphenator_new(struct arena *arena, const char *folder, struct hyphen_limits limits);
void hyphenator_free(struct hyphenator *hyphenator);

/* The byte offsets in the word before which a hyphen may stand, in order, in the arena of the hyphenator; punctuation
 * around the letters is left alone. `language` is BCP 47; without a dictionary there are none. */
size_t hyphenator_points(struct hyphenator *hyphenator, const char *language, const char *word, size_t length,
                         unsigned **points);

#endif
