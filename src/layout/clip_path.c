/* clip-path: what a clipPath of the same drawing outlines (CSS Masking 1, clause 5; clipPathUnits: userSpaceOnUse). */
#include <stdlib.h>
#include <string.h>

#include "layout/drawing.h"
#include "layout/setter.h"

struct clip_path {
    const char *id;
    const struct node *node;
};

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
        svg->clip_paths[svg->clip_count++] = (struct clip_path){id, node};
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

static const struct node *find(const struct svg *svg, const struct node *element)
{
    const char *id = id_of(svg->setter->work, node_get(element, "clip-path"));
    if (!id || svg->clip_count == 0) return NULL;
    struct clip_path key = {id, NULL};
    const struct clip_path *found = bsearch(&key, svg->clip_paths, svg->clip_count, sizeof key, compare);
    return found ? found->node : NULL;
}

const struct clip *svg_clip(const struct svg *svg, const struct node *element, const struct canvas_state *state)
{
    const struct node *path = find(svg, element);
    if (!path) return state->clip; /* an error in SVG that clips nothing (CSS Masking 1, 5.1) */
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
    struct clip *clip = arena_make(arena, struct clip);
    *clip = (struct clip){.outline = outliner.outline, .outer = state->clip};
    clip->even_odd = rule && strcmp(rule, "evenodd") == 0;
    return clip;
}
