/* Golden files: what a program makes must be what is kept beside its input, to the byte. A difference is shown and fails;
 * with ACCEPT in the environment it is shown and then kept (`make accept`, which runs the programs that include this). */
#ifndef TESTS_GOLDEN_H
#define TESTS_GOLDEN_H

#include <string.h>

#include "base/file.h"
#include "folder.h"

static struct arena *golden_names; /* of cases: they live as long as the program */

static inline bool golden_equals(const char *path, const char *actual)
{
    size_t length = 0;
    const unsigned char *kept = file_exists(path) ? file_read_bytes(arena, path, &length, messages_new(arena)) : NULL;
    return kept && length == strlen(actual) && memcmp(kept, actual, length) == 0;
}

/* From what is kept to what there is now; a file that is not there is empty. */
static inline void golden_show(const char *path, const char *actual)
{
    fflush(stdout);
    FILE *diff = popen(arena_format(arena, "diff -uN --label '%s' --label now '%s' -", path, path), "w");
    ck_assert_ptr_nonnull(diff);
    fputs(actual, diff);
    pclose(diff);
}

static inline void golden_check(const char *path, const char *actual)
{
    if (golden_equals(path, actual)) return;
    golden_show(path, actual);
    if (!getenv("ACCEPT")) ck_abort_msg("%s differs: see above; make accept if this is right", path);
    folder_write(path, actual, strlen(actual));
}

static inline void golden_forget(void)
{
    arena_free(golden_names);
}

/* The names of a folder's files with this ending, without it, in `cases`; gives how many. Fewer than `least`: then the
 * folder is not what it should be. */
static inline int golden_collect(const char ***cases, const char *folder, const char *ending, int least)
{
    if (!golden_names) atexit(golden_forget);
    if (!golden_names) golden_names = arena_new();
    const char **files = file_list(golden_names, folder, "", messages);
    int count = 0;
    *cases = files;
    for (const char **file = files; *file; file++) {
        size_t length = strlen(*file), end = strlen(ending);
        if (length <= end || strcmp(*file + length - end, ending) != 0) continue;
        files[count++] = arena_copy(golden_names, *file, length - end);
    }
    files[count] = NULL;
    if (count >= least) return count;
    fprintf(stderr, "%s has %d files *%s, not %d or more\n", folder, count, ending, least);
    exit(EXIT_FAILURE);
}

#endif
