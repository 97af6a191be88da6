#include "output/work.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "output/made.h"

const char work_inside_name[] = ".oordeel-building";

/* In every work folder, before anything else: a folder is ours by this file, not by its name. */
static const char mark[] = "oordeel-work-folder";
static const char mark_text[] = "oordeel builds here; when no build is running, this folder can go.\n";

static const char *folder_for(const struct target *target, bool inside)
{
    return inside ? target->path : target->parent;
}

static const char *prefix_for(struct arena *arena, const struct target *target, bool inside)
{
    return inside ? arena_format(arena, "%s-", work_inside_name) : arena_format(arena, "%s.building-", target->name);
}

static bool write_mark(struct arena *arena, const char *work)
{
    int file = open(file_join(arena, work, mark), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    bool written = file >= 0 && write(file, mark_text, strlen(mark_text)) == (ssize_t)strlen(mark_text);
    return file >= 0 && close(file) == 0 && written;
}

bool work_begin(struct arena *arena, const struct target *target, bool inside, struct work_folder *work)
{
    const char *prefix = prefix_for(arena, target, inside);
    char *path = file_join(arena, folder_for(target, inside), arena_format(arena, "%sXXXXXX", prefix));
    *work = (struct work_folder){.lock = -1};
    if (!mkdtemp(path)) return false;
    work->path = path;
    work->tree = file_join(arena, path, "tree");
    work->lock = output_hold(path);
    if (work->lock >= 0 && write_mark(arena, path) && mkdir(work->tree, 0777) == 0) return true;
    int reason = errno;
    work_remove(arena, work);
    errno = reason;
    return false;
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status, (void)type, (void)walk;
    return remove(path);
}

/* A tree without a list was never finished: nobody but us has seen it. */
static void remove_tree(struct arena *arena, const char *tree)
{
    struct made made;
    if (made_read(arena, tree, &made) == MADE_NONE) {
        nftw(tree, remove_one, 16, FTW_DEPTH | FTW_PHYS);
        return;
    }
    made_remove(arena, tree, &made);
    if (made_compare(arena, tree, &(struct made){0}, false, NULL).count == 0) unlink(file_join(arena, tree, made_list));
    rmdir(tree);
}

void work_remove(struct arena *arena, const struct work_folder *work)
{
    remove_tree(arena, work->tree);
    unlink(file_join(arena, work->path, "list")); /* half written */
    unlink(file_join(arena, work->path, mark));
    if (rmdir(work->path) != 0 && errno != ENOENT) write_mark(arena, work->path); /* so that the next build knows it */
    if (work->lock >= 0) close(work->lock);
}

static bool has_mark(struct arena *arena, const char *work)
{
    char text[sizeof mark_text] = "";
    struct stat status;
    int file = open(file_join(arena, work, mark), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) return false;
    bool same = fstat(file, &status) == 0 && S_ISREG(status.st_mode) && read(file, text, sizeof text) == (ssize_t)strlen(mark_text) &&
                memcmp(text, mark_text, strlen(mark_text)) == 0;
    close(file);
    return same;
}

/* What a build without the exchange moved aside, and was killed before it put the new one there. */
static void bring_back(struct arena *arena, const struct target *target, const char *work)
{
    const char *aside = file_join(arena, work, "old");
    if (file_is_folder(aside) && !file_exists(target->path)) rename(aside, target->path);
    if (file_is_folder(aside)) remove_tree(arena, aside);
}

static void mend_one(struct arena *arena, const struct target *target, const char *path)
{
    struct work_folder left = {.path = path, .tree = file_join(arena, path, "tree"), .lock = output_hold(path)};
    if (left.lock < 0) return; /* a build that lives, or no folder of ours */
    if (has_mark(arena, path)) {
        bring_back(arena, target, path);
        work_remove(arena, &left);
    } else {
        close(left.lock);
    }
}

void work_mend(struct arena *arena, const struct target *target, bool inside)
{
    const char *folder = folder_for(target, inside), *prefix = prefix_for(arena, target, inside);
    size_t length = strlen(prefix);
    DIR *stream = opendir(folder);
    for (struct dirent *entry; stream && (entry = readdir(stream));) {
        const char *name = entry->d_name;
        if (strncmp(name, prefix, length) == 0 && strlen(name) == length + 6) mend_one(arena, target, file_join(arena, folder, name));
    }
    if (stream) closedir(stream);
}
