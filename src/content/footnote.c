/* Footnotes of one Markdown text. The library drops definitions that are never called and turns calls
 * without a definition back into text, both in silence; so the definitions are looked up in the source. */
#include "content/markdown.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum { LONGEST_NAME = 200, MOST_SUGGESTED = 100 };

/* The length of `[^name]` at `text`, or 0. */
static size_t call_length(const char *text, const char *end)
{
    if (end - text > LONGEST_NAME) end = text + LONGEST_NAME;
    if (end - text < 4 || text[0] != '[' || text[1] != '^') return 0;
    const char *at = text + 2;
    while (at < end && *at != ']' && !isspace((unsigned char)*at)) at++;
    return at < end && *at == ']' && at > text + 2 ? (size_t)(at - text) + 1 : 0;
}

/* Names are compared without case (CommonMark section 4.7 "case-insensitive match"), here of ASCII. */
static char *name_of(struct arena *arena, const char *call, size_t length)
{
    char *name = arena_copy(arena, call + 2, length - 3);
    for (char *c = name; *c; c++) *c = (char)tolower((unsigned char)*c);
    return name;
}

static void add_definition(struct markdown *markdown, struct definition definition)
{
    markdown->definitions = arena_grow(markdown->arena, markdown->definitions, markdown->definition_count,
                                       &markdown->definition_capacity, sizeof definition);
    markdown->definitions[markdown->definition_count++] = definition;
}

static void add_colonless(struct markdown *markdown, const char *name)
{
    markdown->colonless = arena_grow(markdown->arena, markdown->colonless, markdown->colonless_count,
                                     &markdown->colonless_capacity, sizeof *markdown->colonless);
    markdown->colonless[markdown->colonless_count++] = name;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void footnote_scan(struct markdown *markdown)
{
    const char *end = markdown->text + markdown->length;
    int number = 1;
    for (const char *line = markdown->text; line < end; number++) {
        const char *feed = memchr(line, '\n', (size_t)(end - line)), *stop = feed ? feed : end;
        const char *at = line;
        while (at < stop && strchr(" \t>-+*", *at)) at++;
        size_t length = call_length(at, stop);
        if (length && at + length < stop && at[length] == ':') {
            locator_go(&markdown->locator, number, (int)(at - line) + 1);
            add_definition(markdown, (struct definition){.name = name_of(markdown->arena, at, length),
                                                         .line = number,
                                                         .place = locator_here(&markdown->locator)});
        } else if (length && at == line && line > markdown->text && at[length] == ' ') {
            add_colonless(markdown, name_of(markdown->arena, at, length));
        }
        line = stop + 1;
    }
    if (markdown->colonless_count)
        qsort(markdown->colonless, markdown->colonless_count, sizeof *markdown->colonless, by_text);
}

struct definition *footnote_from_line(struct markdown *markdown, int line)
{
    size_t low = 0, high = markdown->definition_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (markdown->definitions[middle].line < line) low = middle + 1;
        else high = middle;
    }
    return low < markdown->definition_count ? &markdown->definitions[low] : NULL;
}

void footnote_skip_code(struct markdown *markdown, int first_line, int last_line)
{
    struct definition *definition = footnote_from_line(markdown, first_line);
    if (!definition) return;
    struct definition *end = markdown->definitions + markdown->definition_count;
    for (; definition < end && definition->line <= last_line; definition++) definition->code = true;
}

static int by_name_and_line(const void *a, const void *b)
{
    const struct definition *left = *(const struct definition *const *)a;
    const struct definition *right = *(const struct definition *const *)b;
    int order = strcmp(left->name, right->name);
    return order ? order : (left->line > right->line) - (left->line < right->line);
}

static void check_definition(struct markdown *markdown, const struct definition *definition,
                             const struct definition *first)
{
    bool again = first != definition;
    if (definition->kept || definition->meant) return;
    if (again)
        message_add(markdown->messages, FOOTNOTE_TWICE, definition->place,
                    "footnote [^%s] has a text on line %u already; expected one", definition->name, first->place.line);
    else
        message_add(markdown->messages, FOOTNOTE_UNUSED, definition->place,
                    "footnote [^%s] is never called; expected [^%s] somewhere in the text", definition->name,
                    definition->name);
}

void footnote_check(struct markdown *markdown)
{
    size_t count = 0;
    const struct definition **sorted = arena_array(markdown->arena, markdown->definition_count, sizeof *sorted);
    for (size_t i = 0; i < markdown->definition_count; i++) {
        if (!markdown->definitions[i].code) sorted[count++] = &markdown->definitions[i];
    }
    if (count) qsort(sorted, count, sizeof *sorted, by_name_and_line);
    for (size_t i = 0, first = 0; i < count; i++) {
        if (strcmp(sorted[first]->name, sorted[i]->name) != 0) first = i;
        check_definition(markdown, sorted[i], sorted[first]);
    }
}

static void suggest_name(struct markdown *markdown, const char *name)
{
    const char *names[MOST_SUGGESTED] = {0};
    size_t count = 0;
    for (; count < markdown->definition_count && count < MOST_SUGGESTED; count++)
        names[count] = markdown->definitions[count].name;
    const char *near = count == 1 ? names[0] : suggest(name, names, count);
    if (near) message_hint(markdown->messages, "did you mean [^%s]?", near);
    for (size_t i = 0; near && i < count; i++) markdown->definitions[i].meant |= markdown->definitions[i].name == near;
}

/* A call that was written with a backslash is meant as text. */
bool markdown_is_escaped(const struct markdown *markdown, struct place place)
{
    if (markdown->locator.fixed || place.column < 2) return false;
    return place_text(place)[-1] == '\\';
}

/* `[^name]` at the begin of a line without a colon is told there, and not at each call. */
static bool footnote_lacks_colon(const struct markdown *markdown, const char *name)
{
    return markdown->colonless_count && bsearch(&name, markdown->colonless, markdown->colonless_count,
                                                sizeof *markdown->colonless, by_text);
}

void footnote_check_text(struct markdown *markdown, const char *text)
{
    const char *end = text + strlen(text);
    for (const char *at = text; at < end; at++) {
        size_t length = call_length(at, end);
        if (!length) continue;
        struct place place = locator_here(&markdown->locator);
        bool found = locator_find_bytes(&markdown->locator, at, length, &place);
        if ((found && markdown_is_escaped(markdown, place))) continue;
        const char *name = name_of(markdown->arena, at, length);
        if (found && place.column == 1 && at[length] == ' ') {
            message_add(markdown->messages, FOOTNOTE_COLON, place,
                        "there is no colon behind [^%s] at the begin of the line; expected `[^%s]: …`", name, name);
            continue;
        }
        if (footnote_lacks_colon(markdown, name)) continue;
        message_add(markdown->messages, FOOTNOTE_UNDEFINED, place,
                    "footnote [^%s] has no text in this file; expected a line `[^%s]: …`", name, name);
        suggest_name(markdown, name);
    }
}
