#include "layout/drawing.h"

#include <stdlib.h>
#include <string.h>

#include "layout/setter.h"

static const float points_per_pixel = 0.75F;

/* A number of SVG or CSS; strtof would follow the locale's decimal sign. Moves `*text` behind it. */
static bool read_number(const char **text, float *number)
{
    const char *at = *text + strspn(*text, " \t\n,");
    bool negative = *at == '-';
    if (*at == '-' || *at == '+') at++;
    const char *digits = at;
    double value = 0, unit = 1;
    for (; *at >= '0' && *at <= '9'; at++) value = value < 1e9 ? value * 10 + (*at - '0') : value;
    if (*at == '.') at++;
    for (; *at >= '0' && *at <= '9'; at++) value += (*at - '0') * (unit /= 10);
    if (at == digits) return false;
    *number = (float)(negative ? -value : value);
    *text = at;
    return true;
}

struct view_box {
    float x, y, width, height;
};

static float attribute(const struct node *node, const char *name, float otherwise)
{
    const char *value = node_get(node, name);
    float number;
    return value && read_number(&value, &number) && number >= 0 ? number : otherwise;
}

/* SVG 2, 8.2: without a view box one unit is one pixel. */
static struct view_box view_box(const struct node *node)
{
    const char *text = node_get(node, "viewBox");
    struct view_box box;
    if (text && read_number(&text, &box.x) && read_number(&text, &box.y) && read_number(&text, &box.width) &&
        read_number(&text, &box.height) && box.width > 0 && box.height > 0)
        return box;
    return (struct view_box){0, 0, attribute(node, "width", 300), attribute(node, "height", 150)};
}

static float ratio_of(const struct box *box)
{
    struct view_box view = view_box(box->node);
    return view.width > 0 && view.height > 0 ? view.height / view.width : 1;
}

float drawing_width(const struct box *box, float whole)
{
    const struct computed *style = box->style;
    float width = length_resolve(style->width, whole, -1), height = length_resolve(style->height, 0, -1);
    if (width < 0 && height >= 0) width = height / ratio_of(box);
    if (width < 0) width = attribute(box->node, "width", view_box(box->node).width) * points_per_pixel;
    float most = length_resolve(style->max_width, whole, width);
    return width > most ? most : width;
}

float drawing_height(const struct box *box, float width)
{
    return length_resolve(box->style->height, 0, width * ratio_of(box));
}

struct transform {
    float x, y, scale;
};

static void draw_path(struct setter *setter, const struct styled *styled, struct transform transform, bool hidden)
{
    const char *path = node_get(styled->node, "d");
    if (!path) return;
    struct fragment *fragment =
        setter_fragment(setter, FRAGMENT_PATH, styled->node, hidden ? ORIGIN_ARTIFACT : ORIGIN_CONTENT);
    if (!fragment) return;
    fragment->style = styled->style;
    fragment->x = transform.x;
    fragment->y = transform.y;
    fragment->path = path;
    fragment->scale = transform.scale;
}

/* As deep as the document, which its reader bounds. */
static void draw_group(struct setter *setter, const struct styled *group, struct transform transform, bool hidden)
{
    for (const struct styled *styled = group->first; styled; styled = styled->next) {
        if (styled->style->display == DISPLAY_NONE) continue;
        if (node_is(styled->node, "path")) draw_path(setter, styled, transform, hidden);
        if (node_is(styled->node, "g")) draw_group(setter, styled, transform, hidden);
    }
}

/* preserveAspectRatio: xMidYMid meet (SVG 2, 8.6). */
static void draw(struct setter *setter, struct box *box, struct area area, float y)
{
    struct view_box view = view_box(box->node);
    if (view.width <= 0 || view.height <= 0) return;
    float height = drawing_height(box, area.width), across = area.width / view.width, down = height / view.height;
    float scale = across < down ? across : down;
    struct transform transform = {.scale = scale};
    transform.x = area.x + (area.width - view.width * scale) / 2 - view.x * scale;
    transform.y = y + (height - view.height * scale) / 2 - view.y * scale;
    const char *hidden = node_get(box->node, "aria-hidden");
    draw_group(setter, box->styled, transform, hidden && strcmp(hidden, "true") == 0);
}

bool place_drawing(struct flow *flow, struct box *box, struct area area)
{
    struct setter *setter = flow->setter;
    float height = drawing_height(box, area.width);
    flow_settle(flow);
    if (!flow_fits(flow, flow->y + height)) {
        if (!flow_force(flow)) return false;
        if (height > setter->page_room) setter_tell_overflow(setter, box);
    }
    if (flow->mode == FLOW_DRAW) {
        setter->blank = false;
        draw(setter, box, area, flow->y);
    }
    flow->y += height;
    flow->placed = true;
    flow->trim = false;
    return true;
}
