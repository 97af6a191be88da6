/* Name trees and number trees: of one leaf, or of a root with many (libharu's arrays hold 32767 items at most). */
#include "pdf/file.h"

enum { LEAF_SIZE = 1000 };

static struct array *pairs_of(struct objects *objects, const struct tree *tree, size_t start, size_t end)
{
    struct array *pairs = array_new(objects);
    for (size_t i = start; i < end; i++) {
        tree->add_key(pairs, i, tree->context);
        tree->add_value(pairs, i, tree->context);
    }
    return pairs;
}

static struct dictionary *leaf_of(struct objects *objects, const struct tree *tree, size_t start, size_t end)
{
    struct dictionary *leaf = dictionary_numbered(objects);
    struct array *limits = array_new(objects);
    tree->add_key(limits, start, tree->context);
    tree->add_key(limits, end - 1, tree->context);
    put_array(leaf, "Limits", limits);
    put_array(leaf, tree->kind, pairs_of(objects, tree, start, end));
    return leaf;
}

struct dictionary *write_tree(struct objects *objects, const struct tree *tree)
{
    struct dictionary *root = dictionary_numbered(objects);
    if (tree->count <= LEAF_SIZE) {
        put_array(root, tree->kind, pairs_of(objects, tree, 0, tree->count));
        return root;
    }
    struct array *leaves = array_new(objects);
    for (size_t start = 0; start < tree->count; start += LEAF_SIZE) {
        size_t left = tree->count - start;
        add_dictionary(leaves, leaf_of(objects, tree, start, start + (left < LEAF_SIZE ? left : LEAF_SIZE)));
    }
    put_array(root, "Kids", leaves);
    return root;
}
