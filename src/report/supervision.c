/* Steps in the history of institutions and regions: what the inspectorates did, and when. */
#include <string.h>

#include "report/date.h"
#include "report/load.h"
#include "report/schema.h"

static const char step_extended[] = "extended", step_ended[] = "ended", step_regular[] = "regular";

const char *const supervision_steps[] = {"intensified", "instruction", step_extended, step_ended, step_regular, NULL};

/* The step by its name; "" for a word that is none, which was told. */
static const char *step_named(const char *word)
{
    for (size_t i = 0; word && supervision_steps[i]; i++) {
        if (strcmp(supervision_steps[i], word) == 0) return supervision_steps[i];
    }
    return "";
}

/* Steps whose date is none were told; they are left out. */
static bool load_step(struct loader *loader, const struct value *record, struct supervision *step)
{
    const char *date = value_text_at(loader->arena, record, "date");
    const char *until = value_text_at(loader->arena, record, "until");
    *step = (struct supervision){.place = value_place_at(record, "step")};
    if (!date || period_read(date, &step->date) != DATE_FINE) return false;
    if (until && period_read(until, &step->until) != DATE_FINE) step->until.year = 0;
    step->step = step_named(value_text_at(loader->arena, record, "step"));
    step->text = value_text_at(loader->arena, record, "text");
    step->source = value_text_at(loader->arena, record, "source");
    step->report_id = value_text_at(loader->arena, record, "report");
    if (step->report_id) step->report_place = value_get(record, "report")->place;
    return *step->step && step->text;
}

static void check_until(struct loader *loader, const struct value *record, const struct supervision *step)
{
    if (!step->until.year || !period_is_after(step->date, step->until)) return;
    message_add(loader->messages, DATES_OUT_OF_ORDER, value_get(record, "until")->place,
                "%s comes before %s, when the step began; expected a later date",
                date_iso(loader->arena, step->until), date_iso(loader->arena, step->date));
}

static void check_order(struct loader *loader, const struct value *record, const struct supervision *last,
                        const struct supervision *step)
{
    if (!period_is_after(last->date, step->date)) return;
    message_add(loader->messages, DATES_OUT_OF_ORDER, value_get(record, "date")->place,
                "%s comes before %s, the date of the step above; expected the steps in order",
                date_iso(loader->arena, step->date), date_iso(loader->arena, last->date));
}

/* What is over cannot be extended, nor end again. The first step may: what came before it need not be known. */
static void check_step(struct loader *loader, const struct supervision *last, const struct supervision *step)
{
    bool over = last->step == step_ended || last->step == step_regular;
    bool goes_on = step->step == step_extended || step->step == step_ended;
    if (!over || !goes_on) return;
    message_add(loader->messages, SUPERVISION_STEP, step->place,
                "`%s` follows on `%s`, after which there is nothing to go on with; expected the step that began it",
                step->step, last->step);
}

static void check_supervised(struct loader *loader, const struct value *record, const struct institution *institution)
{
    if (institution->kind != INSTITUTION_INSPECTORATE || !value_get(record, "supervision")) return;
    message_add(loader->messages, INSTITUTION_KIND, value_place_at(record, "supervision"),
                "`%s` is an inspectorate, which is not supervised; expected `supervision` of institutions and regions only",
                institution->id);
}

void supervision_load(struct loader *loader, const struct value *record, struct institution *institution)
{
    const struct value *list = value_list_at(record, "supervision");
    check_supervised(loader, record, institution);
    institution->supervision = arena_array(loader->arena, list->count, sizeof *institution->supervision);
    for (size_t i = 0; i < list->count; i++) {
        const struct value *item = list->items[i];
        struct supervision *step = &institution->supervision[institution->supervision_count];
        if (item->kind != VALUE_MAP || !load_step(loader, item, step)) continue;
        check_until(loader, item, step);
        if (institution->supervision_count++ == 0) continue;
        check_order(loader, item, step - 1, step);
        check_step(loader, step - 1, step);
    }
}

void supervision_link(struct loader *loader)
{
    const struct publication *publication = loader->publication;
    for (size_t i = 0; i < publication->institution_count; i++) {
        const struct institution *institution = &publication->institutions[i];
        for (size_t j = 0; j < institution->supervision_count; j++) {
            struct supervision *step = &institution->supervision[j];
            if (step->report_id) step->report = report_find(loader, step->report_id, step->report_place, NULL);
        }
    }
}
