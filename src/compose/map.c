#include "compose/map.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

struct map {
    struct arena *arena;
    const char **keys; /* in order of adding */
    void **values;
    size_t count, key_capacity, value_capacity;
    size_t *slots;     /* index in keys plus one; 0: free. Open addressing, at most half full. */
    size_t slot_count; /* a power of two, or 0 */
};

struct map *map_new(struct arena *arena)
{
    struct map *map = arena_make(arena, struct map);
    map->arena = arena;
    return map;
}

/* FNV-1a, 64 bits (Fowler, Noll, Vo). */
static uint64_t hash(const char *key)
{
    uint64_t sum = 14695981039346656037u;
    for (; *key; key++) sum = (sum ^ (unsigned char)*key) * 1099511628211u;
    return sum;
}

/* The slot of the key, or the free one where it would be. */
static size_t find(const struct map *map, const char *key)
{
    size_t slot = (size_t)hash(key) & (map->slot_count - 1);
    while (map->slots[slot] && strcmp(map->keys[map->slots[slot] - 1], key) != 0)
        slot = (slot + 1) & (map->slot_count - 1);
    return slot;
}

static void widen(struct map *map)
{
    map->slot_count = map->slot_count ? map->slot_count * 2 : 64;
    map->slots = arena_array(map->arena, map->slot_count, sizeof *map->slots);
    for (size_t i = 0; i < map->count; i++) map->slots[find(map, map->keys[i])] = i + 1;
}

bool map_add(struct map *map, const char *key, void *value)
{
    assert(value);
    if ((map->count + 1) * 2 > map->slot_count) widen(map);
    size_t slot = find(map, key);
    if (map->slots[slot]) return false;
    map->keys = arena_grow(map->arena, map->keys, map->count, &map->key_capacity, sizeof *map->keys);
    map->values = arena_grow(map->arena, map->values, map->count, &map->value_capacity, sizeof *map->values);
    map->keys[map->count] = key;
    map->values[map->count] = value;
    map->slots[slot] = ++map->count;
    return true;
}

void *map_get(const struct map *map, const char *key)
{
    if (map->count == 0) return NULL;
    size_t slot = find(map, key);
    return map->slots[slot] ? map->values[map->slots[slot] - 1] : NULL;
}

size_t map_count(const struct map *map)
{
    return map->count;
}

const char *const *map_keys(const struct map *map)
{
    return map->keys;
}
