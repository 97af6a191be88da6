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
        bool taken;
        struct waiter *waiters;
    } *entries;
    size_t count, taken;
    size_t first; /* all before it are taken */
};

struct schedule *schedule_new(struct arena *arena, size_t task_count)
{
    struct schedule *schedule = arena_make(arena, struct schedule);
    schedule->arena = arena;
    schedule->count = task_count;
    schedule->entries = arena_array(arena, task_count, sizeof *schedule->entries);
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
    assert(task < schedule->count && before < schedule->count && task != before);
    struct waiter *waiter = arena_make(schedule->arena, struct waiter);
    *waiter = (struct waiter){task, schedule->entries[before].waiters};
    schedule->entries[before].waiters = waiter;
    schedule->entries[task].waits++;
}

/* The first that is ready, or `count`. */
static size_t find_ready(struct schedule *schedule)
{
    while (schedule->first < schedule->count && schedule->entries[schedule->first].taken) schedule->first++;
    size_t i = schedule->first;
    while (i < schedule->count && (schedule->entries[i].taken || schedule->entries[i].waits > 0)) i++;
    return i;
}

bool schedule_take(struct schedule *schedule, size_t *task)
{
    pthread_mutex_lock(&schedule->lock);
    size_t ready = schedule->count;
    while (schedule->taken < schedule->count && (ready = find_ready(schedule)) == schedule->count)
        pthread_cond_wait(&schedule->changed, &schedule->lock);
    bool found = ready < schedule->count;
    if (found) {
        schedule->entries[ready].taken = true;
        schedule->taken++;
        *task = ready;
    }
    if (schedule->taken == schedule->count) pthread_cond_broadcast(&schedule->changed);
    pthread_mutex_unlock(&schedule->lock);
    return found;
}

void schedule_done(struct schedule *schedule, size_t task)
{
    pthread_mutex_lock(&schedule->lock);
    for (const struct waiter *waiter = schedule->entries[task].waiters; waiter; waiter = waiter->next)
        schedule->entries[waiter->task].waits--;
    pthread_cond_broadcast(&schedule->changed);
    pthread_mutex_unlock(&schedule->lock);
}
