/* Link annotations (ISO 32000-1, 12.5.6.5): one for each page that a link has text on, with a quadrilateral for
 * each line. */
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "pdf/file.h"

/* What a link says where its text cannot be seen (ISO 14289-1, 7.18.5). */
static const char *contents_of(struct file *file, const struct node *link)
{
    const char *label = node_get(link, "aria-label");
    if (label && *label) return label;
    const char *text = node_string(file->arena, link);
    for (const struct node *node = link; node && !*text; node = node_next(node, link)) {
        const char *alternative = node->name ? role_alternative(file->arena, node) : NULL;
        if (alternative) text = alternative;
    }
    return *text ? text : node_get(link, "href");
}

/* An address in ASCII: everything else is escaped (RFC 3986, 2.1). Longer ones than any server takes are cut. */
static const char *uri_of(struct file *file, const char *href)
{
    struct buffer uri = buffer_new(file->arena);
    for (const char *c = href; *c && uri.length < TEXT_LIMIT - 3; c++) {
        if (*c > 0x20 && *c < 0x7F && !strchr("<>\"{}|\\^`", *c)) buffer_add_char(&uri, *c);
        else buffer_format(&uri, "%%%02X", (unsigned)(unsigned char)*c);
    }
    return buffer_text(&uri);
}

/* A place in another PDF, by its name there, or its first page (ISO 32000-1, 12.6.4.3). */
static void put_other_file(struct file *file, struct dictionary *action, const char *path)
{
    struct dictionary *other = dictionary_new(file->objects);
    size_t length = strcspn(path, "#");
    const char *name = uri_of(file, arena_copy(file->arena, path, length));
    put_name(other, "Type", "Filespec");
    put_text(other, "F", name);
    put_text(other, "UF", name);
    put_name(action, "S", "GoToR");
    put_dictionary(action, "F", other);
    if (path[length] == '#') {
        put_bytes(action, "D", path + length + 1);
        return;
    }
    struct array *first_page = array_new(file->objects);
    add_number(first_page, 0);
    add_name(first_page, "Fit");
    put_array(action, "D", first_page);
}

static void put_target(struct file *file, struct dictionary *annotation, const struct node *link)
{
    const char *address = destinations_address(link);
    const struct anchor *anchor = destinations_target(file->destinations, address);
    if (anchor) {
        put_array(annotation, "Dest", destination_of(file, anchor));
        return;
    }
    struct dictionary *action = dictionary_new(file->objects);
    if (destinations_is_path(address)) {
        put_other_file(file, action, address);
    } else {
        put_name(action, "S", "URI");
        put_text(action, "URI", uri_of(file, address));
    }
    put_dictionary(annotation, "A", action);
}

static void add_corner(struct file *file, struct array *array, size_t page, double x, double y)
{
    add_real(array, round(x * 100) / 100);
    add_real(array, round((file->layout->pages[page].height - y) * 100) / 100);
}

/* The order that readers expect, whatever figure 64 says: upper left, upper right, lower left, lower right. */
static struct array *quads_of(struct file *file, const struct link_part *part)
{
    struct array *quads = array_new(file->objects);
    for (size_t i = 0; i < part->count; i++) {
        const float *line = part->lines[i];
        add_corner(file, quads, part->page, line[0], line[1]);
        add_corner(file, quads, part->page, line[2], line[1]);
        add_corner(file, quads, part->page, line[0], line[3]);
        add_corner(file, quads, part->page, line[2], line[3]);
    }
    return quads;
}

static void put_places(struct file *file, struct dictionary *annotation, const struct link_part *part)
{
    struct array *rectangle = array_new(file->objects);
    float all[4];
    memcpy(all, part->lines[0], sizeof all);
    for (size_t i = 1; i < part->count; i++) {
        const float *line = part->lines[i];
        for (int j = 0; j < 2; j++) all[j] = fminf(all[j], line[j]), all[j + 2] = fmaxf(all[j + 2], line[j + 2]);
    }
    add_corner(file, rectangle, part->page, all[0], all[3]);
    add_corner(file, rectangle, part->page, all[2], all[1]);
    put_array(annotation, "Rect", rectangle);
    if (part->count > 1) put_array(annotation, "QuadPoints", quads_of(file, part));
}

static void write_part(struct file *file, const struct tag *link, struct link_part *part, long number)
{
    struct dictionary *annotation = part->annotation = dictionary_numbered(file->objects);
    struct array *border = array_new(file->objects);
    for (int i = 0; i < 3; i++) add_number(border, 0);
    put_name(annotation, "Type", "Annot");
    put_name(annotation, "Subtype", "Link");
    put_places(file, annotation, part);
    put_text(annotation, "Contents", utf8_spoken(file->arena, contents_of(file, link->node)));
    put_target(file, annotation, link->node);
    put_array(annotation, "Border", border);
    put_number(annotation, "F", 4); /* Print (ISO 19005-2, 6.3.2) */
    put_number(annotation, "StructParent", number);
    if (!file->annotations[part->page]) file->annotations[part->page] = array_new(file->objects);
    add_dictionary(file->annotations[part->page], annotation);
}

void write_links(struct file *file)
{
    long number = (long)file->layout->page_count;
    for (size_t i = 0; i < file->tags->count; i++) {
        const struct tag *tag = file->tags->items[i];
        if (!tag->written || tag->link != tag) continue;
        for (struct link_part *part = tag->first_part; part; part = part->next) write_part(file, tag, part, number++);
    }
}
