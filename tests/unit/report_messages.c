/* Golden messages: each tests/report/messages/NAME.case changes the sound content in tests/report/base in one
 * way; what is told of it then must be NAME.expected, as a whole and nothing else.
 *
 *     @ PATH     the lines below change this file; a file that is not there begins empty
 *     -LINE      takes out the first such line, at or below the last change
 *     +LINE      puts a line in where the last one was taken out, or at the end; \xHH is a byte
 *     ! PATH     removes a file or folder
 *     > PATH TO  makes a symbolic link
 *
 * With the argument `accept` it shows each difference and then makes it the expected. */
#define _GNU_SOURCE
#include <check.h>
#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../content/golden.h"
#include "base/buffer.h"
#include "report/report.h"

#define FOLDER "tests/report/messages"

/* ---- files ---- */

static void copy_tree(struct arena *arena, const char *from, const char *to)
{
    struct messages *messages = messages_new(arena);
    const char **names = file_list(arena, from);
    mkdir(to, 0755);
    for (size_t i = 0; names[i]; i++) {
        const char *source = file_join(arena, from, names[i]), *target = file_join(arena, to, names[i]);
        size_t length = 0;
        if (file_is_folder(source)) {
            copy_tree(arena, source, target);
            continue;
        }
        const unsigned char *bytes = file_read_bytes(arena, source, &length, messages);
        golden_write(target, (const char *)bytes, length);
    }
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status, (void)type, (void)walk;
    return remove(path);
}

static void remove_tree(const char *path)
{
    nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* ---- changes ---- */

struct lines {
    struct arena *arena;
    const char *path; /* NULL: no file is open */
    const char **items;
    size_t count, capacity, at;
};

static void insert(struct lines *lines, size_t index, const char *line)
{
    lines->items = arena_grow(lines->arena, lines->items, lines->count, &lines->capacity, sizeof *lines->items);
    memmove(lines->items + index + 1, lines->items + index, (lines->count - index) * sizeof *lines->items);
    lines->items[index] = line;
    lines->count++;
}

static void split_into(struct lines *lines, const char *text)
{
    while (*text) {
        size_t length = strcspn(text, "\n");
        insert(lines, lines->count, arena_copy(lines->arena, text, length));
        text += length + (text[length] == '\n');
    }
}

static void open_lines(struct lines *lines, const char *path)
{
    *lines = (struct lines){.arena = lines->arena, .path = path};
    struct messages *messages = messages_new(lines->arena);
    size_t length = 0;
    if (file_exists(path)) split_into(lines, (const char *)file_read_bytes(lines->arena, path, &length, messages));
    lines->at = lines->count;
}

static void close_lines(struct lines *lines)
{
    if (!lines->path) return;
    struct buffer out = buffer_new(lines->arena);
    for (size_t i = 0; i < lines->count; i++) buffer_format(&out, "%s\n", lines->items[i]);
    golden_write(lines->path, buffer_text(&out), out.length);
    lines->path = NULL;
}

static void take_out(struct lines *lines, const char *line, const char *name)
{
    size_t index = lines->at < lines->count ? lines->at : 0;
    while (index < lines->count && strcmp(lines->items[index], line) != 0) index++;
    ck_assert_msg(index < lines->count, "%s: there is no line `%s` to take out", name, line);
    memmove(lines->items + index, lines->items + index + 1, (lines->count - index - 1) * sizeof *lines->items);
    lines->count--;
    lines->at = index;
}

static const char *with_bytes(struct arena *arena, const char *line)
{
    struct buffer out = buffer_new(arena);
    while (*line) {
        bool byte = line[0] == '\\' && line[1] == 'x' && line[2] && line[3];
        char digits[3] = {byte ? line[2] : '0', byte ? line[3] : '0', '\0'};
        buffer_add_char(&out, byte ? (char)strtol(digits, NULL, 16) : *line);
        line += byte ? 4 : 1;
    }
    return buffer_text(&out);
}

static void make_link(struct arena *arena, const char *folder, const char *line)
{
    size_t length = strcspn(line, " ");
    const char *path = file_join(arena, folder, arena_copy(arena, line, length));
    unlink(path);
    ck_assert_int_eq(symlink(line + length + 1, path), 0);
}

static void apply(struct arena *arena, const char *folder, const char *change, const char *name)
{
    struct lines lines = {.arena = arena}, commands = {.arena = arena};
    split_into(&commands, change);
    for (size_t i = 0; i < commands.count; i++) {
        const char *line = commands.items[i];
        if (strchr("@!>", line[0])) close_lines(&lines);
        if (line[0] == '@') open_lines(&lines, file_join(arena, folder, line + 2));
        if (line[0] == '!') remove_tree(file_join(arena, folder, line + 2));
        if (line[0] == '>') make_link(arena, folder, line + 2);
        if (line[0] == '-') take_out(&lines, line + 1, name);
        if (line[0] == '+') insert(&lines, lines.at++, with_bytes(arena, line + 1));
    }
    close_lines(&lines);
}

/* ---- cases ---- */

/* What is told of the content: once by loading, and nothing more by making the views. */
static char *messages_of(struct arena *arena, const char *folder)
{
    struct messages *messages = messages_new(arena);
    const struct publication *publication = report_load(arena, folder, messages);
    struct insertions insertions = {0};
    for (size_t i = 0; publication && i < publication->report_count; i++)
        report_view(arena, publication, publication->reports[i], value_map(arena), &insertions);
    return golden_messages(arena, messages);
}

static bool run_case(const char *name)
{
    struct arena *arena = arena_new();
    struct messages *messages = messages_new(arena);
    char folder[] = "/tmp/oordeel-case-XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(folder));
    size_t length = 0;
    copy_tree(arena, "tests/report/base", folder);
    const char *path = arena_format(arena, FOLDER "/%s.case", name);
    const char *change = (const char *)file_read_bytes(arena, path, &length, messages);
    ck_assert_ptr_nonnull(change);
    apply(arena, folder, change, name);
    bool same = golden_matches(arena, arena_format(arena, FOLDER "/%s.expected", name), messages_of(arena, folder));
    if (!same) printf("case %s differs\n", name);
    remove_tree(folder);
    arena_free(arena);
    return same;
}

START_TEST(every_mistake_has_its_messages)
{
    struct arena *arena = arena_new();
    const char **names = file_list(arena, FOLDER);
    size_t cases = 0, failed = 0;
    for (size_t i = 0; names[i]; i++) {
        char *end = strstr(names[i], ".case");
        if (!end) continue;
        cases++;
        failed += !run_case(arena_copy(arena, names[i], (size_t)(end - names[i])));
    }
    ck_assert_uint_ge(cases, 45);
    ck_assert_uint_eq(failed, 0);
    arena_free(arena);
}
END_TEST

START_TEST(sound_content_is_silent)
{
    struct arena *arena = arena_new();
    ck_assert_str_eq(messages_of(arena, "tests/report/base"), "");
    arena_free(arena);
}
END_TEST

START_TEST(a_folder_that_is_not_there_cannot_be_loaded)
{
    struct arena *arena = arena_new();
    struct messages *messages = messages_new(arena);
    ck_assert_ptr_null(report_load(arena, "tests/report/nothing", messages));
    ck_assert_uint_eq(messages_count(messages, SEVERITY_ERROR), 1);
    arena_free(arena);
}
END_TEST

int main(int argc, char **argv)
{
    TCase *cases = tcase_create("messages");
    tcase_add_test(cases, sound_content_is_silent);
    tcase_add_test(cases, a_folder_that_is_not_there_cannot_be_loaded);
    tcase_add_test(cases, every_mistake_has_its_messages);
    return golden_run(cases, argc, argv);
}
