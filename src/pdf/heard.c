/* The dump of what is heard: who reads this hears the document as a screen reader tells the PDF's structure. */
#include "pdf/heard.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "pdf/file.h"

/* ---- lines ---- */

void heard_line(struct heard *heard, const char *format, ...)
{
    char text[400];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    for (size_t i = 0; i < heard->depth; i++) buffer_add(heard->out, "  ");
    buffer_add(heard->out, text);
}

/* Behind the words that begin a line, or on a line of its own when there are none. */
static void end_line(struct heard *heard, const char *words)
{
    words += strspn(words, " ");
    size_t length = strlen(words);
    while (length && words[length - 1] == ' ') length--;
    if (length) buffer_add(heard->out, ": ");
    buffer_add_bytes(heard->out, words, length);
    buffer_add_char(heard->out, '\n');
}

/* ---- kids ---- */

static bool is_type(const struct tag *tag, const char *name)
{
    return strcmp(tag->type->name, name) == 0;
}

const struct kid *heard_next(const struct tag *tag, const struct kid *kid, int kinds)
{
    for (kid = kid ? kid->next : tag->first; kid; kid = kid->next) {
        if (kid->tag && kid->tag->written && kid->tag->type->kind & kinds) return kid;
    }
    return NULL;
}

size_t heard_count(const struct tag *tag, int kinds)
{
    size_t count = 0;
    for (const struct kid *kid = NULL; (kid = heard_next(tag, kid, kinds));) count++;
    return count;
}

/* ---- words ---- */

static void add_spoken(struct buffer *words, const char *text)
{
    for (; *text; text++) {
        char c = (unsigned char)*text < 0x20 ? ' ' : *text;
        bool again = c == ' ' && words->length && buffer_text(words)[words->length - 1] == ' ';
        if (!again) buffer_add_char(words, c);
    }
}

/* A link with where it leads; what it says alone, where that is more than its text. */
static void add_link(struct heard *heard, struct buffer *words, const struct tag *tag, const char *text)
{
    const char *href = destinations_address(tag->node);
    buffer_format(words, "[link to %s: %s", href ? href : "?", text);
    if (node_get(tag->node, "aria-label")) buffer_format(words, " = %s", link_contents(heard->arena, tag->node));
    buffer_add_char(words, ']');
}

/* "TextDecorationType LineThrough": what the layout says, for readers who tell it. */
static void add_layout(struct buffer *words, const struct tag *tag)
{
    for (const struct layout_attribute *each = tag->layout; each; each = each->next)
        buffer_format(words, "[%s %s] ", each->name, each->value);
}

static void add_element(struct heard *heard, struct buffer *words, const struct tag *tag)
{
    struct buffer inner = buffer_new(heard->arena);
    if (tag->alternative) {
        buffer_format(words, "[figure: %s]", utf8_spoken(heard->arena, tag->alternative));
        return;
    }
    heard_words(heard, &inner, tag);
    /* A space that ends a line may stand at the end of the element: it is heard behind it. */
    size_t length = inner.length;
    while (length && buffer_text(&inner)[length - 1] == ' ') length--;
    const char *text = arena_copy(heard->arena, buffer_text(&inner), length);
    if (tag->language_changes) buffer_format(words, "[%s] ", tag->language);
    add_layout(words, tag);
    if (is_type(tag, "Link")) add_link(heard, words, tag, text);
    else if (tag->expansion) buffer_format(words, "[%s = %s]", text, utf8_spoken(heard->arena, tag->expansion));
    else buffer_add(words, text);
    if (length < inner.length) buffer_add_char(words, ' ');
}

void heard_words(struct heard *heard, struct buffer *words, const struct tag *tag)
{
    for (const struct kid *kid = tag->first; kid; kid = kid->next) {
        if (kid->segment && kid->segment->first) add_spoken(words, buffer_text(&kid->segment->text));
        if (!kid->tag || !kid->tag->written) continue;
        bool apart = kid->tag->type->kind & KIND_BLOCK && !(kid->tag->type->kind & KIND_INLINE);
        if (apart && words->length) add_spoken(words, " ");
        add_element(heard, words, kid->tag);
    }
}

/* ---- blocks ---- */

static void say(struct heard *heard, const struct tag *tag);

static const char *language_of(struct heard *heard, const struct tag *tag)
{
    struct buffer words = buffer_new(heard->arena);
    if (tag->language_changes) buffer_format(&words, " [%s]", tag->language);
    for (const struct layout_attribute *each = tag->layout; each; each = each->next)
        buffer_format(&words, " [%s %s]", each->name, each->value);
    return buffer_text(&words);
}

/* Words and inline elements, but a figure that stands alone as a block is one. */
static bool is_inline(const struct kid *kid, const struct tag *parent)
{
    if (kid->segment) return kid->segment->first;
    if (!kid->tag->written) return false;
    if (is_type(kid->tag, "Figure")) return !(parent->type->holds & KIND_BLOCK);
    return kid->tag->type->kind & KIND_INLINE || is_type(kid->tag, "Lbl");
}

static void add_kid(struct heard *heard, struct buffer *words, const struct kid *kid)
{
    if (kid->segment) add_spoken(words, buffer_text(&kid->segment->text));
    else add_element(heard, words, kid->tag);
}

/* The only block in an element that has no words of its own; it needs no line of its own. */
static const struct tag *only_paragraph(const struct tag *tag)
{
    const struct tag *only = NULL;
    for (const struct kid *kid = tag->first; kid; kid = kid->next) {
        if (kid->segment && kid->segment->first) return NULL;
        if (!kid->tag || !kid->tag->written) continue;
        if (only || !is_type(kid->tag, "P") || kid->tag->language_changes || kid->tag->layout) return NULL;
        only = kid->tag;
    }
    return only;
}

void heard_content(struct heard *heard, const struct tag *tag)
{
    const struct tag *paragraph = only_paragraph(tag);
    const struct kid *kid = paragraph ? paragraph->first : tag->first;
    struct buffer words = buffer_new(heard->arena);
    for (; kid && (is_inline(kid, tag) || !kid->tag || !kid->tag->written); kid = kid->next) {
        if (is_inline(kid, paragraph ? paragraph : tag)) add_kid(heard, &words, kid);
    }
    end_line(heard, buffer_text(&words));
    heard->depth++;
    while (kid) {
        if (!is_inline(kid, tag)) {
            if (kid->tag && kid->tag->written) say(heard, kid->tag);
            kid = kid->next;
            continue;
        }
        struct buffer more = buffer_new(heard->arena);
        for (; kid && is_inline(kid, tag); kid = kid->next) add_kid(heard, &more, kid);
        const char *text = buffer_text(&more);
        if (!text[strspn(text, " ")]) continue;
        heard_line(heard, "text");
        end_line(heard, text);
    }
    heard->depth--;
}

/* The label's words, as they are drawn. */
static const char *label_of(struct heard *heard, const struct tag *tag)
{
    struct buffer words = buffer_new(heard->arena);
    for (const struct kid *kid = NULL; (kid = heard_next(tag, kid, KIND_PART));) {
        if (is_type(kid->tag, "Lbl")) heard_words(heard, &words, kid->tag);
    }
    return buffer_text(&words);
}

static void say_item(struct heard *heard, const struct tag *item, const char *name)
{
    const char *label = label_of(heard, item);
    const struct kid *body = NULL;
    if (*label) heard_line(heard, "%s \"", name), buffer_add(heard->out, label), buffer_add_char(heard->out, '"');
    else heard_line(heard, "%s", name);
    while ((body = heard_next(item, body, KIND_PART)) && !is_type(body->tag, "LBody")) continue;
    buffer_add(heard->out, language_of(heard, body ? body->tag : item));
    if (body) heard_content(heard, body->tag);
    else buffer_add_char(heard->out, '\n');
}

static void say_list(struct heard *heard, const struct tag *tag)
{
    size_t count = heard_count(tag, KIND_ITEM);
    bool numbered = tag->numbering && strcmp(tag->numbering, "None") != 0;
    heard_line(heard, "list of %zu item%s%s%s%s\n", count, count == 1 ? "" : "s", numbered ? ", " : "",
               numbered ? tag->numbering : "", language_of(heard, tag));
    heard->depth++;
    for (const struct kid *kid = NULL; (kid = heard_next(tag, kid, KIND_ITEM | KIND_CAPTION));) {
        if (kid->tag->type->kind == KIND_ITEM) say_item(heard, kid->tag, "item");
        else say(heard, kid->tag);
    }
    heard->depth--;
}

/* An entry is a Reference and, below it, the list of what it holds. */
static void say_contents(struct heard *heard, const struct tag *tag)
{
    size_t count = heard_count(tag, KIND_ENTRY);
    heard_line(heard, "contents of %zu entr%s\n", count, count == 1 ? "y" : "ies");
    heard->depth++;
    for (const struct kid *kid = NULL; (kid = heard_next(tag, kid, KIND_ENTRY));) {
        heard_line(heard, "entry");
        heard_content(heard, kid->tag);
    }
    heard->depth--;
}

static void say_note(struct heard *heard, const struct tag *tag)
{
    heard_line(heard, "note%s", language_of(heard, tag));
    heard_content(heard, tag);
}

static void say_figure(struct heard *heard, const struct tag *tag)
{
    heard_line(heard, "figure%s", language_of(heard, tag));
    end_line(heard, tag->alternative ? utf8_spoken(heard->arena, tag->alternative) : "");
}

/* Elements that only hold others are silent, unless their language is another one. */
static void say_group(struct heard *heard, const struct tag *tag)
{
    const char *language = language_of(heard, tag);
    if (*language) heard_line(heard, "group%s\n", language);
    heard->depth += *language != 0;
    for (const struct kid *kid = tag->first; kid; kid = kid->next) {
        if (kid->tag && kid->tag->written) say(heard, kid->tag);
    }
    heard->depth -= *language != 0;
}

static void say_named(struct heard *heard, const struct tag *tag, const char *name)
{
    heard_line(heard, "%s%s", name, language_of(heard, tag));
    heard_content(heard, tag);
}

static void say_document(struct heard *heard, const struct tag *tag)
{
    heard_line(heard, "document%s\n", language_of(heard, tag));
    for (const struct kid *kid = tag->first; kid; kid = kid->next) {
        if (kid->tag && kid->tag->written) say(heard, kid->tag);
    }
}

static const struct {
    const char *type;
    void (*say)(struct heard *heard, const struct tag *tag);
    const char *name; /* where `say` is NULL */
} sayings[] = {
    {"Document", say_document, NULL},   {"Art", say_group, NULL},          {"Sect", say_group, NULL},
    {"Div", say_group, NULL},           {"L", say_list, NULL},             {"TOC", say_contents, NULL},
    {"Table", heard_table, NULL},       {"Figure", say_figure, NULL},      {"Note", say_note, NULL},
    {"P", NULL, "paragraph"},           {"H1", NULL, "heading level 1"},   {"H2", NULL, "heading level 2"},
    {"H3", NULL, "heading level 3"},    {"H4", NULL, "heading level 4"},   {"H5", NULL, "heading level 5"},
    {"H6", NULL, "heading level 6"},    {"Caption", NULL, "caption"},      {"BlockQuote", NULL, "quotation"},
};

static void say(struct heard *heard, const struct tag *tag)
{
    for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++) {
        if (!is_type(tag, sayings[i].type)) continue;
        if (sayings[i].say) sayings[i].say(heard, tag);
        else say_named(heard, tag, sayings[i].name);
        return;
    }
    say_named(heard, tag, tag->type->name);
}

bool pdf_dump_heard(struct arena *arena, struct buffer *out, const struct node *document, const struct layout *layout,
                    struct messages *messages)
{
    (void)messages;
    struct heard heard = {.arena = arena, .out = out};
    say(&heard, tags_drawn(arena, document, layout)->items[0]);
    return true;
}
