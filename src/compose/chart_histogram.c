/* Upright bars side by side, one for each grade, with the mean across them. */
#include <math.h>

#include "base/number.h"
#include "compose/chart.h"

enum { HEAD = 18, MEAN = 24, TALL = 120, LOW = 20 }; /* above the bars: room for figures, and for the mean */

struct histogram {
    struct picture *picture;
    const struct chart *chart;
    double step, thick, end, tall; /* end: the figure of a bar that is `tall` */
    bool figures;                  /* there is room for one on each bar */
    size_t highest;                /* the first of the highest bars, which has its figure always */
};

static struct histogram measure(struct picture *picture, const struct chart *chart)
{
    struct histogram histogram = {.picture = picture, .chart = chart, .figures = true};
    histogram.step = (double)PICTURE_WIDTH / (double)chart->row_count;
    if (histogram.step > 60) histogram.step = 60;
    histogram.thick = histogram.step * 0.78;
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct cell *cell = chart_cell(chart, i, 0);
        if (cell->known && cell->value > histogram.end) {
            histogram.end = cell->value;
            histogram.highest = i;
        }
        if (cell->known && picture_text_width(cell->text) > histogram.step) histogram.figures = false;
    }
    histogram.tall = histogram.end > 0 ? TALL : LOW;
    if (!(histogram.end > 0)) histogram.end = 1;
    return histogram;
}

static double middle(const struct histogram *histogram, size_t row)
{
    return ((double)row + 0.5) * histogram->step;
}

static bool has_figure(const struct histogram *histogram, size_t row)
{
    return histogram->figures || row == histogram->highest;
}

static void draw_grade(const struct histogram *histogram, size_t row, double base)
{
    struct picture *picture = histogram->picture;
    const struct cell *cell = chart_cell(histogram->chart, row, 0);
    double x = middle(histogram, row), height = cell->known ? cell->value / histogram->end * histogram->tall : 0;
    if (height > 0) {
        picture_begin_series(picture, 0);
        picture_area(picture, 0, (struct rectangle){x - histogram->thick / 2, base - height, histogram->thick, height});
        picture_end_series(picture);
    }
    if (!cell->known) picture_text(picture, "chart-quiet", ANCHOR_MIDDLE, (struct point){x, base - 4}, "?");
    else if (has_figure(histogram, row))
        picture_text(picture, "chart-value", ANCHOR_MIDDLE,
                     (struct point){picture_inside(x, picture_text_width(cell->text)), base - height - 4}, cell->text);
}

/* Labels in lines of the width of a bar; every second or third where they are wide. Gives the bottom. */
static double draw_labels(const struct histogram *histogram, double y)
{
    const struct chart *chart = histogram->chart;
    double bottom = y;
    size_t every = 1;
    for (size_t i = 0; i < chart->row_count; i++) {
        const char *label = chart->rows[i] ? chart->rows[i] : "";
        while (every < 3 && picture_text_width(label) > histogram->step * (double)every) every++;
    }
    for (size_t i = 0; i < chart->row_count; i += every) {
        const char *label = chart->rows[i] ? chart->rows[i] : "";
        struct lines lines =
            picture_wrap(histogram->picture->resolve->arena, label, histogram->step * (double)every, 3);
        double widest = 0;
        for (size_t j = 0; j < lines.count; j++) widest = fmax(widest, picture_text_width(lines.items[j]));
        struct point top = {picture_inside(middle(histogram, i), widest), y};
        bottom = fmax(bottom, picture_lines(histogram->picture, "chart-label", ANCHOR_MIDDLE, top, lines));
    }
    return bottom;
}

/* Where a grade lies among the labels: between two that are numbers and ascend. false: nowhere. */
static bool place_of(const struct histogram *histogram, char mark, double grade, double *x)
{
    struct number before, after;
    for (size_t i = 0; i < histogram->chart->row_count; i++) {
        const char *label = histogram->chart->rows[i];
        if (!label || !(number_read_plain(label, &after) || number_read(label, mark, &after))) return false;
        if (i == 0 && fabs(grade - after.value) < 1e-9) *x = middle(histogram, 0);
        if (i > 0 && after.value > before.value && grade >= before.value && grade <= after.value)
            *x = middle(histogram, i - 1) + (grade - before.value) / (after.value - before.value) * histogram->step;
        before = after;
    }
    return *x > 0;
}

/* How far down a line at `x` meets neither a bar nor its figure. */
static double free_above(const struct histogram *histogram, double x, double base)
{
    double y = base;
    for (size_t i = 0; i < histogram->chart->row_count; i++) {
        const struct cell *cell = chart_cell(histogram->chart, i, 0);
        bool figure = !cell->known || has_figure(histogram, i);
        double half = fmax(histogram->thick, figure ? picture_text_width(cell->known ? cell->text : "?") : 0) / 2 + 1;
        double height = cell->known ? cell->value / histogram->end * histogram->tall : 0;
        if (fabs(x - middle(histogram, i)) < half && (height > 0 || figure))
            y = fmin(y, base - height - (figure ? 17 : 1));
    }
    return y;
}

static void draw_mean(const struct histogram *histogram, double base)
{
    struct picture *picture = histogram->picture;
    const struct cell *mean = &histogram->chart->mean;
    const char *text = chart_phrase(picture->resolve, "mean_is", "value", mean->text);
    double x = 0, width = picture_text_width(text);
    if (!mean->known) return;
    bool placed = place_of(histogram, chart_decimal_mark(picture->resolve), mean->value, &x);
    if (placed) {
        const char *arrow = "chart-value";
        struct buffer path = buffer_new(picture->resolve->arena);
        picture_point(&path, "M", (struct point){x - 4, 15});
        picture_point(&path, "L", (struct point){x + 4, 15});
        picture_point(&path, "L", (struct point){x, 21});
        buffer_add_char(&path, 'Z');
        picture_path(picture, arrow, arena_string(path.arena, buffer_text(&path)));
        double end = free_above(histogram, x, base);
        if (end > 24)
            picture_dash(picture, picture_line(picture, "chart-mean", (struct point){x, 21}, (struct point){x, end}),
                         "2 3");
    }
    picture_text(picture, "chart-value", placed ? ANCHOR_MIDDLE : ANCHOR_START,
                 (struct point){placed ? picture_inside(x, width) : 0, 11}, text);
}

void draw_histogram(struct sheet *sheet, const struct chart *chart)
{
    sheet_room(sheet, 0);
    struct histogram histogram = measure(&sheet->picture, chart);
    double base = HEAD + histogram.tall + (chart->mean.known ? MEAN : 0);
    for (size_t row = 0; row < chart->row_count; row++) draw_grade(&histogram, row, base);
    picture_line(&sheet->picture, "chart-axis", (struct point){0, base},
                 (struct point){histogram.step * (double)chart->row_count, base});
    sheet->y = draw_labels(&histogram, base + 4);
    draw_mean(&histogram, base);
    sheet_end(sheet);
}
