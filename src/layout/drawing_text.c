/* Text in a drawing (SVG 2, clause 11): lines without breaks that begin, end or have their middle at a place. */
#include <math.h>
#include <string.h>

#include "layout/direction.h"
#include "layout/drawing.h"
#include "layout/setter.h"

/* A text node, or its part that is set: words with single spaces. */
struct piece {
    const struct node *node;
    const struct computed *style; /* at the size of the page */
    const struct face *face;
    const char *text;
    double x, y, width; /* in points before the matrix */
    size_t chunk;       /* pieces that are anchored as one */
};

/* A text element while its pieces are found. */
struct text_line {
    struct svg *svg;
    const struct canvas_state *state;
    const struct computed *style; /* of the text element: its direction */
    double scale; /* from the drawing's units to points */
    struct piece *pieces;
    size_t count, capacity;
    double x, y;
    size_t chunk;
    bool space;   /* white space was passed over */
    bool any;     /* something was set in this chunk */
};

/* The style at the size of the page: text is painted with the fill. */
static const struct computed *style_at(struct text_line *line, const struct computed *style)
{
    const float points_per_pixel = 0.75F, largest = 2000;
    struct computed *copy = arena_make(line->svg->setter->arena, struct computed);
    float scale = (float)fmin(line->scale, 1e4) / points_per_pixel;
    *copy = *style;
    copy->font_size = fminf(style->font_size * scale, largest);
    copy->letter_spacing = fminf(style->letter_spacing * scale, largest);
    copy->colour = style->fill;
    return copy;
}

/* ---- collecting ---- */

/* White space collapses, also over elements; what begins and ends a text is dropped. */
static const char *collapse(struct text_line *line, const char *text)
{
    struct buffer out = buffer_new(line->svg->setter->arena);
    for (; *text; text++) {
        bool space = strchr(" \t\r\n\f", *text);
        if (!space && line->space && line->any) buffer_add_char(&out, ' ');
        if (!space) buffer_add_char(&out, *text), line->any = true;
        line->space = space;
    }
    return buffer_text(&out);
}

static void add_text(struct text_line *line, const struct styled *styled, const struct computed *style)
{
    struct setter *setter = line->svg->setter;
    const char *text = collapse(line, styled->node->text);
    if (!*text || style->fill.alpha == 0) return;
    line->pieces =
        arena_grow(setter->work, line->pieces, line->count, &line->capacity, sizeof *line->pieces);
    struct piece *piece = &line->pieces[line->count++];
    *piece = (struct piece){.node = styled->node, .style = style_at(line, style), .text = text, .chunk = line->chunk};
    piece->face = lexicon_face(setter, piece->style);
    piece->x = line->x;
    piece->y = line->y;
    piece->width = (double)lexicon_get(setter, piece->face, text, strlen(text))->width;
    line->x += piece->width;
}

/* The attributes that place what follows; a place begins a new chunk (11.5.1). */
static void move(struct text_line *line, const struct styled *element)
{
    const struct node *node = element->node;
    const struct space *space = &line->svg->space;
    double em = element->style->font_size / 0.75F;
    struct measures across = {em, space->width}, down = {em, space->height};
    bool placed = node_get(node, "x") || node_get(node, "y");
    if (placed) line->chunk++, line->any = line->space = false;
    line->x = notation_length(node, "x", across, line->x / line->scale) * line->scale;
    line->y = notation_length(node, "y", down, line->y / line->scale) * line->scale;
    line->x += notation_length(node, "dx", across, 0) * line->scale;
    line->y += notation_length(node, "dy", down, 0) * line->scale;
}

/* As deep as the document, which its reader bounds. */
static void collect(struct text_line *line, const struct styled *element)
{
    move(line, element);
    for (const struct styled *styled = element->first; styled; styled = styled->next) {
        if (!styled->node->name) add_text(line, styled, element->style);
        else if (node_is(styled->node, "tspan") && styled->style->display != DISPLAY_NONE) collect(line, styled);
    }
}

/* ---- placing ---- */

/* The pieces of a chunk as one line, which may run both ways; room between them stays. */
static struct line_of_text line_of(struct text_line *line, const struct piece *pieces, size_t count)
{
    struct setter *setter = line->svg->setter;
    struct text_run *runs = arena_array(setter->work, count, sizeof *runs);
    float *gaps = arena_array(setter->work, count, sizeof *gaps);
    for (size_t i = 0; i < count; i++) {
        runs[i] = (struct text_run){pieces[i].face, pieces[i].text};
        if (i > 0) gaps[i] = (float)(pieces[i].x - pieces[i - 1].x - pieces[i - 1].width);
    }
    return direction_line(setter, line->style, runs, count, gaps);
}

/* The style of a chunk's first piece anchors it; text from right to left starts at its right end. */
static void draw_chunk(struct text_line *line, const struct piece *pieces, size_t count)
{
    struct svg *svg = line->svg;
    struct line_of_text drawn = line_of(line, pieces, count);
    enum text_anchor anchor = pieces[0].style->text_anchor;
    enum text_anchor right = pieces[0].style->direction == DIRECTION_RTL ? ANCHOR_START : ANCHOR_END;
    double back = anchor == ANCHOR_MIDDLE ? (double)drawn.width / 2 : anchor == right ? (double)drawn.width : 0;
    for (size_t i = 0, part = 0; i < count; i++) {
        struct pen pen = pen_new(svg->setter, pieces[i].style, pieces[i].node, svg->hidden ? ORIGIN_ARTIFACT : ORIGIN_CONTENT);
        pen.y = (float)pieces[i].y;
        part = direction_draw(&pen, &drawn, part, (float)(pieces[0].x - back));
    }
}

static void draw_chunks(struct text_line *line)
{
    for (size_t first = 0, next; first < line->count; first = next) {
        for (next = first + 1; next < line->count && line->pieces[next].chunk == line->pieces[first].chunk;) next++;
        draw_chunk(line, line->pieces + first, next - first);
    }
}

/* The box around a line of text on the page. */
static void text_box(const struct fragment *fragment, const struct matrix *matrix, float box[4])
{
    const struct font_metrics *metrics = font_metrics(fragment->font);
    double rise = metrics->ascent * fragment->size / 1000, fall = metrics->descent * fragment->size / 1000;
    for (int i = 0; i < 4; i++) {
        double x = i & 1 ? (double)fragment->width : 0, y = i & 2 ? fall : -rise;
        matrix_apply(matrix, &x, &y);
        box[0] = i ? fminf(box[0], (float)x) : (float)x;
        box[1] = i ? fminf(box[1], (float)y) : (float)y;
        box[2] = i ? fmaxf(box[2], (float)x) : (float)x;
        box[3] = i ? fmaxf(box[3], (float)y) : (float)y;
    }
}

/* From where the pen wrote it to its place on the page. */
static void place(struct text_line *line, struct fragment *fragment)
{
    struct matrix matrix = line->state->matrix;
    double x = (double)fragment->x / line->scale, y = (double)fragment->y / line->scale;
    float box[4];
    matrix_apply(&matrix, &x, &y);
    matrix = (struct matrix){matrix.a / line->scale, matrix.b / line->scale, matrix.c / line->scale,
                             matrix.d / line->scale, x, y};
    fragment->x = (float)x;
    fragment->y = (float)y;
    text_box(fragment, &matrix, box);
    svg_finish(line->svg, fragment, line->state, box);
    if (matrix_is_upright(&matrix)) return;
    struct matrix *kept = arena_make(line->svg->setter->arena, struct matrix);
    *kept = matrix;
    fragment->matrix = kept;
}

void svg_text(struct svg *svg, const struct styled *text, const struct canvas_state *state)
{
    struct setter *setter = svg->setter;
    struct text_line line = {.svg = svg, .state = state, .style = text->style, .scale = matrix_scale(&state->matrix)};
    if (!(line.scale > 1e-6 && line.scale < 1e6)) return; /* too small or too large to be seen */
    collect(&line, text);
    size_t first = setter_page(setter)->fragment_count;
    draw_chunks(&line);
    struct page *page = setter_page(setter);
    for (size_t i = first; i < page->fragment_count; i++) place(&line, &page->fragments[i]);
}
