/* Folders of numbered files: chapters and annexes. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "report/load.h"

enum { MOST_FILES = 99 };

struct numbered_file {
    unsigned long number;
    const char *path;
};

/* One folder of them. */
struct numbered {
    struct numbered_file files[MOST_FILES]; /* by number */
    size_t count;
    bool unnumbered; /* a file has no number, which was told */
    const struct wording *wording;
};

static const struct wording {
    const char *prefix; /* of the ids; also the word for one of them */
    const char *plural;
    enum message_code code;
} wordings[] = {{"annex", "annexes", ANNEX_NAME}, {"chapter", "chapters", CHAPTER_NAME}};

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

static void find_files(struct reading *reading, const char *folder, struct numbered *found)
{
    struct loader *loader = reading->loader;
    const char **names = folder_list(loader, folder);
    for (size_t i = 0; names[i]; i++) {
        const char *path = file_join(loader->arena, folder, names[i]);
        unsigned long number = number_of(names[i]);
        if (file_is_left_behind(names[i])) continue;
        found->unnumbered |= !number;
        if (!number || found->count == MOST_FILES)
            message_add(loader->messages, found->wording->code, folder_place(loader, path),
                        "the file's name gives no number; expected a name such as `%zu-title.md`", found->count + 1);
        else found->files[found->count++] = (struct numbered_file){.number = number, .path = path};
    }
    qsort(found->files, found->count, sizeof *found->files, by_number);
}

/* The program writes "Bijlage 3", or "3", before the title; a title that does so, too, says it twice. */
static void check_title(struct reading *reading, const struct part *part, size_t number, const struct wording *wording)
{
    struct arena *arena = reading->loader->arena;
    if (!part->title) return;
    const char *title = utf8_fold(arena, node_string(arena, part->title));
    const char *word = utf8_fold(arena, wording->code == ANNEX_NAME ? reading->language->annex_word
                                                                    : reading->language->chapter_word);
    bool named = strncmp(title, word, strlen(word)) == 0 && title[strlen(word)] == ' ';
    const char *digits = named ? title + strlen(word) + 1 : title, *written = arena_format(arena, "%zu", number);
    size_t length = strlen(written);
    if (strncmp(digits, written, length) != 0 || !strchr(named ? ":. -" : ":.", digits[length])) return;
    message_add(reading->loader->messages, TITLE_NUMBERED, part->title->place,
                "the title holds the number of the %s; expected the title alone, for the file's name gives the number",
                wording->prefix);
}

/* They count from 1 without gaps; the first that departs from it is told. A file without a number was told. */
static void check_numbers(struct reading *reading, const struct numbered *found)
{
    struct messages *messages = reading->loader->messages;
    const struct numbered_file *files = found->files;
    size_t i = 0;
    while (i < found->count && files[i].number == i + 1) i++;
    if (i == found->count || found->unnumbered) return;
    struct place place = folder_place(reading->loader, files[i].path);
    if (i > 0 && files[i].number == files[i - 1].number)
        message_add(messages, found->wording->code, place,
                    "`%s` has the number %zu, too; expected `%zu-` at the begin of the name", files[i - 1].path, i, i + 1);
    else
        message_add(messages, found->wording->code, place,
                    "there is no %s %zu before this one; expected %s that count from 1 without gaps",
                    found->wording->prefix, i + 1, found->wording->plural);
}

struct part *numbered_load(struct reading *reading, const char *folder, const char *prefix, size_t *count)
{
    struct arena *arena = reading->loader->arena;
    struct numbered found = {.wording = wording_of(prefix)};
    find_files(reading, file_join(arena, reading->folder, folder), &found);
    check_numbers(reading, &found);
    struct part *parts = arena_array(arena, found.count, sizeof *parts);
    for (size_t i = 0; i < found.count; i++) {
        parts[i].id = arena_format(arena, "%s-%zu", prefix, i + 1);
        part_load(reading, found.files[i].path, &parts[i]);
        check_title(reading, &parts[i], i + 1, found.wording);
    }
    *count = found.count;
    return parts;
}
