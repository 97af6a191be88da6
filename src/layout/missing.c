/* Characters on the pages that no font has: told where the author wrote them. */
#include <string.h>

#include "base/utf8.h"
#include "layout/setter.h"

enum { MOST_TOLD = 50, WINDOW = 4096 };

/* What kind of character it is, for those who cannot see it. */
static const char *kind_of(uint32_t code_point)
{
    static const struct {
        uint32_t first, last;
        const char *name;
    } kinds[] = {
        {0x0370, 0x03FF, "Greek"},           {0x0400, 0x052F, "Cyrillic"},          {0x0530, 0x058F, "Armenian"},
        {0x0590, 0x05FF, "Hebrew"},          {0x0600, 0x077F, "Arabic"},            {0x0900, 0x0DFF, "of a script of India"},
        {0x0E00, 0x0E7F, "Thai"},            {0x10A0, 0x10FF, "Georgian"},          {0x1100, 0x11FF, "Hangul (Korean)"},
        {0x1200, 0x137F, "Ethiopic"},        {0x2190, 0x21FF, "an arrow"},          {0x2200, 0x22FF, "a sign of mathematics"},
        {0x2300, 0x27BF, "a symbol"},        {0x3040, 0x30FF, "Japanese"},          {0x3400, 0x9FFF, "Chinese"},
        {0xA000, 0xABFF, "of a rare script"}, {0xAC00, 0xD7AF, "Hangul (Korean)"},  {0xE000, 0xF8FF, "private to one font"},
        {0xF900, 0xFAFF, "Chinese"},         {0x1F000, 0x1FAFF, "an emoji or pictogram"},
        {0x20000, 0x3FFFF, "Chinese"},       {0xF0000, 0x10FFFF, "private to one font"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (code_point >= kinds[i].first && code_point <= kinds[i].last) return kinds[i].name;
    }
    return "a letter or sign";
}

/* From where the node's text begins, onward: the text on the page may be cut, hyphenated and folded. */
static struct place place_of(const struct node *node, const char *bytes, size_t length)
{
    if (!node || !node->place.source || !node->place.line) return node ? node->place : (struct place){0};
    const struct source *source = node->place.source;
    size_t line_length;
    const char *line = place_line(node->place, &line_length);
    size_t column = node->place.column ? node->place.column - 1 : 0;
    size_t begin = (size_t)(line - source->text) + utf8_offset(line, line_length, column);
    size_t end = source->length - begin > WINDOW ? begin + WINDOW : source->length;
    for (size_t at = begin; at + length <= end; at++) {
        if (memcmp(source->text + at, bytes, length) == 0) return place_at(source, at);
    }
    return node->place;
}

static void tell(struct setter *setter, const struct node *node, uint32_t code_point, const struct font_lack *lack)
{
    char bytes[5] = {0};
    size_t length = utf8_encode(code_point, bytes);
    message_add(setter->messages, FONT_NO_GLYPH, place_of(node, bytes, length),
                "%s font has the character “%s” (U+%04X, %s); the PDF shows U+FFFD in its place",
                lack->font ? "no usable" : "no", bytes, (unsigned)code_point, kind_of(code_point));
    if (lack->font) message_hint(setter->messages, "the font “%s” has it, but %s", lack->font, lack->reason);
}

struct seen {
    uint32_t code_points[MOST_TOLD];
    size_t count;
};

static bool is_told(const struct seen *told, uint32_t code_point)
{
    for (size_t i = 0; i < told->count; i++) {
        if (told->code_points[i] == code_point) return true;
    }
    return told->count == MOST_TOLD;
}

static void check_text(struct setter *setter, const struct fragment *fragment, struct seen *told)
{
    for (size_t at = 0, bytes = 1; fragment->text[at]; at += bytes) {
        bytes = 1;
        if ((unsigned char)fragment->text[at] < 0x80) continue;
        uint32_t code_point = utf8_decode(fragment->text + at, &bytes);
        struct font_lack lack;
        if (is_told(told, code_point) || !font_lacking(setter->input->fonts, code_point, &lack)) continue;
        told->code_points[told->count++] = code_point;
        tell(setter, fragment->node, code_point, &lack);
    }
}

void missing_tell(struct setter *setter)
{
    struct seen told = {.count = 0};
    const struct layout *layout = setter->layout;
    for (size_t page = 0; page < layout->page_count; page++) {
        for (size_t i = 0; i < layout->pages[page].fragment_count; i++) {
            const struct fragment *fragment = &layout->pages[page].fragments[i];
            if (fragment->kind == FRAGMENT_TEXT && fragment->text) check_text(setter, fragment, &told);
        }
    }
}
