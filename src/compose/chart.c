/* From an author's block to a figure: its caption, its picture and the table of its figures. */
#include "compose/chart.h"

#include <string.h>

enum { TALLEST = 560 }; /* of a picture, in user units: it must fit on a page */

/* ---- pictures ---- */

void sheet_end(struct sheet *sheet)
{
    if (!sheet->picture.svg) return;
    bool first = !node_by_name(sheet->figure, "svg");
    picture_finish(&sheet->picture, sheet->y, first ? sheet->label : sheet->label_further);
    node_append(sheet->figure, sheet->picture.svg);
    sheet->picture.svg = NULL;
}

bool sheet_room(struct sheet *sheet, double height)
{
    if (sheet->picture.svg && sheet->y + height <= TALLEST) return false;
    sheet_end(sheet);
    sheet->picture = picture_new(sheet->resolve, sheet->place);
    sheet->y = 1;
    return true;
}

static void draw(struct resolve *resolve, const struct chart *chart, struct node *figure)
{
    static draw_chart *const kinds[CHART_KIND_COUNT] = {[CHART_BARS] = draw_bars,
                                                        [CHART_STACKED] = draw_stacked,
                                                        [CHART_DONUT] = draw_donut,
                                                        [CHART_HISTOGRAM] = draw_histogram,
                                                        [CHART_LINE] = draw_line};
    struct sheet sheet = {.resolve = resolve, .figure = figure, .place = figure->place};
    sheet.label = chart_alternative(resolve, chart);
    sheet.label_further = chart_phrase(resolve, "further", "title", chart->title);
    kinds[chart->kind](&sheet, chart);
}

/* Tables of more rows than this may begin on one page and go on on the next, and so may their figure. */
enum { ROWS_TOGETHER = 14 };

static struct node *figure_of(struct resolve *resolve, const struct chart *chart, const char *caption, struct node *table)
{
    struct place place = table->place;
    const char *class = arena_format(resolve->arena, "chart chart-%s", chart_kind_names[chart->kind]);
    struct node *figure = resolve_element(resolve, "figure", class, NULL, place);
    if (chart->row_count > ROWS_TOGETHER) node_add_class(resolve->arena, figure, "long");
    node_append(figure, resolve_element(resolve, "figcaption", NULL, caption, place));
    draw(resolve, chart, figure);
    struct node *title = resolve_element(resolve, "caption", NULL, chart_word(resolve, "data"), place);
    if (table->first) node_insert_before(table->first, title);
    else node_append(table, title);
    node_append(figure, table);
    return figure;
}

/* ---- from a table ---- */

struct node *chart_make(struct resolve *resolve, struct node *aside, const char *title, const char *variant)
{
    enum chart_kind kind = variant ? chart_kind_of(variant) : CHART_BARS;
    struct node *table = node_by_name(aside, "table");
    if (kind == CHART_KIND_COUNT) {
        message_add(resolve->messages, CHART_FORM, aside->place, "a chart is of one kind, and this says `%s`; expected one of them", variant);
        return NULL;
    }
    struct chart *chart = chart_of_table(resolve, table, kind, title);
    if (!chart) return NULL;
    node_remove(table);
    return figure_of(resolve, chart, title, table);
}

/* ---- from a survey ---- */

static struct cell cell_of(struct resolve *resolve, const struct question *question, const struct survey_value *figure)
{
    if (!figure->known) return (struct cell){.text = chart_word(resolve, "unknown")};
    bool percent = question->unit == UNIT_PERCENT;
    return (struct cell){figure->value, figure->decimals, true, chart_figure(resolve, figure->value, figure->decimals, percent)};
}

static struct chart *chart_of_question(struct resolve *resolve, const struct question *question)
{
    struct chart *chart = arena_make(resolve->arena, struct chart);
    chart->kind = question->chart;
    chart->title = question->text;
    chart->row_count = question->row_count;
    chart->series_count = question->column_count;
    chart->series = question->columns;
    chart->percent = question->unit == UNIT_PERCENT;
    chart->n = question->n;
    chart->rows = arena_array(resolve->arena, chart->row_count, sizeof *chart->rows);
    chart->cells = arena_array(resolve->arena, chart->row_count * chart->series_count, sizeof *chart->cells);
    for (size_t i = 0; i < chart->row_count; i++) {
        chart->rows[i] = question->rows[i].label;
        for (size_t j = 0; j < chart->series_count; j++)
            chart->cells[i * chart->series_count + j] = cell_of(resolve, question, &question->rows[i].values[j]);
    }
    const struct survey_value *mean = &question->mean;
    if (mean->known)
        chart->mean = (struct cell){mean->value, mean->decimals, true, chart_figure(resolve, mean->value, mean->decimals, false)};
    chart_add_mean(resolve, chart);
    return chart;
}

static struct node *add(struct resolve *resolve, struct node *parent, const char *name, const char *class, const char *text)
{
    struct node *node = resolve_element(resolve, name, class, text, parent->place);
    node_append(parent, node);
    return node;
}

static void add_head(struct resolve *resolve, struct node *row, const char *scope, const char *class, const char *text)
{
    node_set(resolve->arena, add(resolve, row, "th", class, text), "scope", scope);
}

/* Plain answers have one column, named by what is counted; those of a bar of 100 percent stand below one another too. */
struct layout {
    bool plain, across;
    size_t rows, columns;
};

static struct layout layout_of(const struct chart *chart)
{
    bool across = chart->kind == CHART_STACKED && chart->row_count == 1 && !chart->rows[0];
    bool plain = across || (chart->series_count == 1 && !chart->series[0]);
    return (struct layout){plain, across, across ? chart->series_count : chart->row_count, across ? 1 : chart->series_count};
}

static const char *unit_word(struct resolve *resolve, const struct question *question)
{
    static const char *const keys[] = {[UNIT_PERCENT] = "share", [UNIT_COUNT] = "count", [UNIT_GRADE] = "grade"};
    return chart_word(resolve, keys[question->unit]);
}

/* Counts of one answer each are shown with their share of n too. */
static const char *share_of(struct resolve *resolve, const struct chart *chart, const struct cell *cell)
{
    double sum = 0;
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++) sum += chart->cells[i].value;
    double whole = chart->n ? (double)chart->n : sum;
    return cell->known && whole > 0 ? chart_figure(resolve, 100 * cell->value / whole, 0, true) : chart_word(resolve, "unknown");
}

static void add_table_head(struct resolve *resolve, struct node *table, const struct question *question, const struct chart *chart)
{
    struct layout layout = layout_of(chart);
    struct node *row = add(resolve, add(resolve, table, "thead", NULL, NULL), "tr", NULL, NULL);
    const char *heading = question->heading;
    add_head(resolve, row, "col", NULL, heading ? heading : chart_word(resolve, layout.plain ? "answer" : "item"));
    for (size_t i = 0; i < layout.columns; i++)
        add_head(resolve, row, "col", "number", layout.plain ? unit_word(resolve, question) : chart->series[i]);
    if (layout.plain && question->unit == UNIT_COUNT) add_head(resolve, row, "col", "number", chart_word(resolve, "share"));
}

static struct node *table_of(struct resolve *resolve, const struct question *question, const struct chart *chart, struct place place)
{
    struct node *table = resolve_element(resolve, "table", NULL, NULL, place);
    struct layout layout = layout_of(chart);
    add_table_head(resolve, table, question, chart);
    struct node *body = add(resolve, table, "tbody", NULL, NULL);
    for (size_t i = 0; i < layout.rows; i++) {
        struct node *row = add(resolve, body, "tr", NULL, NULL);
        add_head(resolve, row, "row", NULL, layout.across ? chart->series[i] : chart->rows[i]);
        for (size_t j = 0; j < layout.columns; j++)
            add(resolve, row, "td", "number", (layout.across ? chart_cell(chart, 0, i) : chart_cell(chart, i, j))->text);
        if (layout.plain && question->unit == UNIT_COUNT)
            add(resolve, row, "td", "number", share_of(resolve, chart, layout.across ? chart_cell(chart, 0, i) : chart_cell(chart, i, 0)));
    }
    return table;
}

static void tell_question(struct resolve *resolve, const struct survey *survey, const char *id, struct place place)
{
    const char **ids = arena_array(resolve->arena, survey->question_count, sizeof *ids);
    for (size_t i = 0; i < survey->question_count; i++) ids[i] = survey->questions[i].id;
    message_add(resolve->messages, UNKNOWN_QUESTION, place, "survey.yaml has no question `%s`; expected one that it has", id);
    const char *near = suggest(id, ids, survey->question_count);
    if (near) message_hint(resolve->messages, "did you mean `%s`?", near);
}

static const struct question *question_of(const struct survey *survey, const char *id)
{
    for (size_t i = 0; i < survey->question_count; i++) {
        if (strcmp(survey->questions[i].id, id) == 0) return &survey->questions[i];
    }
    return NULL;
}

/* "Is je mening gevraagd? (n = 72)" */
static const char *caption_of(struct resolve *resolve, const struct question *question)
{
    if (!question->n) return question->text;
    const char *n = chart_phrase(resolve, "n", "number", chart_figure(resolve, (double)question->n, 0, false));
    return arena_format(resolve->arena, "%s (%s)", question->text, n);
}

static struct node *question_figure(struct resolve *resolve, const struct question *question, struct place place)
{
    struct chart *chart = chart_of_question(resolve, question);
    struct node *figure = figure_of(resolve, chart, caption_of(resolve, question), table_of(resolve, question, chart, place));
    node_set(resolve->arena, figure, "id", arena_format(resolve->arena, "question-%s", question->id));
    if (question->note) add(resolve, figure, "p", "chart-note", question->note);
    return figure;
}

/* ---- the survey as a whole ---- */

static void add_fact(struct resolve *resolve, struct node *list, const char *key, const char *text)
{
    if (!text) return;
    struct node *fact = add(resolve, list, "div", NULL, NULL);
    add(resolve, fact, "dt", NULL, chart_word(resolve, key));
    add(resolve, fact, "dd", NULL, text);
}

static struct node *facts_of(struct resolve *resolve, const struct survey *survey, struct place place)
{
    struct node *facts = resolve_element(resolve, "div", "survey", NULL, place);
    struct node *list = add(resolve, facts, "dl", "facts", NULL);
    add_fact(resolve, list, "survey_title", survey->title);
    add_fact(resolve, list, "survey_population", survey->population);
    add_fact(resolve, list, "survey_n", survey->n ? chart_figure(resolve, (double)survey->n, 0, false) : NULL);
    add_fact(resolve, list, "survey_period", survey->period);
    if (!list->first) node_remove(list);
    if (survey->note) node_move_children(node_copy(resolve->arena, survey->note), facts);
    return facts;
}

struct node *survey_make(struct resolve *resolve, struct node *aside, const char *id)
{
    const struct survey *survey = resolve->report ? resolve->report->survey : NULL;
    if (!survey) {
        message_add(resolve->messages, UNKNOWN_QUESTION, aside->place, "the report has no survey.yaml; expected one, with this question");
        return NULL;
    }
    if (!id) return facts_of(resolve, survey, aside->place);
    const struct question *question = question_of(survey, id);
    if (!question) tell_question(resolve, survey, id, aside->place);
    return question ? question_figure(resolve, question, aside->place) : NULL;
}

void survey_check_used(struct resolve *resolve)
{
    const struct survey *survey = resolve->report ? resolve->report->survey : NULL;
    if (!survey) return;
    struct map *ids = resolve_ids(resolve);
    for (size_t i = 0; i < survey->question_count; i++) {
        const struct question *question = &survey->questions[i];
        if (map_get(ids, arena_format(resolve->arena, "question-%s", question->id))) continue;
        message_add(resolve->messages, QUESTION_UNUSED, question->place, "no text shows the question `%s`; expected `> [!SURVEY] %s` in one",
                    question->id, question->id);
    }
}
