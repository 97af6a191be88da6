/* Inside the room: elements as selectors see them, and the rules that match them. */
#ifndef STYLE_MATCH_H
#define STYLE_MATCH_H

#include "style/cascade.h"
#include "style/sheet.h"

struct class_name {
    const char *name; /* not ended by NUL */
    size_t length;
    uint32_t hash;
};

/* An element with what selectors ask of it, worked out once. */
struct subject {
    const struct node *node;
    const struct subject *parent, *previous; /* previous: the element before it */
    const char *id;
    uint32_t name_hash, id_hash;
    struct class_name *classes;
    size_t class_count;
    int index; /* among the elements of its parent, from 1 */
    bool root;
};

/* Fills in what the node itself says: name, id, classes. */
struct subject subject_of(struct arena *arena, const struct node *node);

bool selector_matches(const struct selector *selector, const struct subject *subject);

/* A rule as one of its selectors reaches it. */
struct entry {
    uint64_t order; /* in the cascade: origin, specificity, place in the sheets */
    const struct selector *selector;
    const struct rule *rule;
    uint32_t key;       /* of the bucket that it is in */
    struct entry *next; /* in its chain */
};

/* From this order on rules are the author's; before it, the user agent's. */
#define AUTHOR_ORDER (UINT64_C(1) << 62)

/* The rules of sheets for one medium, found by what their subject needs: an id, a class, a type, or nothing. */
struct index;

struct index *index_new(struct arena *arena, struct sheet *const *sheets, size_t sheet_count, unsigned media);

/* Entries that match one element, per pseudo-element, in the order of the cascade. */
struct matches {
    struct arena *arena;
    struct {
        const struct entry **items;
        size_t count, capacity;
    } lists[PSEUDO_COUNT];
};

/* Fills `matches` anew. */
void index_match(const struct index *index, const struct subject *subject, struct matches *matches);

/* The same for one element alone, without an index. */
void sheets_match(struct arena *arena, struct sheet *const *sheets, size_t sheet_count, unsigned media,
                  const struct subject *subject, struct matches *matches);

#endif
