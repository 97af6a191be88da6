#include "base/number.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* What stands between groups of digits; its length, or 0. */
static size_t separator(const char *text, char mark)
{
    static const char *const spaces[] = {" ", "\xc2\xa0", "\xe2\x80\xaf"};
    if (*text == (mark == ',' ? '.' : ',')) return 1;
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
        size_t length = strlen(spaces[i]);
        if (strncmp(text, spaces[i], length) == 0) return length;
    }
    return 0;
}

static size_t digits_at(const char *text)
{
    return strspn(text, "0123456789");
}

static void add_digits(struct number *number, const char *text, size_t count)
{
    for (size_t i = 0; i < count; i++) number->value = number->value * 10 + (text[i] - '0');
}

/* Behind the decimals, which the mark begins; NULL: there is none, or too many. */
static const char *read_decimals(const char *text, struct number *number)
{
    size_t count = digits_at(text);
    if (count == 0 || count > NUMBER_MOST_DECIMALS) return NULL;
    if (number->value >= pow(10, (double)NUMBER_MOST_DIGITS - (double)count)) return NULL;
    add_digits(number, text, count);
    for (size_t i = 0; i < count; i++) number->value /= 10;
    number->decimals = (int)count;
    return text + count;
}

/* Behind the digits before the mark; NULL: there are none, too many, or groups that are not of three. */
static const char *read_whole(const char *text, char mark, struct number *number)
{
    size_t count = digits_at(text), all = count;
    if (count == 0 || count > NUMBER_MOST_DIGITS) return NULL;
    add_digits(number, text, count);
    text += count;
    while (count <= 3 && separator(text, mark)) {
        size_t skip = separator(text, mark);
        if (digits_at(text + skip) != 3 || (all += 3) > NUMBER_MOST_DIGITS) return NULL;
        add_digits(number, text + skip, 3);
        text += skip + 3;
    }
    return text;
}

static bool read_unsigned(const char *text, char mark, struct number *number)
{
    *number = (struct number){0};
    text = read_whole(text, mark, number);
    if (text && *text == mark) text = read_decimals(text + 1, number);
    return text && !*text;
}

bool number_read(const char *text, char mark, struct number *number)
{
    static const char minus[] = "\xe2\x88\x92"; /* U+2212 */
    size_t sign = *text == '-' ? 1 : strncmp(text, minus, strlen(minus)) == 0 ? strlen(minus) : 0;
    if (!read_unsigned(text + sign, mark, number)) return false;
    if (sign) number->value = -number->value;
    return true;
}

bool number_read_plain(const char *text, struct number *number)
{
    const char *mark = strpbrk(text, ",.");
    if (strlen(text) > NUMBER_MOST_DIGITS + 1 || strchr(text, ' ') || (mark && strpbrk(mark + 1, ",."))) return false;
    return read_unsigned(text, mark ? *mark : ',', number);
}

/* Groups of three from five digits on, as Dutch and English style guides have it. */
static void write_whole(struct buffer *out, int64_t whole, char mark)
{
    int64_t group = 1000;
    if (whole < 10000) {
        buffer_format(out, "%lld", (long long)whole);
        return;
    }
    while (whole / group >= 1000) group *= 1000;
    buffer_format(out, "%lld", (long long)(whole / group));
    for (; group > 1; group /= 1000)
        buffer_format(out, "%c%03lld", mark == ',' ? '.' : ',', (long long)(whole % group / (group / 1000)));
}

void number_write(struct buffer *out, double value, int decimals, char mark)
{
    int64_t scale = 1;
    for (int i = 0; i < decimals; i++) scale *= 10;
    int64_t units = llround(fabs(value) * (double)scale);
    if (value < 0 && units) buffer_add(out, "\xe2\x88\x92");
    write_whole(out, units / scale, mark);
    if (decimals) buffer_format(out, "%c%0*lld", mark, decimals, (long long)(units % scale));
}
