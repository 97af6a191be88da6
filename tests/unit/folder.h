/* Files and folders that a test makes. Folders lie in TMPDIR, which the runner of the tests empties. */
#ifndef TESTS_FOLDER_H
#define TESTS_FOLDER_H

#include "suite.h"

static inline const char *folder_new(void)
{
    const char *place = getenv("TMPDIR");
    char *path = arena_format(arena, "%s/oordeel-XXXXXX", place ? place : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(path));
    return path;
}

/* What is in the folder `from`, into the folder `to`, which is there. */
static inline void folder_copy(const char *from, const char *to)
{
    ck_assert_int_eq(system(arena_format(arena, "cp -R '%s/.' '%s'", from, to)), 0);
}

static inline void folder_write(const char *path, const char *text, size_t length)
{
    FILE *file = fopen(path, "wb");
    ck_assert_msg(file != NULL, "cannot write %s", path);
    ck_assert_uint_eq(fwrite(text, 1, length, file), length);
    ck_assert_int_eq(fclose(file), 0);
}

static inline void folder_remove(const char *path)
{
    ck_assert_int_eq(system(arena_format(arena, "rm -rf '%s'", path)), 0);
}

#endif
