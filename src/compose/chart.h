/* Charts: figures of a table or of a survey, drawn and told (inside compose/ only).
 *
 * Both sources become a `struct chart`; each kind has a file that draws it; the aria-label and the table of figures are
 * the same for all. */
#ifndef COMPOSE_CHART_H
#define COMPOSE_CHART_H

#include "compose/block.h"
#include "compose/picture.h"
#include "compose/resolve.h"
#include "report/report.h"

struct cell {
    double value;
    int decimals;
    bool known;
    const char *text; /* as it is shown; what is not known has the word for that */
};

/* A grid: a row for each bar, part, grade or point in time; a column for each series. The parts of a bar of 100 percent
 * are its series, those of a donut its rows. */
struct chart {
    enum chart_kind kind;
    const char *title;
    const char **rows; /* labels; of a single bar rows[0] may be NULL */
    size_t row_count;
    const char **series; /* labels; of a single one series[0] may be NULL */
    size_t series_count;
    struct cell *cells; /* [row_count * series_count], row by row */
    bool percent;       /* the figures are percentages */
    size_t n;           /* 0: not known */
    const char *source; /* the title of the table that has the figures; NULL: it stands below */
    struct cell mean;   /* of a histogram */
};

static inline const struct cell *chart_cell(const struct chart *chart, size_t row, size_t series)
{
    return &chart->cells[row * chart->series_count + series];
}

/* ---- from an author's block to a figure (chart.c, chart_survey.c) ---- */

/* `> [!CHART] Title {.kind}` with a table, or with `source=` the id of a table elsewhere. NULL: already told. */
make_block chart_make;

/* `> [!SURVEY] question`, or without a question what survey.yaml says of the whole. NULL: already told. */
make_block survey_make;

/* A figure with its caption and pictures; then its table, and other elements at the end of `parent`. */
struct node *chart_open(struct resolve *resolve, const struct chart *chart, const char *caption, struct place place);
void chart_add_table(struct resolve *resolve, const struct chart *chart, struct node *figure, struct node *table);
struct node *chart_add(struct resolve *resolve, struct node *parent, const char *name, const char *class,
                       const char *text);

/* Tells questions of the survey that no text shows. */
void survey_check_used(struct resolve *resolve);

/* ---- reading (chart_table.c) ---- */

struct chart_wish {
    enum chart_kind kind;
    const char *title;
    bool borrowed; /* the table stands elsewhere, and stays as it is */
};

/* The figures of a table, whose first column has the labels. Of lines, the columns are the points in time when there
 * are more of them than lines can be told apart. NULL: already told. */
struct chart *chart_of_table(struct resolve *resolve, struct node *table, struct chart_wish wish);

/* The mean of a histogram whose grades and counts are all numbers, unless it has one. */
void chart_add_mean(struct resolve *resolve, struct chart *chart);

/* ---- words (chart_words.c) ---- */

/* The word of that name under `chart`; a missing one is told and gives its name. */
const char *chart_word(struct resolve *resolve, const char *key);
/* The word with `{name}` filled in. */
const char *chart_phrase(struct resolve *resolve, const char *key, const char *name, const char *value);
/* A phrase with `{name}` filled in. */
const char *chart_fill(struct resolve *resolve, const char *phrase, const char *name, const char *value);
/* ',' or '.' */
char chart_decimal_mark(struct resolve *resolve);
/* "74,62", or "35%". */
const char *chart_figure(struct resolve *resolve, double value, int decimals, bool percent);
/* What the picture shows, in whole sentences (chart_alternative.c): its kind and title, the highest, the lowest, the way of a
 * line, what is not known, the mean. */
const char *chart_alternative(struct resolve *resolve, const struct chart *chart);

/* Of a picture that goes on in others: which of them it is, and the rows that it holds. */
struct chart_part {
    size_t number, count; /* from 1 on */
    size_t first, last;   /* rows */
};
const char *chart_part_words(struct resolve *resolve, const struct chart *chart, struct chart_part part);

/* ---- parts of a whole (chart_shares.c) ---- */

/* A part of a bar or ring of 100 percent. Those not known leave a gap: where they belong when they stand together, else
 * at the end, for then the place of the others is not known either. */
struct share {
    double from, to; /* 0 to 1 */
    bool gap;
    size_t index;
    const char *text; /* what stands in it; of a gap NULL */
};
struct shares {
    struct share items[CHART_MOST_SERIES + 1];
    size_t count;
};
/* A percentage is shown as the author wrote it. A share of a count is shown in whole percents that make 100 together, unless equal
 * counts would get unequal ones; what is not nothing is never "0%", what is not all never "100%". */
struct shares chart_shares(struct resolve *resolve, const struct chart *chart, const struct cell *cells, size_t count);

/* ---- drawing: a file for each kind ---- */

/* Where pictures go. One that would be taller than a page goes on in a second. */
struct sheet {
    struct resolve *resolve;
    struct node *pictures;
    struct place place;
    struct picture picture; /* the one that is being drawn; svg NULL: none */
    double y;               /* how far it has come */
    struct sheet_part {
        struct node *svg;
        size_t first, last; /* rows that it holds */
        struct sheet_part *next;
    } *first, *last;
};

/* Room for what is so high and must stand together; true: on a new picture. */
bool sheet_room(struct sheet *sheet, double height);
/* The same for a row of the chart. */
void sheet_row(struct sheet *sheet, size_t row, double height);
void sheet_end(struct sheet *sheet);

typedef void draw_chart(struct sheet *sheet, const struct chart *chart);
draw_chart draw_bars, draw_stacked, draw_donut, draw_histogram, draw_line;

#endif
