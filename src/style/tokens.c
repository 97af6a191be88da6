/* CSS Syntax Module Level 3, clause 4: text into tokens, in one pass. */
#include "style/tokens.h"

#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"

struct scanner {
    struct arena *arena;
    const char *text; /* ends in NUL */
    size_t at;
    unsigned line, column;
    struct token *items;
    size_t count, capacity;
};

/* ---- classes of characters (clause 4.2) ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int hex_digit(char c)
{
    if (is_digit(c)) return c - '0';
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static bool starts_name(char c)
{
    char lower = (char)(c | 0x20);
    return (lower >= 'a' && lower <= 'z') || c == '_' || (unsigned char)c >= 0x80;
}

static bool continues_name(char c)
{
    return starts_name(c) || is_digit(c) || c == '-';
}

static bool starts_escape(const char *text)
{
    return text[0] == '\\' && text[1] && text[1] != '\n';
}

static bool starts_ident(const char *text)
{
    if (text[0] == '-') return starts_name(text[1]) || text[1] == '-' || starts_escape(text + 1);
    return starts_name(text[0]) || starts_escape(text);
}

static bool starts_number(const char *text)
{
    if (text[0] == '+' || text[0] == '-') text++;
    return is_digit(text[0]) || (text[0] == '.' && is_digit(text[1]));
}

/* ---- names and escapes ---- */

/* Reads an escape at `at` (clause 4.3.7), which is at the backslash. */
static void read_escape(struct scanner *scanner, struct buffer *out)
{
    enum { MOST_DIGITS = 6 };
    const char *text = scanner->text;
    size_t at = scanner->at + 1;
    uint32_t code_point = 0;
    size_t digits = 0;
    for (; digits < MOST_DIGITS && hex_digit(text[at]) >= 0; digits++) {
        code_point = code_point * 16 + (uint32_t)hex_digit(text[at++]);
    }
    size_t length = 1;
    if (digits == 0) {
        utf8_decode(text + at, &length);
        buffer_add_bytes(out, text + at, length);
        scanner->at = at + length;
        return;
    }
    if (is_space(text[at])) at++;
    bool valid = code_point != 0 && code_point <= 0x10FFFF && !(code_point >= 0xD800 && code_point <= 0xDFFF);
    char bytes[4];
    buffer_add_bytes(out, bytes, utf8_encode(valid ? code_point : 0xFFFD, bytes));
    scanner->at = at;
}

static const char *read_name(struct scanner *scanner)
{
    const char *text = scanner->text;
    size_t start = scanner->at;
    while (continues_name(text[scanner->at])) scanner->at++;
    if (!starts_escape(text + scanner->at)) return arena_copy(scanner->arena, text + start, scanner->at - start);
    struct buffer out = buffer_new(scanner->arena);
    buffer_add_bytes(&out, text + start, scanner->at - start);
    for (;;) {
        if (starts_escape(text + scanner->at)) read_escape(scanner, &out);
        else if (continues_name(text[scanner->at])) buffer_add_char(&out, text[scanner->at++]);
        else return buffer_text(&out);
    }
}

/* ---- tokens by their first character ---- */

static void read_string(struct scanner *scanner, struct token *token)
{
    const char *text = scanner->text;
    char quote = text[scanner->at++];
    struct buffer out = buffer_new(scanner->arena);
    token->type = TOKEN_STRING;
    while (text[scanner->at] && text[scanner->at] != quote) {
        if (text[scanner->at] == '\n') {
            token->type = TOKEN_BAD_STRING;
            return;
        }
        if (starts_escape(text + scanner->at)) read_escape(scanner, &out);
        else if (text[scanner->at] == '\\') scanner->at += text[scanner->at + 1] ? 2 : 1; /* a line goes on */
        else buffer_add_char(&out, text[scanner->at++]);
    }
    if (text[scanner->at]) scanner->at++;
    else token->type = TOKEN_BAD_STRING;
    token->text = buffer_text(&out);
}

/* The digits as a number, without the locale that strtod follows. */
static double read_digits(struct scanner *scanner, size_t *digits)
{
    double number = 0;
    for (*digits = 0; is_digit(scanner->text[scanner->at]); (*digits)++) {
        number = number * 10 + (scanner->text[scanner->at++] - '0');
    }
    return number;
}

static double read_number(struct scanner *scanner, bool *integer)
{
    enum { LARGEST_EXPONENT = 30 };
    const double largest = 1e9;
    const char *text = scanner->text;
    double sign = text[scanner->at] == '-' ? -1 : 1;
    size_t digits;
    if (text[scanner->at] == '-' || text[scanner->at] == '+') scanner->at++;
    double number = read_digits(scanner, &digits);
    *integer = true;
    if (text[scanner->at] == '.' && is_digit(text[scanner->at + 1])) {
        scanner->at++;
        *integer = false;
        double fraction = read_digits(scanner, &digits);
        if (isfinite(fraction) && digits < 300) number += fraction / pow(10, (double)digits);
    }
    const char *behind = text + scanner->at;
    size_t skip = behind[0] && (behind[1] == '-' || behind[1] == '+') ? 2 : 1;
    if ((behind[0] | 0x20) == 'e' && is_digit(behind[skip])) {
        scanner->at += skip;
        *integer = false;
        double exponent = fmin(read_digits(scanner, &digits), LARGEST_EXPONENT);
        number *= pow(10, behind[1] == '-' ? -exponent : exponent);
    }
    return number < largest ? sign * number : sign * largest;
}

static void read_numeric(struct scanner *scanner, struct token *token)
{
    token->number = read_number(scanner, &token->integer);
    token->type = TOKEN_NUMBER;
    if (starts_ident(scanner->text + scanner->at)) {
        token->type = TOKEN_DIMENSION;
        token->text = read_name(scanner);
    } else if (scanner->text[scanner->at] == '%') {
        token->type = TOKEN_PERCENTAGE;
        scanner->at++;
    }
}

/* What follows `url(` without a quote. */
static void read_url(struct scanner *scanner, struct token *token)
{
    const char *text = scanner->text;
    while (is_space(text[scanner->at])) scanner->at++;
    size_t start = scanner->at;
    while (text[scanner->at] && text[scanner->at] != ')') scanner->at++;
    size_t end = scanner->at;
    token->type = text[end] == ')' ? TOKEN_URL : TOKEN_BAD_URL;
    if (text[end] == ')') scanner->at++;
    while (end > start && is_space(text[end - 1])) end--;
    token->text = arena_copy(scanner->arena, text + start, end - start);
}

static void read_ident(struct scanner *scanner, struct token *token)
{
    token->type = TOKEN_IDENT;
    token->text = read_name(scanner);
    if (scanner->text[scanner->at] != '(') return;
    scanner->at++;
    token->type = TOKEN_FUNCTION;
    if (!same_word(token->text, "url")) return;
    size_t ahead = scanner->at;
    while (is_space(scanner->text[ahead])) ahead++;
    if (scanner->text[ahead] != '"' && scanner->text[ahead] != '\'') read_url(scanner, token);
}

static void read_sign(struct scanner *scanner, struct token *token)
{
    char c = scanner->text[scanner->at++];
    token->sign = c;
    token->type = strchr("([{", c) ? TOKEN_OPEN : strchr(")]}", c) ? TOKEN_CLOSE : TOKEN_SIGN;
    bool name = continues_name(scanner->text[scanner->at]) || starts_escape(scanner->text + scanner->at);
    if (c == '#' && name) {
        token->type = TOKEN_HASH;
        token->sign = 0;
        token->text = read_name(scanner);
    } else if (c == '@' && starts_ident(scanner->text + scanner->at)) {
        token->type = TOKEN_AT_KEYWORD;
        token->sign = 0;
        token->text = read_name(scanner);
    }
}

/* ---- the pass ---- */

/* Comments are nothing; one without an end is told by the parser. */
static bool skip_comment(struct scanner *scanner)
{
    const char *text = scanner->text;
    size_t at = scanner->at + 2;
    while (text[at] && !(text[at] == '*' && text[at + 1] == '/')) at++;
    bool closed = text[at];
    scanner->at = closed ? at + 2 : at;
    return closed;
}

static bool read_token(struct scanner *scanner, struct token *token)
{
    const char *here = scanner->text + scanner->at;
    if (here[0] == '/' && here[1] == '*') {
        token->type = TOKEN_BAD_COMMENT;
        return !skip_comment(scanner);
    }
    if (is_space(*here)) {
        token->type = TOKEN_SPACE;
        while (is_space(scanner->text[scanner->at])) scanner->at++;
    } else if (*here == '"' || *here == '\'') read_string(scanner, token);
    else if (starts_number(here)) read_numeric(scanner, token);
    else if (starts_ident(here)) read_ident(scanner, token);
    else read_sign(scanner, token);
    return true;
}

static void move_place(struct scanner *scanner, size_t from)
{
    for (size_t i = from; i < scanner->at; i++) {
        if (scanner->text[i] == '\n') {
            scanner->line++;
            scanner->column = 1;
        } else if (((unsigned char)scanner->text[i] & 0xC0) != 0x80) {
            scanner->column++;
        }
    }
}

static void append(struct scanner *scanner, struct token token)
{
    scanner->items = arena_grow(scanner->arena, scanner->items, scanner->count, &scanner->capacity, sizeof token);
    scanner->items[scanner->count++] = token;
}

static char closing(const struct token *token)
{
    return token->type == TOKEN_FUNCTION || token->sign == '(' ? ')' : token->sign == '[' ? ']' : '}';
}

/* Finds what closes each group. Only the group that was opened last can be closed (clause 5.4.8): another
 * closing bracket is an ordinary token. A group that is not closed ends with the file. */
static void pair(struct arena *arena, struct tokens tokens)
{
    size_t *open = arena_array(arena, tokens.count, sizeof *open);
    size_t depth = 0;
    for (size_t i = 0; i < tokens.count; i++) {
        struct token *token = &tokens.items[i];
        token->partner = tokens.count - 1;
        if (token_opens(token)) open[depth++] = i;
        if (token->type == TOKEN_CLOSE && depth && closing(&tokens.items[open[depth - 1]]) == token->sign) {
            tokens.items[open[--depth]].partner = i;
        }
    }
}

struct tokens tokens_read(struct arena *arena, const struct source *source)
{
    struct scanner scanner = {.arena = arena, .text = source->text, .line = 1, .column = 1};
    while (source->text[scanner.at]) {
        struct token token = {.text = "", .line = scanner.line, .column = scanner.column, .start = scanner.at};
        bool kept = read_token(&scanner, &token);
        move_place(&scanner, token.start);
        token.end = scanner.at;
        if (kept) append(&scanner, token);
    }
    append(&scanner, (struct token){.type = TOKEN_END,
                                    .text = "",
                                    .line = scanner.line,
                                    .column = scanner.column,
                                    .start = scanner.at,
                                    .end = scanner.at});
    struct tokens tokens = {scanner.items, scanner.count};
    pair(arena, tokens);
    return tokens;
}

bool token_is_sign(const struct token *token, char sign)
{
    return token->type == TOKEN_SIGN && token->sign == sign;
}

bool token_is_open(const struct token *token, char bracket)
{
    return token->type == TOKEN_OPEN && token->sign == bracket;
}

bool token_opens(const struct token *token)
{
    return token->type == TOKEN_OPEN || token->type == TOKEN_FUNCTION;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

bool same_word(const char *a, const char *b)
{
    while (*a && lower(*a) == lower(*b)) a++, b++;
    return lower(*a) == lower(*b);
}

/* FNV-1a (Fowler, Noll, Vo), 32 bits. */
uint32_t name_hash(const char *name, size_t length)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)name[i]) * 16777619u;
    return hash;
}
