/* Abbreviations and short names of a report (inside check/ only): where each is introduced and where it is used. */
#ifndef CHECK_TERMS_H
#define CHECK_TERMS_H

#include "check/checker.h"

struct use {
    const struct passage *passage;
    size_t index; /* of its token */
};

struct term {
    const char *name;       /* as it is written, without a plural's ending: "GI" */
    struct use introduced;  /* "(hierna: GI)"; passage NULL: not so */
    struct use explained;   /* otherwise made clear: "(GI)", "GI (…)", a row or entry of its own */
    struct use used;        /* the first use that is no introduction */
    struct use again;       /* the first use behind the introduction */
    bool twice_told;
};

struct terms {
    struct arena *arena;
    struct term *items;
    size_t count, capacity;
};

/* The term, added when it is not there yet. */
struct term *terms_get(struct terms *terms, const char *name, size_t length);

/* The length in bytes of the abbreviation at the begin of the text, without an ending such as "’s" or "-maatregel": two
 * capitals or more, and small letters only inside as in RvdK. 0: none. */
size_t abbreviation_length(const char *text, size_t length);

#endif
