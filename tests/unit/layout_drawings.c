/* Drawings: transforms, lengths and shapes as SVG means them; absurd ones end and stay within bounds. */
#include <math.h>

#include "lay_out.h"
#include "layout/outline.h"
#include "pdf/draw.h"

static const struct node *element(const char *markup)
{
    return tree_of(markup);
}

/* ---- transforms ---- */

START_TEST(transforms)
{
    static const struct {
        const char *transform;
        double x, y; /* where (10, 0) goes */
    } cases[] = {
        {"", 10, 0},
        {"translate(5)", 15, 0},
        {"translate(5, -2)", 15, -2},
        {"scale(2)", 20, 0},
        {"scale(2 3) translate(0,1)", 20, 3},
        {"rotate(90)", 0, 10},
        {"rotate(90, 10, 10)", 20, 10},
        {"rotate(180, 10, 10)", 10, 20},
        {"skewY(45)", 10, 10},
        {"skewX(45)translate(0 2)", 12, 2},
        {"matrix(1 0 0 1 3 4)", 13, 4},
        {" translate( 1e1 ,0 )\n,scale( .5 ) ", 15, 0},
        {"translate(5", 10, 0},
        {"turn(5)", 10, 0},
        {"matrix(1 2)", 10, 0},
        {"rotate(90 1)", 10, 0},
        {"translate(5) oops", 10, 0},
    };
    const struct node *node = element(arena_format(arena, "<g transform=\"%s\"/>", cases[_i].transform));
    struct matrix matrix = notation_transform(node);
    double x = 10, y = 0;
    matrix_apply(&matrix, &x, &y);
    ck_assert_double_eq_tol(x, cases[_i].x, 1e-9);
    ck_assert_double_eq_tol(y, cases[_i].y, 1e-9);
}
END_TEST

START_TEST(kinds_of_matrix)
{
    struct matrix turned = {0, 1, -1, 0, 5, 5}, mirrored = {-2, 0, 0, 2, 0, 0}, stretched = {2, 0, 0, 1, 0, 0};
    ck_assert(matrix_keeps_shape(&turned) && matrix_keeps_shape(&mirrored) && !matrix_keeps_shape(&stretched));
    ck_assert(matrix_is_upright(&matrix_identity) && !matrix_is_upright(&turned) && !matrix_is_upright(&mirrored));
    ck_assert_double_eq_tol(matrix_scale(&mirrored), 2, 1e-9);
}
END_TEST

START_TEST(lengths)
{
    static const struct {
        const char *text;
        double length;
    } cases[] = {{"12", 12},     {"12px", 12},   {"9pt", 12},  {"25.4mm", 96}, {"2.54cm", 96}, {"1in", 96},
                 {"1.5em", 24},  {"50%", 100},   {"-3", -3},   {"1e2", 100},   {".5", 0.5},    {"", -1},
                 {"auto", -1},   {"1e999", 1e6}, {"0x10", 0},  {"inf", -1},    {"+4", 4}};
    const struct node *node = element(arena_format(arena, "<rect x=\"%s\"/>", cases[_i].text));
    ck_assert_double_eq_tol(notation_length(node, "x", (struct measures){16, 200}, -1), cases[_i].length, 1e-6);
}
END_TEST

/* ---- shapes ---- */

static double rounded(float number)
{
    return round((double)number * 1000) / 1000 + 0.0;
}

static const char *outlined(const char *markup)
{
    static const char letters[] = "MLCZ";
    struct outliner outliner = outliner_new(arena, &matrix_identity);
    struct buffer out = buffer_new(arena);
    outline_element(&outliner, element(markup), (struct space){100, 50, 16});
    for (size_t i = 0; i < outliner.outline->count; i++) {
        const struct outline_step *step = &outliner.outline->steps[i];
        const float *to = step->points[step->kind == STEP_CURVE ? 2 : 0];
        buffer_add_char(&out, letters[step->kind]);
        if (step->kind != STEP_CLOSE) buffer_format(&out, "%g,%g", rounded(to[0]), rounded(to[1]));
    }
    return buffer_text(&out);
}

START_TEST(shapes)
{
    static const char *const cases[][2] = {
        {"<rect x=\"1\" y=\"2\" width=\"10\" height=\"20\"/>", "M1,2L11,2L11,22L1,22Z"},
        {"<rect width=\"100%\" height=\"50%\"/>", "M0,0L100,0L100,25L0,25Z"},
        {"<rect width=\"10\" height=\"10\" rx=\"2\"/>", "M2,0L8,0C10,2L10,8C8,10L2,10C0,8L0,2C2,0Z"},
        {"<rect width=\"10\" height=\"10\" rx=\"50\" ry=\"1\"/>", "M5,0L5,0C10,1L10,9C5,10L5,10C0,9L0,1C5,0Z"},
        {"<rect width=\"10\" height=\"10\" rx=\"2\" ry=\"0\"/>", "M0,0L10,0L10,10L0,10Z"},
        {"<rect width=\"0\" height=\"10\"/>", ""},
        {"<rect width=\"-5\" height=\"10\"/>", ""},
        {"<circle cx=\"10\" cy=\"10\" r=\"5\"/>", "M15,10C10,15C5,10C10,5C15,10Z"},
        {"<circle r=\"0\"/>", ""},
        {"<ellipse cx=\"0\" cy=\"0\" rx=\"4\" ry=\"2\"/>", "M4,0C0,2C-4,0C0,-2C4,0Z"},
        {"<ellipse rx=\"4\"/>", "M4,0C0,4C-4,0C0,-4C4,0Z"},
        {"<line x1=\"1\" x2=\"5\" y2=\"2\"/>", "M1,0L5,2"},
        {"<polyline points=\"0,0 5 5,10-3\"/>", "M0,0L5,5L10,-3"},
        {"<polygon points=\"0,0 5,5 9\"/>", "M0,0L5,5Z"},
        {"<polygon points=\"\"/>", ""},
        {"<path d=\"M1 1h2\"/>", "M1,1L3,1"},
        {"<path/>", ""},
        {"<clipPath><rect width=\"5\" height=\"5\"/></clipPath>", ""},
    };
    ck_assert_str_eq(outlined(cases[_i][0]), cases[_i][1]);
}
END_TEST

/* ---- absurd ones ---- */

static const char *const absurd[] = {
    "<g transform='scale(1e30)'><g transform='scale(1e30)'><rect width='1' height='1' stroke='#000'/><text>a</text></g></g>",
    "<g transform='scale(0)'><rect width='1' height='1' stroke='#000000'/><text>a</text></g>",
    "<g transform='matrix(1e6 1e6 1e6 1e6 1e6 1e6)'><circle r='1e9' stroke='#000000'/><text>a</text></g>",
    "<g transform='scale(1e6) scale(1e-6,1)'><path d='M1e9 1e9L-1e9-1e9' stroke='#000000' stroke-dasharray='0.001'/></g>",
    "<path d='M0 0A1e-9 1e9 1e9 1 1 1e6 1e6A0 0 0 0 0 0 0A5 5 0 1 1 0 0'/>",
    "<path d='M0 0C1e6 1e6'/><path d='M'/><path d='MMMM'/><path d='M0 0ZZZZL5 5Z'/><path d='M0,,,0'/>",
    "<text font-size='1e9'>a</text><text font-size='0'>b</text><text x='1e9' y='-1e9'>c</text><text dy='-1e6em'>d</text>",
    "<text text-anchor='end' transform='rotate(1e9) skewX(90)'>a<tspan x='5'>b</tspan> <tspan dx='-1e6'>c</tspan></text>",
    "<rect width='9' height='9' stroke='#000000' stroke-width='1000' stroke-dasharray='0 0 0' opacity='-3'/>",
    "<rect width='9' height='9' fill-opacity='900%' stroke-opacity='x' stroke-miterlimit='0' stroke-linejoin='miter'/>",
    "<g clip-path='url(#k)'><clipPath id='k'><g clip-path='url(#k)'/><rect clip-path='url(#k)'/></clipPath><rect width='9' height='9'/></g>",
    "<g clip-path='url(#nergens)'><rect width='9' height='9'/></g><g clip-path='url('><rect width='9' height='9'/></g>",
    "<clipPath id='k'/><clipPath id='k'/><g clip-path='url(#k)'><circle r='4'/></g>",
};

static void draw(const struct laid_out *result)
{
    const struct destinations *destinations = destinations_new(arena, result->layout);
    struct tags *tags = tags_plan(arena, result->root, result->layout, destinations);
    struct drawing *drawing = draw_pages(arena, result->layout, tags, typefaces_new(arena, result->layout));
    const struct buffer *out = &drawing->pages[0].canvas.out;
    ck_assert_ptr_null(strstr(buffer_text(out), "nan"));
    ck_assert_ptr_null(strstr(buffer_text(out), "inf"));
}

/* Also in a drawing without a size, or of an absurd one. */
START_TEST(absurd_drawings)
{
    static const char *const sizes[] = {"viewBox='0 0 10 10'", "viewBox='0 0 1e-9 1e9'", "viewBox='5 5 0 0'", "width='0' height='5'",
                                        "viewBox='-1e9 0 1e6 1e6' width='1e9' height='1e9'"};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        const char *html = arena_format(arena, "<article><p>a</p><svg role='img' aria-label='A' %s>%s</svg><p>b</p></article>",
                                        sizes[i], absurd[_i]);
        struct laid_out result = lay_out_text(html, "@page { size: 200pt 200pt; margin: 20pt } svg { max-width: 100% }");
        ck_assert_ptr_nonnull(result.layout);
        draw(&result);
    }
}
END_TEST

/* Many clips, each used once: found without looking through all of them. */
START_TEST(many_clips)
{
    enum { CLIPS = 20000 };
    struct buffer html = buffer_new(arena);
    buffer_add(&html, "<article><svg viewBox=\"0 0 9 9\" width=\"9\" height=\"9\">");
    for (int i = 0; i < CLIPS; i++) {
        buffer_format(&html, "<clipPath id=\"k%d\"><rect width=\"5\" height=\"5\"/></clipPath>"
                             "<rect clip-path=\"url(#k%d)\" width=\"9\" height=\"9\"/>", i, CLIPS - 1 - i);
    }
    buffer_add(&html, "</svg></article>");
    struct laid_out result = lay_out_text(buffer_text(&html), "");
    ck_assert_uint_eq(result.layout->pages[0].fragment_count, CLIPS);
    ck_assert_ptr_nonnull(result.layout->pages[0].fragments[CLIPS - 1].clip);
}
END_TEST

static const struct page *clipped_page(const char *shape, int shapes, int outlines)
{
    struct buffer html = buffer_new(arena);
    buffer_add(&html, "<article><p><svg viewBox=\"0 0 10 10\" width=\"10\" height=\"10\"><clipPath id=\"k\">");
    for (int i = 0; i < outlines; i++) buffer_add(&html, "<rect width=\"5\" height=\"5\"/>");
    buffer_add(&html, "</clipPath>");
    for (int i = 0; i < shapes; i++) buffer_format(&html, shape, i);
    buffer_add(&html, "</svg></p></article>");
    return &lay_out_text(buffer_text(&html), "@page { size: 200pt 200pt }").layout->pages[0];
}

/* Shapes in one space have one outline of a clip together: its cost is not theirs times its own. */
START_TEST(shapes_share_a_clip)
{
    const struct page *page = clipped_page("<rect clip-path=\"url(#k)\" width=\"9\" height=\"9\" x=\"0.%d\"/>", 300, 300);
    ck_assert_uint_ge(page->fragment_count, 300);
    size_t last = page->fragment_count - 1;
    ck_assert_ptr_nonnull(page->fragments[last].clip);
    ck_assert_ptr_eq(page->fragments[last].clip, page->fragments[last - 299].clip);
}
END_TEST

/* Shapes that each have a space of their own cannot: what they cost together is bounded, and told once. */
START_TEST(clips_are_bounded)
{
    clipped_page("<rect clip-path=\"url(#k)\" transform=\"translate(0.%d)\" width=\"9\" height=\"9\"/>", 1000, 1000);
    ck_assert_uint_eq(messages_total(messages), 1);
    ck_assert_int_eq(messages_at(messages, 0)->code, DRAWING_CLIPS);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, fonts_open, fonts_close);
    tcase_add_loop_test(tests, transforms, 0, 17);
    tcase_add_test(tests, kinds_of_matrix);
    tcase_add_loop_test(tests, lengths, 0, 17);
    tcase_add_loop_test(tests, shapes, 0, 18);
    tcase_add_loop_test(tests, absurd_drawings, 0, sizeof absurd / sizeof *absurd);
    tcase_add_test(tests, many_clips);
    tcase_add_test(tests, shapes_share_a_clip);
    tcase_add_test(tests, clips_are_bounded);
    return suite_run("layout: drawings", tests);
}
