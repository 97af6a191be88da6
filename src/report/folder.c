/* Files below the content folder, and none elsewhere: every path is followed to its end before it is opened. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "content/content.h"
#include "report/load.h"
#include "report/schema.h"

struct place folder_place(struct loader *loader, const char *path)
{
    struct source *source = arena_make(loader->arena, struct source);
    *source = (struct source){.path = arena_string(loader->arena, path), .text = ""};
    return (struct place){.source = source};
}

bool folder_has(struct loader *loader, const char *path)
{
    struct stat status;
    if (lstat(file_join(loader->arena, loader->folder, path), &status) == 0) return true;
    if (errno != ENOENT && errno != ENOTDIR && errno != ENAMETOOLONG)
        message_add(loader->messages, FILE_UNREADABLE, folder_place(loader, path), "cannot be read: %s", strerror(errno));
    return false;
}

bool folder_holds(struct loader *loader, const char *path)
{
    char *real = realpath(file_join(loader->arena, loader->folder, path), NULL);
    size_t length = strlen(loader->real);
    bool below = real && strncmp(real, loader->real, length) == 0 && (real[length] == '/' || length == 1);
    free(real);
    return below;
}

/* A path that leads nowhere is for whoever opens it. */
bool folder_check(struct loader *loader, const char *path)
{
    if (!file_exists(file_join(loader->arena, loader->folder, path)) || folder_holds(loader, path)) return true;
    message_add(loader->messages, PATH_OUTSIDE, folder_place(loader, path),
                "leads to a place outside the content folder; expected it in there");
    return false;
}

const struct source *folder_read(struct loader *loader, const char *path)
{
    if (!folder_check(loader, path)) return NULL;
    return file_read(loader->arena, file_join(loader->arena, loader->folder, path), path, loader->messages);
}

static void keep(struct loader *loader, const struct value *file)
{
    struct publication *publication = loader->publication;
    publication->files = arena_grow(loader->arena, publication->files, publication->file_count, &loader->file_capacity,
                                    sizeof *publication->files);
    publication->files[publication->file_count++] = file;
}

struct value *folder_read_yaml(struct loader *loader, const char *path, unsigned schema)
{
    if (!folder_has(loader, path)) {
        message_add(loader->messages, FILE_MISSING, folder_place(loader, path), "this file is not there; expected it");
        message_hint(loader->messages, "%s", schema_of(schema)->whole.description);
        return NULL;
    }
    const struct source *source = folder_read(loader, path);
    struct value *value = source ? content_read_yaml(loader->arena, source, loader->messages) : NULL;
    if (!value) return NULL;
    schema_check(loader->arena, schema_of(schema), value, loader->messages);
    keep(loader, value);
    return value;
}

const char **folder_list(struct loader *loader, const char *path)
{
    if (!folder_has(loader, path) || !folder_check(loader, path)) return arena_array(loader->arena, 1, sizeof(char *));
    return file_list(loader->arena, file_join(loader->arena, loader->folder, path), path, loader->messages);
}
