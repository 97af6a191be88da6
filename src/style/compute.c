/* Computed values: inheritance, winners of the cascade, and lengths in points (CSS Cascade 4, clause 4). */
#include <math.h>
#include <string.h>

#include "style/cascade.h"

/* ---- initial values ---- */

static const struct colour black = {0, 0, 0, 255};

void style_initial(struct style *style)
{
    static const char *const families[] = {"sans-serif", NULL};
    const float points_per_mm = 72 / 25.4f;
    const struct length zero = {LENGTH_POINTS, 0};
    *style = (struct style){
        .computed = {.display = DISPLAY_INLINE,
                     .families = families,
                     .font_size = 12,
                     .font_weight = 400,
                     .colour = black,
                     .margin = {zero, zero, zero, zero},
                     .hyphens = HYPHENS_MANUAL,
                     .list_style = LIST_DISC,
                     .orphans = 2,
                     .widows = 2,
                     .stroke_width = 1,
                     .miter_limit = 4,
                     .opacity = 1,
                     .fill_opacity = 1,
                     .stroke_opacity = 1,
                     .language = ""},
        .line_height_factor = 1.2f,
        .fill = {black, false},
        .page_size = {210 * points_per_mm, 297 * points_per_mm},
    };
    for (size_t side = 0; side < 4; side++) {
        style->border_width[side] = 2.25f; /* medium */
        style->border_paint[side].current = true;
    }
}

/* ---- copying one property's value ---- */

static size_t size_of(enum value_type type)
{
    static const size_t sizes[VALUE_TYPE_COUNT] = {
        [VALUE_KEYWORD] = sizeof(int),
        [VALUE_FLAG] = sizeof(bool),
        [VALUE_DECORATION] = sizeof(int),
        [VALUE_LENGTH] = sizeof(struct length),
        [VALUE_POINTS] = sizeof(float),
        [VALUE_COLOUR] = sizeof(struct colour),
        [VALUE_PAINT] = sizeof(struct paint),
        [VALUE_INTEGER] = sizeof(int),
        [VALUE_NUMBER] = sizeof(float),
        [VALUE_OPACITY] = sizeof(float),
        [VALUE_DASHES] = DASHES_MOST * sizeof(float),
        [VALUE_FONT_FAMILY] = sizeof(const char *const *),
        [VALUE_FONT_SIZE] = sizeof(float),
        [VALUE_FONT_WEIGHT] = sizeof(int),
        [VALUE_LINE_HEIGHT] = sizeof(float),
        [VALUE_SPACING] = sizeof(float),
        [VALUE_CONTENT] = sizeof(const struct content_piece *),
        [VALUE_STRING_SET] = sizeof(const char *),
        [VALUE_PAGE] = sizeof(const char *),
        [VALUE_TRACKS] = 8 * sizeof(struct length),
        [VALUE_SIZE] = 2 * sizeof(float),
        [VALUE_ANGLE] = sizeof(float),
    };
    return sizes[type];
}

static void copy_value(const struct property *property, struct style *to, const struct style *from)
{
    memcpy((char *)to + property->offset, (const char *)from + property->offset, size_of(property->type));
    if (property->type == VALUE_LINE_HEIGHT) to->line_height_factor = from->line_height_factor;
    if (property->type == VALUE_CONTENT) to->computed.content_count = from->computed.content_count;
    if (property->type == VALUE_DASHES) to->computed.dash_count = from->computed.dash_count;
    if (property->type == VALUE_TRACKS) to->computed.grid_column_count = from->computed.grid_column_count;
}

/* ---- storing a value ---- */

struct target_style {
    struct style *style;
    const struct style *parent;
    float em, rem; /* what they are worth for this property */
};

static float clamp(float number, float least, float most)
{
    return number < least ? least : number > most ? most : number;
}

static float points_of(const struct target_style *target, const struct measure *measure)
{
    const float most = 100000;
    return clamp(measure->points + measure->em * target->em + measure->rem * target->rem, -most, most);
}

/* Only calc() can come out below zero where that is not allowed (CSS Values 4, clause 10.12). */
static float allowed_points(const struct target_style *target, const struct property *property,
                            const struct measure *measure)
{
    float points = points_of(target, measure);
    return points < 0 && !(property->allowed & ALLOW_NEGATIVE) ? 0 : points;
}

typedef void value_storer(const struct target_style *target, const struct property *property,
                          const struct specified *value, void *field);

static void store_keyword(const struct target_style *target, const struct property *property,
                          const struct specified *value, void *field)
{
    (void)target, (void)property;
    memcpy(field, &value->keyword, sizeof value->keyword);
}

static void store_flag(const struct target_style *target, const struct property *property,
                       const struct specified *value, void *field)
{
    (void)target, (void)property;
    *(bool *)field = value->keyword;
}

static struct length length_of(const struct target_style *target, const struct property *property,
                               const struct measure *measure)
{
    bool share = measure->percent < 0 || measure->percent > 0;
    if (share) return (struct length){LENGTH_PERCENT, measure->percent};
    return (struct length){LENGTH_POINTS, allowed_points(target, property, measure)};
}

static void store_length(const struct target_style *target, const struct property *property,
                         const struct specified *value, void *field)
{
    struct length *length = field;
    if (value->kind == SPECIFIED_AUTO) *length = (struct length){LENGTH_AUTO, 0};
    else *length = length_of(target, property, &value->measure);
}

/* Also letter-spacing, whose normal is none. */
static void store_points(const struct target_style *target, const struct property *property,
                         const struct specified *value, void *field)
{
    *(float *)field = value->kind == SPECIFIED_AUTO ? 0 : allowed_points(target, property, &value->measure);
}

static void store_colour(const struct target_style *target, const struct property *property,
                         const struct specified *value, void *field)
{
    (void)property;
    *(struct colour *)field = value->kind == SPECIFIED_COLOUR ? value->colour : target->parent->computed.colour;
}

static void store_paint(const struct target_style *target, const struct property *property,
                        const struct specified *value, void *field)
{
    (void)target, (void)property;
    struct paint paint = {.current = value->kind == SPECIFIED_CURRENT_COLOUR};
    if (!paint.current) paint.colour = value->colour;
    *(struct paint *)field = paint;
}

static void store_integer(const struct target_style *target, const struct property *property,
                          const struct specified *value, void *field)
{
    (void)target, (void)property;
    *(int *)field = (int)value->number;
}

static void store_opacity(const struct target_style *target, const struct property *property,
                          const struct specified *value, void *field)
{
    (void)target, (void)property;
    *(float *)field = clamp(value->number, 0, 1);
}

/* A list of odd length is repeated once (SVG 2, 13.5.6); one that comes to nothing is no dash. */
static void store_dashes(const struct target_style *target, const struct property *property,
                         const struct specified *value, void *field)
{
    const float points_per_pixel = 0.75f;
    float *dashes = field, sum = 0;
    size_t count = value->kind == SPECIFIED_AUTO ? 0 : value->count;
    for (size_t i = 0; i < count; i++) {
        dashes[i] = allowed_points(target, property, &value->tracks[i].measure) / points_per_pixel;
        sum += dashes[i];
    }
    if (count % 2 && count * 2 <= DASHES_MOST) {
        memcpy(dashes + count, dashes, count * sizeof *dashes);
        count *= 2;
    }
    target->style->computed.dash_count = sum > 0 ? (int)count : 0;
}

/* A length is in the svg's own units, of which CSS calls one px. */
static void store_number(const struct target_style *target, const struct property *property,
                         const struct specified *value, void *field)
{
    const float points_per_pixel = 0.75f;
    bool plain = value->kind == SPECIFIED_NUMBER;
    *(float *)field = plain ? value->number : allowed_points(target, property, &value->measure) / points_per_pixel;
}

static void store_families(const struct target_style *target, const struct property *property,
                           const struct specified *value, void *field)
{
    (void)target, (void)property;
    *(const char *const **)field = value->names;
}

static void store_font_size(const struct target_style *target, const struct property *property,
                            const struct specified *value, void *field)
{
    const float largest = 1000;
    (void)property;
    float parent = target->parent->computed.font_size;
    *(float *)field = clamp(points_of(target, &value->measure) + value->measure.percent / 100 * parent, 0, largest);
}

/* bolder and lighter (CSS Fonts 3, clause 3.2). */
static int relative_weight(int parent, bool bolder)
{
    if (bolder) return parent < 350 ? 400 : parent < 550 ? 700 : 900;
    return parent < 550 ? 100 : parent < 750 ? 400 : 700;
}

static void store_weight(const struct target_style *target, const struct property *property,
                         const struct specified *value, void *field)
{
    (void)property;
    int weight = value->kind == SPECIFIED_NUMBER ? (int)value->number : value->keyword;
    if (value->kind == SPECIFIED_KEYWORD && weight <= 1) {
        weight = relative_weight(target->parent->computed.font_weight, weight > 0);
    }
    *(int *)field = weight < 100 ? 100 : weight > 900 ? 900 : weight;
}

static void store_line_height(const struct target_style *target, const struct property *property,
                              const struct specified *value, void *field)
{
    const float normal = 1.2f;
    struct style *style = target->style;
    style->line_height_factor = *(float *)field = 0;
    if (value->kind == SPECIFIED_AUTO) style->line_height_factor = normal;
    else if (value->kind == SPECIFIED_NUMBER) style->line_height_factor = value->number;
    else {
        float share = value->measure.percent / 100 * target->em;
        *(float *)field = share + allowed_points(target, property, &value->measure);
    }
}

static void store_content(const struct target_style *target, const struct property *property,
                          const struct specified *value, void *field)
{
    (void)property, (void)field;
    bool none = value->kind == SPECIFIED_AUTO;
    target->style->computed.content = none ? NULL : value->content;
    target->style->computed.content_count = none ? 0 : value->count;
}

static void store_text(const struct target_style *target, const struct property *property,
                       const struct specified *value, void *field)
{
    (void)target, (void)property;
    *(const char **)field = value->kind == SPECIFIED_AUTO ? NULL : value->text;
}

static void store_tracks(const struct target_style *target, const struct property *property,
                         const struct specified *value, void *field)
{
    struct length *columns = field;
    size_t count = value->kind == SPECIFIED_AUTO ? 0 : value->count;
    for (size_t i = 0; i < count; i++) {
        const struct track *track = &value->tracks[i];
        columns[i] = track->fraction > 0 ? (struct length){LENGTH_FRACTION, track->fraction}
                                         : length_of(target, property, &track->measure);
    }
    target->style->computed.grid_column_count = (int)count;
}

static void store_size(const struct target_style *target, const struct property *property,
                       const struct specified *value, void *field)
{
    const float smallest = 72, largest = 14400; /* PDF 32000-1, annex C.2 */
    float *size = field;
    (void)property;
    for (size_t i = 0; i < 2; i++) size[i] = clamp(points_of(target, &value->pair[i]), smallest, largest);
}

static void store_angle(const struct target_style *target, const struct property *property,
                        const struct specified *value, void *field)
{
    (void)target, (void)property;
    *(float *)field = value->number;
}

static void store(const struct target_style *target, const struct property *property, const struct specified *value)
{
    static value_storer *const storers[VALUE_TYPE_COUNT] = {
        [VALUE_KEYWORD] = store_keyword,      [VALUE_FLAG] = store_flag,
        [VALUE_DECORATION] = store_keyword,
        [VALUE_LENGTH] = store_length,        [VALUE_POINTS] = store_points,
        [VALUE_COLOUR] = store_colour,        [VALUE_PAINT] = store_paint,
        [VALUE_INTEGER] = store_integer,      [VALUE_NUMBER] = store_number,
        [VALUE_FONT_FAMILY] = store_families, [VALUE_FONT_SIZE] = store_font_size,
        [VALUE_FONT_WEIGHT] = store_weight,   [VALUE_LINE_HEIGHT] = store_line_height,
        [VALUE_SPACING] = store_points,       [VALUE_CONTENT] = store_content,
        [VALUE_STRING_SET] = store_text,      [VALUE_PAGE] = store_text,
        [VALUE_TRACKS] = store_tracks,        [VALUE_SIZE] = store_size,
        [VALUE_OPACITY] = store_opacity,      [VALUE_DASHES] = store_dashes,
        [VALUE_ANGLE] = store_angle,
    };
    struct style initial;
    switch (value->kind) {
    case SPECIFIED_INHERIT: copy_value(property, target->style, target->parent); break;
    case SPECIFIED_INITIAL:
        style_initial(&initial);
        copy_value(property, target->style, &initial);
        break;
    case SPECIFIED_UNSET: break; /* inherited or initial: as the style began */
    default: storers[property->type](target, property, value, (char *)target->style + property->offset);
    }
}

/* ---- winners ---- */

struct winners {
    struct specified values[PROPERTY_MOST];
    bool there[PROPERTY_MOST];
    unsigned order[PROPERTY_MOST]; /* which of two came last */
    unsigned count;
};

static void win(struct winners *winners, const struct property *property, const struct specified *value)
{
    size_t index = (size_t)(property - properties);
    winners->values[index] = *value;
    winners->there[index] = true;
    winners->order[index] = ++winners->count;
}

/* The mistake is where the custom property is set, and is told there, once for all that use it. */
static void tell_unfit(struct cascade *cascade, const struct declaration *declaration, const struct declaration *setting,
                       const struct target *target)
{
    const char *expected = target_expected(cascade->arena, target);
    if (!setting) setting = declaration;
    const char *name = setting->custom ? setting->custom : target->shorthand ? target->shorthand->name : target->property->name;
    cascade_tell(cascade, setting, STYLE_VALUE,
                 arena_format(cascade->arena, "the value of “%s” does not fit where it is used; expected: %s", name, expected),
                 NULL);
}

/* A value that was waiting for var(). What does not fit then is as if unset (Custom Properties 1, clause 3.1). */
static void win_deferred(struct cascade *cascade, struct winners *winners, const struct variables *variables,
                         const struct declaration *declaration)
{
    struct target target = {.property = declaration->property, .shorthand = declaration->shorthand};
    struct longhands longhands = {0};
    struct substituted substituted;
    bool replaced = variables_substitute(cascade, variables, declaration, &substituted);
    struct reader reader = {.arena = cascade->arena, .tokens = substituted.tokens, .count = substituted.count};
    if (!replaced || !target_read(&target, &reader, &longhands)) {
        if (replaced) tell_unfit(cascade, declaration, substituted.setting, &target);
        static const struct token unset = {.type = TOKEN_IDENT, .text = "unset"};
        struct reader again = {.arena = cascade->arena, .tokens = &unset, .count = 1};
        target_read(&target, &again, &longhands);
    }
    for (size_t i = 0; i < longhands.count; i++) win(winners, longhands.items[i].property, &longhands.items[i].value);
}

static void choose(struct cascade *cascade, struct winners *winners, const struct variables *variables,
                   const struct applied *applied, bool important)
{
    for (size_t i = 0; i < applied->count; i++) {
        const struct declarations *declarations = applied->items[i];
        for (size_t j = 0; j < declarations->count; j++) {
            const struct declaration *declaration = &declarations->items[j];
            if (declaration->important != important || declaration->custom) continue;
            if (declaration->tokens) win_deferred(cascade, winners, variables, declaration);
            else win(winners, declaration->property, &declaration->value);
        }
    }
}

static bool is_turned(const struct winners *winners, const struct style *inherited)
{
    const struct property *property = property_find("direction");
    const struct specified *value = &winners->values[property - properties];
    if (!winners->there[property - properties]) return inherited->computed.direction == DIRECTION_RTL;
    if (value->kind == SPECIFIED_KEYWORD) return value->keyword == DIRECTION_RTL;
    return value->kind != SPECIFIED_INITIAL && inherited->computed.direction == DIRECTION_RTL;
}

/* The sides of the line become left and right, where no later declaration speaks of those. */
static void turn_sides(struct winners *winners, const struct style *inherited)
{
    bool turned = is_turned(winners, inherited);
    for (size_t i = 0; i < property_count; i++) {
        if (!winners->there[i] || !(properties[i].allowed & SIDE_OF_LINE)) continue;
        size_t side = (size_t)(property_physical(&properties[i], turned) - properties);
        winners->there[i] = false;
        if (winners->there[side] && winners->order[side] > winners->order[i]) continue;
        winners->values[side] = winners->values[i];
        winners->order[side] = winners->order[i];
        winners->there[side] = true;
    }
}

/* ---- what depends on more than one property ---- */

static struct colour paint_colour(const struct style *style, const struct paint *paint)
{
    return paint->current ? style->computed.colour : paint->colour;
}

static void settle_borders(struct style *style)
{
    for (size_t side = 0; side < 4; side++) {
        struct edge *edge = &style->computed.border[side];
        enum border_style line = style->border_style[side];
        edge->width = line == BORDER_NONE ? 0 : style->border_width[side];
        edge->style = line == BORDER_DASHED ? EDGE_DASHED : line == BORDER_DOTTED ? EDGE_DOTTED : EDGE_SOLID;
        edge->colour = paint_colour(style, &style->border_paint[side]);
    }
}

/* What floats, and the root, is a block: a table, grid or list item stays one, a part of a table or line does not (CSS 2.2, clause
 * 9.7; CSS Display 3, clause 2.7). */
static void settle_display(struct computed *computed, bool root)
{
    if (!root && computed->float_side == FLOAT_NONE) return;
    switch (computed->display) {
    case DISPLAY_NONE:
    case DISPLAY_BLOCK:
    case DISPLAY_LIST_ITEM:
    case DISPLAY_TABLE:
    case DISPLAY_GRID: return;
    default: computed->display = DISPLAY_BLOCK;
    }
}

/* Lines go on through all that an element holds but what is set apart from it, and nothing in it can take them away (CSS
 * Text Decoration 3, clause 2). */
static void settle_decoration(struct computed *computed, const struct style *parent)
{
    bool apart = computed->float_side != FLOAT_NONE || computed->display == DISPLAY_INLINE_BLOCK;
    if (parent && !apart) computed->decoration |= parent->computed.decoration;
}

static void settle(struct style *style, const struct style *parent)
{
    struct computed *computed = &style->computed;
    settle_borders(style);
    settle_display(computed, !parent);
    settle_decoration(computed, parent);
    computed->background = paint_colour(style, &style->background);
    computed->fill = paint_colour(style, &style->fill);
    computed->stroke = paint_colour(style, &style->stroke);
    computed->border_spacing = style->collapsed ? 0 : style->border_spacing;
    if (style->line_height_factor > 0) computed->line_height = style->line_height_factor * computed->font_size;
    for (size_t side = SIDE_TOP; side <= SIDE_BOTTOM; side += SIDE_BOTTOM - SIDE_TOP) {
        if (computed->margin[side].unit == LENGTH_AUTO) computed->margin[side] = (struct length){LENGTH_POINTS, 0};
    }
}

/* ---- one style ---- */

static void inherit(struct style *style, const struct style *parent)
{
    for (size_t i = 0; i < property_count; i++) {
        if (properties[i].inherited) copy_value(&properties[i], style, parent);
    }
    style->computed.language = parent->computed.language;
    style->variables = parent->variables;
}

struct style *style_compute(struct cascade *cascade, const struct style *parent, const struct applied *applied)
{
    struct style *style = arena_make(cascade->arena, struct style);
    struct style initial;
    style_initial(style);
    style_initial(&initial);
    if (parent) inherit(style, parent);
    style->variables = variables_resolve(cascade, style->variables, applied);
    struct winners winners;
    memset(winners.there, 0, sizeof winners.there);
    winners.count = 0;
    choose(cascade, &winners, style->variables, applied, false);
    choose(cascade, &winners, style->variables, applied, true);
    turn_sides(&winners, style);
    struct target_style target = {.style = style, .parent = parent ? parent : &initial};
    for (size_t i = 0; i < property_count; i++) {
        bool font_size = properties[i].type == VALUE_FONT_SIZE;
        target.em = font_size ? target.parent->computed.font_size : style->computed.font_size;
        target.rem = parent ? cascade->root_font_size : target.em;
        if (winners.there[i]) store(&target, &properties[i], &winners.values[i]);
    }
    settle(style, parent);
    return style;
}
