/* Presentation attributes of SVG (SVG 2, clause 6.6), and the colours that a judgment's symbol carries. */
#include "style/hints.h"

#include <string.h>

#include "style/properties.h"

/* Later ones win. A framework's colours are data, so that they come with the document and not in a sheet. */
static const struct {
    const char *attribute, *property;
    bool length; /* a number without a unit is in px, as SVG has it */
    bool outer;  /* only of the svg or img itself: on a shape it is geometry */
} hints[HINT_COUNT] = {
    {"fill", "fill", false, false},
    {"fill-opacity", "fill-opacity", false, false},
    {"fill-rule", "fill-rule", false, false},
    {"stroke", "stroke", false, false},
    {"stroke-width", "stroke-width", false, false},
    {"stroke-dasharray", "stroke-dasharray", false, false},
    {"stroke-dashoffset", "stroke-dashoffset", false, false},
    {"stroke-linecap", "stroke-linecap", false, false},
    {"stroke-linejoin", "stroke-linejoin", false, false},
    {"stroke-miterlimit", "stroke-miterlimit", false, false},
    {"stroke-opacity", "stroke-opacity", false, false},
    {"opacity", "opacity", false, false},
    {"color", "color", false, false},
    {"display", "display", false, false},
    {"font-family", "font-family", false, false},
    {"font-size", "font-size", true, false},
    {"font-style", "font-style", false, false},
    {"font-weight", "font-weight", false, false},
    {"text-anchor", "text-anchor", false, false},
    {"direction", "direction", false, false},
    {"unicode-bidi", "unicode-bidi", false, false},
    {"width", "width", true, true},
    {"height", "height", true, true},
    {"data-ink", "stroke", false, false},
    {"data-colour", "background-color", false, false},
};

static bool is_drawing(const char *name)
{
    static const char *const names[] = {"svg",      "path",    "g",       "rect", "circle", "line",
                                        "polyline", "polygon", "ellipse", "text", "tspan", "img"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], name) == 0) return true;
    }
    return false;
}

bool hints_of(const struct node *node, const char *values[HINT_COUNT])
{
    if (!is_drawing(node->name)) return false;
    bool any = false, outer = node_is(node, "svg") || node_is(node, "img");
    for (size_t i = 0; i < HINT_COUNT; i++) {
        values[i] = outer || !hints[i].outer ? node_get(node, hints[i].attribute) : NULL;
        any |= values[i] != NULL;
    }
    return any;
}

static struct source *source_of(struct arena *arena, const char *value, bool is_length)
{
    size_t length = strlen(value);
    bool number = is_length && length && length < 10 && strspn(value, "0123456789.") == length;
    struct source *source = arena_make(arena, struct source);
    source->text = number ? arena_format(arena, "%spx", value) : value;
    source->length = strlen(source->text);
    return source;
}

static bool read_hint(struct arena *arena, const char *value, bool is_length, const struct target *target,
                      struct longhands *longhands)
{
    enum { LONGEST = 100 };
    if (strlen(value) > LONGEST) return false;
    struct tokens tokens = tokens_read(arena, source_of(arena, value, is_length));
    struct reader reader = {.arena = arena, .tokens = tokens.items, .count = tokens.count - 1};
    return target_read(target, &reader, longhands);
}

const struct declarations *hints_declarations(struct arena *arena, const char *const values[HINT_COUNT])
{
    struct declarations *declarations = arena_make(arena, struct declarations);
    declarations->items = arena_array(arena, HINT_COUNT, sizeof *declarations->items);
    for (size_t i = 0; i < HINT_COUNT; i++) {
        struct target target;
        struct longhands longhands;
        if (!values[i] || !target_find(hints[i].property, &target)) continue;
        if (!read_hint(arena, values[i], hints[i].length, &target, &longhands)) continue;
        struct declaration *declaration = &declarations->items[declarations->count++];
        declaration->property = longhands.items[0].property;
        declaration->value = longhands.items[0].value;
    }
    return declarations;
}
