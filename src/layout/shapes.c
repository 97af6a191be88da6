/* The basic shapes as outlines (SVG 2, clause 10). */
#include <math.h>

#include "layout/outline.h"

static double across(const struct node *node, const char *name, struct space space)
{
    return notation_length(node, name, (struct measures){space.em, space.width}, 0);
}

static double down(const struct node *node, const char *name, struct space space)
{
    return notation_length(node, name, (struct measures){space.em, space.height}, 0);
}

static void add_path(struct outliner *outliner, const struct node *node, struct space space)
{
    const char *data = node_get(node, "d");
    (void)space;
    if (data) outline_path(outliner, data);
}

static void add_line(struct outliner *outliner, const struct node *node, struct space space)
{
    outline_move(outliner, (struct point){across(node, "x1", space), down(node, "y1", space)});
    outline_line(outliner, (struct point){across(node, "x2", space), down(node, "y2", space)});
}

static void add_ellipse(struct outliner *outliner, struct point centre, double rx, double ry)
{
    if (rx <= 0 || ry <= 0) return;
    struct point right = {centre.x + rx, centre.y}, left = {centre.x - rx, centre.y};
    struct arc arc = {.rx = rx, .ry = ry, .clockwise = true};
    outline_move(outliner, right);
    outline_arc(outliner, right, arc, left);
    outline_arc(outliner, left, arc, right);
    outline_close(outliner);
}

static void add_circle(struct outliner *outliner, const struct node *node, struct space space)
{
    struct point centre = {across(node, "cx", space), down(node, "cy", space)};
    double diagonal = hypot(space.width, space.height) / sqrt(2);
    double radius = notation_length(node, "r", (struct measures){space.em, diagonal}, 0);
    add_ellipse(outliner, centre, radius, radius);
}

static void add_ellipse_element(struct outliner *outliner, const struct node *node, struct space space)
{
    struct point centre = {across(node, "cx", space), down(node, "cy", space)};
    double rx = across(node, "rx", space), ry = down(node, "ry", space);
    if (!node_get(node, "rx")) rx = ry;
    if (!node_get(node, "ry")) ry = rx;
    add_ellipse(outliner, centre, rx, ry);
}

/* To a point, and by an arc from there to another. */
static void add_corner(struct outliner *outliner, struct point from, struct arc arc, struct point to)
{
    outline_line(outliner, from);
    if (arc.rx > 0) outline_arc(outliner, from, arc, to);
}

static void add_rectangle(struct outliner *outliner, const struct node *node, struct space space)
{
    double x = across(node, "x", space), y = down(node, "y", space);
    double width = across(node, "width", space), height = down(node, "height", space);
    double rx = across(node, "rx", space), ry = down(node, "ry", space);
    if (width <= 0 || height <= 0) return;
    if (!node_get(node, "rx")) rx = ry;
    if (!node_get(node, "ry")) ry = rx;
    rx = fmin(fmax(rx, 0), width / 2), ry = fmin(fmax(ry, 0), height / 2);
    if (rx <= 0 || ry <= 0) rx = ry = 0;
    struct arc arc = {.rx = rx, .ry = ry, .clockwise = true};
    double right = x + width, bottom = y + height;
    outline_move(outliner, (struct point){x + rx, y});
    add_corner(outliner, (struct point){right - rx, y}, arc, (struct point){right, y + ry});
    add_corner(outliner, (struct point){right, bottom - ry}, arc, (struct point){right - rx, bottom});
    add_corner(outliner, (struct point){x + rx, bottom}, arc, (struct point){x, bottom - ry});
    if (rx > 0) add_corner(outliner, (struct point){x, y + ry}, arc, (struct point){x + rx, y});
    outline_close(outliner);
}

static void add_points(struct outliner *outliner, const struct node *node, bool closed)
{
    const char *points = node_get(node, "points");
    struct point point;
    bool any = false;
    while (points && notation_number(&points, &point.x) && notation_number(&points, &point.y)) {
        if (any) outline_line(outliner, point);
        else outline_move(outliner, point);
        any = true;
    }
    if (any && closed) outline_close(outliner);
}

static void add_polyline(struct outliner *outliner, const struct node *node, struct space space)
{
    (void)space;
    add_points(outliner, node, false);
}

static void add_polygon(struct outliner *outliner, const struct node *node, struct space space)
{
    (void)space;
    add_points(outliner, node, true);
}

void outline_element(struct outliner *outliner, const struct node *element, struct space space)
{
    static const struct {
        const char *name;
        void (*add)(struct outliner *outliner, const struct node *node, struct space space);
    } shapes[] = {{"path", add_path},         {"rect", add_rectangle},        {"line", add_line},
                  {"circle", add_circle},     {"ellipse", add_ellipse_element}, {"polyline", add_polyline},
                  {"polygon", add_polygon}};
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        if (node_is(element, shapes[i].name)) shapes[i].add(outliner, element, space);
    }
}
