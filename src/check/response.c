/* The institution's response has a measure that was agreed. */
#include "check/checker.h"

void check_response(struct checker *checker)
{
    size_t words = 0, most = checker->publication->checks.response_words;
    for (size_t i = 0; i < checker->passages.count; i++) {
        const struct passage *passage = &checker->passages.items[i];
        if (passage->in->role != TEXT_RESPONSE) continue;
        for (size_t j = 0; j < passage->token_count; j++) words += passage->tokens[j].kind != TOKEN_MARK;
    }
    if (words <= most) return;
    message_add(checker->messages, RESPONSE_LONG, checker->report->response.title->place,
                "the response has %zu words; expected at most %zu (`response_words` of site.yaml)", words, most);
}
