/* Citizen service numbers and telephone numbers, however their digits are kept apart. */
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "check/personal.h"

enum { MOST_DIGITS = 40, MOST_GROUPS = 40 };

/* Digits in a row, with at most a space, a mark, or a dash between spaces between two of them. */
struct digits {
    char all[MOST_DIGITS + 1];
    size_t count;
    struct group {
        size_t at, length; /* in the plain text */
        size_t first;      /* in `all` */
    } groups[MOST_GROUPS];
    size_t group_count;
    size_t end; /* in the plain text */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The bytes between two groups, or 0. */
static size_t separator_length(const char *text)
{
    if (*text && strchr(" .-/", *text) && is_digit(text[1])) return 1;
    if (strncmp(text, " - ", 3) == 0 && is_digit(text[3])) return 3;
    if (strncmp(text, " (", 2) == 0 && is_digit(text[2])) return 2;
    if (strncmp(text, ") ", 2) == 0 && is_digit(text[2])) return 2;
    return (*text == ')' || *text == '(') && is_digit(text[1]) ? 1 : 0;
}

static struct digits read_digits(const char *text, size_t at)
{
    struct digits digits = {.end = at};
    while (is_digit(text[digits.end]) && digits.group_count < MOST_GROUPS) {
        struct group *group = &digits.groups[digits.group_count];
        group->at = digits.end;
        group->first = digits.count;
        group->length = strspn(text + digits.end, "0123456789");
        if (group->length > MOST_DIGITS - digits.count) break;
        memcpy(digits.all + digits.count, text + digits.end, group->length);
        digits.count += group->length;
        digits.end += group->length;
        digits.group_count++;
        digits.end += separator_length(text + digits.end);
    }
    if (digits.group_count == 0) digits.end += strspn(text + at, "0123456789");
    else digits.end = digits.groups[digits.group_count - 1].at + digits.groups[digits.group_count - 1].length;
    return digits;
}

/* ---- citizen service numbers ---- */

/* The elfproef: nine digits with the weights 9 to 2 and -1 (Logisch Ontwerp BSN, "Rekenkundige controle"). */
static bool passes_eleven(const char *digits)
{
    int sum = -(digits[8] - '0');
    bool nought = true;
    for (int i = 0; i < 8; i++) sum += (digits[i] - '0') * (9 - i);
    for (int i = 0; i < 9; i++) nought &= digits[i] == '0';
    return !nought && sum % 11 == 0;
}

static bool is_year(const char *digits)
{
    return strncmp(digits, "19", 2) == 0 || strncmp(digits, "20", 2) == 0;
}

/* One of the words stands within some bytes before. */
static bool stands_before(const struct personal *personal, size_t at, const char *const *words)
{
    enum { REACH = 40 };
    size_t begin = at > REACH ? at - REACH : 0;
    struct arena *arena = personal->checker->arena;
    const char *before = utf8_fold(arena, arena_copy(arena, personal->plain.text + begin, at - begin));
    for (; words && *words; words++) {
        const char *found = strstr(before, *words);
        if (found && (found == before || !isalnum((unsigned char)found[-1]))) return true;
    }
    return false;
}

/* Amounts of money have nine digits, too. */
static bool is_money(const struct plain *plain, size_t begin, size_t end)
{
    static const char *const signs[] = {"\xE2\x82\xAC", "EUR", "euro"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t length = strlen(signs[i]);
        for (size_t space = 0; space < 2; space++) {
            if (begin >= length + space && strncmp(plain->text + begin - length - space, signs[i], length) == 0)
                return true;
            if (strncmp(plain->text + end + space, signs[i], length) == 0) return true;
        }
    }
    return plain->text[end] == ',' && strspn(plain->text + end + 1, "0123456789") == 2;
}

/* The decimals of a number: a point or comma before them, and before that no more than some digits. */
static bool is_fraction(const struct plain *plain, size_t begin)
{
    enum { MOST = 4 };
    size_t digits = 0;
    if (begin < 2 || !strchr(".,", plain->text[begin - 1])) return false;
    while (digits < MOST && digits + 1 < begin && is_digit(plain->text[begin - 2 - digits])) digits++;
    return digits > 0 && digits < MOST;
}

/* Part of an address on the web. */
static bool is_in_address(const struct plain *plain, size_t at)
{
    enum { LONGEST = 300 };
    for (size_t i = 0; i < LONGEST && at > 0 && plain->text[at - 1] != ' '; i++) at--;
    return strncmp(plain->text + at, "http", 4) == 0 || strncmp(plain->text + at, "www.", 4) == 0 ||
           strncmp(plain->text + at, "doi", 3) == 0;
}

static bool touches_letters(const struct personal *personal, size_t begin, size_t end)
{
    const struct plain *plain = &personal->plain;
    bool before = begin > 0 && isalpha((unsigned char)plain->text[begin - 1]);
    const char *const *identity = personal->passage->words ? personal->passage->words->lists[LIST_IDENTITY] : NULL;
    return isalpha((unsigned char)plain->text[end]) || (before && !stands_before(personal, begin, identity));
}

static void tell_citizen(struct personal *personal, size_t begin, size_t end)
{
    const struct plain *plain = &personal->plain;
    const struct words *words = personal->passage->words;
    if (is_fraction(plain, begin) || is_money(plain, begin, end) || is_in_address(plain, begin) ||
        touches_letters(personal, begin, end))
        return;
    if (words && stands_before(personal, begin, words->lists[LIST_ORGANISATION])) return;
    if (is_allowed(personal, plain->text + begin, end - begin)) return;
    message_add(personal->checker->messages, CITIZEN_NUMBER, plain_place(plain, personal->passage, begin, end),
                "`%.*s` passes the test of citizen service numbers; expected none in a report", (int)(end - begin),
                plain->text + begin);
}

/* Nine digits in at most five groups, or each apart; with a year among them they are probably dates. */
static bool may_be_citizen(const struct digits *digits)
{
    for (size_t i = 0; i < digits->group_count; i++) {
        if (digits->group_count > 1 && digits->groups[i].length == 4 && is_year(digits->all + digits->groups[i].first))
            return false;
    }
    return digits->count == 9 && (digits->group_count <= 5 || digits->group_count == 9);
}

/* Nine digits in one group, whatever stands around it. */
static void find_nine(struct personal *personal, const struct digits *digits)
{
    for (size_t i = 0; i < digits->group_count; i++) {
        const struct group *group = &digits->groups[i];
        if (group->length == 9 && passes_eleven(digits->all + group->first))
            tell_citizen(personal, group->at, group->at + group->length);
    }
}

/* A leading nought is easily lost: then the word before must say what it is. */
static void find_eight(struct personal *personal, const struct digits *digits)
{
    char nine[10] = "0";
    const struct words *words = personal->passage->words;
    if (digits->count != 8 || !words || !stands_before(personal, digits->groups[0].at, words->lists[LIST_IDENTITY]))
        return;
    memcpy(nine + 1, digits->all, 8);
    if (passes_eleven(nine)) tell_citizen(personal, digits->groups[0].at, digits->end);
}

static void find_citizen(struct personal *personal, const struct digits *digits)
{
    if (may_be_citizen(digits)) {
        if (passes_eleven(digits->all)) tell_citizen(personal, digits->groups[0].at, digits->end);
    } else {
        find_nine(personal, digits);
        find_eight(personal, digits);
    }
}

/* ---- telephone numbers ---- */

/* The digits behind the country code or the first nought; NULL: no number of the Netherlands. */
static const char *national(const char *digits, bool plus)
{
    if (plus && strncmp(digits, "31", 2) == 0) digits += 2;
    else if (strncmp(digits, "0031", 4) == 0) digits += 4;
    else return *digits == '0' && digits[1] != '0' ? digits + 1 : NULL;
    return *digits == '0' ? digits + 1 : digits;
}

/* Numbers of services that anybody may call (Nummerplan telefoon- en ISDN-diensten). */
static bool is_service(const char *digits)
{
    return strncmp(digits, "800", 3) == 0 || strncmp(digits, "90", 2) == 0;
}

static bool is_date(const struct digits *digits)
{
    const struct group *groups = digits->groups;
    return digits->group_count > 2 && groups[0].length <= 2 && groups[1].length <= 2 && groups[2].length == 4 &&
           is_year(digits->all + groups[2].first);
}

static bool is_telephone(const char *digits, size_t count, bool plus)
{
    char copy[MOST_DIGITS + 1] = {0};
    memcpy(copy, digits, count);
    const char *rest = national(copy, plus);
    if (plus && strncmp(copy, "31", 2) != 0) return count >= 10 && count <= 15;
    return rest && strlen(rest) == 9 && *rest != '0' && !is_service(rest);
}

static void tell_telephone(struct personal *personal, size_t begin, size_t end)
{
    const struct plain *plain = &personal->plain;
    if (is_in_address(plain, begin) || isalpha((unsigned char)plain->text[end])) return;
    if (is_allowed(personal, plain->text + begin, end - begin)) return;
    message_add(personal->checker->messages, TELEPHONE, plain_place(plain, personal->passage, begin, end),
                "`%.*s` is a telephone number; expected none, or the number in `allowed` of site.yaml",
                (int)(end - begin), plain->text + begin);
}

/* Letters, a comma, or the four capitals of a bank: the digits are part of something else. */
static bool is_behind_letter(const struct plain *plain, size_t at)
{
    const char *text = plain->text;
    size_t capitals = 0;
    while (at > capitals + 1 && text[at - 1] == ' ' && isupper((unsigned char)text[at - 2 - capitals])) capitals++;
    return capitals == 4 || (at > 0 && (isalpha((unsigned char)text[at - 1]) || text[at - 1] == ','));
}

static bool find_telephone(struct personal *personal, const struct digits *digits)
{
    const struct plain *plain = &personal->plain;
    size_t begin = digits->groups[0].at;
    bool plus = begin > 0 && plain->text[begin - 1] == '+';
    if (digits->group_count > 7 || is_date(digits) || is_behind_letter(plain, begin)) return false;
    if (is_telephone(digits->all, digits->count, plus) &&
        (digits->group_count == 1 || digits->groups[0].length > 1 || plus)) {
        tell_telephone(personal, plus ? begin - 1 : begin, digits->end);
        return true;
    }
    for (size_t i = 0; i < digits->group_count; i++) {
        const struct group *group = &digits->groups[i];
        if (group->length != 10 || !is_telephone(digits->all + group->first, 10, false)) continue;
        tell_telephone(personal, group->at, group->at + group->length);
        return true;
    }
    return false;
}

size_t find_numbers(struct personal *personal, size_t at)
{
    struct digits digits = read_digits(personal->plain.text, at);
    if (digits.count < 8) return digits.end;
    if (!find_telephone(personal, &digits)) find_citizen(personal, &digits);
    return digits.end;
}
