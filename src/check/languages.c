/* Words in letters that run from right to left where no language says so: they would be read aloud as if they were the
 * report's own. */
#include <string.h>

#include "base/language_tag.h"
#include "base/utf8.h"
#include "check/checker.h"

enum { LONGEST_QUOTE = 60, WINDOW = 4096 };

/* From the first such letter to the last one before other letters. */
static const char *leftward_words(struct arena *arena, const char *text)
{
    const char *first = NULL, *last = NULL;
    for (size_t bytes; *text; text += bytes) {
        uint32_t c = utf8_decode(text, &bytes);
        bool leftward = utf8_is_leftward(c);
        if (first && ((utf8_is_letter(c) && !leftward) || text - first > LONGEST_QUOTE)) break;
        if (leftward && !first) first = text;
        if (leftward || (first && utf8_is_letter(c))) last = text + bytes;
    }
    return first ? arena_copy(arena, first, (size_t)(last - first)) : NULL;
}

/* In the words of a link and in code no language can be said. */
static bool is_marked(const struct node *node)
{
    for (; node; node = node->parent) {
        if (node_is(node, "code") || node_is(node, "pre") || node_is(node, "a")) return true;
        const char *language = node_get(node, "lang");
        if (language) return language_tag_is_right_to_left(language);
    }
    return false;
}

/* The words in the author's file; a text of several lines begins before them. */
static struct place place_of(const struct node *node, const char *words)
{
    const struct source *source = node->place.source;
    size_t length, size = strlen(words);
    if (!source || !node->place.line) return node->place;
    const char *line = place_line(node->place, &length);
    size_t column = node->place.column ? node->place.column - 1 : 0;
    size_t begin = (size_t)(line - source->text) + utf8_offset(line, length, column);
    for (size_t at = begin; at + size <= source->length && at < begin + WINDOW; at++) {
        if (memcmp(source->text + at, words, size) == 0) return place_at(source, at);
    }
    return node->place;
}

static void check_tree(struct checker *checker, const struct node *root)
{
    for (const struct node *node = root; node; node = node_next(node, root)) {
        const char *words = node->text ? leftward_words(checker->arena, node->text) : NULL;
        if (!words || is_marked(node)) continue;
        message_add(checker->messages, LANGUAGE_UNMARKED, place_of(node, words),
                    "`%s` is written from right to left, but no language is said, so it is read aloud in that of the report; "
                    "expected it as in `[words](lang:ar)`",
                    words);
    }
}

void check_languages(struct checker *checker)
{
    for (size_t i = 0; i < checker->passages.text_count; i++) {
        const struct text *text = &checker->passages.texts[i];
        if (text->title) check_tree(checker, text->title);
        if (text->body && text->body != text->title) check_tree(checker, text->body);
    }
}
