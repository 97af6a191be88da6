/* Markdown files: what holds for all of them, whatever they are for. */
#include "report/load.h"

#include <string.h>

#include "base/file.h"
#include "content/content.h"

/* ---- headings ---- */

static bool tell_heading(struct reading *reading, const struct node *heading, enum message_code code, const char *text)
{
    message_add(reading->loader->messages, code, heading->place, "%s", text);
    return false;
}

/* Levels go down one at a time (WCAG 2.1, technique G141: a heading structure without gaps). */
static void check_heading(struct reading *reading, const struct node *heading, const struct node *body, int above,
                          int deepest)
{
    struct arena *arena = reading->loader->arena;
    int level = node_heading_level(heading);
    if (heading->parent != body)
        tell_heading(reading, heading, HEADING_NESTED,
                     "a heading cannot stand inside a list, a quote or a block; expected a paragraph");
    else if (level > deepest)
        tell_heading(reading, heading, HEADING_TOO_DEEP,
                     arena_format(arena, "a heading of level %d is too deep; expected at most `%.*s`", level, deepest,
                                  "######"));
    else if (level > above + 1)
        tell_heading(reading, heading, HEADING_SKIPPED,
                     above > 1 ? arena_format(arena, "a heading of level %d follows one of level %d; expected level %d",
                                              level, above, above + 1)
                               : arena_format(arena, "the first heading is of level %d; expected `##`", level));
    if (!*node_string(arena, heading))
        tell_heading(reading, heading, HEADING_EMPTY, "this heading is empty; expected text");
}

void text_check_headings(struct reading *reading, const struct node *body, int deepest)
{
    int above = 1;
    for (const struct node *node = body; node; node = node_next(node, body)) {
        int level = node_heading_level(node);
        if (!level) continue;
        check_heading(reading, node, body, above, deepest);
        above = level;
    }
}

/* ---- images and links ---- */

/* True when the path, taken from the content folder, climbs out of it. */
static bool climbs_out(const char *path)
{
    long depth = 0;
    while (*path) {
        size_t length = strcspn(path, "/");
        if (length == 2 && strncmp(path, "..", 2) == 0) depth--;
        else if (length > 0 && !(length == 1 && *path == '.')) depth++;
        if (depth < 0) return true;
        path += length + (path[length] == '/');
    }
    return false;
}

/* What is no file may have been meant as an address of another kind. */
static void tell_no_file(struct loader *loader, const struct node *node, const char *path, const char *below)
{
    size_t length = strlen(path);
    message_add(loader->messages, FILE_MISSING, node->place, "there is no file `%s`; expected one that is there", below);
    if (strncmp(path, "www.", 4) == 0) message_hint(loader->messages, "for a web address, write `https://%s`", path);
    else if (strchr(path, '@')) message_hint(loader->messages, "for a mail address, write `mailto:%s`", path);
    else if (length > 3 && strcmp(path + length - 3, ".md") == 0)
        message_hint(loader->messages, "for another part of the report, write a reference such as `[](theme:2)`");
}

bool text_check_file(struct loader *loader, const struct node *node, const char *path, const char *below)
{
    bool there = folder_has(loader, below);
    if (*path == '/' || climbs_out(below) || (there && !folder_holds(loader, below)))
        message_add(loader->messages, PATH_OUTSIDE, node->place,
                    "`%s` leads to a place outside the content folder; expected a file in it", path);
    else if (!there)
        tell_no_file(loader, node, path, below);
    else
        return true;
    return false;
}

/* An address that names a file: no scheme, and more than a fragment. */
static bool is_path(const char *address)
{
    size_t scheme = strcspn(address, ":/?#");
    return address[scheme] != ':' && address[0] != '#';
}

static void check_link(struct loader *loader, const struct node *link, const char *base)
{
    const char *address = node_get(link, "href");
    if (!address || !is_path(address) || node_has_class(link, "footnote-call")) return;
    size_t length = strcspn(address, "?#");
    if (!*address) message_add(loader->messages, LINK_REFUSED, link->place, "the link has no address; expected one");
    if (!*address) return;
    const char *path = arena_copy(loader->arena, address, length);
    text_check_file(loader, link, path, file_join(loader->arena, base, path));
}

void text_check_paths(struct loader *loader, const struct node *body, const char *base)
{
    for (const struct node *node = body; node; node = node_next(node, body)) {
        if (node_is(node, "a")) check_link(loader, node, base);
    }
}

/* ---- files ---- */

/* All texts of a report make one document, which is held in memory as a whole. */
static bool is_too_much(struct reading *reading, const struct source *source)
{
    enum { LARGEST = 16 * 1024 * 1024 };
    reading->text_length += source->length;
    if (reading->text_length <= LARGEST) return false;
    message_add(reading->loader->messages, FILE_TOO_LARGE, (struct place){.source = source},
                "with this file the texts of the report are larger than 16 MiB; expected several reports");
    return true;
}

struct node *text_read(struct reading *reading, const char *path)
{
    struct loader *loader = reading->loader;
    const struct source *source = folder_read(loader, path);
    if (!source || is_too_much(reading, source)) return NULL;
    struct node *body = content_read_markdown(loader->arena, source, loader->messages);
    if (!body->first && source->text[strspn(source->text, " \t\n")] == '\0')
        reading_lacks(reading, TEXT_EMPTY, folder_place(loader, path), "the file is empty; expected text");
    text_check_paths(loader, body, reading->folder);
    images_load(reading, body);
    citations_add(reading, body);
    return body;
}
