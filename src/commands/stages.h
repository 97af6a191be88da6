/* How long each stage took, for `--timings` and the benchmark. Only ever told, never part of a result. */
#ifndef COMMANDS_STAGES_H
#define COMMANDS_STAGES_H

#include <stdio.h>

enum stage { STAGE_LOAD, STAGE_CHECK, STAGE_COMPOSE, STAGE_STYLE, STAGE_LAYOUT, STAGE_PDF, STAGE_SITE, STAGE_COUNT };

struct stages {
    double seconds[STAGE_COUNT];
    double started; /* of the running stage */
};

void stages_start(struct stages *stages);
void stages_end(struct stages *stages, enum stage stage); /* adds the time since the start; starts the next */
void stages_join(struct stages *into, const struct stages *from);
void stages_print(const struct stages *stages, FILE *stream);

#endif
