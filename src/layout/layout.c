#include "layout/layout.h"

#include "layout/setter.h"

enum { MOST_PASSES = 5 };

static struct setter setter_new(struct arena *arena, const struct layout_input *input, struct messages *messages)
{
    struct arena *work = arena_new();
    struct setter setter = {.arena = arena, .work = work, .input = input, .messages = messages};
    setter.scratch.text = buffer_new(work);
    setter.layout = arena_make(arena, struct layout);
    return setter;
}

static void prepare(struct setter *setter, const struct styled *root)
{
    setter->lexicon = lexicon_new(setter);
    const struct page_style *style = page_style_of(setter, NULL, false, false);
    setter->page_width = style->width - style->margin[SIDE_LEFT] - style->margin[SIDE_RIGHT];
    if (setter->page_width < 1) setter->page_width = 1;
    setter->page_room = style->height;
    anchors_collect(setter, root);
    notes_collect(setter, root);
}

/* A number in the text can push what it names to another page, and be pulled back by that. */
static void tell_unsettled(struct setter *setter, const struct node *moved)
{
    message_add(setter->messages, PAGES_UNSETTLED, moved->place,
                "after %d tries this still moves between two pages, because of the page numbers in the text: one of them may be wrong",
                MOST_PASSES);
}

/* Page numbers in the text are those of the pass before; the first of several passes only finds them. */
static void set_until_stable(struct setter *setter, struct box *root)
{
    for (setter->pass = 1;; setter->pass++) {
        anchors_next_pass(setter);
        setter->layout->page_count = 0;
        setter->silent = setter->anchors.wanted && setter->pass == 1;
        pages_set(setter, root);
        const struct node *moved = anchors_moved(setter);
        if (moved && setter->pass == MOST_PASSES) tell_unsettled(setter, moved);
        if (!moved || setter->pass == MOST_PASSES) return;
    }
}

static void copy_anchors(struct setter *setter)
{
    const struct anchors *anchors = &setter->anchors;
    struct anchor *copies = arena_array(setter->arena, anchors->count, sizeof *copies);
    size_t count = 0;
    for (size_t i = 0; i < anchors->count; i++) {
        const struct anchor_entry *entry = &anchors->items[i];
        if (entry->found) copies[count++] = (struct anchor){entry->node, entry->page, entry->x, entry->y};
    }
    setter->layout->anchors = copies;
    setter->layout->anchor_count = count;
}

struct layout *layout_document(struct arena *arena, const struct layout_input *input, struct messages *messages)
{
    struct setter setter = setter_new(arena, input, messages);
    prepare(&setter, input->root);
    set_until_stable(&setter, box_tree(&setter, input->root));
    missing_tell(&setter);
    pages_draw_margins(&setter);
    copy_anchors(&setter);
    arena_free(setter.work);
    return setter.layout;
}
