/* The style of a page: its @page rules in the order of the cascade, and the parts of the page. */
#include <stdlib.h>
#include <string.h>

#include "style/match.h"

struct page_entry {
    uint64_t order;
    const struct page_rule *rule;
};

struct page_entries {
    struct page_entry *items;
    size_t count, capacity;
};

/* ---- rules that match the page ---- */

struct wanted {
    const char *name;
    bool first, left;
};

static bool matches(const struct page_rule *rule, const struct wanted *wanted)
{
    if (!(rule->media & MEDIUM_PRINT)) return false;
    if (rule->name && (!wanted->name || strcmp(rule->name, wanted->name) != 0)) return false;
    return (!rule->first || wanted->first) && (!rule->left || wanted->left) && (!rule->right || !wanted->left);
}

static void collect(struct arena *arena, const struct sheet *sheet, uint64_t origin, const struct wanted *wanted,
                    struct page_entries *entries)
{
    for (const struct page_rule *rule = sheet->pages; rule; rule = rule->next) {
        if (!matches(rule, wanted)) continue;
        entries->items = arena_grow(arena, entries->items, entries->count, &entries->capacity, sizeof *entries->items);
        uint64_t order = origin | (uint64_t)rule->specificity << 32 | entries->count;
        entries->items[entries->count++] = (struct page_entry){order, rule};
    }
}

static int compare(const void *a, const void *b)
{
    uint64_t left = ((const struct page_entry *)a)->order, right = ((const struct page_entry *)b)->order;
    return (left > right) - (left < right);
}

static struct page_entries find_rules(struct arena *arena, struct sheet *const *sheets, size_t sheet_count,
                                      const struct wanted *wanted)
{
    struct page_entries entries = {0};
    if (sheet_count) collect(arena, sheets[0]->user_agent, 0, wanted, &entries);
    for (size_t i = 0; i < sheet_count; i++) collect(arena, sheets[i], AUTHOR_ORDER, wanted, &entries);
    if (entries.count) qsort(entries.items, entries.count, sizeof *entries.items, compare);
    return entries;
}

/* ---- parts ---- */

static void add(struct arena *arena, struct applied *applied, const struct declarations *declarations)
{
    applied->items = arena_grow(arena, applied->items, applied->count, &applied->capacity, sizeof *applied->items);
    applied->items[applied->count++] = declarations;
}

static struct applied declarations_of(struct arena *arena, const struct page_entries *entries, enum page_area area)
{
    struct applied applied = {0};
    for (size_t i = 0; i < entries->count; i++) {
        for (const struct page_part *part = entries->items[i].rule->parts; part; part = part->next) {
            if (part->area == area) add(arena, &applied, &part->declarations);
        }
    }
    return applied;
}

static struct declaration keyword(const char *property, int value)
{
    return (struct declaration){.property = property_find(property),
                                .value = {.kind = SPECIFIED_KEYWORD, .keyword = value}};
}

/* How text stands in a margin box unless it is said (Paged Media 3, clause 5.3). */
static const struct declarations *box_defaults(struct arena *arena, enum margin_box box)
{
    static const enum text_align aligns[MARGIN_BOX_COUNT] = {
        [MARGIN_TOP_LEFT] = ALIGN_START,    [MARGIN_TOP_CENTER] = ALIGN_CENTRE,    [MARGIN_TOP_RIGHT] = ALIGN_END,
        [MARGIN_BOTTOM_LEFT] = ALIGN_START, [MARGIN_BOTTOM_CENTER] = ALIGN_CENTRE, [MARGIN_BOTTOM_RIGHT] = ALIGN_END,
    };
    struct declarations *declarations = arena_make(arena, struct declarations);
    declarations->items = arena_array(arena, 2, sizeof *declarations->items);
    declarations->items[declarations->count++] = keyword("text-align", (int)aligns[box]);
    declarations->items[declarations->count++] = keyword("vertical-align", VERTICAL_MIDDLE);
    return declarations;
}

/* An area that has no place among the margin boxes; NULL when it is asked to have content and has none. */
static const struct computed *style_area(struct cascade *cascade, const struct style *page,
                                         const struct page_entries *entries, enum page_area area, bool content)
{
    struct applied applied = declarations_of(cascade->arena, entries, area);
    if (content && applied.count == 0) return NULL;
    const struct computed *computed = &style_compute(cascade, page, &applied)->computed;
    return content && !computed->content ? NULL : computed;
}

static const struct computed *style_box(struct cascade *cascade, const struct style *page,
                                        const struct page_entries *entries, enum margin_box box)
{
    struct applied own = declarations_of(cascade->arena, entries, (enum page_area)box), applied = {0};
    if (own.count == 0) return NULL;
    add(cascade->arena, &applied, box_defaults(cascade->arena, box));
    for (size_t i = 0; i < own.count; i++) add(cascade->arena, &applied, own.items[i]);
    const struct computed *computed = &style_compute(cascade, page, &applied)->computed;
    return computed->content && computed->display != DISPLAY_NONE ? computed : NULL;
}

/* ---- the page ---- */

/* Pages inherit from the document's root, so that its fonts and custom properties hold for them as well. There
 * is no document here: rules for :root and html are those of the root. */
static const struct style *style_root(struct cascade *cascade, struct sheet *const *sheets, size_t sheet_count)
{
    const struct node html = {.name = "html"};
    struct subject subject = subject_of(cascade->arena, &html);
    struct matches matched = {.arena = cascade->arena};
    struct applied applied = {0};
    subject.root = true;
    sheets_match(cascade->arena, sheets, sheet_count, MEDIUM_PRINT, &subject, &matched);
    for (size_t i = 0; i < matched.lists[PSEUDO_NONE].count; i++) {
        add(cascade->arena, &applied, &matched.lists[PSEUDO_NONE].items[i]->rule->declarations);
    }
    return style_compute(cascade, NULL, &applied);
}

static float margin_of(const struct length *margin, float whole)
{
    return margin->unit == LENGTH_PERCENT ? margin->value / 100 * whole : margin->value;
}

struct page_style style_page(struct arena *arena, struct sheet *const *sheets, size_t sheet_count, const char *name,
                             bool first, bool left, struct messages *messages)
{
    struct wanted wanted = {name, first, left};
    struct page_entries entries = find_rules(arena, sheets, sheet_count, &wanted);
    struct cascade cascade = {.arena = arena}; /* what is wrong at the root was told with the document */
    const struct style *root = style_root(&cascade, sheets, sheet_count);
    cascade.root_font_size = root->computed.font_size;
    cascade.messages = messages;
    struct applied applied = declarations_of(arena, &entries, AREA_PAGE);
    const struct style *page = style_compute(&cascade, root, &applied);
    struct page_style style = {.width = page->page_size[0], .height = page->page_size[1], .box = page->computed};
    if (style.box.background.alpha == 0) style.box.background = root->computed.background; /* CSS 2.1, 14.2 */
    for (size_t side = 0; side < 4; side++) {
        bool horizontal = side == SIDE_LEFT || side == SIDE_RIGHT;
        style.margin[side] = margin_of(&page->computed.margin[side], horizontal ? style.width : style.height);
    }
    for (enum margin_box box = 0; box < MARGIN_BOX_COUNT; box++) {
        style.boxes[box] = style_box(&cascade, page, &entries, box);
    }
    style.footnote = style_area(&cascade, page, &entries, AREA_FOOTNOTE, false);
    style.watermark = style_area(&cascade, page, &entries, AREA_WATERMARK, true);
    style.line_numbers = style_area(&cascade, page, &entries, AREA_LINE_NUMBERS, false);
    return style;
}
