#include <string.h>

#include "document/document.h"
#include "tree.h"

static struct insertions insertions;

static void setup(void)
{
    insertions = (struct insertions){0};
}

/* Line i of the text comes from line 10 * i of "page.mustache", column 3. */
static struct node *read(const char *text)
{
    size_t lines = 1;
    for (const char *c = text; *c; c++) lines += *c == '\n';
    struct source *source = arena_make(arena, struct source);
    *source = (struct source){.path = "page.mustache", .text = "", .length = 0};
    struct place *places = arena_array(arena, lines, sizeof *places);
    for (size_t i = 0; i < lines; i++) places[i] = (struct place){source, 10 * (unsigned)(i + 1), 3};
    struct merged_text merged = {.text = text, .length = strlen(text), .lines = places, .line_count = lines};
    return document_read(arena, &merged, &insertions, messages);
}

static const char *dump(const struct node *root, bool places)
{
    struct buffer out = buffer_new(arena);
    document_dump(&out, root, places);
    return buffer_text(&out);
}

static void assert_refused(const char *text, enum message_code code, unsigned line, const char *part)
{
    messages = messages_new(arena); /* the same mistake in the same place is told once */
    ck_assert_msg(!read(text), "read without a message: %s", text);
    ck_assert_msg(messages_total(messages) == 1, "one message for %s", text);
    const struct message *message = messages_at(messages, 0);
    ck_assert_msg(message->code == code, "%s gives [%s]", text, message_code_name(message->code));
    ck_assert_msg(message->place.line == line, "%s is told at line %u", text, message->place.line);
    ck_assert_msg(strstr(message->text, part), "%s: %s", text, message->text);
}

START_TEST(tree_of_a_text)
{
    struct node *root = read("<div id=\"a&amp;b\"\n  lang='nl'>een &lt;&#233;&gt; <em>x</em>\n</div>");
    ck_assert_ptr_nonnull(root);
    ck_assert_str_eq(dump(root, false),
                     "div id=\"a&b\" lang=\"nl\"\n  \"een <\xC3\xA9> \"\n  em\n    \"x\"\n  \"\\n\"\n");
    ck_assert_uint_eq(messages_total(messages), 0);
}
END_TEST

START_TEST(places_are_of_the_first_line)
{
    struct node *root =
        read("<div\n class=\"a\"\n id=\"b\">\n\n <p>\n  woord\n twee <em\n lang=\"en\">x</em></p></div>");
    ck_assert_str_eq(dump(root, true), "div class=\"a\" id=\"b\"  @page.mustache:10:3\n"
                                       "  p  @page.mustache:50:3\n"
                                       "    \"\\n  woord\\n twee \"  @page.mustache:60:3\n"
                                       "    em lang=\"en\"  @page.mustache:70:3\n"
                                       "      \"x\"  @page.mustache:80:3\n");
}
END_TEST

START_TEST(blanks_between_blocks_go)
{
    struct node *root = read("<div>\n <p>a</p>\n <!-- c -->\n <p> <b>b</b> <i>c</i> </p> \n</div>");
    ck_assert_str_eq(dump(root, false),
                     "div\n  p\n    \"a\"\n  p\n    \" \"\n    b\n      \"b\"\n    \" \"\n    i\n      \"c\"\n"
                     "    \" \"\n");
    root = read("<td> <b>x</b></td>");
    ck_assert_str_eq(dump(root, false), "td\n  \" \"\n  b\n    \"x\"\n");
    root = read("<table>\n<tbody>\n</tbody></table>");
    ck_assert_str_eq(dump(root, false), "table\n  tbody\n");
    root = read("<p> </p>");
    ck_assert_str_eq(dump(root, false), "p\n  \" \"\n");
}
END_TEST

static struct node *fragment(const char *words, const char *block)
{
    struct source *source = arena_make(arena, struct source);
    *source = (struct source){.path = "1a.md", .text = "", .length = 0};
    struct place place = {source, 4, 7};
    struct node *body = node_element(arena, "body", place);
    if (words) node_append(body, node_text(arena, words, place));
    if (block) node_append(body, node_element(arena, block, place));
    return body;
}

START_TEST(insertions_take_their_place)
{
    const char *first = insertions_add(arena, &insertions, fragment("woord", NULL));
    ck_assert_str_eq(first, "<?insert 0?>");
    ck_assert_str_eq(insertions_add(arena, &insertions, fragment(NULL, "p")), "<?insert 1?>");
    insertions_add(arena, &insertions, fragment("a", "hr"));
    insertions_add(arena, &insertions, fragment("c", NULL));
    struct node *root =
        read("<div>\n<p>een <?insert 0?> twee</p>\n<?insert 1?>\n<p><?insert 2?><?insert 3?></p></div>");
    ck_assert_uint_eq(messages_total(messages), 0);
    ck_assert_str_eq(dump(root, true), "div  @page.mustache:10:3\n"
                                       "  p  @page.mustache:20:3\n"
                                       "    \"een woord twee\"  @1a.md:4:7\n"
                                       "  p  @1a.md:4:7\n"
                                       "  p  @page.mustache:40:3\n"
                                       "    \"a\"  @1a.md:4:7\n"
                                       "    hr  @1a.md:4:7\n"
                                       "    \"c\"  @1a.md:4:7\n");
}
END_TEST

START_TEST(insertions_stand_once)
{
    insertions_add(arena, &insertions, fragment("woord", NULL));
    assert_refused("<p>\n<?insert 0?>\n<?insert 0?></p>", MERGED_NOT_WELL_FORMED, 30, "insert 0");
    assert_refused("<p>\n<?insert 1?></p>", MERGED_NOT_WELL_FORMED, 20, "insert 1");
    assert_refused("<p><?insert -1?></p>", MERGED_NOT_WELL_FORMED, 10, "insert -1");
    assert_refused("<p><?insert 99999999999999999999?></p>", MERGED_NOT_WELL_FORMED, 10, "insert 999");
    assert_refused("<p><?insert 0 0?></p>", MERGED_NOT_WELL_FORMED, 10, "insert 0 0");
    assert_refused("<p><?insert?></p>", MERGED_NOT_WELL_FORMED, 10, "insert");
    assert_refused("<p><?php 0?></p>", MERGED_NOT_WELL_FORMED, 10, "php");
    assert_refused("<?insert 0?><p/>", MERGED_NOT_WELL_FORMED, 10, "insert");
}
END_TEST

START_TEST(broken_text_has_a_place)
{
    assert_refused("", MERGED_NOT_WELL_FORMED, 10, "");
    assert_refused("<div>\n<p>a\n</div>", MERGED_NOT_WELL_FORMED, 30, "\"p\", opened at page.mustache:20");
    assert_refused("<div>\n<p>a</p>\n", MERGED_NOT_WELL_FORMED, 20, "\"div\", opened at page.mustache:10");
    assert_refused("<p/>\n<p/>", MERGED_NOT_WELL_FORMED, 20, "");
    assert_refused("<p>a\n&nbsp;b</p>", MERGED_NOT_WELL_FORMED, 20, "nbsp");
    assert_refused("<p>\n&#0;</p>", MERGED_NOT_WELL_FORMED, 20, "");
    assert_refused("<p>\n a < b</p>", MERGED_NOT_WELL_FORMED, 20, "");
    assert_refused("<p>a\n<b class=\"x\" class=\"y\">c</b></p>", MERGED_NOT_WELL_FORMED, 20, "class");
    assert_refused("<p class=x>a</p>", MERGED_NOT_WELL_FORMED, 10, "");
    assert_refused("geen element", MERGED_NOT_WELL_FORMED, 10, "");
    assert_refused("<p>\n<a:b/></p>", MERGED_NOT_WELL_FORMED, 20, "");
}
END_TEST

START_TEST(no_document_type_and_no_entities)
{
    assert_refused("<!DOCTYPE html><p/>", MERGED_NOT_WELL_FORMED, 10, "document type");
    assert_refused("<!DOCTYPE p [\n<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">\n]><p>&b;</p>", MERGED_NOT_WELL_FORMED,
                   10, "document type");
    assert_refused("<!DOCTYPE p [<!ENTITY a SYSTEM \"/etc/passwd\">]><p>&a;</p>", MERGED_NOT_WELL_FORMED, 10,
                   "document type");
}
END_TEST

START_TEST(only_the_vocabulary)
{
    assert_refused("<div>\n<setcion/></div>", ELEMENT_UNKNOWN, 20, "setcion");
    ck_assert_str_eq(messages_at(messages, 0)->hint, "did you mean \"section\"?");
    assert_refused("<DIV/>", ELEMENT_UNKNOWN, 10, "DIV");
    assert_refused("<div>\n\n<script>x</script></div>", ELEMENT_REFUSED_HERE, 30, "script");
    assert_refused("<div><style>x</style></div>", ELEMENT_REFUSED_HERE, 10, "style");
    assert_refused("<p\n onclick=\"x\"/>", ATTRIBUTE_REFUSED, 10, "onclick");
    assert_refused("<p style=\"x\"/>", ATTRIBUTE_REFUSED, 10, "style");
    assert_refused("<p xml:lang=\"nl\"/>", ATTRIBUTE_REFUSED, 10, "xml:lang");
}
END_TEST

static char *repeated(const char *piece, size_t times, const char *end)
{
    struct buffer out = buffer_new(arena);
    while (times--) buffer_add(&out, piece);
    buffer_add(&out, end);
    return arena_copy(arena, buffer_text(&out), out.length);
}

START_TEST(depth_is_bounded)
{
    assert_refused(repeated("<div>", 129, ""), DOCUMENT_TOO_DEEP, 10, "128");
    assert_refused(repeated("<div>", 1000000, ""), DOCUMENT_TOO_DEEP, 10, "128");
    char *text = arena_format(arena, "%s<br/>%s", repeated("<b>", 127, ""), repeated("</b>", 127, ""));
    ck_assert_ptr_nonnull(read(text));
}
END_TEST

START_TEST(depth_of_insertions_is_bounded)
{
    struct node *body = fragment(NULL, "em"), *at = body->first;
    for (int i = 0; i < 100000; i++) {
        struct node *child = node_element(arena, "em", at->place);
        node_append(at, child);
        at = child;
    }
    insertions_add(arena, &insertions, body);
    assert_refused("<div><p>\n<?insert 0?></p></div>", DOCUMENT_TOO_DEEP, 4, "128");
    ck_assert_str_eq(messages_at(messages, 0)->place.source->path, "1a.md");
}
END_TEST

START_TEST(hostile_size)
{
    struct merged_text merged = {.text = "<p/>", .length = (size_t)64 * 1024 * 1024 + 1};
    ck_assert_ptr_null(document_read(arena, &merged, &insertions, messages));
    ck_assert_int_eq(messages_at(messages, 0)->code, DOCUMENT_TOO_LARGE);
    struct node *root = read(arena_format(arena, "<p>%s</p>", repeated("&lt;&#65;woord ", 300000, "")));
    ck_assert_ptr_nonnull(root);
    ck_assert_ptr_eq(root->first, root->last);
    ck_assert_uint_eq(strlen(root->first->text), 300000 * strlen("<Awoord "));
}
END_TEST

START_TEST(html_is_serialised)
{
    struct node *root = read("<div title=\"a&quot;&lt;&amp;&#160;b\"><p>x &amp;&lt;&gt;\"&#160;<br/>y<a/></p>"
                             "<svg viewBox=\"0 0 24 24\"><path d=\"M3 3\"/><g><linearGradient/></g></svg><hr/></div>");
    ck_assert_str_eq(tree_html(root),
                     "<div title=\"a&quot;&lt;&amp;&nbsp;b\">\n<p>x &amp;&lt;&gt;\"&nbsp;<br>y<a></a></p>"
                     "<svg viewBox=\"0 0 24 24\"><path d=\"M3 3\"/><g><linearGradient/></g></svg><hr>\n</div>");
}
END_TEST

START_TEST(html_breaks_lines_between_blocks_only)
{
    struct node *root = read("<ul><li>a <b>b</b></li><li><p>c</p>d</li><li/></ul>");
    ck_assert_str_eq(tree_html(root), "<ul>\n<li>a <b>b</b></li>\n<li>\n<p>c</p>d</li>\n<li></li>\n</ul>");
    root = read("<pre>\nx</pre>");
    ck_assert_str_eq(tree_html(root), "<pre>\n\nx</pre>");
    ck_assert_str_eq(tree_html(node_by_name(read("<div><p>a</p><p>b</p></div>"), "p")), "<p>a</p>");
}
END_TEST

START_TEST(dump_escapes)
{
    struct node *root = read("<p title=\"b&quot;\" class=\"a\">x\ty\n\"\\</p>");
    ck_assert_str_eq(dump(root, false), "p class=\"a\" title=\"b\\\"\"\n  \"x\\ty\\n\\\"\\\\\"\n");
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, setup, NULL);
    tcase_add_test(tests, tree_of_a_text);
    tcase_add_test(tests, places_are_of_the_first_line);
    tcase_add_test(tests, blanks_between_blocks_go);
    tcase_add_test(tests, insertions_take_their_place);
    tcase_add_test(tests, insertions_stand_once);
    tcase_add_test(tests, broken_text_has_a_place);
    tcase_add_test(tests, no_document_type_and_no_entities);
    tcase_add_test(tests, only_the_vocabulary);
    tcase_add_test(tests, depth_is_bounded);
    tcase_add_test(tests, depth_of_insertions_is_bounded);
    tcase_add_test(tests, hostile_size);
    tcase_add_test(tests, html_is_serialised);
    tcase_add_test(tests, html_breaks_lines_between_blocks_only);
    tcase_add_test(tests, dump_escapes);
    return suite_run("document: read and write", tests);
}
