/* UTF-8 text: decoding, checking, classes. The home of utf8proc. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* The code point at `text` (of at least one byte; ends in NUL) and its number of bytes. An invalid byte
 * gives U+FFFD and length 1. */
uint32_t utf8_decode(const char *text, size_t *length);

/* Writes the code point; gives its number of bytes (1 to 4). */
size_t utf8_encode(uint32_t code_point, char bytes[4]);

/* The offset of the first byte that is not part of valid UTF-8 or is NUL; `length` when all is valid. */
size_t utf8_invalid(const char *text, size_t length);

/* The byte offset of code point number `index`, at most `length`. */
size_t utf8_offset(const char *text, size_t length, size_t index);

/* Columns that a terminal needs for the text. */
size_t utf8_width(const char *text, size_t length);

/* Whether the text is surely in normalisation form C: true for what Dutch reports are made of, false does not say
 * that it is not. */
bool utf8_is_composed(const char *text, size_t length);

/* The text in normalisation form C (UAX #15), in the arena. */
char *utf8_compose(struct arena *arena, const char *text);

/* The text in normalisation form KC: `ﬁ` as `fi`, letters of formulas as letters. */
char *utf8_plain(struct arena *arena, const char *text);

/* Lower case without accents, for comparing and for identifiers. */
char *utf8_fold(struct arena *arena, const char *text);

/* The text without what is neither seen nor heard, or says nothing: soft hyphens, marks without width, invisible tags,
 * letters of private use. Joiners stay where a script needs them. For names: titles, bookmarks, what stands for a picture. */
const char *utf8_spoken(struct arena *arena, const char *text);

/* Soft hyphens, marks without width, invisible tags. */
bool utf8_is_silent(uint32_t code_point);

/* Text cut after a whole word to at most `most` characters, with an ellipsis where it was cut. */
const char *utf8_excerpt(struct arena *arena, const char *text, size_t most);

/* Upper case of the text (simple mapping per code point). */
char *utf8_upper(struct arena *arena, const char *text);

/* The lower case of one code point (simple mapping). */
uint32_t utf8_lower(uint32_t code_point);

bool utf8_is_letter(uint32_t code_point); /* general category L* or M* */
bool utf8_is_digit(uint32_t code_point);  /* Nd */
bool utf8_is_space(uint32_t code_point);  /* white space that may be a line's end; not U+00A0 and the like */

/* Controls of both sets, line and paragraph separators, what turns the direction of text around it (UAX #9, section 2.1 to
 * 2.5, but not the marks of 2.6), tags, annotations and what is no character at all: what no reader sees and every reader
 * suffers from. */
bool utf8_is_control(uint32_t code_point);

#endif
