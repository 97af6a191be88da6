#include "pdf/tags.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct plan {
    struct tags *tags;
    struct spots *spots;
    const struct destinations *destinations;
    int level;     /* of the last heading */
    bool broken;   /* a br was the last thing */
    int notes;     /* without an id of their own */
};

/* ---- the tree ---- */

static void append_kid(struct tag *parent, struct kid *kid)
{
    if (parent->last) parent->last->next = kid;
    else parent->first = kid;
    parent->last = kid;
}

static void inherit(struct tag *tag, const struct tag *parent)
{
    bool is_inline = tag->type->kind & KIND_INLINE && !(tag->type->kind & KIND_BLOCK);
    if (is_inline) tag->block = parent->block;
    tag->link = parent->link;
    tag->language = parent->language;
}

struct tag *tags_append(struct tags *tags, struct tag *parent, const struct type *type, const struct node *node)
{
    struct tag *tag = arena_make(tags->arena, struct tag);
    struct kid *kid = arena_make(tags->arena, struct kid);
    *tag = (struct tag){.type = type, .node = node, .parent = parent, .as_kid = kid, .language = ""};
    tag->block = tag;
    kid->tag = tag;
    if (parent) inherit(tag, parent);
    if (parent) append_kid(parent, kid);
    if (strcmp(type->name, "Link") == 0) tag->link = tag;
    tags->items = arena_grow(tags->arena, tags->items, tags->count, &tags->capacity, sizeof *tags->items);
    tags->items[tags->count++] = tag;
    return tag;
}

void tags_set_layout(struct tags *tags, struct tag *tag, const char *name, const char *value)
{
    struct layout_attribute *attribute = arena_make(tags->arena, struct layout_attribute);
    *attribute = (struct layout_attribute){name, value, tag->layout};
    tag->layout = attribute;
}

static struct tag *open_wrapper(struct tags *tags, struct tag *parent)
{
    if (!parent->open) parent->open = tags_append(tags, parent, type_named(parent->type->wrapper), NULL);
    return parent->open;
}

/* A new element in `parent`, or in wrappers in it; NULL when it cannot stand there. */
static struct tag *add(struct tags *tags, struct tag *parent, const char *name, const struct node *node)
{
    const struct type *type = type_named(name);
    const int content = KIND_INLINE | KIND_BLOCK | KIND_PART;
    while (!(parent->type->holds & type->kind)) {
        if (!(type->kind & content) || !parent->type->wrapper) return NULL;
        parent = open_wrapper(tags, parent);
    }
    if (!(type->kind & parent->type->holds & KIND_INLINE)) parent->open = NULL;
    return tags_append(tags, parent, type, node);
}

/* Where text goes that comes next in `parent`. */
static struct segment *segment_at(struct tags *tags, struct tag *parent)
{
    while (!(parent->type->holds & KIND_INLINE)) parent = open_wrapper(tags, parent);
    if (parent->last && parent->last->segment) return parent->last->segment;
    struct kid *kid = arena_make(tags->arena, struct kid);
    kid->segment = arena_make(tags->arena, struct segment);
    *kid->segment = (struct segment){.tag = parent, .text = buffer_new(tags->arena)};
    append_kid(parent, kid);
    return kid->segment;
}

/* ---- what is drawn ---- */

static const char *numbering_of(const struct computed *style, const struct node *item)
{
    static const char *const names[] = {[LIST_DISC] = "Disc",       [LIST_CIRCLE] = "Circle",
                                        [LIST_SQUARE] = "Square",   [LIST_DECIMAL] = "Decimal",
                                        [LIST_LOWER_ALPHA] = "LowerAlpha", [LIST_LOWER_ROMAN] = "LowerRoman"};
    const char *name = style ? names[style->list_style] : NULL;
    if (name) return name;
    return item->parent && node_is(item->parent, "ol") ? "Decimal" : "Disc";
}

/* A box is content only where it draws a picture that has an alternative. */
static bool in_picture(const struct node *node)
{
    for (; node; node = node->parent) {
        const char *role = node->name ? node_get(node, "role") : NULL;
        if (role && strcmp(role, "img") == 0) return true;
    }
    return false;
}

static bool is_content(const struct fragment *fragment)
{
    if (!fragment->node || fragment->origin == ORIGIN_ARTIFACT || fragment->origin == ORIGIN_PAGINATION) return false;
    return fragment->kind != FRAGMENT_BOX || in_picture(fragment->node);
}

static void note_fragment(struct spots *spots, const struct fragment *fragment)
{
    if (!is_content(fragment)) return;
    struct spot *spot = spots_add(spots, fragment->node);
    if (fragment->origin == ORIGIN_BEFORE) spot->has_before = true;
    if (fragment->origin == ORIGIN_AFTER) spot->has_after = true;
    if (fragment->origin == ORIGIN_MARKER) {
        spot->has_marker = true;
        spot->numbering = numbering_of(fragment->style, fragment->node);
    }
    for (const struct node *node = fragment->node; node; node = node->parent) {
        spot = spots_add(spots, node);
        if (spot->drawn) break;
        spot->drawn = true;
    }
}

static void note_drawn(struct spots *spots, const struct layout *layout)
{
    for (size_t i = 0; i < layout->page_count; i++) {
        for (size_t j = 0; j < layout->pages[i].fragment_count; j++) {
            note_fragment(spots, &layout->pages[i].fragments[j]);
        }
    }
}

/* ---- attributes ---- */

/* A language tag as ISO 19005-2, 6.7.4, wants it. */
static bool is_language(const char *text)
{
    int length = 0;
    for (; *text; text++) {
        if (*text == '-' && length > 0) length = 0;
        else if (isalnum((unsigned char)*text) && length < 8) length++;
        else return false;
    }
    return length > 0;
}

/* The language that an element begins; NULL: it goes on in that of its parent. */
static const char *new_language(const struct node *node, const struct tag *parent)
{
    const char *language = node_get(node, "lang");
    if (!language || !is_language(language) || strcmp(language, parent->language) == 0) return NULL;
    return language;
}

static void set_language(struct tag *tag, const char *language)
{
    if (!language) return;
    tag->language = language;
    tag->language_changes = true;
}

/* Lines run the other way here than around it (14.8.5.4.2): only blocks say so, parts of a line are known by their letters. */
static void set_direction(struct tags *tags, struct tag *tag, const char *direction)
{
    if (direction && tag->block == tag) tags_set_layout(tags, tag, "WritingMode", strcmp(direction, "rtl") == 0 ? "RlTb" : "LrTb");
}

/* 14.8.5.4.4 */
static void set_decoration(struct tags *tags, struct tag *tag, const struct node *node)
{
    bool struck = node_is(node, "del") || node_is(node, "s");
    bool inserted = node_is(node, "ins") || node_is(node, "u");
    if (struck) tags_set_layout(tags, tag, "TextDecorationType", "LineThrough");
    if (inserted) tags_set_layout(tags, tag, "TextDecorationType", "Underline");
}

static int span_of(const struct node *cell, const char *name)
{
    const char *value = node_get(cell, name);
    long span = value ? strtol(value, NULL, 10) : 1;
    return span < 1 ? 1 : span > 1000 ? 1000 : (int)span;
}

/* A head cell without a scope heads its column in the table's head, its row elsewhere. */
static const char *scope_of(const struct node *cell)
{
    const char *scope = node_get(cell, "scope");
    if (scope && strncmp(scope, "row", 3) == 0) return "Row";
    if (scope && strncmp(scope, "col", 3) == 0) return "Column";
    const struct node *row = cell->parent, *group = row ? row->parent : NULL;
    return group && node_is(group, "thead") ? "Column" : "Row";
}

/* Unique, as ISO 14289-1, 7.9, wants it: an id that another element has too counts for the first. */
static const char *note_identifier(struct plan *plan, const struct node *node)
{
    const char *id = node_get(node, "id");
    const struct anchor *anchor = id ? destinations_find(plan->destinations, id) : NULL;
    if (anchor && anchor->node == node) return id;
    return arena_format(plan->tags->arena, "note.%d", ++plan->notes);
}

static void set_attributes(struct plan *plan, struct tag *tag, const struct node *node)
{
    const char *type = tag->type->name;
    set_language(tag, new_language(node, tag->parent));
    set_direction(plan->tags, tag, node_get(node, "dir"));
    set_decoration(plan->tags, tag, node);
    if (tag->type->kind == KIND_CELL) {
        tag->column_span = span_of(node, "colspan");
        tag->row_span = span_of(node, "rowspan");
    }
    if (strcmp(type, "TH") == 0) tag->scope = scope_of(node);
    if (strcmp(type, "Note") == 0) tag->identifier = note_identifier(plan, node);
    /* The terms are labels that follow no numbering (ISO 32000-1, table 347). */
    if (node_is(node, "dl")) tag->numbering = "None";
    if (strcmp(type, "Figure") == 0) tag->alternative = role_alternative(plan->tags->arena, node);
    if (strcmp(type, "Sect") == 0) tag->title = node_get(node, "aria-label");
    if (node_is(node, "abbr")) tag->expansion = node_get(node, "title");
}

/* ---- the walk ---- */

/* Headings go down one level at a time (ISO 14289-1, 7.4.2); the document's levels do, so this only guards. */
static const char *heading_type(struct plan *plan, const struct node *node)
{
    static const char *const names[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    int level = node_heading_level(node);
    if (level < 1) level = 1;
    if (level > plan->level + 1) level = plan->level + 1;
    plan->level = level;
    return names[level - 1];
}

/* Adds an element with its attributes; where it cannot stand its content goes on in `inside`. */
static struct tag *add_for(struct plan *plan, struct tag *inside, const char *type, const struct node *node)
{
    struct tag *tag = add(plan->tags, inside, type, node);
    if (!tag && !(type_named(type)->kind & KIND_INLINE)) {
        plan->broken = true;
        spots_find(plan->spots, node)->stands_apart = true;
    }
    if (!tag) return inside;
    set_attributes(plan, tag, node);
    return tag;
}

static struct tag *add_block(struct plan *plan, struct tag *inside, const struct node *node)
{
    return add_for(plan, inside, new_language(node, inside) || node_get(node, "dir") ? "Div" : "", node);
}

static bool has_drawn_content(const struct plan *plan, const struct spot *spot)
{
    if (spot->has_before || spot->has_after) return true;
    for (const struct node *child = spot->node->first; child; child = child->next) {
        const struct spot *found = spots_find(plan->spots, child);
        if (found && found->drawn) return true;
    }
    return false;
}

/* An item is a label and a body; its marker alone is a body. */
static struct tag *add_list_item(struct plan *plan, struct tag *inside, const char *type, struct spot *spot)
{
    struct tag *item = add(plan->tags, inside, type, spot->node), *label = NULL;
    if (!item) item = add_block(plan, inside, spot->node);
    else set_attributes(plan, item, spot->node);
    if (spot->has_marker && has_drawn_content(plan, spot)) label = add(plan->tags, item, "Lbl", NULL);
    if (label) spot->marker = segment_at(plan->tags, label);
    if (label && strcmp(item->parent->type->name, "L") == 0) item->parent->numbering = spot->numbering;
    struct tag *body = strcmp(item->type->name, "LI") == 0 ? add(plan->tags, item, "LBody", NULL) : item;
    if (spot->has_marker && !label) spot->marker = segment_at(plan->tags, body);
    return body;
}

/* The last kid, when it is of that type. */
static struct tag *last_of(const struct tag *tag, const char *type)
{
    struct tag *last = tag && tag->last ? tag->last->tag : NULL;
    return last && strcmp(last->type->name, type) == 0 ? last : NULL;
}

/* The LI that terms and their details go on in: the one around them, or the last one of the list. */
static struct tag *open_item(struct tag *inside)
{
    if (inside->type->holds & KIND_ITEM) return inside->open;
    return inside->type->kind == KIND_ITEM ? inside : NULL;
}

/* Whether a dd that is on a page follows a dt, perhaps after more of those. */
static bool has_details(const struct plan *plan, const struct node *term)
{
    const struct node *next = term->next;
    for (int seen = 0; next && seen < 100 && (!next->name || node_is(next, "dt")); seen++) next = next->next;
    const struct spot *spot = next && node_is(next, "dd") ? spots_find(plan->spots, next) : NULL;
    return spot && spot->drawn;
}

static struct tag *add_term(struct plan *plan, struct tag *inside, const struct node *node)
{
    struct tag *term = last_of(open_item(inside), "Lbl");
    plan->broken = term;
    if (term) return term;
    const char *type = has_details(plan, node) ? "Lbl" : "LBody";
    if (!(inside->type->holds & KIND_ITEM)) return add_for(plan, inside, type, node);
    struct tag *item = add(plan->tags, inside, "LI", NULL);
    inside->open = item; /* for the dd that follows */
    return add_for(plan, item, type, node);
}

static struct tag *add_details(struct plan *plan, struct tag *inside, const struct node *node)
{
    struct tag *details = last_of(open_item(inside), "LBody");
    return details ? add_block(plan, details, node) : add_for(plan, inside, "LBody", node);
}

static struct tag *add_link(struct plan *plan, struct tag *inside, enum treatment treatment, const struct node *node)
{
    const char *outer = treatment == TREAT_LABEL ? "Lbl" : treatment == TREAT_TAG ? NULL : "Reference";
    if (inside->link || !destinations_lead(plan->destinations, node)) return inside;
    struct tag *around = outer ? add(plan->tags, inside, outer, NULL) : NULL;
    struct tag *link = add_for(plan, around ? around : inside, "Link", node);
    struct tag *label = treatment == TREAT_CALL && link->link ? add(plan->tags, link, "Lbl", NULL) : NULL;
    return label ? label : link;
}

/* Text that goes on stands in a paragraph of its own where lines are told apart; elsewhere a space sets it apart. */
static void end_line(struct plan *plan, struct tag *inside)
{
    if (inside->type->holds & KIND_INLINE) plan->broken = true;
    else inside->open = NULL;
}

static struct tag *enter_as(struct plan *plan, struct tag *inside, struct role role, struct spot *spot)
{
    const struct node *node = spot->node;
    switch (role.treatment) {
    case TREAT_THROUGH: return new_language(node, inside) ? add_for(plan, inside, "Span", node) : inside;
    case TREAT_BLOCK: return add_block(plan, inside, node);
    case TREAT_HEADING: return add_for(plan, inside, heading_type(plan, node), node);
    case TREAT_LIST_ITEM: return add_list_item(plan, inside, role.type, spot);
    case TREAT_TERM: return add_term(plan, inside, node);
    case TREAT_DETAILS: return add_details(plan, inside, node);
    case TREAT_LINE_BREAK: end_line(plan, inside); return inside;
    case TREAT_ARTIFACT: return NULL;
    case TREAT_REFERENCE:
    case TREAT_CALL:
    case TREAT_LABEL: return add_link(plan, inside, role.treatment, node);
    case TREAT_TAG: break;
    }
    if (strcmp(role.type, "Link") == 0) return add_link(plan, inside, role.treatment, node);
    return add_for(plan, inside, role.type, node);
}

static bool is_figure(const struct tag *tag)
{
    return strcmp(tag->type->name, "Figure") == 0;
}

/* Whether an element is looked at: those that are on no page are not, but a table keeps its rows and cells, and
 * line breaks separate words. */
static bool is_entered(const struct spot *spot, const struct tag *inside)
{
    const struct node *node = spot->node;
    if (spot->drawn || node_is(node, "br")) return true;
    bool row = node_is(node, "tr"), cell = node_is(node, "td") || node_is(node, "th");
    return (row && inside->type->holds & KIND_ROW) || (cell && inside->type->holds & KIND_CELL);
}

static void enter_element(struct plan *plan, struct spot *spot, struct tag *inside)
{
    if (is_figure(inside)) spot->inside = inside; /* its alternative stands for all that is in it */
    else if (is_entered(spot, inside)) spot->inside = enter_as(plan, inside, role_of(spot->node), spot);
    if (!spot->inside) return;
    bool lines = spot->inside->type->holds & KIND_INLINE && spot->inside->type->holds & KIND_BLOCK;
    if (lines && role_has_lines(spot->node)) spot->inside = tags_append(plan->tags, spot->inside, type_named(""), NULL);
    if (is_figure(spot->inside)) spot->content = segment_at(plan->tags, spot->inside);
    if (spot->has_before) spot->before = segment_at(plan->tags, spot->inside);
}

/* White space between blocks, such as after a footnote's number, needs no paragraph of its own. */
static bool is_between_blocks(const char *text, const struct tag *inside)
{
    return !text[strspn(text, " \t\n")] && !(inside->type->holds & KIND_INLINE) && !inside->open;
}

/* Between two lines of code. */
static bool is_line_end(const struct node *text)
{
    return node_is(text->parent, "pre") && !text->text[strspn(text->text, "\n")];
}

static void enter_text(struct plan *plan, struct spot *spot, struct tag *inside)
{
    if (is_line_end(spot->node)) {
        end_line(plan, inside);
        return;
    }
    if (!spot->drawn || is_between_blocks(spot->node->text, inside)) return;
    spot->content = segment_at(plan->tags, inside);
    spot->after_break = plan->broken;
    plan->broken = false;
}

/* Gives whether the walk goes on below the node. */
static bool enter(struct plan *plan, const struct node *node, struct tag *inside)
{
    struct spot *spot = spots_add(plan->spots, node);
    if (node->name) enter_element(plan, spot, inside);
    else enter_text(plan, spot, inside);
    return node->first && spot->inside;
}

static void leave(struct plan *plan, const struct node *node)
{
    struct spot *spot = spots_find(plan->spots, node);
    if (spot->inside && spot->has_after) spot->after = segment_at(plan->tags, spot->inside);
    if (spot->stands_apart) plan->broken = true;
}

static void walk(struct plan *plan, const struct node *root)
{
    const struct node *node = root->first;
    while (node) {
        if (enter(plan, node, spots_find(plan->spots, node->parent)->inside)) {
            node = node->first;
            continue;
        }
        leave(plan, node);
        while (!node->next && node->parent != root) {
            node = node->parent;
            leave(plan, node);
        }
        node = node->next;
    }
}

struct tags *tags_plan(struct arena *arena, const struct node *document, const struct layout *layout,
                       const struct destinations *destinations)
{
    struct tags *tags = arena_make(arena, struct tags);
    tags->arena = arena;
    tags->spots = spots_new(arena);
    struct plan plan = {.tags = tags, .spots = tags->spots, .destinations = destinations};
    note_drawn(tags->spots, layout);
    struct tag *root = tags_append(tags, NULL, type_named("Document"), document);
    const char *language = node_get(document, "lang");
    if (language && is_language(language)) set_language(root, language);
    struct spot *spot = spots_add(tags->spots, document);
    spot->inside = root;
    if (spot->has_before) spot->before = segment_at(tags, root);
    walk(&plan, document);
    leave(&plan, document);
    return tags;
}

/* ---- where a fragment belongs ---- */

struct segment *tags_segment(const struct tags *tags, const struct fragment *fragment)
{
    if (!fragment->node || fragment->origin == ORIGIN_ARTIFACT || fragment->origin == ORIGIN_PAGINATION) return NULL;
    const struct spot *spot = spots_find(tags->spots, fragment->node);
    if (!spot) return NULL;
    if (fragment->origin == ORIGIN_BEFORE) return spot->before;
    if (fragment->origin == ORIGIN_AFTER) return spot->after;
    if (fragment->origin == ORIGIN_MARKER) return spot->marker;
    return spot->content;
}

bool tags_after_break(const struct tags *tags, const struct fragment *fragment)
{
    const struct spot *spot = fragment->node ? spots_find(tags->spots, fragment->node) : NULL;
    return spot && spot->after_break;
}
