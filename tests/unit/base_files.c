/* base: files read whole, trees written complete or not at all. */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

static struct output *begin(const char *name)
{
    return output_begin(arena, path_of(name), messages);
}

START_TEST(a_tree_appears_at_commit_only)
{
    struct output *output = begin("deep/site");
    ck_assert(output_write(output, "a/b.html", "text", 4, messages));
    ck_assert(!file_exists(path_of("deep/site")));
    ck_assert(output_commit(output, messages));
    ck_assert_str_eq(file_read(arena, path_of("deep/site/a/b.html"), "", messages)->text, "text");
    ck_assert_ptr_null(file_list(arena, path_of("deep"))[1]);
}
END_TEST

START_TEST(a_new_tree_replaces_the_old_one_whole)
{
    struct output *first = begin("site");
    output_write(first, "old.html", "", 0, messages);
    output_commit(first, messages);
    struct output *second = begin("site");
    output_write(second, "new.html", "", 0, messages);
    ck_assert(file_exists(path_of("site/old.html")));
    ck_assert(output_commit(second, messages));
    ck_assert(!file_exists(path_of("site/old.html")));
    ck_assert(file_exists(path_of("site/new.html")));
}
END_TEST

START_TEST(an_abandoned_tree_leaves_nothing)
{
    output_abandon(begin("site"));
    ck_assert_ptr_null(file_list(arena, folder)[0]);
}
END_TEST

START_TEST(what_others_made_is_not_replaced)
{
    write_bytes("precious", "x", 1);
    ck_assert_ptr_null(output_begin(arena, folder, messages));
    ck_assert_int_eq(messages_at(messages, 0)->code, OUTPUT_FOREIGN);
    ck_assert(file_exists(path_of("precious")));
}
END_TEST

START_TEST(leftovers_of_killed_builds_go_and_running_ones_stay)
{
    ck_assert_int_eq(mkdir(path_of("site.building-abcdef"), 0755), 0);
    struct output *running = begin("site"), *other = begin("site");
    ck_assert(!file_exists(path_of("site.building-abcdef")));
    ck_assert(output_commit(running, messages));
    ck_assert(output_commit(other, messages));
    ck_assert_ptr_null(file_list(arena, folder)[1]);
}
END_TEST

START_TEST(modes_do_not_follow_the_umask)
{
    mode_t old = umask(077);
    struct output *output = begin("site");
    output_write(output, "a/b", "", 0, messages);
    output_commit(output, messages);
    umask(old);
    struct stat status;
    ck_assert_int_eq(stat(path_of("site/a/b"), &status), 0);
    ck_assert_uint_eq(status.st_mode & 0777, 0644);
    ck_assert_int_eq(stat(path_of("site/a"), &status), 0);
    ck_assert_uint_eq(status.st_mode & 0777, 0755);
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
    tcase_add_test(tests, a_tree_appears_at_commit_only);
    tcase_add_test(tests, a_new_tree_replaces_the_old_one_whole);
    tcase_add_test(tests, an_abandoned_tree_leaves_nothing);
    tcase_add_test(tests, what_others_made_is_not_replaced);
    tcase_add_test(tests, leftovers_of_killed_builds_go_and_running_ones_stay);
    tcase_add_test(tests, modes_do_not_follow_the_umask);
    return suite_run("base: files", tests);
}
