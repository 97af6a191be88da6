/* Boxed blocks in the alert form that authors know from code hosts: a block quote that begins with
 * `[!KIND] Title {#id .variant key=value}`. Some kinds need no text below it; which, compose knows. */
#include "content/markdown.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

#include "base/buffer.h"

/* The length of `[!KIND]` at the begin of the text, or 0. */
static size_t marker_length(const char *text)
{
    if (strncmp(text, "[!", 2) != 0) return 0;
    size_t length = 2;
    while (isalpha((unsigned char)text[length]) || text[length] == '-') length++;
    return length > 2 && text[length] == ']' ? length + 1 : 0;
}

static bool refuse(struct markdown *markdown, struct place place, const char *why)
{
    message_add(markdown->messages, BLOCK_MARKER, place, "%s; expected `> [!KIND] Title {#id}`", why);
    return false;
}

/* A title is listed, referred to and read aloud as bare words: "~~niet~~ gehaald" would say "niet gehaald". */
static void tell_struck(struct markdown *markdown, const struct node *part)
{
    const struct node *struck = node_is(part, "del") ? part : part->name ? node_by_name(part, "del") : NULL;
    if (!struck) return;
    message_add(markdown->messages, TITLE_STRUCK, struck->place,
                "`%s` is struck out in the title of a block; expected the words as they are to be",
                node_string(markdown->arena, struck));
}

/* Takes the paragraph's first line out of it; gives its text. */
static const char *take_line(struct markdown *markdown, struct node *paragraph)
{
    struct buffer title = buffer_new(markdown->arena);
    for (struct node *child = paragraph->first, *next; child; child = next) {
        next = child->next;
        const char *feed = child->text ? strchr(child->text, '\n') : NULL;
        tell_struck(markdown, child);
        if (feed) buffer_add_bytes(&title, child->text, (size_t)(feed - child->text));
        else buffer_add(&title, child->text ? child->text : node_string(markdown->arena, child));
        if (feed && feed[1]) child->text = feed + 1;
        else node_remove(child);
        if (feed || node_is(child, "br")) break;
    }
    return arena_string(markdown->arena, buffer_text(&title));
}

static char *trimmed(struct arena *arena, const char *text, size_t length)
{
    while (length && isspace((unsigned char)text[length - 1])) length--;
    while (length && isspace((unsigned char)*text)) text++, length--;
    return arena_copy(arena, text, length);
}

static bool has_call(const struct node *paragraph)
{
    for (const struct node *child = paragraph->first; child; child = child->next) {
        if (child->name && node_by_class(child, "footnote-call")) return true;
        if (child->text && strchr(child->text, '\n')) return false;
    }
    return false;
}

static void set_title(struct markdown *markdown, struct node *quote, const char *line, struct place place)
{
    char *title = trimmed(markdown->arena, line, strlen(line));
    attributes_take(markdown, quote, title, place);
    title = trimmed(markdown->arena, title, strlen(title));
    if (*title) node_set(markdown->arena, quote, "data-title", title);
}

/* `[QUOTE]` without its `!`, or with it before the bracket. */
static void check_bare_marker(struct markdown *markdown, const struct node *text)
{
    const char *bracket = text->text + (*text->text == '!');
    size_t length = *bracket == '[' ? strspn(bracket + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;
    if (length < 2 || bracket[length + 1] != ']' || markdown_is_escaped(markdown, text->place)) return;
    message_add(markdown->messages, MARKDOWN_SLIP, text->place,
                "`%.*s` makes no block; expected `[!%.*s]`", (int)(bracket - text->text + (ptrdiff_t)length + 2), text->text,
                (int)length, bracket + 1);
}

void alert_resolve(struct markdown *markdown, struct node *quote)
{
    struct node *paragraph = quote->first;
    if (!paragraph || !node_is(paragraph, "p") || !paragraph->first || !paragraph->first->text) return;
    const char *text = paragraph->first->text;
    if (strncmp(text, "[!", 2) != 0) {
        check_bare_marker(markdown, paragraph->first);
        return;
    }
    struct place place = paragraph->first->place;
    size_t length = marker_length(text);
    if (!length) {
        refuse(markdown, place, "the marker of this block is not complete");
        return;
    }
    if (has_call(paragraph))
        message_add(markdown->messages, FOOTNOTE_NESTED, place,
                    "a block's title calls a footnote; expected plain text");
    char *kind = arena_copy(markdown->arena, text + 2, length - 3);
    for (char *c = kind; *c; c++) *c = (char)tolower((unsigned char)*c);
    paragraph->first->text = text + length;
    const char *line = take_line(markdown, paragraph);
    if (!paragraph->first) node_remove(paragraph);
    else definitions_resolve(markdown, paragraph);
    quote->name = "aside";
    node_set(markdown->arena, quote, "data-block", kind);
    set_title(markdown, quote, line, place);
}
