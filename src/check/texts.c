/* Which trees a report has, in the order in which they are read. */
#include "check/texts.h"

#include <string.h>

struct list {
    struct arena *arena;
    struct text *items;
    size_t count, capacity, parts;
};

/* A letter in an annex, or the whole response, is written by others: what the report introduces they may introduce
 * again. */
static bool holds_letter(const struct node *body)
{
    for (const struct node *node = body->first; node; node = node->next) {
        const char *block = node->name ? node_get(node, "data-block") : NULL;
        if (block && strcmp(block, "letterhead") == 0) return true;
    }
    return false;
}

static void add(struct list *list, enum text_role role, const struct node *title, const struct node *body)
{
    if (!body) return;
    list->items = arena_grow(list->arena, list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = (struct text){.role = role,
                                               .part = list->parts,
                                               .title = title,
                                               .body = body,
                                               .letter = role == TEXT_RESPONSE || holds_letter(body)};
}

static void add_part(struct list *list, enum text_role role, const struct part *part)
{
    add(list, role, part->title, part->body);
    list->parts++;
}

static void add_finding(struct list *list, const struct finding *finding)
{
    add(list, TEXT_FINDING, NULL, finding->body);
    for (size_t i = 0; i < finding->shortcoming_count; i++)
        add(list, TEXT_SHORTCOMING, NULL, finding->shortcomings[i].body);
}

static void add_theme(struct list *list, const struct theme_result *result)
{
    add(list, TEXT_THEME, NULL, result->introduction);
    add(list, TEXT_VERDICT, NULL, result->verdict_text);
    for (size_t i = 0; i < result->theme->norm_count; i++) add_finding(list, &result->findings[i]);
    list->parts++;
}

struct text *texts_of_report(struct arena *arena, const struct report *report, size_t *count)
{
    struct list list = {.arena = arena};
    add_part(&list, TEXT_RESPONSE, &report->response);
    add_part(&list, TEXT_SUMMARY, &report->summary);
    for (size_t i = 0; i < report->chapter_count; i++) {
        add_part(&list, TEXT_CHAPTER, &report->chapters[i]);
        for (size_t j = 0; report->chapters[i].results && report->themes && j < report->framework->theme_count; j++)
            add_theme(&list, &report->themes[j]);
    }
    for (size_t i = 0; i < report->annex_count; i++) add_part(&list, TEXT_ANNEX, &report->annexes[i]);
    *count = list.count;
    return list.items;
}
