/* What institutions and regions have behind them: steps of supervision, and the reports on them. */
#include "report/date.h"
#include "report/subjects.h"
#include "report/view.h"

/* So many of the last steps a report shows; the start page has all. */
enum { STEPS_MOST = 30 };

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

/* A list as a template can ask for it, and how many are not in it: NULL when it is empty. */
static struct value *items_map(struct view *view, struct value *list, size_t more)
{
    if (list->count == 0) return NULL;
    struct value *map = value_map(view->arena);
    set(view, map, "items", list);
    set_text(view, map, "more", more ? arena_format(view->arena, "%zu", more) : NULL);
    return map;
}

struct value *history_view(struct view *view, const struct institution *institution, const struct report *from)
{
    struct value *list = value_list(view->arena);
    size_t count = institution ? institution->supervision_count : 0;
    size_t first = from && count > STEPS_MOST ? count - STEPS_MOST : 0;
    for (size_t i = first; i < count; i++)
        value_append(view->arena, list, step_map(view, &institution->supervision[i], from));
    return items_map(view, list, first);
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

static struct value *other_view(struct view *view, const struct report *other, const struct report *report)
{
    struct value *entry = entry_view(view, other);
    bool compares = report->framework && other->framework;
    set_flag(view, entry, "answer", other->answers == report);
    set_flag(view, entry, "other_framework", compares && other->framework != report->framework);
    return entry;
}

struct value *others_view(struct view *view, const struct report *report)
{
    struct value *list = value_list(view->arena);
    const struct report *others[SUBJECTS_OTHERS_MOST];
    size_t more, count = subjects_others(report, others, &more);
    for (size_t i = 0; i < count; i++) value_append(view->arena, list, other_view(view, others[i], report));
    return items_map(view, list, more);
}
