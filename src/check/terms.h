/* Abbreviations and short names of a report (inside check/ only): where each is introduced and where it is used. */
#ifndef CHECK_TERMS_H
#define CHECK_TERMS_H

#include "check/checker.h"

struct use {
    const struct passage *passage;
    size_t index; /* of its token */
};

struct term {
    const char *name;      /* as it is written, without a plural's ending: "GI" */
    const char *small;     /* in small letters */
    struct use introduced; /* "(hierna: GI)"; passage NULL: not so */
    struct use explained;  /* otherwise made clear: "(GI)", "GI (…)", a row or entry of its own */
    struct use used;       /* the first use that is no introduction */
    struct use again;      /* the first use behind the introduction */
    bool twice_told;
    bool word; /* stands somewhere in small letters, too: its capitals are for emphasis */
};

enum { TERMS_MOST = 500, TERMS_SLOTS = 1024 };

struct terms {
    struct arena *arena;
    struct term items[TERMS_MOST];
    size_t count;
    unsigned short slots[TERMS_SLOTS]; /* by hash: the number of a term, from 1 */
    unsigned short words[TERMS_SLOTS]; /* likewise, by the name in small letters */
};

struct terms *terms_new(struct arena *arena);

/* The term, added when it is not there yet; of more than TERMS_MOST one that is kept nowhere. */
struct term *terms_get(struct terms *terms, const char *name, size_t length);

/* The term whose name in small letters this is, or NULL. */
struct term *terms_word(struct terms *terms, const char *word);

/* The length in bytes of the abbreviation at the begin of the text, without an ending such as "’s" or "-maatregel": two
 * capitals or more, and small letters only inside as in RvdK. 0: none. */
size_t abbreviation_length(const char *text, size_t length);

#endif
