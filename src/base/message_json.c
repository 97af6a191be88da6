/* Messages as programs read them: a JSON object of our own. */
#include "base/json.h"
#include "base/message.h"

static void add_message(struct json *json, const struct message *message)
{
    const struct place *place = &message->place;
    json_open(json, NULL, '{');
    json_string(json, "code", message_code_name(message->code));
    json_string(json, "severity", severity_name(message->severity));
    json_string(json, "path", place->source ? place->source->path : NULL);
    if (place->source && place->line) {
        json_number(json, "line", place->line);
        json_number(json, "column", place->column);
    }
    json_string(json, "text", message->text);
    if (message->hint) json_string(json, "hint", message->hint);
    json_string(json, "cause", message_code_cause(message->code));
    json_string(json, "cure", message_code_cure(message->code));
    json_close(json, '}');
}

struct told messages_print_json(const struct messages *messages, FILE *stream, const char *folder, const char *version)
{
    struct arena *arena = arena_new();
    struct buffer out = buffer_new(arena);
    struct json json = json_new(&out);
    struct told told = messages_tell(messages);
    size_t count;
    const struct message **sorted = messages_sorted(arena, messages, &count);
    json_open(&json, NULL, '{');
    json_string(&json, "program", "oordeel");
    json_string(&json, "version", version);
    json_string(&json, "folder", folder);
    json_number(&json, "errors", (double)told.errors);
    json_number(&json, "warnings", (double)told.warnings);
    json_number(&json, "notes", (double)told.notes);
    json_open(&json, "messages", '[');
    for (size_t i = 0; i < count; i++) add_message(&json, sorted[i]);
    json_close(&json, ']');
    json_close(&json, '}');
    fwrite(out.data, 1, out.length, stream);
    arena_free(arena);
    return told;
}
