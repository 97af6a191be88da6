/* `[!FIGURE] Caption`: one image, with a text that says what is to be seen, and perhaps a longer description below. */
#include <string.h>

#include "compose/block.h"

/* The report's loader marked what it made of the images of its texts. */
static bool is_image(const struct node *node)
{
    return node_is(node, "img") || (node_is(node, "svg") && node_get(node, "data-image"));
}

static struct node *find_image(struct node *root)
{
    for (struct node *node = root; node; node = node_next(node, root)) {
        if (is_image(node)) return node;
    }
    return NULL;
}

/* The only image of the block; NULL: told. */
static struct node *only_image(struct resolve *resolve, const struct block *block)
{
    struct place place = block->aside->place;
    struct node *image = find_image(block->aside), *second = NULL;
    for (struct node *node = image; node; node = node_next(node, block->aside)) {
        if (node != image && is_image(node)) second = node;
    }
    if (image && !second && image->parent->parent == block->aside && node_is(image->parent, "p")) return image;
    message_add(resolve->messages, BLOCK_CONTENT, second ? second->place : image ? image->place : place,
                "%s; expected one image, as in `![What is to be seen](images/name.png)`",
                second  ? "a second image stands in this figure"
                : image ? "the image of this figure stands in something else"
                        : "there is no image in this figure");
    return NULL;
}

static const char *file_of(const struct node *image)
{
    const char *path = node_get(image, node_is(image, "img") ? "src" : "data-image");
    const char *slash = path ? strrchr(path, '/') : NULL;
    return slash ? slash + 1 : path ? path : "";
}

/* What the text is worth, the room check/ judges. */
static bool check_alternative(struct resolve *resolve, const struct node *image)
{
    const char *alternative = node_get(image, node_is(image, "img") ? "alt" : "aria-label");
    if (alternative && alternative[strspn(alternative, " ")]) return true;
    message_add(resolve->messages, IMAGE_ALTERNATIVE, image->place,
                "this image does not say what is to be seen; expected `![What is to be seen](images/%s)`",
                file_of(image));
    return false;
}

static bool is_blank(const struct node *paragraph)
{
    for (const struct node *child = paragraph->first; child; child = child->next) {
        if (child->name || child->text[strspn(child->text, " \t\n")]) return false;
    }
    return true;
}

/* Text on the line below the image belongs to the description. */
static void take_out(struct node *image)
{
    struct node *paragraph = image->parent;
    node_remove(image);
    if (is_blank(paragraph)) node_remove(paragraph);
    else if (paragraph->first->text && *paragraph->first->text == '\n') paragraph->first->text++;
}

struct node *make_figure(struct resolve *resolve, const struct block *block)
{
    struct place place = block->aside->place;
    struct node *image = only_image(resolve, block);
    if (!image || !check_alternative(resolve, image)) return NULL;
    struct node *figure = resolve_element(resolve, "figure", "picture", NULL, place);
    take_out(image);
    node_append(figure, resolve_element(resolve, "figcaption", NULL, block->title, place));
    node_append(figure, image);
    node_move_children(block->aside, figure);
    return figure;
}

static bool is_in_template(const struct node *node)
{
    const char *path = node->place.source ? node->place.source->path : "", *ending = strrchr(path, '.');
    return ending && strcmp(ending, ".mustache") == 0;
}

static void tell_outside(struct resolve *resolve, const struct node *image)
{
    if (is_in_template(image)) {
        message_add(resolve->messages, IMAGE_OUTSIDE_FIGURE, image->place,
                    "a template cannot name an image file; expected the drawing itself, `<svg viewBox=\"…\">…</svg>`");
        message_hint(resolve->messages, "open the SVG file in an editor and put what is in it here, with `role=\"img\"` and "
                     "`aria-label=\"…\"` for what is to be read, or `aria-hidden=\"true\"` for nothing");
        return;
    }
    const char *alternative = node_get(image, node_is(image, "img") ? "alt" : "aria-label");
    message_add(resolve->messages, IMAGE_OUTSIDE_FIGURE, image->place,
                "an image stands by itself; expected it in a figure with a caption");
    message_hint(resolve->messages, "write `> [!FIGURE] Caption` and, on the next line, `> ![%s](images/%s)`",
                 alternative && *alternative ? alternative : "What is to be seen", file_of(image));
}

void figure_check_outside(struct resolve *resolve)
{
    for (struct node *node = resolve->root; node;) {
        bool told = node_get(node, "data-block"); /* a block that was wrong */
        bool figure = node_is(node, "figure") && node_has_class(node, "picture");
        if (node->name && !told && is_image(node)) tell_outside(resolve, node);
        node = figure || (node->name && told) ? node_after(node, resolve->root) : node_next(node, resolve->root);
    }
}
