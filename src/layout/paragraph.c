#include "layout/paragraph.h"

#include <math.h>

#include "base/utf8.h"
#include "layout/direction.h"
#include "layout/setter.h"

struct feasible {
    struct position end, start; /* the line before ends, the line after starts */
    double before, after;       /* natural width of the text up to there */
    unsigned spaces_before, spaces_after;
    float extra; /* width of the hyphen */
    float penalty;
    bool hyphen, space, forced;
    /* the best way to get here */
    double demerits;
    size_t previous;
    size_t line; /* number of lines up to here */
};

/* Three attempts, each with more places to break than the one before: TeX's two, and one that prevents text from
 * running off the page. */
enum attempt { ATTEMPT_WORDS, ATTEMPT_HYPHENS, ATTEMPT_ANYWHERE };

/* TeX's measures, but for ragged lines, whose slack stands for the stretch of all spaces. */
/* A line that is bad at all costs less than one that breaks where nothing allows it. */
static const float penalty_for_hyphen = 120, penalty_after_mark = 15, penalty_nowrap = 2e6F, penalty_in_word = 4e6F;
static const double demerits_two_hyphens = 4000, worst_badness = 1e6, demerits_overfull = 1e16;
static const double demerits_short_end = 3e4, short_end = 0.14; /* a last line that is shorter, in shares of the room */
static const double ragged_stretch = 0.15;               /* of the line's width */
static const double space_stretch = 0.5, space_shrink = 0.2; /* of the space's width */
static const double good_slack = 0.2, good_ratio = 1.2;     /* lines that need no hyphens */
static const size_t furthest = 4000; /* places on one line; only text without any width has more */
static const double tolerance = 0.01;                        /* points: below this nothing is too wide */

struct breaker {
    struct setter *setter;
    const struct paragraph *paragraph;
    const struct text *text;
    struct feasibles *list;
    enum attempt attempt;
    bool justify;
    double space; /* width of one */
    double widest;
    size_t last_space; /* item: words behind it are the last word */
    bool overfull;     /* the best lines hold one that is too wide */
    bool bad;          /* or one that is not good */
};

/* ---- places ---- */

static struct feasible *add(struct breaker *breaker, struct position end, struct position start)
{
    struct feasibles *list = breaker->list;
    list->items = arena_grow(breaker->setter->work, list->items, list->count, &list->capacity, sizeof *list->items);
    struct feasible *feasible = &list->items[list->count++];
    *feasible = (struct feasible){.end = end, .start = start};
    return feasible;
}

static void add_after_item(struct breaker *breaker, size_t item, unsigned spaces, float penalty)
{
    struct position position = {item + 1, 0, 0};
    struct feasible *feasible = add(breaker, position, position);
    feasible->before = feasible->after = breaker->text->ends[item];
    feasible->spaces_before = feasible->spaces_after = spaces;
    feasible->penalty = penalty;
}

static void add_hyphen(struct feasible *feasible, const struct item *item)
{
    feasible->hyphen = true;
    feasible->extra = item->span->face->hyphen ? item->span->face->hyphen->width : 0;
}

static void add_in_word(struct breaker *breaker, size_t item, const struct hyphen_point *point, unsigned spaces)
{
    const struct text *text = breaker->text;
    struct position position = {item, point->glyph, point->byte};
    struct feasible *feasible = add(breaker, position, position);
    feasible->before = feasible->after = text->ends[item] - (double)text->items[item].width + (double)point->before;
    feasible->spaces_before = feasible->spaces_after = spaces;
}

static void add_point(struct breaker *breaker, size_t number, const struct hyphen_point *point, unsigned spaces)
{
    add_in_word(breaker, number, point, spaces);
    struct feasible *feasible = &breaker->list->items[breaker->list->count - 1];
    feasible->penalty = penalty_for_hyphen;
    add_hyphen(feasible, &breaker->text->items[number]);
}

/* The last word of a paragraph stays whole, unless it is wider than the line. */
static bool may_hyphenate(const struct breaker *breaker, size_t number)
{
    const struct item *item = &breaker->text->items[number];
    bool wide = (double)item->width > breaker->widest;
    return breaker->attempt != ATTEMPT_WORDS && item->hyphenate && (wide || number <= breaker->last_space);
}

/* A word that breaks between two letters shows a hyphen, for it is still one word to who reads or hears it. */
static bool between_letters(const struct word *word, const struct glyph *glyph)
{
    size_t bytes;
    return utf8_is_letter(utf8_decode(word->text + glyph[-1].cluster, &bytes)) &&
           utf8_is_letter(utf8_decode(word->text + glyph->cluster, &bytes));
}

/* A vowel sign, of Hebrew or Arabic, is a cluster of its own and stays with its letter. */
static bool stands_on_letter(const struct word *word, const struct glyph *glyph)
{
    return word->way & WAY_LEFT && glyph->advance <= 0;
}

/* Between any two glyphs that do not show one character together; hyphens keep their places. */
static void add_anywhere(struct breaker *breaker, size_t number, unsigned spaces)
{
    const struct word *word = breaker->text->items[number].word;
    unsigned hyphen = may_hyphenate(breaker, number) ? 0 : word->point_count;
    float before = 0;
    for (unsigned i = 0; i < word->glyph_count; i++) {
        const struct glyph *glyph = &word->glyphs[i];
        if (hyphen < word->point_count && word->points[hyphen].glyph == i) {
            add_point(breaker, number, &word->points[hyphen++], spaces);
        } else if (i > 0 && glyph->cluster > glyph[-1].cluster && !stands_on_letter(word, glyph)) {
            add_in_word(breaker, number, &(struct hyphen_point){i, glyph->cluster, before}, spaces);
            struct feasible *feasible = &breaker->list->items[breaker->list->count - 1];
            feasible->penalty = penalty_in_word;
            if (!breaker->text->items[number].verbatim && !(word->way & WAY_LEFT) && between_letters(word, glyph)) add_hyphen(feasible, &breaker->text->items[number]);
        }
        before += glyph->advance;
    }
}

static void add_parts(struct breaker *breaker, size_t number, unsigned spaces)
{
    const struct item *item = &breaker->text->items[number];
    bool hyphenate = may_hyphenate(breaker, number);
    if (hyphenate) lexicon_hyphenate(breaker->setter, item->word);
    if (breaker->attempt == ATTEMPT_ANYWHERE && (double)item->width > breaker->widest - tolerance) {
        add_anywhere(breaker, number, spaces);
        return;
    }
    for (unsigned i = 0; hyphenate && i < item->word->point_count; i++)
        add_point(breaker, number, &item->word->points[i], spaces);
}

static void add_word(struct breaker *breaker, size_t number, unsigned spaces)
{
    const struct item *item = &breaker->text->items[number];
    bool last_resort = breaker->attempt == ATTEMPT_ANYWHERE;
    add_parts(breaker, number, spaces);
    if (item->after != OPPORTUNITY_NONE) {
        add_after_item(breaker, number, spaces, penalty_after_mark);
        if (item->after == OPPORTUNITY_SOFT_HYPHEN)
            add_hyphen(&breaker->list->items[breaker->list->count - 1], item);
    } else if (last_resort && number + 1 < breaker->text->count && breaker->text->items[number + 1].kind == ITEM_WORD) {
        add_after_item(breaker, number, spaces, penalty_in_word);
    }
}

static void add_space(struct breaker *breaker, size_t number, unsigned spaces)
{
    const struct item *item = &breaker->text->items[number];
    if (item->after == OPPORTUNITY_NONE && breaker->attempt != ATTEMPT_ANYWHERE) return;
    struct feasible *feasible =
        add(breaker, (struct position){number, 0, 0}, (struct position){number + 1, 0, 0});
    feasible->before = breaker->text->ends[number] - (double)item->width;
    feasible->after = breaker->text->ends[number];
    feasible->spaces_before = spaces;
    feasible->spaces_after = spaces + 1;
    feasible->space = true;
    feasible->penalty = item->after == OPPORTUNITY_NONE ? penalty_nowrap : 0;
}

static void add_forced(struct breaker *breaker, size_t number, unsigned spaces)
{
    const struct text *text = breaker->text;
    struct feasible *feasible = add(breaker, (struct position){number, 0, 0}, (struct position){number + 1, 0, 0});
    feasible->before = feasible->after = number ? text->ends[number - 1] : 0;
    feasible->spaces_before = feasible->spaces_after = spaces;
    feasible->forced = true;
    feasible->space = number < text->count;
}

static void list_feasibles(struct breaker *breaker)
{
    const struct text *text = breaker->text;
    unsigned spaces = 0;
    breaker->list->count = 0;
    add(breaker, (struct position){0, 0, 0}, (struct position){0, 0, 0});
    for (size_t i = 0; i < text->count; i++) {
        switch (text->items[i].kind) {
        case ITEM_WORD: add_word(breaker, i, spaces); break;
        case ITEM_SPACE: add_space(breaker, i, spaces++); break;
        case ITEM_NEWLINE: add_forced(breaker, i, spaces); break;
        case ITEM_OBJECT:
            if (i + 1 < text->count && text->items[i + 1].kind == ITEM_OBJECT) add_after_item(breaker, i, spaces, 0);
            break;
        default: break;
        }
    }
    if (text->count && text->items[text->count - 1].kind != ITEM_NEWLINE) add_forced(breaker, text->count, spaces);
}

/* ---- the best lines ---- */

static float room_of(const struct paragraph *paragraph, size_t line)
{
    float room = paragraph->width;
    if (line == 0) room -= paragraph->indent;
    if (line < paragraph->inset_count) room -= paragraph->insets[line].left + paragraph->insets[line].right;
    return room > 0 ? room : 0;
}

static double badness(const struct breaker *breaker, double slack, double room, unsigned spaces)
{
    double stretch = ragged_stretch * room;
    if (breaker->justify) stretch = (slack < 0 ? space_shrink : space_stretch) * breaker->space * spaces;
    if (stretch <= 0) return slack < tolerance ? 0 : worst_badness;
    double ratio = fabs(slack) / stretch, bad = 100 * ratio * ratio * ratio;
    return bad < worst_badness ? bad : worst_badness;
}

/* What the line may be wider than its room. */
static double shrink_of(const struct breaker *breaker, unsigned spaces)
{
    return tolerance + (breaker->justify ? space_shrink * breaker->space * spaces : 0);
}

static double line_demerits(const struct breaker *breaker, const struct feasible *from, const struct feasible *to,
                            double slack, double room)
{
    bool free_end = to->forced && slack >= 0 && !breaker->paragraph->balance;
    double bad = free_end ? 0 : badness(breaker, slack, room, to->spaces_before - from->spaces_after);
    double demerits = (1 + bad) * (1 + bad) + (double)to->penalty * (double)to->penalty;
    if (from->hyphen && to->hyphen) demerits += demerits_two_hyphens;
    if (to->forced && from->line > 0 && room - slack < short_end * room) demerits += demerits_short_end;
    return demerits;
}

/* Finds the best line that ends at number `to`. Places before `first` are too far away for all that follow. */
static void find_best(struct breaker *breaker, size_t to, size_t *first)
{
    struct feasible *items = breaker->list->items, *end = &items[to];
    bool found = false;
    end->demerits = HUGE_VAL;
    if (to - *first > furthest) *first = to - furthest;
    for (size_t i = *first; i < to; i++) {
        const struct feasible *from = &items[i];
        double natural = end->before + (double)end->extra - from->after;
        double room = (double)room_of(breaker->paragraph, from->line), slack = room - natural;
        if (slack < -shrink_of(breaker, end->spaces_before - from->spaces_after)) {
            if (i == *first && i + 1 < to && natural - (double)end->extra > breaker->widest * 1.5) (*first)++;
            continue;
        }
        if (found && !end->forced && slack > room / 2) break;
        double demerits = from->demerits + line_demerits(breaker, from, end, slack, room);
        if (demerits >= end->demerits) continue;
        found = true;
        end->demerits = demerits;
        end->previous = i;
    }
    if (!found) {
        end->previous = to - 1;
        end->demerits = items[to - 1].demerits + demerits_overfull;
    }
    end->line = items[end->previous].line + 1;
    if (end->forced) *first = to;
}

static void judge(struct breaker *breaker)
{
    const struct feasible *items = breaker->list->items;
    breaker->overfull = breaker->bad = false;
    for (size_t i = breaker->list->count - 1; i > 0; i = items[i].previous) {
        const struct feasible *from = &items[items[i].previous], *to = &items[i];
        double room = (double)room_of(breaker->paragraph, from->line);
        double slack = room - (to->before + (double)to->extra - from->after);
        unsigned spaces = to->spaces_before - from->spaces_after;
        if (slack < -shrink_of(breaker, spaces)) breaker->overfull = true;
        if (to->forced) continue;
        double good = breaker->justify ? good_ratio * space_stretch * breaker->space * spaces : good_slack * room;
        if (slack > good) breaker->bad = true;
    }
}

static void attempt(struct breaker *breaker, enum attempt number)
{
    breaker->attempt = number;
    list_feasibles(breaker);
    size_t first = 0;
    for (size_t i = 1; i < breaker->list->count; i++) find_best(breaker, i, &first);
    judge(breaker);
}

/* ---- the lines ---- */

static struct line make_line(const struct breaker *breaker, const struct feasible *from, const struct feasible *to)
{
    const struct paragraph *paragraph = breaker->paragraph;
    size_t number = from->line;
    float indent = number == 0 && !direction_begins_right(paragraph->text) ? paragraph->indent : 0;
    if (number < paragraph->inset_count) indent += paragraph->insets[number].left;
    return (struct line){.start = from->start,
                         .end = to->end,
                         .hyphen = to->hyphen,
                         .space = to->space,
                         .last = to->forced,
                         .width = (float)(to->before + (double)to->extra - from->after),
                         .indent = indent,
                         .room = room_of(paragraph, number),
                         .spaces = to->spaces_before - from->spaces_after};
}

static struct line *make_lines(const struct breaker *breaker, size_t *count)
{
    const struct feasible *items = breaker->list->items;
    size_t i = breaker->list->count - 1, line = items[i].line;
    struct line *lines = arena_array(breaker->setter->work, line, sizeof *lines);
    *count = line;
    for (; i > 0; i = items[i].previous) lines[--line] = make_line(breaker, &items[items[i].previous], &items[i]);
    return lines;
}

static size_t find_last_space(const struct text *text)
{
    for (size_t i = text->count; i-- > 0;) {
        if (text->items[i].kind == ITEM_SPACE) return i;
    }
    return 0;
}

static double widest_room(const struct paragraph *paragraph)
{
    return (double)(paragraph->indent < 0 ? paragraph->width - paragraph->indent : paragraph->width);
}

struct line *paragraph_break(struct setter *setter, const struct paragraph *paragraph, size_t *count)
{
    const struct computed *style = paragraph->style;
    struct breaker breaker = {.setter = setter,
                              .paragraph = paragraph,
                              .text = paragraph->text,
                              .list = &setter->feasibles,
                              .justify = style->text_align == ALIGN_JUSTIFY,
                              .space = (double)paragraph->text->root->face->space,
                              .widest = widest_room(paragraph),
                              .last_space = find_last_space(paragraph->text)};
    attempt(&breaker, ATTEMPT_WORDS);
    if ((breaker.bad || breaker.overfull) && style->hyphens == HYPHENS_AUTO) attempt(&breaker, ATTEMPT_HYPHENS);
    if (breaker.overfull) attempt(&breaker, ATTEMPT_ANYWHERE);
    return make_lines(&breaker, count);
}
