#include "base/message.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>


/* So often one code is told of one file; then one message says how many more there are. */
enum { MOST_OF_A_KIND = 100 };

/* What was told of one code in one file. */
struct tally {
    enum message_code code;
    const char *path;
    char *text; /* of the message that counts the rest */
    size_t count, rest; /* rest: the place among the messages of the one that counts the rest, from 1 */
};

/* Places in an array, from 1, by a hash of what stands there. Never more than half full. */
struct index {
    struct slot {
        size_t hash, place; /* place 0: empty */
    } *slots;
    size_t size, count;
};

#define NOT_KEPT ((size_t)-1) /* the place of a message that is only counted */

struct messages {
    struct arena *arena;
    struct message *items;
    size_t count, capacity;
    struct tally *tallies;
    size_t tally_count, tally_capacity;
    struct index by_all, by_kind; /* of the messages and of the tallies */
    enum severity severities[MESSAGE_CODES];
    size_t added[MESSAGE_CODES]; /* those that are not kept, too */
    bool dropped; /* the message that was added last is not kept */
};

struct messages *messages_new(struct arena *arena)
{
    struct messages *messages = arena_make(arena, struct messages);
    messages->arena = arena;
    for (size_t i = 0; i < MESSAGE_CODES; i++) messages->severities[i] = message_code_severity((enum message_code)i);
    return messages;
}

static const char *path_of(const struct message *message)
{
    return message->place.source ? message->place.source->path : "";
}

/* ---- what was told already ---- */

/* FNV-1a, 64 bits. */
static size_t hash_add(size_t hash, const void *bytes, size_t length)
{
    const unsigned char *c = bytes;
    for (size_t i = 0; i < length; i++) hash = (hash ^ c[i]) * 1099511628211u;
    return hash;
}

static size_t hash_kind(enum message_code code, const char *path)
{
    size_t hash = hash_add(14695981039346656037u, &code, sizeof code);
    return hash_add(hash, path, strlen(path));
}

static size_t hash_all(const struct message *message)
{
    size_t hash = hash_kind(message->code, path_of(message));
    hash = hash_add(hash, &message->place.line, sizeof message->place.line);
    hash = hash_add(hash, &message->place.column, sizeof message->place.column);
    return hash_add(hash, message->text, strlen(message->text));
}

static bool equal(const struct message *left, const struct message *right)
{
    return left->place.line == right->place.line && left->place.column == right->place.column &&
           left->code == right->code && strcmp(path_of(left), path_of(right)) == 0 &&
           strcmp(left->text, right->text) == 0;
}

static void put(struct index *index, struct slot slot)
{
    size_t at = slot.hash % index->size;
    while (index->slots[at].place) at = (at + 1) % index->size;
    index->slots[at] = slot;
}

static void enter(struct arena *arena, struct index *index, size_t hash, size_t place)
{
    if (++index->count * 2 > index->size) {
        struct index larger = {.size = index->size ? index->size * 2 : 64, .count = index->count};
        larger.slots = arena_array(arena, larger.size, sizeof *larger.slots);
        for (size_t i = 0; i < index->size; i++) {
            if (index->slots[i].place) put(&larger, index->slots[i]);
        }
        *index = larger;
    }
    put(index, (struct slot){hash, place});
}

static bool is_told(const struct messages *messages, const struct message *message, size_t hash)
{
    const struct index *index = &messages->by_all;
    if (!index->size) return false;
    for (size_t at = hash % index->size; index->slots[at].place; at = (at + 1) % index->size) {
        const struct slot *slot = &index->slots[at];
        if (slot->hash != hash) continue;
        if (slot->place == NOT_KEPT || equal(&messages->items[slot->place - 1], message)) return true;
    }
    return false;
}

static struct tally *tally_of(struct messages *messages, enum message_code code, const char *path)
{
    struct index *index = &messages->by_kind;
    size_t hash = hash_kind(code, path);
    for (size_t at = index->size ? hash % index->size : 0; index->size && index->slots[at].place; at = (at + 1) % index->size) {
        struct tally *tally = &messages->tallies[index->slots[at].place - 1];
        if (tally->code == code && strcmp(tally->path, path) == 0) return tally;
    }
    messages->tallies = arena_grow(messages->arena, messages->tallies, messages->tally_count, &messages->tally_capacity,
                                   sizeof *messages->tallies);
    messages->tallies[messages->tally_count++] = (struct tally){.code = code, .path = path};
    enter(messages->arena, index, hash, messages->tally_count);
    return &messages->tallies[messages->tally_count - 1];
}

/* ---- adding ---- */

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

static void keep(struct messages *messages, struct message message)
{
    messages->items =
        arena_grow(messages->arena, messages->items, messages->count, &messages->capacity, sizeof message);
    messages->items[messages->count++] = message;
}

/* The first that is too many becomes the one that counts them; its text has room for any number. */
static void count_rest(struct messages *messages, struct tally *tally, struct message message)
{
    enum { LONGEST = 80 };
    if (!tally->rest) {
        message.hint = NULL;
        message.text = tally->text = arena_take(messages->arena, LONGEST);
        keep(messages, message);
        tally->rest = messages->count;
        messages->items[tally->rest - 1].more = 0;
    }
    struct message *rest = &messages->items[tally->rest - 1];
    rest->more += message.more ? message.more : 1;
    snprintf(tally->text, LONGEST, "%zu more of this kind in this file are not shown", rest->more);
}

static void append(struct messages *messages, struct message message)
{
    message.severity = messages->severities[message.code];
    messages->dropped = true;
    if (message.severity == SEVERITY_OFF) return;
    messages->added[message.code] += message.more ? message.more : 1;
    size_t hash = hash_all(&message);
    if (!message.more && is_told(messages, &message, hash)) return;
    struct tally *tally = tally_of(messages, message.code, path_of(&message));
    messages->dropped = message.more || tally->count == MOST_OF_A_KIND;
    if (messages->dropped) {
        count_rest(messages, tally, message);
    } else {
        tally->count++;
        keep(messages, message);
    }
    if (!message.more) enter(messages->arena, &messages->by_all, hash, messages->dropped ? NOT_KEPT : messages->count);
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

/* Adds all of them again, so that what was counted is counted anew. */
void messages_set(struct messages *messages, enum message_code code, enum severity severity)
{
    const struct messages before = *messages;
    *messages = (struct messages){.arena = before.arena};
    memcpy(messages->severities, before.severities, sizeof before.severities);
    messages->severities[code] = severity;
    messages_join(messages, &before);
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
    for (size_t code = 0; code < MESSAGE_CODES; code++) {
        if (messages->severities[code] == severity) count += messages->added[code];
    }
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

const struct message **messages_sorted(struct arena *arena, const struct messages *messages, size_t *count)
{
    const struct message **sorted = arena_array(arena, messages->count, sizeof *sorted);
    for (size_t i = 0; i < messages->count; i++) sorted[i] = &messages->items[i];
    if (messages->count) qsort(sorted, messages->count, sizeof *sorted, compare);
    *count = messages->count;
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
        *counts[sorted[i]->severity] += sorted[i]->more ? sorted[i]->more : 1;
    }
    arena_free(arena);
    return told;
}
