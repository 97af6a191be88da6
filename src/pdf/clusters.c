#include "pdf/clusters.h"

#include <string.h>

struct cluster_walk clusters_of(const struct fragment *fragment)
{
    return (struct cluster_walk){.fragment = fragment, .text_length = fragment->text ? strlen(fragment->text) : 0};
}

/* The number of bytes at the end of the text that are the character `ending`. */
static size_t ends_in(const char *text, size_t length, const char *ending)
{
    size_t size = strlen(ending);
    return length >= size && memcmp(text + length - size, ending, size) == 0 ? size : 0;
}

/* Layout may or may not have put the added hyphen into the text. */
static size_t added_hyphen(const char *text, size_t length)
{
    static const char *const hyphens[] = {"\u00AD", "\u2010", "-"};
    for (size_t i = 0; i < sizeof hyphens / sizeof *hyphens; i++) {
        size_t size = ends_in(text, length, hyphens[i]);
        if (size) return size;
    }
    return 0;
}

/* Where the text of the cluster that begins at glyph `first` and ends before glyph `end` ends. */
static size_t text_end(const struct cluster_walk *walk, size_t first, size_t end)
{
    const struct fragment *fragment = walk->fragment;
    size_t own = fragment->glyphs[first].cluster;
    if (end < fragment->glyph_count && fragment->glyphs[end].cluster > own) return fragment->glyphs[end].cluster;
    return walk->text_length;
}

static size_t clamp(size_t value, size_t limit)
{
    return value < limit ? value : limit;
}

/* A fragment that is nothing but a space without a glyph. */
static bool only_space(struct cluster_walk *walk, struct cluster *cluster)
{
    const struct fragment *fragment = walk->fragment;
    if (fragment->glyph_count > 0 || walk->at > 0 || walk->text_length == 0) return false;
    walk->at = 1;
    *cluster = (struct cluster){.text = fragment->text, .space_after = ends_in(fragment->text, walk->text_length, " ")};
    return cluster->space_after;
}

bool clusters_next(struct cluster_walk *walk, struct cluster *cluster)
{
    const struct fragment *fragment = walk->fragment;
    size_t first = walk->at, count = fragment->glyph_count, end = first + 1;
    if (first >= count) return only_space(walk, cluster);
    if (fragment->soft_hyphen && first == count - 1) {
        *cluster = (struct cluster){.glyph = first, .glyph_count = 1, .text = "-", .length = 1, .soft_hyphen = true};
        walk->at = count;
        return true;
    }
    size_t stop = fragment->soft_hyphen ? count - 1 : count;
    while (end < stop && fragment->glyphs[end].cluster == fragment->glyphs[first].cluster) end++;
    size_t from = clamp(fragment->glyphs[first].cluster, walk->text_length);
    size_t to = clamp(text_end(walk, first, end), walk->text_length);
    *cluster = (struct cluster){.glyph = first, .glyph_count = end - first, .text = fragment->text + from};
    cluster->length = to > from ? to - from : 0;
    walk->at = end;
    if (end == stop && fragment->soft_hyphen) cluster->length -= added_hyphen(cluster->text, cluster->length);
    if (end == count && cluster->length > 1 && ends_in(cluster->text, cluster->length, " ")) {
        cluster->length--;
        cluster->space_after = true;
    }
    return true;
}
