/* Horizontal bars, one below the other, each with its figure. Short labels stand before the bars, long ones above them.
 */
#include <math.h>

#include "compose/chart.h"

enum { LABEL_MOST = 130, LABEL_LINES = 6, DENSE_FROM = 21, GAP = 8 };

struct bars {
    struct sheet *sheet;
    const struct chart *chart;
    bool beside;            /* labels stand before the bars */
    double left, room, end; /* where bars begin; the longest; the figure that this one has */
    double thick, pitch;
};

static double widest_label(const struct chart *chart)
{
    double widest = 0;
    for (size_t i = 0; i < chart->row_count; i++)
        widest = fmax(widest, chart->rows[i] ? picture_text_width(chart->rows[i]) : 0);
    return widest;
}

static double widest_figure(const struct chart *chart)
{
    double widest = 0;
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++)
        widest = fmax(widest, picture_text_width(chart->cells[i].text));
    return widest;
}

/* Percentages of different questions are drawn to one scale where they can be; anything else to its own highest. */
static double scale_end(const struct chart *chart)
{
    double highest = 0;
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++)
        highest = chart->cells[i].known ? fmax(highest, chart->cells[i].value) : highest;
    if (chart->percent) return highest <= 25 ? 25 : highest <= 50 ? 50 : fmax(100, highest);
    return highest > 0 ? highest : 1;
}

static struct bars measure(struct sheet *sheet, const struct chart *chart)
{
    struct bars bars = {.sheet = sheet, .chart = chart};
    double label = widest_label(chart);
    bars.beside = chart->series_count == 1 && label <= LABEL_MOST;
    bars.left = bars.beside && label > 0 ? label + GAP : 0.5;
    bars.room = fmax(40, PICTURE_WIDTH - bars.left - widest_figure(chart) - GAP);
    bars.end = scale_end(chart);
    bool dense = chart->row_count >= DENSE_FROM;
    bars.thick = dense ? 11 : 14;
    bars.pitch = bars.thick + (bars.beside ? dense ? 5 : 9 : 3);
    return bars;
}

/* A bar, its figure, and its piece of the line from which bars begin. */
static void draw_bar(struct bars *bars, const struct cell *cell, size_t series, double y)
{
    struct picture *picture = &bars->sheet->picture;
    struct rectangle bar = {bars->left, y, cell->known ? cell->value / bars->end * bars->room : 0, bars->thick};
    double over = (bars->pitch - bars->thick) / 2;
    if (bar.width > 0) {
        picture_begin_series(picture, series);
        picture_area(picture, series, bar);
        picture_end_series(picture);
    }
    picture_line(picture, "chart-axis", (struct point){bar.x, y - over}, (struct point){bar.x, y + bars->thick + over});
    picture_text(picture, cell->known ? "chart-value" : "chart-quiet", ANCHOR_START,
                 (struct point){bar.x + bar.width + 5, y + bars->thick / 2 + 4}, cell->text);
}

static void draw_row(struct bars *bars, size_t row)
{
    struct sheet *sheet = bars->sheet;
    const struct chart *chart = bars->chart;
    const char *label = chart->rows[row];
    struct lines above = {0};
    if (!bars->beside && label) above = picture_wrap(sheet->resolve->arena, label, PICTURE_WIDTH, LABEL_LINES);
    sheet_row(sheet, row, (double)above.count * PICTURE_LINE + (double)chart->series_count * bars->pitch + GAP);
    if (bars->beside && label)
        picture_text(&sheet->picture, "chart-label", ANCHOR_START, (struct point){0, sheet->y + bars->thick / 2 + 4},
                     label);
    sheet->y = picture_lines(&sheet->picture, "chart-label", ANCHOR_START, (struct point){0, sheet->y}, above);
    sheet->y += above.count ? 3 : 0;
    for (size_t series = 0; series < chart->series_count; series++, sheet->y += bars->pitch)
        draw_bar(bars, chart_cell(chart, row, series), series, sheet->y);
    if (!bars->beside) sheet->y += GAP;
}

void draw_bars(struct sheet *sheet, const struct chart *chart)
{
    struct bars bars = measure(sheet, chart);
    sheet_room(sheet, 0);
    if (chart->series_count > 1)
        sheet->y =
            picture_legend(&sheet->picture, LEGEND_AREAS, (struct names){chart->series, chart->series_count}, 0) + GAP;
    else sheet->y = (bars.pitch - bars.thick) / 2;
    for (size_t row = 0; row < chart->row_count; row++) draw_row(&bars, row);
    sheet->y -= bars.beside ? 0 : GAP;
    sheet_end(sheet);
}
