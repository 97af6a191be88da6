/* The measures of a plan as templates see them. */
#include "report/measures.h"
#include "report/view.h"

static void set_count(struct view *view, struct value *map, const char *key, size_t count)
{
    set_text(view, map, key, arena_format(view->arena, "%zu", count));
}

/* ---- measures ---- */

static const char *number_of(struct view *view, const struct report *plan, const struct measure *measure)
{
    return arena_format(view->arena, "%zu", (size_t)(measure - plan->measures) + 1);
}

static struct value *status_view(struct view *view, enum measure_status status)
{
    const char *code = measure_statuses[status];
    const char *word = word_text(view, "measure_statuses", code);
    struct value *map = value_map(view->arena);
    set_text(view, map, "code", code);
    set_text(view, map, "text", word ? word : code);
    return map;
}

static struct value *shortcoming_view(struct view *view, const struct report *plan, const struct shortcoming *shortcoming)
{
    struct value *map = value_map(view->arena);
    set_text(view, map, "id", shortcoming->id);
    set_text(view, map, "address",
             arena_format(view->arena, "report:%s#shortcoming-%s", plan->answers->id, shortcoming->id));
    return map;
}

static struct value *progress_view(struct view *view, const struct measure *measure)
{
    if (measure->step_count == 0) return NULL;
    struct value *map = value_map(view->arena), *steps = value_list(view->arena);
    for (size_t i = 0; i < measure->step_count; i++) {
        struct value *step = value_map(view->arena);
        set(view, step, "date", date_view(view, measure->progress[i].date));
        set(view, step, "status", status_view(view, measure->progress[i].status));
        set_text(view, step, "note", measure->progress[i].note);
        value_append(view->arena, steps, step);
    }
    set(view, map, "steps", steps);
    return map;
}

/* Commas between them: `last` is true of the last. */
static struct value *answers_view(struct view *view, const struct report *plan, const struct measure *measure)
{
    struct value *list = value_list(view->arena);
    for (size_t i = 0; i < measure->answer_count; i++) {
        struct value *item = shortcoming_view(view, plan, measure->answers[i]);
        set_flag(view, item, "last", i + 1 == measure->answer_count);
        value_append(view->arena, list, item);
    }
    return list;
}

static struct value *measure_view(struct view *view, const struct report *plan, const struct measure *measure)
{
    struct value *map = value_map(view->arena);
    set_text(view, map, "id", measure->id);
    set_text(view, map, "number", number_of(view, plan, measure));
    set_text(view, map, "title", measure->title);
    set_text(view, map, "owner", measure->owner);
    set(view, map, "deadline", date_view(view, measure->deadline));
    set_text(view, map, "indicator", measure->indicator);
    set_text(view, map, "chapter", measure->chapter);
    set(view, map, "status", status_view(view, measure->status));
    set(view, map, "answers", answers_view(view, plan, measure));
    set_flag(view, map, "has_answers", measure->answer_count > 0);
    set_flag(view, map, "one_answer", measure->answer_count == 1);
    set(view, map, "progress", progress_view(view, measure));
    return map;
}

/* ---- shortcomings ---- */

static struct value *coverage_view(struct view *view, const struct report *plan, const struct coverage *coverage)
{
    struct value *map = shortcoming_view(view, plan, coverage->shortcoming), *measures = value_list(view->arena);
    for (size_t i = 0; i < coverage->measure_count; i++) {
        struct value *measure = value_map(view->arena);
        set_text(view, measure, "id", coverage->measures[i]->id);
        set_text(view, measure, "number", number_of(view, plan, coverage->measures[i]));
        set_text(view, measure, "title", coverage->measures[i]->title);
        value_append(view->arena, measures, measure);
    }
    set_flag(view, map, "answered", coverage->measure_count > 0);
    set(view, map, "measures", measures);
    set_text(view, map, "reason", coverage->reason);
    return map;
}

/* For each norm that has shortcomings its own. */
static struct value *norms_view(struct view *view, const struct report *plan)
{
    struct value *norms = value_list(view->arena), *shortcomings = NULL;
    const struct finding *finding = NULL;
    for (size_t i = 0; i < plan->coverage_count; i++) {
        const struct coverage *coverage = &plan->coverage[i];
        if (coverage->finding != finding) {
            finding = coverage->finding;
            struct value *norm = value_map(view->arena);
            shortcomings = value_list(view->arena);
            set_text(view, norm, "id", finding->norm->id);
            set_text(view, norm, "title", finding->norm->title);
            set(view, norm, "shortcomings", shortcomings);
            value_append(view->arena, norms, norm);
        }
        value_append(view->arena, shortcomings, coverage_view(view, plan, coverage));
    }
    return norms;
}

static void set_unanswered(struct view *view, const struct report *plan, struct value *map)
{
    struct value *list = value_list(view->arena);
    for (size_t i = 0; i < plan->coverage_count; i++) {
        const struct coverage *coverage = &plan->coverage[i];
        if (coverage->measure_count == 0) value_append(view->arena, list, coverage_view(view, plan, coverage));
    }
    set(view, map, "unanswered", list);
    set_flag(view, map, "has_unanswered", list->count > 0);
    set_count(view, map, "answered_count", plan->coverage_count - list->count);
}

/* ---- the whole ---- */

struct value *measures_view(struct view *view, const struct report *plan)
{
    if (plan->measure_count == 0) return NULL;
    struct value *map = value_map(view->arena), *items = value_list(view->arena);
    bool progress = false;
    for (size_t i = 0; i < plan->measure_count; i++) {
        progress |= plan->measures[i].step_count > 0;
        value_append(view->arena, items, measure_view(view, plan, &plan->measures[i]));
    }
    set(view, map, "items", items);
    set_count(view, map, "count", plan->measure_count);
    set_flag(view, map, "has_progress", progress);
    set_flag(view, map, "has_coverage", plan->coverage_count > 0);
    set(view, map, "norms", norms_view(view, plan));
    set_count(view, map, "shortcoming_count", plan->coverage_count);
    set_unanswered(view, plan, map);
    return map;
}
