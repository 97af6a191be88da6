#include "layout/page.h"

#include <string.h>

#include "layout/setter.h"

/* Where the next page begins. */
struct start {
    const struct resume *at;
    const char *name;
    enum break_rule rule;
    bool first; /* of the document or of its name's run */
};

static bool same_name(const char *one, const char *other)
{
    return one == other || (one && other && strcmp(one, other) == 0);
}

const struct page_style *page_style_of(struct setter *setter, const char *name, bool first, bool left)
{
    for (struct page_kind *kind = setter->page_kinds; kind; kind = kind->next) {
        if (kind->first == first && kind->left == left && same_name(kind->name, name)) return &kind->style;
    }
    const struct layout_input *input = setter->input;
    struct page_kind *kind = arena_make(setter->arena, struct page_kind);
    *kind = (struct page_kind){name, first, left, .next = setter->page_kinds};
    kind->style = style_page(setter->arena, input->sheets, input->sheet_count, name, first, left, setter->messages);
    setter->page_kinds = kind;
    return &kind->style;
}

/* The page at number `page` from 0 is a left one when its number from 1 is even. */
static const struct page_style *add_page(struct setter *setter, const char *name, bool first)
{
    struct layout *layout = setter->layout;
    setter->page = layout->page_count;
    layout->pages = arena_grow(setter->arena, layout->pages, layout->page_count, &layout->page_capacity,
                               sizeof *layout->pages);
    setter->page_styles = arena_grow(setter->work, setter->page_styles, layout->page_count,
                                     &setter->page_style_capacity, sizeof *setter->page_styles);
    const struct page_style *style = page_style_of(setter, name, first, setter->page % 2 == 1);
    setter->page_styles[layout->page_count] = style;
    layout->pages[layout->page_count++] = (struct page){
        .width = style->width, .height = style->height, .label = arena_format(setter->arena, "%zu", setter->page + 1)};
    size_t background = setter_box(setter, &style->box, 0, 0);
    setter_box_size(setter, background, style->width, style->height, NULL);
    setter->blank = true;
    setter->numbered.count = 0;
    return style;
}

struct content_area {
    struct area area;
    float top, bottom;
};

/* Margins that leave nothing still leave a little, so that the text goes on. */
static struct content_area content_area(const struct page_style *style)
{
    struct content_area content = {.top = style->margin[SIDE_TOP]};
    content.bottom = style->height - style->margin[SIDE_BOTTOM];
    content.area.x = style->margin[SIDE_LEFT];
    content.area.width = style->width - style->margin[SIDE_LEFT] - style->margin[SIDE_RIGHT];
    if (content.area.width < 1) content.area.width = 1;
    if (content.bottom < content.top + 1) content.bottom = content.top + 1;
    return content;
}

/* Fills one page from `start`; gives where the next one begins; `found` false: there is nothing left. */
static struct cut fill_page(struct setter *setter, struct box *root, const struct start *start)
{
    const struct page_style *style = add_page(setter, start->name, start->first);
    struct content_area content = content_area(style);
    setter->page_room = content.bottom - content.top;
    notes_begin_page(setter, style->footnote, content.area.width);
    bool trim = start->at && start->rule == BREAK_AUTO;
    struct flow look = flow_new(setter, FLOW_CUT, content.top, content.bottom);
    look.trim = trim;
    struct part part = {start->at, NULL};
    struct cut cut = {.found = false};
    if (!place_box(&look, root, part, content.area)) cut = look.best;
    part.stop = cut.at;
    struct flow draw = flow_new(setter, FLOW_DRAW, content.top, content.bottom);
    draw.trim = trim;
    place_box(&draw, root, part, content.area);
    notes_draw(setter, content.area.x, draw.y, content.bottom);
    line_numbers_draw(setter, style->line_numbers, content.area.x);
    return cut;
}

static void leave_blank(struct setter *setter, const struct start *start)
{
    bool left = setter->layout->page_count % 2 == 1; /* the page that would come next */
    if (start->rule == BREAK_RIGHT && left) add_page(setter, start->name, false);
}

/* What is left of long footnotes when the text has ended. */
static void set_left_notes(struct setter *setter, const char *name)
{
    while (notes_are_left(setter)) {
        const struct page_style *style = add_page(setter, name, false);
        struct content_area content = content_area(style);
        setter->page_room = content.bottom - content.top;
        notes_begin_page(setter, style->footnote, content.area.width);
        notes_draw(setter, content.area.x, content.top, content.bottom);
        line_numbers_draw(setter, style->line_numbers, content.area.x);
    }
}

void pages_set(struct setter *setter, struct box *root)
{
    struct start start = {.name = root->first_page, .first = true};
    notes_begin_pass(setter);
    for (;;) {
        leave_blank(setter, &start);
        struct cut cut = fill_page(setter, root, &start);
        if (!cut.found) break;
        start = (struct start){
            .at = cut.at, .name = cut.page, .rule = cut.rule, .first = !same_name(start.name, cut.page)};
    }
    set_left_notes(setter, start.name);
}

void pages_draw_margins(struct setter *setter)
{
    setter->pagination = true;
    setter->known_pages = setter->layout->page_count;
    for (size_t i = 0; i < setter->layout->page_count; i++) {
        setter->page = i;
        margin_boxes_draw(setter, setter->page_styles[i]);
    }
    setter->pagination = false;
    watermarks_draw(setter);
}
