/* PNG and JPEG: what they are, their pixels, what is left of them for publishing; and files that are not what they seem. */
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "image/image.h"
#include "suite.h"

#include "pictures.h"

static struct image *read_bytes(const struct buffer *bytes)
{
    struct image_file file = {.name = "images/a", .bytes = (const unsigned char *)bytes->data, .length = bytes->length};
    return image_read(arena, &file, messages);
}

static bool holds(const struct image *image, const char *text)
{
    size_t length = strlen(text);
    for (size_t i = 0; i + length <= image->length; i++) {
        if (memcmp(image->bytes + i, text, length) == 0) return true;
    }
    return false;
}

/* ---- PNG ---- */

static const struct {
    int type, bits;
    bool grey, alpha;
} kinds[] = {
    {PNG_COLOR_TYPE_GRAY, 1, true, false},        {PNG_COLOR_TYPE_GRAY, 8, true, false},
    {PNG_COLOR_TYPE_GRAY, 16, true, false},       {PNG_COLOR_TYPE_GRAY_ALPHA, 8, true, true},
    {PNG_COLOR_TYPE_GRAY_ALPHA, 16, true, true},  {PNG_COLOR_TYPE_PALETTE, 2, false, true},
    {PNG_COLOR_TYPE_PALETTE, 8, false, true},     {PNG_COLOR_TYPE_RGB, 8, false, false},
    {PNG_COLOR_TYPE_RGB, 16, false, false},       {PNG_COLOR_TYPE_RGB_ALPHA, 8, false, true},
    {PNG_COLOR_TYPE_RGB_ALPHA, 16, false, true},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

/* Every kind, with and without interlacing, gives the picture that was put in: left half dark, right half light. */
START_TEST(png_of_every_kind)
{
    struct picture_kind kind = {.type = kinds[_i / 2].type, .bits = kinds[_i / 2].bits, .interlaced = _i % 2};
    struct buffer bytes = picture_png(40, 10, kind);
    const struct image *image = read_bytes(&bytes);
    ck_assert_msg(image, "%s", suite_told());
    ck_assert_uint_eq(image->width, 40);
    ck_assert_uint_eq(image->height, 10);
    ck_assert_int_eq(image->grey, kinds[_i / 2].grey);
    struct pixels pixels = image_pixels(arena, image);
    unsigned n = pixels.components;
    ck_assert_uint_eq(n, kinds[_i / 2].grey ? 1 : 3);
    ck_assert_uint_eq(pixels.colours[0], 0);
    ck_assert_uint_eq(pixels.colours[39 * n], 255);
    ck_assert_uint_eq(pixels.colours[(9 * 40 + 19) * n], 0);
    ck_assert_uint_eq(pixels.colours[(9 * 40 + 20) * n], 255);
    ck_assert_int_eq(pixels.alpha != NULL, kinds[_i / 2].alpha);
    if (pixels.alpha) {
        ck_assert_uint_eq(pixels.alpha[0], 128);
        ck_assert_uint_eq(pixels.alpha[39], 255);
    }
}
END_TEST

START_TEST(png_says_its_density_and_no_more)
{
    struct picture_kind kind = {.type = PNG_COLOR_TYPE_RGB, .bits = 8, .density = 11811, .author = "Jan Jansen"};
    struct buffer bytes = picture_png(600, 300, kind);
    const struct image *image = read_bytes(&bytes);
    ck_assert_uint_eq(image->density, 300);
    ck_assert_uint_eq(image_set_width(image), 192);
    ck_assert_uint_eq(image_set_height(image), 96);
    ck_assert(!holds(image, "Jan"));
    ck_assert(holds(image, "pHYs"));
    ck_assert(holds(image, "IEND"));
    ck_assert_uint_lt(image->length, bytes.length);
    struct pixels pixels = image_pixels(arena, image);
    ck_assert_uint_eq(pixels.width, 600);
}
END_TEST

START_TEST(density_that_says_nothing)
{
    static const unsigned densities[] = {2835 /* 72 per inch */, 1, 4000000000};
    struct picture_kind kind = {.type = PNG_COLOR_TYPE_GRAY, .bits = 8, .density = densities[_i]};
    struct buffer bytes = picture_png(30, 30, kind);
    const struct image *image = read_bytes(&bytes);
    ck_assert_uint_eq(image->density, 0);
    ck_assert_uint_eq(image_set_width(image), 30);
}
END_TEST

START_TEST(opaque_alpha_is_none)
{
    struct picture_kind kind = {.type = PNG_COLOR_TYPE_RGB_ALPHA, .bits = 8, .opaque = true};
    struct buffer bytes = picture_png(8, 8, kind);
    ck_assert_ptr_null(image_pixels(arena, read_bytes(&bytes)).alpha);
}
END_TEST

/* ---- JPEG ---- */

START_TEST(jpeg_kinds)
{
    static const struct {
        int components;
        bool progressive, grey;
    } cases[] = {{1, false, true}, {3, false, false}, {3, true, false}};
    struct picture_jpeg kind = {.components = cases[_i].components, .progressive = cases[_i].progressive, .density = 200};
    struct buffer bytes = picture_jpeg(60, 40, kind);
    const struct image *image = read_bytes(&bytes);
    ck_assert_msg(image, "%s", suite_told());
    ck_assert_int_eq(image->format, IMAGE_JPEG);
    ck_assert_uint_eq(image->width, 60);
    ck_assert_uint_eq(image->height, 40);
    ck_assert_uint_eq(image->density, 200);
    ck_assert_int_eq(image->grey, cases[_i].grey);
}
END_TEST

START_TEST(cmyk_is_refused)
{
    struct picture_jpeg kind = {.components = 4};
    struct buffer bytes = picture_jpeg(16, 16, kind);
    ck_assert_ptr_null(read_bytes(&bytes));
    ck_assert_ptr_nonnull(strstr(suite_told(), "CMYK"));
}
END_TEST

/* An EXIF segment of both byte orders: its orientation counts, its words are left out. */
START_TEST(exif_is_read_and_left_out)
{
    struct picture_jpeg kind = {.components = 3, .orientation = 6, .little_endian = _i, .author = "Jan Jansen"};
    struct buffer bytes = picture_jpeg(60, 40, kind);
    bytes.length -= 2; /* behind the end of the picture: a second one, as telephones write */
    buffer_add_bytes(&bytes, "\xFF\xD9 een film", 11);
    const struct image *image = read_bytes(&bytes);
    ck_assert_msg(image, "%s", suite_told());
    ck_assert_uint_eq(image->orientation, 6);
    ck_assert_uint_eq(image->width, 40);
    ck_assert_uint_eq(image->stored_width, 60);
    ck_assert(!holds(image, "Jan"));
    ck_assert(!holds(image, "film"));
    struct image_file again = {.name = "b", .bytes = image->bytes, .length = image->length};
    const struct image *second = image_read(arena, &again, messages);
    ck_assert_msg(second, "%s", suite_told());
    ck_assert_uint_eq(second->orientation, 6);
    ck_assert_uint_eq(second->length, image->length);
}
END_TEST

/* ---- colour profiles ---- */

static const unsigned char *srgb(size_t *length)
{
    const unsigned char *bytes = file_read_bytes(arena, "/usr/share/color/icc/sRGB.icc", length, messages);
    ck_assert_ptr_nonnull(bytes);
    return bytes;
}

START_TEST(profiles)
{
    size_t length;
    const unsigned char *profile = srgb(&length);
    struct picture_kind png = {.type = PNG_COLOR_TYPE_RGB, .bits = 8, .profile = profile, .profile_length = length};
    struct picture_jpeg jpeg = {.components = 3, .profile = profile, .profile_length = length};
    struct buffer bytes[] = {picture_png(20, 10, png), picture_jpeg(20, 10, jpeg)};
    for (int i = 0; i < 2; i++) {
        const struct image *image = read_bytes(&bytes[i]);
        ck_assert_uint_eq(image->profile_length, length);
        ck_assert_int_eq(memcmp(image->profile, profile, length), 0);
        ck_assert(holds(image, i ? "ICC_PROFILE" : "iCCP"));
    }
}
END_TEST

/* Of other colours, of a version that PDF does not take, or no profile. */
START_TEST(profiles_that_do_not_fit)
{
    size_t length;
    const unsigned char *profile = srgb(&length);
    unsigned char *changed = (unsigned char *)arena_copy(arena, (const char *)profile, length);
    struct picture_jpeg kind = {.components = _i == 0 ? 1 : 3, .profile = changed, .profile_length = length};
    if (_i == 1) changed[8] = 5;
    if (_i == 2) changed[36] = 'x';
    if (_i == 3) changed[3]++;
    if (_i == 4) kind.profile_length = 100;
    struct buffer bytes = picture_jpeg(20, 10, kind);
    const struct image *image = read_bytes(&bytes);
    ck_assert_ptr_nonnull(image);
    ck_assert_ptr_null(image->profile);
}
END_TEST

/* ---- what is not what it seems ---- */

START_TEST(other_formats_are_named)
{
    static const char *const cases[][2] = {{"GIF89a", "a GIF image"},
                                           {"RIFF....WEBPVP8 ", "a WebP image"},
                                           {"....ftypheic", "a HEIC image"},
                                           {"%PDF-1.7", "a PDF file"},
                                           {"hallo", "not an image"}};
    struct buffer bytes = buffer_new(arena);
    buffer_add(&bytes, cases[_i][0]);
    ck_assert_ptr_null(read_bytes(&bytes));
    ck_assert_msg(strstr(suite_told(), cases[_i][1]), "%s", suite_told());
}
END_TEST

START_TEST(drawings_are_known)
{
    static const char *const drawings[] = {"<svg/>", "\xEF\xBB\xBF<?xml version='1.0'?>", "\n <!-- a --><svg/>"};
    for (size_t i = 0; i < sizeof drawings / sizeof *drawings; i++)
        ck_assert(image_is_drawing((const unsigned char *)drawings[i], strlen(drawings[i])));
    ck_assert(!image_is_drawing((const unsigned char *)"PNG", 3));
    ck_assert(!image_is_drawing((const unsigned char *)"", 0));
}
END_TEST

/* Only the header says so: nothing is allocated for it. */
START_TEST(too_large_is_told)
{
    struct picture_kind kind = {.type = PNG_COLOR_TYPE_GRAY, .bits = 1};
    struct buffer bytes = picture_png(16, 16, kind);
    picture_set_size(&bytes, _i ? 30000 : 19000, _i ? 2 : 19000);
    ck_assert_ptr_null(read_bytes(&bytes));
    ck_assert_msg(strstr(suite_told(), "image-too-large"), "%s", suite_told());
}
END_TEST

static struct buffer sample(int number)
{
    struct picture_kind png = {.type = PNG_COLOR_TYPE_RGB_ALPHA, .bits = 8, .interlaced = true, .author = "J"};
    struct picture_jpeg jpeg = {.components = 3, .progressive = true, .orientation = 3, .author = "J"};
    return number ? picture_jpeg(40, 30, jpeg) : picture_png(40, 30, png);
}

/* A file that was cut off anywhere is told. */
START_TEST(cut_off)
{
    struct buffer whole = sample(_i);
    ck_assert_ptr_nonnull(read_bytes(&whole));
    for (size_t length = 0; length < whole.length; length++) {
        struct buffer part = buffer_new(arena);
        buffer_add_bytes(&part, whole.data, length);
        messages = messages_new(arena); /* the same mistake in the same place is told once */
        ck_assert_msg(!read_bytes(&part), "whole at %zu of %zu bytes", length, whole.length);
        ck_assert_uint_eq(messages_total(messages), 1);
    }
}
END_TEST

/* Bytes changed at random: read or told, and what was read can be decoded. */
START_TEST(mutilated)
{
    uint32_t random = 12345;
    struct buffer whole = sample(_i);
    for (int round = 0; round < 1500; round++) {
        struct buffer changed = buffer_new(arena);
        buffer_add_bytes(&changed, whole.data, whole.length);
        for (int i = 0; i < 1 + round % 4; i++) {
            random = random * 1664525 + 1013904223;
            changed.data[(random >> 8) % changed.length] = (char)(random >> 24);
        }
        const struct image *image = read_bytes(&changed);
        if (image && image->format == IMAGE_PNG) image_pixels(arena, image);
    }
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_loop_test(tests, png_of_every_kind, 0, 2 * KINDS);
    tcase_add_test(tests, png_says_its_density_and_no_more);
    tcase_add_loop_test(tests, density_that_says_nothing, 0, 3);
    tcase_add_test(tests, opaque_alpha_is_none);
    tcase_add_loop_test(tests, jpeg_kinds, 0, 3);
    tcase_add_test(tests, cmyk_is_refused);
    tcase_add_loop_test(tests, exif_is_read_and_left_out, 0, 2);
    tcase_add_test(tests, profiles);
    tcase_add_loop_test(tests, profiles_that_do_not_fit, 0, 5);
    tcase_add_loop_test(tests, other_formats_are_named, 0, 5);
    tcase_add_test(tests, drawings_are_known);
    tcase_add_loop_test(tests, too_large_is_told, 0, 2);
    tcase_add_loop_test(tests, cut_off, 0, 2);
    tcase_add_loop_test(tests, mutilated, 0, 2);
    return suite_run("image: read", tests);
}
