/* Which reports a run is about: what --drafts and --date say. */
#include "commands/commands.h"
#include "commands/edition.h"

bool request_read_date(struct request *request, const char *text)
{
    return report_read_date(text, &request->edition.date);
}

void edition_choose(struct publication *publication, const struct request *request, struct outcome *outcome,
                    struct messages *messages)
{
    report_select(publication, &request->edition, messages);
    for (size_t i = 0; i < publication->report_count; i++) {
        enum withheld withheld = publication->reports[i]->withheld;
        outcome->drafts += withheld == WITHHELD_DRAFT;
        outcome->embargoes += withheld == WITHHELD_EMBARGO;
    }
}

void edition_tell_embargoes(const struct publication *publication, const struct request *request,
                            struct messages *messages)
{
    for (size_t i = 0; i < publication->report_count && !request->edition.date.year; i++) {
        const struct report *report = publication->reports[i];
        const struct date *until = &report->embargo;
        if (report->withheld != WITHHELD_EMBARGO) continue;
        message_add(messages, EMBARGO_WITHOUT_DATE, report->embargo_place,
                    "`%s` is under embargo until %04d-%02d-%02d and is left out", report->id, until->year, until->month,
                    until->day);
        message_hint(messages, "tell the day of publication with --date");
    }
}
