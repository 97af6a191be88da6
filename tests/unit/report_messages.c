/* Golden messages: each tests/golden/report/messages/NAME.case changes the sound content in tests/golden/report/base in one
 * way; what is told of it then must be NAME.expected, as a whole and nothing else.
 *
 *     @ PATH     the lines below change this file; a file that is not there begins empty
 *     -LINE      takes out the first such line, at or below the last change
 *     +LINE      puts a line in where the last one was taken out, or at the end; \xHH is a byte
 *     ! PATH     removes a file or folder
 *     > PATH TO  makes a symbolic link
 *     = NAME     in the first line: the sound content is tests/golden/report/NAME */
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "report/report.h"
#include "golden.h"

#define FOLDER "tests/golden/report/messages"

static const char **cases;

/* ---- changes ---- */

struct lines {
    const char *path; /* NULL: no file is open */
    const char **items;
    size_t count, capacity, at;
};

static void insert(struct lines *lines, size_t index, const char *line)
{
    lines->items = arena_grow(arena, lines->items, lines->count, &lines->capacity, sizeof *lines->items);
    memmove(lines->items + index + 1, lines->items + index, (lines->count - index) * sizeof *lines->items);
    lines->items[index] = line;
    lines->count++;
}

static void split_into(struct lines *lines, const char *text)
{
    while (*text) {
        size_t length = strcspn(text, "\n");
        insert(lines, lines->count, arena_copy(arena, text, length));
        text += length + (text[length] == '\n');
    }
}

static void open_lines(struct lines *lines, const char *path)
{
    *lines = (struct lines){.path = path};
    size_t length = 0;
    mkdir(arena_copy(arena, path, (size_t)(strrchr(path, '/') - path)), 0755); /* or it is there */
    if (file_exists(path)) split_into(lines, (const char *)file_read_bytes(arena, path, &length, messages));
    lines->at = lines->count;
}

static void close_lines(struct lines *lines)
{
    if (!lines->path) return;
    struct buffer out = buffer_new(arena);
    for (size_t i = 0; i < lines->count; i++) buffer_format(&out, "%s\n", lines->items[i]);
    folder_write(lines->path, buffer_text(&out), out.length);
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

static const char *with_bytes(const char *line)
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

static void make_link(const char *folder, const char *line)
{
    size_t length = strcspn(line, " ");
    const char *path = file_join(arena, folder, arena_copy(arena, line, length));
    unlink(path);
    ck_assert_int_eq(symlink(line + length + 1, path), 0);
}

static void apply(const char *folder, const char *change, const char *name)
{
    struct lines lines = {0}, commands = {0};
    split_into(&commands, change);
    for (size_t i = 0; i < commands.count; i++) {
        const char *line = commands.items[i];
        if (strchr("@!>", line[0])) close_lines(&lines);
        if (line[0] == '@') open_lines(&lines, file_join(arena, folder, line + 2));
        if (line[0] == '!') folder_remove(file_join(arena, folder, line + 2));
        if (line[0] == '>') make_link(folder, line + 2);
        if (line[0] == '-') take_out(&lines, line + 1, name);
        if (line[0] == '+') insert(&lines, lines.at++, with_bytes(line + 1));
    }
    close_lines(&lines);
}

/* ---- cases ---- */

/* What is told of the content: once by loading, and nothing more by making the views. */
static const char *messages_of(const char *folder)
{
    const struct publication *publication = report_load(arena, folder, messages);
    struct insertions insertions = {0};
    for (size_t i = 0; publication && i < publication->report_count; i++)
        report_view(arena, publication, publication->reports[i], value_map(arena), &insertions);
    return suite_told();
}

static const char *base_of(const char *change)
{
    if (strncmp(change, "= ", 2) != 0) return "tests/golden/report/base";
    return file_join(arena, "tests/golden/report", arena_copy(arena, change + 2, strcspn(change + 2, "\n")));
}

START_TEST(a_mistake_has_its_messages)
{
    const char *name = cases[_i], *folder = folder_new();
    const char *path = arena_format(arena, FOLDER "/%s.case", name);
    size_t length = 0;
    const char *change = (const char *)file_read_bytes(arena, path, &length, messages);
    ck_assert_ptr_nonnull(change);
    folder_copy(base_of(change), folder);
    apply(folder, change, name);
    const char *actual = messages_of(folder);
    folder_remove(folder);
    golden_check(arena_format(arena, FOLDER "/%s.expected", name), actual);
}
END_TEST

START_TEST(sound_content_is_silent)
{
    ck_assert_str_eq(messages_of("tests/golden/report/base"), "");
    ck_assert_str_eq(messages_of("tests/golden/report/kinds"), "");
}
END_TEST

START_TEST(a_folder_that_is_not_there_cannot_be_loaded)
{
    ck_assert_ptr_null(report_load(arena, "tests/golden/report/nothing", messages));
    ck_assert_uint_eq(messages_count(messages, SEVERITY_ERROR), 1);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_test(tests, sound_content_is_silent);
    tcase_add_test(tests, a_folder_that_is_not_there_cannot_be_loaded);
    tcase_add_loop_test(tests, a_mistake_has_its_messages, 0, golden_collect(&cases, FOLDER, ".case", 100));
    return suite_run("report: messages", tests);
}
