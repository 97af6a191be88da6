/* The words of charts: figures as a language writes them, and what a picture shows, for who cannot see it. */
#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "compose/chart.h"

enum { MOST_TOLD = 8 }; /* rows or series of one picture that are told one by one */

const char *chart_word(struct resolve *resolve, const char *key)
{
    const struct value *word = value_get(value_get(resolve->words, "chart"), key);
    if (word && word->kind == VALUE_STRING) return word->text;
    message_add(resolve->messages, WORD_MISSING, resolve->words->place,
                "The interface words of this language have no text \"chart.%s\"", key);
    return key;
}

static const char *capital(struct arena *arena, const char *text)
{
    size_t length;
    utf8_decode(text, &length);
    return arena_format(arena, "%s%s", utf8_upper(arena, arena_copy(arena, text, length)), text + length);
}

static const char *fill(struct resolve *resolve, const char *phrase, const char *name, const char *value)
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
    return fill(resolve, chart_word(resolve, key), name, value);
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

/* ---- in place of the picture ---- */

/* Cells that are compared: of one series, or of one row. */
struct range {
    const struct cell *cells;
    const char *const *labels;
    size_t count, step;
};

static const struct cell *cell_at(const struct range *range, size_t index)
{
    return &range->cells[index * range->step];
}

struct extremes {
    size_t highest, lowest, unknown, known;
};

static struct extremes extremes_of(const struct range *range)
{
    struct extremes found = {0};
    for (size_t i = 0; i < range->count; i++) {
        const struct cell *cell = cell_at(range, i);
        if (!cell->known) found.unknown++;
        if (!cell->known) continue;
        if (!found.known || cell->value > cell_at(range, found.highest)->value) found.highest = i;
        if (!found.known || cell->value < cell_at(range, found.lowest)->value) found.lowest = i;
        found.known++;
    }
    return found;
}

static void add_extreme(struct resolve *resolve, struct buffer *out, const char *key, const struct range *range,
                        size_t index)
{
    const char *label = range->labels[index] ? range->labels[index] : "";
    const char *text = chart_phrase(resolve, key, "value", cell_at(range, index)->text);
    buffer_format(out, "%s", fill(resolve, text, "label", label));
}

/* "hoogste: Ja (54%), laagste: Nee (19%), 2 onbekend" */
static void add_range(struct resolve *resolve, struct buffer *out, const struct range *range)
{
    struct extremes found = extremes_of(range);
    if (!found.known) {
        buffer_add(out, chart_word(resolve, "none_known"));
        return;
    }
    bool same = cell_at(range, found.highest)->value <= cell_at(range, found.lowest)->value;
    add_extreme(resolve, out, found.known == 1 ? "single" : same ? "equal" : "highest", range, found.highest);
    if (!same) buffer_add(out, ", ");
    if (!same) add_extreme(resolve, out, "lowest", range, found.lowest);
    if (found.unknown)
        buffer_format(
            out, ", %s",
            chart_phrase(resolve, "some_unknown", "number", arena_format(resolve->arena, "%zu", found.unknown)));
}

/* The name of a row or series, as the begin of what is told of it: "Ziek: ", or "Is je mening gevraagd? ". */
static void add_name(struct buffer *out, const char *name)
{
    size_t length = name ? strlen(name) : 0;
    if (!length) return;
    buffer_format(out, "%s%s ", name, strchr(".?!:", name[length - 1]) ? "" : ":");
}

/* One sentence for each row of bars of 100 percent, for each series of anything else. */
static void add_ranges(struct resolve *resolve, struct buffer *out, const struct chart *chart)
{
    bool by_row = chart->kind == CHART_STACKED;
    size_t count = by_row ? chart->row_count : chart->series_count, shown = count > MOST_TOLD ? MOST_TOLD : count;
    for (size_t i = 0; i < shown; i++) {
        const char *name = by_row ? chart->rows[i] : chart->series[i];
        struct range range = {.cells = by_row ? chart_cell(chart, i, 0) : chart_cell(chart, 0, i),
                              .labels = by_row ? chart->series : chart->rows,
                              .count = by_row ? chart->series_count : chart->row_count,
                              .step = by_row ? 1 : chart->series_count};
        struct buffer sentence = buffer_new(resolve->arena);
        add_name(&sentence, name);
        add_range(resolve, &sentence, &range);
        buffer_format(out, " %s.", capital(resolve->arena, buffer_text(&sentence)));
    }
    if (count > shown)
        buffer_format(out, " %s",
                      chart_phrase(resolve, "and_more", "number", arena_format(resolve->arena, "%zu", count - shown)));
}

const char *chart_alternative(struct resolve *resolve, const struct chart *chart)
{
    struct buffer out = buffer_new(resolve->arena);
    size_t length = strlen(chart->title);
    buffer_format(&out, "%s: %s%s", chart_word(resolve, chart_kind_names[chart->kind]), chart->title,
                  length && strchr(".?!", chart->title[length - 1]) ? "" : ".");
    add_ranges(resolve, &out, chart);
    if (chart->mean.known)
        buffer_format(&out, " %s.",
                      capital(resolve->arena, chart_phrase(resolve, "mean_is", "value", chart->mean.text)));
    const char *source = chart->source;
    buffer_format(&out, " %s",
                  source ? chart_phrase(resolve, "see_source", "title", source) : chart_word(resolve, "see_table"));
    return arena_string(resolve->arena, buffer_text(&out));
}
