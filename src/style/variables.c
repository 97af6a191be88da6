/* Custom properties and var() (CSS Custom Properties for Cascading Variables Level 1). */
#include <string.h>

#include "style/cascade.h"

/* The bounds keep a few lines of CSS from growing into gigabytes (clause 4, "long variables"). */
enum { MOST_VARIABLES = 1000, MOST_TOKENS = 2000, DEEPEST = 32, MOST_TOLD = 100 };

/* What one element sets, before var() in it is replaced. */
struct own {
    const struct declaration *declaration;
    uint32_t hash;
    enum { OWN_WAITING, OWN_BUSY, OWN_DONE } state;
    struct variable variable;
};

struct resolver {
    struct cascade *cascade;
    const struct variables *inherited;
    struct own *own; /* NULL: all variables are done and in `inherited` */
    size_t own_count;
    const struct declaration *declaration; /* whose value is being made */
    const struct declaration *setting; /* of a custom property that was put in: a house's own, or the first */
    struct token *out;
    size_t out_count, out_capacity;
};

static const struct variable *find(const struct variables *variables, const char *name, uint32_t hash)
{
    for (size_t i = 0; variables && i < variables->count; i++) {
        const struct variable *variable = &variables->items[i];
        if (variable->hash == hash && strcmp(variable->name, name) == 0) return variable;
    }
    return NULL;
}

void cascade_tell(struct cascade *cascade, const struct declaration *declaration, enum message_code code,
                  const char *text, const char *hint)
{
    for (size_t i = 0; i < cascade->told_count; i++) {
        if (cascade->told[i] == declaration) return;
    }
    if (cascade->told_count == MOST_TOLD) return;
    cascade->told =
        arena_grow(cascade->arena, cascade->told, cascade->told_count, &cascade->told_capacity, sizeof *cascade->told);
    cascade->told[cascade->told_count++] = declaration;
    if (!cascade->messages) return;
    message_add(cascade->messages, code, declaration->place, "%s", text);
    if (hint) message_hint(cascade->messages, "%s", hint);
}

static void tell_unset(struct resolver *resolver, const char *name)
{
    struct cascade *cascade = resolver->cascade;
    const struct variables *variables = resolver->inherited;
    size_t count = (variables ? variables->count : 0) + resolver->own_count, at = 0;
    const char **names = arena_array(cascade->arena, count, sizeof *names);
    for (size_t i = 0; variables && i < variables->count; i++) names[at++] = variables->items[i].name;
    for (size_t i = 0; i < resolver->own_count; i++) names[at++] = resolver->own[i].declaration->custom;
    const char *nearest = suggest(name, names, count);
    cascade_tell(cascade, resolver->declaration, STYLE_VARIABLE,
                 arena_format(cascade->arena, "“%s” is not set here; a custom property that is set was expected", name),
                 nearest ? arena_format(cascade->arena, "did you mean “%s”?", nearest) : NULL);
}

/* ---- replacing ---- */

static bool append(struct resolver *resolver, const struct token *tokens, size_t count)
{
    struct cascade *cascade = resolver->cascade;
    for (size_t i = 0; i < count; i++) {
        if (resolver->out_count == MOST_TOKENS) {
            cascade_tell(cascade, resolver->declaration, STYLE_LIMIT, "the value grows through var() to more than 2000 tokens", NULL);
            return false;
        }
        resolver->out = arena_grow(cascade->arena, resolver->out, resolver->out_count, &resolver->out_capacity,
                                   sizeof *resolver->out);
        resolver->out[resolver->out_count++] = tokens[i];
    }
    return true;
}

static const struct variable *resolve_own(struct resolver *resolver, struct own *own, unsigned depth);
static bool replace(struct resolver *resolver, const struct token *tokens, size_t count, unsigned depth);

static const struct variable *look_up(struct resolver *resolver, const char *name, unsigned depth)
{
    uint32_t hash = name_hash(name, strlen(name));
    for (size_t i = 0; i < resolver->own_count; i++) {
        struct own *own = &resolver->own[i];
        if (own->hash == hash && strcmp(own->declaration->custom, name) == 0) return resolve_own(resolver, own, depth);
    }
    return find(resolver->inherited, name, hash);
}

/* How many tokens the group that opens at `at` has, the closing one included. Partners cannot be asked: the
 * tokens may have been moved. */
static size_t group_length(const struct token *tokens, size_t count)
{
    size_t depth = 0;
    for (size_t i = 0; i < count; i++) {
        if (token_opens(&tokens[i])) depth++;
        if (tokens[i].type == TOKEN_CLOSE && --depth == 0) return i + 1;
    }
    return count;
}

/* Replaces one var(name) or var(name, fallback), which is `count` tokens long. */
static bool replace_call(struct resolver *resolver, const struct token *call, size_t count, unsigned depth)
{
    bool closed = count > 1 && call[count - 1].type == TOKEN_CLOSE;
    struct reader reader = {.tokens = call, .at = 1, .count = closed ? count - 1 : count};
    const struct token *name = reader_take(&reader);
    if (name->type != TOKEN_IDENT || strncmp(name->text, "--", 2) != 0) {
        cascade_tell(resolver->cascade, resolver->declaration, STYLE_VARIABLE,
                     "var() cannot be read; var(--name) or var(--name, fallback) was expected", NULL);
        return false;
    }
    const struct variable *variable = depth < DEEPEST ? look_up(resolver, name->text, depth) : NULL;
    if (variable && variable->valid) {
        bool first = !resolver->setting || resolver->setting == resolver->declaration;
        if (first || (variable->setting->own && !resolver->setting->own)) resolver->setting = variable->setting;
        return append(resolver, variable->tokens, variable->count);
    }
    if (reader_take_sign(&reader, ',')) {
        return depth < DEEPEST && replace(resolver, call + reader.at, reader.count - reader.at, depth + 1);
    }
    if (!variable) tell_unset(resolver, name->text);
    return false;
}

static bool replace(struct resolver *resolver, const struct token *tokens, size_t count, unsigned depth)
{
    for (size_t i = 0, length; i < count; i += length) {
        length = 1;
        if (tokens[i].type != TOKEN_FUNCTION || !same_word(tokens[i].text, "var")) {
            if (!append(resolver, &tokens[i], 1)) return false;
            continue;
        }
        length = group_length(tokens + i, count - i);
        if (!replace_call(resolver, tokens + i, length, depth)) return false;
    }
    return true;
}

/* A property that needs itself, through whatever others, has no value (clause 3.3, cycles). */
static const struct variable *resolve_own(struct resolver *resolver, struct own *own, unsigned depth)
{
    const struct declaration *declaration = own->declaration;
    if (own->state == OWN_BUSY) {
        cascade_tell(resolver->cascade, declaration, STYLE_VARIABLE,
                     arena_format(resolver->cascade->arena, "“%s” needs itself; a value that ends was expected",
                                  declaration->custom),
                     NULL);
        return &own->variable;
    }
    if (own->state == OWN_DONE) return &own->variable;
    own->state = OWN_BUSY;
    struct resolver inner = *resolver;
    inner.declaration = declaration;
    inner.setting = declaration;
    inner.out = NULL;
    inner.out_count = inner.out_capacity = 0;
    own->variable = (struct variable){.name = declaration->custom, .hash = own->hash};
    own->variable.valid = replace(&inner, declaration->tokens, declaration->token_count, depth + 1);
    own->variable.setting = inner.setting;
    own->variable.tokens = inner.out;
    own->variable.count = inner.out_count;
    own->state = OWN_DONE;
    return &own->variable;
}

/* ---- the properties of an element ---- */

/* The winning declaration of each custom property; important ones come behind the others. */
static void collect(struct resolver *resolver, const struct applied *applied, bool important, size_t capacity)
{
    for (size_t i = 0; i < applied->count; i++) {
        for (size_t j = 0; j < applied->items[i]->count; j++) {
            const struct declaration *declaration = &applied->items[i]->items[j];
            if (!declaration->custom || declaration->important != important) continue;
            uint32_t hash = name_hash(declaration->custom, strlen(declaration->custom));
            size_t at = 0;
            while (at < resolver->own_count &&
                   (resolver->own[at].hash != hash ||
                    strcmp(resolver->own[at].declaration->custom, declaration->custom) != 0)) {
                at++;
            }
            if (at == capacity) continue;
            resolver->own[at].declaration = declaration;
            resolver->own[at].hash = hash;
            if (at == resolver->own_count) resolver->own_count++;
        }
    }
}

static size_t count_custom(const struct applied *applied)
{
    size_t count = 0;
    for (size_t i = 0; i < applied->count; i++) {
        for (size_t j = 0; j < applied->items[i]->count; j++) count += applied->items[i]->items[j].custom != NULL;
    }
    return count < MOST_VARIABLES ? count : MOST_VARIABLES;
}

const struct variables *variables_resolve(struct cascade *cascade, const struct variables *inherited,
                                          const struct applied *applied)
{
    size_t capacity = count_custom(applied), kept = inherited ? inherited->count : 0;
    if (capacity == 0) return inherited;
    struct resolver resolver = {.cascade = cascade, .inherited = inherited};
    resolver.own = arena_array(cascade->arena, capacity, sizeof *resolver.own);
    collect(&resolver, applied, false, capacity);
    collect(&resolver, applied, true, capacity);
    struct variables *variables = arena_make(cascade->arena, struct variables);
    variables->items = arena_array(cascade->arena, kept + resolver.own_count, sizeof *variables->items);
    for (size_t i = 0; i < resolver.own_count; i++) {
        variables->items[variables->count++] = *resolve_own(&resolver, &resolver.own[i], 0);
    }
    size_t own_count = variables->count;
    for (size_t i = 0; i < kept && variables->count < MOST_VARIABLES; i++) {
        struct variables own = {variables->items, own_count};
        if (!find(&own, inherited->items[i].name, inherited->items[i].hash)) {
            variables->items[variables->count++] = inherited->items[i];
        }
    }
    return variables;
}

bool variables_substitute(struct cascade *cascade, const struct variables *variables,
                          const struct declaration *declaration, struct substituted *substituted)
{
    struct resolver resolver = {.cascade = cascade, .inherited = variables, .declaration = declaration};
    bool valid = replace(&resolver, declaration->tokens, declaration->token_count, 0);
    *substituted = (struct substituted){.tokens = resolver.out, .count = resolver.out_count, .setting = resolver.setting};
    return valid;
}
