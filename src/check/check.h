/* What a sound model says, judged: contradictions, leaks and what hinders readers.
 *
 * The room reads the model and changes nothing. Every finding is a message whose severity site.yaml may set. It looks
 * at what authors wrote, in the language in which they wrote it; what it cannot tell for sure it leaves alone. */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "base/message.h"
#include "report/report.h"

/* Texts that `oordeel new` writes for its author to replace. */
struct skeleton {
    const char **texts;
    size_t count;
};

/* Tells what is wrong in a publication that was loaded without errors. `skeleton` NULL: none is known. */
void check_publication(const struct publication *publication, const struct skeleton *skeleton, struct messages *messages);

#endif
