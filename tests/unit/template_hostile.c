/* Templates and data that try to crash the engine, to make it run for ever, or to fill the memory; and a list
 * of 100,000 items, which must be quick. */
#include <stdint.h>
#include <string.h>

#include "base/buffer.h"
#include "template/template.h"
#include "suite.h"

static bool add(struct templates *templates, const char *name, const char *text)
{
    struct source *source = arena_make(arena, struct source);
    *source = (struct source){.path = name, .text = text, .length = strlen(text)};
    return templates_add(templates, name, source, messages);
}

static const char *repeated(const char *piece, size_t times)
{
    struct buffer text = buffer_new(arena);
    for (size_t i = 0; i < times; i++) buffer_add(&text, piece);
    return buffer_text(&text);
}

/* The code of the only message; "" when there is none. */
static const char *told(void)
{
    ck_assert_uint_le(messages_total(messages), 1);
    return messages_total(messages) ? message_code_name(messages_at(messages, 0)->code) : "";
}

static bool render(struct templates *templates, const struct value *data, struct merged_text *merged)
{
    return template_render(arena, templates, "page", data, merged, messages);
}

static struct value *list_of(size_t count)
{
    struct value *data = value_map(arena), *list = value_list(arena);
    for (size_t i = 0; i < count; i++) value_append(arena, list, value_string(arena, "x"));
    value_set(arena, data, "l", list);
    return data;
}

struct bad_text {
    const char *piece;
    size_t times;
    const char *code; /* "": nothing is told */
};

/* Each about a megabyte. */
static const struct bad_text bad_texts[] = {
    {"{{#a}}", 100000, "template-nesting"},
    {"{{<a}}{{$b}}", 100000, "template-nesting"},
    {"{{$a}}", 100000, "template-nesting"},
    {"{", 1000000, "template-tag-unclosed"},
    {"{{!", 300000, "template-tag-unclosed"},
    {"{{=", 300000, "template-tag-unclosed"},
    {"{{=}", 250000, "template-tag-unclosed"},
    {"}", 1000000, ""},
    {"{{! }}", 150000, ""},
    {"{{! }}\n", 150000, ""},
    {"   ", 300000, ""},
    {"\n", 1000000, ""},
    {"{{a}}", 200000, ""},
    {"{{.}}", 200000, ""},
    {"{{#a}}{{/a}}", 80000, ""},
    {"{{$a}}\n\n\n{{/a}}", 60000, ""},
    {"{{>a}}\n", 140000, ""},
    {"{{<a}}{{/a}}\n", 80000, ""},
    {"{{=| |=}}|={{ }}=|", 50000, ""},
    {"{{=aaaaaaaaaaaaaaab b=}}aaaaaaaaaaaaaaaaaaaaaaaa aaaaaaaaaaaaaaab={{ }}=b", 10000, ""},
};

START_TEST(a_megabyte_of_the_same)
{
    const struct bad_text *bad = &bad_texts[_i];
    struct templates *templates = templates_new(arena, TEMPLATE_LENIENT);
    bool good = add(templates, "page", repeated(bad->piece, bad->times));
    ck_assert_str_eq(told(), bad->code);
    ck_assert_int_eq(good, bad->code[0] == '\0');
    struct merged_text merged;
    if (good) ck_assert(render(templates, value_map(arena), &merged));
}
END_TEST

/* A parent with 50,000 arguments, in strict mode, which looks for each of them. */
START_TEST(many_arguments_and_blocks)
{
    struct buffer child = buffer_new(arena), parent = buffer_new(arena);
    buffer_add(&child, "{{<parent}}");
    for (int i = 0; i < 50000; i++) {
        buffer_format(&child, "{{$a%d}}x{{/a%d}}", i, i);
        buffer_format(&parent, "{{$a%d}}{{/a%d}}", i, i);
    }
    buffer_add(&child, "{{/parent}}");
    struct templates *templates = templates_new(arena, TEMPLATE_STRICT);
    ck_assert(add(templates, "page", buffer_text(&child)));
    ck_assert(add(templates, "parent", buffer_text(&parent)));
    struct merged_text merged;
    ck_assert(!render(templates, value_map(arena), &merged));
    ck_assert_str_eq(told(), "template-too-large");
}
END_TEST

START_TEST(errors_without_end_are_not_all_told)
{
    static const char *const pieces[] = {"{{/a}}", "{{}}", "{{ {{a}}", "{{=a=}}", "{{{a}}", "{{a b}}"};
    struct templates *templates = templates_new(arena, TEMPLATE_STRICT);
    ck_assert(!add(templates, "page", repeated(pieces[_i], 100000)));
    ck_assert_uint_gt(messages_total(messages), 0);
    ck_assert_uint_le(messages_total(messages), 20);
}
END_TEST

START_TEST(mistakes_in_names_without_end_are_not_all_told)
{
    struct buffer text = buffer_new(arena);
    for (int i = 0; i < 50000; i++) buffer_format(&text, "{{n%d}}", i);
    struct templates *templates = templates_new(arena, TEMPLATE_STRICT);
    ck_assert(add(templates, "page", buffer_text(&text)));
    struct merged_text merged;
    ck_assert(!render(templates, value_map(arena), &merged));
    ck_assert_uint_eq(messages_total(messages), 50);
}
END_TEST

START_TEST(one_long_name)
{
    const char *name = repeated("a.b", 300000);
    const char *const texts[][2] = {{arena_format(arena, "{{%s}}", name), "template-name"},
                                    {arena_format(arena, "{{#%s}}{{/%s}}", name, name), "template-name"},
                                    {arena_format(arena, "{{#%s}}", name), NULL},
                                    {arena_format(arena, "{{/%s}}", name), "template-closing-stray"},
                                    {arena_format(arena, "{{=%s b=}}", name), "template-delimiters"}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        messages = messages_new(arena);
        ck_assert(!add(templates_new(arena, TEMPLATE_STRICT), "page", texts[i][0]));
        if (texts[i][1]) ck_assert_str_eq(told(), texts[i][1]);
        for (size_t m = 0; m < messages_total(messages); m++)
            ck_assert_uint_lt(strlen(messages_at(messages, m)->text), 300);
    }
}
END_TEST

START_TEST(a_template_that_is_too_large)
{
    ck_assert(!add(templates_new(arena, TEMPLATE_STRICT), "page", repeated("12345678", 600000)));
    ck_assert_str_eq(told(), "template-too-large");
}
END_TEST

/* Each template calls the next twice: 2^60 calls, which write nothing. */
START_TEST(a_bomb_of_partials)
{
    struct templates *templates = templates_new(arena, TEMPLATE_STRICT);
    ck_assert(add(templates, "page", "{{>t0}}"));
    for (int i = 0; i < 59; i++)
        ck_assert(add(templates, arena_format(arena, "t%d", i), arena_format(arena, "{{>t%d}}{{>t%d}}", i + 1, i + 1)));
    ck_assert(add(templates, "t59", ""));
    struct merged_text merged;
    ck_assert(!render(templates, value_map(arena), &merged));
    ck_assert_str_eq(told(), "template-too-large");
}
END_TEST

START_TEST(sections_that_multiply)
{
    static const char *const texts[] = {"{{#l}}{{#l}}{{#l}}{{#l}}{{/l}}{{/l}}{{/l}}{{/l}}",
                                        "{{#l}}{{#l}}{{#l}}0123456789012345678901234567890123456789{{/l}}{{/l}}{{/l}}"};
    struct templates *templates = templates_new(arena, TEMPLATE_STRICT);
    ck_assert(add(templates, "page", texts[_i]));
    struct merged_text merged;
    ck_assert(!render(templates, list_of(1000), &merged));
    ck_assert_str_eq(told(), "template-too-large");
    ck_assert_str_eq(merged.text, "");
}
END_TEST

START_TEST(recursion_without_end)
{
    static const char *const texts[] = {"{{>page}}",
                                        " {{>page}}\n",
                                        "{{#l}}{{>page}}{{/l}}",
                                        "{{<page}}{{$a}}{{>page}}{{/a}}{{/page}}{{$a}}{{/a}}",
                                        "{{$a}}{{<page}}{{$a}}{{<page}}{{/page}}{{/a}}{{/page}}{{/a}}",
                                        "{{<page}}{{$a}}\n  {{$a}}\n  {{/a}}\n{{/a}}{{/page}}"};
    struct templates *templates = templates_new(arena, TEMPLATE_LENIENT);
    ck_assert(add(templates, "page", texts[_i]));
    struct merged_text merged;
    ck_assert(!render(templates, list_of(3), &merged));
    ck_assert_str_eq(told(), "template-recursion");
}
END_TEST

/* As deep as the limits allow: the machine's stack must bear it. */
START_TEST(sections_and_calls_as_deep_as_they_go)
{
    struct buffer text = buffer_new(arena);
    for (int i = 0; i < 64; i++) buffer_add(&text, "{{#l}}");
    buffer_add(&text, "{{>page}}");
    for (int i = 0; i < 64; i++) buffer_add(&text, "{{/l}}");
    struct templates *templates = templates_new(arena, TEMPLATE_STRICT);
    ck_assert(add(templates, "page", buffer_text(&text)));
    struct merged_text merged;
    ck_assert(!render(templates, list_of(1), &merged));
    ck_assert_str_eq(told(), "template-recursion");
}
END_TEST

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Bytes without NUL, the same in every run; the worst that may come of them is a message. */
START_TEST(random_bytes)
{
    static const char marks[] = "{}{}{}<>#^/$!&=*. \n\r\tab|%\xC3\xA9";
    uint32_t state = (uint32_t)_i + 1;
    for (int round = 0; round < 500; round++) {
        char text[400];
        size_t length = 1 + next_random(&state) % (sizeof text - 1);
        for (size_t i = 0; i < length; i++) {
            uint32_t random = next_random(&state);
            text[i] = random % 8 ? marks[(random >> 3) % (sizeof marks - 1)] : (char)(1 + (random >> 3) % 255);
        }
        text[length] = '\0';
        struct templates *templates = templates_new(arena, round % 2 ? TEMPLATE_STRICT : TEMPLATE_LENIENT);
        struct merged_text merged;
        if (add(templates, "page", arena_string(arena, text))) render(templates, list_of(2), &merged);
    }
    FILE *nowhere = fopen("/dev/null", "w");
    messages_print(messages, nowhere, false);
    fclose(nowhere);
}
END_TEST

static const char *random_template(uint32_t *state)
{
    static const char *const pieces[] = {"{{#l}}", "{{/l}}", "{{^l}}", "{{<a}}",   "{{/a}}",    "{{$b}}",    "{{/b}}",
                                         "{{>a}}", "{{<b}}", "{{>b}}", "{{.}}",    "{{{.}}}",   "{{x}}",     "\n",
                                         "  ",     "\t",     "text",   "{{! c }}", "{{=| |=}}", "|={{ }}=|", "\r\n"};
    enum { PIECES = sizeof pieces / sizeof *pieces };
    struct buffer text = buffer_new(arena);
    for (int i = 0; i < 6; i++) buffer_add(&text, pieces[next_random(state) % PIECES]);
    return buffer_text(&text);
}

/* Templates made of whole tags: a good part of them compiles. Every line of the output has its place. */
START_TEST(random_tags)
{
    uint32_t state = (uint32_t)_i + 1;
    size_t rendered = 0;
    for (int round = 0; round < 2000; round++) {
        struct templates *templates = templates_new(arena, round % 2 ? TEMPLATE_STRICT : TEMPLATE_LENIENT);
        add(templates, "a", random_template(&state));
        add(templates, "b", random_template(&state));
        struct merged_text merged;
        add(templates, "page", "<\n {{>a}}\n>");
        if (!render(templates, list_of(2), &merged)) continue;
        rendered++;
        size_t lines = 1;
        for (size_t i = 0; i < merged.length; i++) lines += merged.text[i] == '\n';
        ck_assert_uint_eq(merged.line_count, lines);
        for (size_t i = 0; i < lines; i++) ck_assert(merged.lines[i].source && merged.lines[i].line > 0);
    }
    ck_assert_uint_gt(rendered, 300);
}
END_TEST

static struct value *norms(int count)
{
    struct value *data = value_map(arena), *list = value_list(arena);
    for (int i = 0; i < count; i++) {
        struct value *item = value_map(arena);
        value_set(arena, item, "id", value_string(arena, arena_format(arena, "%d", i)));
        value_set(arena, item, "label", value_string(arena, "voldoet <grotendeels> & goed"));
        value_set(arena, item, "note", value_boolean(arena, false));
        value_append(arena, list, item);
    }
    value_set(arena, data, "norms", list);
    value_set(arena, data, "word", value_string(arena, "norm"));
    return data;
}

START_TEST(a_hundred_thousand_items)
{
    struct templates *templates = templates_new(arena, TEMPLATE_STRICT);
    ck_assert(
        add(templates, "page",
            "<ul>\n{{#norms}}\n  <li id=\"{{word}}-{{id}}\">{{label}}{{#note}}!{{/note}}{{>end}}</li>\n{{/norms}}\n"
            "</ul>\n"));
    ck_assert(add(templates, "end", "."));
    struct value *data = norms(100000);
    struct merged_text merged;
    ck_assert(render(templates, data, &merged));
    ck_assert_uint_eq(merged.line_count, 100003);
    ck_assert_uint_eq(merged.lines[100000].line, 3);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_loop_test(tests, a_megabyte_of_the_same, 0, sizeof bad_texts / sizeof *bad_texts);
    tcase_add_test(tests, many_arguments_and_blocks);
    tcase_add_loop_test(tests, errors_without_end_are_not_all_told, 0, 6);
    tcase_add_test(tests, mistakes_in_names_without_end_are_not_all_told);
    tcase_add_test(tests, one_long_name);
    tcase_add_test(tests, a_template_that_is_too_large);
    tcase_add_test(tests, a_bomb_of_partials);
    tcase_add_loop_test(tests, sections_that_multiply, 0, 2);
    tcase_add_loop_test(tests, recursion_without_end, 0, 6);
    tcase_add_test(tests, sections_and_calls_as_deep_as_they_go);
    tcase_add_loop_test(tests, random_bytes, 0, 4);
    tcase_add_loop_test(tests, random_tags, 0, 4);
    tcase_add_test(tests, a_hundred_thousand_items);
    return suite_run("template: hostile input", tests);
}
