/* Footnotes: numbered through the document in order of their first calls, and moved from the end of the text in
 * which they were written to right behind the block that holds the first call. A page that is cut at its blocks
 * (PDF) and one that is cut at its sections (site) both have the note where it is read.
 *
 * Names of notes are an author's, per file; so a note belongs to the calls from the same source. Texts from one
 * YAML file share their source; there the line tells them apart. */
#include <string.h>

#include "compose/resolve.h"

struct note {
    struct node *aside;
    size_t number; /* 0: not called yet */
    size_t calls;
};

struct footnotes {
    struct resolve *resolve;
    struct map *by_name, *by_line; /* keys: key_of */
    size_t count;
    struct node *block, *last; /* the block of the call before, and what stands last behind it */
};

static const char *key_of(struct footnotes *footnotes, const struct node *node, const char *name, bool line)
{
    const char *path = node->place.source ? node->place.source->path : "";
    return arena_format(footnotes->resolve->arena, "%s\n%s\n%u", path, name, line ? node->place.line : 0);
}

/* ---- collecting the notes ---- */

static bool is_note(const struct node *node)
{
    return node_is(node, "aside") && node_has_class(node, "footnote");
}

static bool is_call(const struct node *node)
{
    return node_is(node, "a") && node_has_class(node, "footnote-call");
}

static void collect(struct footnotes *footnotes)
{
    const struct node *root = footnotes->resolve->root;
    for (struct node *node = footnotes->resolve->root; node; node = node_next(node, root)) {
        const char *name = is_note(node) ? node_get(node, "data-name") : NULL;
        if (!name) continue;
        struct note *note = arena_make(footnotes->resolve->arena, struct note);
        note->aside = node;
        map_add(footnotes->by_name, key_of(footnotes, node, name, false), note);
        map_add(footnotes->by_line, key_of(footnotes, node, name, true), note);
    }
}

static struct note *find(struct footnotes *footnotes, const struct node *call)
{
    const char *name = node_get(call, "href");
    if (!name) return NULL;
    struct note *note = map_get(footnotes->by_line, key_of(footnotes, call, name, true));
    return note ? note : map_get(footnotes->by_name, key_of(footnotes, call, name, false));
}

/* ---- where a note goes ---- */

static bool holds_blocks(const struct node *node)
{
    if (node_is(node, "div")) return !node_is(node->parent, "dl");
    return node_is(node, "section") || node_is(node, "article") || node_is(node, "aside") || node_is(node, "nav") ||
           node_is(node, "header") || node_is(node, "main") || node_is(node, "body");
}

/* The paragraph, table, outermost list or figure that holds the call; for a call in a note, that note. */
static struct node *block_of(struct node *call, const struct node *root)
{
    struct node *block = call;
    while (block->parent != root && !(holds_blocks(block->parent) && !is_note(block->parent))) block = block->parent;
    return block;
}

/* A note that is called in a note follows the run of notes that is being read: they stand in order of number. */
static void place_behind(struct footnotes *footnotes, struct node *block, struct node *aside)
{
    struct node *last = block == footnotes->block || (is_note(block) && footnotes->last) ? footnotes->last : block;
    node_remove(aside);
    node_insert_after(last, aside);
    if (!is_note(block)) footnotes->block = block;
    footnotes->last = aside;
}

/* ---- what is written ---- */

static struct node *back_link(struct footnotes *footnotes, const struct note *note, size_t call)
{
    struct arena *arena = footnotes->resolve->arena;
    struct node *link = resolve_element(footnotes->resolve, "a", "footnote-back", NULL, note->aside->place);
    const char *target =
        arena_format(arena, call > 1 ? "#footnote-call-%zu-%zu" : "#footnote-call-%zu", note->number, call);
    node_set(arena, link, "href", target);
    node_set(arena, link, "role", "doc-backlink");
    return link;
}

static void begin_note(struct footnotes *footnotes, struct note *note)
{
    struct resolve *resolve = footnotes->resolve;
    struct node *aside = note->aside, *link = back_link(footnotes, note, 1);
    const char *number = arena_format(resolve->arena, "%zu", note->number);
    node_set(resolve->arena, link, "aria-label", resolve_phrase(resolve, "footnote_back", number));
    node_append(link, resolve_element(resolve, "span", "number", number, aside->place));
    struct node *space = node_text(resolve->arena, " ", aside->place);
    if (aside->first) node_insert_before(aside->first, space);
    else node_append(aside, space);
    node_insert_before(space, link);
    node_set(resolve->arena, aside, "data-name", NULL);
    node_set(resolve->arena, aside, "id", arena_format(resolve->arena, "footnote-%s", number));
    node_set(resolve->arena, aside, "role", "doc-footnote");
}

/* A note with more calls ends with a line of links to the second and further ones. */
static void add_back_link(struct footnotes *footnotes, struct note *note)
{
    struct resolve *resolve = footnotes->resolve;
    struct node *line = note->aside->last;
    if (!node_is(line, "p") || !node_has_class(line, "footnote-again")) {
        line = resolve_element(resolve, "p", "footnote-again", NULL, note->aside->place);
        node_append(note->aside, line);
    } else {
        node_append(line, node_text(resolve->arena, ", ", line->place));
    }
    struct node *link = back_link(footnotes, note, note->calls);
    const char *number = arena_format(resolve->arena, "%zu", note->calls);
    const char *text = resolve_phrase(resolve, "footnote_again", number);
    const char *back = resolve_phrase(resolve, "footnote_back", arena_format(resolve->arena, "%zu", note->number));
    node_set(resolve->arena, link, "aria-label", arena_format(resolve->arena, "%s, %s", back, text));
    node_append(link, node_text(resolve->arena, text, line->place));
    node_append(line, link);
}

static void write_call(struct footnotes *footnotes, struct node *call, const struct note *note)
{
    struct resolve *resolve = footnotes->resolve;
    struct arena *arena = resolve->arena;
    const char *number = arena_format(arena, "%zu", note->number);
    const char *id =
        arena_format(arena, note->calls > 1 ? "footnote-call-%s-%zu" : "footnote-call-%s", number, note->calls);
    while (call->first) node_remove(call->first);
    node_set(arena, call, "id", id);
    node_set(arena, call, "href", arena_format(arena, "#footnote-%s", number));
    node_set(arena, call, "role", "doc-noteref");
    node_append(call, resolve_element(resolve, "sup", NULL, number, call->place));
}

static void treat_call(struct footnotes *footnotes, struct node *call)
{
    struct note *note = find(footnotes, call);
    if (!note) {
        message_add(footnotes->resolve->messages, FOOTNOTE_UNKNOWN, call->place, "There is no footnote \"%s\" here",
                    node_get(call, "href") ? node_get(call, "href") : "");
        return;
    }
    note->calls++;
    if (note->number == 0) {
        note->number = ++footnotes->count;
        place_behind(footnotes, block_of(call, footnotes->resolve->root), note->aside);
        begin_note(footnotes, note);
    } else {
        add_back_link(footnotes, note);
    }
    write_call(footnotes, call, note);
}

/* ---- the step ---- */

/* Of a walk past all calls: notes that no call has reached are passed by, for a call in one of them is read only
 * where the note is read. */
static struct node *next(struct footnotes *footnotes, struct node *node)
{
    const struct node *root = footnotes->resolve->root;
    bool waiting = is_note(node) && node_get(node, "data-name");
    return waiting ? node_after(node, root) : node_next(node, root);
}

static void tell_uncalled(struct footnotes *footnotes)
{
    const struct resolve *resolve = footnotes->resolve;
    for (const struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        if (is_note(node) && node_get(node, "data-name"))
            message_add(resolve->messages, FOOTNOTE_UNKNOWN, node->place, "Nothing calls the footnote \"%s\"",
                        node_get(node, "data-name"));
    }
}

void resolve_footnotes(struct resolve *resolve)
{
    struct footnotes footnotes = {
        .resolve = resolve, .by_name = map_new(resolve->arena), .by_line = map_new(resolve->arena)};
    collect(&footnotes);
    for (struct node *node = resolve->root; node; node = next(&footnotes, node)) {
        if (is_call(node)) treat_call(&footnotes, node);
    }
    tell_uncalled(&footnotes);
}
