#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/pasted.h"
#include "base/utf8.h"

enum { LARGEST = 64 * 1024 * 1024 };

static struct place whole_file(struct arena *arena, const char *shown)
{
    struct source *source = arena_make(arena, struct source);
    *source = (struct source){.path = arena_string(arena, shown), .text = ""};
    return (struct place){.source = source};
}

/* Reads until the end of the file, so that a file which grows or a pipe is no danger. */
static bool read_all(int file, struct buffer *bytes)
{
    char chunk[16 * 1024];
    for (;;) {
        ssize_t got = read(file, chunk, sizeof chunk);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return got == 0;
        buffer_add_bytes(bytes, chunk, (size_t)got);
        if (bytes->length > LARGEST) return true;
    }
}

static bool read_file(struct arena *arena, const char *path, const char *shown, struct buffer *bytes,
                      struct messages *messages)
{
    *bytes = buffer_new(arena);
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    bool regular = file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    bool complete = regular && read_all(file, bytes);
    int reason = file >= 0 && !regular ? EINVAL : errno;
    if (file >= 0) close(file);
    if (!complete) {
        const char *why = reason == EINVAL ? "it is not an ordinary file" : strerror(reason);
        message_add(messages, FILE_UNREADABLE, whole_file(arena, shown), "cannot be read: %s", why);
    } else if (bytes->length > LARGEST) {
        message_add(messages, FILE_TOO_LARGE, whole_file(arena, shown), "is larger than 64 MiB");
    }
    return complete && bytes->length <= LARGEST;
}

/* CRLF and CR to LF, in place. */
static size_t unify_line_ends(char *text, size_t length)
{
    size_t to = 0;
    for (size_t from = 0; from < length; from++) {
        if (text[from] == '\r' && from + 1 < length && text[from + 1] == '\n') continue;
        text[to++] = text[from] == '\r' ? '\n' : text[from];
    }
    text[to] = '\0';
    return to;
}

/* The text as it is to be read. Messages keep the text as it stands in the file. */
static const struct source *as_meant(struct arena *arena, struct source *source, struct messages *messages)
{
    size_t before = messages_total(messages);
    const char *text = pasted_read(arena, source->text, (struct place){.source = source, .line = 1, .column = 1}, messages);
    source->lost_told = messages_total(messages) > before;
    if (!utf8_is_composed(text, strlen(text))) text = utf8_compose(arena, text);
    if (text == source->text) return source;
    struct source *meant = arena_make(arena, struct source);
    *meant = (struct source){.path = source->path, .text = text, .length = strlen(text), .lost_told = source->lost_told};
    return meant;
}

const struct source *file_read(struct arena *arena, const char *path, const char *shown, struct messages *messages)
{
    struct buffer bytes;
    if (!read_file(arena, path, shown, &bytes, messages)) return NULL;
    struct source *source = arena_make(arena, struct source);
    *source = (struct source){.path = arena_string(arena, shown), .text = buffer_text(&bytes)};
    if (bytes.length >= 3 && memcmp(bytes.data, "\xEF\xBB\xBF", 3) == 0) {
        source->text += 3;
        bytes.length -= 3;
    }
    size_t invalid = utf8_invalid(source->text, bytes.length);
    if (invalid < bytes.length) {
        source->length = invalid;
        unsigned byte = (unsigned char)source->text[invalid];
        message_add(messages, FILE_NOT_UTF8, place_at(source, invalid), "byte 0x%02X is not valid here; expected UTF-8 text",
                    byte);
        if (byte) message_hint(messages, "in the editor, save the file with the encoding UTF-8");
        return NULL;
    }
    source->length = bytes.length ? unify_line_ends((char *)source->text, bytes.length) : 0;
    return as_meant(arena, source, messages);
}

const unsigned char *file_read_bytes(struct arena *arena, const char *path, size_t *length, struct messages *messages)
{
    struct buffer bytes;
    if (!read_file(arena, path, path, &bytes, messages)) return NULL;
    *length = bytes.length;
    return (const unsigned char *)buffer_text(&bytes);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char **file_list(struct arena *arena, const char *folder)
{
    const char **names = NULL;
    size_t count = 0, capacity = 0;
    DIR *stream = opendir(folder);
    for (struct dirent *entry; stream && (entry = readdir(stream));) {
        if (entry->d_name[0] == '.') continue;
        names = arena_grow(arena, names, count, &capacity, sizeof *names);
        names[count++] = arena_string(arena, entry->d_name);
    }
    if (stream) closedir(stream);
    names = arena_grow(arena, names, count, &capacity, sizeof *names);
    names[count] = NULL;
    qsort(names, count, sizeof *names, by_bytes);
    return names;
}

bool file_is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool file_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0;
}

char *file_join(struct arena *arena, const char *folder, const char *name)
{
    size_t length = strlen(folder);
    bool slash = length > 0 && folder[length - 1] == '/';
    return arena_format(arena, "%s%s%s", folder, slash || length == 0 ? "" : "/", name);
}
