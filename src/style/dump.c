/* The dump: per element what its style says that it has not from its parent or by itself. */
#include <string.h>

#include "style/properties.h"

enum { DECIMALS = 3, INDENT = 2 };

typedef void value_writer(struct buffer *out, const struct property *property, const struct style *style,
                          const void *field);

/* ---- values ---- */

static void write_word(struct buffer *out, const struct property *property, int value)
{
    const struct keyword *keyword = property->keywords;
    while (keyword->word && keyword->value != value) keyword++;
    buffer_add(out, keyword->word ? keyword->word : "?");
}

static void write_keyword(struct buffer *out, const struct property *property, const struct style *style,
                          const void *field)
{
    int value;
    (void)style;
    memcpy(&value, field, sizeof value);
    write_word(out, property, value);
}

static void write_flag(struct buffer *out, const struct property *property, const struct style *style,
                       const void *field)
{
    (void)style;
    write_word(out, property, *(const bool *)field);
}

static void write_length_value(struct buffer *out, struct length length)
{
    static const char *const units[] = {
        [LENGTH_AUTO] = "auto", [LENGTH_POINTS] = "pt", [LENGTH_PERCENT] = "%", [LENGTH_FRACTION] = "fr"};
    if (length.unit != LENGTH_AUTO) buffer_add_number(out, (double)length.value, DECIMALS);
    buffer_add(out, units[length.unit]);
}

static void write_length(struct buffer *out, const struct property *property, const struct style *style,
                         const void *field)
{
    (void)property, (void)style;
    write_length_value(out, *(const struct length *)field);
}

static void write_points(struct buffer *out, const struct property *property, const struct style *style,
                         const void *field)
{
    (void)property, (void)style;
    write_length_value(out, (struct length){LENGTH_POINTS, *(const float *)field});
}

static void write_colour_value(struct buffer *out, struct colour colour)
{
    if (colour.alpha == 0) buffer_add(out, "transparent");
    else buffer_format(out, "#%02x%02x%02x", colour.red, colour.green, colour.blue);
}

static void write_decoration(struct buffer *out, const struct property *property, const struct style *style,
                             const void *field)
{
    int lines = *(const int *)field;
    (void)style;
    if (!lines) buffer_add(out, "none");
    for (const struct keyword *keyword = property->keywords; keyword->word; keyword++) {
        if (!(lines & keyword->value)) continue;
        if (lines & (keyword->value - 1)) buffer_add_char(out, ' ');
        buffer_add(out, keyword->word);
    }
}

static void write_colour(struct buffer *out, const struct property *property, const struct style *style,
                         const void *field)
{
    (void)property, (void)style;
    write_colour_value(out, *(const struct colour *)field);
}

static void write_paint(struct buffer *out, const struct property *property, const struct style *style,
                        const void *field)
{
    const struct paint *paint = field;
    (void)property;
    write_colour_value(out, paint->current ? style->computed.colour : paint->colour);
}

static void write_integer(struct buffer *out, const struct property *property, const struct style *style,
                          const void *field)
{
    (void)property, (void)style;
    buffer_format(out, "%d", *(const int *)field);
}

static void write_number(struct buffer *out, const struct property *property, const struct style *style,
                         const void *field)
{
    (void)property, (void)style;
    buffer_add_number(out, (double)*(const float *)field, DECIMALS);
}

static void write_families(struct buffer *out, const struct property *property, const struct style *style,
                           const void *field)
{
    const char *const *families = *(const char *const *const *)field;
    (void)property, (void)style;
    for (size_t i = 0; families[i]; i++) buffer_format(out, "%s\"%s\"", i ? ", " : "", families[i]);
}

static void write_text(struct buffer *out, const struct property *property, const struct style *style,
                       const void *field)
{
    const char *text = *(const char *const *)field;
    (void)property, (void)style;
    buffer_add(out, text ? text : "none");
}

static void write_piece(struct buffer *out, const struct content_piece *piece)
{
    switch (piece->kind) {
    case CONTENT_TEXT: buffer_format(out, "\"%s\"", piece->text); break;
    case CONTENT_ATTRIBUTE: buffer_format(out, "attr(%s)", piece->text); break;
    case CONTENT_STRING: buffer_format(out, "string(%s)", piece->text); break;
    case CONTENT_STRING_LAST: buffer_format(out, "string(%s, last)", piece->text); break;
    case CONTENT_PAGE: buffer_add(out, "counter(page)"); break;
    case CONTENT_PAGES: buffer_add(out, "counter(pages)"); break;
    case CONTENT_TARGET_PAGE: buffer_add(out, "target-counter(attr(href), page)"); break;
    case CONTENT_LEADER: buffer_format(out, "leader(\"%s\")", piece->text); break;
    }
}

static void write_content(struct buffer *out, const struct property *property, const struct style *style,
                          const void *field)
{
    const struct computed *computed = &style->computed;
    (void)property, (void)field;
    if (!computed->content) buffer_add(out, "none");
    for (size_t i = 0; i < computed->content_count; i++) {
        if (i) buffer_add_char(out, ' ');
        write_piece(out, &computed->content[i]);
    }
}

static void write_tracks(struct buffer *out, const struct property *property, const struct style *style,
                         const void *field)
{
    const struct length *columns = field;
    (void)property;
    if (style->computed.grid_column_count == 0) buffer_add(out, "none");
    for (int i = 0; i < style->computed.grid_column_count; i++) {
        if (i) buffer_add_char(out, ' ');
        write_length_value(out, columns[i]);
    }
}

static void write_dashes(struct buffer *out, const struct property *property, const struct style *style,
                         const void *field)
{
    const float *dashes = field;
    (void)property;
    if (style->computed.dash_count == 0) buffer_add(out, "none");
    for (int i = 0; i < style->computed.dash_count; i++) {
        if (i) buffer_add_char(out, ' ');
        buffer_add_number(out, (double)dashes[i], DECIMALS);
    }
}

static void write_size(struct buffer *out, const struct property *property, const struct style *style,
                       const void *field)
{
    const float *size = field;
    write_points(out, property, style, &size[0]);
    buffer_add_char(out, ' ');
    write_points(out, property, style, &size[1]);
}

static void write_value(struct buffer *out, const struct property *property, const struct style *style)
{
    static value_writer *const writers[VALUE_TYPE_COUNT] = {
        [VALUE_KEYWORD] = write_keyword,  [VALUE_FLAG] = write_flag,           [VALUE_LENGTH] = write_length,
        [VALUE_POINTS] = write_points,    [VALUE_COLOUR] = write_colour,       [VALUE_PAINT] = write_paint,
        [VALUE_INTEGER] = write_integer,  [VALUE_NUMBER] = write_number,       [VALUE_FONT_FAMILY] = write_families,
        [VALUE_FONT_SIZE] = write_points, [VALUE_FONT_WEIGHT] = write_integer, [VALUE_LINE_HEIGHT] = write_points,
        [VALUE_SPACING] = write_points,   [VALUE_CONTENT] = write_content,     [VALUE_STRING_SET] = write_text,
        [VALUE_PAGE] = write_text,        [VALUE_TRACKS] = write_tracks,       [VALUE_SIZE] = write_size,
        [VALUE_OPACITY] = write_number,   [VALUE_DASHES] = write_dashes,         [VALUE_DECORATION] = write_decoration,
        [VALUE_ANGLE] = write_number,
    };
    writers[property->type](out, property, style, (const char *)style + property->offset);
}

/* ---- elements ---- */

/* Every computed style is the beginning of a struct style. */
static const struct style *whole(const struct computed *computed)
{
    return (const struct style *)(const void *)computed;
}

/* What a width says of a side without a border is nothing. */
static bool is_shown(const struct property *property, const struct style *style)
{
    for (size_t side = 0; side < 4; side++) {
        bool width = property->offset == offsetof(struct style, border_width) + side * sizeof(float);
        bool paint = property->offset == offsetof(struct style, border_paint) + side * sizeof(struct paint);
        if (width || paint) return style->border_style[side] != BORDER_NONE;
    }
    return true;
}

static void write_style(struct buffer *out, const struct computed *computed, const struct computed *parent)
{
    struct buffer own = buffer_new(out->arena), usual = buffer_new(out->arena);
    const struct style *style = whole(computed);
    struct style *initial = arena_make(out->arena, struct style);
    style_initial(initial);
    for (size_t i = 0; i < property_count; i++) {
        const struct property *property = &properties[i];
        if (property->allowed & SIDE_OF_LINE) continue; /* it is the left or right one */
        own.length = usual.length = 0;
        write_value(&own, property, style);
        write_value(&usual, property, property->inherited && parent ? whole(parent) : initial);
        if (strcmp(buffer_text(&own), buffer_text(&usual)) == 0 || !is_shown(property, style)) continue;
        buffer_format(out, " %s: %s;", property->name, buffer_text(&own));
    }
    const char *language = parent ? parent->language : "";
    if (strcmp(computed->language, language) != 0) buffer_format(out, " lang: %s;", computed->language);
    buffer_add_char(out, '\n');
}

static void write_name(struct buffer *out, const struct node *node)
{
    const char *id = node_get(node, "id"), *class = node_get(node, "class");
    buffer_add(out, node->name);
    if (id) buffer_format(out, "#%s", id);
    for (; class && *class; class ++) {
        bool begins = *class != ' ' && (class == node_get(node, "class") || class[-1] == ' ');
        if (begins) buffer_add_char(out, '.');
        if (*class != ' ') buffer_add_char(out, *class);
    }
}

static void indent(struct buffer *out, size_t depth)
{
    for (size_t i = 0; i < depth * INDENT; i++) buffer_add_char(out, ' ');
}

static void write_element(struct buffer *out, const struct styled *styled, size_t depth)
{
    const struct {
        const char *name;
        const struct computed *style;
    } pseudos[] = {{"::before", styled->before}, {"::after", styled->after}, {"::marker", styled->marker}};
    indent(out, depth);
    write_name(out, styled->node);
    write_style(out, styled->style, styled->parent ? styled->parent->style : NULL);
    for (size_t i = 0; i < sizeof pseudos / sizeof *pseudos; i++) {
        if (!pseudos[i].style) continue;
        indent(out, depth + 1);
        buffer_add(out, pseudos[i].name);
        write_style(out, pseudos[i].style, styled->style);
    }
}

void style_dump(struct buffer *out, const struct styled *root)
{
    size_t depth = 0;
    for (const struct styled *styled = root; styled;) {
        if (styled->node->name) write_element(out, styled, depth);
        if (styled->first) {
            styled = styled->first;
            depth++;
            continue;
        }
        while (styled != root && !styled->next) {
            styled = styled->parent;
            depth--;
        }
        styled = styled == root ? NULL : styled->next;
    }
}
