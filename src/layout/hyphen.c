#include "layout/hyphen.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <hyphen.h>

#include "base/file.h"
#include "base/language_tag.h"
#include "base/utf8.h"

/* A language, or its first subtag, and the dictionary that serves it. The packages of these are needed to build; what
 * else a machine has does not count, so that lines end alike everywhere. */
static const struct {
    const char *language, *name;
} known_languages[] = {
    {"en", "en_GB"},
    {"nl", "nl_NL"},
};

struct dictionary {
    const char *language;
    HyphenDict *dict; /* NULL: none installed */
    struct dictionary *next;
};

struct hyphenator {
    struct arena *arena;
    const char *folder;
    pthread_mutex_t lock; /* of the dictionaries: a dictionary itself is only read */
    struct dictionary *dictionaries;
};

/* libhyphen's tables hold at most this many characters; longer words are left whole. */
enum { LONGEST_WORD = HYPHEN_POINTS_MOST };

/* In letters: no stub of two letters stands alone, at the end of a line or at the begin of the next. */
enum { SHORTEST_WORD = 6, LEAST_BEFORE = 3, LEAST_AFTER = 3 };

struct hyphenator *hyphenator_new(const char *folder)
{
    struct arena *arena = arena_new();
    struct hyphenator *hyphenator = arena_make(arena, struct hyphenator);
    hyphenator->arena = arena;
    hyphenator->folder = arena_string(arena, folder);
    pthread_mutex_init(&hyphenator->lock, NULL);
    return hyphenator;
}

void hyphenator_free(struct hyphenator *hyphenator)
{
    if (!hyphenator) return;
    for (struct dictionary *each = hyphenator->dictionaries; each; each = each->next) {
        if (each->dict) hnj_hyphen_free(each->dict);
    }
    pthread_mutex_destroy(&hyphenator->lock);
    arena_free(hyphenator->arena);
}

static HyphenDict *load_file(struct hyphenator *hyphenator, const char *name)
{
    char *file = arena_format(hyphenator->arena, "hyph_%s.dic", name);
    char *path = file_join(hyphenator->arena, hyphenator->folder, file);
    return file_exists(path) ? hnj_hyphen_load(path) : NULL;
}

static HyphenDict *load(struct hyphenator *hyphenator, const char *language)
{
    for (size_t i = 0; i < sizeof known_languages / sizeof *known_languages; i++) {
        if (language_tag_agrees(language, known_languages[i].language)) return load_file(hyphenator, known_languages[i].name);
    }
    return NULL;
}

static struct dictionary *find_or_load(struct hyphenator *hyphenator, const char *language)
{
    for (struct dictionary *each = hyphenator->dictionaries; each; each = each->next) {
        if (strcmp(each->language, language) == 0) return each;
    }
    struct dictionary *dictionary = arena_make(hyphenator->arena, struct dictionary);
    dictionary->language = arena_string(hyphenator->arena, language);
    dictionary->dict = load(hyphenator, language);
    dictionary->next = hyphenator->dictionaries;
    return hyphenator->dictionaries = dictionary;
}

static HyphenDict *dictionary_of(struct hyphenator *hyphenator, const char *language)
{
    pthread_mutex_lock(&hyphenator->lock);
    HyphenDict *dict = find_or_load(hyphenator, language)->dict;
    pthread_mutex_unlock(&hyphenator->lock);
    return dict;
}

/* The letters of a word as the dictionary wants them: lower case, in its encoding. */
struct letters {
    char bytes[LONGEST_WORD * 4 + 1];
    unsigned length, count;
    unsigned starts[LONGEST_WORD];  /* of letter i in `bytes` */
    unsigned offsets[LONGEST_WORD]; /* of letter i in the word */
};

static bool add_letter(struct letters *letters, uint32_t code_point, bool utf8)
{
    if (letters->count == LONGEST_WORD || (!utf8 && code_point > 0xFF)) return false;
    letters->starts[letters->count++] = letters->length;
    if (utf8) {
        letters->length += (unsigned)utf8_encode(code_point, letters->bytes + letters->length);
    } else {
        letters->bytes[letters->length++] = (char)(unsigned char)code_point;
    }
    return true;
}

/* False when there is anything but letters between the first and the last one (an apostrophe is a letter). */
static bool read_letters(const char *word, size_t length, bool utf8, struct letters *letters)
{
    bool ended = false;
    for (size_t i = 0, bytes; i < length; i += bytes) {
        uint32_t code_point = utf8_decode(word + i, &bytes);
        bool letter = utf8_is_letter(code_point) || (code_point == '\'' && letters->count > 0 && !ended);
        if (!letter && letters->count > 0) ended = true;
        if (!letter) continue;
        if (ended) return false;
        if (letters->count < LONGEST_WORD) letters->offsets[letters->count] = (unsigned)i;
        if (!add_letter(letters, utf8_lower(code_point), utf8)) return false;
    }
    letters->bytes[letters->length] = '\0';
    return true;
}

/* Before a letter with a diaeresis the hyphen would take its place (be-eindiging), which is not what the glyphs show; i and j are
 * one letter (Zeijlstra). */
static bool keeps_together(const char *word, const struct letters *letters, unsigned i)
{
    size_t bytes;
    uint32_t before = utf8_lower(utf8_decode(word + letters->offsets[i - 1], &bytes));
    uint32_t after = utf8_lower(utf8_decode(word + letters->offsets[i], &bytes));
    bool diaeresis = after == 0xE4 || after == 0xEB || after == 0xEF || after == 0xF6 || after == 0xFC;
    return diaeresis || (before == 'i' && after == 'j');
}

/* Points that would change the spelling (omaatje, oma-tje) are left out: the glyphs must show the text. */
static size_t collect(const char *word, const struct letters *letters, const char *marks, char **replacements, unsigned *points)
{
    size_t count = 0;
    for (unsigned i = LEAST_BEFORE; i + LEAST_AFTER <= letters->count; i++) {
        unsigned before = letters->starts[i] - 1; /* the mark stands with the byte before the hyphen */
        if (!(marks[before] & 1) || (replacements && replacements[before]) || keeps_together(word, letters, i)) continue;
        points[count++] = letters->offsets[i];
    }
    return count;
}

static void free_replacements(char **replacements, int *positions, int *cuts, unsigned length)
{
    for (unsigned i = 0; replacements && i < length; i++) free(replacements[i]);
    free(replacements);
    free(positions);
    free(cuts);
}

size_t hyphenator_points(struct hyphenator *hyphenator, const char *language, const char *word, size_t length,
                         unsigned points[HYPHEN_POINTS_MOST])
{
    if (!hyphenator || length < SHORTEST_WORD) return 0;
    HyphenDict *dict = dictionary_of(hyphenator, language);
    if (!dict) return 0;
    struct letters letters = {.length = 0};
    if (!read_letters(word, length, dict->utf8, &letters) || letters.count < SHORTEST_WORD) return 0;
    char marks[sizeof letters.bytes + 5] = {0};
    char **replacements = NULL;
    int *positions = NULL, *cuts = NULL;
    if (hnj_hyphen_hyphenate2(dict, letters.bytes, (int)letters.length, marks, NULL, &replacements, &positions, &cuts))
        return 0;
    size_t count = collect(word, &letters, marks, replacements, points);
    free_replacements(replacements, positions, cuts, letters.length);
    return count;
}
