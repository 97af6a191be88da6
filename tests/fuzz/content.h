/* A small content folder of a report and a plan, of which the input is one file. The first byte of an input says which: 'a' is
 * the first of the table; what stands behind the first line's end is the file. */
#ifndef TESTS_FUZZ_CONTENT_H
#define TESTS_FUZZ_CONTENT_H

#include <fcntl.h>

#include "fuzz.h"
#include "report/report.h"

static const char *const content_files[] = {
    "site.yaml",                       "institutions.yaml",          "abbreviations.yaml",
    "frameworks/klein-2025.yaml",      "demo-2025/report.yaml",      "demo-2025/judgments.yaml",
    "demo-2025/survey.yaml",           "plan-2025/report.yaml",      "plan-2025/measures.yaml",
    "demo-2025/introduction.md",       "demo-2025/findings/1.md",    "demo-2025/findings/2.md",
    "demo-2025/response.md",           "demo-2025/summary.md",       "demo-2025/annexes/1-verantwoording.md",
    "plan-2025/chapters/1-inleiding.md", "demo-2025/abbreviations.yaml"};
enum { CONTENT_FILES = sizeof content_files / sizeof *content_files };

static char content_folder[200];

static inline void content_remove(void)
{
    char command[300];
    snprintf(command, sizeof command, "rm -rf '%s'", content_folder);
    if (system(command)) abort();
}

/* Made once; what an input changes is put back behind it. */
static inline void content_make(void)
{
    const char *place = getenv("TMPDIR");
    char command[1500];
    snprintf(content_folder, sizeof content_folder, "%.150s/oordeel-XXXXXX", place ? place : "/tmp");
    promise(mkdtemp(content_folder), "no folder %s", content_folder);
    snprintf(command, sizeof command,
             "cp -R tests/golden/report/plans/. '%s' && cp tests/golden/report/base/demo-2025/survey.yaml '%s/demo-2025' && "
             "cp tests/golden/report/kinds/abbreviations.yaml '%s'",
             content_folder, content_folder, content_folder);
    promise(system(command) == 0, "%s", command);
    atexit(content_remove);
}

static inline void content_write(const char *path, const void *bytes, size_t length)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    promise(file >= 0 && write(file, bytes, length) == (ssize_t)length, "cannot write %s", path);
    close(file);
}

/* Loads the content with the input in its place; NULL only when that is told. */
static inline struct publication *content_load(struct run *run)
{
    if (!content_folder[0]) content_make();
    const unsigned char *line = run->length ? memchr(run->bytes, '\n', run->length) : NULL;
    size_t begin = line ? (size_t)(line - run->bytes) + 1 : run->length, length = 0;
    const char *name = content_files[run->length ? (run->bytes[0] + CONTENT_FILES * 256 - 'a') % CONTENT_FILES : 0];
    const char *path = file_join(run->arena, content_folder, name);
    bool there = file_exists(path);
    const unsigned char *old = there ? file_read_bytes(run->arena, path, &length, run->messages) : NULL;
    content_write(path, run->bytes + begin, run->length - begin);
    struct publication *publication = report_load(run->arena, content_folder, run->messages);
    if (there) content_write(path, old, length);
    else unlink(path);
    if (!publication) promise(messages_count(run->messages, SEVERITY_ERROR) > 0, "nothing loaded, and nobody told why");
    return publication;
}

#endif
