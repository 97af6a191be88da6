/* The passages of a report's finished document: what other reports may refer to. */
#ifndef COMPOSE_PASSAGES_H
#define COMPOSE_PASSAGES_H

#include "compose/map.h"
#include "document/document.h"

struct passage {
    const char *id, *address;     /* "norm-1a.3", "theme-1a.html#norm-1a.3" */
    const char *page;             /* as printed in the report's PDF; NULL: not laid out */
    const char *phrase, *number;  /* the word that names it, and what fills it; NULL phrase: it has no name of its own */
    const struct passage *around; /* the nearest part around it that has a number of its own; NULL: it is one, or there is none */
    const char *language;         /* of its words */
    /* Of a passage whose words others show: */
    const char *words;            /* NULL: not asked for */
    const struct node *content;   /* the same as elements, without what may stand once only; NULL: too much to show whole */
    const struct node *speaker;   /* who said it; NULL: not a quote, or it does not say */
};

struct passages {
    struct map *by_id; /* struct passage */
};

#endif
