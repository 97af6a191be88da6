/* The view of the start page: reports by institution and region, each with its last step of supervision. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "report/view.h"

/* From how many reports on the newest stand apart, how many those are, and from how many subjects on they are listed
 * first: a short page needs neither. */
enum { NEWEST_FROM = 12, NEWEST = 5, LISTED_FROM = 8 };

/* ---- subjects: what reports are about ---- */

struct subject {
    const struct institution *institution;
    const char *key; /* its name, for sorting */
};

static int by_name(const void *a, const void *b)
{
    const struct subject *left = a, *right = b;
    int order = strcmp(left->key, right->key);
    return order ? order : strcmp(left->institution->id, right->institution->id);
}

/* Institutions or regions on which there are reports, in the order of their names. */
static struct subject *list_subjects(struct arena *arena, const struct publication *publication, bool regions,
                                     size_t *count)
{
    struct subject *subjects = arena_array(arena, publication->institution_count, sizeof *subjects);
    *count = 0;
    for (size_t i = 0; i < publication->institution_count; i++) {
        const struct institution *institution = &publication->institutions[i];
        if ((institution->kind == INSTITUTION_REGION) != regions || institution->report_count == 0) continue;
        subjects[(*count)++] = (struct subject){institution, utf8_fold(arena, institution->name)};
    }
    if (*count) qsort(subjects, *count, sizeof *subjects, by_name);
    return subjects;
}

static struct value *reports_view(struct view *view, const struct report *const *reports, size_t count)
{
    struct value *list = value_list(view->arena);
    for (size_t i = 0; i < count; i++) value_append(view->arena, list, entry_view(view, reports[i]));
    return list;
}

static struct value *subject_view(struct view *view, const struct institution *institution)
{
    struct value *map = value_map(view->arena);
    size_t count = institution->report_count;
    bool shortened = !strstr(institution->name, institution->short_name);
    set_text(view, map, "id", institution->id);
    set_text(view, map, "name", institution->name);
    set_text(view, map, "short", shortened ? institution->short_name : NULL);
    set_flag(view, map, "region", institution->kind == INSTITUTION_REGION);
    set_text(view, map, "count", arena_format(view->arena, "%zu", count));
    set_flag(view, map, "one", count == 1);
    set(view, map, "state", state_view(view, institution));
    set(view, map, "history", history_view(view, institution, NULL));
    set(view, map, "reports", reports_view(view, institution->reports, count));
    return map;
}

static struct value *group_view(struct view *view, const struct publication *publication, bool regions)
{
    size_t count;
    const struct subject *subjects = list_subjects(view->arena, publication, regions, &count);
    if (count == 0) return NULL;
    struct value *map = value_map(view->arena), *list = value_list(view->arena);
    for (size_t i = 0; i < count; i++)
        value_append(view->arena, list, subject_view(view, subjects[i].institution));
    set_flag(view, map, "region", regions);
    set(view, map, "subjects", list);
    return map;
}

/* ---- the whole ---- */

static void set_groups(struct view *view, struct value *map, const struct publication *publication)
{
    struct value *groups = value_list(view->arena);
    size_t subjects = 0;
    for (int regions = 0; regions < 2; regions++) {
        struct value *group = group_view(view, publication, regions);
        if (!group) continue;
        subjects += value_get(group, "subjects")->count;
        value_append(view->arena, groups, group);
    }
    set(view, map, "groups", groups);
    set_flag(view, map, "listed", subjects >= LISTED_FROM);
}

static void set_newest(struct view *view, struct value *map, const struct publication *publication)
{
    bool many = publication->published_count >= NEWEST_FROM;
    struct value *newest = many ? value_map(view->arena) : NULL;
    if (newest) set(view, newest, "reports", reports_view(view, publication->newest, NEWEST));
    set(view, map, "newest", newest);
}

/* The description is inline text: a paragraph that is alone is unpacked. */
static const struct node *inline_text(const struct node *body)
{
    bool alone = body && body->first && body->first == body->last && node_is(body->first, "p");
    return alone ? body->first : body;
}

struct value *report_start_view(struct arena *arena, const struct publication *publication, struct value *words,
                                struct insertions *insertions)
{
    struct view view = {arena, insertions, language_of(publication->language), words};
    struct value *map = value_map(arena);
    set(&view, map, "words", words);
    set(&view, map, "site", site_map(&view, publication));
    set_markup(&view, map, "description", inline_text(publication->description));
    set_newest(&view, map, publication);
    set_groups(&view, map, publication);
    return map;
}
