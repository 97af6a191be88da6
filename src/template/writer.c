#include "template/writer.h"

#include <string.h>

struct writer writer_new(struct arena *arena)
{
    return (struct writer){.arena = arena, .text = buffer_new(arena)};
}

static void begin_line(struct writer *writer, struct place place)
{
    writer->lines = arena_grow(writer->arena, writer->lines, writer->line_count, &writer->line_capacity, sizeof place);
    writer->lines[writer->line_count++] = place;
    writer->in_line = true;
}

/* `step`: how many lines of the source one line of the output goes on. */
static void write_lines(struct writer *writer, const char *bytes, size_t length, struct place place, unsigned step)
{
    buffer_add_bytes(&writer->text, bytes, length);
    for (const char *end = bytes + length; bytes < end;) {
        if (!writer->in_line) begin_line(writer, place);
        const char *feed = memchr(bytes, '\n', (size_t)(end - bytes));
        if (!feed) return;
        writer->in_line = false;
        bytes = feed + 1;
        place.line += step;
        if (step) place.column = 1;
    }
}

void write_bytes(struct writer *writer, const char *bytes, size_t length, struct place place)
{
    write_lines(writer, bytes, length, place, 0);
}

void write_source(struct writer *writer, const char *bytes, size_t length, struct place place)
{
    write_lines(writer, bytes, length, place, 1);
}

static const char *const references[256] = {
    ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;",
};

/* Bytes without a line feed, except perhaps the last. */
static void write_piece(struct writer *writer, const char *bytes, size_t length, struct place place)
{
    if (length == 0) return;
    if (!writer->in_line) begin_line(writer, place);
    buffer_add_bytes(&writer->text, bytes, length);
    writer->in_line = bytes[length - 1] != '\n';
}

void write_escaped(struct writer *writer, const char *text, struct place place)
{
    const char *start = text;
    for (; *text; text++) {
        const char *reference = references[(unsigned char)*text];
        if (!reference && *text != '\n') continue;
        write_piece(writer, start, (size_t)(text - start) + !reference, place);
        if (reference) write_piece(writer, reference, strlen(reference), place);
        start = text + 1;
    }
    write_piece(writer, start, (size_t)(text - start), place);
}

struct merged_text writer_finish(struct writer *writer, struct place end)
{
    if (!writer->in_line) begin_line(writer, end);
    return (struct merged_text){.text = buffer_text(&writer->text),
                                .length = writer->text.length,
                                .lines = writer->lines,
                                .line_count = writer->line_count};
}
