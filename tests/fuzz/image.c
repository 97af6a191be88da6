/* Images of pixels: a file is told of, or read whole, cleaned so that it reads again as the same picture, and printed. */
#include "printed.h"

static const char sheet[] = "img { max-width: 100%; max-height: 300pt }";

static struct image *read_image(struct run *run, const unsigned char *bytes, size_t length)
{
    struct image_file file = {.name = "a", .bytes = bytes, .length = length};
    return image_read(run->arena, &file, run->messages);
}

/* What is published is an image, too, and the same one. */
static void check_again(struct run *run, const struct image *image)
{
    const struct image *again = read_image(run, image->bytes, image->length);
    promise(again, "what is to be published cannot be read");
    promise(again->format == image->format && again->stored_width == image->stored_width &&
                again->stored_height == image->stored_height && again->grey == image->grey,
            "what is to be published is another image");
    promise(again->length == image->length && memcmp(again->bytes, image->bytes, image->length) == 0,
            "cleaning an image that is clean changes it");
}

static void fuzz(struct run *run)
{
    if (image_is_drawing(run->bytes, run->length)) return;
    size_t told = messages_total(run->messages);
    struct image *image = read_image(run, run->bytes, run->length);
    if (!image) promise(messages_total(run->messages) > told, "no image, and nobody told why");
    if (!image) return;
    check_again(run, image);
    if (image->format == IMAGE_PNG) image_pixels(run->arena, image);
    struct images images = {0};
    images_add(run->arena, &images, image);
    struct node *root = node_element(run->arena, "figure", (struct place){0});
    struct node *img = node_element(run->arena, "img", (struct place){0});
    node_set(run->arena, img, "src", "a");
    node_set(run->arena, img, "alt", "een plaatje");
    node_append(root, img);
    struct print printed = {.root = root, .images = &images};
    printed_add_sheet(run, &printed, fuzz_source(run, "a.css", sheet, sizeof sheet - 1));
    printed_whole(run, &printed);
}
