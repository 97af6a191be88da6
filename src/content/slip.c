/* What was meant as Markdown and is read as plain text, or as something else: the library takes every text, and so
 * would print `[](norm:3.5` or `**word` as they stand. */
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "content/markdown.h"

/* ---- marks that stayed in the text ---- */

/* `before` and `behind` say what stands around the mark: a letter 'a', a space or an end ' ', anything '.'. */
struct slip {
    const char *mark;
    char before, behind;
    bool alone; /* not in a run of the same character: `____` is a line to fill in */
    enum message_code code;
    const char *text;
};

static const struct slip slips[] = {
    {"](", '.', '.', false, LINK_BROKEN, "this is no link; expected `[text](address)`, closed and without spaces"},
    {"[] (", '.', '.', false, LINK_BROKEN, "a space stands between `[]` and the address; expected none"},
    {"] (http", '.', '.', false, LINK_BROKEN, "a space stands between `]` and the address; expected `[text](address)`"},
    {")[http", '.', '.', false, LINK_BROKEN, "the brackets of this link are swapped; expected `[text](address)`"},
    {"][", '.', '.', false, LINK_BROKEN, "this is no link; expected `[text](address)`"},
    {"**", '.', '.', true, MARKDOWN_SLIP, "this `**` begins or ends nothing; expected `**text**`, without spaces inside"},
    {"__", '.', '.', true, MARKDOWN_SLIP, "this `__` begins or ends nothing; expected `__text__`, without spaces inside"},
    {"*", ' ', 'a', true, MARKDOWN_SLIP, "this `*` begins emphasis that does not end; expected `*text*`"},
    {"_", ' ', 'a', true, MARKDOWN_SLIP, "this `_` begins emphasis that does not end; expected `_text_`"},
    {"`", '.', '.', true, MARKDOWN_SLIP, "this ` begins code that does not end; expected another one"},
};

static bool is_around(char wanted, char c)
{
    bool end = !c || isspace((unsigned char)c), letter = isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
    return wanted == '.' || (wanted == ' ' ? end : letter);
}

static bool is_slip(const struct slip *slip, const char *text, const char *at)
{
    size_t length = strlen(slip->mark);
    char before = at > text ? at[-1] : '\0', behind = at[length];
    if (slip->alone && (before == *slip->mark || behind == *slip->mark)) return false;
    return is_around(slip->before, before) && is_around(slip->behind, behind);
}

/* `\[text](…)`: the last bracket that opens before the place has a backslash. */
static bool opening_is_escaped(struct place place)
{
    enum { LONGEST = 1000 };
    if (!place.source || place.column < 2) return false;
    const char *text = place.source->text, *at = place_text(place), *first = at - text > LONGEST ? at - LONGEST : text;
    while (at > first && *at != '[' && *at != '\n') at--;
    return at > first && *at == '[' && at[-1] == '\\';
}

/* With a backslash, or as an entity, the mark is meant as it stands. */
static bool is_meant(struct markdown *markdown, const char *at, size_t length, struct place *place)
{
    *place = locator_here(&markdown->locator);
    return !locator_find_bytes(&markdown->locator, at, length + (at[length] != '\0'), place) ||
           markdown_is_escaped(markdown, *place) || (*at == ']' && opening_is_escaped(*place));
}

/* What is written behind the title of a block, elsewhere. */
static const struct slip attributes[] = {
    {"{#", '.', 'a', false, MARK_LEFT, "`{#…}` is no more than text here; expected the words alone: headings have ids of their own, by their words"},
    {"{.", '.', 'a', false, MARK_LEFT, "`{.…}` is no more than text here; expected the words alone"},
    {"{lang=", '.', 'a', false, MARK_LEFT, "`{lang=…}` is no more than text here; expected it as in `[words](lang:en)`"},
};

static void check_marks(struct markdown *markdown, const char *text, const struct slip *table, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct slip *slip = &table[i];
        size_t length = strlen(slip->mark);
        for (const char *at = text; (at = strstr(at, slip->mark)); at += length) {
            struct place place;
            if (!is_slip(slip, text, at) || is_meant(markdown, at, length, &place)) continue;
            message_add(markdown->messages, slip->code, place, "%s", slip->text);
            if (slip->code == MARKDOWN_SLIP) message_hint(markdown->messages, "for the character itself, write \\%c", *at);
        }
    }
}

void slip_check_text(struct markdown *markdown, const char *text, bool title)
{
    check_marks(markdown, text, slips, sizeof slips / sizeof *slips);
    if (!title) check_marks(markdown, text, attributes, sizeof attributes / sizeof *attributes);
}

/* ---- the begin of a line ---- */

struct opening {
    const char *begin;
    enum message_code code;
    const char *text;
};

static const struct opening openings[] = {
    {"\u2022", MARKDOWN_SLIP, "a `\u2022` makes no list; expected `- ` at the begin of the line"},
    {"\u00B7", MARKDOWN_SLIP, "a `\u00B7` makes no list; expected `- ` at the begin of the line"},
    {"\u25AA", MARKDOWN_SLIP, "a `\u25AA` makes no list; expected `- ` at the begin of the line"},
    {"\u25CF", MARKDOWN_SLIP, "a `\u25CF` makes no list; expected `- ` at the begin of the line"},
    {"\u25CB", MARKDOWN_SLIP, "a `\u25CB` makes no list; expected `- ` at the begin of the line"},
    {"\u25E6", MARKDOWN_SLIP, "a `\u25E6` makes no list; expected `- ` at the begin of the line"},
    {"\u25A0", MARKDOWN_SLIP, "a `\u25A0` makes no list; expected `- ` at the begin of the line"},
    {"\u2023", MARKDOWN_SLIP, "a `\u2023` makes no list; expected `- ` at the begin of the line"},
    {"\u27A2", MARKDOWN_SLIP, "a `\u27A2` makes no list; expected `- ` at the begin of the line"},
    {"\u2013 ", MARKDOWN_SLIP, "a `\u2013` makes no list; expected `- ` at the begin of the line"},
    {"|", TABLE_BROKEN,
     "this is no table; expected a second line `| --- | --- |` with as many cells as the first, and an empty line before"},
};

/* `-word`, `+word`, `1.word` and `1)word` at the begin of a line. */
static bool lacks_space(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    if (digits) return digits < 3 && strchr(".)", text[digits]) && text[digits] && isalpha((unsigned char)text[digits + 1]) && isalpha((unsigned char)text[digits + 2]);
    return (*text == '-' || *text == '+') && isalpha((unsigned char)text[1]);
}

/* `[1]: text`, `[ ] text`, and `[!QUOTE]` where no block begins. */
static const char *bracket_slip(const char *text, bool marker)
{
    size_t digits = *text == '[' ? strspn(text + 1, "0123456789") : 0;
    if (digits && text[digits + 1] == ']' && text[digits + 2] == ':')
        return "this is no text of a footnote; expected `[^1]: …`, and `[^1]` where it is called";
    if (strncmp(text, "[ ] ", 4) == 0 || strncmp(text, "[x] ", 4) == 0 || strncmp(text, "[X] ", 4) == 0)
        return "this makes no box to tick; expected words";
    if (!marker && strncmp(text, "[!", 2) == 0 && isalpha((unsigned char)text[2]) && strchr(text, ']'))
        return "this marker begins no block; expected `> ` before it and before each line of the block, and an empty line above";
    return NULL;
}

bool slip_check_line(struct markdown *markdown, const char *text, struct place place, bool marker)
{
    const char *bracket = bracket_slip(text, marker);
    if (bracket && !markdown_is_escaped(markdown, place)) {
        message_add(markdown->messages, *text == '[' && isdigit((unsigned char)text[1]) ? FOOTNOTE_HALF : MARKDOWN_SLIP, place,
                    "%s", bracket);
        return true;
    }
    const struct opening *found = NULL;
    for (size_t i = 0; i < sizeof openings / sizeof *openings && !found; i++) {
        if (strncmp(text, openings[i].begin, strlen(openings[i].begin)) == 0) found = &openings[i];
    }
    bool space = lacks_space(text);
    if ((!found && !space) || markdown_is_escaped(markdown, place)) return false;
    if (found) message_add(markdown->messages, found->code, place, "%s", found->text);
    else message_add(markdown->messages, MARKDOWN_SLIP, place, "there is no space behind the sign of the list; expected one");
    return true;
}

void slip_check_bars(struct markdown *markdown, const struct node *paragraph, const char *text)
{
    const struct node *line = paragraph->last; /* the first line, and the only one so far */
    if (!line || line->previous || !line->text || *line->text == '|' || *text == '|') return;
    if (!strstr(line->text, " | ") || !strstr(text, " | ")) return;
    message_add(markdown->messages, TABLE_BROKEN, line->place,
                "these lines with `|` are no table; expected a second line `| --- | --- |` with as many cells as the first");
}

/* ---- headings, code, lists, rows ---- */

/* `#Kop`: one sign may begin a hashtag, so only a line that begins as a sentence or a title does is told, and stays. */
static void check_title(struct markdown *markdown, const struct node *text)
{
    const char *word = text->text + 1;
    size_t bytes;
    uint32_t first = utf8_decode(word, &bytes);
    bool capital = utf8_is_letter(first) && utf8_lower(first) != first;
    if (!capital || markdown_is_escaped(markdown, text->place)) return;
    message_add(markdown->messages, MARKDOWN_SLIP, text->place,
                "there is no space behind this `#`, so it makes no heading; expected `# ` or `## ` before the words of a heading");
    message_hint(markdown->messages, "for the character itself, write \\#");
}

void slip_mend_heading(struct markdown *markdown, struct node *paragraph)
{
    static const char *const names[] = {"h2", "h3", "h4", "h5", "h6"};
    const struct node *first = paragraph->first;
    if (!first || !first->text || strchr(first->text, '\n') || !node_is(paragraph, "p")) return;
    size_t level = strspn(first->text, "#");
    if (level == 1) check_title(markdown, first);
    if (level < 2 || level > 6 || !first->text[level] || isspace((unsigned char)first->text[level])) return;
    if (markdown_is_escaped(markdown, first->place)) return;
    message_add(markdown->messages, HEADING_SPACE, first->place, "there is no space behind `%.*s`; expected `%.*s %s`",
                (int)level, first->text, (int)level, first->text, first->text + level);
    paragraph->name = names[level - 2];
    paragraph->first->text += level;
}

/* The line of the Markdown, from 1; "" when there is none. */
static const char *line_at(const struct markdown *markdown, int number, size_t *length)
{
    const struct locator *locator = &markdown->locator;
    *length = 0;
    if (locator->fixed || number < 1 || (size_t)number > locator->line_count) return "";
    const char *line = locator->source->text + locator->line_starts[number - 1];
    size_t end = locator->line_starts[number] - locator->line_starts[number - 1];
    size_t indent = locator->indent < end ? locator->indent : end;
    *length = end - indent;
    return line + indent;
}

void slip_check_code(struct markdown *markdown, int first_line, int last_line)
{
    size_t length, end_length;
    const char *begin = line_at(markdown, first_line, &length), *end = line_at(markdown, last_line, &end_length);
    size_t at = 0, end_at = 0;
    while (at < length && strchr(" >-*+0123456789.", begin[at])) at++;
    while (end_at < end_length && strchr(" >", end[end_at])) end_at++;
    bool fenced = at + 3 <= length && (strncmp(begin + at, "```", 3) == 0 || strncmp(begin + at, "~~~", 3) == 0);
    bool closed = last_line > first_line && end_at + 3 <= end_length && strncmp(end + end_at, begin + at, 3) == 0;
    if (!fenced || closed) return;
    locator_go(&markdown->locator, first_line, (int)at + 1);
    message_add(markdown->messages, CODE_OPEN, locator_here(&markdown->locator),
                "the code that begins here does not end; expected a line of the same signs below it");
}

void slip_check_item(struct markdown *markdown, int first_line, int last_line)
{
    for (int line = first_line + 1; line <= last_line; line++) {
        size_t length;
        const char *text = line_at(markdown, line, &length);
        if (length == 0 || strchr(" \t>\n-*+", *text)) continue;
        struct place place = {.source = markdown->locator.source, .line = (unsigned)line + markdown->locator.first_line - 1};
        place.column = (unsigned)markdown->locator.indent + 1;
        message_add(markdown->messages, LIST_CONTINUED, place,
                    "this line goes on with the item above it; expected `- ` before it, or an empty line, or two spaces");
        return;
    }
}

/* A row's cells: bars that are not escaped, without those at both ends (GFM, "Tables"). */
static size_t count_cells(const char *line, size_t length)
{
    size_t bars = 0;
    while (length && strchr(" \t\n", line[length - 1])) length--;
    while (length && strchr(" \t>", *line)) line++, length--;
    if (length && *line == '|') line++, length--;
    for (size_t i = 0; i < length; i++) bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\');
    bool ends = length && line[length - 1] == '|' && (length < 2 || line[length - 2] != '\\');
    return bars + !ends;
}

void slip_check_row(struct markdown *markdown, int number, size_t columns)
{
    size_t length;
    const char *line = line_at(markdown, number, &length);
    size_t cells = length ? count_cells(line, length) : columns;
    if (cells == columns) return;
    message_add(markdown->messages, TABLE_BROKEN, locator_here(&markdown->locator),
                "this row has %zu cell%s; expected %zu, like the head of the table", cells, cells == 1 ? "" : "s", columns);
}
