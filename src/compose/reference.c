/* References: links like `[](norm:1a.3)`. Their target must be in the document; without text of their own they
 * take the text that the interface language has for their scheme. */
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "compose/citation.h"
#include "compose/reference.h"

static const struct scheme {
    const char *name;   /* before the colon */
    const char *prefix; /* of the target's id */
    const char *phrase; /* word with {number} */
    const char *about;  /* what it leads to, for the manual */
} schemes[] = {
    {"norm", "norm-", "reference_norm", "norm 1a.3 of the framework, or of a block `[!NORM]`"},
    {"theme", "theme-", "reference_theme", "a theme of the framework"},
    {"annex", "annex-", "reference_annex", "an annex, by its number"},
    {"chapter", "chapter-", "reference_chapter", "a chapter, by its number"},
    {"table", "table-", "reference_table", "a `[!TABLE]` with that id"},
    {"figure", "figure-", "reference_figure", "a figure, chart or cycle with that id"},
    {"shortcoming", "shortcoming-", "reference_shortcoming", "a shortcoming, such as 1a.1-2"},
    {"source", "source-", "reference_source", "a source of report.yaml with that id"},
    {"question", "question-", "reference_figure", "a question of survey.yaml that the report shows"},
    {"quote", "quote-", "reference_quote", "a `[!QUOTE]` with that id"},
    {"case", "case-", "reference_title", "a `[!CASE]` with that id"},
    {"sidebar", "sidebar-", "reference_title", "a `[!SIDEBAR]` with that id"},
    {"expectation", "expectation-", "reference_title", "an `[!EXPECTATION]` with that id"},
    {"conclusion", "conclusion-box-", "reference_title", "a `[!CONCLUSION]` with that id"},
    {"measure", "measure-", "reference_measure", "a measure of measures.yaml"},
    {"section", "", "reference_section", "a heading, by its words in lower case with hyphens"},
};

enum { SCHEME_COUNT = sizeof schemes / sizeof schemes[0], KNOWN_SHOWN = 6, HINTS_MAX = 40 };

struct references {
    struct resolve *resolve;
    struct map *ids;   /* id -> element */
    struct map *slugs; /* end of a section's id, behind its prefix -> section; of equal ones the first */
    size_t hints;      /* given so far */
};

struct names {
    const char **items;
    size_t count;
};

/* ---- asking ---- */

static const struct scheme *find_scheme(const char *name)
{
    for (size_t i = 0; i < SCHEME_COUNT; i++) {
        if (strcmp(schemes[i].name, name) == 0) return &schemes[i];
    }
    return NULL;
}

static bool leaves_the_site(const char *scheme)
{
    static const char *const names[] = {"http", "https", "mailto", "tel"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(names[i], scheme) == 0) return true;
    }
    return false;
}

/* "norm" of "norm:1a.3", in lower case; NULL when the link has no scheme (RFC 3986, 3.1). */
static char *scheme_of(struct arena *arena, const char *href)
{
    size_t length = strspn(href, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
    if (length == 0 || href[length] != ':') return NULL;
    char *name = arena_copy(arena, href, length);
    for (char *c = name; *c; c++) *c = (char)tolower((unsigned char)*c);
    return name;
}

bool reference_has_text(struct arena *arena, const struct node *link)
{
    return node_by_name(link, "img") || *node_string(arena, link);
}

/* ---- sections by the words of their heading ---- */

/* Sections are named by the end of their id: `section:aanleiding` for "introduction-aanleiding". Inside the
 * part of the document where the link stands the name is tried first. */
static struct node *find_section(struct references *references, const struct node *link, const char *name)
{
    struct arena *arena = references->resolve->arena;
    for (const struct node *node = link->parent; node; node = node->parent) {
        const char *id = node_get(node, "id"), *page = node_get(node, "data-page");
        struct node *found = id ? map_get(references->ids, arena_format(arena, "%s-%s", id, name)) : NULL;
        if (!found && page) found = map_get(references->ids, arena_format(arena, "%s-%s", page, name));
        if (found) return found;
    }
    struct node *found = map_get(references->ids, name);
    return found ? found : map_get(references->slugs, name);
}

static void collect_slugs(struct references *references)
{
    const struct node *root = references->resolve->root;
    for (struct node *node = references->resolve->root; node; node = node_next(node, root)) {
        const char *id = node_is(node, "section") && node_has_class(node, "section") ? node_get(node, "id") : NULL;
        if (!id) continue;
        for (const struct node *part = node->parent; part && part != root; part = part->parent) {
            const char *own = node_get(part, "id"), *page = node_get(part, "data-page");
            size_t length = own && strncmp(id, own, strlen(own)) == 0 ? strlen(own) : 0;
            if (length == 0) length = page && strncmp(id, page, strlen(page)) == 0 ? strlen(page) : 0;
            if (length && id[length] == '-') map_add(references->slugs, id + length + 1, node);
        }
    }
}

/* ---- mistakes ---- */

static const char *in_dutch(const char *scheme)
{
    static const char *const words[][2] = {{"thema", "theme"},     {"bijlage", "annex"},   {"hoofdstuk", "chapter"},
                                           {"paragraaf", "section"}, {"tabel", "table"},   {"figuur", "figure"},
                                           {"tekortkoming", "shortcoming"}, {"bron", "source"}, {"citaat", "quote"},
                                           {"rapport", "report"}, {"casus", "case"}, {"kader", "sidebar"}, {"conclusie", "conclusion"}, {"verwachting", "expectation"}, {"maatregel", "measure"}, {"vraag", "question"}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(words[i][0], scheme) == 0) return words[i][1];
    }
    return NULL;
}

static void tell_scheme(struct references *references, const struct node *link, const char *scheme)
{
    const char *names[SCHEME_COUNT + 1];
    struct buffer list = buffer_new(references->resolve->arena);
    for (size_t i = 0; i < SCHEME_COUNT; i++) {
        names[i] = schemes[i].name;
        buffer_format(&list, "`%s:`%s", names[i], i + 1 < SCHEME_COUNT ? ", " : "");
    }
    names[SCHEME_COUNT] = "report";
    message_add(references->resolve->messages, REFERENCE_SCHEME, link->place,
                "nothing can be referred to with `%s:`; expected %s or `report:`", scheme, buffer_text(&list));
    const char *nearest = in_dutch(scheme);
    if (!nearest) nearest = suggest(scheme, names, SCHEME_COUNT + 1);
    if (nearest) message_hint(references->resolve->messages, "did you mean `%s:`?", nearest);
}

/* The nearest of the names that the scheme has here, or else the first few. */
static void hint_names(struct references *references, const char *scheme, const char *name, struct names names)
{
    struct messages *messages = references->resolve->messages;
    const char *nearest = suggest(name, names.items, names.count);
    if (nearest) {
        message_hint(messages, "did you mean `%s%s%s`?", scheme, *scheme ? ":" : "#", nearest);
    } else if (names.count && *scheme) {
        struct buffer list = buffer_new(references->resolve->arena);
        for (size_t i = 0; i < names.count && i < KNOWN_SHOWN; i++)
            buffer_format(&list, "%s%s", i ? ", " : "", names.items[i]);
        message_hint(messages, "there are: %s%s", buffer_text(&list), names.count > KNOWN_SHOWN ? " …" : "");
    }
}

/* "1a.1-summary", a section of "1a.1", which stands before it. */
static bool is_below(const char *name, const char *above)
{
    size_t length = strlen(above);
    return strncmp(name, above, length) == 0 && name[length] == '-';
}

/* Names are sought for the first mistakes only: a document of broken links must not take forever. */
static void hint_target(struct references *references, const char *scheme, const char *prefix, const char *name)
{
    if (references->hints++ >= HINTS_MAX) return;
    struct map *map = strcmp(scheme, "section") == 0 ? references->slugs : references->ids;
    const char *const *keys = map_keys(map);
    struct names names = {0};
    names.items = arena_array(references->resolve->arena, map_count(map), sizeof *names.items);
    for (size_t i = 0; i < map_count(map); i++) {
        bool fits = strncmp(keys[i], prefix, strlen(prefix)) == 0;
        const char *name_here = keys[i] + strlen(prefix);
        if (fits && !(*scheme && names.count && is_below(name_here, names.items[names.count - 1])))
            names.items[names.count++] = name_here;
    }
    hint_names(references, scheme, name, names);
}

void reference_hint(struct resolve *resolve, const char *prefix, const char *name, const char *const *names, size_t count)
{
    const char *nearest = suggest(name, names, count);
    if (nearest) {
        message_hint(resolve->messages, "did you mean `%s%s`?", prefix, nearest);
        return;
    }
    struct buffer list = buffer_new(resolve->arena);
    const char *end = strrchr(name, '-');
    size_t stem = end ? (size_t)(end - name) + 1 : 0, shown = 0;
    for (size_t i = 0; stem && i < count && shown < KNOWN_SHOWN; i++) {
        if (strncmp(names[i], name, stem) == 0) buffer_format(&list, "%s`%s`", shown++ ? ", " : "", names[i]);
    }
    if (shown) message_hint(resolve->messages, "there are: %s%s", buffer_text(&list), shown == KNOWN_SHOWN ? " …" : "");
}

static void tell_target(struct references *references, const struct node *link, const struct scheme *scheme,
                        const char *name)
{
    message_add(references->resolve->messages, REFERENCE_TARGET, link->place,
                "the report has no %s `%s`; expected one that it has", scheme->name, name);
    hint_target(references, scheme->name, scheme->prefix, name);
}

/* ---- texts ---- */

/* At the start of a paragraph of running text a reference begins a sentence. */
static bool begins_sentence(const struct node *link)
{
    const struct node *p = link->parent;
    return (node_is(p, "p") || node_is(p, "figcaption")) && !link->previous && !node_is(p->parent, "li");
}

static const char *capital(struct arena *arena, const char *text)
{
    size_t length;
    utf8_decode(text, &length);
    return arena_format(arena, "%s%s", utf8_upper(arena, arena_copy(arena, text, length)), text + length);
}

void reference_set_text(struct resolve *resolve, struct node *link, const char *text)
{
    if (begins_sentence(link)) text = capital(resolve->arena, text);
    while (link->first) node_remove(link->first);
    node_append(link, node_text(resolve->arena, text, link->place));
}

static bool is_section(const struct node *node)
{
    return node_is(node, "section") && node_has_class(node, "section");
}

/* The heading of a box, by which it is called; NULL: it is none. */
static const char *box_title(struct arena *arena, const struct node *target)
{
    const struct node *heading = node_is(target, "aside") ? target->first : NULL;
    return heading && node_has_class(heading, "block-title") ? node_string(arena, heading) : NULL;
}

bool reference_name(struct arena *arena, const struct node *target, struct naming *naming)
{
    const char *id = node_get(target, "id"), *number = node_get(target, "data-number");
    for (size_t i = 0; !is_section(target) && i < SCHEME_COUNT; i++) {
        size_t length = strlen(schemes[i].prefix);
        if (length == 0 || strncmp(id, schemes[i].prefix, length) != 0) continue;
        const char *box = box_title(arena, target);
        if (box && strcmp(schemes[i].phrase, "reference_title") == 0) number = box;
        bool within = strcmp(schemes[i].name, "quote") == 0 || (box && number == box);
        *naming = (struct naming){schemes[i].phrase, number ? number : id + length, within};
        return true;
    }
    const struct node *title = node_is(target, "section") ? resolve_title(target) : NULL;
    if (number && title) *naming = (struct naming){"reference_section", number, false};
    else if (title) *naming = (struct naming){"reference_title", node_string(arena, title), true};
    return title;
}

static const char *text_for(struct references *references, const struct scheme *scheme, const struct node *target,
                            const char *name)
{
    struct resolve *resolve = references->resolve;
    const char *number = node_get(target, "data-number");
    bool section = strcmp(scheme->name, "section") == 0;
    if (section && !number) {
        const struct node *title = node_is(target, "section") ? resolve_title(target) : NULL;
        return resolve_phrase(resolve, "reference_title", title ? node_string(resolve->arena, title) : name);
    }
    const char *box = strcmp(scheme->phrase, "reference_title") == 0 ? box_title(resolve->arena, target) : NULL;
    return resolve_phrase(resolve, scheme->phrase, box ? box : number ? number : name);
}

static void fill(struct references *references, struct node *link, const struct scheme *scheme,
                 const struct node *target)
{
    struct arena *arena = references->resolve->arena;
    const char *name = strchr(node_get(link, "href"), ':') + 1;
    if (!reference_has_text(arena, link))
        reference_set_text(references->resolve, link, text_for(references, scheme, target, name));
    node_set(arena, link, "href", arena_format(arena, "#%s", node_get(target, "id")));
    node_add_class(arena, link, "reference");
}

/* ---- the step ---- */

static void treat_reference(struct references *references, struct node *link, const char *name)
{
    const struct scheme *scheme = find_scheme(name);
    if (!scheme && strcmp(name, "report") == 0) citation_fill(references->resolve, link);
    else if (!scheme) tell_scheme(references, link, name);
    if (!scheme) return;
    struct arena *arena = references->resolve->arena;
    const char *rest = strchr(node_get(link, "href"), ':') + 1;
    struct node *target = *scheme->prefix ? map_get(references->ids, arena_format(arena, "%s%s", scheme->prefix, rest))
                                          : find_section(references, link, rest);
    if (target) fill(references, link, scheme, target);
    else tell_target(references, link, scheme, rest);
}

static void treat_local(struct references *references, const struct node *link, const char *href)
{
    struct messages *messages = references->resolve->messages;
    bool elsewhere = references->resolve->other_pages || node_has_class(link, "to-report");
    if (*href && *href != '#' && elsewhere) return;
    if (*href != '#') {
        message_add(messages, LINK_DEAD, link->place, "this link leads to nothing: `%s`; expected an address that exists", href);
        message_hint(messages, "a link is a web address (https://…), #id, or a reference such as norm:1a.3");
    } else if (!map_get(references->ids, href + 1)) {
        message_add(messages, LINK_DEAD, link->place, "the report has no id `%s`; expected one that it has", href + 1);
        hint_target(references, "", "", href + 1);
    }
}

static void treat_link(struct references *references, struct node *link)
{
    struct resolve *resolve = references->resolve;
    const char *href = node_get(link, "href");
    if (!href) return;
    const char *scheme = scheme_of(resolve->arena, href);
    if (scheme && !leaves_the_site(scheme)) treat_reference(references, link, scheme);
    else if (!scheme) treat_local(references, link, href);
    if ((!scheme || leaves_the_site(scheme)) && !reference_has_text(resolve->arena, link))
        message_add(resolve->messages, LINK_EMPTY, link->place, "this link has no text: `%s`; expected `[text](address)`", href);
}

void resolve_references(struct resolve *resolve)
{
    struct references references = {.resolve = resolve, .ids = resolve_ids(resolve), .slugs = map_new(resolve->arena)};
    collect_slugs(&references);
    for (struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        if (node->name && node_get(node, "data-quote")) citation_quote(resolve, node);
        if (node_is(node, "a") && !node_has_class(node, "footnote-call")) treat_link(&references, node);
    }
}

struct value *reference_forms(struct arena *arena)
{
    struct value *list = value_list(arena);
    for (size_t i = 0; i < SCHEME_COUNT; i++) {
        struct value *map = value_map(arena);
        value_set(arena, map, "name", value_string(arena, schemes[i].name));
        value_set(arena, map, "about", value_string(arena, schemes[i].about));
        value_append(arena, list, map);
    }
    return list;
}
