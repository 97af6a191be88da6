#include "template/context.h"

#include <string.h>

struct context context_new(struct arena *arena)
{
    return (struct context){.arena = arena};
}

void context_push(struct context *context, const struct value *value)
{
    context->items =
        arena_grow(context->arena, context->items, context->count, &context->capacity, sizeof *context->items);
    context->items[context->count++] = value;
}

void context_pop(struct context *context)
{
    context->count--;
}

static const struct value *get(struct context *context, const struct value *value, const char *key)
{
    context->work += value->kind == VALUE_MAP ? value->count : 1;
    return value_get(value, key);
}

static const struct value *find_first(struct context *context, const char *key)
{
    for (size_t i = context->count; i-- > 0;) {
        const struct value *value = get(context, context->items[i], key);
        if (value) return value;
    }
    return NULL;
}

static bool has_no_value(const struct value *value)
{
    return value->kind == VALUE_NULL || (value->kind == VALUE_BOOLEAN && !value->boolean);
}

struct lookup context_find(struct context *context, const struct name *name)
{
    struct lookup lookup = {.part = name->parts};
    if (name->count == 0) {
        lookup.value = context->items[context->count - 1];
        return lookup;
    }
    const char *part = name->parts;
    const struct value *value = find_first(context, part);
    for (size_t i = 1; value && i < name->count; i++) {
        if (has_no_value(value)) return (struct lookup){0};
        part += strlen(part) + 1;
        lookup.within = value;
        lookup.part = part;
        value = get(context, value, part);
    }
    lookup.value = value;
    lookup.missing = !value;
    lookup.up_to = (size_t)(lookup.part - name->parts) + strlen(lookup.part);
    return lookup;
}

bool is_falsy(const struct value *value)
{
    if (!value) return true;
    switch (value->kind) {
    case VALUE_NULL: return true;
    case VALUE_BOOLEAN: return !value->boolean;
    case VALUE_STRING:
    case VALUE_MARKUP: return value->text[0] == '\0';
    case VALUE_LIST: return value->count == 0;
    case VALUE_MAP: return false;
    }
    return false;
}

size_t context_names(const struct context *context, const char **names, size_t limit)
{
    size_t count = 0;
    for (size_t i = context->count; i-- > 0;) {
        const struct value *value = context->items[i];
        if (value->kind != VALUE_MAP) continue;
        for (size_t m = 0; m < value->count && count < limit; m++) names[count++] = value->members[m].key;
    }
    return count;
}
