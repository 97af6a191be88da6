#define _GNU_SOURCE /* renameat2 */
#include "output/output.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "output/made.h"
#include "output/target.h"
#include "output/work.h"

struct output {
    struct arena *arena;
    struct target target;
    struct work_folder work;
    bool is_new; /* a tree of its owner's: without a list */
    bool inside; /* built in the target, whose place it cannot take */
    int held;    /* the target, while it is built inside; -1: not */
    struct made old; /* what the target held when we began */
    struct made made;
    pthread_mutex_t mutex; /* of `made` */
    atomic_bool refused;
};

static bool tell(struct messages *messages, const char *path, int reason)
{
    message_add(messages, FILE_UNWRITABLE, (struct place){0}, "%s cannot be written: %s", path, strerror(reason));
    return false;
}

static bool tell_busy(struct messages *messages, const struct target *target)
{
    message_add(messages, OUTPUT_BUSY, (struct place){0}, "%s is being written by another build", target->shown);
    return false;
}

/* ---- what must not be lost ---- */

static bool tell_foreign(const struct target *target, const struct foreign *foreign, struct messages *messages)
{
    struct arena *arena = arena_new();
    struct buffer names = buffer_new(arena);
    size_t named = foreign->count < FOREIGN_MOST ? foreign->count : FOREIGN_MOST;
    for (size_t i = 0; i < named; i++) buffer_format(&names, "%s`%s`", i ? ", " : "", foreign->names[i]);
    if (foreign->count > named) buffer_format(&names, " and %zu more", foreign->count - named);
    message_add(messages, OUTPUT_FOREIGN, (struct place){0},
                "%s holds what oordeel did not make, or what was changed since: %s; expected a new or empty folder, or one as it "
                "was built", target->shown, buffer_text(&names));
    message_hint(messages, "move that to another folder, or choose another one with -o");
    arena_free(arena);
    return false;
}

static bool tell_unlisted(const struct target *target, struct messages *messages)
{
    message_add(messages, OUTPUT_FOREIGN, (struct place){0},
                "%s has no list that oordeel can read of what it made there; expected a new or empty folder, or one as it was built",
                target->shown);
    message_hint(messages, "an earlier version kept none: look whether something of yours is in it, and remove it yourself");
    return false;
}

/* A build that goes on in the target while another one looks at it has its work folder there. */
static const char *own_name(const struct output *output)
{
    return output->inside && output->work.path ? strrchr(output->work.path, '/') + 1 : NULL;
}

/* Whether all that is in `folder` was made by the program, as its list says. */
static bool may_replace(struct output *output, const char *folder, bool exactly, struct messages *messages)
{
    enum made_state state = made_read(output->arena, folder, &output->old);
    if (state == MADE_UNREADABLE) return tell_unlisted(&output->target, messages);
    struct foreign foreign = made_compare(output->arena, folder, &output->old, exactly, own_name(output));
    return foreign.count == 0 || tell_foreign(&output->target, &foreign, messages);
}

/* ---- beginning ---- */

/* The folder above may be one that we may not write, or one on which nothing can be exchanged. */
static bool is_refusal(int reason)
{
    return reason == EACCES || reason == EPERM || reason == EROFS;
}

static bool begin_work(struct output *output, struct messages *messages)
{
    const struct target *target = &output->target;
    output->inside = target->there && target->fixed;
    if (!output->inside && work_begin(output->arena, target, false, &output->work)) return true;
    if (!output->inside && !(target->there && is_refusal(errno))) return tell(messages, target->shown, errno);
    output->inside = true;
    output->held = output_hold(target->path);
    if (output->held < 0) return errno == EWOULDBLOCK ? tell_busy(messages, target) : tell(messages, target->shown, errno);
    work_mend(output->arena, target, true);
    return work_begin(output->arena, target, true, &output->work) || tell(messages, target->shown, errno);
}

/* With what hinders told. What killed builds left beside the target is ended first. */
static bool begin(struct output *output, bool fits(struct output *, struct messages *), struct messages *messages)
{
    struct target *target = &output->target;
    int lock = output_lock(target->parent);
    if (lock < 0 && errno == EWOULDBLOCK) return tell_busy(messages, target);
    if (lock >= 0) work_mend(output->arena, target, false);
    target->there = lstat(target->path, &target->status) == 0;
    bool begun = begin_work(output, messages);
    if (begun && !fits(output, messages)) {
        work_remove(output->arena, &output->work);
        begun = false;
    }
    if (!begun && output->held >= 0) close(output->held);
    if (lock >= 0) close(lock);
    return begun;
}

static struct output *output_new(struct arena *arena, const char *path, struct messages *messages)
{
    struct output *output = arena_make(arena, struct output);
    output->arena = arena;
    output->held = -1;
    pthread_mutex_init(&output->mutex, NULL);
    if (output_find_target(arena, path, &output->target)) return output;
    tell(messages, *path ? path : "an output folder without a name", errno);
    return NULL;
}

static bool fits_as_output(struct output *output, struct messages *messages)
{
    return !output->target.there || may_replace(output, output->target.path, true, messages);
}

struct output *output_begin(struct arena *arena, const char *path, const char *content, struct messages *messages)
{
    struct output *output = output_new(arena, path, messages);
    if (!output) return NULL;
    if (content && output_target_holds(&output->target, content)) {
        message_add(messages, OUTPUT_FOREIGN, (struct place){0}, "%s holds the content that is to be built; expected another folder",
                    path);
        message_hint(messages, "choose another folder with -o");
        return NULL;
    }
    return begin(output, fits_as_output, messages) ? output : NULL;
}

static bool fits_as_new(struct output *output, struct messages *messages)
{
    const struct target *target = &output->target;
    struct foreign there = {0};
    if (target->there) there = made_compare(output->arena, target->path, &(struct made){0}, false, own_name(output));
    if (there.count == 0 && made_read(output->arena, target->path, &output->old) == MADE_NONE) return true;
    message_add(messages, OUTPUT_TAKEN, (struct place){0}, "%s is there already; expected a new name", target->shown);
    return false;
}

struct output *output_begin_new(struct arena *arena, const char *path, struct messages *messages)
{
    struct output *output = output_new(arena, path, messages);
    if (!output) return NULL;
    output->is_new = true;
    return begin(output, fits_as_new, messages) ? output : NULL;
}

/* ---- writing ---- */

static bool make_folder(const char *path)
{
    return mkdir(path, 0777) == 0 || (errno == EEXIST && file_is_folder(path));
}

/* Makes all folders between `root` and the last part of the path, which is changed and restored on the way. */
static bool make_folders_below(const char *root, char *path)
{
    for (char *slash = strchr(path + strlen(root) + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool made = make_folder(path);
        *slash = '/';
        if (!made) return false;
    }
    return true;
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

/* 0, or why not. */
static int write_file(const char *root, char *path, const void *bytes, size_t length)
{
    int file = make_folders_below(root, path) ? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666) : -1;
    if (file < 0) return errno;
    int reason = write_all(file, bytes, length) ? 0 : errno;
    if (close(file) != 0 && !reason) reason = errno;
    return reason;
}

static bool is_sound(const char *name)
{
    for (const char *part = name; part; part = strchr(part, '/'), part += part != NULL) {
        size_t length = strcspn(part, "/");
        if (length == 0 || (length <= 2 && strspn(part, ".") >= length)) return false;
    }
    return true;
}

bool output_write(struct output *output, const char *name, const void *bytes, size_t length, struct messages *messages)
{
    if (!output) return true;
    assert(is_sound(name));
    struct arena *arena = arena_new();
    char *path = file_join(arena, output->work.tree, name);
    int reason = write_file(output->work.tree, path, bytes, length);
    if (reason) {
        output->refused = true;
        tell(messages, file_join(arena, output->target.shown, name), reason);
    } else {
        struct made_file file = made_describe(name, bytes, length);
        pthread_mutex_lock(&output->mutex);
        made_add(output->arena, &output->made, file);
        pthread_mutex_unlock(&output->mutex);
    }
    arena_free(arena);
    return !reason;
}

bool output_was_refused(const struct output *output)
{
    return output && output->refused;
}

/* ---- in one step ---- */

/* The old tree's mode, and its owner where that is allowed: what was closed to others stays closed. */
static bool keep_mode(const struct output *output)
{
    const struct stat *old = &output->target.status;
    if (!output->target.there) return true;
    struct stat now;
    if (stat(output->work.tree, &now) != 0) return false;
    if (now.st_uid != old->st_uid || now.st_gid != old->st_gid) {
        if (chown(output->work.tree, old->st_uid, old->st_gid) != 0 && geteuid() == 0) return false;
    }
    return chmod(output->work.tree, old->st_mode & 07777) == 0;
}

/* Where the file system cannot exchange two folders, the old one is moved aside first: a moment without either, never half a tree;
 * after a kill in that moment the next build brings it back (work.c). */
static bool exchange(const struct output *output)
{
    const char *tree = output->work.tree, *target = output->target.path;
    if (!output->target.there) return renameat2(AT_FDCWD, tree, AT_FDCWD, target, RENAME_NOREPLACE) == 0 ||
                                      ((errno == EINVAL || errno == ENOSYS) && rename(tree, target) == 0);
    if (renameat2(AT_FDCWD, tree, AT_FDCWD, target, RENAME_EXCHANGE) == 0) return true;
    if (errno != EINVAL && errno != ENOSYS) return false;
    const char *aside = file_join(output->arena, output->work.path, "old");
    if (rename(target, aside) != 0) return false;
    if (rename(tree, target) == 0) return rename(aside, tree) == 0;
    int reason = errno;
    rename(aside, target);
    errno = reason;
    return false;
}

/* Somebody may have put a file there while we were building: it is looked for once more in the old tree, where nobody puts more. */
static bool take_place(struct output *output, struct messages *messages)
{
    if (!keep_mode(output) || !exchange(output)) return tell(messages, output->target.shown, errno);
    if (!output->target.there || output->is_new) return true;
    if (may_replace(output, output->work.tree, false, messages)) return true;
    if (!exchange(output)) tell(messages, output->target.shown, errno);
    return false;
}

/* ---- file by file ---- */

static bool write_list(struct output *output, const char *folder, const struct made *made)
{
    size_t length;
    const char *text = made_text(output->arena, made, &length);
    const char *next = file_join(output->arena, output->work.path, "list");
    int reason = write_file(output->work.path, (char *)next, text, length);
    if (!reason && rename(next, file_join(output->arena, folder, made_list)) != 0) reason = errno;
    errno = reason;
    return !reason;
}

static struct made both(struct arena *arena, const struct made *one, const struct made *other)
{
    struct made all = {0};
    for (size_t i = 0; i < one->count; i++) made_add(arena, &all, one->items[i]);
    for (size_t i = 0; i < other->count; i++) made_add(arena, &all, other->items[i]);
    made_sort(&all);
    return all;
}

static bool move_one(const struct output *output, const char *name)
{
    char *path = file_join(output->arena, output->target.path, name);
    return make_folders_below(output->target.path, path) && rename(file_join(output->arena, output->work.tree, name), path) == 0;
}

/* What pages need comes before the pages, the first page last. */
static int turn_of(const char *name)
{
    const char *ending = strrchr(name, '.');
    if (strcmp(name, "index.html") == 0) return 2;
    return ending && strcmp(ending, ".html") == 0 ? 1 : 0;
}

static bool move_all(const struct output *output)
{
    for (int turn = 0; turn <= 2; turn++) {
        for (size_t i = 0; i < output->made.count; i++) {
            const char *name = output->made.items[i].name;
            if (turn_of(name) == turn && !move_one(output, name)) return false;
        }
    }
    return true;
}

static struct made no_longer_made(struct arena *arena, const struct made *old, const struct made *now)
{
    struct made gone = {0};
    for (size_t i = 0; i < old->count; i++) {
        if (!made_has(now, old->items[i].name)) made_add(arena, &gone, old->items[i]);
    }
    return gone;
}

/* While files move, the list has what was there and what is to come, so that after a kill all of it is still known to be ours. */
static bool move_in(struct output *output, struct messages *messages)
{
    const char *target = output->target.path;
    if (!output->is_new && !may_replace(output, target, false, messages)) return false;
    struct made all = both(output->arena, &output->old, &output->made);
    bool moved = (output->is_new || write_list(output, target, &all)) && move_all(output);
    if (moved && !output->is_new) {
        struct made gone = no_longer_made(output->arena, &output->old, &output->made);
        moved = made_remove(output->arena, target, &gone) && write_list(output, target, &output->made);
    }
    return moved || tell(messages, output->target.shown, errno);
}

/* ---- ending ---- */

static bool commit(struct output *output, struct messages *messages)
{
    if (output->inside) return move_in(output, messages);
    if (!output->is_new && !write_list(output, output->work.tree, &output->made)) return tell(messages, output->target.shown, errno);
    int lock = output_lock(output->target.parent);
    if (lock < 0 && errno == EWOULDBLOCK) return tell_busy(messages, &output->target);
    output->target.there = lstat(output->target.path, &output->target.status) == 0;
    bool done = take_place(output, messages);
    if (lock >= 0) close(lock);
    return done;
}

bool output_commit(struct output *output, struct messages *messages)
{
    made_sort(&output->made);
    bool done = commit(output, messages);
    if (!done) output->refused = true;
    output_abandon(output); /* the work folder holds the old tree now, or nothing, or what could not be placed */
    return done;
}

void output_abandon(struct output *output)
{
    work_remove(output->arena, &output->work);
    if (output->held >= 0) close(output->held);
    pthread_mutex_destroy(&output->mutex);
}
