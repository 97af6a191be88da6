#include <string.h>

#include "layout/layout.h"

static const char *const origins[] = {[ORIGIN_CONTENT] = "",          [ORIGIN_BEFORE] = " before",
                                      [ORIGIN_AFTER] = " after",      [ORIGIN_MARKER] = " marker",
                                      [ORIGIN_ARTIFACT] = " artifact", [ORIGIN_PAGINATION] = " pagination",
                                      [ORIGIN_WATERMARK] = " watermark", [ORIGIN_LINE_NUMBER] = " line-number"};

static void add_numbers(struct buffer *out, const char *name, const float *numbers, size_t count)
{
    buffer_format(out, " %s", name);
    for (size_t i = 0; i < count; i++) {
        buffer_add_char(out, i ? ',' : '=');
        buffer_add_number(out, (double)numbers[i], 2);
    }
}

static void add_colour(struct buffer *out, const char *name, struct colour colour)
{
    if (colour.alpha) buffer_format(out, " %s=#%02x%02x%02x", name, colour.red, colour.green, colour.blue);
}

static void dump_box(struct buffer *out, const struct fragment *box)
{
    static const char letters[] = "trbl";
    char edges[5] = "";
    size_t count = 0;
    add_numbers(out, "at", (float[]){box->x, box->y}, 2);
    add_numbers(out, "size", (float[]){box->width, box->height}, 2);
    add_colour(out, "background", box->style->background);
    for (int side = 0; side < 4; side++) {
        const struct edge *edge = &box->style->border[side];
        if (edge->width > 0 && edge->colour.alpha && box->edges[side]) edges[count++] = letters[side];
    }
    if (count) buffer_format(out, " borders=%s", edges);
    char missing[5] = "";
    count = 0;
    for (int side = 0; side < 4; side++) {
        if (!box->edges[side]) missing[count++] = letters[side];
    }
    if (count) buffer_format(out, " without=%s", missing);
}

static bool has_line(const struct fragment *text, int which)
{
    return text->lines && text->lines[which].thickness > 0;
}

static void dump_text(struct buffer *out, const struct fragment *text)
{
    add_numbers(out, "at", (float[]){text->x, text->y}, 2);
    add_numbers(out, "width", &text->width, 1);
    buffer_format(out, " %s ", text->font ? font_name(text->font) : "no-font");
    buffer_add_number(out, (double)text->size, 2);
    if (text->style->colour.red || text->style->colour.green || text->style->colour.blue)
        add_colour(out, "colour", text->style->colour);
    if (has_line(text, LINE_UNDER)) buffer_add(out, " underline");
    if (has_line(text, LINE_THROUGH)) buffer_add(out, " line-through");
    if (text->soft_hyphen) buffer_add(out, " soft-hyphen");
    buffer_format(out, " \"%s\"", text->text);
}

static void add_outline(struct buffer *out, const struct outline *outline)
{
    static const char letters[] = {[STEP_MOVE] = 'M', [STEP_LINE] = 'L', [STEP_CURVE] = 'C', [STEP_CLOSE] = 'Z'};
    static const int counts[] = {[STEP_MOVE] = 1, [STEP_LINE] = 1, [STEP_CURVE] = 3, [STEP_CLOSE] = 0};
    for (size_t i = 0; i < outline->count; i++) {
        const struct outline_step *step = &outline->steps[i];
        buffer_add_char(out, letters[step->kind]);
        for (int j = 0; j < counts[step->kind]; j++) {
            if (j) buffer_add_char(out, ' ');
            buffer_add_number(out, (double)step->points[j][0], 2);
            buffer_add_char(out, ',');
            buffer_add_number(out, (double)step->points[j][1], 2);
        }
    }
}

static void dump_stroke(struct buffer *out, const struct fragment *path)
{
    static const char *const caps[] = {"butt", "round", "square"}, *const joins[] = {"miter", "round", "bevel"};
    const struct computed *style = path->style;
    float width = style->stroke_width * path->scale;
    add_colour(out, "stroke", style->stroke);
    add_numbers(out, "stroke-width", &width, 1);
    if (style->line_cap) buffer_format(out, " cap=%s", caps[style->line_cap]);
    if (style->line_join) buffer_format(out, " join=%s", joins[style->line_join]);
    if (style->dash_count) add_numbers(out, "dashes", style->dashes, (size_t)style->dash_count);
}

/* What drawings have more: transparency, matrix, clips. */
static void dump_drawn(struct buffer *out, const struct fragment *fragment)
{
    const struct matrix *matrix = fragment->matrix;
    float fill = 1 - fragment->fill_transparency, stroke = 1 - fragment->stroke_transparency;
    if (fill < 1) add_numbers(out, "fill-opacity", &fill, 1);
    if (stroke < 1) add_numbers(out, "stroke-opacity", &stroke, 1);
    if (matrix) {
        add_numbers(out, "matrix", (float[]){(float)matrix->a, (float)matrix->b, (float)matrix->c, (float)matrix->d,
                                             (float)matrix->e, (float)matrix->f}, 6);
    }
    for (const struct clip *clip = fragment->clip; clip; clip = clip->outer) {
        buffer_add(out, clip->even_odd ? " clip-even-odd=" : " clip=");
        add_outline(out, clip->outline);
    }
}

static void dump_path(struct buffer *out, const struct fragment *path)
{
    add_numbers(out, "at", (float[]){path->x, path->y}, 2);
    add_numbers(out, "size", (float[]){path->width, path->height}, 2);
    add_colour(out, path->style->even_odd ? "fill-even-odd" : "fill", path->style->fill);
    if (path->style->stroke.alpha && path->style->stroke_width > 0) dump_stroke(out, path);
    buffer_add(out, " \"");
    add_outline(out, path->outline);
    buffer_add_char(out, '"');
}

static void dump_image(struct buffer *out, const struct fragment *image)
{
    add_numbers(out, "at", (float[]){image->x, image->y}, 2);
    add_numbers(out, "size", (float[]){image->width, image->height}, 2);
    buffer_format(out, " %ux%u \"%s\"", image->image->width, image->image->height, image->image->name);
}

static const char *name_of(const struct fragment *fragment)
{
    const struct node *node = fragment->node;
    if (!node) return NULL;
    if (node->name) return node->name;
    return node->parent ? node->parent->name : "#text";
}

static void dump_fragment(struct buffer *out, const struct fragment *fragment)
{
    static const char *const kinds[] = {[FRAGMENT_BOX] = "box", [FRAGMENT_TEXT] = "text", [FRAGMENT_PATH] = "path",
                                        [FRAGMENT_IMAGE] = "image"};
    const char *name = name_of(fragment);
    buffer_format(out, "  %s", kinds[fragment->kind]);
    if (name) buffer_format(out, " <%s>", name);
    bool background = fragment->kind == FRAGMENT_BOX && fragment->origin == ORIGIN_ARTIFACT;
    if (!background) buffer_add(out, origins[fragment->origin]);
    if (fragment->kind == FRAGMENT_BOX) dump_box(out, fragment);
    if (fragment->kind == FRAGMENT_TEXT) dump_text(out, fragment);
    if (fragment->kind == FRAGMENT_PATH) dump_path(out, fragment);
    if (fragment->kind == FRAGMENT_IMAGE) dump_image(out, fragment);
    dump_drawn(out, fragment);
    buffer_add_char(out, '\n');
}

static void dump_anchor(struct buffer *out, const struct anchor *anchor)
{
    const char *id = node_get(anchor->node, "id");
    buffer_format(out, "anchor <%s%s%s> page %zu", anchor->node->name, id ? " #" : "", id ? id : "", anchor->page + 1);
    add_numbers(out, "at", (float[]){anchor->x, anchor->y}, 2);
    buffer_add_char(out, '\n');
}

void layout_dump(struct buffer *out, const struct layout *layout)
{
    for (size_t i = 0; i < layout->page_count; i++) {
        const struct page *page = &layout->pages[i];
        buffer_format(out, "page %s", page->label);
        add_numbers(out, "size", (float[]){page->width, page->height}, 2);
        buffer_add_char(out, '\n');
        for (size_t j = 0; j < page->fragment_count; j++) dump_fragment(out, &page->fragments[j]);
    }
    for (size_t i = 0; i < layout->anchor_count; i++) dump_anchor(out, &layout->anchors[i]);
}
