#include "check/plain.h"

#include <string.h>

#include "base/utf8.h"

struct range {
    uint32_t first, last;
};

static bool is_in(uint32_t code_point, const struct range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (code_point >= ranges[i].first && code_point <= ranges[i].last) return true;
    }
    return false;
}

#define IS_IN(code_point, ranges) is_in(code_point, ranges, sizeof(ranges) / sizeof *(ranges))

/* Soft hyphen, joiners, marks that combine, what chooses a variant, the byte-order mark. */
static bool is_unseen(uint32_t code_point)
{
    static const struct range ranges[] = {{0xAD, 0xAD},     {0x300, 0x36F},   {0x61C, 0x61C},
                                          {0x180B, 0x180F}, {0x200B, 0x200F}, {0x202A, 0x202E},
                                          {0x2060, 0x206F}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}};
    return IS_IN(code_point, ranges);
}

static bool is_blank(uint32_t code_point)
{
    static const struct range ranges[] = {{0xA0, 0xA0},     {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029},
                                          {0x202F, 0x202F}, {0x205F, 0x205F}, {0x2800, 0x2800}, {0x3000, 0x3000}};
    return IS_IN(code_point, ranges);
}

static bool is_dash(uint32_t code_point)
{
    static const struct range ranges[] = {
        {0x2010, 0x2015}, {0x2043, 0x2043}, {0x2212, 0x2212}, {0xFE58, 0xFE58}, {0xFE63, 0xFE63}};
    return IS_IN(code_point, ranges);
}

static bool is_point(uint32_t code_point)
{
    static const struct range ranges[] = {
        {0xB7, 0xB7}, {0x2022, 0x2022}, {0x2024, 0x2024}, {0x2027, 0x2027}, {0x22C5, 0x22C5}};
    return IS_IN(code_point, ranges);
}

/* Digits of other scripts and shapes: each range begins with a nought. */
static int digit_of(uint32_t code_point)
{
    static const uint32_t noughts[] = {0x660,   0x6F0,   0x966,   0x2070,  0x2080, 0x1D7CE,
                                       0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1FBF0};
    static const uint32_t ones[] = {0x2460, 0x2474, 0x2488, 0x2776};
    if (code_point == 0xB9) return 1;
    if (code_point == 0xB2 || code_point == 0xB3) return (int)(code_point - 0xB0);
    for (size_t i = 0; i < sizeof noughts / sizeof *noughts; i++) {
        if (code_point >= noughts[i] && code_point < noughts[i] + 10) return (int)(code_point - noughts[i]);
    }
    for (size_t i = 0; i < sizeof ones / sizeof *ones; i++) {
        if (code_point >= ones[i] && code_point < ones[i] + 9) return (int)(code_point - ones[i]) + 1;
    }
    return -1;
}

/* What the code point looks like in ASCII; '\0': nothing, 0x80: itself. */
static unsigned char look(uint32_t code_point)
{
    int digit = digit_of(code_point);
    if (digit >= 0) return (unsigned char)('0' + digit);
    if (is_unseen(code_point)) return '\0';
    if (is_blank(code_point)) return ' ';
    if (is_dash(code_point)) return '-';
    if (is_point(code_point)) return '.';
    if (code_point >= 0xFF01 && code_point <= 0xFF5E) return (unsigned char)(code_point - 0xFEE0);
    return 0x80;
}

static void make_room(struct plain *plain, size_t length)
{
    if (length < plain->capacity) return;
    plain->capacity = length + length / 2 + 256;
    plain->text = arena_take(plain->arena, plain->capacity);
    plain->at = arena_take(plain->arena, plain->capacity * sizeof *plain->at);
}

static void add(struct plain *plain, char c, size_t at)
{
    plain->text[plain->length] = c;
    plain->at[plain->length++] = at;
}

void plain_read(struct plain *plain, const struct passage *passage)
{
    make_room(plain, passage->length + 1);
    plain->length = 0;
    for (size_t i = 0, bytes = 1; i < passage->length; i += bytes) {
        const char *c = passage->text + i;
        bytes = 1;
        if ((unsigned char)*c < 0x80) {
            add(plain, *c == '\n' || *c == '\t' ? ' ' : *c, i);
            continue;
        }
        unsigned char seen = look(utf8_decode(c, &bytes));
        if (seen && seen < 0x80) add(plain, (char)seen, i);
        for (size_t j = 0; seen == 0x80 && j < bytes; j++) add(plain, c[j], i + j);
    }
    plain->text[plain->length] = '\0';
    plain->at[plain->length] = passage->length;
}

struct place plain_place(const struct plain *plain, const struct passage *passage, size_t begin, size_t end)
{
    return passage_place(passage, plain->at[begin], plain->at[end] - plain->at[begin]);
}
