#include <string.h>

#include "base/utf8.h"
#include "pdf/file.h"

/* ---- pages ---- */

static struct array *page_box(struct file *file, const struct page *page)
{
    struct array *box = array_new(file->objects);
    add_number(box, 0);
    add_number(box, 0);
    add_real(box, page->width);
    add_real(box, page->height);
    return box;
}

static void write_page(struct file *file, size_t index, struct dictionary *parent, struct dictionary *resources)
{
    const struct page *page = &file->layout->pages[index];
    const struct buffer *content = &file->drawing->pages[index].canvas.out;
    struct dictionary *written = file->pages[index];
    put_name(written, "Type", "Page");
    put_dictionary(written, "Parent", parent);
    put_array(written, "MediaBox", page_box(file, page));
    put_dictionary(written, "Resources", resources);
    put_dictionary(written, "Contents", stream_new(file->objects, buffer_text(content), content->length, true));
    put_number(written, "StructParents", (long)index);
    put_name(written, "Tabs", "S"); /* ISO 14289-1, 7.18.3 */
    if (file->annotations[index]) put_array(written, "Annots", file->annotations[index]);
}

static struct dictionary *opacity_states(struct file *file)
{
    struct dictionary *states = dictionary_new(file->objects);
    for (const struct opacity *opacity = file->drawing->opacities; opacity; opacity = opacity->next) {
        struct dictionary *state = dictionary_new(file->objects);
        put_name(state, "Type", "ExtGState");
        put_real(state, "ca", opacity->fill / 100.0);
        put_real(state, "CA", opacity->stroke / 100.0);
        put_dictionary(states, arena_format(file->arena, "G%d", opacity->number), state);
    }
    return states;
}

static bool write_pages(struct file *file, struct typefaces *typefaces, struct messages *messages)
{
    size_t count = file->layout->page_count;
    struct dictionary *root = dictionary_numbered(file->objects), *resources = dictionary_numbered(file->objects);
    struct dictionary *fonts = dictionary_new(file->objects);
    struct array *kids = array_new(file->objects);
    if (!typefaces_write(typefaces, file->objects, fonts, messages)) return false;
    put_dictionary(resources, "Font", fonts);
    if (file->drawing->opacities) put_dictionary(resources, "ExtGState", opacity_states(file));
    write_pictures(file, resources);
    for (size_t i = 0; i < count; i++) {
        write_page(file, i, root, resources);
        add_dictionary(kids, file->pages[i]);
    }
    put_name(root, "Type", "Pages");
    put_array(root, "Kids", kids);
    put_number(root, "Count", (long)count);
    put_dictionary(file->catalog, "Pages", root);
    return true;
}

/* ---- the file ---- */

static void write_catalog(struct file *file)
{
    struct dictionary *preferences = dictionary_new(file->objects);
    put_boolean(preferences, "DisplayDocTitle", true); /* ISO 14289-1, 7.1 */
    put_name(file->catalog, "Type", "Catalog");
    put_text(file->catalog, "Lang", file->metadata->language);
    put_dictionary(file->catalog, "ViewerPreferences", preferences);
}

static bool write_parts(struct file *file, struct typefaces *typefaces, struct messages *messages)
{
    size_t count = file->layout->page_count;
    file->catalog = dictionary_numbered(file->objects);
    file->pages = arena_array(file->arena, count, sizeof *file->pages);
    file->annotations = arena_array(file->arena, count, sizeof *file->annotations);
    for (size_t i = 0; i < count; i++) file->pages[i] = dictionary_numbered(file->objects);
    write_catalog(file);
    write_links(file);
    write_structure(file);
    write_navigation(file);
    return write_pages(file, typefaces, messages) && write_metadata(file, messages);
}

static bool save(struct file *file, struct typefaces *typefaces, const unsigned char **bytes, size_t *length,
                 struct messages *messages)
{
    if (!write_parts(file, typefaces, messages)) return false;
    *bytes = objects_save(file->objects, file->arena, file->catalog, write_information(file), length);
    if (!*bytes) message_add(messages, PDF_TOO_LARGE, (struct place){0}, "the report is too large for a PDF file");
    return *bytes;
}

/* The words of the metadata as they are heard, in both places that they are written to. */
static struct pdf_metadata spoken(struct arena *arena, const struct pdf_metadata *metadata)
{
    struct pdf_metadata copy = *metadata;
    const char **const words[] = {&copy.title, &copy.author, &copy.subject};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (*words[i]) *words[i] = utf8_spoken(arena, *words[i]);
    }
    return copy;
}

bool pdf_write(struct arena *arena, const struct node *document, const struct layout *layout,
               const struct pdf_metadata *metadata, const unsigned char **bytes, size_t *length,
               struct messages *messages)
{
    struct destinations *destinations = destinations_new(arena, layout);
    struct tags *tags = tags_plan(arena, document, layout, destinations);
    struct typefaces *typefaces = typefaces_new(arena, layout);
    struct drawing *drawing = draw_pages(arena, layout, tags, typefaces);
    tags_finish(tags);
    const struct pdf_metadata words = spoken(arena, metadata);
    struct file file = {.arena = arena, .objects = objects_new(), .metadata = &words, .layout = layout,
                        .destinations = destinations, .tags = tags, .drawing = drawing};
    bool written = save(&file, typefaces, bytes, length, messages);
    objects_free(file.objects);
    return written;
}
