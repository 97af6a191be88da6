/* Random documents with random styles: every word that is shown comes out once, in the order of the document, on the pages
 * and in what is read aloud; and pages are no more than the content asks for.
 *
 * FUZZ_PDF=FOLDER keeps what an input gives there, for readers from outside: NAME.html, .css, .pdf and .words. */
#include "document.h"
#include "printed.h"

/* ---- the words that must come out ---- */

/* The numbers of words in a text: digits behind an x. Marks that are not shown do not count. */
static void collect(struct run *run, const char *text, struct buffer *numbers)
{
    struct buffer plain = buffer_new(run->arena);
    for (size_t length; *text; text += length) {
        uint32_t code_point = utf8_decode(text, &length);
        if (code_point != 0xAD && code_point != 0x200B && code_point != 0x2060) buffer_add_bytes(&plain, text, length);
    }
    for (const char *at = buffer_text(&plain); *at; at++) {
        size_t digits = *at == 'x' || *at == 'X' ? strspn(at + 1, "0123456789") : 0;
        if (digits) buffer_format(numbers, "%.*s ", (int)digits, at + 1);
    }
}

/* Of the document, in its order, without what is not displayed. */
static void expected(struct run *run, const struct styled *styled, struct buffer *out)
{
    if (!styled->node->name) collect(run, styled->node->text, out);
    if (styled->node->name && styled->style->display == DISPLAY_NONE) return;
    for (const struct styled *child = styled->first; child; child = child->next) expected(run, child, out);
}

/* Of the pages: by node, since floats and notes are painted where they stand. */
static void check_pages(struct run *run, const struct print *printed)
{
    for (const struct node *node = printed->root; node; node = node_next(node, printed->root)) {
        if (node->name) continue;
        struct buffer wanted = buffer_new(run->arena), shown = buffer_new(run->arena), text = buffer_new(run->arena);
        for (size_t i = 0; i < printed->layout->page_count; i++) {
            const struct page *page = &printed->layout->pages[i];
            for (size_t j = 0; j < page->fragment_count; j++) {
                const struct fragment *fragment = &page->fragments[j];
                if (fragment->kind == FRAGMENT_TEXT && fragment->origin == ORIGIN_CONTENT && fragment->node == node)
                    buffer_add(&text, fragment->text);
            }
        }
        if (!text.length) continue; /* not displayed, or lost: what is heard tells which */
        collect(run, node->text, &wanted);
        collect(run, buffer_text(&text), &shown);
        promise(strcmp(buffer_text(&wanted), buffer_text(&shown)) == 0, "on the pages: %s of %s", buffer_text(&shown), node->text);
    }
}

/* ---- what is kept ---- */

static void keep(struct run *run, const char *ending, const void *bytes, size_t length)
{
    uint64_t name = 14695981039346656037u; /* FNV-1a (Fowler, Noll, Vo) */
    const char *folder = getenv("FUZZ_PDF");
    if (!folder || !bytes) return;
    for (size_t i = 0; i < run->length; i++) name = (name ^ run->bytes[i]) * 1099511628211u;
    FILE *file = fopen(arena_format(run->arena, "%s/%016llx%s", folder, (unsigned long long)name, ending), "wb");
    promise(file && fwrite(bytes, 1, length, file) == length && fclose(file) == 0, "cannot keep in %s", folder);
}

static void keep_text(struct run *run, const char *ending, const struct buffer *text)
{
    keep(run, ending, buffer_text(text), text->length);
}

static void fuzz(struct run *run)
{
    struct maker maker;
    struct print printed = {0};
    document_make(run, &maker);
    keep_text(run, ".html", &maker.html);
    keep_text(run, ".css", &maker.css);
    printed.root = printed_read(run, fuzz_source(run, "a.html", buffer_text(&maker.html), maker.html.length));
    promise(printed.root, "not well-formed: %s", buffer_text(&maker.html));
    printed_add_sheet(run, &printed, fuzz_source(run, "a.css", buffer_text(&maker.css), maker.css.length));
    struct buffer wanted = buffer_new(run->arena), heard = buffer_new(run->arena);
    expected(run, style_document(run->arena, printed.root, printed.sheets, 1, "print", messages_new(run->arena)), &wanted);
    printed_lay_out(run, &printed);
    size_t most = 10 + 8 * maker.elements + 2 * maker.words;
    promise(printed.layout->page_count <= most, "%zu pages, at most %zu expected", printed.layout->page_count, most);
    check_pages(run, &printed);
    collect(run, printed_heard(run, &printed), &heard);
    promise(strcmp(buffer_text(&heard), buffer_text(&wanted)) == 0, "lost, twice or out of order:\nheard  %s\nwanted %s",
            buffer_text(&heard), buffer_text(&wanted));
    size_t length = 0;
    const unsigned char *bytes = printed_write(run, &printed, &length);
    keep(run, ".pdf", bytes, length);
    keep_text(run, ".words", &wanted);
}
