/* oordeel check: everything that can be found without writing. */
#include "check/check.h"
#include "commands/citing.h"
#include "commands/commands.h"
#include "commands/edition.h"
#include "commands/press.h"
#include "commands/start_page.h"
#include "commands/tasks.h"

/* What all threads share. */
struct work {
    const struct press *press;
    const struct publication *publication;
    const struct passages **passages; /* of the reports that others refer to, by their index; made before those begin */
};

/* All that building does but for the bytes of the PDF and the writing, so that whatever building tells is told here: only on a
 * page is it known how wide an image becomes, or which font lacks a letter. */
static void set(const struct work *work, struct task *task, const struct report *report, const struct node *document)
{
    const struct styled *styled = press_style(task->arena, work->press, document, task->messages);
    press_layout(task->arena, work->press, styled, &report->images, task->messages);
    struct site site = press_site(work->press, work->publication, report->language, NULL);
    site_write_report(task->arena, &site, document, NULL, 0, task->messages);
}

/* Without page numbers in references, which nobody sees. */
static void check_report(const struct work *work, struct task *task, const struct report *report)
{
    struct composer composer = press_composer(work->press, report->language);
    composer.passages = work->passages;
    const struct node *document = compose_report(task->arena, &composer, work->publication, report, task->messages);
    if (document) set(work, task, report, document);
    if (document && report->cited) work->passages[report->index] = citing_passages(task->kept, report, document, NULL);
}

static void check_one(void *argument, struct task *task, const struct report *report)
{
    const struct work *work = argument;
    if (report) check_report(work, task, report);
    else start_page_write(task->arena, work->press, work->publication, NULL, task->messages);
}

/* All of them, withheld ones too; and the start page. */
static void check_reports(struct arena *arena, const struct request *request, const struct press *press,
                          const struct publication *publication, struct messages *messages)
{
    struct work work = {.press = press, .publication = publication};
    work.passages = arena_array(arena, publication->report_count, sizeof *work.passages);
    const struct tasks tasks = {.reports = publication->reports,
                                .report_count = publication->report_count,
                                .total = publication->report_count,
                                .one_more = true,
                                .jobs = request->jobs,
                                .run = check_one,
                                .work = &work};
    struct stages stages = {0};
    tasks_run(arena, &tasks, messages, &stages);
}

enum status command_check(struct arena *arena, const struct request *request, struct messages *messages,
                          struct outcome *outcome)
{
    struct press *press = press_load(arena, request->data, request->folder, messages);
    if (!press) return STATUS_UNABLE;
    struct publication *publication = report_load(arena, request->folder, messages);
    if (publication) edition_choose(publication, request, outcome, messages);
    bool loaded = messages_count(messages, SEVERITY_ERROR) == 0;
    if (loaded) check_publication(publication, messages);
    if (loaded) check_reports(arena, request, press, publication, messages);
    press_free(press);
    if (!publication) return STATUS_UNABLE;
    outcome->reports = publication->report_count;
    return messages_count(messages, SEVERITY_ERROR) ? STATUS_MISTAKES : STATUS_FINE;
}
