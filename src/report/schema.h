/* The form of the YAML files as tables (inside report/ only): one walk checks files against them, and the
 * manual and the JSON Schemas can be written from them. */
#ifndef REPORT_SCHEMA_H
#define REPORT_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/message.h"
#include "base/value.h"

enum field_kind {
    FIELD_TEXT,            /* one line */
    FIELD_MARKDOWN,        /* any number of lines */
    FIELD_ID,              /* [a-z0-9][a-z0-9.-]* */
    FIELD_REFERENCE,       /* the id of something else: whoever looks for it tells what is wrong with it */
    FIELD_CODE,            /* a step of a scale: one line, any characters */
    FIELD_DATE,            /* 2025-03-04 */
    FIELD_DATE_OR_UNKNOWN, /* or the word `unknown` */
    FIELD_PERIOD,          /* 2025-03-04, 2025-03 or 2025 */
    FIELD_PERIOD_OR_UNKNOWN,
    FIELD_DATE_OR_TEXT,    /* or one line that is no date */
    FIELD_BOOLEAN,
    FIELD_CHOICE,          /* one of `choices` */
    FIELD_COLOUR,          /* #rrggbb */
    FIELD_SYMBOL,          /* SVG path data */
    FIELD_KVK,             /* eight digits: a number in the trade register */
    FIELD_URL,             /* http or https */
    FIELD_COUNT,           /* a whole number, from 1 */
    FIELD_NUMBER,          /* 13.6 or 13,6 */
    FIELD_FIGURE,          /* a number, or the word `unknown` */
    FIELD_LIST,            /* of `items`, each with `schema` when they are records */
    FIELD_RECORD,          /* a map with the fields of `schema` */
    FIELD_TABLE,           /* a map from ids to `items` */
    FIELD_CODE_OR_RECORD,  /* a code, or a map with the fields of `schema` */
    FIELD_TEXT_OR_RECORD,  /* one line, or a map with the fields of `schema` */
    FIELD_LANGUAGE         /* the tag of any language */
};

struct schema;

struct field {
    const char *key;
    enum field_kind kind;
    bool required;
    const char *required_of; /* or required in records whose `kind` is this one; NULL: in none */
    enum field_kind items;
    const struct schema *schema;
    const char *const *choices; /* ends in NULL */
    const char *description;    /* a sentence, for the manual */
    bool free_keys;             /* of a table: whoever reads it tells keys that are wrong */
    bool is_item;               /* stands in a list */
};

struct schema {
    const char *name; /* "a norm": used in messages */
    const struct field *fields;
    size_t field_count;
};

/* One kind of file: what it holds as a whole. */
struct file_schema {
    const char *file; /* "report.yaml" */
    struct field whole;
};

enum { SCHEMA_SITE, SCHEMA_INSTITUTIONS, SCHEMA_FRAMEWORK, SCHEMA_REPORT, SCHEMA_JUDGMENTS, SCHEMA_ABBREVIATIONS, SCHEMA_SURVEY,
       SCHEMA_MEASURES, SCHEMA_COUNT };

const struct file_schema *schema_of(unsigned file);

/* A longer list or map is told, and reads as empty. */
enum { SCHEMA_MOST_ITEMS = 200, SCHEMA_MOST_ENTRIES = 2000 };

/* Tells every departure of a file's value from its schema. */
void schema_check(struct arena *arena, const struct file_schema *schema, const struct value *value,
                  struct messages *messages);

/* What a value of that kind must be, as messages say it: "one line of text". */
const char *schema_expected(enum field_kind kind);

/* form.c: the forms of single texts */
bool form_is_id(const char *text);
/* Why a name of a file or folder could make trouble on another system, as the end of a sentence; NULL: it could not. */
enum { FILE_NAME_MOST = 100 };
const char *form_file_fault(const char *name);
bool form_is_colour(const char *text);
bool form_is_symbol(const char *text);
bool form_is_kvk(const char *text);
bool form_is_url(const char *text);
bool form_is_count(const char *text);
bool form_is_line(const char *text);
bool form_is_number(const char *text);
bool form_is_figure(const char *text);

#endif
