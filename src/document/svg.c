/* SVG files, read strictly: what cannot be drawn alike in a browser and by layout/ is told, and nothing is lost in
 * silence that would be seen. libxml2 is shared with read.c (xml.h). */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "document/document.h"
#include "document/element.h"
#include "document/svg_sheet.h"
#include "document/svg_use.h"
#include "document/xml.h"

enum { BYTES_MOST = 4 * 1024 * 1024, ELEMENTS_MOST = 50000, DEPTH_MOST = 40, TOLD_MOST = 20 };

struct svg_reader {
    struct arena *arena;
    const struct source *source;
    struct messages *messages;
    xmlParserCtxt *parser;
    struct node *root, *open;
    size_t depth, count;
    struct svg_sheet *sheet;             /* NULL: it has none */
    struct svg_subject path[DEPTH_MOST]; /* the open elements, for selectors */
    struct place here; /* of byte `offset`, the begin of the last tag */
    size_t offset;
    struct buffer text; /* of the open element, so far */
    struct place text_place;
    size_t skipped; /* elements that are open and left out with all that is in them */
    size_t told;
    bool failed; /* nothing more is read */
    bool refused;
};

/* ---- places and messages ---- */

/* A start tag is reported after its last attribute; its `<` cannot stand in an attribute's value. Lines are counted on
 * from the tag before: a file may be one long line. */
static struct place place_here(struct svg_reader *reader)
{
    long offset = xmlByteConsumed(reader->parser);
    const char *text = reader->source->text;
    if (offset < 0 || (size_t)offset > reader->source->length) return (struct place){.source = reader->source};
    while ((size_t)offset > reader->offset && text[offset] != '<') offset--;
    for (; reader->offset < (size_t)offset; reader->offset++) {
        char c = text[reader->offset];
        if (c == '\n') reader->here.line++, reader->here.column = 0;
        if ((c & 0xC0) != 0x80) reader->here.column++; /* no later byte of a code point */
    }
    return reader->here;
}

static bool may_tell(struct svg_reader *reader)
{
    return reader->told++ < TOLD_MOST;
}

static void stop(struct svg_reader *reader)
{
    reader->failed = true;
    xmlStopParser(reader->parser);
}

static void refuse(struct svg_reader *reader, const char *what, const char *hint)
{
    reader->refused = true;
    if (!may_tell(reader)) return;
    message_add(reader->messages, DRAWING_REFUSED, place_here(reader), "%s", what);
    if (hint) message_hint(reader->messages, "%s", hint);
}

static void on_error(void *data, xmlErrorPtr error)
{
    struct svg_reader *reader = data;
    if (reader->failed || error->level < XML_ERR_ERROR) return;
    size_t length = error->message ? strcspn(error->message, "\n") : 0;
    struct place place = {.source = reader->source, .line = error->line > 0 ? (unsigned)error->line : 1, .column = 1};
    message_add(reader->messages, IMAGE_DAMAGED, place, "this SVG file is not well-formed: %.*s",
                (int)(length < 200 ? length : 200), length ? error->message : "");
    stop(reader);
}

/* ---- elements ---- */

enum treatment { ELEMENT_KEPT, ELEMENT_SKIPPED, ELEMENT_OF_NO_USE };

static const char *const kept_elements[] = {"svg",     "g",        "path",    "rect", "line",  "circle",
                                            "ellipse", "polyline", "polygon", "text", "tspan", "defs", "clipPath",
                                            "use",     "symbol",   "switch"};

/* Never drawn where they stand; what refers to them is told. */
static const char *const skipped_elements[] = {"metadata", "title",   "desc", "linearGradient", "radialGradient",
                                               "pattern",  "marker",  "mask", "filter",         "style"};

static const char *const refused_elements[][2] = {
    {"image", "a picture in a drawing is not taken over; use it as an image of its own"},
    {"foreignObject", "export the texts as SVG text, not as HTML, or save the drawing as PNG at 300 dpi"},
    {"textPath", "text along a path is not taken over; convert it to outlines"},
    {"svg", "use a group instead of a drawing in a drawing"},
    {"a", "a figure holds no links; put the link in the text beside it"},
    {"script", NULL},
};

static bool is_in(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(name, names[i]) == 0) return true;
    }
    return false;
}

#define IS_IN(name, names) is_in((name), (names), sizeof(names) / sizeof *(names))

static const char *hint_for(const char *name)
{
    for (size_t i = 0; i < sizeof refused_elements / sizeof *refused_elements; i++) {
        if (strcmp(name, refused_elements[i][0]) == 0) return refused_elements[i][1];
    }
    return NULL;
}

static bool in_definitions(const struct svg_reader *reader)
{
    for (const struct node *node = reader->open; node; node = node->parent) {
        if (node_is(node, "defs")) return true;
    }
    return false;
}

/* Of a `switch` the first child is drawn that can be (SVG 2, 5.9). A text as HTML is one that cannot, here and on the site. */
static bool is_passed_over(struct svg_reader *reader, const char *name)
{
    bool choice = reader->open && node_get(reader->open, "data-switch");
    if (choice && strcmp(name, "foreignObject") == 0 && may_tell(reader))
        message_add(reader->messages, DRAWING_IGNORED, place_here(reader),
                    "the text as HTML (`foreignObject`) is left out, and what stands in its place drawn; expected texts of SVG");
    return choice && (reader->open->first || strcmp(name, "foreignObject") == 0);
}

static enum treatment treatment_of(struct svg_reader *reader, const char *name)
{
    bool first = !reader->root, svg = strcmp(name, "svg") == 0;
    if (IS_IN(name, skipped_elements)) return ELEMENT_SKIPPED;
    if (is_passed_over(reader, name)) return ELEMENT_SKIPPED;
    if (in_definitions(reader) && !IS_IN(name, kept_elements)) return ELEMENT_SKIPPED;
    return IS_IN(name, kept_elements) && first == svg ? ELEMENT_KEPT : ELEMENT_OF_NO_USE;
}

/* ---- attributes ---- */

static const char *const kept_attributes[] = {
    "viewBox", "width", "height", "x", "y", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2", "points", "d", "dx",
    "dy", "transform", "clip-path", "clip-rule", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width",
    "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity",
    "opacity", "color", "display", "font-size", "font-style", "font-weight", "text-anchor",
    "direction", "unicode-bidi"};

/* Of no effect, or one that the house's own style replaces: all text is set in its font. */
static const char *const dropped_attributes[] = {
    "id", "class", "version", "baseProfile", "role", "lang", "font-family", "font-stretch", "font-variant",
    "font-variant-caps", "font-variant-east-asian", "font-variant-ligatures", "font-variant-numeric",
    "font-variant-position", "font-feature-settings", "line-height", "text-align", "shape-rendering", "text-rendering",
    "image-rendering", "color-rendering", "color-interpolation", "color-interpolation-filters", "enable-background",
    "white-space", "isolation", "overflow", "pointer-events", "cursor", "tabindex", "focusable", "content",
    "contentStyleType", "contentScriptType", "zoomAndPan", "solid-color", "solid-opacity", "stop-color",
    "stop-opacity", "text-indent", "text-transform", "host", "style"};

static bool is_harmless(const char *value)
{
    static const char *const values[] = {
        "",         "none",  "normal",        "auto",     "inherit",        "visible", "inline", "0",
        "baseline", "start", "xMidYMid meet", "xMidYMid", "userSpaceOnUse", "1",       "lr-tb",  "horizontal-tb"};
    return IS_IN(value, values);
}

static bool is_local_url(const char *value)
{
    size_t length = strlen(value);
    return strncmp(value, "url(#", 5) == 0 && value[length - 1] == ')' && !strpbrk(value + 5, " '\"<>&");
}

/* A name, #rgb, #rrggbb or rgb() of whole numbers: what style/ reads as browsers do. */
static bool is_plain_colour(const char *value)
{
    size_t length = strlen(value), letters = strspn(value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (*value == '#')
        return (length == 4 || length == 7) && strspn(value + 1, "0123456789abcdefABCDEF") == length - 1;
    return letters == length || (strncmp(value, "rgb(", 4) == 0 && strspn(value + 4, "0123456789, )") == length - 4);
}

/* rgb() and rgba() with numbers or percentages, which not all that read a drawing know, as #rrggbb; what it lets through goes to
 * `*alpha`. NULL: it is something else. */
static const char *hex_of(struct arena *arena, const char *value, double *alpha)
{
    double parts[4] = {0, 0, 0, 1};
    size_t begin = strcspn(value, "(") + 1, count = 0;
    if (strncmp(value, "rgb", 3) != 0 || begin > 5 || !strchr(value, ')')) return NULL;
    for (const char *at = value + begin; count < 4 && *(at += strspn(at, " ,/")) && *at != ')'; count++) {
        char *end;
        parts[count] = strtod(at, &end);
        if (end == at || !isfinite(parts[count])) return NULL;
        if (*end == '%') parts[count] *= count < 3 ? 255 : 1, parts[count] /= 100, end++;
        at = end;
    }
    if (count < 3) return NULL;
    for (size_t i = 0; i < 3; i++) parts[i] = fmin(fmax(round(parts[i]), 0), 255);
    *alpha = fmin(fmax(parts[3], 0), 1);
    return arena_format(arena, "#%02x%02x%02x", (unsigned)parts[0], (unsigned)parts[1], (unsigned)parts[2]);
}

static bool is_one_of(const char *name, const char *one, const char *other)
{
    return strcmp(name, one) == 0 || strcmp(name, other) == 0;
}

static size_t numbers_in(const char *value)
{
    size_t count = 0;
    for (; *(value += strspn(value, " ,\t\r\n")); count++) value += strcspn(value, " ,\t\r\n");
    return count;
}

/* ---- lengths ---- */

/* CSS Values 3, 6.2: an inch is 96 pixels. */
static const struct { const char *name; double pixels; } units[] = {
    {"", 1}, {"px", 1}, {"in", 96}, {"cm", 96 / 2.54}, {"mm", 96 / 25.4}, {"pt", 96 / 72.0}, {"pc", 16}};

static bool is_length(const char *name)
{
    static const char *const names[] = {"width", "height", "x",  "y",  "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2",
                                        "y2", "dx", "dy", "font-size", "stroke-width", "stroke-dasharray",
                                        "stroke-dashoffset"};
    return IS_IN(name, names);
}

/* What 100% is (SVG 2, 8.9): a side of the view box, or its diagonal over the root of two. NAN: not known. */
static double whole_of(const struct node *root, const char *name)
{
    double sides[4] = {0};
    const char *box = root ? node_get(root, "viewBox") : NULL;
    for (int i = 0; box && i < 4; i++) {
        char *end;
        sides[i] = strtod(box += strspn(box, " ,\t\r\n"), &end);
        if (end == box) box = NULL;
        else box = end;
    }
    if (!box || strcmp(name, "font-size") == 0) return NAN;
    static const char *const across[] = {"width", "x", "cx", "rx", "x1", "x2", "dx"};
    static const char *const down[] = {"height", "y", "cy", "ry", "y1", "y2", "dy"};
    if (IS_IN(name, across)) return sides[2];
    return IS_IN(name, down) ? sides[3] : hypot(sides[2], sides[3]) / sqrt(2);
}

/* One length in pixels, of `length` bytes; NAN: none that is known. */
static double length_in_pixels(const char *text, size_t length, double whole)
{
    char one[32], *end;
    if (length >= sizeof one || !length || !strchr("0123456789.+-", *text) || strpbrk(text, "xX") == text + 1)
        return NAN;
    memcpy(one, text, length);
    one[length] = '\0';
    double number = strtod(one, &end);
    if (end == one || !isfinite(number)) return NAN;
    if (strcmp(end, "%") == 0) return number / 100 * whole;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strcmp(end, units[i].name) == 0) return number * units[i].pixels;
    }
    return NAN;
}

/* Lengths without units, as later rooms read them; NULL: one of them is none that is known. */
static const char *lengths_in_pixels(struct arena *arena, const char *value, double whole)
{
    struct buffer out = buffer_new(arena);
    for (; *(value += strspn(value, " ,\t\r\n"));) {
        size_t length = strcspn(value, " ,\t\r\n");
        double pixels = length_in_pixels(value, length, whole);
        if (!isfinite(pixels)) return NULL;
        buffer_add(&out, arena_format(arena, "%s%.8g", out.length ? " " : "", pixels));
        value += length;
    }
    return out.length ? buffer_text(&out) : NULL;
}

static void add_length(struct svg_reader *reader, struct node *node, const char *name, const char *value)
{
    bool root = node == reader->root;
    const char *pixels = lengths_in_pixels(reader->arena, value, root ? NAN : whole_of(reader->root, name));
    if (pixels) node_set(reader->arena, node, arena_string(reader->arena, name), pixels);
    else if (!root && !is_harmless(value))
        refuse(reader,
               arena_format(reader->arena, "`%s: %.40s`; expected a number, or one in mm, cm, in, pt, pc or px", name,
                            value),
               "write the length in pixels, or save the drawing as PNG at 300 dpi");
}

static bool check_value(struct svg_reader *reader, const struct node *node, const char *name, const char *value)
{
    enum { DASHES_MOST = 8 };
    bool text = node_is(node, "text") || node_is(node, "tspan");
    bool paint = is_one_of(name, "fill", "stroke"), clip = strcmp(name, "clip-path") == 0;
    bool place = is_one_of(name, "x", "y") || is_one_of(name, "dx", "dy");
    if (paint && strstr(value, "url("))
        refuse(reader, arena_format(reader->arena, "a gradient or pattern as `%s`; expected a colour", name),
               "use a plain colour, and lines drawn by hand where a pattern is needed");
    else if (paint && !is_plain_colour(value))
        refuse(reader, arena_format(reader->arena, "`%s: %.40s`; expected a colour such as `#0f4a61`", name, value),
               NULL);
    else if (strcmp(name, "font-size") == 0 && !strchr("0123456789.", *value))
        refuse(reader, arena_format(reader->arena, "`font-size: %.40s`; expected a number", value), NULL);
    else if (strcmp(name, "stroke-dasharray") == 0 && numbers_in(value) > DASHES_MOST)
        refuse(reader, "a line of more than eight dashes and gaps; expected fewer", NULL);
    else if (strcmp(name, "transform") == 0 && strstr(value, "deg"))
        refuse(reader, "a transform of CSS; expected one of SVG, as in `rotate(45)`", NULL);
    else if (clip && !is_local_url(value) && strcmp(value, "none") != 0)
        refuse(reader, "a clip-path that is no `clipPath` of the drawing; expected `url(#id)`", NULL);
    else if (text && place && numbers_in(value) > 1) /* letters are placed one by one */
        refuse(reader, "a text whose letters are placed one by one; expected one place for each line",
               "export the text as text, not letter by letter");
    else
        return true;
    return false;
}

static void ignore(struct svg_reader *reader, const char *name, const char *value)
{
    if (is_harmless(value) || !may_tell(reader)) return;
    message_add(reader->messages, DRAWING_IGNORED, place_here(reader),
                "`%s: %.40s` is left out; expected only what is drawn alike on the site and in print", name, value);
}

/* A colour as the other rooms read it; one that lets something through is one and an opacity. */
static const char *plain_paint(struct svg_reader *reader, struct node *node, const char *name, const char *value)
{
    double alpha;
    const char *hex = is_one_of(name, "fill", "stroke") ? hex_of(reader->arena, value, &alpha) : NULL;
    if (hex && alpha < 1)
        node_set(reader->arena, node, *name == 'f' ? "fill-opacity" : "stroke-opacity", arena_format(reader->arena, "%.4g", alpha));
    return hex ? hex : value;
}

static void add_attribute(struct svg_reader *reader, struct node *node, const char *name, const char *value)
{
    value = plain_paint(reader, node, name, value);
    bool reference = strcmp(name, "id") == 0 || (strcmp(name, "href") == 0 && node_is(node, "use"));
    if (strncmp(name, "on", 2) == 0 && strlen(name) > 2) {
        refuse(reader, arena_format(reader->arena, "the attribute `%s` runs a program; expected none", name), NULL);
    } else if (IS_IN(name, kept_attributes) || reference) {
        bool good = check_value(reader, node, name, value);
        if (good && is_length(name)) add_length(reader, node, name, value);
        else if (good)
            node_set(reader->arena, node, arena_string(reader->arena, name), value);
    } else if (*name != '-' && strncmp(name, "data-", 5) != 0 && strncmp(name, "aria-", 5) != 0 &&
               !IS_IN(name, dropped_attributes)) {
        ignore(reader, name, value);
    }
}

static const char *trimmed(struct arena *arena, const char *text, size_t length)
{
    while (length && strchr(" \t\r\n", *text)) text++, length--;
    while (length && strchr(" \t\r\n", text[length - 1])) length--;
    return arena_copy(arena, text, length);
}

/* `style="fill:#fff;stroke:none"`: declarations win from attributes (SVG 2, 6.6). */
static void add_declarations(struct svg_reader *reader, struct node *node, const char *style)
{
    if (strchr(style, '!')) refuse(reader, "`!important` in a style; expected declarations without it", NULL);
    while (*style) {
        size_t length = strcspn(style, ";"), name = strcspn(style, ":;");
        if (name < length)
            add_attribute(reader, node, trimmed(reader->arena, style, name),
                          trimmed(reader->arena, style + name + 1, length - name - 1));
        style += length + (style[length] == ';');
    }
}

/* libxml2 gives five pointers per attribute: name, prefix, namespace, first byte of the value, its end. */
static void add_attributes(struct svg_reader *reader, struct node *node, int count, const xmlChar **five)
{
    const char *style = NULL;
    struct svg_subject *subject = &reader->path[reader->depth - 1];
    *subject = (struct svg_subject){.name = node->name};
    for (int i = 0; i < count; i++, five += 5) {
        const char *name = (const char *)five[0];
        const char *value = arena_copy(reader->arena, (const char *)five[3], (size_t)(five[4] - five[3]));
        bool link = five[1] && strcmp((const char *)five[1], "xlink") == 0 && strcmp(name, "href") == 0;
        if (five[1] && !link) continue; /* of an editor's own, or of XML */
        if (strcmp(name, "id") == 0) subject->id = value;
        if (strcmp(name, "class") == 0) subject->classes = value;
        if (strcmp(name, "style") == 0) style = value;
        else if (!link || node_is(node, "use")) add_attribute(reader, node, name, value);
    }
    if (reader->sheet) add_declarations(reader, node, svg_sheet_match(reader->arena, reader->sheet, reader->path, reader->depth));
    if (style) add_declarations(reader, node, style);
}

/* ---- what the parser reports ---- */

static bool is_foreign(const xmlChar *uri)
{
    return uri && strcmp((const char *)uri, "http://www.w3.org/2000/svg") != 0;
}

static bool is_too_much(struct svg_reader *reader)
{
    if (++reader->count <= ELEMENTS_MOST && reader->depth < DEPTH_MOST) return false;
    message_add(reader->messages, IMAGE_TOO_LARGE, place_here(reader),
                "the drawing has more than %d elements, or more than %d in each other; expected a simpler one",
                ELEMENTS_MOST, DEPTH_MOST);
    stop(reader);
    return true;
}

/* Text comes in pieces; it ends with the next tag. */
static void end_text(struct svg_reader *reader)
{
    if (reader->skipped || !reader->text.length) return;
    const char *text = arena_copy(reader->arena, reader->text.data, reader->text.length);
    node_append(reader->open, node_text(reader->arena, text, reader->text_place));
    reader->text.length = 0;
}

static void on_start(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
                     const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attributes)
{
    (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted;
    struct svg_reader *reader = data;
    const char *name = (const char *)local;
    if (reader->failed || is_too_much(reader)) return;
    end_text(reader);
    enum treatment treatment = reader->skipped || is_foreign(uri) ? ELEMENT_SKIPPED : treatment_of(reader, name);
    if (!reader->root && treatment == ELEMENT_SKIPPED) treatment = ELEMENT_OF_NO_USE;
    if (treatment == ELEMENT_OF_NO_USE) {
        refuse(reader, arena_format(reader->arena, "the element `%.60s` cannot be drawn%s", name,
                                    reader->root ? "" : "; expected `svg`"), reader->root ? hint_for(name) : NULL);
    }
    if (!reader->root && treatment != ELEMENT_KEPT) stop(reader);
    if (treatment != ELEMENT_KEPT) {
        reader->skipped++;
        return;
    }
    bool choice = strcmp(name, "switch") == 0;
    struct node *node = node_element(reader->arena, choice ? "g" : element_find(name)->name, place_here(reader));
    if (choice) node_set(reader->arena, node, "data-switch", "");
    if (reader->open) node_append(reader->open, node);
    else reader->root = node;
    reader->open = node;
    reader->depth++;
    add_attributes(reader, node, attribute_count, attributes);
}

static void on_end(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
    (void)local, (void)prefix, (void)uri;
    struct svg_reader *reader = data;
    if (reader->failed) return;
    if (reader->skipped) {
        reader->skipped--;
        return;
    }
    end_text(reader);
    reader->open = reader->open->parent;
    reader->depth--;
}

static void on_characters(void *data, const xmlChar *bytes, int length)
{
    struct svg_reader *reader = data;
    bool text = node_is(reader->open, "text") || node_is(reader->open, "tspan");
    if (reader->failed || reader->skipped || !text || length <= 0) return;
    if (!reader->text.length) reader->text_place = place_here(reader);
    buffer_add_bytes(&reader->text, (const char *)bytes, (size_t)length);
}

/* Entities grow without bound, or read files. A document type alone, as many programs write, does nothing. */
static void on_entity(void *data, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id,
                      xmlChar *content)
{
    (void)type, (void)public_id, (void)system_id, (void)content;
    struct svg_reader *reader = data;
    if (reader->failed) return;
    refuse(reader,
           arena_format(reader->arena, "the file declares the entity `%.60s`; expected none", (const char *)name),
           "export it once more as plain SVG");
    stop(reader);
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    (void)data, (void)name, (void)external, (void)system;
}

/* ---- style sheets, which come before all else: a rule holds for what stands before it, too ---- */

static void on_sheet_start(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
                           const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attributes)
{
    (void)prefix, (void)namespace_count, (void)namespaces, (void)attribute_count, (void)defaulted, (void)attributes;
    struct svg_reader *reader = data;
    reader->skipped = !is_foreign(uri) && strcmp((const char *)local, "style") == 0;
}

static void on_sheet_text(void *data, const xmlChar *bytes, int length)
{
    struct svg_reader *reader = data;
    if (reader->skipped && length > 0) buffer_add_bytes(&reader->text, (const char *)bytes, (size_t)length);
}

static void on_sheet_end(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
    (void)local, (void)prefix, (void)uri;
    struct svg_reader *reader = data;
    reader->skipped = 0;
}

/* Where these words of a sheet stand in the file. */
static struct place place_of_words(const struct svg_reader *reader, const char *words)
{
    enum { ENOUGH = 60 };
    const char *excerpt = arena_copy(reader->arena, words, strcspn(words, "\n") < ENOUGH ? strcspn(words, "\n") : ENOUGH);
    const char *found = strstr(reader->source->text, excerpt);
    return found ? place_at(reader->source, (size_t)(found - reader->source->text)) : (struct place){.source = reader->source, .line = 1};
}

static bool read_sheets(struct svg_reader *reader)
{
    xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC, .startElementNs = on_sheet_start, .endElementNs = on_sheet_end,
                         .characters = on_sheet_text, .ignorableWhitespace = on_sheet_text, .cdataBlock = on_sheet_text,
                         .internalSubset = on_doctype};
    if (!strstr(reader->source->text, "<style") && !strstr(reader->source->text, ":style")) return true;
    xml_parse(&sax, reader, &reader->parser, reader->source->text, reader->source->length);
    const char *text = arena_string(reader->arena, buffer_text(&reader->text)), *fault = NULL, *at = text;
    reader->text.length = 0;
    reader->skipped = 0;
    reader->sheet = svg_sheet_read(reader->arena, NULL, text, &fault, &at);
    if (reader->sheet) return true;
    message_add(reader->messages, DRAWING_REFUSED, place_of_words(reader, at), "the style sheet of the drawing has %s; expected rules of plain names",
                fault);
    message_hint(reader->messages, "export it with presentation attributes instead of CSS, or save it as PNG at 300 dpi");
    return false;
}

/* ---- the door ---- */

static void parse(struct svg_reader *reader)
{
    xmlSAXHandler sax = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_characters,
        .ignorableWhitespace = on_characters,
        .cdataBlock = on_characters,
        .internalSubset = on_doctype,
        .entityDecl = on_entity,
        .serror = on_error,
    };
    xml_parse(&sax, reader, &reader->parser, reader->source->text, reader->source->length);
}

static bool expand_uses(struct svg_reader *reader)
{
    struct svg_use_fault fault = svg_use_expand(reader->arena, reader->root, ELEMENTS_MOST);
    for (struct node *node = reader->root; node; node = node_next(node, reader->root)) {
        if (node->name) node_set(reader->arena, node, "data-switch", NULL);
    }
    if (!fault.text) return true;
    message_add(reader->messages, DRAWING_REFUSED, fault.place, "%s; expected a copy of something that can be drawn", fault.text);
    message_hint(reader->messages, "unlink clones where the program can, or save the drawing as PNG at 300 dpi");
    return false;
}

/* The view box in four numbers, so that width and height are known where they are not given in pixels. */
static bool set_size(struct svg_reader *reader)
{
    struct arena *arena = reader->arena;
    struct node *root = reader->root;
    const char *width = node_get(root, "width"), *height = node_get(root, "height");
    const char *box = node_get(root, "viewBox"), *numbers[4];
    size_t count = 0;
    for (const char *at = box; at && *(at += strspn(at, " ,\t\r\n")) && count < 4; count++) {
        size_t length = strcspn(at, " ,\t\r\n");
        numbers[count] = arena_copy(arena, at, length);
        at += length;
    }
    if (!box && width && height) {
        node_set(arena, root, "viewBox", arena_format(arena, "0 0 %s %s", width, height));
        return true;
    }
    if (count != 4) return false;
    if (width && height) return true;
    double across = strtod(numbers[2], NULL), down = strtod(numbers[3], NULL);
    double scale = width ? strtod(width, NULL) / across : height ? strtod(height, NULL) / down : 1;
    if (!(across > 0 && down > 0 && isfinite(scale))) return false;
    node_set(arena, root, "width", arena_format(arena, "%.8g", across * scale));
    node_set(arena, root, "height", arena_format(arena, "%.8g", down * scale));
    return true;
}

struct node *document_read_drawing(struct arena *arena, const struct source *source, struct messages *messages)
{
    struct svg_reader reader = {
        .arena = arena, .source = source, .messages = messages, .text = buffer_new(arena)};
    reader.here = (struct place){.source = source, .line = 1, .column = 1};
    if (source->length > BYTES_MOST) {
        message_add(messages, IMAGE_TOO_LARGE, (struct place){.source = source},
                    "the drawing is larger than %d MiB; expected a simpler one", BYTES_MOST / 1024 / 1024);
        return NULL;
    }
    if (!read_sheets(&reader)) return NULL;
    parse(&reader);
    if (reader.failed || reader.refused || !reader.root) return NULL;
    if (!expand_uses(&reader)) return NULL;
    if (set_size(&reader)) return reader.root;
    message_add(messages, DRAWING_REFUSED, reader.root->place,
                "the drawing has no size; expected a `viewBox` of four numbers");
    return NULL;
}
