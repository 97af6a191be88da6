/* How series are told apart without colour: areas by their pattern, lines by their markers. A pattern is drawn as lines
 * that end at the area's edge, since clipping and tiling are no part of the subset that is printed. */
#include <math.h>
#include <string.h>

#include "compose/picture.h"

enum pattern { PATTERN_PLAIN, PATTERN_SLANTED, PATTERN_DASHED, PATTERN_LEVEL, PATTERN_CROSSED };

/* By series: neighbours differ in darkness and in pattern. */
static enum pattern pattern_of(size_t index)
{
    static const enum pattern patterns[CHART_MOST_SERIES] = {PATTERN_PLAIN, PATTERN_SLANTED, PATTERN_DASHED,
                                                             PATTERN_LEVEL, PATTERN_PLAIN,   PATTERN_CROSSED};
    return patterns[index % CHART_MOST_SERIES];
}

static const double turn = 6.283185307179586, apart = 5; /* apart: the lines of a pattern */

void picture_begin_series(struct picture *picture, size_t index)
{
    struct arena *arena = picture->resolve->arena;
    const char *class = arena_format(arena, "chart-series-%zu", index % CHART_MOST_SERIES + 1);
    struct node *group = resolve_element(picture->resolve, "g", class, NULL, picture->place);
    node_append(picture->svg, group);
    picture->into = group;
}

void picture_end_series(struct picture *picture)
{
    picture->into = picture->svg;
}

static void add_pattern(struct picture *picture, struct buffer *path)
{
    if (path->length) picture_path(picture, "chart-pattern", arena_string(picture->resolve->arena, buffer_text(path)));
}

/* ---- rectangles ---- */

static void add_line(struct buffer *path, struct point from, struct point to)
{
    picture_point(path, "M", from);
    picture_point(path, "L", to);
}

/* Lines from bottom left to top right: on each, x + y is the same. */
static void slant(struct buffer *path, struct rectangle area)
{
    double right = area.x + area.width, bottom = area.y + area.height;
    for (double sum = area.x + area.y + apart; sum < right + bottom; sum += apart) {
        double low = fmin(bottom, sum - area.x), high = fmax(area.y, sum - right);
        add_line(path, (struct point){sum - low, low}, (struct point){sum - high, high});
    }
}

static void level(struct buffer *path, struct rectangle area)
{
    for (double y = area.y + apart / 2; y < area.y + area.height; y += apart)
        add_line(path, (struct point){area.x, y}, (struct point){area.x + area.width, y});
}

static void upright(struct buffer *path, struct rectangle area)
{
    for (double x = area.x + apart / 2; x < area.x + area.width; x += apart)
        add_line(path, (struct point){x, area.y}, (struct point){x, area.y + area.height});
}

static void dash(struct buffer *path, struct rectangle area)
{
    size_t row = 0;
    for (double y = area.y + apart / 2; y < area.y + area.height; y += apart, row++) {
        for (double x = area.x + (row % 2 ? 5.5 : 2); x + 2.5 < area.x + area.width; x += 7)
            add_line(path, (struct point){x, y}, (struct point){x + 2.5, y});
    }
}

void picture_area(struct picture *picture, size_t index, struct rectangle area)
{
    struct buffer path = buffer_new(picture->resolve->arena);
    enum pattern pattern = pattern_of(index);
    picture_rectangle(picture, "chart-area", area);
    if (pattern == PATTERN_SLANTED) slant(&path, area);
    if (pattern == PATTERN_DASHED) dash(&path, area);
    if (pattern == PATTERN_LEVEL || pattern == PATTERN_CROSSED) level(&path, area);
    if (pattern == PATTERN_CROSSED) upright(&path, area);
    add_pattern(picture, &path);
}

/* ---- rings ---- */

static struct point at_angle(struct arc arc, double radius, double angle)
{
    return (struct point){arc.centre.x + radius * sin(angle * turn), arc.centre.y - radius * cos(angle * turn)};
}

/* Along the circle to the angle `to`; by a point between them, for an arc of a whole turn has none of its own. */
static void add_arc(struct buffer *path, struct arc arc, double radius, double from, double to)
{
    for (int half = 1; half <= 2; half++) {
        buffer_add(path, "A");
        picture_number(path, radius);
        buffer_add_char(path, ' ');
        picture_number(path, radius);
        buffer_add(path, to > from ? " 0 0 1 " : " 0 0 0 ");
        picture_point(path, "", at_angle(arc, radius, from + (to - from) * half / 2));
    }
}

static const char *outline(struct picture *picture, struct arc arc)
{
    struct buffer path = buffer_new(picture->resolve->arena);
    picture_point(&path, "M", at_angle(arc, arc.outer, arc.from));
    add_arc(&path, arc, arc.outer, arc.from, arc.to);
    picture_point(&path, arc.to - arc.from < 1 ? "L" : "M", at_angle(arc, arc.inner, arc.to));
    add_arc(&path, arc, arc.inner, arc.to, arc.from);
    buffer_add_char(&path, 'Z');
    return arena_string(picture->resolve->arena, buffer_text(&path));
}

static void spokes(struct buffer *path, struct arc arc)
{
    double step = apart / (turn * (arc.inner + arc.outer) / 2);
    for (double angle = arc.from + step / 2; angle < arc.to; angle += step)
        add_line(path, at_angle(arc, arc.inner, angle), at_angle(arc, arc.outer, angle));
}

static void circles(struct buffer *path, struct arc arc)
{
    for (double radius = arc.inner + apart / 2; radius < arc.outer; radius += apart) {
        picture_point(path, "M", at_angle(arc, radius, arc.from));
        add_arc(path, arc, radius, arc.from, arc.to);
    }
}

static void short_arcs(struct buffer *path, struct arc arc)
{
    size_t row = 0;
    for (double radius = arc.inner + apart / 2; radius < arc.outer; radius += apart, row++) {
        double unit = 1 / (turn * radius);
        for (double angle = arc.from + (row % 2 ? 5.5 : 2) * unit; angle + 2.5 * unit < arc.to; angle += 7 * unit)
            add_line(path, at_angle(arc, radius, angle), at_angle(arc, radius, angle + 2.5 * unit));
    }
}

void picture_ring(struct picture *picture, size_t index, struct arc arc)
{
    struct buffer path = buffer_new(picture->resolve->arena);
    enum pattern pattern = pattern_of(index);
    picture_path(picture, "chart-area", outline(picture, arc));
    if (pattern == PATTERN_SLANTED || pattern == PATTERN_CROSSED) spokes(&path, arc);
    if (pattern == PATTERN_LEVEL || pattern == PATTERN_CROSSED) circles(&path, arc);
    if (pattern == PATTERN_DASHED) short_arcs(&path, arc);
    add_pattern(picture, &path);
}

/* ---- texts and markers ---- */

void picture_figure(struct picture *picture, struct point middle, const char *text)
{
    double width = picture_text_width(text) + 4;
    picture_rectangle(picture, "chart-plate", (struct rectangle){middle.x - width / 2, middle.y - 7, width, 14});
    picture_text(picture, "chart-on", ANCHOR_MIDDLE, (struct point){middle.x, middle.y + 4}, text);
}

/* Drawn around 0, 0, as wide as 8. */
void picture_marker(struct picture *picture, size_t index, struct point at)
{
    static const struct point shapes[CHART_MOST_SERIES][8] = {
        {{-3, -3}, {3, -3}, {3, 3}, {-3, 3}},       /* square */
        {{0, -4.2}, {4.2, 0}, {0, 4.2}, {-4.2, 0}}, /* diamond */
        {{0, -4}, {4, 3.5}, {-4, 3.5}},             /* triangle */
        {{0, 4}, {4, -3.5}, {-4, -3.5}},            /* triangle, standing on its top */
        {{-3.5, -1.5}, {-1.5, -3.5}, {1.5, -3.5}, {3.5, -1.5}, {3.5, 1.5}, {1.5, 3.5}, {-1.5, 3.5}, {-3.5, 1.5}},
        {{-1.5, -4}, {1.5, -4}, {1.5, 4}, {-1.5, 4}}, /* a stroke */
    };
    struct buffer path = buffer_new(picture->resolve->arena);
    const struct point *corners = shapes[index % CHART_MOST_SERIES];
    for (size_t i = 0; i < 8 && (corners[i].x != 0 || corners[i].y != 0); i++)
        picture_point(&path, i ? "L" : "M", (struct point){at.x + corners[i].x, at.y + corners[i].y});
    buffer_add_char(&path, 'Z');
    picture_path(picture, "chart-marker", arena_string(picture->resolve->arena, buffer_text(&path)));
}

void picture_curve(struct picture *picture, size_t index, const char *data)
{
    static const char *const dashes[CHART_MOST_SERIES] = {NULL, "7 3", "2 3", "9 3 2 3", "4 2", "12 4"};
    struct node *line = picture_path(picture, "chart-curve", data);
    const char *broken = dashes[index % CHART_MOST_SERIES];
    if (broken) picture_dash(picture, line, broken);
}

/* ---- legends ---- */

enum { SWATCH = 14, STROKE = 26, NAME_GAP = 14, NAME_LINES = 4 };

static void draw_key(struct picture *picture, enum legend legend, size_t index, struct point at)
{
    picture_begin_series(picture, index);
    if (legend == LEGEND_AREAS) {
        picture_area(picture, index, (struct rectangle){at.x + 0.5, at.y + 1.5, SWATCH - 2, SWATCH - 2});
    } else {
        struct buffer path = buffer_new(picture->resolve->arena);
        add_line(&path, (struct point){at.x, at.y + 7}, (struct point){at.x + STROKE - 2, at.y + 7});
        picture_curve(picture, index, arena_string(picture->resolve->arena, buffer_text(&path)));
        picture_marker(picture, index, (struct point){at.x + STROKE / 2.0 - 1, at.y + 7});
    }
    picture_end_series(picture);
}

double picture_legend(struct picture *picture, enum legend legend, struct names names, double y)
{
    double x = 0, deep = 0, key = (legend == LEGEND_AREAS ? SWATCH : STROKE) + 4;
    for (size_t i = 0; i < names.count; i++) {
        const char *name = names.items[i] ? names.items[i] : "";
        struct lines lines = picture_wrap(picture->resolve->arena, name, PICTURE_WIDTH - key, NAME_LINES);
        double width = lines.count > 1 ? PICTURE_WIDTH : key + picture_text_width(name);
        if (x > 0 && x + width > PICTURE_WIDTH) {
            y += deep + 3;
            x = deep = 0;
        }
        draw_key(picture, legend, i, (struct point){x, y});
        double bottom = picture_lines(picture, "chart-label", ANCHOR_START, (struct point){x + key, y}, lines);
        deep = fmax(deep, bottom - y);
        x += width + NAME_GAP;
    }
    return y + deep;
}
