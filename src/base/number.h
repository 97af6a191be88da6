/* Numbers as people write them, whatever the locale: "1.234,5" in Dutch, "1,234.5" in English. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>

#include "base/buffer.h"

struct number {
    double value;
    int decimals; /* as written: 2 for "6,90" */
};

/* At most so many digits in all, and so many of them decimals: a double holds them. */
enum { NUMBER_MOST_DIGITS = 15, NUMBER_MOST_DECIMALS = 6 };

/* Reads a whole text as a number with `mark` (',' or '.') before its decimals; the other of the two, or a space (also
 * U+00A0 and U+202F), may stand between groups of three digits. A sign is '-' or U+2212. false: it is none. */
bool number_read(const char *text, char mark, struct number *number);

/* Reads a number of data: digits with at most one ',' or '.', which begins the decimals. No sign, no groups. */
bool number_read_plain(const char *text, struct number *number);

/* Writes it with so many decimals, exactly; from 10,000 on in groups of three. */
void number_write(struct buffer *out, double value, int decimals, char mark);

#endif
