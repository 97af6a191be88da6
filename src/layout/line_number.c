#include "layout/line_number.h"

#include <stdlib.h>
#include <string.h>

#include "layout/setter.h"

void line_numbers_note(struct setter *setter, const struct computed *style, float baseline)
{
    if (!style->line_numbers || setter->silent || setter->artifact || setter->pagination) return;
    struct numbered_lines *lines = &setter->numbered;
    lines->items = arena_grow(setter->work, lines->items, lines->count, &lines->capacity, sizeof *lines->items);
    lines->items[lines->count++] = (struct numbered_line){baseline, style->font_size, style->line_numbers};
}

static int by_baseline(const void *a, const void *b)
{
    const struct numbered_line *left = a, *right = b;
    return (left->baseline > right->baseline) - (left->baseline < right->baseline);
}

/* Baselines that are less than half a letter apart are read as one line. */
static bool is_beside(const struct numbered_line *first, const struct numbered_line *other)
{
    return other->baseline - first->baseline < first->size / 2;
}

static void draw_number(struct setter *setter, const struct computed *style, float right, float baseline, int number)
{
    const char *text = arena_format(setter->work, "%d", number);
    const struct word *word = lexicon_get(setter, lexicon_face(setter, style), text, strlen(text));
    struct pen pen = pen_new(setter, style, NULL, ORIGIN_LINE_NUMBER);
    pen.x = right - word->width;
    pen.y = baseline;
    pen_word(&pen, word, 0, word->glyph_count, 0);
    pen_end(&pen);
}

void line_numbers_draw(struct setter *setter, const struct computed *style, float x)
{
    struct numbered_lines *lines = &setter->numbered;
    if (lines->count == 0) return;
    float right = x - length_resolve(style->margin[SIDE_RIGHT], setter->page_width, 0);
    qsort(lines->items, lines->count, sizeof *lines->items, by_baseline);
    int number = 0;
    for (size_t i = 0, next; i < lines->count; i = next) {
        const struct numbered_line *line = &lines->items[i];
        for (next = i + 1; next < lines->count && is_beside(line, &lines->items[next]);) next++;
        if (++number % line->every == 0) draw_number(setter, style, right, line->baseline, number);
    }
    lines->count = 0;
}
