/* Inside the room: CSS text as tokens (CSS Syntax Module Level 3, clause 4). */
#ifndef STYLE_TOKENS_H
#define STYLE_TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/place.h"

enum token_type {
    TOKEN_END,
    TOKEN_SPACE,
    TOKEN_IDENT,
    TOKEN_FUNCTION, /* opens a group, as OPEN does */
    TOKEN_AT_KEYWORD,
    TOKEN_HASH,
    TOKEN_STRING,
    TOKEN_BAD_STRING, /* its line ends before it */
    TOKEN_URL,
    TOKEN_BAD_URL,
    TOKEN_NUMBER,
    TOKEN_PERCENTAGE,
    TOKEN_DIMENSION,
    TOKEN_SIGN,       /* one character: `sign` */
    TOKEN_OPEN,       /* ( [ { */
    TOKEN_CLOSE,      /* ) ] } */
    TOKEN_BAD_COMMENT /* it goes on to the end of the file */
};

struct token {
    enum token_type type;
    char sign;
    const char *text; /* name, string or unit, escapes resolved; "" otherwise */
    double number;
    bool integer;
    unsigned line, column; /* of its begin */
    size_t start, end;     /* bytes of the source */
    size_t partner;        /* of one that opens: the index of the token that closes its group, or of END */
};

struct tokens {
    struct token *items; /* the last one is END */
    size_t count;
};

/* Never fails: what is not CSS becomes signs and BAD tokens. */
struct tokens tokens_read(struct arena *arena, const struct source *source);

bool token_is_sign(const struct token *token, char sign);
bool token_is_open(const struct token *token, char bracket);

/* Whether it opens a group, as a bracket or a function. */
bool token_opens(const struct token *token);

/* Equal but for the case of ASCII letters, as CSS compares its own words. */
bool same_word(const char *a, const char *b);

/* A hash of the bytes, for comparing names quickly. */
uint32_t name_hash(const char *name, size_t length);

#endif
