/* What links say where they are heard alone, in a list of all links (WCAG 2.2, success criteria 2.4.4 and 2.4.9):
 * the call of a note with the begin of the note, a way back with what it leads back to, another document with its
 * kind. */
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "compose/resolve.h"

enum { EXCERPT = 60 };

/* ---- notes ---- */

/* The words of a note without its number, its own calls, and what is struck out. */
static const char *words_of_note(struct resolve *resolve, const struct node *note)
{
    struct buffer out = buffer_new(resolve->arena);
    for (const struct node *node = note->first, *next; node; node = next) {
        bool skipped = node_has_class(node, "footnote-back") || node_has_class(node, "footnote-call") ||
                       node_has_class(node, "footnote-again") || node_is(node, "del");
        next = skipped ? node_after(node, note) : node_next(node, note);
        if (node_is_block(node) && out.length) buffer_add_char(&out, ' ');
        if (node->text) buffer_add(&out, node->text);
    }
    const struct node *words = node_text(resolve->arena, buffer_text(&out), note->place);
    return node_string(resolve->arena, words);
}

static void name_call(struct resolve *resolve, struct map *ids, struct node *call)
{
    const struct node *note = map_get(ids, node_get(call, "href") + 1);
    if (!note || !node_has_class(note, "footnote")) return;
    const char *words = utf8_excerpt(resolve->arena, words_of_note(resolve, note), EXCERPT);
    const char *name = resolve_phrase(resolve, "footnote_call", node_string(resolve->arena, call));
    node_set(resolve->arena, call, "aria-label", resolve_fill(resolve->arena, name, "{text}", words));
}

/* ---- other documents ---- */

static bool is_word_in(const char *text, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = text; (at = strstr(at, word)); at += length) {
        bool begins = at == text || !isalnum((unsigned char)at[-1]);
        if (begins && !isalnum((unsigned char)at[length])) return true;
    }
    return false;
}

/* "pdf" of "https://example.org/report.PDF?page=2#part": what is fetched is no page of a site. NULL: it seems to be
 * one. */
static const char *kind_of(struct arena *arena, const char *address)
{
    static const char *const kinds[] = {"pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "csv",
                                        "ppt", "pptx", "odp", "zip", "epub", "mp3", "mp4"};
    if (strncmp(address, "http://", 7) != 0 && strncmp(address, "https://", 8) != 0) return NULL;
    const char *host = strstr(address, "//") + 2, *path = host + strcspn(host, "/?#");
    char *name = utf8_fold(arena, arena_copy(arena, path, strcspn(path, "?#")));
    const char *point = strrchr(name, '.');
    for (size_t i = 0; point && i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(point + 1, kinds[i]) == 0) return kinds[i];
    }
    return NULL;
}

/* Who follows the link leaves the browser's page: that is said before, in words that everyone sees. */
static void tell_kind(struct resolve *resolve, struct node *link)
{
    struct arena *arena = resolve->arena;
    const char *kind = kind_of(arena, node_get(link, "href"));
    if (!kind || is_word_in(utf8_fold(arena, node_string(arena, link)), kind)) return;
    node_append(link, node_text(arena, arena_format(arena, " (%s)", kind), link->place));
}

void resolve_links(struct resolve *resolve)
{
    struct map *ids = resolve_ids(resolve);
    for (struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        if (!node_is(node, "a") || !node_get(node, "href")) continue;
        if (node_has_class(node, "footnote-call")) name_call(resolve, ids, node);
        else tell_kind(resolve, node);
    }
}

/* ---- what is neither seen nor heard ---- */

static bool is_name(const struct node *node)
{
    return node_heading_level(node) || node_is(node, "a") || node_is(node, "caption") || node_is(node, "figcaption");
}

/* Lists of headings and of links show nothing but their words; a soft hyphen in one is heard as a break in the word. */
void resolve_names(struct resolve *resolve)
{
    static const char *const attributes[] = {"aria-label", "alt", "title"};
    for (struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        for (size_t i = 0; node->name && i < sizeof attributes / sizeof *attributes; i++) {
            const char *value = node_get(node, attributes[i]);
            if (value) node_set(resolve->arena, node, attributes[i], utf8_spoken(resolve->arena, value));
        }
        for (struct node *inner = is_name(node) ? node : NULL; inner; inner = node_next(inner, node)) {
            if (inner->text) inner->text = utf8_spoken(resolve->arena, inner->text);
        }
    }
}
