/* Headings: a section without text, the same heading twice, a point or a number that does not belong there. */
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "check/checker.h"

enum { DEEPEST = 6 };

static bool is_note(const struct node *node)
{
    return node->name && node_has_class(node, "footnote");
}

/* The next sibling that readers see, notes aside. */
static const struct node *next_of(const struct node *heading)
{
    const struct node *next = heading->next;
    while (next && is_note(next)) next = next->next;
    return next;
}

/* A heading with one of its level, a higher one or the end right behind it; one that only holds deeper ones is a title.
 */
static void check_empty(struct checker *checker, const struct node *heading)
{
    const struct node *next = next_of(heading);
    bool empty = !next || (node_heading_level(next) && node_heading_level(next) <= node_heading_level(heading));
    if (!empty) return;
    message_add(checker->messages, SECTION_EMPTY, heading->place,
                "there is no text under this heading; expected some before the next one");
}

/* So many words are a sentence, such as the norm that a section is about; it may keep its point. */
static bool is_sentence(const char *words)
{
    enum { FEWEST = 14 };
    size_t spaces = 0;
    for (; *words; words++) spaces += *words == ' ';
    return spaces + 1 >= FEWEST;
}

/* "e.a.", "enz.", "…": the point belongs to the word. */
static bool is_cut(const struct words *words, const char *text, size_t length)
{
    static const char *const endings[] = {"enz", "etc", "e.d", NULL};
    const char *last = text + length - 1;
    while (last > text && last[-1] != ' ') last--;
    size_t whole = (size_t)(text + length - 1 - last);
    char word[8] = "";
    if (whole > 1 && whole < sizeof word) memcpy(word, last, whole);
    bool points = whole == 0 || memchr(last, '.', whole);
    return points || is_one_of(word, endings) || (words && is_one_of(word, words->lists[LIST_ABBREVIATED]));
}

static void check_point(struct checker *checker, const struct node *heading, const char *words)
{
    size_t length = strlen(words);
    bool point =
        length > 1 && strchr(".,;", words[length - 1]) && !is_cut(checker->words, words, length) && !is_sentence(words);
    if (!point) return;
    message_add(checker->messages, HEADING_POINT, heading->place, "this heading ends in `%c`; expected it without",
                words[length - 1]);
}

/* "2.1 Aanleiding", "2. Aanleiding": the program counts itself. */
static void check_number(struct checker *checker, const struct node *heading, const char *words)
{
    size_t digits = strspn(words, "0123456789"), length = digits;
    while (words[length] == '.' && isdigit((unsigned char)words[length + 1])) {
        length++;
        length += strspn(words + length, "0123456789");
    }
    bool parts = length > digits, point = words[length] == '.';
    if (!digits || !(parts || point) || words[length + point] != ' ') return;
    message_add(checker->messages, HEADING_NUMBERED, heading->place,
                "this heading begins with a number, which the program gives it; expected `%s`",
                words + length + point + 1);
}

/* The headings that are open, one per level, and where those of the same words stood below the same ones. */
struct seen {
    const char *words;
    const struct node *heading, *above;
};

/* By the title of the block right behind it: "Voorbeeld", and then a case with a name. */
static bool is_told_apart(const struct node *heading)
{
    const struct node *next = next_of(heading);
    return next && next->name && node_get(next, "data-title");
}

static void check_same(struct checker *checker, struct seen *seen, size_t *count, struct seen now)
{
    enum { MOST = 200 };
    for (size_t i = 0; i < *count; i++) {
        if (seen[i].above != now.above || strcmp(seen[i].words, now.words) != 0) continue;
        message_add(checker->messages, HEADING_SAME, now.heading->place,
                    "this heading stands on line %u, too; expected headings that can be told apart",
                    seen[i].heading->place.line);
        return;
    }
    if (*count < MOST) seen[(*count)++] = now;
}

static void check_text(struct checker *checker, const struct text *text)
{
    struct seen seen[200];
    size_t count = 0;
    const struct node *open[DEEPEST + 1] = {0};
    for (const struct node *node = text->body->first; node; node = node->next) {
        int level = node_heading_level(node);
        if (!level) continue;
        const char *words = node_string(checker->arena, node);
        for (int i = level; i <= DEEPEST; i++) open[i] = i == level ? node : NULL;
        const struct node *above = NULL;
        for (int i = 1; i < level; i++) above = open[i] ? open[i] : above;
        check_empty(checker, node);
        check_point(checker, node, words);
        check_number(checker, node, words);
        if (!is_told_apart(node))
            check_same(checker, seen, &count, (struct seen){utf8_fold(checker->arena, words), node, above});
    }
}

void check_headings(struct checker *checker)
{
    for (size_t i = 0; i < checker->passages.text_count; i++) {
        const struct text *text = &checker->passages.texts[i];
        const struct node *title = text->title;
        if (title) check_point(checker, title, node_string(checker->arena, title));
        check_text(checker, text);
    }
}
