/* A finished document as a static site: pages, navigation, assets. Knows only the document. */
#ifndef SITE_SITE_H
#define SITE_SITE_H

#include "base/arena.h"
#include "base/message.h"
#include "base/value.h"
#include "document/document.h"
#include "output/output.h"
#include "template/template.h"

struct site {
    const struct templates *templates; /* the frame of a page: "site/page" */
    struct value *words;               /* the interface words of `language`; the frame's own are under "site" */
    const char *title, *publisher, *language;
    const char *base_url; /* where the site will stand; NULL: not known */
    bool preview;         /* holds drafts: every page says so, and asks not to be indexed */
    struct output *output;
};

/* Writes the pages of one report: sections with data-page become pages `ID/NAME.html`, what stands outside
 * them goes on `ID/index.html`; the colours of its judgments go to `ID/scale.css`. `pdf` and its size in bytes:
 * the file beside them, offered on every page's foot (NULL: none).
 * Safe for several threads with different reports. false: already told. */
bool site_write_report(struct arena *arena, const struct site *site, const struct node *document, const char *pdf,
                       size_t pdf_length, struct messages *messages);

/* Writes `index.html` (and its `scale.css`) from the start page's main element. */
bool site_write_start(struct arena *arena, const struct site *site, const struct node *main, struct messages *messages);

/* One face for the web, already cut down to the characters that pages need. */
struct site_font {
    const char *family; /* as the style sheets name it */
    int weight;         /* 100 to 900 */
    bool italic;
    const unsigned char *bytes; /* TrueType */
    size_t length;
};

struct site_assets {
    const char *styles; /* folder with house.css, document.css and screen.css */
    const char *house;  /* folder whose house.css and screen.css, if there, come on top; NULL: none */
    const struct site_font *fonts;
    size_t font_count;
};

/* Writes what every page uses: `assets/oordeel.css` (fonts, then the sheets: house.css of both folders,
 * document.css, screen.css of both) and `assets/fonts/FAMILY-WEIGHT[-italic]-HASH.ttf`. false: already told. */
bool site_write_assets(struct arena *arena, const struct site *site, const struct site_assets *assets,
                       struct messages *messages);

#endif
