/* A small page setter for tests of the pdf room: enough of layout to set a document of a few pages, with every kind of
 * fragment. No floats, no widths, no cascade: what an element looks like follows from its name. */
#ifndef TESTS_PDF_SETTER_H
#define TESTS_PDF_SETTER_H

#include <string.h>

#include "base/buffer.h"
#include "document/document.h"
#include "fonts.h"
#include "layout/outline.h"

enum { PAGE_WIDTH = 595, PAGE_HEIGHT = 842, MARGIN = 60, FOOT = 760 };

struct setter {
    struct arena *arena;
    struct fonts *fonts;
    struct messages *messages;
    struct layout *layout;
    struct anchor anchors[2000];
    float x, y, left, right;
    struct computed *style; /* of the element at hand */
    const struct node *head; /* the table's head that is repeated on a new page */
    bool repeating, pre;
};

static struct page *page_of_setter(struct setter *setter)
{
    return &setter->layout->pages[setter->layout->page_count - 1];
}

static struct fragment *add_fragment(struct setter *setter, struct fragment fragment)
{
    struct page *page = page_of_setter(setter);
    if (setter->repeating) fragment.origin = ORIGIN_ARTIFACT, fragment.node = NULL;
    page->fragments = arena_grow(setter->arena, page->fragments, page->fragment_count, &page->capacity, sizeof fragment);
    page->fragments[page->fragment_count] = fragment;
    return &page->fragments[page->fragment_count++];
}

static const struct font *font_for(struct setter *setter, const struct computed *style)
{
    static const char *const families[] = {"Lato", "DejaVu Sans", NULL};
    return font_find(setter->fonts, families, style->font_weight, style->italic, setter->messages);
}

/* Sets text at the current place; `trailing` is a space that ends the line and has no glyph. */
static void set_run(struct setter *setter, enum origin origin, const struct node *node, const char *text, bool trailing,
                    bool hyphen)
{
    const struct computed *style = setter->style;
    struct shaping shaping = {.font = font_for(setter, style), .size = style->font_size, .language = "nl"};
    struct shaped_text shaped =
        font_shape(setter->arena, setter->fonts, &shaping, text, strlen(text));
    for (size_t i = 0; i < shaped.run_count; i++) {
        const struct shaped_run *run = &shaped.runs[i];
        struct glyph *glyphs = arena_array(setter->arena, run->glyph_count, sizeof *glyphs);
        bool last = i + 1 == shaped.run_count;
        for (size_t j = 0; j < run->glyph_count; j++) {
            glyphs[j] = run->glyphs[j];
            glyphs[j].cluster -= (uint32_t)run->start;
        }
        char *own = arena_copy(setter->arena, text + run->start, run->end - run->start);
        if (last && trailing) own = arena_format(setter->arena, "%s ", own);
        add_fragment(setter, (struct fragment){.kind = FRAGMENT_TEXT, .origin = origin, .node = node, .style = style,
                                               .x = setter->x, .y = setter->y, .width = run->width, .font = run->font,
                                               .size = style->font_size, .text = own, .glyphs = glyphs,
                                               .glyph_count = run->glyph_count, .soft_hyphen = last && hyphen});
        setter->x += run->width;
    }
}

static float width_of_text(struct setter *setter, const char *text, size_t length)
{
    struct shaping shaping = {.font = font_for(setter, setter->style), .size = setter->style->font_size, .language = "nl"};
    return font_shape(setter->arena, setter->fonts, &shaping, text, length).width;
}

static void set_children(struct setter *setter, const struct node *node);

static void new_page(struct setter *setter)
{
    struct layout *layout = setter->layout;
    struct page page = {.width = PAGE_WIDTH, .height = PAGE_HEIGHT};
    page.label = arena_format(setter->arena, "%zu", layout->page_count + 1);
    layout->pages = arena_grow(setter->arena, layout->pages, layout->page_count, &layout->page_capacity, sizeof page);
    layout->pages[layout->page_count++] = page;
    float x = setter->x, left = setter->left;
    setter->x = MARGIN, setter->y = 40;
    set_run(setter, ORIGIN_PAGINATION, NULL, "Rapport Ĳsselland", false, false);
    setter->x = 300, setter->y = 815;
    set_run(setter, ORIGIN_PAGINATION, NULL, page.label, false, false);
    setter->y = 70, setter->x = left;
    if (setter->head && !setter->repeating) {
        setter->repeating = true;
        set_children(setter, setter->head);
        setter->repeating = false;
    }
    setter->x = x;
}

static void new_line(struct setter *setter)
{
    setter->x = setter->left;
    setter->y += setter->style->font_size * 1.4F;
    if (setter->y > FOOT - 40) new_page(setter);
}

/* The text without soft hyphens, white space folded. */
static char *shown_text(struct setter *setter, const char *text, size_t length)
{
    struct buffer out = buffer_new(setter->arena);
    for (size_t i = 0; i < length; i++) {
        if (strncmp(text + i, "\u00AD", 2) == 0) { i++; continue; }
        bool space = strchr(" \n\t", text[i]) != NULL;
        if (space && out.length && out.data[out.length - 1] == ' ') continue;
        buffer_add_char(&out, space ? ' ' : text[i]);
    }
    return arena_string(setter->arena, buffer_text(&out));
}

/* How much of the text fits: up to a space (included) or a soft hyphen (not included). */
static size_t fitting(struct setter *setter, const char *text)
{
    size_t best = 0, length = strlen(text);
    for (size_t i = 1; i <= length; i++) {
        bool space = i == length || strchr(" \n", text[i - 1]), soft = strncmp(text + i, "\u00AD", 2) == 0;
        if (!space && !soft) continue;
        const char *shown = shown_text(setter, text, i);
        if (setter->x + width_of_text(setter, shown, strlen(shown)) > setter->right && best) break;
        best = i;
    }
    return best;
}

static void set_text(struct setter *setter, const struct node *node)
{
    const char *text = node->text;
    if (setter->x == setter->left) while (*text && strchr(" \n", *text)) text++;
    while (*text) {
        size_t length = fitting(setter, text);
        char *shown = shown_text(setter, text, length);
        text += length;
        bool hyphen = strncmp(text, "\u00AD", 2) == 0, space = *text && shown[0] && shown[strlen(shown) - 1] == ' ';
        if (hyphen) text += 2, shown = arena_format(setter->arena, "%s-", shown);
        if (space) shown[strlen(shown) - 1] = '\0';
        set_run(setter, ORIGIN_CONTENT, node, shown, space, hyphen);
        if (*text) new_line(setter);
    }
}

static bool is_one_of(const struct node *node, const char *names)
{
    size_t length = node->name ? strlen(node->name) : 0;
    for (const char *at = names; length && (at = strstr(at, node->name)); at++) {
        if ((at == names || at[-1] == ' ') && (at[length] == ' ' || !at[length])) return true;
    }
    return false;
}

static void set_svg(struct setter *setter, const struct node *svg)
{
    float size = 10;
    struct computed *style = setter->style, *box = arena_make(setter->arena, struct computed);
    *box = *style;
    box->background = (struct colour){0, 100, 60, 255};
    box->border_radius = 5;
    add_fragment(setter, (struct fragment){.kind = FRAGMENT_BOX, .node = svg, .style = box, .x = setter->x,
                                           .y = setter->y - size, .width = size, .height = size,
                                           .edges = {true, true, true, true}});
    for (const struct node *path = svg->first; path; path = path->next) {
        struct computed *drawn = arena_make(setter->arena, struct computed);
        *drawn = *style;
        drawn->stroke = (struct colour){255, 255, 255, 255};
        drawn->stroke_width = 3;
        if (!node_is(path, "path")) continue;
        const struct matrix place = {size / 24, 0, 0, size / 24, setter->x, setter->y - size};
        struct outliner outliner = outliner_new(setter->arena, &place);
        outline_path(&outliner, node_get(path, "d"));
        add_fragment(setter, (struct fragment){.kind = FRAGMENT_PATH, .node = path, .style = drawn, .scale = size / 24,
                                               .outline = outliner.outline, .x = setter->x, .y = setter->y - size,
                                               .width = size, .height = size});
    }
    setter->x += size + 2;
}

static void set_cell(struct setter *setter, const struct node *cell)
{
    float left = setter->left, right = setter->right, y = setter->y;
    int column = 0;
    for (const struct node *before = cell->previous; before; before = before->previous) column += before->name != NULL;
    setter->left = setter->x = left + (float)column * 150;
    setter->right = setter->left + 140;
    struct computed *box = arena_make(setter->arena, struct computed);
    *box = *setter->style;
    for (int i = 0; i < 4; i++) box->border[i] = (struct edge){.width = 0.5F, .colour = {90, 90, 90, 255}};
    box->border[SIDE_BOTTOM].width = 2;
    add_fragment(setter, (struct fragment){.kind = FRAGMENT_BOX, .node = cell, .style = box, .x = setter->left - 3,
                                           .y = y - 12, .width = 148, .height = 18,
                                           .edges = {true, true, true, true}});
    set_children(setter, cell);
    setter->left = left, setter->right = right, setter->y = y, setter->x = left;
}

static void set_marker(struct setter *setter, const struct node *item)
{
    int number = 1;
    for (const struct node *before = item->previous; before; before = before->previous) number += before->name != NULL;
    bool ordered = node_is(item->parent, "ol");
    setter->style->list_style = ordered ? LIST_DECIMAL : LIST_DISC;
    setter->x = setter->left - 14;
    set_run(setter, ORIGIN_MARKER, item, ordered ? arena_format(setter->arena, "%d.", number) : "•", false, false);
    setter->x = setter->left;
}

/* A leader, which is decoration, and the page's number, which is read. */
static void set_page_reference(struct setter *setter, const struct node *link)
{
    set_run(setter, ORIGIN_ARTIFACT, link, " . . . . .", false, false);
    setter->x = setter->right - 20;
    set_run(setter, ORIGIN_AFTER, link, "2", false, false);
}

static void style_for(struct setter *setter, const struct node *node)
{
    struct computed *style = arena_make(setter->arena, struct computed);
    int level = node_heading_level(node);
    *style = *setter->style;
    setter->style = style;
    if (level) style->font_size = 22 - 2 * (float)level, style->font_weight = 700;
    if (is_one_of(node, "strong b th")) style->font_weight = 700;
    if (is_one_of(node, "em i")) style->italic = true;
    style->decoration = node_is(node, "a") ? DECORATION_UNDERLINE : 0;
}

static bool begin_element(struct setter *setter, const struct node *node)
{
    if (node_is(node, "svg")) {
        set_svg(setter, node);
        return false;
    }
    if (node_is(node, "br") || (is_one_of(node, "p h1 h2 h3 h4 h5 h6 li tr caption dt dd figcaption blockquote pre div") &&
                                setter->x != setter->left)) {
        new_line(setter);
    }
    if (node_get(node, "data-break")) new_page(setter);
    if (node_is(node, "aside") && node_has_class(node, "footnote")) setter->y = FOOT, setter->x = setter->left;
    if (is_one_of(node, "td th")) {
        set_cell(setter, node);
        return false;
    }
    if (node_is(node, "thead")) setter->head = node;
    return true;
}

static void set_node(struct setter *setter, const struct node *node)
{
    struct computed *style = setter->style;
    float left = setter->left;
    if (!node->name) {
        if (setter->x != setter->left || node->text[strspn(node->text, " \n")]) set_text(setter, node);
        return;
    }
    style_for(setter, node);
    if (node_get(node, "id") || node_heading_level(node)) {
        setter->anchors[setter->layout->anchor_count++] =
            (struct anchor){node, setter->layout->page_count - 1, setter->x, setter->y};
    }
    if (is_one_of(node, "ul ol dd blockquote")) setter->left += 20, setter->x = setter->left;
    if (begin_element(setter, node)) {
        if (node_is(node, "li") && !node_has_class(node, "entry")) set_marker(setter, node);
        set_children(setter, node);
    }
    if (node_is(node, "a") && node_has_class(node->parent, "entry")) set_page_reference(setter, node);
    if (node_is(node, "table")) setter->head = NULL;
    setter->left = left;
    if (is_one_of(node, "p h1 h2 h3 h4 h5 h6 li tr caption dt dd figcaption blockquote pre div")) new_line(setter);
    setter->style = style;
}

static void set_children(struct setter *setter, const struct node *node)
{
    for (const struct node *child = node->first; child; child = child->next) {
        if (setter->repeating && !child->name) continue;
        if (setter->repeating && is_one_of(child, "tr")) set_children(setter, child);
        else if (setter->repeating && is_one_of(child, "th td")) set_run(setter, ORIGIN_ARTIFACT, NULL, "Norm ", false, false);
        else set_node(setter, child);
    }
    if (setter->repeating && node_is(node, "thead")) setter->y += 14, setter->x = setter->left;
}

static struct layout *set_document(const struct node *root)
{
    struct setter *setter = arena_make(arena, struct setter);
    *setter = (struct setter){.arena = arena, .fonts = fonts, .messages = messages};
    setter->layout = arena_make(arena, struct layout);
    setter->style = arena_make(arena, struct computed);
    setter->style->font_size = 10, setter->style->font_weight = 400;
    setter->style->colour = (struct colour){20, 20, 20, 255};
    setter->style->language = "nl";
    setter->left = setter->x = MARGIN, setter->right = PAGE_WIDTH - MARGIN;
    setter->layout->anchors = setter->anchors;
    new_page(setter);
    set_node(setter, root);
    return setter->layout;
}

#endif
