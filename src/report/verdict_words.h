/* Whether a text says what the data says (inside report/ only). */
#ifndef REPORT_VERDICT_WORDS_H
#define REPORT_VERDICT_WORDS_H

#include <stdbool.h>

#include "report/report.h"

/* True when the text names the verdict in the framework's words, as words of their own and not as a part of
 * another verdict's ("voldoende" in "grotendeels voldoende"), whatever their case. */
bool verdict_is_named(struct arena *arena, const char *text, const struct step *verdict,
                      const struct framework *framework);

#endif
