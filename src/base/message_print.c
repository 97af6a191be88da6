/* Messages as people read them. */
#include <string.h>

#include "base/buffer.h"
#include "base/message.h"
#include "base/utf8.h"

/* A terminal must not be steered by what is in a file: such characters become spaces. */
static void add_safe(struct buffer *out, const char *text, size_t length)
{
    for (size_t i = 0, bytes; i < length; i += bytes) {
        bool safe = !utf8_is_control(utf8_decode(text + i, &bytes));
        if (bytes > length - i) bytes = length - i;
        if (safe) buffer_add_bytes(out, text + i, bytes);
        else buffer_add_char(out, ' ');
    }
}

enum { SHOWN_BEFORE = 60, SHOWN_COLUMNS = 100 };

/* The bytes up to the line's end, or a few more than are shown of it. */
static size_t length_to_show(const char *text, const char *end)
{
    size_t columns = 0, length = 0;
    for (; text + length < end && text[length] != '\n' && columns <= SHOWN_COLUMNS; length++)
        columns += ((unsigned char)text[length] & 0xC0) != 0x80;
    return length;
}

/* The part of the line around the place, and a caret under it. */
static void add_line(struct buffer *out, struct place place)
{
    if (!place.source || !place.line) return;
    struct place first = place;
    unsigned skipped = place.column > SHOWN_BEFORE ? place.column - SHOWN_BEFORE : 0;
    first.column = skipped + 1;
    const char *begin = place_text(first);
    size_t length = length_to_show(begin, place.source->text + place.source->length);
    if (length == 0 && !skipped) return;
    size_t shown = utf8_offset(begin, length, SHOWN_COLUMNS);
    buffer_format(out, "    %s", skipped ? "… " : "");
    add_safe(out, begin, shown);
    buffer_format(out, "%s\n", shown < length ? " …" : "");
    if (place.column == 0) return;
    size_t caret = utf8_offset(begin, length, place.column - 1 - skipped);
    size_t width = utf8_width(begin, caret) + (skipped ? 2 : 0);
    buffer_format(out, "    %*s^\n", (int)width, "");
}

static void add_message(struct buffer *out, const struct message *message, bool colour)
{
    static const char *const tints[] = {
        [SEVERITY_NOTE] = "\033[1;36m", [SEVERITY_WARNING] = "\033[1;33m", [SEVERITY_ERROR] = "\033[1;31m"};
    const char *tint = colour ? tints[message->severity] : "", *plain = colour ? "\033[0m" : "";
    if (message->place.source) {
        add_safe(out, message->place.source->path, strlen(message->place.source->path));
        if (message->place.line) buffer_format(out, ":%u:%u", message->place.line, message->place.column);
        buffer_add(out, ": ");
    }
    buffer_format(out, "%s%s:%s ", tint, severity_name(message->severity), plain);
    add_safe(out, message->text, strlen(message->text));
    buffer_format(out, " [%s]\n", message_code_name(message->code));
    add_line(out, message->place);
    if (!message->hint) return;
    buffer_add(out, "    ");
    add_safe(out, message->hint, strlen(message->hint));
    buffer_add_char(out, '\n');
}

/* Each in one piece: standard error has no buffer. */
struct told messages_print(const struct messages *messages, FILE *stream, bool colour)
{
    struct arena *arena = arena_new();
    struct buffer out = buffer_new(arena);
    size_t count;
    const struct message **sorted = messages_sorted(arena, messages, &count);
    for (size_t i = 0; i < count; i++) {
        out.length = 0;
        add_message(&out, sorted[i], colour);
        fwrite(out.data, 1, out.length, stream);
    }
    arena_free(arena);
    return messages_tell(messages);
}
