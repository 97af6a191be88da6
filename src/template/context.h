/* The context stack: the values whose names a template sees, the innermost last. */
#ifndef TEMPLATE_CONTEXT_H
#define TEMPLATE_CONTEXT_H

#include "template/program.h"

struct context {
    struct arena *arena;
    const struct value **items;
    size_t count, capacity;
    size_t work; /* names compared so far */
};

struct lookup {
    const struct value *value; /* NULL: not found, or below null or false */
    bool missing;              /* not found: `part` is what is not there, */
    const char *part;
    size_t up_to;               /* the bytes of the name up to and with that part, */
    const struct value *within; /* in this value; NULL: in no value of the stack */
};

struct context context_new(struct arena *arena);
void context_push(struct context *context, const struct value *value);
void context_pop(struct context *context);

/* Resolves a name as the specification of interpolation says. What is below null or false has no value. */
struct lookup context_find(struct context *context, const struct name *name);

/* null, false, empty text, empty list. A missing value (NULL) too. */
bool is_falsy(const struct value *value);

/* The names that can be seen, the innermost first; at most `limit`. */
size_t context_names(const struct context *context, const char **names, size_t limit);

#endif
