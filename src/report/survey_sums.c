/* What the figures of a question say of each other: none larger than it can be, parts that make a whole, a mean that is
 * that of its answers. Figures are rounded, so that each may be half a unit of its last decimal off. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "report/load.h"

struct sums {
    struct reading *reading;
    const struct question *question;
    size_t told;
};

static const char *written(struct sums *sums, double value, int decimals)
{
    struct buffer out = buffer_new(sums->reading->loader->arena);
    number_write(&out, value, decimals, sums->reading->language->decimal_mark);
    return buffer_text(&out);
}

/* Notes that something is told. */
static bool may_tell(struct sums *sums)
{
    return ++sums->told;
}

static struct messages *messages_of(const struct sums *sums)
{
    return sums->reading->loader->messages;
}

/* ---- one figure ---- */

static void check_figure(struct sums *sums, const struct survey_value *figure)
{
    const struct question *question = sums->question;
    const char *value = figure->known ? written(sums, figure->value, figure->decimals) : "";
    bool count = question->unit == UNIT_COUNT;
    if (!figure->known) return;
    if (count && figure->decimals && may_tell(sums))
        message_add(messages_of(sums), SURVEY_FORM, figure->place,
                    "the question `%s` counts people, and `%s` is no whole number; expected one", question->id, value);
    else if (count && question->n && figure->value > (double)question->n && may_tell(sums))
        message_add(messages_of(sums), SURVEY_TOO_LARGE, figure->place,
                    "%s people gave this answer to `%s`, and n is %zu; expected no more than that", value, question->id,
                    question->n);
    else if (question->unit == UNIT_PERCENT && figure->value > 100 && may_tell(sums))
        message_add(messages_of(sums), SURVEY_TOO_LARGE, figure->place,
                    "`%s` is more than 100 percent; expected a part of the whole", value);
    else if (question->unit == UNIT_GRADE && figure->value > 10 && may_tell(sums))
        message_add(messages_of(sums), SURVEY_TOO_LARGE, figure->place, "`%s` is no grade; expected 0 to 10", value);
}

/* ---- parts of a whole ---- */

struct whole {
    double sum, slack; /* slack: by rounding */
    int decimals;
    size_t unknown;
    struct place place; /* of its first figure */
};

static void add_part(struct whole *whole, const struct survey_value *figure)
{
    if (!whole->place.source) whole->place = figure->place;
    whole->unknown += !figure->known;
    if (!figure->known) return;
    whole->sum += figure->value;
    whole->slack += 0.5 * pow(10, -figure->decimals);
    if (figure->decimals > whole->decimals) whole->decimals = figure->decimals;
}

static void check_percent(struct sums *sums, const struct whole *whole)
{
    double slack = whole->slack + 1e-6;
    bool over = whole->sum > 100 + slack, under = !whole->unknown && whole->sum < 100 - slack;
    if ((!over && !under) || !may_tell(sums)) return;
    message_add(messages_of(sums), SURVEY_SUM, whole->place,
                "the percentages of `%s` add up to %s; expected 100, but for rounding", sums->question->id,
                written(sums, whole->sum, whole->decimals));
    message_hint(messages_of(sums), "if one could give several answers, write `multiple: true`");
}

static void check_counts(struct sums *sums, const struct whole *whole)
{
    double n = (double)sums->question->n;
    bool over = whole->sum > n, under = !whole->unknown && whole->sum < n;
    if (n == 0 || (!over && !under) || !may_tell(sums)) return;
    message_add(messages_of(sums), SURVEY_SUM, whole->place,
                "the answers to `%s` add up to %s, and n is %s; expected n", sums->question->id,
                written(sums, whole->sum, 0), written(sums, n, 0));
    if (over) message_hint(messages_of(sums), "if one could give several answers, write `multiple: true`");
    else message_hint(messages_of(sums), "if some did not answer this question, give it an `n` of its own");
}

static void check_whole(struct sums *sums, const struct whole *whole)
{
    if (sums->question->unit == UNIT_PERCENT) check_percent(sums, whole);
    if (sums->question->unit == UNIT_COUNT) check_counts(sums, whole);
}

/* The bars of 100 percent are wholes themselves; of anything else each column is. The columns of counts are groups of
 * their own, whose n is not known. */
static void check_wholes(struct sums *sums)
{
    const struct question *question = sums->question;
    bool rows = question->chart == CHART_STACKED;
    size_t count = rows ? question->row_count : question->column_count;
    if (!rows && count > 1 && question->unit == UNIT_COUNT) return;
    for (size_t i = 0; i < count; i++) {
        struct whole whole = {0};
        size_t parts = rows ? question->column_count : question->row_count;
        for (size_t j = 0; j < parts; j++)
            add_part(&whole, rows ? &question->rows[i].values[j] : &question->rows[j].values[i]);
        check_whole(sums, &whole);
    }
}

/* ---- the mean ---- */

struct weights {
    double sum, total, least, most, slack; /* slack: what the mean may be off because percentages are rounded */
    bool complete;                         /* every grade is a number, every figure known */
};

static struct weights weigh(const struct question *question)
{
    struct weights weights = {.complete = true, .least = HUGE_VAL, .most = -HUGE_VAL};
    for (size_t i = 0; i < question->row_count; i++) {
        const struct survey_value *figure = &question->rows[i].values[0];
        struct number grade;
        if (!number_read_plain(question->rows[i].label, &grade)) return (struct weights){0};
        weights.complete &= figure->known;
        weights.sum += figure->value * grade.value;
        weights.total += figure->value;
        weights.least = fmin(weights.least, grade.value);
        weights.most = fmax(weights.most, grade.value);
        if (question->unit == UNIT_PERCENT) weights.slack += 0.5 * pow(10, -figure->decimals) / 100;
    }
    weights.slack *= (weights.most - weights.least) / 2;
    return weights;
}

static void check_mean(struct sums *sums)
{
    const struct question *question = sums->question;
    const struct survey_value *mean = &question->mean;
    if (!mean->known || question->chart != CHART_HISTOGRAM) return;
    struct weights weights = weigh(question);
    const char *value = written(sums, mean->value, mean->decimals);
    bool graded = weights.most > weights.least;
    if (graded && (mean->value < weights.least || mean->value > weights.most)) {
        message_add(messages_of(sums), SURVEY_TOO_LARGE, mean->place,
                    "the mean of `%s`, %s, lies outside its answers; expected it between the least and the greatest",
                    question->id, value);
        return;
    }
    if (!graded || !weights.complete || weights.total <= 0) return;
    double own = weights.sum / weights.total;
    if (fabs(own - mean->value) <= weights.slack + 0.5 * pow(10, -mean->decimals) + 1e-6) return;
    message_add(messages_of(sums), SURVEY_MEAN, mean->place,
                "the mean of `%s` is said to be %s, and its answers give %s; expected the same", question->id, value,
                written(sums, own, mean->decimals));
}

void survey_check_sums(struct reading *reading, const struct question *question, bool several)
{
    struct sums sums = {.reading = reading, .question = question};
    for (size_t i = 0; i < question->row_count; i++) {
        for (size_t j = 0; j < question->column_count; j++) check_figure(&sums, &question->rows[i].values[j]);
    }
    if (!several && question->chart != CHART_LINE && !sums.told) check_wholes(&sums);
    check_mean(&sums);
}
