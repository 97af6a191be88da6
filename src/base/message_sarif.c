/* Messages as SARIF 2.1.0 (OASIS Standard, 27 March 2020), which code hosts and editors show beside the text. Section
 * numbers below are of that standard. */
#include <ctype.h>
#include <string.h>

#include "base/json.h"
#include "base/message.h"

static const char schema[] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

static void add_text(struct json *json, const char *key, const char *text)
{
    json_open(json, key, '{');
    json_string(json, "text", text);
    json_close(json, '}');
}

/* ---- rules: the codes that were told (3.49) ---- */

static void add_rule(struct json *json, enum message_code code)
{
    enum severity usual = message_code_severity(code);
    json_open(json, NULL, '{');
    json_string(json, "id", message_code_name(code));
    add_text(json, "shortDescription", message_code_cause(code));
    add_text(json, "help", message_code_cure(code));
    json_open(json, "defaultConfiguration", '{');
    if (usual == SEVERITY_OFF) json_boolean(json, "enabled", false);
    else json_string(json, "level", severity_name(usual));
    json_close(json, '}');
    json_close(json, '}');
}

/* Gives each code its index among the rules. */
static void add_rules(struct json *json, const struct message *const *sorted, size_t count, size_t *indices)
{
    bool used[MESSAGE_CODES] = {false};
    size_t index = 0;
    for (size_t i = 0; i < count; i++) used[sorted[i]->code] = true;
    json_open(json, "rules", '[');
    for (size_t code = 0; code < MESSAGE_CODES; code++) {
        if (!used[code]) continue;
        indices[code] = index++;
        add_rule(json, (enum message_code)code);
    }
    json_close(json, ']');
}

static void add_tool(struct json *json, const struct message *const *sorted, size_t count, size_t *indices,
                     const char *version)
{
    json_open(json, "tool", '{');
    json_open(json, "driver", '{');
    json_string(json, "name", "oordeel");
    json_string(json, "version", version);
    add_rules(json, sorted, count, indices);
    json_close(json, '}');
    json_close(json, '}');
}

/* ---- results (3.27) ---- */

/* A URI reference (RFC 3986): what is not allowed in a path is percent-encoded, and a colon, so that no name before one
 * reads as a scheme. */
static void add_encoded(struct buffer *out, const char *path)
{
    for (const char *c = path; *c; c++) {
        bool plain = isalnum((unsigned char)*c) || strchr("/-._~", *c);
        if (plain) buffer_add_char(out, *c);
        else buffer_format(out, "%%%02X", (unsigned)(unsigned char)*c);
    }
}

static const char *uri_of(struct arena *arena, const char *folder, const char *path)
{
    struct buffer uri = buffer_new(arena);
    while (strncmp(folder, "./", 2) == 0) folder += 2;
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/') length--;
    if (*folder == '/') buffer_add(&uri, "file://");
    if (length > 0 && strcmp(folder, ".") != 0) {
        add_encoded(&uri, arena_copy(arena, folder, length));
        if (folder[length - 1] != '/') buffer_add_char(&uri, '/');
    }
    add_encoded(&uri, path);
    return buffer_text(&uri);
}

static void add_location(struct json *json, struct arena *arena, const char *folder, struct place place)
{
    json_open(json, NULL, '{');
    json_open(json, "physicalLocation", '{');
    json_open(json, "artifactLocation", '{');
    json_string(json, "uri", uri_of(arena, folder, place.source->path));
    json_close(json, '}');
    if (place.line) {
        json_open(json, "region", '{');
        json_number(json, "startLine", place.line);
        if (place.column) json_number(json, "startColumn", place.column);
        json_close(json, '}');
    }
    json_close(json, '}');
    json_close(json, '}');
}

static void add_result(struct json *json, struct arena *arena, const char *folder, const struct message *message,
                       size_t rule)
{
    const char *hint = message->hint ? message->hint : "";
    json_open(json, NULL, '{');
    json_string(json, "ruleId", message_code_name(message->code));
    json_number(json, "ruleIndex", (double)rule);
    json_string(json, "level", severity_name(message->severity));
    add_text(json, "message", arena_format(arena, "%s%s%s", message->text, *hint ? "\n" : "", hint));
    json_open(json, "locations", '[');
    if (message->place.source) add_location(json, arena, folder, message->place);
    json_close(json, ']');
    json_close(json, '}');
}

struct told messages_print_sarif(const struct messages *messages, FILE *stream, const char *folder, const char *version)
{
    struct arena *arena = arena_new();
    struct buffer out = buffer_new(arena);
    struct json json = json_new(&out);
    size_t count, indices[MESSAGE_CODES] = {0};
    const struct message **sorted = messages_sorted(arena, messages, &count);
    json_open(&json, NULL, '{');
    json_string(&json, "$schema", schema);
    json_string(&json, "version", "2.1.0");
    json_open(&json, "runs", '[');
    json_open(&json, NULL, '{');
    add_tool(&json, sorted, count, indices, version);
    json_string(&json, "columnKind", "unicodeCodePoints");
    json_open(&json, "results", '[');
    for (size_t i = 0; i < count; i++) add_result(&json, arena, folder, sorted[i], indices[sorted[i]->code]);
    json_close(&json, ']');
    json_close(&json, '}');
    json_close(&json, ']');
    json_close(&json, '}');
    fwrite(out.data, 1, out.length, stream);
    arena_free(arena);
    return messages_tell(messages);
}
