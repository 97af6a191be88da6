/* Golden cases of content: each tests/golden/content/NAME.md or NAME.yaml is read, and what it became and what was
 * told of it must be NAME.md.expected or NAME.yaml.expected. */
#include "base/json.h"
#include "content/content.h"
#include "golden.h"

#define FOLDER "tests/golden/content"

static const char **markdown, **yaml;

static void check(const char *file, const struct buffer *out)
{
    golden_check(arena_format(arena, FOLDER "/%s.expected", file),
                 arena_format(arena, "%s\n---- messages ----\n%s", out->length ? out->data : "", suite_told()));
}

START_TEST(markdown_is_read_as_expected)
{
    const char *file = arena_format(arena, "%s.md", markdown[_i]);
    struct buffer out = buffer_new(arena);
    const struct source *source = file_read(arena, file_join(arena, FOLDER, file), file, messages);
    if (source) document_dump(&out, content_read_markdown(arena, source, messages), true);
    check(file, &out);
}
END_TEST

START_TEST(yaml_is_read_as_expected)
{
    const char *file = arena_format(arena, "%s.yaml", yaml[_i]);
    struct buffer out = buffer_new(arena);
    struct json json = json_new(&out);
    const struct source *source = file_read(arena, file_join(arena, FOLDER, file), file, messages);
    const struct value *value = source ? content_read_yaml(arena, source, messages) : NULL;
    if (value) json_value(&json, NULL, value);
    check(file, &out);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_loop_test(tests, markdown_is_read_as_expected, 0, golden_collect(&markdown, FOLDER, ".md", 15));
    tcase_add_loop_test(tests, yaml_is_read_as_expected, 0, golden_collect(&yaml, FOLDER, ".yaml", 20));
    return suite_run("content: golden cases", tests);
}
