/* What reports are about: on each institution or region the published reports, the newest first. Once for all, for every report
 * names others on the same. */
#include <stdlib.h>
#include <string.h>

#include "report/date.h"
#include "report/subjects.h"

/* The newest first; of the same day, month or year, by id. */
static int by_date(const void *a, const void *b)
{
    const struct report *left = *(const struct report *const *)a, *right = *(const struct report *const *)b;
    int order = date_compare(right->about, left->about);
    return order ? order : strcmp(left->id, right->id);
}

/* Institutions lie in one array: their addresses are their order. Reports on none come first. */
static int by_subject(const void *a, const void *b)
{
    const struct report *left = *(const struct report *const *)a, *right = *(const struct report *const *)b;
    if (left->institution == right->institution) return by_date(a, b);
    if (!left->institution || !right->institution) return left->institution ? 1 : -1;
    return left->institution < right->institution ? -1 : 1;
}

void subjects_begin(struct arena *arena, struct publication *publication)
{
    publication->newest = arena_array(arena, publication->report_count, sizeof *publication->newest);
    publication->by_subject = arena_array(arena, publication->report_count, sizeof *publication->by_subject);
}

/* Each report leads to the newest plan that answers it, and that to the one before. */
static void link_answers(struct publication *publication)
{
    size_t count = publication->published_count;
    for (size_t i = 0; i < count; i++) publication->published[i]->answer = publication->published[i]->older_answer = NULL;
    for (size_t i = count; i-- > 0;) {
        const struct report *plan = publication->newest[i];
        if (!plan->answers) continue;
        struct report *answered = publication->reports[plan->answers->index];
        publication->reports[plan->index]->older_answer = answered->answer;
        answered->answer = plan;
    }
}

void subjects_order(struct publication *publication)
{
    size_t count = publication->published_count;
    const struct report **reports = publication->by_subject;
    for (size_t i = 0; i < count; i++) publication->newest[i] = reports[i] = publication->published[i];
    if (count) qsort(publication->newest, count, sizeof *publication->newest, by_date);
    if (count) qsort(reports, count, sizeof *reports, by_subject);
    for (size_t i = 0; i < publication->institution_count; i++) publication->institutions[i].report_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (!reports[i]->institution) continue;
        struct institution *about = &publication->institutions[reports[i]->institution - publication->institutions];
        if (about->report_count++ == 0) about->reports = &reports[i];
    }
    link_answers(publication);
}

/* ---- the others ---- */

static size_t add_other(const struct report **others, size_t count, const struct report *other,
                        const struct report *report)
{
    if (other == report || other->institution != report->institution || other->withheld != WITHHELD_NOT) return count;
    for (size_t i = 0; i < count; i++) {
        if (others[i] == other) return count;
    }
    others[count] = other;
    return count + 1;
}

size_t subjects_others(const struct report *report, const struct report *others[SUBJECTS_OTHERS_MOST], size_t *more)
{
    enum { NEWEST = 12, ANSWERS = 12 };
    const struct institution *about = report->institution;
    size_t count = 0, shown = 0;
    for (size_t i = 0; about && i < about->report_count && count < NEWEST; i++)
        count = add_other(others, count, about->reports[i], report);
    if (report->answers) count = add_other(others, count, report->answers, report);
    for (const struct report *plan = report->answer; plan && shown < ANSWERS; plan = plan->older_answer, shown++)
        count = add_other(others, count, plan, report);
    if (count) qsort(others, count, sizeof *others, by_date);
    size_t all = about ? about->report_count - (report->withheld == WITHHELD_NOT) : 0;
    *more = all - count;
    return count;
}
