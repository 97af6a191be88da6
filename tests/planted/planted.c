/* Loaded before the C library: the call that PLANTED_CALL names fails once, the PLANTED_AT'th time, with PLANTED_ERRNO. With PLANTED_COUNT,
 * a file, nothing fails, and what was called is counted into it: a name and a number a line. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum call { OPEN, WRITE, CLOSE, RENAME, EXCHANGE, MKDIR, MKDTEMP, OPENDIR, UNLINK, RMDIR, FLOCK, CHMOD, MALLOC, THREAD, CALLS };
static const char *const names[CALLS] = {"open",  "write", "close", "rename", "exchange", "mkdir",  "mkdtemp",
                                         "opendir", "unlink", "rmdir", "flock", "chmod", "malloc", "thread"};
static atomic_long counts[CALLS];
static long planted_at = -1;
static int planted_call = -1, planted_errno;

__attribute__((constructor)) static void plant(void)
{
    const char *call = getenv("PLANTED_CALL"), *at = getenv("PLANTED_AT"), *reason = getenv("PLANTED_ERRNO");
    for (int i = 0; call && at && reason && i < CALLS; i++) {
        if (strcmp(call, names[i]) == 0) planted_call = i;
    }
    if (planted_call >= 0) planted_at = atol(at), planted_errno = atoi(reason);
    for (int i = 0; i < CALLS; i++) counts[i] = 0; /* what the loader called does not count */
}

__attribute__((destructor)) static void tell(void)
{
    const char *path = getenv("PLANTED_COUNT");
    FILE *file = path ? fopen(path, "w") : NULL;
    for (int i = 0; file && i < CALLS; i++) fprintf(file, "%s %ld\n", names[i], (long)counts[i]);
    if (file) fclose(file);
}

/* Whether this call is the one; errno is set then. */
static int fails(enum call call)
{
    if (atomic_fetch_add(&counts[call], 1) + 1 != planted_at || (int)call != planted_call) return 0;
    errno = planted_errno;
    return 1;
}

#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name))

int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
    va_end(more);
    return fails(OPEN) ? -1 : REAL(int, "open", const char *, int, ...)(path, flags, mode);
}

ssize_t write(int file, const void *bytes, size_t length)
{
    return fails(WRITE) ? -1 : REAL(ssize_t, "write", int, const void *, size_t)(file, bytes, length);
}

int close(int file)
{
    int done = REAL(int, "close", int)(file);
    return fails(CLOSE) ? -1 : done;
}

int rename(const char *from, const char *to)
{
    return fails(RENAME) ? -1 : REAL(int, "rename", const char *, const char *)(from, to);
}

int renameat2(int at, const char *from, int to_at, const char *to, unsigned flags)
{
    return fails(EXCHANGE) ? -1 : REAL(int, "renameat2", int, const char *, int, const char *, unsigned)(at, from, to_at, to, flags);
}

int mkdir(const char *path, mode_t mode)
{
    return fails(MKDIR) ? -1 : REAL(int, "mkdir", const char *, mode_t)(path, mode);
}

char *mkdtemp(char *path)
{
    return fails(MKDTEMP) ? NULL : REAL(char *, "mkdtemp", char *)(path);
}

DIR *opendir(const char *path)
{
    return fails(OPENDIR) ? NULL : REAL(DIR *, "opendir", const char *)(path);
}

int unlink(const char *path)
{
    return fails(UNLINK) ? -1 : REAL(int, "unlink", const char *)(path);
}

int rmdir(const char *path)
{
    return fails(RMDIR) ? -1 : REAL(int, "rmdir", const char *)(path);
}

int flock(int file, int operation)
{
    return fails(FLOCK) ? -1 : REAL(int, "flock", int, int)(file, operation);
}

int chmod(const char *path, mode_t mode)
{
    return fails(CHMOD) ? -1 : REAL(int, "chmod", const char *, mode_t)(path, mode);
}

extern void *__libc_malloc(size_t size);

void *malloc(size_t size)
{
    return fails(MALLOC) ? NULL : __libc_malloc(size);
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*work)(void *), void *argument)
{
    if (fails(THREAD)) return planted_errno;
    return REAL(int, "pthread_create", pthread_t *, const pthread_attr_t *, void *(*)(void *), void *)(thread, attributes, work, argument);
}
