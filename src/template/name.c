/* Names in tags: of the context ("a.b", "."), of templates and of blocks. */
#include "template/compile.h"

#include <string.h>

#include "base/utf8.h"

enum { SHOWN = 40 };

/* Why the bytes cannot be a name of the kind; NULL when they can. */
static const char *fault(const char *bytes, size_t length, bool dotted)
{
    if (length == 0) return "this tag holds no name";
    if (length > NAME_LIMIT) return "the name in this tag is longer than 200 bytes";
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)bytes[i] <= ' ') return "a name cannot have white space in it";
    }
    if (!dotted || (length == 1 && bytes[0] == '.')) return NULL;
    for (size_t i = 0; i < length; i++) {
        bool at_edge = i == 0 || i + 1 == length;
        if (bytes[i] == '.' && (at_edge || bytes[i - 1] == '.')) return "a part of the dotted name is empty";
    }
    return NULL;
}

static const char *expectation(enum tag_kind kind, bool dynamic)
{
    switch (kind) {
    case TAG_BLOCK: return "{{$block}}";
    case TAG_PARTIAL: return dynamic ? "{{>*name}}" : "{{>template}}";
    case TAG_PARENT: return dynamic ? "{{<*name}}" : "{{<template}}";
    case TAG_SECTION: return "{{#name}}";
    case TAG_INVERTED: return "{{^name}}";
    default: return "{{name}} or {{name.part}}";
    }
}

bool check_name(struct tag_reader *reader, const struct tag *tag, struct word word)
{
    const char *why = fault(word.bytes, word.length, word.dotted);
    if (!why) return true;
    size_t shown = utf8_offset(word.bytes, word.length, SHOWN);
    message_add(reader->messages, TEMPLATE_NAME, tag->place, "%s; expected %s", why,
                expectation(tag->kind, word.dynamic));
    if (shown) {
        message_hint(reader->messages, "the tag holds \"%.*s%s\"", (int)shown, word.bytes,
                     shown < word.length ? "…" : "");
    }
    reader->errors++;
    return false;
}

struct name make_name(struct arena *arena, struct word word)
{
    struct name name = {.text = arena_copy(arena, word.bytes, word.length), .count = 1};
    if (strcmp(name.text, ".") == 0) name.count = 0;
    name.parts = name.text;
    if (name.count == 0 || !memchr(word.bytes, '.', word.length)) return name;
    char *parts = arena_copy(arena, word.bytes, word.length);
    for (size_t i = 0; i < word.length; i++) {
        if (parts[i] != '.') continue;
        parts[i] = '\0';
        name.count++;
    }
    name.parts = parts;
    return name;
}
