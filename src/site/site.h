/* A finished document as a static site: pages, navigation, assets. Knows only the document. */
#ifndef SITE_SITE_H
#define SITE_SITE_H

#include "base/arena.h"
#include "base/file.h"
#include "base/message.h"
#include "base/value.h"
#include "document/document.h"
#include "template/template.h"

struct site {
    const struct templates *templates; /* the frame of a page: "site/page" */
    struct value *words;
    const char *title, *language;
    struct output *output;
};

/* Writes the pages of one report: sections with data-page become pages `ID/NAME.html`, what stands outside
 * them goes on `ID/index.html`. `pdf` and its size in bytes: the file beside them, offered on every page's foot (NULL: none).
 * Safe for several threads with different reports. false: already told. */
bool site_write_report(struct arena *arena, const struct site *site, const struct node *document, const char *pdf,
                       size_t pdf_length, struct messages *messages);

/* Writes `index.html` from the start page's main element. */
bool site_write_start(struct arena *arena, const struct site *site, const struct node *main, struct messages *messages);

/* Copies the style sheets and font files that every page uses, under `assets/`. `styles` is the styles folder. */
bool site_write_assets(struct arena *arena, const struct site *site, const char *styles, struct messages *messages);

#endif
