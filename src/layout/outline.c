#include "layout/outline.h"

#include <math.h>

struct outliner outliner_new(struct arena *arena, const struct matrix *matrix)
{
    struct outline *outline = arena_make(arena, struct outline);
    return (struct outliner){.arena = arena, .matrix = *matrix, .outline = outline};
}

static struct outline_step *add_step(struct outliner *outliner, enum step_kind kind)
{
    struct outline *outline = outliner->outline;
    outline->steps = arena_grow(outliner->arena, outline->steps, outline->count, &outliner->capacity,
                                sizeof *outline->steps);
    struct outline_step *step = &outline->steps[outline->count++];
    *step = (struct outline_step){.kind = kind};
    return step;
}

static void put(struct outliner *outliner, struct outline_step *step, int index, struct point point)
{
    const double farthest = 1e7;
    float *box = outliner->outline->box;
    matrix_apply(&outliner->matrix, &point.x, &point.y);
    /* What absurd transforms give stays a float; the order of the calls makes NaN a number too. */
    float x = (float)fmin(fmax(point.x, -farthest), farthest), y = (float)fmin(fmax(point.y, -farthest), farthest);
    bool first = outliner->outline->count == 1 && index == 0;
    step->points[index][0] = x;
    step->points[index][1] = y;
    box[0] = first ? x : fminf(box[0], x);
    box[1] = first ? y : fminf(box[1], y);
    box[2] = first ? x : fmaxf(box[2], x);
    box[3] = first ? y : fmaxf(box[3], y);
}

void outline_move(struct outliner *outliner, struct point to)
{
    put(outliner, add_step(outliner, STEP_MOVE), 0, to);
}

void outline_line(struct outliner *outliner, struct point to)
{
    put(outliner, add_step(outliner, STEP_LINE), 0, to);
}

void outline_curve(struct outliner *outliner, struct point first, struct point second, struct point to)
{
    struct outline_step *step = add_step(outliner, STEP_CURVE);
    put(outliner, step, 0, first);
    put(outliner, step, 1, second);
    put(outliner, step, 2, to);
}

void outline_close(struct outliner *outliner)
{
    add_step(outliner, STEP_CLOSE);
}

/* ---- arcs (SVG 2, appendix B.2) ---- */

struct ellipse {
    double rx, ry, cosine, sine; /* of its turn */
    struct point centre;
    double begin, sweep; /* angles */
};

/* The centre and the angles from the end points (B.2.4); radii that are too small are made to reach (B.2.5). */
static void find_centre(struct ellipse *ellipse, struct point from, struct point to, bool large, bool clockwise)
{
    double dx = (from.x - to.x) / 2, dy = (from.y - to.y) / 2;
    double x = ellipse->cosine * dx + ellipse->sine * dy, y = -ellipse->sine * dx + ellipse->cosine * dy;
    double reach = x * x / (ellipse->rx * ellipse->rx) + y * y / (ellipse->ry * ellipse->ry);
    if (reach > 1) ellipse->rx *= sqrt(reach), ellipse->ry *= sqrt(reach);
    double rx = ellipse->rx, ry = ellipse->ry, a = rx * rx * y * y + ry * ry * x * x;
    double factor = sqrt(fmax(0, rx * rx * ry * ry / a - 1)) * (large == clockwise ? -1 : 1);
    double cx = factor * rx * y / ry, cy = -factor * ry * x / rx;
    ellipse->centre.x = ellipse->cosine * cx - ellipse->sine * cy + (from.x + to.x) / 2;
    ellipse->centre.y = ellipse->sine * cx + ellipse->cosine * cy + (from.y + to.y) / 2;
    ellipse->begin = atan2((y - cy) / ry, (x - cx) / rx);
    ellipse->sweep = atan2((-y - cy) / ry, (-x - cx) / rx) - ellipse->begin;
    const double whole = 2 * acos(-1);
    if (clockwise && ellipse->sweep < 0) ellipse->sweep += whole;
    if (!clockwise && ellipse->sweep > 0) ellipse->sweep -= whole;
}

/* The point at an angle, moved by `along` times the tangent there. */
static struct point on_ellipse(const struct ellipse *ellipse, double angle, double along)
{
    double x = ellipse->rx * (cos(angle) - along * sin(angle)), y = ellipse->ry * (sin(angle) + along * cos(angle));
    return (struct point){ellipse->centre.x + ellipse->cosine * x - ellipse->sine * y,
                          ellipse->centre.y + ellipse->sine * x + ellipse->cosine * y};
}

static void add_pieces(struct outliner *outliner, const struct ellipse *ellipse, struct point to)
{
    int pieces = (int)ceil(fabs(ellipse->sweep) / acos(0) - 1e-9); /* of at most a quarter */
    if (pieces < 1) pieces = 1;
    double step = ellipse->sweep / pieces, along = 4.0 / 3 * tan(step / 4);
    for (int i = 0; i < pieces; i++) {
        double begin = ellipse->begin + i * step, end = begin + step;
        struct point target = i == pieces - 1 ? to : on_ellipse(ellipse, end, 0);
        outline_curve(outliner, on_ellipse(ellipse, begin, along), on_ellipse(ellipse, end, -along), target);
    }
}

void outline_arc(struct outliner *outliner, struct point from, struct arc arc, struct point to)
{
    struct ellipse ellipse = {.rx = fabs(arc.rx), .ry = fabs(arc.ry)};
    const double least = 1e-6;
    if (ellipse.rx < least || ellipse.ry < least || hypot(to.x - from.x, to.y - from.y) < least) {
        outline_line(outliner, to);
        return;
    }
    double turn = arc.turn * acos(-1) / 180;
    ellipse.cosine = cos(turn), ellipse.sine = sin(turn);
    find_centre(&ellipse, from, to, arc.large, arc.clockwise);
    add_pieces(outliner, &ellipse, to);
}
