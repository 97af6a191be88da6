/* A compiled template: a flat list of steps, in the order of the text. A step that holds others (section,
 * parent, block) is followed by them; its `end` is the step behind the last of them. Const after compiling. */
#ifndef TEMPLATE_PROGRAM_H
#define TEMPLATE_PROGRAM_H

#include "template/template.h"

enum {
    NESTING_LIMIT = 64,                      /* tags within tags in one template */
    CALL_LIMIT = 64,                         /* templates and blocks within each other while rendering */
    NAME_LIMIT = 200,                        /* bytes of a name or a delimiter */
    TEMPLATE_SIZE_LIMIT = 4 * 1024 * 1024,   /* bytes of one template */
    SYNTAX_ERROR_LIMIT = 20,                 /* per template; then the rest is not read */
    RENDER_ERROR_LIMIT = 50,                 /* per rendering; then it stops */
    RENDERED_SIZE_LIMIT = 256 * 1024 * 1024, /* bytes of output */
    WORK_LIMIT = 100 * 1000 * 1000,          /* in one rendering: steps taken, names compared; about a second */
    CALL_WORK = 8                            /* what a call costs, in steps */
};

/* A name of the context. "a.b.c" has three parts, each ending in NUL, one behind the other; "." has none. */
struct name {
    const char *text;
    const char *parts;
    size_t count;
};

enum step_kind {
    STEP_TEXT,
    STEP_ESCAPED,  /* {{name}} */
    STEP_RAW,      /* {{{name}}}, {{&name}} */
    STEP_SECTION,  /* {{#name}} */
    STEP_INVERTED, /* {{^name}} */
    STEP_PARTIAL,  /* {{>name}}, {{>*name}} */
    STEP_PARENT,   /* {{<name}}, {{<*name}}; holds arguments */
    STEP_BLOCK,    /* {{$name}} that may be overridden; holds what is written when it is not */
    STEP_ARGUMENT, /* {{$name}} directly in a parent: overrides a block of that name */
};

struct step {
    enum step_kind kind;
    bool starts_line; /* TEXT: its first byte begins a line. BLOCK, ARGUMENT: so does its content */
    bool standalone;  /* PARTIAL, PARENT, BLOCK: alone on its line, which is not written itself */
    bool dynamic;     /* PARTIAL, PARENT: `name` gives the name of the template */
    struct place place;
    size_t end;
    const char *text; /* TEXT: the bytes. PARTIAL, PARENT, BLOCK, ARGUMENT: the name, as in `name.text` */
    size_t length;
    struct name name;
    /* PARTIAL, PARENT, BLOCK: white space in front of each line of what takes its place.
     * ARGUMENT: only the length counts; so much white space is taken away in front of each line. */
    const char *blanks;
    size_t blank_count;
};

struct program {
    const char *name;
    const struct source *source;
    size_t index; /* in the set */
    struct step *steps;
    size_t count, capacity;
    const char **optional; /* names that may be missing */
    size_t optional_count, optional_capacity;
    size_t *calls; /* steps that are partials or parents */
    size_t call_count, call_capacity;
    size_t *blocks; /* steps that are blocks */
    size_t block_count, block_capacity;
};

struct templates {
    struct arena *arena;
    enum template_mode mode;
    struct program **programs; /* sorted by name */
    size_t count, capacity;
};

/* NULL: already told. */
struct program *program_compile(struct arena *arena, enum template_mode mode, const struct source *source,
                                struct messages *messages);

/* NULL when there is no template of that name. */
const struct program *templates_find(const struct templates *templates, const char *name);

/* The template whose name is nearest, or NULL. */
const char *templates_suggest(struct arena *arena, const struct templates *templates, const char *name);

#endif
