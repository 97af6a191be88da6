/* The values of a page's frame. */
#include "site/frame.h"

#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"

enum { DESCRIPTION_MOST = 160, DESCRIPTION_LEAST = 40 };

/* ---- small values ---- */

static struct value *text_or_false(struct arena *arena, const char *text)
{
    return text && *text ? value_string(arena, text) : value_boolean(arena, false);
}

static const char *word(const struct site *site, const char *key, const char *fallback)
{
    const struct value *found = value_get(value_get(site->words, "site"), key);
    return found && found->kind == VALUE_STRING ? found->text : fallback;
}

const char *frame_size(struct arena *arena, size_t bytes, const char *decimal_mark)
{
    if (bytes < 1000) return arena_format(arena, "%zu\u00a0bytes", bytes);
    size_t kilobytes = bytes / 1000 + (bytes % 1000 >= 500);
    if (kilobytes < 1000) return arena_format(arena, "%zu\u00a0kB", kilobytes);
    size_t tenths = bytes / 100000 + (bytes % 100000 >= 50000);
    return arena_format(arena, "%zu%s%zu\u00a0MB", tenths / 10, decimal_mark, tenths % 10);
}

/* A list as a template can ask for it: false when it is empty. */
static struct value *items(struct arena *arena, struct value *list)
{
    if (list->count == 0) return value_boolean(arena, false);
    struct value *map = value_map(arena);
    value_set(arena, map, "items", list);
    return map;
}

/* ---- what a page says in its head ---- */

/* What stands beside the running text: notes, tables, quotes. */
static bool is_beside(const struct node *node)
{
    static const char *const names[] = {"table", "figure", "aside", "dl", "header"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (node_is(node, names[i])) return true;
    }
    return node_has_class(node, "footnote") || node_has_class(node, "footnote-call") ||
           node_has_class(node, "judgment-note");
}

/* The first paragraph that is a sentence, not a label. */
static const char *first_sentence(struct arena *arena, const struct node *root)
{
    for (const struct node *node = root->first; node;) {
        if (node_is(node, "p") && !is_beside(node)) {
            const char *text = heading_title(arena, node);
            if (utf8_width(text, strlen(text)) >= DESCRIPTION_LEAST) return text;
        }
        node = is_beside(node) ? node_after(node, root) : node_next(node, root);
    }
    return NULL;
}

static const char *describe(struct arena *arena, const struct node *root)
{
    const struct node *subtitle = node_by_class(root, "subtitle");
    const char *text = subtitle ? node_string(arena, subtitle) : first_sentence(arena, root);
    return text ? utf8_excerpt(arena, text, DESCRIPTION_MOST) : NULL;
}

/* The start page says itself what the site is for; its reports are no part of that. */
static const char *describe_start(struct arena *arena, const struct node *main)
{
    const struct node *lead = node_by_class(main, "lead");
    return lead ? utf8_excerpt(arena, heading_title(arena, lead), DESCRIPTION_MOST) : NULL;
}

static const char *full_title(struct arena *arena, const struct page *page)
{
    return page->number ? arena_format(arena, "%s %s", page->number, page->title) : page->title;
}

static const char *page_title(struct arena *arena, const struct frame *frame, const struct page *page)
{
    const struct page *index = frame->pages->items[0];
    if (page == index) return arena_format(arena, "%s – %s", index->title, frame->site->publisher);
    return arena_format(arena, "%s – %s – %s", full_title(arena, page), index->title, frame->site->publisher);
}

/* A draft says so in the title already: a tab, a bookmark or a search shows no more. */
static const char *head_title(struct arena *arena, const struct frame *frame, const struct page *page)
{
    const struct value *draft = value_get(frame->site->words, "draft");
    const char *title = page_title(arena, frame, page);
    title = utf8_spoken(arena, title);
    if (!frame->draft || !draft || draft->kind != VALUE_STRING) return title;
    return arena_format(arena, "%s: %s", draft->text, title);
}

/* ---- ways through the report ---- */

static struct value *crumb(struct arena *arena, const char *title, const char *href)
{
    struct value *map = value_map(arena);
    value_set(arena, map, "title", value_string(arena, title));
    value_set(arena, map, "href", text_or_false(arena, href));
    return map;
}

/* From the start page down to the page itself, which is no link. */
static struct value *breadcrumb(struct arena *arena, const struct frame *frame, const struct page *page)
{
    enum { DEEPEST = 8 };
    const struct page *line[DEEPEST] = {page};
    size_t count = 1;
    for (const struct page *at = page->parent; at && count < DEEPEST; at = at->parent) line[count++] = at;
    struct value *list = value_list(arena);
    value_append(arena, list, crumb(arena, word(frame->site, "home", frame->site->title), "../index.html"));
    while (count-- > 0) {
        const struct page *at = line[count];
        value_append(arena, list, crumb(arena, full_title(arena, at), at == page ? NULL : at->file));
    }
    return list;
}

static struct value *page_link(struct arena *arena, const struct frame *frame, size_t number)
{
    const struct page *page = frame->pages->items[number];
    struct value *map = value_map(arena);
    value_set(arena, map, "href", value_string(arena, page->file));
    value_set(arena, map, "number", text_or_false(arena, page->number));
    const char *title = number == 0 ? word(frame->site, "front", page->title) : page->title;
    value_set(arena, map, "title", value_string(arena, title));
    return map;
}

/* The id to which a heading's link goes: its own, or that of the section that it opens. */
static const char *heading_target(const struct node *heading)
{
    const char *own = node_get(heading, "id");
    bool opens = heading->parent && (node_is(heading->parent, "section") || node_is(heading->parent, "article")) &&
                 heading_first(heading->parent) == heading;
    return own || !opens ? own : node_get(heading->parent, "id");
}

/* The parts of the page itself: its headings of level 2. */
static struct value *page_parts(struct arena *arena, const struct page *page)
{
    struct value *list = value_list(arena);
    for (const struct node *node = page->article; node; node = node_next(node, page->article)) {
        const char *id = node_is(node, "h2") ? heading_target(node) : NULL;
        if (!id) continue;
        struct value *map = value_map(arena);
        value_set(arena, map, "href", value_string(arena, arena_format(arena, "#%s", id)));
        value_set(arena, map, "number", text_or_false(arena, heading_number(arena, node)));
        value_set(arena, map, "title", value_string(arena, heading_title(arena, node)));
        value_append(arena, list, map);
    }
    return list;
}


/* The pages that are cut out of page `number`; for the index, of whose content all pages are part: none. */
static struct value *subpages(struct arena *arena, const struct frame *frame, size_t number)
{
    struct value *list = value_list(arena);
    for (size_t i = 1; number > 0 && i < frame->pages->count; i++) {
        if (frame->pages->items[i]->parent == frame->pages->items[number])
            value_append(arena, list, page_link(arena, frame, i));
    }
    return list;
}

static struct value *navigation_entry(struct arena *arena, const struct frame *frame, size_t entry, size_t current)
{
    const struct pages *pages = frame->pages;
    struct value *map = page_link(arena, frame, entry);
    value_set(arena, map, "current", value_boolean(arena, entry == current));
    bool parts = entry == current && entry > 0;
    struct value *list = parts ? page_parts(arena, pages->items[entry]) : value_list(arena);
    value_set(arena, map, "parts", items(arena, list));
    return map;
}

/* A page below the given one: the pages form chains of one or two links, so this is short. */
static bool is_below(const struct page *page, const struct page *top)
{
    while (page && page != top) page = page->parent;
    return page == top;
}

/* Two levels: the report's own pages, and under each all that are cut out of it. */
static struct value *navigation(struct arena *arena, const struct frame *frame, size_t current)
{
    const struct pages *pages = frame->pages;
    struct value *list = value_list(arena);
    for (size_t i = 0; i < pages->count; i++) {
        struct value *entry = navigation_entry(arena, frame, i, current), *children = value_list(arena);
        size_t top = i;
        while (top > 0 && i + 1 < pages->count && is_below(pages->items[i + 1], pages->items[top])) {
            value_append(arena, children, navigation_entry(arena, frame, ++i, current));
        }
        value_set(arena, entry, "children", items(arena, children));
        value_append(arena, list, entry);
    }
    return list;
}

/* ---- the whole frame ---- */

/* The one address of the page, for who finds it in more than one way; false when the site's is not known. */
static struct value *canonical(struct arena *arena, const struct site *site, const char *path)
{
    if (!site->base_url) return value_boolean(arena, false);
    size_t length = strlen(site->base_url);
    while (length && site->base_url[length - 1] == '/') length--;
    return value_string(arena, arena_format(arena, "%.*s/%s", (int)length, site->base_url, path));
}

static const char *pdf_size(struct arena *arena, const struct frame *frame)
{
    return frame_size(arena, frame->pdf_length, word(frame->site, "decimal_mark", "."));
}

static struct value *download(struct arena *arena, const struct frame *frame)
{
    if (!frame->pdf) return value_boolean(arena, false);
    struct value *map = value_map(arena);
    value_set(arena, map, "href", value_string(arena, frame->pdf));
    value_set(arena, map, "size", value_string(arena, pdf_size(arena, frame)));
    return map;
}

struct node *frame_download(struct arena *arena, const struct frame *frame)
{
    struct place place = {0};
    struct node *line = node_element(arena, "p", place), *link = node_element(arena, "a", place);
    struct node *size = node_element(arena, "span", place);
    node_set(arena, line, "class", "download");
    node_set(arena, line, "data-only", "site"); /* for tools that compare the site with the PDF */
    node_set(arena, link, "href", frame->pdf);
    node_set(arena, link, "type", "application/pdf");
    node_set(arena, size, "class", "size");
    node_append(line, link);
    const char *text = word(frame->site, "download", frame->pdf), *kind = word(frame->site, "pdf", "PDF");
    node_append(link, node_text(arena, arena_format(arena, "%s ", text), place));
    node_append(link, size);
    node_append(size, node_text(arena, arena_format(arena, "(%s, %s)", kind, pdf_size(arena, frame)), place));
    return line;
}

static struct value *neighbour(struct arena *arena, const struct frame *frame, size_t number, int step)
{
    if ((step < 0 && number == 0) || (step > 0 && number + 1 == frame->pages->count)) return value_boolean(arena, false);
    return page_link(arena, frame, step < 0 ? number - 1 : number + 1);
}

static struct value *content(struct arena *arena, const struct node *root, bool whole)
{
    struct buffer out = buffer_new(arena);
    for (const struct node *child = root->first; child && !whole; child = child->next) {
        document_write_html(&out, child);
        buffer_add_char(&out, '\n');
    }
    if (whole) document_write_html(&out, root);
    return value_markup(arena, buffer_text(&out));
}

static struct value *new_frame(struct arena *arena, const struct site *site, const char *language, const char *root,
                               bool draft)
{
    struct value *map = value_map(arena);
    value_set(arena, map, "words", site->words);
    value_set(arena, map, "language", value_string(arena, language));
    value_set(arena, map, "root", value_string(arena, root));
    value_set(arena, map, "site_title", value_string(arena, site->title));
    value_set(arena, map, "publisher", value_string(arena, site->publisher));
    value_set(arena, map, "preview", value_boolean(arena, site->preview));
    value_set(arena, map, "draft", value_boolean(arena, draft));
    value_set(arena, map, "unofficial", value_boolean(arena, site->preview || draft));
    return map;
}

static struct value *notices(struct arena *arena, const struct frame *frame)
{
    struct value *map = value_map(arena);
    value_set(arena, map, "reconstruction", text_or_false(arena, frame->reconstruction));
    return map;
}

struct value *frame_report(struct arena *arena, const struct frame *frame, size_t number)
{
    const struct page *page = frame->pages->items[number];
    struct value *map = new_frame(arena, frame->site, frame->language, "../", frame->draft);
    struct value *below = subpages(arena, frame, number);
    value_set(arena, map, "title", value_string(arena, head_title(arena, frame, page)));
    value_set(arena, map, "description", text_or_false(arena, describe(arena, page->article)));
    value_set(arena, map, "breadcrumb", items(arena, breadcrumb(arena, frame, page)));
    value_set(arena, map, "navigation", items(arena, navigation(arena, frame, number)));
    value_set(arena, map, "subpages", items(arena, below));
    value_set(arena, map, "previous", neighbour(arena, frame, number, -1));
    value_set(arena, map, "next", neighbour(arena, frame, number, 1));
    value_set(arena, map, "pager", value_boolean(arena, frame->pages->count > 1));
    value_set(arena, map, "pdf", download(arena, frame));
    value_set(arena, map, "front", value_boolean(arena, number == 0));
    value_set(arena, map, "canonical",
              canonical(arena, frame->site, arena_format(arena, "%s/%s", frame->id, page->file)));
    value_set(arena, map, "notices", notices(arena, frame));
    value_set(arena, map, "content", content(arena, page->article, true));
    return map;
}

struct value *frame_start(struct arena *arena, const struct site *site, const struct node *main)
{
    static const char *const absent[] = {"breadcrumb", "navigation", "subpages", "previous", "next",
                                         "pager",      "pdf",        "front",    "notices"};
    struct value *map = new_frame(arena, site, site->language, "", false);
    value_set(arena, map, "title", value_string(arena, arena_format(arena, "%s – %s", site->title, site->publisher)));
    value_set(arena, map, "description", text_or_false(arena, describe_start(arena, main)));
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++) {
        value_set(arena, map, absent[i], value_boolean(arena, false));
    }
    value_set(arena, map, "canonical", canonical(arena, site, "index.html"));
    value_set(arena, map, "content", content(arena, main, false));
    return map;
}
