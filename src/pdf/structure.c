/* The structure tree in the file (ISO 32000-1, 14.7). */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "pdf/file.h"

/* ---- attributes (14.8.5) ---- */

static struct dictionary *attributes_of(struct file *file, const char *owner)
{
    struct dictionary *attributes = dictionary_new(file->objects);
    put_name(attributes, "O", owner);
    return attributes;
}

static struct array *header_names(struct file *file, const struct tag *tag)
{
    struct array *names = array_new(file->objects);
    for (size_t i = 0; i < tag->header_count; i++) add_bytes(names, tag->headers[i]->identifier);
    return names;
}

static struct dictionary *table_attributes(struct file *file, const struct tag *tag)
{
    if (!tag->scope && tag->column_span <= 1 && tag->row_span <= 1 && !tag->header_count) return NULL;
    struct dictionary *attributes = attributes_of(file, "Table");
    if (tag->scope) put_name(attributes, "Scope", tag->scope);
    if (tag->column_span > 1) put_number(attributes, "ColSpan", tag->column_span);
    if (tag->row_span > 1) put_number(attributes, "RowSpan", tag->row_span);
    if (tag->header_count) put_array(attributes, "Headers", header_names(file, tag));
    return attributes;
}

static struct dictionary *layout_attributes(struct file *file, const struct tag *tag)
{
    if (!tag->has_box) return NULL;
    struct dictionary *attributes = attributes_of(file, "Layout");
    struct array *box = array_new(file->objects);
    double height = file->layout->pages[tag->box_page].height;
    add_real(box, round(tag->box[0] * 100) / 100);
    add_real(box, round((height - tag->box[3]) * 100) / 100);
    add_real(box, round(tag->box[2] * 100) / 100);
    add_real(box, round((height - tag->box[1]) * 100) / 100);
    put_array(attributes, "BBox", box);
    put_name(attributes, "Placement", tag->parent->type->holds & KIND_BLOCK ? "Block" : "Inline");
    return attributes;
}

static struct dictionary *attributes(struct file *file, const struct tag *tag)
{
    struct dictionary *found = table_attributes(file, tag);
    if (!found && tag->numbering) {
        found = attributes_of(file, "List");
        put_name(found, "ListNumbering", tag->numbering);
    }
    return found ? found : layout_attributes(file, tag);
}

/* ---- kids ---- */

/* The page that the element's own marked content begins on; SIZE_MAX: it has none. */
static size_t page_of(const struct tag *tag)
{
    for (const struct kid *kid = tag->first; kid; kid = kid->next) {
        if (kid->segment && kid->segment->first) return kid->segment->first->page;
    }
    return SIZE_MAX;
}

static size_t count_kids(const struct tag *tag)
{
    size_t count = 0;
    for (const struct kid *kid = tag->first; kid; kid = kid->next) {
        for (const struct mark *mark = kid->segment ? kid->segment->first : NULL; mark; mark = mark->next) count++;
        if (kid->tag && kid->tag->written) count++;
    }
    for (const struct link_part *part = tag->first_part; part; part = part->next) count++;
    return count;
}

static struct dictionary *mark_reference(struct file *file, const struct mark *mark)
{
    struct dictionary *reference = dictionary_new(file->objects);
    put_name(reference, "Type", "MCR");
    put_dictionary(reference, "Pg", file->pages[mark->page]);
    put_number(reference, "MCID", mark->mcid);
    return reference;
}

static struct dictionary *object_reference(struct file *file, const struct link_part *part)
{
    struct dictionary *reference = dictionary_new(file->objects);
    put_name(reference, "Type", "OBJR");
    put_dictionary(reference, "Pg", file->pages[part->page]);
    put_dictionary(reference, "Obj", part->annotation);
    return reference;
}

static struct array *kids_of(struct file *file, const struct tag *tag, size_t page)
{
    struct array *kids = array_new(file->objects);
    for (const struct kid *kid = tag->first; kid; kid = kid->next) {
        for (const struct mark *mark = kid->segment ? kid->segment->first : NULL; mark; mark = mark->next) {
            if (mark->page == page) add_number(kids, mark->mcid);
            else add_dictionary(kids, mark_reference(file, mark));
        }
        if (kid->tag && kid->tag->written) add_dictionary(kids, kid->tag->object);
    }
    for (const struct link_part *part = tag->first_part; part; part = part->next) {
        add_dictionary(kids, object_reference(file, part));
    }
    return kids;
}

/* A single kid needs no array. */
static void put_kids(struct file *file, const struct tag *tag)
{
    size_t page = page_of(tag), count = count_kids(tag);
    if (page != SIZE_MAX) put_dictionary(tag->object, "Pg", file->pages[page]);
    if (count == 0) return;
    if (count > 1 || tag->first_part) {
        put_array(tag->object, "K", kids_of(file, tag, page));
        return;
    }
    for (const struct kid *kid = tag->first; kid; kid = kid->next) {
        if (kid->segment && kid->segment->first) put_number(tag->object, "K", kid->segment->first->mcid);
        if (kid->tag && kid->tag->written) put_dictionary(tag->object, "K", kid->tag->object);
    }
}

/* ---- elements ---- */

static void put_words(struct file *file, struct dictionary *dictionary, const char *key, const char *text)
{
    if (text && *text) put_text(dictionary, key, utf8_spoken(file->arena, text));
}

/* Type may be left out (table 323); of thousands of elements that counts. */
static void write_element(struct file *file, const struct tag *tag, struct dictionary *root)
{
    put_name(tag->object, "S", tag->type->name);
    put_dictionary(tag->object, "P", tag->parent ? tag->parent->object : root);
    if (tag->language_changes) put_text(tag->object, "Lang", tag->language);
    put_words(file, tag->object, "Alt", tag->alternative);
    put_words(file, tag->object, "E", tag->expansion);
    put_words(file, tag->object, "T", tag->title);
    if (tag->identifier) put_bytes(tag->object, "ID", tag->identifier);
    struct dictionary *found = attributes(file, tag);
    if (found) put_dictionary(tag->object, "A", found);
    put_kids(file, tag);
    dictionary_close(file->objects, tag->object);
}

static void write_elements(struct file *file, struct dictionary *root)
{
    const struct tags *tags = file->tags;
    for (size_t i = 0; i < tags->count; i++) {
        if (tags->items[i]->written) tags->items[i]->object = dictionary_numbered(file->objects);
    }
    for (size_t i = 0; i < tags->count; i++) {
        if (tags->items[i]->written) write_element(file, tags->items[i], root);
    }
    put_dictionary(root, "K", tags->items[0]->object);
}

/* ---- the root's trees ---- */

struct parents {
    struct file *file;
    struct tag **links; /* of each annotation, in the order of their numbers */
    size_t count, capacity;
};

static void add_parent_key(struct array *array, size_t number, void *context)
{
    (void)context;
    add_number(array, (long)number);
}

/* Of a page: the elements of its marked content, by MCID. Of an annotation: its Link. */
static void add_parent(struct array *array, size_t number, void *context)
{
    struct parents *parents = context;
    struct file *file = parents->file;
    if (number >= file->layout->page_count) {
        add_dictionary(array, parents->links[number - file->layout->page_count]->object);
        return;
    }
    const struct drawn_page *page = &file->drawing->pages[number];
    struct array *elements = array_numbered(file->objects);
    for (size_t i = 0; i < page->count; i++) add_dictionary(elements, page->marked[i]->object);
    add_array(array, elements);
}

static void write_parents(struct file *file, struct dictionary *root)
{
    struct parents parents = {.file = file};
    for (size_t i = 0; i < file->tags->count; i++) {
        struct tag *tag = file->tags->items[i];
        if (!tag->written) continue;
        for (const struct link_part *part = tag->first_part; part; part = part->next) {
            parents.links =
                arena_grow(file->arena, parents.links, parents.count, &parents.capacity, sizeof *parents.links);
            parents.links[parents.count++] = tag;
        }
    }
    size_t count = file->layout->page_count + parents.count;
    struct tree tree = {"Nums", count, add_parent_key, add_parent, &parents};
    put_dictionary(root, "ParentTree", write_tree(file->objects, &tree));
    put_number(root, "ParentTreeNextKey", (long)count);
}

static int by_identifier(const void *a, const void *b)
{
    return strcmp((*(struct tag *const *)a)->identifier, (*(struct tag *const *)b)->identifier);
}

static void add_identifier(struct array *array, size_t i, void *context)
{
    add_bytes(array, ((struct tag *const *)context)[i]->identifier);
}

static void add_identified(struct array *array, size_t i, void *context)
{
    add_dictionary(array, ((struct tag *const *)context)[i]->object);
}

static void write_identifiers(struct file *file, struct dictionary *root)
{
    const struct tags *tags = file->tags;
    struct tag **found = arena_array(file->arena, tags->count, sizeof *found);
    size_t count = 0;
    for (size_t i = 0; i < tags->count; i++) {
        if (tags->items[i]->written && tags->items[i]->identifier) found[count++] = tags->items[i];
    }
    if (count == 0) return;
    qsort(found, count, sizeof *found, by_identifier);
    struct tree tree = {"Names", count, add_identifier, add_identified, found};
    put_dictionary(root, "IDTree", write_tree(file->objects, &tree));
}

static void write_roles(struct file *file, struct dictionary *root)
{
    struct dictionary *roles = dictionary_new(file->objects);
    for (size_t i = 0; i < file->tags->count; i++) {
        const struct type *type = file->tags->items[i]->type;
        if (file->tags->items[i]->written && type->standard) put_name(roles, type->name, type->standard);
    }
    put_dictionary(root, "RoleMap", roles);
}

void write_structure(struct file *file)
{
    struct dictionary *root = dictionary_numbered(file->objects), *information = dictionary_new(file->objects);
    put_name(root, "Type", "StructTreeRoot");
    write_elements(file, root);
    write_parents(file, root);
    write_identifiers(file, root);
    write_roles(file, root);
    put_dictionary(file->catalog, "StructTreeRoot", root);
    put_boolean(information, "Marked", true);
    put_dictionary(file->catalog, "MarkInfo", information);
}
