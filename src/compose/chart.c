/* From an author's block to a figure: its caption, its picture and the table of its figures. */
#include "compose/chart.h"

#include <string.h>

enum { TALLEST = 560 }; /* of a picture, in user units: it must fit on a page */

/* ---- pictures ---- */

void sheet_end(struct sheet *sheet)
{
    if (!sheet->picture.svg) return;
    picture_finish(&sheet->picture, sheet->y);
    node_append(sheet->pictures, sheet->picture.svg);
    sheet->picture.svg = NULL;
}

static void add_part(struct sheet *sheet)
{
    struct sheet_part *part = arena_make(sheet->resolve->arena, struct sheet_part);
    part->svg = sheet->picture.svg;
    part->first = sheet->last ? sheet->last->last + 1 : 0;
    part->last = part->first;
    if (sheet->last) sheet->last->next = part;
    else sheet->first = part;
    sheet->last = part;
}

bool sheet_room(struct sheet *sheet, double height)
{
    if (sheet->picture.svg && sheet->y + height <= TALLEST) return false;
    sheet_end(sheet);
    sheet->picture = picture_new(sheet->resolve, sheet->place);
    sheet->y = 1;
    add_part(sheet);
    return true;
}

void sheet_row(struct sheet *sheet, size_t row, double height)
{
    sheet_room(sheet, height);
    sheet->last->last = row;
}

/* The first says what the whole shows; each of several says which rows it has. */
static void label_parts(struct sheet *sheet, const struct chart *chart)
{
    struct resolve *resolve = sheet->resolve;
    size_t count = 0, number = 0;
    for (const struct sheet_part *part = sheet->first; part; part = part->next) count++;
    for (const struct sheet_part *part = sheet->first; part; part = part->next) {
        struct chart_part own = {++number, count, part->first, part->last};
        const char *label = number == 1 ? chart_alternative(resolve, chart) : "";
        if (count > 1)
            label = arena_format(resolve->arena, "%s%s%s", label, *label ? " " : "", chart_part_words(resolve, chart, own));
        node_set(resolve->arena, part->svg, "role", "img");
        node_set(resolve->arena, part->svg, "aria-label", label);
    }
}

static void draw(struct resolve *resolve, const struct chart *chart, struct node *pictures)
{
    static draw_chart *const kinds[CHART_KIND_COUNT] = {[CHART_BARS] = draw_bars,
                                                        [CHART_STACKED] = draw_stacked,
                                                        [CHART_DONUT] = draw_donut,
                                                        [CHART_HISTOGRAM] = draw_histogram,
                                                        [CHART_LINE] = draw_line};
    struct sheet sheet = {.resolve = resolve, .pictures = pictures, .place = pictures->place};
    kinds[chart->kind](&sheet, chart);
    label_parts(&sheet, chart);
}

/* Tables of more rows than this may begin on one page and go on on the next, and so may their figure. */
enum { ROWS_TOGETHER = 14 };

struct node *chart_open(struct resolve *resolve, const struct chart *chart, const char *caption, struct place place)
{
    const char *class = arena_format(resolve->arena, "chart chart-%s", chart_kind_names[chart->kind]);
    struct node *figure = resolve_element(resolve, "figure", class, NULL, place);
    struct node *pictures = resolve_element(resolve, "div", "pictures", NULL, place);
    node_append(figure, resolve_element(resolve, "figcaption", NULL, caption, place));
    node_append(figure, pictures);
    draw(resolve, chart, pictures);
    return figure;
}

void chart_add_table(struct resolve *resolve, const struct chart *chart, struct node *figure, struct node *table)
{
    struct node *title = resolve_element(resolve, "caption", NULL, chart_word(resolve, "data"), table->place);
    if (chart->row_count > ROWS_TOGETHER) node_add_class(resolve->arena, figure, "long");
    if (table->first) node_insert_before(table->first, title);
    else node_append(table, title);
    node_append(figure, table);
}

struct node *chart_add(struct resolve *resolve, struct node *parent, const char *name, const char *class,
                       const char *text)
{
    struct node *node = resolve_element(resolve, name, class, text, parent->place);
    node_append(parent, node);
    return node;
}

/* ---- from a table ---- */

/* false: told. */
static bool kind_of(struct resolve *resolve, const struct block *block, enum chart_kind *kind)
{
    *kind = block->variant ? chart_kind_of(block->variant) : CHART_BARS;
    if (*kind != CHART_KIND_COUNT) return true;
    message_add(resolve->messages, CHART_FORM, block->aside->place,
                "a chart is of one kind, and this says `%s`; expected one of them", block->variant);
    return false;
}

/* The tables that have an id, made already or still in their block. */
static void collect_tables(struct resolve *resolve)
{
    resolve->tables = map_new(resolve->arena);
    for (struct node *node = resolve->root; node; node = node_next(node, resolve->root)) {
        const char *block = node_is(node, "aside") ? node_get(node, "data-block") : NULL, *id = NULL;
        struct node *table = node;
        if (block && strcmp(block, "table") == 0) {
            id = node_get(node, "data-id");
            table = node_by_name(node, "table");
        } else if (node_is(node, "table") && node_get(node, "id") && strncmp(node_get(node, "id"), "table-", 6) == 0) {
            id = node_get(node, "id") + 6;
        }
        if (id && table) map_add(resolve->tables, id, table);
    }
}

/* The caption of a table, or the title of the block in which it still stands. */
static const char *title_of(struct resolve *resolve, const struct node *table)
{
    const struct node *caption = node_by_name(table, "caption");
    const char *title = caption ? node_string(resolve->arena, caption) : node_get(table->parent, "data-title");
    return title ? title : "";
}

static struct node *find_source(struct resolve *resolve, const struct block *block)
{
    if (!resolve->tables) collect_tables(resolve);
    struct node *table = map_get(resolve->tables, block->source);
    if (table) return table;
    message_add(resolve->messages, CHART_FORM, block->aside->place,
                "the report has no table `%s` to draw; expected the id of one, as in `[!TABLE] Title {#%s}`",
                block->source, block->source);
    const char *near = suggest(block->source, map_keys(resolve->tables), map_count(resolve->tables));
    if (near) message_hint(resolve->messages, "did you mean `source=%s`?", near);
    return NULL;
}

/* Drawn from a table that stands elsewhere: instead of the figures a line that leads to them. */
static struct node *make_borrowed(struct resolve *resolve, const struct block *block, enum chart_kind kind)
{
    struct node *table = find_source(resolve, block);
    struct chart *chart = table ? chart_of_table(resolve, table, (struct chart_wish){kind, block->title, true}) : NULL;
    if (!chart) return NULL;
    chart->source = title_of(resolve, table);
    struct node *figure = chart_open(resolve, chart, block->title, block->aside->place);
    struct node *note = chart_add(resolve, figure, "p", "chart-note", NULL);
    node_append(note, node_text(resolve->arena, arena_format(resolve->arena, "%s: ", chart_word(resolve, "source")),
                                note->place));
    struct node *link = chart_add(resolve, note, "a", NULL, NULL);
    node_set(resolve->arena, link, "href", arena_format(resolve->arena, "table:%s", block->source));
    return figure;
}

struct node *chart_make(struct resolve *resolve, const struct block *block)
{
    enum chart_kind kind;
    if (!kind_of(resolve, block, &kind)) return NULL;
    if (block->source) return make_borrowed(resolve, block, kind);
    struct node *table = node_by_name(block->aside, "table");
    struct chart *chart = chart_of_table(resolve, table, (struct chart_wish){kind, block->title, false});
    if (!chart) return NULL;
    node_remove(table);
    struct node *figure = chart_open(resolve, chart, block->title, block->aside->place);
    chart_add_table(resolve, chart, figure, table);
    return figure;
}
