#include "commands/manual.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "compose/compose.h"
#include "report/report.h"
#include "template/template.h"

/* ---- texts as roff ---- */

/* The text as man(7) source; what stands between backquotes is bold. */
static const char *roff(struct arena *arena, const char *text)
{
    struct buffer out = buffer_new(arena);
    bool bold = false;
    for (const char *c = text; *c; c++) {
        if (*c == '`') {
            bold = !bold;
            buffer_add(&out, bold ? "\\fB" : "\\fR");
        } else if (*c == '\\') buffer_add(&out, "\\e");
        else if (*c == '-') buffer_add(&out, "\\-");
        else if (*c == '\'' && c == text) buffer_add(&out, "\\(aq");
        else if (*c == '.' && c == text) buffer_add(&out, "\\&.");
        else buffer_add_char(&out, *c);
    }
    return arena_string(arena, buffer_text(&out));
}

/* The same value with its texts as roff. Recursion is as deep as the tables that it came from. */
static struct value *roff_value(struct arena *arena, const struct value *value)
{
    struct value *copy;
    switch (value->kind) {
    case VALUE_STRING: return value_string(arena, roff(arena, value->text));
    case VALUE_LIST:
        copy = value_list(arena);
        for (size_t i = 0; i < value->count; i++) value_append(arena, copy, roff_value(arena, value->items[i]));
        return copy;
    case VALUE_MAP:
        copy = value_map(arena);
        for (size_t i = 0; i < value->count; i++)
            value_set(arena, copy, value->members[i].key, roff_value(arena, value->members[i].value));
        return copy;
    default: return value_boolean(arena, value->kind == VALUE_BOOLEAN && value->boolean);
    }
}

/* ---- messages ---- */

static int by_name(const void *a, const void *b)
{
    return strcmp(message_code_name(*(const enum message_code *)a), message_code_name(*(const enum message_code *)b));
}

static struct value *code_value(struct arena *arena, enum message_code code)
{
    struct value *map = value_map(arena);
    value_set(arena, map, "code", value_string(arena, message_code_name(code)));
    value_set(arena, map, "severity", value_string(arena, severity_name(message_code_severity(code))));
    value_set(arena, map, "cause", value_string(arena, message_code_cause(code)));
    value_set(arena, map, "cure", value_string(arena, message_code_cure(code)));
    return map;
}

/* The codes whose severity may be set to anything (`free`), or the others, by name. */
static struct value *codes_value(struct arena *arena, bool free)
{
    enum message_code codes[MESSAGE_CODES] = {0};
    size_t count = 0;
    struct value *list = value_list(arena);
    for (size_t i = 0; i < MESSAGE_CODES; i++) {
        if (message_code_is_finding((enum message_code)i) == free) codes[count++] = (enum message_code)i;
    }
    qsort(codes, count, sizeof *codes, by_name);
    for (size_t i = 0; i < count; i++) value_append(arena, list, code_value(arena, codes[i]));
    return list;
}

/* ---- a page ---- */

static void take_members(struct arena *arena, struct value *map, const struct value *other)
{
    for (size_t i = 0; i < other->count; i++) value_set(arena, map, other->members[i].key, other->members[i].value);
}

static struct value *knowledge(struct arena *arena)
{
    struct value *map = value_map(arena);
    value_set(arena, map, "version", value_string(arena, VERSION));
    value_set(arena, map, "checks", codes_value(arena, true));
    value_set(arena, map, "mistakes", codes_value(arena, false));
    take_members(arena, map, report_forms(arena));
    take_members(arena, map, compose_forms(arena));
    return map;
}

bool manual_write(struct arena *arena, struct buffer *out, const char *template, struct messages *messages)
{
    struct templates *templates = templates_new(arena, TEMPLATE_LENIENT); /* roff is no HTML: `{{{name}}}` is its form */
    const struct source *source = file_read(arena, template, template, messages);
    struct merged_text page;
    if (!source || !templates_add(templates, "page", source, messages) ||
        !template_render(arena, templates, "page", roff_value(arena, knowledge(arena)), &page, messages))
        return false;
    buffer_add_bytes(out, page.text, page.length);
    return true;
}
