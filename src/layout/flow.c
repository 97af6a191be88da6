#include "layout/flow.h"

#include <string.h>

#include "layout/setter.h"

const float penalty_avoid = 8, penalty_lines = 4, penalty_hyphen = 1.2F, penalty_row = 0.35F, penalty_span = 0.2F;

static const float tolerance = 0.02F; /* points */

const struct resume resume_done = {.index = (size_t)-1};

struct flow flow_new(struct setter *setter, enum flow_mode mode, float y, float limit)
{
    return (struct flow){
        .setter = setter, .mode = mode, .y = y, .limit = limit, .must = true, .baseline = -1, .last_baseline = -1};
}

float flow_settle(struct flow *flow)
{
    if (!flow->trim) flow->y += margin_value(flow->margin);
    flow->margin = (struct margin){0, 0};
    return flow->y;
}

static float limit_of(const struct flow *flow)
{
    return flow->limit - flow->reserve - flow->setter->notes.reserved;
}

bool flow_fits(const struct flow *flow, float y)
{
    return flow->mode != FLOW_CUT || y <= limit_of(flow) + tolerance;
}

bool flow_is_past(const struct flow *flow)
{
    return flow->mode == FLOW_WHOLE && flow->y > flow->limit;
}

bool flow_force(struct flow *flow)
{
    if (flow->best.found || !flow->must) return false;
    flow->overfull = true;
    return true;
}

static const struct resume *chain(struct flow *flow, struct resume innermost)
{
    struct arena *arena = flow->setter->work;
    struct resume *resume = arena_make(arena, struct resume);
    *resume = innermost;
    for (const struct level *level = flow->level->outer; level; level = level->outer) {
        struct resume *outer = arena_make(arena, struct resume);
        *outer = (struct resume){.child = level->child, .index = level->index, .inner = resume};
        resume = outer;
    }
    return resume;
}

/* The last of the cheapest wins. */
static bool offer(struct flow *flow, struct resume innermost, float penalty, const char *page)
{
    float empty = (limit_of(flow) - flow->y) / flow->setter->page_room;
    float cost = penalty + (empty > 0 ? empty : 0);
    if (flow->level->avoid) cost += penalty_avoid;
    if (!flow->best.found || cost <= flow->best.cost) {
        flow->best = (struct cut){
            .found = true, .at = chain(flow, innermost), .cost = cost, .y = flow->y, .rule = BREAK_AUTO, .page = page};
    }
    return !flow->overfull;
}

static bool same_page(const char *one, const char *other)
{
    return one == other || (one && other && strcmp(one, other) == 0);
}

void flow_end(struct flow *flow, struct resume here, enum break_rule rule)
{
    flow->best = (struct cut){.found = true,
                              .at = chain(flow, here),
                              .cost = -1,
                              .y = flow->y,
                              .rule = rule,
                              .page = flow->level->box->page};
}

bool flow_offer_between(struct flow *flow, const struct box *previous, const struct box *next, struct resume here,
                        float penalty)
{
    if (flow->mode != FLOW_CUT) return true;
    enum break_rule rule =
        previous->break_after > next->break_before ? previous->break_after : next->break_before;
    bool names = !flow->beside && !same_page(previous->last_page, next->first_page);
    if (rule < BREAK_PAGE && names) rule = BREAK_PAGE;
    if (rule >= BREAK_PAGE && !flow->inner && flow->placed) {
        flow_end(flow, here, rule);
        if (names) flow->best.page = next->first_page;
        return false;
    }
    return offer(flow, here, penalty + (rule == BREAK_AVOID ? penalty_avoid : 0), next->first_page);
}

bool flow_offer(struct flow *flow, struct resume here, float penalty)
{
    return flow->mode != FLOW_CUT || offer(flow, here, penalty, flow->level->box->page);
}

/* ---- floats ---- */

void flow_clear(struct flow *flow)
{
    for (const struct floated *each = flow->floats; each; each = each->next) {
        if (flow->y < each->bottom) flow->y = each->bottom;
    }
    flow->floats = NULL;
}
