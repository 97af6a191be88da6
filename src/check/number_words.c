/* Numbers in words. Dutch writes them as one word ("vijfentwintig", "honderdtwaalf"), English joins tens and units with
 * a hyphen ("twenty-five"). */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check/words.h"

static int by_word(const void *a, const void *b)
{
    return strcmp(((const struct number_word *)a)->word, ((const struct number_word *)b)->word);
}

static int simple_number(const struct words *words, const char *word)
{
    struct number_word wanted = {.word = word};
    const struct number_word *found = bsearch(&wanted, words->numbers, words->number_count, sizeof wanted, by_word);
    return found ? found->number : -1;
}

static int part_number(const struct words *words, const char *word, size_t length)
{
    char part[24];
    if (length >= sizeof part) return -1;
    memcpy(part, word, length);
    part[length] = '\0';
    return simple_number(words, part);
}

/* Below a hundred: "vijf" "en" "twintig", "twenty" "-" "five". */
static int below_hundred(const struct words *words, const char *word)
{
    int whole = simple_number(words, word);
    if (whole >= 0) return whole < 100 ? whole : -1;
    const char *joint = words->joined_numbers ? "en" : "-";
    for (const char *at = strstr(word, joint); at; at = strstr(at + 1, joint)) {
        int first = part_number(words, word, (size_t)(at - word)), second = simple_number(words, at + strlen(joint));
        int units = words->joined_numbers ? first : second, tens = words->joined_numbers ? second : first;
        if (units >= 1 && units <= 9 && tens >= 20 && tens <= 90) return tens + units;
    }
    return -1;
}

/* "honderd", "driehonderd", "honderdvijf", "tweehonderdenvijftien"; Dutch only. */
static int hundreds(const struct words *words, const char *word)
{
    static const char hundred[] = "honderd";
    const char *at = strstr(word, hundred);
    if (!at) return -1;
    const char *rest = at + sizeof hundred - 1;
    int times = at == word ? 1 : part_number(words, word, (size_t)(at - word));
    if (times < 1 || times > 19) return -1;
    if (!*rest) return times * 100;
    if (strncmp(rest, "en", 2) == 0 && below_hundred(words, rest + 2) > 0) rest += 2;
    int below = below_hundred(words, rest);
    return below > 0 ? times * 100 + below : -1;
}

double number_of_words(const struct words *words, const char *word)
{
    if (!strchr("adefghnostvz", *word)) return NAN;
    int number = below_hundred(words, word);
    if (number < 0 && words->joined_numbers) number = hundreds(words, word);
    return number < 0 ? (double)NAN : (double)number;
}
