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

static void add(struct shares *shares, struct share part)
{
    part.from = shares->count ? shares->items[shares->count - 1].to : 0;
    part.to += part.from;
    if (part.to > part.from) shares->items[shares->count++] = part;
}

static const char *share_text(struct resolve *resolve, const struct chart *chart, const struct cell *cell, double whole)
{
    return chart->percent ? cell->text : chart_figure(resolve, 100 * cell->value / whole, 0, true);
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
            add(&shares, (struct share){.to = cells[i].value / whole,
                                        .index = i,
                                        .text = share_text(resolve, chart, &cells[i], whole)});
        else if (together && i == sums.first_unknown) add(&shares, gap);
    }
    if (sums.unknown && !together) add(&shares, gap);
    return shares;
}
