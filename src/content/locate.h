/* Finding the place of Markdown's parts (inside content/ only). cmark gives blocks their line and column;
 * for what stands in them the source text is searched, always onward from what was found last. */
#ifndef CONTENT_LOCATE_H
#define CONTENT_LOCATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/place.h"

struct locator {
    const struct source *source; /* the file that messages show */
    size_t *line_starts;         /* [line_count + 1] byte offsets of the Markdown's lines; the last is their end */
    size_t line_count;
    unsigned first_line;         /* the line of the file that is line 1 of the Markdown */
    size_t indent;               /* bytes before each line that do not belong to the Markdown */
    bool fixed;                  /* no line answers to a line: everything is at `place` */
    struct place place;
    size_t cursor, limit;         /* searches begin at the cursor and end at the limit */
    size_t counted, counted_line; /* the offset up to which columns were counted, on that line (from 0) */
    unsigned counted_column;
};

/* For Markdown that is a file, or the lines of a file from `first_line` on, `count` of them, all indented
 * (a YAML block scalar). */
struct locator locator_new(struct arena *arena, const struct source *source);
struct locator locator_new_within(struct arena *arena, const struct source *source, unsigned first_line, size_t count);

/* For Markdown whose places cannot be told apart. */
struct locator locator_fixed(struct place place);

/* Goes on from byte column `column` (from 1) of a line of the Markdown; line 0 leaves it where it is. */
void locator_go(struct locator *locator, int line, int column);
/* Searches end behind this line of the Markdown, or with the text when there is no such line. */
void locator_limit(struct locator *locator, int line);
/* Goes to the begin of a line, but only if that is further on. */
void locator_go_on(struct locator *locator, int line);

struct place locator_here(struct locator *locator);

/* The place where the first words of `text` stand next, at most some lines onward; otherwise the place here.
 * With `past`, the next search begins behind it. */
struct place locator_find(struct locator *locator, const char *text, bool past);

/* The same for exactly these bytes; false: not found, and `place` is left alone. */
bool locator_find_bytes(struct locator *locator, const char *bytes, size_t length, struct place *place);

#endif
