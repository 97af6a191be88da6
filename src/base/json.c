#include "base/json.h"

#include "base/utf8.h"

struct json json_new(struct buffer *out)
{
    return (struct json){.out = out, .first = true};
}

/* JSON is UTF-8 (RFC 8259, section 8.1); a name of a file, or a text that was cut, may not be. */
static size_t add_character(struct buffer *out, const char *text)
{
    size_t length;
    bool invalid = utf8_decode(text, &length) == 0xFFFD && length == 1;
    if (invalid) buffer_add(out, "\uFFFD");
    else buffer_add_bytes(out, text, length);
    return length;
}

static void quote(struct buffer *out, const char *text)
{
    buffer_add_char(out, '"');
    for (const char *c = text; *c;) {
        if ((unsigned char)*c >= 0x80) {
            c += add_character(out, c);
            continue;
        }
        if (*c == '"' || *c == '\\') buffer_format(out, "\\%c", *c);
        else if (*c == '\n') buffer_add(out, "\\n");
        else if ((unsigned char)*c < 0x20) buffer_format(out, "\\u%04x", (unsigned)*c);
        else buffer_add_char(out, *c);
        c++;
    }
    buffer_add_char(out, '"');
}

static void new_line(struct json *json)
{
    buffer_add_char(json->out, '\n');
    for (unsigned i = 0; i < json->depth; i++) buffer_add(json->out, "  ");
}

static void begin(struct json *json, const char *key)
{
    if (!json->first) buffer_add_char(json->out, ',');
    if (json->depth > 0) new_line(json);
    json->first = false;
    if (!key) return;
    quote(json->out, key);
    buffer_add(json->out, ": ");
}

void json_open(struct json *json, const char *key, char bracket)
{
    begin(json, key);
    buffer_add_char(json->out, bracket);
    json->depth++;
    json->first = true;
}

void json_close(struct json *json, char bracket)
{
    json->depth--;
    if (!json->first) new_line(json);
    buffer_add_char(json->out, bracket);
    json->first = false;
    if (json->depth == 0) buffer_add_char(json->out, '\n');
}

void json_string(struct json *json, const char *key, const char *text)
{
    begin(json, key);
    if (text) quote(json->out, text);
    else buffer_add(json->out, "null");
}

void json_number(struct json *json, const char *key, double number)
{
    begin(json, key);
    buffer_add_number(json->out, number, 3);
}

void json_boolean(struct json *json, const char *key, bool boolean)
{
    begin(json, key);
    buffer_add(json->out, boolean ? "true" : "false");
}

void json_value(struct json *json, const char *key, const struct value *value)
{
    switch (value->kind) {
    case VALUE_NULL: json_string(json, key, NULL); return;
    case VALUE_BOOLEAN: json_boolean(json, key, value->boolean); return;
    case VALUE_STRING:
    case VALUE_MARKUP: json_string(json, key, value->text); return;
    case VALUE_LIST:
        json_open(json, key, '[');
        for (size_t i = 0; i < value->count; i++) json_value(json, NULL, value->items[i]);
        json_close(json, ']');
        return;
    case VALUE_MAP:
        json_open(json, key, '{');
        for (size_t i = 0; i < value->count; i++) json_value(json, value->members[i].key, value->members[i].value);
        json_close(json, '}');
        return;
    }
}
