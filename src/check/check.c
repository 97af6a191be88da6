#include "check/check.h"

#include <string.h>

#include "base/file.h"
#include "check/checker.h"

const struct value *checker_file(const struct checker *checker, const char *name)
{
    const char *path = file_join(checker->arena, checker->report->id, name);
    for (size_t i = 0; i < checker->report->file_count; i++) {
        const struct value *file = checker->publication->files[checker->report->first_file + i];
        if (file->place.source && strcmp(file->place.source->path, path) == 0) return file;
    }
    return value_map(checker->arena);
}

static void (*const subjects[])(struct checker *) = {
    check_judgments,  check_counts,        check_percentages, check_tables,   check_lists, check_dates,
    check_chronology, check_abbreviations, check_headings,    check_links,    check_marks, check_pictures,
    check_languages,  check_sentences,     check_unfinished,  check_skeleton, check_response, check_personal,
};

static void check_report(const struct publication *publication, const struct skeleton *skeleton,
                         const struct report *report, struct messages *messages)
{
    struct arena *arena = arena_new();
    struct checker checker = {.arena = arena,
                              .messages = messages,
                              .publication = publication,
                              .report = report,
                              .words = words_of(report->language),
                              .skeleton = skeleton};
    checker.passages = passages_of_report(arena, publication, report);
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) subjects[i](&checker);
    arena_free(arena);
}

/* What belongs to no report is looked at for what may stand nowhere. */
static void check_folder(const struct publication *publication, const struct skeleton *skeleton, struct messages *messages)
{
    struct arena *arena = arena_new();
    struct checker checker = {
        .arena = arena, .messages = messages, .publication = publication, .words = words_of(publication->language), .skeleton = skeleton};
    checker.passages = passages_of_folder(arena, publication);
    check_skeleton(&checker);
    check_personal(&checker);
    arena_free(arena);
}

void check_publication(const struct publication *publication, const struct skeleton *skeleton, struct messages *messages)
{
    check_folder(publication, skeleton, messages);
    for (size_t i = 0; i < publication->report_count; i++)
        check_report(publication, skeleton, publication->reports[i], messages);
}
