#include "output/made.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sha256.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"

const char made_list[] = ".oordeel";

static const char first_line[] = "# What oordeel made here: SHA-256, size, name. It replaces nothing else.";

/* ---- entries ---- */

struct made_file made_describe(const char *name, const void *bytes, size_t length)
{
    struct made_file file = {.name = name, .size = length};
    SHA2_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, bytes, length);
    SHA256Final(file.digest, &context);
    return file;
}

void made_add(struct arena *arena, struct made *made, struct made_file file)
{
    file.name = arena_string(arena, file.name);
    made->items = arena_grow(arena, made->items, made->count, &made->capacity, sizeof *made->items);
    made->items[made->count++] = file;
}

static int by_name(const void *a, const void *b)
{
    const struct made_file *one = a, *other = b;
    int order = strcmp(one->name, other->name);
    return order ? order : memcmp(one->digest, other->digest, DIGEST_BYTES);
}

void made_sort(struct made *made)
{
    if (made->count) qsort(made->items, made->count, sizeof *made->items, by_name);
}

/* The first entry whose name is not before this one. */
static size_t find_from(const struct made *made, const char *name)
{
    size_t low = 0, high = made->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(made->items[middle].name, name) < 0) low = middle + 1;
        else high = middle;
    }
    return low;
}

bool made_has(const struct made *made, const char *name)
{
    size_t at = find_from(made, name);
    return at < made->count && strcmp(made->items[at].name, name) == 0;
}

/* Whether something of the list stands in the folder of that name. */
static bool has_folder(struct arena *arena, const struct made *made, const char *name)
{
    const char *prefix = arena_format(arena, "%s/", name);
    size_t at = find_from(made, prefix);
    return at < made->count && strncmp(made->items[at].name, prefix, strlen(prefix)) == 0;
}

/* ---- as text ---- */

const char *made_text(struct arena *arena, const struct made *made, size_t *length)
{
    struct buffer out = buffer_new(arena);
    buffer_format(&out, "%s\n", first_line);
    for (size_t i = 0; i < made->count; i++) {
        for (size_t j = 0; j < DIGEST_BYTES; j++) buffer_format(&out, "%02x", made->items[i].digest[j]);
        buffer_format(&out, " %zu %s\n", made->items[i].size, made->items[i].name);
    }
    *length = out.length;
    return buffer_text(&out);
}

static bool read_digest(const char *text, unsigned char *digest)
{
    for (size_t i = 0; i < DIGEST_BYTES; i++) {
        unsigned byte;
        if (strspn(text + 2 * i, "0123456789abcdef") < 2 || sscanf(text + 2 * i, "%2x", &byte) != 1) return false;
        digest[i] = (unsigned char)byte;
    }
    return text[DIGEST_BYTES * 2] == ' ';
}

/* A list that somebody wrote cannot make us leave the folder. */
static bool is_inside(const char *name)
{
    if (!*name || *name == '/') return false;
    for (const char *part = name; part; part = strchr(part, '/'), part += part != NULL) {
        size_t length = strcspn(part, "/");
        if (length == 0 || (length <= 2 && strspn(part, ".") >= length)) return false;
    }
    return true;
}

static bool read_line(struct arena *arena, struct made *made, char *line)
{
    struct made_file file;
    if (!read_digest(line, file.digest)) return false;
    char *end;
    errno = 0;
    uintmax_t size = strtoumax(line + DIGEST_BYTES * 2 + 1, &end, 10);
    if (errno || *end != ' ' || size > SIZE_MAX || !is_inside(end + 1)) return false;
    file.size = (size_t)size;
    file.name = end + 1;
    made_add(arena, made, file);
    return true;
}

/* Reads a whole ordinary file, without following a link; NULL: it is none, or cannot be read. */
static char *read_plain(struct arena *arena, const char *path, size_t *length)
{
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) return NULL;
    char *bytes = NULL;
    if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size >= 0) {
        bytes = arena_array(arena, (size_t)status.st_size + 1, 1);
        ssize_t got;
        for (*length = 0; (got = read(file, bytes + *length, (size_t)status.st_size - *length)) > 0;) *length += (size_t)got;
        if (got < 0) bytes = NULL;
    }
    close(file);
    return bytes;
}

enum made_state made_read(struct arena *arena, const char *folder, struct made *made)
{
    *made = (struct made){0};
    struct stat status;
    const char *path = file_join(arena, folder, made_list);
    if (lstat(path, &status) != 0) return errno == ENOENT || errno == ENOTDIR ? MADE_NONE : MADE_UNREADABLE;
    size_t length;
    char *text = read_plain(arena, path, &length), *rest;
    if (!text || strlen(text) != length) return MADE_UNREADABLE;
    char *line = strtok_r(text, "\n", &rest);
    if (!line || strcmp(line, first_line) != 0) return MADE_UNREADABLE;
    while ((line = strtok_r(NULL, "\n", &rest))) {
        if (!read_line(arena, made, line)) return MADE_UNREADABLE;
    }
    made_sort(made);
    return MADE_LISTED;
}

/* ---- a folder beside its list ---- */

struct comparison {
    struct arena *arena;
    const char *root;
    const struct made *made;
    bool exactly;
    struct foreign foreign;
};

static void add_foreign(struct comparison *comparison, const char *name)
{
    struct foreign *foreign = &comparison->foreign;
    if (foreign->count < FOREIGN_MOST) foreign->names[foreign->count] = arena_string(comparison->arena, name);
    foreign->count++;
}

static bool has_digest(const struct comparison *comparison, const char *path, const struct made_file *file)
{
    struct arena *arena = arena_new();
    size_t length = 0;
    const char *bytes = read_plain(arena, path, &length);
    struct made_file now = {0};
    if (bytes) now = made_describe(file->name, bytes, length);
    arena_free(arena);
    (void)comparison;
    return bytes && now.size == file->size && memcmp(now.digest, file->digest, DIGEST_BYTES) == 0;
}

static bool is_as_made(const struct comparison *comparison, const char *path, const char *name, const struct stat *status)
{
    const struct made *made = comparison->made;
    for (size_t i = find_from(made, name); i < made->count && strcmp(made->items[i].name, name) == 0; i++) {
        if ((size_t)status->st_size != made->items[i].size) continue;
        if (!comparison->exactly || has_digest(comparison, path, &made->items[i])) return true;
    }
    return false;
}

static void compare_folder(struct comparison *comparison, const char *prefix, const char *but);

static void compare_entry(struct comparison *comparison, const char *name)
{
    struct stat status;
    const char *path = file_join(comparison->arena, comparison->root, name);
    if (strcmp(name, made_list) == 0) return;
    bool there = lstat(path, &status) == 0;
    if (there && S_ISDIR(status.st_mode) && has_folder(comparison->arena, comparison->made, name))
        compare_folder(comparison, arena_format(comparison->arena, "%s/", name), NULL);
    else if (!there || !S_ISREG(status.st_mode) || !is_as_made(comparison, path, name, &status)) add_foreign(comparison, name);
}

/* As deep as the list's own names. */
static void compare_folder(struct comparison *comparison, const char *prefix, const char *but)
{
    const char *path = *prefix ? file_join(comparison->arena, comparison->root, prefix) : comparison->root;
    DIR *stream = opendir(path);
    if (!stream) {
        add_foreign(comparison, *prefix ? prefix : ".");
        return;
    }
    struct dirent *entry;
    while (errno = 0, (entry = readdir(stream))) {
        const char *name = entry->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || (but && strcmp(name, but) == 0)) continue;
        compare_entry(comparison, arena_format(comparison->arena, "%s%s", prefix, name));
    }
    if (errno) add_foreign(comparison, *prefix ? prefix : ".");
    closedir(stream);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct foreign made_compare(struct arena *arena, const char *folder, const struct made *made, bool exactly, const char *but)
{
    struct comparison comparison = {.arena = arena, .root = folder, .made = made, .exactly = exactly};
    compare_folder(&comparison, "", but);
    struct foreign *foreign = &comparison.foreign;
    qsort(foreign->names, foreign->count < FOREIGN_MOST ? foreign->count : FOREIGN_MOST, sizeof *foreign->names, by_text);
    return *foreign;
}

/* ---- removing ---- */

/* Removes the folders above the name, from the inside out, as far as they are empty. */
static void remove_folders_above(struct arena *arena, const char *folder, const char *name)
{
    char *above = arena_string(arena, name);
    for (char *slash; (slash = strrchr(above, '/'));) {
        *slash = '\0';
        if (rmdir(file_join(arena, folder, above)) != 0) return;
    }
}

bool made_remove(struct arena *arena, const char *folder, const struct made *made)
{
    int reason = 0;
    for (size_t i = 0; i < made->count; i++) {
        if (unlink(file_join(arena, folder, made->items[i].name)) != 0 && errno != ENOENT && errno != ENOTDIR) reason = errno;
    }
    for (size_t i = made->count; i-- > 0;) remove_folders_above(arena, folder, made->items[i].name);
    errno = reason;
    return !reason;
}
