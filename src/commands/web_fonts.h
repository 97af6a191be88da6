/* The faces that the site offers its readers: those that the sheets ask for, cut down to the characters of
 * European languages. */
#ifndef COMMANDS_WEB_FONTS_H
#define COMMANDS_WEB_FONTS_H

#include "commands/press.h"
#include "site/site.h"

enum { WEB_FONT_MOST = 8 };

/* Fills `fonts` with the faces of running text, strong and emphasised text and headings, each once; gives their
 * number. A face that cannot be offered is left out and told (the reader's own fonts serve). */
size_t web_fonts(struct arena *arena, const struct press *press, struct site_font fonts[WEB_FONT_MOST],
                 struct messages *messages);

#endif
