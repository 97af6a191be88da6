/* Text that grows, in an arena. Always ends in NUL; `length` does not count it. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stddef.h>

#include "base/arena.h"

struct buffer {
    struct arena *arena;
    char *data; /* never NULL once something was added; see buffer_text */
    size_t length, capacity;
};

struct buffer buffer_new(struct arena *arena);

void buffer_add(struct buffer *buffer, const char *text);
void buffer_add_bytes(struct buffer *buffer, const char *bytes, size_t length);
void buffer_add_char(struct buffer *buffer, char c);
void buffer_format(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The number in the shortest form with at most `decimals` decimals and a point, whatever the locale. */
void buffer_add_number(struct buffer *buffer, double number, int decimals);

/* The text so far, also of a buffer to which nothing was added. Valid until the next addition. */
const char *buffer_text(const struct buffer *buffer);

#endif
