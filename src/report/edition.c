/* What an edition holds: drafts and reports under embargo stay out. No clock is asked: the day is told. */
#include "report/date.h"
#include "report/subjects.h"

bool report_read_date(const char *text, struct date *date)
{
    return date_read(text, date) == DATE_FINE;
}

static enum withheld withheld_from(const struct edition *edition, const struct report *report)
{
    if (report->status == REPORT_DRAFT) return edition->drafts ? WITHHELD_NOT : WITHHELD_DRAFT;
    bool over = !report->embargo.year || (edition->date.year && date_compare(report->embargo, edition->date) <= 0);
    return over ? WITHHELD_NOT : WITHHELD_EMBARGO;
}

void report_tell_withheld(const struct report *withheld, struct place place, struct messages *messages)
{
    const struct date *embargo = &withheld->embargo;
    if (withheld->withheld == WITHHELD_DRAFT) {
        message_add(messages, REPORT_WITHHELD, place,
                    "`%s` is a draft and is not published; expected a final report, or that this one waits for it", withheld->id);
        message_hint(messages, "build with --drafts, or give this report `status: draft` too");
    } else {
        message_add(messages, REPORT_WITHHELD, place,
                    "`%s` is under embargo until %04d-%02d-%02d and is not published; expected that this one waits for it",
                    withheld->id, embargo->year, embargo->month, embargo->day);
        message_hint(messages, "build with --date of that day or later, or give this report the same `embargo`");
    }
}

/* Each place that refers to what is withheld, of the first of them. */
static void check_citations(const struct report *report, struct messages *messages)
{
    enum { MOST_TOLD = 100 };
    size_t told = 0;
    for (size_t i = 0; i < report->citation_count && told < MOST_TOLD; i++) {
        const struct citation *citation = &report->citations[i];
        if (citation->report->withheld == WITHHELD_NOT) continue;
        report_tell_withheld(citation->report, citation->place, messages);
        told++;
    }
}

void report_select(struct publication *publication, const struct edition *edition, struct messages *messages)
{
    publication->preview = edition->drafts;
    publication->published_count = 0;
    for (size_t i = 0; i < publication->report_count; i++) {
        struct report *report = publication->reports[i];
        report->withheld = withheld_from(edition, report);
        if (report->withheld == WITHHELD_NOT) publication->published[publication->published_count++] = report;
    }
    subjects_order(publication);
    for (size_t i = 0; i < publication->published_count; i++) {
        const struct report *report = publication->published[i];
        if (report->answers && report->answers->withheld != WITHHELD_NOT)
            report_tell_withheld(report->answers, report->answers_place, messages);
        check_citations(report, messages);
    }
}
