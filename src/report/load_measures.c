/* measures.yaml of a plan: read with the plan, linked to the shortcomings of the answered report when all are loaded. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "report/date.h"
#include "report/measures.h"
#include "report/schema.h"

const char *const measure_statuses[] = {[MEASURE_PLANNED] = "planned", [MEASURE_STARTED] = "started",
                                        [MEASURE_DONE] = "done",       [MEASURE_DELAYED] = "delayed",
                                        [MEASURE_DROPPED] = "dropped", NULL};

void measures_add(struct reading *reading, const char *path)
{
    struct loader *loader = reading->loader;
    size_t before = messages_count(loader->messages, SEVERITY_ERROR);
    const struct value *file = folder_read_yaml(loader, path, SCHEMA_MEASURES);
    if (!file) return;
    bool sound = messages_count(loader->messages, SEVERITY_ERROR) == before;
    loader->measures = arena_grow(loader->arena, loader->measures, loader->measures_count, &loader->measures_capacity,
                                  sizeof *loader->measures);
    loader->measures[loader->measures_count++] = (struct measures_file){reading->report, file, sound};
}

/* ---- the measures ---- */

static const char *known_text_at(struct arena *arena, const struct value *record, const char *key)
{
    const char *text = value_text_at(arena, record, key);
    return text && strcmp(text, "unknown") == 0 ? NULL : text;
}

/* false: a word that is no status, which was told. */
static bool read_status(const char *word, enum measure_status *status)
{
    for (int i = MEASURE_PLANNED; word && measure_statuses[i]; i++) {
        if (strcmp(measure_statuses[i], word) != 0) continue;
        *status = (enum measure_status)i;
        return true;
    }
    return false;
}

/* Steps whose date or status is none were told; they are left out. */
static void load_progress(struct loader *loader, const struct value *record, struct measure *measure)
{
    const struct value *list = value_list_at(record, "progress");
    measure->progress = arena_array(loader->arena, list->count, sizeof *measure->progress);
    for (size_t i = 0; i < list->count; i++) {
        struct measure_step step = {0};
        const char *date = value_text_at(loader->arena, list->items[i], "date");
        if (!date || period_read(date, &step.date) != DATE_FINE) continue;
        if (!read_status(value_text_at(loader->arena, list->items[i], "status"), &step.status)) continue;
        step.note = value_text_at(loader->arena, list->items[i], "note");
        measure->progress[measure->step_count++] = step;
        measure->status = step.status;
    }
}

static void load_measure(struct loader *loader, const struct member *member, struct measure *measure)
{
    const struct value *record = member->value;
    const char *title = value_text_at(loader->arena, record, "title");
    const char *deadline = value_text_at(loader->arena, record, "deadline");
    measure->id = member->key;
    measure->place = member->place;
    measure->title = title ? title : member->key;
    measure->owner = known_text_at(loader->arena, record, "owner");
    measure->indicator = known_text_at(loader->arena, record, "indicator");
    measure->chapter = value_text_at(loader->arena, record, "chapter");
    if (!deadline || period_read(deadline, &measure->deadline) != DATE_FINE) measure->deadline.year = 0;
    load_progress(loader, record, measure);
}

/* ---- shortcomings ---- */

/* The coverage by the ids of the shortcomings. */
static int by_id(const void *a, const void *b)
{
    const struct coverage *left = *(struct coverage *const *)a, *right = *(struct coverage *const *)b;
    return strcmp(left->shortcoming->id, right->shortcoming->id);
}

static int against_id(const void *key, const void *item)
{
    return strcmp(key, (*(struct coverage *const *)item)->shortcoming->id);
}

struct linking {
    struct loader *loader;
    struct report *plan;
    struct coverage **sorted; /* by the ids of the shortcomings */
    size_t told;
};

static struct coverage *find(const struct linking *linking, const char *id)
{
    size_t count = linking->plan->coverage_count;
    struct coverage **found = count ? bsearch(id, linking->sorted, count, sizeof *found, against_id) : NULL;
    return found ? *found : NULL;
}

static void cover_finding(struct report *plan, const struct finding *finding)
{
    for (size_t i = 0; i < finding->shortcoming_count; i++)
        plan->coverage[plan->coverage_count++] =
            (struct coverage){.finding = finding, .shortcoming = &finding->shortcomings[i]};
}

static void list_shortcomings(struct linking *linking)
{
    struct report *plan = linking->plan;
    const struct report *answered = plan->answers;
    size_t themes = answered && answered->framework && answered->themes ? answered->framework->theme_count : 0, count = 0;
    for (size_t i = 0; i < themes; i++) {
        for (size_t j = 0; j < answered->themes[i].theme->norm_count; j++)
            count += answered->themes[i].findings[j].shortcoming_count;
    }
    plan->coverage = arena_array(linking->loader->arena, count, sizeof *plan->coverage);
    linking->sorted = arena_array(linking->loader->arena, count, sizeof(struct coverage *));
    for (size_t i = 0; i < themes; i++) {
        for (size_t j = 0; j < answered->themes[i].theme->norm_count; j++)
            cover_finding(plan, &answered->themes[i].findings[j]);
    }
    for (size_t i = 0; i < count; i++) linking->sorted[i] = &plan->coverage[i];
    if (count) qsort(linking->sorted, count, sizeof *linking->sorted, by_id);
}

/* The others of the same norm, whose id is all before the last hyphen; numbers are not misspelt into one another. */
static bool hint_norm(const struct linking *linking, const char *id)
{
    const struct report *plan = linking->plan;
    struct buffer ids = buffer_new(linking->loader->arena);
    const char *hyphen = strrchr(id, '-');
    size_t length = hyphen ? (size_t)(hyphen - id) + 1 : strlen(id);
    for (size_t i = 0; i < plan->coverage_count; i++) {
        const char *other = plan->coverage[i].shortcoming->id;
        bool same = strncmp(other, id, length) == 0 && strrchr(other, '-') + (hyphen ? 1 : 0) == other + length;
        if (same) buffer_format(&ids, "%s`%s`", ids.length ? ", " : "", other);
    }
    if (ids.length) message_hint(linking->loader->messages, "this norm has: %s", buffer_text(&ids));
    return ids.length > 0;
}

static void tell_unknown(struct linking *linking, const char *id, struct place place)
{
    const struct report *plan = linking->plan;
    struct loader *loader = linking->loader;
    linking->told++;
    message_add(loader->messages, UNKNOWN_SHORTCOMING, place,
                "the report `%s` has no shortcoming `%s`; expected one that it has", plan->answers->id, id);
    if (hint_norm(linking, id)) return;
    const char **ids = arena_array(loader->arena, plan->coverage_count, sizeof *ids);
    for (size_t i = 0; i < plan->coverage_count; i++) ids[i] = plan->coverage[i].shortcoming->id;
    const char *near = suggest(id, ids, plan->coverage_count);
    if (near) message_hint(loader->messages, "did you mean `%s`?", near);
}

/* ---- linking ---- */

static void link_answers(struct linking *linking, const struct value *record, struct measure *measure)
{
    struct arena *arena = linking->loader->arena;
    const struct value *list = value_list_at(record, "answers");
    struct named *names = arena_array(arena, list->count, sizeof *names);
    size_t named = 0;
    measure->answers = arena_array(arena, list->count, sizeof *measure->answers);
    for (size_t i = 0; i < list->count; i++) {
        const struct value *item = list->items[i];
        if (item->kind != VALUE_STRING) continue;
        struct coverage *coverage = find(linking, item->text);
        if (!coverage) tell_unknown(linking, item->text, item->place);
        if (!coverage) continue;
        names[named++] = (struct named){item->text, item->place};
        measure->answers[measure->answer_count++] = coverage->shortcoming;
        coverage->measure_count++;
    }
    names_check(linking->loader, names, named, "shortcoming");
}

/* Each shortcoming's measures in one array: counted by link_answers, put in their places here. */
static void share_measures(struct linking *linking)
{
    struct report *plan = linking->plan;
    size_t all = 0;
    for (size_t i = 0; i < plan->coverage_count; i++) all += plan->coverage[i].measure_count;
    const struct measure **measures = arena_array(linking->loader->arena, all, sizeof *measures);
    for (size_t i = 0; i < plan->coverage_count; i++) {
        plan->coverage[i].measures = measures;
        measures += plan->coverage[i].measure_count;
        plan->coverage[i].measure_count = 0;
    }
    for (size_t i = 0; i < plan->measure_count; i++) {
        const struct measure *measure = &plan->measures[i];
        for (size_t j = 0; j < measure->answer_count; j++) {
            struct coverage *coverage = find(linking, measure->answers[j]->id);
            assert(coverage); /* every shortcoming has one */
            size_t *count = &coverage->measure_count;
            if (*count == 0 || coverage->measures[*count - 1] != measure) coverage->measures[(*count)++] = measure;
        }
    }
}

static void link_unanswered(struct linking *linking, const struct value *file)
{
    const struct value *table = value_map_at(file, "unanswered");
    for (size_t i = 0; i < table->count; i++) {
        const struct member *member = &table->members[i];
        struct coverage *coverage = find(linking, member->key);
        if (!coverage) tell_unknown(linking, member->key, member->place);
        else coverage->reason = value_text_at(linking->loader->arena, table, member->key);
    }
}

/* The words of each shortcoming stand in the plan's table of them. */
static void cite_shortcomings(struct linking *linking)
{
    struct report *plan = linking->plan;
    for (size_t i = 0; i < plan->coverage_count; i++) {
        const char *id = plan->coverage[i].shortcoming->id;
        const char *address = arena_format(linking->loader->arena, "%s#shortcoming-%s", plan->answers->id, id);
        citations_add_quoted(linking->loader, plan, address, plan->answers_place);
    }
}

static void link_plan(struct loader *loader, struct measures_file *plan)
{
    struct linking linking = {.loader = loader, .plan = plan->report};
    const struct value *table = value_map_at(plan->file, "measures");
    struct report *report = plan->report;
    list_shortcomings(&linking);
    report->measures = arena_array(loader->arena, table->count ? table->count : 1, sizeof *report->measures);
    for (size_t i = 0; i < table->count; i++) {
        struct measure *measure = &report->measures[report->measure_count++];
        load_measure(loader, &table->members[i], measure);
        if (report->answers) link_answers(&linking, table->members[i].value, measure);
    }
    share_measures(&linking);
    if (report->answers) link_unanswered(&linking, plan->file);
    cite_shortcomings(&linking);
    plan->sound &= linking.told == 0;
    measures_check(loader, plan);
}

void measures_link(struct loader *loader)
{
    for (size_t i = 0; i < loader->measures_count; i++) link_plan(loader, &loader->measures[i]);
}
