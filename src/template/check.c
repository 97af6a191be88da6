/* Strict mode, before anything is rendered: what the templates say about each other must be true, also in
 * sections that today's data does not reach. */
#include <stdlib.h>
#include <string.h>

#include "template/render.h"

/* The templates that a template calls, itself first, each once, with the first call that led to it. */
struct reached {
    struct call **calls;
    size_t count;
    bool dynamic; /* a name in the data decides on some */
};

/* The names of the blocks that a template has, sorted. */
struct block_names {
    const char **names;
    size_t count;
    bool made, dynamic;
};

struct block_names *block_names_new(struct arena *arena, const struct templates *templates)
{
    return arena_array(arena, templates->count, sizeof(struct block_names));
}

static void add_call(struct rendering *rendering, struct reached *reached, bool *seen, struct call call)
{
    if (seen[call.program->index]) return;
    seen[call.program->index] = true;
    struct call *copy = arena_make(rendering->arena, struct call);
    *copy = call;
    reached->calls[reached->count++] = copy;
}

static void follow_calls(struct rendering *rendering, struct reached *reached, bool *seen, const struct call *outer)
{
    const struct program *program = outer->program;
    for (size_t i = 0; i < program->call_count; i++) {
        const struct step *step = &program->steps[program->calls[i]];
        reached->dynamic = reached->dynamic || step->dynamic;
        const struct program *called = step->dynamic ? NULL : templates_find(rendering->templates, step->text);
        if (called) add_call(rendering, reached, seen, (struct call){.outer = outer, .program = called, .step = step});
    }
}

static struct reached reach(struct rendering *rendering, const struct program *program)
{
    size_t limit = rendering->templates->count;
    struct reached reached = {.calls = arena_array(rendering->arena, limit, sizeof *reached.calls)};
    bool *seen = arena_array(rendering->arena, limit, sizeof *seen);
    add_call(rendering, &reached, seen, (struct call){.program = program});
    for (size_t i = 0; i < reached.count; i++) follow_calls(rendering, &reached, seen, reached.calls[i]);
    return reached;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort_names(struct block_names *blocks)
{
    if (blocks->count == 0) return;
    qsort(blocks->names, blocks->count, sizeof *blocks->names, by_text);
    size_t kept = 1;
    for (size_t i = 1; i < blocks->count; i++) {
        if (strcmp(blocks->names[i], blocks->names[kept - 1]) != 0) blocks->names[kept++] = blocks->names[i];
    }
    blocks->count = kept;
}

static const struct block_names *block_names_of(struct rendering *rendering, const struct program *program)
{
    struct block_names *blocks = &rendering->blocks[program->index];
    if (blocks->made) return blocks;
    struct reached reached = reach(rendering, program);
    size_t count = 0;
    for (size_t i = 0; i < reached.count; i++) count += reached.calls[i]->program->block_count;
    *blocks = (struct block_names){
        .names = arena_array(rendering->arena, count, sizeof *blocks->names), .made = true, .dynamic = reached.dynamic};
    for (size_t i = 0; i < reached.count; i++) {
        const struct program *called = reached.calls[i]->program;
        for (size_t b = 0; b < called->block_count; b++)
            blocks->names[blocks->count++] = called->steps[called->blocks[b]].text;
    }
    sort_names(blocks);
    return blocks;
}

static void tell_unknown_block(struct rendering *rendering, const struct call *call, const struct step *argument,
                               const struct program *parent)
{
    if (!may_tell(rendering, argument)) return;
    message_add(rendering->messages, TEMPLATE_UNKNOWN_BLOCK, argument->place,
                "the block \"%s\" overrides nothing; \"%s\" has no such block", argument->text, parent->name);
    const struct block_names *blocks = block_names_of(rendering, parent);
    hint_calls(rendering, call, way_out(rendering, argument->text, blocks->names, blocks->count));
}

void check_arguments(struct rendering *rendering, const struct call *call, const struct step *step,
                     const struct program *parent)
{
    const struct block_names *blocks = block_names_of(rendering, parent);
    if (blocks->dynamic) return;
    const struct program *program = call->program;
    size_t end = step->end;
    for (size_t i = (size_t)(step - program->steps) + 1; i < end; i = program->steps[i].end) {
        const struct step *argument = &program->steps[i];
        if (argument->kind != STEP_ARGUMENT) continue;
        rendering->steps++;
        if (blocks->count && bsearch(&argument->text, blocks->names, blocks->count, sizeof *blocks->names, by_text))
            continue;
        tell_unknown_block(rendering, call, argument, parent);
    }
}

static void check_calls(struct rendering *rendering, const struct call *call)
{
    const struct program *program = call->program;
    for (size_t i = 0; i < program->call_count; i++) {
        const struct step *step = &program->steps[program->calls[i]];
        if (step->dynamic) continue;
        const struct program *called = templates_find(rendering->templates, step->text);
        if (!called) tell_unknown_template(rendering, call, step, step->text);
        else if (step->kind == STEP_PARENT) check_arguments(rendering, call, step, called);
    }
}

void check_templates(struct rendering *rendering, const struct program *program)
{
    struct reached reached = reach(rendering, program);
    for (size_t i = 0; i < reached.count; i++) check_calls(rendering, reached.calls[i]);
}
