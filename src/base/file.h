/* Files in and out: whole files read and checked; output that appears complete or not at all. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/message.h"
#include "base/place.h"

/* Reads a text file of at most 64 MiB: valid UTF-8 (a byte-order mark is dropped) in normalisation form C,
 * without NUL, CRLF and CR made LF. `shown` is the path for messages. NULL: already told. */
const struct source *file_read(struct arena *arena, const char *path, const char *shown, struct messages *messages);

/* Reads bytes as they are, at most 64 MiB. NULL: already told. */
const unsigned char *file_read_bytes(struct arena *arena, const char *path, size_t *length, struct messages *messages);

/* The names in a folder, sorted by byte value, without those that begin with a dot. NULL-terminated.
 * A folder that is not there gives an empty list. */
const char **file_list(struct arena *arena, const char *folder);

bool file_is_folder(const char *path);
bool file_exists(const char *path);

/* "folder/name" in the arena. */
char *file_join(struct arena *arena, const char *folder, const char *name);

/* A folder tree that is written beside `target` and takes its place in one step. */
struct output;

/* Begins `target`: makes the folders above it and an empty work folder beside it. NULL: already told. */
struct output *output_begin(struct arena *arena, const char *target, struct messages *messages);

/* The same for a tree that its owner goes on with: only where nothing is yet, and never to be replaced. */
struct output *output_begin_new(struct arena *arena, const char *target, struct messages *messages);

/* Writes one file of the tree, mode 0644 whatever the umask; `name` is relative, with `/`, without `..`
 * (assert). NULL: nothing is written. May be called by several threads at once for different names, each with its own collector. */
bool output_write(struct output *output, const char *name, const void *bytes, size_t length,
                  struct messages *messages);

/* Puts the work folder in the place of the target, in one rename, and removes the old one. */
bool output_commit(struct output *output, struct messages *messages);

/* Removes the work folder; the target is as it was. */
void output_abandon(struct output *output);

#endif
