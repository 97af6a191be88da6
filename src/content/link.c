/* Addresses of links and images. */
#include "content/markdown.h"

#include <ctype.h>
#include <string.h>

#include "base/buffer.h"

enum { LONGEST_SCHEME = 32 };

/* Schemes that a reader's program opens. All others that are plain words are references or mistakes, and
 * compose tells those; these are never let through. */
static const char *const opened[] = {"http", "https", "mailto", "tel"};
static const char *const refused[] = {"javascript", "vbscript",    "data",   "file",  "blob", "filesystem",
                                      "about",      "ftp",         "sftp",   "ssh",   "ws",   "jar",
                                      "res",        "view-source", "chrome", "intent"};

static bool is_in(const char *word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(word, list[i]) == 0) return true;
    }
    return false;
}

/* The scheme in lower case (RFC 3986 section 3.1); "" when there is none. */
static void scheme_of(const char *url, char scheme[LONGEST_SCHEME + 1])
{
    size_t length = 0;
    while (isalnum((unsigned char)url[length]) || (length && url[length] && strchr("+-.", url[length]))) length++;
    if (url[length] != ':' || length > LONGEST_SCHEME || !isalpha((unsigned char)url[0])) length = 0;
    for (size_t i = 0; i < length; i++) scheme[i] = (char)tolower((unsigned char)url[i]);
    scheme[length] = '\0';
}

static bool has_control(const char *url)
{
    for (; *url; url++) {
        if ((unsigned char)*url < 0x20 || *url == 0x7F) return true;
    }
    return false;
}

/* Percent-encodes what may not stand in a URI (RFC 3986 section 2) and keeps what is encoded already. */
static const char *encode(struct arena *arena, const char *url)
{
    struct buffer out = buffer_new(arena);
    for (; *url; url++) {
        unsigned char c = (unsigned char)*url;
        bool allowed = isalnum(c) || strchr("-._~:/?#[]@!$&'()*+,;=%", c);
        if (allowed) buffer_add_char(&out, (char)c);
        else buffer_format(&out, "%%%02X", (unsigned)c);
    }
    return arena_copy(arena, buffer_text(&out), out.length);
}

static const char *refuse(struct markdown *markdown, struct place place, const char *why)
{
    message_add(markdown->messages, LINK_REFUSED, place,
                "%s; expected http, https, mailto, tel or a reference such as `norm:1a.1`", why);
    return NULL;
}

const char *link_address(struct markdown *markdown, const char *url, struct place place)
{
    char scheme[LONGEST_SCHEME + 1];
    scheme_of(url, scheme);
    if (has_control(url) || *url == ' ')
        return refuse(markdown, place, "the address holds a control character or space");
    if (is_in(scheme, opened, sizeof opened / sizeof *opened)) return encode(markdown->arena, url);
    if (is_in(scheme, refused, sizeof refused / sizeof *refused))
        return refuse(markdown, place, arena_format(markdown->arena, "`%s:` is not accepted in a link", scheme));
    if (strpbrk(scheme, "+.")) return refuse(markdown, place, "this kind of address is not accepted in a link");
    return arena_string(markdown->arena, url);
}
