/* Words behind the text of a page: @watermark of its @page rules. */
#include <math.h>
#include <string.h>

#include "layout/direction.h"
#include "layout/page.h"
#include "layout/setter.h"

static const char *watermark_text(struct setter *setter, const struct computed *style)
{
    struct buffer text = buffer_new(setter->work);
    for (size_t i = 0; i < style->content_count; i++)
        buffer_add(&text, generated_text(setter, &style->content[i], NULL));
    return buffer_text(&text);
}

/* The middle of the capital letters comes to the middle of the page. */
static void write_text(struct setter *setter, const struct computed *style, const char *text)
{
    const struct page *page = setter_page(setter);
    struct text_run run = {lexicon_face(setter, style), text};
    struct line_of_text line = direction_line(setter, style, &run, 1, NULL);
    if (line.count == 0 || line.parts[0].word->font_count == 0) return;
    double angle = (double)style->rotate * acos(-1) / 180, along = (double)line.width / 2;
    double up = (double)font_metrics(line.parts[0].word->fonts[0].font)->cap_height * (double)style->font_size / 2000;
    struct pen pen = pen_new(setter, style, NULL, ORIGIN_WATERMARK);
    float x = (float)((double)page->width / 2 - cos(angle) * along - sin(angle) * up);
    pen.y = (float)((double)page->height / 2 - sin(angle) * along + cos(angle) * up);
    direction_draw(&pen, &line, 0, x);
}

/* What a page is painted with first: its own background, where it shows one. */
static size_t behind_all(struct setter *setter, const struct page_style *style)
{
    const struct page *page = setter_page(setter);
    return page->fragment_count > 0 && page->fragments[0].style == &style->box ? 1 : 0;
}

/* A text in several fonts is several fragments; all turn around the beginning of the first. */
static void turn(struct setter *setter, struct fragment *fragments, size_t count, float rotate)
{
    double angle = (double)rotate * acos(-1) / 180;
    for (size_t i = count; i-- > 0;) {
        double distance = (double)(fragments[i].x - fragments[0].x);
        struct matrix *matrix = arena_make(setter->arena, struct matrix);
        *matrix = (struct matrix){cos(angle), sin(angle), -sin(angle), cos(angle), 0, 0};
        matrix->e = (double)fragments[0].x + cos(angle) * distance;
        matrix->f = (double)fragments[0].y + sin(angle) * distance;
        fragments[i].matrix = matrix;
        fragments[i].x = (float)matrix->e;
        fragments[i].y = (float)matrix->f;
    }
}

/* Moves the fragments from `first` on behind all others of the page but `to`. */
static void move_behind(struct setter *setter, size_t first, size_t to)
{
    struct page *page = setter_page(setter);
    size_t count = page->fragment_count - first;
    struct fragment *moved = arena_array(setter->work, count, sizeof *moved);
    if (count == 0) return;
    memcpy(moved, page->fragments + first, count * sizeof *moved);
    memmove(page->fragments + to + count, page->fragments + to, (first - to) * sizeof *moved);
    memcpy(page->fragments + to, moved, count * sizeof *moved);
}

static void draw_watermark(struct setter *setter, const struct page_style *style)
{
    const char *text = watermark_text(setter, style->watermark);
    size_t first = setter_page(setter)->fragment_count;
    if (!*text) return;
    write_text(setter, style->watermark, text);
    struct page *page = setter_page(setter);
    turn(setter, page->fragments + first, page->fragment_count - first, style->watermark->rotate);
    move_behind(setter, first, behind_all(setter, style));
}

void watermarks_draw(struct setter *setter)
{
    for (size_t i = 0; i < setter->layout->page_count; i++) {
        setter->page = i;
        if (setter->page_styles[i]->watermark) draw_watermark(setter, setter->page_styles[i]);
    }
}
