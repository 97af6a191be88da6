/* The words of charts: figures as a language writes them. What a picture shows is told in chart_alternative.c. */
#include <string.h>

#include "base/number.h"
#include "compose/chart.h"

const char *chart_word(struct resolve *resolve, const char *key)
{
    const struct value *word = value_get(value_get(resolve->words, "chart"), key);
    if (word && word->kind == VALUE_STRING) return word->text;
    message_add(resolve->messages, WORD_MISSING, resolve->words->place,
                "The interface words of this language have no text \"chart.%s\"", key);
    return key;
}

const char *chart_fill(struct resolve *resolve, const char *phrase, const char *name, const char *value)
{
    size_t length = strlen(name);
    for (const char *at = strchr(phrase, '{'); at; at = strchr(at + 1, '{')) {
        if (strncmp(at + 1, name, length) != 0 || at[length + 1] != '}') continue;
        return arena_format(resolve->arena, "%.*s%s%s", (int)(at - phrase), phrase, value, at + length + 2);
    }
    return phrase;
}

const char *chart_phrase(struct resolve *resolve, const char *key, const char *name, const char *value)
{
    return chart_fill(resolve, chart_word(resolve, key), name, value);
}

char chart_decimal_mark(struct resolve *resolve)
{
    return *chart_word(resolve, "decimal_mark") == '.' ? '.' : ',';
}

const char *chart_figure(struct resolve *resolve, double value, int decimals, bool percent)
{
    struct buffer out = buffer_new(resolve->arena);
    number_write(&out, value, decimals, chart_decimal_mark(resolve));
    const char *text = arena_string(resolve->arena, buffer_text(&out));
    return percent ? chart_phrase(resolve, "percent", "number", text) : text;
}
