/* Opening one face: whether it can serve, its measures, its names. */
#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>

#include "font/face.h"

/* ---- tables that HarfBuzz does not interpret for us (OpenType 1.9: OS/2, head, post) ---- */

static hb_blob_t *table(hb_face_t *face, const char *tag)
{
    return hb_face_reference_table(face, HB_TAG(tag[0], tag[1], tag[2], tag[3]));
}

/* The 16-bit number at that offset of a table; 0 when the table is too short. */
static unsigned field(hb_face_t *face, const char *tag, unsigned offset)
{
    hb_blob_t *blob = table(face, tag);
    unsigned length, value = 0;
    const unsigned char *bytes = (const unsigned char *)hb_blob_get_data(blob, &length);
    if (bytes && offset + 2 <= length) value = (unsigned)(bytes[offset] << 8 | bytes[offset + 1]);
    hb_blob_destroy(blob);
    return value;
}

static int signed_field(hb_face_t *face, const char *tag, unsigned offset)
{
    int value = (int)field(face, tag, offset);
    return value < 0x8000 ? value : value - 0x10000;
}

static bool has_table(hb_face_t *face, const char *tag)
{
    hb_blob_t *blob = table(face, tag);
    bool there = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return there;
}

/* ---- whether it can serve ---- */

static bool may_embed(unsigned embedding)
{
    return (embedding & EMBEDDING_USAGE) != EMBEDDING_RESTRICTED &&
           !(embedding & (EMBEDDING_NO_SUBSETTING | EMBEDDING_BITMAP_ONLY));
}

static enum usability judge(hb_face_t *face)
{
    if (hb_face_get_glyph_count(face) == 0 || !has_table(face, "head")) return FACE_UNREADABLE;
    if (!has_table(face, "glyf") || !has_table(face, "loca")) return FACE_NOT_TRUETYPE;
    if (has_table(face, "fvar")) return FACE_VARIABLE;
    if (!may_embed(field(face, "OS/2", 8))) return FACE_NOT_EMBEDDABLE;
    return FACE_USABLE;
}

/* ---- measures ---- */

static float thousandth(const struct font *font, int units)
{
    return (float)units * 1000.0f / (float)font->units_per_em;
}

static float measure(const struct font *font, hb_ot_metrics_tag_t tag)
{
    hb_position_t position = 0;
    hb_ot_metrics_get_position_with_fallback(font->shaper, tag, &position);
    return thousandth(font, position);
}

static struct font_metrics measure_all(const struct font *font)
{
    hb_face_t *face = font->face;
    struct font_metrics metrics = {
        .ascent = measure(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER),
        .descent = -measure(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER),
        .line_gap = measure(font, HB_OT_METRICS_TAG_HORIZONTAL_LINE_GAP),
        .x_height = measure(font, HB_OT_METRICS_TAG_X_HEIGHT),
        .cap_height = measure(font, HB_OT_METRICS_TAG_CAP_HEIGHT),
        .underline_position = measure(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET),
        .underline_thickness = measure(font, HB_OT_METRICS_TAG_UNDERLINE_SIZE),
        .strikeout_position = measure(font, HB_OT_METRICS_TAG_STRIKEOUT_OFFSET),
        .strikeout_thickness = measure(font, HB_OT_METRICS_TAG_STRIKEOUT_SIZE),
        .italic_angle = (float)signed_field(face, "post", 4) + (float)field(face, "post", 6) / 65536.0f,
        .weight = (int)field(face, "OS/2", 4),
        .italic = field(face, "head", 44) & 0x2 || field(face, "OS/2", 62) & 0x1,
        .fixed_pitch = field(face, "post", 12) || field(face, "post", 14),
    };
    for (unsigned i = 0; i < 4; i++) {
        metrics.box[i] = (int)thousandth(font, signed_field(face, "head", 36 + 2 * i));
    }
    return metrics;
}

/* ---- opening ---- */

/* The name by which a PDF calls the font: printable ASCII without delimiters (PDF 32000-1, 7.3.5). */
static const char *read_name(struct arena *arena, hb_face_t *face, const char *path)
{
    char name[128] = "";
    unsigned length = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name);
    const char *base = strrchr(path, '/');
    const char *from = name[0] ? name : base ? base + 1 : path;
    char *clean = arena_string(arena, from);
    size_t kept = 0;
    for (const char *c = from; *c; c++) {
        if (*c > ' ' && *c < 0x7F && !strchr("()<>[]{}/%#", *c)) clean[kept++] = *c;
    }
    clean[kept] = '\0';
    return kept ? clean : "Font";
}

static uint32_t glyph_of(const struct font *font, uint32_t code_point)
{
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font->shaper, code_point, &glyph) ? glyph : 0;
}

static void read_special_glyphs(struct font *font)
{
    static const uint32_t signs[] = {0xFFFD, '?', ' '};
    font->space = glyph_of(font, ' ');
    font->space_advance = font->space ? hb_font_get_glyph_h_advance(font->shaper, font->space) : 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs && !font->replacement; i++) {
        font->replacement = glyph_of(font, signs[i]);
    }
}

static struct font *describe(struct arena *arena, hb_face_t *face, const char *path, unsigned index)
{
    struct font *font = arena_make(arena, struct font);
    hb_face_make_immutable(face);
    font->face = face;
    font->units_per_em = hb_face_get_upem(face);
    font->shaper = hb_font_create(face);
    hb_font_set_scale(font->shaper, (int)font->units_per_em, (int)font->units_per_em);
    hb_font_make_immutable(font->shaper);
    font->path = arena_string(arena, path);
    font->index = index;
    font->name = read_name(arena, face, path);
    font->embedding = field(face, "OS/2", 8);
    font->metrics = measure_all(font);
    read_special_glyphs(font);
    return font;
}

struct font *face_open(struct arena *arena, const char *path, unsigned index, enum usability *usability)
{
    *usability = FACE_UNREADABLE;
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
    if (!blob) return NULL;
    hb_face_t *face = hb_face_create(blob, index);
    hb_blob_destroy(blob);
    *usability = judge(face);
    if (*usability == FACE_USABLE) return describe(arena, face, path, index);
    hb_face_destroy(face);
    return NULL;
}

void face_close(struct font *font)
{
    hb_font_destroy(font->shaper);
    hb_face_destroy(font->face);
}

/* ---- the door's questions ---- */

const struct font_metrics *font_metrics(const struct font *font)
{
    return &font->metrics;
}

const char *font_name(const struct font *font)
{
    return font->name;
}

const char *font_path(const struct font *font)
{
    return font->path;
}

float font_glyph_width(const struct font *font, uint32_t glyph)
{
    return thousandth(font, hb_font_get_glyph_h_advance(font->shaper, glyph));
}
