/* Questions of a survey as figures, and what survey.yaml says of the whole. */
#include <string.h>

#include "compose/chart.h"

static struct cell cell_of(struct resolve *resolve, const struct question *question, const struct survey_value *figure)
{
    if (!figure->known) return (struct cell){.text = chart_word(resolve, "unknown")};
    bool percent = question->unit == UNIT_PERCENT;
    return (struct cell){figure->value, figure->decimals, true,
                         chart_figure(resolve, figure->value, figure->decimals, percent)};
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
        chart->mean =
            (struct cell){mean->value, mean->decimals, true, chart_figure(resolve, mean->value, mean->decimals, false)};
    chart_add_mean(resolve, chart);
    return chart;
}

static void add_head(struct resolve *resolve, struct node *row, const char *scope, const char *class, const char *text)
{
    node_set(resolve->arena, chart_add(resolve, row, "th", class, text), "scope", scope);
}

/* Plain answers have one column, named by what is counted; those of a bar of 100 percent stand below one another too.
 */
struct layout {
    bool plain, across;
    size_t rows, columns;
};

static struct layout layout_of(const struct chart *chart)
{
    bool across = chart->kind == CHART_STACKED && chart->row_count == 1 && !chart->rows[0];
    bool plain = across || (chart->series_count == 1 && !chart->series[0]);
    return (struct layout){plain, across, across ? chart->series_count : chart->row_count,
                           across ? 1 : chart->series_count};
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
    return cell->known && whole > 0 ? chart_figure(resolve, 100 * cell->value / whole, 0, true)
                                    : chart_word(resolve, "unknown");
}

static void add_table_head(struct resolve *resolve, struct node *table, const struct question *question,
                           const struct chart *chart)
{
    struct layout layout = layout_of(chart);
    struct node *row = chart_add(resolve, chart_add(resolve, table, "thead", NULL, NULL), "tr", NULL, NULL);
    const char *heading = question->heading;
    add_head(resolve, row, "col", NULL, heading ? heading : chart_word(resolve, layout.plain ? "answer" : "item"));
    for (size_t i = 0; i < layout.columns; i++)
        add_head(resolve, row, "col", "number", layout.plain ? unit_word(resolve, question) : chart->series[i]);
    if (layout.plain && question->unit == UNIT_COUNT)
        add_head(resolve, row, "col", "number", chart_word(resolve, "share"));
}

static struct node *table_of(struct resolve *resolve, const struct question *question, const struct chart *chart,
                             struct place place)
{
    struct node *table = resolve_element(resolve, "table", NULL, NULL, place);
    struct layout layout = layout_of(chart);
    add_table_head(resolve, table, question, chart);
    struct node *body = chart_add(resolve, table, "tbody", NULL, NULL);
    for (size_t i = 0; i < layout.rows; i++) {
        struct node *row = chart_add(resolve, body, "tr", NULL, NULL);
        add_head(resolve, row, "row", NULL, layout.across ? chart->series[i] : chart->rows[i]);
        for (size_t j = 0; j < layout.columns; j++)
            chart_add(resolve, row, "td", "number",
                      (layout.across ? chart_cell(chart, 0, i) : chart_cell(chart, i, j))->text);
        if (layout.plain && question->unit == UNIT_COUNT)
            chart_add(resolve, row, "td", "number",
                      share_of(resolve, chart, layout.across ? chart_cell(chart, 0, i) : chart_cell(chart, i, 0)));
    }
    return table;
}

static void tell_question(struct resolve *resolve, const struct survey *survey, const char *id, struct place place)
{
    const char **ids = arena_array(resolve->arena, survey->question_count, sizeof *ids);
    for (size_t i = 0; i < survey->question_count; i++) ids[i] = survey->questions[i].id;
    message_add(resolve->messages, UNKNOWN_QUESTION, place,
                "survey.yaml has no question `%s`; expected one that it has", id);
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
    struct node *figure = chart_open(resolve, chart, caption_of(resolve, question), place);
    chart_add_table(resolve, chart, figure, table_of(resolve, question, chart, place));
    node_set(resolve->arena, figure, "id", arena_format(resolve->arena, "question-%s", question->id));
    if (question->note) chart_add(resolve, figure, "p", "chart-note", question->note);
    return figure;
}

/* ---- the survey as a whole ---- */

static void add_fact(struct resolve *resolve, struct node *list, const char *key, const char *text)
{
    if (!text) return;
    struct node *fact = chart_add(resolve, list, "div", NULL, NULL);
    chart_add(resolve, fact, "dt", NULL, chart_word(resolve, key));
    chart_add(resolve, fact, "dd", NULL, text);
}

static struct node *facts_of(struct resolve *resolve, const struct survey *survey, struct place place)
{
    struct node *facts = resolve_element(resolve, "div", "survey", NULL, place);
    struct node *list = chart_add(resolve, facts, "dl", "facts", NULL);
    add_fact(resolve, list, "survey_title", survey->title);
    add_fact(resolve, list, "survey_population", survey->population);
    add_fact(resolve, list, "survey_n", survey->n ? chart_figure(resolve, (double)survey->n, 0, false) : NULL);
    add_fact(resolve, list, "survey_period", survey->period);
    if (!list->first) node_remove(list);
    if (survey->note) node_move_children(node_copy(resolve->arena, survey->note), facts);
    return facts;
}

struct node *survey_make(struct resolve *resolve, const struct block *block)
{
    const struct survey *survey = resolve->report ? resolve->report->survey : NULL;
    struct place place = block->aside->place;
    if (!survey) {
        message_add(resolve->messages, UNKNOWN_QUESTION, place,
                    "the report has no survey.yaml; expected one, with this question");
        return NULL;
    }
    if (!block->title) return facts_of(resolve, survey, place);
    const struct question *question = question_of(survey, block->title);
    if (!question) tell_question(resolve, survey, block->title, place);
    return question ? question_figure(resolve, question, place) : NULL;
}

void survey_check_used(struct resolve *resolve)
{
    const struct survey *survey = resolve->report ? resolve->report->survey : NULL;
    if (!survey) return;
    struct map *ids = resolve_ids(resolve);
    for (size_t i = 0; i < survey->question_count; i++) {
        const struct question *question = &survey->questions[i];
        if (map_get(ids, arena_format(resolve->arena, "question-%s", question->id))) continue;
        message_add(resolve->messages, QUESTION_UNUSED, question->place,
                    "no text shows the question `%s`; expected `> [!SURVEY] %s` in one", question->id, question->id);
    }
}
