/* Selectors Level 4, the part of it that the subset knows: tokens into selectors. */
#include <string.h>

#include "base/message.h"
#include "style/sheet.h"

enum { SPECIFICITY_ID = 1 << 20, SPECIFICITY_CLASS = 1 << 10, SPECIFICITY_TYPE = 1, MOST_PER_KIND = 1000 };
enum { DEEPEST = 4, LONGEST = 64 /* compounds in a selector */ };

struct state {
    struct parser *parser;
    size_t at, end;
    unsigned ids, classes, types; /* the specificity so far */
    enum pseudo_element pseudo;
    bool failed;
    bool never; /* it stands for a state or a part that paper does not have */
};

static const struct token *peek(const struct state *state)
{
    const struct tokens *tokens = &state->parser->tokens;
    return state->at < state->end ? &tokens->items[state->at] : &tokens->items[tokens->count - 1];
}

static bool at_end(const struct state *state)
{
    return state->at >= state->end;
}

static void skip_space(struct state *state)
{
    while (!at_end(state) && peek(state)->type == TOKEN_SPACE) state->at++;
}

static void fail(struct state *state, const char *what)
{
    if (!state->failed) {
        parser_tell(state->parser, STYLE_SELECTOR, peek(state),
                    "the rule is left out: %s; of selectors types, classes, ids, attributes, their combinations and "
                    "some pseudo-classes are known",
                    what);
    }
    state->failed = true;
}

/* Names of elements and attributes have no case in HTML; a document has them in lower case. */
static const char *lower(struct arena *arena, const char *name)
{
    char *copy = arena_string(arena, name);
    for (char *c = copy; *c; c++) {
        if (*c >= 'A' && *c <= 'Z') *c = (char)(*c | 0x20);
    }
    return copy;
}

static struct simple *add(struct state *state, struct simple ***link, enum simple_kind kind, const char *name)
{
    if (kind == SIMPLE_TYPE || kind == SIMPLE_ATTRIBUTE) name = lower(state->parser->arena, name);
    struct simple *simple = arena_make(state->parser->arena, struct simple);
    *simple = (struct simple){.kind = kind, .name = name, .hash = name ? name_hash(name, strlen(name)) : 0};
    **link = simple;
    *link = &simple->next;
    return simple;
}

/* ---- attributes ---- */

static bool is_close(const struct token *token, char bracket)
{
    return token->type == TOKEN_CLOSE && token->sign == bracket;
}

/* Reads the operator and value behind the name of an attribute. */
static bool read_match(struct state *state, struct simple *simple)
{
    const struct token *token = peek(state);
    simple->comparison = token->sign;
    if (token->type != TOKEN_SIGN || !strchr("=~|^$*", token->sign)) return false;
    state->at++;
    if (simple->comparison != '=') {
        if (!token_is_sign(peek(state), '=')) return false;
        state->at++;
    }
    skip_space(state);
    const struct token *value = peek(state);
    if (value->type != TOKEN_STRING && value->type != TOKEN_IDENT) return false;
    simple->value = value->text;
    state->at++;
    skip_space(state);
    return true;
}

static void read_attribute(struct state *state, struct simple ***link)
{
    state->at++;
    skip_space(state);
    struct simple *simple = add(state, link, SIMPLE_ATTRIBUTE, peek(state)->text);
    bool fine = peek(state)->type == TOKEN_IDENT;
    state->at++;
    skip_space(state);
    if (fine && !is_close(peek(state), ']')) fine = read_match(state, simple);
    if (!fine || !is_close(peek(state), ']')) {
        fail(state, "the attribute selector cannot be read");
        return;
    }
    state->at++;
    state->classes++;
}

/* ---- pseudo-classes and pseudo-elements ---- */

struct pseudo_class {
    const char *name;
    enum simple_kind kind;
};

static const struct pseudo_class pseudo_classes[] = {
    {"root", SIMPLE_ROOT},
    {"first-child", SIMPLE_FIRST_CHILD},
    {"last-child", SIMPLE_LAST_CHILD},
    {"empty", SIMPLE_EMPTY},
    {"only-child", SIMPLE_ONLY_CHILD},
    {"link", SIMPLE_LINK},
    {"any-link", SIMPLE_LINK},
    {"hover", SIMPLE_NEVER},
    {"focus", SIMPLE_NEVER},
    {"active", SIMPLE_NEVER},
    {"focus-visible", SIMPLE_NEVER},
    {"focus-within", SIMPLE_NEVER},
    {"visited", SIMPLE_NEVER},
    {"target", SIMPLE_NEVER},
    {"checked", SIMPLE_NEVER},
    {"disabled", SIMPLE_NEVER},
};

static const struct {
    const char *name;
    enum pseudo_element pseudo;
    bool never;
} pseudo_elements[] = {
    {"before", PSEUDO_BEFORE, false}, {"after", PSEUDO_AFTER, false},     {"marker", PSEUDO_MARKER, false},
    {"selection", PSEUDO_NONE, true}, {"placeholder", PSEUDO_NONE, true}, {"backdrop", PSEUDO_NONE, true},
};

/* Gives false when there is no such pseudo-element. */
static bool read_pseudo_element(struct state *state, const char *name)
{
    for (size_t i = 0; i < sizeof pseudo_elements / sizeof *pseudo_elements; i++) {
        if (!same_word(pseudo_elements[i].name, name)) continue;
        state->pseudo = pseudo_elements[i].pseudo;
        state->never |= pseudo_elements[i].never;
        state->types++;
        return true;
    }
    return false;
}

static bool read_pseudo_class(struct state *state, const char *name, struct simple ***link)
{
    for (size_t i = 0; i < sizeof pseudo_classes / sizeof *pseudo_classes; i++) {
        if (!same_word(pseudo_classes[i].name, name)) continue;
        add(state, link, pseudo_classes[i].kind, NULL);
        state->classes++;
        return true;
    }
    return false;
}

static const struct compound *read_compound(struct state *state, unsigned depth);

/* The alternatives of :is(), :where() and :not(): compounds, of which the most specific one counts. */
static void read_alternatives(struct state *state, struct simple *simple, unsigned depth)
{
    unsigned ids = state->ids, classes = state->classes, types = state->types, best = 0;
    unsigned most[3] = {0};
    const struct compound *first = NULL;
    while (!state->failed) {
        state->ids = state->classes = state->types = 0;
        skip_space(state);
        struct compound *compound = arena_make(state->parser->arena, struct compound);
        const struct compound *read = read_compound(state, depth + 1);
        skip_space(state);
        if (!read) break;
        *compound = *read;
        compound->next = first;
        first = compound;
        unsigned specificity =
            state->ids * SPECIFICITY_ID + state->classes * SPECIFICITY_CLASS + state->types * SPECIFICITY_TYPE;
        if (specificity >= best) {
            best = specificity;
            most[0] = state->ids;
            most[1] = state->classes;
            most[2] = state->types;
        }
        if (!token_is_sign(peek(state), ',')) break;
        state->at++;
    }
    simple->alternatives = first;
    state->ids = ids + most[0];
    state->classes = classes + most[1];
    state->types = types + most[2];
}

/* an+b, odd, even (CSS Syntax 3, clause 6, in the forms that people write). */
static bool read_nth(const char *text, struct simple *simple)
{
    int sign = *text == '-' ? -1 : 1, number = 0;
    if (same_word(text, "odd") || same_word(text, "even")) {
        simple->step = 2;
        simple->offset = same_word(text, "odd");
        return true;
    }
    if (*text == '-' || *text == '+') text++;
    bool digits = *text >= '0' && *text <= '9';
    for (; *text >= '0' && *text <= '9'; text++) number = number < 100000 ? number * 10 + (*text - '0') : number;
    if ((*text | 0x20) != 'n') {
        simple->offset = sign * number;
        return digits && !*text;
    }
    simple->step = sign * (digits ? number : 1);
    text++;
    if (!*text) return true;
    sign = *text == '-' ? -1 : 1;
    if (*text != '-' && *text != '+') return false;
    for (number = 0, text++; *text >= '0' && *text <= '9'; text++) {
        number = number < 100000 ? number * 10 + (*text - '0') : number;
    }
    simple->offset = sign * number;
    return !*text;
}

static void read_nth_child(struct state *state, struct simple ***link, size_t close)
{
    char text[32] = "";
    size_t length = 0;
    const struct source *source = state->parser->sheet->source;
    size_t start = state->parser->tokens.items[state->at].start, end = state->parser->tokens.items[close].start;
    for (size_t i = start; i < end && length + 1 < sizeof text; i++) {
        if (source->text[i] != ' ') text[length++] = source->text[i];
    }
    struct simple *simple = add(state, link, SIMPLE_NTH_CHILD, NULL);
    if (!read_nth(text, simple)) fail(state, "nth-child() takes odd, even, a number or a form such as 2n+1");
    state->at = close;
    state->classes++;
}

/* A pseudo-class with brackets; `at` is behind the opening one. */
static void read_function(struct state *state, const struct token *function, struct simple ***link, unsigned depth)
{
    bool is = same_word(function->text, "is"), where = same_word(function->text, "where");
    bool not = same_word(function->text, "not");
    if (same_word(function->text, "nth-child")) {
        read_nth_child(state, link, function->partner);
    } else if ((is || where || not ) && depth < DEEPEST) {
        unsigned ids = state->ids, classes = state->classes, types = state->types;
        read_alternatives(state, add(state, link, not ? SIMPLE_NOT : SIMPLE_IS, NULL), depth);
        if (where) {
            state->ids = ids;
            state->classes = classes;
            state->types = types;
        }
    } else {
        fail(state, arena_format(state->parser->arena, "there is no “:%s()” in the subset", function->text));
        return;
    }
    if (!state->failed && !is_close(peek(state), ')')) {
        fail(state, arena_format(state->parser->arena, "“:%s()” takes compound selectors only", function->text));
    }
    state->at++;
}

static void read_pseudo(struct state *state, struct simple ***link, unsigned depth)
{
    state->at++;
    bool element = token_is_sign(peek(state), ':');
    if (element) state->at++;
    const struct token *token = peek(state);
    if (!element && token->type == TOKEN_FUNCTION) {
        state->at++;
        read_function(state, token, link, depth);
        return;
    }
    /* before and after may have one colon (clause 3.6) */
    bool old = same_word(token->text, "before") || same_word(token->text, "after");
    bool known = token->type == TOKEN_IDENT && (element || old ? depth == 0 && read_pseudo_element(state, token->text)
                                                               : read_pseudo_class(state, token->text, link));
    if (!known) {
        const char *colons = element ? "::" : ":";
        fail(state, arena_format(state->parser->arena, "there is no “%s%s” in the subset", colons, token->text));
    }
    state->at++;
}

/* ---- compounds and what is between them ---- */

/* Takes one simple selector; false when there is none. */
static bool read_simple(struct state *state, struct simple ***link, unsigned depth)
{
    const struct token *token = peek(state);
    if (at_end(state) || state->failed) return false;
    if (token->type == TOKEN_HASH) {
        add(state, link, SIMPLE_ID, token->text);
        state->ids++;
        state->at++;
    } else if (token_is_sign(token, '.') && token[1].type == TOKEN_IDENT) {
        add(state, link, SIMPLE_CLASS, token[1].text);
        state->classes++;
        state->at += 2;
    } else if (token_is_open(token, '[')) {
        read_attribute(state, link);
    } else if (token_is_sign(token, ':')) {
        read_pseudo(state, link, depth);
    } else {
        return false;
    }
    return true;
}

/* NULL: already told. */
static const struct compound *read_compound(struct state *state, unsigned depth)
{
    struct compound *compound = arena_make(state->parser->arena, struct compound);
    struct simple **link = &compound->simples;
    const struct token *token = peek(state);
    bool type = !at_end(state) && token->type == TOKEN_IDENT, any = !at_end(state) && token_is_sign(token, '*');
    if (type) {
        add(state, &link, SIMPLE_TYPE, token->text);
        state->types++;
    }
    if (type || any) state->at++;
    bool simple = false;
    while (state->pseudo == PSEUDO_NONE && read_simple(state, &link, depth)) simple = true;
    if (!type && !any && !simple) fail(state, "a selector was expected here");
    return state->failed ? NULL : compound;
}

static enum combinator read_combinator(struct state *state)
{
    static const struct {
        char sign;
        enum combinator combinator;
    } signs[] = {{'>', COMBINATOR_CHILD}, {'+', COMBINATOR_NEXT}, {'~', COMBINATOR_LATER}};
    bool space = peek(state)->type == TOKEN_SPACE;
    skip_space(state);
    if (at_end(state) || token_is_sign(peek(state), ',')) return COMBINATOR_NONE;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (!token_is_sign(peek(state), signs[i].sign)) continue;
        state->at++;
        skip_space(state);
        return signs[i].combinator;
    }
    if (!space)
        fail(state, arena_format(state->parser->arena, "“%s” is not expected here",
                                 parser_quote(state->parser, state->at, state->at + 1)));
    return space ? COMBINATOR_DESCENDANT : COMBINATOR_NONE;
}

static unsigned specificity_of(const struct state *state)
{
    unsigned ids = state->ids < MOST_PER_KIND ? state->ids : MOST_PER_KIND;
    unsigned classes = state->classes < MOST_PER_KIND ? state->classes : MOST_PER_KIND;
    unsigned types = state->types < MOST_PER_KIND ? state->types : MOST_PER_KIND;
    return ids * SPECIFICITY_ID + classes * SPECIFICITY_CLASS + types * SPECIFICITY_TYPE;
}

static struct selector *read_selector(struct state *state)
{
    const struct compound *left = NULL;
    enum combinator combinator = COMBINATOR_NONE;
    state->ids = state->classes = state->types = 0;
    state->pseudo = PSEUDO_NONE;
    state->never = false;
    for (unsigned length = 0;; length++) {
        const struct compound *read = length < LONGEST ? read_compound(state, 0) : NULL;
        if (!read) {
            fail(state, "the selector has more than 64 parts");
            return NULL;
        }
        struct compound *compound = arena_make(state->parser->arena, struct compound);
        *compound = (struct compound){.simples = read->simples, .combinator = combinator, .left = left};
        left = compound;
        combinator = read_combinator(state);
        if (combinator == COMBINATOR_NONE || state->failed) break;
        if (state->pseudo != PSEUDO_NONE) fail(state, "nothing can follow a pseudo-element");
    }
    struct selector *selector = arena_make(state->parser->arena, struct selector);
    *selector = (struct selector){.subject = left, .pseudo = state->pseudo, .specificity = specificity_of(state)};
    return selector;
}

const struct selector *selectors_read(struct parser *parser, size_t start, size_t end)
{
    struct state state = {.parser = parser, .at = start, .end = end};
    struct selector *first = NULL, **link = &first;
    while (!state.failed) {
        skip_space(&state);
        struct selector *selector = read_selector(&state);
        if (state.failed) return NULL;
        if (!state.never) {
            *link = selector;
            link = &selector->next;
        }
        if (!token_is_sign(peek(&state), ',') || at_end(&state)) break;
        state.at++;
    }
    return first;
}
