/* The segments of a JPEG file (ITU-T T.81, annex B): what they say besides the picture is read here and left out. */
#include <string.h>

#include "image/format.h"

enum marker {
    MARKER_START = 0xD8, /* SOI */
    MARKER_END = 0xD9,   /* EOI */
    MARKER_SCAN = 0xDA,  /* SOS: coded data follow */
    MARKER_APP0 = 0xE0,  /* JFIF: density */
    MARKER_APP1 = 0xE1,  /* EXIF, XMP: place, camera, times */
    MARKER_APP2 = 0xE2,  /* ICC profile, and others */
    MARKER_APP14 = 0xEE, /* Adobe: how colours are coded */
    MARKER_APP15 = 0xEF,
    MARKER_COMMENT = 0xFE
};

struct segment {
    unsigned char marker;
    const unsigned char *data; /* behind the length */
    size_t length;
};

static bool begins(const struct segment *segment, const char *with, size_t size)
{
    return segment->length >= size && memcmp(segment->data, with, size) == 0;
}

static bool is_kept(const struct segment *segment)
{
    static const char jfif[] = "JFIF", icc[] = "ICC_PROFILE", adobe[] = "Adobe";
    if (segment->marker == MARKER_APP0) return begins(segment, jfif, sizeof jfif);
    if (segment->marker == MARKER_APP2) return begins(segment, icc, sizeof icc);
    if (segment->marker == MARKER_APP14) return begins(segment, adobe, sizeof adobe - 1);
    return segment->marker != MARKER_COMMENT && !(segment->marker >= MARKER_APP0 && segment->marker <= MARKER_APP15);
}

/* ---- EXIF (CIPA DC-008, 4.6): a TIFF file in a segment ---- */

struct tiff {
    const unsigned char *bytes;
    size_t length;
    bool big_endian;
};

static uint32_t number_at(const struct tiff *tiff, size_t at, size_t size)
{
    uint32_t number = 0;
    if (at > tiff->length || tiff->length - at < size) return 0;
    for (size_t i = 0; i < size; i++) {
        size_t place = tiff->big_endian ? i : size - 1 - i;
        number = number << 8 | tiff->bytes[at + place];
    }
    return number;
}

/* The value of a tag of the first directory, a SHORT in the entry itself or the first half of a RATIONAL; 0: not
 * there. */
static uint32_t tag_of(const struct tiff *tiff, uint32_t wanted)
{
    enum { ENTRY = 12, SHORT = 3, RATIONAL = 5 };
    size_t directory = number_at(tiff, 4, 4);
    uint32_t count = number_at(tiff, directory, 2);
    for (uint32_t i = 0; i < count; i++) {
        size_t entry = directory + 2 + (size_t)i * ENTRY;
        if (entry >= tiff->length) return 0;
        if (number_at(tiff, entry, 2) != wanted) continue;
        uint32_t type = number_at(tiff, entry + 2, 2);
        if (type == SHORT) return number_at(tiff, entry + 8, 2);
        if (type == RATIONAL) return number_at(tiff, number_at(tiff, entry + 8, 4), 4);
    }
    return 0;
}

static void read_exif(struct image *image, const struct segment *segment)
{
    enum { ORIENTATION = 0x0112, ACROSS = 0x011A, UNIT = 0x0128, CENTIMETRES = 3, HEADER = 6 };
    if (!begins(segment, "Exif\0\0", HEADER)) return;
    struct tiff tiff = {.bytes = segment->data + HEADER, .length = segment->length - HEADER};
    tiff.big_endian = tiff.length > 0 && tiff.bytes[0] == 'M';
    uint32_t orientation = tag_of(&tiff, ORIENTATION);
    if (orientation >= 1 && orientation <= 8) image->orientation = orientation;
    double across = tag_of(&tiff, ACROSS);
    if (tag_of(&tiff, UNIT) == CENTIMETRES) across *= 2.54;
    if (!image->density) image->density = image_density(across);
}

/* ---- colour profile (ICC.1:2010, B.4): in pieces of a segment, numbered ---- */

enum { PROFILE_MOST = 4 * 1024 * 1024 };

struct profile {
    struct buffer bytes;
    unsigned next, count; /* of pieces; next 0: one was missing */
};

static void read_profile(struct profile *profile, const struct segment *segment)
{
    enum { NUMBER = 12, COUNT = 13, BEGIN = 14 };
    if (!begins(segment, "ICC_PROFILE", NUMBER) || segment->length < BEGIN) return;
    profile->count = segment->data[COUNT];
    bool follows = segment->data[NUMBER] == profile->next && profile->bytes.length < PROFILE_MOST;
    profile->next = follows ? profile->next + 1 : 0;
    if (follows) buffer_add_bytes(&profile->bytes, (const char *)segment->data + BEGIN, segment->length - BEGIN);
}

static void keep_profile(struct image_reading *reading, const struct profile *profile)
{
    bool whole = profile->count > 0 && profile->next == profile->count + 1;
    if (whole) image_set_profile(reading, (const unsigned char *)profile->bytes.data, profile->bytes.length);
}

/* ---- the copy ---- */

static void add_segment(struct buffer *out, const struct segment *segment)
{
    size_t length = segment->length + 2;
    const char head[] = {(char)0xFF, (char)segment->marker, (char)(length >> 8), (char)(length & 0xFF)};
    buffer_add_bytes(out, head, sizeof head);
    buffer_add_bytes(out, (const char *)segment->data, segment->length);
}

/* An EXIF segment that says the orientation and nothing else. */
static void add_orientation(struct buffer *out, unsigned orientation)
{
    unsigned char exif[] = "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0";
    enum { VALUE = 25 };
    exif[VALUE] = (unsigned char)orientation;
    struct segment segment = {MARKER_APP1, exif, sizeof exif};
    add_segment(out, &segment);
}

struct scanner {
    const unsigned char *bytes;
    size_t length, at;
};

/* The next marker and, where it has one, its data. false: the file ends, or is not what it should be. */
static bool next_segment(struct scanner *scanner, struct segment *segment)
{
    const unsigned char *bytes = scanner->bytes;
    if (scanner->length - scanner->at < 2 || bytes[scanner->at] != 0xFF) return false;
    while (scanner->at < scanner->length && bytes[scanner->at] == 0xFF) scanner->at++;
    if (scanner->at == scanner->length) return false;
    *segment = (struct segment){.marker = bytes[scanner->at++]};
    if (segment->marker == MARKER_END || segment->marker == MARKER_START) return true;
    if (scanner->length - scanner->at < 2) return false;
    size_t length = (size_t)bytes[scanner->at] << 8 | bytes[scanner->at + 1];
    if (length < 2 || length > scanner->length - scanner->at) return false;
    segment->data = bytes + scanner->at + 2;
    segment->length = length - 2;
    scanner->at += length;
    return true;
}

/* Coded data go on until a marker that is no restart; a 0xFF in them is followed by 0. */
static void copy_scan(struct scanner *scanner, struct buffer *out)
{
    size_t start = scanner->at;
    const unsigned char *bytes = scanner->bytes;
    for (; scanner->at + 1 < scanner->length; scanner->at++) {
        unsigned char next = bytes[scanner->at + 1];
        if (bytes[scanner->at] == 0xFF && next != 0 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7)) break;
    }
    buffer_add_bytes(out, (const char *)bytes + start, scanner->at - start);
}

static void keep(struct image_reading *reading, const struct buffer *out)
{
    reading->image->bytes = (const unsigned char *)out->data;
    reading->image->length = out->length;
}

/* The orientation goes behind JFIF's segment, which comes first (JFIF 1.02). */
static void place_orientation(struct image *image, const struct buffer *cleaned, struct buffer *out)
{
    size_t split = 2;
    const unsigned char *bytes = (const unsigned char *)cleaned->data;
    if (cleaned->length > 6 && bytes[3] == MARKER_APP0) split = 4 + ((size_t)bytes[4] << 8 | bytes[5]);
    buffer_add_bytes(out, cleaned->data, split);
    add_orientation(out, image->orientation);
    buffer_add_bytes(out, cleaned->data + split, cleaned->length - split);
}

bool jpeg_clean(struct image_reading *reading)
{
    struct scanner scanner = {reading->file->bytes, reading->file->length, 0};
    struct buffer out = buffer_new(reading->arena), turned = buffer_new(reading->arena);
    struct profile profile = {.bytes = buffer_new(reading->arena), .next = 1};
    struct segment segment;
    if (!next_segment(&scanner, &segment) || segment.marker != MARKER_START) return false;
    buffer_add_bytes(&out, "\xFF\xD8", 2);
    while (next_segment(&scanner, &segment) && segment.marker != MARKER_END) {
        if (segment.marker == MARKER_START) return false;
        if (segment.marker == MARKER_APP1) read_exif(reading->image, &segment);
        if (segment.marker == MARKER_APP2) read_profile(&profile, &segment);
        if (is_kept(&segment)) add_segment(&out, &segment);
        if (segment.marker == MARKER_SCAN) copy_scan(&scanner, &out);
    }
    if (segment.marker != MARKER_END) return false;
    keep_profile(reading, &profile);
    buffer_add_bytes(&out, "\xFF\xD9", 2);
    if (reading->image->orientation > 1) place_orientation(reading->image, &out, &turned);
    keep(reading, turned.length ? &turned : &out);
    return true;
}
