/* The font objects: a Type0 font on a CIDFontType2 whose codes are the glyph ids of the font file
 * (ISO 32000-1, 9.7), with a subset of that file, widths and a ToUnicode map. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "pdf/typeface.h"

enum { FLAG_FIXED_PITCH = 1, FLAG_SYMBOLIC = 4, FLAG_ITALIC = 64 }; /* table 123 */

static int by_number(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

/* "ABCDEF+Lato-Regular": the tag (9.6.4) follows from the name and the glyphs alone. */
static const char *subset_name(struct arena *arena, const struct typeface *face)
{
    uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a */
    const char *name = font_name(face->font);
    for (const char *c = name; *c; c++) hash = (hash ^ (unsigned char)*c) * UINT64_C(1099511628211);
    for (size_t i = 0; i < face->count; i++) hash = (hash ^ face->ids[i]) * UINT64_C(1099511628211);
    hash ^= hash >> 32;
    char tag[7] = "";
    for (int i = 0; i < 6; i++, hash /= 26) tag[i] = (char)('A' + hash % 26);
    return arena_format(arena, "%s+%.100s", tag, name);
}

/* W (9.7.4.3): the widths of each row of following ids. */
static struct array *widths_of(struct objects *objects, const struct typeface *face)
{
    struct array *widths = array_new(objects), *row = NULL;
    for (size_t i = 0; i < face->count; i++) {
        if (!row || face->ids[i] != face->ids[i - 1] + 1) {
            row = array_new(objects);
            add_number(widths, face->ids[i]);
            add_array(widths, row);
        }
        add_real(row, face->glyphs[face->ids[i]]->width);
    }
    return widths;
}

static void add_unit(struct buffer *map, uint32_t unit)
{
    buffer_format(map, "%04X", unit);
}

/* U+0000, U+FEFF and U+FFFE may not occur (ISO 14289-1, 7.21.7). */
static void add_utf16(struct buffer *map, const char *text, size_t length)
{
    for (size_t at = 0, size; at < length; at += size) {
        uint32_t code = utf8_decode(text + at, &size);
        if (code == 0 || code == 0xFEFF || code == 0xFFFE) code = 0xFFFD;
        if (code < 0x10000) {
            add_unit(map, code);
            continue;
        }
        add_unit(map, 0xD800 + ((code - 0x10000) >> 10));
        add_unit(map, 0xDC00 + ((code - 0x10000) & 0x3FF));
    }
}

static void add_readings(struct buffer *map, const struct typeface *face)
{
    enum { BLOCK = 100 }; /* the most that a block may hold (Adobe Technical Note 5014) */
    for (size_t i = 0; i < face->count; i++) {
        size_t left = face->count - i;
        if (i % BLOCK == 0) buffer_format(map, "%zu beginbfchar\n", left < BLOCK ? left : BLOCK);
        const struct reading *reading = face->glyphs[face->ids[i]]->chosen;
        buffer_format(map, "<%04X> <", (unsigned)face->ids[i]);
        if (reading) add_utf16(map, reading->text, reading->length);
        else add_unit(map, 0x200B); /* a piece of a cluster that another piece stands for */
        buffer_add(map, ">\n");
        if (i % BLOCK == BLOCK - 1 || left == 1) buffer_add(map, "endbfchar\n");
    }
}

static struct dictionary *to_unicode(struct arena *arena, struct objects *objects, const struct typeface *face)
{
    struct buffer map = buffer_new(arena);
    buffer_add(&map, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                     "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    add_readings(&map, face);
    buffer_add(&map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return stream_new(objects, map.data, map.length, true);
}

static struct dictionary *descriptor_of(struct objects *objects, const struct typeface *face, const char *name,
                                        struct dictionary *file)
{
    const struct font_metrics *metrics = font_metrics(face->font);
    struct dictionary *descriptor = dictionary_numbered(objects);
    struct array *box = array_new(objects);
    for (int i = 0; i < 4; i++) add_number(box, metrics->box[i]);
    put_name(descriptor, "Type", "FontDescriptor");
    put_name(descriptor, "FontName", name);
    put_number(descriptor, "Flags", FLAG_SYMBOLIC | (metrics->fixed_pitch ? FLAG_FIXED_PITCH : 0) |
                                        (metrics->italic ? FLAG_ITALIC : 0));
    put_array(descriptor, "FontBBox", box);
    put_real(descriptor, "ItalicAngle", roundf(metrics->italic_angle * 100) / 100);
    put_number(descriptor, "Ascent", lroundf(metrics->ascent));
    put_number(descriptor, "Descent", -lroundf(metrics->descent));
    put_number(descriptor, "CapHeight", lroundf(metrics->cap_height));
    put_number(descriptor, "StemV", 50 + metrics->weight * metrics->weight / 4225); /* as weights usually look */
    put_dictionary(descriptor, "FontFile2", file);
    return descriptor;
}

static struct dictionary *descendant_of(struct objects *objects, const struct typeface *face, const char *name,
                                        struct dictionary *file)
{
    struct dictionary *font = dictionary_numbered(objects), *system = dictionary_new(objects);
    put_text(system, "Registry", "Adobe");
    put_text(system, "Ordering", "Identity");
    put_number(system, "Supplement", 0);
    put_name(font, "Type", "Font");
    put_name(font, "Subtype", "CIDFontType2");
    put_name(font, "BaseFont", name);
    put_dictionary(font, "CIDSystemInfo", system);
    put_name(font, "CIDToGIDMap", "Identity");
    put_array(font, "W", widths_of(objects, face));
    put_dictionary(font, "FontDescriptor", descriptor_of(objects, face, name, file));
    return font;
}

static struct dictionary *font_file(struct arena *arena, struct objects *objects, const struct typeface *face,
                                    struct messages *messages)
{
    size_t length;
    const unsigned char *bytes = font_subset(arena, face->font, face->ids, face->count, &length, messages);
    if (!bytes) return NULL;
    struct dictionary *file = stream_new(objects, bytes, length, true);
    put_number(file, "Length1", (long)length);
    return file;
}

bool typefaces_write(struct typefaces *typefaces, struct objects *objects, struct dictionary *resources,
                     struct messages *messages)
{
    struct arena *arena = typefaces->arena;
    for (struct typeface *face = typefaces->first; face; face = face->next) {
        if (face->count == 0) continue;
        qsort(face->ids, face->count, sizeof *face->ids, by_number);
        struct dictionary *file = font_file(arena, objects, face, messages);
        if (!file) return false;
        const char *name = subset_name(arena, face);
        struct dictionary *font = dictionary_numbered(objects);
        struct array *descendants = array_new(objects);
        add_dictionary(descendants, descendant_of(objects, face, name, file));
        put_name(font, "Type", "Font");
        put_name(font, "Subtype", "Type0");
        put_name(font, "BaseFont", name);
        put_name(font, "Encoding", "Identity-H");
        put_array(font, "DescendantFonts", descendants);
        put_dictionary(font, "ToUnicode", to_unicode(arena, objects, face));
        put_dictionary(resources, face->name, font);
    }
    return true;
}
