#include "commands/tasks.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#include "commands/schedule.h"

/* What is left of a task. */
struct left {
    struct arena *kept, *told; /* told: of the messages; NULL: it told nothing */
    struct messages *messages;
    struct stages stages;
};

/* What the threads share. */
struct crew {
    const struct tasks *tasks;
    struct schedule *schedule;
    struct left *left;
    atomic_size_t done; /* of the reports */
};

static void show_progress(const struct tasks *tasks, size_t done)
{
    if (!isatty(STDERR_FILENO) || tasks->report_count < 2) return;
    fprintf(stderr, "\r%zu/%zu reports%s", done, tasks->report_count, done == tasks->report_count ? "\n" : "");
}

/* The task's memory goes; messages are copied, and only where one points to a file that the task read, all stays. */
static void end_task(struct task *task, struct left *left)
{
    left->kept = task->kept;
    left->stages = task->stages;
    if (messages_total(task->messages) == 0) {
        arena_free(task->arena);
        return;
    }
    left->told = arena_new();
    left->messages = messages_copy(left->told, task->messages);
    if (messages_point_into(left->messages, task->arena)) arena_adopt(left->told, task->arena);
    else arena_free(task->arena);
}

static void *do_tasks(void *argument)
{
    struct crew *crew = argument;
    const struct tasks *tasks = crew->tasks;
    for (size_t i; schedule_take(crew->schedule, &i);) {
        const struct report *report = i < tasks->report_count ? tasks->reports[i] : NULL;
        struct task task = {.arena = arena_new(), .kept = report && report->cited ? arena_new() : NULL};
        task.messages = messages_new(task.arena);
        tasks->run(tasks->work, &task, report);
        end_task(&task, &crew->left[i]);
        schedule_done(crew->schedule, i);
        if (report) show_progress(tasks, atomic_fetch_add(&crew->done, 1) + 1);
    }
    return NULL;
}

/* With one job, or when no thread can be had, this thread does all of it. */
static void run_jobs(struct crew *crew, size_t task_count)
{
    enum { MOST = 64 };
    pthread_t threads[MOST];
    unsigned started = 0;
    while (started + 1 < crew->tasks->jobs && started < MOST && started + 1 < task_count) {
        if (pthread_create(&threads[started], NULL, do_tasks, crew) != 0) break;
        started++;
    }
    do_tasks(crew);
    for (unsigned i = 0; i < started; i++) pthread_join(threads[i], NULL);
}

/* A report begins when those that it needs are done: their page numbers are in it. */
static struct schedule *set_order(struct arena *arena, const struct tasks *tasks)
{
    struct schedule *schedule = schedule_new(arena, tasks->report_count + tasks->one_more);
    size_t *places = arena_array(arena, tasks->total, sizeof *places); /* from 1, by the reports' indices */
    for (size_t i = 0; i < tasks->report_count; i++) places[tasks->reports[i]->index] = i + 1;
    for (size_t i = 0; i < tasks->report_count; i++) {
        const struct report *report = tasks->reports[i];
        for (size_t j = 0; j < report->need_count; j++) {
            size_t before = places[report->needs[j]->index];
            if (before) schedule_after(schedule, i, before - 1);
        }
    }
    return schedule;
}

void tasks_run(struct arena *arena, const struct tasks *tasks, struct messages *messages, struct stages *stages)
{
    size_t count = tasks->report_count + tasks->one_more;
    struct crew crew = {.tasks = tasks, .schedule = set_order(arena, tasks)};
    crew.left = arena_array(arena, count, sizeof *crew.left);
    run_jobs(&crew, count);
    for (size_t i = 0; i < count; i++) {
        struct left *left = &crew.left[i];
        stages_join(stages, &left->stages);
        arena_free(left->kept);
        if (!left->told) continue;
        messages_join(messages, left->messages);
        arena_adopt(arena, left->told);
    }
    schedule_free(crew.schedule);
}
