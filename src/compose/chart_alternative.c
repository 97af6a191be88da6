/* What a picture shows, for who cannot see it, in whole sentences of the report's language: what it is, the highest and the
 * lowest, where a line begins and ends, what is not known, the mean, and where the figures stand. */
#include <string.h>

#include "compose/chart.h"

enum {
    MOST_TOLD = 8, /* rows or series of one picture that are told one by one */
    MOST_NAMED = 3 /* that share a value */
};

/* Cells that are compared: of one series, or of one row. */
struct range {
    const char *name; /* NULL or empty: the only one */
    const struct cell *cells;
    const char *const *labels;
    size_t count, step;
};

static const struct cell *cell_at(const struct range *range, size_t index)
{
    return &range->cells[index * range->step];
}

struct extremes {
    size_t highest, lowest, first, last, unknown, known;
};

static struct extremes extremes_of(const struct range *range)
{
    struct extremes found = {0};
    for (size_t i = 0; i < range->count; i++) {
        const struct cell *cell = cell_at(range, i);
        if (!cell->known) found.unknown++;
        if (!cell->known) continue;
        if (!found.known) found.first = i;
        if (!found.known || cell->value > cell_at(range, found.highest)->value) found.highest = i;
        if (!found.known || cell->value < cell_at(range, found.lowest)->value) found.lowest = i;
        found.last = i;
        found.known++;
    }
    return found;
}

static bool is_name(const char *text)
{
    return text && *text;
}

static const char *quoted(struct resolve *resolve, const char *text)
{
    return chart_phrase(resolve, "quoted", "text", text);
}

/* Who has this value: "‘Ja’", "‘Ja’ and ‘Nee’", or how many they are. */
static const char *labels_with(struct resolve *resolve, const struct range *range, const struct cell *value)
{
    struct buffer out = buffer_new(resolve->arena);
    size_t count = 0, told = 0;
    for (size_t i = 0; i < range->count; i++) {
        const struct cell *cell = cell_at(range, i);
        count += cell->known && !(cell->value < value->value) && !(cell->value > value->value);
    }
    if (count > MOST_NAMED) return chart_phrase(resolve, "times", "number", arena_format(resolve->arena, "%zu", count));
    for (size_t i = 0; i < range->count; i++) {
        const struct cell *cell = cell_at(range, i);
        bool same = cell->known && !(cell->value < value->value) && !(cell->value > value->value);
        if (!same || !is_name(range->labels[i])) continue;
        if (told) buffer_add(&out, told + 1 < count ? ", " : chart_word(resolve, "and"));
        buffer_add(&out, quoted(resolve, range->labels[i]));
        told++;
    }
    return buffer_text(&out);
}

/* "54% (‘Ja’)" */
static const char *value_words(struct resolve *resolve, const struct range *range, size_t index)
{
    const struct cell *cell = cell_at(range, index);
    const char *labels = labels_with(resolve, range, cell);
    return *labels ? arena_format(resolve->arena, "%s (%s)", cell->text, labels) : cell->text;
}

/* The phrase for one that stands alone, or, with the name filled in, for one of several. */
static const char *phrase_for(struct resolve *resolve, const struct range *range, const char *key)
{
    if (!is_name(range->name)) return chart_word(resolve, key);
    const char *own = arena_format(resolve->arena, "%s_of", key);
    return chart_phrase(resolve, own, "name", quoted(resolve, range->name));
}

static const char *counted(struct resolve *resolve, const char *key, size_t number)
{
    const char *own = number == 1 ? arena_format(resolve->arena, "%s_one", key) : key;
    return chart_phrase(resolve, own, "number", arena_format(resolve->arena, "%zu", number));
}

/* Where the line begins and ends: its way, which the extremes alone do not say. */
static void add_course(struct resolve *resolve, struct buffer *out, const struct range *range, struct extremes found)
{
    if (found.first == found.last) return;
    const char *phrase = phrase_for(resolve, range, "course");
    const size_t ends[] = {found.first, found.last};
    const char *const keys[][2] = {{"from", "from_label"}, {"to", "to_label"}};
    for (size_t i = 0; i < 2; i++) {
        const char *label = range->labels[ends[i]];
        phrase = chart_fill(resolve, phrase, keys[i][0], cell_at(range, ends[i])->text);
        phrase = chart_fill(resolve, phrase, keys[i][1], is_name(label) ? quoted(resolve, label) : "?");
    }
    buffer_format(out, " %s", phrase);
}

static void add_extremes(struct resolve *resolve, struct buffer *out, const struct range *range, struct extremes found)
{
    const struct cell *highest = cell_at(range, found.highest), *lowest = cell_at(range, found.lowest);
    if (range->count == 1 || highest->value > lowest->value) {
        const char *phrase = phrase_for(resolve, range, range->count == 1 ? "only" : "extremes");
        phrase = chart_fill(resolve, phrase, "highest", value_words(resolve, range, found.highest));
        buffer_format(out, " %s", chart_fill(resolve, phrase, "lowest", value_words(resolve, range, found.lowest)));
        return;
    }
    const char *phrase = phrase_for(resolve, range, found.known == 1 ? "single" : "equal");
    const char *value = found.known == 1 ? value_words(resolve, range, found.highest) : highest->text;
    buffer_format(out, " %s", chart_fill(resolve, phrase, "value", value));
}

static void add_range(struct resolve *resolve, struct buffer *out, const struct range *range, bool line)
{
    struct extremes found = extremes_of(range);
    if (!found.known) {
        buffer_format(out, " %s", phrase_for(resolve, range, "none_known"));
        return;
    }
    if (line && cell_at(range, found.highest)->value > cell_at(range, found.lowest)->value) add_course(resolve, out, range, found);
    add_extremes(resolve, out, range, found);
    if (found.unknown) buffer_format(out, " %s", counted(resolve, "some_unknown", found.unknown));
}

/* One range for each row of bars of 100 percent, for each series of anything else. */
static void add_ranges(struct resolve *resolve, struct buffer *out, const struct chart *chart)
{
    bool by_row = chart->kind == CHART_STACKED;
    size_t count = by_row ? chart->row_count : chart->series_count, shown = count > MOST_TOLD ? MOST_TOLD : count;
    for (size_t i = 0; i < shown; i++) {
        struct range range = {.name = by_row ? chart->rows[i] : chart->series[i],
                              .cells = by_row ? chart_cell(chart, i, 0) : chart_cell(chart, 0, i),
                              .labels = by_row ? chart->series : chart->rows,
                              .count = by_row ? chart->series_count : chart->row_count,
                              .step = by_row ? 1 : chart->series_count};
        if (count == 1) range.name = NULL;
        add_range(resolve, out, &range, chart->kind == CHART_LINE);
    }
    if (count > shown) buffer_format(out, " %s", counted(resolve, "and_more", count - shown));
}

static const char *about(struct resolve *resolve, const struct chart *chart)
{
    return chart_phrase(resolve, chart_kind_names[chart->kind], "title", chart->title);
}

const char *chart_alternative(struct resolve *resolve, const struct chart *chart)
{
    struct buffer out = buffer_new(resolve->arena);
    buffer_add(&out, about(resolve, chart));
    add_ranges(resolve, &out, chart);
    if (chart->mean.known) buffer_format(&out, " %s", chart_phrase(resolve, "mean", "value", chart->mean.text));
    const char *source = chart->source;
    buffer_format(&out, " %s",
                  source ? chart_phrase(resolve, "see_source", "title", source) : chart_word(resolve, "see_table"));
    return arena_string(resolve->arena, buffer_text(&out));
}

const char *chart_part_words(struct resolve *resolve, const struct chart *chart, struct chart_part part)
{
    const char *phrase = chart_word(resolve, part.first == part.last ? "part_one" : "part");
    const struct {
        const char *name, *value;
    } fillings[] = {{"part", arena_format(resolve->arena, "%zu", part.number)},
                    {"parts", arena_format(resolve->arena, "%zu", part.count)},
                    {"first", is_name(chart->rows[part.first]) ? quoted(resolve, chart->rows[part.first]) : "?"},
                    {"last", is_name(chart->rows[part.last]) ? quoted(resolve, chart->rows[part.last]) : "?"},
                    {"title", quoted(resolve, chart->title)}};
    for (size_t i = 0; i < sizeof fillings / sizeof *fillings; i++)
        phrase = chart_fill(resolve, phrase, fillings[i].name, fillings[i].value);
    return phrase;
}
