#include "report/verdict_words.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"

static bool is_word_byte(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* The next place where the words stand on their own, or NULL. */
static char *find_words(char *text, const char *words)
{
    size_t length = strlen(words);
    for (char *at = text; length && (at = strstr(at, words)); at++) {
        bool begins = at == text || !is_word_byte(at[-1]);
        if (begins && !is_word_byte(at[length])) return at;
    }
    return NULL;
}

static void blank_out(char *text, const char *words)
{
    for (char *at = text; (at = find_words(at, words)); at += strlen(words)) memset(at, '#', strlen(words));
}

bool verdict_is_named(struct arena *arena, const char *text, const struct step *verdict,
                      const struct framework *framework)
{
    char *folded = utf8_fold(arena, text), *words = utf8_fold(arena, verdict->label);
    for (size_t i = 0; i < framework->verdict_count; i++) {
        const char *other = utf8_fold(arena, framework->verdicts[i].label);
        if (strlen(other) > strlen(words) && strstr(other, words)) blank_out(folded, other);
    }
    return find_words(folded, words) != NULL;
}
