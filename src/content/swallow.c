/* Text that the library takes for something else, or drops, without a word: what looks like the address of a link,
 * lines that go on with a block or a note, a line of dashes that makes a heading, an indent that makes code, half a
 * footnote. */
#include <cmark-gfm.h>
#include <ctype.h>
#include <string.h>

#include "content/markdown.h"

/* ---- lines ---- */

/* The line of the Markdown, from 1, without what it is indented by as a whole; "" when there is none. */
static const char *line_at(const struct markdown *markdown, int number, size_t *length)
{
    const struct locator *locator = &markdown->locator;
    *length = 0;
    if (locator->fixed || number < 1 || (size_t)number > locator->line_count) return "";
    const char *line = locator->source->text + locator->line_starts[number - 1];
    size_t end = locator->line_starts[number] - locator->line_starts[number - 1];
    size_t indent = locator->indent < end ? locator->indent : end;
    *length = end - indent;
    return line + indent;
}

/* What stands before the text of a line: spaces, and the marks of quotes and lists around it. */
static size_t margin(const char *line, size_t length)
{
    size_t at = 0;
    for (;;) {
        while (at < length && strchr(" \t>", line[at])) at++;
        bool item = at + 1 < length && strchr("-*+", line[at]) && line[at + 1] == ' ';
        if (!item) return at;
        at += 2;
    }
}

static bool is_empty(const char *line, size_t length)
{
    size_t at = margin(line, length);
    return at >= length || line[at] == '\n';
}

static struct place place_on(const struct markdown *markdown, int line, size_t offset)
{
    const struct locator *locator = &markdown->locator;
    return place_at(locator->source, locator->line_starts[line - 1] + locator->indent + offset);
}

/* ---- definitions of links ---- */

/* The length of `[label]:`, or 0; a footnote's text is no such thing. */
static size_t label_length(const char *text, size_t length)
{
    size_t at = 1;
    if (length < 4 || text[0] != '[' || text[1] == '^' || text[1] == ']') return 0;
    while (at < length && text[at] != ']' && text[at] != '[' && text[at] != '\n') at++;
    return at + 1 < length && text[at] == ']' && text[at + 1] == ':' ? at + 2 : 0;
}

/* The library makes nothing of the line when it stands alone. */
static bool is_dropped(const char *line, size_t length)
{
    cmark_node *document = cmark_parse_document(line, length, CMARK_OPT_DEFAULT);
    bool dropped = !cmark_node_first_child(document);
    cmark_node_free(document);
    return dropped;
}

/* Something in the text refers to the label. */
static bool is_referred_to(const struct markdown *markdown, const char *label, size_t length)
{
    const char *end = markdown->text + markdown->length;
    for (const char *at = markdown->text; (at = memchr(at, '[', (size_t)(end - at))); at++) {
        if ((size_t)(end - at) > length && memcmp(at, label, length) == 0 && at[length] != ':') return true;
    }
    return false;
}

static bool is_fence(const char *text, size_t length)
{
    return length >= 3 && (strncmp(text, "```", 3) == 0 || strncmp(text, "~~~", 3) == 0);
}

static void check_definition(struct markdown *markdown, int line, const char *text, size_t length, size_t offset)
{
    size_t label = label_length(text, length);
    if (!is_dropped(text, length) || is_referred_to(markdown, text, label - 1)) return;
    message_add(
        markdown->messages, TEXT_SWALLOWED, place_on(markdown, line, offset),
        "this line reads as the address of a link that nothing uses, and would be lost; expected `\\%.*s …` for text",
        (int)label, text);
}

void swallow_check_definitions(struct markdown *markdown)
{
    enum { MOST = 100 };
    bool code = false, open = true; /* open: a definition may begin here */
    size_t count = markdown->locator.fixed ? 0 : markdown->locator.line_count, candidates = 0, length;
    for (size_t number = 1; number <= count && candidates < MOST; number++) {
        const char *line = line_at(markdown, (int)number, &length);
        size_t offset = margin(line, length);
        if (is_fence(line + offset, length - offset)) code = !code;
        bool candidate = open && !code && label_length(line + offset, length - offset) > 0;
        if (candidate) {
            check_definition(markdown, (int)number, line + offset, length - offset, offset);
            candidates++;
        }
        open = candidate || is_empty(line, length);
    }
}

/* ---- headings and code ---- */

void swallow_check_heading(struct markdown *markdown, int line)
{
    size_t length;
    const char *text = line_at(markdown, line, &length);
    size_t at = margin(text, length);
    if (at >= length || text[at] == '#') return;
    message_add(markdown->messages, HEADING_UNDERLINED, place_on(markdown, line, at),
                "the line of dashes or signs below makes this a heading; expected `## …`, or an empty line between");
}

void swallow_check_indent(struct markdown *markdown, int line)
{
    size_t length;
    const char *text = line_at(markdown, line, &length);
    if (!length) return;
    message_add(markdown->messages, CODE_INDENTED, place_on(markdown, line, margin(text, length)),
                "four spaces before a line make it code; expected it at the margin");
}

/* ---- lines that go on ---- */

void swallow_check_lines(struct markdown *markdown, int first_line, int last_line, const char *signs, const char *what)
{
    for (int line = first_line + 1; line <= last_line; line++) {
        size_t length;
        const char *text = line_at(markdown, line, &length);
        size_t indent = 0;
        while (indent < length && text[indent] == ' ') indent++;
        if (indent >= length || text[indent] == '\n' || strchr(signs, *signs == '>' ? text[indent] : *text)) continue;
        message_add(markdown->messages, BLOCK_CONTINUED, place_on(markdown, line, indent),
                    "this line goes on with the %s above it; expected %s before it, or an empty line", what,
                    *signs == '>' ? "`> `" : "four spaces");
        return;
    }
}

/* ---- half a footnote ---- */

static size_t name_length(const char *text)
{
    size_t length = 0;
    while (isalnum((unsigned char)text[length]) || (text[length] && strchr("-_", text[length]))) length++;
    return length;
}

static void tell_half(struct markdown *markdown, const char *at, size_t length, const char *name)
{
    struct place place = locator_here(&markdown->locator);
    bool found = locator_find_bytes(&markdown->locator, at, length, &place);
    if ((found && markdown_is_escaped(markdown, place))) return;
    message_add(markdown->messages, FOOTNOTE_HALF, place, "half a footnote stands here; expected `[^%s]`", name);
}

/* `[1^]` */
static void tell_turned(struct markdown *markdown, const char *text, const char *at)
{
    const char *begin = at;
    while (begin > text && isdigit((unsigned char)begin[-1])) begin--;
    if (begin == at || begin == text || begin[-1] != '[' || at[1] != ']') return;
    const char *name = arena_copy(markdown->arena, begin, (size_t)(at - begin));
    tell_half(markdown, begin - 1, (size_t)(at + 2 - (begin - 1)), name);
}

void swallow_check_notes(struct markdown *markdown, const char *text)
{
    for (const char *at = strchr(text, '^'); at; at = strchr(at + 1, '^')) {
        tell_turned(markdown, text, at);
        size_t length = name_length(at + 1);
        bool opened = at > text && at[-1] == '[', closed = at[1 + length] == ']';
        if (length == 0 || opened == closed) continue;
        const char *name = arena_copy(markdown->arena, at + 1, length);
        if (opened) tell_half(markdown, at - 1, length + 2, name);
        else tell_half(markdown, at, length + 2, name);
    }
}
