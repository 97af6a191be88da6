#include "pdf/spots.h"

#include <stdint.h>

enum { FIRST_CAPACITY = 1024 };

struct spots *spots_new(struct arena *arena)
{
    struct spots *spots = arena_make(arena, struct spots);
    spots->arena = arena;
    spots->capacity = FIRST_CAPACITY;
    spots->slots = arena_array(arena, spots->capacity, sizeof(struct spot *));
    return spots;
}

/* Addresses are hashed but never compared for order, so that they do not reach the output. */
static size_t slot_of(const struct spots *spots, const struct node *node)
{
    uint64_t hash = (uint64_t)(uintptr_t)node * UINT64_C(0x9E3779B97F4A7C15);
    size_t slot = (size_t)(hash >> 20) & (spots->capacity - 1);
    while (spots->slots[slot] && spots->slots[slot]->node != node) slot = (slot + 1) & (spots->capacity - 1);
    return slot;
}

struct spot *spots_find(const struct spots *spots, const struct node *node)
{
    return spots->slots[slot_of(spots, node)];
}

static void grow(struct spots *spots)
{
    struct spot **old = spots->slots;
    size_t count = spots->capacity;
    spots->capacity *= 2;
    spots->slots = arena_array(spots->arena, spots->capacity, sizeof(struct spot *));
    for (size_t i = 0; i < count; i++) {
        if (old[i]) spots->slots[slot_of(spots, old[i]->node)] = old[i];
    }
}

struct spot *spots_add(struct spots *spots, const struct node *node)
{
    size_t slot = slot_of(spots, node);
    if (spots->slots[slot]) return spots->slots[slot];
    if (spots->count * 2 >= spots->capacity) {
        grow(spots);
        slot = slot_of(spots, node);
    }
    struct spot *spot = arena_make(spots->arena, struct spot);
    spot->node = node;
    spots->slots[slot] = spot;
    spots->count++;
    return spot;
}
