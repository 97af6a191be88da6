/* The strict reader: merged text into a tree. libxml2 is shared with svg.c (xml.h).
 *
 * libxml2 reports what it sees (SAX2); the tree is ours. A start tag is reported after its last attribute, so
 * its line is found by going back to its `<`, which cannot stand in an attribute's value (XML 1.0, 3.1). */
#include "document/document.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "document/element.h"
#include "document/xml.h"

enum { SIZE_MAX_BYTES = 64 * 1024 * 1024 };

struct reader {
    struct arena *arena;
    const struct merged_text *merged;
    const struct insertions *insertions;
    struct messages *messages;
    xmlParserCtxt *parser;
    struct node *root, *open; /* `open`: the element whose end was not seen yet */
    size_t depth;             /* of `open`; the root has 1 */
    struct buffer text;       /* the text being collected; its node is made when it ends */
    struct place text_place;
    bool text_inserted; /* it holds text of an insertion, whose place it has */
    bool *used;         /* [insertions->count] */
    bool failed;
};

/* ---- places and messages ---- */

static struct place place_of_line(const struct merged_text *merged, size_t line)
{
    if (merged->line_count == 0) return (struct place){0};
    if (line < 1) line = 1;
    if (line > merged->line_count) line = merged->line_count;
    return merged->lines[line - 1];
}

static size_t current_line(const struct reader *reader)
{
    const xmlParserInput *input = reader->parser->input;
    return input && input->line > 0 ? (size_t)input->line : 1;
}

static struct place place_here(const struct reader *reader)
{
    return place_of_line(reader->merged, current_line(reader));
}

static struct place place_of_tag(const struct reader *reader)
{
    size_t line = current_line(reader);
    long offset = xmlByteConsumed(reader->parser);
    if (offset < 0 || (size_t)offset > reader->merged->length) return place_of_line(reader->merged, line);
    const char *text = reader->merged->text;
    while (offset > 0 && text[offset] != '<') line -= text[--offset] == '\n' && line > 1;
    return place_of_line(reader->merged, line);
}

static void stop(struct reader *reader)
{
    reader->failed = true;
    xmlStopParser(reader->parser);
}

/* libxml2 would say at which line of the merged text the element began, which no one can see. */
static bool is_unclosed(const struct reader *reader, int code)
{
    return reader->open &&
           (code == XML_ERR_TAG_NAME_MISMATCH || code == XML_ERR_TAG_NOT_FINISHED || code == XML_ERR_DOCUMENT_END);
}

static void tell_unclosed(struct reader *reader, struct place place)
{
    struct place began = reader->open->place;
    message_add(reader->messages, MERGED_NOT_WELL_FORMED, place,
                "The element \"%s\", opened at %s:%u, is not closed here", reader->open->name,
                began.source ? began.source->path : "?", began.line);
}

/* Only the first: what follows a broken tag is noise. */
static void on_error(void *data, xmlErrorPtr error)
{
    struct reader *reader = data;
    if (reader->failed) return;
    size_t length = error->message ? strcspn(error->message, "\n") : 0;
    struct place place = place_of_line(reader->merged, error->line > 0 ? (size_t)error->line : 1);
    if (is_unclosed(reader, error->code)) tell_unclosed(reader, place);
    else
        message_add(reader->messages, MERGED_NOT_WELL_FORMED, place, "The merged text is not well-formed: %.*s",
                    (int)(length < 300 ? length : 300), length ? error->message : "");
    if (error->code == XML_ERR_UNDECLARED_ENTITY || error->code == XML_WAR_UNDECLARED_ENTITY)
        message_hint(reader->messages, "write the character itself, or its number: &#160;");
    stop(reader);
}

/* ---- texts ---- */

static void flush_text(struct reader *reader)
{
    struct buffer *text = &reader->text;
    if (text->length) {
        const char *copy = arena_copy(reader->arena, text->data, text->length);
        node_append(reader->open, node_text(reader->arena, copy, reader->text_place));
    }
    text->length = 0;
    reader->text_inserted = false;
}

static size_t line_feeds(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++) count += text[i] == '\n';
    return count;
}

static void on_characters(void *data, const xmlChar *bytes, int length)
{
    struct reader *reader = data;
    const char *text = (const char *)bytes;
    size_t count = (size_t)length;
    if (reader->failed || !reader->open || count == 0) return;
    if (reader->text.length == 0) {
        size_t blank = 0;
        while (blank < count && strchr(" \n\t\r", text[blank])) blank++;
        size_t after = line_feeds(text + blank, count - blank), line = current_line(reader);
        reader->text_place = place_of_line(reader->merged, line > after ? line - after : 1);
    }
    buffer_add_bytes(&reader->text, text, count);
}

/* ---- elements ---- */

static bool check_element(struct reader *reader, const char *name, const xmlChar *prefix, struct place place)
{
    const struct element *element = prefix ? NULL : element_find(name);
    if (element && !(element->flags & ELEMENT_REFUSED)) return true;
    if (element) {
        message_add(reader->messages, ELEMENT_REFUSED_HERE, place, "The element \"%s\" is not allowed in a document",
                    name);
    } else {
        message_add(reader->messages, ELEMENT_UNKNOWN, place, "There is no HTML element \"%s%s%s\"",
                    prefix ? (const char *)prefix : "", prefix ? ":" : "", name);
        const char **names = arena_array(reader->arena, element_count(), sizeof *names);
        for (size_t i = 0; i < element_count(); i++) names[i] = element_name(i);
        const char *nearest = suggest(name, names, element_count());
        if (nearest) message_hint(reader->messages, "did you mean \"%s\"?", nearest);
    }
    stop(reader);
    return false;
}

static bool check_attribute(struct reader *reader, const char *name, const xmlChar *prefix, struct place place)
{
    if (!prefix && strncmp(name, "on", 2) != 0 && strcmp(name, "style") != 0) return true;
    message_add(reader->messages, ATTRIBUTE_REFUSED, place, "The attribute \"%s%s%s\" is not allowed in a document",
                prefix ? (const char *)prefix : "", prefix ? ":" : "", name);
    stop(reader);
    return false;
}

/* libxml2 gives five pointers per attribute: name, prefix, namespace, first byte of the value, its end. */
static bool add_attributes(struct reader *reader, struct node *node, int count, const xmlChar **five)
{
    struct attribute **end = &node->attributes;
    for (int i = 0; i < count; i++, five += 5) {
        if (!check_attribute(reader, (const char *)five[0], five[1], node->place)) return false;
        *end = arena_make(reader->arena, struct attribute);
        (*end)->name = arena_string(reader->arena, (const char *)five[0]);
        (*end)->value = arena_copy(reader->arena, (const char *)five[3], (size_t)(five[4] - five[3]));
        end = &(*end)->next;
    }
    return true;
}

static bool too_deep(struct reader *reader, size_t depth, struct place place)
{
    if (depth <= DOCUMENT_DEPTH_MAX) return false;
    message_add(reader->messages, DOCUMENT_TOO_DEEP, place, "Elements are nested deeper than %d levels",
                DOCUMENT_DEPTH_MAX);
    stop(reader);
    return true;
}

static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
                     const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attributes)
{
    (void)uri, (void)namespace_count, (void)namespaces, (void)defaulted;
    struct reader *reader = data;
    if (reader->failed) return;
    struct place place = place_of_tag(reader);
    if (!check_element(reader, (const char *)name, prefix, place)) return;
    if (too_deep(reader, reader->depth + 1, place)) return;
    struct node *node = node_element(reader->arena, element_find((const char *)name)->name, place);
    if (!add_attributes(reader, node, attribute_count, attributes)) return;
    if (reader->open) {
        flush_text(reader);
        node_append(reader->open, node);
    } else {
        reader->root = node;
    }
    reader->open = node;
    reader->depth++;
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)name, (void)prefix, (void)uri;
    struct reader *reader = data;
    if (reader->failed) return;
    flush_text(reader);
    reader->open = reader->open->parent;
    reader->depth--;
}

/* ---- insertions ---- */

static bool check_depths(struct reader *reader, const struct node *tree)
{
    size_t depth = reader->depth;
    const struct node *node = tree->first;
    while (node) {
        if (node->name && too_deep(reader, depth + 1, node->place)) return false;
        if (node->first) {
            node = node->first;
            depth++;
            continue;
        }
        while (node != tree && !node->next) {
            node = node->parent;
            if (node != tree) depth--;
        }
        node = node == tree ? NULL : node->next;
    }
    return true;
}

static void insert(struct reader *reader, struct node *tree)
{
    for (struct node *child = tree->first, *next; child; child = next) {
        next = child->next;
        node_remove(child);
        if (child->name) {
            flush_text(reader);
            node_append(reader->open, child);
            continue;
        }
        buffer_add(&reader->text, child->text);
        if (!reader->text_inserted) reader->text_place = child->place;
        reader->text_inserted = true;
    }
}

static void on_instruction(void *data, const xmlChar *target, const xmlChar *content)
{
    struct reader *reader = data;
    if (reader->failed) return;
    char *end = NULL;
    const char *digits = content ? (const char *)content : "";
    unsigned long number = *digits >= '0' && *digits <= '9' ? strtoul(digits, &end, 10) : ULONG_MAX;
    bool known = strcmp((const char *)target, "insert") == 0 && end && !*end && reader->open && reader->insertions &&
                 number < reader->insertions->count && !reader->used[number];
    if (!known) {
        message_add(reader->messages, MERGED_NOT_WELL_FORMED, place_here(reader),
                    "The processing instruction \"%.40s %.40s\" stands for nothing, or was used before",
                    (const char *)target, digits);
        stop(reader);
        return;
    }
    reader->used[number] = true;
    if (check_depths(reader, reader->insertions->items[number])) insert(reader, reader->insertions->items[number]);
}

/* A document type could declare entities that grow without bound, or read files. */
static void on_doctype(void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    struct reader *reader = data;
    if (reader->failed) return;
    message_add(reader->messages, MERGED_NOT_WELL_FORMED, place_here(reader), "A document type is not allowed here");
    stop(reader);
}

/* ---- white space between blocks ---- */

static bool is_blank(const struct node *node)
{
    return node->text && strspn(node->text, " \n\t\r\f") == strlen(node->text);
}

static bool holds_text(const struct node *node)
{
    return !(element_flags(node->name) & ELEMENT_STRUCTURE);
}

/* Nothing or a block at both sides, and at least one block. */
static bool is_between_blocks(const struct node *text)
{
    const struct node *before = text->previous, *after = text->next;
    return (before || after) && (!before || node_is_block(before)) && (!after || node_is_block(after));
}

static void drop_blanks(struct node *root)
{
    for (struct node *node = root, *next; node; node = next) {
        next = node_next(node, root);
        if (!is_blank(node) || node_is(node->parent, "pre")) continue;
        if (is_between_blocks(node) || !holds_text(node->parent)) node_remove(node);
    }
}

/* ---- the door ---- */

static xmlSAXHandler handler(void)
{
    return (xmlSAXHandler){
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_characters,
        .ignorableWhitespace = on_characters,
        .cdataBlock = on_characters,
        .processingInstruction = on_instruction,
        .internalSubset = on_doctype,
        .serror = on_error,
    };
}

static void parse(struct reader *reader)
{
    xmlSAXHandler sax = handler();
    xml_parse(&sax, reader, &reader->parser, reader->merged->text, reader->merged->length);
}

struct node *document_read(struct arena *arena, const struct merged_text *merged, const struct insertions *insertions,
                           struct messages *messages)
{
    if (merged->length > SIZE_MAX_BYTES) {
        message_add(messages, DOCUMENT_TOO_LARGE, place_of_line(merged, 1), "The merged text is larger than 64 MiB");
        return NULL;
    }
    struct reader reader = {
        .arena = arena, .merged = merged, .insertions = insertions, .messages = messages, .text = buffer_new(arena)};
    reader.used = arena_array(arena, insertions ? insertions->count : 0, sizeof *reader.used);
    parse(&reader);
    if (reader.failed) return NULL;
    drop_blanks(reader.root);
    return reader.root;
}
