/* Bare URLs in running text become links (GitHub Flavored Markdown, section 6.9 "Autolinks (extension)":
 * `http://`, `https://` and `www.`). Done here, because the library's extension for it, as Debian has it,
 * reads before the begin of its buffer (CVE-2023-22485). */
#include "content/markdown.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"

/* How many bytes at `text` begin a URL, or 0. */
static size_t prefix_length(const char *text)
{
    static const char *const prefixes[] = {"http://", "https://", "www."};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        size_t length = strlen(prefixes[i]);
        if (strncmp(text, prefixes[i], length) == 0) return length;
    }
    return 0;
}

/* "All such recognized autolinks can only come at the beginning of a line, after whitespace, or any of the
 * delimiting characters *, _, ~, and (." */
static bool may_begin(const char *text, size_t at)
{
    return at == 0 || strchr(" \t\n*_~(", text[at - 1]) != NULL;
}

/* A valid domain has a point, and no underscore in its last two parts. */
static bool is_domain(const char *domain, size_t length)
{
    size_t points = 0, underscores_last = 0, underscores_before = 0;
    for (size_t i = 0; i < length; i++) {
        if (domain[i] == '.') {
            points++;
            underscores_before = underscores_last;
            underscores_last = 0;
        }
        underscores_last += domain[i] == '_';
    }
    return points > 0 && domain[0] != '.' && underscores_last == 0 && underscores_before == 0;
}

/* A domain has at most 253 bytes (RFC 1035 section 2.3.4), which also keeps a failed try cheap. */
static size_t domain_length(const char *text)
{
    size_t length = 0;
    while (length < 254 && (isalnum((unsigned char)text[length]) || (text[length] && strchr("-_.", text[length])) ||
                            (unsigned char)text[length] >= 0x80))
        length++;
    while (length > 0 && text[length - 1] == '.') length--;
    return length;
}

/* A `;` ends the URL when it closes what looks like an entity: `&amp;`. */
static size_t without_entity(const char *url, size_t length)
{
    size_t i = length - 1;
    while (i > 0 && isalnum((unsigned char)url[i - 1])) i--;
    return i > 0 && i < length - 1 && url[i - 1] == '&' ? i - 1 : length - 1;
}

/* "?, !, ., ,, :, *, _, and ~ will not be considered part of the autolink" at its end; a `)` only when it
 * was opened in the URL. */
static size_t trimmed_length(const char *url, size_t length)
{
    size_t opened = 0, closed = 0;
    for (size_t i = 0; i < length; i++) opened += url[i] == '(', closed += url[i] == ')';
    while (length > 0) {
        char last = url[length - 1];
        if (last == ')' && closed > opened) closed--, length--;
        else if (last == ';') length = without_entity(url, length);
        else if (strchr("?!.,:*_~'\"", last)) length--;
        else break;
    }
    return length;
}

/* The length of the URL at `text`, or 0. */
static size_t url_length(const char *text)
{
    size_t prefix = prefix_length(text);
    if (!prefix) return 0;
    const char *domain = text[0] == 'w' ? text : text + prefix;
    size_t length = domain_length(domain);
    if (!is_domain(domain, length)) return 0;
    length += (size_t)(domain - text);
    for (size_t bytes; text[length] && text[length] != '<'; length += bytes) {
        if (utf8_is_space(utf8_decode(text + length, &bytes))) break;
    }
    length = trimmed_length(text, length);
    return length > prefix ? length : 0;
}

/* The end of a text needs no copy: most texts have no link in them. */
static void append_text(struct markdown *markdown, struct node *parent, const char *text, size_t length)
{
    if (length == 0) return;
    const char *copy = text[length] ? arena_copy(markdown->arena, text, length) : text;
    node_append(parent, node_text(markdown->arena, copy, locator_find(&markdown->locator, copy, true)));
}

static void append_link(struct markdown *markdown, struct node *parent, const char *text, size_t length)
{
    char *copy = arena_copy(markdown->arena, text, length);
    struct place place = locator_find(&markdown->locator, copy, true);
    const char *url = copy[0] == 'w' ? arena_format(markdown->arena, "http://%s", copy) : copy;
    struct node *link = node_element(markdown->arena, "a", place);
    node_set(markdown->arena, link, "href", link_address(markdown, url, place));
    node_append(link, node_text(markdown->arena, copy, place));
    node_append(parent, link);
}

void autolink_append(struct markdown *markdown, struct node *parent, const char *text)
{
    size_t from = 0;
    for (size_t at = 0; text[at];) {
        bool possible = (text[at] == 'h' || text[at] == 'w') && may_begin(text, at);
        size_t length = possible ? url_length(text + at) : 0;
        if (length) {
            append_text(markdown, parent, text + from, at - from);
            append_link(markdown, parent, text + at, length);
            from = at + length;
        }
        at += length ? length : 1;
    }
    append_text(markdown, parent, text + from, strlen(text + from));
}
