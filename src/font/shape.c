/* Text into glyphs: words are shaped in units of the em and then set at the wanted size. */
#include <hb-ot.h>
#include <string.h>

#include "base/utf8.h"
#include "font/words.h"

/* ---- one stretch in one font ---- */

/* What HarfBuzz made of a stretch of a word: clusters count from the begin of the word. */
struct stretch {
    hb_buffer_t *buffer;
    const hb_glyph_info_t *infos;
    const hb_glyph_position_t *positions;
    unsigned count;
    size_t end;
};

static unsigned list_features(unsigned wanted, hb_feature_t features[4])
{
    static const struct {
        unsigned feature;
        hb_tag_t tag;
        uint32_t value;
    } table[] = {{FEATURE_SMALL_CAPS, HB_TAG('s', 'm', 'c', 'p'), 1},
                 {FEATURE_TABULAR_NUMBERS, HB_TAG('t', 'n', 'u', 'm'), 1},
                 {FEATURE_NO_LIGATURES, HB_TAG('l', 'i', 'g', 'a'), 0},
                 {FEATURE_NO_LIGATURES, HB_TAG('c', 'l', 'i', 'g'), 0}};
    unsigned count = 0;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (!(wanted & table[i].feature)) continue;
        features[count++] =
            (hb_feature_t){table[i].tag, table[i].value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    }
    return count;
}

/* White space that is a control character is shown as a space; other control characters are not shown. */
static void tame_controls(hb_buffer_t *buffer)
{
    unsigned count;
    hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    for (unsigned i = 0; i < count; i++) {
        hb_codepoint_t code_point = infos[i].codepoint;
        bool control = code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F);
        bool separator = code_point == 0x2028 || code_point == 0x2029;
        if (control || separator) infos[i].codepoint = utf8_is_space(code_point) || code_point == 0x85 ? ' ' : 0x200B;
    }
}

static void set_properties(hb_buffer_t *buffer, hb_language_t language)
{
    hb_buffer_guess_segment_properties(buffer);
    hb_script_t script = hb_buffer_get_script(buffer);
    if (script == HB_SCRIPT_INVALID || script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED) {
        hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    }
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, language);
}

static struct stretch shape_stretch(const struct word *word, const struct font *font, size_t start, size_t end)
{
    hb_feature_t features[4];
    unsigned feature_count = list_features(word->features, features);
    struct stretch stretch = {.buffer = hb_buffer_create(), .end = end};
    hb_buffer_set_flags(stretch.buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_add_utf8(stretch.buffer, word->text, (int)word->length, (unsigned)start, (int)(end - start));
    tame_controls(stretch.buffer);
    set_properties(stretch.buffer, word->language);
    hb_shape(font->shaper, stretch.buffer, features, feature_count);
    stretch.infos = hb_buffer_get_glyph_infos(stretch.buffer, &stretch.count);
    stretch.positions = hb_buffer_get_glyph_positions(stretch.buffer, NULL);
    return stretch;
}

/* The first glyph behind the cluster of glyph `i`. */
static unsigned cluster_limit(const struct stretch *stretch, unsigned i)
{
    unsigned limit = i + 1;
    while (limit < stretch->count && stretch->infos[limit].cluster == stretch->infos[i].cluster) limit++;
    return limit;
}

static size_t cluster_start(const struct stretch *stretch, unsigned i)
{
    return i < stretch->count ? stretch->infos[i].cluster : stretch->end;
}

static bool is_missing(const struct stretch *stretch, unsigned i)
{
    for (unsigned limit = cluster_limit(stretch, i); i < limit; i++) {
        if (stretch->infos[i].codepoint == 0) return true;
    }
    return false;
}

/* ---- pieces ---- */

struct shaper {
    struct arena *arena;
    struct fonts *fonts;
    struct word *word;
    struct piece *last;
};

static void append(struct shaper *shaper, struct piece piece)
{
    struct piece *copy = arena_make(shaper->arena, struct piece);
    *copy = piece;
    if (shaper->last) shaper->last->next = copy;
    else shaper->word->pieces = copy;
    shaper->last = copy;
}

/* Glyphs `first` to `limit` of the stretch, which show the bytes from `start` to `end`, as a piece. What the
 * font lacks even so (part of a combination) is shown as its replacement. */
static void append_glyphs(struct shaper *shaper, const struct font *font, const struct stretch *stretch, unsigned first,
                          unsigned limit)
{
    struct unit_glyph *glyphs = arena_array(shaper->arena, limit - first, sizeof *glyphs);
    for (unsigned i = first; i < limit; i++) {
        const hb_glyph_position_t *position = &stretch->positions[i];
        bool missing = stretch->infos[i].codepoint == 0;
        glyphs[i - first] = (struct unit_glyph){
            .id = missing ? font->replacement : stretch->infos[i].codepoint,
            .cluster = stretch->infos[i].cluster,
            .advance = missing ? hb_font_get_glyph_h_advance(font->shaper, font->replacement) : position->x_advance,
            .x_offset = position->x_offset,
            .y_offset = position->y_offset,
        };
    }
    append(shaper, (struct piece){.font = font, .glyphs = glyphs, .glyph_count = limit - first});
}

static void append_whole(struct shaper *shaper, const struct font *font, size_t start, size_t end)
{
    struct stretch stretch = shape_stretch(shaper->word, font, start, end);
    append_glyphs(shaper, font, &stretch, 0, stretch.count);
    hb_buffer_destroy(stretch.buffer);
}

/* U+FFFD for one code point that no font has; from the wanted font or, better, one that has that sign. */
static void append_replacement(struct shaper *shaper, size_t start)
{
    const struct font *font = fallback_find(shaper->fonts, shaper->word->font, "\xEF\xBF\xBD", 3);
    if (!font) font = shaper->word->font;
    struct unit_glyph *glyph = arena_make(shaper->arena, struct unit_glyph);
    *glyph = (struct unit_glyph){.id = font->replacement,
                                 .cluster = (uint32_t)start,
                                 .advance = hb_font_get_glyph_h_advance(font->shaper, font->replacement)};
    append(shaper, (struct piece){.font = font, .glyphs = glyph, .glyph_count = 1});
}

/* A cluster that no font has as a whole: its code points one by one. */
static void append_code_points(struct shaper *shaper, size_t start, size_t end)
{
    const char *text = shaper->word->text;
    for (size_t bytes; start < end; start += bytes) {
        hb_codepoint_t glyph;
        uint32_t code_point = utf8_decode(text + start, &bytes);
        const struct font *font = shaper->word->font;
        if (!hb_font_get_nominal_glyph(font->shaper, code_point, &glyph)) {
            font = fallback_find(shaper->fonts, font, text + start, bytes);
        }
        if (font) append_whole(shaper, font, start, start + bytes);
        else append_replacement(shaper, start);
    }
}

static unsigned limit_of(const struct stretch *stretch, unsigned i, bool missing)
{
    while (i < stretch->count && is_missing(stretch, i) == missing) i = cluster_limit(stretch, i);
    return i;
}

/* Clusters that the wanted font lacks: one after the other in the first font that has them; clusters that
 * follow each other in the same font are shaped together. */
static void append_missing(struct shaper *shaper, const struct stretch *stretch, unsigned first, unsigned limit)
{
    const char *text = shaper->word->text;
    const struct font *current = NULL;
    size_t start = cluster_start(stretch, first);
    for (unsigned i = first, next; i < limit; i = next) {
        next = cluster_limit(stretch, i);
        size_t from = cluster_start(stretch, i), to = cluster_start(stretch, next);
        const struct font *font =
            fallback_find(shaper->fonts, shaper->word->font, text + from, to - from);
        if (font && font == current) continue;
        if (current) append_whole(shaper, current, start, from);
        if (!font) append_code_points(shaper, from, to);
        current = font;
        start = from;
    }
    if (current) append_whole(shaper, current, start, cluster_start(stretch, limit));
}

/* Each piece ends where the next one's first glyph begins; together they cover the word. */
static void set_limits(struct word *word)
{
    size_t start = 0;
    for (struct piece *piece = word->pieces; piece; piece = piece->next) {
        piece->start = start;
        const struct piece *next = piece->next;
        while (next && next->glyph_count == 0) next = next->next;
        start = piece->end = next ? next->glyphs[0].cluster : word->length;
    }
}

struct word *shape_word(struct arena *arena, struct fonts *fonts, const struct word *key)
{
    struct word *word = arena_make(arena, struct word);
    *word = *key;
    word->pieces = NULL;
    struct shaper shaper = {.arena = arena, .fonts = fonts, .word = word};
    struct stretch stretch = shape_stretch(word, word->font, 0, word->length);
    for (unsigned i = 0, limit; i < stretch.count; i = limit) {
        bool missing = is_missing(&stretch, i);
        limit = limit_of(&stretch, i, missing);
        if (missing) append_missing(&shaper, &stretch, i, limit);
        else append_glyphs(&shaper, word->font, &stretch, i, limit);
    }
    if (!word->pieces) append(&shaper, (struct piece){.font = word->font});
    set_limits(word);
    hb_buffer_destroy(stretch.buffer);
    return word;
}

/* ---- words at a size, in a row ---- */

struct setting {
    const struct shaping *shaping;
    struct shaped_text *text;
    struct glyph *glyphs; /* where the next one goes */
};

static struct shaped_run *run_for(struct setting *setting, const struct font *font, size_t start)
{
    struct shaped_text *text = setting->text;
    if (text->run_count && text->runs[text->run_count - 1].font == font) return &text->runs[text->run_count - 1];
    struct shaped_run *run = &text->runs[text->run_count++];
    *run = (struct shaped_run){.font = font, .glyphs = setting->glyphs, .start = start};
    return run;
}

static void set_piece(struct setting *setting, const struct piece *piece, size_t offset)
{
    struct shaped_run *run = run_for(setting, piece->font, offset + piece->start);
    float scale = setting->shaping->size / (float)piece->font->units_per_em;
    for (size_t i = 0; i < piece->glyph_count; i++) {
        const struct unit_glyph *glyph = &piece->glyphs[i];
        bool ends_cluster = i + 1 == piece->glyph_count || glyph[1].cluster != glyph->cluster;
        float advance = (float)glyph->advance * scale + (ends_cluster ? setting->shaping->letter_spacing : 0);
        *setting->glyphs++ = (struct glyph){.id = glyph->id,
                                            .cluster = glyph->cluster + (uint32_t)offset,
                                            .advance = advance,
                                            .x_offset = (float)glyph->x_offset * scale,
                                            .y_offset = (float)glyph->y_offset * scale};
        run->width += advance;
    }
    run->glyph_count += piece->glyph_count;
    run->end = offset + piece->end;
}

static unsigned features_of(const struct shaping *shaping)
{
    bool spaced = shaping->letter_spacing < 0 || shaping->letter_spacing > 0;
    return (shaping->small_caps ? FEATURE_SMALL_CAPS : 0u) | (shaping->tabular_numbers ? FEATURE_TABULAR_NUMBERS : 0u) |
           (spaced ? FEATURE_NO_LIGATURES : 0u);
}

/* The words and spaces of a text, shaped. They take turns, so that a space has one width wherever it stands. */
struct segments {
    struct {
        const struct word *word;
        size_t offset;
    } * items;
    size_t count, capacity, glyph_count, piece_count;
};

/* A word without end is cut, so that what HarfBuzz needs for it is bounded. */
static size_t segment_length(const char *text, size_t length)
{
    enum { LONGEST = 32768 };
    if (text[0] == ' ') return 1;
    const char *space = memchr(text, ' ', length < LONGEST ? length : LONGEST);
    if (space) return (size_t)(space - text);
    if (length <= LONGEST) return length;
    size_t cut = LONGEST;
    while (cut > 1 && ((unsigned char)text[cut] & 0xC0) == 0x80) cut--;
    return cut;
}

static void add_segment(struct arena *arena, struct segments *segments, const struct word *word, size_t offset)
{
    segments->items = arena_grow(arena, segments->items, segments->count, &segments->capacity, sizeof *segments->items);
    segments->items[segments->count].word = word;
    segments->items[segments->count++].offset = offset;
    for (const struct piece *piece = word->pieces; piece; piece = piece->next) {
        segments->glyph_count += piece->glyph_count;
        segments->piece_count++;
    }
}

struct shaped_text font_shape(struct arena *arena, struct fonts *fonts, const struct shaping *shaping, const char *text,
                              size_t length)
{
    struct word key = {.font = shaping->font,
                       .features = features_of(shaping),
                       .language = hb_language_from_string(shaping->language ? shaping->language : "", -1)};
    struct segments segments = {0};
    for (size_t offset = 0; offset < length; offset += key.length) {
        key.text = text + offset;
        key.length = segment_length(text + offset, length - offset);
        add_segment(arena, &segments, words_get(arena, fonts, &key), offset);
    }
    struct shaped_text shaped = {.runs = arena_array(arena, segments.piece_count, sizeof *shaped.runs)};
    struct setting setting = {shaping, &shaped, arena_array(arena, segments.glyph_count, sizeof(struct glyph))};
    for (size_t i = 0; i < segments.count; i++) {
        const struct piece *piece = segments.items[i].word->pieces;
        for (; piece; piece = piece->next) set_piece(&setting, piece, segments.items[i].offset);
    }
    for (size_t i = 0; i < shaped.run_count; i++) shaped.width += shaped.runs[i].width;
    return shaped;
}
