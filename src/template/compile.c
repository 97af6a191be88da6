#include "template/compile.h"

#include <string.h>

#include "base/utf8.h"

static bool begins_line(const struct source *source, size_t offset)
{
    return offset == 0 || source->text[offset - 1] == '\n';
}

bool is_in_parent(const struct compiler *compiler)
{
    return compiler->depth > 0 && compiler->opened[compiler->depth - 1].tag.kind == TAG_PARENT;
}

static struct step *append(struct compiler *compiler, struct step step)
{
    struct program *program = compiler->program;
    program->steps = arena_grow(compiler->arena, program->steps, program->count, &program->capacity, sizeof step);
    step.end = program->count + 1;
    program->steps[program->count] = step;
    return &program->steps[program->count++];
}

struct step *add_step(struct compiler *compiler, enum step_kind kind, const struct tag *tag, struct word word)
{
    struct name name = make_name(compiler->arena, word);
    return append(compiler, (struct step){.kind = kind,
                                          .place = tag->place,
                                          .dynamic = word.dynamic,
                                          .name = name,
                                          .text = name.text,
                                          .length = word.length,
                                          .blanks = ""});
}

static void tell_lost_text(struct compiler *compiler, size_t start, size_t end)
{
    const struct source *source = compiler->reader.source;
    while (start < end && (unsigned char)source->text[start] <= ' ') start++;
    if (start == end || compiler->mode != TEMPLATE_STRICT) return;
    const struct tag *parent = &compiler->opened[compiler->depth - 1].tag;
    message_add(compiler->reader.messages, TEMPLATE_PARENT_CONTENT, place_at(source, start),
                "text directly in a parent tag is lost; expected only blocks in {{<%.*s}}", (int)parent->length,
                parent->content);
    message_hint(compiler->reader.messages, "put it in a block of the parent: {{$name}} … {{/name}}");
    compiler->reader.errors++;
}

void compile_text(struct compiler *compiler, size_t end, const struct tag *tag)
{
    const struct source *source = compiler->reader.source;
    size_t start = compiler->text;
    if (is_in_parent(compiler)) {
        tell_lost_text(compiler, start, end);
        return;
    }
    if (start < end)
        append(compiler, (struct step){.kind = STEP_TEXT,
                                       .place = compiler->text_place,
                                       .starts_line = begins_line(source, start),
                                       .text = source->text + start,
                                       .length = end - start});
    if (tag && begins_line(source, end))
        append(compiler,
               (struct step){.kind = STEP_TEXT, .place = tag->place, .starts_line = true, .text = source->text + end});
}

void resume_text(struct compiler *compiler, size_t offset)
{
    compiler->text = offset;
    compiler->text_place = tag_reader_place(&compiler->reader, offset);
}

/* {{! optional: a b.c }} */
static void note_optional(struct compiler *compiler, const struct tag *tag)
{
    static const char word[] = "optional:";
    struct program *program = compiler->program;
    if (tag->length < sizeof word || strncmp(tag->content, word, sizeof word - 1) != 0) return;
    const char *end = tag->content + tag->length;
    for (const char *at = tag->content + sizeof word - 1; at < end;) {
        const char *start = at;
        while (at < end && (unsigned char)*at > ' ') at++;
        if (at > start) {
            program->optional = arena_grow(compiler->arena, program->optional, program->optional_count,
                                           &program->optional_capacity, sizeof *program->optional);
            program->optional[program->optional_count++] = arena_copy(compiler->arena, start, (size_t)(at - start));
        } else {
            at++;
        }
    }
}

static struct word word_of(const struct tag *tag)
{
    bool of_context =
        tag->kind == TAG_ESCAPED || tag->kind == TAG_RAW || tag->kind == TAG_SECTION || tag->kind == TAG_INVERTED;
    struct word word = {.bytes = tag->content, .length = tag->length, .dotted = of_context};
    bool may_be_dynamic = tag->kind == TAG_PARTIAL || tag->kind == TAG_PARENT;
    if (!may_be_dynamic || word.length == 0 || word.bytes[0] != '*') return word;
    do {
        word.bytes++;
        word.length--;
    } while (word.length && (unsigned char)word.bytes[0] <= ' ');
    word.dotted = word.dynamic = true;
    return word;
}

static void compile_value(struct compiler *compiler, const struct tag *tag, struct word word)
{
    compile_text(compiler, tag->start, tag);
    add_step(compiler, tag->kind == TAG_RAW ? STEP_RAW : STEP_ESCAPED, tag, word);
    resume_text(compiler, tag->end);
}

static void compile_partial(struct compiler *compiler, const struct tag *tag, struct word word)
{
    bool alone = tag->first && tag->last;
    compile_text(compiler, alone ? tag->line : tag->start, alone ? NULL : tag);
    struct step *step = add_step(compiler, STEP_PARTIAL, tag, word);
    step->standalone = alone;
    step->blanks = compiler->reader.source->text + tag->line;
    step->blank_count = alone ? tag->start - tag->line : 0;
    resume_text(compiler, alone ? tag->next : tag->end);
}

static void compile_silent(struct compiler *compiler, const struct tag *tag)
{
    bool alone = tag->first && tag->last;
    if (tag->kind == TAG_COMMENT) note_optional(compiler, tag);
    compile_text(compiler, alone ? tag->line : tag->start, alone ? NULL : tag);
    resume_text(compiler, alone ? tag->next : tag->end);
}

static void compile_named(struct compiler *compiler, const struct tag *tag)
{
    struct word word = word_of(tag);
    if (is_in_parent(compiler) && tag->kind != TAG_BLOCK && compiler->mode == TEMPLATE_STRICT) {
        message_add(compiler->reader.messages, TEMPLATE_PARENT_CONTENT, tag->place,
                    "a tag directly in a parent tag is lost; expected only blocks, {{$name}} … {{/name}}");
        compiler->reader.errors++;
    }
    bool good = check_name(&compiler->reader, tag, word);
    switch (tag->kind) {
    case TAG_ESCAPED:
    case TAG_RAW:
        if (good) compile_value(compiler, tag, word);
        break;
    case TAG_PARTIAL:
        if (good) compile_partial(compiler, tag, word);
        break;
    default: open_tag(compiler, tag, word); /* with a bad name too, so that its closing tag finds it */
    }
}

static void note_index(struct arena *arena, size_t **list, size_t *count, size_t *capacity, size_t index)
{
    *list = arena_grow(arena, *list, *count, capacity, sizeof **list);
    (*list)[(*count)++] = index;
}

static void index_steps(struct arena *arena, struct program *program)
{
    for (size_t i = 0; i < program->count; i++) {
        enum step_kind kind = program->steps[i].kind;
        if (kind == STEP_PARTIAL || kind == STEP_PARENT)
            note_index(arena, &program->calls, &program->call_count, &program->call_capacity, i);
        if (kind == STEP_BLOCK) note_index(arena, &program->blocks, &program->block_count, &program->block_capacity, i);
    }
}

static bool is_too_large(const struct source *source, struct messages *messages)
{
    if (source->length <= TEMPLATE_SIZE_LIMIT) return false;
    message_add(messages, TEMPLATE_TOO_LARGE, (struct place){.source = source},
                "this template is too large; expected at most %d MiB", TEMPLATE_SIZE_LIMIT / 1024 / 1024);
    return true;
}

struct program *program_compile(struct arena *arena, enum template_mode mode, const struct source *source,
                                struct messages *messages)
{
    if (is_too_large(source, messages)) return NULL;
    struct compiler compiler = {.arena = arena,
                                .mode = mode,
                                .reader = tag_reader_new(arena, source, messages),
                                .program = arena_make(arena, struct program)};
    compiler.program->source = source;
    resume_text(&compiler, 0);
    for (struct tag tag; tag_next(&compiler.reader, &tag);) {
        if (tag.kind == TAG_COMMENT || tag.kind == TAG_DELIMITERS) compile_silent(&compiler, &tag);
        else if (tag.kind == TAG_CLOSE) close_tag(&compiler, &tag);
        else compile_named(&compiler, &tag);
    }
    if (!tag_reader_gave_up(&compiler.reader)) tell_open_tags(&compiler);
    compile_text(&compiler, source->length, NULL);
    if (compiler.reader.errors) return NULL;
    index_steps(arena, compiler.program);
    return compiler.program;
}
