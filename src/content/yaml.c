/* YAML through libyaml's events into values (YAML 1.1; only its maps, lists and texts are used). */
#include "content/content.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/pasted.h"
#include "base/utf8.h"
#include "content/yaml_problem.h"

enum { MOST_LOOKED = 100, DEEPEST = 64, LARGEST = 8 * 1024 * 1024 };

struct reader {
    struct arena *arena;
    const struct source *source;
    struct messages *messages;
    yaml_parser_t parser;
    size_t looked; /* values that begin with a sign */
    size_t line, column, offset; /* the end of the text that was read last: its place from 0, its offset */
};

static struct place place_of(const struct reader *reader, yaml_mark_t mark)
{
    return (struct place){
        .source = reader->source, .line = (unsigned)mark.line + 1, .column = (unsigned)mark.column + 1};
}

/* What libyaml misses at the end of a file it misses on a line that may not be there: the place is behind the last text. */
static struct place place_of_problem(const struct reader *reader, yaml_mark_t mark)
{
    const struct source *source = reader->source;
    size_t end = source->length;
    while (end > 0 && strchr(" \n", source->text[end - 1])) end--;
    struct place place = place_of(reader, mark), last = place_at(source, end);
    return place.line > last.line ? last : place;
}

static bool tell_problem(const struct reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    struct yaml_problem problem = {.text = parser->problem ? parser->problem : "it cannot be read",
                                   .context = parser->context ? parser->context : "",
                                   .place = place_of_problem(reader, parser->problem_mark)};
    problem.context_place = parser->context ? place_of_problem(reader, parser->context_mark) : problem.place;
    if (parser->error == YAML_READER_ERROR) problem.place = place_at(reader->source, parser->problem_offset);
    yaml_problem_tell(&problem, reader->messages);
    return false;
}

/* The next event, which the caller deletes. */
static bool next(struct reader *reader, yaml_event_t *event)
{
    if (yaml_parser_parse(&reader->parser, event)) return true;
    return tell_problem(reader);
}

/* `in_text`: the characters may have been meant as the text itself. */
static bool refuse(const struct reader *reader, yaml_mark_t mark, const char *what, bool in_text)
{
    message_add(reader->messages, YAML_NOT_SUPPORTED, place_of(reader, mark), "%s is not used in content", what);
    if (in_text) message_hint(reader->messages, "put the text in quotes if these characters belong to it");
    return false;
}

static bool is_wanted(const struct reader *reader, const yaml_event_t *event)
{
    const yaml_char_t *anchor = NULL, *tag = NULL;
    if (event->type == YAML_SCALAR_EVENT) anchor = event->data.scalar.anchor, tag = event->data.scalar.tag;
    if (event->type == YAML_MAPPING_START_EVENT)
        anchor = event->data.mapping_start.anchor, tag = event->data.mapping_start.tag;
    if (event->type == YAML_SEQUENCE_START_EVENT)
        anchor = event->data.sequence_start.anchor, tag = event->data.sequence_start.tag;
    if (event->type == YAML_ALIAS_EVENT) return refuse(reader, event->start_mark, "an alias (`*name`)", true);
    if (anchor) return refuse(reader, event->start_mark, "an anchor (`&name`)", true);
    if (tag) return refuse(reader, event->start_mark, "a tag (`!name`)", true);
    return true;
}

/* What a plain scalar stands for, by its text. */
static enum value_kind plain_kind(const char *text)
{
    if (strcmp(text, "true") == 0 || strcmp(text, "false") == 0) return VALUE_BOOLEAN;
    if (strcmp(text, "null") == 0 || strcmp(text, "~") == 0 || !*text) return VALUE_NULL;
    return VALUE_STRING;
}

/* XML 1.0 section 2.2 has no place for them, and no reader sees them. Escapes ("\a") can make them. */
static bool has_control(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) return true;
    }
    return false;
}

/* Escapes ("\uFB01") make what reading the file did not meet. */
static const char *text_of(struct reader *reader, const yaml_event_t *event, struct place place)
{
    const char *text = arena_copy(reader->arena, (const char *)event->data.scalar.value, event->data.scalar.length);
    if (event->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE) return text;
    text = pasted_read(reader->arena, text, place, reader->messages);
    return utf8_is_composed(text, strlen(text)) ? text : utf8_compose(reader->arena, text);
}

/* `title: Wijk #3`: what stands behind the `#` is a comment. One with a space behind it was meant so. */
static void check_comment(struct reader *reader, yaml_mark_t end)
{
    const char *text = reader->source->text, *feed;
    for (; reader->line < end.line && (feed = strchr(text + reader->offset, '\n')); reader->line++, reader->column = 0)
        reader->offset = (size_t)(feed - text) + 1;
    size_t rest = reader->source->length - reader->offset, further = end.column - reader->column;
    if (end.line != reader->line || end.column < reader->column) return;
    reader->offset += utf8_offset(text + reader->offset, rest, further);
    reader->column = end.column;
    size_t at = reader->offset, begin = at;
    while (text[at] == ' ') at++;
    if (at == begin || text[at] != '#' || !text[at + 1] || strchr(" #\n\t", text[at + 1])) return;
    message_add(reader->messages, YAML_COMMENT, place_at(reader->source, at),
                "a ` #` begins a comment, so the text ends before it; expected quotes around a text that holds one");
}

static struct value *read_scalar(struct reader *reader, const yaml_event_t *event)
{
    struct place place = place_of(reader, event->start_mark);
    const char *text = text_of(reader, event, place);
    if (has_control((const char *)event->data.scalar.value, event->data.scalar.length)) {
        message_add(reader->messages, CONTROL_CHARACTER, place, "the text holds a control character; expected none");
        return NULL;
    }
    bool plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    struct value *value = value_new(reader->arena, plain ? plain_kind(text) : VALUE_STRING, place);
    value->plain = plain;
    value->boolean = value->kind == VALUE_BOOLEAN && strcmp(text, "true") == 0;
    value->text = text;
    if (plain && *text) check_comment(reader, event->end_mark);
    return value;
}

static struct value *read_node(struct reader *reader, yaml_event_t *event, unsigned depth);

static bool read_items(struct reader *reader, struct value *list, unsigned depth)
{
    for (;;) {
        yaml_event_t event;
        if (!next(reader, &event)) return false;
        bool end = event.type == YAML_SEQUENCE_END_EVENT;
        struct value *item = end ? NULL : read_node(reader, &event, depth);
        yaml_event_delete(&event);
        if (!item) return end;
        value_append(reader->arena, list, item);
    }
}

static bool read_member(struct reader *reader, const yaml_event_t *key, struct value *map, unsigned depth)
{
    if (!is_wanted(reader, key)) return false;
    if (key->type != YAML_SCALAR_EVENT) return refuse(reader, key->start_mark, "a list or map as a key", false);
    struct value *name = read_scalar(reader, key);
    yaml_event_t event;
    if (!name || yaml_slip_key(&(struct yaml_scalar){name->text, name->place, name->plain, false}, reader->messages)) return false;
    if (!next(reader, &event)) return false;
    struct value *value = read_node(reader, &event, depth);
    yaml_event_delete(&event);
    if (!value) return false;
    map->members = arena_grow(reader->arena, map->members, map->count, &map->capacity, sizeof *map->members);
    map->members[map->count++] = (struct member){.key = name->text, .place = name->place, .value = value};
    return !yaml_slip_member(map, reader->messages);
}

static int by_key_and_order(const void *a, const void *b)
{
    const struct member *left = *(const struct member *const *)a, *right = *(const struct member *const *)b;
    int order = strcmp(left->key, right->key);
    return order ? order : (left > right) - (left < right);
}

static void tell_duplicate(const struct reader *reader, const struct member *first, const struct member *again)
{
    message_add(reader->messages, YAML_DUPLICATE_KEY, again->place,
                "the key `%s` stands twice in this map; expected it once (the first is on line %u)", again->key,
                first->place.line);
}

/* Tells keys that stand twice and keeps the first of them. Sorts pointers, so that long maps cost little. */
static void drop_duplicates(struct reader *reader, struct value *map)
{
    struct member **sorted = arena_array(reader->arena, map->count, sizeof *sorted);
    bool *dropped = arena_array(reader->arena, map->count, sizeof *dropped);
    for (size_t i = 0; i < map->count; i++) sorted[i] = &map->members[i];
    if (map->count) qsort(sorted, map->count, sizeof *sorted, by_key_and_order);
    for (size_t i = 1, first = 0; i < map->count; i++) {
        bool same = strcmp(sorted[first]->key, sorted[i]->key) == 0;
        if (!same) first = i;
        if (!same) continue;
        dropped[sorted[i] - map->members] = true;
        tell_duplicate(reader, sorted[first], sorted[i]);
    }
    size_t kept = 0;
    for (size_t i = 0; i < map->count; i++) {
        if (!dropped[i]) map->members[kept++] = map->members[i];
    }
    map->count = kept;
}

static bool read_members(struct reader *reader, struct value *map, unsigned depth)
{
    for (;;) {
        yaml_event_t event;
        if (!next(reader, &event)) return false;
        bool end = event.type == YAML_MAPPING_END_EVENT;
        bool read = !end && read_member(reader, &event, map, depth);
        yaml_event_delete(&event);
        if (end) drop_duplicates(reader, map);
        if (!read) return end;
    }
}

static struct value *read_value(struct reader *reader, const yaml_event_t *event)
{
    struct value *value = read_scalar(reader, event);
    if (!value || !value->plain) return value;
    bool other = (unsigned char)value->text[0] >= 0x80; /* a sign, a curled quote */
    struct yaml_scalar scalar = {value->text, value->place, true, other && reader->looked++ < MOST_LOOKED};
    bool may_tell = !other || reader->looked <= MOST_LOOKED;
    return may_tell && yaml_slip_value(&scalar, reader->messages) ? NULL : value;
}

/* The value that begins with this event; NULL: already told. */
static struct value *read_node(struct reader *reader, yaml_event_t *event, unsigned depth)
{
    if (!is_wanted(reader, event)) return NULL;
    if (event->type == YAML_SCALAR_EVENT) return read_value(reader, event);
    struct place place = place_of(reader, event->start_mark);
    if (depth >= DEEPEST) {
        message_add(reader->messages, YAML_TOO_DEEP, place, "is nested deeper than %d; expected less", DEEPEST);
        return NULL;
    }
    bool is_map = event->type == YAML_MAPPING_START_EVENT;
    struct value *value = value_new(reader->arena, is_map ? VALUE_MAP : VALUE_LIST, place);
    bool read = is_map ? read_members(reader, value, depth + 1) : read_items(reader, value, depth + 1);
    bool flow = !is_map && event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    if (read && flow && yaml_slip_list(value, reader->messages)) return NULL;
    return read ? value : NULL;
}

static struct value *empty_map(const struct reader *reader)
{
    return value_new(reader->arena, VALUE_MAP, (struct place){.source = reader->source, .line = 1, .column = 1});
}

/* A file with only comments has no document; one with only `---` has an empty scalar. */
static struct value *read_document(struct reader *reader)
{
    struct value *value = NULL;
    yaml_event_t event;
    do {
        if (!next(reader, &event)) return NULL;
        enum yaml_event_type_e type = event.type;
        bool wanted = type != YAML_DOCUMENT_START_EVENT || !value;
        if (!wanted) refuse(reader, event.start_mark, "a second document (`---`)", false);
        bool structure = type == YAML_STREAM_START_EVENT || type == YAML_STREAM_END_EVENT ||
                         type == YAML_DOCUMENT_START_EVENT || type == YAML_DOCUMENT_END_EVENT;
        bool read = structure || (value = read_node(reader, &event, 0));
        yaml_event_delete(&event);
        if (type == YAML_STREAM_END_EVENT) return value && value->kind != VALUE_NULL ? value : empty_map(reader);
        if (!wanted || !read) return NULL;
    } while (true);
}

struct value *content_read_yaml(struct arena *arena, const struct source *source, struct messages *messages)
{
    struct reader reader = {.arena = arena, .source = source, .messages = messages};
    if (source->length > LARGEST) {
        message_add(messages, FILE_TOO_LARGE, (struct place){.source = source}, "is larger than 8 MiB");
        return NULL;
    }
    if (!yaml_parser_initialize(&reader.parser)) {
        message_add(messages, YAML_SYNTAX, (struct place){.source = source}, "cannot be read: out of memory");
        return NULL;
    }
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)source->text, source->length);
    struct value *value = read_document(&reader);
    yaml_parser_delete(&reader.parser);
    return value;
}
