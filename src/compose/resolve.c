/* The steps in their order, and what they share: words, small elements, ids. */
#include "compose/resolve.h"

#include <string.h>

#include "compose/chart.h"
#include "compose/compose.h"

const char *resolve_word(struct resolve *resolve, const char *key)
{
    const struct value *word = value_get(resolve->words, key);
    if (word && word->kind == VALUE_STRING) return word->text;
    message_add(resolve->messages, WORD_MISSING, resolve->words->place,
                "The interface words of this language have no text \"%s\"", key);
    return key;
}

const char *resolve_fill(struct arena *arena, const char *phrase, const char *name, const char *value)
{
    const char *at = strstr(phrase, name);
    if (!at) return phrase;
    return arena_format(arena, "%.*s%s%s", (int)(at - phrase), phrase, value, at + strlen(name));
}

const char *resolve_phrase(struct resolve *resolve, const char *key, const char *number)
{
    return resolve_fill(resolve->arena, resolve_word(resolve, key), "{number}", number);
}

struct node *resolve_element(struct resolve *resolve, const char *name, const char *class, const char *text,
                             struct place place)
{
    struct node *element = node_element(resolve->arena, name, place);
    if (class) node_set(resolve->arena, element, "class", class);
    if (text) node_append(element, node_text(resolve->arena, text, place));
    return element;
}

static void prepend(struct node *parent, struct node *child)
{
    if (parent->first) node_insert_before(parent->first, child);
    else node_append(parent, child);
}

void resolve_prefix(struct resolve *resolve, struct node *element, const char *number)
{
    prepend(element, node_text(resolve->arena, " ", element->place));
    prepend(element, resolve_element(resolve, "span", "number", number, element->place));
}

struct node *resolve_title(const struct node *section)
{
    struct node *child = section->first;
    while (child && !child->name) child = child->next;
    return child && node_heading_level(child) ? child : NULL;
}

struct map *resolve_ids(struct resolve *resolve)
{
    struct map *ids = map_new(resolve->arena);
    for (struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        const char *id = node_get(node, "id");
        if (id) map_add(ids, id, node);
    }
    return ids;
}

/* ---- all steps ---- */

/* Steps put texts beside texts; a finished document has one text where one is read, and no empty ones. */
static void join_texts(struct resolve *resolve)
{
    for (struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        struct node *next = node->first, *after;
        for (; next; next = after) {
            after = next->next;
            if (next->name) continue;
            struct buffer out = buffer_new(resolve->arena);
            for (; after && !after->name; after = next->next) {
                if (!out.length) buffer_add(&out, next->text);
                buffer_add(&out, after->text);
                node_remove(after);
            }
            if (out.length) next->text = buffer_text(&out);
            if (!*next->text) node_remove(next);
        }
    }
}

bool resolve_all(struct resolve *resolve)
{
    static void (*const steps[])(struct resolve *) = {
        resolve_blocks,        survey_check_used, resolve_sections, resolve_numbers, resolve_footnotes,
        resolve_references,    join_texts,        resolve_tables,   resolve_abbreviations,
        resolve_links,         resolve_names,     resolve_contents, join_texts,
        resolve_check,
    };
    size_t before = messages_count(resolve->messages, SEVERITY_ERROR);
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) steps[i](resolve);
    return messages_count(resolve->messages, SEVERITY_ERROR) == before;
}

bool compose_resolve(struct arena *arena, const struct value *words, struct node *root, struct messages *messages)
{
    struct resolve resolve = {.arena = arena, .root = root, .words = words, .messages = messages};
    return resolve_all(&resolve);
}
