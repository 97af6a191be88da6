#include "layout/opportunity.h"

#include <string.h>

#include "base/utf8.h"

enum character character_at(const char *text, size_t *length)
{
    unsigned char first = (unsigned char)*text;
    *length = 1;
    if (first < 0x80) return first == ' ' || (first >= '\t' && first <= '\r') ? CHARACTER_SPACE : CHARACTER_PLAIN;
    if (first != 0xC2 && first != 0xE2 && first != 0xEF && first != 0xE3 && first != 0xE1) {
        utf8_decode(text, length);
        return CHARACTER_PLAIN;
    }
    switch (utf8_decode(text, length)) {
    case 0x00AD: return CHARACTER_SOFT_HYPHEN;
    case 0x200B: return CHARACTER_BREAK;
    case 0x2060:
    case 0xFEFF: return CHARACTER_INVISIBLE;
    default: return CHARACTER_PLAIN;
    }
}

static uint32_t before(const char *word, size_t offset)
{
    size_t start = offset, bytes;
    do start--;
    while (start > 0 && ((unsigned char)word[start] & 0xC0) == 0x80);
    return utf8_decode(word + start, &bytes);
}

/* How many letters stand together before byte `offset`. */
static unsigned letters_before(const char *word, size_t offset)
{
    unsigned count = 0;
    while (offset > 0 && count < 3 && utf8_is_letter(before(word, offset))) {
        do offset--;
        while (offset > 0 && ((unsigned char)word[offset] & 0xC0) == 0x80);
        count++;
    }
    return count;
}

static unsigned letters_after(const char *word, size_t length, size_t offset)
{
    unsigned count = 0;
    for (size_t bytes; offset < length && count < 3; offset += bytes, count++) {
        if (!utf8_is_letter(utf8_decode(word + offset, &bytes))) break;
    }
    return count;
}

/* After a hyphen (class BA, HY) or slash (SY) between letters, two of them on each side, so that neither "e-mail"
 * nor "a/b" falls apart; digits are left alone on both sides ("1a-2", "24/7", LB25). A dash may also stand
 * after a digit or a sign, but not before a digit ("10–12"). */
bool opportunity_before(const char *word, size_t length, size_t offset)
{
    unsigned char last = (unsigned char)word[offset - 1];
    if (last != '-' && last != '/' && last < 0x80) return false;
    uint32_t mark = before(word, offset);
    size_t start = offset - (mark < 0x80 ? 1 : mark < 0x800 ? 2 : 3);
    unsigned after = letters_after(word, length, offset);
    if (mark == '-' || mark == 0x2010 || mark == '/') return letters_before(word, start) >= 2 && after >= 2;
    if (mark == 0x2013 || mark == 0x2014 || mark == 0x2026) return start > 0 && after >= 1;
    return false;
}
