/* A small report with every kind of tag: its structure, its bytes, and that they are the same twice. With an argument
 * the file is written there, for those that check it from outside. */
#include <check.h>

#include "base/file.h"
#include "pdf/pdf.h"
#include "pdf_setter.h"

static const char report[] =
    "<article class='report' id='report' lang='nl'>"
    "<header class='cover'><p class='publisher'>Inspecties</p><h1 id='title'>Rapport over de bescherming</h1>"
    "<dl class='facts'><div><dt>Instelling</dt><dd>Jeugdbescherming</dd></div><dt>Kort</dt><dd>JB</dd></dl></header>"
    "<nav class='contents'><h2>Inhoud</h2><ol><li class='entry'><a href='#een'><span class='number'>1</span> "
    "<span class='title'>Inleiding</span></a><ol><li class='entry'><a href='#twee'>Aanleiding</a></li></ol></li></ol></nav>"
    "<section id='een'><h2>1 Inleiding</h2>"
    "<p>De onderzoekers bevestigen dat de officiële afspraken over efficiëntie en de fietsafstand in de praktijk van alle "
    "betrokken instellingen worden nageleefd, behalve waar het toezichthouder\u00ADsverant\u00ADwoordings\u00ADverslag dat "
    "uitdrukkelijk anders bepaalt en de <em>kinderen</em> er <strong>last</strong> van hebben.<a class='footnote-call' "
    "id='call-1' href='#note-1' role='doc-noteref'><sup>1</sup></a></p>"
    "<aside class='footnote' id='note-1' role='doc-footnote'><a class='footnote-back' href='#call-1' aria-label='Terug'>"
    "<span class='number'>1</span></a> <p>Een noot.</p></aside></section>"
    "<section id='twee' data-break='yes'><h3>Aanleiding</h3>"
    "<p>Zie verder het uitvoerige rapport dat wij eerder hebben uitgebracht over <a href='https://example.org/een rapport'>de "
    "manier waarop de gecertificeerde instellingen met elkaar samenwerken</a> en <a href='#nergens'>niets</a>.<br/>Een regel "
    "erna, <span lang='en'>as they say</span>.</p>"
    "<ul><li>Eerst</li><li><p>Dan</p><ol><li>stap</li></ol></li></ul>"
    "<figure class='quote'><blockquote><p>Ik weet het niet.</p></blockquote><figcaption>Ouder</figcaption></figure>"
    "<p><span class='judgment'><svg class='symbol' viewBox='0 0 24 24' aria-hidden='true'><path d='M4 12h16M12 4v16'/></svg>"
    " <span class='label'>voldoet</span></span></p>"
    "<figure><svg viewBox='0 0 24 24' role='img' aria-label='Drie van de vier'><path d='m2 2 c4 0 8 4 8 8 q2 4 6 4 a3 3 0 1 "
    "1 4 4z'/></svg><figcaption>Figuur 1</figcaption></figure></section>"
    "<section><h2>Tabel</h2><table><caption>Oordelen</caption><thead><tr><th>Norm</th><th colspan='2'>Oordeel</th></tr></thead>"
    "<tbody><tr><th rowspan='2'>1a</th><td>goed</td><td>matig</td></tr><tr data-break='yes'><td></td><td>slecht</td></tr>"
    "</tbody></table><div>los <b>vet</b></div></section>"
    "</article>";

static const char structure[] =
    "Document Lang=\"nl\"\n"
    "  Sect\n"
    "    P\n"
    "      \"Inspecties\" p1\n"
    "    H1\n"
    "      \"Rapport over de bescherming\" p1\n"
    "    L ListNumbering=\"Disc\"\n"
    "      LI\n"
    "        Lbl\n"
    "          \"Instelling\" p1\n"
    "        LBody\n"
    "          \"Jeugdbescherming\" p1\n"
    "      LI\n"
    "        Lbl\n"
    "          \"Kort\" p1\n"
    "        LBody\n"
    "          \"JB\" p1\n";

struct fixture {
    struct arena *arena;
    struct messages *messages;
    struct fonts *fonts;
    struct node *document;
    struct layout *layout;
};

static struct fixture fixture_new(const char *xml)
{
    struct fixture fixture = {.arena = arena_new(), .fonts = fonts_new()};
    fixture.messages = messages_new(fixture.arena);
    struct place nowhere = {0};
    struct merged_text merged = {.text = xml, .length = strlen(xml), .lines = &nowhere, .line_count = 1};
    struct insertions none = {0};
    fixture.document = document_read(fixture.arena, &merged, &none, fixture.messages);
    if (!fixture.document) messages_print(fixture.messages, stderr, false);
    if (!fixture.document) abort();
    fixture.layout = set_document(fixture.arena, fixture.fonts, fixture.document, fixture.messages);
    return fixture;
}

static void fixture_free(struct fixture *fixture)
{
    fonts_free(fixture->fonts);
    arena_free(fixture->arena);
}

static const unsigned char *write_with(struct fixture *fixture, const char *profile, size_t *length)
{
    struct pdf_metadata metadata = {.title = "Rapport over de ‘bescherming’ & meer", .author = "Inspecties",
                                    .language = "nl", .producer = "oordeel 1.0", .date = "2025-03-13",
                                    .colour_profile = profile};
    const unsigned char *bytes = NULL;
    bool written = pdf_write(fixture->arena, fixture->document, fixture->layout, &metadata, &bytes, length,
                             fixture->messages);
    return written ? bytes : NULL;
}

static const char profile_path[] = "/usr/share/color/icc/sRGB.icc";

static const char *dump_of(struct fixture *fixture)
{
    struct buffer *out = arena_make(fixture->arena, struct buffer);
    *out = buffer_new(fixture->arena);
    pdf_dump_tags(fixture->arena, out, fixture->document, fixture->layout, fixture->messages);
    return buffer_text(out);
}

static void expect(const char *dump, const char *part)
{
    if (!strstr(dump, part)) ck_abort_msg("expected\n%s\nin\n%s", part, dump);
}

START_TEST(same_bytes_twice)
{
    struct fixture one = fixture_new(report), two = fixture_new(report);
    size_t length, again;
    const unsigned char *first = write_with(&one, profile_path, &length);
    const unsigned char *second = write_with(&two, profile_path, &again);
    ck_assert_ptr_nonnull(first);
    ck_assert_uint_eq(length, again);
    ck_assert_mem_eq(first, second, length);
    ck_assert_mem_eq(first, "%PDF-1.7\n%", 10);
    ck_assert_uint_eq(messages_total(one.messages), 0);
    fixture_free(&one);
    fixture_free(&two);
}
END_TEST

START_TEST(structure_of_report)
{
    struct fixture fixture = fixture_new(report);
    const char *dump = dump_of(&fixture);
    ck_assert_str_eq(arena_copy(fixture.arena, dump, strlen(structure)), structure);
    fixture_free(&fixture);
}
END_TEST

static Suite *suite(void)
{
    Suite *made = suite_create("pdf: write");
    TCase *cases = tcase_create("write");
    tcase_add_test(cases, same_bytes_twice);
    tcase_add_test(cases, structure_of_report);
    suite_add_tcase(made, cases);
    return made;
}

static int write_to(const char *path)
{
    struct fixture fixture = fixture_new(report);
    size_t length;
    const unsigned char *bytes = write_with(&fixture, profile_path, &length);
    FILE *file = bytes ? fopen(path, "wb") : NULL;
    if (!file || fwrite(bytes, 1, length, file) != length || fclose(file) != 0) return EXIT_FAILURE;
    fputs(dump_of(&fixture), stdout);
    messages_print(fixture.messages, stderr, false);
    fixture_free(&fixture);
    return EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    if (argc > 1) return write_to(argv[1]);
    SRunner *runner = srunner_create(suite());
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
