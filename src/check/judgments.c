/* Judgments beside one another: a verdict that lies far from what it is made of, and words that name another. */
#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "check/checker.h"
#include "check/phrase.h"

/* ---- how far a verdict lies from what it rests on ---- */

/* Where judgments lie on average, from 0 (all best) to 1 (all worst), and each of them for the reason that is told. */
struct ground {
    double sum;
    size_t count;
    struct buffer reason; /* "1a.1 `-`, 1a.2 `+`" */
};

/* More than this on a scale from 0 to 1 is far: somewhat more than one step from one verdict to the next. */
static double far_in(const struct framework *framework)
{
    size_t judged = 0;
    for (size_t i = 0; i < framework->verdict_count; i++) judged += framework->verdicts[i].judged;
    double distance = judged > 1 ? 1.19 / (double)(judged - 1) : 1;
    return distance < 0.8 ? distance : 0.8;
}

/* The rank of a step among those that judge, from 0 to 1. */
static double height_of(const struct step *step, const struct step *steps, size_t count)
{
    size_t better = 0, judged = 0;
    for (size_t i = 0; i < count; i++) {
        judged += steps[i].judged;
        better += steps[i].judged && steps[i].rank < step->rank;
    }
    return judged > 1 ? (double)better / (double)(judged - 1) : 0;
}

static void add_ground(struct ground *ground, const char *id, const struct step *step, double height)
{
    if (ground->count > 0) buffer_add(&ground->reason, ", ");
    buffer_format(&ground->reason, "%s `%s`", id, step->code);
    ground->sum += height;
    ground->count++;
}

/* Two or more make an average. */
static bool is_far(const struct ground *ground, double height, const struct framework *framework)
{
    double average = ground->count ? ground->sum / (double)ground->count : 0;
    return ground->count >= 2 && fabs(height - average) > far_in(framework);
}

static const char *direction(const struct ground *ground, double height)
{
    return height < ground->sum / (double)ground->count ? "better" : "worse";
}

/* The place of a key's value, or of the map. */
static struct place place_in(const struct value *map, const char *key)
{
    const struct value *value = value_get(map, key);
    return value ? value->place : map->place;
}

static struct place theme_place(const struct checker *checker, const char *theme)
{
    const struct value *file = checker_file(checker, "judgments.yaml"), *themes = value_get(file, "themes");
    return place_in(themes ? themes : file, theme);
}

static void check_theme(struct checker *checker, const struct theme_result *result)
{
    const struct framework *framework = checker->report->framework;
    struct ground ground = {.reason = buffer_new(checker->arena)};
    if (!result->verdict || !result->verdict->judged) return;
    for (size_t i = 0; i < result->theme->norm_count; i++) {
        const struct judgment *judgment = result->findings[i].judgment;
        const struct step *step = judgment ? judgment->step : NULL;
        if (step && step->judged)
            add_ground(&ground, judgment->norm->id, step, height_of(step, framework->scale, framework->scale_count));
    }
    double height = height_of(result->verdict, framework->verdicts, framework->verdict_count);
    if (!is_far(&ground, height, framework)) return;
    checker->theme_told = true;
    message_add(checker->messages, VERDICT_FAR, theme_place(checker, result->theme->id),
                "theme %s is `%s`, far %s than its norms: %s; expected a verdict nearer to them", result->theme->id,
                result->verdict->code, direction(&ground, height), buffer_text(&ground.reason));
}

/* When a theme's verdict is doubtful, what rests on it is, too: told once. */
static void check_overall(struct checker *checker)
{
    const struct report *report = checker->report;
    const struct framework *framework = report->framework;
    struct ground ground = {.reason = buffer_new(checker->arena)};
    if (!report->verdict || !report->verdict->judged || checker->theme_told) return;
    for (size_t i = 0; i < framework->theme_count; i++) {
        const struct step *step = report->themes[i].verdict;
        if (step && step->judged)
            add_ground(&ground, report->themes[i].theme->id, step,
                       height_of(step, framework->verdicts, framework->verdict_count));
    }
    double height = height_of(report->verdict, framework->verdicts, framework->verdict_count);
    if (!is_far(&ground, height, framework)) return;
    message_add(checker->messages, VERDICT_FAR, place_in(checker_file(checker, "report.yaml"), "verdict"),
                "the report's verdict is `%s`, far %s than its themes: %s; expected a verdict nearer to them",
                report->verdict->code, direction(&ground, height), buffer_text(&ground.reason));
}

/* ---- the overall verdict in words ---- */

/* The verdict that a strong or emphasised text is, whole; NULL: none. */
static const struct step *verdict_in(const struct checker *checker, const struct node *node)
{
    const struct framework *framework = checker->report->framework;
    if (!node_is(node, "strong") && !node_is(node, "em")) return NULL;
    const char *words = utf8_fold(checker->arena, node_string(checker->arena, node));
    for (size_t i = 0; i < framework->verdict_count; i++) {
        if (strcmp(words, utf8_fold(checker->arena, framework->verdicts[i].label)) == 0) return &framework->verdicts[i];
    }
    return NULL;
}

/* The summary and the conclusion speak of the whole report: a verdict that stands out there is the report's own. */
static void check_part(struct checker *checker, const struct part *part)
{
    const struct node *body = part->body, *other = NULL;
    const struct step *said = NULL, *own = checker->report->verdict;
    for (const struct node *node = own ? body : NULL; node; node = node_next(node, body)) {
        const struct step *verdict = verdict_in(checker, node);
        if (verdict == own) return;
        if (verdict && !other) other = node, said = verdict;
    }
    if (!other) return;
    message_add(checker->messages, VERDICT_ELSEWHERE, other->first->place,
                "the text says `%s`, but the verdict of report.yaml is `%s`; expected the same", said->label,
                own->label);
}

/* ---- the verdict of a theme in words, behind a reference to it ---- */

static const struct theme_result *result_of(const struct report *report, const char *id)
{
    for (size_t i = 0; report->themes && i < report->framework->theme_count; i++) {
        if (strcmp(report->themes[i].theme->id, id) == 0) return &report->themes[i];
    }
    return NULL;
}

/* The verdict whose words stand at that token, the longest; gives their number in `length`. */
static const struct step *verdict_at(struct checker *checker, const struct passage *passage, size_t index,
                                     size_t *length)
{
    const struct framework *framework = checker->report->framework;
    const struct step *found = NULL;
    *length = 0;
    for (size_t i = 0; i < framework->verdict_count; i++) {
        const char *label[] = {utf8_fold(checker->arena, framework->verdicts[i].label), NULL};
        size_t count = phrase_among(passage, index, label);
        if (count > *length) *length = count, found = &framework->verdicts[i];
    }
    return found;
}

/* "… is grotendeels voldoende." behind the reference: a word that judges before it, a mark or nothing behind it. */
static void check_said(struct checker *checker, const struct passage *passage, size_t at,
                       const struct theme_result *result)
{
    size_t length;
    for (size_t i = at; i < passage->token_count && token_near(passage, at - 1, i); i++) {
        const struct token *token = &passage->tokens[i];
        if (token_is_mark(token, ";") || token_is_mark(token, OBJECT)) return;
        const struct step *said =
            token_is_word(token - 1, LIST_JUDGING) ? verdict_at(checker, passage, i, &length) : NULL;
        const struct token *after = said ? token_near(passage, i, i + length) : NULL;
        if (!said || (after && after->kind != TOKEN_MARK)) continue;
        if (said == result->verdict) return;
        message_add(checker->messages, VERDICT_ELSEWHERE, token_place(passage, token),
                    "the text says `%s` of theme %s, but its verdict in judgments.yaml is `%s`; expected the same",
                    said->label, result->theme->id, result->verdict->label);
        return;
    }
}

/* The reference that stands in the place of this token. */
static const char *reference_at(const struct passage *passage, const struct token *token)
{
    size_t low = 0, high = passage->run_count; /* the first run that does not begin before it */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (passage->runs[middle].start < token->at) low = middle + 1;
        else high = middle;
    }
    for (size_t i = low; i < passage->run_count; i++) {
        if (passage->runs[i].start != token->at) break;
        return passage->runs[i].node ? node_get(passage->runs[i].node, "href") : NULL;
    }
    return NULL;
}

static void check_references(struct checker *checker)
{
    static const char theme[] = "theme:";
    for (size_t i = 0; i < checker->passages.count; i++) {
        const struct passage *passage = &checker->passages.items[i];
        for (size_t j = 0; passage->kind == PASSAGE_TEXT && j < passage->token_count; j++) {
            const char *href =
                token_is_mark(&passage->tokens[j], OBJECT) ? reference_at(passage, &passage->tokens[j]) : NULL;
            if (!href || strncmp(href, theme, strlen(theme)) != 0) continue;
            const struct theme_result *result = result_of(checker->report, href + strlen(theme));
            if (result && result->verdict) check_said(checker, passage, j + 1, result);
        }
    }
}

void check_judgments(struct checker *checker)
{
    const struct report *report = checker->report;
    if (!report->framework) return;
    for (size_t i = 0; report->themes && i < report->framework->theme_count; i++)
        check_theme(checker, &report->themes[i]);
    if (report->themes) check_overall(checker);
    check_part(checker, &report->summary);
    for (size_t i = 0; i < report->chapter_count; i++) {
        if (strcmp(report->chapters[i].id, "conclusion") == 0) check_part(checker, &report->chapters[i]);
    }
    check_references(checker);
}
