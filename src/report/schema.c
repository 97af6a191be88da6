/* One walk that holds any file against its table. */
#include "report/schema.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/language_tag.h"
#include "base/utf8.h"
#include "report/date.h"

struct checker {
    struct arena *arena;
    struct messages *messages;
    const struct schema *around; /* of the record that holds the table which is checked */
};

/* ---- texts ---- */

/* As much of an author's text as a message can hold. */
static const char *shown(struct checker *checker, const char *text)
{
    size_t length = strlen(text), part = utf8_offset(text, length, 60);
    return part < length ? arena_format(checker->arena, "%.*s…", (int)part, text) : text;
}

struct form {
    bool (*fits)(const char *text);
    enum message_code code;
    const char *expected;
};

static const struct form forms[] = {
    [FIELD_TEXT] = {form_is_line, VALUE_MALFORMED, "one line of text"},
    [FIELD_MARKDOWN] = {NULL, VALUE_MALFORMED, "text"},
    [FIELD_ID] = {form_is_id, ID_MALFORMED, "an id of at most 64 lower-case letters, digits, points and hyphens"},
    [FIELD_REFERENCE] = {form_is_line, VALUE_MALFORMED, "an id"},
    [FIELD_CODE] = {form_is_line, VALUE_MALFORMED, "a code on one line"},
    [FIELD_DATE] = {NULL, DATE_MALFORMED, "a date such as 2025-03-04"},
    [FIELD_DATE_OR_UNKNOWN] = {NULL, DATE_MALFORMED, "a date such as 2025-03-04, or `unknown`"},
    [FIELD_PERIOD_OR_UNKNOWN] = {NULL, DATE_MALFORMED, "a day such as 2025-03-04, a month such as 2025-03, a year, or `unknown`"},
    [FIELD_PERIOD] = {NULL, DATE_MALFORMED, "a day such as 2025-03-04, a month such as 2025-03, or a year"},
    [FIELD_DATE_OR_TEXT] = {form_is_line, VALUE_MALFORMED, "a date such as 2025-03-04, or one line of text"},
    [FIELD_BOOLEAN] = {NULL, WRONG_KIND, "true or false"},
    [FIELD_CHOICE] = {NULL, VALUE_UNKNOWN, "one of its words"},
    [FIELD_COLOUR] = {form_is_colour, COLOUR_MALFORMED, "a colour such as \"#1a6b3c\""},
    [FIELD_SYMBOL] = {form_is_symbol, SYMBOL_MALFORMED,
                      "SVG path data that begins with M and uses M L H V C Z only, such as \"M6 12H18\""},
    [FIELD_KVK] = {form_is_kvk, VALUE_MALFORMED, "eight digits in quotes"},
    [FIELD_URL] = {form_is_url, VALUE_MALFORMED, "an address that begins with https://"},
    [FIELD_COUNT] = {form_is_count, VALUE_MALFORMED, "a whole number from 1 to 999999, such as 400"},
    [FIELD_NUMBER] = {form_is_number, VALUE_MALFORMED, "a number that is not negative, such as 13.6"},
    [FIELD_FIGURE] = {form_is_figure, VALUE_MALFORMED, "a number that is not negative, such as 13.6, or `unknown`"},
    [FIELD_LIST] = {NULL, WRONG_KIND, "a list"},
    [FIELD_RECORD] = {NULL, WRONG_KIND, "a map"},
    [FIELD_TABLE] = {NULL, WRONG_KIND, "a map"},
    [FIELD_CODE_OR_RECORD] = {NULL, WRONG_KIND, "a code or a map"},
    [FIELD_TEXT_OR_RECORD] = {form_is_line, VALUE_MALFORMED, "one line of text, or a map"},
    [FIELD_LANGUAGE] = {language_tag_is_sound, VALUE_MALFORMED, "the tag of a language, such as `en`"},
};

const char *schema_expected(enum field_kind kind)
{
    return forms[kind].expected;
}

/* `1-12-2026`, `1/12/2026`, `2026-3-1`: day, month and year are there, in another order or form. */
static void hint_date(struct checker *checker, const char *text)
{
    unsigned first, month, last;
    char one, two, more;
    if (sscanf(text, "%4u%c%2u%c%4u%c", &first, &one, &month, &two, &last, &more) != 5 || one != two || !strchr("-/.", one)) return;
    unsigned year = first > 31 ? first : last, day = first > 31 ? last : first;
    if (year < 1500 || year > 2999 || month < 1 || month > 12 || day < 1 || day > 31) return;
    message_hint(checker->messages, "did you mean `%04u-%02u-%02u`?", year, month, day);
}

static void check_date(struct checker *checker, const struct field *field, const struct value *value)
{
    struct date date;
    bool period = field->kind == FIELD_PERIOD || field->kind == FIELD_PERIOD_OR_UNKNOWN;
    bool unknown = field->kind == FIELD_DATE_OR_UNKNOWN || field->kind == FIELD_PERIOD_OR_UNKNOWN;
    if (unknown && strcmp(value->text, "unknown") == 0) return;
    enum date_mistake mistake = period ? period_read(value->text, &date) : date_read(value->text, &date);
    if (mistake == DATE_NOT_A_DATE && field->kind == FIELD_DATE_OR_TEXT) return;
    if (mistake == DATE_FINE) return;
    if (mistake == DATE_NOT_REAL)
        message_add(checker->messages, DATE_IMPOSSIBLE, value->place,
                    "`%s` is no day of the calendar; expected one that exists, from 1500 to 2999", shown(checker, value->text));
    else
        message_add(checker->messages, DATE_MALFORMED, value->place, "`%s` is no date; expected %s",
                    shown(checker, value->text), forms[field->kind].expected);
    if (mistake == DATE_NOT_A_DATE) hint_date(checker, value->text);
}

static const char *list_words(struct arena *arena, const char *const *words, size_t count)
{
    struct buffer out = buffer_new(arena);
    for (size_t i = 0; i < count; i++) buffer_format(&out, "%s`%s`", i ? ", " : "", words[i]);
    return arena_string(arena, buffer_text(&out));
}

static void check_choice(struct checker *checker, const struct field *field, const struct value *value)
{
    size_t count = 0;
    for (; field->choices[count]; count++) {
        if (strcmp(field->choices[count], value->text) == 0) return;
    }
    message_add(checker->messages, VALUE_UNKNOWN, value->place, "`%s` cannot be `%s`; expected %s%s", field->key,
                shown(checker, value->text), count > 1 ? "one of " : "",
                list_words(checker->arena, field->choices, count));
    const char *near = suggest(value->text, field->choices, count);
    if (near) message_hint(checker->messages, "did you mean `%s`?", near);
}

/* Figures are written without their sign and, when they are not known, with the same word in every language. */
static void hint_figure(struct checker *checker, const struct field *field, const struct value *value)
{
    if (field->kind != FIELD_FIGURE && field->kind != FIELD_NUMBER) return;
    if (strchr(value->text, '%'))
        message_hint(checker->messages, "write the number alone: the question's `unit` says what it is");
    else if (field->kind == FIELD_FIGURE && (strcmp(value->text, "onbekend") == 0 || strcmp(value->text, "?") == 0))
        message_hint(checker->messages, "did you mean `unknown`?");
    else if (strpbrk(value->text, " ") || (strchr(value->text, '.') && strchr(value->text, ',')))
        message_hint(checker->messages, "write it without groups: `12345.6`");
}

static bool is_date(const struct field *field)
{
    switch (field->kind) {
    case FIELD_DATE:
    case FIELD_DATE_OR_UNKNOWN:
    case FIELD_PERIOD_OR_UNKNOWN:
    case FIELD_PERIOD:
    case FIELD_DATE_OR_TEXT: return true;
    default: return false;
    }
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\n")] == '\0';
}

static void check_text(struct checker *checker, const struct field *field, const struct value *value)
{
    const struct form *form = &forms[field->kind];
    if (is_blank(value->text)) {
        message_add(checker->messages, VALUE_MALFORMED, value->place, "`%s` is empty; expected %s", field->key,
                    form->expected);
        return;
    }
    if (field->kind == FIELD_CHOICE) check_choice(checker, field, value);
    if (is_date(field)) check_date(checker, field, value);
    if (!form->fits || form->fits(value->text)) return;
    message_add(checker->messages, form->code, value->place, "`%s` cannot be `%s`; expected %s", field->key,
                shown(checker, value->text), form->expected);
    hint_figure(checker, field, value);
}

/* ---- kinds ---- */

static bool is_kind(const struct field *field, enum value_kind kind)
{
    switch (field->kind) {
    case FIELD_BOOLEAN: return kind == VALUE_BOOLEAN;
    case FIELD_LIST: return kind == VALUE_LIST;
    case FIELD_RECORD:
    case FIELD_TABLE: return kind == VALUE_MAP;
    case FIELD_TEXT_OR_RECORD:
    case FIELD_CODE_OR_RECORD: return kind == VALUE_MAP || kind == VALUE_STRING;
    default: return kind == VALUE_STRING;
    }
}

/* How the value is written in the kind that is wanted. */
static void hint_kind(struct checker *checker, const struct field *field, const struct value *value)
{
    bool text = value->kind == VALUE_STRING;
    if (field->kind == FIELD_COLOUR && value->kind == VALUE_NULL)
        message_hint(checker->messages, "without quotes, a `#` begins a comment");
    else if (is_kind(field, VALUE_STRING) && value->kind == VALUE_BOOLEAN)
        message_hint(checker->messages, "put a word in quotes to make it text");
    else if (field->kind == FIELD_LIST && text)
        message_hint(checker->messages, "write it in brackets, also when it is one: `[%s]`", shown(checker, value->text));
    else if (field->kind == FIELD_RECORD && text && field->is_item)
        message_hint(checker->messages, "write `%s: %s`", field->schema->fields[0].key, shown(checker, value->text));
}

static void tell_kind(struct checker *checker, const struct field *field, const struct value *value)
{
    static const char *const names[] = {[VALUE_NULL] = "has no value", [VALUE_BOOLEAN] = "is `true` or `false`",
                                        [VALUE_STRING] = "is a text",  [VALUE_LIST] = "is a list",
                                        [VALUE_MAP] = "is a map",      [VALUE_MARKUP] = "is markup"};
    if (field->kind == FIELD_BOOLEAN && value->kind == VALUE_STRING)
        message_add(checker->messages, WRONG_KIND, value->place, "`%s` cannot be `%s`; expected true or false",
                    field->key, shown(checker, value->text));
    else
        message_add(checker->messages, WRONG_KIND, value->place, "%s`%s` %s; expected %s",
                    field->is_item ? "an item of " : "", field->key, names[value->kind], forms[field->kind].expected);
    hint_kind(checker, field, value);
}

static void check_value(struct checker *checker, const struct field *field, const struct value *value);

static bool check_count(struct checker *checker, const struct field *field, const struct value *value, size_t most)
{
    if (value->count <= most) return true;
    message_add(checker->messages, TOO_MANY, value->place, "`%s` has %zu entries; expected at most %zu", field->key,
                value->count, most);
    return false;
}

static void check_list(struct checker *checker, const struct field *field, const struct value *value)
{
    struct field item = *field;
    item.kind = field->items;
    item.is_item = true;
    if (!check_count(checker, field, value, SCHEMA_MOST_ITEMS)) return;
    if (value->count == 0 && field->required)
        message_add(checker->messages, VALUE_MALFORMED, value->place, "`%s` is empty; expected at least one item",
                    field->key);
    for (size_t i = 0; i < value->count; i++) check_value(checker, &item, value->items[i]);
}

static const struct field *field_of(const struct schema *schema, const char *key)
{
    for (size_t i = 0; i < schema->field_count; i++) {
        if (strcmp(schema->fields[i].key, key) == 0) return &schema->fields[i];
    }
    return NULL;
}

/* `1a.1:` without a value, and below it, not indented, `judgment: …`: told at the first that is not indented. Gives
 * the number of entries that belong to it. */
static size_t count_outside(struct checker *checker, const struct field *field, const struct value *value, size_t index)
{
    const struct member *member = &value->members[index];
    size_t count = 0;
    if (!field->schema || member->value->kind != VALUE_NULL) return 0;
    while (index + count + 1 < value->count && field_of(field->schema, member[count + 1].key)) count++;
    if (count > 0)
        message_add(checker->messages, WRONG_KIND, member[1].place, "`%s` stands beside `%s`; expected it below, indented",
                    member[1].key, member->key);
    return count;
}

static void check_table(struct checker *checker, const struct field *field, const struct value *value)
{
    const struct schema *around = checker->around;
    if (!check_count(checker, field, value, SCHEMA_MOST_ENTRIES)) return;
    for (size_t i = 0; i < value->count; i++) {
        const struct member *member = &value->members[i];
        if (around && field_of(around, member->key)) continue; /* indented too deep: told of the record */
        size_t outside = count_outside(checker, field, value, i);
        i += outside;
        if (outside) continue;
        if (!field->free_keys && !form_is_id(member->key))
            message_add(checker->messages, ID_MALFORMED, member->place, "`%s` is no id; expected %s",
                        shown(checker, member->key), forms[FIELD_ID].expected);
        struct field item = *field;
        item.kind = field->items;
        item.key = member->key;
        check_value(checker, &item, member->value);
    }
}

/* ---- records ---- */

/* Gives the field that was probably meant, or NULL. */
static const struct field *tell_unknown_key(struct checker *checker, const struct schema *schema,
                                            const struct member *member)
{
    enum { MOST = 32 };
    const char *keys[MOST];
    size_t count = schema->field_count < MOST ? schema->field_count : MOST;
    for (size_t i = 0; i < count; i++) keys[i] = schema->fields[i].key;
    message_add(checker->messages, UNKNOWN_KEY, member->place, "%s has no key `%s`; expected %s%s", schema->name,
                shown(checker, member->key), count > 1 ? "one of " : "", list_words(checker->arena, keys, count));
    const char *near = suggest(member->key, keys, count);
    if (near) message_hint(checker->messages, "did you mean `%s`?", near);
    return near ? field_of(schema, near) : NULL;
}

static void tell_missing(struct checker *checker, const struct schema *schema, const struct field *field,
                         const struct value *value)
{
    message_add(checker->messages, MISSING_KEY, value->place, "`%s` is missing in %s; expected %s", field->key,
                schema->name, forms[field->kind].expected);
}

/* A key that is missing here and stands in a map of its neighbours is indented too deep. */
static bool tell_inside(struct checker *checker, const struct field *field, const struct value *value)
{
    for (size_t i = 0; i < value->count; i++) {
        const struct value *inner = value->members[i].value;
        for (size_t j = 0; inner->kind == VALUE_MAP && j < inner->count; j++) {
            if (strcmp(inner->members[j].key, field->key) != 0) continue;
            message_add(checker->messages, MISSING_KEY, inner->members[j].place,
                        "`%s` is indented and so stands in `%s`; expected it at the depth of `%s`", field->key,
                        value->members[i].key, value->members[i].key);
            return true;
        }
    }
    return false;
}

static bool is_required(const struct field *field, const struct value *record)
{
    const struct value *kind = field->required_of ? value_get(record, "kind") : NULL;
    return field->required || (kind && kind->kind == VALUE_STRING && strcmp(kind->text, field->required_of) == 0);
}

static void tell_empty(struct checker *checker, const struct schema *schema, const struct value *value)
{
    struct buffer keys = buffer_new(checker->arena);
    for (size_t i = 0; i < schema->field_count; i++) {
        if (schema->fields[i].required) buffer_format(&keys, "%s`%s`", keys.length ? ", " : "", schema->fields[i].key);
    }
    if (keys.length)
        message_add(checker->messages, MISSING_KEY, value->place, "nothing stands here; expected the keys of %s: %s", schema->name,
                    buffer_text(&keys));
}

/* A key that is only misspelt is told once: it is not missing, too. */
static void check_record(struct checker *checker, const struct schema *schema, const struct value *value)
{
    bool *meant = arena_array(checker->arena, schema->field_count, sizeof *meant);
    if (value->count == 0) {
        tell_empty(checker, schema, value);
        return;
    }
    for (size_t i = 0; i < value->count; i++) {
        const struct field *field = field_of(schema, value->members[i].key);
        checker->around = schema;
        if (field) check_value(checker, field, value->members[i].value);
        else field = tell_unknown_key(checker, schema, &value->members[i]);
        if (field) meant[field - schema->fields] = true;
    }
    for (size_t i = 0; i < schema->field_count; i++) {
        const struct field *field = &schema->fields[i];
        if (is_required(field, value) && !meant[i] && !tell_inside(checker, field, value))
            tell_missing(checker, schema, field, value);
    }
}

/* Recursion follows the tables, so it is as deep as they are. */
static void check_value(struct checker *checker, const struct field *field, const struct value *value)
{
    if (!is_kind(field, value->kind)) tell_kind(checker, field, value);
    else if (value->kind == VALUE_STRING) check_text(checker, field, value);
    else if (field->kind == FIELD_LIST) check_list(checker, field, value);
    else if (field->kind == FIELD_TABLE) check_table(checker, field, value);
    else if (value->kind == VALUE_MAP) check_record(checker, field->schema, value);
}

void schema_check(struct arena *arena, const struct file_schema *schema, const struct value *value,
                  struct messages *messages)
{
    struct checker checker = {.arena = arena, .messages = messages};
    check_value(&checker, &schema->whole, value);
}
