#include "commands/schedule.h"

#include <assert.h>
#include <pthread.h>

/* One that waits, in the list of the task that it waits for. */
struct waiter {
    size_t task;
    struct waiter *next;
};

struct schedule {
    struct arena *arena;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct entry {
        size_t waits; /* for so many that are not done */
        struct waiter *waiters;
    } *entries;
    size_t count, taken;
    size_t *ready; /* a heap: each is before those at twice its place, plus 1 and 2 */
    size_t ready_count;
    bool begun;
};

struct schedule *schedule_new(struct arena *arena, size_t task_count)
{
    struct schedule *schedule = arena_make(arena, struct schedule);
    schedule->arena = arena;
    schedule->count = task_count;
    schedule->entries = arena_array(arena, task_count, sizeof *schedule->entries);
    schedule->ready = arena_array(arena, task_count, sizeof *schedule->ready);
    pthread_mutex_init(&schedule->lock, NULL);
    pthread_cond_init(&schedule->changed, NULL);
    return schedule;
}

void schedule_free(struct schedule *schedule)
{
    if (!schedule) return;
    pthread_cond_destroy(&schedule->changed);
    pthread_mutex_destroy(&schedule->lock);
}

void schedule_after(struct schedule *schedule, size_t task, size_t before)
{
    assert(task < schedule->count && before < schedule->count && task != before && !schedule->begun);
    struct waiter *waiter = arena_make(schedule->arena, struct waiter);
    *waiter = (struct waiter){task, schedule->entries[before].waiters};
    schedule->entries[before].waiters = waiter;
    schedule->entries[task].waits++;
}

/* ---- the heap of those that are ready ---- */

static void put_ready(struct schedule *schedule, size_t task)
{
    size_t at = schedule->ready_count++;
    for (; at > 0 && schedule->ready[(at - 1) / 2] > task; at = (at - 1) / 2)
        schedule->ready[at] = schedule->ready[(at - 1) / 2];
    schedule->ready[at] = task;
}

static size_t take_ready(struct schedule *schedule)
{
    size_t *ready = schedule->ready, first = ready[0], last = ready[--schedule->ready_count], at = 0;
    for (size_t child; (child = 2 * at + 1) < schedule->ready_count; at = child) {
        if (child + 1 < schedule->ready_count && ready[child + 1] < ready[child]) child++;
        if (ready[child] >= last) break;
        ready[at] = ready[child];
    }
    ready[at] = last;
    return first;
}

/* When the first is taken, all is known of who waits. */
static void begin(struct schedule *schedule)
{
    if (schedule->begun) return;
    schedule->begun = true;
    for (size_t i = 0; i < schedule->count; i++) {
        if (schedule->entries[i].waits == 0) put_ready(schedule, i);
    }
}

/* ---- the door ---- */

bool schedule_take(struct schedule *schedule, size_t *task)
{
    pthread_mutex_lock(&schedule->lock);
    begin(schedule);
    while (schedule->taken < schedule->count && schedule->ready_count == 0)
        pthread_cond_wait(&schedule->changed, &schedule->lock);
    bool found = schedule->taken < schedule->count;
    if (found) *task = take_ready(schedule);
    schedule->taken += found;
    if (schedule->taken == schedule->count) pthread_cond_broadcast(&schedule->changed);
    pthread_mutex_unlock(&schedule->lock);
    return found;
}

void schedule_done(struct schedule *schedule, size_t task)
{
    pthread_mutex_lock(&schedule->lock);
    for (const struct waiter *waiter = schedule->entries[task].waiters; waiter; waiter = waiter->next) {
        if (--schedule->entries[waiter->task].waits == 0) put_ready(schedule, waiter->task);
    }
    pthread_cond_broadcast(&schedule->changed);
    pthread_mutex_unlock(&schedule->lock);
}
