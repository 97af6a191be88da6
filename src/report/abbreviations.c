/* abbreviations.yaml: what a reader is told where an abbreviation comes first, and what the glossary holds. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "report/load.h"
#include "report/schema.h"

enum { LONGEST_NAME = 40, MOST_ABBREVIATIONS = 500 };

static const char file_name[] = "abbreviations.yaml";

/* ---- one ---- */

static bool has_letter(const char *text)
{
    for (size_t length; *text; text += length) {
        if (utf8_is_letter(utf8_decode(text, &length))) return true;
    }
    return false;
}

static size_t characters(const char *text)
{
    size_t count = 0;
    for (size_t length; *text; text += length, count++) utf8_decode(text, &length);
    return count;
}

/* What is wrong with the name, or NULL. */
static const char *fault_of_name(const char *name)
{
    size_t length = characters(name), size;
    uint32_t first = utf8_decode(name, &size);
    if (length < 2 || length > LONGEST_NAME || !has_letter(name))
        return "expected two to forty characters, letters among them";
    if (strpbrk(name, "()[]:;\n\t")) return "expected no brackets, colons or line ends in it";
    if (!utf8_is_letter(first) && !utf8_is_digit(first)) return "expected a letter or digit first";
    if (name[strlen(name) - 1] == ' ' || strstr(name, "  ")) return "expected single spaces inside it only";
    return NULL;
}

static const char *fault_of(const struct abbreviation *abbreviation)
{
    const char *name = abbreviation->name, *text = abbreviation->text, *fault = fault_of_name(name);
    if (fault || !text) return fault;
    if (strcmp(text, name) == 0) return "expected what it stands for, not itself";
    if (text[strcspn(text, "()")]) return "expected what it stands for, without brackets: the program writes them";
    return NULL;
}

/* false: not to be used, which is told. */
static bool load_one(struct loader *loader, const struct member *member, struct abbreviation *abbreviation)
{
    const struct value *value = member->value;
    *abbreviation = (struct abbreviation){.name = member->key, .place = member->place};
    if (value->kind == VALUE_MAP) {
        abbreviation->text = value_text_at(loader->arena, value, "text");
        abbreviation->plural = value_text_at(loader->arena, value, "plural");
        abbreviation->language = value_text_at(loader->arena, value, "lang");
        abbreviation->hereafter = value_boolean_at(value, "hierna", false);
    } else if (value->kind == VALUE_STRING) {
        size_t begin = strspn(value->text, " \t\n"), length = strlen(value->text + begin);
        while (length && strchr(" \t\n", value->text[begin + length - 1])) length--;
        abbreviation->text = length ? arena_copy(loader->arena, value->text + begin, length) : NULL;
    }
    const char *fault = fault_of(abbreviation);
    if (!fault) return abbreviation->text != NULL;
    message_add(loader->messages, ABBREVIATION_MALFORMED, member->place, "`%s` cannot be explained like this; %s",
                member->key, fault);
    return false;
}

/* ---- a file ---- */

struct list {
    struct abbreviation *items;
    size_t count;
};

static struct list load_file(struct loader *loader, const char *path)
{
    struct list list = {0};
    if (!folder_has(loader, path)) return list;
    const struct value *table = folder_read_yaml(loader, path, SCHEMA_ABBREVIATIONS);
    if (!table || table->kind != VALUE_MAP) return list;
    if (table->count > MOST_ABBREVIATIONS) {
        message_add(loader->messages, TOO_MANY, table->place, "the file has %zu abbreviations; expected at most %d",
                    table->count, MOST_ABBREVIATIONS);
        return list;
    }
    list.items = arena_array(loader->arena, table->count, sizeof *list.items);
    for (size_t i = 0; i < table->count; i++)
        list.count += load_one(loader, &table->members[i], &list.items[list.count]);
    return list;
}

void load_shared_abbreviations(struct loader *loader)
{
    struct list list = load_file(loader, file_name);
    for (size_t i = 0; i < list.count; i++) list.items[i].shared = true;
    loader->publication->abbreviations = list.items;
    loader->publication->abbreviation_count = list.count;
}

/* ---- those of a report ---- */

struct keyed {
    const char *key; /* the name, folded */
    const struct abbreviation *abbreviation;
};

static int by_key(const void *a, const void *b)
{
    const struct keyed *one = a, *other = b;
    int order = strcmp(one->key, other->key);
    return order ? order : strcmp(one->abbreviation->name, other->abbreviation->name);
}

static bool is_in(const struct list *list, const char *name)
{
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->items[i].name, name) == 0) return true;
    }
    return false;
}

void load_abbreviations(struct reading *reading)
{
    struct loader *loader = reading->loader;
    const struct publication *publication = loader->publication;
    struct list own = load_file(loader, file_join(loader->arena, reading->folder, file_name));
    size_t count = 0, most = own.count + publication->abbreviation_count;
    struct keyed *keyed = arena_array(loader->arena, most, sizeof *keyed);
    for (size_t i = 0; i < own.count; i++) keyed[count++].abbreviation = &own.items[i];
    for (size_t i = 0; i < publication->abbreviation_count; i++) {
        if (!is_in(&own, publication->abbreviations[i].name))
            keyed[count++].abbreviation = &publication->abbreviations[i];
    }
    for (size_t i = 0; i < count; i++) keyed[i].key = utf8_fold(loader->arena, keyed[i].abbreviation->name);
    if (count) qsort(keyed, count, sizeof *keyed, by_key);
    struct abbreviation *all = arena_array(loader->arena, count, sizeof *all);
    for (size_t i = 0; i < count; i++) all[i] = *keyed[i].abbreviation;
    reading->report->abbreviations = all;
    reading->report->abbreviation_count = count;
}

/* ---- used? ---- */

static bool is_used(const struct node *const *texts, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++) {
        for (const struct node *node = texts[i]; node; node = node_next(node, texts[i])) {
            if (node->text && strstr(node->text, word)) return true;
        }
    }
    return false;
}

/* Sought is the first word, without its first letter when that may be a capital: white space may be a line's end. */
static const char *sought(struct arena *arena, const char *name)
{
    size_t first, length = strcspn(name, " ");
    uint32_t code_point = utf8_decode(name, &first);
    bool small = utf8_is_letter(code_point) && utf8_lower(code_point) == code_point && length > first;
    return small ? arena_copy(arena, name + first, length - first) : arena_copy(arena, name, length);
}

void check_abbreviation_uses(struct reading *reading)
{
    struct loader *loader = reading->loader;
    const struct report *report = reading->report;
    size_t count;
    const struct node **texts = report_texts(loader->arena, report, &count);
    for (size_t i = 0; i < report->abbreviation_count; i++) {
        const struct abbreviation *abbreviation = &report->abbreviations[i];
        if (abbreviation->shared || is_used(texts, count, sought(loader->arena, abbreviation->name))) continue;
        message_add(loader->messages, ABBREVIATION_UNUSED, abbreviation->place,
                    "no text of this report uses `%s`; expected it in a text, or not in this file", abbreviation->name);
    }
}
