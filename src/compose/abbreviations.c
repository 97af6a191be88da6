/* Abbreviations: explained where they come first in running text, listed in the glossary when they are used at all,
 * and each use an `abbr` that holds what it stands for, for who does not see the explanation (WCAG technique H28,
 * PDF8). The glossary's entries, which the template writes for all that abbreviations.yaml has, are all that this
 * step knows. */
#include <string.h>

#include "base/language_tag.h"
#include "base/utf8.h"
#include "compose/introduction.h"
#include "compose/resolve.h"

enum { LONGEST_WORD = 160, WINDOW = 400 };

/* Entries whose names begin with the same word, the longest name first. */
struct candidates {
    struct candidate {
        struct abbreviation_entry *entry;
        struct candidate *next;
    } *first;
};

enum scope {
    SCOPE_NONE,   /* not read as text of the report */
    SCOPE_LITERAL, /* it counts as used, and stands as it is: code, words in another language */
    SCOPE_USED,   /* an abbreviation here counts as used, and is left alone: headings, tables, words of others */
    SCOPE_RUNNING /* it may be introduced here */
};

/* An element that the text stands in, and what holds there. */
struct around {
    const struct node *node;
    enum scope scope;
};

struct glossary {
    struct resolve *resolve;
    struct node *section;
    struct map *by_word; /* first word of a name -> candidates */
    const char *hereafter;
    struct listed {
        struct node *item; /* of the list */
        struct abbreviation_entry entry;
    } *items;
    size_t count, capacity;
    /* of the block that is read */
    const struct node *block;
    struct buffer before; /* its text so far */
    /* of the text that is read: the root first */
    struct around around[DOCUMENT_DEPTH_MAX + 1];
    size_t depth;
};

/* ---- the entries ---- */

static size_t word_length(const char *text)
{
    size_t at = 0, size;
    while (text[at]) {
        uint32_t code_point = utf8_decode(text + at, &size);
        if (!utf8_is_letter(code_point) && !utf8_is_digit(code_point)) break;
        at += size;
    }
    return at;
}

static void add_candidate(struct glossary *glossary, const char *word, struct abbreviation_entry *entry)
{
    struct arena *arena = glossary->resolve->arena;
    struct candidates *found = map_get(glossary->by_word, word);
    if (!found) {
        found = arena_make(arena, struct candidates);
        map_add(glossary->by_word, word, found);
    }
    struct candidate *candidate = arena_make(arena, struct candidate), **place = &found->first;
    while (*place && strlen((*place)->entry->name) > strlen(entry->name)) place = &(*place)->next;
    *candidate = (struct candidate){.entry = entry, .next = *place};
    *place = candidate;
}

/* A name with a small letter may begin a sentence. */
static void index_entry(struct glossary *glossary, struct abbreviation_entry *entry)
{
    struct arena *arena = glossary->resolve->arena;
    size_t length = word_length(entry->name), first;
    if (length == 0 || length >= LONGEST_WORD) return;
    const char *word = arena_copy(arena, entry->name, length);
    utf8_decode(word, &first);
    const char *upper = arena_format(arena, "%s%s", utf8_upper(arena, arena_copy(arena, word, first)), word + first);
    add_candidate(glossary, word, entry);
    if (strcmp(upper, word) != 0) add_candidate(glossary, upper, entry);
}

static const char *take(struct glossary *glossary, struct node *item, const char *name)
{
    const char *value = node_get(item, name);
    node_set(glossary->resolve->arena, item, name, NULL);
    return value;
}

/* A name that is spelt out, such as "de inspecties" for two of them by name, is no abbreviation: its words are heard
 * as words. */
static bool is_short_form(const char *name)
{
    enum { LONGEST_SYLLABLE = 4 }; /* letters in a row as small as in KvK, Cito or JenV */
    size_t run = 0, size;
    for (; *name && run <= LONGEST_SYLLABLE; name += size) {
        uint32_t c = utf8_decode(name, &size);
        bool small = utf8_is_letter(c) && utf8_lower(c) == c;
        run = small ? run + 1 : 0;
    }
    return run <= LONGEST_SYLLABLE;
}

/* A use with what it stands for. */
static struct node *marked(struct glossary *glossary, const char *words, const char *meaning, const char *language,
                           struct place place)
{
    struct node *abbreviation = resolve_element(glossary->resolve, "abbr", NULL, words, place);
    node_set(glossary->resolve->arena, abbreviation, "title", meaning);
    if (language) node_set(glossary->resolve->arena, abbreviation, "lang", language);
    return abbreviation;
}

/* In the list itself. */
static void mark_term(struct glossary *glossary, const struct listed *listed)
{
    struct node *term = node_by_name(listed->item, "dt");
    const struct abbreviation_entry *entry = &listed->entry;
    if (!term || !term->first || term->first->name || !is_short_form(entry->name)) return;
    node_replace(term->first, marked(glossary, term->first->text, entry->text, entry->language, term->place));
}

static void collect(struct glossary *glossary)
{
    for (struct node *node = glossary->section; node; node = node_next(node, glossary->section)) {
        const char *name = node_get(node, "data-abbreviation");
        const struct node *details = name ? node_by_name(node, "dd") : NULL;
        if (!details) continue;
        glossary->items = arena_grow(glossary->resolve->arena, glossary->items, glossary->count, &glossary->capacity,
                                     sizeof *glossary->items);
        struct listed *listed = &glossary->items[glossary->count++];
        *listed = (struct listed){.item = node, .entry = {.name = take(glossary, node, "data-abbreviation")}};
        listed->entry.text = node_string(glossary->resolve->arena, details);
        listed->entry.language = node_get(details, "lang");
        listed->entry.plural = take(glossary, node, "data-plural");
        listed->entry.hereafter = take(glossary, node, "data-hereafter");
    }
    for (size_t i = 0; i < glossary->count; i++) {
        index_entry(glossary, &glossary->items[i].entry);
        mark_term(glossary, &glossary->items[i]);
    }
}

/* ---- where a text stands ---- */

struct limit {
    const char *element, *class; /* element NULL: any */
    enum scope scope;
};

static const struct limit limits[] = {
    {"nav", NULL, SCOPE_NONE},        {"svg", NULL, SCOPE_NONE},         {NULL, "glossary", SCOPE_NONE},
    {NULL, "cover", SCOPE_USED},      {NULL, "colophon", SCOPE_USED},    {"h1", NULL, SCOPE_USED},
    {"h2", NULL, SCOPE_USED},         {"h3", NULL, SCOPE_USED},          {"h4", NULL, SCOPE_USED},
    {"h5", NULL, SCOPE_USED},         {"h6", NULL, SCOPE_USED},          {"blockquote", NULL, SCOPE_USED},
    {"figure", NULL, SCOPE_USED},     {"table", NULL, SCOPE_USED},       {"dt", NULL, SCOPE_USED},
    {"a", NULL, SCOPE_USED},          {"code", NULL, SCOPE_LITERAL},        {"pre", NULL, SCOPE_LITERAL},
    {NULL, "footnote", SCOPE_USED},   {NULL, "block-title", SCOPE_USED}, {NULL, "letterhead", SCOPE_USED},
    {NULL, "signature", SCOPE_USED},  {NULL, "sources", SCOPE_USED},     {NULL, "judgment", SCOPE_USED},
    {NULL, "back-cover", SCOPE_USED}, {NULL, "response", SCOPE_USED},    {NULL, "letter", SCOPE_USED},
    {"abbr", NULL, SCOPE_LITERAL},
};

static enum scope scope_of_element(const struct node *node)
{
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        bool fits = !limits[i].element || node_is(node, limits[i].element);
        if (fits && (!limits[i].class || node_has_class(node, limits[i].class))) return limits[i].scope;
    }
    return SCOPE_RUNNING;
}

/* Words in another language stay as they are. */
static bool is_foreign(const struct node *node, const struct node *root)
{
    const char *language = node == root ? NULL : node_get(node, "lang"), *own = node_get(root, "lang");
    return language && own && !language_tag_agrees(language, own);
}

/* That of an element within those around it, up to the root. Texts are read in their order, so that the elements around
 * one are mostly those around the one before: they are kept. */
static enum scope scope_of(struct glossary *glossary, const struct node *text)
{
    const struct node *chain[DOCUMENT_DEPTH_MAX + 1], *root = glossary->resolve->root;
    size_t depth = 0, kept = 0;
    for (const struct node *node = text->parent; node && depth <= DOCUMENT_DEPTH_MAX; node = node->parent) {
        chain[depth++] = node;
        if (node == root) break;
    }
    while (kept < depth && kept < glossary->depth && glossary->around[kept].node == chain[depth - 1 - kept]) kept++;
    for (; kept < depth; kept++) {
        const struct node *node = chain[depth - 1 - kept];
        enum scope outer = kept ? glossary->around[kept - 1].scope : SCOPE_RUNNING;
        enum scope here = is_foreign(node, root) ? SCOPE_LITERAL : scope_of_element(node);
        glossary->around[kept] = (struct around){node, here < outer ? here : outer};
    }
    glossary->depth = depth;
    return depth ? glossary->around[depth - 1].scope : SCOPE_RUNNING;
}

static const struct node *block_of(const struct node *text, const struct node *root)
{
    const struct node *node = text->parent;
    while (node != root && !node_is_block(node)) node = node->parent;
    return node;
}

/* The text that follows in the same block. */
static const char *text_behind(const struct glossary *glossary, const struct node *text)
{
    const struct node *next = node_next(text, glossary->block);
    while (next && !next->text && !node_is_block(next)) next = node_next(next, glossary->block);
    return next && next->text ? next->text : "";
}

/* ---- one text ---- */

static struct abbreviation_entry *entry_at(const struct glossary *glossary, const char *word, struct use *use)
{
    const struct candidates *found = map_get(glossary->by_word, word);
    for (const struct candidate *each = found ? found->first : NULL; each; each = each->next) {
        use->length = use_length(use->text, each->entry->name);
        if (use->length && use_is_whole(use)) return each->entry;
    }
    return NULL;
}

static struct node *insert(struct node *after, struct node *inserted)
{
    node_insert_after(after, inserted);
    return inserted;
}

/* Puts a text of an introduction behind `after`, with the uses in it marked; gives the last node. */
static struct node *put_text(struct glossary *glossary, struct node *after, const char *text, struct use_form form,
                             const char *language)
{
    struct arena *arena = glossary->resolve->arena;
    bool marks = *form.words && is_short_form(form.words);
    for (const char *at; marks && (at = strstr(text, form.words)); text = at + strlen(form.words)) {
        after = insert(after, node_text(arena, arena_copy(arena, text, (size_t)(at - text)), after->place));
        after = insert(after, marked(glossary, form.words, form.meaning, language, after->place));
    }
    return insert(after, node_text(arena, text, after->place));
}

/* Puts the introduction in the place of the use; gives the text behind it, in which reading goes on. The texts are
 * joined later, once for all introductions in a paragraph. */
static struct node *put(struct glossary *glossary, struct node *text, size_t at,
                        const struct introduction *introduction, const char *language)
{
    struct arena *arena = glossary->resolve->arena;
    struct node *tail = node_text(arena, text->text + at + introduction->replaced, text->place);
    struct node *words = node_text(arena, introduction->text, text->place);
    if (language) {
        words = resolve_element(glossary->resolve, "span", NULL, introduction->text, text->place);
        node_set(arena, words, "lang", language);
    }
    text->text = arena_copy(arena, text->text, at);
    struct node *last = put_text(glossary, text, introduction->before, introduction->form, language);
    last = insert(last, words);
    last = put_text(glossary, last, introduction->behind, introduction->form, language);
    return insert(last, tail);
}

/* Where reading goes on: a text and the offset in it. */
struct cursor {
    struct node *text;
    size_t at;
    enum scope scope;
};

static void advance(struct glossary *glossary, struct cursor *cursor, size_t length)
{
    buffer_add_bytes(&glossary->before, cursor->text->text + cursor->at, length);
    cursor->at += length;
}

static void introduce_at(struct glossary *glossary, struct cursor *cursor, const struct use *use,
                         struct abbreviation_entry *entry)
{
    struct introduction introduction = introduce(glossary->resolve->arena, use, entry, glossary->hereafter);
    entry->introduced = true;
    entry->explained = cursor->text->place;
    buffer_format(&glossary->before, "%s%s%s", introduction.before, introduction.text, introduction.behind);
    cursor->text = put(glossary, cursor->text, cursor->at, &introduction, entry->language);
    cursor->at = 0;
}

/* A use that stays as it is. */
static void mark_at(struct glossary *glossary, struct cursor *cursor, const struct use *use,
                    const struct abbreviation_entry *entry)
{
    struct arena *arena = glossary->resolve->arena;
    struct node *text = cursor->text;
    struct use_form form = use_form(arena, use, entry);
    size_t end = cursor->at + strlen(form.words);
    struct node *tail = node_text(arena, text->text + end, text->place);
    buffer_add(&glossary->before, form.words);
    text->text = arena_copy(arena, text->text, cursor->at);
    insert(insert(text, marked(glossary, form.words, form.meaning, entry->language, text->place)), tail);
    cursor->text = tail;
    cursor->at = 0;
}

/* The author introduces what the program had to introduce before. */
static void check_late(struct glossary *glossary, const struct cursor *cursor, struct abbreviation_entry *entry)
{
    struct place before = entry->explained;
    if (!before.source || entry->told) return;
    entry->told = true;
    message_add(glossary->resolve->messages, ABBREVIATION_EXPLAINED, cursor->text->place,
                "`%s` is introduced here, but used before, in %s on line %u, where the program explains it; expected "
                "one of the two",
                entry->name, before.source->path, before.line);
    message_hint(glossary->resolve->messages, "write only `%s` here, or introduce it where it comes first",
                 entry->name);
}

static void treat_use(struct glossary *glossary, struct cursor *cursor, const struct use *use,
                      struct abbreviation_entry *entry)
{
    bool term = node_is(cursor->text->parent, "dt"); /* its definition follows */
    bool introduces = term || use_introduces(use, entry, glossary->hereafter);
    entry->used = true;
    if (!entry->introduced && !introduces && cursor->scope == SCOPE_RUNNING && !use_goes_on(use)) {
        introduce_at(glossary, cursor, use, entry);
        return;
    }
    if (introduces && !term && cursor->scope == SCOPE_RUNNING) check_late(glossary, cursor, entry);
    entry->introduced |= introduces;
    if (cursor->scope == SCOPE_LITERAL || !is_short_form(entry->name)) advance(glossary, cursor, use->length);
    else mark_at(glossary, cursor, use, entry);
}

/* The end of what stands before, which is all that a sentence needs: a paragraph may be long. */
static const char *window(const struct buffer *before)
{
    const char *text = buffer_text(before);
    size_t at = before->length > WINDOW ? before->length - WINDOW : 0;
    while (((unsigned char)text[at] & 0xC0) == 0x80) at++;
    return text + at;
}

/* At the begin of a word. */
static void treat_word(struct glossary *glossary, struct cursor *cursor, size_t length)
{
    char word[LONGEST_WORD];
    const char *text = cursor->text->text + cursor->at;
    struct abbreviation_entry *entry = NULL;
    struct use use = {.before = window(&glossary->before), .text = text};
    if (length < sizeof word) {
        memcpy(word, text, length);
        word[length] = '\0';
        use.behind = text_behind(glossary, cursor->text);
        entry = entry_at(glossary, word, &use);
    }
    size_t spelt_out = entry ? use_length(text, entry->text) : 0; /* a name may be the begin of what it stands for */
    if (spelt_out) advance(glossary, cursor, spelt_out);
    else if (entry) treat_use(glossary, cursor, &use, entry);
    else advance(glossary, cursor, length);
}

/* Gives the last text that was read: an introduction may have made two of one. */
static struct node *treat_text(struct glossary *glossary, struct node *text)
{
    const struct node *root = glossary->resolve->root, *block = block_of(text, root);
    struct cursor cursor = {.text = text, .scope = scope_of(glossary, text)};
    if (cursor.scope == SCOPE_NONE) return text;
    if (block != glossary->block) glossary->before = buffer_new(glossary->resolve->arena);
    glossary->block = block;
    while (cursor.text->text[cursor.at]) {
        size_t length = word_length(cursor.text->text + cursor.at), size;
        if (length) {
            treat_word(glossary, &cursor, length);
            continue;
        }
        utf8_decode(cursor.text->text + cursor.at, &size);
        advance(glossary, &cursor, size);
    }
    return cursor.text;
}

/* ---- the step ---- */

static void remove_unused(struct glossary *glossary)
{
    size_t used = 0;
    for (size_t i = 0; i < glossary->count; i++) {
        used += glossary->items[i].entry.used;
        if (!glossary->items[i].entry.used) node_remove(glossary->items[i].item);
    }
    if (used == 0) node_remove(glossary->section);
}

void resolve_abbreviations(struct resolve *resolve)
{
    struct glossary glossary = {.resolve = resolve, .section = node_by_id(resolve->root, "glossary")};
    if (!glossary.section || !node_has_class(glossary.section, "glossary")) return;
    glossary.by_word = map_new(resolve->arena);
    glossary.hereafter = resolve_word(resolve, "hereafter");
    collect(&glossary);
    for (struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        if (node->text) node = treat_text(&glossary, node);
    }
    remove_unused(&glossary);
}
