/* What the files of the renderer share. */
#ifndef TEMPLATE_RENDER_H
#define TEMPLATE_RENDER_H

#include "template/context.h"
#include "template/tags.h"
#include "template/writer.h"

/* A template, or what overrides a block, being rendered inside another. */
struct call {
    const struct call *outer;      /* NULL: the template that was asked for */
    const struct program *program; /* that is rendered */
    const struct step *step;       /* the tag in `outer->program` that asks for it */
    unsigned depth;
};

/* White space in front of each line of a template, the outermost first. */
struct indentation {
    const struct indentation *outer;
    const char *bytes;
    size_t length;
};

/* The arguments of a parent tag that is being rendered; those of the outermost count most. */
struct overrides {
    const struct overrides *outer;
    const struct program *program;
    const struct step *parent;
};

/* What holds for the steps of one call. */
struct scope {
    const struct call *call;
    const struct indentation *indentation;
    size_t strip; /* white space to take away in front of each line */
    const struct overrides *overrides;
};

struct rendering {
    struct arena *arena;
    const struct templates *templates;
    struct messages *messages;
    struct writer writer;
    struct context context;
    size_t steps;          /* taken so far */
    bool skip_indentation; /* the line that is written now has its indentation: a block in the middle of it */
    bool stopped;
    const struct step *told[RENDER_ERROR_LIMIT]; /* a mistake in a loop is told once */
    size_t told_count;
    struct block_names *blocks; /* per template, made when asked for; see check.c */
};

/* false: a message for this tag is there already, or enough. The caller adds the message only when true. */
bool may_tell(struct rendering *rendering, const struct step *step);

/* Adds a hint to the last message: `first` (NULL: nothing) and how the template came to be rendered. */
void hint_calls(struct rendering *rendering, const struct call *call, const char *first);

/* "did you mean …?" in the arena, or NULL. */
const char *did_you_mean(struct rendering *rendering, const char *nearest);

/* The nearest of the names, or the first of those that there are; NULL when there are none. */
const char *way_out(struct rendering *rendering, const char *part, const char *const *names, size_t count);

void tell_unknown_name(struct rendering *rendering, const struct call *call, const struct step *step,
                       const struct lookup *lookup);
void tell_unknown_template(struct rendering *rendering, const struct call *call, const struct step *step,
                           const char *name);
void tell_no_text(struct rendering *rendering, const struct call *call, const struct step *step,
                  const struct value *value);
void tell_recursion(struct rendering *rendering, const struct call *call, const struct step *step);
void tell_too_large(struct rendering *rendering, const struct call *call, const struct step *step, const char *what);

/* Room for what check_arguments finds out, for each template. */
struct block_names *block_names_new(struct arena *arena, const struct templates *templates);

/* Strict mode: every partial, parent and argument that can be reached from the template. */
void check_templates(struct rendering *rendering, const struct program *program);

/* Strict mode: the arguments of a parent tag all override blocks of `parent` or of what it calls. */
void check_arguments(struct rendering *rendering, const struct call *call, const struct step *step,
                     const struct program *parent);

#endif
