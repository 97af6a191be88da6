#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 64 * 1024 };

struct block {
    struct block *next;
    size_t size, used;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct block *blocks; /* the newest first; only that one is still filled */
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

/* calloc gives zeroed pages without touching them, so nothing is cleared twice. */
static struct block *block_new(size_t size)
{
    struct block *block = calloc(1, sizeof *block + size);
    if (!block) out_of_memory();
    block->size = size;
    return block;
}

/* A large piece gets a block of its own behind the newest, which goes on being filled. */
static void *alloc_alone(struct arena *arena, size_t size)
{
    struct block *block = block_new(size);
    block->used = size;
    if (!arena->blocks) {
        arena->blocks = block;
        return block->bytes;
    }
    block->next = arena->blocks->next;
    arena->blocks->next = block;
    return block->bytes;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    const size_t alignment = alignof(max_align_t);
    if (size > SIZE_MAX / 2) out_of_memory();
    size = (size + alignment - 1) / alignment * alignment;
    if (size == 0) size = alignment;
    if (size > BLOCK_SIZE / 4) return alloc_alone(arena, size);
    struct block *block = arena->blocks;
    if (!block || block->size - block->used < size) {
        block = block_new(BLOCK_SIZE);
        block->next = arena->blocks;
        arena->blocks = block;
    }
    void *piece = block->bytes + block->used;
    block->used += size;
    return piece;
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
    void *copy = arena_array(arena, larger, size);
    if (count) memcpy(copy, items, count * size);
    *capacity = larger;
    return copy;
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);
    if (length) memcpy(copy, bytes, length);
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
    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}
