/* Limits that keep hostile Markdown cheap, held before the library sees it. It fills up every row of a table
 * to the width of its head and compares a line's cells with the line below it; and at each link's end it goes
 * through all emphasis marks, and all images that were begun, before it. A link definition's address is copied for each use. At a line
 * that could stand below a table's head it reads the whole paragraph above as one. */
#include "content/markdown.h"

#include <string.h>

enum { MOST_BARS = 64, MOST_CELLS = 200000, MOST_MARKED = 4000000, MOST_COPIED = 16 * 1024 * 1024,
       MOST_TRIED = 4 * 1024 * 1024, DEEPEST_QUOTE = 64 };

static size_t quote_depth(const char *line, size_t length)
{
    size_t depth = 0;
    for (size_t i = 0; i < length && strchr(" \t>", line[i]); i++) depth += line[i] == '>';
    return depth;
}

static size_t count_bars(const char *line, size_t length)
{
    size_t bars = 0;
    for (size_t i = 0; i < length; i++) bars += line[i] == '|';
    return bars;
}

static bool is_blank(const char *line, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (!strchr(" \t>", line[i])) return false;
    }
    return true;
}

/* Could be the line below a table's head: it has a hyphen, and a bar or a colon. */
static bool may_delimit(const char *line, size_t length)
{
    bool hyphen = false;
    for (size_t i = 0; i < length; i++) {
        if (!strchr(" \t>|:-+*", line[i])) return false;
        hyphen |= line[i] == '-';
    }
    return hyphen;
}

static bool refuse(struct markdown *markdown, enum message_code code, int line, const char *what)
{
    locator_go(&markdown->locator, line, 1);
    message_add(markdown->messages, code, locator_here(&markdown->locator), "%s", what);
    return false;
}

static bool control_characters_told(struct markdown *markdown, const char *line, size_t length, int number)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)line[i];
        if ((c >= 0x20 && c != 0x7F) || c == '\t') continue;
        locator_go(&markdown->locator, number, (int)i + 1);
        message_add(markdown->messages, CONTROL_CHARACTER, locator_here(&markdown->locator),
                    "the text holds the control character 0x%02X; expected none", (unsigned)c);
        return true;
    }
    return false;
}

/* What was counted so far. */
struct counts {
    int line;           /* its number, from 1 */
    size_t columns;     /* of the table that may have begun */
    size_t cells;       /* of all tables */
    size_t marks, images, ends; /* emphasis marks, begins of images and link ends since the last blank line */
    bool defining;              /* the line before is a link definition */
    bool in_table;              /* a table began since the last blank line */
    size_t last_cells;          /* of the line before, read as a row */
    size_t above, tried;        /* bytes since the last blank line; bytes that were read as the head of a table */
    size_t defined, uses;       /* bytes of the longest link definition; link ends, of the whole text */
};

static void count_marks(struct counts *counts, const char *line, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        counts->marks += line[i] == '*' || line[i] == '_' || line[i] == '~';
        counts->images += line[i] == '!' && i + 1 < length && line[i + 1] == '[';
        counts->ends += line[i] == ']';
        counts->uses += line[i] == ']';
    }
}

/* `[label]: address`; the address may stand on the next line, so that any line behind one counts, too. */
static void count_definition(struct counts *counts, const char *line, size_t length)
{
    const char *end = memchr(line, ']', length);
    bool defines = end && (size_t)(end - line) + 1 < length && end[1] == ':' && memchr(line, '[', length);
    if ((defines || counts->defining) && length > counts->defined) counts->defined = length;
    counts->defining = defines;
}

static void begin_paragraph(struct counts *counts)
{
    counts->columns = counts->above = counts->marks = counts->images = counts->ends = 0;
    counts->defining = counts->in_table = false;
}

/* The cells of a row, which may begin and end with a bar. */
static size_t count_cells(const char *line, size_t length)
{
    while (length > 0 && strchr(" \t>", line[0])) line++, length--;
    while (length > 0 && strchr(" \t", line[length - 1])) length--;
    size_t cells = 1;
    for (size_t i = 1; i + 1 < length; i++) cells += line[i] == '|' && line[i - 1] != '\\';
    return cells;
}

/* With as many cells as the line above it begins a table, and lines below are its rows; otherwise the library looked in vain. */
static void count_delimiter(struct counts *counts, size_t bars, size_t cells)
{
    if (bars + 1 > counts->columns) counts->columns = bars + 1;
    if (!counts->in_table) counts->tried += counts->above;
    counts->in_table |= cells == counts->last_cells;
}

static bool line_within_limits(struct markdown *markdown, struct counts *counts, const char *line, size_t length)
{
    size_t bars = count_bars(line, length);
    if (quote_depth(line, length) > DEEPEST_QUOTE)
        return refuse(markdown, MARKDOWN_TOO_DEEP, counts->line, "quotations are nested deeper than 64; expected less");
    if (bars > MOST_BARS)
        return refuse(markdown, TABLE_TOO_LARGE, counts->line,
                      "a line with more than 64 `|` cannot be a row of a table");
    if (is_blank(line, length)) begin_paragraph(counts);
    else if (may_delimit(line, length)) count_delimiter(counts, bars, count_cells(line, length));
    counts->above += length + 1;
    counts->last_cells = count_cells(line, length);
    counts->cells += counts->columns;
    count_marks(counts, line, length);
    count_definition(counts, line, length);
    if (counts->cells > MOST_CELLS)
        return refuse(markdown, TABLE_TOO_LARGE, counts->line, "the tables up to here have more than 200 000 cells");
    if (counts->tried > MOST_TRIED)
        return refuse(markdown, TABLE_TOO_LARGE, counts->line,
                      "too many lines up to here could stand below the head of a table, and the paragraphs above them are too long");
    if (counts->marks * counts->ends > MOST_MARKED)
        return refuse(markdown, PARAGRAPH_TOO_LARGE, counts->line,
                      "the paragraph has too many emphasis marks and links: their numbers make more than 4 million when multiplied");
    if (counts->images * counts->ends > MOST_MARKED)
        return refuse(markdown, PARAGRAPH_TOO_LARGE, counts->line, "the paragraph has too many images and links: their numbers make more than 4 million when multiplied");
    if (counts->defined * counts->uses > MOST_COPIED)
        return refuse(markdown, PARAGRAPH_TOO_LARGE, counts->line,
                      "the text has a link definition too long for the number of its links");
    if (!markdown->control_told) markdown->control_told = control_characters_told(markdown, line, length, counts->line);
    return true;
}

bool markdown_within_limits(struct markdown *markdown)
{
    struct counts counts = {.line = 1};
    if (markdown->length > MARKDOWN_LARGEST) return refuse(markdown, FILE_TOO_LARGE, 1, "is larger than 8 MiB");
    for (size_t at = 0; at < markdown->length; counts.line++) {
        const char *line = markdown->text + at;
        const char *feed = memchr(line, '\n', markdown->length - at);
        size_t length = feed ? (size_t)(feed - line) : markdown->length - at;
        if (!line_within_limits(markdown, &counts, line, length)) return false;
        at += length + 1;
    }
    return true;
}
