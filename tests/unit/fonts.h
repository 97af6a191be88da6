/* A fixture: the fonts of the machine, of which the tests use Lato and DejaVu. */
#ifndef TESTS_FONTS_H
#define TESTS_FONTS_H

#include "font/font.h"
#include "suite.h"

static struct fonts *fonts;

static inline void fonts_open(void)
{
    fonts = fonts_new();
}

static inline void fonts_close(void)
{
    fonts_free(fonts);
}

static inline const struct font *fonts_lato(void)
{
    static const char *const families[] = {"Lato", NULL};
    return font_find(fonts, families, 400, false, messages);
}

#endif
