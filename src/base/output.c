/* A folder tree that appears complete or not at all (declared in file.h). */
#define _GNU_SOURCE /* renameat2 */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

/* Every tree that may be replaced holds this file, so that only what the program made ever is. */
static const char marker[] = ".oordeel";

struct output {
    const char *target, *work;
    int lock; /* the open work folder, locked as long as this build lives */
};

static bool tell(struct messages *messages, const char *path, const char *why)
{
    message_add(messages, FILE_UNWRITABLE, (struct place){0}, "%s cannot be written: %s", path, why);
    return false;
}

/* Makes one folder; one that is there already is fine. The mode does not follow the umask, so that the
 * same content gives the same tree everywhere. */
static bool make_folder(const char *path)
{
    if (mkdir(path, 0755) == 0) return chmod(path, 0755) == 0;
    return errno == EEXIST && file_is_folder(path);
}

/* Makes all folders above the last part of `path`, which is changed and restored on the way. */
static bool make_folders_above(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool made = make_folder(path);
        *slash = '/';
        if (!made) return false;
    }
    return true;
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status, (void)type, (void)walk;
    return remove(path);
}

static void remove_tree(const char *path)
{
    nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static char *without_trailing_slashes(struct arena *arena, const char *path)
{
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/') length--;
    return arena_copy(arena, path, length);
}

/* A folder that holds files which the program did not make is never replaced. */
static bool may_replace(struct arena *arena, const char *target)
{
    if (!file_exists(target)) return true;
    if (!file_is_folder(target)) return false;
    return file_exists(file_join(arena, target, marker)) || !file_list(arena, target)[0];
}

/* Opens and locks a work folder; -1 when another build holds it or it is gone. */
static int lock_folder(const char *path)
{
    struct stat opened, named;
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return -1;
    bool held = flock(folder, LOCK_EX | LOCK_NB) == 0 && fstat(folder, &opened) == 0 && stat(path, &named) == 0 &&
                opened.st_ino == named.st_ino;
    if (!held) close(folder);
    return held ? folder : -1;
}

static const char work_suffix[] = ".building-";

/* Work folders that no process holds are left over from builds that were killed. */
static void remove_leftovers(struct arena *arena, const char *target)
{
    const char *slash = strrchr(target, '/');
    const char *folder = slash ? arena_copy(arena, target, (size_t)(slash - target) + 1) : "./";
    const char *prefix = arena_format(arena, "%s%s", slash ? slash + 1 : target, work_suffix);
    for (const char **name = file_list(arena, folder); *name; name++) {
        if (strncmp(*name, prefix, strlen(prefix)) != 0) continue;
        const char *path = file_join(arena, folder, *name);
        int held = lock_folder(path);
        if (held < 0) continue;
        remove_tree(path);
        close(held);
    }
}

/* An empty, locked work folder beside the target. */
static struct output *begin(struct arena *arena, const char *target, struct messages *messages)
{
    struct output *output = arena_make(arena, struct output);
    output->target = target;
    char *work = arena_format(arena, "%s%sXXXXXX", output->target, work_suffix);
    remove_leftovers(arena, output->target);
    if (!make_folders_above(work) || !mkdtemp(work) || chmod(work, 0755) != 0 ||
        (output->lock = lock_folder(work)) < 0) {
        tell(messages, target, strerror(errno));
        return NULL;
    }
    output->work = work;
    return output;
}

struct output *output_begin(struct arena *arena, const char *path, struct messages *messages)
{
    const char *target = without_trailing_slashes(arena, path);
    if (!may_replace(arena, target)) {
        message_add(messages, OUTPUT_FOREIGN, (struct place){0},
                    "%s holds something that oordeel did not make; expected a new or empty folder", path);
        message_hint(messages, "choose another folder with -o, or remove this one yourself");
        return NULL;
    }
    struct output *output = begin(arena, target, messages);
    return output && output_write(output, marker, "", 0, messages) ? output : NULL;
}

struct output *output_begin_new(struct arena *arena, const char *path, struct messages *messages)
{
    const char *target = without_trailing_slashes(arena, path);
    if (!file_exists(target) || (file_is_folder(target) && !file_list(arena, target)[0]))
        return begin(arena, target, messages);
    message_add(messages, OUTPUT_TAKEN, (struct place){0}, "%s is there already; expected a new name", path);
    return NULL;
}

static bool write_all(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(file, bytes, length);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes += written;
        length -= (size_t)written;
    }
    return true;
}

bool output_write(struct output *output, const char *name, const void *bytes, size_t length,
                  struct messages *messages)
{
    if (!output) return true;
    assert(name[0] != '/' && !strstr(name, ".."));
    struct arena *arena = arena_new();
    char *path = file_join(arena, output->work, name);
    int file = make_folders_above(path) ? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644) : -1;
    bool written = file >= 0 && fchmod(file, 0644) == 0 && write_all(file, bytes, length);
    if (file >= 0 && close(file) != 0) written = false;
    if (!written) tell(messages, path, strerror(errno));
    arena_free(arena);
    return written;
}

/* Exchanges two folders in one step where the file system can; elsewhere the old one is moved aside first,
 * which leaves a moment without either but never half a tree. */
static bool swap(const char *work, const char *target)
{
    if (renameat2(AT_FDCWD, work, AT_FDCWD, target, RENAME_EXCHANGE) == 0) return true;
    if (errno == ENOENT) return rename(work, target) == 0;
    if (errno != EINVAL && errno != ENOSYS) return false;
    struct arena *arena = arena_new();
    char *aside = arena_format(arena, "%s.old", work);
    bool swapped = rename(target, aside) == 0 && rename(work, target) == 0 && rename(aside, work) == 0;
    arena_free(arena);
    return swapped;
}

bool output_commit(struct output *output, struct messages *messages)
{
    bool swapped = swap(output->work, output->target);
    if (!swapped) tell(messages, output->target, strerror(errno));
    output_abandon(output); /* the work folder holds the old tree now, or nothing, or what could not be placed */
    return swapped;
}

void output_abandon(struct output *output)
{
    remove_tree(output->work);
    close(output->lock);
}
