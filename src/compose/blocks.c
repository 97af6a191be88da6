/* Boxed blocks: `> [!KIND] Title {#id .variant lang=en}` of authors, which content gives as aside[data-block], become the elements
 * of the finished document. The table below is all that is known about the kinds. */
#include <string.h>

#include "base/utf8.h"
#include "compose/block.h"
#include "compose/chart.h"

static make_block make_quote, make_table, make_cycle, make_letterhead, make_signature, make_numbered_figure, make_chart,
    make_survey, make_quoted;

/* A kind has an id and a language as it likes; variants and a source only those named here. */
static const struct kind {
    const char *name;
    const char *title, *about; /* for the manual: what stands behind the marker, and what the block is */
    make_block *make;
    bool needs_title;
    bool may_be_empty;    /* the title says it all */
    bool takes_source;    /* `source=…` */
    bool places_language; /* by itself, on a part of what it makes */
    const char *variants[6];
} kinds[] = {
    {.name = "quote",
     .title = "Speaker, role",
     .about = "What someone said; the speaker ends at the first comma, what follows is a role.",
     .make = make_quote, .places_language = true},
    {.name = "case",
     .title = "Title",
     .about = "An example from practice, in a box.",
     .make = make_case},
    {.name = "sidebar",
     .title = "Title",
     .about = "Background beside the text, in a box.",
     .make = make_sidebar, .needs_title = true},
    {.name = "table",
     .title = "Caption {#id}",
     .about = "One table with a number and a caption; `{.rows}` makes its first column the heads of the rows.",
     .make = make_table, .needs_title = true, .variants = {"rows"}},
    {.name = "cycle",
     .title = "Caption {#id}",
     .about = "One numbered list: the steps of a cycle, drawn as a figure.",
     .make = make_cycle, .needs_title = true},
    {.name = "norm",
     .title = "Norm 1 {#1}",
     .about = "The text of a norm that the report itself brings; `[](norm:1)` leads to it.",
     .make = make_norm, .needs_title = true},
    {.name = "expectation",
     .title = "Title",
     .about = "What the inspectorates expect, in italics.",
     .make = make_expectation},
    {.name = "letterhead",
     .title = "To whom",
     .about = "The head of a letter in an annex: below it address, place and date, subject.",
     .make = make_letterhead, .needs_title = true},
    {.name = "signature",
     .title = "Closing",
     .about = "The end of a letter: below it who signs.",
     .make = make_signature, .needs_title = true},
    {.name = "conclusion",
     .title = "Title",
     .about = "A conclusion, in a box.",
     .make = make_conclusion},
    {.name = "figure",
     .title = "Caption {#id}",
     .about = "One image, `![what there is to see](images/NAME)`; a paragraph below it describes it further.",
     .make = make_numbered_figure, .needs_title = true},
    {.name = "sources",
     .title = "",
     .about = "Where the list of sources of report.yaml goes.",
     .make = make_sources, .may_be_empty = true},
    /* charts */
    {.name = "chart",
     .title = "Caption {#id .line}",
     .about = "A table whose figures are drawn: labels in the first column, a series in each other one.",
     .make = make_chart,
     .needs_title = true,
     .may_be_empty = true,
     .takes_source = true,
     .variants = {"bars", "stacked", "donut", "histogram", "line"}},
    {.name = "survey",
     .title = "ID",
     .about = "A question of survey.yaml, drawn and as a table.",
     .make = make_survey, .may_be_empty = true},
    {.name = "quoted",
     .title = "report:ID#id",
     .about = "The words of another report, with its place and page; words written here are held against them.",
     .make = make_quoted, .may_be_empty = true, .places_language = true},
};

enum { KIND_COUNT = sizeof kinds / sizeof kinds[0], VARIANTS_MAX = sizeof kinds[0].variants / sizeof kinds[0].variants[0] };

/* ---- the kinds ---- */

static bool has_element(const struct node *node)
{
    for (const struct node *child = node->first; child; child = child->next) {
        if (child->name) return true;
    }
    return false;
}

/* `Jeugdige, 16 jaar`: who speaks, and behind the first comma in which role. */
static struct node *speaker(struct resolve *resolve, const char *title, struct place place)
{
    struct node *caption = resolve_element(resolve, "figcaption", NULL, NULL, place);
    const char *comma = strstr(title, ", ");
    const char *name = comma ? arena_copy(resolve->arena, title, (size_t)(comma - title)) : title;
    node_append(caption, resolve_element(resolve, "span", "speaker", name, place));
    if (!comma) return caption;
    node_append(caption, node_text(resolve->arena, ", ", place));
    node_append(caption, resolve_element(resolve, "span", "role", comma + 2, place));
    return caption;
}

static struct node *make_quote(struct resolve *resolve, const struct block *block)
{
    struct place place = block->aside->place;
    struct node *figure = resolve_element(resolve, "figure", "quote", NULL, place);
    struct node *quote = resolve_element(resolve, "blockquote", NULL, NULL, place);
    if (block->language) node_set(resolve->arena, quote, "lang", block->language); /* not that of the speaker's name */
    node_append(figure, quote);
    node_move_children(block->aside, quote);
    if (block->title) node_append(figure, speaker(resolve, block->title, place));
    if (block->id) node_set(resolve->arena, figure, "id", arena_format(resolve->arena, "quote-%s", block->id));
    return figure;
}

/* The words of another report, filled in or checked with the references. */
static struct node *make_quoted(struct resolve *resolve, const struct block *block)
{
    const char *source = block->title ? block->title : "", *hash = strchr(source, '#');
    if (strncmp(source, "report:", strlen("report:")) != 0 || !hash || !hash[1] || strchr(source, ' ')) {
        message_add(resolve->messages, BLOCK_CONTENT, block->aside->place,
                    "the first line does not say what is quoted: `%s`; expected `> [!QUOTED] report:ID#id`", source);
        message_hint(resolve->messages, "ID is the other report's folder, id such as `shortcoming-1a.1-2` or `quote-name`");
        return NULL;
    }
    struct block quote = {.aside = block->aside, .id = block->id, .language = block->language};
    struct node *figure = make_quote(resolve, &quote), *link = node_element(resolve->arena, "a", block->aside->place);
    struct node *caption = resolve_element(resolve, "figcaption", NULL, NULL, block->aside->place);
    node_add_class(resolve->arena, figure, "quoted");
    node_set(resolve->arena, figure, "data-quote", source);
    node_set(resolve->arena, link, "href", source);
    node_append(caption, link);
    node_append(figure, caption);
    return figure;
}

/* Lines of a letter below a first one: no landmark, for they are read where they stand. */
static struct node *make_lines(struct resolve *resolve, const struct block *block, const char *class,
                               const char *first_class)
{
    struct place place = block->aside->place;
    struct node *lines = resolve_element(resolve, "div", class, NULL, place);
    node_append(lines, resolve_element(resolve, "p", first_class, block->title, place));
    node_move_children(block->aside, lines);
    return lines;
}

/* A part that begins with a head is a letter as a whole: the words of who wrote it. */
static void mark_letter(struct resolve *resolve, struct node *aside)
{
    const struct node *before = aside->previous;
    while (before && !before->name) before = before->previous;
    bool first = !before || (node_heading_level(before) && before == resolve_title(aside->parent));
    if (first && node_is(aside->parent, "section")) node_add_class(resolve->arena, aside->parent, "letter");
}

static struct node *make_letterhead(struct resolve *resolve, const struct block *block)
{
    mark_letter(resolve, block->aside);
    return make_lines(resolve, block, "letterhead", "addressee");
}

/* A div ends the sections before it, so that the closing belongs to the letter and not to its last heading. */
static struct node *make_signature(struct resolve *resolve, const struct block *block)
{
    return make_lines(resolve, block, "signature", "closing");
}

/* The one element of that name that the block must hold; NULL: told. Footnotes may stand beside it. */
static struct node *only_child(struct resolve *resolve, const struct block *block, const char *name, const char *what)
{
    struct node *found = NULL;
    for (struct node *child = block->aside->first; child; child = child->next) {
        if (!child->name) continue;
        if (!found && node_is(child, name)) {
            found = child;
            continue;
        }
        message_add(resolve->messages, BLOCK_CONTENT, child->place, "something else stands in this block; expected %s and nothing else", what);
        return NULL;
    }
    if (!found) message_add(resolve->messages, BLOCK_CONTENT, block->aside->place, "the block is without content of its kind; expected %s", what);
    else node_remove(found);
    return found;
}

static void set_target(struct resolve *resolve, const struct block *block, struct node *element, const char *kind)
{
    node_set(resolve->arena, element, "data-kind", kind); /* resolve_numbers gives it its number */
    if (block->id) node_set(resolve->arena, element, "id", arena_format(resolve->arena, "%s-%s", kind, block->id));
}

static struct node *make_table(struct resolve *resolve, const struct block *block)
{
    struct node *table = only_child(resolve, block, "table", "one table");
    if (!table) return NULL;
    struct node *caption = resolve_element(resolve, "caption", NULL, block->title, block->aside->place);
    if (table->first) node_insert_before(table->first, caption);
    else node_append(table, caption);
    if (block->variant) node_set(resolve->arena, table, "class", block->variant);
    set_target(resolve, block, table, "table");
    return table;
}

/* The arrow that leads to the next step of the cycle, from the last one back to the first; what it says, the order of the
 * list and the caption say. */
static struct node *arrow(struct resolve *resolve, bool back, struct place place)
{
    static const char *const attributes[][2] = {
        {"class", "arrow"}, {"viewBox", "0 0 24 24"},   {"width", "24"},       {"height", "24"},
        {"fill", "none"},   {"stroke", "currentColor"}, {"stroke-width", "2"}, {"aria-hidden", "true"},
    };
    struct node *svg = node_element(resolve->arena, "svg", place);
    for (size_t i = 0; i < sizeof attributes / sizeof attributes[0]; i++)
        node_set(resolve->arena, svg, attributes[i][0], attributes[i][1]);
    struct node *path = node_element(resolve->arena, "path", place);
    node_set(resolve->arena, path, "d",
             back ? "M18 2V13C18 21 6 21 6 13V3M1 8L6 3L11 8" : "M12 3V21M5 14L12 21L19 14");
    node_append(svg, path);
    return svg;
}

static bool is_last_item(const struct node *item)
{
    do item = item->next;
    while (item && !node_is(item, "li"));
    return !item;
}

static void make_step(struct resolve *resolve, struct node *item)
{
    struct node *step = resolve_element(resolve, "div", "step", NULL, item->place);
    node_move_children(item, step);
    node_append(item, step);
    node_append(item, arrow(resolve, is_last_item(item), item->place));
}

static struct node *make_cycle(struct resolve *resolve, const struct block *block)
{
    struct node *steps = only_child(resolve, block, "ol", "one numbered list");
    if (!steps) return NULL;
    struct place place = block->aside->place;
    struct node *figure = resolve_element(resolve, "figure", "cycle", NULL, place);
    node_append(figure, resolve_element(resolve, "figcaption", NULL, block->title, place));
    node_append(figure, steps);
    node_set(resolve->arena, steps, "start", NULL);
    node_set(resolve->arena, steps, "class", "steps");
    for (struct node *item = steps->first; item; item = item->next) {
        if (node_is(item, "li")) make_step(resolve, item);
    }
    set_target(resolve, block, figure, "figure");
    return figure;
}

static struct node *make_numbered_figure(struct resolve *resolve, const struct block *block)
{
    struct node *figure = make_figure(resolve, block);
    if (figure) set_target(resolve, block, figure, "figure");
    return figure;
}

/* ---- charts: chart.c ---- */

static struct node *make_chart(struct resolve *resolve, const struct block *block)
{
    if (block->source && has_element(block->aside)) {
        message_add(resolve->messages, BLOCK_CONTENT, block->aside->place,
                    "this chart draws the table `%s`; expected nothing below its first line", block->source);
        return NULL;
    }
    struct node *table = block->source ? NULL : only_child(resolve, block, "table", "one table, or `source=` with the id of one elsewhere");
    if (table) node_append(block->aside, table);
    struct node *figure = table || block->source ? chart_make(resolve, block) : NULL;
    if (figure) set_target(resolve, block, figure, "figure");
    return figure;
}

/* The question's id is its name; whoever refers to it writes `question:id`. */
static struct node *make_survey(struct resolve *resolve, const struct block *block)
{
    struct node *figure = survey_make(resolve, block);
    if (figure && block->title) node_set(resolve->arena, figure, "data-kind", "figure");
    return figure;
}

/* ---- from one to the other ---- */

/* The words of the trade, which an author writes before looking them up. */
static const char *in_dutch(const char *name)
{
    static const char *const words[][2] = {{"citaat", "quote"}, {"casus", "case"},     {"casuistiek", "case"},
                                           {"kader", "sidebar"}, {"tabel", "table"},    {"figuur", "figure"},
                                           {"cyclus", "cycle"},  {"afbeelding", "figure"}, {"uitspraak", "quote"}, {"verwachting", "expectation"},
                                           {"conclusie", "conclusion"}, {"bronnen", "sources"},
                                           {"briefhoofd", "letterhead"}, {"ondertekening", "signature"},
                                           {"grafiek", "chart"}, {"diagram", "chart"},
                                           {"vragenlijst", "survey"}, {"enquete", "survey"}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(words[i][0], name) == 0) return words[i][1];
    }
    return NULL;
}

static void tell_unknown(struct resolve *resolve, const char *name, struct place place)
{
    const char *names[KIND_COUNT];
    struct buffer list = buffer_new(resolve->arena);
    for (size_t i = 0; i < KIND_COUNT; i++) {
        names[i] = kinds[i].name;
        buffer_format(&list, "%s`%s`", i == 0 ? "" : i + 1 < KIND_COUNT ? ", " : " or ",
                      utf8_upper(resolve->arena, names[i]));
    }
    message_add(resolve->messages, BLOCK_UNKNOWN, place, "there is no block `%s`; expected %s",
                utf8_upper(resolve->arena, name), buffer_text(&list));
    const char *nearest = in_dutch(name);
    if (!nearest) nearest = suggest(name, names, KIND_COUNT);
    if (nearest) message_hint(resolve->messages, "did you mean `[!%s]`?", utf8_upper(resolve->arena, nearest));
}

static const struct kind *find_kind(const char *name)
{
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (strcmp(kinds[i].name, name) == 0) return &kinds[i];
    }
    return NULL;
}

static bool is_variant(const struct kind *kind, const char *word, size_t length)
{
    for (size_t i = 0; i < VARIANTS_MAX && kind->variants[i]; i++) {
        if (strlen(kind->variants[i]) == length && strncmp(kind->variants[i], word, length) == 0) return true;
    }
    return false;
}

static void tell_variant(struct resolve *resolve, const struct kind *kind, const char *word, struct place place)
{
    struct buffer list = buffer_new(resolve->arena);
    size_t count = 0;
    for (; count < VARIANTS_MAX && kind->variants[count]; count++)
        buffer_format(&list, "%s`.%s`", count ? ", " : "one of ", kind->variants[count]);
    message_add(resolve->messages, BLOCK_ATTRIBUTE, place, "a %s has no variant `.%s`; expected %s", kind->name, word,
                count ? buffer_text(&list) : "none");
    const char *nearest = suggest(word, kind->variants, count);
    if (nearest) message_hint(resolve->messages, "did you mean `.%s`?", nearest);
}

/* What braces say that the kind does not have is told, and left out. */
static void check_attributes(struct resolve *resolve, const struct kind *kind, struct block *block)
{
    struct place place = block->aside->place;
    for (const char *word = block->variant; word && *word;) {
        size_t length = strcspn(word, " ");
        if (!is_variant(kind, word, length)) {
            tell_variant(resolve, kind, arena_copy(resolve->arena, word, length), place);
            block->variant = NULL;
            break;
        }
        word += length + strspn(word + length, " ");
    }
    if (block->source && !kind->takes_source)
        message_add(resolve->messages, BLOCK_ATTRIBUTE, place, "a %s has no `source=`; expected none", kind->name);
}

static bool check(struct resolve *resolve, const struct kind *kind, const struct block *block)
{
    if (!kind->may_be_empty && !has_element(block->aside)) {
        message_add(resolve->messages, BLOCK_CONTENT, block->aside->place, "this %s is empty; expected text below its first line", kind->name);
        return false;
    }
    if (block->title || !kind->needs_title) return true;
    message_add(resolve->messages, BLOCK_CONTENT, block->aside->place,
                "this %s has no title; expected `> [!%s] Title`", kind->name,
                utf8_upper(resolve->arena, kind->name));
    return false;
}

/* References to a block whose content is wrong are right. */
static void keep_target(struct resolve *resolve, const struct block *block, const char *name)
{
    bool table = strcmp(name, "table") == 0;
    bool figure = strcmp(name, "cycle") == 0 || strcmp(name, "figure") == 0 || strcmp(name, "chart") == 0;
    if (table || figure) set_target(resolve, block, block->aside, table ? "table" : "figure");
    if (strcmp(name, "survey") == 0 && block->title)
        node_set(resolve->arena, block->aside, "id", arena_format(resolve->arena, "question-%s", block->title));
}

/* What stands in the block's place; the aside itself after a mistake. */
static struct node *change(struct resolve *resolve, struct node *aside)
{
    const char *name = node_get(aside, "data-block");
    struct block *block = arena_make(resolve->arena, struct block);
    *block = (struct block){.aside = aside, .title = node_get(aside, "data-title"), .id = node_get(aside, "data-id")};
    block->variant = node_get(aside, "data-variant");
    block->source = node_get(aside, "data-source");
    block->language = node_get(aside, "lang");
    if (block->title && !*block->title) block->title = NULL;
    const struct kind *kind = find_kind(name);
    if (!kind) tell_unknown(resolve, name, aside->place);
    if (kind) check_attributes(resolve, kind, block);
    if (!kind || !check(resolve, kind, block)) return aside;
    struct node *made = kind->make(resolve, block);
    if (!made) keep_target(resolve, block, name);
    if (!made) return aside;
    if (block->language && !kind->places_language) node_set(resolve->arena, made, "lang", block->language);
    node_replace(aside, made);
    return made;
}

void resolve_blocks(struct resolve *resolve)
{
    for (struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        if (node_is(node, "aside") && node_get(node, "data-block") && node != resolve->root)
            node = change(resolve, node);
    }
    box_number_titles(resolve);
    figure_check_outside(resolve);
}

/* ---- for the manual ---- */

static struct value *kind_value(struct arena *arena, const struct kind *kind)
{
    struct value *map = value_map(arena);
    struct buffer variants = buffer_new(arena);
    for (size_t i = 0; i < VARIANTS_MAX && kind->variants[i]; i++)
        buffer_format(&variants, "%s`.%s`", i ? ", " : "", kind->variants[i]);
    value_set(arena, map, "marker", value_string(arena, utf8_upper(arena, kind->name)));
    value_set(arena, map, "title", value_string(arena, kind->title));
    value_set(arena, map, "about", value_string(arena, kind->about));
    value_set(arena, map, "variants", value_string(arena, buffer_text(&variants)));
    return map;
}

struct value *block_forms(struct arena *arena)
{
    struct value *list = value_list(arena);
    for (size_t i = 0; i < KIND_COUNT; i++) value_append(arena, list, kind_value(arena, &kinds[i]));
    return list;
}
