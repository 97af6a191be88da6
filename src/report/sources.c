/* report.yaml's list of sources: nested, numbered, cited by `[](source:id)`. */
#include <stdlib.h>
#include <string.h>

#include "report/date.h"
#include "report/load.h"

/* ---- reading ---- */

static const char *date_words(struct reading *reading, const struct value *record)
{
    struct arena *arena = reading->loader->arena;
    const char *text = value_text_at(arena, record, "date");
    struct date date;
    return text && date_read(text, &date) == DATE_FINE ? date_text(arena, reading->language, date) : text;
}

static struct source_record *load_list(struct reading *reading, const struct value *list, size_t *count);

/* As deep as the tables: what stands deeper was told. */
static bool load_source(struct reading *reading, const struct value *record, struct source_record *source)
{
    struct arena *arena = reading->loader->arena;
    source->title = value_text_at(arena, record, "title");
    if (!source->title) return false;
    source->id = value_text_at(arena, record, "id");
    source->author = value_text_at(arena, record, "author");
    source->date = date_words(reading, record);
    source->url = value_text_at(arena, record, "url");
    source->group = value_text_at(arena, record, "group");
    source->place = source->id ? value_get(record, "id")->place : record->place;
    source->items = load_list(reading, value_list_at(record, "items"), &source->item_count);
    return true;
}

static struct source_record *load_list(struct reading *reading, const struct value *list, size_t *count)
{
    struct source_record *sources = arena_array(reading->loader->arena, list->count, sizeof *sources);
    *count = 0;
    for (size_t i = 0; i < list->count; i++) *count += load_source(reading, list->items[i], &sources[*count]);
    return sources;
}

static void number(struct arena *arena, struct source_record *sources, size_t count, const char *above)
{
    for (size_t i = 0; i < count; i++) {
        sources[i].number = arena_format(arena, "%s%zu", above, i + 1);
        number(arena, sources[i].items, sources[i].item_count, arena_format(arena, "%s.", sources[i].number));
    }
}

static bool is_same_group(const struct source_record *a, const struct source_record *b)
{
    return a->group && b->group ? strcmp(a->group, b->group) == 0 : a->group == b->group;
}

/* Those of a group come together where its first one stands. */
static void gather_groups(struct arena *arena, struct source_record *sources, size_t count)
{
    struct source_record *gathered = arena_array(arena, count, sizeof *gathered);
    bool *taken = arena_array(arena, count, sizeof *taken);
    size_t filled = 0;
    for (size_t first = 0; first < count; first++) {
        if (taken[first]) continue;
        for (size_t i = first; i < count; i++) {
            if (taken[i] || !is_same_group(&sources[first], &sources[i])) continue;
            gathered[filled++] = sources[i];
            taken[i] = true;
        }
    }
    if (count) memcpy(sources, gathered, count * sizeof *sources);
}

/* ---- ids ---- */

struct cited_sources {
    struct arena *arena;
    struct source_record **items; /* those with an id */
    size_t count, capacity;
};

static void collect(struct cited_sources *all, struct source_record *sources, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (sources[i].id) {
            all->items = arena_grow(all->arena, all->items, all->count, &all->capacity, sizeof *all->items);
            all->items[all->count++] = &sources[i];
        }
        collect(all, sources[i].items, sources[i].item_count);
    }
}

static struct cited_sources collect_all(struct reading *reading)
{
    struct cited_sources all = {.arena = reading->loader->arena};
    collect(&all, reading->report->sources, reading->report->source_count);
    return all;
}

static void check_ids(struct reading *reading, const struct cited_sources *all)
{
    struct named *names = arena_array(all->arena, all->count, sizeof *names);
    for (size_t i = 0; i < all->count; i++)
        names[i] = (struct named){.name = all->items[i]->id, .place = all->items[i]->place};
    names_check(reading->loader, names, all->count, "id of the source");
}

void load_sources(struct reading *reading, const struct value *file)
{
    struct report *report = reading->report;
    struct arena *arena = reading->loader->arena;
    report->sources = load_list(reading, value_list_at(file, "sources"), &report->source_count);
    gather_groups(arena, report->sources, report->source_count);
    struct cited_sources all = collect_all(reading);
    if (all.count) number(arena, report->sources, report->source_count, "");
    check_ids(reading, &all);
}

/* ---- citations ---- */

static int by_id(const void *a, const void *b)
{
    return strcmp((*(struct source_record *const *)a)->id, (*(struct source_record *const *)b)->id);
}

/* What is not in the list is told where the link is resolved, as all references are. */
static void mark(const struct cited_sources *all, const struct node *text)
{
    static const char scheme[] = "source:";
    for (const struct node *node = text; node; node = node_next(node, text)) {
        const char *address = node_is(node, "a") ? node_get(node, "href") : NULL;
        if (!address || strncmp(address, scheme, strlen(scheme)) != 0) continue;
        const struct source_record wanted = {.id = address + strlen(scheme)}, *key = &wanted;
        struct source_record **found = bsearch(&key, all->items, all->count, sizeof *all->items, by_id);
        if (found) (*found)->cited = true;
    }
}

static bool part_is_cited(const struct source_record *source)
{
    for (size_t i = 0; i < source->item_count; i++) {
        if (source->items[i].cited || part_is_cited(&source->items[i])) return true;
    }
    return false;
}

void check_sources(struct reading *reading)
{
    struct cited_sources all = collect_all(reading);
    if (!all.count) return;
    qsort(all.items, all.count, sizeof *all.items, by_id);
    size_t count;
    const struct node **texts = report_texts(all.arena, reading->report, &count);
    for (size_t i = 0; i < count; i++) mark(&all, texts[i]);
    for (size_t i = 0; i < all.count; i++) {
        struct source_record *source = all.items[i];
        if (!source->cited) source->cited = part_is_cited(source);
        if (source->cited) continue;
        message_add(reading->loader->messages, SOURCE_UNCITED, source->place,
                    "no text cites the source `%s`; expected `[](source:%s)` where the report rests on it", source->id,
                    source->id);
        message_hint(reading->loader->messages, "a source that is only listed needs no id");
    }
}
