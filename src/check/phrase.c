#include "check/phrase.h"

#include <math.h>
#include <string.h>

const struct token *token_near(const struct passage *passage, size_t near, size_t index)
{
    if (index >= passage->token_count) return NULL;
    const struct token *token = &passage->tokens[index];
    return token->sentence == passage->tokens[near].sentence ? token : NULL;
}

bool token_is_mark(const struct token *token, const char *mark)
{
    return token && token->kind == TOKEN_MARK && strcmp(token->word, mark) == 0;
}

bool token_is_word(const struct token *token, enum word_list list)
{
    return token && token->lists >> list & 1;
}

/* How many tokens the phrase takes at that index, or 0. */
static size_t phrase_length(const struct passage *passage, size_t index, const char *phrase)
{
    size_t count = 0;
    while (*phrase) {
        size_t length = strcspn(phrase, " ");
        const struct token *token = token_near(passage, index, index + count);
        if (!token || token->kind != TOKEN_WORD) return 0;
        if (strncmp(token->word, phrase, length) != 0 || token->word[length]) return 0;
        phrase += length + (phrase[length] == ' ');
        count++;
    }
    return count;
}

size_t phrase_at(const struct passage *passage, size_t index, enum word_list list)
{
    bool may_begin = index < passage->token_count && token_is_word(&passage->tokens[index], list);
    return may_begin ? phrase_among(passage, index, passage->words->lists[list]) : 0;
}

size_t phrase_among(const struct passage *passage, size_t index, const char *const *phrases)
{
    size_t longest = 0;
    if (index >= passage->token_count || passage->tokens[index].kind != TOKEN_WORD) return 0;
    for (; *phrases; phrases++) {
        if (**phrases != *passage->tokens[index].word) continue;
        size_t length = phrase_length(passage, index, *phrases);
        if (length > longest) longest = length;
    }
    return longest;
}

static bool is_year(const struct token *token)
{
    return token->kind == TOKEN_NUMBER && token->length == 4 && token->number >= 1900 && token->number < 2100;
}

bool token_is_count(const struct passage *passage, size_t index)
{
    const struct token *token = &passage->tokens[index], *before = index ? token - 1 : NULL;
    if (isnan(token->number) || token->percent || token->decimals || is_year(token)) return false;
    if (before && before->sentence != token->sentence) before = NULL;
    if (before && (token_is_word(before, LIST_NUMBERED) || before->month)) return false;
    const struct token *after = token_near(passage, index, index + 1);
    return !(after && after->month);
}

const char *token_text(struct arena *arena, const struct passage *passage, const struct token *token)
{
    return arena_copy(arena, passage->text + token->at, token->length);
}
