/* Texts that `oordeel new` wrote and nobody replaced: in a final report they would be published. */
#include <string.h>

#include "check/checker.h"

static bool begins_with(const char *text, const char *begin)
{
    return strncmp(text, begin, strlen(begin)) == 0;
}

/* The text of the skeleton that the passage still is (in data), or still begins with. */
static const char *left_over(const struct checker *checker, const struct passage *passage)
{
    for (size_t i = 0; i < checker->skeleton->count; i++) {
        const char *text = checker->skeleton->texts[i];
        bool data = passage->kind == PASSAGE_DATA;
        if (data ? strcmp(passage->text, text) == 0 : begins_with(passage->text, text)) return text;
    }
    return NULL;
}

static bool has_final(const struct publication *publication)
{
    for (size_t i = 0; i < publication->report_count; i++) {
        if (publication->reports[i]->status == REPORT_FINAL) return true;
    }
    return false;
}

static bool names(const struct report *report, const char *text)
{
    bool named = report->institution && strcmp(report->institution->name, text) == 0;
    for (size_t i = 0; i < report->author_count; i++) named |= strcmp(report->authors[i]->name, text) == 0;
    return named;
}

/* Of what belongs to no report, an institution or a framework that no final report uses is nobody's concern yet. */
static bool is_used(const struct checker *checker, const struct passage *passage, const char *text)
{
    const struct source *source = passage_place(passage, 0, 1).source;
    if (checker->report || !source) return true;
    bool institutions = strcmp(source->path, "institutions.yaml") == 0, framework = begins_with(source->path, "frameworks/");
    for (size_t i = 0; i < checker->publication->report_count; i++) {
        const struct report *report = checker->publication->reports[i];
        if (report->status != REPORT_FINAL) continue;
        if (institutions && names(report, text)) return true;
        const char *id = report->framework ? report->framework->id : "";
        if (framework && *id && strstr(source->path, arena_format(checker->arena, "/%s.yaml", id))) return true;
    }
    return !institutions && !framework;
}

/* What was found of a report. */
struct remains {
    size_t texts, left;         /* paragraphs, and those that were left */
    const struct passage *title; /* the report's, when it was left */
};

static void check_passage(struct checker *checker, const struct passage *passage, struct remains *remains)
{
    const char *text = left_over(checker, passage);
    remains->texts += passage->kind == PASSAGE_TEXT;
    if (!text || !is_used(checker, passage, text)) return;
    struct place place = passage_place(passage, 0, strlen(text));
    remains->left += passage->kind == PASSAGE_TEXT;
    if (checker->report && checker->report->title && strcmp(checker->report->title, text) == 0) remains->title = passage;
    message_add(checker->messages, SKELETON_LEFT, place, "`%s` is what `oordeel new` wrote; expected a text of your own", text);
}

/* A report that nobody filled in: its title or all of its texts are those of the skeleton. */
static void tell_whole(struct checker *checker, const struct remains *remains)
{
    bool whole = remains->title || (remains->left > 0 && remains->left == remains->texts);
    if (!checker->report || !whole) return;
    struct place place = remains->title ? passage_place(remains->title, 0, 1) : checker_file(checker, "report.yaml")->place;
    message_add(checker->messages, SKELETON_FINAL, place,
                "this report is final, and %zu of its %zu texts are as `oordeel new` wrote them%s; expected it filled in, or "
                "`status: draft`",
                remains->left, remains->texts, remains->title ? ", and so is its title" : "");
}

void check_skeleton(struct checker *checker)
{
    bool final = checker->report ? checker->report->status == REPORT_FINAL : has_final(checker->publication);
    struct remains remains = {0};
    if (!final || !checker->skeleton) return;
    for (size_t i = 0; i < checker->passages.count; i++) check_passage(checker, &checker->passages.items[i], &remains);
    for (size_t i = 0; i < checker->passages.data_count; i++) check_passage(checker, &checker->passages.data[i], &remains);
    tell_whole(checker, &remains);
}
