/* Model + templates -> one finished document.
 *
 * Merge is text: templates over the view give XHTML. Resolve is tree: blocks, numbering, references,
 * footnotes, contents are done once on the tree, so that site and PDF agree. */
#ifndef COMPOSE_COMPOSE_H
#define COMPOSE_COMPOSE_H

#include "base/arena.h"
#include "base/message.h"
#include "base/value.h"
#include "document/document.h"
#include "report/report.h"
#include "template/template.h"

struct passages;

struct composer {
    const struct templates *templates;
    struct value *words; /* interface words of one language: templates/words/nl.yaml */
    /* What others may refer to in each of the publication's reports, by their index; NULL for one that is not made (yet):
     * references to it are not checked. Those that a report `needs` come first. NULL: none is made. */
    const struct passages *const *passages;
};

/* The text that the report's template gives (`oordeel dump merged`). false: already told. */
bool compose_merge(struct arena *arena, const struct composer *composer, const struct publication *publication,
                   const struct report *report, struct insertions *insertions, struct merged_text *merged,
                   struct messages *messages);

/* The resolve steps alone, without other reports to refer to, on a tree that was read: blocks, sections, numbers, footnotes, references, contents, and
 * a check of ids and of HTML. false: at least one mistake was told; the tree is then no finished document. */
bool compose_resolve(struct arena *arena, const struct value *words, struct node *root, struct messages *messages);

/* The finished document of a report: `<article class="report" lang id>` as src/compose/README.md describes.
 * NULL: already told. A broken reference is told with its place and a suggestion. */
struct node *compose_report(struct arena *arena, const struct composer *composer, const struct publication *publication,
                            const struct report *report, struct messages *messages);

/* The page of the PDF on which an element with an id begins. */
struct printed {
    const struct node *node;
    const char *page; /* as printed on it */
};

/* What other reports may refer to in a finished document: its elements with an id and, of those that they quote, the words.
 * `printed` is in the document's order; count 0: it was not laid out, and references have no page numbers. All that is
 * kept is in `arena`: the document may go. */
const struct passages *compose_passages(struct arena *arena, const struct report *report, const struct node *document,
                                        const struct printed *printed, size_t printed_count);

/* The start page's `<main>`. NULL: already told. */
struct node *compose_start(struct arena *arena, const struct composer *composer, const struct publication *publication,
                           struct messages *messages);

/* What an author can write in a text, from the tables that resolving works with, for the manual:
 *   blocks [{marker, title, about, variants}], references [{name, about}] */
struct value *compose_forms(struct arena *arena);

#endif
