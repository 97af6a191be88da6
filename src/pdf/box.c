/* A box's background and borders (CSS Backgrounds 3). */
#include <math.h>
#include <string.h>

#include "pdf/draw.h"

/* An axis-parallel rectangle with round corners: radius of top left, top right, bottom right, bottom left. */
struct shape {
    double left, top, right, bottom;
    double radius[4];
};

static bool is_drawn(const struct fragment *fragment, int side)
{
    const struct edge *edge = &fragment->style->border[side];
    return fragment->edges[side] && edge->width > 0 && edge->colour.alpha > 0;
}

bool box_is_drawn(const struct fragment *fragment)
{
    if (!fragment->style || fragment->width <= 0 || fragment->height < 0) return false;
    for (int side = 0; side < 4; side++) {
        if (is_drawn(fragment, side)) return true;
    }
    return fragment->style->background.alpha > 0 && fragment->height > 0;
}

static double width_of(const struct fragment *fragment, int side)
{
    return is_drawn(fragment, side) ? fragment->style->border[side].width : 0;
}

/* A corner between a side that is cut off by the page and another one is square. */
static struct shape outer_shape(const struct fragment *fragment)
{
    struct shape shape = {.left = fragment->x, .top = fragment->y};
    shape.right = shape.left + fragment->width;
    shape.bottom = shape.top + fragment->height;
    double radius = fmax(0, fragment->style->border_radius);
    radius = fmin(radius, fmin(fragment->width, fragment->height) / 2);
    const bool *edges = fragment->edges;
    shape.radius[0] = edges[SIDE_TOP] && edges[SIDE_LEFT] ? radius : 0;
    shape.radius[1] = edges[SIDE_TOP] && edges[SIDE_RIGHT] ? radius : 0;
    shape.radius[2] = edges[SIDE_BOTTOM] && edges[SIDE_RIGHT] ? radius : 0;
    shape.radius[3] = edges[SIDE_BOTTOM] && edges[SIDE_LEFT] ? radius : 0;
    return shape;
}

static bool is_round(const struct shape *shape)
{
    return shape->radius[0] > 0 || shape->radius[1] > 0 || shape->radius[2] > 0 || shape->radius[3] > 0;
}

static struct shape inset(struct shape shape, double distance)
{
    shape.left += distance, shape.top += distance, shape.right -= distance, shape.bottom -= distance;
    for (int i = 0; i < 4; i++) shape.radius[i] = fmax(0, shape.radius[i] - distance);
    return shape;
}

/* A quarter of an ellipse from the current point, by one Bézier curve: `towards` is the corner. */
static void add_corner(struct canvas *canvas, const double from[2], const double towards[2], const double to[2])
{
    const double kappa = 0.5522847498; /* 4/3 (sqrt 2 - 1): off by less than 0.03 % of the radius */
    for (int i = 0; i < 2; i++) {
        const double *end = i == 0 ? from : to;
        canvas_point(canvas, end[0] + (towards[0] - end[0]) * kappa, end[1] + (towards[1] - end[1]) * kappa);
    }
    canvas_point(canvas, to[0], to[1]);
    canvas_operator(canvas, "c");
}

static void add_shape(struct canvas *canvas, const struct shape *shape)
{
    if (!is_round(shape)) {
        canvas_rectangle(canvas, shape->left, shape->top, shape->right - shape->left, shape->bottom - shape->top);
        return;
    }
    const double corners[4][2] = {{shape->left, shape->top}, {shape->right, shape->top},
                                  {shape->right, shape->bottom}, {shape->left, shape->bottom}};
    static const int before[4][2] = {{0, 1}, {-1, 0}, {0, -1}, {1, 0}}; /* directions clockwise */
    static const int after[4][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    for (int i = 0; i < 4; i++) {
        double radius = shape->radius[i];
        double from[2] = {corners[i][0] + before[i][0] * radius, corners[i][1] + before[i][1] * radius};
        double to[2] = {corners[i][0] + after[i][0] * radius, corners[i][1] + after[i][1] * radius};
        canvas_point(canvas, from[0], from[1]);
        canvas_operator(canvas, i == 0 ? "m" : "l");
        if (radius > 0) add_corner(canvas, from, corners[i], to);
    }
    canvas_operator(canvas, "h");
}

/* ---- borders ---- */

static bool same_edge(const struct edge *a, const struct edge *b)
{
    return a->width == b->width && a->style == b->style && a->colour.red == b->colour.red &&
           a->colour.green == b->colour.green && a->colour.blue == b->colour.blue;
}

static bool is_uniform(const struct fragment *fragment)
{
    for (int side = 0; side < 4; side++) {
        if (!is_drawn(fragment, side)) return false;
        if (!same_edge(&fragment->style->border[0], &fragment->style->border[side])) return false;
    }
    return true;
}

/* Dashes are three times as long as wide; dots are round caps on dashes without length. */
static void set_dashes(struct canvas *canvas, const struct edge *edge)
{
    if (edge->style == EDGE_DOTTED) buffer_add(&canvas->out, "1 J ");
    buffer_add_char(&canvas->out, '[');
    canvas_number(canvas, edge->style == EDGE_DOTTED ? 0 : 3 * edge->width, 2);
    canvas_number(canvas, edge->style == EDGE_DOTTED ? 2 * edge->width : 3 * edge->width, 2);
    canvas_operator(canvas, "]0 d");
}

static void draw_around(struct canvas *canvas, const struct fragment *fragment, const struct shape *outer)
{
    const struct edge *edge = &fragment->style->border[0];
    struct shape middle = inset(*outer, edge->width / 2);
    bool dashed = edge->style != EDGE_SOLID;
    if (dashed) canvas_save(canvas);
    if (dashed) set_dashes(canvas, edge);
    canvas_set_stroke(canvas, edge->colour, edge->width);
    add_shape(canvas, &middle);
    canvas_operator(canvas, "S");
    if (dashed) canvas_restore(canvas);
}

/* The four corners of a side: outer from, outer to, inner to, inner from; neighbours meet in a mitre. */
static void side_corners(const struct fragment *fragment, int side, double corners[4][2])
{
    double left = fragment->x, top = fragment->y, right = left + fragment->width, bottom = top + fragment->height;
    const double outer[4][2] = {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
    double inner_left = left + width_of(fragment, SIDE_LEFT), inner_right = right - width_of(fragment, SIDE_RIGHT);
    double inner_top = top + width_of(fragment, SIDE_TOP), inner_bottom = bottom - width_of(fragment, SIDE_BOTTOM);
    const double inner[4][2] = {
        {inner_left, inner_top}, {inner_right, inner_top}, {inner_right, inner_bottom}, {inner_left, inner_bottom}};
    int next = (side + 1) % 4;
    memcpy(corners[0], outer[side], sizeof corners[0]);
    memcpy(corners[1], outer[next], sizeof corners[0]);
    memcpy(corners[2], inner[next], sizeof corners[0]);
    memcpy(corners[3], inner[side], sizeof corners[0]);
}

static void draw_solid_side(struct canvas *canvas, const struct edge *edge, double corners[4][2])
{
    canvas_set_fill(canvas, edge->colour);
    for (int i = 0; i < 4; i++) {
        canvas_point(canvas, corners[i][0], corners[i][1]);
        canvas_operator(canvas, i == 0 ? "m" : "l");
    }
    canvas_operator(canvas, "f");
}

/* Along the middle of the side. */
static void draw_dashed_side(struct canvas *canvas, const struct edge *edge, double corners[4][2])
{
    canvas_save(canvas);
    set_dashes(canvas, edge);
    canvas_set_stroke(canvas, edge->colour, edge->width);
    canvas_point(canvas, (corners[0][0] + corners[3][0]) / 2, (corners[0][1] + corners[3][1]) / 2);
    canvas_operator(canvas, "m");
    canvas_point(canvas, (corners[1][0] + corners[2][0]) / 2, (corners[1][1] + corners[2][1]) / 2);
    canvas_operator(canvas, "l");
    canvas_operator(canvas, "S");
    canvas_restore(canvas);
}

static void draw_side(struct canvas *canvas, const struct fragment *fragment, int side)
{
    double corners[4][2];
    const struct edge *edge = &fragment->style->border[side];
    if (!is_drawn(fragment, side)) return;
    side_corners(fragment, side, corners);
    if (edge->style == EDGE_SOLID) draw_solid_side(canvas, edge, corners);
    else draw_dashed_side(canvas, edge, corners);
}

/* Sides that differ are cut to the round shape by a clip; dashes, which save the state themselves, are not. */
static void draw_sides(struct canvas *canvas, const struct fragment *fragment, const struct shape *outer)
{
    bool clipped = is_round(outer);
    for (int side = 0; side < 4; side++) clipped &= fragment->style->border[side].style == EDGE_SOLID;
    if (clipped) {
        canvas_save(canvas);
        add_shape(canvas, outer);
        canvas_operator(canvas, "W n");
    }
    for (int side = 0; side < 4; side++) draw_side(canvas, fragment, side);
    if (clipped) canvas_restore(canvas);
}

void draw_box(struct canvas *canvas, const struct fragment *fragment)
{
    struct shape outer = outer_shape(fragment);
    if (fragment->style->background.alpha > 0 && fragment->height > 0) {
        canvas_set_fill(canvas, fragment->style->background);
        add_shape(canvas, &outer);
        canvas_operator(canvas, "f");
    }
    if (is_uniform(fragment)) draw_around(canvas, fragment, &outer);
    else draw_sides(canvas, fragment, &outer);
}
