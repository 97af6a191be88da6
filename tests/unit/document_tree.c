#include <string.h>

#include "document/document.h"
#include "suite.h"

static struct node *element(const char *name)
{
    return node_element(arena, name, (struct place){0});
}

static struct node *text(const char *words)
{
    return node_text(arena, words, (struct place){0});
}

/* <div><p id="a" class="x  yy">one <em>two</em></p><ul/></div> */
static struct node *example(void)
{
    struct node *div = element("div"), *p = element("p"), *em = element("em");
    node_set(arena, p, "id", "a");
    node_set(arena, p, "class", "x  yy");
    node_append(div, p);
    node_append(p, text("one "));
    node_append(p, em);
    node_append(em, text("two"));
    node_append(div, element("ul"));
    return div;
}

static const char *dump(const struct node *root)
{
    struct buffer out = buffer_new(arena);
    document_dump(&out, root, false);
    return buffer_text(&out);
}

START_TEST(walk_is_document_order)
{
    struct node *div = example();
    struct buffer names = buffer_new(arena);
    for (const struct node *node = div; node; node = node_next(node, div))
        buffer_format(&names, "%s ", node->name ? node->name : node->text);
    ck_assert_str_eq(buffer_text(&names), "div p one  em two ul ");
    ck_assert_ptr_eq(node_after(div->first, div), div->last);
    ck_assert_ptr_null(node_after(div->last, div));
    ck_assert_ptr_null(node_after(div, div));
    ck_assert_msg(!node_next(div->first->last->first, div->first->last), "a walk leaves its root");
}
END_TEST

START_TEST(insert_remove_replace)
{
    struct node *div = example(), *p = div->first;
    node_insert_before(p, element("hr"));
    node_insert_after(p, element("br"));
    node_insert_after(div->last, element("dl"));
    node_remove(p);
    ck_assert_ptr_null(p->parent);
    node_replace(div->first, element("ol"));
    ck_assert_str_eq(dump(div), "div\n  ol\n  br\n  ul\n  dl\n");
    node_move_children(p, div->first);
    ck_assert_ptr_null(p->first);
    ck_assert_str_eq(dump(div->first), "ol\n  \"one \"\n  em\n    \"two\"\n");
    node_remove(div->last);
    ck_assert_str_eq(div->last->name, "ul");
}
END_TEST

START_TEST(copy_is_equal_and_apart)
{
    struct node *div = example(), *copy = node_copy(arena, div->first);
    ck_assert_ptr_null(copy->parent);
    ck_assert_ptr_null(copy->next);
    ck_assert_str_eq(dump(copy), dump(div->first));
    node_set(arena, copy, "id", "b");
    node_remove(copy->last);
    ck_assert_str_eq(node_get(div->first, "id"), "a");
    ck_assert_str_eq(node_string(arena, div), "one two");
}
END_TEST

START_TEST(deep_copy_needs_no_stack)
{
    struct node *root = element("div"), *at = root;
    for (int i = 0; i < 300000; i++) {
        struct node *child = element("div");
        node_append(at, child);
        at = child;
    }
    struct node *copy = node_copy(arena, root);
    size_t count = 0;
    for (const struct node *node = copy; node; node = node_next(node, copy)) count++;
    ck_assert_uint_eq(count, 300001);
}
END_TEST

START_TEST(attributes_and_classes)
{
    struct node *p = example()->first;
    ck_assert(node_has_class(p, "x") && node_has_class(p, "yy"));
    ck_assert(!node_has_class(p, "y") && !node_has_class(p, "") && !node_has_class(p, "x  yy"));
    node_add_class(arena, p, "x");
    ck_assert_str_eq(node_get(p, "class"), "x  yy");
    node_add_class(arena, p, "z");
    ck_assert_str_eq(node_get(p, "class"), "x  yy z");
    node_set(arena, p->last, "class", " a ");
    ck_assert(node_has_class(p->last, "a") && !node_has_class(p->last, ""));
    node_set(arena, p->last, "class", NULL);
    node_set(arena, p, "id", NULL);
    ck_assert_ptr_null(node_get(p, "id"));
    node_set(arena, p, "lang", NULL);
    node_add_class(arena, p->last, "first");
    ck_assert_str_eq(node_get(p->last, "class"), "first");
}
END_TEST

START_TEST(finding)
{
    struct node *div = example();
    ck_assert_ptr_eq(node_by_id(div, "a"), div->first);
    ck_assert_ptr_eq(node_by_class(div, "yy"), div->first);
    ck_assert_ptr_eq(node_by_name(div, "ul"), div->last);
    ck_assert_ptr_null(node_by_id(div, "b"));
    ck_assert_ptr_null(node_by_name(div->first, "ul"));
    ck_assert(!node_is(NULL, "p") && !node_is(div->first->first, "p") && node_is(div->first, "p"));
}
END_TEST

START_TEST(headings_and_blocks)
{
    static const char *const names[] = {"h1", "h6", "h0", "h7", "hr", "h", "h11"};
    static const int levels[] = {1, 6, 0, 0, 0, 0, 0};
    for (size_t i = 0; i < 7; i++) ck_assert_int_eq(node_heading_level(element(names[i])), levels[i]);
    ck_assert_int_eq(node_heading_level(text("h1")), 0);
    ck_assert(node_is_block(element("li")) && !node_is_block(element("em")) && !node_is_block(text("p")));
    ck_assert(!node_is_block(NULL));
}
END_TEST

START_TEST(string_folds_white_space)
{
    struct node *p = element("p"), *em = element("em");
    node_append(p, text("\n  een \t"));
    node_append(p, em);
    node_append(em, text(" twee"));
    node_append(p, text("\xC2\xA0"
                        "drie  "));
    ck_assert_str_eq(node_string(arena, p), "een twee\xC2\xA0"
                                            "drie");
    ck_assert_str_eq(node_string(arena, element("p")), "");
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_test(tests, walk_is_document_order);
    tcase_add_test(tests, insert_remove_replace);
    tcase_add_test(tests, copy_is_equal_and_apart);
    tcase_add_test(tests, deep_copy_needs_no_stack);
    tcase_add_test(tests, attributes_and_classes);
    tcase_add_test(tests, finding);
    tcase_add_test(tests, headings_and_blocks);
    tcase_add_test(tests, string_folds_white_space);
    return suite_run("document: tree", tests);
}
