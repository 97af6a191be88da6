#include "content/yaml_problem.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

/* libyaml's words, and ours. An entry fits when both of its first two are part of libyaml's; the first that
 * fits is taken. */
struct translation {
    const char *problem, *context;
    bool at_context; /* the mistake is where libyaml began, not where it stopped */
    enum message_code code;
    const char *text, *hint;
};

static const struct translation translations[] = {
    {"found unexpected end of stream", "quoted scalar", true, YAML_QUOTE_OPEN,
     "the quote that opens here is never closed", "put the same quote behind the text; inside it, write \\\" or ''"},
    {"unexpected document indicator", "quoted scalar", true, YAML_QUOTE_OPEN,
     "the quote that opens here is never closed", "put the same quote behind the text; inside it, write \\\" or ''"},
    {"block sequence entries are not allowed", "", false, YAML_QUOTES_NEEDED,
     "a `-` without quotes begins a list and cannot stand here; expected a text",
     "write \"-\" with quotes, or begin the list on a line of its own"},
    {"mapping keys are not allowed", "", false, YAML_QUOTES_NEEDED, "a `?` cannot begin a text here",
     "put the text in quotes"},
    {"mapping values are not allowed", "", false, YAML_SYNTAX,
     "this line is not at the depth of the lines around it, or the line before it is not finished",
     "give all keys of one map the same indentation"},
    {"could not find expected ':'", "simple key", true, YAML_SYNTAX, "expected `key: value`, but there is no colon",
     "a text that goes on over more lines must be indented under its key"},
    {"found character that cannot start any token", "", false, YAML_QUOTES_NEEDED,
     "this character cannot begin a text; expected a letter, a digit or a quote", "put the text in quotes"},
    {"did not find expected alphabetic or numeric character", "", true, YAML_QUOTES_NEEDED,
     "a `*` or `&` cannot begin a text", "put the text in quotes, or indent it below a `|`"},
    {"did not find expected key", "block mapping", false, YAML_SYNTAX,
     "expected a key at the depth of the keys above it",
     "check the indentation, and that nothing stands behind a closing quote or bracket"},
    {"did not find expected '-' indicator", "", false, YAML_SYNTAX,
     "expected the next item of the list, beginning with `- `", "check the indentation of this line"},
    {"did not find expected ',' or ']'", "", true, YAML_SYNTAX,
     "the list that opens here is not closed; expected `,` or `]`", NULL},
    {"did not find expected ',' or '}'", "", true, YAML_SYNTAX,
     "the map that opens here is not closed; expected `,` or `}`", NULL},
    {"did not find expected node content", "", false, YAML_SYNTAX, "expected a value here", NULL},
    {"did not find expected comment or line break", "block scalar", false, YAML_SYNTAX,
     "text cannot stand behind `|` or `>`; expected the end of the line", "begin the text on the next line, indented"},
    {"found unknown escape character", "", false, YAML_SYNTAX,
     "a `\\` in double quotes begins an escape, and this one does not exist",
     "write \\\\ for the character itself, or use single quotes"},
    {"hexdecimal number", "", false, YAML_SYNTAX, "expected hexadecimal digits behind \\x or \\u", NULL},
    {"did not find expected <document start>", "", false, YAML_SYNTAX,
     "the file's map or list ended before this line; expected nothing more", "check the indentation of this line"},
    {"found undefined tag handle", "", true, YAML_QUOTES_NEEDED, "a `!` cannot begin a text", "put the text in quotes"},
    {"", "scanning a tag", true, YAML_QUOTES_NEEDED, "a `!` cannot begin a text", "put the text in quotes"},
    {"", "directive", true, YAML_QUOTES_NEEDED, "a `%` cannot begin a line", "put the text in quotes"},
    {"control characters are not allowed", "", false, CONTROL_CHARACTER, "a control character stands here",
     "take it out"},
};

static struct place with_column(struct place place, unsigned line, size_t column)
{
    place.line = line;
    place.column = (unsigned)column;
    return place;
}

/* A tab before the first other character of the line. */
static bool tell_tab(const struct yaml_problem *problem, struct messages *messages)
{
    size_t length, i = 0;
    const char *line = place_line(problem->place, &length);
    while (i < length && line[i] == ' ') i++;
    if (i == length || line[i] != '\t') return false;
    message_add(messages, YAML_TAB, with_column(problem->place, problem->place.line, i + 1),
                "the line is indented with a tab; expected spaces");
    return true;
}

/* The offset of a colon that ends a key at the line's begin and has no space behind it, or 0. */
static size_t tight_colon(const char *line, size_t length)
{
    size_t i = 0;
    while (i < length && (line[i] == ' ' || line[i] == '-')) i++;
    char quote = i < length && (line[i] == '"' || line[i] == '\'') ? line[i] : '\0';
    i += quote != '\0';
    size_t key = i;
    while (i < length && (isalnum((unsigned char)line[i]) || line[i] == '.' || line[i] == '_' || line[i] == '-')) i++;
    if (quote && i < length && line[i] == quote) i++;
    bool tight = i > key && i + 1 < length && line[i] == ':' && line[i + 1] != ' ' && line[i + 1] != '/';
    return tight ? i : 0;
}

/* A key without a space is read as the begin of a text, so libyaml stops only a line or more later. */
static bool tell_missing_space(const struct yaml_problem *problem, struct messages *messages)
{
    if (!strstr(problem->text, "':'") && !strstr(problem->text, "mapping values") &&
        !strstr(problem->text, "expected key") && !strstr(problem->text, "document start"))
        return false;
    unsigned last = problem->place.line, first = problem->context_place.line;
    if (first == 0 || first + 1 >= last) first = last > 1 ? last - 1 : last;
    for (unsigned number = first; number <= last && number < first + 3; number++) {
        size_t length;
        const char *line = place_line(with_column(problem->place, number, 1), &length);
        size_t colon = tight_colon(line, length);
        if (!colon) continue;
        message_add(messages, YAML_MISSING_SPACE, with_column(problem->place, number, colon + 1),
                    "there is no space behind the colon; expected `key: value`");
        return true;
    }
    return false;
}

/* `title: One: two`: the line has a colon and a space before the place, too. */
static bool tell_second_colon(const struct yaml_problem *problem, struct messages *messages)
{
    if (!strstr(problem->text, "mapping values")) return false;
    size_t length;
    const char *line = place_line(problem->place, &length);
    bool earlier = false;
    for (size_t i = 0; i + 2 < length && i + 2 < problem->place.column; i++)
        earlier |= line[i] == ':' && line[i + 1] == ' ';
    if (!earlier) return false;
    message_add(messages, YAML_QUOTES_NEEDED, problem->place, "a text that holds a colon and a space needs quotes");
    bool curled = strstr(line, "\u201C") || strstr(line, "\u201E") || strstr(line, "\u2018");
    message_hint(messages, curled ? "put straight quotes (\") around the whole text; curled ones do not quote"
                                  : "put the whole text behind the first colon in quotes");
    return true;
}

static size_t indentation(struct place place, unsigned line)
{
    size_t length, spaces = 0;
    const char *text = place_line(with_column(place, line, 1), &length);
    while (spaces < length && text[spaces] == ' ') spaces++;
    return spaces;
}

/* `title = One`, `title; One`: libyaml takes the line for a text that goes on, and stops at the next key. */
static bool tell_no_colon(const struct yaml_problem *problem, struct messages *messages)
{
    unsigned line = problem->place.line;
    if (!strstr(problem->text, "mapping values") || line < 2) return false;
    size_t length, at = indentation(problem->place, line - 1);
    const char *above = place_line(with_column(problem->place, line - 1, 1), &length);
    if (at == length || above[at] == '#' || memchr(above, ':', length) || at != indentation(problem->place, line)) return false;
    message_add(messages, YAML_SYNTAX, with_column(problem->place, line - 1, at + 1),
                "expected `key: value`, but there is no colon on this line");
    return true;
}

/* A key that is indented below a key which has its value already. */
static bool tell_deeper(const struct yaml_problem *problem, struct messages *messages)
{
    unsigned line = problem->place.line;
    if (!strstr(problem->text, "mapping values") || line < 2) return false;
    size_t own = indentation(problem->place, line);
    if (own <= indentation(problem->place, line - 1)) return false;
    message_add(messages, YAML_SYNTAX, with_column(problem->place, line, own + 1),
                "the line is indented under one that has its value already; expected the indentation of that line");
    return true;
}

/* A quote that was left open on the line above ends at the next one, which was meant to begin a text. Quotes of an
 * odd number on the line above say so. */
static bool tell_open_above(const struct yaml_problem *problem, size_t at, struct messages *messages)
{
    size_t length, quotes = 0, last = 0;
    size_t own_length, before = 0;
    const char *own = place_line(problem->place, &own_length), quote = own[at - 1];
    for (size_t i = 0; i < at; i++) before += own[i] == quote;
    if (problem->place.line < 2 || !strchr("\"'", quote) || before != 1) return false;
    const struct place above = with_column(problem->place, problem->place.line - 1, 1);
    const char *line = place_line(above, &length);
    for (size_t i = 0; i < length; i++) {
        if (line[i] == quote) last = i, quotes++;
    }
    if (quotes % 2 == 0) return false;
    message_add(messages, YAML_QUOTE_OPEN, place_at(above.source, (size_t)(line - above.source->text) + last),
                "the quote that opens here is not closed on its line; expected the same quote behind the text");
    return true;
}

/* `title: "One" two`: libyaml takes what stands behind the quote for a new key. */
static bool tell_after_quote(const struct yaml_problem *problem, struct messages *messages)
{
    if (!strstr(problem->text, "did not find expected key") || problem->place.column < 2) return false;
    size_t length;
    const char *line = place_line(problem->place, &length);
    size_t at = utf8_offset(line, length, problem->place.column - 1);
    while (at > 0 && line[at - 1] == ' ') at--;
    if (at == 0 || !strchr("\"']}", line[at - 1])) return false;
    if (line[at] == ':') {
        message_add(messages, YAML_MISSING_SPACE, problem->place,
                    "there is no space behind the colon; expected `key: value`");
        return true;
    }
    if (tell_open_above(problem, at, messages)) return true;
    message_add(messages, YAML_QUOTES_NEEDED, problem->place,
                "text stands behind the closing `%c`; expected the end of the line", line[at - 1]);
    message_hint(messages, "put the whole text in quotes; inside them, write \\\" or ''");
    return true;
}

static void translate(const struct yaml_problem *problem, struct messages *messages)
{
    for (size_t i = 0; i < sizeof translations / sizeof *translations; i++) {
        const struct translation *translation = &translations[i];
        if (!strstr(problem->text, translation->problem) || !strstr(problem->context, translation->context)) continue;
        struct place place = translation->at_context ? problem->context_place : problem->place;
        message_add(messages, translation->code, place, "%s", translation->text);
        if (translation->hint) message_hint(messages, "%s", translation->hint);
        return;
    }
    message_add(messages, YAML_SYNTAX, problem->place, "this is not YAML: %s", problem->text);
}

void yaml_problem_tell(const struct yaml_problem *problem, struct messages *messages)
{
    if (tell_tab(problem, messages)) return;
    if (yaml_slip_at_problem(problem, messages)) return;
    if (tell_missing_space(problem, messages)) return;
    if (tell_second_colon(problem, messages)) return;
    if (tell_no_colon(problem, messages)) return;
    if (tell_deeper(problem, messages)) return;
    if (tell_after_quote(problem, messages)) return;
    translate(problem, messages);
}
