/* The tables of kinds and of YAML files as values, for the manual. */
#include <string.h>

#include "base/buffer.h"
#include "report/kinds.h"
#include "report/report.h"
#include "report/schema.h"

enum { MOST_RECORDS = 16 };

struct forms {
    struct arena *arena;
    struct value *records;
    const struct schema *seen[MOST_RECORDS]; /* of this file: a record that stands in several places is told once */
    size_t seen_count;
};

/* ---- YAML files ---- */

/* "a list, each item an id": the form of what stands behind the key. */
static const char *form_text(struct arena *arena, const struct field *field)
{
    const char *inner = field->kind == FIELD_LIST || field->kind == FIELD_TABLE
                            ? field->schema ? field->schema->name : schema_expected(field->items)
                            : NULL;
    if (field->kind == FIELD_LIST) return arena_format(arena, "a list, each item %s", inner);
    if (field->kind == FIELD_TABLE) return arena_format(arena, "a map, behind each key %s", inner);
    if (field->kind == FIELD_RECORD) return arena_format(arena, "a map: %s", field->schema->name);
    return schema_expected(field->kind);
}

/* "`nl`, `en`"; NULL when any text will do. */
static const char *choices_text(struct arena *arena, const struct field *field)
{
    struct buffer out = buffer_new(arena);
    for (const char *const *choice = field->choices; choice && *choice; choice++)
        buffer_format(&out, "%s`%s`", out.length ? ", " : "", *choice);
    return out.length ? buffer_text(&out) : NULL;
}

static struct value *key_value(struct arena *arena, const struct field *field)
{
    struct value *map = value_map(arena);
    value_set_text(arena, map, "key", field->key);
    value_set_text(arena, map, "form", form_text(arena, field));
    value_set_text(arena, map, "about", field->description);
    value_set_flag(arena, map, "required", field->required);
    value_set_text(arena, map, "required_of", field->required_of);
    value_set_text(arena, map, "choices", choices_text(arena, field));
    return map;
}

static bool is_new(struct forms *forms, const struct schema *schema)
{
    for (size_t i = 0; i < forms->seen_count; i++) {
        if (forms->seen[i] == schema) return false;
    }
    if (forms->seen_count == MOST_RECORDS) return false;
    forms->seen[forms->seen_count++] = schema;
    return true;
}

/* A record and those in it, which stand behind it. Recursion follows the tables, so it is as deep as they are. */
static void add_record(struct forms *forms, const struct schema *schema, bool top)
{
    if (!schema || !is_new(forms, schema)) return;
    struct value *record = value_map(forms->arena), *keys = value_list(forms->arena);
    value_set_text(forms->arena, record, "name", schema->name);
    value_set_flag(forms->arena, record, "top", top);
    for (size_t i = 0; i < schema->field_count; i++)
        value_append(forms->arena, keys, key_value(forms->arena, &schema->fields[i]));
    value_set(forms->arena, record, "keys", keys);
    value_append(forms->arena, forms->records, record);
    for (size_t i = 0; i < schema->field_count; i++) add_record(forms, schema->fields[i].schema, false);
}

static struct value *file_value(struct arena *arena, const struct file_schema *file)
{
    struct forms forms = {.arena = arena, .records = value_list(arena)};
    struct value *map = value_map(arena);
    bool table = file->whole.kind == FIELD_TABLE;
    value_set_text(arena, map, "file", file->file);
    value_set_text(arena, map, "about", file->whole.description);
    value_set_text(arena, map, "map", table ? form_text(arena, &file->whole) : NULL);
    add_record(&forms, file->whole.schema, !table);
    value_set(arena, map, "records", forms.records);
    return map;
}

/* ---- kinds ---- */

static struct value *part_value(struct arena *arena, const struct kind_part *part)
{
    struct value *map = value_map(arena);
    bool folder = !strchr(part->file, '.');
    value_set_text(arena, map, "file", folder ? arena_format(arena, "%s/", part->file) : part->file);
    value_set_text(arena, map, "about", part_use_about[part->use]);
    value_set_flag(arena, map, "final", part->need == NEED_FINAL);
    value_set_flag(arena, map, "with_framework", part->need == NEED_WITH_FRAMEWORK);
    return map;
}

static struct value *kind_value(struct arena *arena, const char *name)
{
    const struct report_kind *kind = report_kind_of(name);
    struct value *map = value_map(arena), *parts = value_list(arena);
    for (size_t i = 0; i < kind->part_count; i++) value_append(arena, parts, part_value(arena, &kind->parts[i]));
    value_set_text(arena, map, "name", name);
    value_set(arena, map, "parts", parts);
    return map;
}

struct value *report_forms(struct arena *arena)
{
    struct value *forms = value_map(arena), *kinds = value_list(arena), *files = value_list(arena);
    for (const char *const *name = report_kind_names; *name; name++) value_append(arena, kinds, kind_value(arena, *name));
    for (unsigned i = 0; i < SCHEMA_COUNT; i++) value_append(arena, files, file_value(arena, schema_of(i)));
    value_set(arena, forms, "kinds", kinds);
    value_set(arena, forms, "files", files);
    return forms;
}
