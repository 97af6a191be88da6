/* output: trees that appear complete or not at all, and replace nothing but what was made before. */
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "folder.h"
#include "output/output.h"

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

static void write_text(const char *name, const char *text)
{
    folder_write(path_of(name), text, strlen(text));
}

static const char *read_text(const char *name)
{
    const struct source *source = file_read(arena, path_of(name), name, messages);
    return source ? source->text : "(nothing)";
}

static struct output *begin(const char *name)
{
    return output_begin(arena, path_of(name), NULL, messages);
}

/* Builds a tree of one page with this text; false: refused. */
static bool build(const char *name, const char *text)
{
    struct output *output = begin(name);
    if (!output) return false;
    output_write(output, "assets/a.css", "a {}", 4, messages);
    output_write(output, "index.html", text, strlen(text), messages);
    return output_commit(output, messages);
}

/* How many names there are in the folder of the test, hidden ones too. */
static size_t names_there(void)
{
    FILE *list = popen(arena_format(arena, "ls -A '%s' | wc -l", folder), "r");
    size_t count = 99;
    ck_assert_int_eq(fscanf(list, "%zu", &count), 1);
    pclose(list);
    return count;
}

static mode_t mode_of(const char *name)
{
    struct stat status;
    ck_assert_int_eq(stat(path_of(name), &status), 0);
    return status.st_mode & 07777;
}

START_TEST(a_tree_appears_at_commit_only)
{
    struct output *output = begin("deep/site");
    ck_assert(output_write(output, "a/b.html", "text", 4, messages));
    ck_assert(!file_exists(path_of("deep/site")));
    ck_assert(output_commit(output, messages));
    ck_assert_str_eq(read_text("deep/site/a/b.html"), "text");
    ck_assert_ptr_null(file_list(arena, path_of("deep"), "", messages)[1]);
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
    ck_assert_uint_eq(names_there(), 1);
}
END_TEST

START_TEST(an_abandoned_tree_leaves_nothing)
{
    output_abandon(begin("site"));
    ck_assert_uint_eq(names_there(), 0);
}
END_TEST

/* What a user may put into a site, and how it is called in the message. */
static const struct {
    const char *command, *named;
} foreign[] = {
    {"echo x >site/CNAME", "`CNAME`"},
    {"echo x >site/.htaccess", "`.htaccess`"},
    {"mkdir site/.git", "`.git`"},
    {"echo x >site/assets/notitie.docx", "`assets/notitie.docx`"},
    {"mkdir site/assets/leeg", "`assets/leeg`"},
    {"ln -s ../elsewhere site/link", "`link`"},
    {"echo changed >site/index.html", "`index.html`"},
    {"printf 'n {}' >site/assets/a.css", "`assets/a.css`"}, /* of the same size */
    {"rm site/index.html; ln -s CNAME site/index.html", "`index.html`"},
    {"rm site/index.html; mkdir site/index.html", "`index.html`"},
    {"mkfifo site/pipe", "`pipe`"},
    {"rm site/.oordeel", "`assets`, `index.html`"},
    {"printf '' >site/.oordeel", "no list that oordeel can read"},
    {"sed -i '2s/^/0/' site/.oordeel", "no list that oordeel can read"},
    {"sed -i '2s/assets/../' site/.oordeel", "no list that oordeel can read"},
};

START_TEST(what_others_made_or_changed_is_kept_and_named)
{
    ck_assert(build("site", "old"));
    ck_assert_int_eq(system(arena_format(arena, "cd '%s' && %s", folder, foreign[_i].command)), 0);
    ck_assert_int_eq(system(arena_format(arena, "cp -a '%s/site' '%s/before'", folder, folder)), 0);
    ck_assert(!build("site", "new"));
    ck_assert_int_eq(messages_at(messages, 0)->code, OUTPUT_FOREIGN);
    ck_assert_msg(strstr(suite_told(), foreign[_i].named), "%s", suite_told());
    ck_assert_int_eq(system(arena_format(arena, "cd '%s' && find before site -type p -delete && diff -r --no-dereference before site", folder)), 0);
    ck_assert_uint_eq(names_there(), 2);
}
END_TEST

START_TEST(what_comes_while_a_build_goes_on_is_kept)
{
    ck_assert(build("site", "old"));
    struct output *output = begin("site");
    output_write(output, "index.html", "new", 3, messages);
    write_text("site/late", "x");
    ck_assert(!output_commit(output, messages));
    ck_assert_int_eq(messages_at(messages, 0)->code, OUTPUT_FOREIGN);
    ck_assert_str_eq(read_text("site/late"), "x");
    ck_assert_str_eq(read_text("site/index.html"), "old");
    ck_assert_uint_eq(names_there(), 1);
}
END_TEST

START_TEST(what_was_deleted_hinders_nothing)
{
    ck_assert(build("site", "old"));
    unlink(path_of("site/index.html"));
    ck_assert(build("site", "new"));
    ck_assert_str_eq(read_text("site/index.html"), "new");
}
END_TEST

START_TEST(a_folder_without_a_list_is_replaced_only_when_it_is_empty)
{
    ck_assert_int_eq(mkdir(path_of("site"), 0755), 0);
    ck_assert(build("site", "new"));
    ck_assert_int_eq(mkdir(path_of("other"), 0755), 0);
    write_text("other/.env", "secret");
    ck_assert(!build("other", "new"));
    ck_assert_str_eq(read_text("other/.env"), "secret");
}
END_TEST

START_TEST(a_link_is_built_behind)
{
    ck_assert(build("site", "old"));
    ck_assert_int_eq(symlink("site", path_of("one")), 0);
    ck_assert_int_eq(symlink("one", path_of("two")), 0);
    ck_assert(build("two", "new"));
    struct stat status;
    ck_assert(lstat(path_of("two"), &status) == 0 && S_ISLNK(status.st_mode));
    ck_assert_str_eq(read_text("site/index.html"), "new");
    ck_assert_int_eq(symlink("absent", path_of("ahead")), 0);
    ck_assert(build("ahead", "ahead"));
    ck_assert_str_eq(read_text("absent/index.html"), "ahead");
    ck_assert_int_eq(symlink("loop", path_of("loop")), 0);
    ck_assert(!build("loop", "x"));
}
END_TEST

START_TEST(content_in_the_target_is_never_removed)
{
    ck_assert(build("site", "old"));
    ck_assert_int_eq(mkdir(path_of("site/assets/content"), 0755), 0);
    ck_assert_int_eq(symlink("site/assets/content", path_of("content")), 0);
    ck_assert_ptr_null(output_begin(arena, path_of("site"), path_of("content"), messages));
    ck_assert_int_eq(messages_at(messages, 0)->code, OUTPUT_FOREIGN);
    ck_assert_ptr_null(output_begin(arena, path_of("site"), path_of("site"), messages));
    ck_assert(file_is_folder(path_of("site/assets/content")));
}
END_TEST

START_TEST(leftovers_of_killed_builds_go_and_the_users_folders_stay)
{
    ck_assert_int_eq(mkdir(path_of("site.building-abcdef"), 0755), 0);
    ck_assert_int_eq(mkdir(path_of("site.building-notities"), 0755), 0);
    if (fork() == 0) {
        output_write(begin("site"), "a/b", "", 0, messages);
        _exit(0); /* as a kill would */
    }
    int status;
    wait(&status);
    ck_assert_uint_eq(names_there(), 3);
    struct output *running = begin("site"), *other = begin("site");
    ck_assert_uint_eq(names_there(), 4);
    ck_assert(output_commit(running, messages));
    ck_assert(output_commit(other, messages));
    ck_assert_uint_eq(names_there(), 3);
    ck_assert(file_is_folder(path_of("site.building-abcdef")));
}
END_TEST

START_TEST(modes_follow_the_umask_and_the_folder_that_is_replaced)
{
    mode_t old = umask(027);
    ck_assert(build("site", "old"));
    ck_assert_uint_eq(mode_of("site"), 0750);
    ck_assert_uint_eq(mode_of("site/assets"), 0750);
    ck_assert_uint_eq(mode_of("site/index.html"), 0640);
    umask(022);
    ck_assert_int_eq(chmod(path_of("site"), 0700), 0);
    ck_assert(build("site", "new"));
    ck_assert_uint_eq(mode_of("site"), 0700);
    umask(old);
}
END_TEST

START_TEST(a_tree_of_its_owners_begins_only_where_nothing_is)
{
    struct output *output = output_begin_new(arena, path_of("mine"), messages);
    output_write(output, "a.md", "text", 4, messages);
    ck_assert(output_commit(output, messages));
    ck_assert(!file_exists(path_of("mine/.oordeel")));
    ck_assert_ptr_null(output_begin_new(arena, path_of("mine"), messages));
    ck_assert_int_eq(messages_at(messages, 0)->code, OUTPUT_TAKEN);
    ck_assert_int_eq(mkdir(path_of("hidden"), 0755), 0);
    write_text("hidden/.env", "secret");
    ck_assert_ptr_null(output_begin_new(arena, path_of("hidden"), messages));
}
END_TEST

/* The current folder cannot be replaced under who stands in it: files are moved in one by one. */
START_TEST(the_current_folder_is_written_in_its_place)
{
    ck_assert_int_eq(mkdir(path_of("here"), 0755), 0);
    ck_assert_int_eq(chdir(path_of("here")), 0);
    struct stat before, after;
    ck_assert_int_eq(stat(".", &before), 0);
    ck_assert(build("here", "old"));
    ck_assert(build("here", "new"));
    ck_assert_int_eq(stat(path_of("here"), &after), 0);
    ck_assert_uint_eq(before.st_ino, after.st_ino);
    ck_assert_str_eq(read_text("here/index.html"), "new");
    write_text("here/assets/mine", "x");
    ck_assert(!build("here", "newer"));
    ck_assert_str_eq(read_text("here/index.html"), "new");
    ck_assert_int_eq(chdir("/"), 0);
}
END_TEST

/* A build that was killed between two files: the list names both, so the next build mends it. */
START_TEST(a_tree_half_moved_is_known_to_be_ours)
{
    ck_assert_int_eq(mkdir(path_of("here"), 0755), 0);
    ck_assert_int_eq(chdir(path_of("here")), 0);
    ck_assert(build("here", "old"));
    ck_assert(build("there", "newer"));
    ck_assert_int_eq(system("tail -n +2 ../there/.oordeel >>.oordeel && cp ../there/index.html ."), 0);
    ck_assert(build("here", "newest"));
    ck_assert_str_eq(read_text("here/index.html"), "newest");
    ck_assert_int_eq(chdir("/"), 0);
}
END_TEST

START_TEST(another_build_in_the_same_place_is_told)
{
    ck_assert_int_eq(mkdir(path_of("here"), 0755), 0);
    ck_assert_int_eq(chdir(path_of("here")), 0);
    struct output *running = begin("here");
    ck_assert_ptr_null(begin("here"));
    ck_assert_int_eq(messages_at(messages, 0)->code, OUTPUT_BUSY);
    output_abandon(running);
    ck_assert(build("here", "after"));
    ck_assert_int_eq(chdir("/"), 0);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_tree_appears_at_commit_only);
    tcase_add_test(tests, a_new_tree_replaces_the_old_one_whole);
    tcase_add_test(tests, an_abandoned_tree_leaves_nothing);
    tcase_add_loop_test(tests, what_others_made_or_changed_is_kept_and_named, 0, sizeof foreign / sizeof *foreign);
    tcase_add_test(tests, what_comes_while_a_build_goes_on_is_kept);
    tcase_add_test(tests, what_was_deleted_hinders_nothing);
    tcase_add_test(tests, a_folder_without_a_list_is_replaced_only_when_it_is_empty);
    tcase_add_test(tests, a_link_is_built_behind);
    tcase_add_test(tests, content_in_the_target_is_never_removed);
    tcase_add_test(tests, leftovers_of_killed_builds_go_and_the_users_folders_stay);
    tcase_add_test(tests, modes_follow_the_umask_and_the_folder_that_is_replaced);
    tcase_add_test(tests, a_tree_of_its_owners_begins_only_where_nothing_is);
    tcase_add_test(tests, the_current_folder_is_written_in_its_place);
    tcase_add_test(tests, a_tree_half_moved_is_known_to_be_ours);
    tcase_add_test(tests, another_build_in_the_same_place_is_told);
    return suite_run("output: trees", tests);
}
