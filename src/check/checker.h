/* What all subjects share (inside check/ only): one report, its texts as passages, and a measure for telling. */
#ifndef CHECK_CHECKER_H
#define CHECK_CHECKER_H

#include "check/check.h"
#include "check/passage.h"
#include "check/words.h"
#include "report/report.h"

struct checker {
    struct arena *arena; /* of this report's check; what is told outlives it */
    struct messages *messages;
    const struct publication *publication;
    const struct report *report;
    const struct words *words; /* of the report's language */
    const struct skeleton *skeleton; /* NULL: none is known */
    struct passages passages;
    bool theme_told; /* a theme's verdict is doubtful */
};

/* A YAML file of the report as it was read, or an empty map. */
const struct value *checker_file(const struct checker *checker, const char *name);

/* ---- the subjects, each in the file of its name ---- */

void check_judgments(struct checker *checker);
void check_counts(struct checker *checker);
void check_percentages(struct checker *checker);
void check_tables(struct checker *checker);
void check_lists(struct checker *checker);
void check_dates(struct checker *checker);
void check_chronology(struct checker *checker);
void check_abbreviations(struct checker *checker);
void check_headings(struct checker *checker);
void check_marks(struct checker *checker);
void check_languages(struct checker *checker);
void check_links(struct checker *checker);
void check_pictures(struct checker *checker);
void check_sentences(struct checker *checker);
void check_unfinished(struct checker *checker);
void check_skeleton(struct checker *checker);
void check_response(struct checker *checker);
void check_personal(struct checker *checker);

#endif
