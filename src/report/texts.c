/* All texts of a report, one after the other. */
#include "report/report.h"

struct texts {
    struct arena *arena;
    const struct node **items;
    size_t count, capacity;
};

static void add(struct texts *texts, const struct node *text)
{
    if (!text) return;
    texts->items = arena_grow(texts->arena, texts->items, texts->count, &texts->capacity, sizeof *texts->items);
    texts->items[texts->count++] = text;
}

static void add_part(struct texts *texts, const struct part *part)
{
    if (part->body) add(texts, part->title);
    add(texts, part->body);
}

static void add_finding(struct texts *texts, const struct finding *finding)
{
    add(texts, finding->body);
    for (size_t i = 0; i < finding->shortcoming_count; i++) add(texts, finding->shortcomings[i].body);
}

static void add_themes(struct texts *texts, const struct report *report)
{
    size_t count = report->framework && report->themes ? report->framework->theme_count : 0;
    for (size_t i = 0; i < count; i++) {
        const struct theme_result *result = &report->themes[i];
        add(texts, result->introduction);
        add(texts, result->verdict_text);
        for (size_t j = 0; j < result->theme->norm_count; j++) add_finding(texts, &result->findings[j]);
    }
}

const struct node **report_texts(struct arena *arena, const struct report *report, size_t *count)
{
    struct texts texts = {.arena = arena};
    add(&texts, report->reconstruction);
    add_part(&texts, &report->response);
    add_part(&texts, &report->summary);
    for (size_t i = 0; i < report->chapter_count; i++) {
        add_part(&texts, &report->chapters[i]);
        if (report->chapters[i].results) add_themes(&texts, report);
    }
    for (size_t i = 0; i < report->annex_count; i++) add_part(&texts, &report->annexes[i]);
    *count = texts.count;
    return texts.items;
}
