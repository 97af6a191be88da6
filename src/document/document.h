/* The document: a tree of XHTML elements and texts. Knows nothing of reports.
 *
 * A tree lives in one arena. Whoever builds or resolves it (content, compose) may change it; for later rooms
 * (site, style, layout, pdf) it is const. Names are lower-case XHTML; no namespaces but those of SVG, whose
 * elements carry their plain name (svg, path). */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/message.h"
#include "base/place.h"

struct attribute {
    const char *name, *value;
    struct attribute *next;
};

struct node {
    const char *name; /* NULL: a text */
    const char *text; /* of a text: UTF-8, entities resolved */
    struct attribute *attributes;
    struct node *parent, *first, *last, *previous, *next;
    struct place place; /* content for author text; the template's line for the rest */
};

/* Deeper trees are refused by the reader and by compose, so that later rooms may recurse. */
enum { DOCUMENT_DEPTH_MAX = 128 };

/* ---- building ---- */

struct node *node_element(struct arena *arena, const char *name, struct place place);
struct node *node_text(struct arena *arena, const char *text, struct place place);
void node_append(struct node *parent, struct node *child);
void node_insert_before(struct node *sibling, struct node *inserted);
void node_insert_after(struct node *sibling, struct node *inserted);
void node_remove(struct node *node); /* takes it out of its tree; stays usable */
void node_replace(struct node *old, struct node *replacement);
void node_move_children(struct node *from, struct node *to);          /* appends all children of `from` to `to` */
struct node *node_copy(struct arena *arena, const struct node *node); /* with all below it; no parent */

/* Sets or replaces; neither text is copied. value NULL removes the attribute. */
void node_set(struct arena *arena, struct node *node, const char *name, const char *value);
void node_add_class(struct arena *arena, struct node *node, const char *class);

/* ---- asking ---- */

const char *node_get(const struct node *node, const char *name); /* NULL when it is not there */
bool node_is(const struct node *node, const char *name);         /* an element of that name; NULL node: false */
bool node_has_class(const struct node *node, const char *class);
/* An element that stands on lines of its own (div, p, li, td …): no phrasing content. NULL node: false. */
bool node_is_block(const struct node *node);
int node_heading_level(const struct node *node); /* 1 to 6 for h1 to h6, otherwise 0 */

/* The next node of a walk through `root` in document order, or NULL:
 *     for (const struct node *node = root; node; node = node_next(node, root)) … */
struct node *node_next(const struct node *node, const struct node *root);
/* The next one that is not below `node`. */
struct node *node_after(const struct node *node, const struct node *root);

/* The first element below (or at) root with that id / name / class, in document order; NULL when none. */
struct node *node_by_id(const struct node *root, const char *id);
struct node *node_by_name(const struct node *root, const char *name);
struct node *node_by_class(const struct node *root, const char *class);

/* All text below the node, white space folded to single spaces (one also between blocks), trimmed. */
char *node_string(struct arena *arena, const struct node *node);

/* ---- reading ---- */

/* Trees that stand for `<?insert N?>` in merged text: number N is items[N]. Each is used at most once. */
struct insertions {
    struct node **items;
    size_t count, capacity;
};

/* Keeps `tree` (an element whose children count; its own tag is dropped) and gives the text that stands for it. */
const char *insertions_add(struct arena *arena, struct insertions *insertions, struct node *tree);

/* Reads one well-formed XHTML element strictly (libxml2; network, DTDs and entities but the five of XML off);
 * replaces `<?insert N?>` by the children of its tree. Other processing instructions and comments are errors
 * or dropped, in that order. Adjacent texts are joined; one that holds an inserted text has its place.
 * White space between blocks, and before the first or after the last of them, is dropped.
 * Refused: elements outside the vocabulary of HTML, raw-text elements (script, style …), `style` and `on…`
 * attributes (a strict Content-Security-Policy stops them), more than 128 levels, more than 64 MiB.
 * NULL: already told (MERGED_NOT_WELL_FORMED, ELEMENT_UNKNOWN …). */
struct node *document_read(struct arena *arena, const struct merged_text *merged, const struct insertions *insertions,
                           struct messages *messages);

/* Reads an SVG file into an svg element of the shapes, groups and texts that layout/ draws, with attributes only (also
 * those of `style`), a viewBox, and width and height in pixels. What editors add for themselves is dropped; what would be
 * seen and cannot be drawn is told (DRAWING_REFUSED, DRAWING_IGNORED). NULL: already told. */
struct node *document_read_drawing(struct arena *arena, const struct source *source, struct messages *messages);

/* ---- writing ---- */

/* HTML (the WHATWG serialisation: void elements, no self-closing slash but inside svg, escaped text and
 * attribute values), with a line break around blocks that stand in blocks. Only this element and what is
 * below it; no doctype. The text of raw-text elements would be wrong: a tree holds none. */
void document_write_html(struct buffer *out, const struct node *node);

/* The dump: one element or text per line, indented, attributes sorted by name; with `places` its place behind. */
void document_dump(struct buffer *out, const struct node *root, bool places);

#endif
