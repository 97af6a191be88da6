/* Folders of numbered files: chapters and annexes. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "report/load.h"

enum { MOST_FILES = 99 };

struct numbered_file {
    unsigned long number;
    const char *path;
};

/* What is told of one kind of folder. */
static const struct wording {
    const char *prefix; /* of the ids */
    enum message_code code;
    const char *plural;
} wordings[] = {{"annex", ANNEX_NAME, "annexes"}, {"chapter", CHAPTER_NAME, "chapters"}};

static const struct wording *wording_of(const char *prefix)
{
    const struct wording *wording = wordings;
    while (strcmp(wording->prefix, prefix) != 0) wording++;
    return wording;
}

static int by_number(const void *a, const void *b)
{
    const struct numbered_file *left = a, *right = b;
    if (left->number != right->number) return left->number < right->number ? -1 : 1;
    return strcmp(left->path, right->path);
}

/* The number that "2-history.md" begins with, or 0. */
static unsigned long number_of(const char *name)
{
    size_t digits = strspn(name, "0123456789"), length = strlen(name);
    bool named = digits > 0 && digits < 3 && name[0] != '0' && name[digits] == '-' && length > digits + 4;
    return named && strcmp(name + length - 3, ".md") == 0 ? strtoul(name, NULL, 10) : 0;
}

static size_t find_files(struct reading *reading, const char *folder, const struct wording *wording,
                         struct numbered_file files[MOST_FILES])
{
    struct loader *loader = reading->loader;
    const char **names = folder_list(loader, folder);
    size_t count = 0;
    for (size_t i = 0; names[i]; i++) {
        const char *path = file_join(loader->arena, folder, names[i]);
        unsigned long number = number_of(names[i]);
        if (!number || count == MOST_FILES)
            message_add(loader->messages, wording->code, folder_place(loader, path),
                        "the file's name gives no number; expected a name such as `%zu-title.md`", count + 1);
        else files[count++] = (struct numbered_file){.number = number, .path = path};
    }
    if (count) qsort(files, count, sizeof *files, by_number);
    return count;
}

struct part *numbered_load(struct reading *reading, const char *folder, const char *prefix, size_t *count)
{
    struct arena *arena = reading->loader->arena;
    const struct wording *wording = wording_of(prefix);
    struct numbered_file files[MOST_FILES];
    *count = find_files(reading, file_join(arena, reading->folder, folder), wording, files);
    struct part *parts = arena_array(arena, *count, sizeof *parts);
    for (size_t i = 0; i < *count; i++) {
        if (files[i].number != i + 1)
            message_add(reading->loader->messages, wording->code, folder_place(reading->loader, files[i].path),
                        "is %s %zu by its place; expected a name that begins with `%zu-`, for %s count from 1 without "
                        "gaps",
                        prefix, i + 1, i + 1, wording->plural);
        parts[i].id = arena_format(arena, "%s-%zu", prefix, i + 1);
        part_load(reading, files[i].path, &parts[i]);
    }
    return parts;
}
