/* What every unit program has: an arena and messages that are new for each test, and how it is run. */
#ifndef TESTS_SUITE_H
#define TESTS_SUITE_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/message.h"

/* No test takes long: what runs for minutes hangs. Nothing else in the tests looks at a clock, for a busy machine is no fault. */
enum { SUITE_SECONDS = 300 };

static struct arena *arena;
static struct messages *messages;

static inline void suite_set_up(void)
{
    arena = arena_new();
    messages = messages_new(arena);
}

static inline void suite_tear_down(void)
{
    arena_free(arena);
}

/* The tests of a program, to be filled with tcase_add_test. A fixture that is added comes after the arena. */
static inline TCase *suite_tests(void)
{
    TCase *tests = tcase_create("tests");
    tcase_set_timeout(tests, SUITE_SECONDS);
    tcase_add_checked_fixture(tests, suite_set_up, suite_tear_down);
    return tests;
}

/* Runs the tests; gives the program's exit status. */
static inline int suite_run(const char *name, TCase *tests)
{
    Suite *suite = suite_create(name);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* Messages as a user sees them. */
static inline const char *suite_text(struct arena *own, const struct messages *told)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    messages_print(told, stream, false);
    fclose(stream);
    const char *copy = arena_copy(own, text, length);
    free(text);
    return copy;
}

/* What was told in this test so far. */
static inline const char *suite_told(void)
{
    return suite_text(arena, messages);
}

#endif
