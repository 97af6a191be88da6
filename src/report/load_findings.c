/* findings/THEME.md: one file per theme, split into introduction, verdict, norms and shortcomings. */
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/utf8.h"
#include "report/load.h"
#include "report/verdict_words.h"

struct splitter {
    struct reading *reading;
    struct theme_result *result;
    const char *path;
    struct node *target;                 /* takes what follows */
    struct finding *finding;             /* of the norm that is open, or NULL */
    struct node *shortcomings;           /* what stands under the open heading of shortcomings, or NULL */
    struct node **headings;              /* [norm_count]: the heading of each norm, NULL as long as it was not met */
    struct node **shortcomings_headings; /* [norm_count] likewise */
    struct node *verdict_heading;
    bool *excused; /* [norm_count + 1]: probably meant by a heading that is not known; the verdict is last */
    struct notes notes;
    bool elsewhere; /* a norm of another theme was told */
};

static struct arena *arena_of(const struct splitter *splitter)
{
    return splitter->reading->loader->arena;
}

static void tell(struct splitter *splitter, enum message_code code, const struct node *node, const char *text)
{
    message_add(splitter->reading->loader->messages, code, node->place, "%s", text);
}

static struct node *new_body(const struct splitter *splitter, struct place place)
{
    return node_element(arena_of(splitter), "body", place);
}

/* ---- shortcomings ---- */

static bool is_list(const struct node *node)
{
    return node_is(node, "ul") || node_is(node, "ol");
}

static void add_shortcoming(struct splitter *splitter, struct node *item, size_t *capacity)
{
    struct finding *finding = splitter->finding;
    struct arena *arena = arena_of(splitter);
    struct node *body = new_body(splitter, item->place);
    if (!item->first) tell(splitter, TEXT_EMPTY, item, "this shortcoming is empty; expected text");
    node_move_children(item, body);
    finding->shortcomings =
        arena_grow(arena, finding->shortcomings, finding->shortcoming_count, capacity, sizeof *finding->shortcomings);
    struct shortcoming *shortcoming = &finding->shortcomings[finding->shortcoming_count++];
    shortcoming->id = arena_format(arena, "%s-%zu", finding->norm->id, finding->shortcoming_count);
    shortcoming->body = body;
}

static void add_shortcomings(struct splitter *splitter, struct node *list)
{
    size_t capacity = 0;
    for (struct node *item = list->first, *next; item; item = next) {
        next = item->next;
        if (node_is(item, "li")) add_shortcoming(splitter, item, &capacity);
    }
}

/* What stood under the heading must be one list. */
static void close_shortcomings(struct splitter *splitter)
{
    struct node *held = splitter->shortcomings, *list = NULL;
    if (!held) return;
    splitter->shortcomings = NULL;
    for (struct node *node = held->first; node && !list; node = node->next) list = is_list(node) ? node : NULL;
    if (!list) {
        tell(splitter, SHORTCOMINGS_MALFORMED, held,
             "there is no list under this heading; expected one with the shortcomings");
        message_hint(splitter->reading->loader->messages, "begin the line of each shortcoming with `- `, not indented");
        return;
    }
    for (struct node *node = held->first; node; node = node->next) {
        if (node == list) continue;
        bool again = is_list(node);
        tell(splitter, SHORTCOMINGS_MALFORMED, node,
             again ? "a second list begins here; expected one under this heading"
                   : "text stands beside the list; expected only its items here");
        if (again) message_hint(splitter->reading->loader->messages, "use the same sign, `-`, for all items");
        break;
    }
    add_shortcomings(splitter, list);
}

static void open_shortcomings(struct splitter *splitter, struct node *heading)
{
    struct node **first = &splitter->shortcomings_headings[splitter->finding->norm - splitter->result->theme->norms];
    if (*first || splitter->shortcomings)
        tell(splitter, HEADING_TWICE, heading, "the norm has this heading already; expected it once");
    close_shortcomings(splitter);
    struct node *held = new_body(splitter, heading->place);
    if (!*first) splitter->shortcomings = held;
    *first = heading;
    splitter->target = held;
}

/* ---- headings ---- */

/* The only name of which there is something, or NULL. */
static const char *only_one(const char *const *names, size_t count)
{
    const char *found = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!*names[i]) continue;
        if (found) return NULL;
        found = names[i];
    }
    return found;
}

/* What a heading that is not known was probably meant for: a norm that it names with more words, or the
 * nearest of those that are not there yet. Gives its index, the norm count for the verdict; or a larger one. */
static size_t meant_by(const struct splitter *splitter, const char *text)
{
    const struct theme *theme = splitter->result->theme;
    const char **names = arena_array(arena_of(splitter), theme->norm_count + 1, sizeof *names);
    for (size_t i = 0; i < theme->norm_count; i++) {
        size_t length = strlen(theme->norms[i].id);
        bool longer = strncmp(text, theme->norms[i].id, length) == 0 && (text[length] == ' ' || text[length] == ':');
        if (longer) return i;
        names[i] = splitter->headings[i] || splitter->excused[i] ? "" : theme->norms[i].id;
    }
    names[theme->norm_count] = splitter->verdict_heading ? "" : splitter->reading->language->verdict_heading;
    const char *near = suggest(text, names, theme->norm_count + 1);
    if (!near && language_is_verdict_elsewhere(arena_of(splitter), text)) near = names[theme->norm_count];
    if (!near) near = only_one(names, theme->norm_count + 1);
    size_t index = 0;
    while (index <= theme->norm_count && names[index] != near) index++;
    return near && *near ? index : theme->norm_count + 1;
}

static void hint_heading(struct splitter *splitter, const char *text)
{
    const struct theme *theme = splitter->result->theme;
    struct messages *messages = splitter->reading->loader->messages;
    size_t meant = meant_by(splitter, text);
    if (meant > theme->norm_count) return;
    bool verdict = meant == theme->norm_count;
    const char *name = verdict ? splitter->reading->language->verdict_heading : theme->norms[meant].id;
    bool longer = !verdict && strncmp(text, name, strlen(name)) == 0;
    if (longer) message_hint(messages, "write `## %s` only: the title comes from the framework", name);
    else message_hint(messages, "did you mean `## %s`?", name);
    splitter->excused[meant] = true;
}

/* The theme that has a norm of that id, or NULL. */
static const struct theme *theme_with(const struct framework *framework, const char *norm)
{
    for (size_t i = 0; i < framework->theme_count; i++) {
        for (size_t j = 0; j < framework->themes[i].norm_count; j++) {
            if (strcmp(framework->themes[i].norms[j].id, norm) == 0) return &framework->themes[i];
        }
    }
    return NULL;
}

/* A norm of another theme. In a file with the wrong name they all are: told of the first. */
static void tell_elsewhere(struct splitter *splitter, struct node *heading, const char *text, const struct theme *theme)
{
    bool told = splitter->elsewhere;
    splitter->elsewhere = true;
    if (told) return;
    tell(splitter, HEADING_UNKNOWN, heading,
         arena_format(arena_of(splitter), "`%s` is a norm of theme %s; expected one of theme %s", text, theme->id,
                      splitter->result->theme->id));
    message_hint(splitter->reading->loader->messages, "the findings on theme %s stand in `findings/%s.md`", theme->id,
                 theme->id);
}

static void tell_unknown(struct splitter *splitter, struct node *heading, const char *text)
{
    const struct language *language = splitter->reading->language;
    struct arena *arena = arena_of(splitter);
    const struct theme *other = theme_with(splitter->reading->report->framework, text);
    if (other) {
        tell_elsewhere(splitter, heading, text, other);
        return;
    }
    if (language_is_shortcomings_heading(arena, language, text)) {
        tell(splitter, HEADING_UNKNOWN, heading,
             arena_format(arena, "`%s` belongs to a norm; expected it as `###` at the end of one", text));
        return;
    }
    tell(splitter, HEADING_UNKNOWN, heading,
         arena_format(arena, "`%s` is no norm of theme %s; expected `%s` or the number of a norm", text,
                      splitter->result->theme->id, language->verdict_heading));
    hint_heading(splitter, text);
}

static struct finding *finding_of(const struct splitter *splitter, const char *id)
{
    for (size_t i = 0; i < splitter->result->theme->norm_count; i++) {
        if (strcmp(splitter->result->findings[i].norm->id, id) == 0) return &splitter->result->findings[i];
    }
    return NULL;
}

/* The first norm after this one that was met already, or NULL. */
static const struct norm *norm_met_after(const struct splitter *splitter, size_t index)
{
    for (size_t i = index + 1; i < splitter->result->theme->norm_count; i++) {
        if (splitter->headings[i]) return &splitter->result->theme->norms[i];
    }
    return NULL;
}

static void open_norm(struct splitter *splitter, struct node *heading, struct finding *finding)
{
    size_t index = (size_t)(finding->norm - splitter->result->theme->norms);
    const struct norm *later = norm_met_after(splitter, index);
    if (splitter->headings[index]) {
        tell(splitter, HEADING_TWICE, heading,
             arena_format(arena_of(splitter), "norm %s has a heading on line %u already; expected one",
                          finding->norm->id, splitter->headings[index]->place.line));
        return;
    }
    if (later)
        tell(splitter, HEADINGS_OUT_OF_ORDER, heading,
             arena_format(arena_of(splitter), "norm %s stands behind norm %s; expected the framework's order",
                          finding->norm->id, later->id));
    splitter->headings[index] = heading;
    splitter->finding = finding;
    splitter->target = finding->body = new_body(splitter, heading->place);
}

static void open_verdict(struct splitter *splitter, struct node *heading)
{
    if (splitter->verdict_heading) {
        tell(splitter, HEADING_TWICE, heading, "the theme has this heading already; expected it once");
        return;
    }
    if (norm_met_after(splitter, (size_t)-1))
        tell(splitter, HEADINGS_OUT_OF_ORDER, heading,
             "the verdict stands behind a norm; expected it before the norms");
    splitter->verdict_heading = heading;
    splitter->target = splitter->result->verdict_text = new_body(splitter, heading->place);
}

/* A heading of level 2. What stands under one that is not known is left out. */
static void open_section(struct splitter *splitter, struct node *heading)
{
    const char *text = node_string(arena_of(splitter), heading);
    struct finding *finding = finding_of(splitter, text);
    close_shortcomings(splitter);
    splitter->finding = NULL;
    splitter->target = new_body(splitter, heading->place);
    if (finding) open_norm(splitter, heading, finding);
    else if (language_is_verdict_heading(arena_of(splitter), splitter->reading->language, text))
        open_verdict(splitter, heading);
    else tell_unknown(splitter, heading, text);
}

/* A heading of level 3 or 4 under a norm. */
static void add_heading(struct splitter *splitter, struct node *heading)
{
    const char *text = node_string(arena_of(splitter), heading);
    bool shortcomings =
        splitter->finding && language_is_shortcomings_heading(arena_of(splitter), splitter->reading->language, text);
    if (shortcomings && node_heading_level(heading) == 3) {
        open_shortcomings(splitter, heading);
        return;
    }
    if (shortcomings)
        tell(splitter, SHORTCOMINGS_MALFORMED, heading,
             arena_format(arena_of(splitter), "`%s` has the wrong level; expected `###`", text));
    else if (splitter->shortcomings)
        tell(splitter, SHORTCOMINGS_MALFORMED, heading,
             "this heading follows the shortcomings; expected them at the end of the norm");
    close_shortcomings(splitter);
    if (splitter->finding) splitter->target = splitter->finding->body;
    node_append(splitter->target, heading);
}

static void add(struct splitter *splitter, struct node *node)
{
    int level = node_heading_level(node);
    bool norms = splitter->result->theme->norm_count > 0;
    if (level == 1)
        tell(splitter, TITLE_UNEXPECTED, node,
             "a findings file has no title, for it comes from the framework; expected headings of level 2 and deeper");
    else if (level == 2 && norms) open_section(splitter, node);
    else if (level > 2 && norms) add_heading(splitter, node);
    else node_append(splitter->target, node);
}

/* A theme without norms has sections of its own choice, but no verdict to explain. */
static void check_described(struct splitter *splitter)
{
    for (const struct node *node = splitter->result->introduction->first; node; node = node->next) {
        bool verdict =
            node_heading_level(node) && language_is_verdict_heading(arena_of(splitter), splitter->reading->language,
                                                                    node_string(arena_of(splitter), node));
        if (verdict)
            tell(splitter, HEADING_UNKNOWN, node,
                 "the theme has no norms and so no verdict to explain; expected other headings");
    }
}

/* ---- after splitting ---- */

static void check_missing(struct splitter *splitter)
{
    const struct theme *theme = splitter->result->theme;
    struct arena *arena = arena_of(splitter);
    struct buffer names = buffer_new(arena);
    for (size_t i = 0; i < theme->norm_count; i++) {
        if (!splitter->headings[i] && !splitter->excused[i])
            buffer_format(&names, "%s`## %s`", names.length ? ", " : "", theme->norms[i].id);
    }
    if (theme->norm_count && !splitter->verdict_heading && !splitter->excused[theme->norm_count])
        buffer_format(&names, "%s`## %s`", names.length ? ", " : "", splitter->reading->language->verdict_heading);
    if (names.length && !splitter->elsewhere)
        reading_lacks(splitter->reading, HEADING_MISSING, folder_place(splitter->reading->loader, splitter->path),
                      arena_format(arena,
                                   "there is no heading %s; expected one for each norm of theme %s, and one for the verdict",
                                   buffer_text(&names), theme->id));
}

/* A heading of the norm that was probably meant for that of its shortcomings, or NULL. */
static const struct node *misspelt_shortcomings(const struct splitter *splitter, const struct finding *finding)
{
    for (const struct node *node = finding->body->first; node; node = node->next) {
        if (!node_heading_level(node)) continue;
        const char *text = node_string(arena_of(splitter), node);
        const char *const *words = splitter->reading->language->shortcomings_headings;
        if (suggest(text, words, 2) || language_is_shortcomings_elsewhere(arena_of(splitter), text)) return node;
    }
    return NULL;
}

static void check_norm(struct splitter *splitter, size_t index)
{
    const struct finding *finding = &splitter->result->findings[index];
    const struct node *heading = splitter->headings[index], *below = splitter->shortcomings_headings[index];
    const struct step *step = finding->judgment ? finding->judgment->step : NULL;
    struct arena *arena = arena_of(splitter);
    if (!heading) return;
    if (!finding->body->first)
        reading_lacks(splitter->reading, TEXT_EMPTY, heading->place,
                      "there is no text under this norm; expected findings");
    if (!step || !step->judged) return;
    if (step->rank == 0 && below)
        tell(splitter, SHORTCOMINGS_UNEXPECTED, below,
             arena_format(arena, "norm %s is judged `%s`, the best step, but has shortcomings", finding->norm->id,
                          step->code));
    if (step->rank == 0 || below) return;
    const struct node *misspelt = misspelt_shortcomings(splitter, finding);
    tell(splitter, SHORTCOMINGS_EXPECTED, misspelt ? misspelt : heading,
         arena_format(arena, "norm %s is judged `%s`, but has no shortcomings; expected `### %s` at its end",
                      finding->norm->id, step->code, splitter->reading->language->shortcomings_headings[0]));
    if (misspelt)
        message_hint(splitter->reading->loader->messages, "did you mean `### %s`?",
                     splitter->reading->language->shortcomings_headings[0]);
}

/* Another verdict in strong or emphasised words, where the own one is not named, contradicts the data. */
static bool tell_contradicted(struct splitter *splitter)
{
    const struct theme_result *result = splitter->result;
    const struct framework *framework = splitter->reading->report->framework;
    struct arena *arena = arena_of(splitter);
    for (const struct node *node = result->verdict_text; node; node = node_next(node, result->verdict_text)) {
        if (!node_is(node, "strong") && !node_is(node, "em")) continue;
        const char *words = utf8_fold(arena, node_string(arena, node));
        for (size_t i = 0; i < framework->verdict_count; i++) {
            if (strcmp(words, utf8_fold(arena, framework->verdicts[i].label)) != 0) continue;
            tell(splitter, VERDICT_CONTRADICTED, node->first ? node->first : node,
                 arena_format(arena, "the text says `%s`, but judgments.yaml says `%s`; expected the same",
                              framework->verdicts[i].label, result->verdict->label));
            return true;
        }
    }
    return false;
}

static void check_verdict_text(struct splitter *splitter)
{
    const struct theme_result *result = splitter->result;
    const struct framework *framework = splitter->reading->report->framework;
    if (!result->verdict_text) return;
    if (!result->verdict_text->first) {
        reading_lacks(splitter->reading, TEXT_EMPTY, splitter->verdict_heading->place,
                      "there is no text under this heading; expected the reasons for the verdict");
        return;
    }
    const char *text = node_string(arena_of(splitter), result->verdict_text);
    if (!result->verdict || verdict_is_named(arena_of(splitter), text, result->verdict, framework)) return;
    if (tell_contradicted(splitter)) return;
    tell(splitter, VERDICT_TEXT, splitter->verdict_heading,
         arena_format(arena_of(splitter),
                      "the text does not name the verdict of judgments.yaml; expected the words `%s`",
                      result->verdict->label));
}

static void share_notes(struct splitter *splitter)
{
    struct theme_result *result = splitter->result;
    notes_share(&splitter->notes, result->introduction);
    if (result->verdict_text) notes_share(&splitter->notes, result->verdict_text);
    for (size_t i = 0; i < result->theme->norm_count; i++) {
        struct finding *finding = &result->findings[i];
        if (finding->body) notes_share(&splitter->notes, finding->body);
        for (size_t j = 0; j < finding->shortcoming_count; j++)
            notes_share(&splitter->notes, finding->shortcomings[j].body);
    }
}

static void split(struct splitter *splitter, struct node *body)
{
    splitter->notes = notes_take(arena_of(splitter), body);
    splitter->target = splitter->result->introduction = new_body(splitter, body->place);
    for (struct node *node = body->first, *next; node; node = next) {
        next = node->next;
        node_remove(node);
        add(splitter, node);
    }
    close_shortcomings(splitter);
    share_notes(splitter);
}

/* True when one of the messages since then has that code. */
static bool was_told(const struct reading *reading, size_t since, enum message_code code)
{
    const struct messages *messages = reading->loader->messages;
    for (size_t i = since; i < messages_total(messages); i++) {
        if (messages_at(messages, i)->code == code) return true;
    }
    return false;
}

static void load_theme(struct reading *reading, struct theme_result *result)
{
    struct arena *arena = reading->loader->arena;
    size_t norms = result->theme->norm_count;
    const char *path = arena_format(arena, "%s/findings/%s.md", reading->folder, result->theme->id);
    struct splitter splitter = {.reading = reading, .result = result, .path = path};
    splitter.headings = arena_array(arena, norms, sizeof *splitter.headings);
    splitter.shortcomings_headings = arena_array(arena, norms, sizeof *splitter.shortcomings_headings);
    splitter.excused = arena_array(arena, norms + 1, sizeof *splitter.excused);
    if (!folder_has(reading->loader, path)) {
        reading_lacks(reading, FILE_MISSING, folder_place(reading->loader, path),
                      arena_format(arena, "this file is not there; expected the findings on theme %s", result->theme->id));
        return;
    }
    size_t before = messages_total(reading->loader->messages);
    struct node *body = text_read(reading, path);
    if (!body || !body->first) return;
    bool cut = was_told(reading, before, CODE_OPEN);
    mend_headings(reading, result->theme, body);
    text_check_headings(reading, body, DEEPEST_IN_FINDING);
    split(&splitter, body);
    if (!cut) check_missing(&splitter);
    check_verdict_text(&splitter);
    for (size_t i = 0; i < norms; i++) check_norm(&splitter, i);
    if (norms == 0) check_described(&splitter);
}

/* Without a sound framework only the Markdown itself is checked. */
static void read_all(struct reading *reading)
{
    const char *folder = file_join(reading->loader->arena, reading->folder, "findings");
    const char **names = folder_list(reading->loader, folder);
    for (size_t i = 0; names[i]; i++) {
        const struct node *body = text_read(reading, file_join(reading->loader->arena, folder, names[i]));
        if (body) text_check_headings(reading, body, DEEPEST_IN_FINDING);
    }
}

void load_findings(struct reading *reading)
{
    struct report *report = reading->report;
    if (!reading->framework_sound) {
        read_all(reading);
        return;
    }
    const char *folder = file_join(reading->loader->arena, reading->folder, "findings");
    if (!folder_has(reading->loader, folder)) {
        reading_lacks(reading, FILE_MISSING, folder_place(reading->loader, folder),
                      "this folder is not there; expected a file in it for each theme, named by its id");
        return;
    }
    if (access(file_join(reading->loader->arena, reading->loader->folder, folder), R_OK | X_OK) != 0) {
        message_add(reading->loader->messages, FILE_UNREADABLE, folder_place(reading->loader, folder),
                    "this folder cannot be read; expected permission to");
        return;
    }
    for (size_t i = 0; i < report->framework->theme_count; i++) load_theme(reading, &report->themes[i]);
}
