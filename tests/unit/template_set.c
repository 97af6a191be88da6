/* The door of the template room: sets, folders, rendering again and by several threads. */
#include <pthread.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "template/template.h"
#include "folder.h"

static bool add(struct templates *templates, const char *name, const char *text)
{
    struct source *source = arena_make(arena, struct source);
    *source = (struct source){.path = name, .text = text, .length = strlen(text)};
    return templates_add(templates, name, source, messages);
}

static const char *code_at(size_t index)
{
    ck_assert_uint_lt(index, messages_total(messages));
    return message_code_name(messages_at(messages, index)->code);
}

START_TEST(a_template_is_rendered_many_times)
{
    struct templates *templates = templates_new(arena, TEMPLATE_STRICT);
    ck_assert(add(templates, "page", "<{{x}}>"));
    static const char *const values[] = {"1", "&", ""};
    static const char *const expected[] = {"<1>", "<&amp;>", "<>"};
    for (size_t i = 0; i < 3; i++) {
        struct value *data = value_map(arena);
        value_set(arena, data, "x", value_string(arena, values[i]));
        struct merged_text merged;
        ck_assert(template_render(arena, templates, "page", data, &merged, messages));
        ck_assert_str_eq(merged.text, expected[i]);
        ck_assert_uint_eq(merged.length, strlen(expected[i]));
        ck_assert_uint_eq(merged.line_count, 1);
    }
    ck_assert_uint_eq(messages_total(messages), 0);
}
END_TEST

START_TEST(the_later_template_of_a_name_stands)
{
    struct templates *templates = templates_new(arena, TEMPLATE_STRICT);
    ck_assert(add(templates, "page", "{{>foot}}{{>head}}"));
    ck_assert(add(templates, "foot", "shipped"));
    ck_assert(add(templates, "head", "head"));
    ck_assert(add(templates, "foot", "of the house "));
    struct merged_text merged;
    ck_assert(template_render(arena, templates, "page", value_map(arena), &merged, messages));
    ck_assert_str_eq(merged.text, "of the house head");
}
END_TEST

START_TEST(a_template_that_is_wrong_is_not_added)
{
    struct templates *templates = templates_new(arena, TEMPLATE_LENIENT);
    ck_assert(add(templates, "page", "old"));
    ck_assert(!add(templates, "page", "{{#new}}"));
    ck_assert_str_eq(code_at(0), "template-section-unclosed");
    struct merged_text merged;
    ck_assert(template_render(arena, templates, "page", value_map(arena), &merged, messages));
    ck_assert_str_eq(merged.text, "old");
}
END_TEST

START_TEST(a_template_that_is_not_there_is_told_in_both_modes)
{
    static const enum template_mode modes[] = {TEMPLATE_LENIENT, TEMPLATE_STRICT};
    struct templates *templates = templates_new(arena, modes[_i]);
    ck_assert(add(templates, "report", ""));
    struct merged_text merged;
    ck_assert(!template_render(arena, templates, "raport", value_map(arena), &merged, messages));
    ck_assert_str_eq(merged.text, "");
    ck_assert_str_eq(code_at(0), "template-unknown-template");
    ck_assert_str_eq(messages_at(messages, 0)->hint, "did you mean \"report\"?");
}
END_TEST

/* The printer leaves equal messages out, so they are counted here. */
START_TEST(a_mistake_in_a_loop_is_told_once)
{
    struct templates *templates = templates_new(arena, TEMPLATE_STRICT);
    ck_assert(add(templates, "page", "{{#list}}{{x}}{{>part}}{{/list}}"));
    ck_assert(add(templates, "part", "{{y}}{{>part2}}"));
    struct value *data = value_map(arena), *list = value_list(arena);
    for (int i = 0; i < 100; i++) value_append(arena, list, value_string(arena, "1"));
    value_set(arena, data, "list", list);
    struct merged_text merged;
    ck_assert(!template_render(arena, templates, "page", data, &merged, messages));
    ck_assert_uint_eq(messages_total(messages), 3);
    ck_assert_str_eq(merged.text, "");
    ck_assert_uint_eq(merged.length, 0);
}
END_TEST

START_TEST(an_empty_set_and_an_empty_template)
{
    struct templates *templates = templates_new(arena, TEMPLATE_STRICT);
    struct merged_text merged;
    ck_assert(!template_render(arena, templates, "page", value_map(arena), &merged, messages));
    ck_assert(add(templates, "page", ""));
    ck_assert(template_render(arena, templates, "page", value_map(arena), &merged, messages));
    ck_assert_str_eq(merged.text, "");
    ck_assert_uint_eq(merged.line_count, 1);
    ck_assert_str_eq(merged.lines[0].source->path, "page");
}
END_TEST

START_TEST(a_folder_is_added_with_its_sub_folders)
{
    const char *folder = folder_new();
    ck_assert_int_eq(mkdir(file_join(arena, folder, "blocks"), 0755), 0);
    static const char *const files[][2] = {{"page.mustache", "{{>blocks/norm}}"},
                                           {"notes.txt", "{{#not a template}}"},
                                           {".mustache", "{{#not a template}}"},
                                           {"blocks/norm.mustache", "{{id}}\n"},
                                           {"blocks/wrong.mustache", "x\n{{/id}}\n"}};
    for (size_t i = 0; i < 5; i++)
        folder_write(file_join(arena, folder, files[i][0]), files[i][1], strlen(files[i][1]));
    struct templates *templates = templates_new(arena, TEMPLATE_STRICT);
    ck_assert(!templates_add_folder(templates, folder, "templates", messages));
    folder_remove(folder);
    ck_assert_uint_eq(messages_total(messages), 1);
    ck_assert_str_eq(messages_at(messages, 0)->place.source->path, "templates/blocks/wrong.mustache");
    struct value *data = value_map(arena);
    value_set(arena, data, "id", value_string(arena, "1a.1"));
    struct merged_text merged;
    ck_assert(template_render(arena, templates, "page", data, &merged, messages));
    ck_assert_str_eq(merged.text, "1a.1\n");
    ck_assert_str_eq(merged.lines[0].source->path, "templates/blocks/norm.mustache");
}
END_TEST

START_TEST(a_folder_that_is_not_there_adds_nothing)
{
    struct templates *templates = templates_new(arena, TEMPLATE_STRICT);
    ck_assert(templates_add_folder(templates, "/nowhere/at/all", "templates", messages));
    ck_assert_uint_eq(messages_total(messages), 0);
}
END_TEST

enum { THREADS = 4, ROUNDS = 200 };

static struct value *numbers_from(struct arena *own, int first)
{
    struct value *data = value_map(own), *list = value_list(own);
    for (int i = first; i < first + 10; i++) value_append(own, list, value_string(own, arena_format(own, "%d", i)));
    value_set(own, data, "list", list);
    return data;
}

static void *render_often(void *shared)
{
    const struct templates *templates = shared;
    struct arena *own = arena_new();
    struct messages *told = messages_new(own);
    size_t good = 0;
    for (int i = 0; i < ROUNDS; i++) {
        struct merged_text merged;
        bool rendered = template_render(own, templates, "page", numbers_from(own, i), &merged, told);
        const char *start = arena_format(own, "<%d><%d>", i, i + 1);
        good += rendered && strncmp(merged.text, start, strlen(start)) == 0;
    }
    arena_free(own);
    return good == ROUNDS ? shared : NULL;
}

START_TEST(several_threads_render_one_set)
{
    struct templates *templates = templates_new(arena, TEMPLATE_STRICT);
    ck_assert(add(templates, "page", "{{#list}}{{<item}}{{$body}}{{.}}{{/body}}{{/item}}{{/list}}"));
    ck_assert(add(templates, "item", "<{{$body}}{{/body}}>"));
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++) ck_assert_int_eq(pthread_create(&threads[i], NULL, render_often, templates), 0);
    for (int i = 0; i < THREADS; i++) {
        void *result;
        ck_assert_int_eq(pthread_join(threads[i], &result), 0);
        ck_assert_ptr_eq(result, templates);
    }
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_test(tests, a_template_is_rendered_many_times);
    tcase_add_test(tests, the_later_template_of_a_name_stands);
    tcase_add_test(tests, a_template_that_is_wrong_is_not_added);
    tcase_add_loop_test(tests, a_template_that_is_not_there_is_told_in_both_modes, 0, 2);
    tcase_add_test(tests, a_mistake_in_a_loop_is_told_once);
    tcase_add_test(tests, an_empty_set_and_an_empty_template);
    tcase_add_test(tests, a_folder_is_added_with_its_sub_folders);
    tcase_add_test(tests, a_folder_that_is_not_there_adds_nothing);
    tcase_add_test(tests, several_threads_render_one_set);
    return suite_run("template: sets", tests);
}
