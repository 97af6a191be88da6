#include "pdf/flate.h"

#define ZLIB_CONST
#include <assert.h>
#include <zlib.h>

enum { LEVEL = 5 };

struct flate {
    struct arena *arena;
    z_stream stream;
    unsigned char *scratch; /* room for what is being compressed */
    size_t capacity;
};

static void *allocate(void *arena, unsigned count, unsigned size)
{
    return arena_array(arena, count, size);
}

static void leave_to_arena(void *arena, void *memory)
{
    (void)arena, (void)memory;
}

struct flate *flate_new(struct arena *arena)
{
    struct flate *flate = arena_make(arena, struct flate);
    flate->arena = arena;
    flate->stream = (z_stream){.zalloc = allocate, .zfree = leave_to_arena, .opaque = arena};
    int status = deflateInit(&flate->stream, LEVEL);
    assert(status == Z_OK); /* it has its memory */
    (void)status;
    return flate;
}

static void make_room(struct flate *flate, size_t size)
{
    if (size <= flate->capacity) return;
    while (flate->capacity < size) flate->capacity = flate->capacity ? flate->capacity * 2 : 64 * 1024;
    flate->scratch = arena_alloc(flate->arena, flate->capacity);
}

const char *flate_compress(struct flate *flate, const void *bytes, size_t length, size_t *compressed_length)
{
    z_stream *stream = &flate->stream;
    deflateReset(stream);
    make_room(flate, deflateBound(stream, length));
    stream->next_in = bytes;
    stream->avail_in = (unsigned)length;
    stream->next_out = flate->scratch;
    stream->avail_out = (unsigned)flate->capacity;
    int status = deflate(stream, Z_FINISH);
    assert(status == Z_STREAM_END); /* it has room for all */
    (void)status;
    *compressed_length = stream->total_out;
    return arena_copy(flate->arena, (const char *)flate->scratch, *compressed_length);
}
