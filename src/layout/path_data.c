/* Path data as an outline (SVG 2, 9.3). */
#include <string.h>

#include "layout/outline.h"

struct path_reader {
    struct outliner *outliner;
    const char *at;
    struct point here, start, control; /* control: of the last curve, for S and T */
    char last;                         /* command, in upper case */
};

static bool read_point(struct path_reader *reader, bool relative, struct point *point)
{
    if (!notation_number(&reader->at, &point->x) || !notation_number(&reader->at, &point->y)) return false;
    if (relative) point->x += reader->here.x, point->y += reader->here.y;
    return true;
}

static void move_to(struct path_reader *reader, struct point to)
{
    outline_move(reader->outliner, to);
    reader->here = reader->start = to;
}

static void line_to(struct path_reader *reader, struct point to)
{
    outline_line(reader->outliner, to);
    reader->here = to;
}

static void curve_to(struct path_reader *reader, struct point first, struct point second, struct point to)
{
    outline_curve(reader->outliner, first, second, to);
    reader->control = second;
    reader->here = to;
}

/* A quadratic curve is a cubic one whose control points lie at two thirds of the way. */
static void quadratic_to(struct path_reader *reader, struct point control, struct point to)
{
    struct point from = reader->here;
    struct point first = {from.x + (control.x - from.x) * 2 / 3, from.y + (control.y - from.y) * 2 / 3};
    struct point second = {to.x + (control.x - to.x) * 2 / 3, to.y + (control.y - to.y) * 2 / 3};
    curve_to(reader, first, second, to);
    reader->control = control;
}

static struct point mirrored(const struct path_reader *reader, const char *commands)
{
    if (!reader->last || !strchr(commands, reader->last)) return reader->here;
    return (struct point){2 * reader->here.x - reader->control.x, 2 * reader->here.y - reader->control.y};
}

/* ---- commands ---- */

static bool read_arc(struct path_reader *reader, bool relative)
{
    struct arc arc;
    struct point to;
    const char **at = &reader->at;
    if (!notation_number(at, &arc.rx) || !notation_number(at, &arc.ry) || !notation_number(at, &arc.turn)) return false;
    if (!notation_flag(at, &arc.large) || !notation_flag(at, &arc.clockwise)) return false;
    if (!read_point(reader, relative, &to)) return false;
    outline_arc(reader->outliner, reader->here, arc, to);
    reader->here = to;
    return true;
}

static bool read_along(struct path_reader *reader, bool relative, bool horizontal)
{
    double value;
    struct point to = reader->here;
    if (!notation_number(&reader->at, &value)) return false;
    double *moved = horizontal ? &to.x : &to.y;
    *moved = relative ? *moved + value : value;
    line_to(reader, to);
    return true;
}

/* One set of arguments of a curve: C (three points), S and Q (two), T (one). */
static bool read_curve(struct path_reader *reader, bool relative, char command)
{
    struct point points[3];
    int count = command == 'C' ? 3 : command == 'T' ? 1 : 2;
    for (int i = 0; i < count; i++) {
        if (!read_point(reader, relative, &points[i])) return false;
    }
    if (command == 'C') curve_to(reader, points[0], points[1], points[2]);
    if (command == 'S') curve_to(reader, mirrored(reader, "CS"), points[0], points[1]);
    if (command == 'Q') quadratic_to(reader, points[0], points[1]);
    if (command == 'T') quadratic_to(reader, mirrored(reader, "QT"), points[0]);
    return true;
}

static bool read_set(struct path_reader *reader, char command, bool relative)
{
    struct point to;
    switch (command) {
    case 'H':
    case 'V': return read_along(reader, relative, command == 'H');
    case 'A': return read_arc(reader, relative);
    case 'M':
    case 'L':
        if (!read_point(reader, relative, &to)) return false;
        if (command == 'M') move_to(reader, to);
        else line_to(reader, to);
        return true;
    default: return read_curve(reader, relative, command);
    }
}

static bool more_arguments(struct path_reader *reader)
{
    notation_skip(&reader->at);
    return *reader->at && strchr("+-.0123456789", *reader->at);
}

static bool close_path(struct path_reader *reader)
{
    outline_close(reader->outliner);
    reader->here = reader->start;
    reader->last = 'Z';
    return true;
}

static bool read_command(struct path_reader *reader)
{
    notation_skip(&reader->at);
    char letter = *reader->at;
    bool relative = letter >= 'a' && letter <= 'z';
    char command = relative ? (char)(letter - 'a' + 'A') : letter;
    if (!command || !strchr("MLHVCSQTAZ", command)) return false;
    if (!reader->last && command != 'M') return false; /* a path begins with a move */
    reader->at++;
    if (command == 'Z') return close_path(reader);
    if (reader->last == 'Z' && command != 'M') move_to(reader, reader->here); /* what begins after a Z begins there */
    do {
        if (!read_set(reader, command, relative)) return false;
        reader->last = command;
        if (command == 'M') command = 'L'; /* further points of a move are lines */
    } while (more_arguments(reader));
    return true;
}

void outline_path(struct outliner *outliner, const char *data)
{
    struct path_reader reader = {.outliner = outliner, .at = data};
    while (read_command(&reader)) continue;
}
