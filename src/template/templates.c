/* The set of templates: adding, from folders too, and finding. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "template/program.h"

enum { FOLDER_DEPTH_LIMIT = 8 };

struct templates *templates_new(struct arena *arena, enum template_mode mode)
{
    struct templates *templates = arena_make(arena, struct templates);
    templates->arena = arena;
    templates->mode = mode;
    return templates;
}

/* Where the name stands, or would stand. */
static size_t position_of(const struct templates *templates, const char *name, bool *found)
{
    size_t low = 0, high = templates->count;
    *found = false;
    while (low < high && !*found) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(name, templates->programs[middle]->name);
        if (order == 0) {
            *found = true;
            low = middle;
        } else if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

bool templates_add(struct templates *templates, const char *name, const struct source *source,
                   struct messages *messages)
{
    struct program *program = program_compile(templates->arena, templates->mode, source, messages);
    if (!program) return false;
    program->name = arena_string(templates->arena, name);
    bool found;
    size_t position = position_of(templates, name, &found);
    if (found) {
        program->index = templates->programs[position]->index;
        templates->programs[position] = program;
        return true;
    }
    program->index = templates->count;
    templates->programs = arena_grow(templates->arena, templates->programs, templates->count, &templates->capacity,
                                     sizeof(struct program *));
    struct program **place = templates->programs + position;
    memmove(place + 1, place, (templates->count - position) * sizeof *place);
    *place = program;
    templates->count++;
    return true;
}

/* One folder of the tree; `name` is its path below the first one, with a slash behind, or "". */
struct folder {
    const char *path, *shown, *name;
    unsigned depth;
};

static bool add_file(struct templates *templates, struct folder folder, const char *file, struct messages *messages)
{
    struct arena *arena = templates->arena;
    const struct source *source =
        file_read(arena, file_join(arena, folder.path, file), file_join(arena, folder.shown, file), messages);
    int length = (int)(strlen(file) - strlen(".mustache"));
    return source &&
           templates_add(templates, arena_format(arena, "%s%.*s", folder.name, length, file), source, messages);
}

static bool is_template(const char *file)
{
    static const char ending[] = ".mustache";
    size_t length = strlen(file);
    return length > sizeof ending - 1 && strcmp(file + length - (sizeof ending - 1), ending) == 0;
}

static bool add_folder(struct templates *templates, struct folder folder, struct messages *messages)
{
    struct arena *arena = templates->arena;
    if (folder.depth > FOLDER_DEPTH_LIMIT) {
        struct source *source = arena_make(arena, struct source);
        *source = (struct source){.path = folder.shown, .text = ""};
        message_add(messages, TEMPLATE_NESTING, (struct place){.source = source},
                    "folders of templates are nested deeper than %d levels", FOLDER_DEPTH_LIMIT);
        return false;
    }
    bool good = true;
    for (const char **file = file_list(arena, folder.path, folder.shown, messages); *file; file++) {
        const char *path = file_join(arena, folder.path, *file);
        if (file_is_folder(path)) {
            struct folder inner = {.path = path,
                                   .shown = file_join(arena, folder.shown, *file),
                                   .name = arena_format(arena, "%s%s/", folder.name, *file),
                                   .depth = folder.depth + 1};
            good = add_folder(templates, inner, messages) && good;
        } else if (is_template(*file)) {
            good = add_file(templates, folder, *file, messages) && good;
        }
    }
    return good;
}

bool templates_add_folder(struct templates *templates, const char *folder, const char *shown, struct messages *messages)
{
    return add_folder(templates, (struct folder){.path = folder, .shown = shown, .name = ""}, messages);
}

const struct program *templates_find(const struct templates *templates, const char *name)
{
    bool found;
    size_t position = position_of(templates, name, &found);
    return found ? templates->programs[position] : NULL;
}

const char *templates_suggest(struct arena *arena, const struct templates *templates, const char *name)
{
    const char **names = arena_array(arena, templates->count, sizeof *names);
    for (size_t i = 0; i < templates->count; i++) names[i] = templates->programs[i]->name;
    return suggest(name, names, templates->count);
}
