/* What was left behind while writing: "TODO", "[naam]", "nog aanvullen", "lorem ipsum". Only a final report is
 * finished. */
#include <ctype.h>
#include <string.h>

#include "check/checker.h"
#include "check/phrase.h"

static void tell(struct checker *checker, const struct passage *passage, size_t at, size_t length)
{
    message_add(checker->messages, TEXT_UNFINISHED, passage_place(passage, at, length),
                "`%s` looks as if something is still to be written; expected the text itself",
                passage_quote(checker->arena, passage, at, length));
}

static bool is_capitals(const struct passage *passage, const struct token *token)
{
    for (size_t i = 0; i < token->length; i++) {
        if (!isupper((unsigned char)passage->text[token->at + i])) return false;
    }
    return true;
}

/* A word for "later" in capitals; XXX of any length. */
static bool is_marker(const struct passage *passage, const struct token *token)
{
    if (token->kind != TOKEN_WORD || !is_capitals(passage, token)) return false;
    return is_one_of(token->word, later_words) || (token->length >= 3 && strspn(token->word, "x") == token->length);
}

/* What somebody said may hold "[naam]" in the place of a name. */
static bool is_said(const struct passage *passage, size_t index)
{
    enum { REACH = 200 };
    bool open = false;
    for (size_t i = index > REACH ? index - REACH : 0; i < index; i++) {
        if (token_is_mark(&passage->tokens[i], "“")) open = true;
        if (token_is_mark(&passage->tokens[i], "”")) open = false;
    }
    const struct node *node = passage->node;
    while (node && !node_is(node, "blockquote") && !node_get(node, "data-block")) node = node->parent;
    return open || node;
}

/* "[naam]", "[datum invullen]" */
static size_t bracketed(const struct passage *passage, size_t index)
{
    enum { MOST = 4 };
    if (!token_is_mark(&passage->tokens[index], "[")) return 0;
    for (size_t i = index + 1; i <= index + 1 + MOST; i++) {
        const struct token *token = token_near(passage, index, i);
        if (token_is_mark(token, "]")) return i > index + 1 && !is_said(passage, index) ? i - index + 1 : 0;
        if (!token_is_word(token, LIST_PLACEHOLDERS)) return 0;
    }
    return 0;
}

static size_t unfinished_at(const struct passage *passage, size_t index)
{
    size_t length = bracketed(passage, index);
    if (!length && is_marker(passage, &passage->tokens[index])) length = 1;
    return length ? length : phrase_at(passage, index, LIST_UNFINISHED);
}

void check_unfinished(struct checker *checker)
{
    if (checker->report->status != REPORT_FINAL) return;
    for (size_t i = 0; i < checker->passages.count; i++) {
        const struct passage *passage = &checker->passages.items[i];
        for (size_t j = 0; j < passage->token_count; j++) {
            size_t length = unfinished_at(passage, j);
            if (!length) continue;
            const struct token *first = &passage->tokens[j], *last = first + length - 1;
            tell(checker, passage, first->at, last->at + last->length - first->at);
            j += length - 1;
        }
    }
}
