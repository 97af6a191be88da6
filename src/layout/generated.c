#include "layout/generated.h"

#include <stdint.h>
#include <string.h>

#include "layout/setter.h"

static size_t hash_pointer(const void *pointer)
{
    uintptr_t bits = (uintptr_t)pointer / 16;
    return (size_t)(bits * 0x9E3779B97F4A7C15u >> 20);
}

static size_t hash_text(const char *text)
{
    size_t sum = 5381;
    for (; *text; text++) sum = sum * 33 + (unsigned char)*text;
    return sum;
}

static void add_anchor(struct setter *setter, const struct node *node)
{
    struct anchors *anchors = &setter->anchors;
    anchors->items =
        arena_grow(setter->work, anchors->items, anchors->count, &anchors->capacity, sizeof *anchors->items);
    anchors->items[anchors->count++] =
        (struct anchor_entry){.node = node, .id = node_get(node, "id"), .known_page = NO_PAGE};
}

/* Of several elements with one id the first is meant. */
static void index_anchors(struct setter *setter)
{
    struct anchors *anchors = &setter->anchors;
    anchors->bucket_count = anchors->count * 2 + 1;
    anchors->by_node = arena_array(setter->work, anchors->bucket_count, sizeof *anchors->by_node);
    anchors->by_id = arena_array(setter->work, anchors->bucket_count, sizeof *anchors->by_id);
    for (size_t i = anchors->count; i-- > 0;) {
        struct anchor_entry *entry = &anchors->items[i];
        size_t *bucket = &anchors->by_node[hash_pointer(entry->node) % anchors->bucket_count];
        entry->next_node = *bucket;
        *bucket = i + 1;
        if (!entry->id) continue;
        bucket = &anchors->by_id[hash_text(entry->id) % anchors->bucket_count];
        entry->next_id = *bucket;
        *bucket = i + 1;
    }
}

const struct styled *styled_walk(const struct styled *styled, const struct styled *root, bool below)
{
    if (below && styled->first) return styled->first;
    while (styled != root && !styled->next) styled = styled->parent;
    return styled == root ? NULL : styled->next;
}

static bool wants_pages(const struct computed *generated)
{
    for (size_t i = 0; generated && i < generated->content_count; i++) {
        if (generated_is_dynamic(&generated->content[i])) return true;
    }
    return false;
}

/* An id with a colon is the program's own, such as that of a table's head: nothing leads there. */
static bool is_target(const struct node *node)
{
    const char *id = node_get(node, "id");
    return node_heading_level(node) || (id && !strchr(id, ':'));
}

void anchors_collect(struct setter *setter, const struct styled *root)
{
    for (const struct styled *styled = root; styled;) {
        bool shown = styled->style->display != DISPLAY_NONE;
        const struct node *node = styled->node;
        if (node->name && shown && is_target(node)) add_anchor(setter, node);
        if (shown && (wants_pages(styled->before) || wants_pages(styled->after))) setter->anchors.wanted = true;
        styled = styled_walk(styled, root, shown);
    }
    index_anchors(setter);
}

size_t anchors_place(const struct setter *setter, const struct node *node)
{
    const struct anchors *anchors = &setter->anchors;
    if (!node) return 0;
    size_t place = anchors->by_node[hash_pointer(node) % anchors->bucket_count];
    while (place && anchors->items[place - 1].node != node) place = anchors->items[place - 1].next_node;
    return place;
}

size_t anchors_find_id(const struct setter *setter, const char *id)
{
    const struct anchors *anchors = &setter->anchors;
    size_t place = anchors->by_id[hash_text(id) % anchors->bucket_count];
    while (place && strcmp(anchors->items[place - 1].id, id) != 0) place = anchors->items[place - 1].next_id;
    return place;
}

void anchors_set(struct setter *setter, size_t place, float x, float y)
{
    if (!place || setter->artifact) return;
    struct anchor_entry *entry = &setter->anchors.items[place - 1];
    if (entry->found) return;
    entry->found = true;
    entry->page = setter->page;
    entry->x = x;
    entry->y = y;
}

void anchors_set_below(struct setter *setter, const struct node *node, float x, float y)
{
    for (const struct node *each = node; each; each = node_next(each, node)) {
        if (each->name) anchors_set(setter, anchors_place(setter, each), x, y);
    }
}

const struct node *anchors_moved(const struct setter *setter)
{
    const struct anchors *anchors = &setter->anchors;
    if (!anchors->wanted) return NULL;
    for (size_t i = 0; i < anchors->count; i++) {
        const struct anchor_entry *entry = &anchors->items[i];
        if (entry->found && entry->page != entry->known_page) return entry->node;
    }
    return setter->layout->page_count != setter->known_pages ? setter->input->root->node : NULL;
}

void anchors_next_pass(struct setter *setter)
{
    struct anchors *anchors = &setter->anchors;
    for (size_t i = 0; i < anchors->count; i++) {
        struct anchor_entry *entry = &anchors->items[i];
        entry->known_page = entry->found ? entry->page : NO_PAGE;
        entry->found = false;
    }
    setter->known_pages = setter->layout ? setter->layout->page_count : 0;
    setter->strings.count = 0;
}

/* Within `top`. */
static bool in_call(const struct node *node, const struct node *top)
{
    for (; node && node != top; node = node->parent) {
        if (node_is(node, "a") && node_has_class(node, "footnote-call")) return true;
    }
    return false;
}

/* The words of a title on other pages than its own, where the mark of its note would be a number behind the last word. */
static const char *words_of(struct arena *arena, const struct node *title)
{
    struct buffer words = buffer_new(arena);
    for (const struct node *node = title; node; node = node_next(node, title)) {
        if (node->text && !in_call(node, title)) buffer_add(&words, node->text);
    }
    return buffer_text(&words);
}

void strings_set(struct setter *setter, const char *name, const struct node *node)
{
    if (setter->artifact || !node) return;
    struct strings *strings = &setter->strings;
    strings->items =
        arena_grow(setter->work, strings->items, strings->count, &strings->capacity, sizeof *strings->items);
    strings->items[strings->count++] = (struct string_entry){
        name, words_of(setter->work, node), setter->page, setter->blank};
}

/* The number of strings that were set before this page. */
static size_t strings_before(const struct strings *strings, size_t page)
{
    size_t low = 0, high = strings->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (strings->items[middle].page < page) low = middle + 1;
        else high = middle;
    }
    return low;
}

static const char *last_value(const struct setter *setter, const char *name)
{
    const struct strings *strings = &setter->strings;
    for (size_t i = strings_before(strings, setter->page + 1); i-- > 0;) {
        if (strcmp(strings->items[i].name, name) == 0) return strings->items[i].value;
    }
    return "";
}

/* The first one set at the page's very start, otherwise the last one of the pages before. */
static const char *string_value(const struct setter *setter, const char *name)
{
    const struct strings *strings = &setter->strings;
    size_t low = strings_before(strings, setter->page);
    for (size_t i = low; i < strings->count && strings->items[i].page == setter->page; i++) {
        if (strings->items[i].at_start && strcmp(strings->items[i].name, name) == 0) return strings->items[i].value;
    }
    while (low-- > 0) {
        if (strcmp(strings->items[low].name, name) == 0) return strings->items[low].value;
    }
    return "";
}

static const char *page_number(struct setter *setter, size_t page)
{
    return arena_format(setter->work, "%zu", page + 1);
}

/* A page that is not known yet: as wide as most numbers. */
static const char unknown_page[] = "00";

static const char *target_page(struct setter *setter, const struct node *node)
{
    const char *href = node ? node_get(node, "href") : NULL;
    size_t place = href && *href == '#' ? anchors_find_id(setter, href + 1) : 0;
    if (!place) return "";
    size_t page = setter->anchors.items[place - 1].known_page;
    return page == NO_PAGE ? unknown_page : page_number(setter, page);
}

const char *generated_text(struct setter *setter, const struct content_piece *piece, const struct node *node)
{
    const char *value;
    switch (piece->kind) {
    case CONTENT_TEXT: return piece->text;
    case CONTENT_ATTRIBUTE:
        value = node ? node_get(node, piece->text) : NULL;
        return value ? value : "";
    case CONTENT_STRING: return string_value(setter, piece->text);
    case CONTENT_STRING_LAST: return last_value(setter, piece->text);
    case CONTENT_PAGE: return page_number(setter, setter->page);
    case CONTENT_PAGES:
        return setter->known_pages ? page_number(setter, setter->known_pages - 1) : unknown_page;
    case CONTENT_TARGET_PAGE: return target_page(setter, node);
    case CONTENT_LEADER: break;
    }
    return "";
}

bool generated_is_dynamic(const struct content_piece *piece)
{
    return piece->kind != CONTENT_TEXT && piece->kind != CONTENT_ATTRIBUTE && piece->kind != CONTENT_LEADER;
}

static const char *roman(struct arena *arena, int number)
{
    static const struct {
        int value;
        const char *text;
    } signs[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
                 {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
    struct buffer text = buffer_new(arena);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        for (; number >= signs[i].value; number -= signs[i].value) buffer_add(&text, signs[i].text);
    }
    return buffer_text(&text);
}

/* a to z, aa to az …: bijective, base 26. */
static const char *alphabetic(struct arena *arena, int number)
{
    char letters[8];
    size_t start = sizeof letters - 1;
    letters[start] = '\0';
    for (; number > 0 && start > 0; number = (number - 1) / 26) letters[--start] = (char)('a' + (number - 1) % 26);
    return arena_string(arena, letters + start);
}

const char *generated_number(struct arena *arena, enum list_style style, int number)
{
    if (style == LIST_LOWER_ALPHA && number > 0) return alphabetic(arena, number);
    if (style == LIST_LOWER_ROMAN && number > 0 && number < 4000) return roman(arena, number);
    return arena_format(arena, "%d", number);
}
