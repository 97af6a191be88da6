/* Running headers and footers (CSS Paged Media 3, 4 and 5, in a simple form). */
#include "layout/page.h"
#include "layout/setter.h"

struct strip {
    float x, width, y, height; /* the margin area between the corners */
};

static struct strip strip_of(const struct page_style *style, bool top)
{
    struct strip strip = {.x = style->margin[SIDE_LEFT]};
    strip.width = style->width - style->margin[SIDE_LEFT] - style->margin[SIDE_RIGHT];
    strip.height = style->margin[top ? SIDE_TOP : SIDE_BOTTOM];
    strip.y = top ? 0 : style->height - strip.height;
    if (strip.width < 0) strip.width = 0;
    return strip;
}

/* Where nothing is said, text stands at the side that gives the box its name (CSS Paged Media 3, 5.1). */
static const struct computed *aligned(struct setter *setter, const struct computed *style, int column)
{
    static const enum text_align natural[] = {ALIGN_START, ALIGN_CENTRE, ALIGN_END};
    if (style->text_align != ALIGN_START || natural[column] == ALIGN_START) return style;
    struct computed *copy = arena_make(setter->arena, struct computed);
    *copy = *style;
    copy->text_align = natural[column];
    return copy;
}

static void draw_box(struct setter *setter, struct box *box, struct strip strip)
{
    const struct computed *style = box->style;
    float left = box_edge(style, SIDE_LEFT), top = box_edge(style, SIDE_TOP);
    size_t fragment = setter_box(setter, style, strip.x, strip.y);
    setter_box_size(setter, fragment, strip.width, strip.height, NULL);
    float width = strip.width - left - box_edge(style, SIDE_RIGHT);
    text_break(setter, box, width > 0 ? width : 0, &(struct insets){NULL, 0});
    float rest = strip.height - top - box_edge(style, SIDE_BOTTOM) - box->text->height, y = strip.y + top;
    if (style->vertical_align == VERTICAL_BOTTOM) y += rest;
    else if (style->vertical_align != VERTICAL_TOP) y += rest / 2;
    for (size_t i = 0; i < box->text->line_count; i++) {
        line_draw(setter, box, i, strip.x + left, y);
        y += box->text->lines[i].height;
    }
}

static float share(float one, float other)
{
    return one + other > 0 ? one / (one + other) : 0.5F;
}

/* Left and right text does not touch. */
static const float least_gap = 14;

/* The left one's part. When both do not fit, the one that needs no more than half has what it needs, and the other wraps: a long
 * title never breaks the words beside it. */
static float left_part(float left, float right, float whole)
{
    const float rounding = 0.1F;
    if (left + right <= whole) return whole * share(left, right);
    if (right + rounding <= whole / 2) return whole - right - rounding;
    return left + rounding <= whole / 2 ? left + rounding : whole / 2;
}

/* With a box in the middle the others share what it leaves; otherwise left and right share by what they hold. */
static void divide(struct setter *setter, struct box *const boxes[3], float whole, float widths[3])
{
    float min, most[3] = {0, 0, 0};
    if (!boxes[1] && boxes[0] && boxes[2]) whole = whole > least_gap ? whole - least_gap : 0;
    for (int i = 0; i < 3; i++) {
        if (boxes[i]) box_extent(setter, boxes[i], &min, &most[i]);
    }
    widths[1] = !boxes[1] ? 0 : boxes[0] || boxes[2] ? (most[1] < whole ? most[1] : whole) : whole;
    float rest = whole - widths[1];
    widths[0] = boxes[1] ? rest / 2 : !boxes[2] ? rest : !boxes[0] ? 0 : left_part(most[0], most[2], rest);
    widths[2] = rest - widths[0];
}

static void draw_strip(struct setter *setter, const struct computed *const styles[3], struct strip strip)
{
    struct box *boxes[3];
    for (int i = 0; i < 3; i++) {
        bool any = styles[i] && styles[i]->display != DISPLAY_NONE && styles[i]->content_count;
        boxes[i] = any ? box_generated(setter, aligned(setter, styles[i], i), NULL) : NULL;
    }
    float widths[3], right = strip.x + strip.width;
    divide(setter, boxes, strip.width, widths);
    for (int i = 0; i < 3; i++) {
        strip.width = widths[i];
        if (i == 2) strip.x = right - widths[2];
        if (boxes[i]) draw_box(setter, boxes[i], strip);
        strip.x += widths[i];
    }
}

void margin_boxes_draw(struct setter *setter, const struct page_style *style)
{
    draw_strip(setter, &style->boxes[MARGIN_TOP_LEFT], strip_of(style, true));
    draw_strip(setter, &style->boxes[MARGIN_BOTTOM_LEFT], strip_of(style, false));
}
