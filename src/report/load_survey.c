/* survey.yaml: the questions of a survey, and the figures of their answers. */
#include <string.h>

#include "base/file.h"
#include "base/number.h"
#include "report/load.h"
#include "report/schema.h"

const char *const chart_kind_names[] = {
    [CHART_BARS] = "bars",           [CHART_STACKED] = "stacked", [CHART_DONUT] = "donut",
    [CHART_HISTOGRAM] = "histogram", [CHART_LINE] = "line",       [CHART_KIND_COUNT] = NULL};

enum chart_kind chart_kind_of(const char *name)
{
    enum chart_kind kind = 0;
    while (kind < CHART_KIND_COUNT && strcmp(chart_kind_names[kind], name) != 0) kind++;
    return kind;
}

/* One question that is being read. */
struct asking {
    struct reading *reading;
    const struct value *record;
    struct question *question;
};

/* ---- single values ---- */

static struct survey_value figure_of(const struct value *value)
{
    struct survey_value figure = {.place = value->place};
    struct number number;
    if (value->kind != VALUE_STRING || !number_read_plain(value->text, &number)) return figure;
    figure.value = number.value;
    figure.decimals = number.decimals;
    figure.known = true;
    return figure;
}

static size_t count_at(const struct value *map, const char *key)
{
    const struct value *value = value_get(map, key);
    size_t count = 0;
    if (!value || value->kind != VALUE_STRING || !form_is_count(value->text)) return 0;
    for (const char *c = value->text; *c; c++) count = count * 10 + (size_t)(*c - '0');
    return count;
}

static enum survey_unit unit_of(const char *name)
{
    if (name && strcmp(name, "count") == 0) return UNIT_COUNT;
    return name && strcmp(name, "grade") == 0 ? UNIT_GRADE : UNIT_PERCENT;
}

/* ---- the grid ---- */

static void refuse(const struct asking *asking, struct place place, const char *what)
{
    message_add(asking->reading->loader->messages, SURVEY_FORM, place, "the question `%s` %s", asking->question->id,
                what);
}

/* Answers are rows of one column; of a bar of 100 percent they are the columns of one row. */
static void load_answers(const struct asking *asking)
{
    struct arena *arena = asking->reading->loader->arena;
    struct question *question = asking->question;
    const struct value *list = value_list_at(asking->record, "answers");
    bool across = question->chart == CHART_STACKED;
    struct named *names = arena_array(arena, list->count, sizeof *names);
    struct survey_value *figures = arena_array(arena, list->count, sizeof *figures);
    question->column_count = across ? 0 : 1;
    question->columns = arena_array(arena, list->count + 1, sizeof *question->columns);
    question->rows = arena_array(arena, list->count + 1, sizeof *question->rows);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const char *label = value_text_at(arena, list->items[i], "label");
        const struct value *value = value_get(list->items[i], "value");
        if (!label || !value) continue; /* told */
        names[count] = (struct named){label, value_get(list->items[i], "label")->place};
        figures[count] = figure_of(value);
        if (across) question->columns[count] = label;
        else question->rows[count] = (struct survey_row){label, &figures[count]};
        count++;
    }
    *(across ? &question->column_count : &question->row_count) = count;
    if (across && count) question->rows[question->row_count++] = (struct survey_row){NULL, figures};
    names_check(asking->reading->loader, names, count, "answer");
}

static void load_columns(const struct asking *asking)
{
    struct arena *arena = asking->reading->loader->arena;
    struct question *question = asking->question;
    const struct value *list = value_list_at(asking->record, "columns");
    struct named *names = arena_array(arena, list->count, sizeof *names);
    question->columns = arena_array(arena, list->count, sizeof *question->columns);
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i]->kind != VALUE_STRING) continue;
        names[question->column_count] = (struct named){list->items[i]->text, list->items[i]->place};
        question->columns[question->column_count++] = list->items[i]->text;
    }
    names_check(asking->reading->loader, names, question->column_count, "column");
}

/* false: told. */
static bool load_row(const struct asking *asking, const struct value *record, struct survey_row *row)
{
    struct arena *arena = asking->reading->loader->arena;
    const struct question *question = asking->question;
    const struct value *values = value_list_at(record, "values");
    row->label = value_text_at(arena, record, "label");
    if (!row->label || !value_get(record, "values")) return false;
    if (values->count != question->column_count) {
        refuse(asking, value_place_at(record, "values"),
               arena_format(arena, "has %zu columns and here %zu figures; expected one for each column",
                            question->column_count, values->count));
        return false;
    }
    row->values = arena_array(arena, values->count, sizeof *row->values);
    for (size_t i = 0; i < values->count; i++) row->values[i] = figure_of(values->items[i]);
    return true;
}

static void load_rows(const struct asking *asking)
{
    struct arena *arena = asking->reading->loader->arena;
    struct question *question = asking->question;
    const struct value *list = value_list_at(asking->record, "rows");
    struct named *names = arena_array(arena, list->count, sizeof *names);
    load_columns(asking);
    question->rows = arena_array(arena, list->count, sizeof *question->rows);
    for (size_t i = 0; i < list->count; i++) {
        struct survey_row *row = &question->rows[question->row_count];
        if (!load_row(asking, list->items[i], row)) continue;
        names[question->row_count++] = (struct named){row->label, value_place_at(list->items[i], "label")};
    }
    names_check(asking->reading->loader, names, question->row_count, "row");
}

/* ---- what a chart can show ---- */

static void check_size(const struct asking *asking)
{
    const struct question *question = asking->question;
    struct arena *arena = asking->reading->loader->arena;
    bool parts = question->chart == CHART_DONUT, grades = question->chart == CHART_HISTOGRAM;
    size_t count = parts || grades ? question->row_count : question->column_count;
    size_t most = grades ? CHART_MOST_GRADES : CHART_MOST_SERIES;
    if (count <= most) return;
    refuse(asking, question->place,
           arena_format(arena, "has %zu %s, which a chart of the kind `%s` cannot tell apart; expected at most %zu",
                        count, parts || grades ? "answers" : "columns", chart_kind_names[question->chart], most));
    message_hint(asking->reading->loader->messages, "`chart: bars` shows any number of answers");
}

static void load_mean(const struct asking *asking)
{
    const struct value *mean = value_get(asking->record, "mean");
    if (!mean) return;
    asking->question->mean = figure_of(mean);
    if (asking->question->chart != CHART_HISTOGRAM)
        refuse(asking, value_place_at(asking->record, "mean"),
               "has a `mean`, which only a histogram shows; expected `chart: histogram`");
}

/* false: told, and there is nothing to check. */
static bool load_grid(const struct asking *asking)
{
    const struct value *record = asking->record;
    const struct question *question = asking->question;
    bool answers = value_get(record, "answers"), columns = value_get(record, "columns"),
         rows = value_get(record, "rows");
    bool plain = question->chart == CHART_DONUT || question->chart == CHART_HISTOGRAM;
    if (answers == (columns || rows) || columns != rows) {
        refuse(asking, question->place,
               answers
                   ? "has both `answers` and `columns` or `rows`; expected either `answers`, or `columns` and `rows`"
                   : "lacks its figures; expected either `answers`, or `columns` and `rows`");
        return false;
    }
    if (plain && !answers) {
        refuse(asking, question->place,
               "is drawn as a donut or a histogram, which shows one figure for each answer; expected `answers`");
        return false;
    }
    if (answers) load_answers(asking);
    else load_rows(asking);
    return question->row_count > 0 && question->column_count > 0;
}

/* ---- the whole ---- */

static void load_question(struct reading *reading, struct survey *survey, const struct member *member)
{
    struct arena *arena = reading->loader->arena;
    struct question *question = &survey->questions[survey->question_count++];
    struct asking asking = {reading, member->value, question};
    const char *chart = value_text_at(arena, member->value, "chart");
    size_t n = count_at(member->value, "n");
    question->id = member->key;
    question->place = member->place;
    question->text = value_text_at(arena, member->value, "text");
    if (!question->text) question->text = member->key; /* told */
    question->heading = value_text_at(arena, member->value, "heading");
    question->note = value_text_at(arena, member->value, "note");
    question->chart = chart ? chart_kind_of(chart) : CHART_BARS;
    question->unit = unit_of(value_text_at(arena, member->value, "unit"));
    question->n = n ? n : survey->n;
    if (question->chart == CHART_KIND_COUNT || member->value->kind != VALUE_MAP) return; /* told */
    if (!load_grid(&asking)) return;
    load_mean(&asking);
    check_size(&asking);
    survey_check_sums(reading, question, value_boolean_at(member->value, "multiple", false));
}

void load_survey(struct reading *reading)
{
    struct loader *loader = reading->loader;
    const struct value *file =
        folder_read_yaml(loader, file_join(loader->arena, reading->folder, "survey.yaml"), SCHEMA_SURVEY);
    if (!file) return;
    struct survey *survey = arena_make(loader->arena, struct survey);
    const struct value *questions = value_map_at(file, "questions");
    survey->title = value_text_at(loader->arena, file, "title");
    survey->population = value_text_at(loader->arena, file, "population");
    survey->period = value_text_at(loader->arena, file, "period");
    survey->n = count_at(file, "n");
    survey->note = value_markdown_at(loader, file, "note");
    survey->questions = arena_array(loader->arena, questions->count, sizeof *survey->questions);
    for (size_t i = 0; i < questions->count; i++) load_question(reading, survey, &questions->members[i]);
    reading->report->survey = survey;
}
