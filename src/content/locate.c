#include "content/locate.h"

#include <string.h>

enum { WINDOW = 4096, NEEDLE = 40 };

/* The offset behind the next line end, at most the text's length. */
static size_t next_line(const struct source *source, size_t offset)
{
    const char *feed = memchr(source->text + offset, '\n', source->length - offset);
    return feed ? (size_t)(feed - source->text) + 1 : source->length;
}

static struct locator new_from(struct arena *arena, const struct source *source, size_t start, size_t count)
{
    struct locator locator = {.source = source, .line_count = count, .first_line = 1, .cursor = start};
    locator.line_starts = arena_array(arena, count + 1, sizeof *locator.line_starts);
    for (size_t line = 0; line <= count; line++) {
        locator.line_starts[line] = start;
        start = next_line(source, start);
    }
    locator.limit = locator.line_starts[count];
    locator.counted = locator.line_starts[0];
    locator.counted_column = 1;
    return locator;
}

struct locator locator_new(struct arena *arena, const struct source *source)
{
    size_t lines = 1;
    for (size_t at = 0; (at = next_line(source, at)) < source->length;) lines++;
    return new_from(arena, source, 0, lines);
}

struct locator locator_new_within(struct arena *arena, const struct source *source, unsigned first_line, size_t count)
{
    size_t start = 0;
    for (unsigned line = 1; line < first_line; line++) start = next_line(source, start);
    struct locator locator = new_from(arena, source, start, count);
    locator.first_line = first_line;
    while (source->text[start] == '\n') start++;
    while (source->text[start + locator.indent] == ' ') locator.indent++;
    return locator;
}

struct locator locator_fixed(struct place place)
{
    return (struct locator){.source = place.source, .fixed = true, .place = place};
}

void locator_go(struct locator *locator, int line, int column)
{
    if (locator->fixed || line < 1) return;
    size_t index = (size_t)line - 1;
    if (index >= locator->line_count) return;
    size_t start = locator->line_starts[index], end = locator->line_starts[index + 1];
    size_t offset = start + locator->indent + (column > 1 ? (size_t)column - 1 : 0);
    locator->cursor = offset < end ? offset : start;
    while (locator->cursor > start && ((unsigned char)locator->source->text[locator->cursor] & 0xC0) == 0x80)
        locator->cursor--;
}

void locator_limit(struct locator *locator, int line)
{
    if (locator->fixed) return;
    bool inside = line >= 1 && (size_t)line <= locator->line_count;
    locator->limit = locator->line_starts[inside ? (size_t)line : locator->line_count];
}

void locator_go_on(struct locator *locator, int line)
{
    if (locator->fixed || line < 1 || (size_t)line > locator->line_count) return;
    if (locator->line_starts[line - 1] > locator->cursor) locator_go(locator, line, 1);
}

static size_t line_of(const struct locator *locator, size_t offset)
{
    size_t low = 0, high = locator->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (locator->line_starts[middle] <= offset) low = middle;
        else high = middle;
    }
    return low;
}

static bool begins_code_point(const struct locator *locator, size_t offset)
{
    return ((unsigned char)locator->source->text[offset] & 0xC0) != 0x80;
}

/* Columns are counted from the place asked for last when that is on the same line, onward or back, so that a
 * long line is not counted from its begin for each of its parts. */
static struct place place_of(struct locator *locator, size_t offset)
{
    size_t line = line_of(locator, offset);
    if (line != locator->counted_line) {
        locator->counted = locator->line_starts[line];
        locator->counted_line = line;
        locator->counted_column = 1;
    }
    for (; locator->counted < offset; locator->counted++)
        locator->counted_column += begins_code_point(locator, locator->counted + 1);
    for (; locator->counted > offset; locator->counted--)
        locator->counted_column -= begins_code_point(locator, locator->counted);
    return (struct place){
        .source = locator->source, .line = (unsigned)line + locator->first_line, .column = locator->counted_column};
}

struct place locator_here(struct locator *locator)
{
    return locator->fixed ? locator->place : place_of(locator, locator->cursor);
}

/* The offset of the bytes within the window, or SIZE_MAX. */
static size_t search(const struct locator *locator, const char *bytes, size_t length)
{
    const char *text = locator->source->text;
    size_t end = locator->limit;
    if (locator->cursor > end) return (size_t)-1;
    if (end - locator->cursor > WINDOW) end = locator->cursor + WINDOW;
    for (size_t at = locator->cursor; length > 0 && at + length <= end; at++) {
        const char *found = memchr(text + at, bytes[0], end - at - length + 1);
        if (!found) break;
        at = (size_t)(found - text);
        if (memcmp(found, bytes, length) == 0) return at;
    }
    return (size_t)-1;
}

bool locator_find_bytes(struct locator *locator, const char *bytes, size_t length, struct place *place)
{
    if (locator->fixed) return false;
    size_t at = search(locator, bytes, length);
    if (at == (size_t)-1) return false;
    *place = place_of(locator, at);
    return true;
}

/* What of a text surely stands so in the source: up to a character that may have been escaped there. */
static size_t needle_length(const char *text)
{
    size_t length = 0;
    while (length < NEEDLE && text[length] && !strchr("\\&\n\t`*_[]<>", text[length])) length++;
    return length ? length : *text != '\0';
}

struct place locator_find(struct locator *locator, const char *text, bool past)
{
    if (locator->fixed) return locator->place;
    size_t length = needle_length(text);
    size_t at = search(locator, text, length);
    if (at == (size_t)-1) return locator_here(locator);
    if (past) locator->cursor = at + length;
    return place_of(locator, at);
}
