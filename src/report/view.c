/* The view of a report: the model as templates see it. Every key is always there; false stands for "no value". */
#include <string.h>

#include "report/date.h"
#include "report/ink.h"
#include "report/load.h"
#include "report/measures.h"
#include "report/view.h"

/* The children of a tree, as a copy: resolving changes what is inserted, and a view may be made again. */
void set_markup(struct view *view, struct value *map, const char *key, const struct node *tree)
{
    struct node *copy = tree ? node_copy(view->arena, tree) : NULL;
    const char *text = copy ? insertions_add(view->arena, view->insertions, copy) : NULL;
    set(view, map, key, text ? value_markup(view->arena, text) : NULL);
}

/* Markup that is always there, if empty. */
static void set_body(struct view *view, struct value *map, const char *key, const struct node *tree)
{
    set_markup(view, map, key, tree ? tree : node_element(view->arena, "body", (struct place){0}));
}

/* ---- steps ---- */

static struct value *step_view(struct view *view, const struct step *step, const char *class, bool unknown)
{
    struct value *map = value_map(view->arena);
    set_text(view, map, "code", step->code);
    set_text(view, map, "label", step->label);
    set_text(view, map, "definition", step->definition);
    set_text(view, map, "colour", step->colour);
    set_text(view, map, "ink", ink_on(step->colour));
    set_text(view, map, "symbol", step->symbol);
    set_text(view, map, "class", class);
    set_flag(view, map, "judged", step->judged);
    set_flag(view, map, "unknown", unknown);
    return map;
}

/* A judgment that no source shows any more: a question mark on grey. */
static struct value *unknown_view(struct view *view)
{
    const struct step unknown = {.code = "unknown",
                                 .label = view->language->unknown_label,
                                 .colour = "#737373",
                                 .symbol = "M8.5 9C8.5 4 15.5 4 15.5 9C15.5 12 12 11.5 12 15M12 18.5V19"};
    return step_view(view, &unknown, "unknown", true);
}

static struct value *ranked_view(struct view *view, const struct step *step, const char *prefix)
{
    if (!step) return unknown_view(view);
    return step_view(view, step, arena_format(view->arena, "%s-%zu", prefix, step->rank + 1), false);
}

static struct value *steps_view(struct view *view, const struct step *steps, size_t count, const char *prefix)
{
    struct value *list = value_list(view->arena);
    for (size_t i = 0; i < count; i++) value_append(view->arena, list, ranked_view(view, &steps[i], prefix));
    return list;
}

/* ---- report ---- */

struct value *date_view(struct view *view, struct date date)
{
    if (date.year == 0) return NULL;
    struct value *map = value_map(view->arena);
    set_text(view, map, "iso", date_iso(view->arena, date));
    set_text(view, map, "text", date_text(view->arena, view->language, date));
    return map;
}

struct value *names_view(struct view *view, const struct institution *institution)
{
    if (!institution) return NULL;
    struct value *map = value_map(view->arena);
    set_text(view, map, "name", institution->name);
    set_text(view, map, "short", institution->short_name);
    set_flag(view, map, "region", institution->kind == INSTITUTION_REGION);
    return map;
}

static struct value *institution_view(struct view *view, const struct institution *institution)
{
    if (!institution) return NULL;
    struct value *map = names_view(view, institution);
    set_text(view, map, "id", institution->id);
    set_text(view, map, "kvk", institution->kvk);
    set(view, map, "parent", names_view(view, institution->parent));
    return map;
}

char *inspectorates_text(struct view *view, const struct report *report)
{
    const char **names = arena_array(view->arena, report->inspectorate_count, sizeof *names);
    for (size_t i = 0; i < report->inspectorate_count; i++) names[i] = report->inspectorates[i]->name;
    return language_join(view->arena, view->language, names, report->inspectorate_count);
}

static void set_people(struct view *view, struct value *map, const struct report *report)
{
    struct value *list = value_list(view->arena);
    for (size_t i = 0; i < report->inspectorate_count; i++)
        value_append(view->arena, list, names_view(view, report->inspectorates[i]));
    set(view, map, "inspectorates", list);
    set_text(view, map, "inspectorates_text", inspectorates_text(view, report));
    set(view, map, "institution", institution_view(view, report->institution));
}

static void set_dates(struct view *view, struct value *map, const struct report *report)
{
    struct value *visits = value_list(view->arena);
    for (size_t i = 0; i < report->visit_count; i++)
        value_append(view->arena, visits, date_view(view, report->visits[i]));
    char *text = date_list_text(view->arena, view->language, report->visits, report->visit_count);
    set_text(view, map, "supervision", report->supervision);
    set(view, map, "visits", visits);
    set_text(view, map, "visits_text", report->visit_count ? text : NULL);
    set(view, map, "published", date_view(view, report->published));
}

struct value *verdict_view(struct view *view, const struct report *report)
{
    return report->verdict ? ranked_view(view, report->verdict, "verdict") : NULL;
}

const char *word_text(const struct view *view, const char *table, const char *name)
{
    const struct value *words = value_get(view->words, table);
    const struct value *word = words && name ? value_get(words, name) : NULL;
    return word && word->kind == VALUE_STRING ? word->text : NULL;
}

static struct value *answered_view(struct view *view, const struct report *answered)
{
    if (!answered) return NULL;
    struct value *map = value_map(view->arena);
    set_text(view, map, "id", answered->id);
    set_text(view, map, "title", answered->title);
    return map;
}

/* ---- sources and abbreviations ---- */

static struct value *sources_view(struct view *view, const struct source_record *sources, size_t count)
{
    struct value *list = value_list(view->arena);
    for (size_t i = 0; i < count; i++) {
        struct value *map = value_map(view->arena);
        set_text(view, map, "id", sources[i].id);
        set_text(view, map, "number", sources[i].number);
        set_text(view, map, "title", sources[i].title);
        set_text(view, map, "author", sources[i].author);
        set_text(view, map, "date", sources[i].date);
        set_text(view, map, "url", sources[i].url);
        set_flag(view, map, "has_items", sources[i].item_count > 0);
        set(view, map, "items", sources_view(view, sources[i].items, sources[i].item_count));
        value_append(view->arena, list, map);
    }
    return list;
}

/* Sources with the same heading stand together, as the model has them. */
static struct value *source_groups_view(struct view *view, const struct report *report)
{
    struct value *list = value_list(view->arena);
    const struct source_record *sources = report->sources;
    for (size_t first = 0, end; first < report->source_count; first = end) {
        const char *group = sources[first].group;
        for (end = first + 1; end < report->source_count; end++) {
            const char *next = sources[end].group;
            if (group && next ? strcmp(group, next) != 0 : group != next) break;
        }
        struct value *map = value_map(view->arena);
        set_text(view, map, "group", group);
        set(view, map, "items", sources_view(view, sources + first, end - first));
        value_append(view->arena, list, map);
    }
    return list;
}

static struct value *glossary_view(struct view *view, const struct report *report)
{
    struct value *glossary = value_map(view->arena), *list = value_list(view->arena);
    for (size_t i = 0; i < report->abbreviation_count; i++) {
        const struct abbreviation *abbreviation = &report->abbreviations[i];
        struct value *map = value_map(view->arena);
        set_text(view, map, "name", abbreviation->name);
        set_text(view, map, "text", abbreviation->text);
        set_text(view, map, "plural", abbreviation->plural);
        set_text(view, map, "lang", abbreviation->language);
        set_flag(view, map, "hereafter", abbreviation->hereafter);
        value_append(view->arena, list, map);
    }
    set(view, glossary, "items", list);
    return report->abbreviation_count ? glossary : NULL;
}

/* Is there anything to say of the edition: facts in a list, or more? */
static void set_edition(struct view *view, struct value *map, const struct report *report)
{
    bool facts = report->framework || (report->institution && report->institution->kvk);
    bool more = report->status == REPORT_DRAFT || report->reconstruction || report->source_count > 0;
    more |= value_get(map, "history")->kind != VALUE_BOOLEAN || value_get(map, "others")->kind != VALUE_BOOLEAN;
    set_flag(view, map, "has_facts", facts);
    set_flag(view, map, "has_colophon", facts || more);
}

void set_names(struct view *view, struct value *map, const struct report *report)
{
    set_text(view, map, "id", report->id);
    set_text(view, map, "kind", report->kind);
    set_text(view, map, "kind_text", word_text(view, "kinds", report->kind));
    set_text(view, map, "title", report->title);
    set_text(view, map, "subtitle", report->subtitle);
    set_text(view, map, "language", report->language);
    set_flag(view, map, "draft", report->status == REPORT_DRAFT);
}

static struct value *report_map(struct view *view, const struct publication *publication, const struct report *report)
{
    struct value *map = value_map(view->arena);
    set_names(view, map, report);
    set_text(view, map, "version", report->version);
    set(view, map, "answers", answered_view(view, report->answers));
    set_markup(view, map, "reconstruction", report->reconstruction);
    set_text(view, map, "outcome", report->outcome);
    set(view, map, "verdict", verdict_view(view, report));
    set(view, map, "source_groups", source_groups_view(view, report));
    set_flag(view, map, "has_sources", report->source_count > 0);
    set_flag(view, map, "sources_numbered", report->source_count && report->sources[0].number);
    set(view, map, "glossary", glossary_view(view, report));
    set(view, map, "history", history_view(view, report->institution, report));
    set(view, map, "others", others_view(view, report));
    set_edition(view, map, report);
    set_dates(view, map, report);
    set_people(view, map, report);
    return map;
}

static struct value *framework_map(struct view *view, const struct framework *framework)
{
    struct value *map = value_map(view->arena);
    set_text(view, map, "title", framework->title);
    set_text(view, map, "version", framework->version);
    set(view, map, "scale", steps_view(view, framework->scale, framework->scale_count, "scale"));
    set(view, map, "verdicts", steps_view(view, framework->verdicts, framework->verdict_count, "verdict"));
    return map;
}

/* ---- parts ---- */

static struct value *part_map(struct view *view, const struct part *part)
{
    if (!part->body) return NULL;
    struct value *map = value_map(view->arena);
    set_text(view, map, "id", part->id);
    set_markup(view, map, "title", part->title);
    set_markup(view, map, "body", part->body);
    return map;
}

static struct value *response_map(struct view *view, const struct part *part)
{
    struct value *map = part_map(view, part);
    if (!map) return NULL;
    struct sections sections = sections_split(view->arena, part->body, 2);
    struct value *questions = value_list(view->arena);
    for (size_t i = 0; i < sections.count; i++) {
        struct value *question = value_map(view->arena);
        set_markup(view, question, "title", sections.items[i].title);
        set_markup(view, question, "body", sections.items[i].body);
        value_append(view->arena, questions, question);
    }
    set_markup(view, map, "lead", sections.lead->first ? sections.lead : NULL);
    set_flag(view, map, "has_questions", sections.count > 0);
    set(view, map, "questions", questions);
    return map;
}

static struct value *chapters_view(struct view *view, const struct report *report)
{
    struct value *list = value_list(view->arena);
    for (size_t i = 0; i < report->chapter_count; i++) {
        struct value *map = part_map(view, &report->chapters[i]);
        if (!map) continue;
        set_flag(view, map, "results", report->chapters[i].results);
        value_append(view->arena, list, map);
    }
    return list;
}

static struct value *annexes_view(struct view *view, const struct report *report)
{
    struct value *list = value_list(view->arena);
    for (size_t i = 0; i < report->annex_count; i++) {
        struct value *map = part_map(view, &report->annexes[i]);
        if (!map) continue;
        set_text(view, map, "number", arena_format(view->arena, "%zu", i + 1));
        value_append(view->arena, list, map);
    }
    return list;
}

/* ---- themes ---- */

static struct value *shortcomings_view(struct view *view, const struct finding *finding)
{
    if (finding->shortcoming_count == 0) return NULL;
    struct value *map = value_map(view->arena), *items = value_list(view->arena);
    for (size_t i = 0; i < finding->shortcoming_count; i++) {
        struct value *item = value_map(view->arena);
        set_text(view, item, "id", finding->shortcomings[i].id);
        set_text(view, item, "number", arena_format(view->arena, "%zu", i + 1));
        set_markup(view, item, "body", finding->shortcomings[i].body);
        value_append(view->arena, items, item);
    }
    set_flag(view, map, "one", finding->shortcoming_count == 1);
    set(view, map, "items", items);
    return map;
}

static struct value *norm_view(struct view *view, const struct finding *finding)
{
    const struct judgment *judgment = finding->judgment;
    struct value *map = value_map(view->arena);
    set_text(view, map, "id", finding->norm->id);
    set_text(view, map, "title", finding->norm->title);
    set_text(view, map, "label", finding->norm->label);
    set_markup(view, map, "criteria", finding->norm->criteria);
    set(view, map, "judgment", ranked_view(view, judgment ? judgment->step : NULL, "scale"));
    set_text(view, map, "note", judgment ? judgment->note : NULL);
    set_text(view, map, "source", judgment ? judgment->source : NULL);
    set_body(view, map, "findings", finding->body);
    set(view, map, "shortcomings", shortcomings_view(view, finding));
    return map;
}

static struct value *theme_view(struct view *view, const struct theme_result *result)
{
    const struct theme *theme = result->theme;
    struct value *map = value_map(view->arena), *norms = value_list(view->arena);
    set_text(view, map, "id", theme->id);
    set_text(view, map, "title", theme->title);
    set_text(view, map, "question", theme->question);
    set_markup(view, map, "criteria", theme->criteria);
    set_body(view, map, "introduction", result->introduction);
    set(view, map, "verdict", ranked_view(view, result->verdict, "verdict"));
    set_markup(view, map, "verdict_text", result->verdict_text);
    set_flag(view, map, "has_norms", theme->norm_count > 0);
    set(view, map, "norms", norms);
    for (size_t i = 0; i < theme->norm_count; i++)
        value_append(view->arena, norms, norm_view(view, &result->findings[i]));
    return map;
}

static struct value *themes_view(struct view *view, const struct report *report)
{
    struct value *list = value_list(view->arena);
    size_t count = report->framework && report->themes ? report->framework->theme_count : 0;
    for (size_t i = 0; i < count; i++) value_append(view->arena, list, theme_view(view, &report->themes[i]));
    return list;
}

/* ---- the whole ---- */

struct value *site_map(struct view *view, const struct publication *publication)
{
    struct value *map = value_map(view->arena), *address = value_list(view->arena);
    for (size_t i = 0; i < publication->address_count; i++)
        value_append(view->arena, address, value_string(view->arena, publication->address[i]));
    set(view, map, "address", address);
    set_flag(view, map, "has_address", publication->address_count > 0);
    set_markup(view, map, "contact", publication->contact);
    set_text(view, map, "title", publication->title);
    set_text(view, map, "publisher", publication->publisher);
    set_text(view, map, "base_url", publication->base_url);
    set_text(view, map, "language", publication->language);
    set_flag(view, map, "preview", publication->preview);
    return map;
}

struct value *report_view(struct arena *arena, const struct publication *publication, const struct report *report,
                          struct value *words, struct insertions *insertions)
{
    struct view view = {arena, insertions, language_of(report->language), words};
    struct value *map = value_map(arena);
    set(&view, map, "words", words);
    set(&view, map, "site", site_map(&view, publication));
    set(&view, map, "report", report_map(&view, publication, report));
    set(&view, map, "framework", report->framework ? framework_map(&view, report->framework) : NULL);
    set(&view, map, "response", response_map(&view, &report->response));
    set(&view, map, "summary", part_map(&view, &report->summary));
    set(&view, map, "chapters", chapters_view(&view, report));
    set(&view, map, "themes", themes_view(&view, report));
    set(&view, map, "annexes", annexes_view(&view, report));
    set(&view, map, "measures", measures_view(&view, report));
    return map;
}
