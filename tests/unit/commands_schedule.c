/* Tasks that wait for others, and the order of reports that refer to each other. */
#include <pthread.h>
#include <stdatomic.h>

#include "commands/citing.h"
#include "commands/schedule.h"
#include "suite.h"

START_TEST(tasks_come_in_their_order_and_after_those_they_need)
{
    struct schedule *schedule = schedule_new(arena, 4);
    size_t task;
    schedule_after(schedule, 0, 3);
    schedule_after(schedule, 3, 2);
    static const size_t expected[] = {1, 2, 3, 0};
    for (size_t i = 0; i < 4; i++) {
        ck_assert(schedule_take(schedule, &task));
        ck_assert_uint_eq(task, expected[i]);
        schedule_done(schedule, task);
    }
    ck_assert(!schedule_take(schedule, &task));
    schedule_free(schedule);
}
END_TEST

START_TEST(a_task_that_waits_for_two_waits_for_both)
{
    struct schedule *schedule = schedule_new(arena, 3);
    size_t one, two, three;
    schedule_after(schedule, 0, 1);
    schedule_after(schedule, 0, 2);
    ck_assert(schedule_take(schedule, &one) && schedule_take(schedule, &two));
    ck_assert(one == 1 && two == 2);
    schedule_done(schedule, 2);
    schedule_done(schedule, 1);
    ck_assert(schedule_take(schedule, &three) && three == 0);
    schedule_free(schedule);
}
END_TEST

START_TEST(nothing_to_do)
{
    struct schedule *schedule = schedule_new(arena, 0);
    size_t task;
    ck_assert(!schedule_take(schedule, &task));
    schedule_free(schedule);
    schedule_free(NULL);
}
END_TEST

/* ---- several threads ---- */

enum { TASKS = 2000, THREADS = 8 };

struct work {
    struct schedule *schedule;
    atomic_bool done[TASKS];
    atomic_size_t count, early;
};

/* Task i needs i / 2 and i / 3, when those are others. */
static size_t need_of(size_t task, size_t which)
{
    return task / (which + 2);
}

static void *take_all(void *argument)
{
    struct work *work = argument;
    for (size_t task; schedule_take(work->schedule, &task);) {
        for (size_t which = 0; which < 2 && task > 0; which++) {
            if (!atomic_load(&work->done[need_of(task, which)])) atomic_fetch_add(&work->early, 1);
        }
        atomic_store(&work->done[task], true);
        atomic_fetch_add(&work->count, 1);
        schedule_done(work->schedule, task);
    }
    return NULL;
}

START_TEST(threads_share_the_tasks)
{
    struct work *work = arena_make(arena, struct work);
    pthread_t threads[THREADS];
    work->schedule = schedule_new(arena, TASKS);
    for (size_t i = 1; i < TASKS; i++) {
        for (size_t which = 0; which < 2; which++) schedule_after(work->schedule, i, need_of(i, which));
    }
    for (int i = 0; i < THREADS; i++) ck_assert_int_eq(pthread_create(&threads[i], NULL, take_all, work), 0);
    for (int i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
    ck_assert_uint_eq(atomic_load(&work->count), TASKS);
    ck_assert_uint_eq(atomic_load(&work->early), 0);
    schedule_free(work->schedule);
}
END_TEST

/* ---- reports ---- */

enum { CHAIN = 3000 };

/* Each report needs the next one, so that the last comes first; as deep as there are reports. */
START_TEST(a_long_chain_of_reports_is_ordered)
{
    struct report *reports = arena_array(arena, CHAIN, sizeof *reports);
    struct publication publication = {.reports = arena_array(arena, CHAIN, sizeof(struct report *)), .report_count = CHAIN};
    for (size_t i = 0; i < CHAIN; i++) {
        publication.reports[i] = &reports[i];
        reports[i].index = i;
        if (i + 1 == CHAIN) continue;
        reports[i].needs = arena_array(arena, 1, sizeof *reports[i].needs);
        reports[i].needs[0] = &reports[i + 1];
        reports[i].need_count = 1;
    }
    const struct report **order = citing_order(arena, &publication);
    for (size_t i = 0; i < CHAIN; i++) ck_assert_ptr_eq(order[i], &reports[CHAIN - 1 - i]);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_test(tests, tasks_come_in_their_order_and_after_those_they_need);
    tcase_add_test(tests, a_task_that_waits_for_two_waits_for_both);
    tcase_add_test(tests, nothing_to_do);
    tcase_add_test(tests, threads_share_the_tasks);
    tcase_add_test(tests, a_long_chain_of_reports_is_ordered);
    return suite_run("commands: the order of tasks", tests);
}
