/* Inline SVG: shapes and texts, scaled from the view box to the size that the style gives. */
#ifndef LAYOUT_DRAWING_H
#define LAYOUT_DRAWING_H

#include "layout/box.h"
#include "layout/outline.h"

/* The width of an svg's content box; `whole`: what a width in percent is a share of. */
float drawing_width(const struct box *box, float whole);

/* Its height when it is this wide. */
float drawing_height(const struct box *box, float width);

/* Where in an svg something is drawn, and how. */
struct canvas_state {
    struct matrix matrix; /* from the drawing's units to the page */
    const struct clip *clip;
    float opacity; /* of the groups around it */
};

struct clip_path;

/* An svg that is being drawn. */
struct svg {
    struct setter *setter;
    struct space space;
    bool hidden;         /* it is an artifact */
    float area[4];       /* on the page: left, top, right, bottom */
    struct clip_path *clip_paths; /* sorted by id */
    size_t clip_count, clip_steps; /* steps: of the outlines of all clips together */
    bool clips_told;               /* DRAWING_CLIPS */
    const struct clip *edge;       /* the last one made of the drawing's own edge */
};

/* Draws a text element with its tspans. */
void svg_text(struct svg *svg, const struct styled *text, const struct canvas_state *state);

/* Gives a fragment its clip (the drawing's own edge too where it sticks out) and transparency. */
void svg_finish(struct svg *svg, struct fragment *fragment, const struct canvas_state *state, const float box[4]);

/* Finds the clipPaths of the drawing; then the one that an element's clip-path names, joined to the clip around it. */
void svg_find_clips(struct svg *svg, const struct styled *root);
const struct clip *svg_clip(struct svg *svg, const struct node *element, const struct canvas_state *state);

#endif
