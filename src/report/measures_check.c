/* What a plan's measures say that cannot be so: days, steps, chapters; and the shortcomings that they leave out. */
#include <stdlib.h>
#include <string.h>

#include "report/date.h"
#include "report/measures.h"

enum { SHOWN_SHORTCOMINGS = 20 };

struct checking {
    struct loader *loader;
    const struct report *plan;
    const struct value *file;
    bool sound; /* what is not in the file was left out, and not misspelt */
};

/* ---- one measure ---- */

static void check_chapter(struct checking *checking, const struct measure *measure, const struct value *record)
{
    size_t count = checking->plan->chapter_count;
    if (!measure->chapter || (size_t)strtoul(measure->chapter, NULL, 10) <= count) return;
    message_add(checking->loader->messages, UNKNOWN_CHAPTER, value_place_at(record, "chapter"),
                "the plan has no chapter %s; expected 1 to %zu", measure->chapter, count);
}

static bool is_end(enum measure_status status)
{
    return status == MEASURE_DONE || status == MEASURE_DROPPED;
}

static void check_step(struct checking *checking, const struct measure_step *last, const struct measure_step *step,
                       const struct value *record)
{
    struct arena *arena = checking->loader->arena;
    struct messages *messages = checking->loader->messages;
    bool same = last->date.day && date_compare(last->date, step->date) == 0;
    if (same || period_is_after(last->date, step->date)) {
        message_add(messages, DATES_OUT_OF_ORDER, value_place_at(record, "date"),
                    "%s does not come after %s, the date of the step above; expected a later date",
                    date_iso(arena, step->date), date_iso(arena, last->date));
    } else if (is_end(last->status) && step->status != last->status) {
        message_add(messages, PROGRESS_DOUBTFUL, value_place_at(record, "status"),
                    "the measure was `%s` before this step; expected no step after that", measure_statuses[last->status]);
    }
}

/* Only when all steps could be read do they stand beside their records. */
static void check_progress(struct checking *checking, const struct measure *measure, const struct value *record)
{
    const struct value *list = value_list_at(record, "progress");
    for (size_t i = 1; list->count == measure->step_count && i < measure->step_count; i++)
        check_step(checking, &measure->progress[i - 1], &measure->progress[i], list->items[i]);
}

/* The last day that the plan knows: that of its version, or of the measure's last step. */
static struct date last_day(const struct checking *checking, const struct measure *measure)
{
    struct date day = checking->plan->version_day;
    if (measure->step_count == 0) return day;
    struct date step = measure->progress[measure->step_count - 1].date;
    return !day.year || period_is_after(step, day) ? step : day;
}

static void check_deadline(struct checking *checking, const struct measure *measure, const struct value *record)
{
    struct arena *arena = checking->loader->arena;
    struct messages *messages = checking->loader->messages;
    const struct report *answered = checking->plan->answers;
    struct date day = last_day(checking, measure);
    bool open = measure->status == MEASURE_PLANNED || measure->status == MEASURE_STARTED;
    if (!measure->deadline.year) return;
    if (answered && answered->published.year && period_is_after(answered->published, measure->deadline)) {
        message_add(messages, DEADLINE_DOUBTFUL, value_place_at(record, "deadline"),
                    "%s lies before the day on which the answered report was published, %s; expected a later date",
                    date_iso(arena, measure->deadline), date_iso(arena, answered->published));
    } else if (open && day.year && period_is_after(day, measure->deadline)) {
        message_add(messages, DEADLINE_DOUBTFUL, value_place_at(record, "deadline"),
                    "%s has passed, and on %s the measure is `%s`; expected a step `done`, `delayed` or `dropped`",
                    date_iso(arena, measure->deadline), date_iso(arena, day), measure_statuses[measure->status]);
    }
}

static void check_measure(struct checking *checking, const struct measure *measure, const struct value *record)
{
    check_chapter(checking, measure, record);
    check_progress(checking, measure, record);
    check_deadline(checking, measure, record);
    if (checking->sound && checking->plan->answers && value_list_at(record, "answers")->count == 0)
        message_add(checking->loader->messages, MEASURE_IDLE, measure->place,
                    "the measure `%s` answers no shortcoming; expected at least one in `answers`", measure->id);
}

/* ---- the plan ---- */

/* A plan that answers no report has nothing to answer; one whose report is not there was told. */
static void check_answered(struct checking *checking)
{
    const struct value *measures = value_map_at(checking->file, "measures");
    const struct value *unanswered = value_get(checking->file, "unanswered");
    struct place place = unanswered ? unanswered->place : (struct place){0};
    bool any = unanswered;
    for (size_t i = 0; !any && i < measures->count; i++) {
        const struct value *answers = value_get(measures->members[i].value, "answers");
        any = answers && answers->kind == VALUE_LIST && answers->count > 0;
        if (any) place = answers->place;
    }
    if (!any || checking->plan->answers || checking->plan->answers_place.source) return;
    message_add(checking->loader->messages, MEASURES_UNLINKED, place,
                "measures answer shortcomings, but the plan answers no report; expected `answers` in report.yaml");
}

static void check_both(struct checking *checking)
{
    const struct value *table = value_map_at(checking->file, "unanswered");
    for (size_t i = 0; i < checking->plan->coverage_count; i++) {
        const struct coverage *coverage = &checking->plan->coverage[i];
        if (!coverage->reason || coverage->measure_count == 0) continue;
        message_add(checking->loader->messages, SHORTCOMING_BOTH, value_place_at(table, coverage->shortcoming->id),
                    "the measure `%s` answers `%s`, which is said to stay unanswered; expected one of the two",
                    coverage->measures[0]->id, coverage->shortcoming->id);
    }
}

static void check_uncovered(struct checking *checking)
{
    struct buffer ids = buffer_new(checking->loader->arena);
    size_t count = 0;
    for (size_t i = 0; i < checking->plan->coverage_count; i++) {
        const struct coverage *coverage = &checking->plan->coverage[i];
        if (coverage->measure_count || coverage->reason) continue;
        if (count++ < SHOWN_SHORTCOMINGS)
            buffer_format(&ids, "%s`%s`", ids.length ? ", " : "", coverage->shortcoming->id);
    }
    if (count > SHOWN_SHORTCOMINGS) buffer_format(&ids, " and %zu more", count - SHOWN_SHORTCOMINGS);
    if (count)
        message_add(checking->loader->messages, SHORTCOMING_UNANSWERED, value_place_at(checking->file, "measures"),
                    "no measure answers %s of `%s`; expected one for each, or the reason under `unanswered`",
                    buffer_text(&ids), checking->plan->answers->id);
}

void measures_check(struct loader *loader, const struct measures_file *plan)
{
    struct checking checking = {
        .loader = loader, .plan = plan->report, .file = plan->file, .sound = plan->sound};
    const struct value *table = value_map_at(plan->file, "measures");
    for (size_t i = 0; i < table->count; i++)
        check_measure(&checking, &plan->report->measures[i], table->members[i].value);
    check_answered(&checking);
    check_both(&checking);
    if (plan->sound) check_uncovered(&checking);
}
