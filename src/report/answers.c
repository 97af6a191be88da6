/* Plans that answer a report of the same publication. */
#include <string.h>

#include "report/load.h"

void answers_add(struct reading *reading, const struct value *file)
{
    struct loader *loader = reading->loader;
    const char *id = value_text_at(loader->arena, file, "answers");
    if (!id || !report_kind_is_known(reading->kind)) return;
    struct place place = value_get(file, "answers")->place;
    reading->report->answers_place = place;
    if (!reading->kind->answers) {
        message_add(loader->messages, ANSWERS_NOTHING, place,
                    "a `%s` answers no report; expected no `answers`, or another `kind`", reading->kind->name);
        return;
    }
    loader->answers = arena_grow(loader->arena, loader->answers, loader->answer_count, &loader->answer_capacity,
                                 sizeof *loader->answers);
    loader->answers[loader->answer_count++] =
        (struct answer){.report = reading->report, .id = id, .place = place};
}

static bool is_answer(const struct report *report)
{
    return report_kind_of(report->kind)->answers;
}

static bool is_answered(const struct report *report)
{
    return !is_answer(report);
}

static void tell_unknown(struct loader *loader, const char *id, struct place place,
                         bool (*may_be)(const struct report *))
{
    const struct publication *publication = loader->publication;
    const char **ids = arena_array(loader->arena, publication->report_count, sizeof *ids);
    size_t count = 0;
    for (size_t i = 0; i < publication->report_count; i++) {
        if (!may_be || may_be(publication->reports[i])) ids[count++] = publication->reports[i]->id;
    }
    message_add(loader->messages, UNKNOWN_REPORT, place,
                "there is no report `%s`; expected the name of a report's folder", id);
    const char *near = suggest(id, ids, count);
    if (near) message_hint(loader->messages, "did you mean `%s`?", near);
}

const struct report *report_find(struct loader *loader, const char *id, struct place place,
                                 bool (*may_be)(const struct report *))
{
    const struct publication *publication = loader->publication;
    for (size_t i = 0; i < publication->report_count; i++) {
        if (strcmp(publication->reports[i]->id, id) == 0) return publication->reports[i];
    }
    tell_unknown(loader, id, place, may_be);
    return NULL;
}

void answers_link(struct loader *loader)
{
    for (size_t i = 0; i < loader->answer_count; i++) {
        const struct answer *answer = &loader->answers[i];
        const struct report *report = report_find(loader, answer->id, answer->place, is_answered);
        if (!report) continue;
        if (is_answer(report))
            message_add(loader->messages, UNKNOWN_REPORT, answer->place,
                        "`%s` is a `%s` itself; expected the report that is answered", answer->id, report->kind);
        else answer->report->answers = report;
    }
}
