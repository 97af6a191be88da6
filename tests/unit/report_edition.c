/* What an edition holds: drafts and embargoes, decided by what is told and never by a clock; references to what is left out. */
#include "base/buffer.h"
#include "base/file.h"
#include "report/report.h"
#include "folder.h"
#include "suite.h"

static const char *folder;

static void change(const char *path, const char *line, const char *other)
{
    size_t length = 0;
    const char *whole = file_join(arena, folder, path);
    const char *text = (const char *)file_read_bytes(arena, whole, &length, messages), *at = strstr(text, line);
    ck_assert_msg(at, "%s has no `%s`", path, line);
    struct buffer out = buffer_new(arena);
    buffer_add_bytes(&out, text, (size_t)(at - text));
    buffer_format(&out, "%s%s", other, at + strlen(line));
    folder_write(whole, buffer_text(&out), out.length);
}

/* The ids of the edition's reports. */
static const char *published(const char *date, bool drafts)
{
    struct edition edition = {.drafts = drafts};
    struct publication *publication = report_load(arena, folder, messages);
    if (date) ck_assert(report_read_date(date, &edition.date));
    report_select(publication, &edition, messages);
    struct buffer ids = buffer_new(arena);
    for (size_t i = 0; i < publication->published_count; i++)
        buffer_format(&ids, "%s%s", i ? " " : "", publication->published[i]->id);
    return buffer_text(&ids);
}

static void begin(void)
{
    folder = folder_new();
    folder_copy("tests/golden/report/kinds", folder);
}

START_TEST(final_reports_are_published)
{
    begin();
    ck_assert_str_eq(published(NULL, false), "plan-2025 regio-2022 regio-2023");
    ck_assert_str_eq(suite_told(), "");
    folder_remove(folder);
}
END_TEST

START_TEST(drafts_only_when_asked_for)
{
    begin();
    change("regio-2023/report.yaml", "status: final", "status: draft");
    ck_assert_str_eq(published(NULL, false), "plan-2025 regio-2022");
    ck_assert_str_eq(published("2999-12-31", false), "plan-2025 regio-2022");
    ck_assert_str_eq(published(NULL, true), "plan-2025 regio-2022 regio-2023");
    ck_assert_str_eq(suite_told(), "");
    folder_remove(folder);
}
END_TEST

START_TEST(an_embargo_ends_on_its_day)
{
    begin();
    change("regio-2023/report.yaml", "status: final", "status: final\nembargo: 2023-10-31");
    ck_assert_str_eq(published(NULL, false), "plan-2025 regio-2022");
    ck_assert_str_eq(published("2023-10-30", false), "plan-2025 regio-2022");
    ck_assert_str_eq(published("2023-10-31", false), "plan-2025 regio-2022 regio-2023");
    ck_assert_str_eq(published("2024-01-01", false), "plan-2025 regio-2022 regio-2023");
    ck_assert_str_eq(published(NULL, true), "plan-2025 regio-2022"); /* --drafts opens no embargo */
    ck_assert_str_eq(suite_told(), "");
    folder_remove(folder);
}
END_TEST

START_TEST(the_embargo_of_a_draft_does_not_count)
{
    begin();
    change("regio-2023/report.yaml", "status: final", "status: draft\nembargo: 2023-10-31");
    ck_assert_str_eq(published("2024-01-01", false), "plan-2025 regio-2022");
    ck_assert_str_eq(published(NULL, true), "plan-2025 regio-2022 regio-2023");
    folder_remove(folder);
}
END_TEST

START_TEST(a_reference_to_a_draft_is_told)
{
    begin();
    change("regio-2022/report.yaml", "status: final", "status: draft");
    published(NULL, false);
    ck_assert_str_eq(suite_told(),
                     "plan-2025/report.yaml:8:10: error: `regio-2022` is a draft and is not published; expected a final "
                     "report, or that this one waits for it [report-withheld]\n"
                     "    answers: regio-2022\n"
                     "             ^\n"
                     "    build with --drafts, or give this report `status: draft` too\n");
    folder_remove(folder);
}
END_TEST

START_TEST(a_reference_to_a_report_under_embargo_is_told)
{
    begin();
    change("regio-2022/report.yaml", "status: final", "status: final\nembargo: 2022-12-01");
    published("2022-11-30", false);
    ck_assert_str_eq(suite_told(),
                     "plan-2025/report.yaml:8:10: error: `regio-2022` is under embargo until 2022-12-01 and is not "
                     "published; expected that this one waits for it [report-withheld]\n"
                     "    answers: regio-2022\n"
                     "             ^\n"
                     "    build with --date of that day or later, or give this report the same `embargo`\n");
    folder_remove(folder);
}
END_TEST

START_TEST(what_waits_together_is_silent)
{
    begin();
    change("regio-2022/report.yaml", "status: final", "status: final\nembargo: 2022-12-01");
    change("plan-2025/report.yaml", "status: final", "status: final\nembargo: 2022-12-01");
    ck_assert_str_eq(published(NULL, false), "regio-2023");
    ck_assert_str_eq(published("2022-12-01", false), "plan-2025 regio-2022 regio-2023");
    ck_assert_str_eq(suite_told(), "");
    folder_remove(folder);
}
END_TEST

static bool holds(const struct value *list, const char *id)
{
    for (size_t i = 0; list && list->kind == VALUE_LIST && i < list->count; i++) {
        if (strcmp(value_get(list->items[i], "id")->text, id) == 0) return true;
    }
    return false;
}

/* Of a report that is left out no page says anything: not among the others, not in the history, not on the start page. */
START_TEST(what_is_left_out_is_named_nowhere)
{
    begin();
    change("regio-2022/report.yaml", "status: final", "status: draft");
    change("plan-2025/report.yaml", "status: final", "status: draft");
    struct publication *publication = report_load(arena, folder, messages);
    struct insertions insertions = {0};
    report_select(publication, &(struct edition){.drafts = false}, messages);
    ck_assert_uint_eq(publication->published_count, 1);
    const struct value *view =
        report_view(arena, publication, publication->published[0], value_map(arena), &insertions);
    const struct value *report = value_get(view, "report");
    ck_assert(value_get(report, "others")->kind == VALUE_BOOLEAN);
    const struct value *steps = value_get(value_get(report, "history"), "items");
    ck_assert_uint_eq(steps->count, 3);
    ck_assert(value_get(steps->items[2], "report")->kind == VALUE_BOOLEAN);
    const struct value *groups =
        value_get(report_start_view(arena, publication, value_map(arena), &insertions), "groups");
    ck_assert_uint_eq(groups->count, 1);
    const struct value *subjects = value_get(groups->items[0], "subjects");
    ck_assert_uint_eq(subjects->count, 1);
    ck_assert(holds(value_get(subjects->items[0], "reports"), "regio-2023"));
    ck_assert(!holds(value_get(subjects->items[0], "reports"), "regio-2022"));
    folder_remove(folder);
}
END_TEST

START_TEST(only_days_of_the_calendar_are_dates)
{
    static const char *const wrong[] = {"", "2025", "2025-12", "2025-12-32", "2025-02-29", "1-12-2025", "2025-12-01 ",
                                        "tomorrow", "2025-1-1"};
    struct date date = {0};
    ck_assert(report_read_date("2024-02-29", &date));
    ck_assert_int_eq(date.day, 29);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) ck_assert_msg(!report_read_date(wrong[i], &date), "%s", wrong[i]);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_test(tests, final_reports_are_published);
    tcase_add_test(tests, drafts_only_when_asked_for);
    tcase_add_test(tests, an_embargo_ends_on_its_day);
    tcase_add_test(tests, the_embargo_of_a_draft_does_not_count);
    tcase_add_test(tests, a_reference_to_a_draft_is_told);
    tcase_add_test(tests, a_reference_to_a_report_under_embargo_is_told);
    tcase_add_test(tests, what_waits_together_is_silent);
    tcase_add_test(tests, what_is_left_out_is_named_nowhere);
    tcase_add_test(tests, only_days_of_the_calendar_are_dates);
    return suite_run("report: editions", tests);
}
