/* Inside the room: values as written, per property, and how tokens become them. */
#ifndef STYLE_VALUES_H
#define STYLE_VALUES_H

#include "style/style.h"
#include "style/tokens.h"

/* A length as written: the sum of its parts, so that calc() is a length as well. */
struct measure {
    float points, em, rem, percent;
};

struct track {
    struct measure measure;
    float fraction; /* > 0: fr */
};

enum specified_kind {
    SPECIFIED_KEYWORD, /* keyword: the number that the property's table gives it */
    SPECIFIED_MEASURE,
    SPECIFIED_NUMBER,
    SPECIFIED_COLOUR,
    SPECIFIED_CURRENT_COLOUR,
    SPECIFIED_AUTO, /* auto, none, normal: no value */
    SPECIFIED_TEXT,
    SPECIFIED_NAMES,
    SPECIFIED_CONTENT,
    SPECIFIED_TRACKS,
    SPECIFIED_PAIR, /* two measures: size */
    SPECIFIED_INHERIT,
    SPECIFIED_INITIAL,
    SPECIFIED_UNSET
};

struct specified {
    enum specified_kind kind;
    union {
        int keyword;
        struct measure measure;
        float number;
        struct colour colour;
        const char *text;
        const char *const *names;
        const struct content_piece *content;
        const struct track *tracks;
        const struct measure *pair;
    };
    size_t count; /* of content and tracks */
};

/* Reads the tokens of one value, from left to right. Spaces are passed over. */
struct reader {
    struct arena *arena;
    const struct token *tokens;
    size_t at, count;
};

const struct token *reader_peek(struct reader *reader); /* an END token behind the last one */
const struct token *reader_take(struct reader *reader);
bool reader_done(struct reader *reader);
bool reader_take_word(struct reader *reader, const char *word);
bool reader_take_sign(struct reader *reader, char sign);
bool reader_take_close(struct reader *reader, char bracket);

/* What a length may be. */
enum {
    ALLOW_PERCENT = 1,
    ALLOW_NEGATIVE = 2,
    ALLOW_AUTO = 4, /* the word auto */
    ALLOW_NONE = 8  /* the word none */
};

/* Each takes one value, or gives false and leaves the reader anywhere. */
bool read_measure(struct reader *reader, unsigned allowed, struct measure *measure);
bool read_colour(struct reader *reader, struct specified *value);

/* #rgb, #rrggbb as an attribute holds it. */
bool colour_from_text(const char *text, struct colour *colour);

#endif
