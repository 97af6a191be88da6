#include "base/message.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"

struct messages {
    struct arena *arena;
    struct message *items;
    size_t count, capacity;
};

struct entry {
    const char *name;
    enum severity severity;
    const char *cause, *cure;
};

static const struct entry catalogue[] = {
#define MESSAGE(name, code, severity, cause, cure) [name] = {code, severity, cause, cure},
#include "base/catalogue.h"
#undef MESSAGE
};

struct messages *messages_new(struct arena *arena)
{
    struct messages *messages = arena_make(arena, struct messages);
    messages->arena = arena;
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
    messages->items =
        arena_grow(messages->arena, messages->items, messages->count, &messages->capacity, sizeof message);
    messages->items[messages->count++] = message;
}

void message_add(struct messages *messages, enum message_code code, struct place place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    append(messages, (struct message){.code = code,
                                      .severity = catalogue[code].severity,
                                      .place = place,
                                      .text = format_in(messages->arena, format, arguments)});
    va_end(arguments);
}

void message_hint(struct messages *messages, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    messages->items[messages->count - 1].hint = format_in(messages->arena, format, arguments);
    va_end(arguments);
}

void messages_join(struct messages *into, const struct messages *from)
{
    for (size_t i = 0; i < from->count; i++) append(into, from->items[i]);
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

const char *message_code_name(enum message_code code)
{
    return catalogue[code].name;
}

const char *message_code_cause(enum message_code code)
{
    return catalogue[code].cause;
}

const char *message_code_cure(enum message_code code)
{
    return catalogue[code].cure;
}

enum severity message_code_severity(enum message_code code)
{
    return catalogue[code].severity;
}

const char *severity_name(enum severity severity)
{
    static const char *const names[] = {"note", "warning", "error"};
    return names[severity];
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

/* A terminal must not be steered by what is in a file: such characters become spaces. */
static void print_safe(FILE *stream, const char *text, size_t length)
{
    for (size_t i = 0, bytes; i < length; i += bytes) {
        bool safe = !utf8_is_control(utf8_decode(text + i, &bytes));
        if (bytes > length - i) bytes = length - i;
        if (safe) fwrite(text + i, 1, bytes, stream);
        else fputc(' ', stream);
    }
}

enum { SHOWN_BEFORE = 60, SHOWN_COLUMNS = 100 };

/* The part of the line around the place, and a caret under it. */
static void print_line(struct place place, FILE *stream)
{
    size_t length;
    const char *line = place_line(place, &length);
    if (length == 0) return;
    unsigned skipped = place.column > SHOWN_BEFORE ? place.column - SHOWN_BEFORE : 0;
    size_t start = utf8_offset(line, length, skipped);
    size_t shown = utf8_offset(line + start, length - start, SHOWN_COLUMNS);
    const char *cut = skipped ? "… " : "";
    fprintf(stream, "    %s", cut);
    print_safe(stream, line + start, shown);
    fprintf(stream, "%s\n", start + shown < length ? " …" : "");
    if (place.column == 0) return;
    size_t caret = utf8_offset(line + start, length - start, place.column - 1 - skipped);
    size_t width = utf8_width(line + start, caret) + (skipped ? 2 : 0);
    fprintf(stream, "    %*s^\n", (int)width, "");
}

static void print_message(const struct message *message, FILE *stream, bool colour)
{
    static const char *const tints[] = {"\033[1;36m", "\033[1;33m", "\033[1;31m"};
    const char *tint = colour ? tints[message->severity] : "", *plain = colour ? "\033[0m" : "";
    if (message->place.source) {
        print_safe(stream, message->place.source->path, strlen(message->place.source->path));
        if (message->place.line) fprintf(stream, ":%u:%u", message->place.line, message->place.column);
        fputs(": ", stream);
    }
    fprintf(stream, "%s%s:%s ", tint, severity_name(message->severity), plain);
    print_safe(stream, message->text, strlen(message->text));
    fprintf(stream, " [%s]\n", message_code_name(message->code));
    print_line(message->place, stream);
    if (!message->hint) return;
    fputs("    ", stream);
    print_safe(stream, message->hint, strlen(message->hint));
    fputc('\n', stream);
}

struct told messages_print(const struct messages *messages, FILE *stream, bool colour)
{
    struct arena *arena = arena_new();
    const struct message **sorted = arena_array(arena, messages->count, sizeof *sorted);
    for (size_t i = 0; i < messages->count; i++) sorted[i] = &messages->items[i];
    qsort(sorted, messages->count, sizeof *sorted, compare);
    struct told told = {0};
    for (size_t i = 0; i < messages->count; i++) {
        if (i > 0 && equal(sorted[i - 1], sorted[i])) continue;
        print_message(sorted[i], stream, colour);
        size_t *counts[] = {&told.notes, &told.warnings, &told.errors};
        ++*counts[sorted[i]->severity];
    }
    arena_free(arena);
    return told;
}
