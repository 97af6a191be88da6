/* The kinds of report as tables (inside report/ only): which files each kind has, and where their text goes. */
#ifndef REPORT_KINDS_H
#define REPORT_KINDS_H

#include <stdbool.h>
#include <stddef.h>

/* What becomes of a file or folder; in a kind's table judgments stand before findings. */
enum part_use {
    USE_JUDGMENTS,
    USE_SURVEY,
    USE_RESPONSE,
    USE_SUMMARY,
    USE_CHAPTER,  /* one file */
    USE_CHAPTERS, /* a folder of numbered files */
    USE_RESULTS,  /* a chapter, behind whose text the findings come */
    USE_FINDINGS,
    USE_MEASURES,
    USE_ANNEXES,
    USE_IMAGES,
    USE_ABBREVIATIONS,
    USE_COUNT
};

/* What an author writes there, for the manual; indexed by use. */
extern const char *const part_use_about[USE_COUNT];

enum part_need {
    NEED_NOT,           /* may be there */
    NEED_FINAL,         /* a final report has it */
    NEED_WITH_FRAMEWORK /* likewise, when report.yaml names a framework; without one the kind has no such part */
};

struct kind_part {
    const char *file; /* its name in the report's folder */
    enum part_use use;
    enum part_need need;
    const char *what; /* for the message that it is missing; NULL: the loader knows better */
};

struct report_kind {
    const char *name; /* what report.yaml writes; also the name of the template */
    const struct kind_part *parts;
    size_t part_count;
    size_t questions;            /* of the response; 0: any number */
    bool answers; /* written by the institution to the inspectorates, maybe in answer to another report */
};

/* A name that is not known, told already, gives a kind that may have every part and needs none: what hangs on the
 * name is then not told, too. */
const struct report_kind *report_kind_of(const char *name);

/* false for the kind of a name that is not known. */
bool report_kind_is_known(const struct report_kind *kind);

/* Does the kind have this part? NULL when it has not. `framework`: report.yaml names one. */
const struct kind_part *report_kind_part(const struct report_kind *kind, const char *file, bool framework);

/* Does the kind have a part of this use? */
bool report_kind_uses(const struct report_kind *kind, enum part_use use, bool framework);

#endif
