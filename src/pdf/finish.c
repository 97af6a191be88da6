/* The planned tree as it is written: without what stayed empty. */
#include <string.h>

#include "pdf/tags.h"

static bool has_type(const struct tag *tag, const char *name)
{
    return tag && strcmp(tag->type->name, name) == 0;
}

/* Content that is on a page, or a child that is written. */
static bool has_content(const struct tag *tag)
{
    for (const struct kid *kid = tag->first; kid; kid = kid->next) {
        if (kid->segment && kid->segment->first) return true;
        if (kid->tag && kid->tag->written) return true;
    }
    return false;
}

/* A Table with THead or TFoot has a TBody (veraPDF's rules 7.2-13 and 14): without one its rows stand alone. */
static void free_rows(struct tag *table)
{
    bool body = false;
    for (const struct kid *kid = table->first; kid; kid = kid->next) {
        body |= has_type(kid->tag, "TBody") && kid->tag->written;
    }
    if (body) return;
    for (const struct kid *kid = table->first; kid; kid = kid->next) {
        if (kid->tag && kid->tag->type->kind == KIND_GROUP) kid->tag->type = type_named("");
    }
}

/* Puts the kids of an element without a type in its place. */
static void dissolve(struct tag *tag)
{
    struct kid *place = tag->as_kid, *after = place->next;
    struct tag *parent = tag->parent;
    for (struct kid *kid = tag->first; kid; kid = kid->next) {
        if (kid->tag) kid->tag->parent = parent;
    }
    if (!tag->first) {
        *place = (struct kid){.next = after};
        return;
    }
    *place = *tag->first;
    if (place->tag) place->tag->as_kid = place;
    struct kid *last = tag->last == tag->first ? place : tag->last;
    last->next = after;
    if (!after) parent->last = last;
}

void tags_finish(struct tags *tags)
{
    int heads = 0;
    for (size_t i = tags->count; i-- > 0;) {
        struct tag *tag = tags->items[i];
        tag->written = i == 0 || tag->type->kind == KIND_CELL || has_content(tag);
        if (!has_type(tag, "Table") || !tag->written) continue;
        tags_make_regular(tags, tag);
        free_rows(tag);
    }
    for (size_t i = 0; i < tags->count; i++) {
        if (has_type(tags->items[i], "Table") && tags->items[i]->written) tags_name_heads(tags, tags->items[i], &heads);
    }
    for (size_t i = tags->count; i-- > 1;) {
        struct tag *tag = tags->items[i];
        if (tag->type->name[0]) continue;
        dissolve(tag);
        tag->written = false;
    }
}
