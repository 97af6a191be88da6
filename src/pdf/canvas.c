#include "pdf/canvas.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>

struct canvas canvas_new(struct arena *arena, double page_height)
{
    return (struct canvas){.out = buffer_new(arena), .height = page_height, .state.line_width = -1};
}

/* By far the most frequent call: digits are made by hand. Numbers are bounded as a page is. */
void canvas_number(struct canvas *canvas, double number, int decimals)
{
    static const int64_t scales[] = {1, 10, 100, 1000, 10000, 100000};
    char digits[32];
    size_t at = sizeof digits;
    if (!isfinite(number)) number = 0;
    number = fmin(fmax(number, -1e6), 1e6);
    int64_t units = llround(number * (double)scales[decimals]);
    bool negative = units < 0, started = false;
    if (negative) units = -units;
    digits[--at] = ' ';
    for (int i = 0; i < decimals; i++, units /= 10) {
        if (!started && units % 10 == 0) continue;
        digits[--at] = (char)('0' + units % 10);
        started = true;
    }
    if (started) digits[--at] = '.';
    if (units == 0 && !started) digits[--at] = '0';
    for (; units; units /= 10) digits[--at] = (char)('0' + units % 10);
    if (negative) digits[--at] = '-';
    buffer_add_bytes(&canvas->out, digits + at, sizeof digits - at);
}

void canvas_point(struct canvas *canvas, double x, double y)
{
    canvas_number(canvas, x, 2);
    canvas_number(canvas, canvas->height - y, 2);
}

void canvas_operator(struct canvas *canvas, const char *name)
{
    buffer_add(&canvas->out, name);
    buffer_add_char(&canvas->out, '\n');
}

static bool same(struct colour a, struct colour b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void set_colour(struct canvas *canvas, struct colour colour, const char *grey, const char *rgb)
{
    bool is_grey = colour.red == colour.green && colour.green == colour.blue;
    canvas_number(canvas, colour.red / 255.0, 3);
    if (!is_grey) {
        canvas_number(canvas, colour.green / 255.0, 3);
        canvas_number(canvas, colour.blue / 255.0, 3);
    }
    canvas_operator(canvas, is_grey ? grey : rgb);
}

void canvas_set_fill(struct canvas *canvas, struct colour colour)
{
    if (canvas->state.fill_known && same(canvas->state.fill, colour)) return;
    set_colour(canvas, colour, "g", "rg");
    canvas->state.fill = colour;
    canvas->state.fill_known = true;
}

void canvas_set_stroke(struct canvas *canvas, struct colour colour, double width)
{
    if (!canvas->state.stroke_known || !same(canvas->state.stroke, colour)) set_colour(canvas, colour, "G", "RG");
    canvas->state.stroke = colour;
    canvas->state.stroke_known = true;
    if (canvas->state.line_width == width) return;
    canvas_number(canvas, width, 3);
    canvas_operator(canvas, "w");
    canvas->state.line_width = width;
}

void canvas_rectangle(struct canvas *canvas, double x, double y, double width, double height)
{
    canvas_point(canvas, x, y + height);
    canvas_number(canvas, width, 2);
    canvas_number(canvas, height, 2);
    canvas_operator(canvas, "re");
}

void canvas_open_text(struct canvas *canvas)
{
    if (!canvas->in_text) canvas_operator(canvas, "BT");
    canvas->in_text = true;
}

void canvas_close_text(struct canvas *canvas)
{
    if (canvas->in_text) canvas_operator(canvas, "ET");
    canvas->in_text = false;
}

void canvas_set_font(struct canvas *canvas, const struct typeface *face, double size)
{
    if (canvas->state.face == face && canvas->state.size == size) return;
    buffer_add_char(&canvas->out, '/');
    buffer_add(&canvas->out, face->name);
    buffer_add_char(&canvas->out, ' ');
    canvas_number(canvas, size, 3);
    canvas_operator(canvas, "Tf");
    canvas->state.face = face;
    canvas->state.size = size;
}

void canvas_save(struct canvas *canvas)
{
    canvas_operator(canvas, "q");
    assert(canvas->depth < CANVAS_DEPTH);
    canvas->saved[canvas->depth++] = canvas->state;
}

void canvas_restore(struct canvas *canvas)
{
    canvas_operator(canvas, "Q");
    canvas->state = canvas->saved[--canvas->depth];
}
