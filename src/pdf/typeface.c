#include "pdf/typeface.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

enum {
    GLYPH_LIMIT = 65536, /* glyph ids are codes of two bytes */
    READING_LIMIT = 32
};

struct typeface *typefaces_find(const struct typefaces *typefaces, const struct font *font)
{
    for (struct typeface *face = typefaces->first; face; face = face->next) {
        if (face->font == font) return face;
    }
    return NULL;
}

static struct typeface *find_or_add(struct typefaces *typefaces, const struct font *font)
{
    struct typeface *face = typefaces_find(typefaces, font);
    if (face) return face;
    face = arena_make(typefaces->arena, struct typeface);
    face->font = font;
    snprintf(face->name, sizeof face->name, "F%d", ++typefaces->count % 100000);
    if (typefaces->last) typefaces->last->next = face;
    else typefaces->first = face;
    typefaces->last = face;
    return face;
}

const struct used_glyph *typeface_glyph(const struct typeface *typeface, uint32_t id)
{
    return id < typeface->capacity ? typeface->glyphs[id] : NULL;
}

static void make_room(struct arena *arena, struct typeface *face, uint32_t id)
{
    if (id < face->capacity) return;
    size_t capacity = face->capacity ? face->capacity : 256;
    while (capacity <= id) capacity *= 2;
    struct used_glyph **glyphs = arena_array(arena, capacity, sizeof *glyphs);
    if (face->capacity) memcpy(glyphs, face->glyphs, face->capacity * sizeof *glyphs);
    face->glyphs = glyphs;
    face->capacity = capacity;
}

static struct used_glyph *use_glyph(struct arena *arena, struct typeface *face, uint32_t id)
{
    make_room(arena, face, id);
    if (face->glyphs[id]) return face->glyphs[id];
    struct used_glyph *glyph = arena_make(arena, struct used_glyph);
    glyph->width = round((double)font_glyph_width(face->font, id) * 1000) / 1000;
    face->glyphs[id] = glyph;
    face->ids = arena_grow(arena, face->ids, face->count, &face->id_capacity, sizeof *face->ids);
    face->ids[face->count++] = id;
    return glyph;
}

static bool is_text(const struct reading *reading, const char *text, size_t length)
{
    return reading->length == length && memcmp(reading->text, text, length) == 0;
}

/* Of a glyph that stands for ever other texts (U+FFFD may) the later ones are not kept. */
static void add_reading(struct arena *arena, struct used_glyph *glyph, struct reading found)
{
    struct reading *reading = glyph->readings;
    while (reading && !is_text(reading, found.text, found.length)) reading = reading->next;
    if (!reading && glyph->reading_count >= READING_LIMIT) return;
    if (!reading) {
        reading = arena_make(arena, struct reading);
        *reading = (struct reading){.text = found.text, .length = found.length, .next = glyph->readings};
        glyph->readings = reading;
        glyph->reading_count++;
    }
    reading->count += found.count;
}

/* What glyph number `index` of a cluster shows, whose text begins at `start`. Of several glyphs each gets a code point and the last
 * one all that are left; that is for readers which do not know ActualText, so it does not count. */
static struct reading reading_in(const struct cluster *cluster, size_t index, size_t start)
{
    struct reading reading = {.text = cluster->text, .length = cluster->length};
    if (cluster->glyph_count == 1) {
        reading.count = !cluster->soft_hyphen;
        return reading;
    }
    size_t rest = cluster->length - start, length = utf8_offset(cluster->text + start, rest, 1);
    return (struct reading){.text = cluster->text + start, .length = index + 1 == cluster->glyph_count ? rest : length};
}

static void note_cluster(struct arena *arena, struct typeface *face, const struct fragment *fragment,
                         const struct cluster *cluster)
{
    for (size_t i = 0, start = 0; i < cluster->glyph_count; i++) {
        uint32_t id = fragment->glyphs[cluster->glyph + i].id;
        struct reading reading = reading_in(cluster, i, start);
        if (cluster->glyph_count > 1) start += reading.length;
        if (id == 0 || id >= GLYPH_LIMIT) continue;
        struct used_glyph *glyph = use_glyph(arena, face, id);
        if (reading.length > 0) add_reading(arena, glyph, reading);
        if (cluster->glyph_count == 1 && is_text(&reading, " ", 1)) face->space = id;
    }
}

static void note_fragment(struct typefaces *typefaces, const struct fragment *fragment)
{
    if (fragment->kind != FRAGMENT_TEXT || !fragment->font) return;
    struct typeface *face = find_or_add(typefaces, fragment->font);
    struct cluster_walk walk = clusters_of(fragment);
    struct cluster cluster;
    while (clusters_next(&walk, &cluster)) note_cluster(typefaces->arena, face, fragment, &cluster);
}

/* The most frequent reading; of equals the one that sorts first, so that the order of use does not matter. */
static const struct reading *choose(const struct used_glyph *glyph)
{
    const struct reading *best = glyph->readings;
    for (const struct reading *reading = glyph->readings; reading; reading = reading->next) {
        size_t shared = reading->length < best->length ? reading->length : best->length;
        int order = memcmp(reading->text, best->text, shared);
        bool before = order < 0 || (order == 0 && reading->length < best->length);
        if (reading->count > best->count || (reading->count == best->count && before)) best = reading;
    }
    return best;
}

struct typefaces *typefaces_new(struct arena *arena, const struct layout *layout)
{
    struct typefaces *typefaces = arena_make(arena, struct typefaces);
    typefaces->arena = arena;
    for (size_t i = 0; i < layout->page_count; i++) {
        const struct page *page = &layout->pages[i];
        for (size_t j = 0; j < page->fragment_count; j++) note_fragment(typefaces, &page->fragments[j]);
    }
    for (struct typeface *face = typefaces->first; face; face = face->next) {
        for (size_t i = 0; i < face->count; i++) {
            struct used_glyph *glyph = face->glyphs[face->ids[i]];
            glyph->chosen = choose(glyph);
        }
    }
    return typefaces;
}

static bool is_space(const char *text, size_t length)
{
    return (length == 1 && text[0] == ' ') || (length == 2 && memcmp(text, "\u00A0", 2) == 0);
}

/* Code points of private use say nothing to a reader (ISO 19005-2, 6.2.11.7.3). In UTF-8 they begin with 0xEE or more, as
 * hardly any do. */
static bool has_private_use(const char *text, size_t length)
{
    size_t plain = 0;
    while (plain < length && (unsigned char)text[plain] < 0xEE) plain++;
    if (plain == length) return false;
    for (size_t at = 0, size; at < length; at += size) {
        uint32_t code = utf8_decode(text + at, &size);
        if ((code >= 0xE000 && code <= 0xF8FF) || code >= 0xF0000) return true;
    }
    return false;
}

bool typeface_reads(const struct typeface *typeface, const struct fragment *fragment, const struct cluster *cluster)
{
    if (cluster->glyph_count != 1 || cluster->soft_hyphen) return false;
    const struct used_glyph *glyph = typeface_glyph(typeface, fragment->glyphs[cluster->glyph].id);
    if (!glyph || !glyph->chosen || has_private_use(cluster->text, cluster->length)) return false;
    if (is_text(glyph->chosen, cluster->text, cluster->length)) return true;
    return is_space(cluster->text, cluster->length) && is_space(glyph->chosen->text, glyph->chosen->length);
}
