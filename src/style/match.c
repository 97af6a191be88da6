/* Whether a selector matches an element (Selectors Level 4), from right to left. */
#include <string.h>

#include "style/match.h"

/* ---- elements ---- */

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static size_t next_word(const char **text)
{
    while (is_space(**text)) (*text)++;
    size_t length = 0;
    while ((*text)[length] && !is_space((*text)[length])) length++;
    return length;
}

static void read_classes(struct arena *arena, const char *text, struct subject *subject)
{
    size_t count = 0;
    const char *at = text;
    for (size_t length; (length = next_word(&at)) > 0; at += length) count++;
    subject->classes = arena_array(arena, count, sizeof *subject->classes);
    at = text;
    for (size_t length; (length = next_word(&at)) > 0; at += length) {
        subject->classes[subject->class_count++] = (struct class_name){at, length, name_hash(at, length)};
    }
}

struct subject subject_of(struct arena *arena, const struct node *node)
{
    struct subject subject = {.node = node, .index = 1};
    const char *classes = node_get(node, "class");
    subject.name_hash = name_hash(node->name, strlen(node->name));
    subject.id = node_get(node, "id");
    if (subject.id) subject.id_hash = name_hash(subject.id, strlen(subject.id));
    if (classes) read_classes(arena, classes, &subject);
    return subject;
}

/* ---- simple selectors ---- */

static bool has_class(const struct subject *subject, const struct simple *simple)
{
    for (size_t i = 0; i < subject->class_count; i++) {
        const struct class_name *class = &subject->classes[i];
        if (class->hash != simple->hash) continue;
        if (strncmp(simple->name, class->name, class->length) == 0 && !simple->name[class->length]) return true;
    }
    return false;
}

static bool has_word(const char *text, const char *word)
{
    size_t wanted = strlen(word);
    for (size_t length; (length = next_word(&text)) > 0; text += length) {
        if (length == wanted && memcmp(text, word, length) == 0) return true;
    }
    return false;
}

/* The operators of Selectors 4, clause 6.1 and 6.2; an empty value matches nothing where it is a part. */
static bool has_attribute(const struct subject *subject, const struct simple *simple)
{
    const char *own = node_get(subject->node, simple->name), *value = simple->value;
    if (!own || !simple->comparison) return own;
    size_t length = strlen(value), own_length = strlen(own);
    switch (simple->comparison) {
    case '=': return strcmp(own, value) == 0;
    case '~': return length && has_word(own, value);
    case '|': return strncmp(own, value, length) == 0 && (!own[length] || own[length] == '-');
    case '^': return length && strncmp(own, value, length) == 0;
    case '$': return length && own_length >= length && strcmp(own + own_length - length, value) == 0;
    default: return length && strstr(own, value);
    }
}

static bool is_last(const struct subject *subject)
{
    const struct node *next = subject->node->next;
    while (next && !next->name) next = next->next;
    return subject->root || !next;
}

static bool is_empty(const struct subject *subject)
{
    for (const struct node *child = subject->node->first; child; child = child->next) {
        if (child->name || child->text[0]) return false;
    }
    return true;
}

static bool is_nth(const struct simple *simple, int index)
{
    int distance = index - simple->offset;
    if (simple->step == 0) return distance == 0;
    return distance % simple->step == 0 && distance / simple->step >= 0;
}

static bool matches_compound(const struct compound *compound, const struct subject *subject);

/* The depth of nested alternatives is bounded where they are read. */
static bool matches_alternative(const struct simple *simple, const struct subject *subject)
{
    const struct compound *compound = simple->alternatives;
    while (compound && !matches_compound(compound, subject)) compound = compound->next;
    return compound;
}

static bool matches_simple(const struct simple *simple, const struct subject *subject)
{
    switch (simple->kind) {
    case SIMPLE_TYPE: return simple->hash == subject->name_hash && strcmp(simple->name, subject->node->name) == 0;
    case SIMPLE_ID: return subject->id && simple->hash == subject->id_hash && strcmp(simple->name, subject->id) == 0;
    case SIMPLE_CLASS: return has_class(subject, simple);
    case SIMPLE_ATTRIBUTE: return has_attribute(subject, simple);
    case SIMPLE_ROOT: return subject->root;
    case SIMPLE_FIRST_CHILD: return subject->index == 1;
    case SIMPLE_LAST_CHILD: return is_last(subject);
    case SIMPLE_ONLY_CHILD: return subject->index == 1 && is_last(subject);
    case SIMPLE_NTH_CHILD: return is_nth(simple, subject->index);
    case SIMPLE_EMPTY: return is_empty(subject);
    case SIMPLE_LINK: return strcmp(subject->node->name, "a") == 0 && node_get(subject->node, "href");
    case SIMPLE_IS: return matches_alternative(simple, subject);
    case SIMPLE_NOT: return !matches_alternative(simple, subject);
    case SIMPLE_NEVER: return false;
    }
    return false;
}

static bool matches_compound(const struct compound *compound, const struct subject *subject)
{
    const struct simple *simple = compound->simples;
    while (simple && matches_simple(simple, subject)) simple = simple->next;
    return !simple;
}

/* ---- complex selectors ---- */

/* Why a match failed tells how far back another try makes sense: without that, a selector with several
 * descendant combinators would take a time exponential in their number. */
enum outcome { MATCHED, FAILED_HERE, FAILED_SIBLINGS, FAILED_WHOLLY };

static enum outcome match_from(const struct compound *compound, const struct subject *subject);

static enum outcome match_ancestors(const struct compound *left, const struct subject *subject)
{
    for (subject = subject->parent; subject; subject = subject->parent) {
        enum outcome outcome = match_from(left, subject);
        if (outcome == MATCHED || outcome == FAILED_WHOLLY) return outcome;
    }
    return FAILED_WHOLLY;
}

static enum outcome match_siblings(const struct compound *left, const struct subject *subject)
{
    for (subject = subject->previous; subject; subject = subject->previous) {
        enum outcome outcome = match_from(left, subject);
        if (outcome != FAILED_HERE) return outcome;
    }
    return FAILED_SIBLINGS;
}

/* Recurses once per compound; their number is bounded where selectors are read. */
static enum outcome match_from(const struct compound *compound, const struct subject *subject)
{
    if (!matches_compound(compound, subject)) return FAILED_HERE;
    enum outcome outcome = FAILED_HERE;
    switch (compound->combinator) {
    case COMBINATOR_NONE: return MATCHED;
    case COMBINATOR_DESCENDANT: return match_ancestors(compound->left, subject);
    case COMBINATOR_LATER: return match_siblings(compound->left, subject);
    case COMBINATOR_CHILD:
        if (!subject->parent) return FAILED_WHOLLY;
        outcome = match_from(compound->left, subject->parent);
        /* the siblings of this element have the same parent */
        return outcome == FAILED_HERE ? FAILED_SIBLINGS : outcome;
    case COMBINATOR_NEXT: return subject->previous ? match_from(compound->left, subject->previous) : FAILED_SIBLINGS;
    }
    return outcome;
}

bool selector_matches(const struct selector *selector, const struct subject *subject)
{
    return match_from(selector->subject, subject) == MATCHED;
}
