/* Marks of Markdown that did something else than was meant, or that were left behind: a figure in emphasis, struck
 * text, a line that begins with a dash. */
#include <ctype.h>
#include <string.h>

#include "check/checker.h"

static bool ends_in_digit(const struct node *node)
{
    size_t length = node && node->text ? strlen(node->text) : 0;
    return length && isdigit((unsigned char)node->text[length - 1]);
}

static bool begins_with_digit(const struct node *node)
{
    return node && node->text && isdigit((unsigned char)*node->text);
}

/* 2*3*4 loses its signs. */
static void check_number(struct checker *checker, const struct node *node)
{
    bool emphasis = node_is(node, "em") || node_is(node, "strong") || node_is(node, "del");
    if (!emphasis || !ends_in_digit(node->previous) || !begins_with_digit(node->next)) return;
    message_add(
        checker->messages, MARK_IN_NUMBER, node->place,
        "the signs around `%s` make emphasis in the middle of a number, and are not printed; expected a backslash "
        "before each, or `×`",
        node_string(checker->arena, node));
}

/* What is listed, referred to, drawn or read aloud elsewhere as bare words, in which "~~niet~~ gehaald" would say "niet
 * gehaald". Titles were told when they were read. */
static bool goes_bare(const struct node *node)
{
    static const char *const names[] = {"figcaption", "caption", "th", "dt", "a", "svg"};
    for (; node; node = node->parent) {
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            if (node_is(node, names[i])) return true;
        }
    }
    return false;
}

static void check_struck(struct checker *checker, const struct node *node)
{
    if (!node_is(node, "del")) return;
    if (goes_bare(node)) {
        message_add(checker->messages, TITLE_STRUCK, node->place,
                    "`%s` is struck out in a title, head or link, which is also listed, drawn or read aloud without marks; expected "
                    "the words as they are to be", node_string(checker->arena, node));
        return;
    }
    if (checker->report->status != REPORT_FINAL) return;
    if (ends_in_digit(node->previous) && begins_with_digit(node->next)) return; /* told */
    message_add(checker->messages, TEXT_STRUCK, node->place,
                "`%s` is struck out in a final report; expected the text as it is to be, or \\~ for the sign itself",
                node_string(checker->arena, node));
}

static size_t count_items(const struct node *list)
{
    size_t count = 0;
    for (const struct node *item = list->first; item; item = item->next) count += node_is(item, "li");
    return count;
}

/* A paragraph that ends like this announces or ends something; one that does not goes on in the next line. */
static bool is_ended(const char *text)
{
    static const char *const ends[] = {".", ":", ";", "?", "!", ")", "”", "\xE2\x80\xA6", NULL};
    size_t length = strlen(text);
    for (size_t i = 0; ends[i]; i++) {
        size_t end = strlen(ends[i]);
        if (length >= end && memcmp(text + length - end, ends[i], end) == 0) return true;
    }
    return length == 0;
}

/* The line on which the last text of a node stands. */
static unsigned last_line(const struct node *node)
{
    unsigned line = node->place.line;
    for (const struct node *at = node; at; at = node_next(at, node)) {
        if (at->text && at->place.line > line) line = at->place.line;
    }
    return line;
}

/* "De hulp is duur" and on the next line "- en laat." */
static void check_line(struct checker *checker, const struct node *list)
{
    const struct node *before = list->previous;
    bool one = (node_is(list, "ul") || node_is(list, "ol")) && count_items(list) == 1 && node_is(before, "p");
    if (!one || list->place.line != last_line(before) + 1 || is_ended(node_string(checker->arena, before))) return;
    message_add(checker->messages, LINE_LISTED, list->place,
                "the sign at the begin of this line makes a list of one; expected the line to go on without it");
}

/* "2025. Dat was" at the begin of a line. */
static void check_start(struct checker *checker, const struct node *list)
{
    const char *start = node_is(list, "ol") ? node_get(list, "start") : NULL;
    if (!start || strlen(start) < 3 /* below a hundred it may be meant */)
        return;
    message_add(checker->messages, LINE_LISTED, list->place,
                "the number at the begin of this line makes a list that begins with %s; expected `%s\\.`", start,
                start);
}

void check_marks(struct checker *checker)
{
    for (size_t i = 0; i < checker->passages.text_count; i++) {
        const struct node *body = checker->passages.texts[i].body, *title = checker->passages.texts[i].title;
        for (const struct node *node = title; node; node = node_next(node, title)) check_struck(checker, node);
        for (const struct node *node = body->first; node; node = node_next(node, body)) {
            if (!node->name) continue;
            check_number(checker, node);
            check_struck(checker, node);
            check_line(checker, node);
            check_start(checker, node);
        }
    }
}
