/* Memory in arenas: one per phase or job, freed as a whole; nothing in it is freed singly.
 *
 * Out of memory ends the program, with a message and exit status 2, here and nowhere else.
 * An arena belongs to one thread at a time. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena); /* NULL is allowed */

/* Moves all that `child` holds to `arena` and frees the rest of it. */
void arena_adopt(struct arena *arena, struct arena *child);

/* Does the piece lie in this arena? Asks every block: for what is rare. */
bool arena_owns(const struct arena *arena, const void *piece);

/* `size` bytes, all zero, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size);

/* `count` items of `size` bytes, all zero; an overflowing product ends the program. */
void *arena_array(struct arena *arena, size_t count, size_t size);

#define arena_make(arena, type) ((type *)arena_alloc((arena), sizeof(type)))

/* `size` bytes that hold anything. */
void *arena_take(struct arena *arena, size_t size);

/* A piece of `size` bytes (NULL: none yet) made `larger`: in its place when it is the last that was taken, otherwise
 * as a copy (the old one stays in the arena). What is added holds anything. */
void *arena_extend(struct arena *arena, void *piece, size_t size, size_t larger);

/* Room for one more item in a growing array. Gives `items` back while `count` < `*capacity`; otherwise as many again,
 * all zero, as arena_extend does, with `*capacity` updated.
 *     list->items = arena_grow(arena, list->items, list->count, &list->capacity, sizeof *list->items); */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);

/* Copies that end in NUL. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);
char *arena_string(struct arena *arena, const char *text);
char *arena_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
