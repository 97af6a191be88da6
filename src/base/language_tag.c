#include "base/language_tag.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

enum { LONGEST_TAG = 35, LONGEST_SUBTAG = 8 }; /* RFC 5646, section 4.4.1 */

static size_t alphanumeric_length(const char *text)
{
    size_t length = 0;
    while (isalnum((unsigned char)text[length])) length++;
    return length;
}

static size_t letters_length(const char *text)
{
    size_t length = 0;
    while (isalpha((unsigned char)text[length])) length++;
    return length;
}

bool language_tag_is_sound(const char *tag)
{
    size_t primary = letters_length(tag);
    if (strlen(tag) > LONGEST_TAG || primary < 2 || primary > 3) return false;
    for (tag += primary; *tag == '-';) {
        size_t length = alphanumeric_length(++tag);
        if (length < 1 || length > LONGEST_SUBTAG) return false;
        tag += length;
    }
    return *tag == '\0';
}

bool language_tag_agrees(const char *one, const char *other)
{
    size_t length = letters_length(one);
    if (letters_length(other) != length) return false;
    for (size_t i = 0; i < length; i++) {
        if (tolower((unsigned char)one[i]) != tolower((unsigned char)other[i])) return false;
    }
    return true;
}
