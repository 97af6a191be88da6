/* Inside the room: where the tree goes, and who else is there. */
#ifndef OUTPUT_TARGET_H
#define OUTPUT_TARGET_H

#include <stdbool.h>
#include <sys/stat.h>

#include "base/arena.h"

struct target {
    const char *shown;  /* as it was asked for, for messages */
    const char *path;   /* behind all symbolic links, absolute */
    const char *parent; /* the folder that it stands in */
    const char *name;   /* in there */
    bool there;         /* it is a folder; its status is known */
    struct stat status;
    bool fixed; /* nothing can take its place: a mount point, or the current folder */
};

/* Finds out; errno says what hinders. Folders above it that are not there are made. */
bool output_find_target(struct arena *arena, const char *asked, struct target *target);

/* Whether the folder, behind its links, is the target or lies in it. */
bool output_target_holds(const struct target *target, const char *folder);

/* Waits for others of ours that begin or end in the same folder, some seconds at most. -1: it cannot be locked (errno EWOULDBLOCK: it
 * is busy). */
int output_lock(const char *folder);

/* A lock on a folder for as long as it is open; -1: somebody else has it, or it cannot be had. */
int output_hold(const char *folder);

#endif
