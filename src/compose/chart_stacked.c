/* Bars of 100 percent: parts in their order, with a figure in each; one that is too narrow for it has it below. */
#include <math.h>

#include "compose/chart.h"

enum { LABEL_MOST = 110, LABEL_LINES = 6, THICK = 22, GAP = 10, BELOW = 17 };

struct stack {
    struct sheet *sheet;
    const struct chart *chart;
    bool beside; /* labels stand before the bars */
    double left, room;
};

static struct stack measure(struct sheet *sheet, const struct chart *chart)
{
    double widest = 0;
    for (size_t i = 0; i < chart->row_count; i++)
        widest = fmax(widest, chart->rows[i] ? picture_text_width(chart->rows[i]) : 0);
    bool beside = widest > 0 && widest <= LABEL_MOST;
    double left = beside ? widest + 8 : 0.5;
    return (struct stack){sheet, chart, beside, left, PICTURE_WIDTH - 0.5 - left};
}

static struct rectangle area_of(const struct stack *stack, const struct share *part)
{
    double from = stack->left + part->from * stack->room, to = stack->left + part->to * stack->room;
    return (struct rectangle){from, stack->sheet->y, to - from, THICK};
}

static bool has_room(const struct stack *stack, const struct share *part)
{
    return picture_text_width(part->text) + 4 <= (part->to - part->from) * stack->room;
}

static void draw_gap(const struct stack *stack, struct rectangle area)
{
    struct picture *picture = &stack->sheet->picture;
    const char *word = chart_word(stack->sheet->resolve, "unknown");
    struct rectangle inside = {area.x + 1, area.y + 0.5, fmax(0, area.width - 2), area.height - 1};
    picture_dash(picture, picture_rectangle(picture, "chart-gap", inside), "3 3");
    if (picture_text_width(word) + 4 <= area.width)
        picture_text(picture, "chart-quiet", ANCHOR_MIDDLE,
                     (struct point){area.x + area.width / 2, area.y + THICK / 2.0 + 4}, word);
}

static void draw_part(const struct stack *stack, const struct share *part)
{
    struct picture *picture = &stack->sheet->picture;
    struct rectangle area = area_of(stack, part);
    if (part->gap) {
        draw_gap(stack, area);
        return;
    }
    picture_begin_series(picture, part->index);
    picture_area(picture, part->index, area);
    if (has_room(stack, part))
        picture_figure(picture, (struct point){area.x + area.width / 2, area.y + THICK / 2.0}, part->text);
    picture_end_series(picture);
}

/* Figures below their parts, moved apart where they would touch; gives whether there are any. */
static bool draw_below(const struct stack *stack, const struct shares *shares)
{
    double centres[CHART_MOST_SERIES + 1], limit = PICTURE_WIDTH, right = 0;
    bool any = false;
    for (size_t i = 0; i < shares->count; i++) {
        const struct share *part = &shares->items[i];
        double half = part->gap || has_room(stack, part) ? 0 : picture_text_width(part->text) / 2 + 2;
        struct rectangle area = area_of(stack, part);
        centres[i] = half > 0 ? fmax(area.x + area.width / 2, right + half) : 0;
        if (half > 0) right = centres[i] + half;
    }
    for (size_t i = shares->count; i-- > 0;) {
        const struct share *part = &shares->items[i];
        if (!(centres[i] > 0)) continue;
        double half = picture_text_width(part->text) / 2 + 2;
        struct rectangle area = area_of(stack, part);
        centres[i] = fmin(centres[i], limit - half);
        limit = centres[i] - half;
        struct point from = {area.x + area.width / 2, area.y + THICK}, to = {centres[i], area.y + THICK + 5};
        picture_line(&stack->sheet->picture, "chart-axis", from, to);
        picture_text(&stack->sheet->picture, "chart-value", ANCHOR_MIDDLE, (struct point){to.x, to.y + 11}, part->text);
        any = true;
    }
    return any;
}

static void draw_row(const struct stack *stack, size_t row)
{
    struct sheet *sheet = stack->sheet;
    const struct chart *chart = stack->chart;
    const char *label = chart->rows[row];
    struct shares shares = chart_shares(sheet->resolve, chart, chart_cell(chart, row, 0), chart->series_count);
    struct lines above = {0};
    if (!stack->beside && label) above = picture_wrap(sheet->resolve->arena, label, PICTURE_WIDTH, LABEL_LINES);
    sheet_row(sheet, row, (double)above.count * PICTURE_LINE + THICK + BELOW + GAP);
    sheet->y = picture_lines(&sheet->picture, "chart-label", ANCHOR_START, (struct point){0, sheet->y}, above);
    sheet->y += above.count ? 3 : 0;
    if (stack->beside && label)
        picture_text(&sheet->picture, "chart-label", ANCHOR_START, (struct point){0, sheet->y + THICK / 2.0 + 4},
                     label);
    for (size_t i = 0; i < shares.count; i++) draw_part(stack, &shares.items[i]);
    if (!shares.count) draw_gap(stack, (struct rectangle){stack->left, sheet->y, stack->room, THICK});
    if (draw_below(stack, &shares)) sheet->y += BELOW;
    sheet->y += THICK + GAP;
}

void draw_stacked(struct sheet *sheet, const struct chart *chart)
{
    struct stack stack = measure(sheet, chart);
    sheet_room(sheet, 0);
    sheet->y =
        picture_legend(&sheet->picture, LEGEND_AREAS, (struct names){chart->series, chart->series_count}, 0) + GAP;
    for (size_t row = 0; row < chart->row_count; row++) draw_row(&stack, row);
    sheet->y -= GAP - 1;
    sheet_end(sheet);
}
