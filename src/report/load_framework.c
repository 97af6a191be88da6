/* frameworks/ID.yaml: scale, verdicts, themes and norms. */
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/utf8.h"
#include "report/load.h"
#include "report/schema.h"

const struct step *step_of(const struct step *steps, size_t count, const char *code)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(steps[i].code, code) == 0) return &steps[i];
    }
    return NULL;
}

const char *step_codes(struct arena *arena, const struct step *steps, size_t count)
{
    struct buffer out = buffer_new(arena);
    for (size_t i = 0; i < count; i++) buffer_format(&out, "%s`%s`", i ? ", " : "", steps[i].code);
    return arena_copy(arena, buffer_text(&out), out.length);
}

/* In words: the label, or "unknown" in the language of the report, instead of the code. */
static const char *code_meant(struct reading *reading, const char *text, struct steps steps)
{
    struct arena *arena = reading->loader->arena;
    const char *folded = utf8_fold(arena, text), **codes = arena_array(arena, steps.count + 1, sizeof *codes);
    for (size_t i = 0; i < steps.count; i++) {
        if (strcmp(folded, utf8_fold(arena, steps.items[i].label)) == 0) return steps.items[i].code;
        codes[i] = steps.items[i].code;
    }
    bool unknown = strcmp(folded, utf8_fold(arena, reading->language->unknown_label)) == 0;
    if (unknown && steps.may_be_unknown) return "unknown";
    return suggest(text, codes, steps.count);
}

void step_tell_unknown(struct reading *reading, const struct value *code, struct steps steps, struct steps others)
{
    struct messages *messages = reading->loader->messages;
    message_add(messages, UNKNOWN_CODE, code->place, "`%s` is no %s of the framework; expected one of %s%s", code->text,
                steps.what, step_codes(reading->loader->arena, steps.items, steps.count),
                steps.may_be_unknown ? ", or `unknown`" : "");
    const char *meant = code_meant(reading, code->text, steps);
    if (meant) message_hint(messages, "did you mean `%s`?", meant);
    else if (step_of(others.items, others.count, code->text))
        message_hint(messages, "`%s` is a %s", code->text, others.what);
}

const struct theme *theme_of(const struct framework *framework, const char *id)
{
    for (size_t i = 0; i < framework->theme_count; i++) {
        if (strcmp(framework->themes[i].id, id) == 0) return &framework->themes[i];
    }
    return NULL;
}

/* What a missing text reads as: its mistake was told. */
static const char *text_or_empty(struct loader *loader, const struct value *map, const char *key)
{
    const char *text = value_text_at(loader->arena, map, key);
    return text ? text : "";
}

static struct step read_step(struct loader *loader, const struct value *record, size_t rank)
{
    return (struct step){.code = value_text_at(loader->arena, record, "code"),
                         .label = text_or_empty(loader, record, "label"),
                         .definition = value_text_at(loader->arena, record, "definition"),
                         .colour = text_or_empty(loader, record, "colour"),
                         .symbol = text_or_empty(loader, record, "symbol"),
                         .looks = value_text_at(loader->arena, record, "looks"),
                         .judged = value_boolean_at(record, "judged", true),
                         .rank = rank};
}

/* The word stands for "no source shows it" in judgments.yaml. */
static void check_reserved(struct loader *loader, const char *code, struct place place)
{
    if (strcmp(code, "unknown") != 0) return;
    message_add(loader->messages, VALUE_MALFORMED, place,
                "`unknown` cannot be a code, for it says that a judgment is not known; expected another word");
}

static void check_scale(struct loader *loader, const struct step *steps, size_t count, struct place place)
{
    size_t judged = 0;
    for (size_t i = 0; i < count; i++) judged += steps[i].judged;
    if (judged >= 2) return;
    message_add(loader->messages, SCALE_UNUSABLE, place,
                "has %zu steps that judge; expected at least two without `judged: false`", judged);
}

/* Reads a scale or the verdicts. false: one has no code. */
static bool load_steps(struct loader *loader, const struct value *file, const char *key, struct step **steps,
                       size_t *count)
{
    const struct value *list = value_list_at(file, key);
    struct named *names = arena_array(loader->arena, list->count, sizeof *names);
    *steps = arena_array(loader->arena, list->count, sizeof **steps);
    bool sound = list->count > 0;
    for (size_t i = 0; i < list->count; i++) {
        struct step step = read_step(loader, list->items[i], *count);
        if (!step.code) {
            sound = false;
            continue;
        }
        names[*count] = (struct named){.name = step.code, .place = value_get(list->items[i], "code")->place};
        check_reserved(loader, step.code, names[*count].place);
        (*steps)[(*count)++] = step;
    }
    sound &= names_check(loader, names, *count, "code of the step");
    if (sound) check_scale(loader, *steps, *count, value_place_at(file, key));
    return sound;
}

struct name_list {
    struct named *items;
    size_t count, capacity;
};

static void add_name(struct arena *arena, struct name_list *names, const char *name, struct place place)
{
    names->items = arena_grow(arena, names->items, names->count, &names->capacity, sizeof *names->items);
    names->items[names->count++] = (struct named){.name = name, .place = place};
}

static bool load_norm(struct loader *loader, const struct value *record, struct theme *theme, struct name_list *names)
{
    const char *id = value_text_at(loader->arena, record, "id");
    if (!id || !form_is_id(id)) return false;
    struct norm *norm = &theme->norms[theme->norm_count++];
    *norm = (struct norm){.id = id,
                          .title = text_or_empty(loader, record, "title"),
                          .label = text_or_empty(loader, record, "label"),
                          .criteria = value_markdown_at(loader, record, "criteria"),
                          .theme = theme,
                          .place = value_get(record, "id")->place};
    add_name(loader->arena, names, id, norm->place);
    return true;
}

static bool load_theme(struct loader *loader, const struct value *record, struct framework *framework,
                       struct name_list *names)
{
    const char *id = value_text_at(loader->arena, record, "id");
    if (!id || !form_is_id(id)) return false;
    const struct value *norms = value_list_at(record, "norms");
    struct theme *theme = &framework->themes[framework->theme_count++];
    *theme = (struct theme){.id = id,
                            .title = text_or_empty(loader, record, "title"),
                            .question = value_text_at(loader->arena, record, "question"),
                            .criteria = value_markdown_at(loader, record, "criteria"),
                            .norms = arena_array(loader->arena, norms->count, sizeof *theme->norms),
                            .place = value_get(record, "id")->place};
    bool sound = true;
    for (size_t i = 0; i < norms->count; i++) sound &= load_norm(loader, norms->items[i], theme, names);
    return sound;
}

/* Ids of norms and themes become anchors of one page, so they are unique in the whole framework. */
static bool load_themes(struct loader *loader, const struct value *file, struct framework *framework)
{
    const struct value *list = value_list_at(file, "themes");
    struct name_list themes = {0}, norms = {0};
    bool sound = list->count > 0;
    framework->themes = arena_array(loader->arena, list->count, sizeof *framework->themes);
    for (size_t i = 0; i < list->count; i++) sound &= load_theme(loader, list->items[i], framework, &norms);
    for (size_t i = 0; i < framework->theme_count; i++)
        add_name(loader->arena, &themes, framework->themes[i].id, framework->themes[i].place);
    sound &= names_check(loader, themes.items, themes.count, "id of the theme");
    sound &= names_check(loader, norms.items, norms.count, "id of the norm");
    return sound;
}

static void load_framework(struct loader *loader, const char *path, struct framework_file *file)
{
    const struct value *value = folder_read_yaml(loader, path, SCHEMA_FRAMEWORK);
    if (!value || value->kind != VALUE_MAP) return;
    struct framework *framework = file->framework = arena_make(loader->arena, struct framework);
    framework->id = file->id;
    framework->title = text_or_empty(loader, value, "title");
    framework->version = text_or_empty(loader, value, "version");
    framework->language = text_or_empty(loader, value, "language");
    bool scale = load_steps(loader, value, "scale", &framework->scale, &framework->scale_count);
    bool verdicts = load_steps(loader, value, "verdicts", &framework->verdicts, &framework->verdict_count);
    bool themes = load_themes(loader, value, framework);
    file->sound = scale && verdicts && themes;
    struct publication *publication = loader->publication;
    publication->frameworks[publication->framework_count++] = framework;
}

/* The id in a file name that ends in .yaml, or NULL. */
static const char *id_of(struct arena *arena, const char *name)
{
    size_t length = strlen(name);
    if (length < 6 || strcmp(name + length - 5, ".yaml") != 0) return NULL;
    return arena_copy(arena, name, length - 5);
}

void load_frameworks(struct loader *loader)
{
    const char **names = folder_list(loader, "frameworks");
    size_t count = 0;
    while (names[count]) count++;
    loader->frameworks = arena_array(loader->arena, count, sizeof *loader->frameworks);
    loader->publication->frameworks = arena_array(loader->arena, count, sizeof *loader->publication->frameworks);
    for (size_t i = 0; i < count; i++) {
        const char *path = file_join(loader->arena, "frameworks", names[i]), *id = id_of(loader->arena, names[i]);
        if (!id) continue;
        if (!form_is_id(id)) {
            message_add(loader->messages, ID_MALFORMED, folder_place(loader, path),
                        "the file's name is no id; expected lower-case letters, digits, points and hyphens");
            continue;
        }
        loader->frameworks[loader->framework_count].id = id;
        load_framework(loader, path, &loader->frameworks[loader->framework_count++]);
    }
}

const struct framework_file *framework_file_of(const struct loader *loader, const char *id)
{
    for (size_t i = 0; i < loader->framework_count; i++) {
        if (strcmp(loader->frameworks[i].id, id) == 0) return &loader->frameworks[i];
    }
    return NULL;
}
