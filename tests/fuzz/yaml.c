/* YAML and Markdown through the forms of the report room: loading ends, tells what is wrong, and leaves a model that can be
 * dumped, viewed and, when it is sound, checked. */
#include "base/json.h"
#include "check/check.h"
#include "content.h"

static void view(struct run *run, const struct publication *publication)
{
    struct insertions insertions = {0};
    for (size_t i = 0; i < publication->report_count; i++)
        report_view(run->arena, publication, publication->reports[i], value_map(run->arena), &insertions);
    report_start_view(run->arena, publication, value_map(run->arena), &insertions);
}

static void fuzz(struct run *run)
{
    const struct edition edition = {.drafts = false, .date = {2025, 6, 1}};
    struct publication *publication = content_load(run);
    if (!publication) return;
    struct buffer out = buffer_new(run->arena);
    report_dump(&out, publication);
    json_check(buffer_text(&out));
    view(run, publication);
    if (messages_count(run->messages, SEVERITY_ERROR) > 0) return;
    check_publication(publication, NULL, run->messages);
    report_select(publication, &edition, run->messages);
}
