#include "commands/stages.h"

#include <time.h>

static const char *const names[STAGE_COUNT] = {"load", "check", "compose", "style", "layout", "pdf", "site"};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void stages_start(struct stages *stages)
{
    stages->started = now();
}

void stages_end(struct stages *stages, enum stage stage)
{
    double time = now();
    stages->seconds[stage] += time - stages->started;
    stages->started = time;
}

void stages_join(struct stages *into, const struct stages *from)
{
    for (int i = 0; i < STAGE_COUNT; i++) into->seconds[i] += from->seconds[i];
}

void stages_print(const struct stages *stages, FILE *stream)
{
    double total = 0;
    for (int i = 0; i < STAGE_COUNT; i++) {
        fprintf(stream, "%-8s %8.1f ms\n", names[i], stages->seconds[i] * 1000);
        total += stages->seconds[i];
    }
    fprintf(stream, "%-8s %8.1f ms\n", "total", total * 1000);
}
