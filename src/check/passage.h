/* A report's texts, flat (inside check/ only): each paragraph, heading, cell, title is one passage, its marks gone, its
 * words and numbers found, and every byte of it knows its place. */
#ifndef CHECK_PASSAGE_H
#define CHECK_PASSAGE_H

#include <stdbool.h>

#include "check/vocabulary.h"
#include "report/report.h"

/* In the order of reading. */
enum text_role {
    TEXT_RESPONSE,
    TEXT_SUMMARY,
    TEXT_CHAPTER,
    TEXT_THEME, /* before its verdict and norms */
    TEXT_VERDICT,
    TEXT_FINDING,
    TEXT_SHORTCOMING,
    TEXT_ANNEX
};

/* One tree of an author. */
struct text {
    enum text_role role;
    size_t part;              /* texts of one chapter, theme or annex have the same number */
    const struct node *title; /* NULL when none of its own */
    const struct node *body;
    bool letter; /* by somebody else than the report's authors */
};

enum passage_kind {
    PASSAGE_TEXT,
    PASSAGE_HEADING,
    PASSAGE_CELL,
    PASSAGE_TITLE, /* of a block */
    PASSAGE_CODE,
    PASSAGE_ALTERNATIVE, /* the text in place of a picture */
    PASSAGE_ADDRESS,     /* where a link leads */
    PASSAGE_DATA         /* a text in a YAML file */
};

struct run {
    size_t start; /* in the passage's text */
    struct place place;
    const char *text;        /* as it stands in the tree */
    const struct node *node; /* a reference without text; otherwise NULL */
};

/* What stands where a reference gets its text later: no word, no number, no end of a sentence. */
#define OBJECT "\xEF\xBF\xBC"

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_MARK };

struct token {
    const char *word;             /* lower case, without accents; a mark as it is */
    double number;                /* NAN: none; a word may be one, too */
    uint32_t at, length;          /* in the passage's text */
    uint32_t lists;               /* of words that have it: a bit for each */
    uint32_t sentence;            /* counted from 0 in the passage */
    unsigned char kind;           /* enum token_kind */
    unsigned char month, weekday; /* from 1; 0: none */
    unsigned char decimals;
    bool percent;
    bool hanging; /* ends in a hyphen: "in-" */
    bool first;   /* of its sentence */
};

/* What was found last, and where the search for the next part of the same run goes on. */
struct seeker {
    const struct run *run;
    size_t within;            /* bytes of the run's text */
    const char *found, *end;  /* where they stand in the source; the end of what may hold the text */
};

struct passage {
    enum passage_kind kind;
    const struct text *in;     /* NULL: data */
    const struct node *node;   /* the block that holds it; NULL: data */
    const struct words *words; /* NULL: in a language that is not known here */
    const struct vocabulary *vocabulary;
    const char *text; /* ends of lines are spaces; U+FFFC stands for a reference without text */
    size_t length;
    const struct run *runs;
    size_t run_count;
    struct seeker *seeker; /* shared by all passages of one report; NULL: none */
    struct token *tokens; /* of texts, headings, cells and titles in a known language */
    size_t token_count;
};

struct passages {
    const struct vocabulary *vocabulary; /* of the report's language; NULL: not known here */
    struct text *texts;
    size_t text_count;
    struct passage *items; /* in order of reading */
    size_t count;
    struct passage *data; /* of the report's YAML files */
    size_t data_count;
};

struct passages passages_of_report(struct arena *arena, const struct publication *publication,
                                   const struct report *report);
/* Of the YAML files that belong to no report: only data. */
struct passages passages_of_folder(struct arena *arena, const struct publication *publication);

/* The place of `length` bytes of the passage. */
struct place passage_place(const struct passage *passage, size_t at, size_t length);
struct place token_place(const struct passage *passage, const struct token *token);

/* The bytes as they stand, with single spaces, for messages: at most some forty characters. */
const char *passage_quote(struct arena *arena, const struct passage *passage, size_t at, size_t length);

/* scan.c */
void scan_passage(struct arena *arena, struct passage *passage);

#endif
