/* The street up to here over the example content: load, merge, read, resolve. */
#include <string.h>

#include "base/file.h"
#include "compose/compose.h"
#include "content/content.h"
#include "folder.h"

static struct composer composer;

static void setup(void)
{
    struct templates *templates = templates_new(arena, TEMPLATE_STRICT);
    const struct source *source = file_read(arena, "templates/words/nl.yaml", "nl.yaml", messages);
    ck_assert(source && templates_add_folder(templates, "templates", "templates", messages));
    composer = (struct composer){.templates = templates, .words = content_read_yaml(arena, source, messages)};
}

static const char *dump(const struct node *root)
{
    struct buffer out = buffer_new(arena);
    document_dump(&out, root, true);
    return buffer_text(&out);
}

static const struct report *report_of(const struct publication *publication, const char *id)
{
    for (size_t i = 0; i < publication->report_count; i++) {
        if (strcmp(publication->reports[i]->id, id) == 0) return publication->reports[i];
    }
    ck_abort_msg("there is no report %s", id);
}

START_TEST(example_is_silent)
{
    const struct publication *publication = report_load(arena, "content", messages);
    for (size_t i = 0; i < publication->report_count; i++) {
        const struct node *root = compose_report(arena, &composer, publication, publication->reports[i], messages);
        ck_assert_msg(messages_total(messages) == 0, "%s", suite_told());
        for (const struct node *node = root; node; node = node_next(node, root)) {
            const char *href = node_get(node, "href");
            ck_assert(!node_get(node, "data-block") && !node_get(node, "data-name") && !node_get(node, "data-kind"));
            if (href && *href == '#') ck_assert_msg(node_by_id(root, href + 1), "%s is dead", href);
            if (node_is(node, "a")) ck_assert_msg(*node_string(arena, node), "a link without text to %s", href);
        }
    }
    ck_assert_ptr_nonnull(compose_start(arena, &composer, publication, messages));
    ck_assert_msg(messages_total(messages) == 0, "%s", suite_told());
}
END_TEST

/* Region reports and plans go the same way. */
START_TEST(other_kinds_are_silent)
{
    const struct publication *publication = report_load(arena, "tests/golden/report/kinds", messages);
    ck_assert_uint_eq(publication->report_count, 3);
    for (size_t i = 0; i < publication->report_count; i++) {
        const struct node *root = compose_report(arena, &composer, publication, publication->reports[i], messages);
        ck_assert_msg(root && messages_total(messages) == 0, "%s", suite_told());
        ck_assert_ptr_nonnull(node_by_id(root, "chapter-2"));
        const char *kind = node_string(arena, node_by_class(root, "kind"));
        ck_assert_str_eq(kind, i == 0 ? "Verbeterplan" : "Regiorapport");
    }
}
END_TEST

START_TEST(composing_again_gives_the_same)
{
    const struct publication *publication = report_load(arena, "content", messages);
    const struct report *report = report_of(publication, "wss-2025");
    const struct node *once = compose_report(arena, &composer, publication, report, messages);
    const struct node *twice = compose_report(arena, &composer, publication, report, messages);
    ck_assert_str_eq(dump(once), dump(twice));
}
END_TEST

/* A judgment that the source lost is shown as unknown, never as a step. */
static void check_judgment(const struct finding *finding, const struct node *root)
{
    const struct node *norm = node_by_id(root, arena_format(arena, "norm-%s", finding->norm->id));
    const struct node *label = node_by_class(node_by_class(norm, "norm-header"), "label");
    const struct step *step = finding->judgment->step;
    ck_assert_str_eq(node_string(arena, label), step ? step->label : "onbekend");
}

START_TEST(judgments_are_those_of_the_data)
{
    static const char *const ids[] = {"wss-2025", "jb-noord-2025"};
    const struct publication *publication = report_load(arena, "content", messages);
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        const struct report *report = report_of(publication, ids[i]);
        const struct node *root = compose_report(arena, &composer, publication, report, messages);
        for (size_t t = 0; t < report->framework->theme_count; t++) {
            for (size_t n = 0; n < report->framework->themes[t].norm_count; n++)
                check_judgment(&report->themes[t].findings[n], root);
        }
    }
}
END_TEST

/* A copy of the content with one more paragraph. */
static const struct publication *load_broken(const char *file, const char *text)
{
    const char *folder = folder_new();
    folder_copy("content", folder);
    const char *path = arena_format(arena, "%s/wss-2025/%s", folder, file);
    const struct source *before = file_read(arena, path, path, messages);
    ck_assert_ptr_nonnull(before);
    const char *longer = arena_format(arena, "%s%s", before->text, text);
    folder_write(path, longer, strlen(longer));
    const struct publication *publication = report_load(arena, folder, messages);
    folder_remove(folder);
    return publication;
}

START_TEST(broken_reference_has_its_place)
{
    const struct publication *publication = load_broken(
        "introduction.md", "\nEen zin met [](nrom:1a.3) en\nmet een verwijzing naar [](norm:1a.33).\n");
    ck_assert_ptr_null(compose_report(arena, &composer, publication, report_of(publication, "wss-2025"), messages));
    ck_assert_msg(messages_total(messages) == 2, "%s", suite_told());
    const struct message *scheme = messages_at(messages, 0), *target = messages_at(messages, 1);
    ck_assert_int_eq(scheme->code, REFERENCE_SCHEME);
    ck_assert_int_eq(target->code, REFERENCE_TARGET);
    ck_assert_uint_eq(target->place.line, scheme->place.line + 1);
    ck_assert_uint_eq(scheme->place.column, 16);
    ck_assert_uint_eq(target->place.column, 28);
    ck_assert_ptr_nonnull(strstr(target->place.source->path, "introduction.md"));
    ck_assert_ptr_nonnull(strstr(target->hint, "norm:1a.3"));
}
END_TEST

START_TEST(footnotes_of_findings_stay_with_their_norm)
{
    const struct publication *publication = load_broken(
        "findings/1a.md", "- Een tekort met een noot.[^n]\n\n[^n]: De noot.\n");
    const struct node *root = compose_report(arena, &composer, publication, report_of(publication, "wss-2025"), messages);
    ck_assert_msg(root && messages_total(messages) == 0, "%s", suite_told());
    const struct node *norm = node_by_id(root, "norm-1a.3"), *list = node_by_class(norm, "shortcomings");
    while (list && !node_is(list, "ol")) list = node_next(list, norm);
    ck_assert(list && list->next && node_has_class(list->next, "footnote"));
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, setup, NULL);
    tcase_add_test(tests, example_is_silent);
    tcase_add_test(tests, other_kinds_are_silent);
    tcase_add_test(tests, composing_again_gives_the_same);
    tcase_add_test(tests, judgments_are_those_of_the_data);
    tcase_add_test(tests, broken_reference_has_its_place);
    tcase_add_test(tests, footnotes_of_findings_stay_with_their_norm);
    return suite_run("compose: the street", tests);
}
