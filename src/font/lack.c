/* What no usable font has, and why a font that is there cannot be used. */
#include <strings.h>

#include "font/face.h"

enum { LAST_CODE_POINT = 0x10FFFF };

/* ---- why a font cannot be used ---- */

const char *usability_reason(enum usability usability)
{
    static const char *const reasons[] = {
        [FACE_USABLE] = "can be used",
        [FACE_UNREADABLE] = "cannot be read as an OpenType font",
        [FACE_NOT_TRUETYPE] = "has CFF outlines or pictures, and not the TrueType outlines that are needed",
        [FACE_VARIABLE] = "is a variable font, and one with fixed weights is needed",
        [FACE_NOT_EMBEDDABLE] = "may not be embedded in documents, as its licence bits (OS/2 fsType) say",
    };
    return reasons[usability];
}

/* ---- where a family was asked for ---- */

struct asked {
    const char *family;
    struct place place;
    const struct asked *next;
};

void fonts_place_family(struct fonts *fonts, const char *family, struct place place)
{
    struct asked *asked = arena_make(fonts->arena, struct asked);
    *asked = (struct asked){.family = arena_string(fonts->arena, family), .place = place, .next = fonts->asked};
    fonts->asked = asked;
}

struct place fonts_asked_at(const struct fonts *fonts, const char *family)
{
    for (const struct asked *asked = fonts->asked; asked; asked = asked->next) {
        if (strcasecmp(asked->family, family) == 0) return asked->place;
    }
    return (struct place){0};
}

/* ---- characters that no font has ---- */

struct lack {
    uint32_t code_point;
    struct font_lack told;
    const struct lack *next;
};

void fonts_note_lack(struct fonts *fonts, uint32_t code_point, const char *font, enum usability usability)
{
    if (!fonts->uncovered) fonts->uncovered = arena_alloc(fonts->arena, LAST_CODE_POINT / 8 + 1);
    fonts->uncovered[code_point / 8] |= (unsigned char)(1 << code_point % 8);
    if (!font) return;
    struct lack *lack = arena_make(fonts->arena, struct lack);
    *lack = (struct lack){.code_point = code_point, .next = fonts->lacks};
    lack->told = (struct font_lack){.font = arena_string(fonts->arena, font), .reason = usability_reason(usability)};
    fonts->lacks = lack;
}

bool fonts_know_lack(const struct fonts *fonts, uint32_t code_point)
{
    return fonts->uncovered && fonts->uncovered[code_point / 8] >> code_point % 8 & 1;
}

bool font_lacking(struct fonts *fonts, uint32_t code_point, struct font_lack *lack)
{
    *lack = (struct font_lack){0};
    pthread_mutex_lock(&fonts->lock);
    bool lacking = fonts_know_lack(fonts, code_point);
    const struct lack *known = lacking ? fonts->lacks : NULL;
    while (known && known->code_point != code_point) known = known->next;
    if (known) *lack = known->told;
    pthread_mutex_unlock(&fonts->lock);
    return lacking;
}
