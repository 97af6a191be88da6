#include "template/render.h"

#include <string.h>

static void render_steps(struct rendering *rendering, const struct scope *scope, size_t from, size_t to);

/* Counts the step, and sees that neither the work nor the output grows without end: sections that repeat
 * each other and partials that call two of each other multiply, also when they write nothing. */
static bool may_go_on(struct rendering *rendering, const struct scope *scope, const struct step *step)
{
    rendering->steps++;
    if (rendering->writer.text.length > RENDERED_SIZE_LIMIT)
        tell_too_large(rendering, scope->call, step, "what is rendered is larger than 256 MiB");
    if (rendering->steps + rendering->context.work > WORK_LIMIT)
        tell_too_large(rendering, scope->call, step, "rendering takes more than 100 million steps");
    return !rendering->stopped;
}

/* ---- text ---- */

static void write_indentation(struct rendering *rendering, const struct indentation *indentation, struct place place)
{
    const struct indentation *outer[CALL_LIMIT + 1];
    size_t count = 0;
    for (; indentation; indentation = indentation->outer) outer[count++] = indentation;
    while (count-- > 0) write_bytes(&rendering->writer, outer[count]->bytes, outer[count]->length, place);
}

static void write_line(struct rendering *rendering, const struct scope *scope, struct step line)
{
    size_t blanks = 0;
    while (blanks < scope->strip && blanks < line.length && is_blank(line.text[blanks])) blanks++;
    if (!rendering->skip_indentation) write_indentation(rendering, scope->indentation, line.place);
    rendering->skip_indentation = false;
    line.place.column += (unsigned)blanks;
    write_source(&rendering->writer, line.text + blanks, line.length - blanks, line.place);
}

static void render_text(struct rendering *rendering, const struct scope *scope, const struct step *step)
{
    if (!scope->indentation && scope->strip == 0) {
        if (step->length == 0) return;
        write_source(&rendering->writer, step->text, step->length, step->place);
        rendering->skip_indentation = false;
        return;
    }
    struct step line = *step;
    for (size_t rest = step->length; rest > 0 || line.starts_line;) {
        const char *feed = rest ? memchr(line.text, '\n', rest) : NULL;
        line.length = feed ? (size_t)(feed - line.text) + 1 : rest;
        if (line.starts_line) write_line(rendering, scope, line);
        else write_source(&rendering->writer, line.text, line.length, line.place);
        rest -= line.length;
        line.text += line.length;
        line.place.line++;
        line.place.column = 1;
        line.starts_line = feed && rest > 0;
    }
}

/* ---- values ---- */

static bool is_optional(const struct program *program, const struct step *step, size_t up_to)
{
    for (size_t i = 0; i < program->optional_count; i++) {
        const char *name = program->optional[i];
        if (strcmp(name, step->name.text) == 0) return true;
        if (strlen(name) == up_to && strncmp(name, step->name.text, up_to) == 0) return true;
    }
    return false;
}

/* The value of the step's name; NULL when it has none. */
static const struct value *find_value(struct rendering *rendering, const struct scope *scope, const struct step *step)
{
    struct lookup lookup = context_find(&rendering->context, &step->name);
    if (!lookup.missing || rendering->templates->mode != TEMPLATE_STRICT) return lookup.value;
    const struct program *program = scope->call->program;
    rendering->context.work += program->optional_count;
    if (!is_optional(program, step, lookup.up_to)) tell_unknown_name(rendering, scope->call, step, &lookup);
    return NULL;
}

static void tell_escaping(struct rendering *rendering, const struct scope *scope, const struct step *step)
{
    if (!may_tell(rendering, step)) return;
    const char *name = step->name.text;
    if (step->kind == STEP_RAW) {
        message_add(rendering->messages, TEMPLATE_ESCAPING, step->place,
                    "\"%s\" is text and would be written without escaping; expected markup", name);
        hint_calls(rendering, scope->call, arena_format(rendering->arena, "write {{%s}}", name));
    } else {
        message_add(rendering->messages, TEMPLATE_ESCAPING, step->place,
                    "\"%s\" is markup and would be escaped; expected text", name);
        hint_calls(rendering, scope->call, arena_format(rendering->arena, "write {{{%s}}}", name));
    }
}

static void write_value(struct rendering *rendering, const struct step *step, const char *text)
{
    if (*text) rendering->skip_indentation = false;
    if (step->kind == STEP_RAW) write_bytes(&rendering->writer, text, strlen(text), step->place);
    else write_escaped(&rendering->writer, text, step->place);
}

static void render_value(struct rendering *rendering, const struct scope *scope, const struct step *step)
{
    const struct value *value = find_value(rendering, scope, step);
    bool strict = rendering->templates->mode == TEMPLATE_STRICT;
    if (!value || value->kind == VALUE_NULL) return;
    switch (value->kind) {
    case VALUE_STRING:
    case VALUE_MARKUP:
        if (strict && (value->kind == VALUE_MARKUP) != (step->kind == STEP_RAW)) tell_escaping(rendering, scope, step);
        else write_value(rendering, step, value->text);
        break;
    case VALUE_BOOLEAN:
        if (!strict) write_value(rendering, step, value->boolean ? "true" : "false");
        else if (value->boolean) tell_no_text(rendering, scope->call, step, value);
        break;
    default:
        if (strict) tell_no_text(rendering, scope->call, step, value);
    }
}

/* ---- sections ---- */

static void render_with(struct rendering *rendering, const struct scope *scope, const struct step *step,
                        const struct value *value)
{
    size_t index = (size_t)(step - scope->call->program->steps);
    context_push(&rendering->context, value);
    render_steps(rendering, scope, index + 1, step->end);
    context_pop(&rendering->context);
}

static void render_section(struct rendering *rendering, const struct scope *scope, const struct step *step)
{
    const struct value *value = find_value(rendering, scope, step);
    if (!value || is_falsy(value)) return;
    if (value->kind != VALUE_LIST) {
        render_with(rendering, scope, step, value);
        return;
    }
    for (size_t i = 0; i < value->count && may_go_on(rendering, scope, step); i++)
        render_with(rendering, scope, step, value->items[i]);
}

static void render_inverted(struct rendering *rendering, const struct scope *scope, const struct step *step)
{
    size_t index = (size_t)(step - scope->call->program->steps);
    if (is_falsy(find_value(rendering, scope, step))) render_steps(rendering, scope, index + 1, step->end);
}

/* ---- partials and parents ---- */

/* The indentation of a standalone tag, less what is taken away from its own lines. */
static struct indentation indentation_of(const struct scope *scope, const struct step *step)
{
    size_t stripped = scope->strip < step->blank_count ? scope->strip : step->blank_count;
    return (struct indentation){
        .outer = scope->indentation, .bytes = step->blanks + stripped, .length = step->blank_count - stripped};
}

/* The name of the template, from the tag or from the data; NULL: none. */
static const char *name_of_called(struct rendering *rendering, const struct scope *scope, const struct step *step)
{
    if (!step->dynamic) return step->text;
    const struct value *value = find_value(rendering, scope, step);
    if (value && value->kind == VALUE_STRING) return value->text;
    bool nothing = !value || value->kind == VALUE_NULL || (value->kind == VALUE_BOOLEAN && !value->boolean);
    if (!nothing && rendering->templates->mode == TEMPLATE_STRICT) tell_no_text(rendering, scope->call, step, value);
    return NULL;
}

static const struct program *find_called(struct rendering *rendering, const struct scope *scope,
                                         const struct step *step)
{
    const char *name = name_of_called(rendering, scope, step);
    rendering->steps += CALL_WORK;
    const struct program *program = name ? templates_find(rendering->templates, name) : NULL;
    if (!name || rendering->templates->mode != TEMPLATE_STRICT) return program;
    if (!program) tell_unknown_template(rendering, scope->call, step, name);
    if (program && step->dynamic && step->kind == STEP_PARENT) check_arguments(rendering, scope->call, step, program);
    return program;
}

static bool may_call(struct rendering *rendering, const struct scope *scope, const struct step *step)
{
    if (scope->call->depth < CALL_LIMIT) return true;
    tell_recursion(rendering, scope->call, step);
    return false;
}

static void render_call(struct rendering *rendering, const struct scope *scope, const struct step *step)
{
    const struct program *program = find_called(rendering, scope, step);
    if (!program || !may_call(rendering, scope, step)) return;
    struct call call = {.outer = scope->call, .program = program, .step = step, .depth = scope->call->depth + 1};
    struct indentation indentation = indentation_of(scope, step);
    struct overrides overrides = {.outer = scope->overrides, .program = scope->call->program, .parent = step};
    struct scope inner = {.call = &call, .overrides = step->kind == STEP_PARENT ? &overrides : scope->overrides};
    if (step->standalone) inner.indentation = indentation.length ? &indentation : scope->indentation;
    render_steps(rendering, &inner, 0, program->count);
}

/* ---- blocks ---- */

static const struct step *find_argument(struct rendering *rendering, const struct overrides *overrides,
                                        const char *name)
{
    const struct step *steps = overrides->program->steps;
    const struct step *end = steps + overrides->parent->end;
    for (const struct step *step = overrides->parent + 1; step < end; step = steps + step->end) {
        rendering->steps++;
        if (step->kind == STEP_ARGUMENT && strcmp(step->text, name) == 0) return step;
    }
    return NULL;
}

/* What the outermost parent tag says stands, so that a template can be overridden through several others. */
static const struct step *find_override(struct rendering *rendering, const struct overrides *overrides,
                                        const char *name, const struct overrides **from)
{
    const struct step *found = NULL;
    for (; overrides; overrides = overrides->outer) {
        const struct step *argument = find_argument(rendering, overrides, name);
        if (!argument) continue;
        found = argument;
        *from = overrides;
    }
    return found;
}

static void render_argument(struct rendering *rendering, const struct scope *scope, const struct step *block,
                            const struct step *argument, const struct overrides *from)
{
    if (!may_call(rendering, scope, block)) return;
    struct call call = {.outer = scope->call, .program = from->program, .step = block, .depth = scope->call->depth + 1};
    struct indentation indentation = indentation_of(scope, block);
    struct scope inner = {.call = &call,
                          .indentation = indentation.length ? &indentation : scope->indentation,
                          .strip = argument->blank_count,
                          .overrides = from->outer};
    size_t index = (size_t)(argument - from->program->steps);
    if (block->standalone && !argument->starts_line) write_indentation(rendering, inner.indentation, block->place);
    rendering->skip_indentation = !block->standalone && argument->starts_line;
    render_steps(rendering, &inner, index + 1, argument->end);
    rendering->skip_indentation = false;
}

static void render_block(struct rendering *rendering, const struct scope *scope, const struct step *step)
{
    const struct overrides *from = NULL;
    const struct step *argument = find_override(rendering, scope->overrides, step->text, &from);
    size_t index = (size_t)(step - scope->call->program->steps);
    if (argument) render_argument(rendering, scope, step, argument, from);
    else render_steps(rendering, scope, index + 1, step->end);
}

/* ---- all steps ---- */

static void render_step(struct rendering *rendering, const struct scope *scope, const struct step *step)
{
    switch (step->kind) {
    case STEP_TEXT: render_text(rendering, scope, step); break;
    case STEP_ESCAPED:
    case STEP_RAW: render_value(rendering, scope, step); break;
    case STEP_SECTION: render_section(rendering, scope, step); break;
    case STEP_INVERTED: render_inverted(rendering, scope, step); break;
    case STEP_PARTIAL:
    case STEP_PARENT: render_call(rendering, scope, step); break;
    case STEP_BLOCK: render_block(rendering, scope, step); break;
    case STEP_ARGUMENT: break;
    }
}

/* Calls itself through sections and calls, at most NESTING_LIMIT * CALL_LIMIT deep. */
static void render_steps(struct rendering *rendering, const struct scope *scope, size_t from, size_t to)
{
    const struct step *steps = scope->call->program->steps;
    for (size_t i = from; i < to && may_go_on(rendering, scope, &steps[i]); i = steps[i].end)
        render_step(rendering, scope, &steps[i]);
}

static const struct program *find_first(struct rendering *rendering, const char *name)
{
    const struct program *program = templates_find(rendering->templates, name);
    if (program) return program;
    message_add(rendering->messages, TEMPLATE_UNKNOWN_TEMPLATE, (struct place){0}, "there is no template \"%s\"", name);
    hint_calls(rendering, NULL,
               did_you_mean(rendering, templates_suggest(rendering->arena, rendering->templates, name)));
    return NULL;
}

static void render_program(struct rendering *rendering, const struct program *program, const struct value *data)
{
    struct call call = {.program = program};
    context_push(&rendering->context, data);
    render_steps(rendering, &(struct scope){.call = &call}, 0, program->count);
}

bool template_render(struct arena *arena, const struct templates *templates, const char *name, const struct value *data,
                     struct merged_text *merged, struct messages *messages)
{
    struct rendering rendering = {.arena = arena,
                                  .templates = templates,
                                  .messages = messages,
                                  .writer = writer_new(arena),
                                  .context = context_new(arena),
                                  .blocks = block_names_new(arena, templates)};
    *merged = (struct merged_text){.text = ""};
    const struct program *program = find_first(&rendering, name);
    if (!program) return false;
    if (templates->mode == TEMPLATE_STRICT) check_templates(&rendering, program);
    render_program(&rendering, program, data);
    if (rendering.told_count) return false;
    *merged = writer_finish(&rendering.writer, (struct place){.source = program->source, .line = 1, .column = 1});
    return true;
}
