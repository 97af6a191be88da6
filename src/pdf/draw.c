#include "pdf/draw.h"

#include <math.h>
#include <string.h>

static struct canvas *canvas_of(struct drawing *drawing)
{
    return &drawing->pages[drawing->page].canvas;
}

/* ---- marked content ---- */

void draw_line_of(struct drawing *drawing, int which)
{
    if (drawing->lines[which].width <= 0) return;
    const struct stroke_line *line = &drawing->lines[which].line;
    struct canvas *canvas = canvas_of(drawing);
    canvas_close_text(canvas);
    canvas_set_fill(canvas, line->colour);
    canvas_rectangle(canvas, drawing->lines[which].x, line->y, drawing->lines[which].width, line->thickness);
    canvas_operator(canvas, "f");
    drawing->lines[which].width = 0;
}

void draw_lines(struct drawing *drawing)
{
    for (int i = 0; i < LINE_COUNT; i++) draw_line_of(drawing, i);
}

static void end_marked(struct drawing *drawing)
{
    if (!drawing->marked) return;
    draw_lines(drawing);
    canvas_close_text(canvas_of(drawing));
    canvas_operator(canvas_of(drawing), "EMC");
    drawing->marked = false;
}

static void begin_artifact(struct drawing *drawing, enum artifact artifact)
{
    static const char *const openings[] = {
        [ARTIFACT_LAYOUT] = "/Artifact<</Type/Layout>>BDC",
        [ARTIFACT_HEADER] = "/Artifact<</Type/Pagination/Subtype/Header>>BDC",
        [ARTIFACT_FOOTER] = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC",
        [ARTIFACT_WATERMARK] = "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC",
        [ARTIFACT_PAGINATION] = "/Artifact<</Type/Pagination>>BDC",
    };
    if (drawing->marked && !drawing->segment && drawing->artifact == artifact) return;
    end_marked(drawing);
    canvas_operator(canvas_of(drawing), openings[artifact]);
    drawing->marked = true;
    drawing->segment = NULL;
    drawing->artifact = artifact;
}

static int new_mark(struct drawing *drawing, struct segment *segment)
{
    struct drawn_page *page = &drawing->pages[drawing->page];
    struct mark *mark = arena_make(drawing->arena, struct mark);
    *mark = (struct mark){.page = drawing->page, .mcid = (int)page->count};
    if (segment->last) segment->last->next = mark;
    else segment->first = mark;
    segment->last = mark;
    page->marked = arena_grow(drawing->arena, page->marked, page->count, &page->capacity, sizeof *page->marked);
    page->marked[page->count++] = segment->tag;
    return mark->mcid;
}

static void begin_segment(struct drawing *drawing, struct segment *segment)
{
    if (drawing->marked && drawing->segment == segment) return;
    end_marked(drawing);
    struct canvas *canvas = canvas_of(drawing);
    buffer_add_char(&canvas->out, '/');
    buffer_add(&canvas->out, segment->tag->type->name);
    buffer_add(&canvas->out, "<</MCID ");
    canvas_number(canvas, new_mark(drawing, segment), 0);
    canvas_operator(canvas, ">>BDC");
    drawing->marked = true;
    drawing->segment = segment;
}

/* Types and subtypes of artifacts (14.8.2.2.2, table 330). */
static enum artifact artifact_of(const struct drawing *drawing, const struct fragment *fragment)
{
    bool upper = fragment->y < drawing->layout->pages[drawing->page].height / 2;
    switch (fragment->origin) {
    case ORIGIN_PAGINATION: return upper ? ARTIFACT_HEADER : ARTIFACT_FOOTER;
    case ORIGIN_WATERMARK: return ARTIFACT_WATERMARK;
    case ORIGIN_LINE_NUMBER: return ARTIFACT_PAGINATION;
    default: return ARTIFACT_LAYOUT;
    }
}

static void begin(struct drawing *drawing, const struct fragment *fragment, struct segment *segment)
{
    if (segment) {
        begin_segment(drawing, segment);
        return;
    }
    begin_artifact(drawing, artifact_of(drawing, fragment));
}

/* ---- figures ---- */

static void extend(struct tag *figure, size_t page, const float box[4])
{
    if (!figure->has_box) {
        memcpy(figure->box, box, sizeof figure->box);
        figure->box_page = page;
        figure->has_box = true;
    }
    if (figure->box_page != page) return;
    for (int i = 0; i < 2; i++) figure->box[i] = fminf(figure->box[i], box[i]);
    for (int i = 2; i < 4; i++) figure->box[i] = fmaxf(figure->box[i], box[i]);
}

/* Around a line of text, also one that is turned. */
static void text_box(const struct fragment *fragment, float box[4])
{
    const struct matrix *matrix = fragment->matrix;
    box[1] -= fragment->size;
    if (!matrix) return;
    for (int i = 0; i < 4; i++) {
        float across = i & 1 ? fragment->width : 0, up = i & 2 ? fragment->size : 0;
        float x = (float)(matrix->a * (double)across - matrix->c * (double)up + matrix->e);
        float y = (float)(matrix->b * (double)across - matrix->d * (double)up + matrix->f);
        box[0] = i ? fminf(box[0], x) : x, box[1] = i ? fminf(box[1], y) : y;
        box[2] = i ? fmaxf(box[2], x) : x, box[3] = i ? fmaxf(box[3], y) : y;
    }
}

/* What is outside a clip is not seen. */
static void clip_box(const struct clip *clip, float box[4])
{
    for (; clip; clip = clip->outer) {
        for (int i = 0; i < 2; i++) box[i] = fmaxf(box[i], clip->outline->box[i]);
        for (int i = 2; i < 4; i++) box[i] = fminf(box[i], clip->outline->box[i]);
    }
}

/* A line is as thick as its stroke, also one that is as high as nothing. */
static void widen_by_stroke(const struct fragment *fragment, float box[4])
{
    if (fragment->kind != FRAGMENT_PATH || fragment->style->stroke.alpha == 0) return;
    float half = fragment->style->stroke_width * (fragment->scale > 0 ? fragment->scale : 1) / 2;
    box[0] -= half, box[1] -= half, box[2] += half, box[3] += half;
}

static void note_extent(struct drawing *drawing, const struct fragment *fragment, const struct segment *segment)
{
    if (!segment || strcmp(segment->tag->type->name, "Figure") != 0) return;
    float box[4] = {fragment->x, fragment->y, fragment->x + fragment->width, fragment->y + fragment->height};
    if (fragment->kind == FRAGMENT_TEXT) text_box(fragment, box);
    clip_box(fragment->clip, box);
    if (box[0] > box[2] || box[1] > box[3]) return;
    float stroked[4];
    memcpy(stroked, box, sizeof stroked);
    widen_by_stroke(fragment, stroked);
    extend(segment->tag, drawing->page, stroked);
    if (segment->tag->link && fragment->kind != FRAGMENT_TEXT) note_link(drawing, segment->tag->link, box, false);
}

/* ---- pages ---- */

static void end_clip(struct drawing *drawing)
{
    if (!drawing->clip) return;
    draw_lines(drawing);
    canvas_close_text(canvas_of(drawing));
    canvas_restore(canvas_of(drawing));
    drawing->clip = NULL;
}

/* Shapes that share a clip follow one another: it is written once for them, not with each. */
static void begin_clip(struct drawing *drawing, const struct clip *clip)
{
    if (!clip || clip == drawing->clip) return;
    canvas_close_text(canvas_of(drawing));
    canvas_save(canvas_of(drawing));
    draw_clip(canvas_of(drawing), clip);
    drawing->clip = clip;
}

static void draw_fragment(struct drawing *drawing, const struct fragment *fragment)
{
    struct segment *segment = tags_segment(drawing->tags, fragment);
    if (fragment->kind == FRAGMENT_BOX && !box_is_drawn(fragment)) return;
    if (fragment->kind == FRAGMENT_TEXT && !typefaces_find(drawing->typefaces, fragment->font)) return;
    if (fragment->clip != drawing->clip || segment != drawing->segment) end_clip(drawing);
    begin(drawing, fragment, segment);
    begin_clip(drawing, fragment->clip);
    note_extent(drawing, fragment, segment);
    bool apart = drawn_apart(fragment);
    if (apart || fragment->kind != FRAGMENT_TEXT) canvas_close_text(canvas_of(drawing));
    if (apart) draw_begin_apart(drawing, fragment);
    if (fragment->kind == FRAGMENT_TEXT) draw_text(drawing, fragment, segment);
    else if (fragment->kind == FRAGMENT_BOX) draw_box(canvas_of(drawing), fragment);
    else if (fragment->kind == FRAGMENT_IMAGE) draw_picture(drawing, fragment);
    else draw_path(canvas_of(drawing), fragment);
    if (!apart) return;
    draw_lines(drawing);
    canvas_close_text(canvas_of(drawing));
    canvas_restore(canvas_of(drawing));
}

static void draw_page(struct drawing *drawing, size_t index)
{
    const struct page *page = &drawing->layout->pages[index];
    drawing->page = index;
    drawing->pages[index].canvas = canvas_new(drawing->arena, page->height);
    for (size_t i = 0; i < page->fragment_count; i++) draw_fragment(drawing, &page->fragments[i]);
    end_clip(drawing);
    end_marked(drawing);
    drawing->last = NULL;
}

struct drawing *draw_pages(struct arena *arena, const struct layout *layout, const struct tags *tags,
                           const struct typefaces *typefaces)
{
    struct drawing *drawing = arena_make(arena, struct drawing);
    *drawing = (struct drawing){.arena = arena, .layout = layout, .tags = tags, .typefaces = typefaces};
    drawing->pages = arena_array(arena, layout->page_count, sizeof *drawing->pages);
    for (size_t i = 0; i < layout->page_count; i++) draw_page(drawing, i);
    return drawing;
}
