/* What a sound model says, judged: contradictions, leaks and what hinders readers.
 *
 * The room reads the model and changes nothing. Every finding is a message whose severity site.yaml may set. It looks
 * at what authors wrote, in the language in which they wrote it; what it cannot tell for sure it leaves alone. */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "base/message.h"
#include "report/report.h"

/* Tells what is wrong in a publication that was loaded without errors. */
void check_publication(const struct publication *publication, struct messages *messages);

#endif
