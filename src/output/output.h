/* A folder tree that appears complete or not at all, and replaces nothing but what the program made.
 *
 * In the tree a list, `.oordeel`, says what was made: name, size and digest of each file. What is not in it, or is no longer what
 * it says, is somebody else's: then nothing is written. */
#ifndef OUTPUT_OUTPUT_H
#define OUTPUT_OUTPUT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/message.h"

struct output;

/* Begins the tree that will stand at `target`, in a work folder beside it, or in it where it is a mount point or the folder above it
 * may not be written. A symbolic link is followed to its end. `content`: a folder that must not lie in the target; NULL: none.
 * NULL: already told (OUTPUT_FOREIGN, OUTPUT_BUSY, FILE_UNWRITABLE). */
struct output *output_begin(struct arena *arena, const char *target, const char *content, struct messages *messages);

/* The same for a tree that its owner goes on with: only where nothing or an empty folder is (else OUTPUT_TAKEN), without a list. */
struct output *output_begin_new(struct arena *arena, const char *target, struct messages *messages);

/* Writes one file of the tree, with the mode that the umask leaves; `name` is relative, with `/`, and no part of it is `.` or `..`
 * (assert). NULL: nothing is written. May be called by several threads at once for different names, each with its own collector. */
bool output_write(struct output *output, const char *name, const void *bytes, size_t length, struct messages *messages);

/* Puts the tree in the place of the target, which keeps its mode, and removes the old one: in one step; where the tree had to be
 * built in the target, file by file, such that what a kill leaves is still known to be ours. */
bool output_commit(struct output *output, struct messages *messages);

/* Removes the work folder; the target is as it was. */
void output_abandon(struct output *output);

/* Whether the system refused to write something: then the fault is not in the content. */
bool output_was_refused(const struct output *output);

#endif
