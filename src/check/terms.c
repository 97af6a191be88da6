#include "check/terms.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"

struct terms *terms_new(struct arena *arena)
{
    struct terms *terms = arena_make(arena, struct terms);
    terms->arena = arena;
    return terms;
}

/* FNV-1a (RFC 9923) */
static size_t slot_of(const char *name, size_t length)
{
    unsigned hash = 2166136261u;
    for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)name[i]) * 16777619u;
    return hash % TERMS_SLOTS;
}

static void add_word(struct terms *terms, size_t index)
{
    const char *word = terms->items[index].small;
    size_t slot = slot_of(word, strlen(word));
    while (terms->words[slot]) slot = (slot + 1) % TERMS_SLOTS;
    terms->words[slot] = (unsigned short)(index + 1);
}

struct term *terms_get(struct terms *terms, const char *name, size_t length)
{
    size_t slot = slot_of(name, length);
    for (; terms->slots[slot]; slot = (slot + 1) % TERMS_SLOTS) {
        struct term *term = &terms->items[terms->slots[slot] - 1];
        if (strncmp(term->name, name, length) == 0 && !term->name[length]) return term;
    }
    if (terms->count == TERMS_MOST) return arena_make(terms->arena, struct term);
    struct term *term = &terms->items[terms->count++];
    term->name = arena_copy(terms->arena, name, length);
    term->small = utf8_fold(terms->arena, term->name);
    terms->slots[slot] = (unsigned short)terms->count;
    add_word(terms, terms->count - 1);
    return term;
}

struct term *terms_word(struct terms *terms, const char *word)
{
    size_t slot = slot_of(word, strlen(word));
    for (; terms->words[slot]; slot = (slot + 1) % TERMS_SLOTS) {
        struct term *term = &terms->items[terms->words[slot] - 1];
        if (strcmp(term->small, word) == 0) return term;
    }
    return NULL;
}

/* JB&JR is one; in GI-rapport and KPI’s it ends before the mark. */
static size_t run_length(const char *text, size_t length)
{
    size_t run = 0;
    while (run < length && (isalpha((unsigned char)text[run]) || (text[run] == '&' && run + 1 < length))) run++;
    return run;
}

/* Numbers of chapters and kings are no abbreviations. */
static bool is_roman(const char *text, size_t length)
{
    return strspn(text, "IVXLC") >= length;
}

size_t abbreviation_length(const char *text, size_t length)
{
    enum { LONGEST = 6 };
    if (length == 0 || !isupper((unsigned char)*text)) return 0;
    size_t run = run_length(text, length), capitals = 0;
    if (run < 2 || run > LONGEST || is_roman(text, run)) return 0;
    if (run < length &&
        (isdigit((unsigned char)text[run]) || ((unsigned char)text[run] >= 0x80 && text[run] != '\xE2')))
        return 0;
    if (run + 1 < length && text[run] == '-' && isdigit((unsigned char)text[run + 1])) return 0;
    for (size_t i = 0; i < run; i++) {
        bool capital = isupper((unsigned char)text[i]) || text[i] == '&';
        capitals += isupper((unsigned char)text[i]) != 0;
        if (!capital && (i == 0 || i + 1 == run || !strchr("vdnteho", text[i]))) return 0;
    }
    return capitals >= 2 ? run : 0;
}
