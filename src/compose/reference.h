/* What is referred to, and in which words (inside compose/ only). */
#ifndef COMPOSE_REFERENCE_H
#define COMPOSE_REFERENCE_H

#include "compose/resolve.h"

/* "norm {number}" with "1a.3": the key of the interface word, and what fills it. */
struct naming {
    const char *phrase, *number;
    bool within; /* said together with the part around it: a title or a quote */
};

/* How an element with an id is named. false: it has no name. */
bool reference_name(struct arena *arena, const struct node *target, struct naming *naming);

/* The link holds text or an image. */
bool reference_has_text(struct arena *arena, const struct node *link);

/* The text becomes that of the link, with a capital at the start of a sentence. */
void reference_set_text(struct resolve *resolve, struct node *link, const char *text);

/* The nearest of the names as a hint: "did you mean `PREFIXname`?"; or else those that begin alike. */
void reference_hint(struct resolve *resolve, const char *prefix, const char *name, const char *const *names, size_t count);

/* The kinds of reference as an author needs to know them: [{name, about}]. */
struct value *reference_forms(struct arena *arena);

#endif
