/* What all parts of one layout share: the setter sets type. */
#ifndef LAYOUT_SETTER_H
#define LAYOUT_SETTER_H

#include "layout/box.h"
#include "layout/flow.h"
#include "layout/footnote.h"
#include "layout/generated.h"
#include "layout/hyphen.h"
#include "layout/page.h"
#include "layout/paragraph.h"
#include "layout/pen.h"
#include "layout/text.h"
#include "layout/lexicon.h"
#include "layout/line_number.h"

struct setter {
    struct arena *arena; /* what the caller keeps */
    struct arena *work;  /* freed when the layout is made */
    const struct layout_input *input;
    struct messages *messages;
    struct lexicon *lexicon;
    struct anchors anchors;
    struct notes notes;
    struct strings strings;
    struct feasibles feasibles;
    struct scratch scratch;
    struct numbered_lines numbered;

    /* the page that is being set */
    struct layout *layout;
    size_t page;            /* from 0 */
    const struct page_style **page_styles; /* of every page */
    size_t page_style_capacity;
    struct page_kind *page_kinds;
    float page_top, page_room; /* of the content area */
    float page_width;          /* of the content area of a page without a name */
    bool silent;            /* a pass that only finds page numbers: no fragments */
    bool artifact;          /* what is drawn is not content (repeated heads) */
    bool pagination;        /* what is drawn is a running header or footer */
    bool blank;             /* nothing was drawn on this page yet */
    unsigned pass;          /* from 1 */
    size_t known_pages;     /* of the pass before; 0: none */
};

/* A new fragment at the end of the page; an artifact where everything is. NULL in a silent pass. */
struct fragment *setter_fragment(struct setter *setter, enum fragment_kind kind, const struct node *node,
                                 enum origin origin);

/* The page that is being set. */
struct page *setter_page(struct setter *setter);

/* The box fragment of an element (background and borders), when it shows anything; its number plus 1, or 0. */
size_t setter_box(struct setter *setter, const struct computed *style, float x, float y);

/* Sets width and height of box fragment `number` (0: nothing). `edges` as in struct fragment; NULL: all. */
void setter_box_size(struct setter *setter, size_t number, float width, float height, const bool *edges);

/* The box fragment of an inline element ends at x; `right`: with its edge. */
void setter_box_end(struct setter *setter, size_t number, float x, bool right);

/* The table is wider than its room, by `more` points, even when its words are hyphenated: told once. */
void setter_tell_wide(struct setter *setter, struct box *box, float more);

/* The box (one line or drawing of it) is taller than a page: told once per box. */
void setter_tell_overflow(struct setter *setter, struct box *box);

/* missing.c: tells the characters on the pages that no font has, each once. */
void missing_tell(struct setter *setter);

#endif
