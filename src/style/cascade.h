/* Inside the room: from declarations that apply to a computed style. */
#ifndef STYLE_CASCADE_H
#define STYLE_CASCADE_H

#include "base/message.h"
#include "style/properties.h"
#include "style/sheet.h"

/* ---- custom properties of one element (CSS Custom Properties 1) ---- */

struct variable {
    const char *name;
    uint32_t hash;
    const struct token *tokens; /* without var() */
    size_t count;
    bool valid; /* false: the guaranteed-invalid value */
    const struct declaration *setting; /* that gave it its tokens: to blame when they fit nowhere */
};

/* Shared by all elements that set none themselves. */
struct variables {
    struct variable *items;
    size_t count;
};

/* What a run of the cascade carries with it. */
struct cascade {
    struct arena *arena;
    struct messages *messages;
    const struct declaration **told; /* declarations about which something was told */
    size_t told_count, told_capacity;
    float root_font_size; /* points */
};

/* Declarations that apply to one element, in the order of the cascade, the weakest first. */
struct applied {
    const struct declarations **items;
    size_t count, capacity;
};

/* The custom properties of an element whose parent has `inherited` (NULL: none). */
const struct variables *variables_resolve(struct cascade *cascade, const struct variables *inherited,
                                          const struct applied *applied);

/* The tokens of a declaration with var() replaced. */
struct substituted {
    const struct token *tokens;
    size_t count;
    const struct declaration *setting; /* of a custom property in them, a house's own or the first; NULL: none */
};

/* Replaces var() in the tokens. false: it has no value; told for this declaration once. */
bool variables_substitute(struct cascade *cascade, const struct variables *variables,
                          const struct declaration *declaration, struct substituted *substituted);

/* Tells once per declaration. */
void cascade_tell(struct cascade *cascade, const struct declaration *declaration, enum message_code code,
                  const char *text, const char *hint);

/* ---- computing (compute.c) ---- */

/* The style of a child of `parent` (NULL: of the root) to which these declarations apply. */
struct style *style_compute(struct cascade *cascade, const struct style *parent, const struct applied *applied);

#endif
