/* Messages of a rendering: with the tag's place, a way out, and the calls that led there. */
#include <string.h>

#include "base/buffer.h"
#include "template/render.h"

enum { NAMES_LIMIT = 1000, NAMES_SHOWN = 8, CALLS_SHOWN = 6 };

bool may_tell(struct rendering *rendering, const struct step *step)
{
    for (size_t i = 0; i < rendering->told_count; i++) {
        if (rendering->told[i] == step) return false;
    }
    if (rendering->stopped) return false;
    rendering->told[rendering->told_count++] = step;
    rendering->stopped = rendering->told_count == RENDER_ERROR_LIMIT;
    return true;
}

static void add_calls(struct buffer *out, const struct call *call)
{
    const char *word = "called in";
    for (unsigned shown = 0; call && call->step; call = call->outer, shown++) {
        if (shown == CALLS_SHOWN) {
            buffer_add(out, ", …");
            return;
        }
        buffer_format(out, "%s %s:%u", word, call->step->place.source->path, call->step->place.line);
        word = ", from";
    }
}

void hint_calls(struct rendering *rendering, const struct call *call, const char *first)
{
    struct buffer calls = buffer_new(rendering->arena);
    add_calls(&calls, call);
    if (first && calls.length) message_hint(rendering->messages, "%s (%s)", first, buffer_text(&calls));
    else if (first || calls.length) message_hint(rendering->messages, "%s", first ? first : buffer_text(&calls));
}

const char *did_you_mean(struct rendering *rendering, const char *nearest)
{
    return nearest ? arena_format(rendering->arena, "did you mean \"%s\"?", nearest) : NULL;
}

const char *way_out(struct rendering *rendering, const char *part, const char *const *names, size_t count)
{
    const char *nearest = suggest(part, names, count);
    if (nearest || count == 0) return did_you_mean(rendering, nearest);
    struct buffer out = buffer_new(rendering->arena);
    buffer_add(&out, "known here: ");
    for (size_t i = 0; i < count && i < NAMES_SHOWN; i++) buffer_format(&out, "%s%s", i ? ", " : "", names[i]);
    if (count > NAMES_SHOWN) buffer_add(&out, ", …");
    return buffer_text(&out);
}

void tell_unknown_name(struct rendering *rendering, const struct call *call, const struct step *step,
                       const struct lookup *lookup)
{
    if (!may_tell(rendering, step)) return;
    const char *names[NAMES_LIMIT];
    size_t count = 0;
    if (!lookup->within) {
        message_add(rendering->messages, TEMPLATE_UNKNOWN_NAME, step->place, "the data has no \"%s\"", lookup->part);
        count = context_names(&rendering->context, names, NAMES_LIMIT);
    } else {
        int above = (int)(lookup->up_to - strlen(lookup->part) - 1);
        message_add(rendering->messages, TEMPLATE_UNKNOWN_NAME, step->place, "\"%.*s\" (%s) has no \"%s\"", above,
                    step->name.text, value_kind_name(lookup->within->kind), lookup->part);
        struct context only = context_new(rendering->arena);
        context_push(&only, lookup->within);
        count = context_names(&only, names, NAMES_LIMIT);
    }
    hint_calls(rendering, call, way_out(rendering, lookup->part, names, count));
}

void tell_unknown_template(struct rendering *rendering, const struct call *call, const struct step *step,
                           const char *name)
{
    if (!may_tell(rendering, step)) return;
    message_add(rendering->messages, TEMPLATE_UNKNOWN_TEMPLATE, step->place, "there is no template \"%s\"", name);
    hint_calls(rendering, call,
               did_you_mean(rendering, templates_suggest(rendering->arena, rendering->templates, name)));
}

/* What to write instead of the value itself. */
static const char *instead(struct rendering *rendering, const struct step *step, const struct value *value)
{
    const char *name = step->name.text;
    if (value->kind != VALUE_MAP)
        return arena_format(rendering->arena, "a section asks for it: {{#%s}} … {{/%s}}", name, name);
    if (value->count == 0 || step->name.count == 0) return NULL;
    return arena_format(rendering->arena, "one of its parts can be: {{%s.%s}}", name, value->members[0].key);
}

void tell_no_text(struct rendering *rendering, const struct call *call, const struct step *step,
                  const struct value *value)
{
    static const char *const kinds[] = {
        [VALUE_NULL] = "nothing", [VALUE_BOOLEAN] = "true", [VALUE_STRING] = "text",
        [VALUE_LIST] = "a list",  [VALUE_MAP] = "a map",    [VALUE_MARKUP] = "markup",
    };
    if (!may_tell(rendering, step)) return;
    bool names_template = step->kind == STEP_PARTIAL || step->kind == STEP_PARENT;
    message_add(rendering->messages, TEMPLATE_NO_TEXT, step->place, "\"%s\" is %s and cannot %s; expected text",
                step->name.text, kinds[value->kind], names_template ? "name a template" : "be written");
    hint_calls(rendering, call, names_template ? NULL : instead(rendering, step, value));
}

/* "a -> b -> a": from the innermost call back to where its template was rendered before. */
static const char *cycle(struct rendering *rendering, const struct call *call)
{
    const struct call *names[CALL_LIMIT];
    size_t count = 0;
    for (const struct call *at = call; at && count < CALL_LIMIT; at = at->outer) {
        names[count++] = at;
        if (count > 1 && at->program == call->program) break;
    }
    struct buffer out = buffer_new(rendering->arena);
    while (count-- > 0) buffer_format(&out, "%s%s", names[count]->program->name, count ? " -> " : "");
    return buffer_text(&out);
}

void tell_recursion(struct rendering *rendering, const struct call *call, const struct step *step)
{
    if (!rendering->stopped && may_tell(rendering, step)) {
        message_add(rendering->messages, TEMPLATE_RECURSION, step->place, "templates are called more than %d deep: %s",
                    CALL_LIMIT, cycle(rendering, call));
        message_hint(rendering->messages, "a template may call itself only in a section over data that ends");
    }
    rendering->stopped = true;
}

void tell_too_large(struct rendering *rendering, const struct call *call, const struct step *step, const char *what)
{
    if (!rendering->stopped && may_tell(rendering, step)) {
        message_add(rendering->messages, TEMPLATE_TOO_LARGE, step->place, "%s; do sections repeat each other?", what);
        hint_calls(rendering, call, NULL);
    }
    rendering->stopped = true;
}
