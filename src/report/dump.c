/* The model as JSON: everything that was understood; of texts their words. */
#include "base/json.h"
#include "report/date.h"
#include "report/load.h"
#include "report/measures.h"

/* Elements that stand in a line of text; all others begin a new one, so their words do not run together. */
static bool is_inline(const struct node *node)
{
    static const char *const names[] = {"a", "em", "strong", "code", "del"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (node_is(node, names[i])) return true;
    }
    return !node->name;
}

static void write_words(struct json *json, const char *key, const struct node *body)
{
    struct arena *arena = json->out->arena;
    struct buffer words = buffer_new(arena);
    for (const struct node *node = body; node; node = node_next(node, body)) {
        if (!is_inline(node)) buffer_add_char(&words, ' ');
        if (node->text) buffer_add(&words, node->text);
    }
    const struct node *text = node_text(arena, buffer_text(&words), (struct place){0});
    json_string(json, key, body ? node_string(arena, text) : NULL);
}

static void write_steps(struct json *json, const char *key, const struct step *steps, size_t count)
{
    json_open(json, key, '[');
    for (size_t i = 0; i < count; i++) {
        json_open(json, NULL, '{');
        json_string(json, "code", steps[i].code);
        json_string(json, "label", steps[i].label);
        json_string(json, "definition", steps[i].definition);
        json_string(json, "colour", steps[i].colour);
        json_string(json, "symbol", steps[i].symbol);
        json_boolean(json, "judged", steps[i].judged);
        json_number(json, "rank", (double)steps[i].rank);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_norms(struct json *json, const struct theme *theme)
{
    json_open(json, "norms", '[');
    for (size_t i = 0; i < theme->norm_count; i++) {
        json_open(json, NULL, '{');
        json_string(json, "id", theme->norms[i].id);
        json_string(json, "title", theme->norms[i].title);
        json_string(json, "label", theme->norms[i].label);
        write_words(json, "criteria", theme->norms[i].criteria);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_framework(struct json *json, const struct framework *framework)
{
    json_open(json, NULL, '{');
    json_string(json, "id", framework->id);
    json_string(json, "title", framework->title);
    json_string(json, "version", framework->version);
    json_string(json, "language", framework->language);
    write_steps(json, "scale", framework->scale, framework->scale_count);
    write_steps(json, "verdicts", framework->verdicts, framework->verdict_count);
    json_open(json, "themes", '[');
    for (size_t i = 0; i < framework->theme_count; i++) {
        json_open(json, NULL, '{');
        json_string(json, "id", framework->themes[i].id);
        json_string(json, "title", framework->themes[i].title);
        json_string(json, "question", framework->themes[i].question);
        write_words(json, "criteria", framework->themes[i].criteria);
        write_norms(json, &framework->themes[i]);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

static void write_date(struct json *json, const char *key, struct date date)
{
    json_string(json, key, date.year ? date_iso(json->out->arena, date) : NULL);
}

static void write_supervision(struct json *json, const struct institution *institution)
{
    json_open(json, "supervision", '[');
    for (size_t i = 0; i < institution->supervision_count; i++) {
        const struct supervision *step = &institution->supervision[i];
        json_open(json, NULL, '{');
        write_date(json, "date", step->date);
        json_string(json, "step", step->step);
        write_date(json, "until", step->until);
        json_string(json, "text", step->text);
        json_string(json, "source", step->source);
        json_string(json, "report", step->report ? step->report->id : NULL);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_institution(struct json *json, const struct institution *institution)
{
    static const char *const kinds[] = {"institution", "inspectorate", "region", NULL};
    json_open(json, NULL, '{');
    json_string(json, "id", institution->id);
    json_string(json, "kind", kinds[institution->kind]);
    json_string(json, "name", institution->name);
    json_string(json, "short", institution->short_name);
    json_string(json, "kvk", institution->kvk);
    json_string(json, "parent", institution->parent ? institution->parent->id : NULL);
    write_supervision(json, institution);
    json_close(json, '}');
}

static void write_part(struct json *json, const char *key, const struct part *part)
{
    if (!part->body) {
        json_string(json, key, NULL);
        return;
    }
    json_open(json, key, '{');
    json_string(json, "id", part->id);
    write_words(json, "title", part->title);
    write_words(json, "text", part->body);
    json_close(json, '}');
}

static void write_finding(struct json *json, const struct finding *finding)
{
    const struct judgment *judgment = finding->judgment;
    json_open(json, NULL, '{');
    json_string(json, "norm", finding->norm->id);
    json_string(json, "judgment", judgment && judgment->step ? judgment->step->code : NULL);
    json_string(json, "note", judgment ? judgment->note : NULL);
    json_string(json, "source", judgment ? judgment->source : NULL);
    write_words(json, "text", finding->body);
    json_open(json, "shortcomings", '[');
    for (size_t i = 0; i < finding->shortcoming_count; i++) {
        json_open(json, NULL, '{');
        json_string(json, "id", finding->shortcomings[i].id);
        write_words(json, "text", finding->shortcomings[i].body);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

static void write_theme(struct json *json, const struct theme_result *result)
{
    json_open(json, NULL, '{');
    json_string(json, "theme", result->theme->id);
    json_string(json, "verdict", result->verdict ? result->verdict->code : NULL);
    write_words(json, "introduction", result->introduction);
    write_words(json, "verdict_text", result->verdict_text);
    json_open(json, "findings", '[');
    for (size_t i = 0; i < result->theme->norm_count; i++) write_finding(json, &result->findings[i]);
    json_close(json, ']');
    json_close(json, '}');
}

static void write_sources(struct json *json, const char *key, const struct source_record *sources, size_t count)
{
    json_open(json, key, '[');
    for (size_t i = 0; i < count; i++) {
        json_open(json, NULL, '{');
        json_string(json, "id", sources[i].id);
        json_string(json, "number", sources[i].number);
        json_string(json, "title", sources[i].title);
        json_string(json, "author", sources[i].author);
        json_string(json, "date", sources[i].date);
        json_string(json, "url", sources[i].url);
        json_string(json, "group", sources[i].group);
        write_sources(json, "items", sources[i].items, sources[i].item_count);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_abbreviations(struct json *json, const struct report *report)
{
    json_open(json, "abbreviations", '[');
    for (size_t i = 0; i < report->abbreviation_count; i++) {
        const struct abbreviation *abbreviation = &report->abbreviations[i];
        json_open(json, NULL, '{');
        json_string(json, "name", abbreviation->name);
        json_string(json, "text", abbreviation->text);
        json_string(json, "plural", abbreviation->plural);
        json_string(json, "language", abbreviation->language);
        json_boolean(json, "hereafter", abbreviation->hereafter);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_facts(struct json *json, const struct report *report)
{
    json_string(json, "id", report->id);
    json_string(json, "kind", report->kind);
    json_string(json, "title", report->title);
    json_string(json, "subtitle", report->subtitle);
    json_string(json, "language", report->language);
    json_string(json, "version", report->version);
    json_string(json, "answers", report->answers ? report->answers->id : NULL);
    json_string(json, "status", report->status == REPORT_DRAFT ? "draft" : "final");
    write_words(json, "reconstruction", report->reconstruction);
    json_string(json, "institution", report->institution ? report->institution->id : NULL);
    json_open(json, "inspectorates", '[');
    for (size_t i = 0; i < report->inspectorate_count; i++) json_string(json, NULL, report->inspectorates[i]->id);
    json_close(json, ']');
    json_string(json, "framework", report->framework ? report->framework->id : NULL);
    json_string(json, "supervision", report->supervision);
    json_open(json, "visits", '[');
    for (size_t i = 0; i < report->visit_count; i++) write_date(json, NULL, report->visits[i]);
    json_close(json, ']');
    write_date(json, "published", report->published);
    write_date(json, "embargo", report->embargo);
    json_string(json, "outcome", report->outcome);
    json_string(json, "verdict", report->verdict ? report->verdict->code : NULL);
    write_sources(json, "sources", report->sources, report->source_count);
    write_abbreviations(json, report);
}

/* Only where there are any: most reports have none. */
static void write_images(struct json *json, const struct images *images)
{
    if (images->count == 0) return;
    json_open(json, "images", '[');
    for (size_t i = 0; i < images->count; i++) {
        const struct image *image = images->items[i];
        json_open(json, NULL, '{');
        json_string(json, "name", image->name);
        json_string(json, "format", image->format == IMAGE_PNG ? "png" : "jpeg");
        json_number(json, "width", image->width);
        json_number(json, "height", image->height);
        json_number(json, "density", image->density);
        json_number(json, "set_width", image_set_width(image));
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_figure(struct json *json, const char *key, const struct survey_value *figure)
{
    if (figure->known) json_number(json, key, figure->value);
    else json_string(json, key, NULL);
}

static void write_question(struct json *json, const struct question *question)
{
    json_open(json, NULL, '{');
    json_string(json, "id", question->id);
    json_string(json, "text", question->text);
    json_string(json, "chart", chart_kind_names[question->chart]);
    json_string(json, "unit", question->unit == UNIT_PERCENT ? "percent" : question->unit == UNIT_COUNT ? "count" : "grade");
    json_number(json, "n", (double)question->n);
    json_string(json, "heading", question->heading);
    json_open(json, "columns", '[');
    for (size_t i = 0; i < question->column_count; i++) json_string(json, NULL, question->columns[i]);
    json_close(json, ']');
    json_open(json, "rows", '[');
    for (size_t i = 0; i < question->row_count; i++) {
        json_open(json, NULL, '{');
        json_string(json, "label", question->rows[i].label);
        json_open(json, "values", '[');
        for (size_t j = 0; j < question->column_count; j++) write_figure(json, NULL, &question->rows[i].values[j]);
        json_close(json, ']');
        json_close(json, '}');
    }
    json_close(json, ']');
    write_figure(json, "mean", &question->mean);
    json_string(json, "note", question->note);
    json_close(json, '}');
}

static void write_survey(struct json *json, const struct survey *survey)
{
    if (!survey) return;
    json_open(json, "survey", '{');
    json_string(json, "title", survey->title);
    json_string(json, "population", survey->population);
    json_string(json, "period", survey->period);
    json_number(json, "n", (double)survey->n);
    write_words(json, "note", survey->note);
    json_open(json, "questions", '[');
    for (size_t i = 0; i < survey->question_count; i++) write_question(json, &survey->questions[i]);
    json_close(json, ']');
    json_close(json, '}');
}

static void write_measure(struct json *json, const struct measure *measure)
{
    json_open(json, NULL, '{');
    json_string(json, "id", measure->id);
    json_string(json, "title", measure->title);
    json_string(json, "owner", measure->owner);
    write_date(json, "deadline", measure->deadline);
    json_string(json, "indicator", measure->indicator);
    json_string(json, "chapter", measure->chapter);
    json_string(json, "status", measure_statuses[measure->status]);
    json_open(json, "answers", '[');
    for (size_t i = 0; i < measure->answer_count; i++) json_string(json, NULL, measure->answers[i]->id);
    json_close(json, ']');
    json_open(json, "progress", '[');
    for (size_t i = 0; i < measure->step_count; i++) {
        json_open(json, NULL, '{');
        write_date(json, "date", measure->progress[i].date);
        json_string(json, "status", measure_statuses[measure->progress[i].status]);
        json_string(json, "note", measure->progress[i].note);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

static void write_coverage(struct json *json, const struct coverage *coverage)
{
    json_open(json, NULL, '{');
    json_string(json, "shortcoming", coverage->shortcoming->id);
    json_open(json, "measures", '[');
    for (size_t i = 0; i < coverage->measure_count; i++) json_string(json, NULL, coverage->measures[i]->id);
    json_close(json, ']');
    json_string(json, "reason", coverage->reason);
    json_close(json, '}');
}

static void write_measures(struct json *json, const struct report *report)
{
    if (!report->measures) return;
    json_open(json, "measures", '[');
    for (size_t i = 0; i < report->measure_count; i++) write_measure(json, &report->measures[i]);
    json_close(json, ']');
    json_open(json, "coverage", '[');
    for (size_t i = 0; i < report->coverage_count; i++) write_coverage(json, &report->coverage[i]);
    json_close(json, ']');
}

/* What it refers to in other reports. */
static void write_citations(struct json *json, const struct report *report)
{
    if (report->citation_count == 0) return;
    json_open(json, "cites", '[');
    for (size_t i = 0; i < report->citation_count; i++) {
        const struct citation *citation = &report->citations[i];
        json_open(json, NULL, '{');
        json_string(json, "report", citation->report->id);
        json_string(json, "target", citation->target);
        json_boolean(json, "quoted", citation->quoted);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_report(struct json *json, const struct report *report)
{
    json_open(json, NULL, '{');
    write_facts(json, report);
    write_part(json, "response", &report->response);
    write_part(json, "summary", &report->summary);
    json_open(json, "chapters", '[');
    for (size_t i = 0; i < report->chapter_count; i++) write_part(json, NULL, &report->chapters[i]);
    json_close(json, ']');
    json_open(json, "themes", '[');
    size_t themes = report->framework && report->themes ? report->framework->theme_count : 0;
    for (size_t i = 0; i < themes; i++) write_theme(json, &report->themes[i]);
    json_close(json, ']');
    json_open(json, "annexes", '[');
    for (size_t i = 0; i < report->annex_count; i++) write_part(json, NULL, &report->annexes[i]);
    json_close(json, ']');
    write_images(json, &report->images);
    write_survey(json, report->survey);
    write_measures(json, report);
    write_citations(json, report);
    json_close(json, '}');
}

static void write_site(struct json *json, const struct publication *publication)
{
    json_string(json, "publisher", publication->publisher);
    json_string(json, "title", publication->title);
    write_words(json, "description", publication->description);
    json_open(json, "address", '[');
    for (size_t i = 0; i < publication->address_count; i++) json_string(json, NULL, publication->address[i]);
    json_close(json, ']');
    write_words(json, "contact", publication->contact);
    json_string(json, "base_url", publication->base_url);
    json_string(json, "language", publication->language);
}

void report_dump(struct buffer *out, const struct publication *publication)
{
    struct json json = json_new(out);
    json_open(&json, NULL, '{');
    write_site(&json, publication);
    json_open(&json, "frameworks", '[');
    for (size_t i = 0; i < publication->framework_count; i++) write_framework(&json, publication->frameworks[i]);
    json_close(&json, ']');
    json_open(&json, "institutions", '[');
    for (size_t i = 0; i < publication->institution_count; i++) write_institution(&json, &publication->institutions[i]);
    json_close(&json, ']');
    json_open(&json, "reports", '[');
    for (size_t i = 0; i < publication->report_count; i++) write_report(&json, publication->reports[i]);
    json_close(&json, ']');
    json_close(&json, '}');
}
