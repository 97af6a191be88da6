/* oordeel dump: what goes over each arrow of the street, as text. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "commands/citing.h"
#include "commands/commands.h"
#include "commands/manual.h"
#include "commands/press.h"
#include "content/content.h"

const char *const dump_stages[] = {"value", "markdown", "model", "merged", "document", "style", "layout", "tags",
                                   "heard",
                                   "schema", "manual", NULL};

struct dump {
    struct arena *arena;
    const struct request *request;
    struct messages *messages;
    struct buffer out;
};

static bool dump_value(struct dump *dump)
{
    const struct source *source = file_read(dump->arena, dump->request->folder, dump->request->folder, dump->messages);
    const struct value *value = source ? content_read_yaml(dump->arena, source, dump->messages) : NULL;
    if (!value) return false;
    struct json json = json_new(&dump->out);
    json_value(&json, NULL, value);
    buffer_add_char(&dump->out, '\n');
    return true;
}

static bool dump_markdown(struct dump *dump)
{
    const struct source *source = file_read(dump->arena, dump->request->folder, dump->request->folder, dump->messages);
    if (!source) return false;
    document_dump(&dump->out, content_read_markdown(dump->arena, source, dump->messages), true);
    return true;
}

/* PATH is the page's template. */
static bool dump_manual(struct dump *dump)
{
    return manual_write(dump->arena, &dump->out, dump->request->folder, dump->messages);
}

/* PATH is the schema's name. */
static bool dump_schema(struct dump *dump)
{
    if (report_write_schema(&dump->out, dump->request->folder)) return true;
    struct buffer list = buffer_new(dump->arena);
    for (const char **name = report_schema_names(dump->arena); *name; name++)
        buffer_format(&list, "%s`%s`", list.length ? ", " : "", *name);
    message_add(dump->messages, SCHEMA_UNKNOWN, (struct place){0}, "there is no schema `%s`; expected one of %s",
                dump->request->folder, buffer_text(&list));
    return false;
}

static bool dump_model(struct dump *dump)
{
    const struct publication *publication = report_load(dump->arena, dump->request->folder, dump->messages);
    if (publication) report_dump(&dump->out, publication);
    return publication;
}

static bool is_stage(const struct dump *dump, const char *stage)
{
    return strcmp(dump->request->stage, stage) == 0;
}

static bool dump_merged(struct dump *dump, const struct composer *composer, const struct publication *publication,
                        const struct report *report)
{
    struct insertions insertions = {0};
    struct merged_text merged;
    bool done = compose_merge(dump->arena, composer, publication, report, &insertions, &merged, dump->messages);
    if (done) buffer_add_bytes(&dump->out, merged.text, merged.length);
    return done;
}

/* From the document on: each stage needs the one before it. */
static bool dump_street(struct dump *dump, const struct press *press, const struct node *document,
                        const struct images *images)
{
    struct arena *arena = dump->arena;
    if (is_stage(dump, "document")) {
        document_dump(&dump->out, document, true);
        return true;
    }
    const struct styled *styled = press_style(arena, press, document, dump->messages);
    if (is_stage(dump, "style")) {
        style_dump(&dump->out, styled);
        return true;
    }
    const struct layout *layout = press_layout(arena, press, styled, images, dump->messages);
    if (is_stage(dump, "layout")) {
        layout_dump(&dump->out, layout);
        return true;
    }
    if (is_stage(dump, "heard")) return pdf_dump_heard(arena, &dump->out, document, layout, dump->messages);
    return pdf_dump_tags(arena, &dump->out, document, layout, dump->messages);
}

static bool dump_report(struct dump *dump, const struct press *press, const struct publication *publication,
                        const struct report *report)
{
    struct composer composer = press_composer(press, report->language);
    if (is_stage(dump, "merged")) return dump_merged(dump, &composer, publication, report);
    composer.passages = citing_needed(dump->arena, press, publication, report, dump->messages);
    const struct node *document = compose_report(dump->arena, &composer, publication, report, dump->messages);
    return document && dump_street(dump, press, document, &report->images);
}

/* "content/wss-2025" is report wss-2025 of content; "content" is its only report. */
static const struct report *find_report(const struct publication *publication, const char *id)
{
    if (!id) return publication->report_count == 1 ? publication->reports[0] : NULL;
    for (size_t i = 0; i < publication->report_count; i++) {
        if (strcmp(publication->reports[i]->id, id) == 0) return publication->reports[i];
    }
    return NULL;
}

static bool dump_report_stage(struct dump *dump)
{
    struct arena *arena = dump->arena;
    const char *folder = dump->request->folder, *id = NULL;
    if (file_exists(file_join(arena, folder, "report.yaml"))) {
        const char *slash = strrchr(folder, '/');
        id = slash ? slash + 1 : folder;
        folder = slash ? arena_copy(arena, folder, (size_t)(slash - folder)) : ".";
    }
    struct press *press = press_load(arena, dump->request->data, folder, dump->messages);
    const struct publication *publication = press ? report_load(arena, folder, dump->messages) : NULL;
    bool done = false;
    if (publication && messages_count(dump->messages, SEVERITY_ERROR) == 0) {
        const struct report *report = find_report(publication, id);
        if (report) done = dump_report(dump, press, publication, report);
        else
            message_add(dump->messages, FILE_UNREADABLE, (struct place){0},
                        "%s holds %zu reports; expected the folder of one", folder, publication->report_count);
    }
    press_free(press);
    return done;
}

enum status command_dump(struct arena *arena, const struct request *request, struct messages *messages,
                         struct outcome *outcome)
{
    outcome->reports = 0; /* a dump is its own end */
    struct dump dump = {.arena = arena, .request = request, .messages = messages, .out = buffer_new(arena)};
    bool done = is_stage(&dump, "value")      ? dump_value(&dump)
                : is_stage(&dump, "markdown") ? dump_markdown(&dump)
                : is_stage(&dump, "manual")   ? dump_manual(&dump)
                : is_stage(&dump, "schema")   ? dump_schema(&dump)
                : is_stage(&dump, "model")    ? dump_model(&dump)
                                              : dump_report_stage(&dump);
    fwrite(buffer_text(&dump.out), 1, dump.out.length, stdout);
    return done && messages_count(messages, SEVERITY_ERROR) == 0 ? STATUS_FINE : STATUS_MISTAKES;
}
