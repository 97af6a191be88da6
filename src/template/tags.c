#include "template/tags.h"

#include <string.h>

/* What stands behind the opening delimiter says what a tag is. `closing` stands before the closing one. */
struct tag_form {
    char mark;
    enum tag_kind kind;
    const char *opening;
    const char *closing;
};

static const struct tag_form forms[] = {
    {'\0', TAG_ESCAPED, "{{", ""}, {'{', TAG_RAW, "{{{", "}"},        {'&', TAG_RAW, "{{&", ""},
    {'#', TAG_SECTION, "{{#", ""}, {'^', TAG_INVERTED, "{{^", ""},    {'>', TAG_PARTIAL, "{{>", ""},
    {'<', TAG_PARENT, "{{<", ""},  {'$', TAG_BLOCK, "{{$", ""},       {'/', TAG_CLOSE, "{{/", ""},
    {'!', TAG_COMMENT, "{{!", ""}, {'=', TAG_DELIMITERS, "{{=", "="},
};

enum { FORM_COUNT = sizeof forms / sizeof *forms };

static const struct tag_form *form_of(char mark)
{
    for (size_t i = 1; i < FORM_COUNT; i++) {
        if (forms[i].mark == mark) return &forms[i];
    }
    return &forms[0];
}

const char *tag_opening(enum tag_kind kind)
{
    for (size_t i = 1; i < FORM_COUNT; i++) {
        if (forms[i].kind == kind) return forms[i].opening;
    }
    return forms[0].opening;
}

bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_space(char c)
{
    return is_blank(c) || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

static void set_delimiters(struct tag_reader *reader, const char *open, const char *close)
{
    reader->open = open;
    reader->close = close;
    reader->open_length = strlen(open);
    reader->close_length = strlen(close);
}

struct tag_reader tag_reader_new(struct arena *arena, const struct source *source, struct messages *messages)
{
    struct tag_reader reader = {
        .arena = arena, .source = source, .messages = messages, .place = {.source = source, .line = 1, .column = 1}};
    set_delimiters(&reader, "{{", "}}");
    return reader;
}

bool tag_reader_gave_up(const struct tag_reader *reader)
{
    return reader->errors >= SYNTAX_ERROR_LIMIT;
}

struct place tag_reader_place(struct tag_reader *reader, size_t offset)
{
    const char *text = reader->source->text;
    for (size_t i = reader->place_offset; i < offset; i++) {
        if (text[i] == '\n') {
            reader->place.line++;
            reader->place.column = 1;
        } else if (((unsigned char)text[i] & 0xC0) != 0x80) {
            reader->place.column++;
        }
    }
    reader->place_offset = offset;
    return reader->place;
}

static void trim(struct tag *tag)
{
    while (tag->length && is_space(tag->content[0])) {
        tag->content++;
        tag->length--;
    }
    while (tag->length && is_space(tag->content[tag->length - 1])) tag->length--;
}

/* Looks to both sides of the tag on its line; a CR before the line feed belongs to the line's end. */
static void look_around(const struct source *source, struct tag *tag)
{
    const char *text = source->text;
    size_t start = tag->start, end = tag->end;
    while (start > 0 && is_blank(text[start - 1])) start--;
    while (is_blank(text[end])) end++;
    if (text[end] == '\r' && text[end + 1] == '\n') end++;
    tag->first = start == 0 || text[start - 1] == '\n';
    tag->last = end == source->length || text[end] == '\n';
    tag->line = tag->first ? start : tag->start;
    tag->next = tag->last ? end + (end < source->length) : tag->end;
}

/* Where the content ends and the tag ends. */
struct ending {
    const char *content, *tag; /* NULL: nowhere */
    bool complete;             /* with what the form wants before the closing delimiter */
};

/* Not strstr, which may measure all that follows each time, under sanitizers for one. */
static const char *find(const char *from, const char *end, const char *word, size_t length)
{
    while ((size_t)(end - from) >= length) {
        const char *first = memchr(from, word[0], (size_t)(end - from) - length + 1);
        if (!first || memcmp(first, word, length) == 0) return first;
        from = first + 1;
    }
    return NULL;
}

static const char *text_end(const struct tag_reader *reader)
{
    return reader->source->text + reader->source->length;
}

/* The new delimiters may look like the old ones, so the equals sign and the delimiter are sought together. */
static struct ending end_of_delimiters(const struct tag_reader *reader, const char *content)
{
    for (const char *end = content; (end = find(end, text_end(reader), "=", 1)); end++) {
        if (strncmp(end + 1, reader->close, reader->close_length) == 0)
            return (struct ending){end, end + 1 + reader->close_length, true};
    }
    return (struct ending){0};
}

/* The first closing delimiter. In "{{{a}}}" that is the same as the bytes before it, and stands one further. */
static struct ending end_of_tag(const struct tag_reader *reader, const struct tag_form *form, const char *content)
{
    if (form->kind == TAG_DELIMITERS) return end_of_delimiters(reader, content);
    const char *end = find(content, text_end(reader), reader->close, reader->close_length);
    if (!end) return (struct ending){0};
    const char *behind = end + reader->close_length;
    char wanted = form->closing[0];
    if (wanted && end[0] == wanted && strncmp(end + 1, reader->close, reader->close_length) == 0)
        return (struct ending){end, behind + 1, true};
    if (wanted && end > content && end[-1] == wanted) return (struct ending){end - 1, behind, true};
    return (struct ending){end, behind, wanted == '\0'};
}

static void tell_unclosed(struct tag_reader *reader, const struct tag *tag, const struct tag_form *form)
{
    message_add(reader->messages, TEMPLATE_TAG_UNCLOSED, tag->place, "this tag is not closed; expected \"%s%s\"",
                form->closing, reader->close);
    reader->errors++;
}

/* Reads the tag whose opening delimiter stands at `tag->start`. false: there is no tag (told). */
static bool read_tag(struct tag_reader *reader, struct tag *tag)
{
    const char *text = reader->source->text;
    const char *content = text + tag->start + reader->open_length;
    const struct tag_form *form = form_of(*content);
    if (form->mark) content++;
    struct ending ending = end_of_tag(reader, form, content);
    tag->kind = form->kind;
    tag->place = tag_reader_place(reader, tag->start);
    tag->content = content;
    tag->length = ending.tag ? (size_t)(ending.content - content) : 0;
    bool names = tag->kind != TAG_COMMENT && tag->kind != TAG_DELIMITERS;
    if (!ending.complete || (names && find(content, content + tag->length, reader->open, reader->open_length))) {
        tell_unclosed(reader, tag, form);
        reader->position = ending.tag ? tag->start + reader->open_length : reader->source->length;
        return false;
    }
    tag->end = (size_t)(ending.tag - text);
    reader->position = tag->end;
    look_around(reader->source, tag);
    trim(tag);
    return true;
}

static bool is_delimiter(const char *text, size_t length)
{
    if (length == 0 || length > NAME_LIMIT) return false;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '=' || is_space(text[i])) return false;
    }
    return true;
}

static void obey_delimiters(struct tag_reader *reader, const struct tag *tag)
{
    size_t first = 0, second = tag->length;
    while (first < tag->length && !is_space(tag->content[first])) first++;
    while (second > 0 && !is_space(tag->content[second - 1])) second--;
    size_t gap = first;
    while (gap < second && is_space(tag->content[gap])) gap++;
    if (gap == second && is_delimiter(tag->content, first) &&
        is_delimiter(tag->content + second, tag->length - second)) {
        set_delimiters(reader, arena_copy(reader->arena, tag->content, first),
                       arena_copy(reader->arena, tag->content + second, tag->length - second));
        return;
    }
    message_add(reader->messages, TEMPLATE_DELIMITERS, tag->place,
                "these cannot be delimiters; expected two words without \"=\", with a space between them");
    message_hint(reader->messages, "for example: {{=<%% %%>=}}");
    reader->errors++;
}

bool tag_next(struct tag_reader *reader, struct tag *tag)
{
    while (!tag_reader_gave_up(reader)) {
        const char *found =
            find(reader->source->text + reader->position, text_end(reader), reader->open, reader->open_length);
        if (!found) return false;
        *tag = (struct tag){.start = (size_t)(found - reader->source->text)};
        if (!read_tag(reader, tag)) continue;
        if (tag->kind == TAG_DELIMITERS) obey_delimiters(reader, tag);
        return true;
    }
    return false;
}
