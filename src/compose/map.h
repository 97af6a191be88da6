/* A map from text to anything, for looking up ids and names in large documents. Keys are not copied. */
#ifndef COMPOSE_MAP_H
#define COMPOSE_MAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct map;

struct map *map_new(struct arena *arena);

/* Adds the key; false (and nothing done) when it is there already. The value must not be NULL. */
bool map_add(struct map *map, const char *key, void *value);

void *map_get(const struct map *map, const char *key); /* NULL: not there */

size_t map_count(const struct map *map);

/* The keys in order of adding: [map_count]. */
const char *const *map_keys(const struct map *map);

#endif
