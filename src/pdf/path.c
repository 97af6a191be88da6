/* SVG path data (SVG 2, 9.3) as PDF path operators. What is wrong in the data ends the path there, as SVG asks. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/draw.h"

struct point {
    double x, y;
};

/* The reader of the data, and what it draws; without a canvas it only measures. */
struct pen {
    const struct fragment *fragment;
    struct canvas *canvas;
    const char *at;
    struct point here, start, control; /* control: of the last curve, for S and T */
    char last;                         /* command, in upper case */
    bool any;
    float box[4];
};

/* ---- reading ---- */

static void skip_separators(struct pen *pen)
{
    while (*pen->at && strchr(" \t\r\n\f,", *pen->at)) pen->at++;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Digits of a number, each counting `scale` times as much as the one before it counts less. */
static double read_digits(struct pen *pen, double scale)
{
    double value = 0;
    for (; is_digit(*pen->at); pen->at++) {
        value = scale < 1 ? value + (*pen->at - '0') * scale : value * 10 + (*pen->at - '0');
        if (scale < 1) scale /= 10;
    }
    return value;
}

static double read_exponent(struct pen *pen)
{
    const char *at = pen->at;
    if (*at != 'e' && *at != 'E') return 1;
    bool negative = at[1] == '-';
    if (at[1] == '-' || at[1] == '+') at++;
    if (!is_digit(at[1])) return 1;
    pen->at = at + 1;
    double exponent = fmin(read_digits(pen, 1), 300);
    return pow(10, negative ? -exponent : exponent);
}

/* strtod would follow the locale, and take hexadecimal numbers and infinities. */
static bool read_number(struct pen *pen, double *number)
{
    skip_separators(pen);
    const char *begin = pen->at;
    bool negative = *pen->at == '-';
    if (*pen->at == '-' || *pen->at == '+') pen->at++;
    if (!is_digit(*pen->at) && !(*pen->at == '.' && is_digit(pen->at[1]))) {
        pen->at = begin;
        return false;
    }
    *number = read_digits(pen, 1);
    if (*pen->at == '.') {
        pen->at++;
        *number += read_digits(pen, 0.1);
    }
    *number *= read_exponent(pen) * (negative ? -1 : 1);
    return isfinite(*number);
}

/* The flags of an arc are one digit, and may stand without a separator. */
static bool read_flag(struct pen *pen, bool *flag)
{
    skip_separators(pen);
    if (*pen->at != '0' && *pen->at != '1') return false;
    *flag = *pen->at++ == '1';
    return true;
}

static bool read_point(struct pen *pen, bool relative, struct point *point)
{
    if (!read_number(pen, &point->x) || !read_number(pen, &point->y)) return false;
    if (relative) point->x += pen->here.x, point->y += pen->here.y;
    return true;
}

/* ---- drawing ---- */

static void put(struct pen *pen, struct point point)
{
    double x = pen->fragment->x + point.x * pen->fragment->scale, y = pen->fragment->y + point.y * pen->fragment->scale;
    if (pen->canvas) canvas_point(pen->canvas, x, y);
    float fx = (float)x, fy = (float)y;
    pen->box[0] = pen->any ? fminf(pen->box[0], fx) : fx;
    pen->box[1] = pen->any ? fminf(pen->box[1], fy) : fy;
    pen->box[2] = pen->any ? fmaxf(pen->box[2], fx) : fx;
    pen->box[3] = pen->any ? fmaxf(pen->box[3], fy) : fy;
    pen->any = true;
}

static void operate(struct pen *pen, const char *name)
{
    if (pen->canvas) canvas_operator(pen->canvas, name);
}

static void move_to(struct pen *pen, struct point to)
{
    put(pen, to);
    operate(pen, "m");
    pen->here = pen->start = to;
}

static void line_to(struct pen *pen, struct point to)
{
    put(pen, to);
    operate(pen, "l");
    pen->here = to;
}

static void curve_to(struct pen *pen, struct point first, struct point second, struct point to)
{
    put(pen, first);
    put(pen, second);
    put(pen, to);
    operate(pen, "c");
    pen->control = second;
    pen->here = to;
}

/* A quadratic curve is a cubic one whose control points lie at two thirds of the way. */
static void quadratic_to(struct pen *pen, struct point control, struct point to)
{
    struct point from = pen->here;
    struct point first = {from.x + (control.x - from.x) * 2 / 3, from.y + (control.y - from.y) * 2 / 3};
    struct point second = {to.x + (control.x - to.x) * 2 / 3, to.y + (control.y - to.y) * 2 / 3};
    curve_to(pen, first, second, to);
    pen->control = control;
}

static struct point mirrored(const struct pen *pen, const char *commands)
{
    if (!pen->last || !strchr(commands, pen->last)) return pen->here;
    return (struct point){2 * pen->here.x - pen->control.x, 2 * pen->here.y - pen->control.y};
}

/* ---- arcs (SVG 2, appendix B.2) ---- */

struct arc {
    double rx, ry, cos_turn, sin_turn;
    struct point centre;
    double begin, sweep; /* angles */
};

static double angle_of(double x, double y)
{
    return atan2(y, x);
}

/* The centre and the angles from the end points (B.2.4); radii that are too small are made to reach (B.2.5). */
static void find_centre(struct arc *arc, struct point from, struct point to, bool large, bool clockwise)
{
    double dx = (from.x - to.x) / 2, dy = (from.y - to.y) / 2;
    double x = arc->cos_turn * dx + arc->sin_turn * dy, y = -arc->sin_turn * dx + arc->cos_turn * dy;
    double reach = x * x / (arc->rx * arc->rx) + y * y / (arc->ry * arc->ry);
    if (reach > 1) arc->rx *= sqrt(reach), arc->ry *= sqrt(reach);
    double a = arc->rx * arc->rx * y * y + arc->ry * arc->ry * x * x;
    double factor = sqrt(fmax(0, arc->rx * arc->rx * arc->ry * arc->ry / a - 1)) * (large == clockwise ? -1 : 1);
    double cx = factor * arc->rx * y / arc->ry, cy = -factor * arc->ry * x / arc->rx;
    arc->centre.x = arc->cos_turn * cx - arc->sin_turn * cy + (from.x + to.x) / 2;
    arc->centre.y = arc->sin_turn * cx + arc->cos_turn * cy + (from.y + to.y) / 2;
    arc->begin = angle_of((x - cx) / arc->rx, (y - cy) / arc->ry);
    arc->sweep = angle_of((-x - cx) / arc->rx, (-y - cy) / arc->ry) - arc->begin;
    const double turn = 2 * acos(-1);
    if (clockwise && arc->sweep < 0) arc->sweep += turn;
    if (!clockwise && arc->sweep > 0) arc->sweep -= turn;
}

/* The point at an angle, moved by `along` times the tangent there. */
static struct point on_arc(const struct arc *arc, double angle, double along)
{
    double x = arc->rx * (cos(angle) - along * sin(angle)), y = arc->ry * (sin(angle) + along * cos(angle));
    return (struct point){arc->centre.x + arc->cos_turn * x - arc->sin_turn * y,
                          arc->centre.y + arc->sin_turn * x + arc->cos_turn * y};
}

static void draw_arc(struct pen *pen, const struct arc *arc, struct point to)
{
    int pieces = (int)ceil(fabs(arc->sweep) / acos(0) - 1e-9); /* of at most a quarter */
    if (pieces < 1) pieces = 1;
    double step = arc->sweep / pieces, along = 4.0 / 3 * tan(step / 4);
    for (int i = 0; i < pieces; i++) {
        double begin = arc->begin + i * step, end = begin + step;
        struct point target = i == pieces - 1 ? to : on_arc(arc, end, 0);
        curve_to(pen, on_arc(arc, begin, along), on_arc(arc, end, -along), target);
    }
}

static bool read_arc(struct pen *pen, bool relative)
{
    struct arc arc = {0};
    double turn;
    bool large, clockwise;
    struct point to;
    if (!read_number(pen, &arc.rx) || !read_number(pen, &arc.ry) || !read_number(pen, &turn)) return false;
    if (!read_flag(pen, &large) || !read_flag(pen, &clockwise) || !read_point(pen, relative, &to)) return false;
    arc.rx = fabs(arc.rx), arc.ry = fabs(arc.ry);
    if (arc.rx == 0 || arc.ry == 0 || (to.x == pen->here.x && to.y == pen->here.y)) {
        line_to(pen, to);
        return true;
    }
    arc.cos_turn = cos(turn * acos(-1) / 180), arc.sin_turn = sin(turn * acos(-1) / 180);
    find_centre(&arc, pen->here, to, large, clockwise);
    draw_arc(pen, &arc, to);
    return true;
}

/* ---- commands ---- */

static bool read_along(struct pen *pen, bool relative, bool horizontal)
{
    double value;
    struct point to = pen->here;
    if (!read_number(pen, &value)) return false;
    double *moved = horizontal ? &to.x : &to.y;
    *moved = relative ? *moved + value : value;
    line_to(pen, to);
    return true;
}

/* One set of arguments of a curve: C (three points), S and Q (two), T (one). */
static bool read_curve(struct pen *pen, bool relative, char command)
{
    struct point points[3];
    int count = command == 'C' ? 3 : command == 'T' ? 1 : 2;
    for (int i = 0; i < count; i++) {
        if (!read_point(pen, relative, &points[i])) return false;
    }
    if (command == 'C') curve_to(pen, points[0], points[1], points[2]);
    if (command == 'S') curve_to(pen, mirrored(pen, "CS"), points[0], points[1]);
    if (command == 'Q') quadratic_to(pen, points[0], points[1]);
    if (command == 'T') quadratic_to(pen, mirrored(pen, "QT"), points[0]);
    return true;
}

static bool read_set(struct pen *pen, char command, bool relative)
{
    struct point to;
    switch (command) {
    case 'H':
    case 'V': return read_along(pen, relative, command == 'H');
    case 'A': return read_arc(pen, relative);
    case 'M':
    case 'L':
        if (!read_point(pen, relative, &to)) return false;
        if (command == 'M') move_to(pen, to);
        else line_to(pen, to);
        return true;
    default: return read_curve(pen, relative, command);
    }
}

static bool more_arguments(struct pen *pen)
{
    skip_separators(pen);
    return *pen->at && strchr("+-.0123456789", *pen->at);
}

static bool close_path(struct pen *pen)
{
    operate(pen, "h");
    pen->here = pen->start;
    pen->last = 'Z';
    return true;
}

static bool read_command(struct pen *pen)
{
    skip_separators(pen);
    char letter = *pen->at;
    bool relative = letter >= 'a' && letter <= 'z';
    char command = relative ? (char)(letter - 'a' + 'A') : letter;
    if (!command || !strchr("MLHVCSQTAZ", command)) return false;
    if (!pen->last && command != 'M') return false; /* a path begins with a move */
    pen->at++;
    if (command == 'Z') return close_path(pen);
    if (pen->last == 'Z' && command != 'M') move_to(pen, pen->here); /* PDF has no current point after h's Z */
    do {
        if (!read_set(pen, command, relative)) return false;
        pen->last = command;
        if (command == 'M') command = 'L'; /* further points of a move are lines */
    } while (more_arguments(pen));
    return true;
}

static void read_path(struct pen *pen)
{
    pen->at = pen->fragment->path ? pen->fragment->path : "";
    while (read_command(pen)) continue;
}

bool path_box(const struct fragment *fragment, float box[4])
{
    struct pen pen = {.fragment = fragment};
    read_path(&pen);
    if (pen.any) memcpy(box, pen.box, sizeof pen.box);
    return pen.any;
}

/* ---- painting ---- */

/* A presentation attribute of the path, or of an element around it up to its svg. */
static const char *attribute_of(const struct node *node, const char *name)
{
    for (; node; node = node->parent) {
        const char *value = node->name ? node_get(node, name) : NULL;
        if (value || (node->name && strcmp(node->name, "svg") == 0)) return value;
    }
    return NULL;
}

static bool has_value(const struct fragment *fragment, const char *name, const char *value)
{
    const char *found = attribute_of(fragment->node, name);
    return found && strcmp(found, value) == 0;
}

static int line_end(const struct fragment *fragment, const char *name, const char *third)
{
    return has_value(fragment, name, "round") ? 1 : has_value(fragment, name, third) ? 2 : 0;
}

static const char *painting_operator(const struct fragment *fragment)
{
    bool fill = fragment->style->fill.alpha > 0;
    bool stroke = fragment->style->stroke.alpha > 0 && fragment->style->stroke_width > 0;
    bool even_odd = has_value(fragment, "fill-rule", "evenodd");
    if (fill && stroke) return even_odd ? "B*" : "B";
    if (fill) return even_odd ? "f*" : "f";
    return stroke ? "S" : "n";
}

void draw_path(struct canvas *canvas, const struct fragment *fragment)
{
    int cap = line_end(fragment, "stroke-linecap", "square"), join = line_end(fragment, "stroke-linejoin", "bevel");
    const char *operator = painting_operator(fragment);
    bool own_state = cap || join;
    if (own_state) canvas_save(canvas);
    if (cap) buffer_format(&canvas->out, "%d J\n", cap);
    if (join) buffer_format(&canvas->out, "%d j\n", join);
    if (fragment->style->fill.alpha > 0) canvas_set_fill(canvas, fragment->style->fill);
    if (fragment->style->stroke.alpha > 0) {
        canvas_set_stroke(canvas, fragment->style->stroke, fragment->style->stroke_width * fragment->scale);
    }
    struct pen pen = {.fragment = fragment, .canvas = canvas};
    read_path(&pen);
    canvas_operator(canvas, operator);
    if (own_state) canvas_restore(canvas);
}
