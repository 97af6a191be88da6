/* @page rules (CSS Paged Media Level 3, CSS Generated Content for Paged Media): tokens into page rules. */
#include <string.h>

#include "base/message.h"
#include "style/properties.h"
#include "style/sheet.h"

/* Specificity of page selectors (Paged Media 3, clause 4.2.1): names, then :first, then :left and :right. */
enum { SPECIFICITY_NAME = 100, SPECIFICITY_FIRST = 10, SPECIFICITY_SIDE = 1 };

static const struct {
    const char *name;
    enum page_area area;
} areas[] = {
    {"top-left", (enum page_area)MARGIN_TOP_LEFT},
    {"top-center", (enum page_area)MARGIN_TOP_CENTER},
    {"top-right", (enum page_area)MARGIN_TOP_RIGHT},
    {"bottom-left", (enum page_area)MARGIN_BOTTOM_LEFT},
    {"bottom-center", (enum page_area)MARGIN_BOTTOM_CENTER},
    {"bottom-right", (enum page_area)MARGIN_BOTTOM_RIGHT},
    {"footnote", AREA_FOOTNOTE},
    {"watermark", AREA_WATERMARK},
    {"line-numbers", AREA_LINE_NUMBERS},
};

static bool find_area(const char *name, enum page_area *area)
{
    for (size_t i = 0; i < sizeof areas / sizeof *areas; i++) {
        *area = areas[i].area;
        if (same_word(areas[i].name, name)) return true;
    }
    return false;
}

static struct page_part *add_part(struct parser *parser, struct page_part ***link, enum page_area area)
{
    struct page_part *part = arena_make(parser->arena, struct page_part);
    part->area = area;
    **link = part;
    *link = &part->next;
    return part;
}

/* Reads `@name { … }` inside @page, whose at-keyword is at `at`. */
static void read_part(struct parser *parser, size_t at, size_t open, struct page_part ***link)
{
    const struct token *name = &parser->tokens.items[at];
    enum page_area area;
    if (!find_area(name->text, &area)) {
        parser_tell(parser, STYLE_AT_RULE, name,
                    "“@%s” is not known and left out; @top-left to @bottom-right, @footnote, @watermark or @line-numbers was expected",
                    name->text);
        return;
    }
    struct page_part *part = add_part(parser, link, area);
    declarations_read(parser, open + 1, parser->tokens.items[open].partner, false, &part->declarations);
}

static const struct page_part *read_parts(struct parser *parser, size_t open)
{
    struct page_part *first = NULL, **link = &first;
    const struct token *items = parser->tokens.items;
    size_t end = items[open].partner;
    struct page_part *page = add_part(parser, &link, AREA_PAGE);
    declarations_read(parser, open + 1, end, true, &page->declarations);
    for (size_t at = open + 1, keyword = 0; at < end; at++) {
        if (items[at].type == TOKEN_AT_KEYWORD) keyword = at;
        if (!token_opens(&items[at])) continue;
        if (keyword && token_is_open(&items[at], '{')) read_part(parser, keyword, at, &link);
        keyword = 0;
        at = items[at].partner;
    }
    return first;
}

/* One page selector: a name, pseudo-classes, or both. */
static bool read_selector(struct reader *reader, struct page_rule *rule)
{
    if (reader_peek(reader)->type == TOKEN_IDENT) {
        rule->name = reader_take(reader)->text;
        rule->specificity += SPECIFICITY_NAME;
    }
    while (reader_take_sign(reader, ':')) {
        bool first = reader_take_word(reader, "first"), left = !first && reader_take_word(reader, "left");
        if (!first && !left && !reader_take_word(reader, "right")) return false;
        rule->first |= first;
        rule->left |= left;
        rule->right |= !first && !left;
        rule->specificity += first ? SPECIFICITY_FIRST : SPECIFICITY_SIDE;
    }
    return true;
}

static void add_rule(struct parser *parser, struct page_rule rule)
{
    struct page_rule *copy = arena_make(parser->arena, struct page_rule);
    *copy = rule;
    if (parser->sheet->last_page) parser->sheet->last_page->next = copy;
    else parser->sheet->pages = copy;
    parser->sheet->last_page = copy;
}

void page_read(struct parser *parser, size_t start, size_t open)
{
    const struct page_part *parts = read_parts(parser, open);
    struct reader reader = {.arena = parser->arena, .tokens = &parser->tokens.items[start], .count = open - start};
    do {
        struct page_rule rule = {.media = parser->media, .parts = parts};
        bool end = false;
        if (!read_selector(&reader, &rule) ||
            !(token_is_sign(reader_peek(&reader), ',') || (end = reader_done(&reader)))) {
            parser_tell(parser, STYLE_SELECTOR, &parser->tokens.items[start],
                        "“%s” is not known here; a name, :first, :left or :right was expected",
                        parser_quote(parser, start, open));
            return;
        }
        add_rule(parser, rule);
        if (end) return;
    } while (reader_take_sign(&reader, ','));
}
