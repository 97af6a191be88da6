/* Cases: changes to sound content, each in a file of its own. What is told of the changed content is golden.
 *
 *     @ PATH     the lines below change this file; a file that is not there begins empty
 *     -LINE      takes out the first such line, at or below the last change
 *     +LINE      puts a line in where the last one was taken out, or at the end; \xHH is a byte
 *     ! PATH     removes a file or folder
 *     > PATH TO  makes a symbolic link
 *     = NAME     in the first line: the sound content is the folder NAME and not `base` */
#ifndef TESTS_CASES_H
#define TESTS_CASES_H

#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "golden.h"

/* ---- changes ---- */

struct lines {
    const char *path; /* NULL: no file is open */
    const char **items;
    size_t count, capacity, at;
};

static inline void insert(struct lines *lines, size_t index, const char *line)
{
    lines->items = arena_grow(arena, lines->items, lines->count, &lines->capacity, sizeof *lines->items);
    memmove(lines->items + index + 1, lines->items + index, (lines->count - index) * sizeof *lines->items);
    lines->items[index] = line;
    lines->count++;
}

static inline void split_into(struct lines *lines, const char *text)
{
    while (*text) {
        size_t length = strcspn(text, "\n");
        insert(lines, lines->count, arena_copy(arena, text, length));
        text += length + (text[length] == '\n');
    }
}

static inline void open_lines(struct lines *lines, const char *path)
{
    *lines = (struct lines){.path = path};
    size_t length = 0;
    mkdir(arena_copy(arena, path, (size_t)(strrchr(path, '/') - path)), 0755); /* or it is there */
    if (file_exists(path)) split_into(lines, (const char *)file_read_bytes(arena, path, &length, messages));
    lines->at = lines->count;
}

static inline void close_lines(struct lines *lines)
{
    if (!lines->path) return;
    struct buffer out = buffer_new(arena);
    for (size_t i = 0; i < lines->count; i++) buffer_format(&out, "%s\n", lines->items[i]);
    folder_write(lines->path, buffer_text(&out), out.length);
    lines->path = NULL;
}

static inline void take_out(struct lines *lines, const char *line, const char *name)
{
    size_t index = lines->at < lines->count ? lines->at : 0;
    while (index < lines->count && strcmp(lines->items[index], line) != 0) index++;
    ck_assert_msg(index < lines->count, "%s: there is no line `%s` to take out", name, line);
    memmove(lines->items + index, lines->items + index + 1, (lines->count - index - 1) * sizeof *lines->items);
    lines->count--;
    lines->at = index;
}

static inline const char *with_bytes(const char *line)
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

static inline void make_link(const char *folder, const char *line)
{
    size_t length = strcspn(line, " ");
    const char *path = file_join(arena, folder, arena_copy(arena, line, length));
    unlink(path);
    ck_assert_int_eq(symlink(line + length + 1, path), 0);
}

static inline void apply(const char *folder, const char *change, const char *name)
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

/* A folder of its own with what the case at `path` makes of the sound content in the folder `bases`. Whoever asks removes it. */
static inline const char *case_folder(const char *path, const char *bases)
{
    size_t length = 0;
    const char *change = (const char *)file_read_bytes(arena, path, &length, messages), *folder = folder_new();
    ck_assert_ptr_nonnull(change);
    const char *base = strncmp(change, "= ", 2) == 0 ? arena_copy(arena, change + 2, strcspn(change + 2, "\n")) : "base";
    folder_copy(file_join(arena, bases, base), folder);
    apply(folder, change, path);
    return folder;
}

#endif
