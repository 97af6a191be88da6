/* The model: what a report says, validated once and then trusted.
 *
 * report_load reads a content folder (../content.h), checks it against the schema tables, links names to
 * things and checks meaning. All mistakes are told; it goes on and gives what it could load. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/message.h"
#include "base/value.h"
#include "document/document.h"
#include "image/image.h"

/* One step of a scale, or one verdict: data of the framework, best first. */
struct step {
    const char *code, *label, *definition; /* definition NULL for verdicts without one */
    const char *colour;                    /* "#rrggbb" */
    const char *symbol;                    /* SVG path data on a 24 x 24 grid, stroked */
    bool judged;                           /* false: "not judged" */
    size_t rank;                           /* 0 = best */
};

struct norm {
    const char *id, *title, *label;
    struct node *criteria; /* body element, NULL when none */
    const struct theme *theme;
    struct place place;
};

struct theme {
    const char *id, *title, *question; /* question NULL when none */
    struct node *criteria;             /* NULL when none */
    struct norm *norms;
    size_t norm_count;
    struct place place;
};

struct framework {
    const char *id, *title, *version, *language;
    struct step *scale, *verdicts;
    size_t scale_count, verdict_count;
    struct theme *themes;
    size_t theme_count;
};

struct date {
    int year, month, day; /* year 0: unknown; of a period, month and day 0: the whole year, or day 0: the whole month */
};

/* A step in the supervision of an institution or region, as institutions.yaml has it. */
struct supervision {
    const char *step;         /* a name of supervision_steps */
    struct date date, until;  /* periods; until: year 0 when none */
    const char *text, *source; /* source NULL when none */
    const struct report *report; /* the one that tells of it; NULL when none */
    const char *report_id;       /* as written */
    struct place place, report_place;
};

/* The names of the steps, NULL at the end. */
extern const char *const supervision_steps[];

/* INSTITUTION_OF_NO_KIND: its file does not tell, which was told. */
enum institution_kind { INSTITUTION_GI, INSTITUTION_INSPECTORATE, INSTITUTION_REGION, INSTITUTION_OF_NO_KIND };

struct institution {
    const char *id, *name, *short_name, *kvk; /* short_name falls back to name; kvk NULL when none */
    enum institution_kind kind;
    const struct institution *parent; /* NULL when none */
    struct supervision *supervision;  /* the steps in their order */
    size_t supervision_count;
    const struct report **reports; /* the published ones on it, newest first */
    size_t report_count;
};

/* A judgment on a norm: `step` NULL means `unknown` (a source no longer shows it), with note and source. */
struct judgment {
    const struct norm *norm;
    const struct step *step;
    const char *note, *source;
    struct place place;
};

struct shortcoming {
    const char *id; /* "1a.1-1" */
    struct node *body;
};

/* What the findings file says under one norm. */
struct finding {
    const struct norm *norm;
    const struct judgment *judgment;
    struct node *body; /* without the shortcomings */
    struct shortcoming *shortcomings;
    size_t shortcoming_count;
};

struct theme_result {
    const struct theme *theme;
    const struct step *verdict; /* NULL: unknown */
    struct node *introduction;  /* before the first heading; with all sections for a theme without norms */
    struct node *verdict_text;  /* "Oordeel"; NULL when none */
    struct finding *findings;   /* [theme->norm_count] */
};

/* survey.yaml. A question's figures are a grid: a row for each answer (or statement, or month), a column for each series;
 * plain answers are one column without a label. */
enum chart_kind { CHART_BARS, CHART_STACKED, CHART_DONUT, CHART_HISTOGRAM, CHART_LINE, CHART_KIND_COUNT };
/* More cannot be told apart by pattern and place; more grades have no room for their figures. */
enum { CHART_MOST_SERIES = 6, CHART_MOST_GRADES = 20 };
enum survey_unit { UNIT_PERCENT, UNIT_COUNT, UNIT_GRADE };

struct survey_value {
    double value;
    int decimals; /* as written */
    bool known;   /* false: `unknown` */
    struct place place;
};

struct survey_row {
    const char *label;
    struct survey_value *values; /* [column_count of the question] */
};

struct question {
    const char *id, *text;
    const char *heading; /* of the first column of its table; NULL when none */
    enum chart_kind chart;
    enum survey_unit unit;
    size_t n;            /* its own, or the survey's; 0: not known */
    const char **columns;
    size_t column_count; /* of plain answers 1, and columns[0] is NULL */
    struct survey_row *rows;
    size_t row_count;
    struct survey_value mean; /* of a histogram */
    const char *note;   /* NULL when none */
    struct place place; /* of its key */
};

struct survey {
    const char *title, *population, *period; /* NULL when none */
    size_t n;                                /* 0: not known */
    struct node *note;                       /* NULL when none */
    struct question *questions;
    size_t question_count;
};

/* A Markdown part with its title: response, summary, chapters, annexes. */
struct part {
    const char *id;      /* "introduction", "annex-1" */
    struct node *title;  /* children of the h1 */
    struct node *body;   /* without the h1; NULL: this report has no such part */
    bool results;        /* of a chapter: the findings come behind its text */
};

/* Something that a report rests on, as report.yaml lists it. */
struct source_record {
    const char *id;                   /* what `source:` leads to; NULL: it cannot be cited */
    const char *number;               /* "3", "3.2"; NULL: no source of this report has an id */
    const char *title;
    const char *author, *date, *url;  /* the date in words; each NULL when not given */
    const char *group;                /* a heading in the list, of those at the top only; NULL: none */
    struct source_record *items;      /* its parts: the documents that were studied */
    size_t item_count;
    bool cited; /* by a text of the report, itself or one of its parts */
    struct place place;
};

/* An abbreviation that abbreviations.yaml explains, in the report's folder or in the content folder for all reports. */
struct abbreviation {
    const char *name;     /* "GI" */
    const char *text;     /* "gecertificeerde instelling" */
    const char *plural;   /* what `GI’s` stands for; NULL when not given */
    const char *language; /* of the text; NULL: the report's */
    bool hereafter;       /* introduced as "… (hierna: GI)" and not as "… (GI)" */
    bool shared;          /* of the content folder, and so not for this report alone */
    struct place place;
};

enum report_status { REPORT_DRAFT, REPORT_FINAL };

/* Why a report is left out of an edition. */
enum withheld { WITHHELD_NOT, WITHHELD_DRAFT, WITHHELD_EMBARGO };

enum measure_status { MEASURE_PLANNED, MEASURE_STARTED, MEASURE_DONE, MEASURE_DELAYED, MEASURE_DROPPED };

/* How far a measure was on a day or in a month or year. */
struct measure_step {
    struct date date;
    enum measure_status status;
    const char *note; /* NULL when none */
};

/* What a plan's authors will do about shortcomings of the report that the plan answers. */
struct measure {
    const char *id, *title;
    const char *owner;     /* NULL: unknown */
    const char *indicator; /* NULL: none */
    struct date deadline;  /* a day, month or year; year 0: unknown */
    const char *chapter;   /* "2"; NULL: not said */
    const struct shortcoming **answers;
    size_t answer_count;
    struct measure_step *progress; /* the last is the present one */
    size_t step_count;
    enum measure_status status; /* at present */
    struct place place;
};

/* A shortcoming of the answered report, and what a plan does about it. */
struct coverage {
    const struct finding *finding; /* to which it belongs */
    const struct shortcoming *shortcoming;
    const struct measure **measures;
    size_t measure_count;
    const char *reason; /* why there is no measure; NULL: not said */
};

/* Where a report refers to a place in another: `[](report:ID#target)` or `[!QUOTED] report:ID#target`. */
struct citation {
    const struct report *report; /* the other */
    const char *target;          /* an element's id in its finished document */
    bool quoted;                 /* its words are shown here, too */
    struct place place;
};

struct report {
    size_t index; /* its place among the publication's reports */
    const char *id, *kind, *title, *subtitle, *language; /* kind: a name of the table in kinds.c, or what else was written */
    const char *version;                                 /* in words; NULL when none */
    struct date version_day;                             /* year 0: the version is no day */
    enum report_status status;
    struct node *reconstruction; /* NULL when none */
    const struct institution *institution;
    const struct institution **inspectorates;
    size_t inspectorate_count;
    const struct institution **authors; /* the inspectorates or, of a plan, the institution */
    size_t author_count;
    const struct report *answers;       /* the report that a plan answers; NULL when none */
    struct place answers_place;
    const struct report *answer, *older_answer; /* the newest published plan that answers this one; of that one, the one before it */
    struct date embargo; /* the day from which on it may be published; year 0: none */
    struct place embargo_place;
    enum withheld withheld; /* from the edition; see report_select */
    const struct framework *framework;  /* NULL when none */
    const char *supervision, *outcome; /* NULL when none */
    struct date *visits;
    size_t visit_count;
    struct date published;
    struct date about; /* for putting reports in order: the best known of publication, last visit, version, supervision */
    const struct step *verdict; /* overall; NULL when none */
    struct source_record *sources;
    size_t source_count;
    struct abbreviation *abbreviations; /* that a reader may meet here, by name as a glossary sorts them */
    size_t abbreviation_count;
    struct part response, summary;
    struct part *chapters; /* in their order */
    size_t chapter_count;
    struct part *annexes;
    size_t annex_count;
    struct images images; /* of pixels, that the texts show; drawings stand in the texts themselves */
    struct measure *measures; /* of a plan; NULL: it has no measures.yaml */
    size_t measure_count;
    struct coverage *coverage; /* of every shortcoming of the answered report, in its order */
    size_t coverage_count;
    struct theme_result *themes; /* [framework->theme_count]; NULL: the report has no findings */
    const struct survey *survey; /* NULL when none */
    struct citation *citations;  /* in the order of its files */
    size_t citation_count;
    const struct report **needs; /* the reports cited, each once: they are finished before this one. No circles. */
    size_t need_count;
    bool cited;                  /* by another report */
    const char **quoted;         /* the ids in it whose words other reports show, sorted, each once */
    size_t quoted_count;
};

/* What site.yaml says of the checks; severities are set where messages are collected. */
struct check_settings {
    const char **names, **allowed; /* of persons that may stand nowhere; what may be published all the same */
    size_t name_count, allowed_count;
    size_t response_words;
};

/* A content folder, loaded. */
struct publication {
    const char *folder;
    struct abbreviation *abbreviations; /* for all reports */
    size_t abbreviation_count;
    const char *publisher, *title, *base_url, *language; /* base_url NULL when none */
    const char **address; /* of the publisher: its lines */
    size_t address_count;
    struct node *contact; /* NULL when none */
    struct node *description;
    struct framework **frameworks;
    size_t framework_count;
    struct institution *institutions;
    size_t institution_count;
    struct report **reports; /* sorted by id */
    size_t report_count;
    struct check_settings checks;
    const struct value **files; /* every YAML file as it was read, in that order; its place knows its path */
    size_t file_count;
    struct report **published; /* those of the edition, in the same order: all until report_select leaves some out */
    size_t published_count;
    const struct report **newest, **by_subject; /* those, the newest first; those of one institution together */
    bool preview; /* the edition holds drafts */
};

/* What is to be published of a content folder. */
struct edition {
    bool drafts;      /* also the drafts: a preview */
    struct date date; /* the day on which it is published: decides embargoes; year 0: not told, so that none is over */
};

/* Reads the day of an edition, "2025-12-01". false: it is no day of the calendar in that form. */
bool report_read_date(const char *text, struct date *date);

/* Loads, links and checks everything below `folder`. NULL only when the folder cannot be used at all. */
struct publication *report_load(struct arena *arena, const char *folder, struct messages *messages);

/* All texts of a report that an author wrote, in the order of the document: bodies of parts, introductions, verdicts,
 * findings, shortcomings. [*count] */
const struct node **report_texts(struct arena *arena, const struct report *report, size_t *count);
/* Leaves out of the publication what the edition does not hold: drafts, and final reports under embargo. A draft is no
 * publication, so its embargo does not count. Tells every report of the edition that refers to one that is left out. */
void report_select(struct publication *publication, const struct edition *edition, struct messages *messages);

/* Tells that something at `place`, in a report of the edition, refers to one that is left out. */
void report_tell_withheld(const struct report *withheld, struct place place, struct messages *messages);

/* The view that templates read (see src/report/README.md for its keys; every key is always there, false when
 * it has no value). Markdown becomes `<?insert N?>` markup, its trees kept in `insertions`: copies, so that a
 * view may be made again. `words` is the interface language's map and becomes the member `words`. */
struct value *report_view(struct arena *arena, const struct publication *publication, const struct report *report,
                          struct value *words, struct insertions *insertions);

/* The view of the start page: publisher, title, description, reports[]. */
struct value *report_start_view(struct arena *arena, const struct publication *publication, struct value *words,
                                struct insertions *insertions);

/* The kinds of report, in the order of the manual; NULL at the end. */
extern const char *const report_kind_names[];

/* May a report, an institution or a framework be called so? */
bool report_id_is_sound(const char *id);

/* The names of the YAML files' schemas: "site", "framework", "report" …; NULL at the end. */
const char **report_schema_names(struct arena *arena);

/* The JSON Schema (draft 7) of one of them, for completion and checks in editors. false: there is none of that name. */
bool report_write_schema(struct buffer *out, const char *name);
/* The chart of that name ("bars"); CHART_KIND_COUNT when there is none such. */
enum chart_kind chart_kind_of(const char *name);
/* The names of the kinds, in their order, NULL at the end. */
extern const char *const chart_kind_names[];

/* What an author can write, from the tables that the loader checks with, for the manual:
 *   kinds [{name, parts [{file, about, final, with_framework}]}]
 *   files [{file, about, map, records [{name, top, keys [{key, form, about, required, required_of, choices}]}]}]
 * `choices` and such are texts, words between backquotes; false when there are none. */
struct value *report_forms(struct arena *arena);

/* The model as JSON, for `oordeel dump model` and golden tests. */
void report_dump(struct buffer *out, const struct publication *publication);

#endif
