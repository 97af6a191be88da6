/* Golden files for Check programs. With the argument `accept`, or with ACCEPT in the environment, a program shows each
 * difference and then makes it the expected; without, a difference is a failure. */
#ifndef TESTS_GOLDEN_H
#define TESTS_GOLDEN_H

#include <check.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/message.h"

static bool golden_accepting;

static inline void golden_write(const char *path, const char *text, size_t length)
{
    FILE *file = fopen(path, "wb");
    ck_assert_msg(file != NULL, "cannot write %s", path);
    fwrite(text, 1, length, file);
    fclose(file);
}

static inline void golden_show(const char *expected, const char *actual)
{
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        execlp("diff", "diff", "-u", expected, actual, (char *)NULL);
        _exit(127);
    }
    waitpid(child, NULL, 0);
}

/* True when the file holds exactly this text, or does now. */
static inline bool golden_matches(struct arena *arena, const char *path, const char *actual)
{
    struct messages *messages = messages_new(arena);
    size_t length = 0;
    bool there = file_exists(path);
    const char *expected = there ? (const char *)file_read_bytes(arena, path, &length, messages) : "";
    if (there && strcmp(expected, actual) == 0) return true;
    char written[] = "/tmp/oordeel-actual-XXXXXX";
    close(mkstemp(written));
    golden_write(written, actual, strlen(actual));
    golden_show(there ? path : "/dev/null", written);
    unlink(written);
    if (golden_accepting) golden_write(path, actual, strlen(actual));
    if (!golden_accepting) printf("%s: differs\n", path);
    return golden_accepting;
}

/* The messages as a user sees them. */
static inline char *golden_messages(struct arena *arena, const struct messages *messages)
{
    char *text = NULL;
    size_t length;
    FILE *stream = open_memstream(&text, &length);
    messages_print(messages, stream, false);
    fclose(stream);
    char *copy = arena_copy(arena, text, length);
    free(text);
    return copy;
}

/* Runs the cases; gives the exit status. */
static inline int golden_run(TCase *cases, int argc, char **argv)
{
    golden_accepting = (argc > 1 && strcmp(argv[1], "accept") == 0) || getenv("ACCEPT");
    tcase_set_timeout(cases, 120);
    Suite *suite = suite_create(argv[0]);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    if (golden_accepting) srunner_set_fork_status(runner, CK_NOFORK);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
