/* What the program can be asked to do: one file per command. The only place where all rooms meet. */
#ifndef COMMANDS_COMMANDS_H
#define COMMANDS_COMMANDS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/message.h"
#include "report/report.h"

/* The exit status, as the manual documents it. */
enum status { STATUS_FINE = 0, STATUS_MISTAKES = 1, STATUS_UNABLE = 2 };

/* How the messages of `check` are written. */
enum telling { TELLING_TEXT, TELLING_JSON, TELLING_SARIF };

/* The command line, read. Paths as given. */
struct request {
    const char *folder;       /* the content folder, or what `dump` is asked about */
    const char *output;       /* where the site goes */
    const char *data;         /* folder with templates/ and styles/; NULL: found by press_load */
    const char *stage;        /* of dump */
    const char *kind, *name;  /* of the report that `new` begins */
    const char *format;       /* as asked for; NULL: not */
    bool html, pdf;           /* formats to build */
    enum telling telling;     /* of check */
    bool timings;             /* tell the time of each stage on standard error */
    unsigned jobs;            /* reports that are built at once, at least 1 */
    struct edition edition;   /* what is published: with drafts, on which day */
};

/* What a person at a terminal is told at the end. */
struct outcome {
    size_t reports;          /* that were checked or built */
    size_t drafts, embargoes; /* reports that were left out for that */
};

/* Reads the day of --date into the request. false: it is none. */
bool request_read_date(struct request *request, const char *text);

/* Each tells mistakes in `messages` and gives STATUS_FINE only when nothing was left out. */
enum status command_build(struct arena *arena, const struct request *request, struct messages *messages,
                          struct outcome *outcome);
enum status command_check(struct arena *arena, const struct request *request, struct messages *messages,
                          struct outcome *outcome);
enum status command_new(struct arena *arena, const struct request *request, struct messages *messages,
                        struct outcome *outcome);
enum status command_dump(struct arena *arena, const struct request *request, struct messages *messages,
                         struct outcome *outcome);

/* The stages that `dump` knows, NULL-terminated. */
extern const char *const dump_stages[];

#endif
