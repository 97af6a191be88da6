/* What the model itself knows of a language (inside report/ only). Words of the interface are in the
 * templates; here is what is needed to recognise headings and to write dates and lists. */
#ifndef REPORT_LANGUAGE_H
#define REPORT_LANGUAGE_H

#include <stdbool.h>

#include "base/arena.h"

struct language {
    const char *code;
    const char *months[12];
    const char *conjunction;            /* between the last two of a list */
    const char *verdict_heading;        /* of a findings file */
    const char *shortcomings_headings[2]; /* more than one; one */
    const char *annex_word, *chapter_word;
    const char *unknown_label;
    char decimal_mark;
};

/* The first of the table for a code that is not there or NULL. */
const struct language *language_of(const char *code);

/* "A", "A en B", "A, B en C"; "" for none. */
char *language_join(struct arena *arena, const struct language *language, const char *const *parts, size_t count);

/* Headings are compared without case and accents. */
bool language_is_verdict_heading(struct arena *arena, const struct language *language, const char *heading);
bool language_is_shortcomings_heading(struct arena *arena, const struct language *language, const char *heading);

/* The same headings in any language: an author may have taken the one of another. */
bool language_is_verdict_elsewhere(struct arena *arena, const char *heading);
bool language_is_shortcomings_elsewhere(struct arena *arena, const char *heading);

#endif
