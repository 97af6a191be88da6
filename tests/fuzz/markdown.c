/* Markdown: a text of an author, with a heading above it, goes down the whole street: tree, document, site, PDF. */
#include "compose/compose.h"
#include "content/content.h"
#include "printed.h"

static const struct value *words(struct run *run)
{
    return content_read_yaml(run->arena, file_read(run->arena, "templates/words/nl.yaml", "nl.yaml", run->messages), run->messages);
}

/* <article><section data-page><h1>…</h1> text </section></article>, as a template gives it. */
static struct node *article(struct run *run, struct node *body)
{
    const struct place none = {0};
    struct node *root = node_element(run->arena, "article", none), *section = node_element(run->arena, "section", none);
    struct node *heading = node_element(run->arena, "h2", none);
    node_set(run->arena, root, "lang", "nl");
    node_set(run->arena, root, "class", "report");
    node_set(run->arena, section, "class", "chapter");
    node_set(run->arena, section, "data-page", "introduction");
    node_append(heading, node_text(run->arena, "Inleiding", none));
    node_append(root, section);
    node_append(section, heading);
    node_move_children(body, section);
    return root;
}

static void fuzz(struct run *run)
{
    const struct source *source = fuzz_source(run, "introduction.md", run->bytes, run->length);
    if (!source) return;
    struct node *body = content_read_markdown(run->arena, source, run->messages);
    promise(body, "Markdown always gives a body");
    struct buffer dump = buffer_new(run->arena);
    document_dump(&dump, body, true);
    struct node *root = article(run, body);
    size_t told = messages_count(run->messages, SEVERITY_ERROR);
    if (told > 0 || !compose_resolve(run->arena, words(run), root, run->messages)) return;
    printed_check_site(run, root);
    struct print printed = {.root = root};
    printed_add_shipped(run, &printed);
    printed_whole(run, &printed);
}
