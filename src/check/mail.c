/* Mail addresses, also those that are spelt "naam (at) domein (punt) nl". */
#include <ctype.h>
#include <string.h>

#include "base/buffer.h"
#include "check/personal.h"

enum { LONGEST = 100 };

/* A sign in words or as itself, with spaces around it. Gives its length with them, or 0. */
static size_t sign_length(const char *text, const char *const *forms)
{
    size_t space = *text == ' ';
    for (; *forms; forms++) {
        size_t length = strlen(*forms);
        if (strncmp(text + space, *forms, length) != 0) continue;
        size_t whole = space + length;
        return whole + (text[whole] == ' ' && (space || **forms != '.'));
    }
    return 0;
}

static bool is_local(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80 || (c && strchr("._%+-", c));
}

static bool is_label(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80 || c == '-';
}

/* The labels of a domain, and where they end; false: fewer than two, or the last is no word. */
static bool read_domain(const char *text, size_t *at, struct buffer *domain)
{
    static const char *const points[] = {".", "(punt)", "[punt]", "(dot)", "[dot]", NULL};
    size_t labels = 0, end = *at, last = 0;
    for (;;) {
        size_t length = 0;
        while (is_label(text[end + length]) && length < LONGEST) length++;
        if (length == 0) break;
        if (labels > 0) buffer_add_char(domain, '.');
        buffer_add_bytes(domain, text + end, length);
        end += length;
        last = length;
        labels++;
        *at = end;
        size_t point = sign_length(text + end, points);
        bool spaced = point > 0 && text[end] == ' ' && text[end + 1] == '.';
        if (!point || spaced || labels == 10) break;
        end += point;
    }
    return labels > 1 && last > 1 && isalpha((unsigned char)text[*at - 1]);
}

/* Goes back over the part before the sign; gives where it begins, or the same. */
static size_t local_begin(const char *text, size_t at)
{
    size_t end = at > 0 && text[at - 1] == ' ' ? at - 1 : at, begin = end;
    while (begin > 0 && is_local(text[begin - 1]) && end - begin < LONGEST) begin--;
    while (begin < end && strchr("._%+-", text[begin])) begin++;
    return begin < end ? begin : at;
}

size_t find_mail(struct personal *personal, size_t at)
{
    static const char *const signs[] = {"@", "(at)", "[at]", NULL};
    const struct plain *plain = &personal->plain;
    const char *text = plain->text;
    size_t sign = sign_length(text + at, signs), begin = local_begin(text, at), end = at + sign;
    struct buffer address = buffer_new(personal->checker->arena);
    if (!sign || begin == at) return at;
    size_t local = at > 0 && text[at - 1] == ' ' ? at - 1 : at;
    buffer_add_bytes(&address, text + begin, local - begin);
    buffer_add_char(&address, '@');
    if (!read_domain(text, &end, &address)) return at;
    if (is_allowed(personal, address.data, address.length))
        return end - 1;
    message_add(personal->checker->messages, MAIL_ADDRESS, plain_place(plain, personal->passage, begin, end),
                "`%s` is a mail address; expected none, or the address or its domain in `allowed` of site.yaml",
                buffer_text(&address));
    return end - 1;
}
