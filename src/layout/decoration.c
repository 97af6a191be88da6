#include "layout/decoration.h"

/* In thousandths of the size, as fonts commonly have them; y is up. */
static const float usual_thickness = 50, least_thickness = 20, most_thickness = 200;

static float thickness_of(float asked)
{
    return asked >= least_thickness && asked <= most_thickness ? asked : usual_thickness;
}

/* post.underlinePosition, taken as the middle of the line. */
static float under_top(const struct font_metrics *metrics, float thickness)
{
    return metrics->underline_position + thickness / 2;
}

/* OS/2.yStrikeoutPosition is the top of the line; it goes through the small letters. */
static float through_top(const struct font_metrics *metrics, float thickness)
{
    const float usual_height = 500;
    float height = metrics->x_height > 0 ? metrics->x_height : usual_height;
    float asked = metrics->strikeout_position;
    return asked - thickness > 0 && asked < height * 1.2F ? asked : (height + thickness) / 2;
}

struct stroke_line decoration_line(const struct span *span, int which)
{
    static const struct font_metrics unknown = {.underline_position = -100};
    const struct font *font = span->face->shaping.font;
    const struct font_metrics *metrics = font ? font_metrics(font) : &unknown;
    bool under = which == LINE_UNDER;
    float thickness = thickness_of(under ? metrics->underline_thickness : metrics->strikeout_thickness);
    float top = under ? under_top(metrics, thickness) : through_top(metrics, thickness);
    float share = span->style->font_size / 1000;
    return (struct stroke_line){span->shift - top * share, thickness * share, span->style->colour};
}

const struct stroke_line *decoration_at(struct arena *arena, const struct stroke_line *lines, float baseline)
{
    if (!lines) return NULL;
    struct stroke_line *placed = arena_array(arena, LINE_COUNT, sizeof *placed);
    for (int i = 0; i < LINE_COUNT; i++) {
        placed[i] = lines[i];
        placed[i].y += baseline;
    }
    return placed;
}
