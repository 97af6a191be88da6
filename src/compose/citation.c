#include "compose/citation.h"

#include <stdlib.h>
#include <string.h>

#include "compose/compose.h"
#include "compose/passages.h"
#include "compose/quotation.h"
#include "compose/reference.h"

static const char scheme[] = "report:";
enum { SCHEME_LENGTH = sizeof scheme - 1 };

/* What `report:ID#target` leads to. */
struct cited {
    const struct report *report;
    const char *target;            /* NULL: the report as a whole */
    const struct passages *known;  /* NULL: its document could not be made, which was told */
    const struct passage *passage; /* NULL: there is none, or it is not known */
};

/* ---- finding ---- */

static int by_id(const void *key, const void *item)
{
    return strcmp(key, (*(struct report *const *)item)->id);
}

static const struct report *find_report(const struct resolve *resolve, const char *id)
{
    const struct publication *publication = resolve->publication;
    if (!publication || publication->report_count == 0) return NULL;
    struct report **found = bsearch(id, publication->reports, publication->report_count, sizeof(struct report *), by_id);
    return found ? *found : NULL;
}

static struct cited find_source(struct resolve *resolve, const char *address)
{
    const char *id = address + SCHEME_LENGTH, *hash = strchr(id, '#');
    struct cited source = {.target = hash && hash[1] ? hash + 1 : NULL};
    source.report = find_report(resolve, arena_copy(resolve->arena, id, strcspn(id, "#")));
    if (source.report && resolve->passages) source.known = resolve->passages[source.report->index];
    if (source.known && source.target) source.passage = map_get(source.known->by_id, source.target);
    return source;
}

/* ---- words ---- */

static const char *fill(struct resolve *resolve, const char *phrase, const char *name, const char *value)
{
    const char *at = strstr(phrase, name);
    if (!at) return phrase;
    return arena_format(resolve->arena, "%.*s%s%s", (int)(at - phrase), phrase, value, at + strlen(name));
}

static const char *word_below(struct resolve *resolve, const char *map, const char *key)
{
    const struct value *words = value_get(resolve->words, map), *word = words && key ? value_get(words, key) : NULL;
    if (word && word->kind == VALUE_STRING) return word->text;
    return resolve_word(resolve, arena_format(resolve->arena, "%s.%s", map, key ? key : ""));
}

/* "the inspection report" of the report that a plan answers, "the report ‘Title’" of others. */
static const char *report_words(struct resolve *resolve, const struct report *report)
{
    if (resolve->report && resolve->report->answers == report) return word_below(resolve, "cited", "answered");
    return fill(resolve, word_below(resolve, "cited", report->kind), "{report}", report->title);
}

/* "norm 1a.3", "the quotation with norm 1a.3"; `own` false: only the part around a quotation. */
static const char *part_words(struct resolve *resolve, const struct passage *passage, bool own)
{
    const struct passage *around = passage->around;
    const char *whole = around ? resolve_phrase(resolve, around->phrase, around->number) : NULL;
    if (!passage->phrase || (!own && whole)) return whole;
    const char *part = resolve_phrase(resolve, passage->phrase, passage->number);
    if (!whole) return part;
    return fill(resolve, fill(resolve, resolve_word(resolve, "cited_within"), "{part}", part), "{whole}", whole);
}

static const char *page_words(const struct passage *passage)
{
    return passage->page ? passage->page : "?";
}

/* A phrase with {part}, {report} and {page}. */
static const char *place_words(struct resolve *resolve, const struct cited *source, const char *key, bool own)
{
    const char *part = part_words(resolve, source->passage, own), *report = report_words(resolve, source->report);
    const char *phrase = resolve_word(resolve, part ? key : "cited_page");
    if (part) phrase = fill(resolve, phrase, "{part}", part);
    phrase = fill(resolve, phrase, "{page}", page_words(source->passage));
    return fill(resolve, phrase, "{report}", report);
}

/* ---- links ---- */

/* Where the link leads on the site, and from a PDF: to the site when its address is known, otherwise to the other PDF,
 * which lies beside this one. */
static void set_addresses(struct resolve *resolve, struct node *link, const struct cited *source)
{
    struct arena *arena = resolve->arena;
    const char *id = source->report->id, *base = resolve->publication->base_url;
    const char *file = source->passage ? source->passage->address : "index.html";
    size_t length = base ? strlen(base) : 0;
    while (length && base[length - 1] == '/') length--;
    node_set(arena, link, "href", arena_format(arena, "%s%s/%s", resolve->other_pages ? "" : "../", id, file));
    const char *pdf = base ? arena_format(arena, "%.*s/%s/%s", (int)length, base, id, file)
                           : arena_format(arena, "../%s/%s.pdf%s%s", id, id, source->passage ? "#" : "",
                                          source->passage ? source->passage->id : "");
    node_set(arena, link, "data-pdf-href", pdf);
    node_add_class(arena, link, "reference");
    node_add_class(arena, link, "to-report");
}

/* The title of a report in another language is marked as such. */
static void mark_title(struct resolve *resolve, struct node *link, const struct report *report)
{
    struct node *text = link->first;
    const char *language = node_get(resolve->root, "lang"), *title = report->title;
    const char *at = text && text->text && !text->next ? strstr(text->text, title) : NULL;
    if (!at || !language || strcmp(language, report->language) == 0) return;
    struct arena *arena = resolve->arena;
    struct node *span = resolve_element(resolve, "span", NULL, title, link->place);
    node_set(arena, span, "lang", report->language);
    node_append(link, span);
    node_append(link, node_text(arena, arena_string(arena, at + strlen(title)), link->place));
    text->text = arena_copy(arena, text->text, (size_t)(at - text->text));
}

/* `{page}` in an author's own words. */
static void fill_pages(struct resolve *resolve, struct node *link, const struct cited *source)
{
    for (struct node *node = link; source->passage && node; node = node_next(node, link)) {
        if (node->text) node->text = fill(resolve, node->text, "{page}", page_words(source->passage));
    }
    const char *label = node_get(link, "aria-label");
    if (source->passage && label)
        node_set(resolve->arena, link, "aria-label", fill(resolve, label, "{page}", page_words(source->passage)));
}

static void tell_no_report(struct resolve *resolve, const struct node *link, const char *address)
{
    message_add(resolve->messages, UNKNOWN_REPORT, link->place,
                "there is no report for `%s`; expected `report:` and the name of a report's folder", address);
}

static void tell_no_passage(struct resolve *resolve, const struct node *link, const struct cited *source)
{
    struct map *ids = source->known->by_id;
    message_add(resolve->messages, REFERENCE_TARGET, link->place, "the report `%s` has no `%s`; expected an id that it has",
                source->report->id, source->target);
    reference_hint(resolve, arena_format(resolve->arena, "%s%s#", scheme, source->report->id), source->target, map_keys(ids),
                   map_count(ids));
}

/* Which reports come first follows from the texts; what a template refers to on its own is not known then. */
static bool is_needed(const struct resolve *resolve, const struct cited *source)
{
    for (size_t i = 0; resolve->report && i < resolve->report->need_count; i++) {
        if (resolve->report->needs[i] == source->report) return true;
    }
    return false;
}

static void tell_not_needed(struct resolve *resolve, const struct node *link, const struct cited *source)
{
    message_add(resolve->messages, REFERENCE_TARGET, link->place,
                "only the texts of a report can refer to a place in another one, `%s`; expected `report:%s`",
                source->target, source->report->id);
}

void citation_fill(struct resolve *resolve, struct node *link)
{
    const char *address = node_get(link, "href");
    if (!resolve->publication) return;
    struct cited source = find_source(resolve, address);
    if (!source.report) {
        tell_no_report(resolve, link, address);
        return;
    }
    if (source.target && !source.passage && !is_needed(resolve, &source)) tell_not_needed(resolve, link, &source);
    else if (source.known && source.target && !source.passage) tell_no_passage(resolve, link, &source);
    if (reference_has_text(resolve->arena, link)) fill_pages(resolve, link, &source);
    else
        reference_set_text(resolve, link, source.passage ? place_words(resolve, &source, "cited_part", true)
                                                         : report_words(resolve, source.report));
    mark_title(resolve, link, source.report);
    set_addresses(resolve, link, &source);
}

/* ---- quotations ---- */

/* The words of an element, without the calls of its notes. */
static const char *own_words(struct resolve *resolve, const struct node *element)
{
    struct node *copy = node_copy(resolve->arena, element);
    for (struct node *node = copy, *next; node; node = next) {
        next = node_next(node, copy);
        if (!node_has_class(node, "footnote-call")) continue;
        next = node_after(node, copy);
        node_remove(node);
    }
    return node_string(resolve->arena, copy);
}

static bool has_block(const struct node *content)
{
    for (const struct node *child = content->first; child; child = child->next) {
        if (node_is_block(child)) return true;
    }
    return false;
}

static void show_content(struct resolve *resolve, struct node *quote, const struct passage *passage)
{
    struct node *content = node_copy(resolve->arena, passage->content), *into = quote;
    if (!has_block(content)) {
        into = node_element(resolve->arena, "p", quote->place);
        node_append(quote, into);
    }
    node_move_children(content, into);
}

static void check_words(struct resolve *resolve, const struct node *element, const char *words, const struct cited *source)
{
    struct departure departure;
    if (quotation_holds(resolve->arena, words, source->passage->words, &departure)) return;
    const char *there = *departure.source ? arena_format(resolve->arena, "says “%s” there", departure.source) : "ends there";
    message_add(resolve->messages, QUOTATION_DIFFERS, element->place,
                "the quotation goes on with “%s”, but its source, `%s` of `%s`, %s; expected the words of the source",
                departure.quoted, source->target, source->report->id, there);
    message_hint(resolve->messages, "without text below the first line the words are filled in; `[…]` marks an omission");
}

static void tell_too_much(struct resolve *resolve, const struct node *element, const struct cited *source)
{
    message_add(resolve->messages, BLOCK_CONTENT, element->place,
                "`%s` of `%s` is more than a quotation; expected below the first line the words that are quoted",
                source->target, source->report->id);
}

/* "Parent, in the inspection report, norm 1a.1, p. 12" */
static void name_source(struct resolve *resolve, struct node *caption, const struct cited *source)
{
    struct arena *arena = resolve->arena;
    struct node *link = node_by_name(caption, "a");
    const struct node *speaker = source->passage->speaker;
    bool said = speaker;
    const char *text = place_words(resolve, source, said ? "quoted_in" : "quoted_from", !said);
    if (said) {
        node_insert_before(link, node_text(arena, ", ", link->place));
        struct node *copy = node_copy(arena, speaker);
        while (copy->last) {
            struct node *child = copy->last;
            node_remove(child);
            node_insert_before(caption->first, child);
        }
        reference_set_text(resolve, link, text);
        return;
    }
    reference_set_text(resolve, link, text);
}

/* In a figure the words are a block quote with its source below; elsewhere, as in a table, they are the text. */
void citation_quote(struct resolve *resolve, struct node *element)
{
    struct cited source = find_source(resolve, node_get(element, "data-quote"));
    struct node *quote = node_is(element, "figure") ? node_by_name(element, "blockquote") : element;
    const struct passage *passage = source.passage;
    const char *language = node_get(resolve->root, "lang"), *words = own_words(resolve, quote);
    node_set(resolve->arena, element, "data-quote", NULL);
    if (!passage || !passage->words) return;
    if (passage->language && language && strcmp(language, passage->language) != 0)
        node_set(resolve->arena, quote, "lang", passage->language);
    if (quote == element) node_append(quote, node_text(resolve->arena, passage->words, quote->place));
    else if (*words) check_words(resolve, element, words, &source);
    else if (passage->content) show_content(resolve, quote, passage);
    else tell_too_much(resolve, element, &source);
    struct node *caption = node_by_name(element, "figcaption");
    if (caption) name_source(resolve, caption, &source);
}
