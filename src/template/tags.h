/* Finding the tags of a template: delimiters, kind, content, place, and whether a tag is alone on its line. */
#ifndef TEMPLATE_TAGS_H
#define TEMPLATE_TAGS_H

#include "template/program.h"

enum tag_kind {
    TAG_ESCAPED,
    TAG_RAW,
    TAG_SECTION,
    TAG_INVERTED,
    TAG_PARTIAL,
    TAG_PARENT,
    TAG_BLOCK,
    TAG_CLOSE,
    TAG_COMMENT,
    TAG_DELIMITERS,
};

struct tag {
    enum tag_kind kind;
    struct place place;
    size_t start, end;   /* bytes of the whole tag */
    size_t line;         /* where its line starts, when only white space is between; otherwise `start` */
    size_t next;         /* where the next line starts, when only white space is between; otherwise `end` */
    bool first, last;    /* only white space before it, behind it, on its line */
    const char *content; /* without white space around it, and without NUL behind it */
    size_t length;
};

struct tag_reader {
    struct arena *arena;
    const struct source *source;
    struct messages *messages;
    size_t position; /* the text that was not read yet */
    struct place place;
    size_t place_offset;
    const char *open, *close; /* the delimiters now */
    size_t open_length, close_length;
    size_t errors;
};

struct tag_reader tag_reader_new(struct arena *arena, const struct source *source, struct messages *messages);

/* The next tag from `position` on, with `position` behind it. Tags that set delimiters have been obeyed.
 * false: there is none, or the rest cannot be read (told). */
bool tag_next(struct tag_reader *reader, struct tag *tag);

/* The place of an offset; offsets may only grow, so that every byte is counted once. */
struct place tag_reader_place(struct tag_reader *reader, size_t offset);

/* "{{#": how a tag of the kind begins, for messages. */
const char *tag_opening(enum tag_kind kind);

/* No more errors should be told for this template. */
bool tag_reader_gave_up(const struct tag_reader *reader);

/* White space inside a line. */
bool is_blank(char c);

#endif
