/* Tags that hold others: sections, parents and blocks; which closing tag belongs to which, and the white
 * space around them. The rules of inheritance, of which the specification gives examples only:
 *  - a parent is alone on its line(s) when nothing stands before its opening and behind its closing tag;
 *  - an argument's content begins on the next line when nothing follows its opening tag, and ends with a
 *    line when nothing stands before its closing tag; what the first line is indented by is taken away;
 *  - a block's tags are each alone on a line or not, like those of sections. What overrides the block is
 *    indented as the block's own content is, or as its opening tag when it has none. */
#include <stdlib.h>
#include <string.h>

#include "template/compile.h"

static const char *shown_name(const struct opened *opened)
{
    return opened->word.length > NAME_LIMIT ? "" : opened->tag.content;
}

static int shown_length(const struct opened *opened)
{
    return opened->tag.length > NAME_LIMIT ? 0 : (int)opened->tag.length;
}

static void tell_unclosed(struct compiler *compiler, const struct opened *opened, const struct tag *closing)
{
    struct tag_reader *reader = &compiler->reader;
    message_add(reader->messages, TEMPLATE_SECTION_UNCLOSED, opened->tag.place,
                "\"%s%.*s}}\" is opened here and not closed; expected \"{{/%.*s}}\"", tag_opening(opened->tag.kind),
                shown_length(opened), shown_name(opened), shown_length(opened), shown_name(opened));
    if (closing) message_hint(reader->messages, "line %u closes what stands around it", closing->place.line);
    reader->errors++;
}

void tell_open_tags(struct compiler *compiler)
{
    while (compiler->depth > 0) tell_unclosed(compiler, &compiler->opened[--compiler->depth], NULL);
}

static bool push(struct compiler *compiler, const struct tag *tag, struct word word, size_t step)
{
    if (compiler->depth == NESTING_LIMIT) {
        message_add(compiler->reader.messages, TEMPLATE_NESTING, tag->place,
                    "sections and blocks are nested deeper than %d levels", NESTING_LIMIT);
        compiler->reader.errors = SYNTAX_ERROR_LIMIT;
        return false;
    }
    compiler->opened[compiler->depth++] = (struct opened){.tag = *tag, .word = word, .step = step};
    return true;
}

static void open_section(struct compiler *compiler, const struct tag *tag, struct word word)
{
    bool alone = tag->first && tag->last;
    compile_text(compiler, alone ? tag->line : tag->start, alone ? NULL : tag);
    add_step(compiler, tag->kind == TAG_SECTION ? STEP_SECTION : STEP_INVERTED, tag, word);
    resume_text(compiler, alone ? tag->next : tag->end);
}

static void open_parent(struct compiler *compiler, const struct tag *tag, struct word word)
{
    compile_text(compiler, tag->start, tag);
    add_step(compiler, STEP_PARENT, tag, word);
    resume_text(compiler, tag->end);
}

static void open_block(struct compiler *compiler, const struct tag *tag, struct word word)
{
    bool alone = tag->first && tag->last;
    compile_text(compiler, alone ? tag->line : tag->start, alone ? NULL : tag);
    struct step *step = add_step(compiler, STEP_BLOCK, tag, word);
    step->starts_line = step->standalone = alone;
    resume_text(compiler, alone ? tag->next : tag->end);
}

static void open_argument(struct compiler *compiler, const struct tag *tag, struct word word)
{
    compile_text(compiler, tag->start, NULL);
    add_step(compiler, STEP_ARGUMENT, tag, word)->starts_line = tag->last;
    resume_text(compiler, tag->last ? tag->next : tag->end);
}

void open_tag(struct compiler *compiler, const struct tag *tag, struct word word)
{
    switch (tag->kind) {
    case TAG_PARENT: open_parent(compiler, tag, word); break;
    case TAG_BLOCK:
        if (is_in_parent(compiler)) open_argument(compiler, tag, word);
        else open_block(compiler, tag, word);
        break;
    default: open_section(compiler, tag, word);
    }
    /* the step is the last one: text never follows before the next tag */
    push(compiler, tag, word, compiler->program->count - 1);
}

/* The white space that begins the first line with something on it, from `start` on. false: up to `end`
 * there is only white space. */
static bool first_indentation(const struct source *source, size_t start, size_t end, struct step *step)
{
    for (size_t line = start; start < end; start++) {
        char c = source->text[start];
        if (c == '\n') {
            line = start + 1;
        } else if (!is_blank(c) && c != '\r') {
            step->blanks = source->text + line;
            step->blank_count = start - line;
            return true;
        }
    }
    return false;
}

/* For both a block and an argument: what its content is, or would be, indented by. */
static void find_indentation(const struct compiler *compiler, const struct opened *opened, const struct tag *closing)
{
    const struct source *source = compiler->reader.source;
    struct step *step = &compiler->program->steps[opened->step];
    const struct tag *tag = &opened->tag;
    if (step->starts_line && first_indentation(source, tag->next, closing->start, step)) return;
    if (!tag->first || (step->starts_line && step->kind == STEP_ARGUMENT)) return;
    step->blanks = source->text + tag->line;
    step->blank_count = tag->start - tag->line;
}

static void close_block(struct compiler *compiler, const struct opened *opened, const struct tag *tag)
{
    bool is_argument = compiler->program->steps[opened->step].kind == STEP_ARGUMENT;
    bool alone = tag->first && (tag->last || is_argument);
    compile_text(compiler, alone ? tag->line : tag->start, alone ? NULL : tag);
    find_indentation(compiler, opened, tag);
    resume_text(compiler, alone && !is_argument ? tag->next : tag->end);
}

/* Takes the white space before a parent tag out of the text before it. */
static void take_indentation(struct compiler *compiler, const struct opened *opened)
{
    struct step *step = &compiler->program->steps[opened->step];
    step->standalone = true;
    step->blanks = compiler->reader.source->text + opened->tag.line;
    step->blank_count = opened->tag.start - opened->tag.line;
    if (opened->step == 0) return;
    struct step *text = step - 1;
    if (text->kind != STEP_TEXT || text->text + text->length != compiler->reader.source->text + opened->tag.start)
        return;
    text->length -= step->blank_count;
    if (text->length == 0) text->starts_line = false;
}

static int by_name(const void *a, const void *b)
{
    const struct step *left = *(const struct step *const *)a, *right = *(const struct step *const *)b;
    int order = strcmp(left->text, right->text);
    return order ? order : (left > right) - (left < right);
}

static void tell_twice(struct compiler *compiler, const struct step *argument, const struct step *first)
{
    message_add(compiler->reader.messages, TEMPLATE_BLOCK_TWICE, argument->place,
                "the block \"%s\" is overridden twice; it was on line %u already", argument->text, first->place.line);
    compiler->reader.errors++;
}

static void find_twice(struct compiler *compiler, size_t parent)
{
    const struct step *steps = compiler->program->steps;
    size_t count = 0, end = compiler->program->count;
    for (size_t i = parent + 1; i < end; i = steps[i].end) count += steps[i].kind == STEP_ARGUMENT;
    if (count < 2) return;
    const struct step **arguments = arena_array(compiler->arena, count, sizeof *arguments);
    count = 0;
    for (size_t i = parent + 1; i < end; i = steps[i].end) {
        if (steps[i].kind == STEP_ARGUMENT) arguments[count++] = &steps[i];
    }
    qsort(arguments, count, sizeof *arguments, by_name);
    for (size_t i = 1; i < count && !tag_reader_gave_up(&compiler->reader); i++) {
        if (strcmp(arguments[i - 1]->text, arguments[i]->text) == 0)
            tell_twice(compiler, arguments[i], arguments[i - 1]);
    }
}

static void close_parent(struct compiler *compiler, const struct opened *opened, const struct tag *tag)
{
    bool alone = opened->tag.first && tag->last;
    compile_text(compiler, tag->start, NULL);
    if (alone) take_indentation(compiler, opened);
    if (compiler->mode == TEMPLATE_STRICT) find_twice(compiler, opened->step);
    resume_text(compiler, alone ? tag->next : tag->end);
}

static void close_section(struct compiler *compiler, const struct tag *tag)
{
    bool alone = tag->first && tag->last;
    compile_text(compiler, alone ? tag->line : tag->start, alone ? NULL : tag);
    resume_text(compiler, alone ? tag->next : tag->end);
}

/* White space behind the asterisk of a dynamic name does not count. */
static bool closes(const struct opened *opened, const struct tag *tag)
{
    const char *bytes = tag->content;
    size_t length = tag->length;
    if (opened->word.dynamic && length > 0 && bytes[0] == '*') {
        do {
            bytes++;
            length--;
        } while (length > 0 && (unsigned char)bytes[0] <= ' ');
    } else if (opened->word.dynamic) {
        return false;
    }
    return length == opened->word.length && memcmp(bytes, opened->word.bytes, length) == 0;
}

static void tell_stray(struct compiler *compiler, const struct tag *tag)
{
    struct tag_reader *reader = &compiler->reader;
    int length = tag->length > NAME_LIMIT ? 0 : (int)tag->length;
    reader->errors++;
    if (compiler->depth == 0) {
        message_add(reader->messages, TEMPLATE_CLOSING_STRAY, tag->place,
                    "\"{{/%.*s}}\" closes nothing; no section is open", length, tag->content);
        return;
    }
    const char *names[NESTING_LIMIT] = {""};
    for (size_t i = 0; i < compiler->depth; i++) {
        const struct opened *opened = &compiler->opened[compiler->depth - 1 - i];
        names[i] = arena_copy(compiler->arena, shown_name(opened), (size_t)shown_length(opened));
    }
    message_add(reader->messages, TEMPLATE_CLOSING_STRAY, tag->place,
                "\"{{/%.*s}}\" closes nothing; expected \"{{/%s}}\", for what line %u opens", length, tag->content,
                names[0], compiler->opened[compiler->depth - 1].tag.place.line);
    const char *nearest = suggest(arena_copy(compiler->arena, tag->content, (size_t)length), names, compiler->depth);
    if (nearest) message_hint(reader->messages, "did you mean \"{{/%s}}\"?", nearest);
}

static void close_opened(struct compiler *compiler, const struct opened *opened, const struct tag *tag)
{
    enum tag_kind kind = opened->tag.kind;
    if (kind == TAG_PARENT) close_parent(compiler, opened, tag);
    else if (kind == TAG_BLOCK) close_block(compiler, opened, tag);
    else close_section(compiler, tag);
    compiler->program->steps[opened->step].end = compiler->program->count;
    compiler->depth--;
}

void close_tag(struct compiler *compiler, const struct tag *tag)
{
    size_t level = compiler->depth;
    while (level > 0 && !closes(&compiler->opened[level - 1], tag)) level--;
    if (level == 0) {
        tell_stray(compiler, tag);
        return;
    }
    while (compiler->depth > level) tell_unclosed(compiler, &compiler->opened[--compiler->depth], tag);
    close_opened(compiler, &compiler->opened[level - 1], tag);
}
