/* One value per type of property, from tokens. */
#include <math.h>
#include <string.h>

#include "style/properties.h"

typedef bool value_reader(const struct property *property, struct reader *reader, struct specified *value);

static bool read_keyword(const struct property *property, struct reader *reader, struct specified *value)
{
    value->kind = SPECIFIED_KEYWORD;
    for (const struct keyword *keyword = property->keywords; keyword->word; keyword++) {
        value->keyword = keyword->value;
        if (reader_take_word(reader, keyword->word)) return true;
    }
    return false;
}

/* Lines in any order, each once; none stands alone. */
static bool read_decoration(const struct property *property, struct reader *reader, struct specified *value)
{
    if (!read_keyword(property, reader, value)) return false;
    int lines = value->keyword;
    while (lines && !reader_done(reader)) {
        if (!read_keyword(property, reader, value) || !value->keyword || lines & value->keyword) return false;
        lines |= value->keyword;
    }
    value->keyword = lines;
    return true;
}

static bool read_length(const struct property *property, struct reader *reader, struct specified *value)
{
    value->kind = SPECIFIED_AUTO;
    if (property->allowed & ALLOW_AUTO && reader_take_word(reader, "auto")) return true;
    if (property->allowed & ALLOW_NONE && reader_take_word(reader, "none")) return true;
    value->kind = SPECIFIED_MEASURE;
    return read_measure(reader, property->allowed, &value->measure);
}

static bool read_paint(const struct property *property, struct reader *reader, struct specified *value)
{
    const struct token *token = reader_peek(reader);
    bool none = token->type == TOKEN_IDENT && same_word(token->text, "none");
    bool background = property->type == VALUE_PAINT && strcmp(property->name, "background-color") == 0;
    if (none && !background && !(property->allowed & ALLOW_NONE)) return false;
    return read_colour(reader, value);
}

static bool read_integer(const struct property *property, struct reader *reader, struct specified *value)
{
    *value = (struct specified){.kind = SPECIFIED_NUMBER, .number = 0};
    if (property->allowed & ALLOW_NONE && reader_take_word(reader, "none")) return true;
    const struct token *token = reader_take(reader);
    value->number = (float)token->number;
    return token->type == TOKEN_NUMBER && token->integer && token->number >= 1 && token->number <= 20;
}

/* A number, or a length whose points are the number. */
static bool read_plain_number(const struct property *property, struct reader *reader, struct specified *value)
{
    const float largest = 1000;
    const struct token *token = reader_peek(reader);
    if (token->type != TOKEN_NUMBER) return read_length(property, reader, value);
    reader_take(reader);
    *value = (struct specified){.kind = SPECIFIED_NUMBER, .number = (float)token->number};
    return (value->number >= 0 || property->allowed & ALLOW_NEGATIVE) && fabsf(value->number) <= largest;
}

/* ---- svg ---- */

static bool read_opacity(const struct property *property, struct reader *reader, struct specified *value)
{
    const struct token *token = reader_take(reader);
    bool percentage = token->type == TOKEN_PERCENTAGE;
    (void)property;
    *value = (struct specified){.kind = SPECIFIED_NUMBER};
    value->number = (float)(percentage ? token->number / 100 : token->number);
    return percentage || token->type == TOKEN_NUMBER;
}

/* A length, or a number of px. */
static bool read_dash(struct reader *reader, struct measure *dash)
{
    const float points_per_pixel = 0.75f, largest = 10000;
    const struct token *token = reader_peek(reader);
    if (token->type != TOKEN_NUMBER) return read_measure(reader, 0, dash);
    reader_take(reader);
    *dash = (struct measure){.points = (float)token->number * points_per_pixel};
    return token->number >= 0 && dash->points <= largest;
}

static bool read_dashes(const struct property *property, struct reader *reader, struct specified *value)
{
    (void)property;
    *value = (struct specified){.kind = SPECIFIED_AUTO};
    if (reader_take_word(reader, "none")) return true;
    struct track *dashes = arena_array(reader->arena, DASHES_MOST, sizeof *dashes);
    size_t count = 0;
    while (!reader_done(reader)) {
        if (count == DASHES_MOST || !read_dash(reader, &dashes[count++].measure)) return false;
        reader_take_sign(reader, ',');
    }
    *value = (struct specified){.kind = SPECIFIED_TRACKS, .tracks = dashes, .count = count};
    return count > 0;
}

/* ---- fonts ---- */

/* One family: a string, or names that follow each other with single spaces between them. */
static const char *read_family(struct reader *reader)
{
    const struct token *token = reader_take(reader);
    if (token->type == TOKEN_STRING) return token->text;
    if (token->type != TOKEN_IDENT) return NULL;
    const char *family = token->text;
    while (reader_peek(reader)->type == TOKEN_IDENT) {
        family = arena_format(reader->arena, "%s %s", family, reader_take(reader)->text);
    }
    return family;
}

static bool read_families(const struct property *property, struct reader *reader, struct specified *value)
{
    enum { MOST_FAMILIES = 16 };
    (void)property;
    const char **names = arena_array(reader->arena, MOST_FAMILIES + 1, sizeof *names);
    for (size_t count = 0; count < MOST_FAMILIES; count++) {
        names[count] = read_family(reader);
        if (!names[count] || !*names[count]) return false;
        if (reader_take_sign(reader, ',')) continue;
        *value = (struct specified){.kind = SPECIFIED_NAMES, .names = names};
        return true;
    }
    return false;
}

/* bolder and lighter depend on the parent. */
static bool read_weight(const struct property *property, struct reader *reader, struct specified *value)
{
    static const struct keyword words[] = {{"normal", 400}, {"bold", 700}, {"bolder", 1}, {"lighter", -1}, {0}};
    static const struct property weights = {.keywords = words};
    (void)property;
    if (reader_peek(reader)->type == TOKEN_IDENT) return read_keyword(&weights, reader, value);
    const struct token *token = reader_take(reader);
    *value = (struct specified){.kind = SPECIFIED_NUMBER, .number = (float)token->number};
    return token->type == TOKEN_NUMBER && token->number >= 1 && token->number <= 1000;
}

static bool read_line_height(const struct property *property, struct reader *reader, struct specified *value)
{
    const float largest = 100;
    *value = (struct specified){.kind = SPECIFIED_AUTO};
    if (reader_take_word(reader, "normal")) return true;
    const struct token *token = reader_peek(reader);
    if (token->type != TOKEN_NUMBER) return read_length(property, reader, value);
    reader_take(reader);
    *value = (struct specified){.kind = SPECIFIED_NUMBER, .number = (float)token->number};
    return value->number >= 0 && value->number <= largest;
}

static bool read_spacing(const struct property *property, struct reader *reader, struct specified *value)
{
    *value = (struct specified){.kind = SPECIFIED_AUTO};
    return reader_take_word(reader, "normal") || read_length(property, reader, value);
}

/* ---- generated content ---- */

static const char *read_ident(struct reader *reader)
{
    const struct token *token = reader_take(reader);
    return token->type == TOKEN_IDENT ? token->text : NULL;
}

/* attr(name), also attr(name url), behind its "attr(". */
static bool read_attribute(struct reader *reader, struct content_piece *piece)
{
    piece->kind = CONTENT_ATTRIBUTE;
    piece->text = read_ident(reader);
    reader_take_word(reader, "url");
    return piece->text && reader_take_close(reader, ')');
}

static bool read_string_call(struct reader *reader, struct content_piece *piece)
{
    piece->kind = CONTENT_STRING;
    piece->text = read_ident(reader);
    if (reader_take_sign(reader, ',')) {
        if (reader_take_word(reader, "last")) piece->kind = CONTENT_STRING_LAST;
        else if (!reader_take_word(reader, "start")) return false;
    }
    return piece->text && reader_take_close(reader, ')');
}

static bool read_counter(struct reader *reader, struct content_piece *piece)
{
    bool page = reader_take_word(reader, "page");
    piece->kind = page ? CONTENT_PAGE : CONTENT_PAGES;
    return (page || reader_take_word(reader, "pages")) && reader_take_close(reader, ')');
}

/* target-counter(attr(href), page): the links of a document are in href. */
static bool read_target(struct reader *reader, struct content_piece *piece)
{
    const struct token *token = reader_take(reader);
    struct content_piece attribute;
    if (token->type != TOKEN_FUNCTION || !same_word(token->text, "attr")) return false;
    if (!read_attribute(reader, &attribute) || !same_word(attribute.text, "href")) return false;
    piece->kind = CONTENT_TARGET_PAGE;
    return reader_take_sign(reader, ',') && reader_take_word(reader, "page") && reader_take_close(reader, ')');
}

static bool read_leader(struct reader *reader, struct content_piece *piece)
{
    static const char *const words[][2] = {{"dotted", "."}, {"solid", "_"}, {"space", " "}};
    const struct token *token = reader_take(reader);
    piece->kind = CONTENT_LEADER;
    if (token->type == TOKEN_STRING) piece->text = token->text;
    for (size_t i = 0; i < 3 && token->type == TOKEN_IDENT; i++) {
        if (same_word(words[i][0], token->text)) piece->text = words[i][1];
    }
    return piece->text && *piece->text && reader_take_close(reader, ')');
}

static bool read_piece(struct reader *reader, struct content_piece *piece)
{
    static const struct {
        const char *name;
        bool (*read)(struct reader *, struct content_piece *);
    } functions[] = {{"attr", read_attribute},
                     {"string", read_string_call},
                     {"counter", read_counter},
                     {"target-counter", read_target},
                     {"leader", read_leader}};
    const struct token *token = reader_take(reader);
    *piece = (struct content_piece){.kind = CONTENT_TEXT, .text = token->type == TOKEN_STRING ? token->text : NULL};
    for (size_t i = 0; i < sizeof functions / sizeof *functions && token->type == TOKEN_FUNCTION; i++) {
        if (same_word(functions[i].name, token->text)) return functions[i].read(reader, piece);
    }
    return piece->text;
}

/* `/ ""` behind the pieces. Other alternatives would be words that only one of the two outputs has. */
static bool read_empty_alternative(struct reader *reader, struct content_piece *pieces, size_t count)
{
    const struct token *token = reader_take(reader);
    for (size_t i = 0; i < count; i++) pieces[i].unread = true;
    return token->type == TOKEN_STRING && !*token->text && reader_done(reader);
}

static bool read_content(const struct property *property, struct reader *reader, struct specified *value)
{
    (void)property;
    *value = (struct specified){.kind = SPECIFIED_AUTO};
    if (reader_take_word(reader, "none") || reader_take_word(reader, "normal")) return true;
    struct content_piece *pieces = NULL;
    size_t count = 0, capacity = 0;
    while (!reader_done(reader) && !reader_take_sign(reader, '/')) {
        pieces = arena_grow(reader->arena, pieces, count, &capacity, sizeof *pieces);
        if (!read_piece(reader, &pieces[count++])) return false;
    }
    if (!reader_done(reader) && !read_empty_alternative(reader, pieces, count)) return false;
    *value = (struct specified){.kind = SPECIFIED_CONTENT, .content = pieces, .count = count};
    return count > 0;
}

static bool read_string_set(const struct property *property, struct reader *reader, struct specified *value)
{
    (void)property;
    *value = (struct specified){.kind = SPECIFIED_AUTO};
    if (reader_take_word(reader, "none")) return true;
    *value = (struct specified){.kind = SPECIFIED_TEXT, .text = read_ident(reader)};
    const struct token *token = reader_take(reader);
    if (!value->text || token->type != TOKEN_FUNCTION || !same_word(token->text, "content")) return false;
    reader_take_word(reader, "text");
    return reader_take_close(reader, ')');
}

/* ---- pages and grids ---- */

static bool read_page(const struct property *property, struct reader *reader, struct specified *value)
{
    (void)property;
    *value = (struct specified){.kind = SPECIFIED_AUTO};
    if (reader_take_word(reader, "auto")) return true;
    *value = (struct specified){.kind = SPECIFIED_TEXT, .text = read_ident(reader)};
    return value->text;
}

static bool read_named_size(struct reader *reader, struct measure pair[2])
{
    static const struct {
        const char *name;
        float width, height; /* mm; ISO 216 */
    } sizes[] = {{"A3", 297, 420}, {"A4", 210, 297}, {"A5", 148, 210}};
    const float points = 72 / 25.4f;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        if (!reader_take_word(reader, sizes[i].name)) continue;
        bool landscape = reader_take_word(reader, "landscape");
        if (!landscape) reader_take_word(reader, "portrait");
        float width = sizes[i].width * points, height = sizes[i].height * points;
        pair[0].points = landscape ? height : width;
        pair[1].points = landscape ? width : height;
        return true;
    }
    return false;
}

static bool read_size(const struct property *property, struct reader *reader, struct specified *value)
{
    (void)property;
    struct measure *pair = arena_array(reader->arena, 2, sizeof *pair);
    *value = (struct specified){.kind = SPECIFIED_PAIR, .pair = pair};
    if (read_named_size(reader, pair)) return true;
    return read_measure(reader, 0, &pair[0]) && read_measure(reader, 0, &pair[1]);
}

static bool read_angle(const struct property *property, struct reader *reader, struct specified *value)
{
    const float round = 360;
    (void)property;
    *value = (struct specified){.kind = SPECIFIED_NUMBER, .number = 0};
    if (reader_take_word(reader, "none")) return true;
    const struct token *token = reader_take(reader);
    value->number = (float)token->number;
    return token->type == TOKEN_DIMENSION && same_word(token->text, "deg") && fabsf(value->number) <= round;
}

enum { MOST_TRACKS = 8 };

static bool read_track(struct reader *reader, struct track *track)
{
    const struct token *token = reader_peek(reader);
    *track = (struct track){0};
    if (token->type == TOKEN_DIMENSION && same_word(token->text, "fr")) {
        reader_take(reader);
        track->fraction = (float)token->number;
        return track->fraction > 0 && track->fraction <= 1000;
    }
    return read_measure(reader, ALLOW_PERCENT, &track->measure);
}

static bool read_repeat(struct reader *reader, struct track *tracks, size_t *count)
{
    reader_take(reader);
    const struct token *times = reader_take(reader);
    bool fits = times->type == TOKEN_NUMBER && times->integer && times->number >= 1 && times->number <= MOST_TRACKS;
    if (!fits || !reader_take_sign(reader, ',')) return false;
    size_t first = *count;
    while (!reader_take_close(reader, ')')) {
        if (*count == MOST_TRACKS || !read_track(reader, &tracks[(*count)++])) return false;
    }
    size_t repeated = *count - first;
    for (size_t i = repeated; i < repeated * (size_t)times->number; i++) {
        if (*count == MOST_TRACKS) return false;
        tracks[*count] = tracks[*count - repeated];
        (*count)++;
    }
    return repeated > 0;
}

static bool read_tracks(const struct property *property, struct reader *reader, struct specified *value)
{
    (void)property;
    *value = (struct specified){.kind = SPECIFIED_AUTO};
    if (reader_take_word(reader, "none")) return true;
    struct track *tracks = arena_array(reader->arena, MOST_TRACKS, sizeof *tracks);
    size_t count = 0;
    while (!reader_done(reader)) {
        const struct token *token = reader_peek(reader);
        bool repeat = token->type == TOKEN_FUNCTION && same_word(token->text, "repeat");
        if (count == MOST_TRACKS) return false;
        if (repeat ? !read_repeat(reader, tracks, &count) : !read_track(reader, &tracks[count++])) return false;
    }
    *value = (struct specified){.kind = SPECIFIED_TRACKS, .tracks = tracks, .count = count};
    return count > 0;
}

/* ---- by type ---- */

bool property_read(const struct property *property, struct reader *reader, struct specified *value)
{
    static value_reader *const readers[VALUE_TYPE_COUNT] = {
        [VALUE_KEYWORD] = read_keyword,  [VALUE_FLAG] = read_keyword,        [VALUE_LENGTH] = read_length,
        [VALUE_DECORATION] = read_decoration,
        [VALUE_POINTS] = read_length,    [VALUE_COLOUR] = read_paint,        [VALUE_PAINT] = read_paint,
        [VALUE_INTEGER] = read_integer,  [VALUE_NUMBER] = read_plain_number, [VALUE_FONT_FAMILY] = read_families,
        [VALUE_FONT_SIZE] = read_length, [VALUE_FONT_WEIGHT] = read_weight,  [VALUE_LINE_HEIGHT] = read_line_height,
        [VALUE_SPACING] = read_spacing,  [VALUE_CONTENT] = read_content,     [VALUE_STRING_SET] = read_string_set,
        [VALUE_PAGE] = read_page,        [VALUE_TRACKS] = read_tracks,       [VALUE_SIZE] = read_size,
        [VALUE_OPACITY] = read_opacity,  [VALUE_DASHES] = read_dashes,
        [VALUE_ANGLE] = read_angle,
    };
    *value = (struct specified){0};
    return readers[property->type](property, reader, value);
}
