/* oordeel build: content -> site and PDFs, in one step at the end. */
#include "base/file.h"
#include "check/check.h"
#include "commands/citing.h"
#include "commands/commands.h"
#include "commands/edition.h"
#include "commands/press.h"
#include "commands/stages.h"
#include "commands/start_page.h"
#include "commands/tasks.h"

/* What all threads share. */
struct work {
    const struct request *request;
    const struct press *press;
    struct publication *publication; /* its published reports */
    struct output *output;
    const struct passages **passages; /* of the reports that others refer to, by their index; made before those begin */
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

/* A report, or with NULL, last, the start page with the assets. */
static void build_one(void *argument, struct task *task, const struct report *report)
{
    const struct work *work = argument;
    if (report) build_report(work, task, report);
    else build_start(work, task);
}

static bool build_all(struct arena *arena, struct work *work, struct stages *stages, struct messages *messages)
{
    const struct publication *publication = work->publication;
    work->passages = arena_array(arena, publication->report_count, sizeof *work->passages);
    const struct tasks tasks = {.reports = publication->published,
                                .report_count = publication->published_count,
                                .total = publication->report_count,
                                .one_more = work->request->html,
                                .jobs = work->request->jobs,
                                .run = build_one,
                                .work = work};
    tasks_run(arena, &tasks, messages, stages);
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
