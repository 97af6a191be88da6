/* Images of pixels, PNG and JPEG: what they are, how large, and their pixels. The home of libpng and libjpeg.
 *
 * Files come from authors and from whoever sent them something: nothing in them is trusted, and memory is bounded by
 * IMAGE_PIXELS_MOST. What is read here is whole: no later room meets a damaged image. */
#ifndef IMAGE_IMAGE_H
#define IMAGE_IMAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/message.h"
#include "base/place.h"

enum {
    IMAGE_PIXELS_MOST = 24 * 1000 * 1000, /* 6000 x 4000 */
    IMAGE_SIDE_MOST = 20000
};

enum image_format { IMAGE_PNG, IMAGE_JPEG };

struct image {
    const char *name; /* as documents name it: "images/team.jpg" */
    enum image_format format;
    unsigned width, height;               /* pixels, as shown */
    unsigned stored_width, stored_height; /* before the orientation */
    unsigned orientation;                 /* 1 to 8, as EXIF counts (TIFF 6.0, tag 274): how it is turned to be shown */
    unsigned density;                     /* pixels per inch as shown; 0: the file does not say */
    bool grey;                            /* one component, otherwise red, green and blue */
    const unsigned char *profile;         /* the ICC profile of its colours; NULL: none that can be used, so sRGB */
    size_t profile_length;
    /* What may be published: the file without what it says of its maker (place, camera, times, thumbnails, texts). */
    const unsigned char *bytes;
    size_t length;
};

struct image_file {
    const char *name;
    const unsigned char *bytes;
    size_t length;
    struct place place; /* where an author names it: messages go there */
};

/* Whether the bytes are an XML file, as SVG is. */
bool image_is_drawing(const unsigned char *bytes, size_t length);

/* Reads the file, all of it, and keeps a copy of what is to be published. NULL: already told (IMAGE_FORMAT,
 * IMAGE_DAMAGED, IMAGE_TOO_LARGE). */
struct image *image_read(struct arena *arena, const struct image_file *file, struct messages *messages);

/* The pixels of a PNG, 8 bits per component, from the top row down. */
struct pixels {
    unsigned width, height, components; /* 1: grey, 3: red, green, blue */
    unsigned char *colours;             /* [height][width][components] */
    unsigned char *alpha;               /* [height][width], 255: opaque; NULL: all is opaque */
};

struct pixels image_pixels(struct arena *arena, const struct image *image);

/* Images by name. */
struct images {
    struct image **items;
    size_t count, capacity;
};

void images_add(struct arena *arena, struct images *images, struct image *image);
const struct image *images_find(const struct images *images, const char *name); /* NULL: not there */

/* The size in CSS pixels (96 per inch) at which it has its own density, or one pixel for each of its own when it does
 * not say or has a coarser one. */
unsigned image_set_width(const struct image *image);
unsigned image_set_height(const struct image *image);

#endif
