#include "base/place.h"

#include <string.h>

enum { APART = 1024 }; /* bytes from one milestone to the next */

/* The place of the byte at so many times APART, or of the first character that begins behind it. */
struct milestone {
    unsigned line, column;
};

/* Going through a source: the place of the character that begins at `offset`. */
struct walk {
    const struct source *source;
    size_t offset;
    unsigned line, column;
};

static bool begins_code_point(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

static void step(struct walk *walk)
{
    bool feed = walk->source->text[walk->offset] == '\n';
    walk->offset++;
    while (walk->offset < walk->source->length && !begins_code_point(walk->source->text[walk->offset])) walk->offset++;
    walk->column = feed ? 1 : walk->column + 1;
    walk->line += feed;
}

void source_set_milestones(struct arena *arena, struct source *source)
{
    size_t count = source->length / APART + 1, at = 0;
    struct milestone *milestones = arena_array(arena, count, sizeof *milestones);
    struct walk walk = {.source = source, .line = 1, .column = 1};
    for (;; step(&walk)) {
        while (at < count && walk.offset >= at * APART) milestones[at++] = (struct milestone){walk.line, walk.column};
        if (walk.offset >= source->length) break;
    }
    source->milestones = milestones;
}

/* The walk at the milestone before; the bytes between APART and the character that begins there belong to the one before. */
static struct walk from_milestone(const struct source *source, size_t index)
{
    struct walk walk = {.source = source, .offset = index * APART, .line = 1, .column = 1};
    if (!source->milestones) walk.offset = 0;
    else walk.line = source->milestones[index].line, walk.column = source->milestones[index].column;
    while (walk.offset < source->length && !begins_code_point(source->text[walk.offset])) walk.offset++;
    return walk;
}

struct place place_at(const struct source *source, size_t offset)
{
    if (offset > source->length) offset = source->length;
    size_t index = offset / APART;
    struct walk walk = from_milestone(source, index);
    if (walk.offset > offset && index > 0) walk = from_milestone(source, index - 1);
    while (walk.offset < offset) {
        struct walk next = walk;
        step(&next);
        if (next.offset > offset) break;
        walk = next;
    }
    return (struct place){.source = source, .line = walk.line, .column = walk.column};
}

static bool is_before(struct milestone milestone, struct place place)
{
    return milestone.line < place.line || (milestone.line == place.line && milestone.column <= place.column);
}

/* The last milestone that is not behind the place. */
static size_t milestone_before(struct place place)
{
    size_t low = 0, high = place.source->milestones ? place.source->length / APART + 1 : 1;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (is_before(place.source->milestones[middle], place)) low = middle;
        else high = middle;
    }
    return low;
}

const char *place_text(struct place place)
{
    if (!place.source || place.line == 0) return "";
    if (place.column == 0) place.column = 1;
    struct walk walk = from_milestone(place.source, milestone_before(place));
    while (walk.offset < place.source->length) {
        bool here = walk.column >= place.column || place.source->text[walk.offset] == '\n';
        if (walk.line == place.line && here) break;
        step(&walk);
    }
    return place.source->text + walk.offset;
}

const char *place_line(struct place place, size_t *length)
{
    *length = 0;
    place.column = 1;
    if (!place.source || place.line == 0) return "";
    const char *line = place_text(place);
    const char *end = place.source->text + place.source->length, *feed = memchr(line, '\n', (size_t)(end - line));
    *length = (size_t)((feed ? feed : end) - line);
    return line;
}
