/* Runs examples in the form of the mustache specification: all `*.yml` files of the folders given, but those
 * on lambdas. Prints each failure, and at the end "N passed, N failed".
 * Beyond that form an example may have:
 *     mode: strict       (lenient when it is not there)
 *     messages: |        all that is told, as the program prints it; otherwise there must be no message
 *     lines: [ … ]       "path:line:column" for each line of the output
 * and its data may have a value with the tag !markup. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/file.h"
#include "template/template.h"

struct example_run {
    struct arena *arena;
    yaml_document_t *document;
    const char *file;
    size_t passed, failed;
};

/* The specification's data has numbers, which are written in their shortest form: 1.210 is "1.21". */
static const char *shortest(struct arena *arena, const char *text)
{
    char *end;
    double number = strtod(text, &end);
    bool is_decimal = *end == '\0' && strspn(text, "-0123456789.") == strlen(text) && strchr(text, '.');
    return is_decimal ? arena_format(arena, "%.15g", number) : text;
}

static struct value *scalar(struct arena *arena, const yaml_node_t *node)
{
    const char *text = arena_copy(arena, (const char *)node->data.scalar.value, node->data.scalar.length);
    if (strcmp((const char *)node->tag, "!markup") == 0) return value_markup(arena, text);
    if (node->data.scalar.style != YAML_PLAIN_SCALAR_STYLE) return value_string(arena, text);
    if (*text == '\0' || strcmp(text, "null") == 0 || strcmp(text, "~") == 0)
        return value_new(arena, VALUE_NULL, (struct place){0});
    if (strcmp(text, "true") == 0) return value_boolean(arena, true);
    if (strcmp(text, "false") == 0) return value_boolean(arena, false);
    return value_string(arena, shortest(arena, text));
}

static struct value *value_of(struct example_run *run, int index)
{
    const yaml_node_t *node = yaml_document_get_node(run->document, index);
    if (node->type == YAML_SCALAR_NODE) return scalar(run->arena, node);
    if (node->type == YAML_SEQUENCE_NODE) {
        struct value *list = value_list(run->arena);
        for (yaml_node_item_t *item = node->data.sequence.items.start; item < node->data.sequence.items.top; item++)
            value_append(run->arena, list, value_of(run, *item));
        return list;
    }
    struct value *map = value_map(run->arena);
    for (yaml_node_pair_t *pair = node->data.mapping.pairs.start; pair < node->data.mapping.pairs.top; pair++) {
        const yaml_node_t *key = yaml_document_get_node(run->document, pair->key);
        value_set(run->arena, map, (const char *)key->data.scalar.value, value_of(run, pair->value));
    }
    return map;
}

static const char *text_of(const struct value *example, const char *key)
{
    const struct value *value = value_get(example, key);
    return value && value->text ? value->text : "";
}

static bool add(struct example_run *run, struct templates *templates, const char *name, const struct value *text,
                struct messages *messages)
{
    struct source *source = arena_make(run->arena, struct source);
    *source = (struct source){.path = *name ? arena_format(run->arena, "%s.mustache", name) : "page.mustache",
                              .text = text->text ? text->text : "",
                              .length = text->text ? strlen(text->text) : 0};
    return templates_add(templates, name, source, messages);
}

static const char *printed(struct arena *arena, const struct messages *messages)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    messages_print(messages, stream, false);
    fclose(stream);
    const char *copy = arena_copy(arena, text, length);
    free(text);
    return copy;
}

static const char *printed_lines(struct arena *arena, const struct merged_text *merged)
{
    const char *text = "";
    for (size_t i = 0; i < merged->line_count; i++) {
        struct place place = merged->lines[i];
        text = arena_format(arena, "%s%s:%u:%u\n", text, place.source->path, place.line, place.column);
    }
    return text;
}

static bool same(const char *what, const char *expected, const char *actual)
{
    if (strcmp(expected, actual) == 0) return true;
    printf("  %s, expected:\n%s\n  %s, actual:\n%s\n", what, expected, what, actual);
    return false;
}

static void judge(struct example_run *run, const struct value *example, const struct merged_text *merged,
                  const struct messages *messages)
{
    bool good = same("output", text_of(example, "expected"), merged->text);
    good = same("messages", text_of(example, "messages"), printed(run->arena, messages)) && good;
    if (value_get(example, "lines"))
        good = same("lines", text_of(example, "lines"), printed_lines(run->arena, merged)) && good;
    run->passed += good;
    run->failed += !good;
    if (!good) printf("FAILED %s: %s\n  %s\n", run->file, text_of(example, "name"), text_of(example, "template"));
}

static void run_example(struct example_run *run, const struct value *example)
{
    struct messages *messages = messages_new(run->arena);
    bool strict = strcmp(text_of(example, "mode"), "strict") == 0;
    struct templates *templates = templates_new(run->arena, strict ? TEMPLATE_STRICT : TEMPLATE_LENIENT);
    struct merged_text merged = {.text = ""};
    bool good = add(run, templates, "", value_get(example, "template"), messages);
    const struct value *partials = value_get(example, "partials");
    for (size_t i = 0; partials && i < partials->count; i++)
        good = add(run, templates, partials->members[i].key, partials->members[i].value, messages) && good;
    struct value *data = value_get(example, "data");
    if (!data) data = value_map(run->arena);
    if (good) template_render(run->arena, templates, "", data, &merged, messages);
    judge(run, example, &merged, messages);
}

static bool run_file(struct example_run *run, const char *path)
{
    FILE *stream = fopen(path, "rb");
    if (!stream) return false;
    yaml_parser_t parser;
    yaml_document_t document;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_file(&parser, stream);
    bool good = yaml_parser_load(&parser, &document);
    if (good) {
        run->document = &document;
        run->file = path;
        const struct value *tests = value_get(value_of(run, 1), "tests");
        for (size_t i = 0; tests && i < tests->count; i++) run_example(run, tests->items[i]);
        yaml_document_delete(&document);
        good = tests && tests->count > 0;
    }
    yaml_parser_delete(&parser);
    fclose(stream);
    if (!good) printf("FAILED %s: holds no examples\n", path);
    return good;
}

static bool is_wanted(const char *name)
{
    size_t length = strlen(name);
    return length > 4 && strcmp(name + length - 4, ".yml") == 0 && !strstr(name, "lambdas");
}

int main(int count, char **folders)
{
    struct example_run run = {.arena = arena_new()};
    for (int i = 1; i < count; i++) {
        size_t files = 0;
        for (const char **name = file_list(run.arena, folders[i], folders[i], NULL); *name; name++) { /* none is told below */
            if (!is_wanted(*name)) continue;
            files++;
            run.failed += !run_file(&run, file_join(run.arena, folders[i], *name));
        }
        if (files == 0) printf("FAILED %s: there are no .yml files\n", folders[i]);
        run.failed += files == 0;
    }
    printf("%zu passed, %zu failed\n", run.passed, run.failed);
    arena_free(run.arena);
    return run.failed > 0 || run.passed == 0;
}
