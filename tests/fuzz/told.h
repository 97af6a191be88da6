/* What is told, whatever the input was: each message stands in its file and can be printed for people, programs and editors. */
#ifndef TESTS_FUZZ_TOLD_H
#define TESTS_FUZZ_TOLD_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/utf8.h"

#define promise(kept, ...)                                                                                             \
    do {                                                                                                               \
        if (kept) break;                                                                                               \
        fprintf(stderr, "\nbroken promise: %s: ", #kept);                                                              \
        fprintf(stderr, __VA_ARGS__);                                                                                  \
        fputc('\n', stderr);                                                                                           \
        abort();                                                                                                       \
    } while (0)

/* ---- JSON (RFC 8259), read strictly ---- */

static inline const char *json_space(const char *at)
{
    return at + strspn(at, " \t\n\r");
}

static inline const char *json_text(const char *at)
{
    promise(*at == '"', "expected a text in JSON at %.40s", at);
    for (at++; *at != '"'; at++) {
        promise((unsigned char)*at >= 0x20, "a control character in JSON");
        if (*at != '\\') continue;
        promise(*++at && strchr("\"\\/bfnrtu", *at), "a wrong escape in JSON: %.10s", at);
    }
    return at + 1;
}

static inline const char *json_skip(const char *at, int depth);

static inline const char *json_items(const char *at, char close, int depth)
{
    at = json_space(at + 1);
    if (*at == close) return at + 1;
    for (;;) {
        if (close == '}') {
            at = json_space(json_text(at));
            promise(*at == ':', "expected a colon in JSON at %.40s", at);
            at = json_space(at + 1);
        }
        at = json_space(json_skip(at, depth + 1));
        if (*at == close) return at + 1;
        promise(*at == ',', "expected a comma in JSON at %.40s", at);
        at = json_space(at + 1);
    }
}

/* Past one value. */
static inline const char *json_skip(const char *at, int depth)
{
    promise(depth < 200, "JSON is too deep");
    if (*at == '{') return json_items(at, '}', depth);
    if (*at == '[') return json_items(at, ']', depth);
    if (*at == '"') return json_text(at);
    size_t length = strspn(at, "-+.0123456789abcdefghijklmnopqrstuvwxyzE");
    promise(length > 0, "expected a value in JSON at %.40s", at);
    return at + length;
}

static inline void json_check(const char *text)
{
    promise(utf8_invalid(text, strlen(text)) == strlen(text), "JSON is not UTF-8");
    promise(!*json_space(json_skip(json_space(text), 0)), "something stands behind the JSON");
}

/* ---- messages ---- */

static inline void told_check_place(const struct message *message)
{
    const struct source *source = message->place.source;
    size_t lines = 1, length = 0;
    if (!source || message->place.line == 0) return;
    for (const char *c = source->text; *c; c++) lines += *c == '\n';
    promise(message->place.line <= lines, "%s: line %u of %zu", message->text, message->place.line, lines);
    const char *line = place_line(message->place, &length);
    size_t columns = 1;
    for (size_t i = 0; i < length; i++) columns += ((unsigned char)line[i] & 0xC0) != 0x80;
    promise(message->place.column >= 1 && message->place.column <= columns, "%s: column %u of %zu in line %u", message->text,
            message->place.column, columns, message->place.line);
}

static inline char *told_written(struct arena *arena, const struct messages *messages, int form)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    if (form == 0) messages_print(messages, stream, false);
    if (form == 1) messages_print_json(messages, stream, "content", "1.0");
    if (form == 2) messages_print_sarif(messages, stream, "content", "1.0");
    fclose(stream);
    promise(strlen(text) == length, "a NUL in what is told");
    char *copy = arena_copy(arena, text, length);
    free(text);
    return copy;
}

/* No byte that steers a terminal reaches it, and no line is longer than what a person can read. */
static inline void told_check_text(const char *text)
{
    promise(utf8_invalid(text, strlen(text)) == strlen(text), "what is told is not UTF-8");
    for (const char *c = text; *c; c++)
        promise((unsigned char)*c >= 0x20 || *c == '\n' || *c == '\t', "a control character in what is told: %02x", *c);
}

static inline void told_check(struct arena *arena, const struct messages *messages)
{
    for (size_t i = 0; i < messages_total(messages); i++) {
        const struct message *message = messages_at(messages, i);
        promise(message->text && *message->text, "a message without a text");
        told_check_place(message);
    }
    told_check_text(told_written(arena, messages, 0));
    json_check(told_written(arena, messages, 1));
    json_check(told_written(arena, messages, 2));
}

#endif
