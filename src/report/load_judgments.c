/* judgments.yaml: a judgment for each norm, a verdict for each theme. */
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "report/load.h"
#include "report/schema.h"

static bool is_unknown(const char *code)
{
    return strcmp(code, "unknown") == 0;
}

static struct finding *finding_of(struct report *report, const char *id)
{
    for (size_t i = 0; i < report->framework->theme_count; i++) {
        for (size_t j = 0; j < report->framework->themes[i].norm_count; j++) {
            if (strcmp(report->themes[i].findings[j].norm->id, id) == 0) return &report->themes[i].findings[j];
        }
    }
    return NULL;
}

static struct steps scale_of(const struct framework *framework)
{
    return (struct steps){"judgment", framework->scale, framework->scale_count, true};
}

static struct steps verdicts_of(const struct framework *framework)
{
    return (struct steps){"verdict", framework->verdicts, framework->verdict_count, true};
}

/* The nearest of the norms that have no judgment in the file, which is not missing then, too. */
static void suggest_norm(struct reading *reading, const struct value *norms, const char *id)
{
    const struct framework *framework = reading->report->framework;
    struct arena *arena = reading->loader->arena;
    const char **ids = NULL;
    size_t count = 0, capacity = 0;
    for (size_t i = 0; i < framework->theme_count; i++) {
        for (size_t j = 0; j < framework->themes[i].norm_count; j++) {
            if (value_get(norms, framework->themes[i].norms[j].id)) continue;
            ids = arena_grow(arena, ids, count, &capacity, sizeof *ids);
            ids[count++] = framework->themes[i].norms[j].id;
        }
    }
    const char *near = suggest(id, ids, count);
    struct finding *finding = near ? finding_of(reading->report, near) : NULL;
    if (!finding) return;
    message_hint(reading->loader->messages, "did you mean `%s`?", near);
    struct judgment *judgment = arena_make(arena, struct judgment);
    judgment->norm = finding->norm;
    finding->judgment = judgment;
}

/* A key that is no norm. Themes and words of the file itself got there by wrong indentation or by a swap: told once. */
static void tell_unknown_norm(struct reading *reading, const struct value *norms, const struct member *member)
{
    struct messages *messages = reading->loader->messages;
    if (theme_of(reading->report->framework, member->key)) {
        if (reading->misplaced_told) return;
        reading->misplaced_told = true;
        message_add(messages, UNKNOWN_NORM, member->place,
                    "`%s` is a theme and no norm; expected its verdict under `themes`", member->key);
        return;
    }
    message_add(messages, UNKNOWN_NORM, member->place, "the framework has no norm `%s`; expected one of its norms",
                member->key);
    suggest_norm(reading, norms, member->key);
}

static void check_unknown(struct reading *reading, const struct judgment *judgment)
{
    if (judgment->note && judgment->source) return;
    const char *missing = judgment->source ? "`note`" : judgment->note ? "`source`" : "`note` and `source`";
    message_add(reading->loader->messages, UNKNOWN_UNEXPLAINED, judgment->place,
                "the judgment on norm %s is unknown; expected %s to say why", judgment->norm->id, missing);
    message_hint(reading->loader->messages,
                 "write a map: `judgment: unknown`, `note: …` what is not known, `source: …` where it was looked for");
}

static void check_step(struct reading *reading, const struct judgment *judgment)
{
    if (judgment->step->judged || judgment->note) return;
    message_add(reading->loader->messages, NOT_JUDGED_DOUBTFUL, judgment->place,
                "norm %s is not judged (`%s`) and no `note` says why", judgment->norm->id, judgment->step->code);
}

static void load_judgment(struct reading *reading, const struct value *norms, const struct member *member)
{
    struct loader *loader = reading->loader;
    const struct framework *framework = reading->report->framework;
    struct finding *finding = finding_of(reading->report, member->key);
    if (!finding) {
        tell_unknown_norm(reading, norms, member);
        return;
    }
    const struct value *value = member->value, *code = value->kind == VALUE_MAP ? value_get(value, "judgment") : value;
    struct judgment *judgment = arena_make(loader->arena, struct judgment);
    judgment->norm = finding->norm;
    judgment->place = member->place;
    judgment->note = value_text_at(loader->arena, value, "note");
    judgment->source = value_text_at(loader->arena, value, "source");
    finding->judgment = judgment;
    if (!code || code->kind != VALUE_STRING) return;
    judgment->step = step_of(framework->scale, framework->scale_count, code->text);
    if (judgment->step) check_step(reading, judgment);
    else if (is_unknown(code->text)) check_unknown(reading, judgment);
    else step_tell_unknown(reading, code, scale_of(framework), verdicts_of(framework));
}

static void tell_unknown_theme(struct reading *reading, const struct member *member)
{
    if (finding_of(reading->report, member->key)) {
        if (!reading->misplaced_told)
            message_add(reading->loader->messages, UNKNOWN_THEME, member->place,
                        "`%s` is a norm and no theme; expected its judgment under `norms`", member->key);
        reading->misplaced_told = true;
        return;
    }
    struct loader *loader = reading->loader;
    const struct framework *framework = reading->report->framework;
    const char **ids = arena_array(loader->arena, framework->theme_count, sizeof *ids);
    for (size_t i = 0; i < framework->theme_count; i++) ids[i] = framework->themes[i].id;
    message_add(loader->messages, UNKNOWN_THEME, member->place,
                "the framework has no theme `%s`; expected one of its themes", member->key);
    const char *near = suggest(member->key, ids, framework->theme_count);
    if (near) message_hint(loader->messages, "did you mean `%s`?", near);
}

static void load_verdict(struct reading *reading, const struct member *member)
{
    const struct framework *framework = reading->report->framework;
    const struct theme *theme = theme_of(framework, member->key);
    const struct value *code = member->value;
    if (!theme) {
        tell_unknown_theme(reading, member);
        return;
    }
    if (code->kind != VALUE_STRING || is_unknown(code->text)) return;
    const struct step *verdict = step_of(framework->verdicts, framework->verdict_count, code->text);
    if (!verdict) step_tell_unknown(reading, code, verdicts_of(framework), scale_of(framework));
    reading->report->themes[theme - framework->themes].verdict = verdict;
}

static void add_name(struct buffer *names, const char *name)
{
    buffer_format(names, "%s%s", names->length ? ", " : "", name);
}

static void tell_missing_norms(struct reading *reading, struct place place)
{
    struct arena *arena = reading->loader->arena;
    const struct framework *framework = reading->report->framework;
    struct buffer names = buffer_new(arena);
    for (size_t i = 0; i < framework->theme_count; i++) {
        for (size_t j = 0; j < framework->themes[i].norm_count; j++) {
            const struct finding *finding = &reading->report->themes[i].findings[j];
            if (!finding->judgment) add_name(&names, finding->norm->id);
        }
    }
    if (!names.length) return;
    reading_lacks(
        reading, NORM_NOT_JUDGED, place,
        arena_format(arena,
                     "there is no judgment on norm%s %s; expected one for each, or `unknown` with a note and a source",
                     strchr(buffer_text(&names), ',') ? "s" : "", buffer_text(&names)));
}

static void tell_missing_themes(struct reading *reading, const struct value *themes, struct place place)
{
    struct arena *arena = reading->loader->arena;
    const struct framework *framework = reading->report->framework;
    struct buffer names = buffer_new(arena);
    for (size_t i = 0; i < framework->theme_count; i++) {
        if (!value_get(themes, framework->themes[i].id)) add_name(&names, framework->themes[i].id);
    }
    if (!names.length) return;
    reading_lacks(
        reading, THEME_WITHOUT_VERDICT, place,
        arena_format(arena, "there is no verdict on theme%s %s; expected one for each",
                     strchr(buffer_text(&names), ',') ? "s" : "", buffer_text(&names)));
}

/* ---- steps that judge, and steps that do not ---- */

/* A norm whose judgment a source no longer shows (`unknown`) was judged. */
static size_t judged_norms(const struct theme_result *result)
{
    size_t count = 0;
    for (size_t i = 0; i < result->theme->norm_count; i++) {
        const struct judgment *judgment = result->findings[i].judgment;
        count += judgment && (!judgment->step || judgment->step->judged);
    }
    return count;
}

static void check_verdict(struct reading *reading, const struct theme_result *result, const struct value *themes)
{
    struct messages *messages = reading->loader->messages;
    if (!result->verdict) return;
    const struct value *written = value_get(themes, result->theme->id);
    if (result->theme->norm_count == 0 && result->verdict->judged)
        message_add(messages, JUDGED_STEP_MISUSED, written->place,
                    "theme %s has no norms and so cannot be `%s`; expected a verdict with `judged: false`",
                    result->theme->id, result->verdict->code);
    else if (judged_norms(result) > 0 && !result->verdict->judged)
        message_add(messages, NOT_JUDGED_DOUBTFUL, written->place, "theme %s has judged norms, but its verdict is `%s`",
                    result->theme->id, result->verdict->code);
    else if (result->theme->norm_count && judged_norms(result) == 0 && result->verdict->judged)
        message_add(messages, NOT_JUDGED_DOUBTFUL, written->place,
                    "theme %s has the verdict `%s`, but none of its norms is judged", result->theme->id,
                    result->verdict->code);
}

static bool is_one_of(const char *key, const char *const *keys)
{
    while (*keys && strcmp(key, *keys) != 0) keys++;
    return *keys;
}

/* Keys of the file or of a judgment among the norms stand at the wrong depth, which the schema told. */
static void load_norms(struct reading *reading, const struct value *norms)
{
    static const char *const file_keys[] = {"norms", "themes", NULL};
    static const char *const judgment_keys[] = {"judgment", "note", "source", NULL};
    for (size_t i = 0; i < norms->count; i++) {
        const struct member *member = &norms->members[i];
        bool norm = finding_of(reading->report, member->key);
        if (!norm && is_one_of(member->key, file_keys)) return;
        if (norm || !is_one_of(member->key, judgment_keys)) load_judgment(reading, norms, member);
    }
}

void load_judgments(struct reading *reading)
{
    const char *path = file_join(reading->loader->arena, reading->folder, "judgments.yaml");
    const struct value *file = folder_read_yaml(reading->loader, path, SCHEMA_JUDGMENTS);
    if (!file || !reading->framework_sound) return;
    const struct value *norms = value_map_at(file, "norms"), *themes = value_map_at(file, "themes");
    bool complete = value_get(file, "norms") && value_get(file, "themes"); /* otherwise the cause is told already */
    load_norms(reading, norms);
    for (size_t i = 0; i < themes->count; i++) load_verdict(reading, &themes->members[i]);
    if (!complete || reading->misplaced_told) return;
    tell_missing_norms(reading, value_place_at(file, "norms"));
    tell_missing_themes(reading, themes, value_place_at(file, "themes"));
    for (size_t i = 0; i < reading->report->framework->theme_count; i++)
        check_verdict(reading, &reading->report->themes[i], themes);
}
