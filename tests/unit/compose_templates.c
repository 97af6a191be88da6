/* The shipped templates over views that hold everything and next to nothing: strict merging, reading and resolving
 * must be silent, the documents as in tests/golden/compose/views/NAME-TEMPLATE.dump; and the words of both languages. */
#include <string.h>

#include "compose/compose.h"
#include "content/content.h"
#include "template/template.h"
#include "golden.h"

static struct value *yaml(const char *path)
{
    const struct source *source = file_read(arena, path, path, messages);
    ck_assert_msg(source, "cannot read %s", path);
    struct value *value = content_read_yaml(arena, source, messages);
    ck_assert_msg(value && messages_total(messages) == 0, "mistakes in %s", path);
    return value;
}

/* Depth of these files is that of their braces: a few levels. */
static void mark_up(struct value *value)
{
    if (value->kind == VALUE_STRING && value->text[0] == '<') value->kind = VALUE_MARKUP;
    for (size_t i = 0; value->kind == VALUE_LIST && i < value->count; i++) mark_up(value->items[i]);
    for (size_t i = 0; value->kind == VALUE_MAP && i < value->count; i++) mark_up(value->members[i].value);
}

static struct value *view(const char *name)
{
    struct value *value = yaml(arena_format(arena, "tests/golden/compose/views/%s.yaml", name));
    mark_up(value);
    value_set(arena, value, "words", yaml("templates/words/nl.yaml"));
    return value;
}

static void assert_silent(void)
{
    ck_assert_str_eq(suite_told(), "");
}

static struct node *composed(const char *name, const char *template)
{
    struct templates *templates = templates_new(arena, TEMPLATE_STRICT);
    struct value *data = view(name);
    struct merged_text merged;
    struct insertions none = {0};
    templates_add_folder(templates, "templates", "templates", messages);
    template_render(arena, templates, template, data, &merged, messages);
    assert_silent();
    struct node *root = document_read(arena, &merged, &none, messages);
    bool report = strcmp(template, "start") != 0;
    if (root && report) compose_resolve(arena, value_get(data, "words"), root, messages);
    assert_silent();
    return root;
}

static const struct {
    const char *view, *template;
} cases[] = {{"full", "gi-report"}, {"full", "start"}, {"sparse", "gi-report"}, {"sparse", "start"},
             {"region", "region-report"}, {"plan", "plan"}};

START_TEST(golden)
{
    const char *name = arena_format(arena, "%s-%s.dump", cases[_i].view, cases[_i].template);
    struct buffer out = buffer_new(arena);
    document_dump(&out, composed(cases[_i].view, cases[_i].template), false);
    golden_check(file_join(arena, "tests/golden/compose/views", name), buffer_text(&out));
}
END_TEST

START_TEST(every_judgment_is_readable)
{
    const struct node *root = composed("full", "gi-report");
    size_t count = 0;
    for (const struct node *node = root; node; node = node_next(node, root)) {
        if (!node_has_class(node, "judgment")) continue;
        bool cell = node_is(node->parent, "td");
        bool legend = cell && node_has_class(node->parent->parent->parent->parent, "scale");
        const struct node *readable = legend ? node->parent->next : node;
        ck_assert_msg(*node_string(arena, readable), "a judgment has no text");
        count++;
    }
    ck_assert_uint_ge(count, 9);
}
END_TEST

START_TEST(tables_have_captions_and_heads)
{
    const struct node *root = composed("full", "gi-report");
    for (const struct node *node = root; node; node = node_next(node, root)) {
        if (node_is(node, "table")) ck_assert(node_is(node->first, "caption"));
        if (node_is(node, "th")) ck_assert_ptr_nonnull(node_get(node, "scope"));
        if (node_is(node, "nav")) ck_assert_ptr_nonnull(node_get(node, "aria-labelledby"));
    }
}
END_TEST

/* Levels go down one at a time, from one h1. */
START_TEST(heading_levels_are_not_skipped)
{
    const struct node *root = composed("full", "gi-report");
    int last = 0;
    for (const struct node *node = root; node; node = node_next(node, root)) {
        int level = node_heading_level(node);
        if (!level) continue;
        ck_assert_msg(level <= last + 1, "%s after h%d", node->name, last);
        ck_assert_msg(level > 1 || last == 0, "a second h1");
        last = level;
    }
}
END_TEST

START_TEST(draft_and_unknown_are_said_in_words)
{
    const char *text = node_string(arena, composed("sparse", "gi-report"));
    ck_assert_ptr_nonnull(strstr(text, "Concept"));
    ck_assert_ptr_nonnull(strstr(text, "onbekend"));
    ck_assert_ptr_nonnull(strstr(text, "nog niet gepubliceerd"));
    text = node_string(arena, composed("full", "gi-report"));
    ck_assert_ptr_null(strstr(text, "Concept"));
    ck_assert_ptr_nonnull(strstr(text, "De bron laat het oordeel niet meer zien. (Bron: Webpagina van de inspectie)"));
}
END_TEST

static void assert_same_keys(const struct value *one, const struct value *other, const char *path)
{
    for (size_t i = 0; i < one->count; i++) {
        const struct member *member = &one->members[i];
        const struct value *twin = value_get(other, member->key);
        ck_assert_msg(twin, "%s%s is in one language only", path, member->key);
        ck_assert_msg(twin->kind == member->value->kind, "%s%s", path, member->key);
        if (twin->kind == VALUE_MAP) {
            assert_same_keys(member->value, twin, arena_format(arena, "%s%s.", path, member->key));
            continue;
        }
        ck_assert_msg(twin->kind == VALUE_STRING && *twin->text, "%s%s is no text", path, member->key);
        bool number = strstr(member->value->text, "{number}"), number_too = strstr(twin->text, "{number}");
        ck_assert_msg(number == number_too, "%s%s has a number in one language only", path, member->key);
    }
}

START_TEST(languages_have_the_same_words)
{
    const struct value *dutch = yaml("templates/words/nl.yaml"), *english = yaml("templates/words/en.yaml");
    assert_same_keys(dutch, english, "");
    assert_same_keys(english, dutch, "");
    ck_assert_uint_gt(dutch->count, 30);
}
END_TEST

/* A word that nothing asks for is a word that no one keeps right. */
START_TEST(words_are_all_used)
{
    static const char *const folders[] = {"templates", "templates/blocks", "src/compose", "src/report"};
    struct buffer all = buffer_new(arena);
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        for (const char **name = file_list(arena, folders[i], "", messages); *name; name++) {
            const char *path = file_join(arena, folders[i], *name);
            if (file_is_folder(path)) continue;
            buffer_add(&all, file_read(arena, path, path, messages)->text);
        }
    }
    const struct value *words = yaml("templates/words/nl.yaml");
    for (size_t i = 0; i < words->count; i++) {
        const char *key = words->members[i].key;
        bool used = strstr(buffer_text(&all), arena_format(arena, "words.%s", key)) ||
                    strstr(buffer_text(&all), arena_format(arena, "\"%s\"", key));
        ck_assert_msg(used || strcmp(key, "site") == 0, "nothing uses the word %s", key);
    }
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_loop_test(tests, golden, 0, (int)(sizeof cases / sizeof cases[0]));
    tcase_add_test(tests, every_judgment_is_readable);
    tcase_add_test(tests, tables_have_captions_and_heads);
    tcase_add_test(tests, heading_levels_are_not_skipped);
    tcase_add_test(tests, draft_and_unknown_are_said_in_words);
    tcase_add_test(tests, languages_have_the_same_words);
    tcase_add_test(tests, words_are_all_used);
    return suite_run("compose: templates", tests);
}
