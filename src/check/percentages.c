/* Percentages that should make a whole: those of a list, those of a sentence that shares out everything. What may be
 * counted more than once, or measured at different moments, need not; so only sums that just miss the hundred are told.
 */
#include <math.h>

#include "check/checker.h"
#include "check/phrase.h"

struct sum {
    double total;
    size_t count;
    double allowed; /* what rounding may have cost */
    const struct token *last;
};

static void add_percentage(struct sum *sum, const struct token *token)
{
    sum->total += token->number;
    sum->allowed += 0.51 * pow(10, -(double)token->decimals);
    sum->count++;
    sum->last = token;
}

/* Near a hundred, and not one that rounding explains. */
static bool just_misses(const struct sum *sum)
{
    enum { NEAR = 10 };
    double distance = fabs(sum->total - 100);
    return distance > sum->allowed && distance <= NEAR;
}

static void tell(struct checker *checker, const struct passage *passage, const struct sum *sum, const char *what)
{
    int decimals = sum->total == floor(sum->total) ? 0 : 1;
    message_add(checker->messages, PERCENTAGES_SUM, token_place(passage, sum->last),
                "the %zu percentages of this %s make %.*f%%; expected 100%%", sum->count, what, decimals, sum->total);
}

/* ---- sentences ---- */

/* Compared with another moment, percentages are no parts of one whole. */
static bool is_moment(const struct token *token)
{
    bool year = token->kind == TOKEN_NUMBER && token->length == 4 && token->number >= 1900 && token->number < 2100;
    return year && !token->percent;
}

/* "de overige 30%": says itself that it is the rest. */
static bool is_rest(const struct passage *passage, size_t index)
{
    return index > 0 && token_is_word(token_near(passage, index, index - 1), LIST_REMAINING);
}

/* "44% vindt dat, en 56% vindt dat niet.": what is said and its opposite are not more than all. */
static bool is_denied(const struct passage *passage, size_t end, const struct sum *sum)
{
    enum { REACH = 8, MOST = 130 };
    while (end > 0 && passage->tokens[end - 1].kind == TOKEN_MARK) end--;
    const struct token *last = end ? &passage->tokens[end - 1] : NULL;
    bool near = last && last > sum->last && last - sum->last <= REACH;
    return near && sum->count == 2 && token_is_word(last, LIST_DENYING) && sum->total - 100 > sum->allowed &&
           sum->total <= MOST;
}

/* Three or more shares in a row, or two of which the last is the rest. */
static void check_sentence(struct checker *checker, const struct passage *passage, size_t begin, size_t end)
{
    struct sum sum = {0};
    bool rest = false, moments = false;
    for (size_t i = begin; i < end; i++) {
        const struct token *token = &passage->tokens[i];
        moments |= is_moment(token) || token_is_word(token, LIST_COMPARED);
        if (!token->percent) continue;
        add_percentage(&sum, token);
        rest |= is_rest(passage, i);
    }
    if (sum.count == 2 && is_denied(passage, end, &sum)) {
        tell(checker, passage, &sum, "sentence");
        return;
    }
    if (moments || sum.count < 2 || !(rest || sum.count > 2)) return;
    bool wrong = rest && sum.count == 2 ? fabs(sum.total - 100) > sum.allowed : just_misses(&sum);
    if (wrong) tell(checker, passage, &sum, "sentence");
}

static void check_sentences_of(struct checker *checker, const struct passage *passage)
{
    for (size_t begin = 0, end; begin < passage->token_count; begin = end) {
        unsigned sentence = passage->tokens[begin].sentence;
        for (end = begin; end < passage->token_count && passage->tokens[end].sentence == sentence;) end++;
        check_sentence(checker, passage, begin, end);
    }
}

/* ---- lists ---- */

/* The only percentage of an item, or NULL. */
static const struct token *only_percentage(const struct passage *passage)
{
    const struct token *found = NULL;
    for (size_t i = 0; i < passage->token_count; i++) {
        if (!passage->tokens[i].percent) continue;
        if (found) return NULL;
        found = &passage->tokens[i];
    }
    return found;
}

static const struct node *list_of(const struct passage *passage)
{
    const struct node *item = passage->node;
    while (item && !node_is(item, "li")) item = item->parent;
    return item ? item->parent : NULL;
}

/* Gives the index behind the list whose first item this passage is. */
static size_t check_list(struct checker *checker, size_t index)
{
    const struct passages *passages = &checker->passages;
    const struct node *list = list_of(&passages->items[index]);
    const struct passage *last = NULL;
    struct sum sum = {0};
    bool all = true;
    size_t i = index;
    for (; i < passages->count && list && list_of(&passages->items[i]) == list; i++) {
        const struct token *percentage = only_percentage(&passages->items[i]);
        all &= percentage != NULL;
        if (!percentage) continue;
        add_percentage(&sum, percentage);
        last = &passages->items[i];
    }
    if (all && sum.count > 2 && just_misses(&sum)) tell(checker, last, &sum, "list");
    return i > index ? i : index + 1;
}

void check_percentages(struct checker *checker)
{
    const struct passages *passages = &checker->passages;
    for (size_t i = 0; i < passages->count; i++) {
        if (passages->items[i].kind == PASSAGE_TEXT) check_sentences_of(checker, &passages->items[i]);
    }
    for (size_t i = 0; i < passages->count;)
        i = passages->items[i].kind == PASSAGE_TEXT ? check_list(checker, i) : i + 1;
}
