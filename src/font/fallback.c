/* Fonts that stand in for glyphs that the wanted one lacks. */
#include "base/utf8.h"
#include "font/face.h"

/* The fonts of the machine in the order in which they stand in for one weight and slant. */
struct fallback {
    int weight;
    bool italic;
    FcFontSet *set;
    struct fallback *next;
};

void fallback_free(struct fallback *fallback)
{
    for (; fallback; fallback = fallback->next) {
        if (fallback->set) FcFontSetDestroy(fallback->set);
    }
}

/* DejaVu Sans comes first: it has the signs that reports use, and the package depends on it, so that the
 * same fonts are taken on every machine. */
static FcFontSet *sort(FcConfig *config, int weight, bool italic)
{
    FcPattern *pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)"DejaVu Sans");
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)"sans-serif");
    FcPatternAddInteger(pattern, FC_WEIGHT, FcWeightFromOpenType(weight));
    FcPatternAddInteger(pattern, FC_SLANT, italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    /* Without a language fontconfig takes that of the locale. */
    FcPatternAddString(pattern, FC_LANG, (const FcChar8 *)"en");
    FcConfigSubstitute(config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcResult result;
    FcFontSet *set = FcFontSort(config, pattern, FcFalse, NULL, &result);
    FcPatternDestroy(pattern);
    return set;
}

static FcFontSet *sorted(struct fonts *fonts, int weight, bool italic)
{
    for (struct fallback *fallback = fonts->fallbacks; fallback; fallback = fallback->next) {
        if (fallback->weight == weight && fallback->italic == italic) return fallback->set;
    }
    struct fallback *fallback = arena_make(fonts->arena, struct fallback);
    *fallback = (struct fallback){.weight = weight, .italic = italic, .next = fonts->fallbacks};
    fallback->set = sort(fonts->config, weight, italic);
    fonts->fallbacks = fallback;
    return fallback->set;
}

/* Joiners and selectors (UAX #44, Default_Ignorable_Code_Point; those in use) need no glyph. */
static bool needs_glyph(uint32_t code_point)
{
    return code_point >= 0x20 && code_point != 0xAD && code_point != 0x34F && code_point != 0xFEFF &&
           !(code_point >= 0x7F && code_point <= 0x9F) && !(code_point >= 0x200B && code_point <= 0x200F) &&
           !(code_point >= 0x202A && code_point <= 0x202E) && !(code_point >= 0x2060 && code_point <= 0x206F) &&
           !(code_point >= 0xFE00 && code_point <= 0xFE0F) && !(code_point >= 0xE0000 && code_point <= 0xE0FFF);
}

static bool covers(FcPattern *pattern, const char *text, size_t length)
{
    FcCharSet *set;
    if (FcPatternGetCharSet(pattern, FC_CHARSET, 0, &set) != FcResultMatch) return false;
    for (size_t i = 0, bytes; i < length; i += bytes) {
        uint32_t code_point = utf8_decode(text + i, &bytes);
        if (needs_glyph(code_point) && !FcCharSetHasChar(set, code_point)) return false;
    }
    return true;
}

static const struct font *open_pattern(struct fonts *fonts, FcPattern *pattern, enum usability *usability)
{
    FcChar8 *path;
    int index = 0;
    *usability = FACE_UNREADABLE;
    if (FcPatternGetString(pattern, FC_FILE, 0, &path) != FcResultMatch) return NULL;
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    return fonts_open(fonts, (const char *)path, (unsigned)index, usability);
}

/* Whether one of the code points is known to be in no font at all. */
static bool is_uncovered(const struct fonts *fonts, const char *text, size_t length)
{
    for (size_t i = 0, bytes; i < length; i += bytes) {
        if (fonts_know_lack(fonts, utf8_decode(text + i, &bytes))) return true;
    }
    return false;
}

static const char *family_of(FcPattern *pattern)
{
    FcChar8 *family;
    return FcPatternGetString(pattern, FC_FAMILY, 0, &family) == FcResultMatch ? (const char *)family : "?";
}

static const struct font *search(struct fonts *fonts, const struct font *font, const char *text, size_t length)
{
    FcFontSet *set = sorted(fonts, font->metrics.weight, font->metrics.italic);
    const char *unusable = NULL;
    enum usability reason = FACE_USABLE;
    for (int i = 0; set && i < set->nfont; i++) {
        enum usability usability;
        if (!covers(set->fonts[i], text, length)) continue;
        const struct font *found = open_pattern(fonts, set->fonts[i], &usability);
        if (found) return found;
        if (!unusable) unusable = family_of(set->fonts[i]), reason = usability;
    }
    size_t first;
    uint32_t code_point = utf8_decode(text, &first);
    if (first == length) fonts_note_lack(fonts, code_point, unusable, reason);
    return NULL;
}

const struct font *fallback_find(struct fonts *fonts, const struct font *font, const char *text, size_t length)
{
    pthread_mutex_lock(&fonts->lock);
    const struct font *found = is_uncovered(fonts, text, length) ? NULL : search(fonts, font, text, length);
    pthread_mutex_unlock(&fonts->lock);
    return found;
}
