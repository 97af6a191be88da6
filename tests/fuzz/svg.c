/* SVG: a drawing of an author is told of, or read and drawn. */
#include "printed.h"

static const char sheet[] = "svg { max-width: 100%; max-height: 300pt }";

static void fuzz(struct run *run)
{
    const struct source *source = fuzz_source(run, "images/a.svg", run->bytes, run->length);
    if (!source) return;
    size_t told = messages_count(run->messages, SEVERITY_ERROR);
    struct node *drawing = document_read_drawing(run->arena, source, run->messages);
    if (!drawing) promise(messages_count(run->messages, SEVERITY_ERROR) > told, "no drawing, and nobody told why");
    if (!drawing) return;
    printed_check_site(run, drawing);
    struct node *figure = node_element(run->arena, "figure", (struct place){0});
    node_append(figure, drawing);
    struct print printed = {.root = figure};
    printed_add_sheet(run, &printed, fuzz_source(run, "a.css", sheet, sizeof sheet - 1));
    printed_whole(run, &printed);
}
