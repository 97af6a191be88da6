/* The tables themselves: every key that an author can write, in the order of the manual. */
#include "report/kinds.h"
#include "report/measures.h"
#include "report/report.h"
#include "report/schema.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define SCHEMA(label, table)                                                                                           \
    {                                                                                                                  \
        .name = (label), .fields = (table), .field_count = COUNT(table)                                                \
    }

static const char *const languages[] = {"nl", "en", NULL};
static const char *const institution_kinds[] = {"institution", "inspectorate", "region", NULL};
static const char *const statuses[] = {"draft", "final", NULL};
static const char *const severities[] = {"error", "warning", "note", "off", NULL};

/* ---- site.yaml ---- */

static const struct field site_fields[] = {
    {.key = "publisher", .kind = FIELD_TEXT, .required = true, .description = "Who publishes the site."},
    {.key = "title", .kind = FIELD_TEXT, .required = true, .description = "The title of the start page."},
    {.key = "description", .kind = FIELD_MARKDOWN, .description = "One or two sentences for the start page."},
    {.key = "address",
     .kind = FIELD_LIST,
     .items = FIELD_TEXT,
     .description = "The publisher's address, line by line, for the back cover."},
    {.key = "contact", .kind = FIELD_MARKDOWN, .description = "How to reach the publisher, for the back cover."},
    {.key = "base_url", .kind = FIELD_URL, .description = "Where the site will stand; needed for feeds only."},
    {.key = "language",
     .kind = FIELD_CHOICE,
     .required = true,
     .choices = languages,
     .description = "The language of the start page."},
    /* of the checks */
    {.key = "checks",
     .kind = FIELD_TABLE,
     .items = FIELD_CHOICE,
     .choices = severities,
     .free_keys = true,
     .description = "Codes of messages and the severity that they have here."},
    {.key = "names",
     .kind = FIELD_LIST,
     .items = FIELD_TEXT,
     .description = "Names of persons that may stand nowhere in a report."},
    {.key = "allowed",
     .kind = FIELD_LIST,
     .items = FIELD_TEXT,
     .description = "Mail addresses, their domains, numbers and names that may be published, such as the publisher's own."},
    {.key = "response_words",
     .kind = FIELD_COUNT,
     .description = "How many words a response of the institution may have; 400 when absent."},
};
static const struct schema site = SCHEMA("site.yaml", site_fields);

/* ---- institutions.yaml ---- */

static const struct field supervision_fields[] = {
    {.key = "date", .kind = FIELD_PERIOD, .required = true, .description = "Since when: a day, a month or a year."},
    {.key = "step",
     .kind = FIELD_CHOICE,
     .required = true,
     .choices = supervision_steps,
     .description = "What the inspectorates did."},
    {.key = "until", .kind = FIELD_PERIOD, .description = "Until when, where that was said: a day, a month or a year."},
    {.key = "text", .kind = FIELD_TEXT, .required = true, .description = "What it was about, in a sentence."},
    {.key = "source", .kind = FIELD_TEXT, .description = "Where that is written."},
    {.key = "report", .kind = FIELD_ID, .description = "The id of the report here that tells of it."},
};
static const struct schema supervision = SCHEMA("a step of `supervision`", supervision_fields);

static const struct field institution_fields[] = {
    {.key = "kind",
     .kind = FIELD_CHOICE,
     .required = true,
     .choices = institution_kinds,
     .description = "What it is: an institution that is inspected, an inspectorate, or a region."},
    {.key = "name", .kind = FIELD_TEXT, .required = true, .description = "The full name."},
    {.key = "short", .kind = FIELD_TEXT, .description = "The short name for running text; the full name when absent."},
    {.key = "kvk", .kind = FIELD_KVK, .description = "The number in the trade register: eight digits in quotes."},
    {.key = "parent", .kind = FIELD_REFERENCE, .description = "The id of the institution that this one is part of."},
    {.key = "supervision",
     .kind = FIELD_LIST,
     .items = FIELD_RECORD,
     .schema = &supervision,
     .description = "Its history under supervision, the oldest step first."},
};
static const struct schema institution = SCHEMA("an institution", institution_fields);

/* ---- frameworks/ID.yaml ---- */

static const struct field step_fields[] = {
    {.key = "code", .kind = FIELD_CODE, .required = true, .description = "What judgments.yaml writes for this step."},
    {.key = "label", .kind = FIELD_TEXT, .required = true, .description = "The step in words."},
    {.key = "definition",
     .kind = FIELD_TEXT,
     .required = true,
     .description = "What the step means; shown in the legend."},
    {.key = "colour",
     .kind = FIELD_COLOUR,
     .required = true,
     .description = "The symbol's background, as \"#rrggbb\"."},
    {.key = "symbol",
     .kind = FIELD_SYMBOL,
     .required = true,
     .description = "SVG path data on a grid of 24 by 24, drawn as a line; commands M L H V C Z."},
    {.key = "looks",
     .kind = FIELD_TEXT,
     .description = "What the symbol looks like, in words, for who does not see it; known for ++, +, -, -- and x."},
    {.key = "judged",
     .kind = FIELD_BOOLEAN,
     .description = "false for a step that means \"not judged\"; true when absent."},
};
static const struct schema step = SCHEMA("a step of the scale", step_fields);

static const struct field verdict_fields[] = {
    {.key = "code",
     .kind = FIELD_CODE,
     .required = true,
     .description = "What judgments.yaml writes for this verdict."},
    {.key = "label", .kind = FIELD_TEXT, .required = true, .description = "The verdict in words."},
    {.key = "definition", .kind = FIELD_TEXT, .description = "What the verdict means."},
    {.key = "colour",
     .kind = FIELD_COLOUR,
     .required = true,
     .description = "The symbol's background, as \"#rrggbb\"."},
    {.key = "symbol",
     .kind = FIELD_SYMBOL,
     .required = true,
     .description = "SVG path data on a grid of 24 by 24, drawn as a line; commands M L H V C Z."},
    {.key = "judged", .kind = FIELD_BOOLEAN, .description = "false for \"no verdict\"; true when absent."},
};
static const struct schema verdict = SCHEMA("a verdict", verdict_fields);

static const struct field norm_fields[] = {
    {.key = "id", .kind = FIELD_ID, .required = true, .description = "The norm's number, such as \"1a.1\"."},
    {.key = "title", .kind = FIELD_TEXT, .required = true, .description = "The norm itself: one sentence."},
    {.key = "label", .kind = FIELD_TEXT, .required = true, .description = "One to three words for the theme overview."},
    {.key = "criteria", .kind = FIELD_MARKDOWN, .description = "What the inspectorates look at."},
};
static const struct schema norm = SCHEMA("a norm", norm_fields);

static const struct field theme_fields[] = {
    {.key = "id", .kind = FIELD_ID, .required = true, .description = "The theme's number, such as \"1a\"."},
    {.key = "title", .kind = FIELD_TEXT, .required = true, .description = "The theme's title."},
    {.key = "question", .kind = FIELD_TEXT, .description = "For a theme without norms: the question that it answers."},
    {.key = "criteria",
     .kind = FIELD_MARKDOWN,
     .description = "For a theme without norms: what the inspectorates look at."},
    {.key = "norms",
     .kind = FIELD_LIST,
     .items = FIELD_RECORD,
     .schema = &norm,
     .description = "The norms; none for a theme that is described and not judged."},
};
static const struct schema theme = SCHEMA("a theme", theme_fields);

static const struct field framework_fields[] = {
    {.key = "title", .kind = FIELD_TEXT, .required = true, .description = "The framework's title."},
    {.key = "version", .kind = FIELD_TEXT, .required = true, .description = "The year or number of this version."},
    {.key = "language", .kind = FIELD_CHOICE, .required = true, .choices = languages, .description = "Its language."},
    {.key = "scale",
     .kind = FIELD_LIST,
     .required = true,
     .items = FIELD_RECORD,
     .schema = &step,
     .description = "The steps for norms, best first."},
    {.key = "verdicts",
     .kind = FIELD_LIST,
     .required = true,
     .items = FIELD_RECORD,
     .schema = &verdict,
     .description = "The verdicts for themes, best first."},
    {.key = "themes",
     .kind = FIELD_LIST,
     .required = true,
     .items = FIELD_RECORD,
     .schema = &theme,
     .description = "The themes, in the order of the report."},
};
static const struct schema framework = SCHEMA("a framework", framework_fields);

/* ---- report.yaml ---- */

static const struct field date_fields[] = {
    {.key = "supervision", .kind = FIELD_TEXT, .description = "When the inspection was, in words."},
    {.key = "visits", .kind = FIELD_LIST, .items = FIELD_DATE, .description = "The days of the visits, in order."},
    {.key = "published",
     .kind = FIELD_DATE_OR_UNKNOWN,
     .required = true,
     .description = "The day of publication, or unknown."},
};
static const struct schema dates = SCHEMA("`dates`", date_fields);

/* Sources are nested: what was studied stands below the work or the kind of work that it belongs to. */
#define SOURCE_FIELDS                                                                                                  \
    {.key = "title", .kind = FIELD_TEXT, .required = true, .description = "The source as it is to be named."},        \
    {.key = "id", .kind = FIELD_ID, .description = "Its name for citing: `[](source:ID)`; without one it is only listed."}, \
    {.key = "author", .kind = FIELD_TEXT, .description = "Who wrote it: a person or an organisation."},               \
    {.key = "date", .kind = FIELD_DATE_OR_TEXT, .description = "When it was written: a day, a year or words."},       \
    {.key = "url", .kind = FIELD_URL, .description = "Where it can be read."}
#define SOURCE_ITEMS(below)                                                                                            \
    {.key = "items", .kind = FIELD_LIST, .items = FIELD_RECORD, .schema = (below), .description = "Its parts, as sources."}

static const struct field detail_fields[] = {SOURCE_FIELDS};
static const struct schema detail = SCHEMA("a source inside a part", detail_fields);

static const struct field item_fields[] = {SOURCE_FIELDS, SOURCE_ITEMS(&detail)};
static const struct schema item = SCHEMA("a part of a source", item_fields);

static const struct field source_fields[] = {
    SOURCE_FIELDS,
    {.key = "group", .kind = FIELD_TEXT, .description = "A heading in the list; sources with the same one stand together."},
    SOURCE_ITEMS(&item),
};
static const struct schema source = SCHEMA("a source", source_fields);

static const struct field report_fields[] = {
    {.key = "kind",
     .kind = FIELD_CHOICE,
     .required = true,
     .choices = report_kind_names,
     .description = "The kind of report: on an institution, on a region, or a plan for improvement."},
    {.key = "title", .kind = FIELD_TEXT, .required = true, .description = "The title on the cover."},
    {.key = "subtitle", .kind = FIELD_TEXT, .description = "The line below the title."},
    {.key = "institution",
     .kind = FIELD_REFERENCE,
     .required = true,
     .description = "The id of the institution or region that was inspected; of a plan, the one that made it."},
    {.key = "inspectorates",
     .kind = FIELD_LIST,
     .required = true,
     .items = FIELD_REFERENCE,
     .description = "The ids of the inspectorates."},
    {.key = "framework",
     .kind = FIELD_REFERENCE,
     .required_of = "gi-report",
     .description = "The id of the framework: its file's name. A region report or a plan may do without."},
    {.key = "language",
     .kind = FIELD_CHOICE,
     .required = true,
     .choices = languages,
     .description = "The report's language."},
    {.key = "status",
     .kind = FIELD_CHOICE,
     .required = true,
     .choices = statuses,
     .description = "draft while it is being written (missing texts are warnings then), final afterwards."},
    {.key = "embargo",
     .kind = FIELD_DATE,
     .description = "Of a final report: the day from which on it may be published, as --date tells it."},
    {.key = "version", .kind = FIELD_DATE_OR_TEXT, .description = "Which version this is: its day, or words."},
    {.key = "answers", .kind = FIELD_ID, .description = "Of a plan: the id of the report that it answers."},
    {.key = "reconstruction",
     .kind = FIELD_MARKDOWN,
     .description = "For a report that was rebuilt: says so, and from what."},
    {.key = "dates", .kind = FIELD_RECORD, .required = true, .schema = &dates, .description = "When what happened."},
    {.key = "outcome", .kind = FIELD_TEXT, .description = "One sentence: what follows from the report."},
    {.key = "verdict", .kind = FIELD_CODE, .description = "The overall verdict: a code of the framework's verdicts."},
    {.key = "sources",
     .kind = FIELD_LIST,
     .items = FIELD_RECORD,
     .schema = &source,
     .description = "What the report rests on."},
};
static const struct schema report = SCHEMA("a report", report_fields);

/* ---- judgments.yaml ---- */

static const struct field judgment_fields[] = {
    {.key = "judgment",
     .kind = FIELD_CODE,
     .required = true,
     .description = "A code of the framework's scale, or unknown."},
    {.key = "note",
     .kind = FIELD_TEXT,
     .description = "What a reader must know of this judgment; required for unknown."},
    {.key = "source", .kind = FIELD_TEXT, .description = "Where it comes from; required for unknown."},
};
static const struct schema judgment = SCHEMA("a judgment", judgment_fields);

static const struct field judgments_fields[] = {
    {.key = "norms",
     .kind = FIELD_TABLE,
     .required = true,
     .items = FIELD_CODE_OR_RECORD,
     .schema = &judgment,
     .free_keys = true,
     .description = "For each norm its judgment: a code in quotes, or a map."},
    {.key = "themes",
     .kind = FIELD_TABLE,
     .required = true,
     .items = FIELD_CODE,
     .free_keys = true,
     .description = "For each theme its verdict: a code of the framework's verdicts, or unknown."},
};
static const struct schema judgments = SCHEMA("judgments.yaml", judgments_fields);

/* ---- abbreviations.yaml ---- */

static const struct field abbreviation_fields[] = {
    {.key = "text", .kind = FIELD_TEXT, .required = true, .description = "What it stands for."},
    {.key = "plural", .kind = FIELD_TEXT, .description = "The same in the plural, for a first use such as `GI’s`."},
    {.key = "hierna",
     .kind = FIELD_BOOLEAN,
     .description = "true: introduced as `… (hierna: GI)`; otherwise as `… (GI)`."},
    {.key = "lang", .kind = FIELD_LANGUAGE, .description = "The language of `text`, when it is not the report's."},
};
static const struct schema abbreviation = SCHEMA("an abbreviation", abbreviation_fields);
/* ---- survey.yaml ---- */

static const char *const survey_units[] = {"percent", "count", "grade", NULL};

static const struct field answer_fields[] = {
    {.key = "label", .kind = FIELD_TEXT, .required = true, .description = "The answer in words, or the grade."},
    {.key = "value", .kind = FIELD_FIGURE, .required = true, .description = "How many gave it, in the question's unit, or unknown."},
};
static const struct schema answer = SCHEMA("an answer", answer_fields);

static const struct field survey_row_fields[] = {
    {.key = "label", .kind = FIELD_TEXT, .required = true, .description = "The statement, the answer or the month."},
    {.key = "values",
     .kind = FIELD_LIST,
     .required = true,
     .items = FIELD_FIGURE,
     .description = "One figure for each of the columns, or unknown."},
};
static const struct schema survey_row = SCHEMA("a row", survey_row_fields);

static const struct field question_fields[] = {
    {.key = "text", .kind = FIELD_TEXT, .required = true, .description = "The question; the caption of its figure."},
    {.key = "chart",
     .kind = FIELD_CHOICE,
     .choices = chart_kind_names,
     .description = "How it is drawn; bars when absent."},
    {.key = "n", .kind = FIELD_COUNT, .description = "How many answered it; the survey's n when absent."},
    {.key = "unit",
     .kind = FIELD_CHOICE,
     .choices = survey_units,
     .description = "What the figures are: percentages, counts of people, or grades; percent when absent."},
    {.key = "multiple",
     .kind = FIELD_BOOLEAN,
     .description = "true when one could give several answers: then the figures need not add up."},
    {.key = "heading", .kind = FIELD_TEXT, .description = "The head of the first column of its table, such as Statement."},
    {.key = "answers",
     .kind = FIELD_LIST,
     .items = FIELD_RECORD,
     .schema = &answer,
     .description = "The answers with their figures, in the order of the question."},
    {.key = "columns",
     .kind = FIELD_LIST,
     .items = FIELD_TEXT,
     .description = "Instead of answers, with rows: the parts of each bar, or the lines."},
    {.key = "rows",
     .kind = FIELD_LIST,
     .items = FIELD_RECORD,
     .schema = &survey_row,
     .description = "With columns: the bars, or the points in time."},
    {.key = "mean", .kind = FIELD_NUMBER, .description = "Of a histogram: the mean of the answers."},
    {.key = "note", .kind = FIELD_TEXT, .description = "What a reader must know of these figures; below the table."},
};
static const struct schema question = SCHEMA("a question", question_fields);

static const struct field survey_fields[] = {
    {.key = "title", .kind = FIELD_TEXT, .description = "The title of the survey."},
    {.key = "population", .kind = FIELD_TEXT, .description = "Who could answer."},
    {.key = "n", .kind = FIELD_COUNT, .description = "How many answered."},
    {.key = "period", .kind = FIELD_TEXT, .description = "When, in words."},
    {.key = "note", .kind = FIELD_MARKDOWN, .description = "What a reader must know of the survey as a whole."},
    {.key = "questions",
     .kind = FIELD_TABLE,
     .required = true,
     .items = FIELD_RECORD,
     .schema = &question,
     .description = "The questions by id; a text shows one with `> [!SURVEY] ID`."},
};
static const struct schema survey = SCHEMA("survey.yaml", survey_fields);

/* ---- measures.yaml ---- */

static const struct field progress_fields[] = {
    {.key = "date", .kind = FIELD_PERIOD, .required = true, .description = "On which day, in which month or year."},
    {.key = "status",
     .kind = FIELD_CHOICE,
     .required = true,
     .choices = measure_statuses,
     .description = "How far the measure was."},
    {.key = "note", .kind = FIELD_TEXT, .description = "What was done, or what stands in the way."},
};
static const struct schema progress = SCHEMA("a step of progress", progress_fields);

static const struct field measure_fields[] = {
    {.key = "title", .kind = FIELD_TEXT, .required = true, .description = "The measure in a few words."},
    {.key = "owner",
     .kind = FIELD_TEXT,
     .required = true,
     .description = "Who sees to it: a function, not a person; or unknown."},
    {.key = "deadline",
     .kind = FIELD_PERIOD_OR_UNKNOWN,
     .required = true,
     .description = "The day, month or year by which it is done, or unknown."},
    {.key = "indicator", .kind = FIELD_TEXT, .description = "By what is seen that it works."},
    {.key = "answers",
     .kind = FIELD_LIST,
     .items = FIELD_REFERENCE,
     .description = "The shortcomings of the answered report that the measure is for, such as [1a.1-1, 1a.1-2]."},
    {.key = "chapter", .kind = FIELD_COUNT, .description = "The number of the chapter that describes the measure."},
    {.key = "progress",
     .kind = FIELD_LIST,
     .items = FIELD_RECORD,
     .schema = &progress,
     .description = "The status on dates, the oldest first; the last is the present one. planned when absent."},
};
static const struct schema measure = SCHEMA("a measure", measure_fields);

static const struct field measures_fields[] = {
    {.key = "measures",
     .kind = FIELD_TABLE,
     .required = true,
     .items = FIELD_RECORD,
     .schema = &measure,
     .description = "The measures by id, in the order in which they are numbered."},
    {.key = "unanswered",
     .kind = FIELD_TABLE,
     .items = FIELD_TEXT,
     .description = "Shortcomings that have no measure on purpose, each with the reason."},
};
static const struct schema measures = SCHEMA("measures.yaml", measures_fields);

static const struct file_schema files[SCHEMA_COUNT] = {
    [SCHEMA_MEASURES] = {"measures.yaml",
                         {.key = "this file",
                          .kind = FIELD_RECORD,
                          .schema = &measures,
                          .description = "The measures of a plan, and the shortcomings that they answer."}},
    [SCHEMA_SITE] = {"site.yaml",
                     {.key = "this file",
                      .kind = FIELD_RECORD,
                      .schema = &site,
                      .description = "Who publishes, and the start page."}},
    [SCHEMA_INSTITUTIONS] = {"institutions.yaml",
                             {.key = "this file",
                              .kind = FIELD_TABLE,
                              .items = FIELD_RECORD,
                              .schema = &institution,
                              .description = "Institutions, inspectorates and regions by id."}},
    [SCHEMA_FRAMEWORK] = {"frameworks/ID.yaml",
                          {.key = "this file",
                           .kind = FIELD_RECORD,
                           .schema = &framework,
                           .description = "One version of an assessment framework."}},
    [SCHEMA_REPORT] =
        {"report.yaml",
         {.key = "this file", .kind = FIELD_RECORD, .schema = &report, .description = "What a report is about."}},
    [SCHEMA_JUDGMENTS] = {"judgments.yaml",
                          {.key = "this file",
                           .kind = FIELD_RECORD,
                           .schema = &judgments,
                           .description = "The judgments on norms and the verdicts on themes."}},
    [SCHEMA_ABBREVIATIONS] = {"abbreviations.yaml",
                              {.key = "this file",
                               .kind = FIELD_TABLE,
                               .items = FIELD_TEXT_OR_RECORD,
                               .schema = &abbreviation,
                               .free_keys = true,
                               .description = "Abbreviations and what they stand for: a text, or a map."}},
    [SCHEMA_SURVEY] = {"survey.yaml",
                       {.key = "this file",
                        .kind = FIELD_RECORD,
                        .schema = &survey,
                        .description = "A survey: its questions and the figures of their answers."}},
};

const struct file_schema *schema_of(unsigned file)
{
    return &files[file];
}
