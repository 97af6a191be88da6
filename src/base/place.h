/* Where something was written: kept by every value, node and message. */
#ifndef BASE_PLACE_H
#define BASE_PLACE_H

#include <stdbool.h>
#include <stddef.h>

/* One file as read: valid UTF-8 without NUL, line ends LF, ends in NUL. Lives in an arena. */
struct source {
    const char *path; /* as shown to people: relative to the folder that was asked for */
    const char *text;
    size_t length;
    bool lost_told; /* characters that stand for lost letters were told (base/pasted.h) */
};

/* `line` and `column` count from 1; a column counts code points. line 0: the file as a whole.
 * source NULL: no place (made by the program). */
struct place {
    const struct source *source;
    unsigned line, column;
};

/* Text that templates made, which remembers where each of its lines comes from. */
struct merged_text {
    const char *text;
    size_t length;
    const struct place *lines; /* [line_count]: place in a template (or content) of the first character of line i */
    size_t line_count;
};

/* The place of byte `offset` of a source (offset <= length). */
struct place place_at(const struct source *source, size_t offset);

/* The bytes of the place's line, without its end; "" when there is none. */
const char *place_line(struct place place, size_t *length);

#endif
