/* One report's folder: report.yaml, and then its other files. */
#include <string.h>

#include "base/file.h"
#include "report/date.h"
#include "report/load.h"
#include "report/schema.h"

void reading_lacks(struct reading *reading, enum message_code code, struct place place, const char *text)
{
    message_add(reading->loader->messages, reading->draft ? DRAFT_UNFINISHED : code, place, "%s", text);
}

/* ---- links ---- */

static void tell_institution_kind(struct loader *loader, const struct institution *institution, struct place place,
                                  const char *expected)
{
    static const char *const names[] = {[INSTITUTION_OF_NO_KIND] = "of no kind",
                                        [INSTITUTION_GI] = "an institution",
                                        [INSTITUTION_INSPECTORATE] = "an inspectorate",
                                        [INSTITUTION_REGION] = "a region"};
    message_add(loader->messages, INSTITUTION_KIND, place, "`%s` is %s; expected %s", institution->id,
                names[institution->kind], expected);
    message_hint(loader->messages, "its `kind` stands in institutions.yaml");
}

static void link_institution(struct reading *reading, const struct value *file)
{
    const char *id = value_text_at(reading->loader->arena, file, "institution");
    if (!id) return;
    struct place place = value_get(file, "institution")->place;
    const struct institution *institution = institution_find(reading->loader, id, place);
    if (institution && institution->kind == INSTITUTION_INSPECTORATE)
        tell_institution_kind(reading->loader, institution, place, "an institution or a region");
    reading->report->institution = institution;
}

static void link_inspectorate(struct reading *reading, const struct value *item)
{
    struct report *report = reading->report;
    if (item->kind != VALUE_STRING) return;
    const struct institution *institution = institution_find(reading->loader, item->text, item->place);
    if (!institution) return;
    if (institution->kind != INSTITUTION_INSPECTORATE && institution->kind != INSTITUTION_OF_NO_KIND)
        tell_institution_kind(reading->loader, institution, item->place, "an inspectorate");
    report->inspectorates[report->inspectorate_count++] = institution;
}

static void link_inspectorates(struct reading *reading, const struct value *file)
{
    struct arena *arena = reading->loader->arena;
    const struct value *list = value_list_at(file, "inspectorates");
    struct named *names = arena_array(arena, list->count, sizeof *names);
    size_t count = 0;
    reading->report->inspectorates = arena_array(arena, list->count, sizeof *reading->report->inspectorates);
    for (size_t i = 0; i < list->count; i++) {
        const struct value *item = list->items[i];
        link_inspectorate(reading, item);
        if (item->kind == VALUE_STRING) names[count++] = (struct named){.name = item->text, .place = item->place};
    }
    names_check(reading->loader, names, count, "inspectorate");
}

static void tell_unknown_framework(struct loader *loader, const char *id, struct place place)
{
    const char **ids = arena_array(loader->arena, loader->framework_count, sizeof *ids);
    for (size_t i = 0; i < loader->framework_count; i++) ids[i] = loader->frameworks[i].id;
    message_add(loader->messages, UNKNOWN_FRAMEWORK, place,
                "there is no frameworks/%s.yaml; expected the name of a file that is there", id);
    const char *near = loader->framework_count == 1 ? ids[0] : suggest(id, ids, loader->framework_count);
    if (near) message_hint(loader->messages, "did you mean `%s`?", near);
}

static void link_framework(struct reading *reading, const struct value *file)
{
    const char *id = value_text_at(reading->loader->arena, file, "framework");
    reading->has_framework = value_get(file, "framework");
    if (!id) return;
    const struct framework_file *framework = framework_file_of(reading->loader, id);
    if (!framework) tell_unknown_framework(reading->loader, id, value_get(file, "framework")->place);
    if (!framework) return;
    reading->report->framework = framework->framework;
    reading->framework_sound = framework->framework && framework->sound;
}

/* Where it may not, its absence was told. */
static bool may_lack_framework(const struct reading *reading)
{
    return report_kind_is_known(reading->kind) && !report_kind_uses(reading->kind, USE_JUDGMENTS, false);
}

static void link_verdict(struct reading *reading, const struct value *file)
{
    struct loader *loader = reading->loader;
    const struct framework *framework = reading->report->framework;
    const char *code = value_text_at(loader->arena, file, "verdict");
    if (code && may_lack_framework(reading) && !reading->has_framework)
        message_add(loader->messages, VERDICT_WITHOUT_FRAMEWORK, value_get(file, "verdict")->place,
                    "`%s` is a code of a framework, and the report names none; expected `framework` too, or no verdict",
                    code);
    if (!code || !framework || !reading->framework_sound) return;
    reading->report->verdict = step_of(framework->verdicts, framework->verdict_count, code);
    if (reading->report->verdict) return;
    step_tell_unknown(reading, value_get(file, "verdict"),
                      (struct steps){"verdict", framework->verdicts, framework->verdict_count, false},
                      (struct steps){"judgment", framework->scale, framework->scale_count, false});
}

/* ---- dates ---- */

/* Visits in order; those that are no dates were told. */
static void load_visits(struct reading *reading, const struct value *dates)
{
    struct report *report = reading->report;
    const struct value *list = value_list_at(dates, "visits");
    report->visits = arena_array(reading->loader->arena, list->count, sizeof *report->visits);
    for (size_t i = 0; i < list->count; i++) {
        struct date date, *last = report->visit_count ? &report->visits[report->visit_count - 1] : NULL;
        const struct value *item = list->items[i];
        if (item->kind != VALUE_STRING || date_read(item->text, &date) != DATE_FINE) continue;
        if (last && date_compare(*last, date) == 0)
            message_add(reading->loader->messages, DATES_OUT_OF_ORDER, item->place,
                        "%s stands here twice; expected each day once", item->text);
        else if (last && date_compare(*last, date) > 0)
            message_add(reading->loader->messages, DATES_OUT_OF_ORDER, item->place,
                        "%s comes before %s; expected the days in order", item->text,
                        date_iso(reading->loader->arena, *last));
        report->visits[report->visit_count++] = date;
    }
}

static void load_dates(struct reading *reading, const struct value *file)
{
    struct report *report = reading->report;
    const struct value *dates = value_map_at(file, "dates");
    report->supervision = value_text_at(reading->loader->arena, dates, "supervision");
    load_visits(reading, dates);
    const char *published = value_text_at(reading->loader->arena, dates, "published");
    if (!published || date_read(published, &report->published) != DATE_FINE || !report->visit_count) return;
    if (date_compare(report->visits[report->visit_count - 1], report->published) <= 0) return;
    message_add(reading->loader->messages, DATES_OUT_OF_ORDER, value_get(dates, "published")->place,
                "%s lies before the last visit; expected a later day", published);
}

/* The last year that words name: "februari tot augustus 2022"; 0: none. */
static int last_year(const char *words)
{
    int year = 0;
    for (size_t digits; *words; words += digits ? digits : 1) {
        digits = strspn(words, "0123456789");
        struct date period;
        char text[5] = "";
        if (digits != 4) continue;
        memcpy(text, words, 4);
        if (period_read(text, &period) == DATE_FINE) year = period.year;
    }
    return year;
}

static void find_about(struct report *report, const struct value *file, struct arena *arena)
{
    const char *version = value_text_at(arena, file, "version");
    if (report->published.year) report->about = report->published;
    else if (report->visit_count) report->about = report->visits[report->visit_count - 1];
    else if (version && date_read(version, &report->about) == DATE_FINE) return;
    else if (report->supervision) report->about.year = last_year(report->supervision);
}

static void load_embargo(struct reading *reading, const struct value *file)
{
    struct report *report = reading->report;
    const char *embargo = value_text_at(reading->loader->arena, file, "embargo");
    if (!embargo || date_read(embargo, &report->embargo) != DATE_FINE) return;
    report->embargo_place = value_get(file, "embargo")->place;
    if (!report->published.year || date_compare(report->embargo, report->published) <= 0) return;
    message_add(reading->loader->messages, DATES_OUT_OF_ORDER, report->embargo_place,
                "the embargo ends on %s, after the day of publication, %s; expected that day or an earlier one", embargo,
                date_iso(reading->loader->arena, report->published));
}

/* ---- the whole ---- */

/* A day as words; other words as they are. */
static const char *version_words(struct reading *reading, const struct value *file)
{
    struct arena *arena = reading->loader->arena;
    const char *version = value_text_at(arena, file, "version");
    struct date date;
    bool day = version && date_read(version, &date) == DATE_FINE;
    if (day) reading->report->version_day = date;
    return day ? date_text(arena, reading->language, date) : version;
}

static void load_fields(struct reading *reading, const struct value *file)
{
    struct report *report = reading->report;
    struct arena *arena = reading->loader->arena;
    const char *status = value_text_at(arena, file, "status"), *title = value_text_at(arena, file, "title");
    reading->draft = status && strcmp(status, "draft") == 0;
    report->kind = value_text_at(arena, file, "kind");
    reading->kind = report_kind_of(report->kind);
    report->title = title ? title : report->id;
    report->subtitle = value_text_at(arena, file, "subtitle");
    report->language = value_text_at(arena, file, "language");
    reading->language = language_of(report->language);
    report->language = reading->language->code;
    report->status = reading->draft ? REPORT_DRAFT : REPORT_FINAL;
    report->version = version_words(reading, file);
    report->reconstruction = value_markdown_at(reading->loader, file, "reconstruction");
    citations_add(reading, report->reconstruction);
    report->outcome = value_text_at(arena, file, "outcome");
    load_dates(reading, file);
    load_embargo(reading, file);
    find_about(report, file, arena);
    load_sources(reading, file);
}

static void link_authors(struct reading *reading)
{
    struct report *report = reading->report;
    report->authors = report->inspectorates;
    report->author_count = report->inspectorate_count;
    if (!reading->kind->answers) return;
    report->authors = &report->institution;
    report->author_count = report->institution ? 1 : 0;
}

static void link_names(struct reading *reading, const struct value *file)
{
    link_institution(reading, file);
    link_inspectorates(reading, file);
    link_framework(reading, file);
    link_verdict(reading, file);
    link_authors(reading);
    answers_add(reading, file);
}

static void make_results(struct reading *reading)
{
    struct report *report = reading->report;
    const struct framework *framework = report->framework;
    struct arena *arena = reading->loader->arena;
    if (!framework || !report_kind_uses(reading->kind, USE_FINDINGS, reading->has_framework)) return;
    report->themes = arena_array(arena, framework->theme_count, sizeof *report->themes);
    for (size_t i = 0; i < framework->theme_count; i++) {
        const struct theme *theme = report->themes[i].theme = &framework->themes[i];
        report->themes[i].findings = arena_array(arena, theme->norm_count, sizeof(struct finding));
        for (size_t j = 0; j < theme->norm_count; j++) report->themes[i].findings[j].norm = &theme->norms[j];
    }
}

void load_report(struct loader *loader, const char *name)
{
    struct publication *publication = loader->publication;
    struct reading reading = {.loader = loader, .folder = name, .language = language_of(NULL)};
    const char *fault = report_id_fault(name);
    if (fault)
        message_add(loader->messages, FOLDER_NAME, folder_place(loader, name), "the name of this report's folder, its id, %s", fault);
    const struct value *file = folder_read_yaml(loader, file_join(loader->arena, name, "report.yaml"), SCHEMA_REPORT);
    reading.report = arena_make(loader->arena, struct report);
    reading.report->id = name;
    reading.place = file ? file->place : folder_place(loader, name);
    reading.report->index = publication->report_count;
    publication->reports[publication->report_count++] = reading.report;
    bool readable = file;
    if (!file) file = value_map(loader->arena);
    load_fields(&reading, file);
    link_names(&reading, file);
    make_results(&reading);
    load_parts(&reading);
    if (readable && (reading.framework_sound || may_lack_framework(&reading))) {
        check_sources(&reading); /* without a framework findings are not split, and uses in them not seen */
        check_abbreviation_uses(&reading);
    }
    check_unread_report(&reading);
}
