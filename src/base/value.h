/* Generic data with places: what YAML gives, what the model's view makes, what templates read. */
#ifndef BASE_VALUE_H
#define BASE_VALUE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/place.h"

enum value_kind {
    VALUE_NULL,
    VALUE_BOOLEAN,
    VALUE_STRING, /* also numbers and dates: whoever reads it says what it must be */
    VALUE_LIST,
    VALUE_MAP,
    VALUE_MARKUP, /* XHTML text made by the program itself; a template writes it as it is */
};

struct value {
    enum value_kind kind;
    struct place place;
    bool plain; /* STRING from YAML that stood without quotes */
    bool boolean;
    const char *text;     /* STRING, MARKUP */
    struct value **items; /* LIST: `count` items */
    struct member *members; /* MAP: `count` members, in order of writing; keys are unique */
    size_t count, capacity;
};

struct member {
    const char *key;
    struct place place; /* of the key */
    struct value *value;
};

struct value *value_new(struct arena *arena, enum value_kind kind, struct place place);
struct value *value_string(struct arena *arena, const char *text); /* no place; the text is not copied */
struct value *value_boolean(struct arena *arena, bool boolean);
struct value *value_markup(struct arena *arena, const char *text);
struct value *value_list(struct arena *arena);
struct value *value_map(struct arena *arena);

void value_append(struct arena *arena, struct value *list, struct value *item);

/* Adds a member; the key must not be there yet (assert). The key is not copied. */
void value_set(struct arena *arena, struct value *map, const char *key, struct value *value);

/* The same with a text, for which NULL stands as false, and with true or false. */
void value_set_text(struct arena *arena, struct value *map, const char *key, const char *text);
void value_set_flag(struct arena *arena, struct value *map, const char *key, bool flag);

/* The value of a key, or NULL when it is not there. `map` may be of any kind. */
struct value *value_get(const struct value *map, const char *key);

/* "list", "map", "text" …: for messages. */
const char *value_kind_name(enum value_kind kind);

#endif
