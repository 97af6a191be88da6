/* oordeel check: everything that can be found without writing. */
#include "check/check.h"
#include "commands/citing.h"
#include "commands/commands.h"
#include "commands/edition.h"
#include "commands/press.h"
#include "commands/start_page.h"

/* All that building does but for the bytes of the PDF and the writing, so that whatever building tells is told here: only on a
 * page is it known how wide an image becomes, or which font lacks a letter. */
static void set(struct arena *arena, const struct press *press, const struct publication *publication,
                const struct report *report, const struct node *document, struct messages *messages)
{
    const struct styled *styled = press_style(arena, press, document, messages);
    press_layout(arena, press, styled, &report->images, messages);
    struct site site = press_site(press, publication, report->language, NULL);
    site_write_report(arena, &site, document, NULL, 0, messages);
}

/* Without page numbers in references, which nobody sees. */
static void compose_all(struct arena *arena, const struct press *press, const struct publication *publication,
                        struct messages *messages)
{
    const struct report **order = citing_order(arena, publication);
    const struct passages **passages = arena_array(arena, publication->report_count, sizeof *passages);
    for (size_t i = 0; i < publication->report_count; i++) {
        struct composer composer = press_composer(press, order[i]->language);
        composer.passages = passages;
        const struct node *document = compose_report(arena, &composer, publication, order[i], messages);
        if (document) set(arena, press, publication, order[i], document, messages);
        if (document && order[i]->cited) passages[order[i]->index] = citing_passages(arena, order[i], document, NULL);
    }
    start_page_write(arena, press, publication, NULL, messages);
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
    if (loaded) compose_all(arena, press, publication, messages);
    press_free(press);
    if (!publication) return STATUS_UNABLE;
    outcome->reports = publication->report_count;
    return messages_count(messages, SEVERITY_ERROR) ? STATUS_MISTAKES : STATUS_FINE;
}
