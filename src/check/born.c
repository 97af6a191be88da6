/* Dates of birth: a word such as "geboren", and not far behind it a day. */
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "check/personal.h"

enum { MOST_BETWEEN = 4, LONGEST_WORD = 20 };

static const char *folded(const struct personal *personal, size_t at, size_t length)
{
    return utf8_fold(personal->checker->arena, arena_copy(personal->checker->arena, personal->plain.text + at, length));
}

static size_t word_length(const char *text)
{
    size_t length = 0;
    while (isalpha((unsigned char)text[length]) || (unsigned char)text[length] >= 0x80) length++;
    return length;
}

static size_t digits_length(const char *text)
{
    return strspn(text, "0123456789");
}

static size_t marks_length(const char *text)
{
    return strspn(text, " .:,;-/()");
}

/* "3 maart 2009", "03-03-2009", "2009-03-03", "March 3, 2009": three parts, one of them a year or the name of a month.
 * The offset behind it, or 0. */
static size_t date_end(const struct personal *personal, size_t at)
{
    const char *text = personal->plain.text;
    size_t numbers = 0, years = 0, months = 0;
    for (size_t part = 0; part < 3; part++) {
        size_t digits = digits_length(text + at), word = digits ? 0 : word_length(text + at);
        bool month =
            word && word <= LONGEST_WORD && month_of_word(personal->passage->words, folded(personal, at, word));
        if (digits == 4) years++;
        else if (digits == 1 || digits == 2) numbers++;
        else if (month) months++;
        else return 0;
        at += digits + word;
        size_t marks = strspn(text + at, " .,-/'");
        if (part < 2 && (marks == 0 || marks > 3)) return 0;
        at += part < 2 ? marks : 0;
    }
    bool all_numbers = months == 0 && (numbers == 3 || (numbers == 2 && years == 1));
    return all_numbers || (months == 1 && numbers + years == 2 && numbers > 0) ? at : 0;
}

/* "geboren op of na 1 januari 2005" speaks of everybody. */
static bool is_general(const char *word)
{
    static const char *const words[] = {"na",    "voor",   "vanaf", "tot",   "tussen",  "sinds", "of",
                                        "after", "before", "since", "until", "between", "or",    NULL};
    return is_one_of(word, words);
}

/* The offset of the date, some words on at most; 0: none. */
static size_t find_date(const struct personal *personal, size_t at, size_t *end)
{
    const char *text = personal->plain.text;
    for (size_t words = 0; words <= MOST_BETWEEN; words++) {
        at += marks_length(text + at);
        *end = date_end(personal, at);
        if (*end) return at;
        size_t length = word_length(text + at);
        if (length == 0 || length > LONGEST_WORD || is_general(folded(personal, at, length))) return 0;
        at += length;
    }
    return 0;
}

/* The length of the longest of the phrases that stands here as words of its own, or 0. */
static size_t phrase_length(const struct personal *personal, size_t at)
{
    size_t longest = 0;
    const char *here = personal->plain.text + at;
    for (const char *const *phrase = personal->passage->words->lists[LIST_BORN]; *phrase; phrase++) {
        size_t length = 0;
        while ((*phrase)[length] && tolower((unsigned char)here[length]) == (*phrase)[length]) length++;
        if (!(*phrase)[length] && !isalpha((unsigned char)here[length]) && length > longest) longest = length;
    }
    return longest;
}

static size_t tell(struct personal *personal, size_t date, size_t end)
{
    const struct plain *plain = &personal->plain;
    if (is_allowed(personal, plain->text + date, end - date))
        return end;
    message_add(personal->checker->messages, DATE_OF_BIRTH, plain_place(plain, personal->passage, date, end),
                "`%.*s` is a date of birth; expected an age, or nothing", (int)(end - date), plain->text + date);
    return end;
}

/* The word before this offset, in small letters; "" when there is none. */
static const char *word_before(const struct personal *personal, size_t at)
{
    const char *text = personal->plain.text;
    while (at > 0 && text[at - 1] == ' ') at--;
    size_t begin = at;
    while (begin > 0 && at - begin < LONGEST_WORD && isalpha((unsigned char)text[begin - 1])) begin--;
    return folded(personal, begin, at - begin);
}

/* "op 3 maart 2009 geboren" */
size_t find_birthday(struct personal *personal, size_t at)
{
    size_t end = personal->passage->words ? date_end(personal, at) : 0;
    bool born = end && personal->plain.text[end] == ' ' && phrase_length(personal, end + 1);
    return born && !is_general(word_before(personal, at)) ? tell(personal, at, end) : at;
}

size_t find_born(struct personal *personal, size_t at)
{
    const struct plain *plain = &personal->plain;
    int first = tolower((unsigned char)plain->text[at]);
    if (!personal->passage->words || (first != 'g' && first != 'b' && first != 'd')) return at;
    size_t length = phrase_length(personal, at), end = 0, date = length ? find_date(personal, at + length, &end) : 0;
    return date ? tell(personal, date, end) : at;
}
