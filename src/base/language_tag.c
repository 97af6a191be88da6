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

/* Scripts with the bidirectional classes R and AL (UAX #9, table 4), and the languages that they write. */
static const char *const scripts[] = {"adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo",
                                      "rohg", "samr", "syrc", "syre", "syrj", "syrn", "thaa"};
static const char *const languages[] = {"ar",  "arc", "arz", "azb", "bal", "bgn", "bqi", "ckb", "dv",  "fa",  "glk",
                                        "haz", "he",  "iw",  "ji",  "ks",  "lrc", "luz", "mzn", "nqo", "prs", "ps",
                                        "rhg", "sd",  "sdh", "skr", "syr", "ug",  "ur",  "yi"};

static bool is_listed(const char *subtag, size_t length, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t same = 0;
        while (same < length && tolower((unsigned char)subtag[same]) == list[i][same]) same++;
        if (same == length && !list[i][same]) return true;
    }
    return false;
}

bool language_tag_is_right_to_left(const char *tag)
{
    size_t length = letters_length(tag);
    for (const char *part = tag + length; *part == '-';) {
        size_t letters = letters_length(++part), all = alphanumeric_length(part);
        if (letters == 4 && all == 4) return is_listed(part, 4, scripts, sizeof scripts / sizeof *scripts);
        part += all;
    }
    return is_listed(tag, length, languages, sizeof languages / sizeof *languages);
}
