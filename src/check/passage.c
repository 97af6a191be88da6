#include "check/passage.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "check/texts.h"

enum { LANGUAGES = 8 }; /* more than there are in words.c */

struct collector {
    struct arena *arena;
    struct passages *passages;
    struct seeker *seeker;
    size_t capacity, data_capacity;
    const struct text *in;
    const struct node *block; /* of the passage that is open; NULL: none is */
    struct buffer text;
    struct run *runs;
    size_t run_count, run_capacity;
    const struct words *words; /* of the report */
    struct {
        const struct words *words;
        const struct vocabulary *vocabulary;
    } known[LANGUAGES];
};

/* ---- passages from trees ---- */

/* Made when the first passage in that language comes. */
static const struct vocabulary *vocabulary_of(struct collector *collector, const struct words *words)
{
    size_t i = 0;
    while (words && collector->known[i].words && collector->known[i].words != words) i++;
    if (words && !collector->known[i].words) {
        collector->known[i].words = words;
        collector->known[i].vocabulary = vocabulary_new(collector->arena, words);
    }
    return words ? collector->known[i].vocabulary : NULL;
}

static struct passage *append(struct collector *collector, struct passage passage)
{
    struct passages *passages = collector->passages;
    passage.vocabulary = vocabulary_of(collector, passage.words);
    passages->items =
        arena_grow(collector->arena, passages->items, passages->count, &collector->capacity, sizeof passage);
    passages->items[passages->count] = passage;
    return &passages->items[passages->count++];
}

/* The language that is nearest around the node. */
static const struct words *words_at(const struct collector *collector, const struct node *node)
{
    for (; node; node = node->parent) {
        const char *language = node_get(node, "lang");
        if (!language) language = node_get(node, "data-lang");
        if (language) return words_of(language);
    }
    return collector->words;
}

static enum passage_kind kind_of(const struct node *block)
{
    if (node_heading_level(block)) return PASSAGE_HEADING;
    if (node_is(block, "td") || node_is(block, "th")) return PASSAGE_CELL;
    return node_is(block, "pre") ? PASSAGE_CODE : PASSAGE_TEXT;
}

static void close_passage(struct collector *collector)
{
    const struct node *block = collector->block;
    collector->block = NULL;
    if (!block || collector->text.length == 0) return;
    struct passage passage = {.kind = kind_of(block),
                              .in = collector->in,
                              .node = block,
                              .words = words_at(collector, block),
                              .text = collector->text.data,
                              .length = collector->text.length,
                              .runs = collector->runs,
                              .run_count = collector->run_count,
                              .seeker = collector->seeker};
    scan_passage(collector->arena, append(collector, passage));
}

static const struct node *block_of(const struct node *node, const struct node *root)
{
    const struct node *at = node->parent;
    while (at && at != root && !node_is_block(at)) at = at->parent;
    return at;
}

static void open_passage(struct collector *collector, const struct node *block)
{
    if (collector->block == block) return;
    close_passage(collector);
    collector->block = block;
    collector->text = buffer_new(collector->arena);
    collector->runs = NULL;
    collector->run_count = collector->run_capacity = 0;
}

static void add_run(struct collector *collector, const char *text, struct place place)
{
    collector->runs = arena_grow(collector->arena, collector->runs, collector->run_count, &collector->run_capacity,
                                 sizeof *collector->runs);
    collector->runs[collector->run_count++] = (struct run){collector->text.length, place, text, NULL};
    for (size_t length; *text; text += length) {
        length = strcspn(text, "\n");
        buffer_add_bytes(&collector->text, text, length);
        if (text[length] != '\n') continue;
        buffer_add_char(&collector->text, ' ');
        length++;
    }
}

/* A text that is no part of the running one: a title, an address. */
static void add_apart(struct collector *collector, enum passage_kind kind, const struct node *node, const char *text)
{
    struct run *run = arena_make(collector->arena, struct run);
    *run = (struct run){.place = node->place, .text = text};
    struct passage passage = {.kind = kind,
                              .in = collector->in,
                              .node = node,
                              .words = words_at(collector, node),
                              .text = text,
                              .length = strlen(text),
                              .runs = run,
                              .run_count = 1,
                              .seeker = collector->seeker};
    if (passage.length) scan_passage(collector->arena, append(collector, passage));
}

static void add_link(struct collector *collector, const struct node *link, const struct node *root)
{
    const char *address = node_get(link, "href");
    if (!address || node_has_class(link, "footnote-call")) return;
    if (block_of(link, root) != collector->block) close_passage(collector);
    add_apart(collector, PASSAGE_ADDRESS, link, address);
    if (link->first) return;
    open_passage(collector, block_of(link, root));
    add_run(collector, OBJECT, link->place);
    collector->runs[collector->run_count - 1].node = link;
}

/* The words in a drawing are no sentences, but readers see them. */
static bool is_in_drawing(const struct node *node, const struct node *root)
{
    const struct node *at = node->parent;
    while (at && at != root && !node_is_block(at) && !node_is(at, "svg")) at = at->parent;
    return node_is(at, "svg");
}

static void add_drawing(struct collector *collector, const struct node *drawing)
{
    const char *label = node_get(drawing, "aria-label");
    if (label) add_apart(collector, PASSAGE_ALTERNATIVE, drawing, label);
    for (const struct node *node = drawing; node; node = node_next(node, drawing)) {
        if (node_is(node, "text")) add_apart(collector, PASSAGE_CODE, node, node_string(collector->arena, node));
    }
}

/* The name of its file is part of the site, too. */
static void add_image(struct collector *collector, const struct node *image)
{
    const char *alternative = node_get(image, "alt"), *file = node_get(image, "src");
    if (alternative) add_apart(collector, PASSAGE_ALTERNATIVE, image, alternative);
    if (file) add_apart(collector, PASSAGE_ADDRESS, image, file);
}

static void add_node(struct collector *collector, const struct node *node, const struct node *root)
{
    if (node_is(node, "svg")) add_drawing(collector, node);
    else if (is_in_drawing(node, root)) return;
    else if (node->text) {
        open_passage(collector, block_of(node, root));
        add_run(collector, node->text, node->place);
    } else if (node_is(node, "a")) add_link(collector, node, root);
    else if (node_is(node, "br") && collector->block) add_run(collector, "\n", node->place);
    else if (node_is(node, "img")) add_image(collector, node);
    else if (node_get(node, "data-title")) {
        close_passage(collector);
        add_apart(collector, PASSAGE_TITLE, node, node_get(node, "data-title"));
    }
}

static void add_tree(struct collector *collector, const struct node *root)
{
    for (const struct node *node = root->first; node; node = node_next(node, root)) add_node(collector, node, root);
    close_passage(collector);
}

/* ---- passages from data ---- */

static void add_data(struct collector *collector, const struct value *value)
{
    struct passages *passages = collector->passages;
    struct run *run = arena_make(collector->arena, struct run);
    *run = (struct run){.place = value->place, .text = value->text};
    passages->data = arena_grow(collector->arena, passages->data, passages->data_count, &collector->data_capacity,
                                sizeof *passages->data);
    passages->data[passages->data_count++] = (struct passage){.kind = PASSAGE_DATA,
                                                              .words = collector->words,
                                                              .text = value->text,
                                                              .length = strlen(value->text),
                                                              .runs = run,
                                                              .run_count = 1,
                                                              .seeker = collector->seeker};
}

/* What site.yaml says of the checks themselves, and of the publisher, is meant to be there. */
static bool is_meant(const char *key)
{
    static const char *const keys[] = {"names", "allowed", "checks", "address", "contact", "base_url", NULL};
    return is_one_of(key, keys);
}

/* Recursion is bounded: content/ refuses YAML that is nested deeper than 64. */
static void add_values(struct collector *collector, const struct value *value, bool site)
{
    if (value->kind == VALUE_STRING) add_data(collector, value);
    for (size_t i = 0; value->kind == VALUE_LIST && i < value->count; i++)
        add_values(collector, value->items[i], false);
    for (size_t i = 0; value->kind == VALUE_MAP && i < value->count; i++) {
        if (!site || !is_meant(value->members[i].key)) add_values(collector, value->members[i].value, false);
    }
}

static void add_file(struct collector *collector, const struct value *file)
{
    add_values(collector, file, strcmp(file->place.source->path, "site.yaml") == 0);
}

/* Is the report's folder the first of the path? */
static int by_folder(const void *key, const void *item)
{
    const char *path = key, *id = (*(struct report *const *)item)->id;
    size_t length = strcspn(path, "/"), own = strlen(id);
    int order = strncmp(path, id, length < own ? length : own);
    return order ? order : (length > own) - (length < own);
}

static bool is_of_a_report(const struct publication *publication, const char *path)
{
    return strchr(path, '/') && publication->report_count &&
           bsearch(path, publication->reports, publication->report_count, sizeof *publication->reports, by_folder);
}

/* ---- the whole ---- */

struct passages passages_of_report(struct arena *arena, const struct publication *publication,
                                   const struct report *report)
{
    struct passages passages = {0};
    struct collector collector = {.arena = arena, .passages = &passages, .words = words_of(report->language)};
    collector.seeker = arena_make(arena, struct seeker);
    passages.vocabulary = vocabulary_of(&collector, collector.words);
    passages.texts = texts_of_report(arena, report, &passages.text_count);
    for (size_t i = 0; i < passages.text_count; i++) {
        collector.in = &passages.texts[i];
        if (collector.in->title) add_tree(&collector, collector.in->title);
        add_tree(&collector, collector.in->body);
    }
    for (size_t i = 0; i < report->file_count; i++) {
        const struct value *file = publication->files[report->first_file + i];
        if (file->place.source) add_file(&collector, file);
    }
    return passages;
}

struct passages passages_of_folder(struct arena *arena, const struct publication *publication)
{
    struct passages passages = {0};
    struct collector collector = {.arena = arena, .passages = &passages, .words = words_of(publication->language)};
    collector.seeker = arena_make(arena, struct seeker);
    for (size_t i = 0; i < publication->file_count; i++) {
        const struct value *file = publication->files[i];
        if (file->place.source && !is_of_a_report(publication, file->place.source->path)) add_file(&collector, file);
    }
    return passages;
}

const char *passage_quote(struct arena *arena, const struct passage *passage, size_t at, size_t length)
{
    enum { MOST = 40 };
    size_t shown = utf8_offset(passage->text + at, length, MOST);
    return arena_format(arena, "%.*s%s", (int)shown, passage->text + at, shown < length ? "…" : "");
}
