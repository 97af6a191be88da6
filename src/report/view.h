/* What the files that make views share (inside report/ only). */
#ifndef REPORT_VIEW_H
#define REPORT_VIEW_H

#include "report/language.h"
#include "report/report.h"

struct view {
    struct arena *arena;
    struct insertions *insertions;
    const struct language *language;
    const struct value *words;
};

/* ---- members: NULL is written as false ---- */

static inline void set(struct view *view, struct value *map, const char *key, struct value *value)
{
    value_set(view->arena, map, key, value ? value : value_boolean(view->arena, false));
}

static inline void set_text(struct view *view, struct value *map, const char *key, const char *text)
{
    value_set_text(view->arena, map, key, text);
}

static inline void set_flag(struct view *view, struct value *map, const char *key, bool flag)
{
    value_set_flag(view->arena, map, key, flag);
}

/* The children of a tree, as a copy: resolving changes what is inserted, and a view may be made again. */
void set_markup(struct view *view, struct value *map, const char *key, const struct node *tree);

/* ---- view.c: small parts; NULL stands for nothing ---- */

/* {iso, text} */
struct value *date_view(struct view *view, struct date date);
/* {name, short, region} */
struct value *names_view(struct view *view, const struct institution *institution);
struct value *verdict_view(struct view *view, const struct report *report);
struct value *site_map(struct view *view, const struct publication *publication);
char *inspectorates_text(struct view *view, const struct report *report);
/* A word of the interface's language: `table` holds one for each name, such as `kinds`. NULL: it has none. */
const char *word_text(const struct view *view, const char *table, const char *name);

/* What both a report and a list of reports say of one: id, kind, title, subtitle, language, draft. */
void set_names(struct view *view, struct value *map, const struct report *report);

/* ---- view_measures.c ---- */

/* The plan's measures (README.md); NULL: it has none. */
struct value *measures_view(struct view *view, const struct report *plan);

/* ---- view_history.c ---- */

/* {items: [STEP], more} of an institution or region, as `from` shows it (NULL: the start page, with all); NULL when it
 * has none. */
struct value *history_view(struct view *view, const struct institution *institution, const struct report *from);
/* {items: [REPORT], more}: the newest of the other published reports on the same institution or region, and those that
 * answer this one; NULL: none. */
struct value *others_view(struct view *view, const struct report *report);
/* The last step, or NULL. */
struct value *state_view(struct view *view, const struct institution *institution);
/* What a list of reports says of one. */
struct value *entry_view(struct view *view, const struct report *report);

#endif
