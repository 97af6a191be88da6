/* The frame around the content of a page: what the template "site/page" reads. Internal to the room. */
#ifndef SITE_FRAME_H
#define SITE_FRAME_H

#include "base/arena.h"
#include "base/value.h"
#include "site/pages.h"
#include "site/site.h"

/* What is the same for all pages of one report. */
struct frame {
    const struct site *site;
    const struct pages *pages;
    const char *id, *language;
    const char *pdf; /* NULL: none */
    size_t pdf_length;
    bool draft;
    const char *reconstruction; /* where the report says that it is a reconstruction ("index.html#…"); NULL: it is none */
};

/* What the template reads for page `number`; src/site/README.md lists the keys. */
struct value *frame_report(struct arena *arena, const struct frame *frame, size_t number);

/* The same for the start page, whose only content is `main`. */
struct value *frame_start(struct arena *arena, const struct site *site, const struct node *main);

/* The line that offers the PDF (of a frame that has one), to stand in the content of the front page. */
struct node *frame_download(struct arena *arena, const struct frame *frame);

/* A size as people read it, in units of 1000: "640 bytes", "312 kB", "1,4 MB" (with a no-break space). */
const char *frame_size(struct arena *arena, size_t bytes, const char *decimal_mark);

#endif
