#include "base/place.h"

#include <string.h>

static int starts_code_point(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

struct place place_at(const struct source *source, size_t offset)
{
    struct place place = {.source = source, .line = 1, .column = 1};
    for (size_t i = 0; i < offset && i < source->length; i++) {
        if (source->text[i] == '\n') {
            place.line++;
            place.column = 1;
        } else if (starts_code_point(source->text[i + 1]) || i + 1 == offset) {
            place.column++;
        }
    }
    return place;
}

const char *place_line(struct place place, size_t *length)
{
    *length = 0;
    if (!place.source || place.line == 0) return "";
    const char *line = place.source->text;
    const char *end = line + place.source->length;
    for (unsigned number = 1; number < place.line; number++) {
        const char *feed = memchr(line, '\n', (size_t)(end - line));
        if (!feed) return "";
        line = feed + 1;
    }
    const char *feed = memchr(line, '\n', (size_t)(end - line));
    *length = (size_t)((feed ? feed : end) - line);
    return line;
}
