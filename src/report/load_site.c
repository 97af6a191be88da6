/* site.yaml and institutions.yaml. */
#include <stdlib.h>
#include <string.h>

#include "report/load.h"
#include "report/schema.h"

/* ---- what the checks are told ---- */

enum { RESPONSE_WORDS = 400 };

static void tell_no_code(struct loader *loader, const struct member *member)
{
    const char *names[MESSAGE_CODES];
    for (size_t i = 0; i < MESSAGE_CODES; i++) names[i] = message_code_name((enum message_code)i);
    message_add(loader->messages, CHECK_UNKNOWN, member->place,
                "there is no code `%s`; expected one of those that stand behind messages in brackets", member->key);
    const char *near = suggest(member->key, names, MESSAGE_CODES);
    if (near) message_hint(loader->messages, "did you mean `%s`?", near);
}

static void set_severity(struct loader *loader, const struct member *member)
{
    enum message_code code;
    enum severity severity;
    if (member->value->kind != VALUE_STRING || !severity_find(member->value->text, &severity)) return; /* told */
    if (!message_code_find(member->key, &code)) {
        tell_no_code(loader, member);
    } else if (!message_code_may_be(code, severity))
        message_add(loader->messages, CHECK_FIXED, member->value->place,
                    "`%s` cannot be lowered to `%s`, for without it there is no sound report; expected `error`", member->key,
                    member->value->text);
    else messages_set(loader->messages, code, severity);
}

static const char **load_texts(struct loader *loader, const struct value *site, const char *key, size_t *count)
{
    const struct value *list = value_list_at(site, key);
    const char **texts = arena_array(loader->arena, list->count, sizeof *texts);
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i]->kind == VALUE_STRING) texts[(*count)++] = list->items[i]->text;
    }
    return texts;
}

static void load_checks(struct loader *loader, const struct value *site)
{
    struct check_settings *checks = &loader->publication->checks;
    const struct value *severities = value_map_at(site, "checks");
    const char *words = value_text_at(loader->arena, site, "response_words");
    for (size_t i = 0; i < severities->count; i++) set_severity(loader, &severities->members[i]);
    checks->names = load_texts(loader, site, "names", &checks->name_count);
    checks->allowed = load_texts(loader, site, "allowed", &checks->allowed_count);
    checks->response_words = words && form_is_count(words) ? (size_t)atol(words) : RESPONSE_WORDS;
}

/* ---- site.yaml ---- */

void load_site(struct loader *loader)
{
    struct publication *publication = loader->publication;
    const struct value *site = folder_read_yaml(loader, "site.yaml", SCHEMA_SITE);
    if (!site) site = value_map(loader->arena);
    publication->publisher = value_text_at(loader->arena, site, "publisher");
    publication->title = value_text_at(loader->arena, site, "title");
    publication->base_url = value_text_at(loader->arena, site, "base_url");
    publication->language = value_text_at(loader->arena, site, "language");
    publication->description = value_markdown_at(loader, site, "description");
    publication->contact = value_markdown_at(loader, site, "contact");
    publication->address = load_texts(loader, site, "address", &publication->address_count);
    load_checks(loader, site);
}

/* ---- institutions.yaml ---- */

static enum institution_kind kind_of(const char *word)
{
    static const struct {
        const char *word;
        enum institution_kind kind;
    } kinds[] = {{"institution", INSTITUTION_GI},
                 {"inspectorate", INSTITUTION_INSPECTORATE},
                 {"region", INSTITUTION_REGION}};
    for (size_t i = 0; word && i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i].word, word) == 0) return kinds[i].kind;
    }
    return INSTITUTION_OF_NO_KIND;
}

static void load_institution(struct loader *loader, const struct member *member, struct institution *institution)
{
    const struct value *record = member->value;
    institution->id = member->key;
    institution->name = value_text_at(loader->arena, record, "name");
    if (!institution->name) institution->name = member->key;
    institution->short_name = value_text_at(loader->arena, record, "short");
    if (!institution->short_name) institution->short_name = institution->name;
    institution->kvk = value_text_at(loader->arena, record, "kvk");
    institution->kind = kind_of(value_text_at(loader->arena, record, "kind"));
    supervision_load(loader, record, institution);
}

static void suggest_institution(struct loader *loader, const char *id)
{
    const struct publication *publication = loader->publication;
    const char **ids = arena_array(loader->arena, publication->institution_count, sizeof *ids);
    for (size_t i = 0; i < publication->institution_count; i++) ids[i] = publication->institutions[i].id;
    const char *near = suggest(id, ids, publication->institution_count);
    if (near) message_hint(loader->messages, "did you mean `%s`?", near);
}

const struct institution *institution_find(struct loader *loader, const char *id, struct place place)
{
    const struct publication *publication = loader->publication;
    for (size_t i = 0; i < publication->institution_count; i++) {
        if (strcmp(publication->institutions[i].id, id) == 0) return &publication->institutions[i];
    }
    if (!loader->institutions_sound) return NULL;
    message_add(loader->messages, UNKNOWN_INSTITUTION, place,
                "`%s` is not in institutions.yaml; expected the id of one that is", id);
    suggest_institution(loader, id);
    return NULL;
}

static void link_parent(struct loader *loader, const struct value *record, struct institution *institution)
{
    const char *parent = value_text_at(loader->arena, record, "parent");
    const struct value *written = parent ? value_get(record, "parent") : NULL;
    if (written) institution->parent = institution_find(loader, parent, written->place);
}

/* The first of a circle, in the order of the file, to which the parents of an institution lead; NULL: they end, or come to one that was
 * seen from another. `seen`: from which each was, from 1. */
static struct institution *find_circle(const struct publication *publication, size_t index, size_t *seen)
{
    const struct institution *all = publication->institutions, *at = &all[index];
    for (; at && !seen[at - all]; at = at->parent) seen[at - all] = index + 1;
    if (!at || seen[at - all] != index + 1) return NULL;
    const struct institution *first = at;
    for (const struct institution *other = at->parent; other != at; other = other->parent) {
        if (other < first) first = other;
    }
    return &publication->institutions[first - all];
}

static void break_circle(struct loader *loader, const struct value *record, struct institution *institution)
{
    institution->parent = NULL;
    const struct value *written = value_get(record, "parent");
    message_add(loader->messages, PARENT_CIRCLE, written ? written->place : record->place,
                "`%s` is part of itself by way of its parents; expected an end", institution->id);
}

static void check_circles(struct loader *loader, const struct value *table)
{
    struct publication *publication = loader->publication;
    size_t *seen = arena_array(loader->arena, table->count, sizeof *seen);
    for (size_t i = 0; i < table->count; i++) {
        struct institution *first = find_circle(publication, i, seen);
        if (first) break_circle(loader, table->members[first - publication->institutions].value, first);
    }
}

void load_institutions(struct loader *loader)
{
    struct publication *publication = loader->publication;
    const struct value *table = folder_read_yaml(loader, "institutions.yaml", SCHEMA_INSTITUTIONS);
    loader->institutions_sound = table && table->kind == VALUE_MAP && table->count <= SCHEMA_MOST_ENTRIES;
    if (!loader->institutions_sound) return;
    publication->institutions = arena_array(loader->arena, table->count, sizeof *publication->institutions);
    for (size_t i = 0; i < table->count; i++) loader->institutions_sound &= form_is_id(table->members[i].key);
    for (size_t i = 0; i < table->count; i++)
        load_institution(loader, &table->members[i], &publication->institutions[i]);
    publication->institution_count = table->count;
    for (size_t i = 0; i < table->count; i++)
        link_parent(loader, table->members[i].value, &publication->institutions[i]);
    check_circles(loader, table);
}
