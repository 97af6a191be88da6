/* The file as a whole: the same bytes for the same input, and what it cannot be made of. */
#include "base/file.h"
#include "pdf/object.h"
#include "pdf/pdf.h"
#include "pdf_setter.h"
#include "tree.h"

static const char profile[] = "/usr/share/color/icc/sRGB.icc";
static const char small[] =
    "<article lang='nl'><h1 id='a'>Titel</h1><p>Tekst met <a href='#a'>koppeling</a>.</p></article>";

struct written {
    const unsigned char *bytes; /* NULL: not written */
    size_t length;
};

static struct written write_with(const char *xml, struct pdf_metadata metadata)
{
    struct written written = {0};
    struct node *document = tree_of(xml);
    struct layout *layout = set_document(document);
    bool done = pdf_write(arena, document, layout, &metadata, &written.bytes, &written.length, messages);
    return done ? written : (struct written){0};
}

static struct pdf_metadata plain(const char *title)
{
    return (struct pdf_metadata){.title = title, .language = "nl", .producer = "oordeel", .colour_profile = profile};
}

static bool holds(const struct written *written, const char *part)
{
    size_t length = strlen(part);
    for (size_t i = 0; i + length <= written->length; i++) {
        if (memcmp(written->bytes + i, part, length) == 0) return true;
    }
    return false;
}

START_TEST(same_bytes_twice)
{
    struct written one = write_with(small, plain("Titel")), two = write_with(small, plain("Titel"));
    struct written other = write_with(small, plain("Ander"));
    ck_assert_uint_eq(one.length, two.length);
    ck_assert_mem_eq(one.bytes, two.bytes, one.length);
    ck_assert_mem_eq(one.bytes, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", 15);
    ck_assert_mem_eq(one.bytes + one.length - 6, "%%EOF\n", 6);
    ck_assert(one.length != other.length || memcmp(one.bytes, other.bytes, one.length) != 0);
    ck_assert_uint_eq(messages_total(messages), 0);
}
END_TEST

/* The metadata stands in the file uncompressed, so that any program finds it. */
START_TEST(metadata_is_escaped_and_dated_by_content_alone)
{
    struct pdf_metadata metadata = plain("A & <B>");
    struct written undated = write_with(small, metadata);
    ck_assert(holds(&undated, "A &amp; &lt;B&gt;</rdf:li>"));
    ck_assert(holds(&undated, "<pdfaid:conformance>A</pdfaid:conformance>"));
    ck_assert(holds(&undated, "<pdfuaid:part>1</pdfuaid:part>"));
    ck_assert(!holds(&undated, "xmp:CreateDate"));
    metadata.date = "2025-03-13";
    struct written dated = write_with(small, metadata);
    ck_assert(holds(&dated, "<xmp:CreateDate>2025-03-13</xmp:CreateDate>"));
}
END_TEST

START_TEST(profile_must_be_usable)
{
    struct pdf_metadata metadata = plain("Titel");
    metadata.colour_profile = "/usr/share/color/icc/Gray.icc";
    struct written grey = write_with(small, metadata);
    ck_assert_ptr_null(grey.bytes);
    ck_assert_int_eq(messages_at(messages, 0)->code, PDF_COLOUR_PROFILE);
    metadata.colour_profile = "/nowhere.icc";
    struct written missing = write_with(small, metadata);
    ck_assert_ptr_null(missing.bytes);
    ck_assert_int_eq(messages_at(messages, 1)->code, FILE_UNREADABLE);
}
END_TEST

/* Names, numbers and references in trees of several leaves. */
START_TEST(thousands_of_links)
{
    struct buffer xml = buffer_new(arena);
    buffer_add(&xml, "<article lang='nl'><h1>T</h1>");
    for (int i = 0; i < 1500; i++) {
        buffer_format(&xml, "<p id='p%d'><a href='#p%d'>koppeling %d</a></p>", i, 1499 - i, i);
    }
    buffer_add(&xml, "</article>");
    struct written written = write_with(xml.data, plain("Veel"));
    ck_assert_ptr_nonnull(written.bytes);
    ck_assert_uint_lt(written.length, 250000);
}
END_TEST

START_TEST(layout_without_pages)
{
    struct node *document = node_element(arena, "article", (struct place){0});
    struct layout layout = {0};
    struct pdf_metadata metadata = plain("Leeg");
    const unsigned char *bytes;
    size_t length;
    ck_assert(pdf_write(arena, document, &layout, &metadata, &bytes, &length, messages));
}
END_TEST

/* What is too much for the format is told, not cut short: libharu's arrays end at 32767 items. */
START_TEST(limits_of_the_format)
{
    struct objects *objects = objects_new();
    struct dictionary *catalog = dictionary_numbered(objects), *information = dictionary_numbered(objects);
    struct array *array = array_new(objects);
    size_t length;
    for (int i = 0; i < 40000; i++) add_number(array, i);
    put_array(catalog, "Kids", array);
    ck_assert_ptr_null(objects_save(objects, arena, catalog, information, &length));
    objects_free(objects);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, fonts_open, fonts_close);
    tcase_add_test(tests, same_bytes_twice);
    tcase_add_test(tests, metadata_is_escaped_and_dated_by_content_alone);
    tcase_add_test(tests, profile_must_be_usable);
    tcase_add_test(tests, thousands_of_links);
    tcase_add_test(tests, layout_without_pages);
    tcase_add_test(tests, limits_of_the_format);
    return suite_run("pdf: write", tests);
}
