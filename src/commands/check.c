/* oordeel check: everything that can be found without writing. */
#include "check/check.h"
#include "commands/commands.h"
#include "commands/edition.h"
#include "commands/press.h"

enum status command_check(struct arena *arena, const struct request *request, struct messages *messages,
                          struct outcome *outcome)
{
    struct press *press = press_load(arena, request->data, request->folder, messages);
    if (!press) return STATUS_UNABLE;
    struct publication *publication = report_load(arena, request->folder, messages);
    if (publication) edition_choose(publication, request, outcome, messages);
    bool loaded = messages_count(messages, SEVERITY_ERROR) == 0;
    if (loaded) check_publication(publication, messages);
    for (size_t i = 0; loaded && i < publication->report_count; i++) {
        const struct report *report = publication->reports[i];
        struct composer composer = press_composer(press, report->language);
        compose_report(arena, &composer, publication, report, messages);
    }
    press_free(press);
    if (!publication) return STATUS_UNABLE;
    outcome->reports = publication->report_count;
    return messages_count(messages, SEVERITY_ERROR) ? STATUS_MISTAKES : STATUS_FINE;
}
