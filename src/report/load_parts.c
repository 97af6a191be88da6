/* The Markdown parts with a title of their own: response, summary, chapters, annexes. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "report/load.h"
#include "report/schema.h"

enum { QUESTIONS = 3, MOST_ANNEXES = 99 };

/* Takes the h1 out of the body; what stands in it is the title. */
static void take_title(struct reading *reading, struct node *body, struct part *part)
{
    struct loader *loader = reading->loader;
    struct node *first = body->first;
    size_t told = 0;
    if (first && node_heading_level(first) > 1 && !node_by_name(body, "h1")) {
        message_add(loader->messages, TITLE_MISSING, first->place,
                    "the text begins with a heading of level %d; expected its title, as `# %s`", node_heading_level(first),
                    node_string(loader->arena, first));
        first->name = "h1";
    } else if (!first || node_heading_level(first) != 1) {
        message_add(loader->messages, TITLE_MISSING, first ? first->place : body->place,
                    "the text does not begin with its title; expected a line `# Title`");
    }
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
    text_check_headings(reading, body);
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
                      arena_format(loader->arena, "this file is not there; expected %s", file->what));
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
        if (file_is_left_behind(names[i])) continue;
        reading->unnumbered |= !number;
        if (!number || count == MOST_ANNEXES)
            message_add(loader->messages, ANNEX_NAME, folder_place(loader, path),
                        "the file's name gives no number; expected a name such as `%zu-title.md`", count + 1);
        else files[count++] = (struct annex_file){.number = number, .path = path};
    }
    qsort(files, count, sizeof *files, by_number);
    return count;
}

/* The program writes "Bijlage 3" before the title; a title that does so, too, says it twice. */
static void check_title(struct reading *reading, const struct part *annex, size_t number)
{
    struct arena *arena = reading->loader->arena;
    if (!annex->title) return;
    const char *title = utf8_fold(arena, node_string(arena, annex->title));
    const char *word = utf8_fold(arena, reading->language->annex_word);
    bool named = strncmp(title, word, strlen(word)) == 0 && title[strlen(word)] == ' ';
    const char *digits = named ? title + strlen(word) + 1 : title, *written = arena_format(arena, "%zu", number);
    size_t length = strlen(written);
    if (strncmp(digits, written, length) != 0 || !strchr(named ? ":. -" : ":.", digits[length])) return;
    message_add(reading->loader->messages, TITLE_NUMBERED, annex->title->place,
                "the title holds the number of the annex; expected the title alone, for the file's name gives the number");
}

/* Annexes count from 1 without gaps; the first that departs from it is told. A file without a number was told. */
static void check_numbers(struct reading *reading, const struct annex_file *files, size_t count)
{
    struct messages *messages = reading->loader->messages;
    size_t i = 0;
    while (i < count && files[i].number == i + 1) i++;
    if (i == count || reading->unnumbered) return;
    struct place place = folder_place(reading->loader, files[i].path);
    if (i > 0 && files[i].number == files[i - 1].number)
        message_add(messages, ANNEX_NAME, place, "`%s` has the number %zu, too; expected `%zu-` at the begin of the name",
                    files[i - 1].path, i, i + 1);
    else
        message_add(messages, ANNEX_NAME, place,
                    "there is no annex %zu before this one; expected annexes that count from 1 without gaps", i + 1);
}

static void load_annexes(struct reading *reading)
{
    struct report *report = reading->report;
    struct arena *arena = reading->loader->arena;
    struct annex_file files[MOST_ANNEXES] = {0};
    report->annex_count = find_annexes(reading, files);
    report->annexes = arena_array(arena, report->annex_count, sizeof *report->annexes);
    check_numbers(reading, files, report->annex_count);
    for (size_t i = 0; i < report->annex_count; i++) {
        report->annexes[i].id = arena_format(arena, "annex-%zu", i + 1);
        load_part(reading, files[i].path, &report->annexes[i]);
        check_title(reading, &report->annexes[i], i + 1);
    }
}

void load_parts(struct reading *reading)
{
    for (size_t i = 0; i < sizeof part_files / sizeof *part_files; i++) load_fixed(reading, &part_files[i]);
    check_questions(reading);
    load_annexes(reading);
}
