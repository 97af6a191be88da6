/* XHTML: the strict reader tells what is wrong, or gives a tree that can be resolved, written for the site, and printed. */
#include "compose/compose.h"
#include "content/content.h"
#include "printed.h"

static const struct value *words(struct run *run)
{
    return content_read_yaml(run->arena, file_read(run->arena, "templates/words/nl.yaml", "nl.yaml", run->messages), run->messages);
}

static void fuzz(struct run *run)
{
    const struct source *source = fuzz_source(run, "a.html", run->bytes, run->length);
    if (!source) return;
    size_t told = messages_count(run->messages, SEVERITY_ERROR);
    struct print printed = {0};
    struct node *root = printed_read(run, source);
    if (!root) promise(messages_count(run->messages, SEVERITY_ERROR) > told, "no tree, and nobody told why");
    if (!root) return;
    struct buffer dump = buffer_new(run->arena);
    document_dump(&dump, root, true);
    told = messages_count(run->messages, SEVERITY_ERROR);
    bool resolved = compose_resolve(run->arena, words(run), root, run->messages);
    promise(resolved == (messages_count(run->messages, SEVERITY_ERROR) == told), "resolved or told, and not both");
    if (!resolved) return;
    printed_check_site(run, root);
    printed.root = root;
    printed_add_shipped(run, &printed);
    printed_whole(run, &printed);
}
