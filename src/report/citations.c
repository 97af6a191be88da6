/* References between reports: `[](report:ID#target)`, and `[!QUOTED] report:ID#target`. What they lead to stands in another
 * report's finished document; so that one is finished first, and circles cannot be. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "report/load.h"

static const char scheme[] = "report:";
enum { SCHEME_LENGTH = sizeof scheme - 1 };

/* ---- noting ---- */

static void add(struct loader *loader, struct unlinked unlinked)
{
    loader->unlinked = arena_grow(loader->arena, loader->unlinked, loader->unlinked_count, &loader->unlinked_capacity,
                                  sizeof *loader->unlinked);
    loader->unlinked[loader->unlinked_count++] = unlinked;
}

void citations_add_quoted(struct loader *loader, struct report *report, const char *address, struct place place)
{
    add(loader, (struct unlinked){.report = report, .address = address, .quoted = true, .place = place});
}

static bool is_quoted_block(const struct node *node)
{
    const char *block = node_get(node, "data-block");
    return block && strcmp(block, "quoted") == 0;
}

void citations_add(struct reading *reading, const struct node *body)
{
    for (const struct node *node = body; node; node = node_next(node, body)) {
        bool quoted = node->name && is_quoted_block(node);
        const char *address = quoted ? node_get(node, "data-title") : node_is(node, "a") ? node_get(node, "href") : NULL;
        if (!address || strncmp(address, scheme, SCHEME_LENGTH) != 0) continue;
        add(reading->loader, (struct unlinked){.report = reading->report,
                                               .address = address + SCHEME_LENGTH,
                                               .quoted = quoted,
                                               .place = node->place});
    }
}

/* ---- linking ---- */

/* One that was noted, with both its reports. */
struct linked {
    struct report *from, *to;
    struct citation citation;
    size_t order; /* in which it was noted */
};

static int by_id(const void *key, const void *item)
{
    return strcmp(key, (*(struct report *const *)item)->id);
}

static struct report *find(const struct publication *publication, const char *id)
{
    struct report **found =
        publication->report_count
            ? bsearch(id, publication->reports, publication->report_count, sizeof(struct report *), by_id)
            : NULL;
    return found ? *found : NULL;
}

static void tell_unknown(struct loader *loader, const struct unlinked *unlinked, const char *id)
{
    const struct publication *publication = loader->publication;
    const char **ids = arena_array(loader->arena, publication->report_count, sizeof *ids);
    for (size_t i = 0; i < publication->report_count; i++) ids[i] = publication->reports[i]->id;
    message_add(loader->messages, UNKNOWN_REPORT, unlinked->place,
                "there is no report `%s`; expected the name of a report's folder", id);
    const char *near = suggest(id, ids, publication->report_count);
    if (near) message_hint(loader->messages, "did you mean `%s`?", near);
}

static void tell_itself(struct loader *loader, const struct unlinked *unlinked, const char *target)
{
    message_add(loader->messages, REPORT_ITSELF, unlinked->place,
                "`%s` is this report itself; expected a reference without `report:`", unlinked->report->id);
    size_t length = target ? strcspn(target, "-") : 0;
    if (length && target[length] && !unlinked->quoted)
        message_hint(loader->messages, "within a report, write such as `[](%.*s:%s)`", (int)length, target,
                     target + length + 1);
}

/* false: there is no such report, or it is this one, which was told (of the first of them). */
static bool link_one(struct loader *loader, const struct unlinked *unlinked, struct linked *linked)
{
    const char *hash = strchr(unlinked->address, '#'), *target = hash && hash[1] ? hash + 1 : NULL;
    const char *id = arena_copy(loader->arena, unlinked->address, strcspn(unlinked->address, "#"));
    struct report *other = find(loader->publication, id);
    *linked = (struct linked){.from = unlinked->report, .to = other};
    linked->citation = (struct citation){other, target, unlinked->quoted, unlinked->place};
    if (other && other != unlinked->report) return true;
    if (other) tell_itself(loader, unlinked, target);
    else tell_unknown(loader, unlinked, id);
    return false;
}

/* ---- what follows for each report ---- */

/* Those of one report behind each other, in the order in which they were noted. */
static int by_report(const void *a, const void *b)
{
    const struct linked *left = a, *right = b;
    if (left->from != right->from) return left->from->index < right->from->index ? -1 : 1;
    return left->order < right->order ? -1 : left->order > right->order;
}

/* A report without a target needs nothing: its title and its address are known before. `needed[i]`: the report that needed
 * report i last, with 1 for the first. */
static void share_citations(struct loader *loader, const struct linked *linked, size_t count)
{
    struct arena *arena = loader->arena;
    size_t *needed = arena_array(arena, loader->publication->report_count, sizeof *needed);
    struct citation *citations = arena_array(arena, count, sizeof *citations);
    const struct report **needs = arena_array(arena, count, sizeof *needs);
    for (size_t i = 0; i < count; i++) {
        struct report *from = linked[i].from, *to = linked[i].to;
        if (from->citation_count == 0) from->citations = &citations[i], from->needs = &needs[i];
        from->citations[from->citation_count++] = linked[i].citation;
        if (!linked[i].citation.target || needed[to->index] == from->index + 1) continue;
        needed[to->index] = from->index + 1;
        to->cited = true;
        from->needs[from->need_count++] = to;
    }
}

static int by_target(const void *a, const void *b)
{
    const struct linked *left = a, *right = b;
    if (left->to != right->to) return left->to->index < right->to->index ? -1 : 1;
    return strcmp(left->citation.target, right->citation.target);
}

static void share_quoted(struct loader *loader, const struct linked *linked, size_t count)
{
    struct linked *sorted = arena_array(loader->arena, count, sizeof *sorted);
    const char **targets = arena_array(loader->arena, count, sizeof *targets);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (linked[i].citation.quoted && linked[i].citation.target) sorted[kept++] = linked[i];
    }
    if (kept) qsort(sorted, kept, sizeof *sorted, by_target);
    for (size_t i = 0; i < kept; i++) {
        struct report *to = sorted[i].to;
        if (i > 0 && by_target(&sorted[i - 1], &sorted[i]) == 0) continue;
        if (to->quoted_count == 0) to->quoted = &targets[i];
        to->quoted[to->quoted_count++] = sorted[i].citation.target;
    }
}

/* ---- circles ---- */

/* A walk along what reports need, depth first. `path` is the way to where it stands; `next` what each need comes next. */
struct walk {
    struct loader *loader;
    const struct report **path;
    size_t length;
    size_t *next;
    char *state; /* of each report */
};

enum { STATE_NEW, STATE_ON_PATH, STATE_DONE };

static const struct citation *citation_of(const struct report *report, const struct report *other)
{
    const struct citation *citation = report->citations;
    while (citation->report != other || !citation->target) citation++;
    return citation;
}

/* Told at the reference that closes it; of a long circle both ends. */
static void tell_circle(struct walk *walk, const struct report *again)
{
    enum { SHOWN_AT_ENDS = 5 };
    struct buffer circle = buffer_new(walk->loader->arena);
    size_t first = walk->length - 1;
    while (walk->path[first] != again) first--;
    for (size_t i = first; i < walk->length; i++) {
        bool shown = i < first + SHOWN_AT_ENDS || i + SHOWN_AT_ENDS >= walk->length;
        if (shown) buffer_format(&circle, "%s -> ", walk->path[i]->id);
        else if (i == first + SHOWN_AT_ENDS) buffer_add(&circle, "… -> ");
    }
    message_add(walk->loader->messages, REPORT_CIRCLE, citation_of(walk->path[walk->length - 1], again)->place,
                "reports refer to places in each other in a circle: %s%s; expected one that is finished first", buffer_text(&circle), again->id);
    message_hint(walk->loader->messages, "`[](report:%s)`, the report as a whole, may be referred to from anywhere",
                 again->id);
}

static void enter(struct walk *walk, const struct report *report)
{
    walk->state[report->index] = STATE_ON_PATH;
    walk->path[walk->length++] = report;
}

static void walk_from(struct walk *walk, const struct report *start)
{
    enter(walk, start);
    while (walk->length > 0) {
        const struct report *report = walk->path[walk->length - 1];
        if (walk->next[report->index] == report->need_count) {
            walk->state[report->index] = STATE_DONE;
            walk->length--;
            continue;
        }
        const struct report *other = report->needs[walk->next[report->index]++];
        if (walk->state[other->index] == STATE_NEW) enter(walk, other);
        else if (walk->state[other->index] == STATE_ON_PATH) tell_circle(walk, other);
    }
}

static void find_circles(struct loader *loader)
{
    const struct publication *publication = loader->publication;
    struct walk walk = {.loader = loader};
    walk.path = arena_array(loader->arena, publication->report_count, sizeof *walk.path);
    walk.next = arena_array(loader->arena, publication->report_count, sizeof *walk.next);
    walk.state = arena_array(loader->arena, publication->report_count, sizeof *walk.state);
    for (size_t i = 0; i < publication->report_count; i++) {
        if (walk.state[i] == STATE_NEW) walk_from(&walk, publication->reports[i]);
    }
}

void citations_link(struct loader *loader)
{
    struct linked *linked = arena_array(loader->arena, loader->unlinked_count, sizeof *linked);
    size_t count = 0;
    for (size_t i = 0; i < loader->unlinked_count; i++) {
        if (!link_one(loader, &loader->unlinked[i], &linked[count])) continue;
        linked[count++].order = i;
    }
    if (count == 0) return;
    qsort(linked, count, sizeof *linked, by_report);
    share_citations(loader, linked, count);
    share_quoted(loader, linked, count);
    find_circles(loader);
}
