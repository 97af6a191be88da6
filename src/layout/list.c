#include "layout/list.h"

#include "layout/direction.h"
#include "layout/setter.h"

/* Bullets; the font room finds a face that has them. */
static const char *const bullets[] = {[LIST_DISC] = "•", [LIST_CIRCLE] = "◦", [LIST_SQUARE] = "▪"};

/* Between marker and text, in shares of the font size. */
static const float marker_gap = 0.5F;

static const char *generated_marker(struct setter *setter, const struct styled *item)
{
    struct buffer text = buffer_new(setter->work);
    for (size_t i = 0; i < item->marker->content_count; i++)
        buffer_add(&text, generated_text(setter, &item->marker->content[i], item->node));
    return buffer_text(&text);
}

const char *list_marker(struct setter *setter, const struct styled *item, int number)
{
    enum list_style style = item->style->list_style;
    if (item->marker && item->marker->content_count) return generated_marker(setter, item);
    if (style == LIST_NONE) return NULL;
    if (style == LIST_DISC || style == LIST_CIRCLE || style == LIST_SQUARE) return bullets[style];
    return arena_format(setter->work, "%s.", generated_number(setter->work, style, number));
}

static void draw_marker(struct flow *flow, const struct pending_marker *marker, float baseline)
{
    struct setter *setter = flow->setter;
    const struct box *item = marker->item;
    const struct computed *style = item->styled->marker ? item->styled->marker : item->style;
    struct text_run run = {lexicon_face(setter, style), item->marker};
    struct line_of_text line = direction_line(setter, style, &run, 1, NULL);
    float gap = marker_gap * style->font_size;
    struct pen pen = pen_new(setter, style, item->node, ORIGIN_MARKER);
    pen.y = baseline;
    bool right = item->style->direction == DIRECTION_RTL;
    direction_draw(&pen, &line, 0, right ? marker->content.x + marker->content.width + gap : marker->content.x - gap - line.width);
}

void list_wait(struct flow *flow, const struct box *item, struct area content)
{
    struct pending_marker *marker = arena_make(flow->setter->work, struct pending_marker);
    *marker = (struct pending_marker){item, content, flow->markers};
    flow->markers = marker;
}

/* Each item opens at most one, so the chain is as deep as the lists are nested. */
void list_draw_markers(struct flow *flow, float baseline)
{
    const struct pending_marker *marker = flow->markers;
    flow->markers = NULL;
    if (flow->mode != FLOW_DRAW || !marker) return;
    const struct pending_marker *chain[DOCUMENT_DEPTH_MAX];
    size_t count = 0;
    for (; marker && count < DOCUMENT_DEPTH_MAX; marker = marker->outer) chain[count++] = marker;
    while (count > 0) draw_marker(flow, chain[--count], baseline);
}
