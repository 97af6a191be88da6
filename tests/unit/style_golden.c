/* Cases in tests/style: NAME.html with NAME.css gives NAME.dump and NAME.messages. ACCEPT=1 in the environment
 * shows what is different and keeps it. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "style/style.h"

#define FOLDER "tests/style/"

static struct arena *arena;
static struct messages *messages;

static void begin(void)
{
    arena = arena_new();
    messages = messages_new(arena);
}

static void end(void)
{
    arena_free(arena);
}

static const struct source *load(const char *name, const char *ending)
{
    const char *shown = arena_format(arena, "%s.%s", name, ending);
    const struct source *source = file_read(arena, file_join(arena, FOLDER, shown), shown, messages);
    ck_assert_msg(source != NULL, "%s cannot be read", shown);
    return source;
}

static struct node *document(const char *name)
{
    const struct source *source = load(name, "html");
    struct place place = {.source = source, .line = 1, .column = 1};
    struct merged_text merged = {source->text, source->length, &place, 1};
    struct insertions none = {0};
    return document_read(arena, &merged, &none, messages);
}

static void write_pages(struct buffer *out, struct sheet *const *sheets)
{
    struct page_style style = style_page(arena, sheets, 1, "cover", true, false, messages);
    buffer_format(out, "page cover: %.1f x %.1f, margins", (double)style.width, (double)style.height);
    for (size_t side = 0; side < 4; side++) buffer_format(out, " %.1f", (double)style.margin[side]);
    buffer_add_char(out, '\n');
}

static const char *printed(void)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    messages_print(messages, stream, false);
    fclose(stream);
    const char *copy = arena_copy(arena, text, length);
    free(text);
    return copy;
}

static void show_difference(const char *path, const char *text)
{
    const char *fresh = arena_format(arena, "%s.new", path);
    FILE *file = fopen(fresh, "w");
    if (!file) return;
    fputs(text, file);
    fclose(file);
    int status = system(arena_format(arena, "diff -u '%s' '%s'", path, fresh));
    (void)status;
    if (getenv("ACCEPT")) rename(fresh, path);
    else remove(fresh);
}

static bool equals_file(const char *path, const char *text)
{
    size_t length = 0;
    const unsigned char *bytes = file_exists(path) ? file_read_bytes(arena, path, &length, messages) : NULL;
    return bytes && length == strlen(text) && memcmp(bytes, text, length) == 0;
}

static void check_golden(const char *name, const char *ending, const char *text)
{
    const char *path = arena_format(arena, FOLDER "%s.%s", name, ending);
    bool equal = equals_file(path, text);
    if (!equal) show_difference(path, text);
    ck_assert_msg(equal || getenv("ACCEPT"), "%s is not what it was", path);
}

static void check_case(const char *name)
{
    struct sheet *sheets[] = {style_read(arena, load(name, "css"), messages)};
    struct styled *root = style_document(arena, document(name), sheets, 1, "print", messages);
    struct buffer out = buffer_new(arena);
    style_dump(&out, root);
    write_pages(&out, sheets);
    check_golden(name, "dump", buffer_text(&out));
    check_golden(name, "messages", printed());
}

START_TEST(styled_document)
{
    check_case("document");
}
END_TEST

START_TEST(mistakes)
{
    check_case("mistakes");
}
END_TEST

/* The sheets that are shipped know only what the style room knows. */
START_TEST(shipped_sheets)
{
    static const char *const names[] = {"house.css", "document.css", "print.css"};
    struct sheet *sheets[3];
    for (size_t i = 0; i < 3; i++) {
        const char *path = file_join(arena, "styles", names[i]);
        sheets[i] = style_read(arena, file_read(arena, path, names[i], messages), messages);
    }
    style_document(arena, document("document"), sheets, 3, "print", messages);
    style_page(arena, sheets, 3, "cover", true, false, messages);
    style_page(arena, sheets, 3, NULL, false, true, messages);
    ck_assert_str_eq(printed(), "");
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("style golden");
    TCase *tests = tcase_create("golden");
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, styled_document);
    tcase_add_test(tests, mistakes);
    tcase_add_test(tests, shipped_sheets);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    SRunner *runner = srunner_create(suite());
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
