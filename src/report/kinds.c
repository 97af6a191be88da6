#include "report/kinds.h"

#include <string.h>

#include "report/report.h"

enum { GI_REPORT, REGION_REPORT, PLAN, KIND_COUNT };

const char *const report_kind_names[] = {
    [GI_REPORT] = "gi-report", [REGION_REPORT] = "region-report", [PLAN] = "plan", [KIND_COUNT] = NULL};

const char *const part_use_about[USE_COUNT] = {
    [USE_JUDGMENTS] = "the judgment of each norm, the verdict of each theme",
    [USE_RESPONSE] = "what the institution or region says: `# Title`, and its questions as `##`",
    [USE_SUMMARY] = "the conclusion in short, before the first chapter",
    [USE_CHAPTER] = "a chapter: `# Title`, sections as `##` and `###`",
    [USE_CHAPTERS] = "the chapters: 1-NAME.md, 2-NAME.md and so on, each with `# Title`",
    [USE_RESULTS] = "the chapter behind whose text the legend, the table of all norms and the themes come",
    [USE_FINDINGS] = "THEME.md for each theme: what was found, norm by norm",
    [USE_ANNEXES] = "the annexes: 1-NAME.md, 2-NAME.md and so on, each with `# Title`",
    [USE_MEASURES] = "what is done about the shortcomings of the answered report",
    [USE_SURVEY] = "the questions of a survey with their figures",
    [USE_IMAGES] = "PNG, JPEG and SVG files that texts show",
    [USE_ABBREVIATIONS] = "abbreviations of this report and what they stand for",
};

static const char said[] = "what the institution says", in_short[] = "the conclusion in short";

static const struct kind_part gi_report[] = {
    {"judgments.yaml", USE_JUDGMENTS, NEED_FINAL, NULL},
    {"response.md", USE_RESPONSE, NEED_NOT, said},
    {"summary.md", USE_SUMMARY, NEED_NOT, in_short},
    {"introduction.md", USE_CHAPTER, NEED_FINAL, "the first chapter"},
    {"conclusion.md", USE_CHAPTER, NEED_FINAL, "the second chapter"},
    {"results.md", USE_RESULTS, NEED_FINAL, "the third chapter, before the themes"},
    {"findings", USE_FINDINGS, NEED_FINAL, NULL},
    {"annexes", USE_ANNEXES, NEED_NOT, NULL},
    {"survey.yaml", USE_SURVEY, NEED_NOT, NULL},
    {"images", USE_IMAGES, NEED_NOT, NULL},
    {"abbreviations.yaml", USE_ABBREVIATIONS, NEED_NOT, NULL},
};

static const struct kind_part region_report[] = {
    {"judgments.yaml", USE_JUDGMENTS, NEED_WITH_FRAMEWORK, NULL},
    {"response.md", USE_RESPONSE, NEED_NOT, said},
    {"summary.md", USE_SUMMARY, NEED_NOT, in_short},
    {"chapters", USE_CHAPTERS, NEED_FINAL, NULL},
    {"results.md", USE_RESULTS, NEED_WITH_FRAMEWORK, "the last chapter, before the themes"},
    {"findings", USE_FINDINGS, NEED_WITH_FRAMEWORK, NULL},
    {"annexes", USE_ANNEXES, NEED_NOT, NULL},
    {"survey.yaml", USE_SURVEY, NEED_NOT, NULL},
    {"images", USE_IMAGES, NEED_NOT, NULL},
    {"abbreviations.yaml", USE_ABBREVIATIONS, NEED_NOT, NULL},
};

static const struct kind_part plan[] = {
    {"response.md", USE_RESPONSE, NEED_NOT, said},
    {"summary.md", USE_SUMMARY, NEED_NOT, in_short},
    {"chapters", USE_CHAPTERS, NEED_FINAL, NULL},
    {"measures.yaml", USE_MEASURES, NEED_NOT, NULL},
    {"annexes", USE_ANNEXES, NEED_NOT, NULL},
    {"survey.yaml", USE_SURVEY, NEED_NOT, NULL},
    {"images", USE_IMAGES, NEED_NOT, NULL},
    {"abbreviations.yaml", USE_ABBREVIATIONS, NEED_NOT, NULL},
};

static const struct kind_part anything[] = {
    {"judgments.yaml", USE_JUDGMENTS, NEED_NOT, NULL}, {"response.md", USE_RESPONSE, NEED_NOT, NULL},
    {"summary.md", USE_SUMMARY, NEED_NOT, NULL},       {"introduction.md", USE_CHAPTER, NEED_NOT, NULL},
    {"conclusion.md", USE_CHAPTER, NEED_NOT, NULL},    {"chapters", USE_CHAPTERS, NEED_NOT, NULL},
    {"results.md", USE_RESULTS, NEED_NOT, NULL},       {"findings", USE_FINDINGS, NEED_NOT, NULL},
    {"annexes", USE_ANNEXES, NEED_NOT, NULL},          {"images", USE_IMAGES, NEED_NOT, NULL},
    {"measures.yaml", USE_MEASURES, NEED_NOT, NULL},
    {"abbreviations.yaml", USE_ABBREVIATIONS, NEED_NOT, NULL},
    {"survey.yaml", USE_SURVEY, NEED_NOT, NULL},
};

#define PARTS(table) .parts = (table), .part_count = sizeof(table) / sizeof *(table)

static const struct report_kind kinds[] = {
    [GI_REPORT] = {"gi-report", PARTS(gi_report), .questions = 3},
    [REGION_REPORT] = {"region-report", PARTS(region_report)},
    [PLAN] = {"plan", PARTS(plan), .answers = true},
    [KIND_COUNT] = {"report", PARTS(anything)},
};

const struct report_kind *report_kind_of(const char *name)
{
    size_t kind = 0;
    while (kind < KIND_COUNT && (!name || strcmp(report_kind_names[kind], name) != 0)) kind++;
    return &kinds[kind];
}

bool report_kind_is_known(const struct report_kind *kind)
{
    return kind != &kinds[KIND_COUNT];
}

static bool is_had(const struct kind_part *part, bool framework)
{
    return framework || part->need != NEED_WITH_FRAMEWORK;
}

const struct kind_part *report_kind_part(const struct report_kind *kind, const char *file, bool framework)
{
    for (size_t i = 0; i < kind->part_count; i++) {
        const struct kind_part *part = &kind->parts[i];
        if (strcmp(part->file, file) == 0) return is_had(part, framework) ? part : NULL;
    }
    return NULL;
}

bool report_kind_uses(const struct report_kind *kind, enum part_use use, bool framework)
{
    for (size_t i = 0; i < kind->part_count; i++) {
        if (kind->parts[i].use == use) return is_had(&kind->parts[i], framework);
    }
    return false;
}
