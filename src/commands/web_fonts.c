#include "commands/web_fonts.h"

#include <string.h>

/* Basic Latin, Latin-1, Latin Extended-A; dashes, quotes, dots and the like; euro, arrows, minus. */
static const struct range {
    uint32_t first, last;
} ranges[] = {{0x20, 0x7E},     {0xA0, 0x17F},    {0x2010, 0x2015}, {0x2018, 0x201E}, {0x2020, 0x2022}, {0x2026, 0x2026},
              {0x2030, 0x2030}, {0x2039, 0x203A}, {0x20AC, 0x20AC}, {0x2190, 0x2193}, {0x2212, 0x2212}};

static size_t list_code_points(struct arena *arena, uint32_t **code_points)
{
    size_t count = 0, capacity = 0;
    *code_points = NULL;
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        for (uint32_t c = ranges[i].first; c <= ranges[i].last; c++) {
            *code_points = arena_grow(arena, *code_points, count, &capacity, sizeof **code_points);
            (*code_points)[count++] = c;
        }
    }
    return count;
}

/* One element of each look that the site's text has. */
static struct node *specimen(struct arena *arena)
{
    static const char *const names[] = {"p", "strong", "em", "h1", "h2"};
    struct node *root = node_element(arena, "article", (struct place){0});
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        node_append(root, node_element(arena, names[i], (struct place){0}));
    }
    return root;
}

static bool has_face(const struct site_font *fonts, size_t count, const struct computed *style)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(fonts[i].family, style->families[0]) == 0 && fonts[i].weight == style->font_weight &&
            fonts[i].italic == style->italic)
            return true;
    }
    return false;
}

static bool may_serve(const struct press *press, const struct font *face, const char *family, struct messages *messages)
{
    if (font_is_for_web(face)) return true;
    message_add(messages, FONT_NOT_FOR_WEB, fonts_asked_at(press->fonts, family),
                "the font “%s” may be embedded in documents only, as its licence bits (OS/2 fsType) say; the site goes without it",
                font_name(face));
    return false;
}

size_t web_fonts(struct arena *arena, const struct press *press, struct site_font fonts[WEB_FONT_MOST],
                 struct messages *messages)
{
    uint32_t *code_points;
    size_t count = 0, code_point_count = list_code_points(arena, &code_points);
    const struct styled *root = press_style(arena, press, specimen(arena), messages);
    for (const struct styled *look = root->first; look && count < WEB_FONT_MOST; look = look->next) {
        const struct computed *style = look->style;
        if (has_face(fonts, count, style)) continue;
        const struct font *face = font_find(press->fonts, style->families, style->font_weight, style->italic, messages);
        struct site_font font = {.family = style->families[0], .weight = style->font_weight, .italic = style->italic};
        if (face && may_serve(press, face, style->families[0], messages))
            font.bytes = font_subset_text(arena, face, code_points, code_point_count, &font.length, messages);
        if (font.bytes) fonts[count++] = font;
    }
    return count;
}
