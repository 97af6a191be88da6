/* Recognising words in a row (inside check/ only). */
#ifndef CHECK_PHRASE_H
#define CHECK_PHRASE_H

#include "check/passage.h"

/* The number of tokens from `index` on that are one of the list's phrases, all in one sentence; the longest counts. 0:
 * none. */
size_t phrase_at(const struct passage *passage, size_t index, enum word_list list);
/* The same for other phrases: words joined by one space, the last followed by NULL. */
size_t phrase_among(const struct passage *passage, size_t index, const char *const *phrases);

/* The token at that index, when there is one and it is in the sentence of `near`; otherwise NULL. */
const struct token *token_near(const struct passage *passage, size_t near, size_t index);

bool token_is_mark(const struct token *token, const char *mark); /* NULL: false */
/* One of a list of single words. NULL: false */
bool token_is_word(const struct token *token, enum word_list list);

/* A number, in digits or words, that counts something: no percentage, year, decimal fraction, or number of a thing. */
bool token_is_count(const struct passage *passage, size_t index);

/* "12" or "twaalf", as the author wrote it. */
const char *token_text(struct arena *arena, const struct passage *passage, const struct token *token);

#endif
