/* oordeel new: begins a report, and the content folder around it when there is none, from the files in templates/new/ (a
 * house's own in house/templates/new/ win). What it writes builds, and `oordeel check` has nothing against it. */
#include <string.h>

#include "base/file.h"
#include "commands/commands.h"
#include "commands/press.h"
#include "output/output.h"
#include "report/report.h"
#include "template/template.h"

/* This file is rendered once for each theme of the framework, and its name gets the theme's id. */
static const char per_theme[] = "findings/THEME.md";

struct scaffold {
    struct arena *arena;
    struct messages *messages;
    struct templates *templates;
    struct output *output;
    const struct value *data; /* what the templates read */
};

/* ---- what the templates read ---- */

static struct value *steps_value(struct arena *arena, const struct step *steps, size_t count)
{
    struct value *list = value_list(arena);
    for (size_t i = 0; i < count; i++) {
        struct value *step = value_map(arena);
        value_set_text(arena, step, "code", steps[i].code);
        value_set_text(arena, step, "label", steps[i].label);
        value_append(arena, list, step);
    }
    return list;
}

static struct value *theme_value(struct arena *arena, const struct theme *theme)
{
    struct value *map = value_map(arena), *norms = value_list(arena);
    for (size_t i = 0; i < theme->norm_count; i++) {
        struct value *norm = value_map(arena);
        value_set_text(arena, norm, "id", theme->norms[i].id);
        value_set_text(arena, norm, "title", theme->norms[i].title);
        value_append(arena, norms, norm);
    }
    value_set_text(arena, map, "id", theme->id);
    value_set_text(arena, map, "title", theme->title);
    value_set(arena, map, "norms", norms);
    value_set_flag(arena, map, "has_norms", theme->norm_count > 0);
    return map;
}

static void set_framework(struct arena *arena, struct value *data, const struct framework *framework)
{
    struct value *themes = value_list(arena);
    for (size_t i = 0; framework && i < framework->theme_count; i++)
        value_append(arena, themes, theme_value(arena, &framework->themes[i]));
    value_set_text(arena, data, "framework", framework ? framework->id : NULL);
    value_set(arena, data, "themes", themes);
    if (!framework) return;
    value_set(arena, data, "scale", steps_value(arena, framework->scale, framework->scale_count));
    value_set(arena, data, "verdicts", steps_value(arena, framework->verdicts, framework->verdict_count));
}

/* The shortcomings of the report that a plan answers: its author goes through them. */
static struct value *shortcomings_value(struct arena *arena, const struct report *answered)
{
    struct value *list = value_list(arena);
    size_t themes = answered && answered->framework && answered->themes ? answered->framework->theme_count : 0;
    for (size_t i = 0; i < themes; i++) {
        for (size_t j = 0; j < answered->themes[i].theme->norm_count; j++) {
            const struct finding *finding = &answered->themes[i].findings[j];
            for (size_t k = 0; k < finding->shortcoming_count; k++) {
                struct value *map = value_map(arena);
                value_set_text(arena, map, "id", finding->shortcomings[k].id);
                value_set_text(arena, map, "text", node_string(arena, finding->shortcomings[k].body));
                value_append(arena, list, map);
            }
        }
    }
    return list;
}

static const struct institution *first_of(const struct publication *publication, enum institution_kind kind)
{
    for (size_t i = 0; i < publication->institution_count; i++) {
        if (publication->institutions[i].kind == kind) return &publication->institutions[i];
    }
    return NULL;
}

/* The last report, by id, that a plan may answer. */
static const struct report *last_report(const struct publication *publication)
{
    for (size_t i = publication->report_count; i-- > 0;) {
        if (publication->reports[i]->kind && strcmp(publication->reports[i]->kind, "plan") != 0) return publication->reports[i];
    }
    return NULL;
}

static bool needs(struct scaffold *scaffold, bool there, const char *what, const char *file)
{
    if (!there)
        message_add(scaffold->messages, NEW_LACKS, (struct place){0}, "%s has no %s; expected one for the new report", file, what);
    return there;
}

/* Whom and what the new report is about: the first of their kind that the content folder has, its author changes that. */
static bool set_data(struct scaffold *scaffold, const struct publication *publication, const char *kind)
{
    bool region = strcmp(kind, "region-report") == 0, plan = strcmp(kind, "plan") == 0;
    const struct report *answered = plan ? last_report(publication) : NULL;
    const struct institution *about = answered ? answered->institution
                                               : first_of(publication, region ? INSTITUTION_REGION : INSTITUTION_GI);
    const struct institution *inspectorate = first_of(publication, INSTITUTION_INSPECTORATE);
    const struct framework *framework =
        publication->framework_count ? publication->frameworks[publication->framework_count - 1] : NULL;
    if (!needs(scaffold, about, region ? "region" : "institution", "institutions.yaml") ||
        !needs(scaffold, inspectorate, "inspectorate", "institutions.yaml") ||
        !needs(scaffold, region || plan || framework, "framework", "frameworks/"))
        return false;
    struct value *data = value_map(scaffold->arena);
    value_set_text(scaffold->arena, data, "institution", about->id);
    value_set_text(scaffold->arena, data, "inspectorate", inspectorate->id);
    value_set_text(scaffold->arena, data, "answers", answered ? answered->id : NULL);
    set_framework(scaffold->arena, data, framework);
    struct value *shortcomings = shortcomings_value(scaffold->arena, answered);
    value_set(scaffold->arena, data, "shortcomings", shortcomings);
    value_set_flag(scaffold->arena, data, "has_shortcomings", shortcomings->count > 0);
    scaffold->data = data;
    return true;
}

/* ---- writing ---- */

static bool write_file(struct scaffold *scaffold, const char *template, const char *name, const struct value *data)
{
    struct merged_text text;
    return template_render(scaffold->arena, scaffold->templates, template, data, &text, scaffold->messages) &&
           output_write(scaffold->output, name, text.text, text.length, scaffold->messages);
}

static bool write_per_theme(struct scaffold *scaffold)
{
    const struct value *themes = value_get(scaffold->data, "themes");
    bool good = true;
    for (size_t i = 0; i < themes->count; i++) {
        const char *name = arena_format(scaffold->arena, "findings/%s.md", value_get(themes->items[i], "id")->text);
        good = write_file(scaffold, per_theme, name, themes->items[i]) && good;
    }
    return good;
}

/* Every template below `folder`; `prefix` is the path below the first one, with a slash behind, or "". The set of templates
 * has bounded their depth. */
static bool write_folder(struct scaffold *scaffold, const char *folder, const char *prefix)
{
    struct arena *arena = scaffold->arena;
    bool good = true;
    for (const char **file = file_list(arena, folder, folder, scaffold->messages); *file; file++) {
        const char *path = file_join(arena, folder, *file), *ending = strstr(*file, ".mustache");
        if (file_is_folder(path)) {
            good = write_folder(scaffold, path, arena_format(arena, "%s%s/", prefix, *file)) && good;
            continue;
        }
        if (!ending) continue;
        const char *name = arena_format(arena, "%s%.*s", prefix, (int)(ending - *file), *file);
        good = (strcmp(name, per_theme) == 0 ? write_per_theme(scaffold) : write_file(scaffold, name, name, scaffold->data)) && good;
    }
    return good;
}

/* Makes the tree `target` from the templates of that name; all of it or nothing. */
static bool begin_tree(struct scaffold *scaffold, const struct request *request, const char *data, const char *name,
                       const char *target)
{
    struct arena *arena = scaffold->arena;
    const char *shipped = file_join(arena, data, arena_format(arena, "templates/new/%s", name));
    const char *own = file_join(arena, request->folder, arena_format(arena, "house/templates/new/%s", name));
    scaffold->templates = templates_new(arena, TEMPLATE_LENIENT); /* its texts are no HTML: `{{{name}}}` is their form */
    if (!templates_add_folder(scaffold->templates, shipped, "templates/new", scaffold->messages) ||
        !templates_add_folder(scaffold->templates, own, "house/templates/new", scaffold->messages))
        return false;
    scaffold->output = output_begin_new(arena, target, scaffold->messages);
    if (!scaffold->output) return false;
    if (write_folder(scaffold, shipped, "")) return output_commit(scaffold->output, scaffold->messages);
    output_abandon(scaffold->output);
    return false;
}

/* The JSON Schemas that the files' first lines name, for completion in editors. */
static bool write_schemas(struct arena *arena, const char *folder, struct messages *messages)
{
    struct output *output = output_begin(arena, file_join(arena, folder, ".schemas"), NULL, messages);
    if (!output) return false;
    bool good = true;
    for (const char **name = report_schema_names(arena); *name; name++) {
        struct buffer schema = buffer_new(arena);
        report_write_schema(&schema, *name);
        good = output_write(output, arena_format(arena, "%s.json", *name), buffer_text(&schema), schema.length, messages) && good;
    }
    if (good) return output_commit(output, messages);
    output_abandon(output);
    return false;
}

static bool begin_report(struct scaffold *scaffold, const struct request *request, const char *data)
{
    struct arena *arena = scaffold->arena;
    if (!file_exists(file_join(arena, request->folder, "site.yaml")) &&
        !begin_tree(scaffold, request, data, "folder", request->folder))
        return false;
    /* Mistakes in other reports are for `check` to tell: they need not keep one from beginning another. */
    const struct publication *publication = report_load(arena, request->folder, messages_new(arena));
    if (!needs(scaffold, publication, "content", request->folder) || !set_data(scaffold, publication, request->kind)) return false;
    return begin_tree(scaffold, request, data, request->kind, file_join(arena, request->folder, request->name)) &&
           write_schemas(arena, request->folder, scaffold->messages);
}

enum status command_new(struct arena *arena, const struct request *request, struct messages *messages,
                        struct outcome *outcome)
{
    struct scaffold scaffold = {.arena = arena, .messages = messages, .data = value_map(arena)};
    outcome->reports = 1;
    const char *fault = report_id_fault(request->name);
    if (fault) {
        message_add(messages, NEW_NAME, (struct place){0}, "`%s` is no name for a report: it %s", request->name, fault);
        return STATUS_UNABLE;
    }
    const char *data = press_data(arena, request->data, messages);
    return data && begin_report(&scaffold, request, data) ? STATUS_FINE : STATUS_UNABLE;
}
