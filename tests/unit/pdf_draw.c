/* Content streams: glyphs stand where layout put them, text reads as it is, everything is marked. */
#include <math.h>

#include "pdf/draw.h"
#include "pdf_setter.h"
#include "tree.h"

struct drawn {
    struct layout *layout;
    struct tags *tags;
    struct typefaces *typefaces;
    struct drawing *drawing;
};

static void set(struct drawn *drawn, const char *xml)
{
    struct node *document = tree_of(xml);
    *drawn = (struct drawn){.layout = set_document(document)};
    drawn->tags = tags_plan(arena, document, drawn->layout, destinations_new(arena, drawn->layout));
    drawn->typefaces = typefaces_new(arena, drawn->layout);
}

/* Content streams hold any byte; for reading they are shown without those of value 0. */
static const char *draw(struct drawn *drawn)
{
    drawn->drawing = draw_pages(arena, drawn->layout, drawn->tags, drawn->typefaces);
    const struct buffer *out = &drawn->drawing->pages[0].canvas.out;
    struct buffer shown = buffer_new(arena);
    for (size_t i = 0; i < out->length; i++) {
        if (out->data[i]) buffer_add_char(&shown, out->data[i]);
    }
    return buffer_text(&shown);
}

static void expect(const char *content, const char *part)
{
    ck_assert_msg(strstr(content, part) != NULL, "expected %s in\n%s", part, content);
}

/* ---- a reader of text operators ---- */

struct reading_pen {
    const struct typeface *face;
    double size, x, y;
    const char *at;
};

/* The next byte of a literal string. */
static unsigned char next_byte(struct reading_pen *pen)
{
    if (*pen->at != '\\') return (unsigned char)*pen->at++;
    char escaped = pen->at[1];
    pen->at += 2;
    return (unsigned char)(escaped == 'r' ? '\r' : escaped == 'n' ? '\n' : escaped);
}

struct placed {
    uint32_t id;
    double x, y;
};

static size_t read_array(struct reading_pen *pen, struct placed *placed, size_t count)
{
    for (pen->at++; *pen->at != ']';) {
        if (*pen->at != '(') {
            pen->x -= strtod(pen->at, (char **)&pen->at) * pen->size / 1000;
            continue;
        }
        for (pen->at++; *pen->at != ')';) {
            uint32_t id = (uint32_t)next_byte(pen) << 8;
            id |= next_byte(pen);
            placed[count++] = (struct placed){id, pen->x, pen->y};
            pen->x += round((double)font_glyph_width(pen->face->font, id) * 1000) / 1000 * pen->size / 1000;
        }
        pen->at++;
    }
    return count;
}

/* All glyphs of a content stream with their places, y down. Operators end lines; strings may hold any byte. */
static size_t read_glyphs(const struct drawn *drawn, struct placed *placed)
{
    const struct canvas *canvas = &drawn->drawing->pages[0].canvas;
    struct reading_pen pen = {.at = canvas->out.data};
    const char *stop = canvas->out.data + canvas->out.length;
    size_t count = 0;
    while (pen.at < stop) {
        int number;
        double size, x, y;
        if (*pen.at == '[' && pen.face) count = read_array(&pen, placed, count);
        else if (sscanf(pen.at, "/F%d %lf Tf", &number, &size) == 2) {
            pen.face = drawn->typefaces->first;
            while (--number) pen.face = pen.face->next;
            pen.size = size;
        } else if (sscanf(pen.at, "1 0 0 1 %lf %lf Tm", &x, &y) == 2) {
            pen.x = x, pen.y = canvas->height - y;
        }
        while (pen.at < stop && *pen.at != '\n') pen.at++;
        pen.at++;
    }
    return count;
}

/* ---- tests ---- */

/* Advances are changed as justification and letter spacing do, offsets as marks have them. */
static void disturb(struct fragment *fragment)
{
    struct glyph *glyphs = arena_array(arena, fragment->glyph_count, sizeof *glyphs);
    fragment->width = 0;
    for (size_t i = 0; i < fragment->glyph_count; i++) {
        glyphs[i] = fragment->glyphs[i];
        glyphs[i].advance += (float)(i % 7) * 0.1137F;
        glyphs[i].x_offset += (float)(i % 3) * 0.031F;
        fragment->width += glyphs[i].advance;
    }
    fragment->glyphs = glyphs;
}

START_TEST(glyphs_stand_where_layout_put_them)
{
    struct drawn drawn;
    set(&drawn, "<article lang='nl'><h1>AVAТ efficiënt (niet) \\ fi</h1><p>De rechter spreekt een maatregel uit; zie de "
                "officiële bijlage, waarin van alle onderzochte instellingen staat wat zij doen.</p></article>");
    struct page *page = &drawn.layout->pages[0];
    for (size_t i = 0; i < page->fragment_count; i++) disturb(&page->fragments[i]);
    draw(&drawn);
    struct placed placed[2000];
    size_t count = read_glyphs(&drawn, placed), at = 0;
    for (size_t i = 0; i < page->fragment_count; i++) {
        const struct fragment *fragment = &page->fragments[i];
        double x = fragment->x;
        for (size_t j = 0; j < fragment->glyph_count; j++, at++) {
            const struct glyph *glyph = &fragment->glyphs[j];
            while (at < count && placed[at].id != glyph->id) at++; /* a space that has no glyph in the layout */
            ck_assert_uint_lt(at, count);
            ck_assert_double_eq_tol(placed[at].x, x + glyph->x_offset, 0.0101);
            ck_assert_double_eq_tol(placed[at].y, fragment->y, 0.0051);
            x += glyph->advance;
        }
    }
}
END_TEST

START_TEST(soft_hyphen_is_read_as_such)
{
    struct drawn drawn;
    set(&drawn, "<p lang='nl'>Het gaat hier om een heel lange regel tekst die op het einde net niet past door verantwoor\u00AD"
                "dingsverslaglegging</p>");
    const char *content = draw(&drawn);
    expect(content, "/Span<</ActualText<FEFF00AD>>>BDC\n[");
    ck_assert_str_eq(buffer_text(&drawn.tags->items[1]->first->segment->text),
                     "Het gaat hier om een heel lange regel tekst die op het einde net niet past door "
                     "verantwoordingsverslaglegging");
}
END_TEST

static const struct fragment *last_text(const struct drawn *drawn)
{
    const struct page *page = &drawn->layout->pages[0];
    return &page->fragments[page->fragment_count - 1];
}

START_TEST(ligature_is_read_as_its_letters)
{
    struct drawn drawn;
    set(&drawn, "<p lang='nl'>fietsfilm</p>");
    const struct fragment *fragment = last_text(&drawn);
    bool found = false;
    for (size_t i = 0; i < fragment->glyph_count; i++) {
        const struct used_glyph *used = typeface_glyph(drawn.typefaces->first, fragment->glyphs[i].id);
        ck_assert_ptr_nonnull(used->chosen);
        found |= used->chosen->length == 2 && memcmp(used->chosen->text, "fi", 2) == 0;
    }
    ck_assert(fragment->glyph_count == strlen("fietsfilm") || found);
}
END_TEST

START_TEST(line_end_has_a_space)
{
    struct drawn drawn;
    /* Where a paragraph itself breaks its lines, they would be two. */
    set(&drawn, "<article lang='nl'><p><code>een<br/>twee drie</code></p></article>");
    draw(&drawn);
    struct placed placed[100];
    size_t count = read_glyphs(&drawn, placed), spaces = 0;
    for (size_t i = 0; i < count; i++) spaces += placed[i].id == drawn.typefaces->first->space;
    ck_assert_uint_eq(spaces, 3); /* one of them in the running head */
    ck_assert_str_eq(buffer_text(&drawn.tags->items[2]->first->segment->text), "een twee drie");
}
END_TEST

START_TEST(everything_is_marked)
{
    struct drawn drawn;
    set(&drawn, "<article lang='nl'><table><tr><th>kop</th><td>cel</td></tr></table></article>");
    const char *content = draw(&drawn);
    expect(content, "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n");
    expect(content, "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n");
    expect(content, "/Artifact<</Type/Layout>>BDC\n");
    expect(content, "/TH<</MCID 0 >>BDC\n");
    expect(content, "/TD<</MCID 1 >>BDC\n");
    int depth = 0;
    for (const char *at = content; *at; at++) {
        if (strncmp(at, "BDC\n", 4) == 0) depth++;
        if (strncmp(at, "EMC\n", 4) == 0) depth--;
        ck_assert_int_ge(depth, 0);
        ck_assert_int_le(depth, 1);
    }
    ck_assert_int_eq(depth, 0);
}
END_TEST

/* What stands behind and beside the text of a draft is no header and no footer, and is not read. */
START_TEST(marks_of_a_draft_are_artifacts)
{
    struct drawn drawn;
    set(&drawn, "<article><p>Tekst.</p></article>");
    struct page *page = &drawn.layout->pages[0];
    enum origin origins[] = {ORIGIN_WATERMARK, ORIGIN_LINE_NUMBER};
    size_t changed = 0;
    for (size_t i = 0; i < page->fragment_count && changed < 2; i++) {
        if (page->fragments[i].origin == ORIGIN_PAGINATION) page->fragments[i].origin = origins[changed++];
    }
    const char *content = draw(&drawn);
    ck_assert_uint_eq(changed, 2);
    expect(content, "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\n");
    expect(content, "/Artifact<</Type/Pagination>>BDC\n");
}
END_TEST

START_TEST(link_has_a_place_per_line)
{
    struct drawn drawn;
    set(&drawn, "<p lang='nl'><a href='https://example.org/'>Een koppeling met zo veel lange woorden dat zij niet op één regel past "
                "maar daarna op de volgende regel verdergaat, en dan ten slotte <b>ophoudt</b></a> hier.</p>");
    draw(&drawn);
    const struct tag *link = drawn.tags->items[2];
    ck_assert_str_eq(link->type->name, "Link");
    ck_assert_uint_eq(link->first_part->count, 2);
    ck_assert_ptr_null(link->first_part->next);
    ck_assert_float_eq_tol(link->first_part->lines[0][0], 60, 0.01F);
    ck_assert(link->first_part->lines[0][3] <= link->first_part->lines[1][3] - 10);
}
END_TEST

/* ---- paths and boxes ---- */

static struct computed outlined = {.stroke = {0, 0, 0, 255}, .stroke_width = 1};

static const char *draw_path_data(const char *data)
{
    struct canvas *canvas = arena_make(arena, struct canvas);
    const struct matrix place = {2, 0, 0, 2, 10, 20};
    struct outliner outliner = outliner_new(arena, &place);
    outline_path(&outliner, data);
    struct fragment fragment = {.kind = FRAGMENT_PATH, .outline = outliner.outline, .scale = 2, .style = &outlined};
    *canvas = canvas_new(arena, 100);
    draw_path(canvas, &fragment);
    return buffer_text(&canvas->out);
}

START_TEST(path_commands)
{
    static const struct { const char *data, *drawn; } cases[] = {
        {"M1 2L3,4", "12 76 m\n16 72 l\n"},
        {"m1 2 l2 2", "12 76 m\n16 72 l\n"},
        {"M1 2 3 4", "12 76 m\n16 72 l\n"},
        {"M0 0h5v-5z", "10 80 m\n20 80 l\n20 90 l\nh\n"},
        {"M0 0H5V5Z", "10 80 m\n20 80 l\n20 70 l\nh\n"},
        {"M0 0C1 1 2 1 3 0", "10 80 m\n12 78 14 78 16 80 c\n"},
        {"M0 0c1 1 2 1 3 0s2-1 3 0", "16 80 c\n18 82 20 82 22 80 c\n"},
        {"M0 0Q1.5 3 3 0t3 0", "12 76 14 76 16 80 c\n18 84 20 84 22 80 c\n"},
        {"M.5.5-1-1", "11 79 m\n8 82 l\n"},
        {"M1e1 0", "30 80 m\n"},
        {"M0 0A1 1 0 0 1 2 0", "10 80 m\n10 81.1 10.9 82 12 82 c\n13.1 82 14 81.1 14 80 c\n"},
        {"M0 0a1 1 0 012 0", "10 80 m\n10 81.1 10.9 82 12 82 c\n13.1 82 14 81.1 14 80 c\n"},
        {"M0 0A1 1 0 0 1 1 1", "10 80 m\n11.1 80 12 79.1 12 78 c\n"},
        {"M0 0A1 1 0 0 0 1 1", "10 80 m\n10 78.9 10.9 78 12 78 c\n"},
        {"M0 0A1 1 0 1 1 1 1", "10 80 m\n10 81.1 10.9 82 12 82 c\n13.1 82 14 81.1 14 80 c\n14 78.9 13.1 78 12 78 c\n"},
        {"M0 0A.1 .1 0 0 1 2 0", "10 80 m\n10 81.1 10.9 82 12 82 c\n13.1 82 14 81.1 14 80 c\n"},
        {"M0 0A2 1 90 0 1 2 0", "10 80 m\n10 82.21 10.9 84 12 84 c\n13.1 84 14 82.21 14 80 c\n"},
        {"M0 0a0 1 0 0 1 2 0", "10 80 m\n14 80 l\n"},
        {"M0 0 L1 bad", "10 80 m\nS\n"},
        {"L1 1", "2 w\nS\nQ\n"},
        {"M0 0X", "10 80 m\nS\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *drawn = draw_path_data(cases[i].data);
        char *plain = arena_string(arena, drawn), *to = plain;
        for (const char *from = drawn; *from; from++) if (!(*from == ' ' && from[1] == ' ')) *to++ = *from;
        *to = '\0';
        ck_assert_msg(strstr(plain, cases[i].drawn) != NULL, "%s gives\n%s", cases[i].data, plain);
    }
}
END_TEST

START_TEST(path_box_of_curve)
{
    struct outliner outliner = outliner_new(arena, &matrix_identity);
    outline_path(&outliner, "M1 1c0 4 4 4 4 0z");
    const float *box = outliner.outline->box;
    ck_assert_float_eq_tol(box[0], 1, 0.001F);
    ck_assert_float_eq_tol(box[1], 1, 0.001F);
    ck_assert_float_eq_tol(box[2], 5, 0.001F);
    ck_assert_float_eq_tol(box[3], 5, 0.001F);
    outliner = outliner_new(arena, &matrix_identity);
    outline_path(&outliner, "nonsense");
    ck_assert_uint_eq(outliner.outline->count, 0);
}
END_TEST

START_TEST(box_sides)
{
    struct computed style = {.background = {255, 0, 0, 255}};
    struct fragment fragment = {.kind = FRAGMENT_BOX, .style = &style, .x = 10, .y = 10, .width = 30, .height = 20,
                                .edges = {true, true, true, true}};
    struct canvas canvas = canvas_new(arena, 100);
    draw_box(&canvas, &fragment);
    ck_assert_str_eq(canvas.out.data, "1 0 0 rg\n10 70 30 20 re\nf\n");
    style.background.alpha = 0;
    ck_assert(!box_is_drawn(&fragment));
    style.border[SIDE_LEFT] = (struct edge){.width = 2, .colour = {0, 0, 255, 255}};
    fragment.edges[SIDE_LEFT] = false;
    ck_assert(!box_is_drawn(&fragment));
    fragment.edges[SIDE_LEFT] = true;
    canvas = canvas_new(arena, 100);
    draw_box(&canvas, &fragment);
    expect(canvas.out.data, "0 0 1 rg\n10 70 m\n10 90 l\n12 90 l\n12 70 l\nf\n");
    for (int i = 0; i < 4; i++) style.border[i] = (struct edge){.width = 2, .style = EDGE_DASHED};
    for (int i = 0; i < 4; i++) style.border[i].colour.alpha = 255;
    style.border_radius = 100;
    canvas = canvas_new(arena, 100);
    draw_box(&canvas, &fragment);
    expect(canvas.out.data, "q\n[6 6 ]0 d\n0 G\n2 w\n11 80 m\n");
    expect(canvas.out.data, "S\nQ\n");
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, fonts_open, fonts_close);
    tcase_add_test(tests, glyphs_stand_where_layout_put_them);
    tcase_add_test(tests, soft_hyphen_is_read_as_such);
    tcase_add_test(tests, ligature_is_read_as_its_letters);
    tcase_add_test(tests, line_end_has_a_space);
    tcase_add_test(tests, everything_is_marked);
    tcase_add_test(tests, marks_of_a_draft_are_artifacts);
    tcase_add_test(tests, link_has_a_place_per_line);
    tcase_add_test(tests, path_commands);
    tcase_add_test(tests, path_box_of_curve);
    tcase_add_test(tests, box_sides);
    return suite_run("pdf: draw", tests);
}
