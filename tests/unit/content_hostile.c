/* Content that means harm: large, deep, repetitive. It must be read or refused in a moment, without a crash. */
#include <string.h>

#include "base/buffer.h"
#include "content/content.h"
#include "suite.h"

enum { SIZE = 400000 };

static const struct source *source_of(const char *path, const char *text, size_t length)
{
    struct source *source = arena_make(arena, struct source);
    *source = (struct source){.path = path, .text = text, .length = length};
    return source;
}

/* `before`, then `unit` again and again up to about `size` bytes, then `after`. */
static const struct source *repeated(const char *const parts[3], size_t size)
{
    struct buffer text = buffer_new(arena);
    buffer_add(&text, parts[0]);
    while (text.length < size) buffer_add(&text, parts[1]);
    buffer_add(&text, parts[2]);
    return source_of("hostile", buffer_text(&text), text.length);
}

/* How deep the tree is; every parent must be right for the walk to end. */
static size_t depth_of(const struct node *root)
{
    size_t deepest = 0;
    for (const struct node *node = root; node; node = node_next(node, root)) {
        if (node->first) continue;
        size_t depth = 0;
        for (const struct node *above = node; above != root; above = above->parent) depth++;
        if (depth > deepest) deepest = depth;
    }
    return deepest;
}

static const char *const markdown_parts[][3] = {
    {"", "[", ""},
    {"", "[a](", ""},
    {"", "![", ""},
    {"", "[a", "]"},
    {"", "*a _b ", ""},
    {"", "*a **b ", ""},
    {"", "_", ""},
    {"", "a**b", ""},
    {"", "~~a", ""},
    {"", "`a``b", ""},
    {"", "<!--", ""},
    {"", "<a b=", ""},
    {"", "<b>", ""},
    {"", "]", ""},
    {"", "\\", ""},
    {"", "&", ""},
    {"", "[^a]", "\n\n[^a]: x\n"},
    {"", "[^a]: x\n", ""},
    {"", "[^a]: [^a]\n\n    ", "x[^a]"},
    {"", "[^", "]"},
    {"[^a]: ", "[^a]", "\n"},
    {"", "http://a.b(", ""},
    {"", "www._", ""},
    {"", "_www.a._", ""},
    {"", "www.a.nl;", ""},
    {"", "- a\n", ""},
    {"", "# a\n", ""},
    {"", "> [!CASE] x\n\n", ""},
    {"> [!CASE] ", "*a* [b](c)", "\n> x\n"},
    {"> [!CASE] {", ".a ", "}\n> x\n"},
    {"> [!CASE] ", "{#a} ", "\n> x\n"},
    {"", "a\n: b\n", ""},
    {"a\n", ": b\n", ""},
    {"", "a\n: b\n\n", ""},
    {"", "[a](lang:en)", ""},
    {"", "a\n", ""},
    {"", "a\\\n", ""},
    {"", "\n", ""},
    {"", "[](norm:1)", ""},
    {"", "[x](y z", ""},
    {"", "![a](b)", ""},
    {"", "|", ""},
    {"", "|-", "\n|-|\n"},
    {"|a|b|\n|-|-|\n", "|x|\n", ""},
    {"|a|b|\n|-|-|\n", "|<|^|\n", ""},
    {"|a|b|\n|-|-|\n", "|^|<|\n", ""},
    {"|a|b|\n|-|-|\n|c|d|\n", "|^|^|\n", ""},
    {"|a|b|\n|-|-|\n", "|a|<|\n|^|^|\n", ""},
    {"|a|b|\n|-|-|\n", "|===|===|\n", ""},
    {"|a|b|\n|-|-|\n", "|a|^|\n|===|===|\n", ""},
    {"", "|a|\n|-|\n|b|\n\n", ""},
    {"", "&#1;", ""},
    {"", "\x01", ""},
    {"", "é*", ""},
};

START_TEST(markdown_is_read_or_refused)
{
    const struct source *source = repeated(markdown_parts[_i], SIZE);
    const struct node *body = content_read_markdown(arena, source, messages);
    ck_assert_ptr_nonnull(body);
    ck_assert_uint_lt(depth_of(body), 100);
    ck_assert_uint_lt(messages_total(messages), 500);
}
END_TEST

START_TEST(nesting_is_bounded)
{
    static const char *const parts[][3] = {{"", "> ", "x"}, {"", "- ", "x"}, {"", "1. ", "x"}, {"", ">", "x"}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        messages = messages_new(arena);
        const struct node *body = content_read_markdown(arena, repeated(parts[i], 50000), messages);
        ck_assert_uint_lt(depth_of(body), 100);
        ck_assert_uint_eq(messages_at(messages, 0)->code, MARKDOWN_TOO_DEEP);
        ck_assert_uint_eq(messages_total(messages), 1);
    }
}
END_TEST

START_TEST(emphasis_in_emphasis_is_bounded)
{
    struct buffer text = buffer_new(arena);
    for (int i = 0; i < 100; i++) buffer_add(&text, i % 2 ? "**a " : "*a ");
    for (int i = 100; i-- > 0;) buffer_add(&text, i % 2 ? "a** " : "a* ");
    const struct node *body =
        content_read_markdown(arena, source_of("x", buffer_text(&text), text.length), messages);
    ck_assert_uint_lt(depth_of(body), 40);
    ck_assert_uint_eq(messages_at(messages, 0)->code, MARKDOWN_TOO_DEEP);
}
END_TEST

/* Few bytes that ask for millions of cells: a row is filled up to the width of the head. */
START_TEST(tables_are_bounded)
{
    struct buffer text = buffer_new(arena);
    for (int i = 0; i < 60; i++) buffer_add(&text, "|a");
    buffer_add(&text, "\n");
    for (int i = 0; i < 60; i++) buffer_add(&text, "|-");
    for (int i = 0; i < 300000; i++) buffer_add(&text, "\n|");
    content_read_markdown(arena, source_of("x", buffer_text(&text), text.length), messages);
    ck_assert_uint_eq(messages_at(messages, 0)->code, TABLE_TOO_LARGE);
}
END_TEST

static const char *const yaml_parts[][3] = {
    {"", "[", ""},          {"", "{", ""},           {"a: ", "[", ""},
    {"", "- ", "x"},        {"", "? ", "x"},         {"", "a: ", "x"},
    {"", "a: 1\n", ""},     {"", "- a\n", ""},       {"a: \"", "x\n", ""},
    {"a: |\n", " x\n", ""}, {"", "\t", ""},          {"", "#", ""},
    {"a: [", "b, ", "]"},   {"a: {", "b: c, ", "}"}, {"", "&a ", ""},
    {"", "!", ""},          {"", "%", ""},           {"", "x", ""},
    {"", "---\n", ""},      {"a: '", "''", "'"},     {"a: \"", "\\x41", "\""},
};

START_TEST(yaml_is_read_or_refused)
{
    content_read_yaml(arena, repeated(yaml_parts[_i], SIZE), messages);
    ck_assert_uint_lt(messages_total(messages), 500);
}
END_TEST

/* The laughing billions: aliases are refused, so that the size stays that of the text. */
START_TEST(aliases_do_not_multiply)
{
    static const char text[] = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
    ck_assert_ptr_null(content_read_yaml(arena, source_of("x", text, strlen(text)), messages));
    ck_assert_uint_eq(messages_at(messages, 0)->code, YAML_NOT_SUPPORTED);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_loop_test(tests, markdown_is_read_or_refused, 0, sizeof markdown_parts / sizeof *markdown_parts);
    tcase_add_loop_test(tests, yaml_is_read_or_refused, 0, sizeof yaml_parts / sizeof *yaml_parts);
    tcase_add_test(tests, nesting_is_bounded);
    tcase_add_test(tests, emphasis_in_emphasis_is_bounded);
    tcase_add_test(tests, tables_are_bounded);
    tcase_add_test(tests, aliases_do_not_multiply);
    return suite_run("content: hostile", tests);
}
