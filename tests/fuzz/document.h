/* Documents that nobody wrote: the bytes of an input choose elements from the vocabulary of documents and declarations from
 * the table of properties. Every word has a number of its own, so that it can be told what became of each. */
#ifndef TESTS_FUZZ_DOCUMENT_H
#define TESTS_FUZZ_DOCUMENT_H

#include "fuzz.h"
#include "style/properties.h"

enum { CLASSES = 8, DEPTH_MOST = 7, ELEMENTS_MOST = 120, WORDS_MOST = 600 };

struct maker {
    const unsigned char *bytes;
    size_t length, at;
    struct buffer html, css;
    size_t words, elements, notes, depth;
};

/* The next choice among `count`; the first one when the input is used up. */
static inline size_t choose(struct maker *maker, size_t count)
{
    return maker->at < maker->length ? maker->bytes[maker->at++] % count : 0;
}

#define COUNT_OF(list) (sizeof(list) / sizeof *(list))
#define CHOOSE(maker, list) ((list)[choose((maker), COUNT_OF(list))])

/* ---- style sheets ---- */

static const char *const document_lengths[] = {"0", "1pt", "4.5pt", "12pt", "40pt", "90pt", "1em", "2ch", "10%", "50%", "100%", "auto",
                                               "none", "-3pt", "150pt", "normal"};
static const char *const document_colours[] = {"#c00", "transparent", "currentcolor", "rgb(1, 2, 3)", "none", "black"};
static const char *const document_numbers[] = {"1", "2", "0", "0.5", "3", "20", "none", "50%", "700", "1.2"};
static const char *const document_contents[] = {"none", "\"• \"", "leader(\".\")", "counter(page)", "attr(id)", "string(kop)",
                                                "target-counter(attr(href), page)", "\"*\" / \"\""};
static const char *const document_others[] = {"auto", "none", "Lato", "\"DejaVu Sans\"", "1fr 2fr", "repeat(3, 1fr)", "40pt 1fr",
                                              "kop content()", "brede", "A5", "200pt 150pt", "2 3", "90deg"};

/* A value of its type, or nearly: what is none is told and left out. */
static inline const char *document_value(struct maker *maker, const struct property *property)
{
    size_t words = 0;
    while (property->keywords && property->keywords[words].word) words++;
    if (words) return property->keywords[choose(maker, words)].word;
    switch (property->type) {
    case VALUE_COLOUR:
    case VALUE_PAINT: return CHOOSE(maker, document_colours);
    case VALUE_INTEGER:
    case VALUE_NUMBER:
    case VALUE_OPACITY:
    case VALUE_FONT_WEIGHT: return CHOOSE(maker, document_numbers);
    case VALUE_CONTENT: return CHOOSE(maker, document_contents);
    case VALUE_LENGTH:
    case VALUE_POINTS:
    case VALUE_FONT_SIZE:
    case VALUE_LINE_HEIGHT:
    case VALUE_SPACING: return CHOOSE(maker, document_lengths);
    default: return CHOOSE(maker, document_others);
    }
}

static inline void document_declarations(struct maker *maker, size_t most)
{
    for (size_t count = choose(maker, most + 1); count > 0; count--) {
        const struct property *property = &properties[choose(maker, property_count)];
        buffer_format(&maker->css, " %s: %s;", property->name, document_value(maker, property));
    }
}

static inline void document_pages(struct maker *maker)
{
    static const char *const sizes[] = {"A4", "A5", "200pt 200pt", "300pt 160pt"};
    static const char *const margins[] = {"20pt", "0", "40pt 10pt", "15mm"};
    buffer_format(&maker->css, "@page { size: %s; margin: %s; @bottom-center { content: counter(page) }", CHOOSE(maker, sizes),
                  CHOOSE(maker, margins));
    buffer_add(&maker->css, " @footnote {");
    document_declarations(maker, 1);
    buffer_add(&maker->css, " } }\n@page brede { size: A5 landscape }\n");
}

static inline void document_sheet(struct maker *maker)
{
    static const char *const selectors[] = {".c%zu", "td.c%zu", ".c%zu > *", ".c%zu::before", ".c%zu + *", ".c%zu::after"};
    document_pages(maker);
    buffer_add(&maker->css, "article { font-family: Lato; font-size: 10pt } .footnote { float: footnote }\n");
    for (size_t class = 0; class < CLASSES; class++) {
        const char *selector = CHOOSE(maker, selectors);
        const char *at = strchr(selector, '%');
        buffer_format(&maker->css, "%.*s%zu%s {", (int)(at - selector), selector, class, at + 3);
        document_declarations(maker, 4);
        buffer_add(&maker->css, " }\n");
    }
}

/* ---- elements ---- */

static inline void document_word(struct maker *maker)
{
    static const char *const stems[] = {"de", "verantwoordelijkheid", "cliënten", "x", "Inspectie", "jeugdbeschermingsmaatregel", "fi",
                                        "a\u00ADb\u00ADc", "ongekwalificeerde", "(noot)", "één", "Ĳ", "λόγος", "be\u2060eindiging"};
    if (maker->words >= WORDS_MOST) return;
    buffer_format(&maker->html, "%sx%zu", CHOOSE(maker, stems), maker->words++);
}

static inline void document_words(struct maker *maker)
{
    for (size_t count = 1 + choose(maker, 9); count > 0; count--) {
        document_word(maker);
        if (count > 1) buffer_add_char(&maker->html, ' ');
    }
}

static inline void document_flow(struct maker *maker, size_t most);

static inline void document_open(struct maker *maker, const char *name)
{
    size_t class = choose(maker, CLASSES + 2);
    buffer_format(&maker->html, "<%s", name);
    if (class < CLASSES) buffer_format(&maker->html, " class=\"c%zu\"", class);
    if (class % 3 == 1) buffer_format(&maker->html, " id=\"e%zu\"", maker->elements);
    maker->elements++;
}

static inline void document_note_call(struct maker *maker)
{
    buffer_format(&maker->html, "<a class=\"footnote-call\" href=\"#n%zu\"><sup>(n)</sup></a>", maker->notes);
    maker->notes++;
}

/* Phrases: words, and elements around words. */
static inline void document_phrase(struct maker *maker)
{
    static const char *const names[] = {"b", "em", "span", "sup", "code", "a", "del", "sub", "q", "small", "cite", "mark"};
    for (size_t count = 1 + choose(maker, 4); count > 0 && maker->elements < ELEMENTS_MOST; count--) {
        size_t kind = choose(maker, 8);
        if (kind < 3) document_words(maker);
        else if (kind == 3) buffer_add(&maker->html, "<br/>");
        else if (kind == 4) document_note_call(maker);
        else {
            const char *name = CHOOSE(maker, names);
            document_open(maker, name);
            buffer_add(&maker->html, *name == 'a' ? " href=\"#e1\">" : ">");
            if (kind == 7 && maker->depth < DEPTH_MOST) {
                maker->depth++;
                document_phrase(maker);
                maker->depth--;
            } else document_words(maker);
            buffer_format(&maker->html, "</%s>", name);
        }
        buffer_add_char(&maker->html, ' ');
    }
    document_word(maker);
}

static inline void document_element(struct maker *maker, const char *name, bool flow)
{
    document_open(maker, name);
    buffer_add_char(&maker->html, '>');
    if (flow) document_flow(maker, 3);
    else document_phrase(maker);
    buffer_format(&maker->html, "</%s>", name);
}

static inline void document_list(struct maker *maker)
{
    const char *name = choose(maker, 2) ? "ol" : "ul";
    document_open(maker, name);
    buffer_add_char(&maker->html, '>');
    for (size_t count = 1 + choose(maker, 3); count > 0; count--) document_element(maker, "li", choose(maker, 3) == 2);
    buffer_format(&maker->html, "</%s>", name);
}

static inline void document_definitions(struct maker *maker)
{
    document_open(maker, "dl");
    buffer_add_char(&maker->html, '>');
    for (size_t count = 1 + choose(maker, 3); count > 0; count--) {
        document_element(maker, "dt", false);
        document_element(maker, "dd", choose(maker, 3) == 2);
    }
    buffer_add(&maker->html, "</dl>");
}

static inline void document_row(struct maker *maker, size_t columns, const char *name)
{
    document_open(maker, "tr");
    buffer_add_char(&maker->html, '>');
    for (size_t column = 0; column < columns; column++) {
        size_t across = 1 + choose(maker, 5) / 4, down = 1 + choose(maker, 6) / 4;
        document_open(maker, name);
        if (across > 1) buffer_format(&maker->html, " colspan=\"%zu\"", across);
        if (down > 1) buffer_format(&maker->html, " rowspan=\"%zu\"", down);
        buffer_add_char(&maker->html, '>');
        if (choose(maker, 5) == 4) document_flow(maker, 2);
        else document_phrase(maker);
        buffer_format(&maker->html, "</%s>", name);
    }
    buffer_add(&maker->html, "</tr>");
}

static inline void document_table(struct maker *maker)
{
    static const struct { const char *group, *cell; size_t rows; } groups[] = {{"thead", "th", 1}, {"tbody", "td", 4}, {"tfoot", "td", 1}};
    size_t columns = 1 + choose(maker, 4);
    document_open(maker, "table");
    buffer_add_char(&maker->html, '>');
    if (choose(maker, 2)) document_element(maker, "caption", false);
    for (size_t group = 0; group < COUNT_OF(groups); group++) {
        size_t rows = group == 1 ? 1 + choose(maker, groups[group].rows) : choose(maker, 2);
        if (rows == 0) continue;
        document_open(maker, groups[group].group);
        buffer_add_char(&maker->html, '>');
        while (rows-- > 0) document_row(maker, columns, groups[group].cell);
        buffer_format(&maker->html, "</%s>", groups[group].group);
    }
    buffer_add(&maker->html, "</table>");
}

static inline void document_block(struct maker *maker)
{
    static const char *const phrases[] = {"p", "h1", "h2", "h3", "p", "pre", "p", "h6", "p"};
    static const char *const flows[] = {"div", "section", "blockquote", "aside", "figure", "header"};
    switch (choose(maker, 8)) {
    case 5: document_list(maker); break;
    case 6: document_table(maker); break;
    case 7: document_definitions(maker); break;
    case 3:
    case 4: document_element(maker, CHOOSE(maker, flows), true); break;
    default: document_element(maker, CHOOSE(maker, phrases), false);
    }
}

static inline void document_flow(struct maker *maker, size_t most)
{
    size_t notes = maker->notes;
    maker->depth++;
    for (size_t count = 1 + choose(maker, most); count > 0; count--) {
        if (maker->depth > DEPTH_MOST || maker->elements >= ELEMENTS_MOST) document_word(maker);
        else document_block(maker);
    }
    maker->depth--;
    for (; maker->depth == 1 && notes < maker->notes; notes++) {
        buffer_format(&maker->html, "<aside class=\"footnote\" id=\"n%zu\"><p>", notes);
        document_words(maker);
        buffer_add(&maker->html, "</p></aside>");
    }
}

static inline void document_make(struct run *run, struct maker *maker)
{
    *maker = (struct maker){.bytes = run->bytes, .length = run->length, .html = buffer_new(run->arena), .css = buffer_new(run->arena)};
    document_sheet(maker);
    buffer_add(&maker->html, "<article lang=\"nl\">");
    do {
        document_flow(maker, 4);
    } while (maker->at < maker->length && maker->elements < ELEMENTS_MOST);
    buffer_add(&maker->html, "</article>");
}

#endif
