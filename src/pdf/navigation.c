/* Bookmarks, page labels and named destinations (ISO 32000-1, 12.3, 12.4.2). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "pdf/file.h"

struct array *destination_of(struct file *file, const struct anchor *anchor)
{
    size_t page = anchor->page < file->layout->page_count ? anchor->page : 0;
    struct array *destination = array_new(file->objects);
    add_dictionary(destination, file->pages[page]);
    add_name(destination, "XYZ");
    add_number(destination, 0);
    add_number(destination, (long)(file->layout->pages[page].height - anchor->y + 0.5F));
    add_number(destination, 0); /* the zoom stays as it is */
    return destination;
}

/* ---- bookmarks ---- */

struct bookmark {
    struct dictionary *object;
    struct bookmark *parent;
    struct dictionary *first, *last;
    int level;
    long count; /* of kids */
};

static void append(struct bookmark *parent, struct bookmark *bookmark)
{
    put_dictionary(bookmark->object, "Parent", parent->object);
    if (parent->last) {
        put_dictionary(bookmark->object, "Prev", parent->last);
        put_dictionary(parent->last, "Next", bookmark->object);
    } else {
        parent->first = bookmark->object;
    }
    parent->last = bookmark->object;
    parent->count++;
}

/* Only the first level stands open: the chapters. */
static void close_bookmark(const struct bookmark *bookmark)
{
    if (!bookmark->first) return;
    put_dictionary(bookmark->object, "First", bookmark->first);
    put_dictionary(bookmark->object, "Last", bookmark->last);
    put_number(bookmark->object, "Count", bookmark->level <= 1 ? bookmark->count : -bookmark->count);
}

static void write_bookmark(struct file *file, struct bookmark *bookmark, const struct anchor *anchor)
{
    const char *title = utf8_spoken(file->arena, node_string(file->arena, anchor->node));
    bookmark->object = dictionary_numbered(file->objects);
    put_text(bookmark->object, "Title", *title ? title : "-");
    put_array(bookmark->object, "Dest", destination_of(file, anchor));
}

/* path[0] is the outline itself, path[n] the open bookmark at depth n; levels rise along it. */
static void write_outline(struct file *file)
{
    struct bookmark path[8] = {{.object = dictionary_numbered(file->objects), .level = 0}};
    int depth = 0;
    long open = 0;
    put_name(path[0].object, "Type", "Outlines");
    for (size_t i = 0; i < file->layout->anchor_count; i++) {
        const struct anchor *anchor = &file->layout->anchors[i];
        int level = node_heading_level(anchor->node);
        if (level == 0 || anchor->page >= file->layout->page_count) continue;
        while (depth > 0 && path[depth].level >= level) close_bookmark(&path[depth--]);
        struct bookmark *parent = &path[depth], *bookmark = &path[++depth];
        *bookmark = (struct bookmark){.level = level};
        write_bookmark(file, bookmark, anchor);
        append(parent, bookmark);
        open += depth <= 1 || parent->level <= 1;
    }
    while (depth > 0) close_bookmark(&path[depth--]);
    if (!path[0].first) return;
    put_dictionary(path[0].object, "First", path[0].first);
    put_dictionary(path[0].object, "Last", path[0].last);
    put_number(path[0].object, "Count", open);
    put_dictionary(file->catalog, "Outlines", path[0].object);
    put_name(file->catalog, "PageMode", "UseOutlines");
}

/* ---- page labels ---- */

/* The number that a label is, or 0 when it is something else. */
static long label_number(const char *label)
{
    char again[32];
    long number = label ? strtol(label, NULL, 10) : 0;
    snprintf(again, sizeof again, "%ld", number);
    return number > 0 && number < 1000000 && strcmp(again, label) == 0 ? number : 0;
}

static struct dictionary *label_of(struct file *file, const char *label, long number)
{
    struct dictionary *range = dictionary_new(file->objects);
    if (number > 0) {
        put_name(range, "S", "D");
        put_number(range, "St", number);
    } else if (label && *label) {
        put_text(range, "P", label);
    }
    return range;
}

/* A range for every page that does not just count on. */
struct ranges {
    struct file *file;
    size_t *pages;
    size_t count;
};

static void add_range_start(struct array *array, size_t i, void *context)
{
    add_number(array, (long)((const struct ranges *)context)->pages[i]);
}

static void add_range(struct array *array, size_t i, void *context)
{
    const struct ranges *ranges = context;
    const char *label = ranges->file->layout->pages[ranges->pages[i]].label;
    add_dictionary(array, label_of(ranges->file, label, label_number(label)));
}

static void write_page_labels(struct file *file)
{
    size_t count = file->layout->page_count;
    struct ranges ranges = {.file = file, .pages = arena_array(file->arena, count, sizeof(size_t))};
    long expected = -1;
    for (size_t i = 0; i < count; i++) {
        long number = label_number(file->layout->pages[i].label);
        if (number == 0 || number != expected) ranges.pages[ranges.count++] = i;
        expected = number > 0 ? number + 1 : -1;
    }
    struct tree tree = {"Nums", ranges.count, add_range_start, add_range, &ranges};
    put_dictionary(file->catalog, "PageLabels", write_tree(file->objects, &tree));
}

/* ---- named destinations ---- */

static void add_name_of(struct array *array, size_t i, void *context)
{
    add_bytes(array, ((struct file *)context)->destinations->items[i].id);
}

static void add_destination(struct array *array, size_t i, void *context)
{
    struct file *file = context;
    add_array(array, destination_of(file, file->destinations->items[i].anchor));
}

static void write_names(struct file *file)
{
    if (file->destinations->count == 0) return;
    struct dictionary *names = dictionary_new(file->objects);
    struct tree tree = {"Names", file->destinations->count, add_name_of, add_destination, file};
    put_dictionary(names, "Dests", write_tree(file->objects, &tree));
    put_dictionary(file->catalog, "Names", names);
}

void write_navigation(struct file *file)
{
    write_outline(file);
    write_page_labels(file);
    write_names(file);
}
