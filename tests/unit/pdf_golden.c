/* Golden cases of the structure tree: each tests/pdf_cases/NAME.xml is set by a small page setter, and its tags must
 * be NAME.tags. With `write FOLDER` the files themselves are written, for tests/pdf_cases/run. */
#define _GNU_SOURCE
#include "../content/golden.h"
#include "../pdf_cases/setter.h"
#include "pdf/pdf.h"

#define FOLDER "tests/pdf_cases"

struct job {
    struct arena *arena;
    struct messages *messages;
    struct fonts *fonts;
    struct node *document;
    struct layout *layout;
};

/* More links and names than one leaf of a name tree holds. */
static const struct source *many_links(struct arena *arena)
{
    struct buffer xml = buffer_new(arena);
    struct source *source = arena_make(arena, struct source);
    buffer_add(&xml, "<article lang='nl'><h1>Veel</h1>");
    for (int i = 0; i < 1100; i++) {
        buffer_format(&xml, "<p id='p%d'><a href='#p%d'>koppeling %d</a></p>", i, 1099 - i, i);
    }
    buffer_add(&xml, "</article>");
    *source = (struct source){.path = "many.xml", .text = xml.data, .length = xml.length};
    return source;
}

static bool begin(struct job *job, const char *name)
{
    *job = (struct job){.arena = arena_new(), .fonts = fonts_new()};
    job->messages = messages_new(job->arena);
    const char *path = file_join(job->arena, FOLDER, name);
    const struct source *source =
        strcmp(name, "many.xml") == 0 ? many_links(job->arena) : file_read(job->arena, path, name, job->messages);
    if (!source) return false;
    struct merged_text merged = {.text = source->text, .length = source->length};
    struct insertions none = {0};
    job->document = document_read(job->arena, &merged, &none, job->messages);
    if (job->document) job->layout = set_document(job->arena, job->fonts, job->document, job->messages);
    return job->layout;
}

static void end(struct job *job)
{
    fonts_free(job->fonts);
    arena_free(job->arena);
}

static bool is_case(const char *name)
{
    size_t length = strlen(name);
    return length > 4 && strcmp(name + length - 4, ".xml") == 0;
}

static char *with_ending(struct arena *arena, const char *folder, const char *name, const char *ending)
{
    return arena_format(arena, "%s/%.*s.%s", folder, (int)strlen(name) - 4, name, ending);
}

static bool run_case(const char *name)
{
    struct job job;
    struct buffer out;
    bool same = false;
    if (begin(&job, name)) {
        out = buffer_new(job.arena);
        pdf_dump_tags(job.arena, &out, job.document, job.layout, job.messages);
        same = golden_matches(job.arena, with_ending(job.arena, FOLDER, name, "tags"), buffer_text(&out));
    }
    fputs(golden_messages(job.arena, job.messages), stdout);
    end(&job);
    return same;
}

START_TEST(tags_as_expected)
{
    struct arena *arena = arena_new();
    const char **names = file_list(arena, FOLDER);
    size_t cases = 0, failed = 0;
    for (size_t i = 0; names[i]; i++) {
        if (!is_case(names[i])) continue;
        cases++;
        failed += !run_case(names[i]);
    }
    ck_assert_uint_ge(cases, 3);
    ck_assert_uint_eq(failed, 0);
    arena_free(arena);
}
END_TEST

static void write_case(const char *folder, const char *name)
{
    struct job job;
    struct pdf_metadata metadata = {.title = "Geval: ‘aanhaling’ & meer <", .author = "Inspecties",
                                    .subject = "Toezicht", .language = "nl", .producer = "oordeel 1.0", .date = "2025-03-13",
                                    .colour_profile = "/usr/share/color/icc/sRGB.icc"};
    const unsigned char *bytes;
    size_t length;
    if (begin(&job, name) &&
        pdf_write(job.arena, job.document, job.layout, &metadata, &bytes, &length, job.messages)) {
        FILE *file = fopen(with_ending(job.arena, folder, name, "pdf"), "wb");
        if (!file || fwrite(bytes, 1, length, file) != length || fclose(file) != 0) exit(EXIT_FAILURE);
    }
    messages_print(job.messages, stderr, false);
    end(&job);
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "write") == 0) {
        struct arena *arena = arena_new();
        const char **names = file_list(arena, FOLDER);
        for (size_t i = 0; names[i]; i++) {
            if (is_case(names[i])) write_case(argv[2], names[i]);
        }
        write_case(argv[2], "many.xml");
        arena_free(arena);
        return EXIT_SUCCESS;
    }
    TCase *cases = tcase_create("pdf");
    tcase_add_test(cases, tags_as_expected);
    return golden_run(cases, argc, argv);
}
