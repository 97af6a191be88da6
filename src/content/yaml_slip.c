/* YAML that can be read and says something else than its author meant: spaces that are none, signs of a word processor, a
 * decimal comma within braces. */
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "content/yaml_problem.h"

static bool begins_with(const char *text, const char *begin)
{
    return strncmp(text, begin, strlen(begin)) == 0;
}

/* A space that YAML does not take for one: U+00A0, U+2000 to U+200A, U+202F, U+3000. */
static bool is_other_space(uint32_t c)
{
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

static size_t other_space(const char *text, uint32_t *code_point)
{
    size_t bytes;
    *code_point = utf8_decode(text, &bytes);
    return is_other_space(*code_point) ? bytes : 0;
}

static bool tell_space(struct place place, uint32_t code_point, const char *where, struct messages *messages)
{
    message_add(messages, YAML_SPACE, place, "the space %s is U+%04X, which is none in YAML; expected an ordinary space", where,
                (unsigned)code_point);
    message_hint(messages, "replace it in the editor; pages of the web and word processors leave it");
    return true;
}

/* In the indentation of a line; `at` from the line's begin. */
static bool tell_indentation(const struct source *source, unsigned number, struct messages *messages)
{
    struct place place = {.source = source, .line = number, .column = 1};
    size_t length, at = 0;
    const char *line = place_line(place, &length);
    uint32_t code_point = 0;
    while (at < length && (line[at] == ' ' || line[at] == '-')) at++;
    if (at >= length || !other_space(line + at, &code_point)) return false;
    place.column = (unsigned)at + 1;
    return tell_space(place, code_point, "before this line", messages);
}

bool yaml_slip_at_problem(const struct yaml_problem *problem, struct messages *messages)
{
    unsigned line = problem->place.line;
    return tell_indentation(problem->place.source, line, messages) ||
           (line > 1 && tell_indentation(problem->place.source, line - 1, messages));
}

/* ---- keys ---- */

bool yaml_slip_key(const struct yaml_scalar *key, struct messages *messages)
{
    uint32_t code_point;
    if (!key->plain || !other_space(key->text, &code_point)) return false;
    return tell_space(key->place, code_point, "before this key", messages);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* `{value: 13,6}`, `{value: -1.234,5 %}`: behind a digit and the comma a key that begins with a digit, with no value. */
static bool is_decimals(const struct member *before, const struct member *member)
{
    const struct value *value = before->value;
    size_t length = value->kind == VALUE_STRING && value->plain ? strlen(value->text) : 0;
    bool near = member->place.line == value->place.line && member->place.column == value->place.column + length + 1;
    return length && is_digit(value->text[length - 1]) && is_digit(*member->key) && near && member->value->kind == VALUE_NULL;
}

/* Of a colon in a key, where it stands in the file; of a key that goes on over lines, where that begins. */
static struct place place_of_colon(const struct member *member, size_t before)
{
    const struct place place = member->place;
    size_t length;
    const char *line = place_line(place, &length);
    size_t at = utf8_offset(line, length, place.column - 1);
    if (length - at <= before || strncmp(line + at, member->key, before + 1) != 0) return place;
    return place_at(place.source, (size_t)(line - place.source->text) + at + before);
}

bool yaml_slip_member(const struct value *map, struct messages *messages)
{
    const struct member *member = &map->members[map->count - 1];
    if (map->count > 1 && is_decimals(member - 1, member)) {
        const char *whole = member[-1].value->text;
        message_add(messages, YAML_DECIMAL, member[-1].value->place,
                    "the comma in `%s,%s` ends the value, for within braces it comes before the next key; expected \"%s,%s\" in quotes, "
                    "or a point",
                    whole, member->key, whole, member->key);
        return true;
    }
    const char *colon = member->value->kind == VALUE_NULL ? strchr(member->key, ':') : NULL;
    if (!colon || !colon[1] || colon == member->key || colon[1] == '/') return false;
    message_add(messages, YAML_MISSING_SPACE, place_of_colon(member, (size_t)(colon - member->key)),
                "there is no space behind the colon; expected `key: value`");
    return true;
}

/* ---- values ---- */

/* Whether nothing but spaces stands before the value on its line. */
static bool begins_line(const struct yaml_scalar *scalar)
{
    size_t length, at = 0;
    const char *line = place_line((struct place){scalar->place.source, scalar->place.line, 1}, &length);
    while (at < length && line[at] == ' ') at++;
    return at + 1 == scalar->place.column;
}

/* A list that is written with another sign becomes one text. */
static bool tell_list(const struct yaml_scalar *scalar, struct messages *messages)
{
    static const char *const signs[] = {"\u2013 ", "\u2014 ", "\u2212 ", "\u2022", "\u00B7 ", "\u2010 ", "\u2011 "};
    uint32_t code_point;
    if (scalar->text[0] == '-' && other_space(scalar->text + 1, &code_point))
        return tell_space(scalar->place, code_point, "behind the `-`", messages);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (!begins_with(scalar->text, signs[i]) || !scalar->may_look || !begins_line(scalar)) continue;
        size_t bytes;
        utf8_decode(signs[i], &bytes);
        message_add(messages, YAML_LIST_SIGN, scalar->place, "a `%.*s` makes no list in YAML; expected `- `, a hyphen and a space",
                    (int)bytes, signs[i]);
        return true;
    }
    return false;
}

/* The whole value stands between curled double quotes, which are printed. Single ones often belong to the text. */
static void tell_quotes(const struct yaml_scalar *scalar, struct messages *messages)
{
    static const char *const pairs[][2] = {{"\u201C", "\u201D"}, {"\u201E", "\u201D"}, {"\u201E", "\u201C"}};
    size_t length = strlen(scalar->text);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t end = strlen(pairs[i][1]);
        if (length < 2 * end || !begins_with(scalar->text, pairs[i][0])) continue;
        const char *close = strstr(scalar->text, pairs[i][1]);
        if (close != scalar->text + length - end) continue;
        message_add(messages, YAML_QUOTES_CURLED, scalar->place,
                    "the quotes %s and %s do not quote in YAML and are printed; expected \"…\" around the text", pairs[i][0], pairs[i][1]);
        message_hint(messages, "when they belong to the text, put straight ones around them: \"%s…%s\"", pairs[i][0], pairs[i][1]);
        return;
    }
}

bool yaml_slip_value(const struct yaml_scalar *scalar, struct messages *messages)
{
    if (!scalar->plain) return false;
    if (tell_list(scalar, messages)) return true;
    tell_quotes(scalar, messages);
    return false;
}

/* ---- lists within brackets ---- */

/* `[13,6, 14,5]`: some commas have a space behind them, and some stand between digits. */
bool yaml_slip_list(const struct value *list, struct messages *messages)
{
    const struct value *tight = NULL;
    bool loose = false;
    for (size_t i = 1; i < list->count; i++) {
        const struct value *before = list->items[i - 1], *item = list->items[i];
        if (before->kind != VALUE_STRING || item->kind != VALUE_STRING || before->place.line != item->place.line) return false;
        size_t length = strlen(before->text);
        bool digits = before->plain && item->plain && isdigit((unsigned char)*item->text) && strspn(before->text, "0123456789") == length;
        bool near = item->place.column == before->place.column + length + 1;
        if (!near) loose = true;
        else if (digits && !tight) tight = before;
    }
    if (!tight || !loose) return false;
    message_add(messages, YAML_DECIMAL, tight->place,
                "the comma behind `%s` ends the value, for within brackets it comes before the next one; expected a decimal comma in "
                "quotes, or a point",
                tight->text);
    return true;
}
