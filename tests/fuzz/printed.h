/* From a document's tree to pages and to the file, with what holds of both whatever the document and its styles are. */
#ifndef TESTS_FUZZ_PRINTED_H
#define TESTS_FUZZ_PRINTED_H

#include <math.h>

#include "document/document.h"
#include "fuzz.h"
#include "layout/layout.h"
#include "pdf/draw.h"
#include "pdf/pdf.h"
#include "style/style.h"

enum { SHEETS_MOST = 4 };

struct print {
    const struct node *root;
    struct sheet *sheets[SHEETS_MOST];
    size_t sheet_count;
    const struct images *images;
    struct layout *layout;
};

/* Opened once, for all inputs. */
static struct fonts *printed_fonts;
static struct hyphenator *printed_hyphenator;

static inline void printed_add_sheet(struct run *run, struct print *printed, const struct source *source)
{
    if (source) printed->sheets[printed->sheet_count++] = style_read(run->arena, source, run->messages);
}

/* The sheets of every report, from the folder in which the tests run. */
static inline void printed_add_shipped(struct run *run, struct print *printed)
{
    static const char *const names[] = {"styles/house.css", "styles/document.css", "styles/print.css"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        printed_add_sheet(run, printed, file_read(run->arena, names[i], names[i], run->messages));
}

/* XHTML text to a tree; NULL: told. */
static inline struct node *printed_read(struct run *run, const struct source *source)
{
    size_t count = 1;
    for (const char *c = source->text; *c; c++) count += *c == '\n';
    struct place *lines = arena_array(run->arena, count, sizeof *lines);
    for (size_t i = 0; i < count; i++) lines[i] = (struct place){source, (unsigned)i + 1, 1};
    struct merged_text merged = {source->text, source->length, lines, count};
    struct insertions none = {0};
    return document_read(run->arena, &merged, &none, run->messages);
}

/* Nothing of an author's becomes a program: no scripts, no handlers, no addresses that are code. */
static inline void printed_check_site(struct run *run, const struct node *root)
{
    static const char *const refused[] = {"javascript:", "data:", "vbscript:"};
    struct buffer html = buffer_new(run->arena);
    document_write_html(&html, root);
    promise(!strstr(buffer_text(&html), "<script") && !strstr(buffer_text(&html), "<style"), "text became markup");
    for (const struct node *node = root; node; node = node_next(node, root)) {
        for (const struct attribute *attribute = node->attributes; attribute; attribute = attribute->next) {
            bool address = strcmp(attribute->name, "href") == 0 || strcmp(attribute->name, "src") == 0;
            promise(strncmp(attribute->name, "on", 2) != 0, "a handler: %s", attribute->name);
            for (size_t i = 0; address && i < sizeof refused / sizeof *refused; i++)
                promise(strncmp(attribute->value, refused[i], strlen(refused[i])) != 0, "an address: %s", attribute->value);
        }
    }
}

static inline void printed_check_fragment(const struct fragment *fragment)
{
    promise(isfinite(fragment->x) && isfinite(fragment->y), "a fragment stands nowhere");
    promise(isfinite(fragment->width) && isfinite(fragment->height), "a fragment without a size");
    promise((fragment->origin < ORIGIN_ARTIFACT) == (fragment->node != NULL), "what is read has a node");
    promise(fragment->style, "a fragment without a style");
    if (fragment->kind != FRAGMENT_TEXT) return;
    promise(fragment->font || fragment->glyph_count == 0, "glyphs of no font");
    promise(utf8_invalid(fragment->text, strlen(fragment->text)) == strlen(fragment->text), "a text that is not UTF-8");
    for (size_t i = 0; i < fragment->glyph_count; i++)
        promise(fragment->glyphs[i].cluster < strlen(fragment->text), "a glyph of no letter in \"%s\"", fragment->text);
}

static inline void printed_close(void)
{
    fonts_free(printed_fonts);
    hyphenator_free(printed_hyphenator);
}

static inline void printed_open(void)
{
    printed_fonts = fonts_new();
    printed_hyphenator = hyphenator_new("/usr/share/hyphen");
    atexit(printed_close);
}

static inline void printed_lay_out(struct run *run, struct print *printed)
{
    if (!printed_fonts) printed_open();
    const struct styled *styled = style_document(run->arena, printed->root, printed->sheets, printed->sheet_count,
                                                 "print", run->messages);
    struct layout_input input = {.root = styled, .sheets = printed->sheets, .sheet_count = printed->sheet_count,
                                 .fonts = printed_fonts, .hyphenator = printed_hyphenator, .images = printed->images};
    printed->layout = layout_document(run->arena, &input, run->messages);
    promise(printed->layout->page_count >= 1, "no page");
    for (size_t i = 0; i < printed->layout->page_count; i++) {
        const struct page *page = &printed->layout->pages[i];
        promise(page->label && page->width > 0 && page->height > 0, "page %zu is none", i);
        for (size_t j = 0; j < page->fragment_count; j++) printed_check_fragment(&page->fragments[j]);
    }
    for (size_t i = 0; i < printed->layout->anchor_count; i++)
        promise(printed->layout->anchors[i].page < printed->layout->page_count, "an anchor on no page");
}

/* Marked content is closed before another begins, and graphics states are taken back. */
static inline void printed_check_stream(const struct buffer *out)
{
    int marked = 0, saved = 0;
    if (!out->length) return;
    const char *end = out->data + out->length;
    for (const char *line = out->data; line && line < end;) {
        const char *next = memchr(line, '\n', (size_t)(end - line));
        size_t length = (size_t)((next ? next : end) - line);
        if (length >= 3 && memcmp(line + length - 3, "BDC", 3) == 0) marked++;
        if (length == 3 && memcmp(line, "EMC", 3) == 0) marked--;
        if (length == 1 && *line == 'q') saved++;
        if (length == 1 && *line == 'Q') saved--;
        promise(marked >= 0 && saved >= 0, "an end without a beginning");
        line = next ? next + 1 : NULL;
    }
    promise(saved == 0, "%d graphics states are left open", saved);
}

/* The file; its bytes are the run's. */
static inline const unsigned char *printed_write(struct run *run, const struct print *printed, size_t *length)
{
    struct pdf_metadata metadata = {.title = "Titel", .author = "Inspecties", .subject = "Toezicht", .language = "nl",
                                    .producer = "oordeel", .date = "2025-03-13",
                                    .colour_profile = "/usr/share/color/icc/sRGB.icc"};
    const unsigned char *bytes = NULL;
    size_t errors = messages_count(run->messages, SEVERITY_ERROR);
    bool written = pdf_write(run->arena, printed->root, printed->layout, &metadata, &bytes, length, run->messages);
    if (!written) promise(messages_count(run->messages, SEVERITY_ERROR) > errors, "no file, and nobody told why");
    if (!written) return NULL;
    promise(*length > 100 && memcmp(bytes, "%PDF-", 5) == 0, "no PDF");
    promise(memmem(bytes + *length - 10, 10, "%%EOF", 5) != NULL, "the PDF has no end");
    return bytes;
}

/* The text of the structure tree in its order, as a reader says it; a space between elements that stand apart. */
static inline const char *printed_heard(struct run *run, const struct print *printed)
{
    struct arena *arena = run->arena;
    struct tags *tags = tags_plan(arena, printed->root, printed->layout, destinations_new(arena, printed->layout));
    struct drawing *drawing = draw_pages(arena, printed->layout, tags, typefaces_new(arena, printed->layout));
    for (size_t i = 0; i < printed->layout->page_count; i++) printed_check_stream(&drawing->pages[i].canvas.out);
    tags_finish(tags);
    struct buffer out = buffer_new(arena);
    const struct tag *tag = tags->items[0];
    for (const struct kid *kid = tag->first; tag;) {
        if (!kid || kid->tag) buffer_add_char(&out, ' ');
        if (!kid) {
            kid = tag->as_kid ? tag->as_kid->next : NULL;
            tag = tag == tags->items[0] ? NULL : tag->parent;
            continue;
        }
        if (kid->segment && kid->segment->first) buffer_add(&out, buffer_text(&kid->segment->text));
        if (kid->tag && kid->tag->written) {
            tag = kid->tag;
            kid = tag->first;
            continue;
        }
        kid = kid->next;
    }
    return buffer_text(&out);
}

/* All that happens to a document. */
static inline void printed_whole(struct run *run, struct print *printed)
{
    size_t length = 0;
    printed_lay_out(run, printed);
    struct buffer dump = buffer_new(run->arena);
    layout_dump(&dump, printed->layout);
    printed_heard(run, printed);
    printed_write(run, printed, &length);
}

#endif
