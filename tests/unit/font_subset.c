#include <hb.h>
#include <string.h>

#include "fonts.h"

static const struct font *lato;

static void open_lato(void)
{
    fonts_open();
    lato = fonts_lato();
}

static hb_face_t *open_face(const unsigned char *bytes, size_t length)
{
    hb_blob_t *blob = hb_blob_create((const char *)bytes, (unsigned)length, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    return face;
}

static bool has_outline(hb_face_t *face, uint32_t glyph)
{
    hb_font_t *font = hb_font_create(face);
    hb_glyph_extents_t extents = {0};
    bool there = hb_font_get_glyph_extents(font, glyph, &extents) && extents.width != 0;
    hb_font_destroy(font);
    return there;
}

static const struct glyph *shape(const char *text)
{
    struct shaping shaping = {.font = lato, .size = 10};
    return font_shape(arena, fonts, &shaping, text, strlen(text)).runs[0].glyphs;
}

START_TEST(glyph_ids_stay)
{
    const struct glyph *shaped = shape("ab");
    uint32_t glyphs[] = {shaped[0].id};
    size_t length;
    const unsigned char *bytes = font_subset(arena, lato, glyphs, 1, &length, messages);
    ck_assert_ptr_nonnull(bytes);
    ck_assert_uint_lt(length, 40000);
    hb_face_t *face = open_face(bytes, length);
    ck_assert(has_outline(face, shaped[0].id));
    ck_assert(!has_outline(face, shaped[1].id));
    ck_assert(has_outline(face, 0));
    hb_face_destroy(face);
    ck_assert_uint_eq(messages_total(messages), 0);
}
END_TEST

START_TEST(same_set_same_bytes)
{
    const struct glyph *shaped = shape("abc");
    uint32_t there[] = {shaped[0].id, shaped[1].id, shaped[2].id}, back[] = {there[2], there[0], there[1], there[0]};
    size_t length, again;
    const unsigned char *first = font_subset(arena, lato, there, 3, &length, messages);
    const unsigned char *second = font_subset(arena, lato, back, 4, &again, messages);
    ck_assert_uint_eq(length, again);
    ck_assert_mem_eq(first, second, length);
}
END_TEST

/* A composed glyph needs its parts. */
START_TEST(parts_of_composed_glyphs)
{
    uint32_t glyphs[] = {shape("é")[0].id};
    size_t length;
    const unsigned char *bytes = font_subset(arena, lato, glyphs, 1, &length, messages);
    hb_face_t *face = open_face(bytes, length);
    ck_assert(has_outline(face, glyphs[0]));
    hb_face_destroy(face);
}
END_TEST

START_TEST(for_the_web)
{
    static const uint32_t code_points[] = {'f', 'i', 'A', 'V', ' '};
    size_t length;
    const unsigned char *bytes = font_subset_text(arena, lato, code_points, 5, &length, messages);
    ck_assert_ptr_nonnull(bytes);
    ck_assert_uint_lt(length, 20000);
    hb_face_t *face = open_face(bytes, length);
    hb_font_t *font = hb_font_create(face);
    hb_codepoint_t glyph;
    ck_assert(hb_font_get_nominal_glyph(font, 'f', &glyph));
    ck_assert(!hb_font_get_nominal_glyph(font, 'x', &glyph));
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, "fi", 2, 0, 2);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font, buffer, NULL, 0);
    ck_assert_uint_eq(hb_buffer_get_length(buffer), 1); /* the ligature came along */
    hb_buffer_destroy(buffer);
    hb_font_destroy(font);
    hb_face_destroy(face);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, open_lato, fonts_close);
    tcase_add_test(tests, glyph_ids_stay);
    tcase_add_test(tests, same_set_same_bytes);
    tcase_add_test(tests, parts_of_composed_glyphs);
    tcase_add_test(tests, for_the_web);
    return suite_run("font: subset", tests);
}
