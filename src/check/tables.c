/* Tables: a caption, and rows and columns that add up. */
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "check/checker.h"
#include "check/phrase.h"

enum { MOST_COLUMNS = 40 };

/* A cell that is a number, and nothing else but a sign. */
struct figure {
    const struct passage *passage; /* NULL: an empty cell */
    const struct token *token;     /* NULL: no number */
};

struct row {
    const struct node *node;
    struct figure cells[MOST_COLUMNS];
    size_t count;
    bool whole; /* no cell is joined with another, and none is missing */
};

struct table {
    const struct node *node;
    struct row *rows; /* without those of the head */
    size_t count, capacity;
    const struct passage *title; /* NULL when none */
};

/* ---- reading ---- */

static bool is_sign(const struct token *token)
{
    static const char *const signs[] = {"%", "(", ")", "+", NULL};
    return token->kind == TOKEN_MARK ? is_one_of(token->word, signs) : token->percent;
}

/* The one number of a cell that holds nothing else. */
static const struct token *figure_in(const struct passage *passage)
{
    const struct token *found = NULL;
    for (size_t i = 0; i < passage->token_count; i++) {
        const struct token *token = &passage->tokens[i];
        if (token->kind == TOKEN_NUMBER && !found) found = token;
        else if (token->kind == TOKEN_WORD && strcmp(token->word, passage->words->percent) == 0) continue;
        else if (!is_sign(token)) return NULL;
    }
    return found;
}

/* The passages of a table follow one another; gives the index behind those of this row. */
static size_t read_row(const struct passages *passages, size_t index, const struct node *node, struct row *row)
{
    row->node = node;
    row->whole = true;
    for (const struct node *cell = node->first; cell; cell = cell->next) {
        struct figure figure = {0};
        while (index < passages->count && passages->items[index].node != cell &&
               passages->items[index].kind == PASSAGE_ADDRESS)
            index++;
        if (index < passages->count && passages->items[index].node == cell)
            figure = (struct figure){&passages->items[index], figure_in(&passages->items[index])}, index++;
        const char *text = figure.passage ? figure.passage->text : "";
        bool joined =
            node_get(cell, "colspan") || node_get(cell, "rowspan") || strcmp(text, "<") == 0 || strcmp(text, "^") == 0;
        row->whole &= !joined && row->count < MOST_COLUMNS;
        if (row->count < MOST_COLUMNS) row->cells[row->count++] = figure;
    }
    return index;
}

static size_t read_rows(struct checker *checker, size_t index, const struct node *body, struct table *table)
{
    const struct passages *passages = &checker->passages;
    for (const struct node *node = body->first; node; node = node->next) {
        if (!node_is(node, "tr")) continue;
        struct row row = {0};
        index = read_row(passages, index, node, &row);
        table->rows = arena_grow(checker->arena, table->rows, table->count, &table->capacity, sizeof row);
        table->rows[table->count++] = row;
    }
    return index;
}

static size_t read_table(struct checker *checker, size_t index, const struct node *node, struct table *table)
{
    const struct passages *passages = &checker->passages;
    table->node = node;
    for (const struct node *part = node->first; part; part = part->next) {
        if (node_is(part, "tbody")) index = read_rows(checker, index, part, table);
        while (node_is(part, "thead") && index < passages->count && node_is(passages->items[index].node, "th")) index++;
    }
    return index;
}

/* ---- caption ---- */

static bool has_caption(const struct node *table)
{
    return node_get(table->parent, "data-block") != NULL;
}

static void check_caption(struct checker *checker, const struct node *table)
{
    if (has_caption(table) || !checker_may_tell(checker, TABLE_CAPTION)) return;
    message_add(checker->messages, TABLE_CAPTION, table->place,
                "this table has no caption; expected it in a block, `> [!TABLE] Caption`");
}

/* ---- cells that say nothing ---- */

/* Ticks, crosses, bullets, boxes and arrows, which are heard as nothing, or as anything. */
static bool is_drawn(uint32_t c)
{
    return (c >= 0x2190 && c <= 0x21FF) || (c >= 0x25A0 && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF) ||
           (c >= 0x1F300 && c <= 0x1FAFF) || c == 0x2022 || c == 0x221A;
}

static bool is_joining(const char *text)
{
    return strcmp(text, "<") == 0 || strcmp(text, "^") == 0;
}

static void check_cell(struct checker *checker, const struct node *cell)
{
    const char *text = node_string(checker->arena, cell);
    bool silent = !node_by_name(cell, "img") && !node_by_name(cell, "a") && !is_joining(text);
    for (size_t at = 0, size; silent && text[at]; at += size) {
        uint32_t c = utf8_decode(text + at, &size);
        silent = is_drawn(c) || utf8_is_space(c) || c == 0xFE0F;
    }
    if (!silent || !checker_may_tell(checker, CELL_SILENT)) return;
    if (*text)
        message_add(checker->messages, CELL_SILENT, cell->place,
                    "this cell holds `%s` and no word; expected what it means", text);
    else
        message_add(checker->messages, CELL_SILENT, cell->place,
                    "this cell is empty; expected why: not judged, unknown, none");
}

/* The table's corner and the cells of its head may be empty: they head nothing. */
static void check_cells(struct checker *checker, const struct table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        for (const struct node *cell = table->rows[i].node->first; cell; cell = cell->next) {
            if (node_is(cell, "td")) check_cell(checker, cell);
        }
    }
}

/* ---- totals ---- */

static bool begins_with(const struct row *row, enum word_list list)
{
    const struct passage *first = row->count ? row->cells[0].passage : NULL;
    return first && first->token_count && phrase_at(first, 0, list);
}

static bool is_total(const struct row *row)
{
    const struct passage *first = row->count ? row->cells[0].passage : NULL;
    size_t length = first && first->words ? phrase_at(first, 0, LIST_TOTALS) : 0;
    if (!length) return false;
    const struct token *behind = length < first->token_count ? &first->tokens[length] : NULL;
    return !behind || behind->kind == TOKEN_MARK;
}

/* A row that is counted in another one makes the sum doubtful. */
static bool may_add_up(const struct table *table, size_t total)
{
    for (size_t i = 0; i <= total; i++) {
        const struct row *row = &table->rows[i];
        const struct passage *first = row->count ? row->cells[0].passage : NULL;
        if (!row->whole || row->count != table->rows[total].count) return false;
        if (first && first->words && begins_with(row, LIST_PARTS_OF)) return false;
    }
    return total >= 2;
}

static void check_total(struct checker *checker, const struct table *table, size_t total, size_t column)
{
    const struct figure *said = &table->rows[total].cells[column];
    double sum = 0, allowed = 0.001;
    if (!said->token) return;
    for (size_t i = 0; i < total; i++) {
        const struct token *token = table->rows[i].cells[column].token;
        if (!token || token->percent != said->token->percent) return;
        sum += token->number;
        if (token->decimals || token->percent) allowed += 0.51 * pow(10, -(double)token->decimals);
    }
    if (fabs(sum - said->token->number) <= allowed || !checker_may_tell(checker, TOTAL_WRONG)) return;
    int decimals = (int)said->token->decimals;
    message_add(checker->messages, TOTAL_WRONG, token_place(said->passage, said->token),
                "the numbers above make %.*f, not %s; expected a total that fits them", decimals, sum,
                token_text(checker->arena, said->passage, said->token));
}

/* Of the first row that is a total; a later one may hold it, too. */
static void check_totals(struct checker *checker, const struct table *table)
{
    size_t total = 0;
    while (total < table->count && !is_total(&table->rows[total])) total++;
    if (total == table->count || !may_add_up(table, total)) return;
    for (size_t column = 1; column < table->rows[total].count; column++) check_total(checker, table, total, column);
}

/* ---- shares: the percentages of a column, or of each row ---- */

struct shares {
    double sum, allowed;
    size_t count;
    bool all; /* every cell is a percentage */
    struct figure last;
};

static void add_share(struct shares *shares, const struct figure *figure)
{
    shares->all &= figure->token && figure->token->percent;
    if (!shares->all) return;
    shares->sum += figure->token->number;
    shares->allowed += 0.51 * pow(10, -(double)figure->token->decimals);
    shares->count++;
    shares->last = *figure;
}

static bool makes_whole(const struct shares *shares)
{
    return shares->all && fabs(shares->sum - 100) <= shares->allowed;
}

static void tell_shares(struct checker *checker, const struct shares *shares, const char *what)
{
    if (!checker_may_tell(checker, PERCENTAGES_SUM)) return;
    int decimals = shares->sum == floor(shares->sum) ? 0 : 1;
    message_add(checker->messages, PERCENTAGES_SUM, token_place(shares->last.passage, shares->last.token),
                "the percentages of this %s make %.*f%%; expected 100%%", what, decimals, shares->sum);
}

/* A column of a table that is one question: answers below one another. More columns with percentages compare things. */
static void check_column(struct checker *checker, const struct table *table, size_t column)
{
    enum { NEAR = 10 };
    struct shares shares = {.all = true};
    for (size_t i = 0; i < table->count && shares.all; i++) {
        if (is_total(&table->rows[i])) break;
        if (!table->rows[i].whole || column >= table->rows[i].count) return;
        add_share(&shares, &table->rows[i].cells[column]);
    }
    if (!shares.all || shares.count < 3 || makes_whole(&shares) || fabs(shares.sum - 100) > NEAR) return;
    tell_shares(checker, &shares, "column");
}

static struct shares shares_of(const struct row *row)
{
    struct shares shares = {.all = row->whole};
    for (size_t column = 1; column < row->count; column++) add_share(&shares, &row->cells[column]);
    return shares;
}

/* When the rows make a whole, but for one or two, those are wrong. */
static void check_rows(struct checker *checker, const struct table *table)
{
    size_t whole = 0, wrong = 0;
    for (size_t i = 0; i < table->count; i++) {
        struct shares shares = shares_of(&table->rows[i]);
        if (!shares.all || shares.count < 2) continue;
        if (makes_whole(&shares)) whole++;
        else wrong++;
    }
    if (whole <= wrong) return;
    for (size_t i = 0; i < table->count; i++) {
        struct shares shares = shares_of(&table->rows[i]);
        if (shares.all && shares.count > 1 && !makes_whole(&shares)) tell_shares(checker, &shares, "row");
    }
}

static size_t percentage_columns(const struct table *table, size_t *column)
{
    size_t found = 0;
    for (size_t i = 1; table->count && i < table->rows[0].count; i++) {
        const struct token *token = table->rows[0].cells[i].token;
        if (!token || !token->percent) continue;
        *column = i;
        found++;
    }
    return found;
}

/* ---- more than n ---- */

/* The number behind "n =" in the caption, or 0. */
static double size_in(const struct passage *title)
{
    for (size_t i = 0; title && i + 2 < title->token_count; i++) {
        const struct token *token = &title->tokens[i];
        bool n = token->kind == TOKEN_WORD && strcmp(token->word, "n") == 0 && token_is_mark(token + 1, "=");
        if (n && token[2].kind == TOKEN_NUMBER && !token[2].decimals) return token[2].number;
    }
    return 0;
}

static void check_size(struct checker *checker, const struct table *table)
{
    double size = size_in(table->title);
    for (size_t i = 0; size > 0 && i < table->count; i++) {
        for (size_t column = 1; column < table->rows[i].count; column++) {
            const struct figure *figure = &table->rows[i].cells[column];
            const struct token *token = figure->token;
            if (!token || token->number <= size) continue;
            if (!token_is_count(figure->passage, (size_t)(token - figure->passage->tokens))) continue;
            if (!checker_may_tell(checker, FIGURES_EXCEEDED)) return;
            message_add(checker->messages, FIGURES_EXCEEDED, token_place(figure->passage, token),
                        "%s is more than the %.0f of the caption; expected a smaller number",
                        token_text(checker->arena, figure->passage, token), size);
        }
    }
}

/* ---- the whole ---- */

static const struct node *table_around(const struct passage *passage)
{
    const struct node *node = passage->kind == PASSAGE_CELL ? passage->node : NULL;
    while (node && !node_is(node, "table")) node = node->parent;
    return node;
}

static void check_table(struct checker *checker, const struct table *table)
{
    size_t column = 0;
    check_caption(checker, table->node);
    check_cells(checker, table);
    check_totals(checker, table);
    check_size(checker, table);
    if (percentage_columns(table, &column) == 1) check_column(checker, table, column);
    else check_rows(checker, table);
}

void check_tables(struct checker *checker)
{
    const struct passages *passages = &checker->passages;
    const struct passage *title = NULL;
    for (size_t i = 0; i < passages->count;) {
        const struct node *node = table_around(&passages->items[i]);
        if (passages->items[i].kind == PASSAGE_TITLE) title = &passages->items[i];
        if (!node) {
            i++;
            continue;
        }
        struct table table = {.title = title && title->node == node->parent ? title : NULL};
        size_t after = read_table(checker, i, node, &table);
        i = after > i ? after : i + 1;
        check_table(checker, &table);
    }
}
