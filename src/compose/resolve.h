/* The steps from a merged tree to a finished document, in the order in which compose_resolve takes them.
 * Each relies on those before it; each does its own mistakes' telling and leaves a tree that the next can take. */
#ifndef COMPOSE_RESOLVE_H
#define COMPOSE_RESOLVE_H

#include "base/arena.h"
#include "base/message.h"
#include "base/value.h"
#include "compose/compose.h"
#include "compose/map.h"
#include "document/document.h"
#include "report/report.h"

struct resolve {
    struct arena *arena;
    struct node *root;
    const struct value *words;
    struct messages *messages;
    /* For references to other reports; NULL: there are none. */
    const struct publication *publication;
    const struct report *report; /* whose document this is; NULL: the start page */
    const struct passages *const *passages;
    struct map *tables; /* by id, for charts of them; NULL: none asked yet */
    bool other_pages; /* links to other pages of the site may stand here: the start page */
};

void resolve_blocks(struct resolve *resolve);     /* aside[data-block] -> figures, asides, tables with captions */
void resolve_sections(struct resolve *resolve);   /* sections around headings, levels, ids */
void resolve_numbers(struct resolve *resolve);    /* chapters, their sections, tables, figures */
void resolve_footnotes(struct resolve *resolve);  /* numbered, beside the block of their first call */
void resolve_references(struct resolve *resolve); /* links to norms, tables …; dead links told */
void resolve_tables(struct resolve *resolve);     /* heads of cells, numbers below each other, wide ones */
void resolve_abbreviations(struct resolve *resolve); /* explained at their first use, listed when used */
void resolve_links(struct resolve *resolve);      /* what links say where they are heard alone */
void resolve_names(struct resolve *resolve);      /* headings, links, captions, labels: without marks that are not heard */
void resolve_contents(struct resolve *resolve);   /* the list in nav.contents */
void resolve_check(struct resolve *resolve);      /* ids that stand twice, HTML that is not valid */

/* All of them; false: at least one mistake was told. */
bool resolve_all(struct resolve *resolve);

/* ---- what the steps share ---- */

/* A word of the interface language; a missing one is told and gives its key. */
const char *resolve_word(struct resolve *resolve, const char *key);

/* A word with "{number}" filled in. */
const char *resolve_phrase(struct resolve *resolve, const char *key, const char *number);

/* The phrase with `value` in the place of `name`, such as "{text}". */
const char *resolve_fill(struct arena *arena, const char *phrase, const char *name, const char *value);

/* A new element with a class (NULL: none) and a text (NULL: none). */
struct node *resolve_element(struct resolve *resolve, const char *name, const char *class, const char *text,
                             struct place place);

/* Puts `<span class="number">number</span> ` before what is in the element. */
void resolve_prefix(struct resolve *resolve, struct node *element, const char *number);

/* The heading that is the first element of a section; NULL when it has none. */
struct node *resolve_title(const struct node *section);

/* All elements that have an id, by id; of equal ones the first. */
struct map *resolve_ids(struct resolve *resolve);

#endif
