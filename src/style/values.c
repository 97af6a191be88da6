/* Lengths, calc() and the stepping through tokens (CSS Values and Units Level 4). */
#include "style/values.h"

#include <math.h>

/* ---- stepping ---- */

/* A comment is as little as a space, also one that is not closed. */
static bool is_nothing(const struct token *token)
{
    return token->type == TOKEN_SPACE || token->type == TOKEN_BAD_COMMENT;
}

static void skip_space(struct reader *reader)
{
    while (reader->at < reader->count && is_nothing(&reader->tokens[reader->at])) reader->at++;
}

const struct token *reader_peek(struct reader *reader)
{
    static const struct token end = {.type = TOKEN_END, .text = ""};
    skip_space(reader);
    return reader->at < reader->count ? &reader->tokens[reader->at] : &end;
}

const struct token *reader_take(struct reader *reader)
{
    const struct token *token = reader_peek(reader);
    if (reader->at < reader->count) reader->at++;
    return token;
}

bool reader_done(struct reader *reader)
{
    return reader_peek(reader)->type == TOKEN_END;
}

bool reader_take_word(struct reader *reader, const char *word)
{
    const struct token *token = reader_peek(reader);
    if (token->type != TOKEN_IDENT || !same_word(token->text, word)) return false;
    reader->at++;
    return true;
}

bool reader_take_sign(struct reader *reader, char sign)
{
    if (!token_is_sign(reader_peek(reader), sign)) return false;
    reader->at++;
    return true;
}

bool reader_take_close(struct reader *reader, char bracket)
{
    const struct token *token = reader_peek(reader);
    if (token->type != TOKEN_CLOSE || token->sign != bracket) return false;
    reader->at++;
    return true;
}

/* ---- units ---- */

struct unit {
    const char *name;
    float points, em, rem; /* what one of it is */
};

/* ex and ch are set at half an em, which CSS Values (clause 6.1.1) allows where the font is not measured. */
static const struct unit units[] = {
    {"pt", 1, 0, 0},  {"px", 0.75f, 0, 0}, {"mm", 72 / 25.4f, 0, 0}, {"cm", 72 / 2.54f, 0, 0},
    {"in", 72, 0, 0}, {"pc", 12, 0, 0},    {"q", 72 / 101.6f, 0, 0}, {"em", 0, 1, 0},
    {"rem", 0, 0, 1}, {"ex", 0, 0.5f, 0},  {"ch", 0, 0.5f, 0},
};

static const struct unit *find_unit(const char *name)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (same_word(units[i].name, name)) return &units[i];
    }
    return NULL;
}

/* ---- calc() (clause 10): a sum of products, one side of each product a plain number ---- */

/* A length or a plain number. */
struct operand {
    struct measure measure;
    float number;
    bool is_number, has_percent;
};

enum { DEEPEST = 8 };

static bool read_sum(struct reader *reader, struct operand *operand, unsigned depth);

static bool read_dimension(const struct token *token, struct operand *operand)
{
    float number = (float)token->number;
    *operand = (struct operand){0};
    if (token->type == TOKEN_NUMBER) {
        operand->number = number;
        return operand->is_number = true;
    }
    if (token->type == TOKEN_PERCENTAGE) {
        operand->measure.percent = number;
        return operand->has_percent = true;
    }
    const struct unit *unit = token->type == TOKEN_DIMENSION ? find_unit(token->text) : NULL;
    if (!unit) return false;
    operand->measure = (struct measure){number * unit->points, number * unit->em, number * unit->rem, 0};
    return true;
}

static bool read_operand(struct reader *reader, struct operand *operand, unsigned depth)
{
    const struct token *token = reader_take(reader);
    bool group = token_is_open(token, '(') || (token->type == TOKEN_FUNCTION && same_word(token->text, "calc"));
    if (!group) return read_dimension(token, operand);
    return depth < DEEPEST && read_sum(reader, operand, depth + 1) && reader_take_close(reader, ')');
}

static struct measure scaled(struct measure measure, float factor)
{
    return (struct measure){measure.points * factor, measure.em * factor, measure.rem * factor,
                            measure.percent * factor};
}

static bool multiply(struct operand *left, const struct operand *right)
{
    if (!left->is_number && !right->is_number) return false;
    bool percent = left->has_percent || right->has_percent;
    struct operand result = {.has_percent = percent, .is_number = left->is_number && right->is_number};
    if (result.is_number) result.number = left->number * right->number;
    else if (left->is_number) result.measure = scaled(right->measure, left->number);
    else result.measure = scaled(left->measure, right->number);
    *left = result;
    return true;
}

static bool read_product(struct reader *reader, struct operand *operand, unsigned depth)
{
    if (!read_operand(reader, operand, depth)) return false;
    for (;;) {
        bool divided = reader_take_sign(reader, '/');
        if (!divided && !reader_take_sign(reader, '*')) return true;
        struct operand right;
        if (!read_operand(reader, &right, depth)) return false;
        if (divided && (!right.is_number || fabsf(right.number) < 1e-6f)) return false;
        if (divided) right.number = 1 / right.number;
        if (!multiply(operand, &right)) return false;
    }
}

static bool add(struct operand *left, const struct operand *right, float sign)
{
    if (left->is_number != right->is_number) return false;
    left->number += sign * right->number;
    left->measure.points += sign * right->measure.points;
    left->measure.em += sign * right->measure.em;
    left->measure.rem += sign * right->measure.rem;
    left->measure.percent += sign * right->measure.percent;
    left->has_percent |= right->has_percent;
    return true;
}

static bool read_sum(struct reader *reader, struct operand *operand, unsigned depth)
{
    if (!read_product(reader, operand, depth)) return false;
    for (;;) {
        bool minus = reader_take_sign(reader, '-');
        if (!minus && !reader_take_sign(reader, '+')) return true;
        struct operand right;
        if (!read_product(reader, &right, depth) || !add(operand, &right, minus ? -1 : 1)) return false;
    }
}

/* ---- lengths ---- */

static bool is_zero(float number)
{
    return fabsf(number) < 1e-6f;
}

static bool in_range(const struct measure *measure)
{
    const float largest = 1e5f;
    return fabsf(measure->points) <= largest && fabsf(measure->em) <= largest && fabsf(measure->rem) <= largest &&
           fabsf(measure->percent) <= largest;
}

bool read_measure(struct reader *reader, unsigned allowed, struct measure *measure)
{
    struct operand operand;
    bool calculated = reader_peek(reader)->type == TOKEN_FUNCTION;
    if (calculated && !same_word(reader_peek(reader)->text, "calc")) return false;
    if (!calculated && token_is_open(reader_peek(reader), '(')) return false;
    if (!read_operand(reader, &operand, 0)) return false;
    *measure = operand.measure;
    if (operand.is_number && (calculated || !is_zero(operand.number))) return false;
    if (!in_range(measure) || (operand.has_percent && !(allowed & ALLOW_PERCENT))) return false;
    /* A share and a length have one sum only when the box is known. */
    bool mixed =
        !is_zero(measure->percent) && !(is_zero(measure->points) && is_zero(measure->em) && is_zero(measure->rem));
    if (mixed) return false;
    bool negative = measure->points < 0 || measure->em < 0 || measure->rem < 0 || measure->percent < 0;
    return calculated || !negative || allowed & ALLOW_NEGATIVE;
}
