/* The files in a report's folder, as the table of its kind says; Markdown parts with a title of their own. */
#include <string.h>

#include "base/file.h"
#include "report/load.h"
#include "report/schema.h"

/* Takes the h1 out of the body; what stands in it is the title. */
static void take_title(struct reading *reading, struct node *body, struct part *part)
{
    struct loader *loader = reading->loader;
    struct node *first = body->first;
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
        if (part->title)
            message_add(loader->messages, TITLE_TWICE, node->place,
                        "this is a second title; expected one `#` in a file, and `##` below it");
        if (!part->title) part->title = node;
        node_remove(node);
    }
    if (!part->title) part->title = node_element(loader->arena, "h1", body->place);
}

void part_load(struct reading *reading, const char *path, struct part *part)
{
    struct node *body = text_read(reading, path);
    if (!body || !body->first) return;
    text_check_headings(reading, body, DEEPEST_IN_PART);
    take_title(reading, body, part);
    if (!body->first)
        reading_lacks(reading, TEXT_EMPTY, part->title->place, "there is no text below this title; expected some");
    part->body = body;
}

/* ---- single files ---- */

static bool is_required(const struct kind_part *file)
{
    return file->need != NEED_NOT;
}

/* false: it is not there, which is told when it must be. */
static bool load_single(struct reading *reading, const struct kind_part *file, struct part *part)
{
    struct loader *loader = reading->loader;
    const char *path = file_join(loader->arena, reading->folder, file->file);
    part->id = arena_copy(loader->arena, file->file, strcspn(file->file, "."));
    bool there = folder_has(loader, path);
    if (there) part_load(reading, path, part);
    else if (is_required(file))
        reading_lacks(reading, FILE_MISSING, folder_place(loader, path),
                      arena_format(loader->arena, "this file is not there; expected %s", file->what));
    return there;
}

/* "exactly three questions", of the kinds that ask some. */
static void check_questions(struct reading *reading)
{
    static const char *const words[] = {"none", "one", "two", "three"};
    const struct part *response = &reading->report->response;
    size_t count = 0, expected = reading->kind->questions;
    struct place place = response->title ? response->title->place : (struct place){0};
    for (const struct node *node = response->body ? response->body->first : NULL; node; node = node->next) {
        if (node_heading_level(node) != 2) continue;
        if (++count == expected + 1) place = node->place;
    }
    if (!response->body || !expected || count == expected) return;
    reading_lacks(reading, QUESTION_COUNT, place,
                  arena_format(reading->loader->arena, "the response has %zu questions (`##`); expected exactly %s",
                               count, words[expected]));
}

static void load_response(struct reading *reading, const struct kind_part *file)
{
    load_single(reading, file, &reading->report->response);
    check_questions(reading);
}

static void load_summary(struct reading *reading, const struct kind_part *file)
{
    load_single(reading, file, &reading->report->summary);
}

/* ---- chapters ---- */

static void add_chapters(struct reading *reading, const struct part *chapters, size_t count)
{
    struct report *report = reading->report;
    struct part *all = arena_array(reading->loader->arena, report->chapter_count + count, sizeof *all);
    for (size_t i = 0; i < report->chapter_count; i++) all[i] = report->chapters[i];
    for (size_t i = 0; i < count; i++) all[report->chapter_count + i] = chapters[i];
    report->chapters = all;
    report->chapter_count += count;
}

static void load_chapter(struct reading *reading, const struct kind_part *file)
{
    struct part chapter = {.results = file->use == USE_RESULTS};
    if (load_single(reading, file, &chapter)) add_chapters(reading, &chapter, 1);
}

static void load_chapters(struct reading *reading, const struct kind_part *folder)
{
    size_t count = 0;
    const struct part *chapters = numbered_load(reading, folder->file, "chapter", &count);
    add_chapters(reading, chapters, count);
    if (count || !is_required(folder)) return;
    struct loader *loader = reading->loader;
    reading_lacks(reading, FILE_MISSING, folder_place(loader, file_join(loader->arena, reading->folder, folder->file)),
                  "this folder holds no chapter; expected at least one file such as `1-introduction.md`");
}

static void load_annexes(struct reading *reading, const struct kind_part *folder)
{
    struct report *report = reading->report;
    report->annexes = numbered_load(reading, folder->file, "annex", &report->annex_count);
}

/* ---- data and findings ---- */

static bool is_wanted(struct reading *reading, const struct kind_part *file)
{
    return is_required(file) ||
           folder_has(reading->loader, file_join(reading->loader->arena, reading->folder, file->file));
}

static void load_data(struct reading *reading, const struct kind_part *file)
{
    if (is_wanted(reading, file)) load_judgments(reading);
}

static void load_figures(struct reading *reading, const struct kind_part *file)
{
    if (is_wanted(reading, file)) load_survey(reading);
}

static void load_results(struct reading *reading, const struct kind_part *folder)
{
    if (is_wanted(reading, folder)) load_findings(reading);
}

static void load_own_abbreviations(struct reading *reading, const struct kind_part *file)
{
    (void)file;
    load_abbreviations(reading);
}

/* Images are read when a text shows them; in the tables they come last. */
static void load_images(struct reading *reading, const struct kind_part *folder)
{
    (void)folder;
    images_check_unused(reading);
}

static void load_measures(struct reading *reading, const struct kind_part *file)
{
    const char *path = file_join(reading->loader->arena, reading->folder, file->file);
    if (folder_has(reading->loader, path)) measures_add(reading, path);
}

void load_parts(struct reading *reading)
{
    static void (*const load[USE_COUNT])(struct reading *, const struct kind_part *) = {
        [USE_JUDGMENTS] = load_data,     [USE_RESPONSE] = load_response, [USE_SUMMARY] = load_summary,
        [USE_CHAPTER] = load_chapter,    [USE_CHAPTERS] = load_chapters, [USE_RESULTS] = load_chapter,
        [USE_FINDINGS] = load_results,   [USE_ANNEXES] = load_annexes,   [USE_IMAGES] = load_images,
        [USE_ABBREVIATIONS] = load_own_abbreviations,
        [USE_SURVEY] = load_figures,
        [USE_MEASURES] = load_measures,
    };
    const struct report_kind *kind = reading->kind;
    reading->errors_before = messages_count(reading->loader->messages, SEVERITY_ERROR);
    for (size_t i = 0; i < kind->part_count; i++) {
        const struct kind_part *part = &kind->parts[i];
        if (report_kind_part(kind, part->file, reading->has_framework)) load[part->use](reading, part);
    }
}
