/* Images of pixels and drawings on the page and in the file: their size, what is told of coarse ones, and how they are
 * embedded. */
#include <math.h>

#include "base/file.h"
#include "lay_out.h"
#include "pdf/draw.h"
#include "pdf/pdf.h"
#include "pictures.h"

static struct images images;
static struct laid_out result;

static void add_image(const char *name, struct buffer bytes)
{
    struct image_file file = {.name = name, .bytes = (const unsigned char *)bytes.data, .length = bytes.length};
    struct image *image = image_read(arena, &file, messages);
    ck_assert_msg(image, "%s", suite_told());
    images_add(arena, &images, image);
}

static void set_up(void)
{
    struct picture_kind png = {.type = PNG_COLOR_TYPE_RGB_ALPHA, .bits = 8};
    struct picture_jpeg jpeg = {.components = 3, .orientation = 6, .author = "Jan"};
    fonts_open();
    images = (struct images){0};
    lay_out_images = &images;
    add_image("a.png", picture_png(400, 200, png));
    add_image("b.jpg", picture_jpeg(600, 300, jpeg));
}

static const char sheet[] = "@page { size: 300pt 400pt; margin: 20pt } article { font-family: \"DejaVu Sans\" }"
                            " p { margin: 0 } img { display: block; max-width: 100%; height: auto; max-height: 200pt }";

static void lay_out(const char *body)
{
    result = lay_out_text(arena_format(arena, "<article lang=\"nl\">%s</article>", body), sheet);
}

static const struct fragment *image_number(size_t wanted)
{
    for (size_t i = 0; i < result.layout->page_count; i++) {
        const struct page *page = &result.layout->pages[i];
        for (size_t j = 0; j < page->fragment_count; j++) {
            if (page->fragments[j].kind == FRAGMENT_IMAGE && wanted-- == 0) return &page->fragments[j];
        }
    }
    ck_abort_msg("no such image");
    return NULL;
}

static void expect_size(const struct fragment *fragment, float width, float height)
{
    ck_assert_float_eq_tol(fragment->width, width, 0.01F);
    ck_assert_float_eq_tol(fragment->height, height, 0.01F);
}

START_TEST(sizes)
{
    lay_out("<img src=\"a.png\" alt=\"A\" width=\"160\" height=\"80\"/>" /* 120 pt */
            "<img src=\"a.png\" alt=\"A\" width=\"400\" height=\"200\"/>" /* as wide as the text */
            "<img src=\"b.jpg\" alt=\"B\" width=\"300\" height=\"600\"/>" /* as high as may be */
            "<p>x <img src=\"a.png\" alt=\"A\" width=\"20\" height=\"10\"/> y</p>");
    expect_size(image_number(0), 120, 60);
    expect_size(image_number(1), 260, 130);
    expect_size(image_number(2), 100, 200);
    expect_size(image_number(3), 15, 7.5F);
}
END_TEST

/* 400 pixels on 260 pt are 111 per inch; on 120 pt 240. */
START_TEST(coarse_is_told_once)
{
    lay_out("<p>a</p><img src=\"a.png\" alt=\"A\" width=\"400\" height=\"200\"/><img src=\"a.png\" alt=\"A\" width=\"160\" height=\"80\"/>");
    ck_assert_uint_eq(messages_total(messages), 1);
    const struct message *told = messages_at(messages, 0);
    ck_assert_int_eq(told->code, IMAGE_COARSE);
    ck_assert_ptr_nonnull(strstr(told->text, "`a.png` is 400 pixels wide and 92 mm in print: 111 pixels per inch"));
    ck_assert_ptr_nonnull(strstr(told->hint, "542 pixels"));
}
END_TEST

START_TEST(unknown_image_is_left_empty)
{
    lay_out("<p>a</p><img src=\"c.png\" alt=\"C\" width=\"100\" height=\"50\"/><p>b</p>");
    const struct page *page = &result.layout->pages[0];
    ck_assert_uint_eq(page->fragment_count, 2);
    ck_assert_float_gt(page->fragments[1].y - page->fragments[0].y, 37);
}
END_TEST

/* ---- in the file ---- */

static const char *content_of(struct drawing *drawing)
{
    return buffer_text(&drawing->pages[0].canvas.out);
}

static struct drawing *draw(void)
{
    const struct destinations *destinations = destinations_new(arena, result.layout);
    struct tags *tags = tags_plan(arena, result.root, result.layout, destinations);
    return draw_pages(arena, result.layout, tags, typefaces_new(arena, result.layout));
}

START_TEST(turned_by_its_orientation)
{
    lay_out("<img src=\"b.jpg\" alt=\"B\" width=\"40\" height=\"80\"/>");
    struct drawing *drawing = draw();
    /* A quarter to the right: its x axis goes down, its y axis to the right. */
    ck_assert_msg(strstr(content_of(drawing), "/Figure<</MCID 0 >>BDC\nq\n0 -60 30 0 20 380 cm\n/I0 Do\nQ\nEMC"), "%s",
                  content_of(drawing));
}
END_TEST

static size_t count(const unsigned char *bytes, size_t length, const char *text)
{
    size_t found = 0, size = strlen(text);
    for (size_t i = 0; i + size <= length; i++) found += memcmp(bytes + i, text, size) == 0;
    return found;
}

START_TEST(embedded_once)
{
    const char *a = "<img src=\"a.png\" alt=\"A\" width=\"100\" height=\"50\"/>";
    const char *b = "<img src=\"b.jpg\" alt=\"B\" width=\"50\" height=\"100\"/>";
    lay_out(arena_format(arena, "%s%s%s%s", a, b, a, b));
    struct pdf_metadata metadata = {.title = "T", .language = "nl", .producer = "t", .date = "2025-01-01",
                                    .colour_profile = "/usr/share/color/icc/sRGB.icc"};
    const unsigned char *bytes;
    size_t length;
    ck_assert_msg(pdf_write(arena, result.root, result.layout, &metadata, &bytes, &length, messages), "%s", suite_told());
    ck_assert_uint_eq(count(bytes, length, "/Subtype /Image"), 3); /* with the mask of the first */
    ck_assert_uint_eq(count(bytes, length, "/SMask"), 1);
    ck_assert_uint_eq(count(bytes, length, "/DCTDecode"), 1);
    const struct image *jpeg = images_find(&images, "b.jpg");
    bool found = false;
    for (size_t i = 0; i + jpeg->length <= length; i++) found |= memcmp(bytes + i, jpeg->bytes, jpeg->length) == 0;
    ck_assert_msg(found, "the JPEG is not in the file as it is");
}
END_TEST

START_TEST(one_profile_for_all)
{
    size_t length;
    const unsigned char *profile = file_read_bytes(arena, "/usr/share/color/icc/sRGB.icc", &length, messages);
    struct picture_jpeg jpeg = {.components = 3, .profile = profile, .profile_length = length};
    add_image("c.jpg", picture_jpeg(40, 20, jpeg));
    add_image("d.jpg", picture_jpeg(60, 20, jpeg));
    lay_out("<img src=\"c.jpg\" alt=\"C\" width=\"10\" height=\"5\"/><img src=\"d.jpg\" alt=\"D\" width=\"10\" height=\"5\"/>");
    struct pdf_metadata metadata = {.title = "T", .language = "nl", .producer = "t", .date = "2025-01-01",
                                    .colour_profile = "/usr/share/color/icc/sRGB.icc"};
    const unsigned char *bytes;
    ck_assert(pdf_write(arena, result.root, result.layout, &metadata, &bytes, &length, messages));
    ck_assert_uint_eq(count(bytes, length, "/ICCBased"), 2);
    ck_assert_uint_eq(count(bytes, length, "/N 3"), 2); /* of the images, and of the output intent */
}
END_TEST

/* Two states of the same transparency are one; a clip is written once for what it holds. */
START_TEST(transparency_and_clips)
{
    lay_out("<svg role=\"img\" aria-label=\"S\" viewBox=\"0 0 100 100\" width=\"100\" height=\"100\">"
            "<clipPath id=\"k\"><rect x=\"10\" y=\"10\" width=\"20\" height=\"20\"/></clipPath>"
            "<rect width=\"50\" height=\"50\" opacity=\"0.5\"/><g opacity=\"0.5\"><circle r=\"5\" cx=\"50\" cy=\"50\"/></g>"
            "<g clip-path=\"url(#k)\"><rect width=\"100\" height=\"100\"/><text x=\"10\" y=\"20\" fill-opacity=\"20%\">a</text></g>"
            "</svg>");
    struct drawing *drawing = draw();
    const struct buffer *out = &drawing->pages[0].canvas.out;
    const unsigned char *content = (const unsigned char *)out->data;
    ck_assert_int_eq(drawing->opacity_count, 2);
    ck_assert_uint_eq(count(content, out->length, "/G0 gs"), 2);
    ck_assert_uint_eq(count(content, out->length, "/G1 gs"), 1);
    ck_assert_uint_eq(count(content, out->length, "\nW n\n"), 1); /* the rect and the text share it */
    ck_assert_uint_eq(count(content, out->length, "BDC"), 1);
    ck_assert_uint_eq(count(content, out->length, "\nq\n"), 4);
    ck_assert_uint_eq(count(content, out->length, "\nQ\n"), 4);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, set_up, fonts_close);
    tcase_add_test(tests, sizes);
    tcase_add_test(tests, coarse_is_told_once);
    tcase_add_test(tests, unknown_image_is_left_empty);
    tcase_add_test(tests, turned_by_its_orientation);
    tcase_add_test(tests, embedded_once);
    tcase_add_test(tests, one_profile_for_all);
    tcase_add_test(tests, transparency_and_clips);
    return suite_run("layout: images", tests);
}
