/* Words, numbers and marks of a passage, and where its sentences end. */
#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "check/phrase.h"

struct scanner {
    struct arena *arena;
    struct passage *passage;
    const char *text;
    size_t capacity;
    unsigned sentence;
    bool ended; /* a mark stands there that ends a sentence */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A letter or digit begins here; its length in bytes, or 0. */
static size_t letter_length(const char *text)
{
    size_t length;
    if ((unsigned char)*text < 0x80) return isalnum((unsigned char)*text) ? 1 : 0;
    uint32_t code_point = utf8_decode(text, &length);
    return utf8_is_letter(code_point) || utf8_is_digit(code_point) ? length : 0;
}

/* ---- words ---- */

static const char *folded(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_copy(arena, text, length);
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)copy[i] >= 0x80) return utf8_fold(arena, copy);
        copy[i] = (char)tolower((unsigned char)copy[i]);
    }
    return copy;
}

/* What joins the parts of one word: JB&JR, zo’n, twenty-five, 1a.1. Its length, or 0. */
static size_t joint_length(const char *text)
{
    static const char *const joints[] = {"-", "'", "\xE2\x80\x99", "&", ".", "\xC2\xAD", "\xE2\x80\x91"};
    if (!*text || !strchr("-'&.\xE2\xC2", *text)) return 0; /* as most words end */
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t length = strlen(joints[i]);
        if (strncmp(text, joints[i], length) != 0 || !letter_length(text + length)) continue;
        bool number = is_digit(text[length]);
        if (*text != '.' || number) return length;
    }
    return 0;
}

/* With a point only inside what begins with a digit, such as the number of a norm. */
static size_t word_length(const char *text)
{
    size_t length = 0, part;
    bool numbered = is_digit(*text);
    for (;;) {
        while (isalnum((unsigned char)text[length])) length++;
        while ((part = letter_length(text + length))) length += part;
        size_t joint = joint_length(text + length);
        if (!joint || (text[length] == '.' && !numbered)) return length;
        length += joint;
    }
}

/* ---- numbers ---- */

/* Digits in groups of three behind the first separator: 1.500 in Dutch. The length of all of it, or 0. */
static size_t grouped_length(const char *text, char thousands)
{
    size_t first = strspn(text, "0123456789"), length = first;
    if (first > 3) return 0;
    while (text[length] == thousands && strspn(text + length + 1, "0123456789") == 3) length += 4;
    return length > first ? length : 0;
}

/* What is written as a number in this language: 12, 1.500, 74,62. 0: something else, such as 3.1 in Dutch. */
static size_t number_length(const struct words *words, const char *text, unsigned *decimals)
{
    size_t grouped = grouped_length(text, words->thousands), length = grouped ? grouped : strspn(text, "0123456789");
    *decimals = 0;
    if (text[length] == words->decimal && is_digit(text[length + 1])) {
        *decimals = (unsigned)strspn(text + length + 1, "0123456789");
        length += 1 + *decimals;
    }
    bool goes_on = strchr(".,", text[length]) && text[length] && is_digit(text[length + 1]);
    return goes_on || letter_length(text + length) || length > 15 ? 0 : length;
}

/* Digits, whatever separates the thousands; decimals as they are. */
static double number_value(const char *text, size_t length, unsigned decimals)
{
    double value = 0;
    for (size_t i = 0; i < length; i++) {
        if (is_digit(text[i])) value = value * 10 + (text[i] - '0');
    }
    while (decimals-- > 0) value /= 10;
    return value;
}

/* ---- tokens ---- */

static void append(struct scanner *scanner, struct token token)
{
    struct passage *passage = scanner->passage;
    passage->tokens =
        arena_grow(scanner->arena, passage->tokens, passage->token_count, &scanner->capacity, sizeof token);
    const struct token *last = passage->token_count ? &passage->tokens[passage->token_count - 1] : NULL;
    token.first = !last || last->sentence != token.sentence;
    passage->tokens[passage->token_count++] = token;
}

static void add_number(struct scanner *scanner, size_t at, size_t length, unsigned decimals)
{
    append(scanner, (struct token){.kind = TOKEN_NUMBER,
                                   .at = (uint32_t)at,
                                   .length = (uint32_t)length,
                                   .word = "",
                                   .number = number_value(scanner->text + at, length, decimals),
                                   .sentence = scanner->sentence,
                                   .decimals = (unsigned char)decimals});
}

static double number_of(const struct words *words, const struct entry *entry, const char *word, size_t length)
{
    enum { SHORTEST = 9, LONGEST = 40 }; /* of those that are made of others */
    if (entry->number >= 0) return entry->number;
    return length >= SHORTEST && length <= LONGEST ? number_of_words(words, word) : (double)NAN;
}

static void add_word(struct scanner *scanner, size_t at, size_t length)
{
    struct passage *passage = scanner->passage;
    const char *word = folded(scanner->arena, scanner->text + at, length);
    size_t word_size = strlen(word);
    const struct entry *entry = vocabulary_find(passage->vocabulary, word, word_size);
    struct token *last = passage->token_count ? &passage->tokens[passage->token_count - 1] : NULL;
    if (last && !isnan(last->number) && strcmp(word, passage->words->percent) == 0) last->percent = true;
    append(scanner, (struct token){.kind = TOKEN_WORD,
                                   .at = (uint32_t)at,
                                   .length = (uint32_t)length,
                                   .word = word,
                                   .number = number_of(passage->words, entry, word, word_size),
                                   .sentence = scanner->sentence,
                                   .lists = entry->lists,
                                   .month = entry->month,
                                   .weekday = entry->weekday,
                                   .hanging = scanner->text[at + length] == '-'});
}

/* A point behind a short form or a single letter ends no sentence. */
static bool ends_sentence(const struct scanner *scanner, char mark)
{
    const struct passage *passage = scanner->passage;
    if (mark == '?' || mark == '!') return true;
    const struct token *last = passage->token_count ? &passage->tokens[passage->token_count - 1] : NULL;
    if (mark != '.' || !last) return false;
    if (last->kind == TOKEN_WORD && (last->length == 1 || token_is_word(last, LIST_ABBREVIATED))) return false;
    return true;
}

static void add_mark(struct scanner *scanner, size_t at, size_t length)
{
    struct passage *passage = scanner->passage;
    char mark = scanner->text[at];
    struct token *last = passage->token_count ? &passage->tokens[passage->token_count - 1] : NULL;
    if (mark == '%' && last && !isnan(last->number)) last->percent = true;
    bool ends = ends_sentence(scanner, mark);
    append(scanner, (struct token){.kind = TOKEN_MARK,
                                   .at = (uint32_t)at,
                                   .length = (uint32_t)length,
                                   .word = arena_copy(scanner->arena, scanner->text + at, length),
                                   .number = NAN,
                                   .sentence = scanner->sentence});
    scanner->ended |= ends;
}

/* After its end a sentence goes on as long as only marks follow, such as a closing quote. */
static void begin_sentence(struct scanner *scanner, size_t at)
{
    const char *text = scanner->text;
    if (!scanner->ended) return;
    scanner->ended = false;
    if (!islower((unsigned char)text[at])) scanner->sentence++;
}

static size_t scan_one(struct scanner *scanner, size_t at)
{
    const char *text = scanner->text + at;
    unsigned decimals;
    size_t length;
    if (letter_length(text)) {
        begin_sentence(scanner, at);
        length = is_digit(*text) ? number_length(scanner->passage->words, text, &decimals) : 0;
        if (length) add_number(scanner, at, length, decimals);
        else add_word(scanner, at, length = word_length(text));
        return length;
    }
    utf8_decode(text, &length);
    bool space = isspace((unsigned char)*text) || strncmp(text, "\xC2\xA0", 2) == 0;
    if (!space) add_mark(scanner, at, length);
    return length;
}

void scan_passage(struct arena *arena, struct passage *passage)
{
    bool read = passage->kind <= PASSAGE_TITLE && passage->words;
    struct scanner scanner = {.arena = arena, .passage = passage, .text = passage->text};
    for (size_t at = 0; read && at < passage->length;) at += scan_one(&scanner, at);
}
