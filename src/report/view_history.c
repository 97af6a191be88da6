/* What institutions and regions have behind them: steps of supervision, and the reports on them. */
#include <stdlib.h>
#include <string.h>

#include "report/date.h"
#include "report/view.h"

/* ---- steps ---- */

/* A report is linked where it can be read: in the edition, and from elsewhere. */
static struct value *told_in(struct view *view, const struct supervision *step, const struct report *from)
{
    const struct report *report = step->report;
    if (!report || report == from || report->withheld != WITHHELD_NOT) return NULL;
    struct value *map = value_map(view->arena);
    set_text(view, map, "id", report->id);
    set_text(view, map, "title", report->title);
    set_text(view, map, "language", report->language);
    return map;
}

static struct value *step_map(struct view *view, const struct supervision *step, const struct report *from)
{
    struct value *map = value_map(view->arena);
    set_text(view, map, "step", step->step);
    set_text(view, map, "step_text", word_text(view, "steps", step->step));
    set(view, map, "date", date_view(view, step->date));
    set(view, map, "until", date_view(view, step->until));
    set_text(view, map, "text", step->text);
    set_text(view, map, "source", step->source);
    set(view, map, "report", told_in(view, step, from));
    set_flag(view, map, "here", from && step->report == from);
    return map;
}

/* A list as a template can ask for it: NULL when it is empty. */
static struct value *items_map(struct view *view, struct value *list)
{
    if (list->count == 0) return NULL;
    struct value *map = value_map(view->arena);
    set(view, map, "items", list);
    return map;
}

struct value *history_view(struct view *view, const struct institution *institution, const struct report *from)
{
    struct value *list = value_list(view->arena);
    for (size_t i = 0; institution && i < institution->supervision_count; i++)
        value_append(view->arena, list, step_map(view, &institution->supervision[i], from));
    return items_map(view, list);
}

struct value *state_view(struct view *view, const struct institution *institution)
{
    if (!institution || institution->supervision_count == 0) return NULL;
    return step_map(view, &institution->supervision[institution->supervision_count - 1], NULL);
}

/* ---- reports ---- */

struct value *entry_view(struct view *view, const struct report *report)
{
    struct value *map = value_map(view->arena);
    set_names(view, map, report);
    set(view, map, "published", date_view(view, report->published));
    set_text(view, map, "year", report->about.year ? arena_format(view->arena, "%d", report->about.year) : NULL);
    set_text(view, map, "supervision", report->supervision);
    set_text(view, map, "framework", report->framework ? report->framework->title : NULL);
    set_text(view, map, "framework_version", report->framework ? report->framework->version : NULL);
    set(view, map, "verdict", verdict_view(view, report));
    set(view, map, "institution", names_view(view, report->institution));
    set_text(view, map, "inspectorates_text", inspectorates_text(view, report));
    return map;
}

/* The newest first; of the same day, month or year, by id. */
static int by_date(const void *a, const void *b)
{
    const struct report *left = *(const struct report *const *)a, *right = *(const struct report *const *)b;
    int order = date_compare(right->about, left->about);
    return order ? order : strcmp(left->id, right->id);
}

const struct report **reports_by_date(struct arena *arena, const struct publication *publication,
                                      const struct institution *institution, size_t *count)
{
    const struct report **reports = arena_array(arena, publication->published_count, sizeof *reports);
    *count = 0;
    for (size_t i = 0; i < publication->published_count; i++) {
        const struct report *report = publication->published[i];
        if (!institution || report->institution == institution) reports[(*count)++] = report;
    }
    if (*count) qsort(reports, *count, sizeof *reports, by_date);
    return reports;
}

struct value *others_view(struct view *view, const struct publication *publication, const struct report *report)
{
    struct value *list = value_list(view->arena);
    if (!report->institution) return NULL;
    size_t count;
    const struct report **reports = reports_by_date(view->arena, publication, report->institution, &count);
    for (size_t i = 0; i < count; i++) {
        if (reports[i] == report) continue;
        struct value *entry = entry_view(view, reports[i]);
        bool compares = report->framework && reports[i]->framework;
        set_flag(view, entry, "answer", reports[i]->answers == report);
        set_flag(view, entry, "other_framework", compares && reports[i]->framework != report->framework);
        value_append(view->arena, list, entry);
    }
    return items_map(view, list);
}
