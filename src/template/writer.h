/* What a rendering writes, with the place that each line comes from. */
#ifndef TEMPLATE_WRITER_H
#define TEMPLATE_WRITER_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/place.h"

struct writer {
    struct arena *arena;
    struct buffer text;
    struct place *lines;
    size_t line_count, line_capacity;
    bool in_line; /* the place of the line that is written now is known */
};

struct writer writer_new(struct arena *arena);

/* Bytes that all come from one place. */
void write_bytes(struct writer *writer, const char *bytes, size_t length, struct place place);

/* Bytes of a file, from the place on. */
void write_source(struct writer *writer, const char *bytes, size_t length, struct place place);

/* Text in which & < > " ' are written as references: safe in elements and in quoted attributes. */
void write_escaped(struct writer *writer, const char *text, struct place place);

struct merged_text writer_finish(struct writer *writer, struct place end);

#endif
