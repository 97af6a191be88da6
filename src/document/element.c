#include "document/element.h"

#include <stdlib.h>
#include <string.h>

#include "document/document.h"

/* Sorted by byte value, for bsearch. HTML: https://html.spec.whatwg.org/multipage/indices.html */
static const struct element elements[] = {
    {"a", 0}, {"abbr", 0}, {"address", ELEMENT_BLOCK}, {"animate", ELEMENT_REFUSED}, {"article", ELEMENT_BLOCK},
    {"aside", ELEMENT_BLOCK}, {"audio", ELEMENT_REFUSED}, {"b", 0}, {"base", ELEMENT_REFUSED}, {"bdi", 0}, {"bdo", 0},
    {"blockquote", ELEMENT_BLOCK}, {"body", ELEMENT_BLOCK}, {"br", ELEMENT_VOID}, {"button", 0},
    {"caption", ELEMENT_BLOCK}, {"circle", ELEMENT_SVG}, {"cite", 0}, {"clipPath", ELEMENT_SVG}, {"code", 0},
    {"col", ELEMENT_VOID | ELEMENT_BLOCK}, {"colgroup", ELEMENT_BLOCK}, {"data", 0}, {"dd", ELEMENT_BLOCK},
    {"defs", ELEMENT_SVG}, {"del", 0}, {"desc", ELEMENT_SVG}, {"details", ELEMENT_BLOCK}, {"dfn", 0},
    {"dialog", ELEMENT_BLOCK}, {"div", ELEMENT_BLOCK}, {"dl", ELEMENT_BLOCK}, {"dt", ELEMENT_BLOCK},
    {"ellipse", ELEMENT_SVG}, {"em", 0}, {"embed", ELEMENT_REFUSED}, {"fieldset", ELEMENT_BLOCK},
    {"figcaption", ELEMENT_BLOCK}, {"figure", ELEMENT_BLOCK}, {"footer", ELEMENT_BLOCK},
    {"foreignObject", ELEMENT_REFUSED}, {"form", ELEMENT_BLOCK}, {"frame", ELEMENT_REFUSED},
    {"frameset", ELEMENT_REFUSED}, {"g", ELEMENT_SVG}, {"h1", ELEMENT_BLOCK}, {"h2", ELEMENT_BLOCK},
    {"h3", ELEMENT_BLOCK}, {"h4", ELEMENT_BLOCK}, {"h5", ELEMENT_BLOCK}, {"h6", ELEMENT_BLOCK},
    {"head", ELEMENT_BLOCK}, {"header", ELEMENT_BLOCK}, {"hgroup", ELEMENT_BLOCK},
    {"hr", ELEMENT_VOID | ELEMENT_BLOCK}, {"html", ELEMENT_BLOCK}, {"i", 0}, {"iframe", ELEMENT_REFUSED},
    {"img", ELEMENT_VOID}, {"input", ELEMENT_VOID}, {"ins", 0}, {"kbd", 0}, {"label", 0}, {"legend", ELEMENT_BLOCK},
    {"li", ELEMENT_BLOCK}, {"line", ELEMENT_SVG}, {"linearGradient", ELEMENT_SVG},
    {"link", ELEMENT_VOID | ELEMENT_BLOCK}, {"main", ELEMENT_BLOCK}, {"mark", 0}, {"marker", ELEMENT_SVG},
    {"mask", ELEMENT_SVG}, {"math", ELEMENT_REFUSED}, {"menu", ELEMENT_BLOCK}, {"meta", ELEMENT_VOID | ELEMENT_BLOCK},
    {"meter", 0}, {"nav", ELEMENT_BLOCK}, {"noembed", ELEMENT_REFUSED}, {"noframes", ELEMENT_REFUSED},
    {"noscript", ELEMENT_REFUSED}, {"object", ELEMENT_REFUSED}, {"ol", ELEMENT_BLOCK}, {"optgroup", ELEMENT_BLOCK},
    {"option", ELEMENT_BLOCK}, {"output", 0}, {"p", ELEMENT_BLOCK}, {"param", ELEMENT_REFUSED}, {"path", ELEMENT_SVG},
    {"pattern", ELEMENT_SVG}, {"plaintext", ELEMENT_REFUSED}, {"polygon", ELEMENT_SVG}, {"polyline", ELEMENT_SVG},
    {"portal", ELEMENT_REFUSED}, {"pre", ELEMENT_BLOCK}, {"progress", 0}, {"q", 0}, {"radialGradient", ELEMENT_SVG},
    {"rect", ELEMENT_SVG}, {"rp", 0}, {"rt", 0}, {"ruby", 0}, {"s", 0}, {"samp", 0}, {"script", ELEMENT_REFUSED},
    {"search", ELEMENT_BLOCK}, {"section", ELEMENT_BLOCK}, {"select", 0}, {"set", ELEMENT_REFUSED}, {"small", 0},
    {"source", ELEMENT_VOID}, {"span", 0}, {"stop", ELEMENT_SVG}, {"strong", 0}, {"style", ELEMENT_REFUSED},
    {"sub", 0}, {"summary", ELEMENT_BLOCK}, {"sup", 0}, {"svg", ELEMENT_SVG}, {"symbol", ELEMENT_SVG},
    {"table", ELEMENT_BLOCK}, {"tbody", ELEMENT_BLOCK}, {"td", ELEMENT_BLOCK}, {"template", ELEMENT_REFUSED},
    {"text", ELEMENT_SVG}, {"textarea", 0}, {"tfoot", ELEMENT_BLOCK}, {"th", ELEMENT_BLOCK}, {"thead", ELEMENT_BLOCK},
    {"time", 0}, {"title", ELEMENT_BLOCK}, {"tr", ELEMENT_BLOCK}, {"track", ELEMENT_REFUSED}, {"tspan", ELEMENT_SVG},
    {"u", 0}, {"ul", ELEMENT_BLOCK}, {"use", ELEMENT_SVG}, {"var", 0}, {"video", ELEMENT_REFUSED},
    {"wbr", ELEMENT_VOID}, {"xmp", ELEMENT_REFUSED},
};

enum { ELEMENT_COUNT = sizeof elements / sizeof elements[0] };

static int compare(const void *name, const void *element)
{
    return strcmp(name, ((const struct element *)element)->name);
}

const struct element *element_find(const char *name)
{
    return bsearch(name, elements, ELEMENT_COUNT, sizeof elements[0], compare);
}

unsigned element_flags(const char *name)
{
    const struct element *element = element_find(name);
    return element ? element->flags : 0;
}

size_t element_count(void)
{
    return ELEMENT_COUNT;
}

const char *element_name(size_t index)
{
    return elements[index].name;
}

bool node_is_block(const struct node *node)
{
    return node && node->name && (element_flags(node->name) & ELEMENT_BLOCK);
}
