/* References to other reports, over tests/golden/report/plans: the plan refers to places in the report that it answers. What
 * tests/golden/compose/citations/NAME.md becomes as the plan's first chapter, and what is told of it, is NAME.dump. */
#include <string.h>

#include "compose/compose.h"
#include "compose/quotation.h"
#include "content/content.h"
#include "folder.h"
#include "golden.h"

#define FOLDER "tests/golden/compose/citations"
#define CONTENT "tests/golden/report/plans"

static const char **cases;
static struct composer composer;

static void setup(void)
{
    struct templates *templates = templates_new(arena, TEMPLATE_STRICT);
    const struct source *source = file_read(arena, "templates/words/nl.yaml", "nl.yaml", messages);
    ck_assert(source && templates_add_folder(templates, "templates", "templates", messages));
    composer = (struct composer){.templates = templates, .words = content_read_yaml(arena, source, messages)};
}

static const struct report *report_of(const struct publication *publication, const char *id)
{
    for (size_t i = 0; i < publication->report_count; i++) {
        if (strcmp(publication->reports[i]->id, id) == 0) return publication->reports[i];
    }
    ck_abort_msg("there is no report %s", id);
}

/* As if every element with an id stood on a page of its own: the first on page 1. */
static const struct passages *passages_of(const struct report *report, const struct node *document)
{
    size_t count = 0;
    for (const struct node *node = document; node; node = node_next(node, document)) count += node_get(node, "id") != NULL;
    struct printed *printed = arena_array(arena, count, sizeof *printed);
    count = 0;
    for (const struct node *node = document; node; node = node_next(node, document)) {
        if (!node_get(node, "id")) continue;
        printed[count] = (struct printed){node, arena_format(arena, "%zu", count + 1)};
        count++;
    }
    return compose_passages(arena, report, document, printed, count);
}

/* The plan, with the report that it answers finished before it. */
static const struct node *compose_plan(const struct publication *publication)
{
    const struct report *answered = report_of(publication, "demo-2025"), *plan = report_of(publication, "plan-2025");
    const struct passages **passages = arena_array(arena, publication->report_count, sizeof *passages);
    const struct node *document = compose_report(arena, &composer, publication, answered, messages);
    ck_assert_msg(document != NULL, "%s", suite_told());
    passages[answered->index] = passages_of(answered, document);
    composer.passages = passages;
    return compose_report(arena, &composer, publication, plan, messages);
}

/* The content with another first chapter in the plan, and another line in a file. */
static const struct publication *load_with(const char *chapter, const char *file, const char *text)
{
    const char *folder = folder_new();
    folder_copy(CONTENT, folder);
    if (chapter) folder_write(arena_format(arena, "%s/plan-2025/chapters/1-inleiding.md", folder), chapter, strlen(chapter));
    if (file) folder_write(arena_format(arena, "%s/%s", folder, file), text, strlen(text));
    const struct publication *publication = report_load(arena, folder, messages);
    folder_remove(folder);
    ck_assert_ptr_nonnull(publication);
    return publication;
}

START_TEST(golden)
{
    const char *path = arena_format(arena, FOLDER "/%s.md", cases[_i]);
    const struct source *source = file_read(arena, path, path, messages);
    ck_assert_ptr_nonnull(source);
    const struct node *root = compose_plan(load_with(source->text, NULL, NULL));
    struct buffer out = buffer_new(arena);
    if (root) document_dump(&out, node_by_id(root, "chapter-1"), false);
    if (messages_total(messages)) buffer_format(&out, "\n%s", suite_told());
    golden_check(arena_format(arena, FOLDER "/%s.dump", cases[_i]), buffer_text(&out));
}
END_TEST

START_TEST(the_tables_of_measures)
{
    const struct node *root = compose_plan(load_with(NULL, NULL, NULL));
    ck_assert_msg(root && messages_total(messages) == 0, "%s", suite_told());
    struct buffer out = buffer_new(arena);
    document_dump(&out, node_by_id(root, "measures"), false);
    golden_check(FOLDER "/measures.dump", buffer_text(&out));
}
END_TEST

static const char *pdf_address(const struct node *root)
{
    for (const struct node *node = node_by_id(root, "chapter-2"); node; node = node_next(node, root)) {
        const char *address = node_get(node, "data-pdf-href");
        if (address) return address;
    }
    return "";
}

/* A PDF that lies anywhere leads to the site when that has an address, otherwise to the PDF beside it. */
START_TEST(a_pdf_leads_to_the_site_or_to_the_other_pdf)
{
    ck_assert_str_eq(pdf_address(compose_plan(load_with(NULL, NULL, NULL))),
                     "https://voorbeeld.example/demo-2025/theme-1.html#norm-1.2");
    static const char site[] = "publisher: P\ntitle: T\nlanguage: nl\n";
    ck_assert_str_eq(pdf_address(compose_plan(load_with(NULL, "site.yaml", site))), "../demo-2025/demo-2025.pdf#norm-1.2");
}
END_TEST

/* Mistakes in the answered report are told of it, and not of each that refers to it. */
START_TEST(what_could_not_be_made_is_told_once)
{
    const struct publication *publication = load_with(NULL, NULL, NULL);
    const struct passages **none = arena_array(arena, publication->report_count, sizeof *none);
    composer.passages = none;
    ck_assert_ptr_nonnull(compose_report(arena, &composer, publication, report_of(publication, "plan-2025"), messages));
    ck_assert_uint_eq(messages_total(messages), 0);
}
END_TEST

/* Only the report's texts say what it needs: a template on its own cannot refer to a place elsewhere. */
START_TEST(a_template_cannot_refer_on_its_own)
{
    const char *folder = folder_new(), *template = arena_format(arena, "%s/region-report.mustache", folder);
    static const char text[] = "{{<report}}{{$front}}<p><a href=\"report:demo-2025#norm-1.1\"></a></p>{{/front}}{{/report}}";
    folder_write(template, text, strlen(text));
    struct templates *templates = templates_new(arena, TEMPLATE_STRICT);
    templates_add_folder(templates, "templates", "templates", messages);
    templates_add_folder(templates, folder, "house", messages);
    folder_remove(folder);
    composer.templates = templates;
    static const char region[] = "kind: region-report\ntitle: R\ninstitution: demo\ninspectorates: [iv]\nlanguage: nl\n"
                                 "status: draft\ndates: {published: unknown}\n";
    const struct publication *publication = load_with(NULL, "demo-2025/../regio.yaml", region);
    struct report report = *report_of(publication, "plan-2025");
    report.kind = "region-report", report.need_count = 0;
    ck_assert_ptr_null(compose_report(arena, &composer, publication, &report, messages));
    ck_assert_ptr_nonnull(strstr(suite_told(), "only the texts of a report can refer to a place in another one"));
}
END_TEST

/* A plan in English quotes a report in Dutch, which names the plan as a whole. */
START_TEST(the_language_of_others_is_marked)
{
    static const char plan[] = "kind: plan\ntitle: Plan for improvement\ninstitution: demo\ninspectorates: [iv]\nanswers: demo-2025\n"
                               "language: en\nstatus: final\nversion: 2025-10-13\ndates: {published: 2025-10-13}\n";
    const struct publication *publication = load_with(NULL, "plan-2025/report.yaml", plan);
    const struct node *root = compose_plan(publication);
    ck_assert_msg(root && messages_total(messages) == 0, "%s", suite_told());
    ck_assert_str_eq(node_get(node_by_name(node_by_class(root, "quoted"), "blockquote"), "lang"), "nl");
    ck_assert_ptr_null(node_get(node_by_class(root, "quoted"), "lang"));

    publication = load_with(NULL, "plan-2025/report.yaml", plan);
    struct report *answered = publication->reports[report_of(publication, "demo-2025")->index];
    struct node *link = node_element(arena, "a", (struct place){0});
    node_set(arena, link, "href", "report:plan-2025");
    node_append(node_by_name(answered->chapters[0].body, "p"), link);
    root = compose_report(arena, &composer, publication, answered, messages);
    ck_assert_msg(root && messages_total(messages) == 0, "%s", suite_told());
    const struct node *filled = node_by_class(node_by_id(root, "chapter-1"), "to-report"), *title = node_by_name(filled, "span");
    ck_assert_str_eq(node_string(arena, filled), "het verbeterplan ‘Plan for improvement’");
    ck_assert_str_eq(node_string(arena, title), "Plan for improvement");
    ck_assert_str_eq(node_get(title, "lang"), "en");
}
END_TEST

/* ---- quotations ---- */

static const struct {
    const char *quotation, *source, *quoted, *there; /* quoted NULL: it holds */
} quotations[] = {
    {"Er is te weinig zicht.", "Er is te weinig zicht.", NULL, NULL},
    {"“Er is te weinig zicht”", "Er is te weinig\n  zicht, vinden wij.", NULL, NULL},
    {"te weinig ZICHT", "Er is te wei\u00adnig\u00a0zicht.", NULL, NULL},
    {"Er is […] zicht", "Er is al jaren te weinig zicht.", NULL, NULL},
    {"Er is … zicht … jaren", "Er is te weinig zicht. Dat is al jaren zo.", NULL, NULL},
    {"is is nu", "Dat is is is nu zo", NULL, NULL},
    {"", "Er is te weinig zicht.", NULL, NULL},
    {"…", "", NULL, NULL},
    {"Er is te veel zicht", "Er is te weinig zicht.", "veel zicht", "weinig zicht."},
    {"Er is te weinig zicht en tijd", "Er is te weinig zicht.", "en tijd", ""},
    {"zicht … te weinig", "Er is te weinig zicht.", "te weinig", ""},
    {"Zij riepen", "Hij riep", "Zij riepen", "Hij riep"},
};

START_TEST(a_quotation_holds_or_departs)
{
    struct departure departure = {0};
    bool holds = quotation_holds(arena, quotations[_i].quotation, quotations[_i].source, &departure);
    ck_assert_msg(holds == !quotations[_i].quoted, "%s", quotations[_i].quotation);
    if (holds) return;
    ck_assert_str_eq(departure.quoted, quotations[_i].quoted);
    ck_assert_str_eq(departure.source, quotations[_i].there);
}
END_TEST

/* Words that match for long and then do not must not take the square of their number. */
START_TEST(a_long_quotation_is_soon_compared)
{
    struct buffer quotation = buffer_new(arena), source = buffer_new(arena);
    for (int i = 0; i < 200000; i++) buffer_add(&source, "ja ");
    for (int i = 0; i < 100000; i++) buffer_add(&quotation, "ja ");
    buffer_add(&quotation, "nee");
    struct departure departure;
    ck_assert(!quotation_holds(arena, buffer_text(&quotation), buffer_text(&source), &departure));
    ck_assert_str_eq(departure.quoted, "nee");
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, setup, NULL);
    tcase_add_loop_test(tests, golden, 0, golden_collect(&cases, FOLDER, ".md", 8));
    tcase_add_test(tests, the_tables_of_measures);
    tcase_add_test(tests, a_pdf_leads_to_the_site_or_to_the_other_pdf);
    tcase_add_test(tests, what_could_not_be_made_is_told_once);
    tcase_add_test(tests, a_template_cannot_refer_on_its_own);
    tcase_add_test(tests, the_language_of_others_is_marked);
    tcase_add_loop_test(tests, a_quotation_holds_or_departs, 0, sizeof quotations / sizeof quotations[0]);
    tcase_add_test(tests, a_long_quotation_is_soon_compared);
    return suite_run("compose: references to other reports", tests);
}
