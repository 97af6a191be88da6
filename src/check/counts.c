/* Counts that contradict: "zeven van de vijf", "twaalf van de 31 (77%)", "in de andere zestien". */
#include <math.h>
#include <string.h>

#include "check/checker.h"
#include "check/phrase.h"

/* "x van de y": where its numbers stand among the tokens. */
struct ratio {
    size_t part, whole;
};

/* Between "van de" and y may stand a word that says which: "van de onderzochte 25". */
static bool find_whole(const struct passage *passage, size_t at, bool may_say_which, size_t *whole)
{
    const struct token *token = token_near(passage, at - 1, at);
    if (may_say_which && token_is_word(token, LIST_WHICH)) {
        at++;
        token = token_near(passage, at - 1, at);
    }
    *whole = at;
    return token && !isnan(token->number) && strcmp(token->word, "een") != 0;
}

/* A ratio whose first number is this token. */
static bool ratio_at(const struct passage *passage, size_t index, struct ratio *ratio)
{
    size_t length = isnan(passage->tokens[index].number) ? 0 : phrase_at(passage, index + 1, LIST_OUT_OF);
    if (!length || !token_near(passage, index, index + 1)) return false;
    ratio->part = index;
    return find_whole(passage, index + 1 + length, length > 1, &ratio->whole) && token_is_count(passage, ratio->whole);
}

static void check_exceeded(struct checker *checker, const struct passage *passage, struct ratio ratio)
{
    const struct token *part = &passage->tokens[ratio.part], *whole = &passage->tokens[ratio.whole];
    if (part->number <= whole->number) return;
    message_add(checker->messages, FIGURES_EXCEEDED, token_place(passage, part),
                "%s is more than the %s that it is out of; expected a smaller number",
                token_text(checker->arena, passage, part), token_text(checker->arena, passage, whole));
}

/* ---- a percentage beside the counts that it stands for ---- */

/* "24 van de 31 dossiers (77%)": within three words of the whole. */
static bool percentage_behind(const struct passage *passage, struct ratio ratio, size_t *index)
{
    enum { MOST_BETWEEN = 3 };
    size_t at = ratio.whole + 1;
    while (at <= ratio.whole + MOST_BETWEEN && token_near(passage, ratio.whole, at) &&
           passage->tokens[at].kind != TOKEN_MARK)
        at++;
    *index = at + 1;
    const struct token *percentage = token_near(passage, ratio.whole, at + 1);
    return token_is_mark(token_near(passage, ratio.whole, at), "(") && percentage && percentage->percent;
}

/* "77% (24 van de 31 dossiers)" */
static bool percentage_before(const struct passage *passage, struct ratio ratio, size_t *index)
{
    if (ratio.part < 3 || !token_is_mark(&passage->tokens[ratio.part - 1], "(")) return false;
    *index = ratio.part - 3;
    return token_near(passage, ratio.part, *index) && passage->tokens[*index].percent;
}

/* "in 77% van de dossiers: 24 van 31": the colon just before, and no other percentage in the sentence so far. */
static bool percentage_explained(const struct passage *passage, struct ratio ratio, size_t *index)
{
    enum { REACH = 80 };
    size_t found = 0, at = ratio.part, last = at > REACH ? at - REACH : 0;
    const struct token *before = at ? token_near(passage, at, at - 1) : NULL;
    if (before && before->kind == TOKEN_WORD && at > 1) before = token_near(passage, at, at - 2);
    if (!token_is_mark(before, ":")) return false;
    while (at-- > last && token_near(passage, ratio.part, at)) {
        if (!passage->tokens[at].percent) continue;
        *index = at;
        found++;
    }
    return found == 1;
}

static bool percentage_of(const struct passage *passage, struct ratio ratio, size_t *index)
{
    return percentage_behind(passage, ratio, index) || percentage_before(passage, ratio, index) ||
           percentage_explained(passage, ratio, index);
}

static bool is_about(const struct passage *passage, size_t index)
{
    return index > 0 && token_is_word(token_near(passage, index, index - 1), LIST_ABOUT);
}

static void check_percentage(struct checker *checker, const struct passage *passage, struct ratio ratio)
{
    size_t index;
    const struct token *part = &passage->tokens[ratio.part], *whole = &passage->tokens[ratio.whole];
    if (whole->number < 1 || part->number > whole->number || !percentage_of(passage, ratio, &index)) return;
    const struct token *said = &passage->tokens[index];
    double percentage = 100 * part->number / whole->number, allowed = said->decimals ? 0.11 : 1;
    if (is_about(passage, index)) allowed = 5;
    if (fabs(percentage - said->number) <= allowed) return;
    message_add(checker->messages, FIGURES_DISAGREE, token_place(passage, said),
                "%s%% does not fit %s out of %s, which is %.*f%%; expected figures that agree",
                token_text(checker->arena, passage, said), token_text(checker->arena, passage, part),
                token_text(checker->arena, passage, whole), said->decimals ? 1 : 0, percentage);
}

/* ---- the others ---- */

/* Whether some of the numbers, at most a few, make up the rest. */
static bool make_up(const double *numbers, size_t count, double rest)
{
    for (unsigned some = 0; some < 1u << count; some++) {
        double sum = 0;
        for (size_t i = 0; i < count; i++) sum += some >> i & 1 ? numbers[i] : 0;
        if (sum == rest) return true;
    }
    return false;
}

static bool same_noun(const struct passage *passage, size_t left, size_t right)
{
    const struct token *one = token_near(passage, left, left + 1), *other = token_near(passage, right, right + 1);
    return one && other && one->kind == TOKEN_WORD && other->kind == TOKEN_WORD && strcmp(one->word, other->word) == 0;
}

/* The count of "de andere" in this sentence or the next, of the same noun; what is counted in between goes to
 * `between`. */
static bool find_others(const struct passage *passage, struct ratio ratio, size_t *others, double *between,
                        size_t *count)
{
    enum { MOST = 4 };
    const struct token *tokens = passage->tokens;
    for (size_t at = ratio.whole + 1; at < passage->token_count && *count < MOST; at++) {
        if (tokens[at].sentence > tokens[ratio.whole].sentence + 1) return false;
        if (isnan(tokens[at].number)) continue;
        *others = at;
        if (token_is_word(token_near(passage, at, at - 1), LIST_REMAINING))
            return token_is_count(passage, at) && same_noun(passage, ratio.whole, at);
        between[(*count)++] = tokens[at].number;
    }
    return false;
}

/* "In negen van deze 24 dossiers … In de andere vijftien dossiers": together they are the whole. */
static void check_others(struct checker *checker, const struct passage *passage, struct ratio ratio)
{
    const struct token *tokens = passage->tokens, *part = &tokens[ratio.part], *whole = &tokens[ratio.whole];
    size_t others, count = 0;
    double between[4];
    struct ratio own;
    if (part->number > whole->number || !find_others(passage, ratio, &others, between, &count)) return;
    if (make_up(between, count, whole->number - part->number - tokens[others].number)) return;
    if (ratio_at(passage, others, &own)) return;
    message_add(checker->messages, FIGURES_DISAGREE, token_place(passage, &tokens[others]),
                "%s and the other %s do not make %s; expected figures that agree",
                token_text(checker->arena, passage, part), token_text(checker->arena, passage, &tokens[others]),
                token_text(checker->arena, passage, whole));
}

/* ---- more than n ---- */

/* "84 ouders (n = 72)": the number within three words before the bracket. */
static void check_size(struct checker *checker, const struct passage *passage, size_t index)
{
    enum { REACH = 3 };
    const struct token *size = token_near(passage, index, index + 3), *n = token_near(passage, index, index + 1);
    bool said = token_is_mark(&passage->tokens[index], "(") && n && strcmp(n->word, "n") == 0 &&
                token_is_mark(token_near(passage, index, index + 2), "=") && size && size->kind == TOKEN_NUMBER;
    for (size_t i = 1; said && i <= REACH && i <= index; i++) {
        const struct token *token = token_near(passage, index, index - i);
        if (!token || token->kind == TOKEN_MARK) return;
        if (isnan(token->number)) continue;
        if (!token_is_count(passage, index - i) || token->number <= size->number) return;
        message_add(checker->messages, FIGURES_EXCEEDED, token_place(passage, token),
                    "%s is more than n, %s; expected a smaller number", token_text(checker->arena, passage, token),
                    token_text(checker->arena, passage, size));
        return;
    }
}

/* The part of "Van de vijf ouders zijn er zeven …" and "of the five parents, seven …": behind one word for what is
 * counted and at most two more. Gives the number of tokens if there is none. */
static size_t find_part(const struct passage *passage, size_t whole)
{
    size_t at = whole + 2;
    const struct token *token = token_near(passage, whole, at);
    if (token && isnan(token->number)) token = token_near(passage, whole, ++at);
    if (token && strcmp(token->word, passage->words->there) == 0) token = token_near(passage, whole, ++at);
    bool count = token && !isnan(token->number) && strcmp(token->word, "een") != 0 && token_is_count(passage, at);
    bool span = token_is_word(token_near(passage, whole, at + 1), LIST_UNITS);
    return count && !span ? at : passage->token_count;
}

static void check_part(struct checker *checker, const struct passage *passage, size_t index)
{
    size_t length = passage->tokens[index].first ? phrase_at(passage, index, LIST_OUT_OF) : 0, whole = index + length;
    const struct token *number = length > 1 ? token_near(passage, index, whole) : NULL,
                       *noun = token_near(passage, index, whole + 1);
    if (!number || isnan(number->number) || !token_is_count(passage, whole) || !noun || noun->kind != TOKEN_WORD)
        return;
    size_t at = find_part(passage, whole);
    if (at == passage->token_count || passage->tokens[at].number <= number->number) return;
    check_exceeded(checker, passage, (struct ratio){at, whole});
}

/* ---- more than all ---- */

/* "120% van de ouders": people and files, unlike money, have no more than all. */
static void check_share(struct checker *checker, const struct passage *passage, size_t index)
{
    const struct token *token = &passage->tokens[index];
    if (!token->percent || token->number <= 100) return;
    size_t after = index + 2, length = phrase_at(passage, after, LIST_OUT_OF); /* behind the sign or the word */
    if (!length || !token_is_word(token_near(passage, index, after + length), LIST_COUNTED)) return;
    message_add(checker->messages, FIGURES_EXCEEDED, token_place(passage, token),
                "%s%% is more than all of them; expected at most 100%%", token_text(checker->arena, passage, token));
}

void check_counts(struct checker *checker)
{
    for (size_t i = 0; i < checker->passages.count; i++) {
        const struct passage *passage = &checker->passages.items[i];
        for (size_t j = 0; j < passage->token_count; j++) {
            struct ratio ratio;
            check_share(checker, passage, j);
            check_size(checker, passage, j);
            check_part(checker, passage, j);
            if (!ratio_at(passage, j, &ratio) || !token_is_count(passage, j)) continue;
            check_exceeded(checker, passage, ratio);
            check_percentage(checker, passage, ratio);
            check_others(checker, passage, ratio);
        }
    }
}
