/* The pairs of colours that stand on each other, and whether a house's own can be told apart. */
#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "style/sheet.h"

/* What is asked (WCAG 2.2): 4.5 for text (1.4.3), 3 for lines and areas that say something (1.4.11). */
#define TEXT 4.5
#define SIGN 3.0

/* The one table of what stands on what; `document.css` and `screen.css` set it so. */
static const struct pair {
    const char *front, *back;
    double asked;
    bool print; /* only there */
} pairs[] = {
    {"--colour-ink", "--colour-paper", TEXT, false},
    {"--colour-ink", "--colour-panel", TEXT, false},
    {"--colour-ink", "--colour-accent-tint", TEXT, false},
    {"--colour-ink", "--colour-warning-tint", TEXT, false},
    {"--colour-ink", "--colour-case-tint", TEXT, false},
    {"--colour-quiet", "--colour-paper", TEXT, false},
    {"--colour-quiet", "--colour-panel", TEXT, false},
    {"--colour-quiet", "--colour-accent-tint", TEXT, false},
    {"--colour-quiet", "--colour-case-tint", TEXT, false},
    {"--colour-quiet", "--colour-watermark", TEXT, true},
    {"--colour-accent", "--colour-paper", TEXT, false},
    {"--colour-accent", "--colour-panel", TEXT, false},
    {"--colour-accent", "--colour-accent-tint", TEXT, false},
    {"--colour-accent", "--colour-warning-tint", TEXT, false},
    {"--colour-accent", "--colour-case-tint", TEXT, false},
    {"--colour-on-accent", "--colour-accent", TEXT, false},
    {"--colour-accent-quiet", "--colour-accent", TEXT, false},
    {"--colour-warning", "--colour-paper", TEXT, false},
    {"--colour-warning", "--colour-warning-tint", TEXT, false},
    {"--focus", "--colour-paper", SIGN, false},
    {"--chart-1-ink", "--chart-1", TEXT, false},
    {"--chart-2-ink", "--chart-2", TEXT, false},
    {"--chart-3-ink", "--chart-3", TEXT, false},
    {"--chart-4-ink", "--chart-4", TEXT, false},
    {"--chart-5-ink", "--chart-5", TEXT, false},
    {"--chart-6-ink", "--chart-6", TEXT, false},
    {"--chart-1-line", "--colour-paper", SIGN, false},
    {"--chart-2-line", "--colour-paper", SIGN, false},
    {"--chart-3-line", "--colour-paper", SIGN, false},
    {"--chart-4-line", "--colour-paper", SIGN, false},
    {"--chart-5-line", "--colour-paper", SIGN, false},
    {"--chart-6-line", "--colour-paper", SIGN, false},
};
enum { PAIR_COUNT = sizeof pairs / sizeof *pairs };

/* ---- contrast (WCAG 2.2, "contrast ratio" and "relative luminance") ---- */

static double part(unsigned char channel)
{
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(struct colour colour)
{
    return 0.2126 * part(colour.red) + 0.7152 * part(colour.green) + 0.0722 * part(colour.blue);
}

static double contrast(struct colour one, struct colour other)
{
    double a = luminance(one), b = luminance(other);
    return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

/* ---- a specimen: an element for each pair, styled as any document is ---- */

static struct sheet *specimen_sheet(struct arena *arena)
{
    struct buffer text = buffer_new(arena);
    for (size_t i = 0; i < PAIR_COUNT; i++) {
        buffer_format(&text, ".pair-%zu { color: var(%s, black); background-color: var(%s, white) }\n", i, pairs[i].front,
                      pairs[i].back);
    }
    struct source *source = arena_make(arena, struct source);
    *source = (struct source){.path = "contrast.css", .text = buffer_text(&text), .length = text.length};
    return style_read(arena, source, messages_new(arena));
}

static const struct styled *specimen(struct arena *arena, struct sheet *const *sheets, size_t count, const char *medium)
{
    struct sheet **all = arena_array(arena, count + 1, sizeof(struct sheet *));
    for (size_t i = 0; i < count; i++) all[i] = sheets[i];
    all[count] = specimen_sheet(arena);
    struct node *root = node_element(arena, "article", (struct place){0});
    for (size_t i = 0; i < PAIR_COUNT; i++) {
        struct node *element = node_element(arena, "div", (struct place){0});
        node_set(arena, element, "class", arena_format(arena, "pair-%zu", i));
        node_append(root, element);
    }
    return style_document(arena, root, all, count + 1, medium, messages_new(arena));
}

/* ---- who is to blame ---- */

/* Where an own sheet sets the variable last in this medium, or NULL. */
static const struct declaration *own_setting(struct sheet *const *sheets, size_t count, const char *medium, const char *name)
{
    const struct declaration *found = NULL;
    for (size_t i = 0; i < count; i++) {
        for (const struct rule *rule = sheets[i]->own ? sheets[i]->rules : NULL; rule; rule = rule->next) {
            for (size_t j = 0; rule->media & media_of(medium) && j < rule->declarations.count; j++) {
                const struct declaration *declaration = &rule->declarations.items[j];
                if (declaration->custom && strcmp(declaration->custom, name) == 0) found = declaration;
            }
        }
    }
    return found;
}

/* What one setting does wrong. */
struct fault {
    const struct declaration *setting;
    struct buffer text;
    double asked;
};

static struct fault *fault_of(struct arena *arena, struct fault *faults, const struct declaration *setting)
{
    size_t i = 0;
    while (faults[i].setting && faults[i].setting != setting) i++;
    if (!faults[i].setting) faults[i] = (struct fault){.setting = setting, .text = buffer_new(arena)};
    return &faults[i];
}

static void add_fault(struct fault *fault, const struct pair *pair, double ratio)
{
    bool front = strcmp(pair->front, fault->setting->custom) == 0;
    /* Rounded down: 4.49 is not enough and must not read as 4.5. */
    buffer_format(&fault->text, "%s%.1f with “%s”", fault->text.length ? ", " : "", floor(ratio * 10) / 10,
                  front ? pair->back : pair->front);
    if (pair->asked > fault->asked) fault->asked = pair->asked;
}

void style_check_contrast(struct arena *arena, struct sheet *const *sheets, size_t count, const char *medium,
                          struct messages *messages)
{
    struct fault faults[2 * PAIR_COUNT + 1] = {{0}};
    const struct styled *styled = specimen(arena, sheets, count, medium)->first;
    for (size_t i = 0; i < PAIR_COUNT; i++, styled = styled->next) {
        double ratio = contrast(styled->style->colour, styled->style->background);
        const struct declaration *front = own_setting(sheets, count, medium, pairs[i].front);
        const struct declaration *back = own_setting(sheets, count, medium, pairs[i].back);
        bool here = !pairs[i].print || strcmp(medium, "print") == 0;
        if (here && ratio < pairs[i].asked && (front || back)) add_fault(fault_of(arena, faults, front ? front : back), &pairs[i], ratio);
    }
    for (const struct fault *fault = faults; fault->setting; fault++) {
        message_add(messages, CONTRAST_LOW, fault->setting->place, "“%s” has a contrast of %s%s; expected %.1f",
                    fault->setting->custom, buffer_text(&fault->text),
                    strcmp(medium, "dark") == 0 ? " on dark pages" : "", fault->asked);
    }
}
