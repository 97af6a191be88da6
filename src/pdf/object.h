/* The objects of one PDF file (ISO 32000-1, 7.3): the home of libharu, of which nothing shows here.
 *
 * A dictionary or array is either direct (written where it is put, in one place only) or indirect (numbered; a
 * reference wherever it is put). Keys and names are plain text without the slash. Lives until objects_free. */
#ifndef PDF_OBJECT_H
#define PDF_OBJECT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct objects;
struct dictionary;
struct array;

struct objects *objects_new(void);
void objects_free(struct objects *objects);

struct dictionary *dictionary_new(struct objects *objects);      /* direct */
struct dictionary *dictionary_numbered(struct objects *objects); /* indirect */
struct array *array_new(struct objects *objects);                /* direct */
struct array *array_numbered(struct objects *objects);           /* indirect */

/* Writes an indirect dictionary that is complete, into which nothing is put any more. A file has tens of thousands of
 * structure elements, each of which takes kilobytes as long as it is open. */
void dictionary_close(struct objects *objects, struct dictionary *dictionary);

/* An indirect stream with a copy of the bytes; `compressed` with Flate. */
struct dictionary *stream_new(struct objects *objects, const void *bytes, size_t length, bool compressed);

void put_name(struct dictionary *dictionary, const char *key, const char *value);
void put_number(struct dictionary *dictionary, const char *key, long value);
void put_real(struct dictionary *dictionary, const char *key, double value);
void put_boolean(struct dictionary *dictionary, const char *key, bool value);
/* A text string (7.9.2.2) of UTF-8 text: UTF-16BE when it is not plain ASCII; at most TEXT_LIMIT units of it. */
void put_text(struct dictionary *dictionary, const char *key, const char *text);
void put_bytes(struct dictionary *dictionary, const char *key, const char *text); /* a byte string */
void put_dictionary(struct dictionary *dictionary, const char *key, struct dictionary *value);
void put_array(struct dictionary *dictionary, const char *key, struct array *value);

enum { TEXT_LIMIT = 8000 }; /* a string of PDF/A has less than 32768 bytes (ISO 19005-2, 6.1.13) */

void add_name(struct array *array, const char *value);
void add_number(struct array *array, long value);
void add_real(struct array *array, double value);
void add_text(struct array *array, const char *text);
void add_bytes(struct array *array, const char *text); /* a byte string: keys of name trees */
void add_dictionary(struct array *array, struct dictionary *value);
void add_array(struct array *array, struct array *value);

/* The whole file with this catalog and document information, in the arena. Its identifier is a digest of its
 * bytes. NULL when it exceeds a limit of the format. */
const unsigned char *objects_save(struct objects *objects, struct arena *arena, struct dictionary *catalog,
                                  struct dictionary *information, size_t *length);

#endif
