/* The parts of the Markdown reader (inside content/ only). */
#ifndef CONTENT_MARKDOWN_H
#define CONTENT_MARKDOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/message.h"
#include "content/locate.h"
#include "document/document.h"

/* A footnote's text as it stands in the source: `[^name]:` at the begin of a line. */
struct definition {
    const char *name;
    int line; /* of the Markdown, from 1 */
    struct place place;
    bool kept, code; /* the library took it; it stands in a code block */
    bool meant;      /* by a call of a name that does not exist */
};

struct markdown {
    struct arena *arena;
    struct messages *messages;
    const char *text; /* the Markdown; its lines are those that cmark counts */
    size_t length;
    struct locator locator;
    bool control_told;
    struct definition *definitions; /* of the whole text, in order of writing */
    size_t definition_count, definition_capacity;
    const char **colonless; /* the names behind which a line begins without a colon, sorted */
    size_t colonless_count, colonless_capacity;
    const char **footnotes; /* the names of those that the library kept, in order of first call */
    size_t footnote_count, footnote_capacity;
};

enum { MARKDOWN_LARGEST = 8 * 1024 * 1024, MARKDOWN_DEEPEST = 32 };

/* limits.c: what would cost the library too much time or memory. false: already told. */
bool markdown_within_limits(struct markdown *markdown);

/* footnote.c */
void footnote_scan(struct markdown *markdown);
/* The definition that begins on that line or later, or NULL. */
struct definition *footnote_from_line(struct markdown *markdown, int line);
/* What stands on these lines is code, not a definition. */
void footnote_skip_code(struct markdown *markdown, int first_line, int last_line);
/* After reading: tells texts that are never called or stand twice. */
void footnote_check(struct markdown *markdown);
/* Tells calls in a text that stayed text: `[^name]`. */
void footnote_check_text(struct markdown *markdown, const char *text);

/* True when a backslash stands before the place. */
bool markdown_is_escaped(const struct markdown *markdown, struct place place);

/* slip.c: marks that stayed in a text; the begin of a line of text; a paragraph that was meant as a heading, which
 * it becomes; code without an end; lines of a list's item that are not indented; rows that are longer or
 * shorter than their table. Lines are those of the Markdown, from 1. `title`: of a block, which braces may follow. */
void slip_check_text(struct markdown *markdown, const char *text, bool title);
/* true: told. `marker`: a block's marker may stand here. */
bool slip_check_line(struct markdown *markdown, const char *text, struct place place, bool marker);
/* Bars in a second line of a paragraph, too: a table without its second line. */
void slip_check_bars(struct markdown *markdown, const struct node *paragraph, const char *text);
void slip_mend_heading(struct markdown *markdown, struct node *paragraph);
void slip_check_code(struct markdown *markdown, int first_line, int last_line);
void slip_check_item(struct markdown *markdown, int first_line, int last_line);
void slip_check_row(struct markdown *markdown, int number, size_t columns);

/* swallow.c: what the library takes for something else, or drops, in silence. Lines are those of the Markdown, from 1. */
/* Lines such as `[word]: text`, which make the address of a link and are not printed. */
void swallow_check_definitions(struct markdown *markdown);
/* A heading that a line of dashes made; code that an indent made. */
void swallow_check_heading(struct markdown *markdown, int line);
void swallow_check_indent(struct markdown *markdown, int line);
/* Lines behind the first that begin with none of the signs, and so go on with the block only by chance. */
void swallow_check_lines(struct markdown *markdown, int first_line, int last_line, const char *signs, const char *what);
/* `[^1` and `^1]` */
void swallow_check_notes(struct markdown *markdown, const char *text);

/* link.c: the address as it may stand in an attribute, or NULL: already told. */
const char *link_address(struct markdown *markdown, const char *url, struct place place);

/* autolink.c: appends the text to `parent`, with `a` elements for the bare URLs in it. */
void autolink_append(struct markdown *markdown, struct node *parent, const char *text);

/* table.c: cells that stretch over others, and head rows, in a table that was read. */
void table_resolve(struct markdown *markdown, struct node *table);

/* alert.c: turns `blockquote` into an `aside` when it begins with a marker. */
void alert_resolve(struct markdown *markdown, struct node *quote);

/* definitions.c: a paragraph of terms and definitions becomes a `dl`, or goes on with the one before it. */
void definitions_resolve(struct markdown *markdown, struct node *paragraph);

/* attributes.c: takes the braces off a block's title and sets what they say on the block. `place`: of its marker. */
void attributes_take(struct markdown *markdown, struct node *block, char *title, struct place place);

#endif
