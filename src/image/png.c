/* PNG (ISO/IEC 15948); the home of libpng. */
#include <png.h>
#include <setjmp.h>
#include <string.h>

#include "image/format.h"

/* What libpng reads from, and where it puts what. libpng leaves by longjmp: nothing that changes after setjmp is in
 * a local variable. */
struct png_job {
    struct arena *arena;
    const unsigned char *bytes;
    size_t length, at;
    png_struct *png;
    png_info *info;
    char problem[120]; /* libpng's words */
    struct pixels pixels;
    bool failed;
};

static void on_error(png_struct *png, const char *text)
{
    struct png_job *job = png_get_error_ptr(png);
    job->failed = true;
    strncpy(job->problem, text, sizeof job->problem - 1);
    longjmp(png_jmpbuf(png), 1);
}

/* Colour profiles that libpng finds odd are no reason to refuse an image. */
static void on_warning(png_struct *png, const char *text)
{
    (void)png, (void)text;
}

static void read_bytes(png_struct *png, png_byte *to, size_t count)
{
    struct png_job *job = png_get_io_ptr(png);
    if (job->length - job->at < count) png_error(png, "the file ends too early");
    memcpy(to, job->bytes + job->at, count);
    job->at += count;
}

static void *allocate(png_struct *png, png_alloc_size_t size)
{
    struct png_job *job = png_get_mem_ptr(png);
    return arena_alloc(job->arena, size);
}

static void leave_to_arena(png_struct *png, void *memory)
{
    (void)png, (void)memory;
}

static void begin(struct png_job *job)
{
    enum { CHUNK_BYTES = 8 * 1024 * 1024, CHUNKS = 256 };
    job->png = png_create_read_struct_2(PNG_LIBPNG_VER_STRING, job, on_error, on_warning, job, allocate,
                                        leave_to_arena);
    if (setjmp(png_jmpbuf(job->png))) return;
    job->info = png_create_info_struct(job->png);
    png_set_user_limits(job->png, IMAGE_SIDE_MOST * 100, IMAGE_SIDE_MOST * 100); /* larger ones are told by us */
    png_set_chunk_malloc_max(job->png, CHUNK_BYTES);
    png_set_chunk_cache_max(job->png, CHUNKS);
    png_set_keep_unknown_chunks(job->png, PNG_HANDLE_CHUNK_NEVER, NULL, 0);
    png_set_read_fn(job->png, job, read_bytes);
    png_read_info(job->png, job->info);
}

/* 8 bits per component; palettes and bits widened; transparent colours as alpha. */
static void set_transformations(struct png_job *job)
{
    png_set_expand(job->png);
    png_set_scale_16(job->png);
    png_set_interlace_handling(job->png);
    png_read_update_info(job->png, job->info);
}

/* Alpha apart from the colours, which stay in their place, closer together. */
static void split_alpha(struct arena *arena, struct pixels *pixels)
{
    size_t count = (size_t)pixels->width * pixels->height, step = pixels->components + 1;
    unsigned char least = 255;
    pixels->alpha = arena_take(arena, count);
    for (size_t i = 0; i < count; i++) {
        const unsigned char *from = pixels->colours + i * step;
        unsigned char alpha = from[pixels->components];
        pixels->alpha[i] = alpha;
        if (alpha < least) least = alpha;
        memmove(pixels->colours + i * pixels->components, from, pixels->components);
    }
    if (least == 255) pixels->alpha = NULL;
}

static void read_rows(struct png_job *job, png_byte **rows)
{
    if (setjmp(png_jmpbuf(job->png))) return;
    png_read_image(job->png, rows);
    png_read_end(job->png, NULL);
}

static void decode(struct png_job *job)
{
    if (setjmp(png_jmpbuf(job->png))) return;
    set_transformations(job);
    struct pixels *pixels = &job->pixels;
    size_t row = png_get_rowbytes(job->png, job->info);
    unsigned channels = png_get_channels(job->png, job->info);
    pixels->width = png_get_image_width(job->png, job->info);
    pixels->height = png_get_image_height(job->png, job->info);
    pixels->components = channels >= 3 ? 3 : 1;
    pixels->colours = arena_array(job->arena, pixels->height, row);
    png_byte **rows = arena_array(job->arena, pixels->height, sizeof *rows);
    for (unsigned i = 0; i < pixels->height; i++) rows[i] = pixels->colours + i * row;
    read_rows(job, rows);
    if (!job->failed && channels != pixels->components) split_alpha(job->arena, pixels);
}

struct pixels image_pixels(struct arena *arena, const struct image *image)
{
    struct png_job job = {.arena = arena, .bytes = image->bytes, .length = image->length};
    begin(&job);
    decode(&job); /* it was read before: it cannot fail */
    png_destroy_read_struct(&job.png, &job.info, NULL);
    return job.pixels;
}

/* ---- what may be published ---- */

static bool is_kept(const unsigned char *type)
{
    static const char kept[] = "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP pHYs sBIT bKGD";
    char name[5] = {0};
    memcpy(name, type, 4);
    return strlen(name) == 4 && !strchr(name, ' ') && strstr(kept, name);
}

static uint32_t number_at(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* Copies the chunks that make the picture; texts, times and thumbnails stay behind. The file was read: it is whole. */
static void copy_chunks(struct image_reading *reading)
{
    enum { SIGNATURE = 8, AROUND = 12 }; /* of a chunk's data: length, type, check sum */
    const unsigned char *bytes = reading->file->bytes;
    size_t length = reading->file->length, written = SIGNATURE;
    unsigned char *copy = arena_take(reading->arena, length);
    memcpy(copy, bytes, SIGNATURE);
    for (size_t at = SIGNATURE; length - at >= AROUND;) {
        size_t size = (size_t)number_at(bytes + at) + AROUND;
        if (size > length - at) break;
        if (is_kept(bytes + at + 4)) {
            memcpy(copy + written, bytes + at, size);
            written += size;
        }
        if (memcmp(bytes + at + 4, "IEND", 4) == 0) break;
        at += size;
    }
    reading->image->bytes = copy;
    reading->image->length = written;
}

/* ---- reading ---- */

static unsigned density_of(const struct png_job *job)
{
    png_uint_32 across = 0, down = 0;
    int unit = 0;
    if (!png_get_pHYs(job->png, job->info, &across, &down, &unit) || unit != PNG_RESOLUTION_METER) return 0;
    return image_density(across * 0.0254);
}

static void read_profile(struct image_reading *reading, const struct png_job *job)
{
    png_charp name = NULL;
    png_bytep profile = NULL;
    png_uint_32 length = 0;
    int compression = 0;
    if (png_get_iCCP(job->png, job->info, &name, &compression, &profile, &length))
        image_set_profile(reading, profile, length);
}

static bool read_whole(struct image_reading *reading, struct png_job *job)
{
    struct image *image = reading->image;
    if (job->failed) return false;
    if (!image_set_size(reading, png_get_image_width(job->png, job->info), png_get_image_height(job->png, job->info)))
        return false;
    image->grey = !(png_get_color_type(job->png, job->info) & PNG_COLOR_MASK_COLOR);
    image->density = density_of(job);
    read_profile(reading, job);
    decode(job);
    return !job->failed;
}

bool png_read(struct image_reading *reading)
{
    struct arena *work = arena_new();
    struct png_job job = {.arena = work, .bytes = reading->file->bytes, .length = reading->file->length};
    begin(&job);
    bool whole = read_whole(reading, &job);
    png_destroy_read_struct(&job.png, &job.info, NULL);
    if (whole) copy_chunks(reading);
    else if (job.failed)
        image_refuse(reading, IMAGE_DAMAGED, "is damaged (%s); expected a whole PNG file", job.problem);
    arena_free(work);
    return whole;
}
