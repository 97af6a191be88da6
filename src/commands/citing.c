#include "commands/citing.h"

/* A report comes when nothing that it needs is left; each is looked at again when one that it needs came. */
const struct report **citing_order(struct arena *arena, const struct publication *publication)
{
    size_t count = publication->report_count, ordered = 0, depth = 0;
    const struct report **order = arena_array(arena, count, sizeof *order);
    const struct report **path = arena_array(arena, count, sizeof *path);
    size_t *next = arena_array(arena, count, sizeof *next);
    bool *begun = arena_array(arena, count, sizeof *begun);
    for (size_t i = 0; i < count; i++) {
        if (begun[i]) continue;
        begun[i] = true;
        path[depth++] = publication->reports[i];
        while (depth > 0) {
            const struct report *report = path[depth - 1];
            size_t *need = &next[report->index];
            while (*need < report->need_count && begun[report->needs[*need]->index]) ++*need;
            if (*need == report->need_count) {
                order[ordered++] = report;
                depth--;
                continue;
            }
            path[depth++] = report->needs[*need];
            begun[report->needs[*need]->index] = true;
        }
    }
    return order;
}

const struct passages *citing_passages(struct arena *arena, const struct report *report, const struct node *document,
                                       const struct layout *layout)
{
    size_t count = layout ? layout->anchor_count : 0;
    struct printed *printed = arena_array(arena, count, sizeof *printed);
    for (size_t i = 0; i < count; i++)
        printed[i] = (struct printed){layout->anchors[i].node, layout->pages[layout->anchors[i].page].label};
    return compose_passages(arena, report, document, printed, count);
}

/* Those that the report needs, and those that they need. */
static void mark_needed(const struct report *report, const struct report **order, size_t count, bool *needed)
{
    needed[report->index] = true;
    for (size_t i = count; i-- > 0;) {
        for (size_t j = 0; needed[order[i]->index] && j < order[i]->need_count; j++)
            needed[order[i]->needs[j]->index] = true;
    }
}

const struct passages *const *citing_needed(struct arena *arena, const struct press *press,
                                            const struct publication *publication, const struct report *report,
                                            struct messages *messages)
{
    size_t count = publication->report_count;
    const struct report **order = citing_order(arena, publication);
    const struct passages **passages = arena_array(arena, count, sizeof *passages);
    bool *needed = arena_array(arena, count, sizeof *needed);
    mark_needed(report, order, count, needed);
    for (size_t i = 0; i < count; i++) {
        const struct report *other = order[i];
        if (!needed[other->index] || other == report) continue;
        struct composer composer = press_composer(press, other->language);
        composer.passages = passages;
        const struct node *document = compose_report(arena, &composer, publication, other, messages);
        if (!document) continue;
        const struct styled *styled = press_style(arena, press, document, messages);
        const struct layout *layout = press_layout(arena, press, styled, &other->images, messages);
        passages[other->index] = citing_passages(arena, other, document, layout);
    }
    return passages;
}
