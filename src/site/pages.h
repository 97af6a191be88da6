/* The finished document cut into pages, and each page made ready to stand alone. Internal to the room. */
#ifndef SITE_PAGES_H
#define SITE_PAGES_H

#include "base/arena.h"
#include "document/document.h"

struct page {
    const char *name, *file;    /* "theme-1a", "theme-1a.html" */
    struct page *parent;        /* the page whose section holds this one; NULL for the index */
    struct node *article;       /* what the page shows: the report's article with only this page's content */
    const char *id;             /* of the page's section, NULL when it has none */
    const char *number, *title; /* of its first heading; number NULL when it has none, title never NULL */
};

struct pages {
    struct page **items; /* in reading order, the index first */
    size_t count, capacity;
};

/* Cuts the document: each element with `data-page` becomes a page of that name, without what is inside it that
 * has another `data-page`; all that is left is the page "index", whose article is the document itself. */
struct pages pages_split(struct arena *arena, struct node *document);

/* Gives the headings of a page the levels that fit a page of its own: the first is h1, all others are below
 * it, and none skips a level. */
void headings_level(struct node *article);

/* What a heading says, without its number and its footnote calls. */
const char *heading_title(struct arena *arena, const struct node *heading);
/* The number that a heading carries ("1a", "Bijlage 2"), or NULL. */
const char *heading_number(struct arena *arena, const struct node *heading);
/* The first heading below `root`, or NULL. */
const struct node *heading_first(const struct node *root);

/* Rewrites each `href="#id"` whose target is on another page to `FILE#id`, or to `FILE` when the target is
 * that page's whole section. */
void links_rewrite(struct arena *arena, const struct pages *pages);

/* Puts each table that may be wider than a small screen in a region that scrolls and that the keyboard
 * reaches; `label` names those without a caption. */
void tables_wrap(struct arena *arena, struct node *article, const char *label);

/* Removes what only the program reads (`data-…`) and what the pages' security policy forbids (`style`). */
void attributes_strip(struct node *article);

#endif
