#include "check/vocabulary.h"

#include <assert.h>
#include <string.h>

enum { SLOTS = 2048 }; /* some five hundred words */

static_assert(LIST_TOKENS <= 32, "an entry has a bit for each list");

struct vocabulary {
    struct entry slots[SLOTS];
};

/* FNV-1a (RFC 9923) */
static size_t slot_of(const char *word, size_t length)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)word[i]) * 16777619u;
    return hash % SLOTS;
}

static bool is_word(const struct entry *entry, const char *word, size_t length)
{
    return strncmp(entry->word, word, length) == 0 && !entry->word[length];
}

static struct entry *entry_of(struct vocabulary *vocabulary, struct arena *arena, const char *word, size_t length)
{
    size_t slot = slot_of(word, length);
    while (vocabulary->slots[slot].word && !is_word(&vocabulary->slots[slot], word, length)) slot = (slot + 1) % SLOTS;
    struct entry *entry = &vocabulary->slots[slot];
    if (!entry->word) *entry = (struct entry){.word = arena_copy(arena, word, length), .number = -1};
    return entry;
}

struct vocabulary *vocabulary_new(struct arena *arena, const struct words *words)
{
    struct vocabulary *vocabulary = arena_make(arena, struct vocabulary);
    for (size_t list = 0; list < LIST_TOKENS; list++) {
        for (const char *const *phrase = words->lists[list]; *phrase; phrase++)
            entry_of(vocabulary, arena, *phrase, strcspn(*phrase, " "))->lists |= 1u << list;
    }
    for (size_t i = 0; i < words->number_count; i++)
        entry_of(vocabulary, arena, words->numbers[i].word, strlen(words->numbers[i].word))->number =
            words->numbers[i].number;
    for (unsigned char month = 0; month < 12; month++) {
        for (size_t i = 0; i < 3 && words->months[month][i]; i++)
            entry_of(vocabulary, arena, words->months[month][i], strlen(words->months[month][i]))->month = month + 1;
    }
    for (unsigned char day = 0; day < 7; day++)
        entry_of(vocabulary, arena, words->weekdays[day], strlen(words->weekdays[day]))->weekday = day + 1;
    return vocabulary;
}

const struct entry *vocabulary_find(const struct vocabulary *vocabulary, const char *word, size_t length)
{
    static const struct entry nothing = {.number = -1};
    size_t slot = slot_of(word, length);
    for (; vocabulary->slots[slot].word; slot = (slot + 1) % SLOTS) {
        if (is_word(&vocabulary->slots[slot], word, length)) return &vocabulary->slots[slot];
    }
    return &nothing;
}
