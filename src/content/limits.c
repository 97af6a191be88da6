/* Limits that keep hostile Markdown cheap. The library fills up every row of a table to the width of its
 * head and compares a line's cells with the line below it, so rows and bars are counted before it sees them. */
#include "content/markdown.h"

#include <string.h>

enum { MOST_BARS = 64, MOST_CELLS = 200000 };

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

static bool refuse(struct markdown *markdown, int line, const char *what)
{
    locator_go(&markdown->locator, line, 1);
    message_add(markdown->messages, TABLE_TOO_LARGE, locator_here(&markdown->locator), "%s", what);
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

bool markdown_within_limits(struct markdown *markdown)
{
    if (markdown->length > MARKDOWN_LARGEST) {
        message_add(markdown->messages, FILE_TOO_LARGE, locator_here(&markdown->locator), "is larger than 8 MiB");
        return false;
    }
    size_t columns = 0, cells = 0; /* of the table that may have begun; of all tables */
    int number = 1;
    for (size_t at = 0; at < markdown->length; number++) {
        const char *line = markdown->text + at;
        const char *feed = memchr(line, '\n', markdown->length - at);
        size_t length = feed ? (size_t)(feed - line) : markdown->length - at;
        size_t bars = count_bars(line, length);
        if (bars > MOST_BARS)
            return refuse(markdown, number, "a line with more than 64 `|` cannot be a row of a table");
        if (is_blank(line, length)) columns = 0;
        else if (may_delimit(line, length) && bars + 1 > columns) columns = bars + 1;
        cells += columns;
        if (cells > MOST_CELLS) return refuse(markdown, number, "the tables up to here have more than 200 000 cells");
        if (!markdown->control_told) markdown->control_told = control_characters_told(markdown, line, length, number);
        at += length + 1;
    }
    return true;
}
