/* The dump of the structure tree: an element per line with its attributes and pages, below it its texts. */
#include <string.h>

#include "pdf/draw.h"
#include "pdf/pdf.h"

static void add_indent(struct buffer *out, size_t depth)
{
    for (size_t i = 0; i < depth; i++) buffer_add(out, "  ");
}

static void add_quoted(struct buffer *out, const char *text)
{
    buffer_add_char(out, '"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\') buffer_add_char(out, '\\');
        buffer_add_char(out, (unsigned char)*text < 0x20 ? ' ' : *text);
    }
    buffer_add_char(out, '"');
}

static void add_attribute(struct buffer *out, const char *name, const char *value)
{
    if (!value || !*value) return;
    buffer_format(out, " %s=", name);
    add_quoted(out, value);
}

static void add_number_attribute(struct buffer *out, const char *name, int value)
{
    if (value > 1) buffer_format(out, " %s=%d", name, value);
}

static void add_element(struct buffer *out, const struct tag *tag, size_t depth)
{
    add_indent(out, depth);
    buffer_add(out, tag->type->name);
    add_attribute(out, "ID", tag->identifier);
    if (tag->language_changes) add_attribute(out, "Lang", tag->language);
    add_attribute(out, "T", tag->title);
    add_attribute(out, "Alt", tag->alternative);
    add_attribute(out, "E", tag->expansion);
    add_attribute(out, "ListNumbering", tag->numbering);
    add_attribute(out, "Scope", tag->scope);
    for (const struct layout_attribute *each = tag->layout; each; each = each->next)
        add_attribute(out, each->name, each->value);
    add_number_attribute(out, "ColSpan", tag->column_span);
    add_number_attribute(out, "RowSpan", tag->row_span);
    for (size_t i = 0; i < tag->header_count; i++) {
        buffer_format(out, "%s%s", i ? " " : " Headers=", tag->headers[i]->identifier);
    }
    if (tag->first_part) add_attribute(out, "href", node_get(tag->node, "href"));
    for (const struct link_part *part = tag->first_part; part; part = part->next) {
        buffer_format(out, " annotation=%zu:%zu", part->page + 1, part->count);
    }
    buffer_add_char(out, '\n');
}

/* "text" p2 p3: with the pages of its marked content. */
static void add_segment(struct buffer *out, const struct segment *segment, size_t depth)
{
    if (!segment->first) return;
    add_indent(out, depth);
    add_quoted(out, buffer_text(&segment->text));
    for (const struct mark *mark = segment->first, *last = NULL; mark; last = mark, mark = mark->next) {
        if (!last || last->page != mark->page) buffer_format(out, " p%zu", mark->page + 1);
    }
    buffer_add_char(out, '\n');
}

/* Follows the kids without recursion: nothing bounds how deep elements lie in one another. */
static void add_tree(struct buffer *out, const struct tag *root)
{
    size_t depth = 1;
    const struct tag *tag = root;
    add_element(out, root, 0);
    for (const struct kid *kid = root->first; tag;) {
        if (!kid) {
            kid = tag->as_kid->next;
            tag = tag == root ? NULL : tag->parent;
            depth--;
            continue;
        }
        if (kid->segment) add_segment(out, kid->segment, depth);
        if (kid->tag && kid->tag->written) {
            add_element(out, kid->tag, depth++);
            tag = kid->tag;
            kid = tag->first;
            continue;
        }
        kid = kid->next;
    }
}

struct tags *tags_drawn(struct arena *arena, const struct node *document, const struct layout *layout)
{
    struct destinations *destinations = destinations_new(arena, layout);
    struct tags *tags = tags_plan(arena, document, layout, destinations);
    draw_pages(arena, layout, tags, typefaces_new(arena, layout));
    tags_finish(tags);
    return tags;
}

bool pdf_dump_tags(struct arena *arena, struct buffer *out, const struct node *document, const struct layout *layout,
                   struct messages *messages)
{
    (void)messages;
    add_tree(out, tags_drawn(arena, document, layout)->items[0]);
    return true;
}
