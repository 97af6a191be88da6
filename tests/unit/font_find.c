#include <string.h>

#include "fonts.h"

static const struct font *find(const char *family, int weight, bool italic)
{
    const char *families[] = {family, NULL};
    return font_find(fonts, families, weight, italic, messages);
}

START_TEST(nearest_weight)
{
    static const struct {
        int weight;
        bool italic;
        const char *name;
    } cases[] = {{400, false, "Lato-Regular"},   {700, false, "Lato-Bold"},     {400, true, "Lato-Italic"},
                 {700, true, "Lato-BoldItalic"}, {600, false, "Lato-Semibold"}, {500, false, "Lato-Medium"},
                 {650, false, "Lato-Bold"},      {450, false, "Lato-Medium"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_str_eq(font_name(find("Lato", cases[i].weight, cases[i].italic)), cases[i].name);
    }
    ck_assert_uint_eq(messages_total(messages), 0);
}
END_TEST

START_TEST(same_face_once)
{
    ck_assert_ptr_eq(find("Lato", 400, false), find("lato", 400, false));
    ck_assert_ptr_ne(find("Lato", 400, false), find("DejaVu Sans", 400, false));
}
END_TEST

START_TEST(missing_family_told_once)
{
    const char *families[] = {"Rijksoverheid Sans", "Lato", NULL};
    ck_assert_str_eq(font_name(font_find(fonts, families, 400, false, messages)), "Lato-Regular");
    font_find(fonts, families, 700, false, messages);
    ck_assert_uint_eq(messages_total(messages), 1);
    ck_assert_str_eq(messages_at(messages, 0)->text,
                     "the font “Rijksoverheid Sans” is not installed; “Lato-Regular” is used instead");
}
END_TEST

/* fontconfig knows metric-compatible substitutes; they are not what was asked for. */
START_TEST(alias_is_not_installed)
{
    const char *families[] = {"Helvetica", "Lato", NULL};
    ck_assert_str_eq(font_name(font_find(fonts, families, 400, false, messages)), "Lato-Regular");
}
END_TEST

START_TEST(generic_always_found)
{
    ck_assert_ptr_nonnull(find("sans-serif", 400, false));
    ck_assert_ptr_nonnull(find("monospace", 400, false));
    ck_assert_ptr_nonnull(find("system-ui", 700, false));
    ck_assert_uint_eq(messages_total(messages), 0);
    const char *none[] = {NULL};
    ck_assert_ptr_nonnull(font_find(fonts, none, 400, false, messages));
}
END_TEST

START_TEST(measures)
{
    const struct font_metrics *metrics = font_metrics(find("DejaVu Sans", 400, false));
    ck_assert_float_eq_tol(metrics->ascent, 928, 1);
    ck_assert_float_eq_tol(metrics->descent, 236, 1);
    ck_assert_float_eq_tol(metrics->x_height, 547, 1);
    ck_assert_float_eq_tol(metrics->cap_height, 729, 1);
    ck_assert_float_lt(metrics->underline_position, 0);
    ck_assert_float_gt(metrics->underline_thickness, 0);
    ck_assert_int_lt(metrics->box[0], metrics->box[2]);
    ck_assert_int_lt(metrics->box[1], metrics->box[3]);
    ck_assert_int_eq(metrics->weight, 400);
    ck_assert(!metrics->italic && !metrics->fixed_pitch);
    ck_assert(font_metrics(find("DejaVu Sans Mono", 400, false))->fixed_pitch);
    const struct font_metrics *italic = font_metrics(find("Lato", 400, true));
    ck_assert(italic->italic);
    ck_assert_float_lt(italic->italic_angle, -1);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, fonts_open, fonts_close);
    tcase_add_test(tests, nearest_weight);
    tcase_add_test(tests, same_face_once);
    tcase_add_test(tests, missing_family_told_once);
    tcase_add_test(tests, alias_is_not_installed);
    tcase_add_test(tests, generic_always_found);
    tcase_add_test(tests, measures);
    return suite_run("font: find", tests);
}
