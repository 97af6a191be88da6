/* "Did you mean": the nearest of a list of names. */
#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/message.h"

enum { LONGEST = 64 };

/* What word processors and habit make of a plain sign, and the plain sign ("" leaves it out). */
static const struct {
    const char *typed, *plain;
} signs[] = {{"\xE2\x80\x98", ""},  {"\xE2\x80\x99", ""},  {"\xE2\x80\x9C", ""},  {"\xE2\x80\x9D", ""},  {"\xE2\x80\x9E", ""},
             {"\xE2\x80\x93", "-"}, {"\xE2\x80\x94", "-"}, {"\xE2\x88\x92", "-"}, {"\xC2\xA0", " "},   {"\"", ""},
             {"'", ""},              {"`", ""}};

/* The word in plain signs and lower case; false: it is too long. */
static bool simplify(const char *word, char plain[LONGEST + 1])
{
    size_t length = 0, known = sizeof signs / sizeof *signs;
    while (*word) {
        size_t sign = 0;
        while (sign < known && strncmp(word, signs[sign].typed, strlen(signs[sign].typed)) != 0) sign++;
        if (length == LONGEST) return false;
        char c = sign < known ? *signs[sign].plain : (char)tolower((unsigned char)*word);
        if (c) plain[length++] = c;
        word += sign < known ? strlen(signs[sign].typed) : 1;
    }
    plain[length] = '\0';
    return true;
}

static const char *next_digit(const char *text)
{
    while (*text && !isdigit((unsigned char)*text)) text++;
    return text;
}

/* As many digits, but others: numbers are not misspelt but wrong, for norm 5.6 is not meant for norm 3.6. */
static bool numbers_differ(const char *a, const char *b)
{
    bool differ = false;
    for (a = next_digit(a), b = next_digit(b); *a && *b; a = next_digit(a + 1), b = next_digit(b + 1))
        differ |= *a != *b;
    return differ && !*a && !*b;
}

static size_t smallest(size_t a, size_t b, size_t c)
{
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

/* Optimal string alignment: insertions, deletions, substitutions, and swaps of neighbours each cost 1.
 * (Damerau, "A technique for computer detection and correction of spelling errors", CACM 7(3), 1964.) */
static size_t distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t rows[3][LONGEST + 1];
    for (size_t j = 0; j <= b_length; j++) rows[0][j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t cost = a[i - 1] != b[j - 1];
            row[j] = smallest(row[j - 1] + 1, above[j] + 1, above[j - 1] + cost);
            bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped && before[j - 2] + 1 < row[j]) row[j] = before[j - 2] + 1;
        }
    }
    return rows[a_length % 3][b_length];
}

const char *suggest(const char *word, const char *const *candidates, size_t count)
{
    char plain[LONGEST + 1], other[LONGEST + 1];
    if (!simplify(word, plain) || !*plain) return NULL;
    size_t length = strlen(plain), best_distance = length / 3 + 1;
    const char *best = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!simplify(candidates[i], other)) continue;
        size_t d = distance(plain, length, other, strlen(other));
        if (d == 0) return candidates[i];
        bool near = d <= best_distance && d < strlen(other) && !numbers_differ(plain, other);
        if (near && (!best || d < best_distance)) {
            best = candidates[i];
            best_distance = d;
        }
    }
    return best;
}
