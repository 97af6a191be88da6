/* Each value of each property on each kind of element: layout ends, and no text is lost. The list of properties is the
 * table that the program reads style sheets with. */
#include "lay_out.h"
#include "shown.h"
#include "style/properties.h"

/* One of every kind of element that a finished document has. */
static const char document[] =
    "<article lang='nl' id='root'><header><h1 id='title'>Verantwoordelijkheid</h1></header>"
    "<nav class='contents'><ol><li><a href='#h'>Inhoud</a></li></ol></nav>"
    "<section><h2 id='h'>Kop</h2><p id='p'>Een <b>vette</b> <em>schuine</em> <del>weg</del> <code>code</code> alinea<br/>en een noot"
    "<a class='footnote-call' href='#n'><sup>1</sup></a>, en <span id='s' class='part'>nog wat</span> woorden om te breken.</p>"
    "<aside class='footnote' id='n'><p>De noot.</p><ul><li>punt</li></ul></aside>"
    "<ul id='u'><li>Punt</li><li><p>Nog een</p><ol start='3'><li>drie</li></ol></li></ul>"
    "<dl><dt>Term</dt><dd>Uitleg</dd></dl><blockquote><p>Citaat</p></blockquote><pre>een\ntwee</pre><hr/>"
    "<figure><img src='x.png' alt='x' width='20' height='20'/>"
    "<svg viewBox='0 0 10 10' width='10' height='10' role='img' aria-label='lijn'><g><path d='M0 0h9v9z'/><text x='1' y='5'>tekst</text></g></svg>"
    "<figcaption>Onderschrift</figcaption></figure>"
    "<table id='t'><caption>Tabel</caption><colgroup><col/><col/></colgroup><thead><tr><th id='head:1'>Kop</th><th>Kop</th></tr></thead>"
    "<tbody><tr class='head'><th colspan='2'>Groep</th></tr><tr id='tr'><td id='td' rowspan='2'>Cel</td><td>Cel<p>en alinea</p></td></tr>"
    "<tr><td>12,5</td></tr></tbody><tfoot><tr><td>voet</td><td>voet</td></tr></tfoot></table>"
    "<div class='grid'><div>Links</div><div>Rechts</div></div></section></article>";

static const char base[] =
    "@page { size: 160pt 200pt; margin: 20pt; @top-left { content: string(title) } @bottom-right { content: counter(page) } } "
    "article { font-family: \"DejaVu Sans\"; hyphens: auto } h1 { string-set: title content() } .footnote { float: footnote } "
    "nav a::after { content: leader(\".\") target-counter(attr(href), page) } .grid { display: grid; grid-template-columns: 1fr 1fr } ";

/* What behaves alike, together. */
static const char *const groups[] = {
    "article", "header, section, figure, blockquote, .grid > div", "h1, h2, p, pre, figcaption", "b, del, code, sup, .part, br",
    ".footnote-call, nav a", ".footnote", ".footnote p, .footnote li", "ul, ol, dl, nav", "li, dt, dd", "hr, img, svg", "svg text, svg g",
    "table", "caption, colgroup, col", "thead, tbody, tfoot", "tr, .head", "th, td", "td p", ".grid",
    "nav a::after, p::before, li::before"};

/* Values of what is no keyword: ends of the range, and something that fits. */
static const char *const values_of[VALUE_TYPE_COUNT][6] = {
    [VALUE_LENGTH] = {"0", "30pt", "900pt", "50%", "auto"},
    [VALUE_POINTS] = {"0", "3pt", "400pt"},
    [VALUE_COLOUR] = {"#123456", "transparent"},
    [VALUE_PAINT] = {"#123456", "transparent"},
    [VALUE_INTEGER] = {"1", "5", "20"},
    [VALUE_NUMBER] = {"0", "3"},
    [VALUE_OPACITY] = {"0", "0.5"},
    [VALUE_DASHES] = {"none", "2 1"},
    [VALUE_FONT_FAMILY] = {"\"Lato\""},
    [VALUE_FONT_SIZE] = {"0", "40pt", "900pt"},
    [VALUE_FONT_WEIGHT] = {"bold", "100"},
    [VALUE_LINE_HEIGHT] = {"0", "1", "900pt"},
    [VALUE_SPACING] = {"-3pt", "20pt"},
    [VALUE_CONTENT] = {"none", "\"x\"", "leader(\".\")", "counter(page)", "\"a\" string(title) counter(pages)"},
    [VALUE_STRING_SET] = {"none", "title content()"},
    [VALUE_PAGE] = {"other", "auto"},
    [VALUE_TRACKS] = {"none", "1fr 2fr", "0fr 300pt"},
    [VALUE_SIZE] = {"A4"},
    [VALUE_ANGLE] = {"30deg"},
};

/* What makes a box that shows, floats or breaks besides, for faults that need two. */
static const char *const companions[] = {"", "border: 2pt solid #000000; padding: 2pt; break-inside: avoid", "float: left; width: 50pt"};

/* A drawing without size, or with transparent letters, shows none of its text. */
static bool may_empty_drawing(const char *property, const char *value)
{
    bool size = strstr(property, "width") || strstr(property, "height");
    return (size && strcmp(value, "0") == 0) || (strcmp(property, "fill") == 0 && strcmp(value, "transparent") == 0);
}

static void lay_out_one(const char *selector, const char *companion, const char *property, const char *value)
{
    char rule[300];
    snprintf(rule, sizeof rule, "%s { %s; %s: %s }", selector, companion, property, value);
    suite_tear_down();
    suite_set_up();
    struct laid_out result = lay_out_text(document, arena_format(arena, "%s %s", base, rule));
    ck_assert_msg(result.layout && result.layout->page_count, "no pages: %s", rule);
    size_t shown = shown_bytes(result.layout), written = written_bytes(result.root);
    bool hidden = strcmp(property, "display") == 0 && strcmp(value, "none") == 0;
    size_t least = hidden ? 0 : may_empty_drawing(property, value) ? written - strlen("tekst") : written;
    ck_assert_msg(shown <= written && shown >= least, "%zu of %zu bytes of text shown: %s", shown, written, rule);
}

/* One in so many combinations is tried; with EVERY=1 in the environment all, and each kind of a group alone as well. */
enum { ONE_IN = 9 };

static void lay_out_group(const char *group, const char *companion, const char *property, const char *value)
{
    static size_t turn;
    bool every = getenv("EVERY");
    if (!every && turn++ % ONE_IN != 0) return;
    lay_out_one(group, companion, property, value);
    for (const char *at = every ? group : NULL; at; at = strchr(at, ',') ? strchr(at, ',') + 2 : NULL)
        lay_out_one(arena_copy(arena, at, strcspn(at, ",")), companion, property, value);
}

static void all_companions(const char *group, const char *property, const char *value)
{
    for (size_t i = 0; i < sizeof companions / sizeof *companions; i++) lay_out_group(group, companions[i], property, value);
}

START_TEST(each_value)
{
    const struct property *property = &properties[_i];
    ck_assert_msg(property->keywords || values_of[property->type][0], "no values to try for %s", property->name);
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        for (const struct keyword *keyword = property->keywords; keyword && keyword->word; keyword++)
            all_companions(groups[i], property->name, keyword->word);
        for (const char *const *value = values_of[property->type]; *value; value++)
            all_companions(groups[i], property->name, *value);
    }
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, fonts_open, fonts_close);
    tcase_add_loop_test(tests, each_value, 0, (int)property_count);
    return suite_run("layout: every property on every element", tests);
}
