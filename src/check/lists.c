/* A list that was announced with a number: "Zij noemen drie oorzaken:" */
#include <math.h>
#include <string.h>

#include "check/checker.h"
#include "check/phrase.h"

/* The list that follows right behind the paragraph; NULL: none does. */
static const struct node *list_behind(const struct passage *passage)
{
    const struct node *next = node_is(passage->node, "p") ? passage->node->next : NULL;
    return node_is(next, "ul") || node_is(next, "ol") ? next : NULL;
}

static size_t count_items(const struct node *list)
{
    size_t count = 0;
    for (const struct node *item = list->first; item; item = item->next) count += node_is(item, "li");
    return count;
}

/* The only count of the last sentence, when what it counts may be listed: "drie oorzaken", "de volgende drie
 * belangrijke punten". NULL: nothing is announced, or more than one thing. */
static const struct token *announced(const struct passage *passage)
{
    enum { MOST_BETWEEN = 2 };
    const struct token *found = NULL;
    unsigned sentence = passage->tokens[passage->token_count - 1].sentence;
    for (size_t i = 0; i < passage->token_count; i++) {
        const struct token *token = &passage->tokens[i];
        if (token->sentence != sentence || isnan(token->number) || strcmp(token->word, "een") == 0) continue;
        if (found) return NULL;
        for (size_t j = i + 1; j <= i + 1 + MOST_BETWEEN && !found; j++) {
            if (token_is_word(token_near(passage, i, j), LIST_LISTED)) found = token;
        }
        if (!found || !token_is_count(passage, i)) return NULL;
    }
    return found;
}

static void check_list(struct checker *checker, const struct passage *passage)
{
    const struct node *list = list_behind(passage);
    if (!list || passage->token_count == 0 || !token_is_mark(&passage->tokens[passage->token_count - 1], ":")) return;
    const struct token *number = announced(passage);
    size_t count = count_items(list);
    if (!number || number->number == (double)count) return;
    message_add(checker->messages, LIST_COUNT, token_place(passage, number),
                "the text announces %s, but the list below has %zu; expected as many",
                token_text(checker->arena, passage, number), count);
}

void check_lists(struct checker *checker)
{
    for (size_t i = 0; i < checker->passages.count; i++) {
        const struct passage *passage = &checker->passages.items[i];
        if (passage->kind == PASSAGE_TEXT) check_list(checker, passage);
    }
}
