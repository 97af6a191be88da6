/* What is heard of the structure tree (inside pdf/ only): lines of words, indented by what they stand in. */
#ifndef PDF_HEARD_H
#define PDF_HEARD_H

#include "base/arena.h"
#include "base/buffer.h"
#include "pdf/tags.h"

struct heard {
    struct arena *arena;
    struct buffer *out;
    size_t depth;
};

/* Begins a line with so many words; heard_content goes on in it. */
void heard_line(struct heard *heard, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The words of inline content, with what a reader says of links, notes, languages, pictures and abbreviations. */
void heard_words(struct heard *heard, struct buffer *words, const struct tag *tag);

/* What is in an element, behind a line that was begun: its words there, blocks on lines below it. */
void heard_content(struct heard *heard, const struct tag *tag);

/* heard_table.c: a table with its size, and each cell with its heads. */
void heard_table(struct heard *heard, const struct tag *table);

/* The kids of an element that are of a kind and are written: the next one after `kid`, or the first for NULL. */
const struct kid *heard_next(const struct tag *tag, const struct kid *kid, int kinds);
size_t heard_count(const struct tag *tag, int kinds);

#endif
