/* Inside the room: a sheet as read. A sheet is never changed after style_read, so threads may share it. */
#ifndef STYLE_SHEET_H
#define STYLE_SHEET_H

#include "style/style.h"
#include "style/tokens.h"
#include "style/values.h"

/* ---- selectors (Selectors Level 4) ---- */

enum simple_kind {
    SIMPLE_TYPE,
    SIMPLE_ID,
    SIMPLE_CLASS,
    SIMPLE_ATTRIBUTE,
    SIMPLE_ROOT,
    SIMPLE_FIRST_CHILD,
    SIMPLE_LAST_CHILD,
    SIMPLE_ONLY_CHILD,
    SIMPLE_NTH_CHILD,
    SIMPLE_EMPTY,
    SIMPLE_LINK, /* :link, :any-link */
    SIMPLE_IS,   /* :is(), :where() */
    SIMPLE_NOT,
    SIMPLE_NEVER /* :hover and the like: no state of paper */
};

struct simple {
    enum simple_kind kind;
    const char *name; /* of types, classes, ids, attributes */
    uint32_t hash;    /* of the name */
    char comparison;  /* of attributes: 0 (is there), or the sign before "=": '=', '~', '|', '^', '$', '*' */
    const char *value;
    int step, offset;                    /* of nth-child: step * n + offset */
    const struct compound *alternatives; /* of IS and NOT */
    struct simple *next;
};

enum combinator { COMBINATOR_NONE, COMBINATOR_DESCENDANT, COMBINATOR_CHILD, COMBINATOR_NEXT, COMBINATOR_LATER };

struct compound {
    struct simple *simples;
    enum combinator combinator; /* between this one and the one on its left */
    const struct compound *left;
    const struct compound *next; /* the next alternative of :is() and :not() */
};

enum pseudo_element { PSEUDO_NONE, PSEUDO_BEFORE, PSEUDO_AFTER, PSEUDO_MARKER, PSEUDO_COUNT };

struct selector {
    const struct compound *subject; /* the rightmost compound */
    enum pseudo_element pseudo;
    unsigned specificity;
    struct selector *next;
};

/* ---- rules ---- */

struct shorthand;

struct declaration {
    const struct property *property; /* NULL for a custom property and for a shorthand that waits for var() */
    const struct shorthand *shorthand;
    const char *custom; /* "--name" */
    struct specified value;
    const struct token *tokens; /* the value of a custom property, or one that holds var(); [token_count] */
    size_t token_count;
    bool important;
    bool own; /* in a sheet of a house */
    struct place place;
};

struct declarations {
    struct declaration *items;
    size_t count, capacity;
};

enum { MEDIUM_PRINT = 1, MEDIUM_SCREEN = 2, MEDIUM_DARK = 4, MEDIUM_ALL = 7 }; /* DARK: a screen, of a reader who asks for dark pages */

/* The media whose rules hold for "print", "screen" or "dark". */
unsigned media_of(const char *medium);

struct rule {
    const struct selector *selectors;
    struct declarations declarations;
    unsigned media;
    struct rule *next;
};

/* The parts of a page that rules can address inside @page. */
enum page_area {
    AREA_FOOTNOTE = MARGIN_BOX_COUNT, AREA_WATERMARK, AREA_LINE_NUMBERS, AREA_PAGE, AREA_COUNT
};

struct page_part {
    enum page_area area; /* a margin box, the footnotes, what is behind or beside the text, or the page itself */
    struct declarations declarations;
    struct page_part *next;
};

/* One selector of an @page rule; those of one rule share their parts. */
struct page_rule {
    const char *name; /* NULL: any */
    bool first, left, right;
    unsigned specificity, media;
    const struct page_part *parts;
    struct page_rule *next;
};

struct sheet {
    const struct source *source;
    struct rule *rules, *last_rule;
    struct page_rule *pages, *last_page;
    const struct sheet *user_agent; /* NULL in that sheet itself */
    bool own;                       /* of a house */
};

/* ---- reading ---- */

/* What the reading functions share. */
struct parser {
    struct arena *arena;
    struct sheet *sheet;
    struct tokens tokens;
    struct messages *messages;
    unsigned media; /* of the rules that are read now */
    unsigned told;
};

/* Tells a mistake at a token, unless the rules are not for print (then they are nobody's concern here). */
void parser_tell(struct parser *parser, enum message_code code, const struct token *token, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void parser_hint(struct parser *parser, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The source text from token `start` to before token `end`, short enough for a message. */
const char *parser_quote(struct parser *parser, size_t start, size_t end);

/* Reads the selectors in tokens start to end. NULL: already told, or none of them can ever match. */
const struct selector *selectors_read(struct parser *parser, size_t start, size_t end);

/* Reads a declaration list in tokens start to end. `page`: of a page or a part of it; nested at-rules are
 * passed over, the caller reads them. */
void declarations_read(struct parser *parser, size_t start, size_t end, bool page, struct declarations *into);

/* Reads the @page rule whose prelude is tokens start to `open`. */
void page_read(struct parser *parser, size_t start, size_t open);

/* Adds what is in tokens start to end, which lie inside `depth` at-rules. */
void rules_read(struct parser *parser, size_t start, size_t end, unsigned depth);

/* The style of HTML's own elements, in CSS. */
const char *user_agent_text(void);

#endif
