/* Texts in place of pictures that say nothing: the name of a file, a word for pictures, the caption again. */
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "check/checker.h"

static bool is_file_name(const char *text)
{
    static const char *const endings[] = {"png", "jpg", "jpeg", "svg", "gif", "webp", "pdf", NULL};
    const char *point = strrchr(text, '.');
    return point && is_one_of(point + 1, endings);
}

/* "Figuur 2", "afbeelding", "foto van": a word for pictures with at most a number. */
static bool is_picture_word(struct checker *checker, const struct words *words, const char *text)
{
    size_t length = strcspn(text, " ");
    const char *rest = text + length;
    if (!words || !is_one_of(arena_copy(checker->arena, text, length), words->lists[LIST_PICTURE_WORDS])) return false;
    while (*rest && (isspace((unsigned char)*rest) || isdigit((unsigned char)*rest) || *rest == '.')) rest++;
    return !*rest;
}

static const char *caption_of(const struct node *picture)
{
    for (const struct node *node = picture->parent; node; node = node->parent) {
        const char *title = node_get(node, "data-title");
        if (title) return title;
    }
    return "";
}

static void check_picture(struct checker *checker, const struct passage *passage)
{
    const char *text = utf8_fold(checker->arena, passage->text);
    bool caption = strcmp(text, utf8_fold(checker->arena, caption_of(passage->node))) == 0;
    if (!caption && !is_file_name(text) && !is_picture_word(checker, passage->words, text)) return;
    message_add(checker->messages, PICTURE_UNTOLD, passage_place(passage, 0, passage->length),
                "`%s` %s; expected what there is to see, in words", passage->text,
                caption ? "is the caption again" : "does not say what the picture shows");
}

void check_pictures(struct checker *checker)
{
    for (size_t i = 0; i < checker->passages.count; i++) {
        if (checker->passages.items[i].kind == PASSAGE_ALTERNATIVE) check_picture(checker, &checker->passages.items[i]);
    }
}
