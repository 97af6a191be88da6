#include "layout/drawing.h"

#include <math.h>
#include <string.h>

#include "layout/setter.h"

static const float points_per_pixel = 0.75F;

struct view_box {
    double x, y, width, height;
};

/* SVG 2, 8.2: without a view box one unit is one pixel. */
static struct view_box view_box(const struct node *node)
{
    const struct measures measures = {16, 0};
    const char *text = node_get(node, "viewBox");
    struct view_box box;
    if (text && notation_number(&text, &box.x) && notation_number(&text, &box.y) &&
        notation_number(&text, &box.width) && notation_number(&text, &box.height) && box.width > 0 && box.height > 0)
        return box;
    return (struct view_box){0, 0, fmax(0, notation_length(node, "width", measures, 300)),
                             fmax(0, notation_length(node, "height", measures, 150))};
}

static float ratio_of(const struct box *box)
{
    struct view_box view = view_box(box->node);
    return view.width > 0 && view.height > 0 ? (float)(view.height / view.width) : 1;
}

/* A share of a height that follows from what is in it is no height (CSS 2.1, 10.5). */
static float fixed_height(const struct computed *style, float otherwise)
{
    return style->height.unit == LENGTH_POINTS ? style->height.value : otherwise;
}

float drawing_width(const struct box *box, float whole)
{
    const struct computed *style = box->style;
    float width = length_resolve(style->width, whole, -1), height = fixed_height(style, -1);
    if (width < 0 && height >= 0) width = height / ratio_of(box);
    if (width < 0) width = (float)view_box(box->node).width * points_per_pixel;
    float most = length_resolve(style->max_width, whole, width);
    float highest = length_resolve(style->max_height, 0, INFINITY) / ratio_of(box);
    if (height < 0 && highest < most) most = highest;
    return width > most ? most : width;
}

float drawing_height(const struct box *box, float width)
{
    return fixed_height(box->style, width * ratio_of(box));
}

/* ---- shapes ---- */

static void set_stroke_box(const struct fragment *fragment, float box[4])
{
    bool stroked = fragment->style->stroke.alpha > 0;
    float out = stroked ? fragment->style->stroke_width * fragment->scale / 2 : 0;
    box[0] = fragment->x - out;
    box[1] = fragment->y - out;
    box[2] = fragment->x + fragment->width + out;
    box[3] = fragment->y + fragment->height + out;
}

/* The box around an outline on the page. */
static void set_box(struct fragment *fragment, const struct outline *outline, const struct matrix *matrix)
{
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    for (int i = 0; i < 4; i++) {
        double x = outline->box[i & 1 ? 2 : 0], y = outline->box[i & 2 ? 3 : 1];
        if (matrix) matrix_apply(matrix, &x, &y);
        left = fmin(left, x), right = fmax(right, x), top = fmin(top, y), bottom = fmax(bottom, y);
    }
    fragment->x = (float)fmax(left, -1e7), fragment->y = (float)fmax(top, -1e7);
    fragment->width = (float)fmin(right - left, 1e7), fragment->height = (float)fmin(bottom - top, 1e7);
}

/* The stroke of a shape that is stretched is stretched with it, so that its outline stays in its own coordinates. */
static void draw_shape(struct svg *svg, const struct styled *styled, const struct canvas_state *state)
{
    struct setter *setter = svg->setter;
    bool keeps = matrix_keeps_shape(&state->matrix) || styled->style->stroke.alpha == 0;
    struct outliner outliner = outliner_new(setter->arena, keeps ? &state->matrix : &matrix_identity);
    outline_element(&outliner, styled->node, svg->space);
    if (outliner.outline->count == 0) return;
    struct fragment *fragment =
        setter_fragment(setter, FRAGMENT_PATH, styled->node, svg->hidden ? ORIGIN_ARTIFACT : ORIGIN_CONTENT);
    if (!fragment) return;
    float box[4];
    fragment->style = styled->style;
    fragment->outline = outliner.outline;
    fragment->scale = keeps ? (float)fmin(matrix_scale(&state->matrix), 1e6) : 1;
    if (!keeps) {
        struct matrix *matrix = arena_make(setter->arena, struct matrix);
        *matrix = state->matrix;
        fragment->matrix = matrix;
    }
    set_box(fragment, outliner.outline, fragment->matrix);
    set_stroke_box(fragment, box);
    svg_finish(svg, fragment, state, box);
}

/* ---- clips and transparency ---- */

/* The edge of the drawing, beyond which nothing is shown, as browsers do. */
static const struct clip *clip_to_area(struct svg *svg, const struct clip *outer)
{
    if (svg->edge && svg->edge->outer == outer) return svg->edge;
    struct outliner outliner = outliner_new(svg->setter->arena, &matrix_identity);
    outline_move(&outliner, (struct point){svg->area[0], svg->area[1]});
    outline_line(&outliner, (struct point){svg->area[2], svg->area[1]});
    outline_line(&outliner, (struct point){svg->area[2], svg->area[3]});
    outline_line(&outliner, (struct point){svg->area[0], svg->area[3]});
    outline_close(&outliner);
    struct clip *clip = arena_make(svg->setter->arena, struct clip);
    *clip = (struct clip){.outline = outliner.outline, .outer = outer};
    return svg->edge = clip;
}

void svg_finish(struct svg *svg, struct fragment *fragment, const struct canvas_state *state, const float box[4])
{
    const float slack = 0.01F;
    const struct computed *style = fragment->style;
    bool inside = box[0] >= svg->area[0] - slack && box[1] >= svg->area[1] - slack &&
                  box[2] <= svg->area[2] + slack && box[3] <= svg->area[3] + slack;
    fragment->clip = inside ? state->clip : clip_to_area(svg, state->clip);
    fragment->fill_transparency = 1 - style->fill_opacity * state->opacity;
    fragment->stroke_transparency = 1 - style->stroke_opacity * state->opacity;
}

/* ---- the tree ---- */

static void draw_element(struct svg *svg, const struct styled *styled, const struct canvas_state *outer);

static bool is_group(const struct node *node)
{
    return node_is(node, "g");
}

/* As deep as the document, which its reader bounds. */
static void draw_group(struct svg *svg, const struct styled *group, const struct canvas_state *state)
{
    for (const struct styled *styled = group->first; styled; styled = styled->next) {
        if (styled->node->name && styled->style->display != DISPLAY_NONE) draw_element(svg, styled, state);
    }
}

static void draw_element(struct svg *svg, const struct styled *styled, const struct canvas_state *outer)
{
    struct matrix own = notation_transform(styled->node);
    struct canvas_state state = {.matrix = matrix_join(&outer->matrix, &own)};
    state.opacity = outer->opacity * styled->style->opacity;
    state.clip = outer->clip;
    if (node_get(styled->node, "clip-path")) state.clip = svg_clip(svg, styled->node, &state);
    if (is_group(styled->node)) draw_group(svg, styled, &state);
    else if (node_is(styled->node, "text")) svg_text(svg, styled, &state);
    else draw_shape(svg, styled, &state);
}

/* preserveAspectRatio: xMidYMid meet (SVG 2, 8.6). */
static struct matrix view_matrix(const struct view_box *view, const float area[4])
{
    double width = area[2] - area[0], height = area[3] - area[1];
    double scale = fmin(width / view->width, height / view->height);
    return (struct matrix){scale, 0, 0, scale, area[0] + (width - view->width * scale) / 2 - view->x * scale,
                           area[1] + (height - view->height * scale) / 2 - view->y * scale};
}

static void draw_svg(struct setter *setter, struct box *box, struct area area, float y)
{
    const char *hidden = node_get(box->node, "aria-hidden");
    struct view_box view = view_box(box->node);
    if (view.width <= 0 || view.height <= 0 || setter->silent) return;
    float height = drawing_height(box, area.width);
    struct svg svg = {.setter = setter,
                      .space = {view.width, view.height, box->style->font_size / points_per_pixel},
                      .hidden = hidden && strcmp(hidden, "true") == 0,
                      .area = {area.x, y, area.x + area.width, y + height}};
    struct canvas_state state = {.matrix = view_matrix(&view, svg.area), .opacity = box->style->opacity};
    svg_find_clips(&svg, box->styled);
    draw_group(&svg, box->styled, &state);
}

/* ---- images of pixels ---- */

/* On paper the eye sees what is coarser than this. */
static void check_density(struct setter *setter, struct box *box, const struct fragment *fragment)
{
    const float least = 150, points_per_inch = 72, millimetres = 25.4F;
    float inches = fragment->width / points_per_inch;
    float density = inches > 0 ? (float)fragment->image->width / inches : least;
    if (density >= least || box->coarse_told) return;
    box->coarse_told = true;
    message_add(setter->messages, IMAGE_COARSE, box->node->place,
                "`%s` is %u pixels wide and %.0f mm in print: %.0f pixels per inch; expected at least %.0f",
                fragment->image->name, fragment->image->width, (double)(inches * millimetres), (double)density,
                (double)least);
    message_hint(setter->messages, "an image of %.0f pixels fills the width of the text",
                 (double)ceilf(setter->page_width / points_per_inch * least));
}

static void draw_image(struct setter *setter, struct box *box, struct area area, float y)
{
    const struct image *image = images_find(setter->input->images, node_get(box->node, "src"));
    struct fragment *fragment = image ? setter_fragment(setter, FRAGMENT_IMAGE, box->node, ORIGIN_CONTENT) : NULL;
    if (!fragment) return;
    fragment->style = box->style;
    fragment->image = image;
    fragment->x = area.x;
    fragment->y = y;
    fragment->width = area.width;
    fragment->height = drawing_height(box, area.width);
    check_density(setter, box, fragment);
}

static void draw(struct setter *setter, struct box *box, struct area area, float y)
{
    if (node_is(box->node, "img")) draw_image(setter, box, area, y);
    else draw_svg(setter, box, area, y);
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
