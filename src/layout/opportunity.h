/* Where a line may end inside a run of text without spaces: a subset of UAX #14 for European text. */
#ifndef LAYOUT_OPPORTUNITY_H
#define LAYOUT_OPPORTUNITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum character {
    CHARACTER_PLAIN,
    CHARACTER_SPACE,       /* collapsible white space, a line may end at it */
    CHARACTER_SOFT_HYPHEN, /* U+00AD */
    CHARACTER_BREAK,       /* U+200B: invisible, a line may end */
    CHARACTER_INVISIBLE    /* U+2060, U+FEFF: invisible, no line ends */
};

/* The character at `text`, and its number of bytes. */
enum character character_at(const char *text, size_t *length);

/* True when a line may end before byte `offset` of the word (no spaces in it; 0 < offset < length). */
bool opportunity_before(const char *word, size_t length, size_t offset);

#endif
