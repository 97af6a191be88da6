/* The press: all that is set up once and serves every report: templates, words, style sheets, fonts. */
#ifndef COMMANDS_PRESS_H
#define COMMANDS_PRESS_H

#include "base/arena.h"
#include "base/message.h"
#include "compose/compose.h"
#include "font/font.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "report/report.h"
#include "site/site.h"
#include "style/style.h"
#include "template/template.h"

enum { SHEET_MOST = 8, LANGUAGE_MOST = 8 };

struct press {
    const char *data;            /* the folder with what the program brings */
    const char *styles;          /* its styles folder */
    const char *house;           /* the content folder's own styles, NULL when it has none */
    const char *house_templates; /* and templates */
    struct templates *templates;
    struct words {
        const char *language;
        struct value *words;
    } words[LANGUAGE_MOST];
    size_t language_count;
    struct sheet *sheets[SHEET_MOST]; /* for print, in cascade order */
    size_t sheet_count;
    struct fonts *fonts;
    struct hyphenator *hyphenator;
};

/* The folder with the program's templates/ and styles/: `asked`, or when that is NULL the one beside the program or where it
 * was installed. NULL: already told. */
const char *press_data(struct arena *arena, const char *asked, struct messages *messages);

/* Loads templates and styles from `request->data`, from beside the program, or from where it was installed; what the content folder
 * has in `house/templates` and `house/styles` comes on top. NULL: what comes with the program cannot be read, which is told. A mistake
 * in the house is told, too, as one in the content: the caller counts errors before it composes. */
struct press *press_load(struct arena *arena, const char *data, const char *content, struct messages *messages);
void press_free(struct press *press);

/* The composer for a language; languages without words of their own get the first one. */
struct composer press_composer(const struct press *press, const char *language);

/* Document -> placed fragments, with the print sheets. */
struct styled *press_style(struct arena *arena, const struct press *press, const struct node *document,
                           struct messages *messages);
struct layout *press_layout(struct arena *arena, const struct press *press, const struct styled *styled,
                            const struct images *images, struct messages *messages);

/* The site of the publication with pages in this language; output NULL: nothing is written, only told. */
struct site press_site(const struct press *press, const struct publication *publication, const char *language,
                       struct output *output);

/* What the PDF says about itself; texts in the arena. */
struct pdf_metadata press_metadata(struct arena *arena, const struct press *press, const struct report *report);

#endif
