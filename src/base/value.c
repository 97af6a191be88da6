#include "base/value.h"

#include <assert.h>
#include <string.h>

struct value *value_new(struct arena *arena, enum value_kind kind, struct place place)
{
    struct value *value = arena_make(arena, struct value);
    value->kind = kind;
    value->place = place;
    return value;
}

static struct value *made(struct arena *arena, enum value_kind kind)
{
    return value_new(arena, kind, (struct place){0});
}

struct value *value_string(struct arena *arena, const char *text)
{
    struct value *value = made(arena, VALUE_STRING);
    value->text = text;
    return value;
}

struct value *value_boolean(struct arena *arena, bool boolean)
{
    struct value *value = made(arena, VALUE_BOOLEAN);
    value->boolean = boolean;
    return value;
}

struct value *value_markup(struct arena *arena, const char *text)
{
    struct value *value = made(arena, VALUE_MARKUP);
    value->text = text;
    return value;
}

struct value *value_list(struct arena *arena)
{
    return made(arena, VALUE_LIST);
}

struct value *value_map(struct arena *arena)
{
    return made(arena, VALUE_MAP);
}

void value_append(struct arena *arena, struct value *list, struct value *item)
{
    assert(list->kind == VALUE_LIST);
    list->items = arena_grow(arena, list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = item;
}

void value_set(struct arena *arena, struct value *map, const char *key, struct value *value)
{
    assert(map->kind == VALUE_MAP && !value_get(map, key));
    map->members = arena_grow(arena, map->members, map->count, &map->capacity, sizeof *map->members);
    map->members[map->count++] = (struct member){.key = key, .place = value->place, .value = value};
}

void value_set_text(struct arena *arena, struct value *map, const char *key, const char *text)
{
    value_set(arena, map, key, text ? value_string(arena, text) : value_boolean(arena, false));
}

void value_set_flag(struct arena *arena, struct value *map, const char *key, bool flag)
{
    value_set(arena, map, key, value_boolean(arena, flag));
}

struct value *value_get(const struct value *map, const char *key)
{
    if (map->kind != VALUE_MAP) return NULL;
    for (size_t i = 0; i < map->count; i++) {
        if (strcmp(map->members[i].key, key) == 0) return map->members[i].value;
    }
    return NULL;
}

const char *value_kind_name(enum value_kind kind)
{
    static const char *const names[] = {"nothing", "true or false", "text", "list", "map", "markup"};
    return names[kind];
}
