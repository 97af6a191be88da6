/* Inside the room: the work folder of a build, and those that killed builds left. */
#ifndef OUTPUT_WORK_H
#define OUTPUT_WORK_H

#include <stdbool.h>

#include "output/target.h"

struct work_folder {
    const char *path; /* only its owner may look into it */
    const char *tree; /* in it: what is being made; after the exchange, what was there before */
    int lock;         /* held as long as the build lives */
};

/* Makes one beside the target or, `inside`, in it; false with errno. */
bool work_begin(struct arena *arena, const struct target *target, bool inside, struct work_folder *work);

/* Removes it with all that is in it, but for files of others in a tree that has a list. */
void work_remove(struct arena *arena, const struct work_folder *work);

/* Ends what killed builds left unfinished: an old tree that was moved aside comes back, work folders that are provably ours go. The
 * folder that they stand in is locked. */
void work_mend(struct arena *arena, const struct target *target, bool inside);

/* The begin of the names of work folders in the target itself. */
extern const char work_inside_name[];

#endif
