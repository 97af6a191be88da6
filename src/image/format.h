/* Inside the room: one format each. */
#ifndef IMAGE_FORMAT_H
#define IMAGE_FORMAT_H

#include <stdint.h>

#include "base/buffer.h"
#include "image/image.h"

/* A file that is being read. */
struct image_reading {
    struct arena *arena;
    struct messages *messages;
    const struct image_file *file;
    struct image *image;
};

/* Fills in the image. false: already told. */
bool png_read(struct image_reading *reading);
bool jpeg_read(struct image_reading *reading);

/* Tells what is wrong with the file, after its name; gives false. */
bool image_refuse(struct image_reading *reading, enum message_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Sets the size as stored. false: told, when it is too large. */
bool image_set_size(struct image_reading *reading, uint32_t width, uint32_t height);

/* segments.c: what a JPEG says besides its picture, read and left out. false: the segments are damaged. */
bool jpeg_clean(struct image_reading *reading);

/* Keeps the profile when it is one of the image's colours that PDF takes. */
void image_set_profile(struct image_reading *reading, const unsigned char *bytes, size_t length);

/* A density that says something, or 0. */
unsigned image_density(double per_inch);

#endif
