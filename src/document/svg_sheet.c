#include "document/svg_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

enum { RULES_MOST = 300, PARTS_MOST = 8, COMPOUNDS_MOST = 6 };

/* `text.a#b`: all parts must fit one element. */
struct compound {
    struct { char kind; const char *name; } parts[PARTS_MOST]; /* kind: '.' '#' or 'e' of an element */
    size_t count;
};

struct svg_rule {
    struct compound compounds[COMPOUNDS_MOST]; /* the last is the element itself, the others stand around it */
    size_t count;
    unsigned specificity;
    const char *declarations;
};

struct svg_sheet {
    struct svg_rule *rules; /* the weakest first */
    size_t count, capacity;
};

/* ---- reading ---- */

static const char name_letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
static const char spaces[] = " \t\r\n\f";

/* Without comments; of the same length, so that places stay. */
static char *without_comments(struct arena *arena, const char *text)
{
    char *clean = arena_string(arena, text);
    for (char *begin = clean; (begin = strstr(begin, "/*"));) {
        char *end = strstr(begin + 2, "*/");
        size_t length = end ? (size_t)(end + 2 - begin) : strlen(begin);
        memset(begin, ' ', length);
    }
    return clean;
}

/* One part; false: it is something else. */
static bool read_part(struct arena *arena, struct compound *compound, unsigned *specificity, const char **at)
{
    char kind = **at == '.' || **at == '#' ? *(*at)++ : 'e';
    if (kind == 'e' && **at == '*') {
        (*at)++;
        return true;
    }
    size_t length = strspn(*at, name_letters);
    if (!length || compound->count == PARTS_MOST) return false;
    compound->parts[compound->count].kind = kind;
    compound->parts[compound->count++].name = arena_copy(arena, *at, length);
    *specificity += kind == '#' ? 10000 : kind == '.' ? 100 : 1;
    *at += length;
    return true;
}

/* One selector, up to a comma or brace. */
static bool read_selector(struct arena *arena, struct svg_rule *rule, const char **at)
{
    *rule = (struct svg_rule){.count = 0};
    for (*at += strspn(*at, spaces); **at && **at != ',' && **at != '{'; *at += strspn(*at, spaces)) {
        if (rule->count == COMPOUNDS_MOST) return false;
        struct compound *compound = &rule->compounds[rule->count++];
        do {
            if (!read_part(arena, compound, &rule->specificity, at)) return false;
        } while (**at && !strchr(" \t\r\n\f,{", **at));
    }
    return rule->count > 0;
}

static bool add_rule(struct arena *arena, struct svg_sheet *sheet, struct svg_rule rule)
{
    if (sheet->count == RULES_MOST) return false;
    sheet->rules = arena_grow(arena, sheet->rules, sheet->count, &sheet->capacity, sizeof *sheet->rules);
    size_t at = sheet->count++;
    for (; at > 0 && sheet->rules[at - 1].specificity > rule.specificity; at--) sheet->rules[at] = sheet->rules[at - 1];
    sheet->rules[at] = rule;
    return true;
}

/* A rule with all its selectors; what is wrong, or NULL. */
static const char *read_rule(struct arena *arena, struct svg_sheet *sheet, const char **at)
{
    const char *opening = *at + strcspn(*at, "{}"), *closing = *opening == '{' ? strchr(opening, '}') : NULL;
    if (**at == '@') return "a rule that begins with `@`";
    if (!closing) return "a rule without braces";
    const char *declarations = arena_copy(arena, opening + 1, (size_t)(closing - opening) - 1);
    if (strchr(declarations, '{')) return "a rule in a rule";
    if (strchr(declarations, '!')) return "`!important`";
    do {
        struct svg_rule rule;
        if (!read_selector(arena, &rule, at)) return "a selector that is not made of names of elements, classes and ids";
        rule.declarations = declarations;
        if (!add_rule(arena, sheet, rule)) return "more than 300 selectors";
    } while (**at == ',' && (*at)++);
    *at = closing + 1;
    return NULL;
}

struct svg_sheet *svg_sheet_read(struct arena *arena, struct svg_sheet *before, const char *text, const char **fault, const char **at)
{
    struct svg_sheet *sheet = before ? before : arena_make(arena, struct svg_sheet);
    const char *clean = without_comments(arena, text), *here = clean;
    for (here += strspn(here, spaces); *here; here += strspn(here, spaces)) {
        const char *begin = here;
        *fault = read_rule(arena, sheet, &here);
        *at = text + (begin - clean);
        if (*fault) return NULL;
    }
    return sheet;
}

/* ---- matching ---- */

static bool has_word(const char *words, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = words; at && *at; at += strcspn(at, spaces)) {
        at += strspn(at, spaces);
        if (strcspn(at, spaces) == length && strncmp(at, word, length) == 0) return true;
    }
    return false;
}

static bool fits(const struct compound *compound, const struct svg_subject *subject)
{
    for (size_t i = 0; i < compound->count; i++) {
        const char *name = compound->parts[i].name;
        bool same = compound->parts[i].kind == '.'   ? has_word(subject->classes, name)
                    : compound->parts[i].kind == '#' ? subject->id && strcmp(subject->id, name) == 0
                                                     : strcmp(subject->name, name) == 0;
        if (!same) return false;
    }
    return true;
}

/* The nearest that fits is taken each time: with nothing but descendants that finds a match when there is one. */
static bool matches(const struct svg_rule *rule, const struct svg_subject *path, size_t depth)
{
    size_t left = rule->count;
    if (!fits(&rule->compounds[--left], &path[depth - 1])) return false;
    for (size_t i = depth - 1; left > 0 && i-- > 0;) left -= fits(&rule->compounds[left - 1], &path[i]);
    return left == 0;
}

const char *svg_sheet_match(struct arena *arena, const struct svg_sheet *sheet, const struct svg_subject *path, size_t depth)
{
    struct buffer out = buffer_new(arena);
    for (size_t i = 0; i < sheet->count; i++) {
        if (matches(&sheet->rules[i], path, depth)) buffer_format(&out, "%s%s", out.length ? ";" : "", sheet->rules[i].declarations);
    }
    return out.length ? buffer_text(&out) : "";
}
