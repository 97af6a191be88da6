#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/buffer.h"

uint32_t utf8_decode(const char *text, size_t *length)
{
    if ((unsigned char)*text < 0x80) {
        *length = 1;
        return (unsigned char)*text;
    }
    utf8proc_int32_t code_point;
    size_t available = 1;
    while (available < 4 && ((unsigned char)text[available] & 0xC0) == 0x80) available++;
    utf8proc_ssize_t used =
        utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)available, &code_point);
    *length = used > 0 ? (size_t)used : 1;
    return used > 0 ? (uint32_t)code_point : 0xFFFD;
}

size_t utf8_encode(uint32_t code_point, char bytes[4])
{
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)code_point, (utf8proc_uint8_t *)bytes);
}

size_t utf8_invalid(const char *text, size_t length)
{
    for (size_t i = 0; i < length;) {
        if ((unsigned char)text[i] < 0x80) {
            if (text[i] == '\0') return i;
            i++;
            continue;
        }
        utf8proc_int32_t code_point;
        utf8proc_ssize_t used =
            utf8proc_iterate((const utf8proc_uint8_t *)text + i, (utf8proc_ssize_t)(length - i), &code_point);
        if (used <= 0) return i;
        i += (size_t)used;
    }
    return length;
}

size_t utf8_offset(const char *text, size_t length, size_t index)
{
    size_t offset = 0;
    while (offset < length && index--) {
        size_t bytes;
        utf8_decode(text + offset, &bytes);
        offset += bytes;
    }
    return offset < length ? offset : length;
}

size_t utf8_width(const char *text, size_t length)
{
    size_t width = 0;
    for (size_t i = 0, bytes; i < length; i += bytes) {
        uint32_t code_point = utf8_decode(text + i, &bytes);
        int columns = utf8proc_charwidth((utf8proc_int32_t)code_point);
        width += code_point < 0x20 ? 1 : (size_t)columns;
    }
    return width;
}

static char *map(struct arena *arena, const char *text, utf8proc_option_t options)
{
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)text, 0, &mapped,
                                           options | UTF8PROC_NULLTERM | UTF8PROC_STABLE);
    char *copy = length < 0 ? arena_string(arena, text) : arena_copy(arena, (char *)mapped, (size_t)length);
    free(mapped);
    return copy;
}

/* Code points that are composed whatever stands around them (UAX #15, 9: NFC_Quick_Check=Yes and combining class 0):
 * Latin letters; punctuation, superscripts and currency signs but for two spaces at the begin of their block. */
static bool is_inert(uint32_t code_point)
{
    return code_point < 0x300 || (code_point >= 0x2002 && code_point < 0x20D0);
}

bool utf8_is_composed(const char *text, size_t length)
{
    for (size_t i = 0, bytes; i < length; i += bytes) {
        if (!is_inert(utf8_decode(text + i, &bytes))) return false;
    }
    return true;
}

char *utf8_compose(struct arena *arena, const char *text)
{
    return map(arena, text, UTF8PROC_COMPOSE);
}

char *utf8_plain(struct arena *arena, const char *text)
{
    return map(arena, text, UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
}

static bool is_ascii(const char *text)
{
    while (*text && (unsigned char)*text < 0x80) text++;
    return !*text;
}

char *utf8_fold(struct arena *arena, const char *text)
{
    if (is_ascii(text)) {
        char *folded = arena_string(arena, text);
        for (char *c = folded; *c; c++) *c = (char)(*c >= 'A' && *c <= 'Z' ? *c - 'A' + 'a' : *c);
        return folded;
    }
    return map(arena, text, UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
}

char *utf8_upper(struct arena *arena, const char *text)
{
    struct buffer upper = buffer_new(arena);
    for (size_t i = 0, bytes; text[i]; i += bytes) {
        char encoded[4];
        uint32_t code_point = utf8_decode(text + i, &bytes);
        size_t length = utf8_encode((uint32_t)utf8proc_toupper((utf8proc_int32_t)code_point), encoded);
        buffer_add_bytes(&upper, encoded, length);
    }
    return arena_string(arena, buffer_text(&upper));
}

uint32_t utf8_lower(uint32_t code_point)
{
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point);
}

bool utf8_is_letter(uint32_t code_point)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool utf8_is_digit(uint32_t code_point)
{
    return utf8proc_category((utf8proc_int32_t)code_point) == UTF8PROC_CATEGORY_ND;
}

bool utf8_is_space(uint32_t code_point)
{
    return code_point == ' ' || (code_point >= 0x09 && code_point <= 0x0D) || code_point == 0x1680 ||
           (code_point >= 0x2000 && code_point <= 0x200A && code_point != 0x2007) || code_point == 0x2028 ||
           code_point == 0x2029 || code_point == 0x205F || code_point == 0x3000;
}

bool utf8_is_silent(uint32_t c)
{
    bool mark = c == 0x00AD || c == 0x034F || c == 0x180E || c == 0x200B || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
    return mark || (c >= 0xE0000 && c <= 0xE0FFF);
}

/* A joiner between letters of a script that is written joined (Arabic, those of India) changes how they look. */
static bool is_left_out(uint32_t c, uint32_t before)
{
    if (c == 0x200C || c == 0x200D) return before < 0x0590 || before >= 0x2000;
    return utf8_is_silent(c) || (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

/* In what every text of names is made of there is nothing to leave out. */
static bool is_plain(const char *text)
{
    while (*text && (unsigned char)*text < 0xC2) text++;
    return !*text;
}

const char *utf8_spoken(struct arena *arena, const char *text)
{
    if (is_plain(text)) return text;
    char *out = arena_array(arena, strlen(text) + 1, 1), *end = out;
    uint32_t before = 0;
    for (size_t size; *text; text += size) {
        uint32_t c = utf8_decode(text, &size);
        if (is_left_out(c, before)) continue;
        memcpy(end, text, size);
        end += size;
        before = c;
    }
    *end = '\0';
    return out;
}

const char *utf8_excerpt(struct arena *arena, const char *text, size_t most)
{
    size_t length = strlen(text), end = utf8_offset(text, length, most);
    if (end == length) return text;
    size_t word_end = end;
    while (word_end > 0 && text[word_end] != ' ') word_end--;
    if (word_end > 0) end = word_end;
    while (end > 0 && strchr(" ,;:", text[end - 1])) end--;
    return arena_format(arena, "%s…", arena_copy(arena, text, end));
}

/* Unicode 15.0, 23.7 (noncharacters) and 23.9 (tags). */
bool utf8_is_control(uint32_t c)
{
    bool noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    bool tag = c >= 0xE0000 && c < 0xE0080, annotation = c >= 0xFFF9 && c <= 0xFFFB;
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           noncharacter || tag || annotation;
}
