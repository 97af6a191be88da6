/* Values that a schema has checked: whatever does not fit was told, and reads as absent here. */
#include <stdlib.h>
#include <string.h>

#include "content/content.h"
#include "report/load.h"
#include "report/schema.h"

static const struct value empty_list = {.kind = VALUE_LIST}, empty_map = {.kind = VALUE_MAP};

const char *value_text_at(struct arena *arena, const struct value *map, const char *key)
{
    const struct value *value = value_get(map, key);
    if (!value || value->kind != VALUE_STRING) return NULL;
    const char *text = value->text + strspn(value->text, " \t\n");
    size_t length = strlen(text);
    while (length && strchr(" \t\n", text[length - 1])) length--;
    return length ? arena_copy(arena, text, length) : NULL;
}

bool value_boolean_at(const struct value *map, const char *key, bool otherwise)
{
    const struct value *value = value_get(map, key);
    return value && value->kind == VALUE_BOOLEAN ? value->boolean : otherwise;
}

struct node *value_markdown_at(struct loader *loader, const struct value *map, const char *key)
{
    const struct value *value = value_get(map, key);
    if (!value || value->kind != VALUE_STRING) return NULL;
    struct node *body = content_read_markdown_value(loader->arena, value, loader->messages);
    const char *path = value->place.source->path, *slash = strrchr(path, '/');
    const struct node *image = node_by_name(body, "img");
    if (image)
        message_add(loader->messages, IMAGE_ELSEWHERE, image->place,
                    "an image cannot stand in a YAML file; expected it in a text of a report");
    text_check_paths(loader, body, slash ? arena_copy(loader->arena, path, (size_t)(slash - path)) : "");
    return body;
}

const struct value *value_list_at(const struct value *map, const char *key)
{
    const struct value *value = value_get(map, key);
    return value && value->kind == VALUE_LIST && value->count <= SCHEMA_MOST_ITEMS ? value : &empty_list;
}

const struct value *value_map_at(const struct value *map, const char *key)
{
    const struct value *value = value_get(map, key);
    return value && value->kind == VALUE_MAP && value->count <= SCHEMA_MOST_ENTRIES ? value : &empty_map;
}

struct place value_place_at(const struct value *map, const char *key)
{
    for (size_t i = 0; map->kind == VALUE_MAP && i < map->count; i++) {
        if (strcmp(map->members[i].key, key) == 0) return map->members[i].place;
    }
    return map->place;
}

static int by_name_and_order(const void *a, const void *b)
{
    const struct named *left = *(const struct named *const *)a, *right = *(const struct named *const *)b;
    int order = strcmp(left->name, right->name);
    return order ? order : (left > right) - (left < right);
}

bool names_check(struct loader *loader, const struct named *names, size_t count, const char *what)
{
    const struct named **sorted = arena_array(loader->arena, count, sizeof *sorted);
    for (size_t i = 0; i < count; i++) sorted[i] = &names[i];
    if (count) qsort(sorted, count, sizeof *sorted, by_name_and_order);
    size_t told = 0;
    for (size_t i = 1, first = 0; i < count; i++) {
        if (strcmp(sorted[first]->name, sorted[i]->name) != 0) {
            first = i;
            continue;
        }
        told++;
        message_add(loader->messages, ID_DUPLICATE, sorted[i]->place,
                    "`%s` is the %s on line %u already; expected another", sorted[i]->name, what,
                    sorted[first]->place.line);
    }
    return told == 0;
}
