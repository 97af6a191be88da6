/* Images of pixels: drawn where layout placed them, and in the file once, however often they are shown (8.9). */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/draw.h"
#include "pdf/file.h"

/* ---- drawing ---- */

static const struct picture *find_picture(struct drawing *drawing, const struct image *image)
{
    struct picture *picture = drawing->pictures;
    while (picture && picture->image != image) picture = picture->next;
    if (picture) return picture;
    picture = arena_make(drawing->arena, struct picture);
    *picture = (struct picture){image, drawing->picture_count++, drawing->pictures};
    return drawing->pictures = picture;
}

/* The unit square of the stored image, upright, onto that of the image as it is shown (TIFF 6.0, tag 274). */
static const double orientations[9][6] = {
    {1, 0, 0, 1, 0, 0},   {1, 0, 0, 1, 0, 0},   {-1, 0, 0, 1, 1, 0}, {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1},
    {0, -1, -1, 0, 1, 1}, {0, -1, 1, 0, 0, 1},  {0, 1, 1, 0, 0, 0},  {0, 1, -1, 0, 1, 0},
};

void draw_picture(struct drawing *drawing, const struct fragment *fragment)
{
    struct canvas *canvas = &drawing->pages[drawing->page].canvas;
    const double *turn = orientations[fragment->image->orientation];
    double width = (double)fragment->width, height = (double)fragment->height;
    double left = (double)fragment->x, bottom = canvas->height - (double)fragment->y - height;
    canvas_save(canvas);
    for (int i = 0; i < 6; i += 2) {
        canvas_number(canvas, turn[i] * width + (i == 4 ? left : 0), 3);
        canvas_number(canvas, turn[i + 1] * height + (i == 4 ? bottom : 0), 3);
    }
    canvas_operator(canvas, "cm");
    buffer_format(&canvas->out, "/I%d Do\n", find_picture(drawing, fragment->image)->number);
    canvas_restore(canvas);
}

/* ---- predictors (7.4.4.4, as in ISO/IEC 15948, 9): they make rows of pixels compress well ---- */

enum filter { FILTER_NONE, FILTER_SUB, FILTER_UP, FILTER_AVERAGE, FILTER_PAETH, FILTER_COUNT };

static int paeth(int left, int above, int corner)
{
    int to_left = abs(above - corner), to_above = abs(left - corner), to_corner = abs(left + above - 2 * corner);
    if (to_left <= to_above && to_left <= to_corner) return left;
    return to_above <= to_corner ? above : corner;
}

static unsigned char predicted(enum filter filter, int left, int above, int corner)
{
    switch (filter) {
    case FILTER_SUB: return (unsigned char)left;
    case FILTER_UP: return (unsigned char)above;
    case FILTER_AVERAGE: return (unsigned char)((left + above) / 2);
    case FILTER_PAETH: return (unsigned char)paeth(left, above, corner);
    default: return 0;
    }
}

struct rows {
    const unsigned char *bytes; /* [height][length] */
    size_t length, height, step; /* step: bytes of a pixel */
};

/* Writes the row behind its filter's number; gives the sum of what is left, which tells how well the filter does. */
static size_t write_filtered(unsigned char *out, const struct rows *rows, size_t y, enum filter filter)
{
    const unsigned char *row = rows->bytes + y * rows->length, *above = y ? row - rows->length : NULL;
    size_t sum = 0, step = rows->step;
    *out++ = (unsigned char)filter;
    for (size_t x = 0; x < rows->length; x++) {
        int left = x >= step ? row[x - step] : 0, up = above ? above[x] : 0;
        int corner = above && x >= step ? above[x - step] : 0;
        out[x] = (unsigned char)(row[x] - predicted(filter, left, up, corner));
        sum += out[x] < 128 ? out[x] : 256U - out[x];
    }
    return sum;
}

/* Each row with the filter that leaves least (the PNG specification's heuristic, 12.8). */
static unsigned char *filter_rows(struct arena *arena, const struct rows *rows)
{
    size_t length = rows->length + 1;
    unsigned char *out = arena_array(arena, rows->height, length), *tried = arena_take(arena, length);
    for (size_t y = 0; y < rows->height; y++) {
        unsigned char *best = out + y * length;
        size_t least = write_filtered(best, rows, y, FILTER_NONE);
        for (enum filter filter = FILTER_SUB; filter < FILTER_COUNT && least > 0; filter++) {
            size_t sum = write_filtered(tried, rows, y, filter);
            if (sum >= least) continue;
            least = sum;
            memcpy(best, tried, length);
        }
    }
    return out;
}

/* ---- objects ---- */

/* A profile that several images have is in the file once. */
static struct dictionary *profile_of(struct file *file, const struct image *image)
{
    struct colour_profile *profile = file->profiles;
    for (; profile; profile = profile->next) {
        const struct image *other = profile->image;
        if (other->profile_length == image->profile_length &&
            memcmp(other->profile, image->profile, image->profile_length) == 0)
            return profile->stream;
    }
    profile = arena_make(file->arena, struct colour_profile);
    *profile = (struct colour_profile){image, NULL, file->profiles};
    profile->stream = stream_new(file->objects, image->profile, image->profile_length, true);
    put_number(profile->stream, "N", image->grey ? 1 : 3);
    file->profiles = profile;
    return profile->stream;
}

/* Without a profile the colours are those of the output intent, which is sRGB. */
static void put_colours(struct file *file, struct dictionary *stream, const struct image *image)
{
    if (!image->profile) {
        put_name(stream, "ColorSpace", image->grey ? "DeviceGray" : "DeviceRGB");
        return;
    }
    struct array *space = array_new(file->objects);
    add_name(space, "ICCBased");
    add_dictionary(space, profile_of(file, image));
    put_array(stream, "ColorSpace", space);
}

static void put_size(struct dictionary *stream, const struct image *image)
{
    put_name(stream, "Type", "XObject");
    put_name(stream, "Subtype", "Image");
    put_number(stream, "Width", image->stored_width);
    put_number(stream, "Height", image->stored_height);
    put_number(stream, "BitsPerComponent", 8);
}

static struct dictionary *write_rows(struct file *file, const struct image *image, const unsigned char *bytes,
                                     unsigned components)
{
    struct arena *work = arena_new();
    struct rows rows = {bytes, (size_t)image->stored_width * components, image->stored_height, components};
    const unsigned char *filtered = filter_rows(work, &rows);
    struct dictionary *stream = stream_new(file->objects, filtered, (rows.length + 1) * rows.height, true);
    struct dictionary *parameters = dictionary_new(file->objects);
    arena_free(work);
    put_size(stream, image);
    put_number(parameters, "Predictor", 15);
    put_number(parameters, "Colors", components);
    put_number(parameters, "Columns", image->stored_width);
    put_dictionary(stream, "DecodeParms", parameters);
    return stream;
}

static struct dictionary *write_png(struct file *file, const struct image *image)
{
    struct arena *work = arena_new();
    struct pixels pixels = image_pixels(work, image);
    struct dictionary *stream = write_rows(file, image, pixels.colours, pixels.components);
    put_colours(file, stream, image);
    if (pixels.alpha) {
        struct dictionary *mask = write_rows(file, image, pixels.alpha, 1);
        put_name(mask, "ColorSpace", "DeviceGray");
        put_dictionary(stream, "SMask", mask);
    }
    arena_free(work);
    return stream;
}

/* As it is: a JPEG that were decoded and coded again would be larger or worse. */
static struct dictionary *write_jpeg(struct file *file, const struct image *image)
{
    struct dictionary *stream = stream_new(file->objects, image->bytes, image->length, false);
    put_name(stream, "Filter", "DCTDecode");
    put_size(stream, image);
    put_colours(file, stream, image);
    return stream;
}

void write_pictures(struct file *file, struct dictionary *resources)
{
    if (!file->drawing->pictures) return;
    struct dictionary *objects = dictionary_new(file->objects);
    for (const struct picture *picture = file->drawing->pictures; picture; picture = picture->next) {
        const struct image *image = picture->image;
        put_dictionary(objects, arena_format(file->arena, "I%d", picture->number),
                       image->format == IMAGE_PNG ? write_png(file, image) : write_jpeg(file, image));
    }
    put_dictionary(resources, "XObject", objects);
}
