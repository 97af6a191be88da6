/* Rules by what their subject needs, so that an element meets only rules that may match it. */
#include <stdlib.h>
#include <string.h>

#include "style/match.h"

struct index {
    struct entry **chains; /* [size], a power of two */
    size_t size;
    struct entry *others; /* entries that need neither id, class nor type */
};

/* ---- keys: ids, classes and types share one table ---- */

static uint32_t key_of(enum simple_kind kind, uint32_t hash)
{
    uint32_t salt = kind == SIMPLE_ID ? 0x9E3779B9u : kind == SIMPLE_CLASS ? 0x85EBCA6Bu : 0;
    uint32_t key = hash ^ salt;
    return key ^ key >> 15;
}

/* The rarest that the subject must have: its id, or a class, or its type. NULL: nothing. */
static const struct simple *needed(const struct compound *compound)
{
    const struct simple *best = NULL;
    for (const struct simple *simple = compound->simples; simple; simple = simple->next) {
        if (simple->kind == SIMPLE_ID) return simple;
        if (simple->kind == SIMPLE_CLASS) best = simple;
        if (simple->kind == SIMPLE_TYPE && !best) best = simple;
    }
    return best;
}

/* ---- entries ---- */

/* Goes over every selector of the sheets for a medium, the user agent's first. */
struct walk {
    struct sheet *const *sheets;
    size_t sheet_count, at; /* at: 0 for the user agent's sheet, then the sheets */
    unsigned media;
    uint32_t number; /* of the selector */
    const struct rule *rule;
    const struct selector *selector;
};

static const struct sheet *sheet_of(const struct walk *walk)
{
    return walk->at == 0 ? walk->sheets[0]->user_agent : walk->sheets[walk->at - 1];
}

static const struct rule *first_of(const struct walk *walk, const struct rule *rule)
{
    while (rule && !(rule->media & walk->media)) rule = rule->next;
    return rule;
}

static struct walk walk_begin(struct sheet *const *sheets, size_t sheet_count, unsigned media)
{
    struct walk walk = {.sheets = sheets, .sheet_count = sheet_count, .media = media};
    if (sheet_count) walk.rule = first_of(&walk, sheet_of(&walk)->rules);
    return walk;
}

/* Sets rule and selector to the next one; false behind the last. */
static bool walk_next(struct walk *walk)
{
    if (walk->sheet_count == 0) return false;
    if (walk->selector && walk->selector->next) {
        walk->selector = walk->selector->next;
        walk->number++;
        return true;
    }
    if (walk->selector) walk->rule = first_of(walk, walk->rule->next);
    while (!walk->rule && walk->at < walk->sheet_count) {
        walk->at++;
        walk->rule = first_of(walk, sheet_of(walk)->rules);
    }
    if (!walk->rule) return false;
    walk->selector = walk->rule->selectors;
    walk->number++;
    return true;
}

static struct entry entry_of(const struct walk *walk)
{
    uint64_t origin = walk->at == 0 ? 0 : AUTHOR_ORDER;
    return (struct entry){.order = origin | (uint64_t)walk->selector->specificity << 31 | walk->number,
                          .selector = walk->selector,
                          .rule = walk->rule};
}

static void add(struct arena *arena, struct index *index, struct entry entry)
{
    const struct simple *simple = needed(entry.selector->subject);
    struct entry *copy = arena_make(arena, struct entry);
    if (simple) entry.key = key_of(simple->kind, simple->hash);
    struct entry **chain = simple ? &index->chains[entry.key & (index->size - 1)] : &index->others;
    entry.next = *chain;
    *copy = entry;
    *chain = copy;
}

struct index *index_new(struct arena *arena, struct sheet *const *sheets, size_t sheet_count, unsigned media)
{
    struct index *index = arena_make(arena, struct index);
    size_t count = 0;
    for (struct walk walk = walk_begin(sheets, sheet_count, media); walk_next(&walk);) count++;
    for (index->size = 64; index->size < 2 * count;) index->size *= 2;
    index->chains = arena_array(arena, index->size, sizeof *index->chains);
    for (struct walk walk = walk_begin(sheets, sheet_count, media); walk_next(&walk);) {
        add(arena, index, entry_of(&walk));
    }
    return index;
}

/* ---- matching ---- */

static void try_entry(const struct entry *entry, const struct subject *subject, struct matches *matches)
{
    if (!selector_matches(entry->selector, subject)) return;
    enum pseudo_element pseudo = entry->selector->pseudo;
    size_t *count = &matches->lists[pseudo].count;
    matches->lists[pseudo].items = arena_grow(matches->arena, matches->lists[pseudo].items, *count,
                                              &matches->lists[pseudo].capacity, sizeof entry);
    matches->lists[pseudo].items[(*count)++] = entry;
}

static void try_chain(const struct index *index, uint32_t key, const struct subject *subject, struct matches *matches)
{
    for (const struct entry *entry = index->chains[key & (index->size - 1)]; entry; entry = entry->next) {
        if (entry->key == key) try_entry(entry, subject, matches);
    }
}

static int compare(const void *a, const void *b)
{
    uint64_t left = (*(const struct entry *const *)a)->order, right = (*(const struct entry *const *)b)->order;
    return (left > right) - (left < right);
}

/* Most lists are short, so they are sorted by insertion. */
static void sort(const struct entry **items, size_t count)
{
    enum { SHORT = 40 };
    if (count > SHORT) {
        qsort(items, count, sizeof *items, compare);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        const struct entry *entry = items[i];
        size_t at = i;
        for (; at > 0 && items[at - 1]->order > entry->order; at--) items[at] = items[at - 1];
        items[at] = entry;
    }
}

static void clear(struct matches *matches)
{
    for (size_t i = 0; i < PSEUDO_COUNT; i++) matches->lists[i].count = 0;
}

static void sort_all(struct matches *matches)
{
    for (size_t i = 0; i < PSEUDO_COUNT; i++) sort(matches->lists[i].items, matches->lists[i].count);
}

void index_match(const struct index *index, const struct subject *subject, struct matches *matches)
{
    clear(matches);
    for (const struct entry *entry = index->others; entry; entry = entry->next) try_entry(entry, subject, matches);
    try_chain(index, key_of(SIMPLE_TYPE, subject->name_hash), subject, matches);
    if (subject->id) try_chain(index, key_of(SIMPLE_ID, subject->id_hash), subject, matches);
    for (size_t i = 0; i < subject->class_count; i++) {
        try_chain(index, key_of(SIMPLE_CLASS, subject->classes[i].hash), subject, matches);
    }
    sort_all(matches);
}

void sheets_match(struct arena *arena, struct sheet *const *sheets, size_t sheet_count, unsigned media,
                  const struct subject *subject, struct matches *matches)
{
    matches->arena = arena;
    clear(matches);
    for (struct walk walk = walk_begin(sheets, sheet_count, media); walk_next(&walk);) {
        if (!selector_matches(walk.selector, subject)) continue;
        struct entry *entry = arena_make(arena, struct entry);
        *entry = entry_of(&walk);
        try_entry(entry, subject, matches);
    }
    sort_all(matches);
}
