/* A ring of parts, with their names and figures beside it. */
#include <math.h>

#include "compose/chart.h"

static const struct point centre = {80, 80};
static const double outer = 79, inner = 45, turn = 6.283185307179586;

enum { NAMES = 184, SWATCH = 14, ITEM_GAP = 6, NAME_LINES = 5 };

static struct arc arc_of(const struct share *part)
{
    return (struct arc){centre, inner, outer, part->from, part->to};
}

static struct point middle_of(const struct share *part)
{
    double angle = (part->from + part->to) / 2 * turn, radius = (inner + outer) / 2;
    return (struct point){centre.x + radius * sin(angle), centre.y - radius * cos(angle)};
}

/* A figure stands in its part where the ring is long enough there; it stands beside the ring anyhow. */
static bool has_room(const struct share *part)
{
    double length = (part->to - part->from) * turn * (inner + outer) / 2;
    return length >= picture_text_width(part->text) + 8 && picture_text_width(part->text) <= outer - inner + 6;
}

static void draw_empty(struct picture *picture)
{
    struct node *circle = picture_path(
        picture, "chart-gap", "M80 1A79 79 0 0 1 80 159A79 79 0 0 1 80 1ZM80 35A45 45 0 0 0 80 125A45 45 0 0 0 80 35Z");
    picture_dash(picture, circle, "3 3");
}

/* The outline of a part that is not known. */
static void draw_gap(struct picture *picture, const struct share *part)
{
    struct share whole = *part;
    struct node *before = picture->into->last;
    picture_ring(picture, 0, arc_of(&whole));
    struct node *made = before ? before->next : picture->into->first;
    node_set(picture->resolve->arena, made, "class", "chart-gap");
    picture_dash(picture, made, "3 3");
}

static void draw_ring(struct picture *picture, const struct shares *shares)
{
    for (size_t i = 0; i < shares->count; i++) {
        const struct share *part = &shares->items[i];
        if (part->gap) {
            draw_gap(picture, part);
            continue;
        }
        picture_begin_series(picture, part->index);
        picture_ring(picture, part->index, arc_of(part));
        if (has_room(part)) picture_figure(picture, middle_of(part), part->text);
        picture_end_series(picture);
    }
    if (!shares->count) draw_empty(picture);
}

/* "64 (89%)" for counts, whose shares are in the ring. */
static const char *figure_of(struct resolve *resolve, const struct chart *chart, const struct shares *shares,
                             size_t row)
{
    const char *text = chart_cell(chart, row, 0)->text;
    for (size_t i = 0; i < shares->count && !chart->percent; i++) {
        const struct share *part = &shares->items[i];
        if (!part->gap && part->index == row) return arena_format(resolve->arena, "%s (%s)", text, part->text);
    }
    return text;
}

static double draw_name(struct picture *picture, const struct chart *chart, size_t row, const char *figure, double y)
{
    double x = NAMES + SWATCH + 5;
    const char *name = chart->rows[row] ? chart->rows[row] : "";
    struct lines lines = picture_wrap(picture->resolve->arena, name, PICTURE_WIDTH - x, NAME_LINES);
    picture_begin_series(picture, row);
    picture_area(picture, row, (struct rectangle){NAMES, y + 1.5, SWATCH - 2, SWATCH - 2});
    picture_end_series(picture);
    picture_text(picture, chart_cell(chart, row, 0)->known ? "chart-value" : "chart-quiet", ANCHOR_START,
                 (struct point){x, y + 11}, figure);
    return picture_lines(picture, "chart-label", ANCHOR_START, (struct point){x, y + PICTURE_LINE}, lines) + ITEM_GAP;
}

/* How high the names are, so that they stand in the middle beside the ring. */
static double height_of(struct resolve *resolve, const struct chart *chart)
{
    double height = -ITEM_GAP;
    for (size_t i = 0; i < chart->row_count; i++) {
        const char *name = chart->rows[i] ? chart->rows[i] : "";
        size_t lines = picture_wrap(resolve->arena, name, PICTURE_WIDTH - NAMES - SWATCH - 5, NAME_LINES).count;
        height += (double)(lines + 1) * PICTURE_LINE + ITEM_GAP;
    }
    return height;
}

void draw_donut(struct sheet *sheet, const struct chart *chart)
{
    struct resolve *resolve = sheet->resolve;
    struct shares shares = chart_shares(resolve, chart, chart->cells, chart->row_count);
    sheet_room(sheet, 0);
    struct picture *picture = &sheet->picture;
    draw_ring(picture, &shares);
    if (chart->n) {
        const char *n = chart_phrase(resolve, "n", "number", chart_figure(resolve, (double)chart->n, 0, false));
        picture_text(picture, "chart-label", ANCHOR_MIDDLE, (struct point){centre.x, centre.y + 4}, n);
    }
    double height = height_of(resolve, chart), y = fmax(0, centre.y - height / 2);
    for (size_t row = 0; row < chart->row_count; row++)
        y = draw_name(picture, chart, row, figure_of(resolve, chart, &shares, row), y);
    sheet->y = fmax(2 * centre.y, height);
    sheet_end(sheet);
}
