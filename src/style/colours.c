/* Colours (CSS Color Level 4): #rgb, #rrggbb, rgb(), and the names that a report needs. */
#include <math.h>
#include <string.h>

#include "style/values.h"

struct named_colour {
    const char *name;
    struct colour colour;
};

static const struct named_colour names[] = {
    {"transparent", {0, 0, 0, 0}},  {"black", {0, 0, 0, 255}},      {"white", {255, 255, 255, 255}},
    {"gray", {128, 128, 128, 255}}, {"grey", {128, 128, 128, 255}}, {"silver", {192, 192, 192, 255}},
    {"red", {255, 0, 0, 255}},      {"maroon", {128, 0, 0, 255}},   {"orange", {255, 165, 0, 255}},
    {"yellow", {255, 255, 0, 255}}, {"olive", {128, 128, 0, 255}},  {"lime", {0, 255, 0, 255}},
    {"green", {0, 128, 0, 255}},    {"aqua", {0, 255, 255, 255}},   {"teal", {0, 128, 128, 255}},
    {"blue", {0, 0, 255, 255}},     {"navy", {0, 0, 128, 255}},     {"fuchsia", {255, 0, 255, 255}},
    {"purple", {128, 0, 128, 255}},
};

static int hex_value(char c)
{
    const char *digits = "0123456789abcdef", *digit = strchr(digits, c >= 'A' && c <= 'F' ? c | 0x20 : c);
    return c && digit ? (int)(digit - digits) : -1;
}

static bool from_hex(const char *digits, struct colour *colour)
{
    size_t length = strlen(digits);
    int values[6];
    if (length != 3 && length != 6) return false;
    for (size_t i = 0; i < length; i++) {
        values[i] = hex_value(digits[i]);
        if (values[i] < 0) return false;
    }
    unsigned char parts[3];
    for (size_t i = 0; i < 3; i++) {
        parts[i] = (unsigned char)(length == 3 ? values[i] * 17 : values[2 * i] * 16 + values[2 * i + 1]);
    }
    *colour = (struct colour){parts[0], parts[1], parts[2], 255};
    return true;
}

bool colour_from_text(const char *text, struct colour *colour)
{
    return text[0] == '#' && from_hex(text + 1, colour);
}

/* A part of rgb(): 0 to 255, or a percentage. */
static bool read_part(struct reader *reader, unsigned char *part)
{
    const struct token *token = reader_take(reader);
    double number = token->type == TOKEN_PERCENTAGE ? token->number * 2.55 : token->number;
    if (token->type != TOKEN_PERCENTAGE && token->type != TOKEN_NUMBER) return false;
    *part = (unsigned char)lround(fmax(0, fmin(255, number)));
    return true;
}

/* Alpha is all or nothing: paper has no half-transparent ink, and PDF/A readers differ in blending. */
static bool read_alpha(struct reader *reader, unsigned char *alpha)
{
    const struct token *token = reader_take(reader);
    double share = token->type == TOKEN_PERCENTAGE ? token->number / 100 : token->number;
    if (token->type != TOKEN_PERCENTAGE && token->type != TOKEN_NUMBER) return false;
    if (share > 0 && share < 1) return false;
    *alpha = share > 0 ? 255 : 0;
    return true;
}

/* rgb(1, 2, 3), rgb(1 2 3), either with an alpha behind "," or "/". */
static bool read_rgb(struct reader *reader, struct colour *colour)
{
    unsigned char *parts[] = {&colour->red, &colour->green, &colour->blue};
    reader_take(reader);
    colour->alpha = 255;
    bool commas = false;
    for (size_t i = 0; i < 3; i++) {
        if (i == 1) commas = reader_take_sign(reader, ',');
        if (i == 2 && commas && !reader_take_sign(reader, ',')) return false;
        if (!read_part(reader, parts[i])) return false;
    }
    if (reader_take_close(reader, ')')) return true;
    return reader_take_sign(reader, commas ? ',' : '/') && read_alpha(reader, &colour->alpha) &&
           reader_take_close(reader, ')');
}

bool read_colour(struct reader *reader, struct specified *value)
{
    const struct token *token = reader_peek(reader);
    value->kind = SPECIFIED_COLOUR;
    if (token->type == TOKEN_HASH) return from_hex(reader_take(reader)->text, &value->colour);
    if (token->type == TOKEN_FUNCTION && (same_word(token->text, "rgb") || same_word(token->text, "rgba"))) {
        return read_rgb(reader, &value->colour);
    }
    if (token->type != TOKEN_IDENT) return false;
    reader_take(reader);
    if (same_word(token->text, "currentcolor")) value->kind = SPECIFIED_CURRENT_COLOUR;
    else if (same_word(token->text, "none")) value->colour = (struct colour){0};
    else {
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            value->colour = names[i].colour;
            if (same_word(names[i].name, token->text)) return true;
        }
        return false;
    }
    return true;
}
