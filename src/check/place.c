/* Where in a file a part of a passage stands. The tree knows the place of each of its texts; what lies between, escapes
 * and entities, the source knows: the same bytes are sought there, the same number of times. */
#include <string.h>

#include "base/utf8.h"
#include "check/passage.h"

enum { NEEDLE = 40, WINDOW = 65536 };

static const struct run *run_at(const struct passage *passage, size_t at)
{
    size_t low = 0, high = passage->run_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (passage->runs[middle].start <= at) low = middle;
        else high = middle;
    }
    return &passage->runs[low];
}

/* What of the bytes surely stands so in the source. */
static size_t needle_length(const char *text, size_t length)
{
    size_t needle = 0;
    while (needle < length && needle < NEEDLE && text[needle] && !strchr("\\&\n\t`*_[]<>|'\"", text[needle])) needle++;
    return needle ? needle : length > 0 && *text;
}

static const char *find(const char *text, const char *end, const char *needle, size_t length)
{
    while (length && text + length <= end) {
        const char *found = memchr(text, needle[0], (size_t)(end - text) - length + 1);
        if (!found || memcmp(found, needle, length) == 0) return found;
        text = found + 1;
    }
    return NULL;
}

static size_t count_between(const char *text, const char *end, const char *needle, size_t length)
{
    size_t count = 0;
    while ((text = find(text, end, needle, length))) text += length, count++;
    return count;
}

/* The end of what may hold the text: the line of a Markdown text, some lines of a value in YAML. */
static const char *end_of(const struct passage *passage, const struct source *source, const char *begin)
{
    const char *end = source->text + source->length;
    if (passage->kind == PASSAGE_DATA) return end - begin > WINDOW ? begin + WINDOW : end;
    const char *feed = memchr(begin, '\n', (size_t)(end - begin));
    return feed ? feed : end;
}

/* Where the search begins: what is told of a text comes mostly in its order, and a text may be long. */
static struct seeker start_of(const struct passage *passage, const struct run *run, size_t within)
{
    const struct seeker *last = passage->seeker;
    if (last && last->run == run && last->within <= within) return *last;
    const char *begin = place_text(run->place);
    return (struct seeker){.run = run, .found = begin, .end = end_of(passage, run->place.source, begin)};
}

struct place passage_place(const struct passage *passage, size_t at, size_t length)
{
    const struct run *run = run_at(passage, at);
    struct place place = run->place;
    if (!place.source || !place.line || !place.column) return place;
    const char *text = run->text, *needle = passage->text + at;
    size_t within = at - run->start, needed = needle_length(needle, strnlen(text + within, length));
    struct seeker from = start_of(passage, run, within);
    size_t before = count_between(text + from.within, text + within, needle, needed);
    const char *found = find(from.found, from.end, needle, needed);
    while (found && before-- > 0) found = find(found + needed, from.end, needle, needed);
    if (found && passage->seeker) *passage->seeker = (struct seeker){run, within, found, from.end};
    return found ? place_at(place.source, (size_t)(found - place.source->text)) : place;
}

struct place token_place(const struct passage *passage, const struct token *token)
{
    return passage_place(passage, token->at, token->length);
}
