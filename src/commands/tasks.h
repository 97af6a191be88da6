/* One task per report, done by several threads: those that others refer to come first. Each has memory of its own, which goes
 * when it is done, so that a thousand reports need no more than a few. */
#ifndef COMMANDS_TASKS_H
#define COMMANDS_TASKS_H

#include "base/arena.h"
#include "base/message.h"
#include "commands/stages.h"
#include "report/report.h"

struct passages;

struct task {
    struct arena *arena; /* as long as the task */
    struct arena *kept;  /* to the end of all, for the reports that refer to this one; NULL: none does */
    struct messages *messages;
    struct stages stages;
};

struct tasks {
    struct report *const *reports; /* what they are about, and what others of them refer to */
    size_t report_count;
    size_t total;  /* of the reports in the publication, these and others */
    bool one_more; /* a last task, with report NULL */
    unsigned jobs; /* threads */
    void (*run)(void *work, struct task *task, const struct report *report);
    void *work;
};

/* Does them all; what they told is in `messages`, in the order of the reports, with texts in `arena`. */
void tasks_run(struct arena *arena, const struct tasks *tasks, struct messages *messages, struct stages *stages);

#endif
