/* Files that nothing reads: a misspelt name would otherwise pass in silence. */
#include <string.h>

#include "base/file.h"
#include "report/load.h"

static void tell(struct loader *loader, const char *path, const char *name, const char *const *known, size_t count)
{
    if (file_is_left_behind(name)) return;
    message_add(loader->messages, FILE_UNUSED, folder_place(loader, path), "nothing reads this file or folder");
    const char *near = suggest(name, known, count);
    if (near) message_hint(loader->messages, "did you mean `%s`?", near);
}

bool file_is_left_behind(const char *name)
{
    static const char *const names[] = {"Thumbs.db", "desktop.ini"};
    size_t length = strlen(name);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(name, names[i]) == 0) return true;
    }
    return name[length - 1] == '~' || (name[0] == '#' && name[length - 1] == '#');
}

static bool is_in(const char *name, const char *const *known, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(name, known[i]) == 0) return true;
    }
    return false;
}

static bool is_loaded_report(const struct loader *loader, const char *name)
{
    for (size_t i = 0; i < loader->publication->report_count; i++) {
        if (strcmp(loader->publication->reports[i]->id, name) == 0) return true;
    }
    return false;
}

static bool ends_with(const char *name, const char *end)
{
    size_t length = strlen(name), end_length = strlen(end);
    return length > end_length && strcmp(name + length - end_length, end) == 0;
}

static void check_frameworks(struct loader *loader)
{
    const char **names = folder_list(loader, "frameworks");
    for (size_t i = 0; names[i]; i++) {
        if (ends_with(names[i], ".yaml")) continue;
        const char *wanted = arena_format(loader->arena, "%.*s.yaml", (int)strcspn(names[i], "."), names[i]);
        tell(loader, file_join(loader->arena, "frameworks", names[i]), names[i], &wanted, 1);
    }
}

void check_unread(struct loader *loader)
{
    static const char *const known[] = {"site.yaml", "institutions.yaml", "frameworks", "house"};
    size_t count = sizeof known / sizeof *known;
    const char **names = file_list(loader->arena, loader->folder);
    for (size_t i = 0; names[i]; i++) {
        if (is_in(names[i], known, count) || is_loaded_report(loader, names[i])) continue;
        bool folder = file_is_folder(file_join(loader->arena, loader->folder, names[i]));
        if (folder && !folder_holds(loader, names[i])) continue; /* told */
        tell(loader, names[i], names[i], known, count);
        if (folder && !file_is_left_behind(names[i]) && !suggest(names[i], known, count))
            message_hint(loader->messages, "a report's folder holds a report.yaml");
    }
    check_frameworks(loader);
}

static void check_findings_folder(struct reading *reading)
{
    struct loader *loader = reading->loader;
    const struct framework *framework = reading->report->framework;
    if (!reading->framework_sound) return;
    const char *folder = file_join(loader->arena, reading->folder, "findings");
    const char **files = arena_array(loader->arena, framework->theme_count, sizeof *files);
    for (size_t i = 0; i < framework->theme_count; i++)
        files[i] = arena_format(loader->arena, "%s.md", framework->themes[i].id);
    const char **names = folder_list(loader, folder);
    for (size_t i = 0; names[i]; i++) {
        if (is_in(names[i], files, framework->theme_count) || file_is_left_behind(names[i])) continue;
        message_add(loader->messages, UNKNOWN_THEME, folder_place(loader, file_join(loader->arena, folder, names[i])),
                    "the framework has no such theme; expected a file for each theme, named by its id");
        const char *near = suggest(names[i], files, framework->theme_count);
        if (near) message_hint(loader->messages, "did you mean `%s`?", near);
    }
}

void check_unread_report(struct reading *reading)
{
    static const char *const known[] = {"report.yaml",     "judgments.yaml", "response.md", "summary.md",
                                        "introduction.md", "conclusion.md",  "results.md",  "findings",
                                        "annexes",         "images"};
    size_t count = sizeof known / sizeof *known;
    struct loader *loader = reading->loader;
    const char **names = folder_list(loader, reading->folder);
    for (size_t i = 0; names[i]; i++) {
        if (!is_in(names[i], known, count))
            tell(loader, file_join(loader->arena, reading->folder, names[i]), names[i], known, count);
    }
    check_findings_folder(reading);
}
