/* The images of a report: files in its folder `images/` that its texts show. */
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "report/load.h"
#include "report/schema.h"

static const char folder_name[] = "images";

/* An SVG file, read once however often it is shown; NULL after a mistake. */
struct drawing {
    const char *name;
    struct node *svg;
    struct drawing *next;
};

/* What was found out about the files so far. */
struct image_files {
    struct drawing *drawings;
    const char **seen; /* names, also of files that cannot be read */
    size_t seen_count, seen_capacity;
    unsigned shown; /* drawings in the texts */
};

/* ---- names ---- */

/* What needs no escaping in an address, on any server and file system. */
static bool is_safe(const char *name)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_";
    return *name && *name != '.' && *name != '-' && name[strspn(name, letters)] == '\0';
}

static bool check_name(struct loader *loader, const struct node *image, const char *name)
{
    size_t length = sizeof folder_name - 1;
    bool inside = strncmp(name, folder_name, length) == 0 && name[length] == '/' && !strchr(name + length + 1, '/');
    if (!inside)
        message_add(loader->messages, IMAGE_ELSEWHERE, image->place,
                    "`%s` is no file of the report; expected a path such as `images/figure.png`", name);
    else if (!is_safe(name + length + 1))
        message_add(loader->messages, IMAGE_NAME, image->place,
                    "`%s` does not do as an address; expected letters without accents, digits, hyphens and points",
                    name);
    else if (form_file_fault(name + length + 1))
        message_add(loader->messages, IMAGE_NAME, image->place, "`%s` %s; expected another name", name,
                    form_file_fault(name + length + 1));
    else
        return true;
    return false;
}

/* ---- drawings ---- */

static const struct drawing *find_drawing(const struct image_files *files, const char *name)
{
    const struct drawing *drawing = files->drawings;
    while (drawing && strcmp(drawing->name, name) != 0) drawing = drawing->next;
    return drawing;
}

static void load_drawing(struct reading *reading, const char *name, const char *path)
{
    struct loader *loader = reading->loader;
    struct drawing *drawing = arena_make(loader->arena, struct drawing);
    const struct source *source = folder_read(loader, path);
    *drawing = (struct drawing){.name = name, .next = reading->images->drawings};
    if (source) drawing->svg = document_read_drawing(loader->arena, source, loader->messages);
    reading->images->drawings = drawing;
}

/* Ids are of one drawing; in a document each of them is there once. */
static void rename_ids(struct arena *arena, struct node *svg, unsigned number)
{
    static const char opening[] = "url(#";
    const size_t length = sizeof opening - 1;
    for (struct node *node = svg; node; node = node_next(node, svg)) {
        if (!node->name) continue;
        const char *id = node_get(node, "id"), *clip = node_get(node, "clip-path");
        if (id) node_set(arena, node, "id", arena_format(arena, "drawing-%u-%s", number, id));
        if (clip && strncmp(clip, opening, length) == 0)
            node_set(arena, node, "clip-path", arena_format(arena, "url(#drawing-%u-%s", number, clip + length));
    }
}

/* The drawing itself in the place of the image. What is wrong in it was told at its own lines. */
static struct node *show_drawing(struct reading *reading, struct node *image, const struct drawing *drawing)
{
    struct arena *arena = reading->loader->arena;
    if (!drawing->svg) return image;
    struct node *svg = node_copy(arena, drawing->svg);
    const char *alternative = node_get(image, "alt");
    rename_ids(arena, svg, ++reading->images->shown);
    node_set(arena, svg, "role", "img");
    node_set(arena, svg, "aria-label", alternative ? alternative : "");
    node_set(arena, svg, "data-image", drawing->name);
    svg->place = image->place;
    node_replace(image, svg);
    return svg;
}

/* ---- images of pixels ---- */

static void show_image(struct arena *arena, struct node *node, const struct image *image)
{
    node_set(arena, node, "width", arena_format(arena, "%u", image_set_width(image)));
    node_set(arena, node, "height", arena_format(arena, "%u", image_set_height(image)));
    node_set(arena, node, "data-image", image->name);
}

static void load_file(struct reading *reading, const struct node *node, const char *name, const char *path)
{
    struct loader *loader = reading->loader;
    struct image_file file = {.name = name, .place = node->place};
    struct arena *work = arena_new();
    file.bytes = file_read_bytes(work, file_join(loader->arena, loader->folder, path), &file.length, loader->messages);
    if (file.bytes && image_is_drawing(file.bytes, file.length)) {
        load_drawing(reading, name, path);
    } else if (file.bytes) {
        struct image *image = image_read(loader->arena, &file, loader->messages);
        if (image) images_add(loader->arena, &reading->report->images, image);
    }
    arena_free(work);
}

/* ---- the texts ---- */

static bool is_seen(const struct image_files *files, const char *name)
{
    for (size_t i = 0; i < files->seen_count; i++) {
        if (strcmp(files->seen[i], name) == 0) return true;
    }
    return false;
}

static void see(struct reading *reading, const char *name)
{
    struct image_files *files = reading->images;
    files->seen = arena_grow(reading->loader->arena, files->seen, files->seen_count, &files->seen_capacity,
                             sizeof(const char *));
    files->seen[files->seen_count++] = name;
}

/* Two files that differ by case are one on Windows and macOS. */
static void check_case(struct reading *reading, const struct node *node, const char *name)
{
    const struct image_files *files = reading->images;
    for (size_t i = 0; i < files->seen_count; i++) {
        if (strcasecmp(files->seen[i], name) != 0) continue;
        message_add(reading->loader->messages, IMAGE_NAME, node->place, "`%s` and `%s` differ by case only; expected another name",
                    name, files->seen[i]);
        return;
    }
}

/* Gives what stands in the image's place now. */
static struct node *load_image(struct reading *reading, struct node *node)
{
    enum { FILES_MOST = 1000 };
    struct loader *loader = reading->loader;
    const char *name = node_get(node, "src");
    if (!name || !check_name(loader, node, name)) return node;
    const char *path = file_join(loader->arena, reading->folder, name);
    bool known = is_seen(reading->images, name);
    if (!known && reading->images->seen_count == FILES_MOST) {
        message_add(loader->messages, TOO_MANY, node->place, "the report shows more than %d images", FILES_MOST);
        return node;
    }
    if (!known) check_case(reading, node, name);
    if (!known) see(reading, name);
    if (!known && text_check_file(loader, node, name, path)) load_file(reading, node, name, path);
    const struct image *image = images_find(&reading->report->images, name);
    const struct drawing *drawing = find_drawing(reading->images, name);
    if (image) show_image(loader->arena, node, image);
    return drawing ? show_drawing(reading, node, drawing) : node;
}

void images_load(struct reading *reading, struct node *body)
{
    size_t before = messages_total(reading->loader->messages);
    if (!reading->images) reading->images = arena_make(reading->loader->arena, struct image_files);
    for (struct node *node = body; node; node = node_next(node, body)) {
        if (messages_total(reading->loader->messages) > before + LOADER_MOST_TOLD) return;
        if (node_is(node, "img")) node = load_image(reading, node);
    }
}

void images_check_unused(struct reading *reading)
{
    struct loader *loader = reading->loader;
    const char *folder = file_join(loader->arena, reading->folder, folder_name);
    /* A text that could not be read may show them. */
    if (messages_count(loader->messages, SEVERITY_ERROR) > reading->errors_before) return;
    const char **names = folder_list(loader, folder);
    for (size_t i = 0; names[i]; i++) {
        const char *name = file_join(loader->arena, folder_name, names[i]);
        if (file_is_left_behind(names[i]) || (reading->images && is_seen(reading->images, name))) continue;
        message_add(loader->messages, FILE_UNUSED, folder_place(loader, file_join(loader->arena, folder, names[i])),
                    "no text shows this image");
    }
}
