/* Fonts: found through fontconfig, measured and shaped with HarfBuzz, subset with hb-subset.
 * All measures are in points at the given size, or in units of 1/1000 of the size where said. */
#ifndef FONT_FONT_H
#define FONT_FONT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/message.h"

struct fonts; /* all fonts of a run of the program; safe for several threads after fonts_new */
struct font;  /* one face; lives as long as its struct fonts */

struct fonts *fonts_new(void);
void fonts_free(struct fonts *fonts);

/* The face that fontconfig finds for the first available of the families (NULL-terminated; "sans-serif" is
 * always found), nearest weight (100 to 900) and slant. Only TrueType outlines (glyf) that may be embedded.
 * A family that is not installed is told once as a warning (FONT_MISSING) with what is used instead. NULL only when
 * the machine has no usable font at all (told). */
const struct font *font_find(struct fonts *fonts, const char *const *families, int weight, bool italic,
                             struct messages *messages);

/* Says where a family is asked for, in a sheet of the author's, so that FONT_MISSING has a place. Before the first font is
 * looked for. */
void fonts_place_family(struct fonts *fonts, const char *family, struct place place);
struct place fonts_asked_at(const struct fonts *fonts, const char *family); /* no place: nowhere that is known */

struct font_metrics {
    float ascent, descent, line_gap; /* positive, 1/1000 of the size */
    float x_height, cap_height;
    float underline_position, underline_thickness; /* position: below the baseline is negative */
    float strikeout_position, strikeout_thickness; /* position: of its upper edge, above the baseline is positive */
    float italic_angle;                            /* degrees, negative leans right */
    int box[4];                                    /* xMin yMin xMax yMax, 1/1000 */
    int weight;
    bool italic, fixed_pitch;
};

const struct font_metrics *font_metrics(const struct font *font);
const char *font_name(const struct font *font); /* PostScript name */
const char *font_path(const struct font *font); /* the file */

struct glyph {
    uint32_t id;      /* in the font's own file */
    uint32_t cluster; /* byte offset in the shaped text of the first code point that it shows */
    float advance, x_offset, y_offset; /* points at the run's size; y up */
};

/* Text set in one font: consecutive runs cover the text; a glyph that the first font lacks comes from a
 * fallback that fontconfig names. A character that no font has is shown as U+FFFD; font_lacking tells which. */
struct shaped_run {
    const struct font *font;
    struct glyph *glyphs;
    size_t glyph_count;
    size_t start, end; /* bytes of the text */
    float width;
};

struct shaped_text {
    struct shaped_run *runs;
    size_t run_count;
    float width;
};

struct shaping {
    const struct font *font;
    float size, letter_spacing; /* points */
    bool small_caps, tabular_numbers;
    const char *language; /* BCP 47, "" for none */
    bool right_to_left;
    bool joins_before, joins_after; /* the letter beside the text, in another text, joins the first / last one */
};

/* Shapes `length` bytes of UTF-8 that run in one direction. Glyphs stand in the order of the text: from right to left the
 * first one is the one at the right. Ligatures and kerning on; no ligatures when letter-spaced, and no such space between
 * letters that join (CSS Text 3, 8.1.1). */
struct shaped_text font_shape(struct arena *arena, struct fonts *fonts, const struct shaping *shaping,
                              const char *text, size_t length);

/* A font that has a character and cannot be used, and why ("has CFF outlines …"); NULL: there is none. */
struct font_lack {
    const char *font, *reason;
};

/* Whether its licence bits allow it on a site. */
bool font_is_for_web(const struct font *font);

/* Whether a character that was shaped is in no font that can be used. */
bool font_lacking(struct fonts *fonts, uint32_t code_point, struct font_lack *lack);

/* The advance width of a glyph in 1/1000 of the size, unrounded (hmtx). */
float font_glyph_width(const struct font *font, uint32_t glyph);

/* A font file with only these glyphs (and what they need), glyph ids unchanged; the same bytes for the same
 * set. NULL: already told. */
const unsigned char *font_subset(struct arena *arena, const struct font *font, const uint32_t *glyphs, size_t count,
                                 size_t *length, struct messages *messages);

/* A font file with the glyphs of these code points and the layout features of text, for the web (font_is_for_web). */
const unsigned char *font_subset_text(struct arena *arena, const struct font *font, const uint32_t *code_points,
                                      size_t count, size_t *length, struct messages *messages);

#endif
