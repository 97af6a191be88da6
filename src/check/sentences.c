/* Slips inside a sentence: a word twice, a bracket or a quote that is not closed; and, for who asks for it, length. */
#include <ctype.h>
#include <string.h>

#include "check/checker.h"
#include "check/phrase.h"

enum { LONG_SENTENCE = 40, LONG_PARAGRAPH = 200 };

/* ---- the same word twice ---- */

static void check_doubled(struct checker *checker, const struct passage *passage, size_t index)
{
    const struct token *token = &passage->tokens[index], *next = token_near(passage, index, index + 1);
    if (!token_is_word(token, LIST_DOUBLED) || !token_is_word(next, LIST_DOUBLED)) return;
    if (next->hanging || strcmp(token->word, next->word) != 0 || next->at > token->at + token->length + 1) return;
    if (isupper((unsigned char)passage->text[next->at])) return;
    message_add(checker->messages, WORD_TWICE, token_place(passage, next), "`%s` stands here twice; expected it once",
                token->word);
}

/* ---- brackets and quotes ---- */

struct pair {
    const char *open, *close;
};

/* A single closing quote is also an apostrophe. */
static const struct pair pairs[] = {{"(", ")"}, {"“", "”"}, {"[", "]"}};

/* "a)" and "1)" count; a smiling face was never open. */
static bool is_counting(const struct passage *passage, size_t index)
{
    const struct token *before = index ? &passage->tokens[index - 1] : NULL;
    return before && before->length <= 2 && before->kind != TOKEN_MARK &&
           before->at + before->length == passage->tokens[index].at;
}

static void tell_pair(struct checker *checker, const struct passage *passage, const struct token *token, bool open)
{
    message_add(checker->messages, PAIR_OPEN, token_place(passage, token),
                open ? "this `%s` is opened and not closed in the paragraph; expected its other half"
                     : "this `%s` closes nothing that was opened in the paragraph; expected its other half",
                token->word);
}

/* Speech over several paragraphs opens each of them and closes the last. */
static bool is_speech(const struct passage *passage)
{
    const struct node *node = passage->node, *last = node;
    while (node && !node_is(node, "blockquote") && !node_get(node, "data-block")) last = node, node = node->parent;
    return node && (last->previous || last->next);
}

/* The straight mark is its own other half. */
static void check_straight(struct checker *checker, const struct passage *passage)
{
    const struct token *last = NULL;
    size_t count = 0;
    for (size_t i = 0; i < passage->token_count; i++) {
        if (!token_is_mark(&passage->tokens[i], "\"")) continue;
        last = &passage->tokens[i];
        count++;
    }
    if (count % 2 == 1) tell_pair(checker, passage, last, true);
}

/* true: something is not paired. */
static bool check_pair(struct checker *checker, const struct passage *passage, struct pair pair)
{
    bool lonely = false;
    const struct token *open = NULL;
    size_t depth = 0;
    for (size_t i = 0; i < passage->token_count; i++) {
        const struct token *token = &passage->tokens[i];
        if (token->kind != TOKEN_MARK) continue;
        if (strcmp(token->word, pair.open) == 0) {
            if (depth++ == 0) open = token;
        } else if (strcmp(token->word, pair.close) == 0) {
            if (depth > 0) depth--;
            else if (!is_counting(passage, i)) {
                tell_pair(checker, passage, token, false);
                lonely = true;
            }
        }
    }
    if (depth > 0) tell_pair(checker, passage, open, true);
    return lonely || depth > 0;
}

static void check_pairs(struct checker *checker, const struct passage *passage)
{
    bool lonely = false;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (!is_speech(passage) || *pairs[i].open == '(') lonely |= check_pair(checker, passage, pairs[i]);
    }
    if (!lonely) check_straight(checker, passage); /* which may be the other half */
}

/* ---- the end of a paragraph ---- */

/* A paragraph of running text, not of a letter's head, a list or a note; one that ends in strong words is a heading of
 * a kind. */
static bool is_running(const struct passage *passage)
{
    static const char *const apart[] = {"letterhead", "signature", NULL};
    const struct node *node = passage->node, *around = node->parent;
    const char *block = around && around->name ? node_get(around, "data-block") : NULL;
    bool note = around && around->name && node_has_class(around, "footnote"), text = node->last && node->last->text;
    return node_is(node, "p") && text && !note && !(block && is_one_of(block, apart)) && !node_is(around, "li");
}

/* Text that breaks off: it ends in a word, although sentences stand before it. */
static void check_end(struct checker *checker, const struct passage *passage)
{
    enum { FEWEST = 8 };
    const struct token *last = passage->token_count ? &passage->tokens[passage->token_count - 1] : NULL;
    if (!last || last->kind == TOKEN_MARK || passage->token_count < FEWEST || !is_running(passage)) return;
    message_add(checker->messages, SENTENCE_OPEN, token_place(passage, last),
                "the paragraph ends here without a mark; expected the rest of the sentence, or a point");
}

/* ---- length ---- */

static size_t count_words(const struct passage *passage, size_t begin, size_t end)
{
    size_t words = 0;
    for (; begin < end; begin++) words += passage->tokens[begin].kind != TOKEN_MARK;
    return words;
}

static void check_length(struct checker *checker, const struct passage *passage)
{
    size_t all = count_words(passage, 0, passage->token_count);
    if (all > LONG_PARAGRAPH)
        message_add(checker->messages, PARAGRAPH_LONG, passage->node->place,
                    "this paragraph has %zu words; expected at most %d", all, LONG_PARAGRAPH);
    for (size_t begin = 0, end; begin < passage->token_count; begin = end) {
        for (end = begin; token_near(passage, begin, end);) end++;
        size_t words = count_words(passage, begin, end);
        if (words <= LONG_SENTENCE) continue;
        message_add(checker->messages, SENTENCE_LONG, token_place(passage, &passage->tokens[begin]),
                    "this sentence has %zu words; expected at most %d", words, LONG_SENTENCE);
    }
}

void check_sentences(struct checker *checker)
{
    for (size_t i = 0; i < checker->passages.count; i++) {
        const struct passage *passage = &checker->passages.items[i];
        for (size_t j = 0; j < passage->token_count; j++) {
            if (passage->tokens[j].kind == TOKEN_WORD) check_doubled(checker, passage, j);
        }
        check_pairs(checker, passage);
        check_end(checker, passage);
        if (passage->kind == PASSAGE_TEXT) check_length(checker, passage);
    }
}
