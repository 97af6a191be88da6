/* Font files with only what is used. */
#include <hb-subset.h>
#include <string.h>

#include "font/face.h"

/* Keeps HarfBuzz's result in the arena. Takes the input. NULL: already told. */
static const unsigned char *run(struct arena *arena, const struct font *font, hb_subset_input_t *input, size_t *length,
                                struct messages *messages)
{
    hb_face_t *face = hb_subset_or_fail(font->face, input);
    hb_subset_input_destroy(input);
    if (!face) {
        message_add(messages, FONT_SUBSET_FAILED, (struct place){0},
                    "the font file “%s” cannot be made smaller; a sound TrueType file was expected", font->path);
        return NULL;
    }
    hb_blob_t *blob = hb_face_reference_blob(face);
    unsigned size;
    const char *data = hb_blob_get_data(blob, &size);
    const unsigned char *copy = (const unsigned char *)arena_copy(arena, data, size);
    *length = size;
    hb_blob_destroy(blob);
    hb_face_destroy(face);
    return copy;
}

/* A PDF has glyph ids and widths of its own: layout tables would only pull in glyphs that nobody asked for,
 * and hints are for screens of another age. */
static void drop_tables(hb_subset_input_t *input)
{
    static const char *const tags[] = {"GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "STAT", "kern",
                                       "DSIG", "FFTM", "gasp", "hdmx", "LTSH", "VDMX", "PCLT", "meta"};
    hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        hb_set_add(dropped, HB_TAG(tags[i][0], tags[i][1], tags[i][2], tags[i][3]));
    }
}

const unsigned char *font_subset(struct arena *arena, const struct font *font, const uint32_t *glyphs, size_t count,
                                 size_t *length, struct messages *messages)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input) return NULL;
    hb_set_t *set = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < count; i++) hb_set_add(set, glyphs[i]);
    drop_tables(input);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING |
                                         HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    return run(arena, font, input, length, messages);
}

bool font_is_for_web(const struct font *font)
{
    return !(font->embedding & EMBEDDING_USAGE);
}

const unsigned char *font_subset_text(struct arena *arena, const struct font *font, const uint32_t *code_points,
                                      size_t count, size_t *length, struct messages *messages)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input) return NULL;
    hb_set_t *set = hb_subset_input_unicode_set(input);
    for (size_t i = 0; i < count; i++) hb_set_add(set, code_points[i]);
    hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG), HB_TAG('t', 'n', 'u', 'm'));
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    return run(arena, font, input, length, messages);
}
