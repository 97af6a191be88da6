#include "compose/compose.h"

#include "compose/block.h"
#include "compose/reference.h"
#include "compose/resolve.h"

bool compose_merge(struct arena *arena, const struct composer *composer, const struct publication *publication,
                   const struct report *report, struct insertions *insertions, struct merged_text *merged,
                   struct messages *messages)
{
    const struct value *view = report_view(arena, publication, report, composer->words, insertions);
    return template_render(arena, composer->templates, report->kind, view, merged, messages);
}

struct node *compose_report(struct arena *arena, const struct composer *composer, const struct publication *publication,
                            const struct report *report, struct messages *messages)
{
    struct insertions insertions = {0};
    struct merged_text merged = {0};
    if (!compose_merge(arena, composer, publication, report, &insertions, &merged, messages)) return NULL;
    struct node *root = document_read(arena, &merged, &insertions, messages);
    struct resolve resolve = {.arena = arena, .root = root, .words = composer->words, .messages = messages,
                              .publication = publication, .report = report, .passages = composer->passages};
    return root && resolve_all(&resolve) ? root : NULL;
}

struct node *compose_start(struct arena *arena, const struct composer *composer, const struct publication *publication,
                           struct messages *messages)
{
    struct insertions insertions = {0};
    struct merged_text merged = {0};
    const struct value *view = report_start_view(arena, publication, composer->words, &insertions);
    if (!template_render(arena, composer->templates, "start", view, &merged, messages)) return NULL;
    struct node *root = document_read(arena, &merged, &insertions, messages);
    if (!root) return NULL;
    struct resolve resolve = {
        .arena = arena, .root = root, .words = composer->words, .messages = messages, .publication = publication,
        .other_pages = true};
    size_t before = messages_count(messages, SEVERITY_ERROR);
    resolve_references(&resolve);
    resolve_directions(&resolve);
    resolve_check(&resolve);
    return messages_count(messages, SEVERITY_ERROR) == before ? root : NULL;
}

struct value *compose_forms(struct arena *arena)
{
    struct value *forms = value_map(arena);
    value_set(arena, forms, "blocks", block_forms(arena));
    value_set(arena, forms, "references", reference_forms(arena));
    return forms;
}
