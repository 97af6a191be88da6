/* The Markdown parts with a title of their own: response, summary, chapters, annexes. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "report/load.h"
#include "report/schema.h"

enum { QUESTIONS = 3, MOST_ANNEXES = 99 };

/* Takes the h1 out of the body; what stands in it is the title. */
static void take_title(struct reading *reading, struct node *body, struct part *part)
{
    struct loader *loader = reading->loader;
    struct node *first = body->first;
    size_t told = 0;
    if (!first || node_heading_level(first) != 1)
        message_add(loader->messages, TITLE_MISSING, first ? first->place : body->place,
                    "the text does not begin with its title; expected a line `# Title`");
    for (struct node *node = first, *next; node; node = next) {
        next = node->next;
        if (node_heading_level(node) != 1) continue;
        if (part->title && told++ < LOADER_MOST_TOLD)
            message_add(loader->messages, TITLE_TWICE, node->place,
                        "this is a second title; expected one `#` in a file, and `##` below it");
        if (!part->title) part->title = node;
        node_remove(node);
    }
    if (!part->title) part->title = node_element(loader->arena, "h1", body->place);
}

static void load_part(struct reading *reading, const char *path, struct part *part)
{
    struct node *body = text_read(reading, path);
    if (!body || !body->first) return;
    take_title(reading, body, part);
    if (!body->first)
        reading_lacks(reading, TEXT_EMPTY, part->title->place, "there is no text below this title; expected some");
    part->body = body;
}

/* ---- the fixed parts ---- */

struct part_file {
    const char *id, *file, *what;
    bool required; /* of a final report */
    size_t offset; /* in struct report */
};

static const struct part_file part_files[] = {
    {"response", "response.md", "what the institution says", false, offsetof(struct report, response)},
    {"summary", "summary.md", "the conclusion in short", false, offsetof(struct report, summary)},
    {"introduction", "introduction.md", "the first chapter", true, offsetof(struct report, introduction)},
    {"conclusion", "conclusion.md", "the second chapter", true, offsetof(struct report, conclusion)},
    {"results", "results.md", "the third chapter, before the themes", true, offsetof(struct report, results)},
};

static void load_fixed(struct reading *reading, const struct part_file *file)
{
    struct loader *loader = reading->loader;
    struct part *part = (struct part *)(void *)((char *)reading->report + file->offset);
    const char *path = file_join(loader->arena, reading->folder, file->file);
    part->id = file->id;
    if (folder_has(loader, path)) load_part(reading, path, part);
    else if (file->required)
        reading_lacks(reading, FILE_MISSING, folder_place(loader, path),
                      arena_format(loader->arena, "is not there; expected %s", file->what));
}

static void check_questions(struct reading *reading)
{
    const struct part *response = &reading->report->response;
    size_t count = 0;
    struct place place = response->title ? response->title->place : (struct place){0};
    for (const struct node *node = response->body ? response->body->first : NULL; node; node = node->next) {
        if (node_heading_level(node) != 2) continue;
        if (++count == QUESTIONS + 1) place = node->place;
    }
    if (!response->body || count == QUESTIONS) return;
    reading_lacks(
        reading, QUESTION_COUNT, place,
        arena_format(reading->loader->arena, "the response has %zu questions (`##`); expected exactly three", count));
}

/* ---- annexes ---- */

struct annex_file {
    unsigned long number;
    const char *path;
};

static int by_number(const void *a, const void *b)
{
    const struct annex_file *left = a, *right = b;
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

static size_t find_annexes(struct reading *reading, struct annex_file files[MOST_ANNEXES])
{
    struct loader *loader = reading->loader;
    const char *folder = file_join(loader->arena, reading->folder, "annexes");
    const char **names = folder_list(loader, folder);
    size_t count = 0;
    for (size_t i = 0; names[i]; i++) {
        const char *path = file_join(loader->arena, folder, names[i]);
        unsigned long number = number_of(names[i]);
        if (!number || count == MOST_ANNEXES)
            message_add(loader->messages, ANNEX_NAME, folder_place(loader, path),
                        "the file's name gives no number; expected a name such as `%zu-title.md`", count + 1);
        else files[count++] = (struct annex_file){.number = number, .path = path};
    }
    qsort(files, count, sizeof *files, by_number);
    return count;
}

static void load_annexes(struct reading *reading)
{
    struct report *report = reading->report;
    struct arena *arena = reading->loader->arena;
    struct annex_file files[MOST_ANNEXES] = {0};
    report->annex_count = find_annexes(reading, files);
    report->annexes = arena_array(arena, report->annex_count, sizeof *report->annexes);
    for (size_t i = 0; i < report->annex_count; i++) {
        if (files[i].number != i + 1)
            message_add(reading->loader->messages, ANNEX_NAME, folder_place(reading->loader, files[i].path),
                        "is annex %zu by its place; expected a name that begins with `%zu-`, for annexes count from 1 "
                        "without gaps",
                        i + 1, i + 1);
        report->annexes[i].id = arena_format(arena, "annex-%zu", i + 1);
        load_part(reading, files[i].path, &report->annexes[i]);
    }
}

void load_parts(struct reading *reading)
{
    for (size_t i = 0; i < sizeof part_files / sizeof *part_files; i++) load_fixed(reading, &part_files[i]);
    check_questions(reading);
    load_annexes(reading);
}
