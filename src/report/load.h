/* What the loading of one content folder shares (inside report/ only). */
#ifndef REPORT_LOAD_H
#define REPORT_LOAD_H

#include <stdbool.h>

#include "report/kinds.h"
#include "report/language.h"
#include "report/report.h"

/* A framework's file: when it is not sound, what refers to it is not checked, so that one mistake is told once. */
struct framework_file {
    const char *id;
    struct framework *framework; /* NULL: could not be read */
    bool sound;                  /* every theme, norm and step has its id or code */
};

/* A report that answers another: linked when all are loaded. */
struct answer {
    struct report *report;
    const char *id; /* of the report that it answers */
    struct place place;
};

/* A reference to another report: linked when all are loaded. */
struct unlinked {
    struct report *report; /* in which it stands */
    const char *address;   /* "ID" or "ID#target" */
    bool quoted;
    struct place place;
};

/* A plan's measures.yaml: linked when all are loaded. */
struct measures_file {
    struct report *report;
    const struct value *file;
    bool sound; /* nothing was told of it so far: what it lacks, it lacks on purpose or by oversight */
};

struct loader {
    struct arena *arena;
    struct messages *messages;
    const char *folder; /* as asked for */
    const char *real;   /* without symbolic links */
    struct publication *publication;
    struct framework_file *frameworks;
    size_t framework_count;
    struct answer *answers;
    size_t answer_count, answer_capacity;
    size_t file_capacity; /* of publication->files */
    struct measures_file *measures;
    size_t measures_count, measures_capacity;
    struct unlinked *unlinked;
    size_t unlinked_count, unlinked_capacity;
    bool institutions_sound; /* institutions.yaml could be read */
};

/* One report that is being loaded. */
struct reading {
    struct loader *loader;
    struct report *report;
    const struct report_kind *kind;
    const struct language *language;
    const char *folder; /* below the content folder */
    bool draft;
    bool has_framework; /* report.yaml names one, sound or not */
    bool framework_sound;
    struct place place; /* of report.yaml */
    bool misplaced_told; /* a norm under themes, or a theme under norms */
    struct image_files *images; /* NULL: none yet */
    size_t text_length;         /* of all files of text so far */
    size_t errors_before;       /* told before the parts were loaded */
};

/* ---- folder.c: files below the content folder ---- */

/* A place that stands for a file as a whole, also when it is not there. */
struct place folder_place(struct loader *loader, const char *path);

/* True when there is something of that name. */
bool folder_has(struct loader *loader, const char *path);

/* True when the path, symbolic links followed, stays below the content folder. */
bool folder_holds(struct loader *loader, const char *path);

/* The same, told when it does not; a path that leads nowhere is for whoever opens it. */
bool folder_check(struct loader *loader, const char *path);

/* Reads a file. NULL: already told. */
const struct source *folder_read(struct loader *loader, const char *path);

/* Reads a YAML file and holds it against its schema. NULL: already told. */
struct value *folder_read_yaml(struct loader *loader, const char *path, unsigned schema);

/* The names in a folder below the content folder; empty when it is not there or leads outside. */
const char **folder_list(struct loader *loader, const char *path);

/* ---- values.c: reading checked values ---- */

/* The text of a key, trimmed; NULL when it is not there or no text (then the schema told it). */
const char *value_text_at(struct arena *arena, const struct value *map, const char *key);
bool value_boolean_at(const struct value *map, const char *key, bool otherwise);
struct node *value_markdown_at(struct loader *loader, const struct value *map, const char *key);
/* The list or map of a key; an empty value when it is not there, of another kind or too long. */
const struct value *value_list_at(const struct value *map, const char *key);
const struct value *value_map_at(const struct value *map, const char *key);
/* The place of a key or, when it is not there, of the map. */
struct place value_place_at(const struct value *map, const char *key);

struct named {
    const char *name;
    struct place place;
};

/* Tells names that are there twice: "`x` is the code of two steps". false: there are such. */
bool names_check(struct loader *loader, const struct named *names, size_t count, const char *what);

/* ---- one file per kind of content ---- */

void load_site(struct loader *loader);
void load_institutions(struct loader *loader);
void load_frameworks(struct loader *loader);
void load_shared_abbreviations(struct loader *loader);
void load_report(struct loader *loader, const char *name);
void load_judgments(struct reading *reading);
/* Those of the report's folder and those for all reports, of which its own win. */
void load_abbreviations(struct reading *reading);
void load_sources(struct reading *reading, const struct value *file);
/* When all texts are there: abbreviations of this report that none of them uses; sources that none of them cites. */
void check_abbreviation_uses(struct reading *reading);
void check_sources(struct reading *reading);
void load_survey(struct reading *reading);
/* Everything in the report's folder but report.yaml, as the table of its kind says. */
void load_parts(struct reading *reading);
void load_findings(struct reading *reading);

/* Finding things by name; NULL when they are not there. */
/* Told when it is not there. */
const struct institution *institution_find(struct loader *loader, const char *id, struct place place);
const struct framework_file *framework_file_of(const struct loader *loader, const char *id);
const struct theme *theme_of(const struct framework *framework, const char *id);
const struct step *step_of(const struct step *steps, size_t count, const char *code);

/* "`++`, `+`": the codes, for messages. */
const char *step_codes(struct arena *arena, const struct step *steps, size_t count);

/* Tells a code that is none of the steps: what was meant, by its code or by its label. `others` are the steps of
 * the framework's other kind: a verdict where a judgment is expected, or the other way round. */
struct steps {
    const char *what; /* "judgment" */
    const struct step *items;
    size_t count;
    bool may_be_unknown;
};
void step_tell_unknown(struct reading *reading, const struct value *code, struct steps steps, struct steps others);

/* ---- numbered.c: folders of numbered files ---- */

/* Loads `1-name.md`, `2-name.md` … of a folder in the report's folder, in the order of their numbers, which must have no
 * gaps; gives their parts with ids PREFIX-1, PREFIX-2 … PREFIX is "annex" or "chapter". */
struct part *numbered_load(struct reading *reading, const char *folder, const char *prefix, size_t *count);

/* ---- survey_sums.c: what the figures of a question say of each other ---- */

/* `several`: one could give several answers. */
void survey_check_sums(struct reading *reading, const struct question *question, bool several);

/* ---- load_parts.c ---- */

/* A Markdown file with a title of its own; its `body` stays NULL when it is empty or cannot be read (told). */
void part_load(struct reading *reading, const char *path, struct part *part);

/* ---- answers.c: plans that answer a report ---- */

void answers_add(struct reading *reading, const struct value *file);
void answers_link(struct loader *loader);

/* Finds a report by its id, among those that `may_be` allows (NULL: all). Told at `place` when it is not there. */
const struct report *report_find(struct loader *loader, const char *id, struct place place,
                                 bool (*may_be)(const struct report *));

/* ---- supervision.c: steps in the history of institutions ---- */

void supervision_load(struct loader *loader, const struct value *record, struct institution *institution);
/* When all reports are loaded. */
void supervision_link(struct loader *loader);

/* ---- load_measures.c: the measures of plans ---- */

/* Reads measures.yaml; what it says is linked when all reports are loaded. */
void measures_add(struct reading *reading, const char *path);
/* Before citations_link: a plan shows the words of the shortcomings that it answers. */
void measures_link(struct loader *loader);

/* ---- citations.c: references between reports ---- */

/* Notes the references to other reports in a text of the report. */
void citations_add(struct reading *reading, const struct node *body);
/* Notes that the report shows the words of a place in another. */
void citations_add_quoted(struct loader *loader, struct report *report, const char *address, struct place place);
/* Links what was noted; tells references to reports that are not there, to the report itself, and circles. */
void citations_link(struct loader *loader);

/* ---- text.c: reading and checking Markdown files ---- */

/* The body of a file, its images and links checked; NULL: told. */
struct node *text_read(struct reading *reading, const char *path);

/* Checks the levels of its headings: for every body, after what may change them. A finding stands below its theme,
 * which stands below a chapter: six levels hold one less of its own. */
enum { DEEPEST_IN_PART = 5, DEEPEST_IN_FINDING = 4 };
void text_check_headings(struct reading *reading, const struct node *body, int deepest);

/* mend.c */
void mend_headings(struct reading *reading, const struct theme *theme, struct node *body);

/* Tells links to files that are not there or leave the content folder. `base` is the folder of the file that names
 * them. */
void text_check_paths(struct loader *loader, const struct node *body, const char *base);

/* The file that a node names as `path`, which is `below` from the content folder. false: told that it is not there or
 * elsewhere. */
bool text_check_file(struct loader *loader, const struct node *node, const char *path, const char *below);

/* images.c: reads the files of the `img` elements in a body: those of pixels get their size, and go to the report's
 * images; drawings take the place of their element. Each file is read, and told about, once. */
void images_load(struct reading *reading, struct node *body);
/* Tells files that no text shows, when all texts were read. */
void images_check_unused(struct reading *reading);

/* Tells what a report lacks: an error for a final one, a warning for a draft. */
void reading_lacks(struct reading *reading, enum message_code code, struct place place, const char *text);

/* The footnotes of one file, taken out of its body to be shared among the pieces that it is split into. */
struct notes {
    struct note {
        const char *name;
        struct node *aside;
        bool given; /* to the first piece that calls it; later calls lead there */
    } *items;       /* sorted by name */
    size_t count;
};

struct notes notes_take(struct arena *arena, struct node *body);
/* Puts each footnote that the piece calls, and that no piece has yet, at its end. */
void notes_share(struct notes *notes, struct node *piece);

/* A body split at its headings of one level: `lead` is what stands before the first. */
struct sections {
    struct node *lead;
    struct section {
        struct node *title, *body;
    } *items;
    size_t count;
};

/* Splits a copy of the body; each footnote goes with the first piece that calls it. */
struct sections sections_split(struct arena *arena, const struct node *body, int level);

/* ---- unread.c: files that nothing reads ---- */

/* What editors and systems leave behind, which no author put there. */
bool file_is_left_behind(const char *name);

void check_unread(struct loader *loader);
void check_unread_report(struct reading *reading);

#endif
