/* Files in: whole files, read and checked; folders. Output is a room of its own. */
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
 * A folder that is not there gives an empty list; one that cannot be read is told under the name `shown`, unless `messages` is NULL. */
const char **file_list(struct arena *arena, const char *folder, const char *shown, struct messages *messages);

bool file_is_folder(const char *path);
bool file_exists(const char *path);

/* "folder/name" in the arena. */
char *file_join(struct arena *arena, const char *folder, const char *name);

#endif
