/* The forms of single texts: ids, colours, symbols, numbers, addresses. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "report/report.h"
#include "base/number.h"
#include "report/schema.h"

enum { LONGEST_ID = 64, LONGEST_SYMBOL = 4000 };

bool form_is_id(const char *text)
{
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789.-");
    return length > 0 && length <= LONGEST_ID && !text[length] && text[0] != '.' && text[0] != '-';
}

/* ---- names of files ---- */

/* Devices of Windows, in any case and with any ending. */
static bool is_device(const char *name)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul", "com", "lpt"};
    size_t length = strcspn(name, "."), letters = length > 3 && isdigit((unsigned char)name[3]) && length == 4 ? 3 : length;
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) {
        bool numbered = i >= 4;
        if (letters == 3 && numbered == (length == 4) && strncasecmp(name, devices[i], 3) == 0) return true;
    }
    return false;
}

const char *form_file_fault(const char *name)
{
    size_t length = strlen(name);
    if (length > FILE_NAME_MOST) return "is longer than 100 letters";
    if (length && (name[length - 1] == '.' || name[length - 1] == ' ')) return "ends in a point or space, which Windows drops";
    if (strstr(name, "..")) return "has two points in a row";
    return is_device(name) ? "is the name of a device on Windows" : NULL;
}

/* What the site has beside the reports' folders. */
static const char *const taken[] = {"assets", "index.html", "scale.css"};

const char *report_id_fault(const char *id)
{
    if (!form_is_id(id)) return "is no id; expected lower-case letters, digits, points and hyphens";
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
        if (strcmp(id, taken[i]) == 0) return "is a name that the site itself needs; expected another";
    }
    return form_file_fault(id);
}

static bool is_digits(const char *text, size_t count)
{
    return strspn(text, "0123456789") == count && !text[count];
}

bool form_is_kvk(const char *text)
{
    return is_digits(text, 8);
}

bool form_is_colour(const char *text)
{
    return text[0] == '#' && strspn(text + 1, "0123456789abcdefABCDEF") == 6 && !text[7];
}

bool form_is_url(const char *text)
{
    size_t scheme = strncmp(text, "https://", 8) == 0 ? 8 : strncmp(text, "http://", 7) == 0 ? 7 : 0;
    return scheme && isalnum((unsigned char)text[scheme]) && !strpbrk(text, " \"'<>\\^`{|}\n\t");
}

bool form_is_count(const char *text)
{
    size_t length = strspn(text, "0123456789");
    return length > 0 && length < 7 && !text[length] && text[0] != '0';
}

bool form_is_line(const char *text)
{
    const char *feed = strchr(text, '\n'); /* a block scalar (`|`, `>`) ends with one */
    return !feed || !feed[strspn(feed, " \t\n")];
}

bool form_is_number(const char *text)
{
    struct number number;
    return number_read_plain(text, &number);
}

bool form_is_figure(const char *text)
{
    return strcmp(text, "unknown") == 0 || form_is_number(text);
}

/* How many numbers one use of an SVG path command takes (SVG 1.1 section 8.3); -1: not accepted. */
static int number_count(char command)
{
    static const struct {
        char command;
        int count;
    } commands[] = {{'m', 2}, {'l', 2}, {'h', 1}, {'v', 1}, {'c', 6}, {'z', 0}};
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (commands[i].command == tolower((unsigned char)command)) return commands[i].count;
    }
    return -1;
}

static const char *after_separator(const char *text)
{
    text += strspn(text, " \n\t");
    if (*text == ',') text++;
    return text + strspn(text, " \n\t");
}

/* Behind a number of at most six digits before and after the point, without exponent; NULL: there is none. */
static const char *after_number(const char *text)
{
    if (*text == '+' || *text == '-') text++;
    size_t whole = strspn(text, "0123456789"), fraction = 0;
    text += whole;
    if (*text == '.') {
        text++;
        fraction = strspn(text, "0123456789");
        text += fraction;
    }
    return whole + fraction > 0 && whole <= 6 && fraction <= 6 ? text : NULL;
}

/* Behind one command and its numbers, which may be repeated; NULL: malformed. */
static const char *after_command(const char *text)
{
    int count = number_count(*text++), found = 0;
    if (count < 0) return NULL;
    text = after_separator(text);
    while (*text && !isalpha((unsigned char)*text)) {
        text = after_number(text);
        if (!text) return NULL;
        found++;
        text = after_separator(text);
    }
    bool whole = count == 0 ? found == 0 : found > 0 && found % count == 0;
    return whole ? text : NULL;
}

bool form_is_symbol(const char *text)
{
    if (strlen(text) > LONGEST_SYMBOL) return false;
    text = after_separator(text);
    if (*text != 'M' && *text != 'm') return false;
    while (text && *text) text = after_command(text);
    return text != NULL;
}
