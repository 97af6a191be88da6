#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Blocks grow from the first to the last size: there may be thousands of small arenas. */
enum { SMALLEST_BLOCK = 1024, LARGEST_BLOCK = 64 * 1024 };

struct block {
    struct block *next;
    size_t size, used;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct block *blocks; /* the newest first; only that one is still filled */
    size_t block_size;    /* of the last that was taken to be filled; 0: none was */
};

static _Noreturn void out_of_memory(void)
{
    fputs("oordeel: out of memory\n", stderr);
    exit(2);
}

struct arena *arena_new(void)
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (!arena) out_of_memory();
    return arena;
}

void arena_free(struct arena *arena)
{
    if (!arena) return;
    for (struct block *block = arena->blocks, *next; block; block = next) {
        next = block->next;
        free(block);
    }
    free(arena);
}

bool arena_owns(const struct arena *arena, const void *piece)
{
    uintptr_t at = (uintptr_t)piece;
    for (const struct block *block = arena->blocks; block; block = block->next) {
        uintptr_t begin = (uintptr_t)block->bytes;
        if (at >= begin && at < begin + block->size) return true;
    }
    return false;
}

/* The child's blocks go behind the newest, which goes on being filled. */
void arena_adopt(struct arena *arena, struct arena *child)
{
    struct block **end = arena->blocks ? &arena->blocks->next : &arena->blocks;
    struct block *rest = *end;
    *end = child->blocks;
    while (*end) end = &(*end)->next;
    *end = rest;
    free(child);
}

/* A new block at this place in the list; gives its bytes, of which the first are taken. */
static void *block_new(struct block **place, size_t size, size_t used)
{
    struct block *block = malloc(sizeof *block + size);
    if (!block) out_of_memory();
    *block = (struct block){.next = *place, .size = size, .used = used};
    *place = block;
    return block->bytes;
}

/* A large piece gets a block of its own behind the newest, which goes on being filled. */
static void *take_alone(struct arena *arena, size_t size)
{
    return block_new(arena->blocks ? &arena->blocks->next : &arena->blocks, size, size);
}

/* Larger than the one before it, and large enough. */
static size_t next_size(const struct arena *arena, size_t needed)
{
    size_t size = arena->block_size ? arena->block_size * 4 : SMALLEST_BLOCK;
    while (size < needed) size *= 4;
    return size < LARGEST_BLOCK ? size : LARGEST_BLOCK;
}

static size_t rounded(size_t size)
{
    const size_t alignment = alignof(max_align_t);
    if (size > SIZE_MAX / 2) out_of_memory();
    return size ? (size + alignment - 1) / alignment * alignment : alignment;
}

void *arena_take(struct arena *arena, size_t size)
{
    size = rounded(size);
    if (size > LARGEST_BLOCK / 4) return take_alone(arena, size);
    struct block *block = arena->blocks;
    if (!block || block->size - block->used < size) {
        arena->block_size = next_size(arena, size);
        return block_new(&arena->blocks, arena->block_size, size);
    }
    void *piece = block->bytes + block->used;
    block->used += size;
    return piece;
}

/* Cleared here and not with the whole block: these bytes are used next. */
void *arena_alloc(struct arena *arena, size_t size)
{
    return memset(arena_take(arena, size), 0, size);
}

void *arena_extend(struct arena *arena, void *piece, size_t size, size_t larger)
{
    struct block *block = arena->blocks;
    size_t old = piece ? rounded(size) : 0, more = rounded(larger) - old;
    bool last = piece && block && (unsigned char *)piece + old == block->bytes + block->used;
    if (last && block->size - block->used >= more) {
        block->used += more;
        return piece;
    }
    void *copy = arena_take(arena, larger);
    if (piece) memcpy(copy, piece, size);
    return copy;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size) out_of_memory();
    return arena_alloc(arena, count * size);
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) return items;
    size_t larger = *capacity ? *capacity * 2 : 8;
    if (larger > SIZE_MAX / size) out_of_memory();
    unsigned char *grown = arena_extend(arena, *capacity ? items : NULL, *capacity * size, larger * size);
    memset(grown + *capacity * size, 0, (larger - *capacity) * size);
    *capacity = larger;
    return grown;
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_take(arena, length + 1);
    if (length) memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

char *arena_string(struct arena *arena, const char *text)
{
    return arena_copy(arena, text, strlen(text));
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = arena_take(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}
