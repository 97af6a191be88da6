/* Names of persons that site.yaml lists. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "check/personal.h"

enum { MOST_WORDS = 8 };

struct name {
    const char *whole; /* as site.yaml has it */
    const char *words[MOST_WORDS];
    size_t count;
};

static size_t word_length(const char *text)
{
    size_t length = 0;
    while (isalnum((unsigned char)text[length]) || (unsigned char)text[length] >= 0x80) length++;
    return length;
}

/* What may stand between the words of a name. */
static size_t gap_length(const char *text)
{
    return strspn(text, " .-'");
}

static const char *folded(struct arena *arena, const char *text, size_t length)
{
    return utf8_fold(arena, arena_copy(arena, text, length));
}

static struct name read_name(struct arena *arena, const char *text)
{
    struct name name = {.whole = text};
    text += gap_length(text);
    for (size_t length; name.count < MOST_WORDS && (length = word_length(text)); text += gap_length(text)) {
        name.words[name.count++] = folded(arena, text, length);
        text += length;
    }
    return name;
}

static int by_first_word(const void *a, const void *b)
{
    return strcmp(((const struct name *)a)->words[0], ((const struct name *)b)->words[0]);
}

void read_names(struct personal *personal)
{
    const struct check_settings *settings = &personal->checker->publication->checks;
    personal->names = arena_array(personal->checker->arena, settings->name_count, sizeof *personal->names);
    for (size_t i = 0; i < settings->name_count; i++) {
        struct name name = read_name(personal->checker->arena, settings->names[i]);
        if (name.count > 0) personal->names[personal->name_count++] = name;
    }
    if (personal->name_count) qsort(personal->names, personal->name_count, sizeof *personal->names, by_first_word);
}

/* The words that begin here, as far as a name may go on: read once, however many names begin alike. */
struct here {
    const char *words[MOST_WORDS];
    size_t ends[MOST_WORDS]; /* where each ends in the text */
    size_t count;
};

static struct here read_here(const struct personal *personal, size_t at)
{
    struct here here = {0};
    const char *text = personal->plain.text;
    for (size_t length = 0; here.count < MOST_WORDS; here.count++) {
        bool initial = length == 1, ended = here.count > 0 && text[at] == '.' && text[at + 1] == ' ';
        if (ended && !initial) break; /* the end of a sentence */
        if (here.count > 0) at += gap_length(text + at);
        length = word_length(text + at);
        if (!length) break;
        here.words[here.count] = folded(personal->checker->arena, text + at, length);
        here.ends[here.count] = at += length;
    }
    return here;
}

/* The offset behind the name when it stands here, or 0. */
static size_t name_end(const struct here *here, const struct name *name)
{
    if (name->count > here->count) return 0;
    for (size_t i = 0; i < name->count; i++) {
        if (strcmp(here->words[i], name->words[i]) != 0) return 0;
    }
    return here->ends[name->count - 1];
}

/* The first of the names that begin with this word. */
static size_t first_with(const struct personal *personal, const char *word)
{
    size_t low = 0, high = personal->name_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(personal->names[middle].words[0], word) < 0) low = middle + 1;
        else high = middle;
    }
    return low;
}

/* A name of one word may be a word, too: it counts with a capital only. */
static bool may_be_name(const struct name *name, const char *text)
{
    return name->count > 1 || !islower((unsigned char)*text);
}

size_t find_name(struct personal *personal, size_t at)
{
    const struct plain *plain = &personal->plain;
    size_t length = personal->name_count ? word_length(plain->text + at) : 0, longest = 0;
    if (!length) return at;
    const char *word = folded(personal->checker->arena, plain->text + at, length);
    const struct name *found = NULL;
    struct here here = {0};
    for (size_t i = first_with(personal, word); i < personal->name_count; i++) {
        const struct name *name = &personal->names[i];
        if (strcmp(name->words[0], word) != 0) break;
        if (here.count == 0) here = read_here(personal, at);
        size_t end = may_be_name(name, plain->text + at) ? name_end(&here, name) : 0;
        if (end > longest) longest = end, found = name;
    }
    if (!found || is_allowed(personal, plain->text + at, longest - at)) return at;
    message_add(personal->checker->messages, NAME_OF_PERSON, plain_place(plain, personal->passage, at, longest),
                "`%s` is one of the names that may stand nowhere; expected a role, such as `moeder`", found->whole);
    return longest;
}
