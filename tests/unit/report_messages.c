/* Golden messages: each tests/golden/report/messages/NAME.case changes the sound content in tests/golden/report/base in one
 * way (see cases.h); what is told of it then must be NAME.expected, as a whole and nothing else. */
#include "cases.h"
#include "report/report.h"

#define BASES "tests/golden/report"
#define FOLDER BASES "/messages"

static const char **cases;

/* What is told of the content: once by loading, and nothing more by making the views. */
static const char *messages_of(const char *folder)
{
    const struct publication *publication = report_load(arena, folder, messages);
    struct insertions insertions = {0};
    for (size_t i = 0; publication && i < publication->report_count; i++)
        report_view(arena, publication, publication->reports[i], value_map(arena), &insertions);
    return suite_told();
}

START_TEST(a_mistake_has_its_messages)
{
    const char *name = cases[_i], *folder = case_folder(arena_format(arena, FOLDER "/%s.case", name), BASES);
    const char *actual = messages_of(folder);
    folder_remove(folder);
    golden_check(arena_format(arena, FOLDER "/%s.expected", name), actual);
}
END_TEST

START_TEST(sound_content_is_silent)
{
    ck_assert_str_eq(messages_of("tests/golden/report/base"), "");
    ck_assert_str_eq(messages_of("tests/golden/report/kinds"), "");
    ck_assert_str_eq(messages_of("tests/golden/report/plans"), "");
}
END_TEST

START_TEST(a_folder_that_is_not_there_cannot_be_loaded)
{
    ck_assert_ptr_null(report_load(arena, "tests/golden/report/nothing", messages));
    ck_assert_uint_eq(messages_count(messages, SEVERITY_ERROR), 1);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_test(tests, sound_content_is_silent);
    tcase_add_test(tests, a_folder_that_is_not_there_cannot_be_loaded);
    tcase_add_loop_test(tests, a_mistake_has_its_messages, 0, golden_collect(&cases, FOLDER, ".case", 100));
    return suite_run("report: messages", tests);
}
