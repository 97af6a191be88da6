#include "base/buffer.h"

#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct buffer buffer_new(struct arena *arena)
{
    return (struct buffer){.arena = arena};
}

static void grow(struct buffer *buffer, size_t needed)
{
    size_t capacity = buffer->capacity ? buffer->capacity : 64;
    while (capacity < needed) capacity *= 2;
    buffer->data = arena_extend(buffer->arena, buffer->data, buffer->capacity, capacity);
    buffer->capacity = capacity;
}

static inline void reserve(struct buffer *buffer, size_t more)
{
    size_t needed = buffer->length + more + 1;
    if (needed > buffer->capacity) grow(buffer, needed);
}

void buffer_add_bytes(struct buffer *buffer, const char *bytes, size_t length)
{
    reserve(buffer, length);
    if (length) memcpy(buffer->data + buffer->length, bytes, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

void buffer_add(struct buffer *buffer, const char *text)
{
    buffer_add_bytes(buffer, text, strlen(text));
}

void buffer_add_char(struct buffer *buffer, char c)
{
    reserve(buffer, 1);
    buffer->data[buffer->length++] = c;
    buffer->data[buffer->length] = '\0';
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    reserve(buffer, 0);
    size_t room = buffer->capacity - buffer->length;
    int length = vsnprintf(buffer->data + buffer->length, room, format, arguments);
    va_end(arguments);
    if ((size_t)length >= room) { /* most of what is formatted is short and fits at once */
        reserve(buffer, (size_t)length);
        vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, again);
    }
    va_end(again);
    buffer->length += (size_t)length;
}

/* printf's %f follows the locale's decimal sign; whole numbers do not have one. */
void buffer_add_number(struct buffer *buffer, double number, int decimals)
{
    int64_t scale = 1;
    for (int i = 0; i < decimals; i++) scale *= 10;
    int64_t units = llround(number * (double)scale);
    if (units < 0) buffer_add_char(buffer, '-');
    if (units < 0) units = -units;
    buffer_format(buffer, "%lld", (long long)(units / scale));
    int64_t rest = units % scale;
    if (rest == 0) return;
    buffer_add_char(buffer, '.');
    for (int64_t digit = scale / 10; rest; digit /= 10) {
        buffer_add_char(buffer, (char)('0' + rest / digit));
        rest %= digit;
    }
}

const char *buffer_text(const struct buffer *buffer)
{
    return buffer->data ? buffer->data : "";
}
