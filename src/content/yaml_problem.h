/* Why a YAML file cannot be read, in an author's words (inside content/ only). */
#ifndef CONTENT_YAML_PROBLEM_H
#define CONTENT_YAML_PROBLEM_H

#include "base/message.h"
#include "base/place.h"

struct yaml_problem {
    const char *text, *context;         /* libyaml's own words; "" when it gives none */
    struct place place, context_place;  /* where it stopped; where that began */
};

/* Adds one message: looks first at what stands in the lines (a tab, a colon without a space), then for
 * libyaml's words in a table; words that are not there are given as they are. */
void yaml_problem_tell(const struct yaml_problem *problem, struct messages *messages);

#endif
