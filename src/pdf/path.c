/* Outlines of layout as PDF paths (ISO 32000-1, 8.5), and what holds for drawings alone: clips, transparency. */
#include <math.h>

#include "pdf/draw.h"

/* ---- paths ---- */

/* Points of an outline with a matrix are written as they are, under that matrix. */
static void add_point(struct canvas *canvas, const float point[2], bool own)
{
    if (!own) {
        canvas_point(canvas, (double)point[0], (double)point[1]);
        return;
    }
    canvas_number(canvas, (double)point[0], 3);
    canvas_number(canvas, (double)point[1], 3);
}

static void add_outline(struct canvas *canvas, const struct outline *outline, bool own)
{
    static const char *const operators[] = {
        [STEP_MOVE] = "m", [STEP_LINE] = "l", [STEP_CURVE] = "c", [STEP_CLOSE] = "h"};
    for (size_t i = 0; i < outline->count; i++) {
        const struct outline_step *step = &outline->steps[i];
        int points = step->kind == STEP_CURVE ? 3 : step->kind == STEP_CLOSE ? 0 : 1;
        for (int j = 0; j < points; j++) add_point(canvas, step->points[j], own);
        canvas_operator(canvas, operators[step->kind]);
    }
}

/* ---- what a drawing sets for itself ---- */

void draw_clip(struct canvas *canvas, const struct clip *clip)
{
    for (; clip; clip = clip->outer) {
        if (clip->outline->count == 0) canvas_rectangle(canvas, 0, 0, 0, 0); /* an empty clip hides all */
        add_outline(canvas, clip->outline, false);
        canvas_operator(canvas, clip->even_odd ? "W* n" : "W n");
    }
}

bool drawn_apart(const struct fragment *fragment)
{
    return fragment->fill_transparency > 0 || fragment->stroke_transparency > 0;
}

/* A hundredth is more than the eye tells apart, and keeps the states few. */
static int percent_of(float transparency)
{
    long percent = lroundf((1 - transparency) * 100);
    return percent < 0 ? 0 : percent > 100 ? 100 : (int)percent;
}

static const struct opacity *find_opacity(struct drawing *drawing, int fill, int stroke)
{
    struct opacity *opacity = drawing->opacities;
    while (opacity && (opacity->fill != fill || opacity->stroke != stroke)) opacity = opacity->next;
    if (opacity) return opacity;
    opacity = arena_make(drawing->arena, struct opacity);
    *opacity = (struct opacity){fill, stroke, drawing->opacity_count++, drawing->opacities};
    return drawing->opacities = opacity;
}

void draw_begin_apart(struct drawing *drawing, const struct fragment *fragment)
{
    struct canvas *canvas = &drawing->pages[drawing->page].canvas;
    int fill = percent_of(fragment->fill_transparency), stroke = percent_of(fragment->stroke_transparency);
    canvas_save(canvas);
    buffer_format(&canvas->out, "/G%d gs\n", find_opacity(drawing, fill, stroke)->number);
}

/* ---- painting ---- */

static bool is_stroked(const struct fragment *fragment)
{
    return fragment->style->stroke.alpha > 0 && fragment->style->stroke_width > 0;
}

static const char *painting_operator(const struct fragment *fragment)
{
    bool fill = fragment->style->fill.alpha > 0, even_odd = fragment->style->even_odd;
    if (fill && is_stroked(fragment)) return even_odd ? "B*" : "B";
    if (fill) return even_odd ? "f*" : "f";
    return is_stroked(fragment) ? "S" : "n";
}

static void set_matrix(struct canvas *canvas, const struct matrix *matrix)
{
    /* The page's y goes up: the last row is turned. */
    const double numbers[] = {matrix->a, -matrix->b, matrix->c, -matrix->d, matrix->e, canvas->height - matrix->f};
    for (int i = 0; i < 6; i++) canvas_number(canvas, numbers[i], 5);
    canvas_operator(canvas, "cm");
}

static void set_dashes(struct canvas *canvas, const struct computed *style, double scale)
{
    buffer_add_char(&canvas->out, '[');
    for (int i = 0; i < style->dash_count; i++) canvas_number(canvas, (double)style->dashes[i] * scale, 3);
    buffer_add_char(&canvas->out, ']');
    canvas_number(canvas, fmax(0, (double)style->dash_offset) * scale, 3);
    canvas_operator(canvas, "d");
}

static void set_line(struct canvas *canvas, const struct fragment *fragment)
{
    const float usual_limit = 10; /* PDF's; SVG's is 4 */
    const struct computed *style = fragment->style;
    if (style->line_cap) buffer_format(&canvas->out, "%d J\n", (int)style->line_cap);
    if (style->line_join) buffer_format(&canvas->out, "%d j\n", (int)style->line_join);
    if (style->line_join == JOIN_MITER && style->miter_limit >= 1 && style->miter_limit != usual_limit) {
        canvas_number(canvas, (double)style->miter_limit, 2);
        canvas_operator(canvas, "M");
    }
    if (style->dash_count) set_dashes(canvas, style, (double)fragment->scale);
}

void draw_path(struct canvas *canvas, const struct fragment *fragment)
{
    const struct computed *style = fragment->style;
    bool stroked = is_stroked(fragment), own_state = stroked || fragment->matrix;
    if (own_state) canvas_save(canvas);
    if (stroked) set_line(canvas, fragment);
    if (style->fill.alpha > 0) canvas_set_fill(canvas, style->fill);
    if (stroked) canvas_set_stroke(canvas, style->stroke, (double)style->stroke_width * (double)fragment->scale);
    if (fragment->matrix) set_matrix(canvas, fragment->matrix);
    add_outline(canvas, fragment->outline, fragment->matrix);
    canvas_operator(canvas, painting_operator(fragment));
    if (own_state) canvas_restore(canvas);
}
