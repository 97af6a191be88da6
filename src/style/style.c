/* The document with its styles: one pass over the tree; equal elements share a style. */
#include <assert.h>
#include <string.h>

#include "style/cascade.h"
#include "style/hints.h"
#include "style/match.h"

/* A style by what it was made from, so that it is made once. */
struct shared {
    uint64_t hash;
    const struct style *parent;
    const struct entry **entries;
    size_t count;
    const char *language, *hints[HINT_COUNT];
    bool has_hints;
    struct style *style;
    struct shared *next;
};

struct run {
    struct arena *arena;
    struct cascade cascade;
    const struct index *index;
    struct matches matches;
    struct shared **chains; /* [size], a power of two */
    size_t size, count;
};

/* ---- shared styles ---- */

static uint64_t mix(uint64_t hash, uint64_t number)
{
    hash = (hash ^ number) * 1099511628211u;
    return hash ^ hash >> 29;
}

/* Addresses only choose the chain: no result depends on them. */
static uint64_t hash_of(const struct shared *key)
{
    uint64_t hash = mix(14695981039346656037u, (uint64_t)(uintptr_t)key->parent);
    for (size_t i = 0; i < key->count; i++) hash = mix(hash, key->entries[i]->order);
    if (key->language) hash = mix(hash, name_hash(key->language, strlen(key->language)));
    for (size_t i = 0; i < HINT_COUNT && key->has_hints; i++) {
        if (key->hints[i]) hash = mix(hash, name_hash(key->hints[i], strlen(key->hints[i])));
    }
    return hash;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool equal(const struct shared *a, const struct shared *b)
{
    if (a->hash != b->hash || a->parent != b->parent || a->count != b->count || a->has_hints != b->has_hints) {
        return false;
    }
    if (!same_text(a->language, b->language)) return false;
    for (size_t i = 0; i < a->count; i++) {
        if (a->entries[i] != b->entries[i]) return false;
    }
    for (size_t i = 0; i < HINT_COUNT && a->has_hints; i++) {
        if (!same_text(a->hints[i], b->hints[i])) return false;
    }
    return true;
}

static void widen(struct run *run)
{
    size_t size = run->size * 2;
    struct shared **chains = arena_array(run->arena, size, sizeof *chains);
    for (size_t i = 0; i < run->size; i++) {
        for (struct shared *shared = run->chains[i], *next; shared; shared = next) {
            next = shared->next;
            struct shared **chain = &chains[shared->hash & (size - 1)];
            shared->next = *chain;
            *chain = shared;
        }
    }
    run->chains = chains;
    run->size = size;
}

static const struct entry **copy_entries(struct arena *arena, const struct shared *key)
{
    const struct entry **copy = arena_array(arena, key->count, sizeof *copy);
    if (key->count) memcpy(copy, key->entries, key->count * sizeof *copy);
    return copy;
}

/* The declarations in the order of the cascade: user agent, hints, author. */
static struct applied apply(struct arena *arena, const struct shared *key)
{
    struct applied applied = {.items = arena_array(arena, key->count + 1, sizeof *applied.items)};
    bool hinted = !key->has_hints;
    for (size_t i = 0; i <= key->count; i++) {
        if (!hinted && (i == key->count || key->entries[i]->order >= AUTHOR_ORDER)) {
            applied.items[applied.count++] = hints_declarations(arena, key->hints);
            hinted = true;
        }
        if (i < key->count) applied.items[applied.count++] = &key->entries[i]->rule->declarations;
    }
    return applied;
}

static struct style *share(struct run *run, struct shared *key)
{
    key->hash = hash_of(key);
    const struct shared *there = run->chains[key->hash & (run->size - 1)];
    while (there && !equal(there, key)) there = there->next;
    if (there) return there->style;
    if (run->count++ >= run->size) widen(run);
    struct shared *shared = arena_make(run->arena, struct shared);
    struct applied applied = apply(run->arena, key);
    *shared = *key;
    shared->entries = copy_entries(run->arena, key);
    shared->style = style_compute(&run->cascade, key->parent, &applied);
    if (key->language) shared->style->computed.language = key->language;
    struct shared **chain = &run->chains[key->hash & (run->size - 1)];
    shared->next = *chain;
    *chain = shared;
    return shared->style;
}

/* ---- one element ---- */

static const struct style *style_element(struct run *run, const struct subject *subject, const struct style *parent)
{
    struct shared key = {.parent = parent,
                         .entries = run->matches.lists[PSEUDO_NONE].items,
                         .count = run->matches.lists[PSEUDO_NONE].count,
                         .language = node_get(subject->node, "lang")};
    key.has_hints = hints_of(subject->node, key.hints);
    const struct style *style = share(run, &key);
    if (subject->root) run->cascade.root_font_size = style->computed.font_size;
    return style;
}

static const struct style *style_pseudo(struct run *run, const struct style *parent, enum pseudo_element pseudo)
{
    struct shared key = {
        .parent = parent, .entries = run->matches.lists[pseudo].items, .count = run->matches.lists[pseudo].count};
    return share(run, &key);
}

/* A box of generated content is there only when it has content. */
static const struct computed *style_generated(struct run *run, const struct style *parent, enum pseudo_element pseudo)
{
    if (run->matches.lists[pseudo].count == 0) return NULL;
    const struct computed *computed = &style_pseudo(run, parent, pseudo)->computed;
    return computed->content && computed->display != DISPLAY_NONE ? computed : NULL;
}

/* ---- the walk ---- */

/* An element whose children are being styled. */
struct open {
    struct styled *styled;
    struct subject subject;
    const struct style *style;
    struct styled *last;                /* child so far */
    const struct subject *last_subject; /* of the last child that is an element */
};

static void append(struct open *parent, struct styled *child)
{
    if (!parent) return;
    child->parent = parent->styled;
    if (parent->last) parent->last->next = child;
    else parent->styled->first = child;
    parent->last = child;
}

static void place_subject(struct subject *subject, struct open *parent)
{
    subject->root = !parent;
    if (!parent) return;
    subject->parent = &parent->subject;
    subject->previous = parent->last_subject;
    if (parent->last_subject) subject->index = parent->last_subject->index + 1;
    parent->last_subject = subject;
}

static struct open *open_element(struct run *run, const struct node *node, struct open *parent)
{
    struct open *open = arena_make(run->arena, struct open);
    struct styled *styled = open->styled = arena_make(run->arena, struct styled);
    open->subject = subject_of(run->arena, node);
    place_subject(&open->subject, parent);
    index_match(run->index, &open->subject, &run->matches);
    open->style = style_element(run, &open->subject, parent ? parent->style : NULL);
    styled->node = node;
    styled->style = &open->style->computed;
    styled->before = style_generated(run, open->style, PSEUDO_BEFORE);
    styled->after = style_generated(run, open->style, PSEUDO_AFTER);
    if (styled->style->display == DISPLAY_LIST_ITEM) {
        styled->marker = &style_pseudo(run, open->style, PSEUDO_MARKER)->computed;
    }
    append(parent, styled);
    return open;
}

static void add_text(struct run *run, const struct node *node, struct open *parent)
{
    assert(parent); /* the root is an element */
    struct styled *styled = arena_make(run->arena, struct styled);
    *styled = (struct styled){.node = node, .style = parent->styled->style};
    append(parent, styled);
}

/* Elements that are open are found again through their nodes' parents: the stack is as deep as the tree. */
static struct styled *walk(struct run *run, const struct node *root)
{
    size_t depth = 0, capacity = 0;
    struct open **stack = NULL;
    for (const struct node *node = root; node; node = node_next(node, root)) {
        while (depth && stack[depth - 1]->styled->node != node->parent) depth--;
        struct open *parent = depth ? stack[depth - 1] : NULL;
        if (!node->name) {
            add_text(run, node, parent);
            continue;
        }
        stack = arena_grow(run->arena, stack, depth, &capacity, sizeof(struct open *));
        stack[depth++] = open_element(run, node, parent);
    }
    return stack ? stack[0]->styled : NULL;
}

unsigned media_of(const char *medium)
{
    if (same_word(medium, "dark")) return MEDIUM_SCREEN | MEDIUM_DARK;
    return same_word(medium, "screen") ? MEDIUM_SCREEN : MEDIUM_PRINT;
}

struct styled *style_document(struct arena *arena, const struct node *root, struct sheet *const *sheets,
                              size_t sheet_count, const char *medium, struct messages *messages)
{
    enum { FIRST_SIZE = 256 };
    struct run run = {.arena = arena, .cascade = {.arena = arena, .messages = messages}, .size = FIRST_SIZE};
    run.index = index_new(arena, sheets, sheet_count, media_of(medium));
    run.matches.arena = arena;
    run.chains = arena_array(arena, run.size, sizeof *run.chains);
    return walk(&run, root);
}
