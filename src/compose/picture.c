#include "compose/picture.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"

struct picture picture_new(struct resolve *resolve, struct place place)
{
    struct node *svg = node_element(resolve->arena, "svg", place);
    return (struct picture){.resolve = resolve, .svg = svg, .into = svg, .place = place};
}

void picture_number(struct buffer *path, double number)
{
    buffer_add_number(path, number, 2);
}

void picture_point(struct buffer *path, const char *command, struct point point)
{
    buffer_add(path, command);
    picture_number(path, point.x);
    buffer_add_char(path, ' ');
    picture_number(path, point.y);
}

static void set_number(struct picture *picture, struct node *node, const char *name, double number)
{
    struct buffer out = buffer_new(picture->resolve->arena);
    picture_number(&out, number);
    node_set(picture->resolve->arena, node, name, arena_string(picture->resolve->arena, buffer_text(&out)));
}

void picture_finish(struct picture *picture, double height)
{
    struct arena *arena = picture->resolve->arena;
    struct buffer box = buffer_new(arena);
    buffer_format(&box, "0 0 %d ", PICTURE_WIDTH);
    picture_number(&box, height);
    node_set(arena, picture->svg, "viewBox", arena_string(arena, buffer_text(&box)));
    set_number(picture, picture->svg, "width", PICTURE_WIDTH);
    set_number(picture, picture->svg, "height", height);
}

/* ---- shapes ---- */

static struct node *shape(struct picture *picture, const char *name, const char *class)
{
    struct node *node = resolve_element(picture->resolve, name, class, NULL, picture->place);
    node_append(picture->into, node);
    return node;
}

void picture_text(struct picture *picture, const char *class, enum anchor anchor, struct point at, const char *text)
{
    static const char *const anchors[] = {[ANCHOR_MIDDLE] = "middle", [ANCHOR_END] = "end"};
    struct node *node = shape(picture, "text", class);
    set_number(picture, node, "x", at.x);
    set_number(picture, node, "y", at.y);
    set_number(picture, node, "font-size", PICTURE_LETTER);
    if (anchor != ANCHOR_START) node_set(picture->resolve->arena, node, "text-anchor", anchors[anchor]);
    node_append(node, node_text(picture->resolve->arena, text, picture->place));
}

struct node *picture_rectangle(struct picture *picture, const char *class, struct rectangle rectangle)
{
    struct node *node = shape(picture, "rect", class);
    set_number(picture, node, "x", rectangle.x);
    set_number(picture, node, "y", rectangle.y);
    set_number(picture, node, "width", rectangle.width);
    set_number(picture, node, "height", rectangle.height);
    return node;
}

struct node *picture_line(struct picture *picture, const char *class, struct point from, struct point to)
{
    struct node *node = shape(picture, "line", class);
    set_number(picture, node, "x1", from.x);
    set_number(picture, node, "y1", from.y);
    set_number(picture, node, "x2", to.x);
    set_number(picture, node, "y2", to.y);
    return node;
}

struct node *picture_path(struct picture *picture, const char *class, const char *data)
{
    struct node *node = shape(picture, "path", class);
    node_set(picture->resolve->arena, node, "d", data);
    return node;
}

void picture_dash(struct picture *picture, struct node *shape, const char *dashes)
{
    node_set(picture->resolve->arena, shape, "stroke-dasharray", dashes);
}

/* ---- texts ---- */

/* Widths in thousandths of the size, of a wide font (DejaVu Sans, which stands in where another is missing). */
static double advance(uint32_t c)
{
    static const struct {
        const char *characters;
        double width;
    } classes[] = {
        {"ijlI'|.,:;!", 0.34},
        {" fr()t[]/-", 0.42},
        {"mwMW%@", 0.98},
        {"ABCDEFGHKLNOPQRSTUVXYZ&", 0.76},
    };
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        if (c < 128 && strchr(classes[i].characters, (int)c)) return classes[i].width;
    }
    if (utf8_is_letter(c) && c >= 0x1100) return 1.05; /* ideographs and the like */
    return 0.64;
}

double picture_text_width(const char *text)
{
    double width = 0;
    for (size_t length; *text; text += length) width += advance(utf8_decode(text, &length));
    return width * PICTURE_LETTER;
}

/* As many bytes as fit in the width: whole words when one fits, else whole characters, at least one. */
static size_t fitting(const char *text, double width)
{
    size_t at = 0, word = 0, length;
    double used = 0;
    while (text[at]) {
        used += advance(utf8_decode(text + at, &length)) * PICTURE_LETTER;
        if (used > width && at > 0 && text[at] != ' ') return word ? word : at;
        if (text[at] == ' ') word = at;
        at += length;
        if (text[at - 1] == '-' || text[at - 1] == '/') word = at;
    }
    return at;
}

static const char *cut(struct arena *arena, const char *text, size_t length)
{
    while (length && text[length - 1] == ' ') length--;
    return arena_copy(arena, text, length);
}

struct lines picture_wrap(struct arena *arena, const char *text, double width, size_t most)
{
    struct lines lines = {.items = arena_array(arena, most, sizeof *lines.items)};
    text += strspn(text, " ");
    while (*text && lines.count < most) {
        size_t length = fitting(text, width);
        bool last = lines.count + 1 == most && text[length];
        if (last) length = fitting(text, width - PICTURE_LETTER);
        const char *line = cut(arena, text, length);
        lines.items[lines.count++] = last ? arena_format(arena, "%s…", line) : line;
        text += length;
        text += strspn(text, " ");
    }
    return lines;
}

double picture_inside(double x, double width)
{
    return fmax(fmin(x, PICTURE_WIDTH - width / 2), fmin(width, PICTURE_WIDTH) / 2);
}

double picture_lines(struct picture *picture, const char *class, enum anchor anchor, struct point top,
                     struct lines lines)
{
    for (size_t i = 0; i < lines.count; i++) {
        picture_text(picture, class, anchor, (struct point){top.x, top.y + 11}, lines.items[i]);
        top.y += PICTURE_LINE;
    }
    return top.y;
}
