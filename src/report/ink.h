/* Which of two inks is read best on a colour (inside report/ only). */
#ifndef REPORT_INK_H
#define REPORT_INK_H

/* Relative luminance of "#rrggbb", 0 to 1 (WCAG 2.1, "relative luminance"). */
double ink_luminance(const char *colour);

/* Contrast ratio of two colours, 1 to 21 (WCAG 2.1, "contrast ratio"). */
double ink_contrast(const char *one, const char *other);

/* White "#ffffff" or near-black "#1a1a1a", whichever contrasts more with the background. */
const char *ink_on(const char *background);

#endif
