/* oordeel build: content -> site and PDFs, in one step at the end. */
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "check/check.h"
#include "commands/citing.h"
#include "commands/commands.h"
#include "commands/edition.h"
#include "commands/press.h"
#include "commands/schedule.h"
#include "commands/stages.h"
#include "commands/start_page.h"

/* The work that all threads share; each task is done by one of them, in an arena of its own: a report, or, last, the
 * start page with the assets. */
struct work {
    const struct request *request;
    const struct press *press;
    struct publication *publication; /* its published reports */
    struct output *output;
    struct schedule *schedule;
    const struct passages **passages; /* of the reports that others refer to, by their index; made before those begin */
    atomic_size_t done;               /* of the reports */
    struct task *tasks;
    size_t task_count;
};

struct task {
    struct arena *arena, *kept; /* kept: to the end, for the reports that refer to this one; NULL: none does */
    struct messages *messages;
    struct stages stages;
};

static struct layout *lay_out(const struct work *work, struct task *task, const struct report *report,
                              const struct node *document)
{
    struct styled *styled = press_style(task->arena, work->press, document, task->messages);
    stages_end(&task->stages, STAGE_STYLE);
    struct layout *layout = press_layout(task->arena, work->press, styled, &report->images, task->messages);
    stages_end(&task->stages, STAGE_LAYOUT);
    return layout;
}

static bool build_pdf(const struct work *work, struct task *task, const struct report *report,
                      const struct node *document, const struct layout *layout, size_t *length)
{
    struct pdf_metadata metadata = press_metadata(task->arena, work->press, report);
    const unsigned char *bytes;
    const char *name = arena_format(task->arena, "%s/%s.pdf", report->id, report->id);
    bool written = pdf_write(task->arena, document, layout, &metadata, &bytes, length, task->messages) &&
                   output_write(work->output, name, bytes, *length, task->messages);
    stages_end(&task->stages, STAGE_PDF);
    return written;
}

/* Beside the pages, under the names that these use. */
static bool write_images(const struct work *work, struct task *task, const struct report *report)
{
    bool written = true;
    for (size_t i = 0; i < report->images.count; i++) {
        const struct image *image = report->images.items[i];
        const char *name = file_join(task->arena, report->id, image->name);
        written &= output_write(work->output, name, image->bytes, image->length, task->messages);
    }
    return written;
}

static void build_report(const struct work *work, struct task *task, const struct report *report)
{
    stages_start(&task->stages);
    struct composer composer = press_composer(work->press, report->language);
    composer.passages = work->passages;
    const struct node *document = compose_report(task->arena, &composer, work->publication, report, task->messages);
    stages_end(&task->stages, STAGE_COMPOSE);
    if (!document) return;
    size_t length = 0;
    const struct layout *layout = work->request->pdf || report->cited ? lay_out(work, task, report, document) : NULL;
    if (report->cited) work->passages[report->index] = citing_passages(task->kept, report, document, layout);
    if (work->request->pdf && !build_pdf(work, task, report, document, layout, &length)) return;
    if (!work->request->html || !write_images(work, task, report)) return;
    struct site site = press_site(work->press, work->publication, report->language, work->output);
    const char *pdf = work->request->pdf ? arena_format(task->arena, "%s.pdf", report->id) : NULL;
    site_write_report(task->arena, &site, document, pdf, length, task->messages);
    stages_end(&task->stages, STAGE_SITE);
}

static void build_start(const struct work *work, struct task *task)
{
    stages_start(&task->stages);
    start_page_write(task->arena, work->press, work->publication, work->output, task->messages);
    stages_end(&task->stages, STAGE_SITE);
}

static void show_progress(const struct work *work, size_t done)
{
    if (!isatty(STDERR_FILENO) || work->publication->published_count < 2) return;
    fprintf(stderr, "\r%zu/%zu reports%s", done, work->publication->published_count,
            done == work->publication->published_count ? "\n" : "");
}

/* A task that is done and told nothing needs its memory no more; a folder may hold hundreds of reports. */
static void forget_silent(struct task *task)
{
    if (messages_total(task->messages) > 0) return;
    arena_free(task->arena);
    task->arena = arena_new();
    task->messages = messages_new(task->arena);
}

static void *do_tasks(void *argument)
{
    struct work *work = argument;
    const struct publication *publication = work->publication;
    for (size_t i; schedule_take(work->schedule, &i);) {
        struct task *task = &work->tasks[i];
        bool report = i < publication->published_count;
        if (report) build_report(work, task, publication->published[i]);
        else build_start(work, task);
        forget_silent(task);
        schedule_done(work->schedule, i);
        if (report) show_progress(work, atomic_fetch_add(&work->done, 1) + 1);
    }
    return NULL;
}

/* With one job, or when no thread can be had, this thread does all of it. */
static void run_jobs(struct work *work, unsigned jobs)
{
    enum { MOST = 64 };
    pthread_t threads[MOST];
    unsigned started = 0;
    while (started + 1 < jobs && started < MOST && started + 1 < work->task_count) {
        if (pthread_create(&threads[started], NULL, do_tasks, work) != 0) break;
        started++;
    }
    do_tasks(work);
    for (unsigned i = 0; i < started; i++) pthread_join(threads[i], NULL);
}

/* A report begins when those that it needs are done: their page numbers are in it. What is published refers to what is
 * published only. */
static void set_order(struct arena *arena, struct work *work)
{
    const struct publication *publication = work->publication;
    size_t *tasks = arena_array(arena, publication->report_count, sizeof *tasks); /* by the reports' indices */
    work->schedule = schedule_new(arena, work->task_count);
    work->passages = arena_array(arena, publication->report_count, sizeof *work->passages);
    for (size_t i = 0; i < publication->published_count; i++) tasks[publication->published[i]->index] = i;
    for (size_t i = 0; i < publication->published_count; i++) {
        const struct report *report = publication->published[i];
        for (size_t j = 0; j < report->need_count; j++)
            schedule_after(work->schedule, i, tasks[report->needs[j]->index]);
    }
}

static void begin_tasks(struct arena *arena, struct work *work)
{
    work->task_count = work->publication->published_count + work->request->html;
    work->tasks = arena_array(arena, work->task_count, sizeof *work->tasks);
    for (size_t i = 0; i < work->task_count; i++) {
        work->tasks[i].arena = arena_new();
        if (i < work->publication->published_count && work->publication->published[i]->cited)
            work->tasks[i].kept = arena_new();
        work->tasks[i].messages = messages_new(work->tasks[i].arena);
    }
    set_order(arena, work);
}

/* Joins what the tasks told, in the order of the tasks; what their messages point to stays in `arena`. */
static void end_tasks(struct arena *arena, struct work *work, struct messages *messages, struct stages *stages)
{
    for (size_t i = 0; i < work->task_count; i++) {
        messages_join(messages, work->tasks[i].messages);
        stages_join(stages, &work->tasks[i].stages);
        arena_adopt(arena, work->tasks[i].arena);
        arena_free(work->tasks[i].kept);
    }
    schedule_free(work->schedule);
}

static bool build_all(struct arena *arena, struct work *work, struct stages *stages, struct messages *messages)
{
    begin_tasks(arena, work);
    run_jobs(work, work->request->jobs);
    end_tasks(arena, work, messages, stages);
    return messages_count(messages, SEVERITY_ERROR) == 0;
}

enum status command_build(struct arena *arena, const struct request *request, struct messages *messages,
                          struct outcome *outcome)
{
    struct stages stages = {0};
    stages_start(&stages);
    struct press *press = press_load(arena, request->data, request->folder, messages);
    if (!press) return STATUS_UNABLE;
    struct work work = {.request = request, .press = press};
    work.publication = report_load(arena, request->folder, messages);
    if (work.publication) edition_choose(work.publication, request, outcome, messages);
    stages_end(&stages, STAGE_LOAD);
    if (work.publication && messages_count(messages, SEVERITY_ERROR) == 0) check_publication(work.publication, messages);
    stages_end(&stages, STAGE_CHECK);
    enum status status = work.publication ? STATUS_MISTAKES : STATUS_UNABLE;
    if (messages_count(messages, SEVERITY_ERROR) == 0) {
        work.output = output_begin(arena, request->output, messages);
        bool built = work.output && build_all(arena, &work, &stages, messages);
        if (built) edition_tell_embargoes(work.publication, request, messages);
        if (built && output_commit(work.output, messages)) status = STATUS_FINE;
        else if (!work.output) status = STATUS_UNABLE;
        else if (!built) output_abandon(work.output);
    }
    if (work.publication) outcome->reports = work.publication->published_count;
    if (request->timings) stages_print(&stages, stderr);
    press_free(press);
    return status;
}
