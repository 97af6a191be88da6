/* What the subset knows: the properties, their values, their aliases. */
#include "style/properties.h"

#include <string.h>

#include "base/buffer.h"
#include "base/message.h"

/* ---- keywords ---- */

static const struct keyword displays[] = {{"none", DISPLAY_NONE},
                                          {"inline", DISPLAY_INLINE},
                                          {"block", DISPLAY_BLOCK},
                                          {"flow-root", DISPLAY_BLOCK},
                                          {"inline-block", DISPLAY_INLINE_BLOCK},
                                          {"list-item", DISPLAY_LIST_ITEM},
                                          {"table", DISPLAY_TABLE},
                                          {"table-header-group", DISPLAY_TABLE_HEADER_GROUP},
                                          {"table-row-group", DISPLAY_TABLE_ROW_GROUP},
                                          {"table-footer-group", DISPLAY_TABLE_FOOTER_GROUP},
                                          {"table-row", DISPLAY_TABLE_ROW},
                                          {"table-cell", DISPLAY_TABLE_CELL},
                                          {"table-caption", DISPLAY_TABLE_CAPTION},
                                          {"grid", DISPLAY_GRID},
                                          {0}};
static const struct keyword slants[] = {{"normal", false}, {"italic", true}, {"oblique", true}, {0}};
static const struct keyword caps[] = {{"normal", false}, {"small-caps", true}, {0}};
static const struct keyword numerics[] = {{"normal", false}, {"tabular-nums", true}, {0}};
static const struct keyword border_styles[] = {{"none", BORDER_NONE},     {"hidden", BORDER_NONE},
                                               {"solid", BORDER_SOLID},   {"dashed", BORDER_DASHED},
                                               {"dotted", BORDER_DOTTED}, {0}};
static const struct keyword directions[] = {{"ltr", DIRECTION_LTR}, {"rtl", DIRECTION_RTL}, {0}};
static const struct keyword bidis[] = {
    {"normal", BIDI_NORMAL}, {"isolate", BIDI_ISOLATE}, {"plaintext", BIDI_PLAINTEXT}, {0}};
static const struct keyword text_aligns[] = {{"start", ALIGN_START},
                                             {"left", ALIGN_LEFT},
                                             {"end", ALIGN_END},
                                             {"right", ALIGN_RIGHT},
                                             {"center", ALIGN_CENTRE},
                                             {"justify", ALIGN_JUSTIFY},
                                             {0}};
static const struct keyword vertical_aligns[] = {{"baseline", VERTICAL_BASELINE},
                                                 {"super", VERTICAL_SUPER},
                                                 {"sub", VERTICAL_SUB},
                                                 {"top", VERTICAL_TOP},
                                                 {"middle", VERTICAL_MIDDLE},
                                                 {"bottom", VERTICAL_BOTTOM},
                                                 {0}};
static const struct keyword decorations[] = {
    {"none", 0}, {"underline", DECORATION_UNDERLINE}, {"line-through", DECORATION_LINE_THROUGH}, {0}};
static const struct keyword transforms[] = {{"none", TRANSFORM_NONE}, {"uppercase", TRANSFORM_UPPERCASE}, {0}};
static const struct keyword hyphenations[] = {
    {"none", HYPHENS_NONE}, {"manual", HYPHENS_MANUAL}, {"auto", HYPHENS_AUTO}, {0}};
static const struct keyword white_spaces[] = {
    {"normal", WHITE_SPACE_NORMAL}, {"nowrap", WHITE_SPACE_NOWRAP}, {"pre", WHITE_SPACE_PRE}, {0}};
static const struct keyword wraps[] = {{"normal", false}, {"anywhere", true}, {"break-word", true}, {0}};
static const struct keyword list_styles[] = {{"none", LIST_NONE},
                                             {"disc", LIST_DISC},
                                             {"circle", LIST_CIRCLE},
                                             {"square", LIST_SQUARE},
                                             {"decimal", LIST_DECIMAL},
                                             {"lower-alpha", LIST_LOWER_ALPHA},
                                             {"lower-latin", LIST_LOWER_ALPHA},
                                             {"lower-roman", LIST_LOWER_ROMAN},
                                             {0}};
static const struct keyword floats[] = {
    {"none", FLOAT_NONE}, {"left", FLOAT_LEFT}, {"right", FLOAT_RIGHT}, {"footnote", FLOAT_FOOTNOTE}, {0}};
static const struct keyword caption_sides[] = {{"top", CAPTION_TOP}, {"bottom", CAPTION_BOTTOM}, {0}};
static const struct keyword breaks[] = {
    {"auto", BREAK_AUTO},   {"avoid", BREAK_AVOID}, {"avoid-page", BREAK_AVOID}, {"page", BREAK_PAGE},
    {"always", BREAK_PAGE}, {"right", BREAK_RIGHT}, {"recto", BREAK_RIGHT},      {0}};
static const struct keyword breaks_inside[] = {
    {"auto", BREAK_AUTO}, {"avoid", BREAK_AVOID}, {"avoid-page", BREAK_AVOID}, {0}};
static const struct keyword caps_of_lines[] = {
    {"butt", CAP_BUTT}, {"round", CAP_ROUND}, {"square", CAP_SQUARE}, {0}};
static const struct keyword joins[] = {{"miter", JOIN_MITER}, {"round", JOIN_ROUND}, {"bevel", JOIN_BEVEL}, {0}};
static const struct keyword fill_rules[] = {{"nonzero", false}, {"evenodd", true}, {0}};
static const struct keyword anchors[] = {
    {"start", ANCHOR_START}, {"middle", ANCHOR_MIDDLE}, {"end", ANCHOR_END}, {0}};
static const struct keyword collapses[] = {{"separate", false}, {"collapse", true}, {0}};

/* ---- the table ---- */

#define OWN(field) offsetof(struct style, field)
#define SIDES(name, type, field, allowed, keywords, expected)                                                          \
    {name("top"), type, OWN(field[SIDE_TOP]), false, allowed, keywords, expected},                                     \
        {name("right"), type, OWN(field[SIDE_RIGHT]), false, allowed, keywords, expected},                             \
        {name("bottom"), type, OWN(field[SIDE_BOTTOM]), false, allowed, keywords, expected},                           \
    {                                                                                                                  \
        name("left"), type, OWN(field[SIDE_LEFT]), false, allowed, keywords, expected                                  \
    }
/* The sides at which a line begins and ends (CSS Logical Properties 1): `direction` says which of left and right
 * they are, and of both kinds of declaration the later one wins. */
#define INLINE_SIDES(name, type, field, allowed, keywords, expected)                                                   \
    {name("inline-start"), type, OWN(field[SIDE_LEFT]), false, (allowed) | SIDE_OF_LINE, keywords, expected},          \
    {                                                                                                                  \
        name("inline-end"), type, OWN(field[SIDE_RIGHT]), false, (allowed) | SIDE_OF_LINE, keywords, expected          \
    }
#define MARGIN(side) "margin-" side
#define PADDING(side) "padding-" side
#define BORDER_WIDTH(side) "border-" side "-width"
#define BORDER_STYLE(side) "border-" side "-style"
#define BORDER_COLOUR(side) "border-" side "-color"

static const char a_length[] = "a length (pt, mm, em …)";
static const char a_length_or_share[] = "a length (pt, mm, em …) or a percentage";
static const char a_size[] = "a length (pt, mm, em …), a percentage or auto";
static const char an_opacity[] = "a number from 0 to 1 or a percentage";
static const char a_colour[] = "a colour (#rrggbb, rgb(), black, white, transparent, currentcolor …)";

/* font-size stands first: the lengths of the others depend on it. */
const struct property properties[] = {
    {"font-size", VALUE_FONT_SIZE, OWN(computed.font_size), true, ALLOW_PERCENT, NULL, a_length_or_share},
    {"color", VALUE_COLOUR, OWN(computed.colour), true, 0, NULL, a_colour},
    {"background-color", VALUE_PAINT, OWN(background), false, 0, NULL, a_colour},
    SIDES(BORDER_COLOUR, VALUE_PAINT, border_paint, 0, NULL, a_colour),
    INLINE_SIDES(BORDER_COLOUR, VALUE_PAINT, border_paint, 0, NULL, a_colour),
    SIDES(BORDER_STYLE, VALUE_KEYWORD, border_style, 0, border_styles, NULL),
    INLINE_SIDES(BORDER_STYLE, VALUE_KEYWORD, border_style, 0, border_styles, NULL),
    {"border-radius", VALUE_POINTS, OWN(computed.border_radius), false, 0, NULL, "one length (pt, mm, em …)"},
    SIDES(BORDER_WIDTH, VALUE_POINTS, border_width, 0, NULL, a_length),
    INLINE_SIDES(BORDER_WIDTH, VALUE_POINTS, border_width, 0, NULL, a_length),
    {"border-collapse", VALUE_FLAG, OWN(collapsed), true, 0, collapses, NULL},
    {"border-spacing", VALUE_POINTS, OWN(border_spacing), true, 0, NULL, "one length (pt, mm, em …)"},
    {"break-after", VALUE_KEYWORD, OWN(computed.break_after), false, 0, breaks, NULL},
    {"break-before", VALUE_KEYWORD, OWN(computed.break_before), false, 0, breaks, NULL},
    {"break-inside", VALUE_KEYWORD, OWN(computed.break_inside), false, 0, breaks_inside, NULL},
    {"caption-side", VALUE_KEYWORD, OWN(computed.caption_side), true, 0, caption_sides, NULL},
    {"content", VALUE_CONTENT, OWN(computed.content), false, 0, NULL,
     "none, or texts, attr(), string(), counter(page), counter(pages), leader() and target-counter(attr(href), page)"},
    {"direction", VALUE_KEYWORD, OWN(computed.direction), true, 0, directions, NULL},
    {"display", VALUE_KEYWORD, OWN(computed.display), false, 0, displays, NULL},
    {"fill", VALUE_PAINT, OWN(fill), true, ALLOW_NONE, NULL, a_colour},
    {"fill-opacity", VALUE_OPACITY, OWN(computed.fill_opacity), true, 0, NULL, an_opacity},
    {"fill-rule", VALUE_FLAG, OWN(computed.even_odd), true, 0, fill_rules, NULL},
    {"float", VALUE_KEYWORD, OWN(computed.float_side), false, 0, floats, NULL},
    {"font-family", VALUE_FONT_FAMILY, OWN(computed.families), true, 0, NULL,
     "names of fonts with commas between them"},
    {"font-style", VALUE_FLAG, OWN(computed.italic), true, 0, slants, NULL},
    {"font-variant-caps", VALUE_FLAG, OWN(computed.small_caps), true, 0, caps, NULL},
    {"font-variant-numeric", VALUE_FLAG, OWN(computed.tabular_numbers), true, 0, numerics, NULL},
    {"font-weight", VALUE_FONT_WEIGHT, OWN(computed.font_weight), true, 0, NULL,
     "normal, bold, bolder, lighter or a number from 1 to 1000"},
    {"gap", VALUE_POINTS, OWN(computed.gap), false, 0, NULL, "one length (pt, mm, em …)"},
    {"grid-template-columns", VALUE_TRACKS, OWN(computed.grid_columns), false, ALLOW_PERCENT, NULL,
     "none, or at most eight widths (lengths, percentages, fr), also as repeat(3, 1fr)"},
    {"height", VALUE_LENGTH, OWN(computed.height), false, ALLOW_PERCENT | ALLOW_AUTO, NULL, a_size},
    {"hyphens", VALUE_KEYWORD, OWN(computed.hyphens), true, 0, hyphenations, NULL},
    {"letter-spacing", VALUE_SPACING, OWN(computed.letter_spacing), true, ALLOW_NEGATIVE, NULL,
     "normal or a length (pt, mm, em …)"},
    {"line-height", VALUE_LINE_HEIGHT, OWN(computed.line_height), true, ALLOW_PERCENT, NULL,
     "normal, a number, a length (pt, mm, em …) or a percentage"},
    {"line-numbers", VALUE_INTEGER, OWN(computed.line_numbers), true, ALLOW_NONE, NULL,
     "none, or a whole number from 1 to 20: of which lines the number is shown"},
    {"list-style-type", VALUE_KEYWORD, OWN(computed.list_style), true, 0, list_styles, NULL},
    SIDES(MARGIN, VALUE_LENGTH, computed.margin, ALLOW_PERCENT | ALLOW_NEGATIVE | ALLOW_AUTO, NULL, a_size),
    INLINE_SIDES(MARGIN, VALUE_LENGTH, computed.margin, ALLOW_PERCENT | ALLOW_NEGATIVE | ALLOW_AUTO, NULL, a_size),
    {"max-height", VALUE_LENGTH, OWN(computed.max_height), false, ALLOW_NONE, NULL, "a length (pt, mm, em …) or none"},
    {"max-width", VALUE_LENGTH, OWN(computed.max_width), false, ALLOW_PERCENT | ALLOW_NONE, NULL,
     "a length (pt, mm, em …), a percentage or none"},
    {"min-width", VALUE_LENGTH, OWN(computed.min_width), false, ALLOW_PERCENT | ALLOW_AUTO, NULL, a_size},
    {"opacity", VALUE_OPACITY, OWN(computed.opacity), false, 0, NULL, an_opacity},
    {"orphans", VALUE_INTEGER, OWN(computed.orphans), true, 0, NULL, "a whole number from 1 to 20"},
    {"overflow-wrap", VALUE_FLAG, OWN(computed.break_word), true, 0, wraps, NULL},
    SIDES(PADDING, VALUE_POINTS, computed.padding, 0, NULL, a_length),
    INLINE_SIDES(PADDING, VALUE_POINTS, computed.padding, 0, NULL, a_length),
    {"page", VALUE_PAGE, OWN(computed.page), true, 0, NULL, "auto or the name of a page"},
    {"rotate", VALUE_ANGLE, OWN(computed.rotate), false, 0, NULL, "none, or an angle in deg"},
    {"size", VALUE_SIZE, OWN(page_size), false, 0, NULL, "A3, A4 or A5, with or without landscape, or two lengths"},
    {"string-set", VALUE_STRING_SET, OWN(computed.string_set), false, 0, NULL, "none, or a name and content()"},
    {"stroke", VALUE_PAINT, OWN(stroke), true, ALLOW_NONE, NULL, a_colour},
    {"stroke-dasharray", VALUE_DASHES, OWN(computed.dashes), true, 0, NULL,
     "none, or at most eight numbers or lengths"},
    {"stroke-dashoffset", VALUE_NUMBER, OWN(computed.dash_offset), true, ALLOW_NEGATIVE, NULL, "a number or a length"},
    {"stroke-linecap", VALUE_KEYWORD, OWN(computed.line_cap), true, 0, caps_of_lines, NULL},
    {"stroke-linejoin", VALUE_KEYWORD, OWN(computed.line_join), true, 0, joins, NULL},
    {"stroke-miterlimit", VALUE_NUMBER, OWN(computed.miter_limit), true, 0, NULL, "a number from 1"},
    {"stroke-opacity", VALUE_OPACITY, OWN(computed.stroke_opacity), true, 0, NULL, an_opacity},
    {"stroke-width", VALUE_NUMBER, OWN(computed.stroke_width), true, 0, NULL, "a number or a length"},
    {"text-align", VALUE_KEYWORD, OWN(computed.text_align), true, 0, text_aligns, NULL},
    {"text-anchor", VALUE_KEYWORD, OWN(computed.text_anchor), true, 0, anchors, NULL},
    {"text-decoration", VALUE_DECORATION, OWN(computed.decoration), false, 0, decorations,
     "none, underline, line-through or both"},
    {"text-indent", VALUE_POINTS, OWN(computed.text_indent), true, ALLOW_NEGATIVE, NULL, a_length},
    {"text-transform", VALUE_KEYWORD, OWN(computed.text_transform), true, 0, transforms, NULL},
    {"unicode-bidi", VALUE_KEYWORD, OWN(computed.unicode_bidi), false, 0, bidis, NULL},
    {"vertical-align", VALUE_KEYWORD, OWN(computed.vertical_align), false, 0, vertical_aligns, NULL},
    {"white-space", VALUE_KEYWORD, OWN(computed.white_space), true, 0, white_spaces, NULL},
    {"widows", VALUE_INTEGER, OWN(computed.widows), true, 0, NULL, "a whole number from 1 to 20"},
    {"width", VALUE_LENGTH, OWN(computed.width), false, ALLOW_PERCENT | ALLOW_AUTO, NULL, a_size},
};
const size_t property_count = sizeof properties / sizeof *properties;
_Static_assert(sizeof properties / sizeof *properties <= PROPERTY_MOST, "PROPERTY_MOST is too small");

#define ALL(name) name("top"), name("right"), name("bottom"), name("left")
#define EDGE(side)                                                                                                     \
    {                                                                                                                  \
        BORDER_WIDTH(side), BORDER_STYLE(side), BORDER_COLOUR(side)                                                    \
    }

static const char an_edge[] = "a width, a style (solid, dashed, dotted, none) and a colour";

static const struct shorthand shorthands[] = {
    {"margin", PATTERN_SIDES, {ALL(MARGIN)}, "one to four lengths, percentages or auto"},
    {"padding", PATTERN_SIDES, {ALL(PADDING)}, "one to four lengths"},
    {"border-width", PATTERN_SIDES, {ALL(BORDER_WIDTH)}, "one to four lengths"},
    {"border-style", PATTERN_SIDES, {ALL(BORDER_STYLE)}, "one to four of solid, dashed, dotted, none"},
    {"border-color", PATTERN_SIDES, {ALL(BORDER_COLOUR)}, "one to four colours"},
    {"border", PATTERN_EDGE, {ALL(BORDER_WIDTH), ALL(BORDER_STYLE), ALL(BORDER_COLOUR)}, an_edge},
    {"border-top", PATTERN_EDGE, EDGE("top"), an_edge},
    {"border-right", PATTERN_EDGE, EDGE("right"), an_edge},
    {"border-bottom", PATTERN_EDGE, EDGE("bottom"), an_edge},
    {"border-left", PATTERN_EDGE, EDGE("left"), an_edge},
    {"border-inline-start", PATTERN_EDGE, EDGE("inline-start"), an_edge},
    {"border-inline-end", PATTERN_EDGE, EDGE("inline-end"), an_edge},
    {"margin-inline", PATTERN_PAIR, {MARGIN("inline-start"), MARGIN("inline-end")}, "one or two lengths, percentages or auto"},
    {"padding-inline", PATTERN_PAIR, {PADDING("inline-start"), PADDING("inline-end")}, "one or two lengths"},
};

/* What sides of the line are, from left to right and from right to left. */
#define BOTH(name) {name("inline-start"), name("left"), name("right")}, {name("inline-end"), name("right"), name("left")}
static const char *const sides_of_line[][3] = {BOTH(MARGIN), BOTH(PADDING), BOTH(BORDER_WIDTH), BOTH(BORDER_STYLE),
                                               BOTH(BORDER_COLOUR)};

/* Other names for the same thing, and shorthands of which the subset has one part. */
static const char *const aliases[][2] = {
    {"background", "background-color"},
    {"font-variant", "font-variant-caps"},
    {"grid-gap", "gap"},
    {"list-style", "list-style-type"},
    {"page-break-after", "break-after"},
    {"page-break-before", "break-before"},
    {"page-break-inside", "break-inside"},
    {"text-decoration-line", "text-decoration"},
    {"word-wrap", "overflow-wrap"},
};

/* Of no effect on paper, so that sheets that a site shares need no second file for them. */
static const char *const ignored[] = {
    "-webkit-print-color-adjust",
    "-webkit-text-size-adjust",
    "color-scheme",
    "cursor",
    "print-color-adjust",
    "scroll-behavior",
    "scroll-margin-top",
    "text-size-adjust",
    "transition",
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- finding ---- */

const struct property *property_find(const char *name)
{
    for (size_t i = 0; i < property_count; i++) {
        if (same_word(properties[i].name, name)) return &properties[i];
    }
    return NULL;
}

const struct property *property_physical(const struct property *property, bool right_to_left)
{
    for (size_t i = 0; i < COUNT(sides_of_line); i++) {
        if (same_word(sides_of_line[i][0], property->name)) return property_find(sides_of_line[i][1 + right_to_left]);
    }
    return property;
}

static const char *real_name(const char *name)
{
    for (size_t i = 0; i < COUNT(aliases); i++) {
        if (same_word(aliases[i][0], name)) return aliases[i][1];
    }
    return name;
}

bool target_find(const char *name, struct target *target)
{
    *target = (struct target){.property = property_find(real_name(name))};
    for (size_t i = 0; i < COUNT(shorthands) && !target->property; i++) {
        if (same_word(shorthands[i].name, name)) target->shorthand = &shorthands[i];
    }
    for (size_t i = 0; i < COUNT(ignored); i++) target->ignored |= same_word(ignored[i], name);
    return target->property || target->shorthand || target->ignored;
}

const char *target_suggest(const char *name)
{
    const char *names[PROPERTY_MOST + COUNT(shorthands)];
    size_t count = 0;
    for (size_t i = 0; i < property_count; i++) names[count++] = properties[i].name;
    for (size_t i = 0; i < COUNT(shorthands); i++) names[count++] = shorthands[i].name;
    return suggest(name, names, count);
}

const char *target_suggest_keyword(const struct target *target, const char *word)
{
    enum { MOST_WORDS = 16 };
    const char *words[MOST_WORDS];
    size_t count = 0;
    if (!target->property || !target->property->keywords) return NULL;
    for (const struct keyword *keyword = target->property->keywords; keyword->word && count < MOST_WORDS; keyword++) {
        words[count++] = keyword->word;
    }
    return suggest(word, words, count);
}

const char *target_expected(struct arena *arena, const struct target *target)
{
    if (target->shorthand) return target->shorthand->expected;
    if (target->property->expected) return target->property->expected;
    struct buffer out = buffer_new(arena);
    for (const struct keyword *keyword = target->property->keywords; keyword->word; keyword++) {
        if (out.length) buffer_add(&out, keyword[1].word ? ", " : " or ");
        buffer_add(&out, keyword->word);
    }
    return buffer_text(&out);
}

/* ---- reading ---- */

static bool read_sides(const struct shorthand *shorthand, struct reader *reader, struct longhands *longhands)
{
    /* Which of the values each side takes, by how many there are (CSS Box Model 3, clause 3.2). */
    static const size_t which[4][4] = {{0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
    struct specified values[4];
    size_t count = 0;
    for (; count < 4 && !reader_done(reader); count++) {
        if (!property_read(property_find(shorthand->longhands[count]), reader, &values[count])) return false;
    }
    if (count == 0) return false;
    for (size_t side = 0; side < 4; side++) {
        longhands->items[side].property = property_find(shorthand->longhands[side]);
        longhands->items[side].value = values[which[count - 1][side]];
    }
    longhands->count = 4;
    return true;
}

/* One value is that of both sides. */
static bool read_pair(const struct shorthand *shorthand, struct reader *reader, struct longhands *longhands)
{
    for (longhands->count = 0; longhands->count < 2; longhands->count++) {
        size_t i = longhands->count;
        longhands->items[i].property = property_find(shorthand->longhands[i]);
        if (i && reader_done(reader)) longhands->items[i].value = longhands->items[0].value;
        else if (!property_read(longhands->items[i].property, reader, &longhands->items[i].value)) return false;
    }
    return true;
}

static size_t longhand_count(const struct shorthand *shorthand)
{
    size_t count = 0;
    while (count < LONGHANDS_MOST && shorthand->longhands[count]) count++;
    return count;
}

/* Takes the next value as the first of width, style, colour that it fits and that is not there yet. */
static bool read_edge_part(const struct shorthand *shorthand, size_t sides, struct reader *reader,
                           struct specified values[3], bool there[3])
{
    for (size_t part = 0; part < 3; part++) {
        size_t at = reader->at;
        const struct property *property = property_find(shorthand->longhands[part * sides]);
        if (!there[part] && property_read(property, reader, &values[part])) return there[part] = true;
        reader->at = at;
    }
    return false;
}

/* What is not given is initial: `border: 0` has no style, so no border. */
static bool read_edge(const struct shorthand *shorthand, struct reader *reader, struct longhands *longhands)
{
    struct specified values[3] = {
        {.kind = SPECIFIED_INITIAL}, {.kind = SPECIFIED_INITIAL}, {.kind = SPECIFIED_INITIAL}};
    bool there[3] = {false};
    longhands->count = longhand_count(shorthand);
    size_t sides = longhands->count / 3;
    if (reader_done(reader)) return false;
    while (!reader_done(reader)) {
        if (!read_edge_part(shorthand, sides, reader, values, there)) return false;
    }
    for (size_t i = 0; i < longhands->count; i++) {
        longhands->items[i].property = property_find(shorthand->longhands[i]);
        longhands->items[i].value = values[i / sides];
    }
    return true;
}

/* inherit, initial and unset stand alone and fit every property (CSS Cascade 4, clause 7.3). */
static bool read_wide(struct reader *reader, struct specified *value)
{
    static const struct keyword words[] = {
        {"inherit", SPECIFIED_INHERIT}, {"initial", SPECIFIED_INITIAL}, {"unset", SPECIFIED_UNSET}};
    for (size_t i = 0; i < COUNT(words); i++) {
        if (!reader_take_word(reader, words[i].word)) continue;
        *value = (struct specified){.kind = (enum specified_kind)words[i].value};
        return true;
    }
    return false;
}

static void spread(const struct target *target, const struct specified *value, struct longhands *longhands)
{
    longhands->count = target->shorthand ? longhand_count(target->shorthand) : 1;
    for (size_t i = 0; i < longhands->count; i++) {
        longhands->items[i].property =
            target->shorthand ? property_find(target->shorthand->longhands[i]) : target->property;
        longhands->items[i].value = *value;
    }
}

bool target_read(const struct target *target, struct reader *reader, struct longhands *longhands)
{
    struct specified value = {0};
    bool read;
    if (read_wide(reader, &value)) {
        spread(target, &value, longhands);
        read = true;
    } else if (target->shorthand && target->shorthand->pattern == PATTERN_SIDES) {
        read = read_sides(target->shorthand, reader, longhands);
    } else if (target->shorthand && target->shorthand->pattern == PATTERN_PAIR) {
        read = read_pair(target->shorthand, reader, longhands);
    } else if (target->shorthand) {
        read = read_edge(target->shorthand, reader, longhands);
    } else {
        read = property_read(target->property, reader, &value);
        spread(target, &value, longhands);
    }
    return read && reader_done(reader);
}
