/* The model of sound content: its dump and its views, and that a scale is data (the English content has three
 * steps by names of its own). Golden files: tests/golden/report/NAME.model and NAME.view. */
#include "base/json.h"
#include "report/report.h"
#include "golden.h"

static const struct publication *load(const char *folder)
{
    const struct publication *publication = report_load(arena, folder, messages);
    ck_assert_msg(messages_count(messages, SEVERITY_ERROR) == 0, "%s", suite_told());
    ck_assert_ptr_nonnull(publication);
    return publication;
}

static void dump_views(struct buffer *out, const struct publication *publication)
{
    struct insertions insertions = {0};
    struct value *words = value_map(out->arena);
    struct value *kinds = value_map(out->arena);
    value_set(out->arena, words, "contents", value_string(out->arena, "Inhoud"));
    value_set(out->arena, kinds, "plan", value_string(out->arena, "Verbeterplan"));
    value_set(out->arena, words, "kinds", kinds);
    for (size_t i = 0; i < publication->report_count; i++) {
        struct json json = json_new(out);
        json_value(&json, NULL, report_view(out->arena, publication, publication->reports[i], words, &insertions));
    }
    struct json json = json_new(out);
    json_value(&json, NULL, report_start_view(out->arena, publication, words, &insertions));
    for (size_t i = 0; i < insertions.count; i++) {
        buffer_format(out, "---- insert %zu ----\n", i);
        document_dump(out, insertions.items[i], false);
    }
}

static void check_model(const char *name)
{
    const struct publication *publication = load(arena_format(arena, "tests/golden/report/%s", name));
    struct buffer model = buffer_new(arena), view = buffer_new(arena);
    report_dump(&model, publication);
    dump_views(&view, publication);
    golden_check(arena_format(arena, "tests/golden/report/%s.model", name), buffer_text(&model));
    golden_check(arena_format(arena, "tests/golden/report/%s.view", name), buffer_text(&view));
}

START_TEST(a_report_in_dutch)
{
    check_model("base");
}
END_TEST

START_TEST(regions_and_plans)
{
    check_model("kinds");
}
END_TEST

START_TEST(measures_and_citations)
{
    check_model("plans");
}
END_TEST

START_TEST(a_scale_of_three_steps_in_english)
{
    check_model("english");
}
END_TEST

/* Compose changes what is inserted; a second view must not notice. */
START_TEST(a_view_can_be_made_again)
{
    const struct publication *publication = load("tests/golden/report/base");
    struct insertions first = {0}, second = {0};
    struct buffer before = buffer_new(arena), after = buffer_new(arena);
    report_view(arena, publication, publication->reports[0], value_map(arena), &first);
    for (size_t i = 0; i < first.count; i++) document_dump(&before, first.items[i], false);
    for (size_t i = 0; i < first.count; i++) {
        while (first.items[i]->first) node_remove(first.items[i]->first);
    }
    report_view(arena, publication, publication->reports[0], value_map(arena), &second);
    for (size_t i = 0; i < second.count; i++) document_dump(&after, second.items[i], false);
    ck_assert_uint_gt(before.length, 1000);
    ck_assert_str_eq(buffer_text(&before), buffer_text(&after));
}
END_TEST

START_TEST(the_example_is_without_mistakes)
{
    report_load(arena, "content", messages);
    ck_assert_str_eq(suite_told(), "");
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_test(tests, a_report_in_dutch);
    tcase_add_test(tests, regions_and_plans);
    tcase_add_test(tests, measures_and_citations);
    tcase_add_test(tests, a_scale_of_three_steps_in_english);
    tcase_add_test(tests, a_view_can_be_made_again);
    tcase_add_test(tests, the_example_is_without_mistakes);
    return suite_run("report: model", tests);
}
