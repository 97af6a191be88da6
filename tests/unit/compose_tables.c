/* Tables of the finished document: which numbers are read as such and what they lack, and what holds of every table however
 * its cells stretch: heads that cells name are heads of the same table, and large tables are done in a moment. */
#include <string.h>

#include "compose/compose.h"
#include "tree.h"

static struct value *words;

static void setup(void)
{
    struct value *site = value_map(arena);
    value_set(arena, site, "decimal_mark", value_string(arena, ","));
    words = value_map(arena);
    value_set(arena, words, "site", site);
    value_set(arena, words, "unknown", value_string(arena, "onbekend"));
}

static struct node *resolved(const char *table)
{
    struct node *root = tree_of(arena_format(arena, "<article>%s</article>", table));
    compose_resolve(arena, words, root, messages);
    ck_assert_str_eq(suite_told(), "");
    return root;
}

/* ---- numbers ---- */

struct reading {
    const char *text, *pad; /* beside 10,25 %; NULL: it is no number, or lacks nothing */
    bool number;            /* it leaves its column one of numbers */
};

static const struct reading readings[] = {
    {"74,62 %", NULL, true},      {"74,62%", NULL, true},     {"6,9 %", "0", true},       {"5", ",00 %", true},
    {"1.234,5", "0 %", true},     {"1 234", ",00 %", true},   {"1234567", ",00 %", true}, {"\u22123,5%", "0", true},
    {"+ 2", ",00 %", true},       {"\u20AC 2,50", " %", true}, {"&lt;5", ",00 %", true},   {"\u2013", ",00 %", true},
    {"x", ",00 %", true},         {"onbekend", NULL, true},   {"", NULL, true},           {"2,5\u2030", "0", true},
    {"1 op 20", NULL, false},     {"12-3", NULL, false},      {"1.23", NULL, false},      {"1,", NULL, false},
    {",5", NULL, false},          {"twaalf", NULL, false},    {"12 fte", NULL, false},    {"1.2.24", NULL, false},
    {"%", NULL, false},           {"1,5,2", NULL, false},     {"12,5 % ca.", NULL, false}, {"--", NULL, false},
};

START_TEST(numbers_are_read)
{
    const struct reading *reading = &readings[_i];
    struct node *root = resolved(arena_format(
        arena, "<table><tbody><tr><td>a</td><td>10,25 %%</td></tr><tr><td>b</td><td>%s</td></tr></tbody></table>", reading->text));
    const struct node *cell = node_by_name(root, "tbody")->last->last;
    const char *pad = node_get(cell, "data-pad");
    ck_assert_msg(node_has_class(cell, "number") == reading->number, "%s", reading->text);
    ck_assert_msg(pad && reading->pad ? strcmp(pad, reading->pad) == 0 : pad == reading->pad, "%s: %s", reading->text,
                  pad ? pad : "nothing");
}
END_TEST

START_TEST(english_numbers_have_points)
{
    struct value *site = value_map(arena);
    value_set(arena, site, "decimal_mark", value_string(arena, "."));
    words = value_map(arena);
    value_set(arena, words, "site", site);
    value_set(arena, words, "unknown", value_string(arena, "unknown"));
    struct node *root = resolved("<table><tbody><tr><td>a</td><td>1,234.5</td></tr><tr><td>b</td><td>7</td></tr></tbody></table>");
    ck_assert_str_eq(node_get(node_by_name(root, "tbody")->last->last, "data-pad"), ".0");
}
END_TEST

/* What is read and copied stays what the author wrote. */
START_TEST(texts_stay)
{
    static const char table[] = "<table><tbody><tr><td>a</td><td>74,62</td></tr><tr><td>b</td><td>6,9</td></tr></tbody></table>";
    ck_assert_str_eq(node_string(arena, resolved(table)), node_string(arena, tree_of(table)));
}
END_TEST

START_TEST(numbers_stay_in_one_piece)
{
    struct node *root = resolved("<table><tbody><tr><td>a b</td><td>12 345,6 %</td></tr></tbody></table>");
    const struct node *row = node_by_name(root, "tr");
    ck_assert_str_eq(row->first->first->text, "a b");
    ck_assert_str_eq(row->last->first->text, "12\u00A0345,6\u00A0%");
}
END_TEST

/* ---- tables of any shape ---- */

static unsigned next_number(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

static void add_cells(struct buffer *out, unsigned *state, const char *name)
{
    for (unsigned count = next_number(state) % 6; count > 0; count--) {
        buffer_format(out, "<%s", name);
        if (next_number(state) % 3 == 0) buffer_format(out, " colspan='%u'", next_number(state) % 5);
        if (next_number(state) % 3 == 0) buffer_format(out, " rowspan='%u'", next_number(state) % 2 ? next_number(state) % 4 : 65000);
        if (*name == 't' && name[1] == 'h') buffer_add(out, next_number(state) % 2 ? " scope='col'" : " scope='row'");
        buffer_format(out, ">%u</%s>", next_number(state) % 2000, name);
    }
}

static const char *any_table(unsigned state)
{
    static const char *const groups[] = {"thead", "tbody", "tbody", "tfoot"};
    struct buffer out = buffer_new(arena);
    buffer_add(&out, "<table class='rows'>");
    for (size_t i = 0; i < 4; i++) {
        buffer_format(&out, "<%s>", groups[i]);
        for (unsigned rows = next_number(&state) % 5; rows > 0; rows--) {
            bool head = i == 0 || next_number(&state) % 3 == 0;
            buffer_add(&out, head ? "<tr class='head'>" : "<tr>");
            add_cells(&out, &state, head ? "th" : "td");
            buffer_add(&out, "</tr>");
        }
        buffer_format(&out, "</%s>", groups[i]);
    }
    buffer_add(&out, "</table>");
    return buffer_text(&out);
}

/* The texts of the heads that a cell names. */
static const char *heads_of(const struct node *root, const struct node *cell)
{
    struct buffer out = buffer_new(arena);
    for (const char *names = node_get(cell, "headers"); names && *names; names += strspn(names, " ")) {
        size_t length = strcspn(names, " ");
        const struct node *head = node_by_id(root, arena_copy(arena, names, length));
        buffer_format(&out, "%s ", head ? node_string(arena, head) : "?");
        names += length;
    }
    return buffer_text(&out);
}

/* Every id that a cell names is that of a head in the same table, and named once. */
static void check_headers(const struct node *table)
{
    for (const struct node *cell = table; cell; cell = node_next(cell, table)) {
        const char *names = node_get(cell, "headers");
        for (; names && *names; names += strspn(names, " ")) {
            size_t length = strcspn(names, " ");
            const char *name = arena_copy(arena, names, length);
            const struct node *head = node_by_id(table, name);
            ck_assert_msg(node_is(head, "th") && head != cell, "%s", name);
            ck_assert_ptr_null(strstr(names + length, arena_format(arena, " %s ", name)));
            names += length;
        }
    }
}

START_TEST(any_table_is_sound)
{
    struct node *root = resolved(any_table((unsigned)_i * 7919));
    check_headers(root->first);
}
END_TEST

/* ---- large ones ---- */

static struct node *large(const char *group, const char *row, size_t count, const char *end)
{
    struct buffer out = buffer_new(arena);
    buffer_add(&out, group);
    while (count--) buffer_add(&out, row);
    buffer_add(&out, end);
    return resolved(buffer_text(&out));
}

START_TEST(many_rows_below_two_heads)
{
    struct node *root = large("<table class='rows'><thead><tr><th rowspan='2'>a</th><th colspan='2'>b</th></tr><tr><th>c</th><th>d</th></tr></thead><tbody>",
                              "<tr><td>x</td><td>1,5</td><td>2</td></tr>", 20000, "</tbody></table>");
    check_headers(node_by_name(root, "thead"));
    ck_assert_str_eq(heads_of(root, node_by_name(root, "tbody")->last->last), "b d x ");
}
END_TEST

START_TEST(many_heads)
{
    large("<table>", "<tbody><tr class='head'><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></tbody>", 10000, "</table>");
    large("<table><thead>", "<tr><th>a</th><th>b</th></tr>", 20000, "</thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>");
    large("<table><tbody>", "<tr><th scope='rowgroup'>a</th><td>1</td></tr>", 20000, "</tbody></table>");
}
END_TEST

START_TEST(wide_spans)
{
    large("<table><tbody>", "<tr><td rowspan='99999' colspan='99999'>a</td><td>b</td></tr>", 3000, "</tbody></table>");
    large("<table><tbody><tr>", "<td rowspan='3000'>a</td>", 5000, "</tr><tr><td>b</td></tr></tbody></table>");
    large("<table><tbody>", "<tr><td rowspan='9'>a</td><td colspan='7'>b</td><td rowspan='5' colspan='3'>c</td></tr>", 5000,
          "</tbody></table>");
    large("<table>", "<tr></tr>", 5000, "</table>");
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, setup, NULL);
    tcase_add_loop_test(tests, numbers_are_read, 0, sizeof readings / sizeof *readings);
    tcase_add_test(tests, english_numbers_have_points);
    tcase_add_test(tests, texts_stay);
    tcase_add_test(tests, numbers_stay_in_one_piece);
    tcase_add_loop_test(tests, any_table_is_sound, 0, 300);
    tcase_add_test(tests, many_rows_below_two_heads);
    tcase_add_test(tests, many_heads);
    tcase_add_test(tests, wide_spans);
    return suite_run("compose: tables", tests);
}
