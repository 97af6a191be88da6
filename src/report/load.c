/* The content folder as a whole. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "report/load.h"
#include "report/schema.h"
#include "report/subjects.h"

/* A report is a folder with a report.yaml; a folder with judgments, findings or chapters was meant as one. */
static bool is_report(struct loader *loader, const char *name)
{
    static const char *const marks[] = {"report.yaml", "judgments.yaml", "findings", "chapters"};
    if (strcmp(name, "frameworks") == 0) return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (folder_has(loader, file_join(loader->arena, name, marks[i]))) return true;
    }
    return false;
}

static void load_reports(struct loader *loader)
{
    const char **names = file_list(loader->arena, loader->folder);
    size_t count = 0;
    while (names[count]) count++;
    loader->publication->reports = arena_array(loader->arena, count, sizeof *loader->publication->reports);
    for (size_t i = 0; i < count; i++) {
        if (!file_is_folder(file_join(loader->arena, loader->folder, names[i]))) continue;
        if (folder_check(loader, names[i]) && is_report(loader, names[i])) load_report(loader, names[i]);
    }
    if (loader->publication->report_count == 0)
        message_add(loader->messages, NO_REPORTS, (struct place){0},
                    "there is no report in the content folder; expected a folder with a report.yaml");
}

static void publish_all(struct loader *loader)
{
    struct publication *publication = loader->publication;
    size_t count = publication->published_count = publication->report_count;
    publication->published = arena_array(loader->arena, count, sizeof *publication->published);
    for (size_t i = 0; i < count; i++) publication->published[i] = publication->reports[i];
    subjects_begin(loader->arena, publication);
    subjects_order(publication);
}

struct publication *report_load(struct arena *arena, const char *folder, struct messages *messages)
{
    char *real = realpath(folder, NULL);
    if (!real || !file_is_folder(folder)) {
        message_add(messages, FILE_UNREADABLE, (struct place){0},
                    "%s is no folder that can be read; expected the content folder", folder);
        free(real);
        return NULL;
    }
    struct loader loader = {.arena = arena, .messages = messages, .folder = folder, .real = arena_string(arena, real)};
    free(real);
    loader.publication = arena_make(arena, struct publication);
    loader.publication->folder = arena_string(arena, folder);
    load_site(&loader);
    load_shared_abbreviations(&loader);
    load_institutions(&loader);
    load_frameworks(&loader);
    load_reports(&loader);
    answers_link(&loader);
    supervision_link(&loader);
    measures_link(&loader);
    citations_link(&loader);
    publish_all(&loader);
    check_unread(&loader);
    return loader.publication;
}
