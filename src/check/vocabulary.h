/* The words of a language by a hash, so that a text's words are looked up once (inside check/ only). */
#ifndef CHECK_VOCABULARY_H
#define CHECK_VOCABULARY_H

#include <stdint.h>

#include "base/arena.h"
#include "check/words.h"

struct entry {
    const char *word;
    uint32_t lists;               /* a bit for each list of words that has it, or a phrase that begins with it */
    int number;                   /* -1: none */
    unsigned char month, weekday; /* from 1; 0: none */
};

struct vocabulary;

struct vocabulary *vocabulary_new(struct arena *arena, const struct words *words);

/* The entry of the word; one that says nothing when it is not there. */
const struct entry *vocabulary_find(const struct vocabulary *vocabulary, const char *word, size_t length);

#endif
