/* What the program tells its user about content, templates and styles.
 *
 * A mistake is told once, where it is found, with its code from catalogue.h; a function that gives `false`
 * or NULL afterwards means "already told". A collector belongs to one thread; those of jobs are joined in
 * a fixed order, so that the output does not depend on timing. */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/place.h"

/* A note tells what is good to know; a warning what is probably wrong; an error keeps the report from being built. What is
 * off is not told. */
enum severity { SEVERITY_OFF, SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

enum message_code {
#define MESSAGE(name, code, severity, cause, cure) name,
#define FINDING MESSAGE
#include "base/catalogue.h"
#undef FINDING
#undef MESSAGE
    MESSAGE_CODES
};

struct message {
    enum message_code code;
    enum severity severity;
    struct place place;
    const char *text; /* one sentence: what is wrong, and after a semicolon what was expected */
    const char *hint; /* "did you mean …?" or another way out; NULL when there is none */
};

struct messages;

struct messages *messages_new(struct arena *arena);

/* Adds a message with the severity that the catalogue gives to its code, or messages_set. */
void message_add(struct messages *messages, enum message_code code, struct place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* A hint for the message that was added last. */
void message_hint(struct messages *messages, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* From now on, and for what was told already, the code has this severity. */
void messages_set(struct messages *messages, enum message_code code, enum severity severity);

/* Adds all of `from` to `into`, in their order and with the severities of `into`; the texts stay in the arena of `from`. */
void messages_join(struct messages *into, const struct messages *from);

/* All of `from` with its texts, in `arena`; the files that they point to stay where they are. */
struct messages *messages_copy(struct arena *arena, const struct messages *from);

/* Does one of them point to a file that lies in `arena`? */
bool messages_point_into(const struct messages *messages, const struct arena *arena);

size_t messages_count(const struct messages *messages, enum severity severity);
size_t messages_total(const struct messages *messages);
const struct message *messages_at(const struct messages *messages, size_t index);

/* ---- the catalogue ---- */

/* "unknown-key": the stable name that users see. */
const char *message_code_name(enum message_code code);
/* For the manual: what is wrong in one line, what to do about it, and how bad it is when nobody says otherwise. */
const char *message_code_cause(enum message_code code);
const char *message_code_cure(enum message_code code);
enum severity message_code_severity(enum message_code code);
/* What the room check/ finds in a model that is sound. */
bool message_code_is_finding(enum message_code code);
/* False for an error of another kind and a lower severity: without its mending there is no sound model or output. */
bool message_code_may_be(enum message_code code, enum severity severity);
/* false: there is no such code. */
bool message_code_find(const char *name, enum message_code *code);

/* "error", "warning", "note", "off"; false: none of these. */
const char *severity_name(enum severity severity);
bool severity_find(const char *name, enum severity *severity);

/* ---- writing ---- */

struct told {
    size_t errors, warnings, notes; /* that were written */
};

/* Sorted by path and place (those without a place first), equal ones once; `count` of them, in the arena. */
const struct message **messages_sorted(struct arena *arena, const struct messages *messages, size_t *count);
struct told messages_tell(const struct messages *messages);

/* Writes them in that order, each as
 *     path:line:column: error: text [code]
 *         the source line
 *             ^
 *         hint
 * A long line is shown in part; tabs and control characters do not shift the caret or reach the terminal. */
struct told messages_print(const struct messages *messages, FILE *stream, bool colour);

/* For programs: an object of our own, and SARIF 2.1.0 (OASIS), with cause and cure of each code. `folder` is what the paths
 * are relative to, as the user named it; `version` the program's. */
struct told messages_print_json(const struct messages *messages, FILE *stream, const char *folder, const char *version);
struct told messages_print_sarif(const struct messages *messages, FILE *stream, const char *folder, const char *version);

/* The candidate closest to `word` (Damerau-Levenshtein, at most a third of its length away), or NULL. Case, quotes
 * and the kind of dash do not count; a candidate with other numbers is another thing. */
const char *suggest(const char *word, const char *const *candidates, size_t count);

#endif
