#include <pthread.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "fonts.h"

static const struct font *lato;

static void open_lato(void)
{
    fonts_open();
    lato = fonts_lato();
}

static struct shaped_text shape_with(const char *text, struct shaping shaping)
{
    shaping.font = lato;
    return font_shape(arena, fonts, &shaping, text, strlen(text));
}

static struct shaped_text shape(const char *text)
{
    return shape_with(text, (struct shaping){.size = 10, .language = "nl"});
}

static size_t glyph_count(struct shaped_text text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.run_count; i++) count += text.runs[i].glyph_count;
    return count;
}

/* What every shaped text keeps: runs cover it, clusters rise and lie in their run, no .notdef, widths add up. */
static void check_sound(struct shaped_text text, size_t length)
{
    size_t at = 0;
    float width = 0;
    for (size_t i = 0; i < text.run_count; i++) {
        const struct shaped_run *run = &text.runs[i];
        float advance = 0;
        ck_assert_uint_eq(run->start, at);
        ck_assert_uint_ge(run->end, run->start);
        for (size_t g = 0; g < run->glyph_count; g++) {
            ck_assert_uint_ne(run->glyphs[g].id, 0);
            ck_assert_uint_ge(run->glyphs[g].cluster, run->start);
            ck_assert_uint_lt(run->glyphs[g].cluster, run->end);
            if (g) ck_assert_uint_ge(run->glyphs[g].cluster, run->glyphs[g - 1].cluster);
            advance += run->glyphs[g].advance;
        }
        ck_assert_float_eq_tol(run->width, advance, 0.01f);
        at = run->end;
        width += run->width;
    }
    ck_assert_uint_eq(at, length);
    ck_assert_float_eq_tol(text.width, width, 0.01f);
}

START_TEST(ligature)
{
    struct shaped_text text = shape("office");
    check_sound(text, 6);
    ck_assert_uint_lt(glyph_count(text), 6);
    ck_assert_uint_eq(glyph_count(shape_with("office", (struct shaping){.size = 10, .letter_spacing = 1})), 6);
}
END_TEST

START_TEST(ligature_character)
{
    check_sound(shape("Dutch office ﬁ"), strlen("Dutch office ﬁ"));
}
END_TEST

START_TEST(kerning)
{
    ck_assert_float_lt(shape("AV").width, shape("A").width + shape("V").width - 0.2f);
}
END_TEST

START_TEST(scales_with_size)
{
    float at_ten = shape("Tekortkomingen in de jeugdbescherming").width;
    float at_twenty = shape_with("Tekortkomingen in de jeugdbescherming", (struct shaping){.size = 20}).width;
    ck_assert_float_eq_tol(at_twenty, 2 * at_ten, 0.01f);
}
END_TEST

START_TEST(letter_spacing)
{
    struct shaping spaced = {.size = 10, .letter_spacing = 2};
    ck_assert_float_eq_tol(shape_with("aan", spaced).width, shape("aan").width + 6, 0.01f);
}
END_TEST

START_TEST(tabular_numbers)
{
    struct shaping tabular = {.size = 10, .tabular_numbers = true};
    ck_assert_float_eq_tol(shape_with("111", tabular).width, shape_with("888", tabular).width, 0.001f);
}
END_TEST

START_TEST(advance_is_glyph_width)
{
    struct shaped_text text = shape("x");
    ck_assert_float_eq_tol(text.width, font_glyph_width(lato, text.runs[0].glyphs[0].id) / 100, 0.001f);
}
END_TEST

START_TEST(fallback)
{
    const char *text = "goed ✓ dan → klaar";
    struct shaped_text shaped = shape(text);
    check_sound(shaped, strlen(text));
    ck_assert_uint_ge(shaped.run_count, 3);
    ck_assert_ptr_ne(shaped.runs[1].font, lato);
    ck_assert_ptr_eq(shaped.runs[0].font, lato);
    ck_assert_uint_eq(messages_total(messages), 0);
}
END_TEST

START_TEST(fallback_inside_word)
{
    const char *text = "a✓✓b";
    struct shaped_text shaped = shape(text);
    check_sound(shaped, strlen(text));
    ck_assert_uint_eq(shaped.run_count, 3);
    ck_assert_uint_eq(shaped.runs[1].start, 1);
    ck_assert_uint_eq(shaped.runs[1].end, 7);
    ck_assert_uint_eq(shaped.runs[1].glyph_count, 2);
}
END_TEST

START_TEST(no_font_has_it)
{
    struct shaped_text shaped = shape("a\xF3\xB0\x80\x80"
                                      "b \xF3\xB0\x80\x80");
    struct font_lack lack;
    check_sound(shaped, 11);
    ck_assert(font_lacking(fonts, 0xF0000, &lack) && !lack.font);
    ck_assert(!font_lacking(fonts, 'a', &lack) && !font_lacking(fonts, 0x2713, &lack));
}
END_TEST

START_TEST(invisible_characters)
{
    ck_assert_float_eq_tol(shape("wel\u00ADzijn").width, shape("welzijn").width, 0.3f);
    ck_assert_uint_eq(glyph_count(shape("wel\u00ADzijn")), 7);
    ck_assert_uint_eq(glyph_count(shape("a\x01\x7F")), 1);
    ck_assert_float_eq_tol(shape("\t").width, shape(" ").width, 0.001f);
    static const char *const texts[] = {"\u00AD",   "\u200B",   "a\u200Db",           "\uFEFFa",     "a\u2060b",
                                        "\t",       "a\nb",     "a\x01\x7F",          "\xC2\x85",    "\u2028",
                                        "a\u202Fb", "a\u00A0b", "a\u2011b",           "e\u0301",     "x\u0301",
                                        "\u0301",   "1️⃣",  "👨‍👩‍👧", "שלום",        "ﷺ",
                                        "日本",     "\u0950",   "a\uFE0Fb",           "\u200E\u200F"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) check_sound(shape(texts[i]), strlen(texts[i]));
}
END_TEST

START_TEST(every_code_point)
{
    struct buffer text = buffer_new(arena);
    for (uint32_t code_point = 1; code_point < 0x3000; code_point++) {
        char bytes[4];
        buffer_add_bytes(&text, bytes, utf8_encode(code_point, bytes));
        if (code_point % 50 == 0) buffer_add_char(&text, ' ');
    }
    check_sound(shape(buffer_text(&text)), text.length);
}
END_TEST

START_TEST(empty)
{
    struct shaped_text text = shape("");
    ck_assert_uint_eq(text.run_count, 0);
    ck_assert_float_eq(text.width, 0);
    check_sound(shape("   "), 3);
}
END_TEST

START_TEST(long_word)
{
    char *text = arena_alloc(arena, 200001);
    memset(text, 'x', 200000);
    check_sound(shape(text), 200000);
}
END_TEST

static void *shape_many(void *unused)
{
    (void)unused;
    struct arena *own = arena_new();
    struct shaping shaping = {.font = lato, .size = 10, .language = "nl"};
    float *sum = calloc(1, sizeof *sum);
    for (int i = 0; i < 3000; i++) {
        const char *text = arena_format(own, "woord%d ✓ en getal %d", i % 1000, i % 7);
        *sum += font_shape(own, fonts, &shaping, text, strlen(text)).width;
    }
    arena_free(own);
    return sum;
}

START_TEST(threads)
{
    pthread_t workers[4];
    void *sums[4];
    for (size_t i = 0; i < 4; i++) pthread_create(&workers[i], NULL, shape_many, NULL);
    for (size_t i = 0; i < 4; i++) pthread_join(workers[i], &sums[i]);
    for (size_t i = 1; i < 4; i++) ck_assert_float_eq(*(float *)sums[i], *(float *)sums[0]);
    for (size_t i = 0; i < 4; i++) free(sums[i]);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, open_lato, fonts_close);
    tcase_add_test(tests, ligature);
    tcase_add_test(tests, ligature_character);
    tcase_add_test(tests, kerning);
    tcase_add_test(tests, scales_with_size);
    tcase_add_test(tests, letter_spacing);
    tcase_add_test(tests, tabular_numbers);
    tcase_add_test(tests, advance_is_glyph_width);
    tcase_add_test(tests, fallback);
    tcase_add_test(tests, fallback_inside_word);
    tcase_add_test(tests, no_font_has_it);
    tcase_add_test(tests, invisible_characters);
    tcase_add_test(tests, every_code_point);
    tcase_add_test(tests, empty);
    tcase_add_test(tests, long_word);
    tcase_add_test(tests, threads);
    return suite_run("font: shape", tests);
}
