/* Numbers of authors, in Dutch and in English. */
#include <math.h>

#include "base/number.h"
#include "suite.h"

static const struct {
    const char *text;
    char mark;
    bool sound;
    double value;
    int decimals;
} readings[] = {
    {"0", ',', true, 0, 0},
    {"74,62", ',', true, 74.62, 2},
    {"6,90", ',', true, 6.9, 2},
    {"74.62", ',', false, 0, 0}, /* an English mark, and no group of three */
    {"74.62", '.', true, 74.62, 2},
    {"1.234,5", ',', true, 1234.5, 1},
    {"1.234", ',', true, 1234, 0},
    {"1,234", '.', true, 1234, 0},
    {"1 234 567", ',', true, 1234567, 0},
    {"1\xc2\xa0" "234", ',', true, 1234, 0},
    {"1234.567", ',', false, 0, 0},
    {"12.34.567", ',', false, 0, 0},
    {"-3,5", ',', true, -3.5, 1},
    {"\xe2\x88\x92" "3", ',', true, -3, 0},
    {"", ',', false, 0, 0},
    {"-", ',', false, 0, 0},
    {",5", ',', false, 0, 0},
    {"5,", ',', false, 0, 0},
    {"5,1234567", ',', false, 0, 0},
    {"1,2,3", ',', false, 0, 0},
    {"12 fte", ',', false, 0, 0},
    {"1e9", ',', false, 0, 0},
    {"999999999999999", ',', true, 999999999999999.0, 0},
    {"1000000000000000", ',', false, 0, 0},
    {"9999999999999,99", ',', true, 9999999999999.99, 2},
    {"99999999999999,99", ',', false, 0, 0}, /* sixteen digits */
};

START_TEST(numbers_are_read)
{
    struct number number;
    bool sound = number_read(readings[_i].text, readings[_i].mark, &number);
    ck_assert_msg(sound == readings[_i].sound, "`%s` was %staken", readings[_i].text, sound ? "" : "not ");
    if (!sound) return;
    ck_assert_double_eq_tol(number.value, readings[_i].value, 1e-9);
    ck_assert_int_eq(number.decimals, readings[_i].decimals);
}
END_TEST

START_TEST(data_has_one_mark_and_no_groups)
{
    struct number number;
    ck_assert(number_read_plain("13.6", &number) && fabs(number.value - 13.6) < 1e-9);
    ck_assert(number_read_plain("13,6", &number) && fabs(number.value - 13.6) < 1e-9);
    ck_assert(number_read_plain("1.234", &number) && number.decimals == 3);
    static const char *const refused[] = {"-1", "1.234,5", "1 000", "", "abc", "1.2.3", ".5", "99999999999999999"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        ck_assert_msg(!number_read_plain(refused[i], &number), "`%s` was taken", refused[i]);
}
END_TEST

static void check_written(double value, int decimals, char mark, const char *expected)
{
    struct buffer out = buffer_new(arena);
    number_write(&out, value, decimals, mark);
    ck_assert_str_eq(buffer_text(&out), expected);
}

START_TEST(numbers_are_written)
{
    check_written(74.62, 2, ',', "74,62");
    check_written(6.9, 2, ',', "6,90");
    check_written(88.888, 0, ',', "89");
    check_written(0, 0, ',', "0");
    check_written(0.05, 2, '.', "0.05");
    check_written(1234, 0, ',', "1234");
    check_written(12345, 0, ',', "12.345");
    check_written(1002003.5, 1, '.', "1,002,003.5");
    check_written(999999999999.0, 0, ',', "999.999.999.999");
    check_written(-3.5, 1, ',', "\xe2\x88\x92" "3,5");
    check_written(-0.01, 0, ',', "0");
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_loop_test(tests, numbers_are_read, 0, sizeof readings / sizeof *readings);
    tcase_add_test(tests, data_has_one_mark_and_no_groups);
    tcase_add_test(tests, numbers_are_written);
    return suite_run("base: numbers", tests);
}
