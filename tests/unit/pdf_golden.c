/* Golden cases of the structure tree: each tests/golden/pdf/NAME.xml is set by a small page setter, and its tags must
 * be NAME.tags, and what is heard of them NAME.heard. With PDF_CASES=FOLDER the files themselves are written there, for tests/pdf/run_cases. */
#include "golden.h"
#include "pdf/pdf.h"
#include "pdf_setter.h"
#include "tree.h"

#define FOLDER "tests/golden/pdf"

static const char **cases;

/* More links and names than one leaf of a name tree holds. */
static const struct source *many_links(void)
{
    struct buffer xml = buffer_new(arena);
    buffer_add(&xml, "<article lang='nl'><h1>Veel</h1>");
    for (int i = 0; i < 1100; i++) {
        buffer_format(&xml, "<p id='p%d'><a href='#p%d'>koppeling %d</a></p>", i, 1099 - i, i);
    }
    buffer_add(&xml, "</article>");
    return tree_source("many.xml", buffer_text(&xml));
}

static const struct source *source_of(const char *name)
{
    const char *file = arena_format(arena, "%s.xml", name);
    const struct source *source = file_read(arena, file_join(arena, FOLDER, file), file, messages);
    ck_assert_ptr_nonnull(source);
    return source;
}

START_TEST(tags_as_expected)
{
    struct node *document = tree_read(source_of(cases[_i]));
    ck_assert_ptr_nonnull(document);
    struct buffer out = buffer_new(arena);
    pdf_dump_tags(arena, &out, document, set_document(document), messages);
    ck_assert_str_eq(suite_told(), "");
    golden_check(arena_format(arena, FOLDER "/%s.tags", cases[_i]), buffer_text(&out));
}
END_TEST

START_TEST(heard_as_expected)
{
    struct node *document = tree_read(source_of(cases[_i]));
    ck_assert_ptr_nonnull(document);
    struct buffer out = buffer_new(arena);
    pdf_dump_heard(arena, &out, document, set_document(document), messages);
    ck_assert_str_eq(suite_told(), "");
    golden_check(arena_format(arena, FOLDER "/%s.heard", cases[_i]), buffer_text(&out));
}
END_TEST

/* ---- files, for those who read them from outside ---- */

static void write_case(const char *folder, const char *name, const struct source *source)
{
    struct pdf_metadata metadata = {.title = "Geval: ‘aanhaling’ & meer <", .author = "Inspecties",
                                    .subject = "Toezicht", .language = "nl", .producer = "oordeel 1.0", .date = "2025-03-13",
                                    .colour_profile = "/usr/share/color/icc/sRGB.icc"};
    const unsigned char *bytes;
    size_t length;
    struct node *document = tree_read(source);
    ck_assert_ptr_nonnull(document);
    ck_assert(pdf_write(arena, document, set_document(document), &metadata, &bytes, &length, messages));
    folder_write(arena_format(arena, "%s/%s.pdf", folder, name), (const char *)bytes, length);
}

START_TEST(files_are_written)
{
    const char *folder = getenv("PDF_CASES");
    if (!folder) return;
    for (const char **name = cases; *name; name++) write_case(folder, *name, source_of(*name));
    write_case(folder, "many", many_links());
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    int count = golden_collect(&cases, FOLDER, ".xml", 3);
    tcase_add_checked_fixture(tests, fonts_open, fonts_close);
    tcase_add_loop_test(tests, tags_as_expected, 0, count);
    tcase_add_loop_test(tests, heard_as_expected, 0, count);
    tcase_add_test(tests, files_are_written);
    return suite_run("pdf: golden cases", tests);
}
