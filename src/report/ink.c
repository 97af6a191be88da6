#include "report/ink.h"

#include <math.h>
#include <stdlib.h>

#include "report/schema.h"

static double channel(const char *digits)
{
    char pair[3] = {digits[0], digits[1], '\0'};
    double part = (double)strtol(pair, NULL, 16) / 255.0;
    return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

double ink_luminance(const char *colour)
{
    if (!form_is_colour(colour)) return 1.0;
    return 0.2126 * channel(colour + 1) + 0.7152 * channel(colour + 3) + 0.0722 * channel(colour + 5);
}

double ink_contrast(const char *one, const char *other)
{
    double a = ink_luminance(one), b = ink_luminance(other);
    return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

const char *ink_on(const char *background)
{
    static const char white[] = "#ffffff", black[] = "#1a1a1a";
    return ink_contrast(background, white) >= ink_contrast(background, black) ? white : black;
}
