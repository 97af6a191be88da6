#define _GNU_SOURCE /* statx */
#include "output/target.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"

enum { MOST_LINKS = 40 }; /* as the kernel follows */

static char *without_trailing_slashes(struct arena *arena, const char *path)
{
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/') length--;
    return arena_copy(arena, path, length);
}

static const char *folder_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash) return ".";
    return slash == path ? "/" : arena_copy(arena, path, (size_t)(slash - path));
}

/* Makes the folder and all above it, as the umask lets. */
static bool make_folders(struct arena *arena, const char *path)
{
    if (file_is_folder(path)) return true;
    if (mkdir(path, 0777) == 0 || (errno == EEXIST && file_is_folder(path))) return true;
    if (errno != ENOENT || strcmp(path, ".") == 0 || strcmp(path, "/") == 0) return false;
    return make_folders(arena, folder_of(arena, path)) && (mkdir(path, 0777) == 0 || errno == EEXIST);
}

static const char *real_path(struct arena *arena, const char *path)
{
    char *real = realpath(path, NULL);
    const char *copy = real ? arena_string(arena, real) : NULL;
    free(real);
    return copy;
}

/* The end of a chain of links, also where nothing is yet; NULL with errno. */
static const char *behind_links(struct arena *arena, const char *path)
{
    for (int i = 0; i < MOST_LINKS; i++) {
        char to[PATH_MAX];
        ssize_t length = readlink(path, to, sizeof to - 1);
        if (length < 0) return errno == EINVAL || errno == ENOENT ? path : NULL;
        to[length] = '\0';
        path = *to == '/' ? arena_string(arena, to) : file_join(arena, folder_of(arena, path), to);
        path = without_trailing_slashes(arena, path);
    }
    errno = ELOOP;
    return NULL;
}

/* The real folder above the target, which is made where it is not there, and the target's name in it. A path that ends in `.` or
 * `..` names a folder that is there. */
static bool find_path(struct arena *arena, const char *asked, struct target *target)
{
    const char *path = behind_links(arena, without_trailing_slashes(arena, asked));
    if (!path) return false;
    if (file_is_folder(path)) path = real_path(arena, path);
    else if (file_exists(path)) errno = ENOTDIR, path = NULL;
    if (!path) return false;
    if (!make_folders(arena, folder_of(arena, path))) return false;
    target->parent = real_path(arena, folder_of(arena, path));
    target->name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    if (target->parent) target->path = file_join(arena, target->parent, target->name);
    return target->path;
}

/* A mount point, also one on the same file system (a bind mount, as containers have them). */
static bool is_mount(const struct target *target)
{
    struct statx status;
    struct stat above;
    if (stat(target->parent, &above) == 0 && above.st_dev != target->status.st_dev) return true;
    if (!*target->name) return true;
    return statx(AT_FDCWD, target->path, AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS, &status) == 0 &&
           (status.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT) && (status.stx_attributes & STATX_ATTR_MOUNT_ROOT);
}

static bool is_current(const struct target *target)
{
    struct stat here;
    return stat(".", &here) == 0 && here.st_dev == target->status.st_dev && here.st_ino == target->status.st_ino;
}

bool output_find_target(struct arena *arena, const char *asked, struct target *target)
{
    *target = (struct target){.shown = asked};
    errno = ENOENT;
    if (!*asked || !find_path(arena, asked, target)) return false;
    target->there = lstat(target->path, &target->status) == 0;
    if (target->there) target->fixed = is_mount(target) || is_current(target);
    return target->there || errno == ENOENT;
}

bool output_target_holds(const struct target *target, const char *folder)
{
    struct arena *arena = arena_new();
    const char *path = real_path(arena, folder);
    bool holds = false;
    for (struct stat status; target->there && path && !holds && stat(path, &status) == 0; path = folder_of(arena, path)) {
        holds = status.st_dev == target->status.st_dev && status.st_ino == target->status.st_ino;
        if (strcmp(path, "/") == 0) break;
    }
    arena_free(arena);
    return holds;
}

int output_lock(const char *folder)
{
    enum { TRIES = 1000 };
    const struct timespec pause = {0, 10 * 1000 * 1000};
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (int i = 0; file >= 0 && i < TRIES; i++) {
        if (flock(file, LOCK_EX | LOCK_NB) == 0) return file;
        if (errno != EWOULDBLOCK && errno != EINTR) break;
        nanosleep(&pause, NULL);
    }
    int reason = errno;
    if (file >= 0) close(file);
    errno = reason;
    return -1;
}

int output_hold(const char *folder)
{
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file >= 0 && flock(file, LOCK_EX | LOCK_NB) == 0) return file;
    int reason = errno;
    if (file >= 0) close(file);
    errno = reason;
    return -1;
}
