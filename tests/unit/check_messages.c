/* Golden findings: each tests/golden/check/cases/NAME.case changes the sound content in tests/golden/check/base, or english, in
 * one way (see cases.h); what is found in it then must be NAME.expected, as a whole and nothing else. A case that ends in
 * `-fine` is a near miss: nothing may be found. */
#include "cases.h"
#include "check/check.h"

#define BASES "tests/golden/check"
#define FOLDER BASES "/cases"

static const char **cases;

/* What `oordeel new` would have written. */
static const char *new_texts[] = {"Tekst van de instelling.", "Titel van het rapport"};
static const struct skeleton skeleton = {new_texts, sizeof new_texts / sizeof *new_texts};

static const char *findings_in(const char *folder)
{
    const struct publication *publication = report_load(arena, folder, messages);
    if (publication && messages_count(messages, SEVERITY_ERROR) == 0) check_publication(publication, &skeleton, messages);
    return suite_told();
}

START_TEST(a_fault_is_found)
{
    const char *name = cases[_i], *folder = case_folder(arena_format(arena, FOLDER "/%s.case", name), BASES);
    const char *actual = findings_in(folder);
    folder_remove(folder);
    golden_check(arena_format(arena, FOLDER "/%s.expected", name), actual);
    size_t length = strlen(name);
    bool fine = length > 5 && strcmp(name + length - 5, "-fine") == 0;
    ck_assert_msg(fine == (*actual == '\0'), "%s: %s", name, fine ? "a false alarm" : "nothing was found");
}
END_TEST

START_TEST(sound_content_is_silent)
{
    ck_assert_str_eq(findings_in(BASES "/base"), "");
    ck_assert_str_eq(findings_in(BASES "/english"), "");
    ck_assert_str_eq(findings_in("content"), "");
}
END_TEST

/* Every code of the room has a case that shows it. */
START_TEST(every_finding_has_a_case)
{
    struct buffer all = buffer_new(arena);
    for (const char **name = cases; *name; name++) {
        size_t length = 0;
        const char *path = arena_format(arena, FOLDER "/%s.expected", *name);
        const unsigned char *text = file_read_bytes(arena, path, &length, messages);
        buffer_add_bytes(&all, (const char *)text, length);
    }
    for (size_t i = 0; i < MESSAGE_CODES; i++) {
        enum message_code code = (enum message_code)i;
        const char *shown = arena_format(arena, "[%s]", message_code_name(code));
        if (!message_code_is_finding(code) || code == IMAGE_COARSE) continue; /* the latter is found while loading */
        ck_assert_msg(strstr(buffer_text(&all), shown), "no case shows %s", shown);
    }
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_loop_test(tests, a_fault_is_found, 0, golden_collect(&cases, FOLDER, ".case", 80));
    tcase_add_test(tests, sound_content_is_silent);
    tcase_add_test(tests, every_finding_has_a_case);
    return suite_run("check: findings", tests);
}
