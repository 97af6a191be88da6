/* Markdown: cmark-gfm's tree, walked without recursion, into elements of the document. */
#include "content/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/language_tag.h"
#include "base/pasted.h"
#include "base/utf8.h"
#include "content/content.h"

struct walk {
    struct markdown *markdown;
    struct node *parent; /* takes the next element */
    unsigned depth;      /* of containers, blocks and inlines together */
    unsigned links;      /* 1 inside a link */
    bool in_footnote, deep_told;
    bool in_paragraph; /* and not in a heading or a cell */
    bool in_title;     /* the line of a block's marker and title */
    bool line_told;    /* how a line of the paragraph begins, which is told once */
    const char *html;  /* the tag that was told last, whose end is not told */
    size_t footnote; /* the next definition's number, from 0 */
    unsigned column; /* of the table row, from 0 */
    int head_shift;  /* lines between where the library says that the table begins and its head */
};

/* ---- elements ---- */

static struct node *append(struct walk *walk, const char *name)
{
    struct node *node = node_element(walk->markdown->arena, name, locator_here(&walk->markdown->locator));
    node_append(walk->parent, node);
    return node;
}

/* Opens an element that takes what follows until the library leaves `source`. */
static struct node *open(struct walk *walk, cmark_node *source, const char *name)
{
    struct node *node = append(walk, name);
    cmark_node_set_user_data(source, node);
    walk->parent = node;
    return node;
}

/* A text without what entities such as `&#1;` and `&#xFB01;` can make. */
static const char *clean_text(struct markdown *markdown, const char *text)
{
    text = pasted_read(markdown->arena, text, locator_here(&markdown->locator), markdown->messages);
    char *clean = arena_string(markdown->arena, text), *to = clean;
    const char *c = text;
    for (size_t bytes; *c; c += bytes) {
        uint32_t code_point = utf8_decode(c, &bytes);
        if (utf8_is_control(code_point) && *c != '\n' && *c != '\t') continue;
        memcpy(to, c, bytes);
        to += bytes;
    }
    *to = '\0';
    if (to - clean < c - text && !markdown->control_told)
        message_add(markdown->messages, CONTROL_CHARACTER, locator_here(&markdown->locator),
                    "the text holds a control character; expected none");
    return clean;
}

static const char *literal_of(struct walk *walk, cmark_node *source)
{
    const char *literal = cmark_node_get_literal(source);
    return clean_text(walk->markdown, literal ? literal : "");
}

/* ---- inlines ---- */

static void add_text(struct walk *walk, cmark_node *source)
{
    struct markdown *markdown = walk->markdown;
    const char *text = literal_of(walk, source);
    const struct node *last = walk->parent->last;
    bool begins_line = !last || (last->text && *last->text && last->text[strlen(last->text) - 1] == '\n');
    if (strstr(text, "[^")) footnote_check_text(markdown, text);
    swallow_check_notes(markdown, text);
    bool marker = !last && node_is(walk->parent->parent, "blockquote") && !walk->parent->previous;
    if (marker) walk->in_title = strncmp(text, "[!", 2) == 0;
    slip_check_text(markdown, text, walk->in_title);
    if (begins_line && walk->in_paragraph && !walk->line_told)
        walk->line_told = slip_check_line(markdown, text, locator_find(&markdown->locator, text, false), marker);
    if (begins_line && walk->in_paragraph) slip_check_bars(markdown, walk->parent, text);
    if (!walk->links) autolink_append(markdown, walk->parent, text);
    else node_append(walk->parent, node_text(markdown->arena, text, locator_find(&markdown->locator, text, true)));
}

/* The line end stays at the end of the text before it, so that each text is from one line of the source. */
static void add_soft_break(struct walk *walk)
{
    struct arena *arena = walk->markdown->arena;
    struct node *last = walk->parent->last;
    walk->in_title = false;
    if (last && last->text) last->text = arena_format(arena, "%s\n", last->text);
    else node_append(walk->parent, node_text(arena, "\n", locator_here(&walk->markdown->locator)));
}

static void add_code(struct walk *walk, cmark_node *source, const char *name)
{
    const char *text = literal_of(walk, source);
    struct place place = locator_find(&walk->markdown->locator, text, true);
    struct node *code = append(walk, name);
    code->place = place;
    node_append(code, node_text(walk->markdown->arena, text, place));
}

/* What an author who writes this probably wants. */
static const char *html_hint(const char *literal)
{
    static const struct {
        const char *tag, *hint;
    } hints[] = {{"<br", "for a line break, end the line with a backslash"},
                 {"<b>", "for strong text, write **text**"},
                 {"<strong>", "for strong text, write **text**"},
                 {"<i>", "for emphasis, write *text*"},
                 {"<em>", "for emphasis, write *text*"},
                 {"<sup>", "for a footnote, write [^1] here and `[^1]: text` below"},
                 {"<img", "for an image, write ![what it shows](images/name.png)"},
                 {"<a ", "for a link, write [text](https://…)"},
                 {"</", NULL}};
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
        if (strncmp(literal, hints[i].tag, strlen(hints[i].tag)) == 0) return hints[i].hint;
    }
    return "write \\< for the character itself";
}

/* `<!-- … -->` is for authors and goes no further, unless it takes text with it. */
static void drop_comment(struct walk *walk, const char *literal, struct place place)
{
    const char *end = strstr(literal, "-->");
    if (end && end[3 + strspn(end + 3, " \t\n")] == '\0') return;
    message_add(walk->markdown->messages, COMMENT_OPEN, place, "%s",
                end ? "text stands on the line where this comment ends, and is lost; expected it on a line of its own"
                    : "this comment does not end, so all below it is lost; expected `-->`");
}

static void tell_html(struct walk *walk, cmark_node *source)
{
    struct markdown *markdown = walk->markdown;
    const char *literal = cmark_node_get_literal(source), *hint = html_hint(literal);
    struct place place = locator_find(&markdown->locator, literal, true);
    if (strncmp(literal + strspn(literal, " "), "<!--", 4) == 0) {
        drop_comment(walk, literal, place);
        return;
    }
    bool closing = strncmp(literal, "</", 2) == 0 && walk->html &&
                   strncmp(literal + 2, walk->html + 1, strcspn(literal + 2, "> ")) == 0;
    if (closing) return; /* told with the tag that it closes */
    walk->html = arena_string(markdown->arena, literal);
    message_add(markdown->messages, RAW_HTML, place, "HTML is not passed on; expected Markdown");
    if (hint) message_hint(markdown->messages, "%s", hint);
}

static struct place address_place(struct walk *walk, const char *url)
{
    struct place place = locator_here(&walk->markdown->locator);
    locator_find_bytes(&walk->markdown->locator, url, strlen(url), &place);
    return place;
}

static bool is_in_heading(const struct node *node)
{
    while (node && !node_heading_level(node)) node = node->parent;
    return node;
}

/* Contents, bookmarks and heads of pages show the words of a title as they are: "is not met" struck there would be read
 * as it was. */
static void open_struck(struct walk *walk, cmark_node *source)
{
    struct node *struck = open(walk, source, "del");
    if (is_in_heading(struck->parent)) /* titles of blocks: alert.c */
        message_add(walk->markdown->messages, TITLE_STRUCK, struck->place,
                    "words of a title are struck out; expected the title as it is to be, or \\~ for the sign itself");
}

/* `[text](lang:en)`: the language of a part of a text. */
static void open_language(struct walk *walk, cmark_node *source, const char *tag, struct place place)
{
    struct markdown *markdown = walk->markdown;
    struct node *part = open(walk, source, "span");
    bool sound = language_tag_is_sound(tag);
    if (sound) node_set(markdown->arena, part, "lang", arena_string(markdown->arena, tag));
    else
        message_add(markdown->messages, LINK_REFUSED, place, "`%s` is no tag of a language; expected one such as `lang:en`", tag);
    if (!cmark_node_first_child(source))
        message_add(markdown->messages, LINK_EMPTY, place, "there is no text in this language; expected `[text](lang:%s)`", tag);
}

/* `[text](address "title")`: a title that only a mouse finds is read by few, and on paper by nobody. */
static void tell_title(struct walk *walk, cmark_node *source, struct place place)
{
    const char *title = cmark_node_get_title(source);
    if (!title || !*title) return;
    locator_find_bytes(&walk->markdown->locator, title, strlen(title), &place);
    message_add(walk->markdown->messages, TITLE_UNSHOWN, place,
                "the title `%s` is shown nowhere, on the site or in the PDF; expected it in the text", title);
}

static void open_link(struct walk *walk, cmark_node *source)
{
    static const char language[] = "lang:";
    const char *url = cmark_node_get_url(source);
    struct place place = address_place(walk, url);
    walk->links++;
    tell_title(walk, source, place);
    if (strncmp(url, language, strlen(language)) == 0) {
        open_language(walk, source, url + strlen(language), place);
        return;
    }
    struct node *link = open(walk, source, "a");
    link->place = place;
    node_set(walk->markdown->arena, link, "href", link_address(walk->markdown, url, place));
}

/* What follows is searched behind the address, so that the same address twice has two places. */
static void close_link(struct walk *walk, cmark_node *source)
{
    locator_find(&walk->markdown->locator, cmark_node_get_url(source), true);
    walk->links--;
}

static const char *alternative_text(struct walk *walk, cmark_node *image)
{
    struct buffer out = buffer_new(walk->markdown->arena);
    cmark_iter *iterator = cmark_iter_new(image);
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        if (event != CMARK_EVENT_ENTER) continue;
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) buffer_add(&out, literal_of(walk, node));
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) buffer_add_char(&out, ' ');
    }
    cmark_iter_free(iterator);
    return arena_copy(walk->markdown->arena, buffer_text(&out), out.length);
}

static void add_image(struct walk *walk, cmark_node *source)
{
    const char *url = cmark_node_get_url(source);
    struct place place = address_place(walk, url);
    struct node *image = append(walk, "img");
    tell_title(walk, source, place);
    image->place = place;
    node_set(walk->markdown->arena, image, "src", link_address(walk->markdown, url, place));
    node_set(walk->markdown->arena, image, "alt", alternative_text(walk, source));
    locator_find(&walk->markdown->locator, url, true);
}

/* ---- footnotes ---- */

/* A call's literal is its definition's number; the definitions stand at the end in that order. */
static void add_call(struct walk *walk, cmark_node *source)
{
    struct markdown *markdown = walk->markdown;
    size_t number = strtoul(cmark_node_get_literal(source), NULL, 10);
    const char *name = number >= 1 && number <= markdown->footnote_count ? markdown->footnotes[number - 1] : "";
    const char *written = arena_format(markdown->arena, "^%s]", name);
    struct place place = locator_here(&markdown->locator);
    if (!locator_find_bytes(&markdown->locator, written, strlen(written), &place)) written = "^"; /* other case */
    locator_find_bytes(&markdown->locator, written, strlen(written), &place);
    if (walk->in_footnote) {
        message_add(markdown->messages, FOOTNOTE_NESTED, place,
                    "footnote [^%s] is called inside a footnote; expected calls in running text only", name);
        return;
    }
    locator_find(&markdown->locator, written, true);
    struct node *call = append(walk, "a");
    call->place = place;
    node_set(markdown->arena, call, "class", "footnote-call");
    node_set(markdown->arena, call, "href", name);
}

static void open_definition(struct walk *walk, cmark_node *source)
{
    struct markdown *markdown = walk->markdown;
    struct node *note = open(walk, source, "aside");
    node_set(markdown->arena, note, "class", "footnote");
    node_set(markdown->arena, note, "data-name", markdown->footnotes[walk->footnote++]);
    walk->in_footnote = true;
}

/* The names of the definitions that the library kept: those at the end of the document. */
static void collect_definitions(struct markdown *markdown, cmark_node *document)
{
    for (cmark_node *node = cmark_node_first_child(document); node; node = cmark_node_next(node)) {
        if (cmark_node_get_type(node) != CMARK_NODE_FOOTNOTE_DEFINITION) continue;
        int line = cmark_node_get_start_line(node);
        struct definition *definition = footnote_from_line(markdown, line);
        bool known = definition && definition->line == line;
        if (known) definition->kept = true;
        markdown->footnotes = arena_grow(markdown->arena, markdown->footnotes, markdown->footnote_count,
                                         &markdown->footnote_capacity, sizeof *markdown->footnotes);
        markdown->footnotes[markdown->footnote_count] =
            known ? definition->name : arena_format(markdown->arena, "footnote-%zu", markdown->footnote_count + 1);
        markdown->footnote_count++;
    }
}

/* ---- blocks ---- */

static void open_list(struct walk *walk, cmark_node *source)
{
    bool ordered = cmark_node_get_list_type(source) == CMARK_ORDERED_LIST;
    struct node *list = open(walk, source, ordered ? "ol" : "ul");
    int start = cmark_node_get_list_start(source);
    if (ordered && start != 1)
        node_set(walk->markdown->arena, list, "start", arena_format(walk->markdown->arena, "%d", start));
}

/* The number before an item, as its author wrote it; -1: it has none, or its place is not known. */
static long written_number(struct markdown *markdown, cmark_node *item)
{
    struct locator locator = markdown->locator;
    if (!item || locator.fixed) return -1;
    locator_go(&locator, cmark_node_get_start_line(item), cmark_node_get_start_column(item));
    const char *text = locator.source->text + locator.cursor;
    return isdigit((unsigned char)*text) ? strtol(text, NULL, 10) : -1;
}

/* Markdown counts on from the first number, whatever the others say. Readers refer to items by the numbers that the author wrote: one
 * that does not go on from the number before is kept, but for `1. 1. 1.`, which means 1, 2, 3. */
static void open_item(struct walk *walk, cmark_node *source)
{
    struct node *item = open(walk, source, "li");
    long number = written_number(walk->markdown, source), before = written_number(walk->markdown, cmark_node_previous(source));
    if (number >= 0 && before >= 0 && number != before && number != before + 1)
        node_set(walk->markdown->arena, item, "value", arena_format(walk->markdown->arena, "%ld", number));
}

/* In a tight list the items hold their text without paragraphs. */
static void open_paragraph(struct walk *walk, cmark_node *source)
{
    cmark_node *after = cmark_node_next(source);
    bool misplaced = !cmark_node_get_start_line(source) && after; /* see open_table */
    if (misplaced)
        locator_go(&walk->markdown->locator, cmark_node_get_start_line(after), cmark_node_get_start_column(after));
    cmark_node *item = cmark_node_parent(source);
    walk->in_paragraph = true;
    walk->in_title = walk->line_told = false;
    bool in_item = item && cmark_node_get_type(item) == CMARK_NODE_ITEM;
    int first = cmark_node_get_start_line(source), end = cmark_node_get_end_line(source);
    if (in_item) slip_check_item(walk->markdown, first, end);
    if (item && cmark_node_get_type(item) == CMARK_NODE_FOOTNOTE_DEFINITION)
        swallow_check_lines(walk->markdown, first, end, " \t", "footnote");
    if (!in_item || !cmark_node_get_list_tight(cmark_node_parent(item))) {
        open(walk, source, "p");
        return;
    }
    /* Two paragraphs in one tight item (a definition of a footnote stood between) must not run together. */
    if (walk->parent->last && walk->parent->last->text)
        node_append(walk->parent, node_text(walk->markdown->arena, "\n", walk->parent->place));
}

static void open_heading(struct walk *walk, cmark_node *source)
{
    static const char *const names[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    open(walk, source, names[cmark_node_get_heading_level(source) - 1]);
    swallow_check_heading(walk->markdown, cmark_node_get_start_line(source));
}

/* Deeper ones stand behind other signs, too. */
static void open_quote(struct walk *walk, cmark_node *source)
{
    open(walk, source, "blockquote");
    if (cmark_node_get_type(cmark_node_parent(source)) == CMARK_NODE_DOCUMENT)
        swallow_check_lines(walk->markdown, cmark_node_get_start_line(source), cmark_node_get_end_line(source), ">", "block");
}

/* ```` ```python ````: the word is for programs that colour code; it is shown nowhere. */
static void tell_info(struct walk *walk, cmark_node *source)
{
    const char *info = cmark_node_get_fence_info(source);
    struct place place = locator_here(&walk->markdown->locator);
    if (!info || !*info) return;
    locator_find_bytes(&walk->markdown->locator, info, strlen(info), &place);
    message_add(walk->markdown->messages, TITLE_UNSHOWN, place,
                "`%s` behind the signs of code is shown nowhere, on the site or in the PDF; expected nothing there", info);
}

static void add_code_block(struct walk *walk, cmark_node *source)
{
    struct node *block = append(walk, "pre");
    struct node *outside = walk->parent;
    int length, offset;
    char sign;
    if (cmark_node_get_fenced(source, &length, &offset, &sign))
        slip_check_code(walk->markdown, cmark_node_get_start_line(source), cmark_node_get_end_line(source));
    else swallow_check_indent(walk->markdown, cmark_node_get_start_line(source));
    footnote_skip_code(walk->markdown, cmark_node_get_start_line(source), cmark_node_get_end_line(source));
    tell_info(walk, source);
    walk->parent = block;
    add_code(walk, source, "code");
    walk->parent = outside;
}

/* ---- tables ---- */

/* A table may follow a paragraph's lines directly. The library then says that the table's head begins where
 * the paragraph begins, and gives the paragraph no place. */
static void open_table(struct walk *walk, cmark_node *source)
{
    cmark_node *before = cmark_node_previous(source);
    bool follows = before && cmark_node_get_type(before) == CMARK_NODE_PARAGRAPH && !cmark_node_get_start_line(before);
    walk->head_shift = follows;
    for (cmark_node *part = follows ? cmark_node_first_child(before) : NULL; part; part = cmark_node_next(part)) {
        cmark_node_type type = cmark_node_get_type(part);
        walk->head_shift += type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
    }
    int line = cmark_node_get_start_line(source) + walk->head_shift;
    locator_go(&walk->markdown->locator, line, cmark_node_get_start_column(source));
    open(walk, source, "table");
}

static void open_row(struct walk *walk, cmark_node *source)
{
    const char *section = cmark_gfm_extensions_get_table_row_is_header(source) ? "thead" : "tbody";
    if (!node_is(walk->parent->last, section)) append(walk, section);
    walk->parent = walk->parent->last;
    walk->column = 0;
    open(walk, source, "tr");
    if (!cmark_gfm_extensions_get_table_row_is_header(source))
        slip_check_row(walk->markdown, cmark_node_get_start_line(source),
                       cmark_gfm_extensions_get_table_columns(cmark_node_parent(source)));
}

static void open_cell(struct walk *walk, cmark_node *source)
{
    struct arena *arena = walk->markdown->arena;
    cmark_node *row = cmark_node_parent(source), *table = cmark_node_parent(row);
    bool head = cmark_gfm_extensions_get_table_row_is_header(row);
    struct node *cell = open(walk, source, head ? "th" : "td");
    const uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(table);
    bool known = walk->column < cmark_gfm_extensions_get_table_columns(table);
    uint8_t alignment = known ? alignments[walk->column] : 0;
    walk->column++;
    if (alignment == 'r') node_set(arena, cell, "class", "number");
    if (alignment == 'c') node_set(arena, cell, "class", "centre");
    if (head) node_set(arena, cell, "scope", "col");
}

/* ---- the walk ---- */

/* What the library's nodes become, by the library's own names for them. `element` is opened as it is;
 * others have a function. `container`: counts for the depth. */
struct rule {
    const char *type;
    const char *element;
    void (*enter)(struct walk *walk, cmark_node *source);
    bool container;
};

static const struct rule rules[] = {
    {"block_quote", NULL, open_quote, true},
    {"list", NULL, open_list, false},
    {"item", NULL, open_item, true},
    {"paragraph", NULL, open_paragraph, false},
    {"heading", NULL, open_heading, false},
    {"table", NULL, open_table, false},
    {"table_header", NULL, open_row, false},
    {"table_row", NULL, open_row, false},
    {"table_cell", NULL, open_cell, false},
    {"emph", "em", NULL, true},
    {"strong", "strong", NULL, true},
    {"strikethrough", NULL, open_struck, true},
    {"link", NULL, open_link, true},
    {"text", NULL, add_text, false},
};

/* Nodes without children to visit. */
static bool add_leaf(struct walk *walk, cmark_node *source)
{
    cmark_node_type type = cmark_node_get_type(source);
    if (type == CMARK_NODE_SOFTBREAK) add_soft_break(walk);
    else if (type == CMARK_NODE_LINEBREAK) append(walk, "br");
    else if (type == CMARK_NODE_THEMATIC_BREAK) append(walk, "hr");
    else if (type == CMARK_NODE_CODE) add_code(walk, source, "code");
    else if (type == CMARK_NODE_CODE_BLOCK) add_code_block(walk, source);
    else if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE) tell_html(walk, source);
    else if (type == CMARK_NODE_IMAGE) add_image(walk, source);
    else if (type == CMARK_NODE_FOOTNOTE_REFERENCE) add_call(walk, source);
    else return false;
    return true;
}

static const struct rule *rule_of(cmark_node *source)
{
    const char *type = cmark_node_get_type_string(source);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (strcmp(rules[i].type, type) == 0) return &rules[i];
    }
    return NULL;
}

static bool is_block(cmark_node *source)
{
    return (cmark_node_get_type(source) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

static bool too_deep(struct walk *walk)
{
    if (walk->depth <= MARKDOWN_DEEPEST) return false;
    if (!walk->deep_told)
        message_add(walk->markdown->messages, MARKDOWN_TOO_DEEP, locator_here(&walk->markdown->locator),
                    "is nested deeper than %d; expected less", MARKDOWN_DEEPEST);
    walk->deep_told = true;
    return true;
}

/* Moves the locator to where the library says that the node begins. */
static void go_to(struct walk *walk, cmark_node *source)
{
    struct locator *locator = &walk->markdown->locator;
    int line = cmark_node_get_start_line(source);
    bool in_head = walk->head_shift && line && node_is(walk->parent, "tr") && node_is(walk->parent->parent, "thead");
    bool head = walk->head_shift && node_is(walk->parent, "table") && !walk->parent->first;
    if (head || in_head) return;
    if (!is_block(source)) {
        locator_go_on(locator, line);
        return;
    }
    locator_go(locator, line, cmark_node_get_start_column(source));
    locator_limit(locator, cmark_node_get_end_line(source) >= line ? cmark_node_get_end_line(source) : 0);
}

/* false: what is below the node is not to be visited. */
static bool enter(struct walk *walk, cmark_node *source)
{
    go_to(walk, source);
    if (cmark_node_get_type(source) == CMARK_NODE_DOCUMENT) return true;
    if (cmark_node_get_type(source) == CMARK_NODE_FOOTNOTE_DEFINITION) {
        open_definition(walk, source);
        return true;
    }
    if (add_leaf(walk, source)) return false;
    const struct rule *rule = rule_of(source);
    if (!rule) return false;
    walk->depth += rule->container;
    if (rule->enter) rule->enter(walk, source);
    else open(walk, source, rule->element);
    return !rule->container || !too_deep(walk);
}

static void leave(struct walk *walk, cmark_node *source)
{
    struct node *node = cmark_node_get_user_data(source);
    const struct rule *rule = rule_of(source);
    if (rule) walk->depth -= rule->container;
    cmark_node_type type = cmark_node_get_type(source);
    if (type == CMARK_NODE_LINK) close_link(walk, source);
    if (type == CMARK_NODE_PARAGRAPH) walk->in_paragraph = false;
    if (type == CMARK_NODE_FOOTNOTE_DEFINITION) walk->in_footnote = false;
    if (!node) return;
    walk->parent = node->parent;
    slip_mend_heading(walk->markdown, node);
    if (node_is(node, "tr")) walk->parent = node->parent->parent;
    if (node_is(node, "p")) definitions_resolve(walk->markdown, node);
    if (node_is(node, "blockquote")) alert_resolve(walk->markdown, node);
    if (node_is(node, "table")) table_resolve(walk->markdown, node);
}

static void walk_document(struct walk *walk, cmark_node *document)
{
    cmark_iter *iterator = cmark_iter_new(document);
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *source = cmark_iter_get_node(iterator);
        if (event == CMARK_EVENT_EXIT) {
            leave(walk, source);
        } else if (!enter(walk, source) && cmark_node_first_child(source)) {
            cmark_iter_reset(iterator, source, CMARK_EVENT_EXIT);
            leave(walk, source);
        }
    }
    cmark_iter_free(iterator);
}

/* Only extensions that change what is read; bare URLs are found in autolink.c. */
static cmark_node *parse(const struct markdown *markdown)
{
    static const char *const extensions[] = {"table", "strikethrough"};
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS);
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
    cmark_parser_feed(parser, markdown->text, markdown->length);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return document;
}

static struct node *read_markdown(struct markdown *markdown, struct place place)
{
    struct node *body = node_element(markdown->arena, "body", place);
    if (!markdown_within_limits(markdown)) return body;
    footnote_scan(markdown);
    cmark_node *document = parse(markdown);
    collect_definitions(markdown, document);
    struct walk walk = {.markdown = markdown, .parent = body};
    walk_document(&walk, document);
    cmark_node_free(document);
    footnote_check(markdown);
    swallow_check_definitions(markdown);
    return body;
}

struct node *content_read_markdown(struct arena *arena, const struct source *source, struct messages *messages)
{
    struct markdown markdown = {.arena = arena, .messages = messages, .text = source->text, .length = source->length};
    markdown.locator = locator_new(arena, source);
    return read_markdown(&markdown, (struct place){.source = source, .line = 1, .column = 1});
}

enum { LARGEST_LOCATED = 1024 * 1024 };

/* The lines of a literal block scalar (`|`) are lines of the file; those of other texts may be folded. */
static struct locator value_locator(struct arena *arena, const struct value *value)
{
    size_t length = 0, lines = 1;
    const struct place place = value->place;
    const char *line = place.source && place.source->length <= LARGEST_LOCATED ? place_line(place, &length) : "";
    if (place.column < 1 || place.column > length) return locator_fixed(place);
    bool ascii = true; /* before the place, so that its column is its offset */
    for (size_t i = 0; i < place.column; i++) ascii &= (unsigned char)line[i] < 0x80;
    if (!ascii || line[place.column - 1] != '|') return locator_fixed(place);
    for (const char *c = value->text; *c; c++) lines += *c == '\n';
    return locator_new_within(arena, place.source, place.line + 1, lines);
}

struct node *content_read_markdown_value(struct arena *arena, const struct value *value, struct messages *messages)
{
    struct markdown markdown = {
        .arena = arena, .messages = messages, .text = value->text, .length = strlen(value->text)};
    markdown.locator = value_locator(arena, value);
    return read_markdown(&markdown, value->place);
}
