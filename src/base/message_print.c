/* Messages as people read them. */
#include <string.h>

#include "base/message.h"
#include "base/utf8.h"

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
    static const char *const tints[] = {
        [SEVERITY_NOTE] = "\033[1;36m", [SEVERITY_WARNING] = "\033[1;33m", [SEVERITY_ERROR] = "\033[1;31m"};
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
    size_t count;
    const struct message **sorted = messages_sorted(arena, messages, &count);
    for (size_t i = 0; i < count; i++) print_message(sorted[i], stream, colour);
    arena_free(arena);
    return messages_tell(messages);
}
