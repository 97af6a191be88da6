#include "base/message.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>


struct messages {
    struct arena *arena;
    struct message *items;
    size_t count, capacity;
    enum severity severities[MESSAGE_CODES];
    bool dropped; /* the message that was added last is off */
};

struct messages *messages_new(struct arena *arena)
{
    struct messages *messages = arena_make(arena, struct messages);
    messages->arena = arena;
    for (size_t i = 0; i < MESSAGE_CODES; i++) messages->severities[i] = message_code_severity((enum message_code)i);
    return messages;
}

static char *format_in(struct arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    return text;
}

static void append(struct messages *messages, struct message message)
{
    message.severity = messages->severities[message.code];
    messages->dropped = message.severity == SEVERITY_OFF;
    if (messages->dropped) return;
    messages->items =
        arena_grow(messages->arena, messages->items, messages->count, &messages->capacity, sizeof message);
    messages->items[messages->count++] = message;
}

void message_add(struct messages *messages, enum message_code code, struct place place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    append(messages, (struct message){.code = code, .place = place, .text = format_in(messages->arena, format, arguments)});
    va_end(arguments);
}

void message_hint(struct messages *messages, const char *format, ...)
{
    va_list arguments;
    if (messages->dropped) return;
    va_start(arguments, format);
    messages->items[messages->count - 1].hint = format_in(messages->arena, format, arguments);
    va_end(arguments);
}

void messages_set(struct messages *messages, enum message_code code, enum severity severity)
{
    size_t kept = 0;
    messages->severities[code] = severity;
    for (size_t i = 0; i < messages->count; i++) {
        struct message message = messages->items[i];
        if (message.code == code) message.severity = severity;
        if (message.severity != SEVERITY_OFF) messages->items[kept++] = message;
    }
    messages->count = kept;
}

void messages_join(struct messages *into, const struct messages *from)
{
    for (size_t i = 0; i < from->count; i++) append(into, from->items[i]);
}

struct messages *messages_copy(struct arena *arena, const struct messages *from)
{
    struct messages *copy = messages_new(arena);
    for (size_t i = 0; i < from->count; i++) {
        struct message message = from->items[i];
        message.text = arena_string(arena, message.text);
        message.hint = message.hint ? arena_string(arena, message.hint) : NULL;
        append(copy, message);
    }
    return copy;
}

bool messages_point_into(const struct messages *messages, const struct arena *arena)
{
    const struct source *last = NULL; /* most of the messages in a row are of one file */
    for (size_t i = 0; i < messages->count; i++) {
        const struct source *source = messages->items[i].place.source;
        if (source && source != last && arena_owns(arena, source)) return true;
        last = source;
    }
    return false;
}

size_t messages_count(const struct messages *messages, enum severity severity)
{
    size_t count = 0;
    for (size_t i = 0; i < messages->count; i++) count += messages->items[i].severity == severity;
    return count;
}

size_t messages_total(const struct messages *messages)
{
    return messages->count;
}

const struct message *messages_at(const struct messages *messages, size_t index)
{
    return &messages->items[index];
}

static const char *path_of(const struct message *message)
{
    return message->place.source ? message->place.source->path : "";
}

static int compare(const void *a, const void *b)
{
    const struct message *left = *(const struct message *const *)a, *right = *(const struct message *const *)b;
    int order = strcmp(path_of(left), path_of(right));
    if (order) return order;
    if (left->place.line != right->place.line) return left->place.line < right->place.line ? -1 : 1;
    if (left->place.column != right->place.column) return left->place.column < right->place.column ? -1 : 1;
    order = strcmp(left->text, right->text);
    return order ? order : (left > right) - (left < right);
}

static bool equal(const struct message *left, const struct message *right)
{
    return left->place.line == right->place.line && left->place.column == right->place.column &&
           strcmp(path_of(left), path_of(right)) == 0 && strcmp(left->text, right->text) == 0;
}

const struct message **messages_sorted(struct arena *arena, const struct messages *messages, size_t *count)
{
    const struct message **sorted = arena_array(arena, messages->count, sizeof *sorted);
    for (size_t i = 0; i < messages->count; i++) sorted[i] = &messages->items[i];
    if (messages->count) qsort(sorted, messages->count, sizeof *sorted, compare);
    *count = 0;
    for (size_t i = 0; i < messages->count; i++) {
        if (*count == 0 || !equal(sorted[*count - 1], sorted[i])) sorted[(*count)++] = sorted[i];
    }
    return sorted;
}

struct told messages_tell(const struct messages *messages)
{
    struct arena *arena = arena_new();
    size_t count;
    const struct message **sorted = messages_sorted(arena, messages, &count);
    struct told told = {0};
    for (size_t i = 0; i < count; i++) {
        size_t *counts[] = {[SEVERITY_NOTE] = &told.notes, &told.warnings, &told.errors};
        ++*counts[sorted[i]->severity];
    }
    arena_free(arena);
    return told;
}
