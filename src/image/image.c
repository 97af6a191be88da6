#include "image/image.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "image/format.h"

/* ---- which format ---- */

static bool begins(const unsigned char *bytes, size_t length, size_t offset, const char *with)
{
    size_t size = strlen(with);
    return length >= offset + size && memcmp(bytes + offset, with, size) == 0;
}

static bool is_png(const unsigned char *bytes, size_t length)
{
    return begins(bytes, length, 0, "\x89PNG\r\n\x1A\n");
}

static bool is_jpeg(const unsigned char *bytes, size_t length)
{
    return begins(bytes, length, 0, "\xFF\xD8\xFF");
}

bool image_is_drawing(const unsigned char *bytes, size_t length)
{
    size_t at = begins(bytes, length, 0, "\xEF\xBB\xBF") ? 3 : 0;
    while (at < length && strchr(" \t\r\n", bytes[at]) && bytes[at]) at++;
    return begins(bytes, length, at, "<?xml") || begins(bytes, length, at, "<svg") || begins(bytes, length, at, "<!");
}

/* What else people have, named so that they know what to convert. */
static const char *other_format(const unsigned char *bytes, size_t length)
{
    static const struct {
        size_t offset;
        const char *begin, *name;
    } others[] = {{0, "GIF8", "a GIF image"},       {8, "WEBP", "a WebP image"},   {0, "BM", "a BMP image"},
                  {0, "II*", "a TIFF image"},       {0, "MM", "a TIFF image"},     {4, "ftypavif", "an AVIF image"},
                  {4, "ftyp", "a HEIC image"},      {0, "%PDF", "a PDF file"},     {0, "%!PS", "a PostScript file"},
                  {4, "jP  ", "a JPEG 2000 image"}, {0, "8BPS", "a Photoshop file"}, {0, "PK", "a ZIP or Office file"}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (begins(bytes, length, others[i].offset, others[i].begin)) return others[i].name;
    }
    return length == 0 ? "empty" : "not an image that the program knows";
}

/* ---- what both formats need ---- */

bool image_refuse(struct image_reading *reading, enum message_code code, const char *format, ...)
{
    char text[400];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    message_add(reading->messages, code, reading->file->place, "`%s` %s", reading->file->name, text);
    return false;
}

bool image_set_size(struct image_reading *reading, uint32_t width, uint32_t height)
{
    bool fits = width <= IMAGE_SIDE_MOST && height <= IMAGE_SIDE_MOST && (uint64_t)width * height <= IMAGE_PIXELS_MOST;
    if (width == 0 || height == 0) return image_refuse(reading, IMAGE_DAMAGED, "has no pixels; expected an image");
    if (!fits) {
        image_refuse(reading, IMAGE_TOO_LARGE,
                     "is %u by %u pixels; expected at most %d million pixels, and %d at a side", width, height,
                     IMAGE_PIXELS_MOST / 1000000, IMAGE_SIDE_MOST);
        message_hint(reading->messages, "scale it down: 2000 pixels across are enough for the width of a page");
        return false;
    }
    struct image *image = reading->image;
    image->stored_width = image->width = width;
    image->stored_height = image->height = height;
    return true;
}

/* ICC.1:2010, 7.2; classes and versions as ISO 32000-1, 8.6.5.5, and ISO 19005-2, 6.2.4.2, have them. */
void image_set_profile(struct image_reading *reading, const unsigned char *bytes, size_t length)
{
    enum { HEADER = 128, RELEASE = 8, CLASS = 12, SPACE = 16, SIGNATURE = 36 };
    static const char *const classes[] = {"mntr", "prtr", "scnr", "spac"};
    struct image *image = reading->image;
    bool known = false;
    if (length < HEADER || !begins(bytes, length, SIGNATURE, "acsp")) return;
    if (bytes[RELEASE] < 2 || bytes[RELEASE] > 4) return;
    uint32_t size = (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) known |= begins(bytes, length, CLASS, classes[i]);
    if (!known || size != length || !begins(bytes, length, SPACE, image->grey ? "GRAY" : "RGB ")) return;
    image->profile = (const unsigned char *)arena_copy(reading->arena, (const char *)bytes, length);
    image->profile_length = length;
}

/* Below what a screen has, or above what a press has, is what a program writes that does not know. */
unsigned image_density(double per_inch)
{
    const double least = 96, most = 2400;
    return per_inch > least && per_inch <= most ? (unsigned)lround(per_inch) : 0;
}

struct image *image_read(struct arena *arena, const struct image_file *file, struct messages *messages)
{
    struct image *image = arena_make(arena, struct image);
    *image = (struct image){.name = arena_string(arena, file->name), .orientation = 1};
    struct image_reading reading = {arena, messages, file, image};
    bool png = is_png(file->bytes, file->length);
    if (!png && !is_jpeg(file->bytes, file->length)) {
        image_refuse(&reading, IMAGE_FORMAT, "is %s; expected a PNG, JPEG or SVG file",
                     other_format(file->bytes, file->length));
        return NULL;
    }
    image->format = png ? IMAGE_PNG : IMAGE_JPEG;
    if (!(png ? png_read(&reading) : jpeg_read(&reading))) return NULL;
    if (image->orientation >= 5) { /* turned by a quarter */
        image->width = image->stored_height;
        image->height = image->stored_width;
    }
    return image;
}

/* ---- the set ---- */

void images_add(struct arena *arena, struct images *images, struct image *image)
{
    images->items = arena_grow(arena, images->items, images->count, &images->capacity, sizeof(struct image *));
    images->items[images->count++] = image;
}

/* A report has tens of images, not thousands. */
const struct image *images_find(const struct images *images, const char *name)
{
    for (size_t i = 0; images && name && i < images->count; i++) {
        if (strcmp(images->items[i]->name, name) == 0) return images->items[i];
    }
    return NULL;
}

static unsigned set_size(unsigned pixels, unsigned density)
{
    const double pixels_per_inch = 96;
    long size = density ? lround(pixels * pixels_per_inch / density) : (long)pixels;
    return size < 1 ? 1 : (unsigned)size;
}

unsigned image_set_width(const struct image *image)
{
    return set_size(image->width, image->density);
}

unsigned image_set_height(const struct image *image)
{
    return set_size(image->height, image->density);
}
