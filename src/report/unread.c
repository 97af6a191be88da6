/* Files that nothing reads: a misspelt name would otherwise pass in silence. */
#include <string.h>

#include "base/file.h"
#include "report/load.h"

#define NOTHING_READS "nothing reads this file or folder"

static void tell(struct loader *loader, const char *path, const char *name, const char *const *known, size_t count)
{
    if (file_is_left_behind(name)) return;
    message_add(loader->messages, FILE_UNUSED, folder_place(loader, path), NOTHING_READS);
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
    static const char *const known[] = {"site.yaml", "institutions.yaml", "abbreviations.yaml", "frameworks", "house"};
    size_t count = sizeof known / sizeof *known;
    const char **names = file_list(loader->arena, loader->folder, "", NULL);
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
    bool findings = report_kind_uses(reading->kind, USE_FINDINGS, reading->has_framework);
    if (!findings || !reading->framework_sound) return;
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

/* The names that the kind knows in a report's folder. */
static size_t known_names(const struct reading *reading, const char *names[])
{
    size_t count = 0;
    names[count++] = "report.yaml";
    for (size_t i = 0; i < reading->kind->part_count; i++) {
        const char *file = reading->kind->parts[i].file;
        if (report_kind_part(reading->kind, file, reading->has_framework)) names[count++] = file;
    }
    return count;
}

/* A file that another kind has, or this one with a framework, is not misspelt. */
static bool hint_kind(const struct reading *reading, const char *name)
{
    struct messages *messages = reading->loader->messages;
    const struct report_kind *kind = reading->kind;
    if (report_kind_part(kind, name, true)) {
        message_hint(messages, "a `%s` has %s only when its report.yaml names a `framework`", kind->name, name);
        return true;
    }
    for (size_t i = 0; report_kind_names[i]; i++) {
        if (!report_kind_part(report_kind_of(report_kind_names[i]), name, true)) continue;
        message_hint(messages, "a `%s` has no %s; a `%s` has", kind->name, name, report_kind_names[i]);
        return true;
    }
    return false;
}

static void tell_unread(struct reading *reading, const char *name, const char *const *known, size_t count)
{
    struct loader *loader = reading->loader;
    if (file_is_left_behind(name)) return;
    message_add(loader->messages, FILE_UNUSED,
                folder_place(loader, file_join(loader->arena, reading->folder, name)), NOTHING_READS);
    if (hint_kind(reading, name)) return;
    const char *near = suggest(name, known, count);
    if (near) message_hint(loader->messages, "did you mean `%s`?", near);
}

void check_unread_report(struct reading *reading)
{
    struct loader *loader = reading->loader;
    const char **known = arena_array(loader->arena, reading->kind->part_count + 1, sizeof *known);
    size_t count = known_names(reading, known);
    const char **names = folder_list(loader, reading->folder);
    for (size_t i = 0; names[i]; i++) {
        if (!is_in(names[i], known, count)) tell_unread(reading, names[i], known, count);
    }
    check_findings_folder(reading);
}
