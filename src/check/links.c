/* Links whose text does not say where they lead (WCAG 2.1, success criterion 2.4.4 and technique G91). */
#include <string.h>

#include "base/utf8.h"
#include "check/checker.h"

/* The text in small letters, without what stands around it. */
static const char *bare(struct checker *checker, const char *text)
{
    char *folded = utf8_fold(checker->arena, text);
    size_t length = strlen(folded);
    while (length && strchr(" .:;,!?>)]", folded[length - 1])) folded[--length] = '\0';
    while (*folded && strchr(" <([", *folded)) folded++;
    return folded;
}

static bool is_outside(const char *address)
{
    return strncmp(address, "http://", 7) == 0 || strncmp(address, "https://", 8) == 0;
}

/* An address as text is read aloud sign by sign; in a footnote, where sources stand, it serves who reads on paper. */
static bool is_in_note(const struct node *link)
{
    const struct node *node = link->parent;
    while (node && !(node->name && node_has_class(node, "footnote"))) node = node->parent;
    return node;
}

static void check_bare(struct checker *checker, const struct node *link, const char *text)
{
    bool address = is_outside(text) || strncmp(text, "www.", 4) == 0;
    if (!address || is_in_note(link)) return;
    message_add(checker->messages, LINK_BARE, link->place,
                "an address stands here as text; expected words that say where it leads, as in `[text](%s)`",
                node_get(link, "href"));
}

static void check_link(struct checker *checker, const struct passage *passage)
{
    const struct node *link = passage->node;
    const char *text = node_string(checker->arena, link);
    const struct words *words = passage->words;
    if (!node_is(link, "a") || !*text) return;
    check_bare(checker, link, text);
    if (!words || !is_one_of(bare(checker, text), words->lists[LIST_UNCLEAR]))
        return;
    message_add(checker->messages, LINK_UNCLEAR, link->place,
                "the text `%s` does not say where the link leads; expected the name of what is there", text);
}

void check_links(struct checker *checker)
{
    for (size_t i = 0; i < checker->passages.count; i++) {
        if (checker->passages.items[i].kind == PASSAGE_ADDRESS) check_link(checker, &checker->passages.items[i]);
    }
}
