/* clip-path: what a clipPath of the same drawing outlines (CSS Masking 1, clause 5; clipPathUnits: userSpaceOnUse). */
#include <stdlib.h>
#include <string.h>

#include "layout/drawing.h"
#include "layout/setter.h"

struct clip_path {
    const char *id;
    const struct node *node;
    /* What it was made into last: the shapes that it clips mostly stand in the same space, and share it. */
    struct matrix matrix;
    const struct clip *clip;
};

/* Shapes that each stand in a space of their own have a clip each. */
enum { MOST_STEPS = 1000000 };

static int compare(const void *one, const void *other)
{
    return strcmp(((const struct clip_path *)one)->id, ((const struct clip_path *)other)->id);
}

void svg_find_clips(struct svg *svg, const struct styled *root)
{
    size_t capacity = 0;
    for (const struct node *node = root->node; node; node = node_next(node, root->node)) {
        const char *id = node->name && node_is(node, "clipPath") ? node_get(node, "id") : NULL;
        if (!id) continue;
        svg->clip_paths = arena_grow(svg->setter->work, svg->clip_paths, svg->clip_count, &capacity,
                                     sizeof *svg->clip_paths);
        svg->clip_paths[svg->clip_count++] = (struct clip_path){.id = id, .node = node};
    }
    if (svg->clip_count) qsort(svg->clip_paths, svg->clip_count, sizeof *svg->clip_paths, compare);
}

/* The id in `url(#id)`; NULL: it is something else. */
static const char *id_of(struct arena *arena, const char *value)
{
    static const char opening[] = "url(#";
    size_t begin = sizeof opening - 1;
    if (strncmp(value, opening, begin) != 0) return NULL;
    size_t length = strcspn(value + begin, ")");
    return value[begin + length] == ')' ? arena_copy(arena, value + begin, length) : NULL;
}

static struct clip_path *find(const struct svg *svg, const struct node *element)
{
    const char *id = id_of(svg->setter->work, node_get(element, "clip-path"));
    if (!id || svg->clip_count == 0) return NULL;
    struct clip_path key = {.id = id};
    return bsearch(&key, svg->clip_paths, svg->clip_count, sizeof key, compare);
}

static bool is_made(const struct clip_path *path, const struct canvas_state *state)
{
    return path->clip && path->clip->outer == state->clip && memcmp(&path->matrix, &state->matrix, sizeof path->matrix) == 0;
}

/* An outline of the clipPath's shapes, as the matrix places them. */
static struct clip *make_clip(struct svg *svg, const struct node *path, const struct canvas_state *state)
{
    struct arena *arena = svg->setter->arena;
    struct matrix own = notation_transform(path), matrix = matrix_join(&state->matrix, &own);
    struct outliner outliner = outliner_new(arena, &matrix);
    const char *rule = node_get(path, "clip-rule");
    for (const struct node *shape = path->first; shape; shape = shape->next) {
        if (!shape->name) continue;
        own = notation_transform(shape);
        outliner.matrix = matrix_join(&matrix, &own);
        outline_element(&outliner, shape, svg->space);
        if (node_get(shape, "clip-rule")) rule = node_get(shape, "clip-rule");
    }
    svg->clip_steps += outliner.outline->count;
    struct clip *clip = arena_make(arena, struct clip);
    *clip = (struct clip){.outline = outliner.outline, .outer = state->clip};
    clip->even_odd = rule && strcmp(rule, "evenodd") == 0;
    return clip;
}

static void tell_too_large(struct svg *svg, const struct node *element)
{
    if (!svg->clips_told)
        message_add(svg->setter->messages, DRAWING_CLIPS, element->place,
                    "from here on the clips of this drawing have more than %d points together; expected fewer", MOST_STEPS);
    svg->clips_told = true;
}

const struct clip *svg_clip(struct svg *svg, const struct node *element, const struct canvas_state *state)
{
    struct clip_path *path = find(svg, element);
    if (!path) return state->clip; /* an error in SVG that clips nothing (CSS Masking 1, 5.1) */
    if (is_made(path, state)) return path->clip;
    if (svg->clip_steps > MOST_STEPS) {
        tell_too_large(svg, element);
        return state->clip;
    }
    path->matrix = state->matrix;
    path->clip = make_clip(svg, path->node, state);
    return path->clip;
}
