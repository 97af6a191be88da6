/* Comparing with golden files; ACCEPT in the environment shows each difference and makes it the expected. */
#ifndef TESTS_COMPOSE_EXPECTED_H
#define TESTS_COMPOSE_EXPECTED_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/file.h"

static inline void expected_write(const char *path, const char *text)
{
    FILE *stream = fopen(path, "w");
    if (!stream) return;
    fputs(text, stream);
    fclose(stream);
}

/* What came out is left in build/compose/NAME, to be compared with `folder`/NAME. */
static inline void expected_differs(struct arena *arena, const char *folder, const char *name, const char *got)
{
    const char *kept = arena_format(arena, "build/compose/%s", name);
    const char *path = arena_format(arena, "%s/%s", folder, name);
    mkdir("build", 0777);
    mkdir("build/compose", 0777);
    expected_write(kept, got);
    if (!getenv("ACCEPT")) ck_abort_msg("%s differs: diff %s %s", name, path, kept);
    if (system(arena_format(arena, "diff -uN %s %s", path, kept)) == 0) return;
    expected_write(path, got);
}

static inline void expected(struct arena *arena, const char *folder, const char *name, const char *got)
{
    const char *path = arena_format(arena, "%s/%s", folder, name);
    struct messages *messages = messages_new(arena);
    size_t length = 0;
    const unsigned char *bytes = file_exists(path) ? file_read_bytes(arena, path, &length, messages) : NULL;
    bool same = bytes && length == strlen(got) && memcmp(bytes, got, length) == 0;
    if (!same) expected_differs(arena, folder, name, got);
}

#endif
