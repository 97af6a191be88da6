/* Linked into the program of build/counted: how much it does, in steps that no clock, machine or load changes. Every basic block calls
 * the function below (gcc's -fsanitize-coverage=trace-pc); what the C library does for it with text and memory counts by the byte (ld's
 * --wrap). Written at the end to the file that COUNT_FILE names, with the peak of memory. One job only: the counter belongs to no
 * thread. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void __sanitizer_cov_trace_pc(void);

static unsigned long long steps;

void __sanitizer_cov_trace_pc(void)
{
    steps++;
}

enum { BYTES_PER_STEP = 16 };

static void count_bytes(size_t bytes)
{
    steps += bytes / BYTES_PER_STEP;
}

#define MEMORY(name, parameter)\
    void *__real_##name(void *, parameter, size_t);                                                                    \
    void *__wrap_##name(void *a, parameter b, size_t n);                                                               \
    void *__wrap_##name(void *a, parameter b, size_t n)                                                                \
    {                                                                                                                  \
        count_bytes(n);                                                                                                \
        return __real_##name(a, b, n);                                                                                 \
    }
MEMORY(memcpy, const void *)
MEMORY(memmove, const void *)
MEMORY(memset, int)

/* Up to what was found, or to the end. */
void *__real_memchr(const void *, int, size_t);
void *__wrap_memchr(const void *text, int c, size_t n);
void *__wrap_memchr(const void *text, int c, size_t n)
{
    void *found = __real_memchr(text, c, n);
    count_bytes(found ? (size_t)((char *)found - (const char *)text) : n);
    return found;
}

size_t __real_strlen(const char *);
size_t __wrap_strlen(const char *text);
size_t __wrap_strlen(const char *text)
{
    size_t length = __real_strlen(text);
    count_bytes(length);
    return length;
}

#define SEARCH(name, parameter)                                                                                        \
    char *__real_##name(const char *, parameter);                                                                      \
    char *__wrap_##name(const char *text, parameter wanted);                                                           \
    char *__wrap_##name(const char *text, parameter wanted)                                                            \
    {                                                                                                                  \
        char *found = __real_##name(text, wanted);                                                                     \
        count_bytes(found ? (size_t)(found - text) : __real_strlen(text));                                             \
        return found;                                                                                                  \
    }
SEARCH(strchr, int)
SEARCH(strrchr, int)
SEARCH(strstr, const char *)
SEARCH(strpbrk, const char *)

#define SPAN(name)                                                                                                     \
    size_t __real_##name(const char *, const char *);                                                                  \
    size_t __wrap_##name(const char *text, const char *set);                                                           \
    size_t __wrap_##name(const char *text, const char *set)                                                            \
    {                                                                                                                  \
        size_t length = __real_##name(text, set);                                                                      \
        count_bytes(length);                                                                                           \
        return length;                                                                                                 \
    }
SPAN(strspn)
SPAN(strcspn)

/* The peak of memory of this program, in KiB: what the system says of a process that was forked holds its parent's, too. */
static unsigned long peak(void)
{
    char line[200];
    unsigned long kilobytes = 0;
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof line, status)) {
        if (sscanf(line, "VmHWM: %lu", &kilobytes) == 1) break;
    }
    if (status) fclose(status);
    return kilobytes;
}

__attribute__((destructor)) static void write_count(void)
{
    const char *path = getenv("COUNT_FILE");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (!file) return;
    fprintf(file, "%llu %lu\n", steps, peak());
    fclose(file);
}
