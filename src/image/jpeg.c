/* JPEG (ITU-T T.81); the home of libjpeg. Its pictures are never decoded for output, only read through once. */
#include <setjmp.h>
#include <stdio.h> /* jpeglib.h needs it */

#include <jpeglib.h>

#include "image/format.h"

/* libjpeg leaves by longjmp: nothing that changes after setjmp is in a local variable. */
struct jpeg_job {
    struct jpeg_error_mgr errors; /* first, so that a pointer to it is a pointer to the job */
    struct jpeg_progress_mgr progress;
    struct jpeg_decompress_struct jpeg;
    jmp_buf away;
    char problem[JMSG_LENGTH_MAX];
    JSAMPROW row;
};

enum {
    SCANS_MOST = 100, /* of a progressive file: more only cost time */
    MEMORY_MOST = 256 * 1024 * 1024
};

static void on_error(j_common_ptr jpeg)
{
    struct jpeg_job *job = (struct jpeg_job *)(void *)jpeg->err;
    jpeg->err->format_message(jpeg, job->problem);
    longjmp(job->away, 1);
}

/* A warning is about damage that libjpeg would paint over. */
static void on_message(j_common_ptr jpeg, int level)
{
    if (level < 0) on_error(jpeg);
}

static void say_nothing(j_common_ptr jpeg)
{
    (void)jpeg;
}

static void on_progress(j_common_ptr jpeg)
{
    struct jpeg_job *job = (struct jpeg_job *)(void *)jpeg->err;
    if (job->jpeg.input_scan_number <= SCANS_MOST) return;
    snprintf(job->problem, sizeof job->problem, "it has more than %d scans", SCANS_MOST);
    longjmp(job->away, 1);
}

static void begin(struct jpeg_job *job, const struct image_file *file)
{
    job->jpeg.err = jpeg_std_error(&job->errors);
    job->errors.error_exit = on_error;
    job->errors.emit_message = on_message;
    job->errors.output_message = say_nothing;
    job->progress.progress_monitor = on_progress;
    jpeg_create_decompress(&job->jpeg);
    job->jpeg.progress = &job->progress;
    job->jpeg.mem->max_memory_to_use = MEMORY_MOST;
    jpeg_mem_src(&job->jpeg, file->bytes, (unsigned long)file->length);
}

/* PDF/A with an output intent of RGB has no place for CMYK (ISO 19005-2, 6.2.4.3), and browsers guess at it. */
static bool check_colours(struct image_reading *reading, J_COLOR_SPACE space)
{
    reading->image->grey = space == JCS_GRAYSCALE;
    if (space == JCS_GRAYSCALE || space == JCS_YCbCr || space == JCS_RGB) return true;
    bool print = space == JCS_CMYK || space == JCS_YCCK;
    image_refuse(reading, IMAGE_FORMAT, "has %s colours; expected RGB or grey",
                 print ? "CMYK (printing)" : "other than red, green and blue");
    message_hint(reading->messages, "save it once more as RGB, or as PNG");
    return false;
}

/* The header: whether this is an image that we take. */
static bool read_header(struct image_reading *reading, struct jpeg_job *job)
{
    struct jpeg_decompress_struct *jpeg = &job->jpeg;
    jpeg_read_header(jpeg, TRUE);
    if (!image_set_size(reading, jpeg->image_width, jpeg->image_height)) return false;
    if (!check_colours(reading, jpeg->jpeg_color_space)) return false;
    if (jpeg->density_unit == 1) reading->image->density = image_density(jpeg->X_density);
    if (jpeg->density_unit == 2) reading->image->density = image_density(jpeg->X_density * 2.54);
    return true;
}

/* All data, at an eighth of the size, which is quick. */
static void read_through(struct jpeg_job *job)
{
    struct jpeg_decompress_struct *jpeg = &job->jpeg;
    jpeg->scale_num = 1;
    jpeg->scale_denom = 8;
    jpeg->do_fancy_upsampling = FALSE;
    jpeg_start_decompress(jpeg);
    job->row = (*jpeg->mem->alloc_small)((j_common_ptr)jpeg, JPOOL_IMAGE,
                                         (size_t)jpeg->output_width * (size_t)jpeg->output_components);
    while (jpeg->output_scanline < jpeg->output_height) jpeg_read_scanlines(jpeg, &job->row, 1);
    jpeg_finish_decompress(jpeg);
}

static bool read_with(struct image_reading *reading, struct jpeg_job *job)
{
    if (setjmp(job->away))
        return image_refuse(reading, IMAGE_DAMAGED, "is damaged (%s); expected a whole JPEG file", job->problem);
    begin(job, reading->file);
    if (!read_header(reading, job)) return false;
    read_through(job);
    return true;
}

bool jpeg_read(struct image_reading *reading)
{
    struct jpeg_job *job = arena_make(reading->arena, struct jpeg_job);
    bool whole = read_with(reading, job);
    jpeg_destroy_decompress(&job->jpeg);
    if (!whole) return false;
    if (jpeg_clean(reading)) return true;
    return image_refuse(reading, IMAGE_DAMAGED, "is damaged (its segments do not fit); expected a whole JPEG file");
}
