/* Tasks that threads take: each waits for those that it needs; of those that are ready the first is taken. */
#ifndef COMMANDS_SCHEDULE_H
#define COMMANDS_SCHEDULE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct schedule;

struct schedule *schedule_new(struct arena *arena, size_t task_count);
void schedule_free(struct schedule *schedule); /* NULL is allowed */

/* Task `task` waits for `before`. To be said before any is taken, and without circles. */
void schedule_after(struct schedule *schedule, size_t task, size_t before);

/* Waits for a task that is ready. false: all are taken. Safe for several threads, as the next. */
bool schedule_take(struct schedule *schedule, size_t *task);

/* What the task made may now be used by those that wait for it. */
void schedule_done(struct schedule *schedule, size_t task);

#endif
