#include "report/language.h"

#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"

static const struct language languages[] = {
    {.code = "nl",
     .months = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
                "november", "december"},
     .conjunction = "en",
     .verdict_heading = "Oordeel",
     .shortcomings_headings = {"Tekortkomingen", "Tekortkoming"},
     .annex_word = "Bijlage",
     .chapter_word = "Hoofdstuk",
     .unknown_label = "onbekend",
     .decimal_mark = ','},
    {.code = "en",
     .months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December"},
     .conjunction = "and",
     .verdict_heading = "Verdict",
     .shortcomings_headings = {"Shortcomings", "Shortcoming"},
     .annex_word = "Annex",
     .chapter_word = "Chapter",
     .unknown_label = "unknown",
     .decimal_mark = '.'},
};

const struct language *language_of(const char *code)
{
    for (size_t i = 0; code && i < sizeof languages / sizeof *languages; i++) {
        if (strcmp(languages[i].code, code) == 0) return &languages[i];
    }
    return &languages[0];
}

char *language_join(struct arena *arena, const struct language *language, const char *const *parts, size_t count)
{
    struct buffer out = buffer_new(arena);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && i + 1 < count) buffer_add(&out, ", ");
        if (i > 0 && i + 1 == count) buffer_format(&out, " %s ", language->conjunction);
        buffer_add(&out, parts[i]);
    }
    return arena_copy(arena, buffer_text(&out), out.length);
}

static bool is_same(struct arena *arena, const char *heading, const char *word)
{
    return strcmp(utf8_fold(arena, heading), utf8_fold(arena, word)) == 0;
}

bool language_is_verdict_heading(struct arena *arena, const struct language *language, const char *heading)
{
    return is_same(arena, heading, language->verdict_heading);
}

bool language_is_shortcomings_heading(struct arena *arena, const struct language *language, const char *heading)
{
    return is_same(arena, heading, language->shortcomings_headings[0]) ||
           is_same(arena, heading, language->shortcomings_headings[1]);
}

enum { LANGUAGE_COUNT = sizeof languages / sizeof *languages };

bool language_is_verdict_elsewhere(struct arena *arena, const char *heading)
{
    bool found = false;
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) found |= language_is_verdict_heading(arena, &languages[i], heading);
    return found;
}

bool language_is_shortcomings_elsewhere(struct arena *arena, const char *heading)
{
    bool found = false;
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) found |= language_is_shortcomings_heading(arena, &languages[i], heading);
    return found;
}
