/* Why a YAML file cannot be read, in an author's words (inside content/ only). */
#ifndef CONTENT_YAML_PROBLEM_H
#define CONTENT_YAML_PROBLEM_H

#include <stdbool.h>

#include "base/message.h"
#include "base/value.h"
#include "base/place.h"

struct yaml_problem {
    const char *text, *context;         /* libyaml's own words; "" when it gives none */
    struct place place, context_place;  /* where it stopped; where that began */
};

/* Adds one message: looks first at what stands in the lines (a tab, a colon without a space), then for
 * libyaml's words in a table; words that are not there are given as they are. */
void yaml_problem_tell(const struct yaml_problem *problem, struct messages *messages);

/* ---- yaml_slip.c: what can be read and was meant otherwise; true: told, the file is not read further ---- */

/* A text as it stands in the file. */
struct yaml_scalar {
    const char *text;
    struct place place;
    bool plain;    /* without quotes */
    bool may_look; /* its line may be searched for: that costs a walk through the file, so it is done some hundred times */
};

/* Spaces before a line that are none in YAML, where libyaml stopped or on the line above. */
bool yaml_slip_at_problem(const struct yaml_problem *problem, struct messages *messages);
bool yaml_slip_key(const struct yaml_scalar *key, struct messages *messages);
/* Lists with another sign than `-`; curled quotes around a whole value, which are told only. */
bool yaml_slip_value(const struct yaml_scalar *scalar, struct messages *messages);
/* The member that was added last to a map within braces: a decimal comma, a colon without a space. */
bool yaml_slip_member(const struct value *map, struct messages *messages);
/* A list within brackets. */
bool yaml_slip_list(const struct value *list, struct messages *messages);

#endif
