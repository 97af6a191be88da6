/* JSON Schemas (draft 7, which editors know best) of the YAML files, from the tables that the loader checks with. */
#include <string.h>

#include "base/json.h"
#include "report/report.h"
#include "report/schema.h"

/* A text's form as a regular expression (ECMA-262), NULL when any text will do. The loader knows more than these: an
 * editor need not. */
static const char *const patterns[] = {
    [FIELD_ID] = "^[a-z0-9][a-z0-9.-]*$",
    [FIELD_DATE] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    [FIELD_DATE_OR_UNKNOWN] = "^([0-9]{4}-[0-9]{2}-[0-9]{2}|unknown)$",
    [FIELD_PERIOD] = "^[0-9]{4}(-[0-9]{2}){0,2}$",
    [FIELD_PERIOD_OR_UNKNOWN] = "^([0-9]{4}(-[0-9]{2}){0,2}|unknown)$",
    [FIELD_COLOUR] = "^#[0-9A-Fa-f]{6}$",
    [FIELD_KVK] = "^[0-9]{8}$",
    [FIELD_URL] = "^https?://",
    [FIELD_COUNT] = "^[1-9][0-9]*$",
    [FIELD_NUMBER] = "^[0-9]+([.,][0-9]+)?$",
    [FIELD_FIGURE] = "^([0-9]+([.,][0-9]+)?|unknown)$",
};

static void write_value(struct json *json, const struct field *field, enum field_kind kind);

/* What YAML calls a number or a date is text to the loader, written without quotes. */
static void write_text(struct json *json, enum field_kind kind)
{
    json_open(json, "type", '[');
    json_string(json, NULL, "string");
    json_string(json, NULL, "number");
    json_close(json, ']');
    if (kind < sizeof patterns / sizeof *patterns && patterns[kind]) json_string(json, "pattern", patterns[kind]);
    if (kind == FIELD_NUMBER || kind == FIELD_FIGURE) json_number(json, "minimum", 0);
}

static void write_choices(struct json *json, const char *const *choices)
{
    json_open(json, "enum", '[');
    for (; *choices; choices++) json_string(json, NULL, *choices);
    json_close(json, ']');
}

static void write_required(struct json *json, const struct schema *schema)
{
    json_open(json, "required", '[');
    for (size_t i = 0; i < schema->field_count; i++) {
        if (schema->fields[i].required) json_string(json, NULL, schema->fields[i].key);
    }
    json_close(json, ']');
}

/* { "if": { "properties": { "kind": { "const": "gi-report" } } }, "then": { "required": ["framework"] } } */
static void write_required_of(struct json *json, const struct field *field)
{
    json_open(json, NULL, '{');
    json_open(json, "if", '{');
    json_open(json, "properties", '{');
    json_open(json, "kind", '{');
    json_string(json, "const", field->required_of);
    for (int i = 0; i < 3; i++) json_close(json, '}');
    json_open(json, "then", '{');
    json_open(json, "required", '[');
    json_string(json, NULL, field->key);
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, '}');
}

static void write_conditions(struct json *json, const struct schema *schema)
{
    bool any = false;
    for (size_t i = 0; i < schema->field_count; i++) {
        if (!schema->fields[i].required_of) continue;
        if (!any) json_open(json, "allOf", '[');
        any = true;
        write_required_of(json, &schema->fields[i]);
    }
    if (any) json_close(json, ']');
}

static void write_record(struct json *json, const struct schema *schema)
{
    json_string(json, "type", "object");
    json_open(json, "properties", '{');
    for (size_t i = 0; i < schema->field_count; i++) {
        const struct field *field = &schema->fields[i];
        json_open(json, field->key, '{');
        json_string(json, "description", field->description);
        write_value(json, field, field->kind);
        json_close(json, '}');
    }
    json_close(json, '}');
    write_required(json, schema);
    write_conditions(json, schema);
    json_boolean(json, "additionalProperties", false);
}

static void write_table(struct json *json, const struct field *field)
{
    json_string(json, "type", "object");
    if (!field->free_keys) {
        json_open(json, "propertyNames", '{');
        json_string(json, "pattern", patterns[FIELD_ID]);
        json_close(json, '}');
    }
    json_open(json, "additionalProperties", '{');
    write_value(json, field, field->items);
    json_close(json, '}');
}

static void write_list(struct json *json, const struct field *field)
{
    json_string(json, "type", "array");
    if (field->required) json_number(json, "minItems", 1);
    json_open(json, "items", '{');
    write_value(json, field, field->items);
    json_close(json, '}');
}

static void write_either(struct json *json, const struct field *field)
{
    json_open(json, "anyOf", '[');
    json_open(json, NULL, '{');
    write_text(json, FIELD_TEXT);
    json_close(json, '}');
    json_open(json, NULL, '{');
    write_record(json, field->schema);
    json_close(json, '}');
    json_close(json, ']');
}

/* The members of a schema object for one value. Recursion follows the tables, so it is as deep as they are. */
static void write_value(struct json *json, const struct field *field, enum field_kind kind)
{
    switch (kind) {
    case FIELD_BOOLEAN: json_string(json, "type", "boolean"); break;
    case FIELD_CHOICE: write_choices(json, field->choices); break;
    case FIELD_LIST: write_list(json, field); break;
    case FIELD_RECORD: write_record(json, field->schema); break;
    case FIELD_TABLE: write_table(json, field); break;
    case FIELD_CODE_OR_RECORD:
    case FIELD_TEXT_OR_RECORD: write_either(json, field); break;
    default: write_text(json, kind);
    }
}

/* "frameworks/ID.yaml" has the schema "framework": what stands before `.yaml`, or before the s of its folder. */
static size_t name_length(const char *file)
{
    const char *slash = strchr(file, '/');
    return slash ? (size_t)(slash - file) - 1 : strcspn(file, ".");
}

static bool is_called(const struct file_schema *schema, const char *name)
{
    size_t length = name_length(schema->file);
    return strlen(name) == length && strncmp(name, schema->file, length) == 0;
}

const char **report_schema_names(struct arena *arena)
{
    const char **names = arena_array(arena, SCHEMA_COUNT + 1, sizeof *names);
    for (unsigned i = 0; i < SCHEMA_COUNT; i++)
        names[i] = arena_copy(arena, schema_of(i)->file, name_length(schema_of(i)->file));
    return names;
}

bool report_write_schema(struct buffer *out, const char *name)
{
    unsigned file = 0;
    while (file < SCHEMA_COUNT && !is_called(schema_of(file), name)) file++;
    if (file == SCHEMA_COUNT) return false;
    struct json json = json_new(out);
    json_open(&json, NULL, '{');
    json_string(&json, "$schema", "http://json-schema.org/draft-07/schema#");
    json_string(&json, "title", schema_of(file)->file);
    json_string(&json, "description", schema_of(file)->whole.description);
    write_value(&json, &schema_of(file)->whole, schema_of(file)->whole.kind);
    json_close(&json, '}');
    buffer_add_char(out, '\n');
    return true;
}
