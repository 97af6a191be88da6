/* Lines over time: each named at its end, or above when the names are long, with the figures of its first and last
 * point; a few light lines for the scale. What is not known interrupts a line. */
#include <math.h>
#include <string.h>

#include "compose/chart.h"

enum {
    TALL = 170,
    TOP = 22,
    NAME_WRAP = 84,
    NAME_LONG = 112,
    NAME_MOST = 136,
    NAME_LINES = 3,
    MARKERS_MOST = 36,
    TIME_MOST = 90,
    MARKER = 12
};

struct plot {
    struct picture *picture;
    const struct chart *chart;
    double left, right; /* of the first and last point */
    double low, high, tick;
    int decimals; /* of the scale */
    bool all;     /* each point has its figure */
    bool above;   /* the names stand above, and only figures at the ends */
    double top;   /* of the highest point */
};

/* ---- the scale ---- */

/* 1, 2 or 5 with zeros: the distance of at most six lines. */
static double tick_of(double range)
{
    double tick = pow(10, floor(log10(range)) - 1);
    static const double steps[] = {1, 2, 5, 10, 20, 50};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (range / (tick * steps[i]) <= 5) return tick * steps[i];
    }
    return tick * 100;
}

/* From zero, unless all points lie far from it and close together: then the scale would hide what happens. */
static void set_scale(struct plot *plot)
{
    const struct chart *chart = plot->chart;
    double low = HUGE_VAL, high = -HUGE_VAL;
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++) {
        if (!chart->cells[i].known) continue;
        low = fmin(low, chart->cells[i].value);
        high = fmax(high, chart->cells[i].value);
    }
    if (low > high) low = high = 0;
    if (low > 0 && low < (high - low) * 3) low = 0;
    if (high < 0 && -high < (high - low) * 3) high = 0;
    if (!(high > low)) low = fmin(low, 0), high = fmax(high, low + fmax(1, fabs(low)));
    plot->tick = tick_of(high - low);
    plot->low = floor(low / plot->tick + 1e-9) * plot->tick;
    plot->high = high;
    while (plot->decimals < 6 &&
           fabs(plot->tick * pow(10, plot->decimals) - round(plot->tick * pow(10, plot->decimals))) > 1e-9)
        plot->decimals++;
}

static double y_of(const struct plot *plot, double value)
{
    return plot->top + TALL - (value - plot->low) / (plot->high - plot->low) * TALL;
}

static double x_of(const struct plot *plot, size_t row)
{
    size_t last = plot->chart->row_count - 1;
    return last ? plot->left + (plot->right - plot->left) * (double)row / (double)last : plot->right;
}

static const char *tick_text(const struct plot *plot, double value)
{
    return chart_figure(plot->picture->resolve, value, plot->decimals, plot->chart->percent);
}

static size_t tick_count(const struct plot *plot)
{
    return (size_t)floor((plot->high - plot->low) / plot->tick + 1e-9) + 1;
}

static void draw_scale(const struct plot *plot)
{
    for (size_t i = 0; i < tick_count(plot); i++) {
        double value = plot->low + (double)i * plot->tick, y = y_of(plot, value);
        bool zero = fabs(value) < plot->tick / 1000;
        picture_line(plot->picture, zero ? "chart-axis" : "chart-grid", (struct point){plot->left - 6, y},
                     (struct point){plot->right + 6, y});
        picture_text(plot->picture, "chart-quiet", ANCHOR_END, (struct point){plot->left - 10, y + 4},
                     tick_text(plot, value));
    }
}

/* ---- time ---- */

/* "jan. 2025" or "jan-25" in two lines, of which the second is written where it changes: where the second begins, or
 * NULL. */
static const char *second_line(const char *label)
{
    const char *space = strrchr(label, ' '), *hyphen = strrchr(label, '-');
    const char *at = space ? space : hyphen;
    bool year = at && at > label && (space || (at[1] && !at[1 + strspn(at + 1, "0123456789")]));
    return year && picture_text_width(at + 1) <= TIME_MOST ? at : NULL;
}

static const char *year_of(const char *label)
{
    const char *at = second_line(label);
    return at ? at + 1 : "";
}

static const char *month_of(struct arena *arena, const char *label)
{
    const char *at = second_line(label);
    struct lines lines = picture_wrap(arena, at ? arena_copy(arena, label, (size_t)(at - label)) : label, TIME_MOST, 1);
    return lines.count ? lines.items[0] : "";
}

/* Every how many points a label has room. */
static size_t times_apart(const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    double widest = 0;
    for (size_t i = 0; i < chart->row_count; i++)
        widest = fmax(widest, picture_text_width(month_of(plot->picture->resolve->arena, chart->rows[i])));
    double step = chart->row_count > 1 ? x_of(plot, 1) - x_of(plot, 0) : 0;
    return step > 0 ? (size_t)ceil((widest * 0.9 + 2) / step) : 1;
}

static double draw_times(const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    double y = plot->top + TALL + 16, bottom = y;
    const char *year = "";
    for (size_t i = 0, every = times_apart(plot); i < chart->row_count; i += every ? every : 1) {
        const char *month = month_of(plot->picture->resolve->arena, chart->rows[i]), *own = year_of(chart->rows[i]);
        struct point at = {picture_inside(x_of(plot, i), picture_text_width(month)), y};
        picture_text(plot->picture, "chart-label", ANCHOR_MIDDLE, at, month);
        at = (struct point){picture_inside(at.x, picture_text_width(own)), y + PICTURE_LINE};
        if (strcmp(own, year) != 0) picture_text(plot->picture, "chart-quiet", ANCHOR_MIDDLE, at, own);
        if (*own) bottom = at.y;
        year = own;
    }
    return bottom + 5;
}

/* ---- lines ---- */

static void draw_series(const struct plot *plot, size_t series)
{
    const struct chart *chart = plot->chart;
    struct buffer path = buffer_new(plot->picture->resolve->arena);
    bool on = false;
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct cell *cell = chart_cell(chart, i, series);
        if (cell->known) picture_point(&path, on ? "L" : "M", (struct point){x_of(plot, i), y_of(plot, cell->value)});
        on = cell->known;
    }
    picture_begin_series(plot->picture, series);
    if (path.length) picture_curve(plot->picture, series, arena_string(path.arena, buffer_text(&path)));
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct cell *cell = chart_cell(chart, i, series);
        bool alone = cell->known && !(i > 0 && chart_cell(chart, i - 1, series)->known);
        if (cell->known && (chart->row_count <= MARKERS_MOST || alone))
            picture_marker(plot->picture, series, (struct point){x_of(plot, i), y_of(plot, cell->value)});
    }
    picture_end_series(plot->picture);
}

/* The last point that is known; row_count: none. */
static size_t last_known(const struct chart *chart, size_t series)
{
    for (size_t i = chart->row_count; i-- > 0;) {
        if (chart_cell(chart, i, series)->known) return i;
    }
    return chart->row_count;
}

static size_t first_known(const struct chart *chart, size_t series)
{
    size_t i = 0;
    while (i < chart->row_count && !chart_cell(chart, i, series)->known) i++;
    return i;
}

/* How much higher the line is at a neighbour, which may not be there: then not at all. */
static double rise(const struct plot *plot, size_t from, size_t to, size_t series)
{
    const struct chart *chart = plot->chart;
    if (to >= chart->row_count || !chart_cell(chart, to, series)->known) return 0;
    return y_of(plot, chart_cell(chart, from, series)->value) - y_of(plot, chart_cell(chart, to, series)->value);
}

/* Where the line goes up on both sides a figure stands below it, if there is room above the months. */
static bool stands_below(const struct plot *plot, size_t row, size_t series)
{
    double before = row > 0 ? rise(plot, row, row - 1, series) : 0, after = rise(plot, row, row + 1, series);
    double y = y_of(plot, chart_cell(plot->chart, row, series)->value);
    return before >= 0 && after >= 0 && before + after > 8 && y + 18 < plot->top + TALL;
}

static void draw_figure(const struct plot *plot, size_t row, size_t series)
{
    const struct cell *cell = chart_cell(plot->chart, row, series);
    double half = picture_text_width(cell->text) / 2, x = fmax(x_of(plot, row), plot->left - 6 + half);
    struct point at = {x, y_of(plot, cell->value) + (stands_below(plot, row, series) ? 16 : -8)};
    picture_text(plot->picture, "chart-value", ANCHOR_MIDDLE, at, cell->text);
}

/* Would the first figure of a line touch that of a line drawn before it, or any line that begins right above it? */
static bool is_crowded(const struct plot *plot, size_t series)
{
    const struct chart *chart = plot->chart;
    size_t first = first_known(chart, series);
    double y = y_of(plot, chart_cell(chart, first, series)->value);
    for (size_t i = 0; i < chart->series_count; i++) {
        if (i == series || first_known(chart, i) != first) continue;
        double below = y - y_of(plot, chart_cell(chart, first, i)->value);
        if ((i < series && fabs(below) < 14) || (below > 3 && below < 23)) return true;
    }
    return false;
}

/* Figures on a line: of each point when there is one line with room, else of the first, where it is free. */
static void draw_figures(const struct plot *plot, size_t series)
{
    const struct chart *chart = plot->chart;
    size_t first = first_known(chart, series), last = last_known(chart, series);
    if (plot->all) {
        for (size_t i = 0; i < last && i < chart->row_count; i++) {
            if (chart_cell(chart, i, series)->known) draw_figure(plot, i, series);
        }
    } else if (first < last && last < chart->row_count && !is_crowded(plot, series)) {
        draw_figure(plot, first, series);
    }
}

/* ---- names at the ends ---- */

struct name {
    double y, height; /* of its top */
    size_t series;
    struct lines lines;
    const char *figure;
};

static void sort(struct name *names, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct name name = names[i];
        size_t at = i;
        for (; at > 0 && names[at - 1].y > name.y; at--) names[at] = names[at - 1];
        names[at] = name;
    }
}

/* Names that would touch are moved apart: down, and then up from the bottom. Gives the bottom of the last. */
static double spread(struct name *names, size_t count, double bottom)
{
    double free = 0, limit = bottom, needed = 0;
    sort(names, count);
    for (size_t i = 0; i < count; i++) needed += names[i].height;
    limit = fmax(limit, needed);
    for (size_t i = 0; i < count; i++) {
        names[i].y = fmax(names[i].y, free);
        free = names[i].y + names[i].height;
    }
    for (size_t i = count; i-- > 0;) {
        names[i].y = fmin(names[i].y, limit - names[i].height);
        limit = names[i].y;
    }
    return count ? names[count - 1].y + names[count - 1].height : 0;
}

/* As narrow as its longest word allows. */
static double width_for(struct arena *arena, const char *text)
{
    double width = NAME_WRAP;
    while (*text) {
        size_t length = strcspn(text, " -");
        width = fmax(width, picture_text_width(arena_copy(arena, text, length)) + 6);
        text += length + strspn(text + length, " -");
    }
    return fmin(width, NAME_MOST);
}

static struct name name_of(const struct plot *plot, size_t series)
{
    const struct chart *chart = plot->chart;
    size_t last = last_known(chart, series);
    bool known = last < chart->row_count;
    struct name name = {.series = series};
    const char *text = chart->series[series] ? chart->series[series] : "";
    name.figure = known ? chart_cell(chart, last, series)->text : chart_word(plot->picture->resolve, "unknown");
    if (!plot->above)
        name.lines = picture_wrap(plot->picture->resolve->arena, text, width_for(plot->picture->resolve->arena, text),
                                  NAME_LINES);
    name.height = (double)(name.lines.count + 1) * PICTURE_LINE + 3;
    name.y = (known ? y_of(plot, chart_cell(chart, last, series)->value) : plot->top + TALL) - 7;
    return name;
}

static double draw_names(const struct plot *plot)
{
    struct name names[CHART_MOST_SERIES];
    size_t count = plot->chart->series_count;
    for (size_t i = 0; i < count; i++) names[i] = name_of(plot, i);
    double bottom = spread(names, count, plot->top + TALL + 8), x = plot->right + 10;
    for (size_t i = 0; i < count; i++) {
        size_t series = names[i].series;
        bool known = last_known(plot->chart, series) < plot->chart->row_count;
        picture_begin_series(plot->picture, series);
        picture_marker(plot->picture, series, (struct point){x + 4, names[i].y + 7});
        picture_end_series(plot->picture);
        picture_text(plot->picture, known ? "chart-value" : "chart-quiet", ANCHOR_START,
                     (struct point){x + MARKER, names[i].y + 11}, names[i].figure);
        picture_lines(plot->picture, "chart-label", ANCHOR_START, (struct point){x + MARKER, names[i].y + PICTURE_LINE},
                      names[i].lines);
    }
    return bottom;
}

/* ---- the whole ---- */

static double widest_name(const struct plot *plot)
{
    double widest = 0;
    for (size_t i = 0; i < plot->chart->series_count; i++) {
        struct name name = name_of(plot, i);
        widest = fmax(widest, picture_text_width(name.figure));
        for (size_t j = 0; j < name.lines.count; j++) widest = fmax(widest, picture_text_width(name.lines.items[j]));
    }
    return widest;
}

/* Names stand at the ends of their lines where they leave most of the width, and fit beside the plot. */
static bool are_long(const struct plot *plot)
{
    double height = 0;
    for (size_t i = 0; i < plot->chart->series_count; i++) height += name_of(plot, i).height;
    return widest_name(plot) > NAME_LONG || height > TALL;
}

static void measure(struct plot *plot)
{
    const struct chart *chart = plot->chart;
    double widest = 0, figure = 0;
    for (size_t i = 0; i < tick_count(plot); i++)
        widest = fmax(widest, picture_text_width(tick_text(plot, plot->low + (double)i * plot->tick)));
    plot->left = widest + 12;
    plot->right = PICTURE_WIDTH - widest_name(plot) - MARKER - 12;
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++)
        figure = fmax(figure, chart->cells[i].known ? picture_text_width(chart->cells[i].text) : 0);
    plot->all = chart->series_count == 1 && (plot->right - plot->left) / (double)chart->row_count >= figure * 0.95;
}

void draw_line(struct sheet *sheet, const struct chart *chart)
{
    sheet_room(sheet, 0);
    struct plot plot = {.picture = &sheet->picture, .chart = chart, .top = TOP};
    set_scale(&plot);
    plot.above = are_long(&plot);
    if (plot.above)
        plot.top +=
            picture_legend(&sheet->picture, LEGEND_CURVES, (struct names){chart->series, chart->series_count}, 0);
    measure(&plot);
    draw_scale(&plot);
    double times = draw_times(&plot);
    for (size_t i = 0; i < chart->series_count; i++) draw_series(&plot, i);
    for (size_t i = 0; i < chart->series_count; i++) draw_figures(&plot, i);
    sheet->y = fmax(times, draw_names(&plot));
    sheet_end(sheet);
}
