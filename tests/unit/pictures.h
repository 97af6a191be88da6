/* Small PNG and JPEG files for tests, made by the libraries themselves. The picture: left half black and half transparent,
 * right half white and opaque. */
#ifndef TESTS_PICTURES_H
#define TESTS_PICTURES_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <png.h>

#include "base/buffer.h"
#include "suite.h"

struct picture_kind {
    int type, bits; /* as in PNG's header */
    bool interlaced, opaque;
    unsigned density; /* pixels per metre; 0: not said */
    const char *author;
    const unsigned char *profile; /* NULL: none */
    size_t profile_length;
};

static inline void picture_write(png_struct *png, png_byte *bytes, size_t length)
{
    buffer_add_bytes(png_get_io_ptr(png), (const char *)bytes, length);
}

static inline void picture_flush(png_struct *png)
{
    (void)png;
}

static inline unsigned picture_channels(int type)
{
    unsigned colours = type & PNG_COLOR_MASK_COLOR && !(type & PNG_COLOR_MASK_PALETTE) ? 3 : 1;
    return colours + (type & PNG_COLOR_MASK_ALPHA ? 1 : 0);
}

/* Puts a number of the given bits in its place of a row. */
static inline void picture_put(unsigned char *row, size_t index, int bits, unsigned value)
{
    if (bits == 16) row[index * 2] = row[index * 2 + 1] = (unsigned char)value;
    else if (bits == 8) row[index] = (unsigned char)value;
    else {
        size_t bit = index * (size_t)bits;
        unsigned small = value >> (8 - bits);
        row[bit / 8] = (unsigned char)(row[bit / 8] | small << (8 - (size_t)bits - bit % 8));
    }
}

static inline void picture_row(unsigned char *row, unsigned width, struct picture_kind kind)
{
    unsigned channels = picture_channels(kind.type), colours = channels - (kind.type & PNG_COLOR_MASK_ALPHA ? 1 : 0);
    for (unsigned x = 0; x < width; x++) {
        bool light = x >= width / 2;
        unsigned value = kind.type & PNG_COLOR_MASK_PALETTE ? (kind.bits == 8 ? light : light * 64U) : light * 255U;
        for (unsigned c = 0; c < colours; c++) picture_put(row, x * channels + c, kind.bits, value);
        if (channels > colours) picture_put(row, x * channels + colours, kind.bits, light || kind.opaque ? 255 : 128);
    }
}

static inline void picture_describe(png_struct *png, png_info *info, struct picture_kind kind)
{
    static const png_color palette[] = {{0, 0, 0}, {255, 255, 255}};
    static const png_byte alpha[] = {128, 255};
    if (kind.type == PNG_COLOR_TYPE_PALETTE) {
        png_set_PLTE(png, info, palette, 2);
        png_set_tRNS(png, info, alpha, 2, NULL);
    }
    if (kind.density) png_set_pHYs(png, info, kind.density, kind.density, PNG_RESOLUTION_METER);
    if (kind.profile) png_set_iCCP(png, info, "p", 0, kind.profile, (png_uint_32)kind.profile_length);
    if (kind.author) {
        char key[] = "Author";
        png_text text = {.compression = PNG_TEXT_COMPRESSION_NONE, .key = key, .text = (char *)(uintptr_t)kind.author};
        png_set_text(png, info, &text, 1);
    }
}

static inline struct buffer picture_png(unsigned width, unsigned height, struct picture_kind kind)
{
    struct buffer out = buffer_new(arena);
    png_struct *png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_info *info = png_create_info_struct(png);
    png_set_write_fn(png, &out, picture_write, picture_flush);
    png_set_IHDR(png, info, width, height, kind.bits, kind.type, kind.interlaced, 0, 0);
    picture_describe(png, info, kind);
    unsigned char **rows = arena_array(arena, height, sizeof *rows);
    for (unsigned y = 0; y < height; y++) {
        rows[y] = arena_array(arena, (size_t)width + 1, 8);
        picture_row(rows[y], width, kind);
    }
    png_write_info(png, info);
    png_write_image(png, rows);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return out;
}

/* Another size in the header, with its check sum. */
static inline void picture_set_size(struct buffer *bytes, uint32_t width, uint32_t height)
{
    enum { HEADER = 12, LENGTH = 17 }; /* type and data of IHDR */
    unsigned char *header = (unsigned char *)bytes->data + HEADER;
    uint32_t crc = 0xFFFFFFFF;
    for (int i = 0; i < 4; i++) {
        header[4 + i] = (unsigned char)(width >> (24 - 8 * i));
        header[8 + i] = (unsigned char)(height >> (24 - 8 * i));
    }
    for (int i = 0; i < LENGTH; i++) {
        crc ^= header[i];
        for (int bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xEDB88320 ^ crc >> 1 : crc >> 1;
    }
    crc = ~crc;
    for (int i = 0; i < 4; i++) header[LENGTH + i] = (unsigned char)(crc >> (24 - 8 * i));
}

struct picture_jpeg {
    int components; /* 1: grey, 3: RGB, 4: CMYK */
    bool progressive, little_endian;
    unsigned density;     /* per inch; 0: not said */
    unsigned orientation; /* 0: no EXIF */
    const char *author;
    const unsigned char *profile; /* NULL: none */
    size_t profile_length;
};

/* EXIF with an orientation, and the author behind it. */
static inline void picture_exif(struct jpeg_compress_struct *jpeg, struct picture_jpeg kind)
{
    unsigned char big[] = "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0Jan Jansen";
    unsigned char little[] = "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0\0\0\0\0Jan Jansen";
    big[25] = little[24] = (unsigned char)kind.orientation;
    jpeg_write_marker(jpeg, JPEG_APP0 + 1, kind.little_endian ? little : big, sizeof big);
    jpeg_write_marker(jpeg, JPEG_COM, (const unsigned char *)kind.author, (unsigned)strlen(kind.author));
}

static inline struct buffer picture_jpeg(unsigned width, unsigned height, struct picture_jpeg kind)
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL;
    unsigned long length = 0;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &length);
    jpeg.image_width = width;
    jpeg.image_height = height;
    jpeg.input_components = kind.components;
    jpeg.in_color_space = kind.components == 1 ? JCS_GRAYSCALE : kind.components == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    if (kind.progressive) jpeg_simple_progression(&jpeg);
    if (kind.density) jpeg.density_unit = 1, jpeg.X_density = jpeg.Y_density = (UINT16)kind.density;
    jpeg_start_compress(&jpeg, TRUE);
    if (kind.author) picture_exif(&jpeg, kind);
    if (kind.profile) jpeg_write_icc_profile(&jpeg, kind.profile, (unsigned)kind.profile_length);
    unsigned char *row = arena_array(arena, width, (size_t)kind.components);
    for (unsigned x = width / 2 * (unsigned)kind.components; x < width * (unsigned)kind.components; x++) row[x] = 255;
    while (jpeg.next_scanline < height) jpeg_write_scanlines(&jpeg, &row, 1);
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    struct buffer out = buffer_new(arena);
    buffer_add_bytes(&out, (const char *)bytes, length);
    free(bytes);
    return out;
}

#endif
