/* Limits that keep hostile Markdown cheap, held before the library sees it. It fills up every row of a table
 * to the width of its head and compares a line's cells with the line below it; and at each link's end it goes
 * through all emphasis marks before it. */
#include "content/markdown.h"

#include <string.h>

enum { MOST_BARS = 64, MOST_CELLS = 200000, MOST_MARKED = 4000000 };

bool markdown_may_tell(struct markdown *markdown)
{
    return markdown->told++ < MARKDOWN_MOST_TOLD;
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
    size_t marks, ends; /* emphasis marks and link ends since the last blank line */
};

static void count_marks(struct counts *counts, const char *line, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        counts->marks += line[i] == '*' || line[i] == '_' || line[i] == '~';
        counts->ends += line[i] == ']';
    }
}

static bool line_within_limits(struct markdown *markdown, struct counts *counts, const char *line, size_t length)
{
    size_t bars = count_bars(line, length);
    if (bars > MOST_BARS)
        return refuse(markdown, TABLE_TOO_LARGE, counts->line,
                      "a line with more than 64 `|` cannot be a row of a table");
    if (is_blank(line, length)) *counts = (struct counts){.line = counts->line, .cells = counts->cells};
    else if (may_delimit(line, length) && bars + 1 > counts->columns) counts->columns = bars + 1;
    counts->cells += counts->columns;
    count_marks(counts, line, length);
    if (counts->cells > MOST_CELLS)
        return refuse(markdown, TABLE_TOO_LARGE, counts->line, "the tables up to here have more than 200 000 cells");
    if (counts->marks * counts->ends > MOST_MARKED)
        return refuse(markdown, PARAGRAPH_TOO_LARGE, counts->line,
                      "the paragraph has too many emphasis marks and links: their numbers make more than 4 million when multiplied");
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
