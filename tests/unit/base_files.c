/* base: files read whole. */
#include <string.h>

#include "base/file.h"
#include "folder.h"

static const char *folder;

static void set_up(void)
{
    folder = folder_new();
}

static void tear_down(void)
{
    folder_remove(folder);
}

static const char *path_of(const char *name)
{
    return file_join(arena, folder, name);
}

static void write_bytes(const char *name, const char *bytes, size_t length)
{
    folder_write(path_of(name), bytes, length);
}

static const struct source *read_bytes(const char *bytes, size_t length)
{
    write_bytes("file", bytes, length);
    return file_read(arena, path_of("file"), "shown/file", messages);
}

START_TEST(line_ends_and_mark_are_unified)
{
    const struct source *source = read_bytes("\xEF\xBB\xBFone\r\ntwo\rthree\n", 18);
    ck_assert_str_eq(source->text, "one\ntwo\nthree\n");
    ck_assert_uint_eq(source->length, 14);
    ck_assert_str_eq(source->path, "shown/file");
}
END_TEST

START_TEST(text_is_composed)
{
    ck_assert_str_eq(read_bytes("cli\x65\xCC\x88nt", 8)->text, "cli\xC3\xABnt");
}
END_TEST

START_TEST(invalid_bytes_are_told_with_their_place)
{
    ck_assert_ptr_null(read_bytes("good\nb\xFFx", 8));
    const struct message *message = messages_at(messages, 0);
    ck_assert_int_eq(message->code, FILE_NOT_UTF8);
    ck_assert_uint_eq(message->place.line, 2);
    ck_assert_uint_eq(message->place.column, 2);
}
END_TEST

START_TEST(a_nul_is_no_text)
{
    ck_assert_ptr_null(read_bytes("a\0b", 3));
    ck_assert_int_eq(messages_at(messages, 0)->code, FILE_NOT_UTF8);
}
END_TEST

START_TEST(an_empty_file_is_empty_text)
{
    ck_assert_str_eq(read_bytes("", 0)->text, "");
}
END_TEST

START_TEST(a_folder_or_device_is_no_file)
{
    ck_assert_ptr_null(file_read(arena, folder, "x", messages));
    ck_assert_ptr_null(file_read(arena, "/dev/zero", "x", messages));
    ck_assert_ptr_null(file_read(arena, path_of("absent"), "x", messages));
    ck_assert_uint_eq(messages_count(messages, SEVERITY_ERROR), 3);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, line_ends_and_mark_are_unified);
    tcase_add_test(tests, text_is_composed);
    tcase_add_test(tests, invalid_bytes_are_told_with_their_place);
    tcase_add_test(tests, a_nul_is_no_text);
    tcase_add_test(tests, an_empty_file_is_empty_text);
    tcase_add_test(tests, a_folder_or_device_is_no_file);
    return suite_run("base: files", tests);
}
