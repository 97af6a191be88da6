/* Parts of a whole: where each begins and ends, and where what is not known leaves a gap. */
#include <math.h>

#include "compose/chart.h"

struct sums {
    double known, slack;
    size_t unknown, first_unknown, last_unknown;
};

static struct sums sums_of(const struct cell *cells, size_t count)
{
    struct sums sums = {0};
    for (size_t i = 0; i < count; i++) {
        if (!cells[i].known) {
            if (!sums.unknown++) sums.first_unknown = i;
            sums.last_unknown = i;
            continue;
        }
        sums.known += cells[i].value;
        sums.slack += 0.5 * pow(10, -cells[i].decimals);
    }
    return sums;
}

/* 100 percent, or n, or what there is; rounded percentages fill the bar. */
static double whole_of(const struct chart *chart, const struct sums *sums)
{
    double whole = sums->known;
    if (chart->percent && (sums->unknown || fabs(sums->known - 100) > sums->slack + 1e-6)) whole = fmax(100, whole);
    if (!chart->percent && sums->unknown) whole = fmax((double)chart->n, whole);
    return whole;
}

/* ---- whole percentages ---- */

static double rest_of(const struct share *part)
{
    double percent = 100 * (part->to - part->from);
    return percent - floor(percent);
}

static bool alike(const struct share *one, const struct share *other)
{
    return fabs((one->to - one->from) - (other->to - other->from)) < 1e-9;
}

/* Rounds down all, then up those with the largest rests until there are 100 in all (the method of largest remainder, as seats are
 * given to parties); of equal rests, the larger part's. */
static void round_to_hundred(const struct shares *shares, int *percents)
{
    int left = 100;
    for (size_t i = 0; i < shares->count; i++) {
        percents[i] = (int)floor(100 * (shares->items[i].to - shares->items[i].from) + 1e-9);
        left -= percents[i];
    }
    bool given[CHART_MOST_SERIES + 1] = {false};
    for (; left > 0; left--) {
        size_t next = shares->count;
        for (size_t i = 0; i < shares->count; i++) {
            if (given[i]) continue;
            double more = next < shares->count ? rest_of(&shares->items[i]) - rest_of(&shares->items[next]) : 1;
            if (more > 1e-9 || (more > -1e-9 && percents[i] > percents[next])) next = i;
        }
        if (next == shares->count) return;
        given[next] = true;
        percents[next]++;
    }
}

/* Equal parts that would not be called equal: then each is rounded by itself, for that is worse than a sum of 99. */
static bool splits_equals(const struct shares *shares, const int *percents)
{
    for (size_t i = 0; i < shares->count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (alike(&shares->items[i], &shares->items[j]) && percents[i] != percents[j]) return true;
        }
    }
    return false;
}

static void round_each(const struct shares *shares, int *percents)
{
    for (size_t i = 0; i < shares->count; i++)
        percents[i] = (int)floor(100 * (shares->items[i].to - shares->items[i].from) + 0.5 + 1e-9);
}

/* What is not nothing is never called 0%, and what is not all never 100%. */
static const char *percent_text(struct resolve *resolve, int percent, bool whole)
{
    if (percent == 0) return chart_word(resolve, "below_one_percent");
    if (percent == 100 && !whole) return chart_word(resolve, "above_99_percent");
    return chart_figure(resolve, percent, 0, true);
}

static void name_shares(struct resolve *resolve, struct shares *shares)
{
    int percents[CHART_MOST_SERIES + 1];
    round_to_hundred(shares, percents);
    if (splits_equals(shares, percents)) round_each(shares, percents);
    for (size_t i = 0; i < shares->count; i++) {
        struct share *part = &shares->items[i];
        if (!part->gap) part->text = percent_text(resolve, percents[i], shares->count == 1);
    }
}

/* ---- the parts ---- */

static void add(struct shares *shares, struct share part)
{
    part.from = shares->count ? shares->items[shares->count - 1].to : 0;
    part.to += part.from;
    if (part.to > part.from) shares->items[shares->count++] = part;
}

struct shares chart_shares(struct resolve *resolve, const struct chart *chart, const struct cell *cells, size_t count)
{
    struct shares shares = {.count = 0};
    struct sums sums = sums_of(cells, count);
    double whole = whole_of(chart, &sums);
    if (!(whole > 0)) return shares;
    bool together = sums.unknown == sums.last_unknown - sums.first_unknown + 1;
    struct share gap = {.to = (whole - sums.known) / whole, .gap = true};
    for (size_t i = 0; i < count; i++) {
        if (cells[i].known)
            add(&shares, (struct share){.to = cells[i].value / whole, .index = i, .text = cells[i].text});
        else if (together && i == sums.first_unknown) add(&shares, gap);
    }
    if (sums.unknown && !together) add(&shares, gap);
    if (!chart->percent) name_shares(resolve, &shares);
    return shares;
}
