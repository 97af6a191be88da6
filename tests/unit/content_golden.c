/* Golden cases of content: each tests/content/NAME.md or NAME.yaml is read, and what it became and what was
 * told of it must be NAME.md.expected or NAME.yaml.expected. */
#define _GNU_SOURCE
#include "../content/golden.h"
#include "base/json.h"
#include "content/content.h"

#define FOLDER "tests/content"

static bool ends_with(const char *name, const char *end)
{
    size_t length = strlen(name), end_length = strlen(end);
    return length > end_length && strcmp(name + length - end_length, end) == 0;
}

static void read_into(struct buffer *out, const struct source *source, struct messages *messages)
{
    if (ends_with(source->path, ".md")) {
        document_dump(out, content_read_markdown(out->arena, source, messages), true);
        return;
    }
    const struct value *value = content_read_yaml(out->arena, source, messages);
    struct json json = json_new(out);
    if (value) json_value(&json, NULL, value);
}

static bool run_case(const char *name)
{
    struct arena *arena = arena_new();
    struct messages *messages = messages_new(arena);
    struct buffer out = buffer_new(arena);
    const struct source *source = file_read(arena, file_join(arena, FOLDER, name), name, messages);
    if (source) read_into(&out, source, messages);
    buffer_format(&out, "\n---- messages ----\n%s", golden_messages(arena, messages));
    bool same = golden_matches(arena, arena_format(arena, FOLDER "/%s.expected", name), buffer_text(&out));
    arena_free(arena);
    return same;
}

START_TEST(every_file_is_read_as_expected)
{
    struct arena *arena = arena_new();
    const char **names = file_list(arena, FOLDER);
    size_t cases = 0, failed = 0;
    for (size_t i = 0; names[i]; i++) {
        if (!ends_with(names[i], ".md") && !ends_with(names[i], ".yaml")) continue;
        cases++;
        failed += !run_case(names[i]);
    }
    ck_assert_uint_ge(cases, 15);
    ck_assert_uint_eq(failed, 0);
    arena_free(arena);
}
END_TEST

int main(int argc, char **argv)
{
    TCase *cases = tcase_create("content");
    tcase_add_test(cases, every_file_is_read_as_expected);
    return golden_run(cases, argc, argv);
}
