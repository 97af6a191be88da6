/* The table of shaped words: in shards, each with its lock and arena, so that threads seldom wait. */
#include "font/words.h"

#include <string.h>

enum { LONGEST_KEPT = 64, MOST_KEPT = 65536 };

struct shard {
    pthread_mutex_t lock;
    struct arena *arena;
    struct word **chains; /* [size], a power of two */
    size_t size, count;
};

struct shard *words_new(struct arena *arena)
{
    enum { FIRST_SIZE = 64 };
    struct shard *shards = arena_array(arena, SHARD_COUNT, sizeof *shards);
    for (size_t i = 0; i < SHARD_COUNT; i++) {
        pthread_mutex_init(&shards[i].lock, NULL);
        shards[i].arena = arena_new();
        shards[i].size = FIRST_SIZE;
        shards[i].chains = arena_array(shards[i].arena, FIRST_SIZE, sizeof *shards[i].chains);
    }
    return shards;
}

void words_free(struct shard *shards)
{
    for (size_t i = 0; i < SHARD_COUNT; i++) {
        pthread_mutex_destroy(&shards[i].lock);
        arena_free(shards[i].arena);
    }
}

/* FNV-1a (Fowler, Noll, Vo), over the text and then the numbers of the key. */
static uint64_t hash_of(const struct word *key)
{
    const uint64_t prime = 1099511628211u;
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < key->length; i++) hash = (hash ^ (unsigned char)key->text[i]) * prime;
    hash = (hash ^ key->font->number) * prime;
    hash = (hash ^ key->features) * prime;
    return hash ^ hash >> 32;
}

static bool equal(const struct word *a, const struct word *b)
{
    return a->hash == b->hash && a->font == b->font && a->features == b->features && a->language == b->language &&
           a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

static const struct word *look_up(const struct shard *shard, const struct word *key)
{
    const struct word *word = shard->chains[key->hash & (shard->size - 1)];
    while (word && !equal(word, key)) word = word->next;
    return word;
}

static void widen(struct shard *shard)
{
    size_t size = shard->size * 2;
    struct word **chains = arena_array(shard->arena, size, sizeof *chains);
    for (size_t i = 0; i < shard->size; i++) {
        for (struct word *word = shard->chains[i], *next; word; word = next) {
            next = word->next;
            struct word **chain = &chains[word->hash & (size - 1)];
            word->next = *chain;
            *chain = word;
        }
    }
    shard->chains = chains;
    shard->size = size;
}

/* The word is shaped under the lock of its shard: its pieces live in the shard's arena. */
static const struct word *add(struct fonts *fonts, struct shard *shard, const struct word *key)
{
    if (shard->count >= shard->size) widen(shard);
    struct word *word = shape_word(shard->arena, fonts, key);
    word->text = arena_copy(shard->arena, key->text, key->length);
    struct word **chain = &shard->chains[key->hash & (shard->size - 1)];
    word->next = *chain;
    *chain = word;
    shard->count++;
    return word;
}

const struct word *words_get(struct arena *arena, struct fonts *fonts, const struct word *key)
{
    if (key->length > LONGEST_KEPT) return shape_word(arena, fonts, key);
    struct word hashed = *key;
    hashed.hash = hash_of(key);
    /* The low bits choose the chain, so the shard is chosen by high ones. */
    struct shard *shard = &fonts->shards[hashed.hash >> 60 & (SHARD_COUNT - 1)];
    pthread_mutex_lock(&shard->lock);
    const struct word *word = look_up(shard, &hashed);
    bool full = shard->count >= MOST_KEPT;
    if (!word && !full) word = add(fonts, shard, &hashed);
    pthread_mutex_unlock(&shard->lock);
    return word ? word : shape_word(arena, fonts, key);
}
