#include "commands/skeleton.h"

#include <string.h>

#include "base/file.h"

enum { SHORTEST = 12, DEEPEST = 8 }; /* a shorter text may be anybody's */

struct collection {
    struct arena *arena;
    struct skeleton skeleton;
    size_t capacity;
};

static void add(struct collection *collection, const char *text, size_t length)
{
    while (length && text[length - 1] == ' ') length--;
    if (length < SHORTEST) return;
    struct skeleton *skeleton = &collection->skeleton;
    skeleton->texts =
        arena_grow(collection->arena, skeleton->texts, skeleton->count, &collection->capacity, sizeof *skeleton->texts);
    skeleton->texts[skeleton->count++] = arena_copy(collection->arena, text, length);
}

static void read_markdown(struct collection *collection, const char *text)
{
    for (bool comment = false; *text; text += strcspn(text, "\n"), text += *text == '\n') {
        const char *line = text;
        while (*line == '>' || *line == ' ') line++;
        size_t length = strcspn(line, "\n");
        const char *close = strstr(line, "-->");
        if (strncmp(line, "<!--", 4) == 0) comment = true;
        if (!comment && length && !strchr("#{[", *line)) add(collection, line, strcspn(line, "[*_`{<\n"));
        if (comment && close && close < line + length) comment = false;
    }
}

static void read_yaml(struct collection *collection, const char *text)
{
    static const char mark[] = "{{! fill in }}";
    for (const char *at = text; (at = strstr(at, mark)); at += sizeof mark - 1) {
        const char *begin = at;
        while (begin > text && begin[-1] != '\n' && !(begin - text > 1 && begin[-2] == ':' && begin[-1] == ' ')) begin--;
        add(collection, begin, (size_t)(at - begin));
    }
}

static void read_folder(struct collection *collection, const char *folder, unsigned depth)
{
    for (const char **name = file_list(collection->arena, folder, folder, NULL); *name && depth < DEEPEST; name++) {
        const char *path = file_join(collection->arena, folder, *name);
        if (file_is_folder(path)) {
            read_folder(collection, path, depth + 1);
            continue;
        }
        const struct source *source = file_read(collection->arena, path, path, messages_new(collection->arena));
        if (source && strstr(*name, ".md.")) read_markdown(collection, source->text);
        else if (source && strstr(*name, ".yaml.")) read_yaml(collection, source->text);
    }
}

struct skeleton skeleton_read(struct arena *arena, const struct press *press)
{
    struct collection collection = {.arena = arena};
    read_folder(&collection, file_join(arena, press->data, "templates/new"), 0);
    if (press->house_templates) read_folder(&collection, file_join(arena, press->house_templates, "new"), 0);
    return collection.skeleton;
}
