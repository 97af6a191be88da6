#include "check/terms.h"

#include <ctype.h>
#include <string.h>

enum { MOST_TERMS = 500 };

struct term *terms_get(struct terms *terms, const char *name, size_t length)
{
    static const struct term nobody;
    for (size_t i = 0; i < terms->count; i++) {
        struct term *term = &terms->items[i];
        if (strncmp(term->name, name, length) == 0 && !term->name[length]) return term;
    }
    if (terms->count == MOST_TERMS) {
        struct term *spare = arena_make(terms->arena, struct term);
        *spare = nobody;
        return spare;
    }
    terms->items = arena_grow(terms->arena, terms->items, terms->count, &terms->capacity, sizeof *terms->items);
    struct term *term = &terms->items[terms->count++];
    *term = (struct term){.name = arena_copy(terms->arena, name, length)};
    return term;
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
    size_t run = run_length(text, length), capitals = 0;
    if (run < 2 || run > LONGEST || is_roman(text, run)) return 0;
    if (run < length && (isdigit((unsigned char)text[run]) || ((unsigned char)text[run] >= 0x80 && text[run] != '\xE2')))
        return 0;
    if (run + 1 < length && text[run] == '-' && isdigit((unsigned char)text[run + 1])) return 0;
    for (size_t i = 0; i < run; i++) {
        bool capital = isupper((unsigned char)text[i]) || text[i] == '&';
        capitals += isupper((unsigned char)text[i]) != 0;
        if (!capital && (i == 0 || i + 1 == run || !strchr("vdnteho", text[i]))) return 0;
    }
    return capitals >= 2 ? run : 0;
}
