/* How an abbreviation is met in a sentence, and how it is introduced there (inside compose/ only). */
#ifndef COMPOSE_INTRODUCTION_H
#define COMPOSE_INTRODUCTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/place.h"

struct abbreviation_entry {
    const char *name, *text, *plural, *language; /* plural, language: NULL when not given */
    bool hereafter;
    bool used, introduced;
    struct place
        explained; /* where the program has introduced it; without source: nowhere, or in a text without place */
    bool told;
};

/* A use in a text. */
struct use {
    const char *before; /* what stands before it in its block, without line ends that matter */
    const char *text;   /* from the use on, to the end of its text */
    const char *behind; /* what follows that text in its block */
    size_t length;      /* bytes of the name as it stands there */
};

/* The bytes of `name` at the begin of the text, or 0: white space of any width is a space, the first letter may be a
 * capital where the name begins with a small one. */
size_t use_length(const char *text, const char *name);

/* The word stands alone or in a compound: no letter or digit beside it, and no address around it. */
bool use_is_whole(const struct use *use);

/* The word that it is part of goes on behind its text, as in `<em>GI</em>-medewerkers`: nothing can be put in there. */
bool use_goes_on(const struct use *use);

/* The author introduces it here: `… (GI)`, `… (hierna: GI)`, `GI (gecertificeerde instelling)`. `hereafter` is the word
 * of the language. */
bool use_introduces(const struct use *use, const struct abbreviation_entry *entry, const char *hereafter);

/* A use with its plural, and what that stands for: `GI’s`, "gecertificeerde instellingen". */
struct use_form {
    const char *words, *meaning;
};
struct use_form use_form(struct arena *arena, const struct use *use, const struct abbreviation_entry *entry);

/* What replaces the first `*replaced` bytes at the use. What it stands for is apart, for it may be in another language.
 */
struct introduction {
    const char *before, *text, *behind;
    struct use_form form; /* as it stands in `before` and `behind` */
    size_t replaced;
};

struct introduction introduce(struct arena *arena, const struct use *use, const struct abbreviation_entry *entry,
                              const char *hereafter);

#endif
