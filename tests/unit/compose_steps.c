/* What golden cases cannot show: large and hostile documents, notes of several files, words that are missing. */
#include <string.h>

#include "compose/compose.h"
#include "compose/map.h"
#include "tree.h"

static struct value *words;

static void setup(void)
{
    static const char *const keys[] = {"case",
                                       "table_number",
                                       "figure_number",
                                       "reference_norm",
                                       "reference_theme",
                                       "reference_annex",
                                       "reference_chapter",
                                       "reference_section",
                                       "reference_title",
                                       "reference_table",
                                       "reference_figure",
                                       "footnote_back",
                                       "footnote_again",
                                       "footnote_call",
                                       "reference_shortcoming",
                                       "hereafter"};
    words = value_map(arena);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        value_set(arena, words, keys[i], value_string(arena, arena_format(arena, "%s {number}", keys[i])));
}

START_TEST(map_finds_what_was_added)
{
    struct map *map = map_new(arena);
    ck_assert_ptr_null(map_get(map, "a"));
    for (int i = 0; i < 5000; i++) ck_assert(map_add(map, arena_format(arena, "key-%d", i), &messages));
    ck_assert(!map_add(map, "key-77", &words));
    ck_assert_ptr_eq(map_get(map, "key-4999"), &messages);
    ck_assert_ptr_null(map_get(map, "key-5000"));
    ck_assert_uint_eq(map_count(map), 5000);
    ck_assert_str_eq(map_keys(map)[42], "key-42");
}
END_TEST

static struct place in_file(const char *path)
{
    struct source *source = arena_make(arena, struct source);
    *source = (struct source){.path = path, .text = "", .length = 0};
    return (struct place){source, 1, 1};
}

/* <section><p>word<a class="footnote-call" href="1"/></p><aside class="footnote"
 * data-name="1"><p>word</p></aside></section> */
static struct node *section_with_note(struct place place, const char *word)
{
    struct node *section = node_element(arena, "section", place), *p = node_element(arena, "p", place);
    struct node *call = node_element(arena, "a", place), *note = node_element(arena, "aside", place);
    struct node *inner = node_element(arena, "p", place);
    node_set(arena, call, "class", "footnote-call");
    node_set(arena, call, "href", "1");
    node_set(arena, note, "class", "footnote");
    node_set(arena, note, "data-name", "1");
    node_append(section, p);
    node_append(p, node_text(arena, word, place));
    node_append(p, call);
    node_append(inner, node_text(arena, word, place));
    node_append(note, inner);
    node_append(section, note);
    return section;
}

START_TEST(notes_belong_to_their_file)
{
    struct place one = in_file("1a.md"), other = in_file("2.md"), later = one;
    later.line = 9;
    struct node *root = node_element(arena, "article", (struct place){0});
    node_append(root, section_with_note(one, "een"));
    node_append(root, section_with_note(other, "twee"));
    node_append(root, section_with_note(later, "drie")); /* two values of one YAML file */
    ck_assert(compose_resolve(arena, words, root, messages));
    static const char *const expected[] = {"een", "twee", "drie"};
    for (int i = 0; i < 3; i++) {
        const struct node *note = node_by_id(root, arena_format(arena, "footnote-%d", i + 1));
        ck_assert_ptr_nonnull(note);
        ck_assert_msg(strstr(node_string(arena, note), expected[i]), "note %d: %s", i + 1, node_string(arena, note));
    }
}
END_TEST

START_TEST(notes_may_call_each_other)
{
    struct node *root =
        tree_of("<article><p>a<a class=\"footnote-call\" href=\"a\"/></p>"
             "<aside class=\"footnote\" data-name=\"a\"><p>A<a class=\"footnote-call\" href=\"b\"/></p></aside>"
             "<aside class=\"footnote\" data-name=\"b\"><p>B<a class=\"footnote-call\" href=\"a\"/></p></aside>"
             "</article>");
    ck_assert(compose_resolve(arena, words, root, messages));
    ck_assert_ptr_nonnull(node_by_id(root, "footnote-2"));
    ck_assert_ptr_nonnull(node_by_id(root, "footnote-call-1-2"));
}
END_TEST

START_TEST(missing_words_are_told)
{
    struct value *none = value_map(arena);
    struct node *root =
        tree_of("<article><section class=\"chapter\"><h2>A</h2><p>a <a href=\"chapter:1\"/></p></section></article>");
    ck_assert(!compose_resolve(arena, none, root, messages));
    ck_assert_int_eq(messages_at(messages, 0)->code, WORD_MISSING);
    ck_assert_ptr_nonnull(strstr(messages_at(messages, 0)->text, "reference_chapter"));
}
END_TEST

static void add_paragraph(struct buffer *out, int i)
{
    buffer_format(out,
                  "<h2>Kop</h2><p id=\"norm-%d\">a<a class=\"footnote-call\" href=\"n%d\"/> <a href=\"norm:%d\"/> ", i,
                  i, i);
    buffer_add(out, "<a href=\"section:kop\"/></p><aside class=\"footnote\" data-name=\"");
    buffer_format(out, "n%d\"><p>noot<a class=\"footnote-call\" href=\"n0\"/></p></aside>", i);
}

START_TEST(large_documents_are_resolved)
{
    enum { COUNT = 20000 };
    struct buffer text = buffer_new(arena);
    buffer_add(&text, "<article><nav class=\"contents\"><h2>Inhoud</h2></nav><section class=\"chapter\"><h2>A</h2>");
    for (int i = 0; i < COUNT; i++) add_paragraph(&text, i);
    buffer_add(&text, "</section></article>");
    struct node *root = tree_of(buffer_text(&text));
    ck_assert(compose_resolve(arena, words, root, messages));
    ck_assert_ptr_nonnull(node_by_id(root, "kop-20000"));
    ck_assert_ptr_nonnull(node_by_id(root, "footnote-20000"));
}
END_TEST

START_TEST(one_paragraph_of_notes)
{
    enum { COUNT = 20000 };
    struct buffer text = buffer_new(arena), notes = buffer_new(arena);
    buffer_add(&text, "<article><p>");
    for (int i = 0; i < COUNT; i++) {
        buffer_format(&text, "<a class=\"footnote-call\" href=\"%d\"/> ", i);
        buffer_format(
            &notes,
            "<aside class=\"footnote\" data-name=\"%d\"><p>x<a class=\"footnote-call\" href=\"m%d\"/></p></aside>", i,
            i);
        buffer_format(&notes, "<aside class=\"footnote\" data-name=\"m%d\"><p>y</p></aside>", i);
    }
    buffer_format(&text, "</p>%s</article>", buffer_text(&notes));
    struct node *root = tree_of(buffer_text(&text));
    ck_assert(compose_resolve(arena, words, root, messages));
    ck_assert_str_eq(node_get(root->last, "id"), "footnote-40000");
}
END_TEST

/* As many abbreviations as a report may have, with the same first word, in one paragraph. */
START_TEST(many_abbreviations_in_one_paragraph)
{
    enum { ENTRIES = 500, COUNT = 200000 };
    struct buffer text = buffer_new(arena);
    buffer_add(&text, "<article lang=\"nl\"><p>");
    for (int i = 0; i < COUNT; i++) buffer_format(&text, "GI %d ", i);
    buffer_add(&text, "</p><section class=\"glossary\" id=\"glossary\"><h2>A</h2><dl>");
    for (int i = 0; i < ENTRIES; i++)
        buffer_format(&text, "<div data-abbreviation=\"GI %d\"><dt>GI %d</dt><dd>uitleg %d</dd></div>", i * 400, i, i);
    buffer_add(&text, "</dl></section></article>");
    struct node *root = tree_of(buffer_text(&text));
    ck_assert(compose_resolve(arena, words, root, messages));
    const char *paragraph = node_string(arena, node_by_name(root, "p"));
    ck_assert_ptr_nonnull(strstr(paragraph, "uitleg 499 (GI 199600)"));
    ck_assert_ptr_nonnull(strstr(paragraph, "GI 199601"));
}
END_TEST

START_TEST(many_broken_links_are_all_told)
{
    struct buffer text = buffer_new(arena);
    buffer_add(&text, "<article><p>");
    for (int i = 0; i < 20000; i++) buffer_format(&text, "<a id=\"norm-a%d\" href=\"norm:b%d\"/> ", i, i);
    buffer_add(&text, "</p></article>");
    struct node *root = tree_of(buffer_text(&text));
    ck_assert(!compose_resolve(arena, words, root, messages));
    ck_assert_uint_eq(messages_total(messages), 20000);
}
END_TEST

static struct node *deep(int depth)
{
    struct buffer text = buffer_new(arena);
    buffer_add(&text, "<article>");
    for (int i = 0; i < depth; i++) buffer_add(&text, "<aside data-block=\"case\"><h2>K</h2>");
    buffer_add(&text, "<p>a<a class=\"footnote-call\" href=\"1\"/></p>");
    for (int i = 0; i < depth; i++) buffer_add(&text, "</aside>");
    buffer_add(&text, "<aside class=\"footnote\" data-name=\"1\"><p>x</p></aside></article>");
    return tree_of(buffer_text(&text));
}

START_TEST(deep_blocks)
{
    struct node *root = deep(62); /* article, 62 times aside and section, p, a, sup */
    compose_resolve(arena, words, root, messages);
    ck_assert_ptr_nonnull(strstr(tree_html(root), "id=\"footnote-1\""));
    for (size_t i = 0; i < messages_total(messages); i++)
        ck_assert_int_eq(messages_at(messages, i)->code, HEADING_TOO_DEEP);
}
END_TEST

START_TEST(sections_do_not_break_the_bound)
{
    ck_assert(!compose_resolve(arena, words, deep(63), messages));
    ck_assert_int_eq(messages_at(messages, messages_total(messages) - 1)->code, DOCUMENT_TOO_DEEP);
    ck_assert(!compose_resolve(arena, words, deep(126 - 1), messages));
}
END_TEST

START_TEST(long_names)
{
    char *name = arena_alloc(arena, 200001);
    memset(name, 'x', 200000);
    struct node *root = tree_of(
        arena_format(arena,
                     "<article><section class=\"chapter\"><h2>%s</h2>"
                     "<h2>%s</h2><p><a href=\"norm:%s\"/><a href=\"%s:1\"/><a href=\"#%s\"/></p></section></article>",
                     name, name, name, name, name));
    ck_assert(!compose_resolve(arena, words, root, messages));
    ck_assert_uint_eq(messages_total(messages), 4);
    ck_assert_uint_lt(strlen(node_get(node_by_class(root, "section"), "id")), 200);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, setup, NULL);
    tcase_add_test(tests, map_finds_what_was_added);
    tcase_add_test(tests, notes_belong_to_their_file);
    tcase_add_test(tests, notes_may_call_each_other);
    tcase_add_test(tests, missing_words_are_told);
    tcase_add_test(tests, large_documents_are_resolved);
    tcase_add_test(tests, one_paragraph_of_notes);
    tcase_add_test(tests, many_abbreviations_in_one_paragraph);
    tcase_add_test(tests, many_broken_links_are_all_told);
    tcase_add_test(tests, deep_blocks);
    tcase_add_test(tests, sections_do_not_break_the_bound);
    tcase_add_test(tests, long_names);
    return suite_run("compose: steps", tests);
}
