/* A passage as whoever hides something in it would be read all the same (inside check/ only): full-width and raised
 * digits are digits, all spaces and dashes are one, what cannot be seen is gone. */
#ifndef CHECK_PLAIN_H
#define CHECK_PLAIN_H

#include "check/passage.h"

struct plain {
    struct arena *arena;
    char *text; /* ends in NUL */
    size_t *at; /* [length + 1]: where in the passage each byte comes from */
    size_t length, capacity;
};

/* Fills `plain`, which may be used again and again. */
void plain_read(struct plain *plain, const struct passage *passage);

/* The place of the bytes from `begin` to before `end`. */
struct place plain_place(const struct plain *plain, const struct passage *passage, size_t begin, size_t end);

#endif
