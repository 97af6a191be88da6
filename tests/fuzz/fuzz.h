/* What every fuzz target has: an arena and messages that are new for each input, the input as a source that was read as
 * files are read, and an end at which all that was told is looked at. A target is one file that defines `fuzz`; what it
 * promises beside "no crash, no leak, no hang" it says with `promise`. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/message.h"
#include "told.h"

struct run {
    struct arena *arena;
    struct messages *messages;
    const unsigned char *bytes;
    size_t length;
};

static void fuzz(struct run *run);

/* A file in memory, read by its path as every other file is. */
static inline const struct source *fuzz_source(struct run *run, const char *shown, const void *bytes, size_t length)
{
    int file = memfd_create("fuzz", 0);
    promise(file >= 0 && write(file, bytes, length) == (ssize_t)length, "no file in memory");
    const char *path = arena_format(run->arena, "/proc/self/fd/%d", file);
    const struct source *source = file_read(run->arena, path, shown, run->messages);
    close(file);
    return source;
}

/* Where the second part of an input begins: behind a line of only "====". The input's end when there is none. */
static inline size_t fuzz_second(const struct run *run, size_t *first)
{
    static const char line[] = "\n====\n";
    const unsigned char *found = memmem(run->bytes, run->length, line, sizeof line - 1);
    *first = found ? (size_t)(found - run->bytes) + 1 : run->length;
    return found ? *first + sizeof line - 2 : run->length;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_new();
    struct run run = {.arena = arena, .messages = messages_new(arena), .bytes = bytes, .length = length};
    fuzz(&run);
    told_check(arena, run.messages);
    arena_free(arena);
    return 0;
}

#endif
