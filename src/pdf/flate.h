/* Flate compression (ISO 32000-1, 7.4.4); the home of zlib is flate.c. */
#ifndef PDF_FLATE_H
#define PDF_FLATE_H

#include <stddef.h>

#include "base/arena.h"

struct flate; /* a compressor for one stream after the other */

/* Lives as long as the arena, in which its results are too. */
struct flate *flate_new(struct arena *arena);

/* The bytes (at most INT32_MAX) compressed. */
const char *flate_compress(struct flate *flate, const void *bytes, size_t length, size_t *compressed_length);

#endif
