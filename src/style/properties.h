/* Inside the room: the table of properties, and values read by it. */
#ifndef STYLE_PROPERTIES_H
#define STYLE_PROPERTIES_H

#include "style/values.h"

/* A colour that may follow `color`. */
struct paint {
    struct colour colour;
    bool current;
};

enum border_style { BORDER_NONE, BORDER_SOLID, BORDER_DASHED, BORDER_DOTTED };

struct variables; /* cascade.h */

/* A computed style with what only the cascade needs. */
struct style {
    struct computed computed; /* first, so that a pointer to it is a pointer to the style */
    float line_height_factor; /* 0: the line height is a length */
    float border_width[4];
    enum border_style border_style[4];
    struct paint border_paint[4], background, fill, stroke;
    float border_spacing;
    bool collapsed;
    float page_size[2];
    const struct variables *variables;
};

/* How a property's value is read, computed and printed. */
enum value_type {
    VALUE_KEYWORD, /* an enum */
    VALUE_FLAG,    /* a bool with words */
    VALUE_DECORATION, /* an int: the sum of its words */
    VALUE_LENGTH,  /* struct length */
    VALUE_POINTS,  /* float */
    VALUE_COLOUR,  /* struct colour: color itself */
    VALUE_PAINT,
    VALUE_INTEGER,
    VALUE_NUMBER, /* float without unit */
    VALUE_OPACITY,
    VALUE_DASHES,
    VALUE_FONT_FAMILY,
    VALUE_FONT_SIZE,
    VALUE_FONT_WEIGHT,
    VALUE_LINE_HEIGHT,
    VALUE_SPACING, /* letter-spacing */
    VALUE_CONTENT,
    VALUE_STRING_SET,
    VALUE_PAGE,
    VALUE_TRACKS,
    VALUE_SIZE, /* of the page */
    VALUE_ANGLE, /* float: degrees */
    VALUE_TYPE_COUNT
};

enum { SIDE_OF_LINE = 64 }; /* a side that `direction` makes left or right */

struct keyword {
    const char *word;
    int value;
};

struct property {
    const char *name;
    enum value_type type;
    size_t offset; /* in struct style */
    bool inherited;
    unsigned allowed;               /* of lengths; and SIDE_OF_LINE */
    const struct keyword *keywords; /* ends in a NULL word */
    const char *expected;           /* for messages; NULL: the keywords */
};

/* The style with every property initial (compute.c). */
void style_initial(struct style *style);

enum { PROPERTY_MOST = 128, LONGHANDS_MOST = 12 };

extern const struct property properties[];
extern const size_t property_count;

enum shorthand_pattern {
    PATTERN_SIDES, /* one to four values, for top, right, bottom, left */
    PATTERN_PAIR,  /* one or two, for start and end */
    PATTERN_EDGE   /* width, style and colour in any order, for the sides that are named */
};

struct shorthand {
    const char *name;
    enum shorthand_pattern pattern;
    const char *longhands[LONGHANDS_MOST]; /* EDGE: all widths, then all styles, then all colours */
    const char *expected;
};

/* What a declaration's name stands for. */
struct target {
    const struct property *property;
    const struct shorthand *shorthand;
    bool ignored; /* known, and of no effect on paper */
};

/* Finds a name, also an alias such as page-break-after. false: there is none. */
bool target_find(const char *name, struct target *target);

/* The known name nearest to this one, or NULL. */
const char *target_suggest(const char *name);

/* What its value may be, in words. */
const char *target_expected(struct arena *arena, const struct target *target);

/* The keyword nearest to this one, or NULL. */
const char *target_suggest_keyword(const struct target *target, const char *word);

struct longhands {
    struct {
        const struct property *property;
        struct specified value;
    } items[LONGHANDS_MOST];
    size_t count;
};

/* Reads the whole value. false: it is not one of this property. */
bool target_read(const struct target *target, struct reader *reader, struct longhands *longhands);

const struct property *property_find(const char *name);

/* The left or right one that a side of the line is (SIDE_OF_LINE); any other is itself. */
const struct property *property_physical(const struct property *property, bool right_to_left);

/* Reads one value of a longhand (read.c). */
bool property_read(const struct property *property, struct reader *reader, struct specified *value);

#endif
