/* Bank accounts: IBAN (ISO 13616), with or without its spaces, in capitals or not. */
#include <ctype.h>
#include <string.h>

#include "check/personal.h"

enum { LONGEST = 34 };

/* How long the numbers of a country are (the IBAN registry); 0: a country whose accounts are not looked for. */
static size_t length_in(const char *country)
{
    static const struct {
        char country[3];
        size_t length;
    } countries[] = {{"AT", 20}, {"BE", 16}, {"BG", 22}, {"CH", 21}, {"CY", 28}, {"CZ", 24}, {"DE", 22}, {"DK", 18},
                     {"EE", 20}, {"ES", 24}, {"FI", 18}, {"FR", 27}, {"GB", 22}, {"GR", 27}, {"HR", 21}, {"HU", 28},
                     {"IE", 22}, {"IT", 27}, {"LT", 20}, {"LU", 20}, {"LV", 21}, {"MA", 28}, {"MT", 31}, {"NL", 18},
                     {"NO", 15}, {"PL", 28}, {"PT", 25}, {"RO", 24}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"TR", 26}};
    for (size_t i = 0; i < sizeof countries / sizeof *countries; i++) {
        if (strncmp(countries[i].country, country, 2) == 0) return countries[i].length;
    }
    return 0;
}

/* The number modulo 97, its first four signs last, letters as 10 to 35 (ISO 7064, MOD 97-10). */
static bool passes_97(const char *account, size_t length)
{
    unsigned rest = 0;
    for (size_t i = 0; i < length; i++) {
        char c = account[(i + 4) % length];
        unsigned value = isdigit((unsigned char)c) ? (unsigned)(c - '0') : (unsigned)(c - 'A' + 10);
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
}

/* Takes the signs of a number, single separators left out; gives the offset behind them. */
static size_t read_account(const char *text, size_t at, char *account, size_t wanted)
{
    size_t count = 0;
    while (count < wanted && text[at]) {
        if (isalnum((unsigned char)text[at])) account[count++] = (char)toupper((unsigned char)text[at]);
        else if (!strchr(" .-", text[at]) || !isalnum((unsigned char)text[at + 1])) break;
        at++;
    }
    account[count] = '\0';
    return count == wanted && !isalnum((unsigned char)text[at]) ? at : 0;
}

/* Two letters and, a separator aside, a digit: what most words are not. */
static bool may_be_account(const char *text)
{
    if (!isalpha((unsigned char)text[1])) return false;
    return isdigit((unsigned char)text[text[2] && strchr(" .-", text[2]) ? 3 : 2]);
}

size_t find_account(struct personal *personal, size_t at)
{
    const struct plain *plain = &personal->plain;
    const char *text = plain->text;
    if (!may_be_account(text + at)) return at;
    char account[LONGEST + 1] = {(char)toupper((unsigned char)text[at]), (char)toupper((unsigned char)text[at + 1])};
    size_t length = length_in(account);
    size_t end = length ? read_account(text, at, account, length) : 0;
    if (!end || !isdigit((unsigned char)account[2]) || !isdigit((unsigned char)account[3]) ||
        !passes_97(account, length))
        return at;
    if (is_allowed(personal, text + at, end - at)) return end;
    message_add(personal->checker->messages, BANK_ACCOUNT, plain_place(plain, personal->passage, at, end),
                "`%.*s` is the number of a bank account; expected none, or the number in `allowed` of site.yaml",
                (int)(end - at), text + at);
    return end;
}
