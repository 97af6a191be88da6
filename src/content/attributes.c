/* The braces at the end of a block's title: `Title {#id .variant key=value}`. Which kind of block has which variants,
 * compose knows. */
#include <string.h>

#include "base/language_tag.h"
#include "content/markdown.h"

static const char small[] = "abcdefghijklmnopqrstuvwxyz0123456789.-";
static const char expected[] = "expected `#id`, `.variant`, `lang=…` or `source=…`, as in `{#staff .rows lang=en}`";

static const struct key {
    const char *key, *attribute;
} keys[] = {{"lang", "lang"}, {"source", "data-source"}};

enum { MOST_WORDS = 12 };

struct attributes {
    struct markdown *markdown;
    struct node *block;
    struct place place; /* of the block's marker */
};

/* Where the word stands in the line of the marker; the marker when Markdown has changed it. */
static struct place place_of(const struct attributes *attributes, const char *word)
{
    size_t length, width = strlen(word);
    const char *line = place_line(attributes->place, &length);
    for (size_t at = length; attributes->place.source && width && at >= width; at--) {
        if (strncmp(line + at - width, word, width) == 0)
            return place_at(attributes->place.source, (size_t)(line + at - width - attributes->place.source->text));
    }
    return attributes->place;
}

static void refuse(struct attributes *attributes, const char *word, const char *why)
{
    struct markdown *markdown = attributes->markdown;
    message_add(markdown->messages, BLOCK_MARKER, place_of(attributes, word), "`%s` %s", word, why);
}

static void take_id(struct attributes *attributes, const char *word)
{
    struct arena *arena = attributes->markdown->arena;
    const char *id = word + 1;
    if (!*id || id[strspn(id, small)])
        refuse(attributes, word,
               "is no id; expected lower-case letters, digits, points and hyphens, as in `{#table-1}`");
    else if (node_get(attributes->block, "data-id")) refuse(attributes, word, "is a second id; expected one");
    else node_set(arena, attributes->block, "data-id", id);
}

static void take_variant(struct attributes *attributes, const char *word)
{
    struct arena *arena = attributes->markdown->arena;
    const char *name = word + 1, *before = node_get(attributes->block, "data-variant");
    if (!*name || strchr(name, '.') || name[strspn(name, small)])
        refuse(attributes, word, "is no variant; expected a lower-case word behind the point, as in `{.line}`");
    else node_set(arena, attributes->block, "data-variant", before ? arena_format(arena, "%s %s", before, name) : name);
}

static void take_key(struct attributes *attributes, const char *word)
{
    struct arena *arena = attributes->markdown->arena;
    size_t length = strcspn(word, "="), count = sizeof keys / sizeof *keys, found = 0;
    const char *value = word + length + 1;
    while (found < count && (strlen(keys[found].key) != length || strncmp(keys[found].key, word, length) != 0)) found++;
    if (found == count) refuse(attributes, word, arena_format(arena, "has an unknown key; %s", expected));
    else if (!*value) refuse(attributes, word, "has no value behind the `=`; expected one");
    else if (node_get(attributes->block, keys[found].attribute)) refuse(attributes, word, "stands twice; expected one");
    else if (strcmp(keys[found].key, "lang") == 0 && !language_tag_is_sound(value))
        refuse(attributes, word, "is no tag of a language; expected one such as `lang=en`");
    else node_set(arena, attributes->block, keys[found].attribute, value);
}

static void take_word(struct attributes *attributes, const char *word)
{
    struct arena *arena = attributes->markdown->arena;
    if (*word == '#') take_id(attributes, word);
    else if (*word == '.') take_variant(attributes, word);
    else if (strchr(word, '=')) take_key(attributes, word);
    else refuse(attributes, word, arena_format(arena, "is no id, for it has no `#`; %s", expected));
}

/* The next word, without the quotes around a value: `source="Rapport 2025"`. NULL: there is none. */
static const char *next_word(struct arena *arena, const char **text)
{
    const char *begin = *text + strspn(*text, " ");
    if (!*begin) return NULL;
    size_t length = strcspn(begin, " \"");
    const char *quote = begin[length] == '"' ? strchr(begin + length + 1, '"') : NULL;
    if (quote) {
        *text = quote + 1;
        return arena_format(arena, "%.*s%.*s", (int)length, begin, (int)(quote - begin) - (int)length - 1,
                            begin + length + 1);
    }
    length = strcspn(begin, " ");
    *text = begin + length;
    return arena_copy(arena, begin, length);
}

/* Braces that look like attributes and do not stand at the end. */
static void check_misplaced(struct attributes *attributes, char *title)
{
    static const char *const looks[] = {"{#", "{.", "{lang="};
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
        char *open = strstr(title, looks[i]);
        if (!open) continue;
        for (size_t length = strlen(open); open[length - 1] == ' ';) open[--length] = '\0';
        refuse(attributes, open, "does not stand at the end of the title, in one pair of braces; expected it there");
        return;
    }
}

void attributes_take(struct markdown *markdown, struct node *block, char *title, struct place place)
{
    struct attributes attributes = {markdown, block, place};
    size_t length = strlen(title);
    char *open = length && title[length - 1] == '}' ? strrchr(title, '{') : NULL;
    if (open) {
        title[length - 1] = '\0';
        const char *rest = open + 1, *word = next_word(markdown->arena, &rest);
        size_t count = 0;
        if (!word) refuse(&attributes, "{", arena_format(markdown->arena, "holds nothing; %s", expected));
        for (; word && count < MOST_WORDS; word = next_word(markdown->arena, &rest), count++)
            take_word(&attributes, word);
        if (word)
            refuse(&attributes, word,
                   arena_format(markdown->arena, "is one word too many; expected at most %d", MOST_WORDS));
        *open = '\0';
    }
    check_misplaced(&attributes, title);
}
